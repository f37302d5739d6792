# ---
# jupyter:
#   kernelspec: {name: python3, display_name: Python 3, language: python}
#   poucet: {n: 2, slug: {fr: suis-je-unique, en: am-i-unique}, minutes: 55}
# ---

# %% tags=["note"]
# Numbers quoted in the prose are checked against the kit by tests/lessons/test_lesson_02.py:
# the tables of expected answers row by row, and every other percentage against them.
# Whoever changes the seed, the school or the nation runs that test and rewrites the sentences.

# %% [markdown] lang="fr"
# # Suis-je unique ?
#
# Un lycée de 1 100 élèves. Un fichier où l’on a effacé tous les noms.
# Peut-on vous y retrouver quand même ?
#
# Exécutez les cellules une par une, dans l’ordre, avec **Maj + Entrée**.
# Trois niveaux sont indiqués dans les titres :
#
# - **Observer** : vous pariez, puis vous regardez. Rien à taper, sauf un numéro.
# - **Modifier** : vous changez une valeur dans une cellule.
# - **Écrire** : vous complétez le programme à la place des `...` (pour la NSI).
#
# Certaines cellules sont repliées sous trois points. Elles s’exécutent comme les autres ; un clic les ouvre.

# %% [markdown] lang="en"
# # Am I unique?
#
# A school of 1,100 pupils. A file with every name removed.
# Could you be found in it all the same?
#
# Run the cells one at a time, in order, with **Shift + Enter**.
# The headings tell you which of three levels you are at:
#
# - **Observe**: you bet, then you look. Nothing to type but one number.
# - **Change**: you edit one value in a cell.
# - **Write**: you replace the `...` with your own code (for computer science pupils).
#
# Some cells are folded away under three dots. They run like the others; a click opens them.

# %% [markdown] lang="fr"
# > **Tout est inventé ici.** Le lycée de Valmorne n’existe pas, ses élèves non plus.
# > Leurs noms, leurs adresses, leurs familles et leurs secrets ont été tirés au sort.
# > Ne tapez jamais les données d’une vraie personne : ni les vôtres, ni celles d’un camarade.

# %% [markdown] lang="en"
# > **Everything here is made up.** The lycée of Valmorne does not exist, and nor do its pupils.
# > Their names, addresses, families and secrets were drawn at random.
# > Never type in a real person’s data: not your own, not a classmate’s.

# %% [markdown] lang="fr" tags=["teacher"]
# ## Fiche de l’enseignant
#
# **Avant** : sur chaque poste, `make open` (voir le README) ; au vôtre, `make show`. Imprimez les cartes
# en secours. Attribuez à chaque élève un numéro entre 1 et 1 100 (par exemple son rang dans la liste × 27).
# La liste des numéros reste sur votre papier.
#
# *Déroulement en 55 minutes*
#
# | Minute | Partie | Vous | Les élèves |
# |---|---|---|---|
# | 0–5 | 1. Trois indices | lisez les indices à voix haute, un par cellule | devinent combien d’élèves restent |
# | 5–10 | 2 et 3, premier pari | distribuez les numéros, faites verrouiller les paris | découvrent leur avatar, parient, révèlent |
# | 10–20 | 3, deuxième et troisième paris | demandez un argument avant chaque pari | passent du jour au mois, puis du lycée au pays |
# | 20–30 | 4. Modifier | circulez ; en NSI, envoyez les plus rapides à la partie 6 | cherchent la colonne la plus coûteuse |
# | 30–35 | 5. L’erreur a un visage | lisez l’histoire, faites voter A ou B | accusent, puis découvrent l’innocent |
# | 35–50 | 7. Mise en commun | animez les quatre questions | argumentent, posent les mots |
# | 50–55 | 8. À copier | projetez | copient |
#
# En NSI : partie 4 en cinq minutes, partie 5 au tableau, quinze minutes pour la partie 6 ;
# il reste cinq minutes pour la partie 7 : posez la question 1.
#
# **Version de 25 minutes** : parties 1 (4 min), 2 et 3 sans le pari sur le mois (9 min), 5 projetée (4 min),
# la première question de la partie 7 (4 min), 8 (4 min). Tout tient sur le vidéoprojecteur, à main levée.

# %% [markdown] lang="en" tags=["teacher"]
# ## Teacher’s page
#
# **Beforehand**: on each computer, `POUCET_LANG=en make open` (see the README); on yours,
# `POUCET_LANG=en make show`. Print the cards as a fallback. Give each pupil a number between 1 and 1,100
# (say, their place in the register × 27). The list of numbers stays on your paper.
#
# *The 55 minutes*
#
# | Minute | Part | You | The pupils |
# |---|---|---|---|
# | 0–5 | 1. Three clues | read the clues aloud, one per cell | guess how many pupils are left |
# | 5–10 | 2, and 3 first bet | hand out the numbers, have the bets locked | meet their avatar, bet, reveal |
# | 10–20 | 3, second and third bets | ask for a reason before each bet | go from day to month, then from school to country |
# | 20–30 | 4. Change | walk round; send the fastest coders to part 6 | look for the costliest column |
# | 30–35 | 5. The mistake has a face | read the story, take a vote on A or B | accuse, then meet the innocent |
# | 35–50 | 7. Talking it over | lead the four questions | argue, and settle the words |
# | 50–55 | 8. To copy | project it | copy |
#
# With computer science pupils: part 4 in five minutes, part 5 on the board, fifteen minutes for part 6;
# that leaves five minutes for part 7: ask question 1.
#
# **In 25 minutes**: parts 1 (4 min), 2 and 3 without the bet on months (9 min), 5 projected (4 min),
# the first question of part 7 (4 min), 8 (4 min). It all works on the projector, with a show of hands.

# %% [markdown] lang="fr"
# ## 1. Trois indices
#
# Quelqu’un pense à une personne de ce lycée. On ne vous dira pas son nom : seulement trois indices, à voix haute.
# Voici le fichier, sans les noms, les courriels ni les téléphones : ses trois premières lignes.

# %% [markdown] lang="en"
# ## 1. Three clues
#
# Someone is thinking of a person in this school. They will not say the name: only three clues, aloud.
# Here is the file, without names, emails or phone numbers: its first three rows.
# It is a French school’s file: *seconde*, *première*, *terminale* (2de, 1re, Tle) are years 1, 2 and 3 of lycée; *espagnol* is Spanish.

# %% jupyter={"source_hidden": true}
# fr: Les outils de la leçon.
# en: The tools of the lesson.
import pandas as pd
from IPython.display import HTML, Markdown, display

from poucet.damages import Damage, counter, euros_a_year, usefulness
from poucet.figures.class_sizes import figure, sentence
from poucet.figures.html import as_html
from poucet.i18n import percent
from poucet.labels import label


def say(result):
    display(Markdown(str(result)))


# %%
from poucet import Nation, School, class_sizes, directory, explore
from poucet.classroom import avatar, check, predict

school = School(seed=2)
names = ["ine", "family_name", "given_name", "email", "guardian1_phone", "guardian2_phone"]
file = directory(school).drop(columns=names)
file["birth_month"] = file["birth_date"].dt.strftime("%Y-%m")
file[["class", "sex", "birth_date", "second_language", "commune"]].head(3)

# %% [markdown] lang="fr"
# Combien d’élèves au départ ?

# %% [markdown] lang="en"
# How many pupils to begin with?

# %%
len(file)

# %% [markdown] lang="fr"
# Premier indice : **c’est une fille.** Combien restent ?

# %% [markdown] lang="en"
# First clue: **it’s a girl.** How many are left?

# %%
left = file[file["sex"] == "F"]
len(left)

# %% [markdown] lang="fr"
# Deuxième indice : **elle apprend l’italien.** Et maintenant ?

# %% [markdown] lang="en"
# Second clue: **she is learning Italian.** And now?

# %%
left = left[left["second_language"] == "italien"]
len(left)

# %% [markdown] lang="fr"
# Troisième indice : **elle est née en mai 2010.**

# %% [markdown] lang="en"
# Third clue: **she was born in May 2010.**

# %%
left = left[left["birth_month"] == "2010-05"]
len(left)

# %% [markdown] lang="fr"
# Une seule. La voici.

# %% [markdown] lang="en"
# Only one. Here she is.

# %%
avatar(school, left.index[0] + 1)

# %% [markdown] lang="fr"
# Aucun de ces trois indices n’est un secret. Toute sa classe les connaît.
# **Ensemble**, ils la désignent.

# %% [markdown] lang="en"
# None of these three clues is a secret. Her whole class knows them.
# **Together**, they point at her.

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minute 0.** Lisez l’indice, laissez trois secondes, exécutez. Ne commentez pas.
# > Au dernier nombre, attendez. Puis : « Qu’est-ce que je vous ai dit de secret ? »
# > En salle, la classe peut se lever et s’asseoir au fil des indices avec les cartes
# > `.venv/bin/poucet cards --lesson 2` : ce sont des élèves fictifs qui restent debout, jamais la classe elle-même.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minute 0.** Read the clue, wait three seconds, run the cell. Say nothing.
# > At the last number, wait. Then: “What did I tell you that was secret?”
# > The class can also stand and sit as the clues go by, using the cards from
# > `.venv/bin/poucet cards --lesson 2 --lang en`: made-up pupils stay standing, never the class itself.

# %% [markdown] lang="fr"
# ## 2. Votre avatar
#
# Pendant cette heure, vous êtes un élève de Valmorne. Remplacez 7 par le numéro que l’on vous a donné.

# %% [markdown] lang="en"
# ## 2. Your avatar
#
# For this hour, you are a pupil of Valmorne. Replace 7 with the number you were given.

# %%
number = 7
avatar(school, number)

# %% [markdown] lang="fr"
# Cette cellule cherche vos sosies : les élèves qui ont **les mêmes valeurs que vous**,
# vous compris. Exécutez-la, elle servira toute l’heure.

# %% [markdown] lang="en"
# This cell looks for your doubles: the pupils who have **the same values as you**,
# yourself included. Run it; it will serve all lesson long.

# %% jupyter={"source_hidden": true}
# fr: Vos sosies.
# en: Your doubles.
me = file.loc[number - 1]


def same_as_me(by):
    by = [by] if isinstance(by, str) else list(by)
    return file[(file[by] == me[by]).all(axis=1)]


len(same_as_me(["level", "sex"]))

# %% [markdown] lang="fr"
# Autant d’élèves ont votre niveau et votre sexe. Pour l’instant, vous êtes bien caché.

# %% [markdown] lang="en"
# That many pupils share your year group and your sex. So far, you are well hidden.

# %% [markdown] lang="fr"
# ## 3. Pariez, puis regardez (niveau Observer)
#
# ### Premier pari : le jour de naissance
#
# On efface les noms. On garde deux colonnes : la **date de naissance** et le **sexe**.
# Sur 1 100 élèves, combien sont **seuls** à avoir les leurs ?
# Placez le curseur et verrouillez. On ne revient pas en arrière.

# %% [markdown] lang="en"
# ## 3. Bet, then look (Observe level)
#
# ### First bet: the day of birth
#
# Remove the names. Keep two columns: **birth date** and **sex**.
# Out of 1,100 pupils, how many are **the only one** with theirs?
# Set the slider and lock it. There is no going back.

# %%
bet = predict("singled_out", unit="pupils", low=0, high=1100)
bet

# %%
found = class_sizes(file, by=["birth_date", "sex"])
bet.reveal(found.unique)

# %%
len(same_as_me(["birth_date", "sex"]))

# %% [markdown] lang="fr"
# Et vous ? **1** : vous êtes seul, on vous a retrouvé. **2** : vous avez un sosie. **3** ou plus : une petite foule.

# %% [markdown] lang="en"
# And you? **1**: you are alone, you have been found. **2**: you have a double. **3** or more: a small crowd.

# %% lang="fr" jupyter={"source_hidden": true}
# Le dessin.
in_words = "Un caillou par élève, rangés du plus seul au mieux caché."


def picture(found):
    return HTML(as_html(figure(found), in_words, sentence(found)))


picture(found)

# %% lang="en" jupyter={"source_hidden": true}
# The picture.
in_words = "One pebble per pupil, from the most alone to the best hidden."


def picture(found):
    return HTML(as_html(figure(found), in_words, sentence(found)))


picture(found)

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minute 8.** La classe parie presque toujours bas. Laissez le silence après le nombre.
# > Puis : « Qui pensait être caché par la foule ? » Faites lever la main à ceux dont l’avatar est seul : c’est plus d’un élève sur deux.
# > *Erreur fréquente* : confondre « seul né ce jour-là de cette année-là » et « seul à fêter son anniversaire ce jour-là ».
# > Le paradoxe des anniversaires semble dire l’inverse : dans la foule, il existe presque toujours *une* paire.
# > Les deux sont vrais ensemble : il y a des paires, et la plupart sont pourtant seuls.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minute 8.** Classes nearly always bet low. Leave a silence after the number.
# > Then: “Who thought the crowd would hide them?” Ask those whose avatar is alone to raise a hand: it is more than one in two.
# > *Usual mistake*: mixing up “the only one born on that day of that year” and “the only one with that birthday”.
# > The birthday paradox seems to say the opposite: in a crowd there is almost always *one* pair.
# > Both are true at once: there are pairs, and yet most people are alone.

# %% [markdown] lang="fr"
# ### Deuxième pari : le mois au lieu du jour
#
# On garde les mêmes élèves. On écrit seulement `2010-06` au lieu de `2010-06-14`.
# Combien restent seuls ?

# %% [markdown] lang="en"
# ### Second bet: the month instead of the day
#
# Same pupils. We only write `2010-06` instead of `2010-06-14`.
# How many are still alone?

# %%
bet = predict("singled_out_by_month", unit="pupils", low=0, high=1100)
bet

# %%
by_month = class_sizes(file, by=["birth_month", "sex"])
bet.reveal(by_month.unique)

# %%
picture(by_month)

# %%
len(same_as_me(["birth_month", "sex"]))

# %% [markdown] lang="fr"
# Voilà votre nouvelle foule. Trois caractères de moins par ligne, et presque tout le monde s’y fond.
#
# Presque. Qui sont ceux qui restent seuls ? Regardez leurs mois de naissance.

# %% [markdown] lang="en"
# Here is your new crowd. Three characters fewer per row, and nearly everyone melts into it.
#
# Nearly. Who are those still alone? Look at their months of birth.

# %% jupyter={"source_hidden": true}
# fr: Les mois de naissance de ceux qui restent seuls.
# en: The months of birth of those still alone.
alone = file[~file.duplicated(["birth_month", "sex"], keep=False)]
say(", ".join(sorted(alone["birth_month"])))

# %% [markdown] lang="fr"
# Ils ont sauté une classe, ou en ont recommencé une, parfois deux. La foule cache ceux qui se ressemblent :
# **plus on est différent, moins on est caché**.

# %% [markdown] lang="en"
# They skipped a year, or repeated one, sometimes two. A crowd hides those who are alike:
# **the more different you are, the less it hides you**.

# %% [markdown] lang="fr"
# ### Troisième pari : la France entière
#
# Plus on est nombreux, mieux on se cache ? La France compte 12 millions d’élèves.
# On connaît la **date de naissance**, le **sexe** et la **commune** de chacun.
# Quelle part d’entre eux est **seule** à les avoir ?

# %% [markdown] lang="en"
# ### Third bet: the whole of France
#
# The more people, the better you hide? France has 12 million pupils.
# We know each one’s **birth date**, **sex** and **town** (in French *commune*: a town or a village).
# What share of them is **alone** with theirs?

# %%
bet = predict("singled_out_in_france", unit="%", low=0, high=100)
bet

# %%
country = class_sizes(Nation(seed=1).frame, by=["birth_date", "sex", "commune"])
bet.reveal(100 * country.unique_share)

# %% [markdown] lang="fr"
# *D’où vient ce nombre ?* Le kit tire au sort 12 millions d’élèves sans nom, répartis dans les vraies
# communes en proportion de leur population, puis compte ceux qui sont seuls. Il vient d’être calculé sous vos yeux.
# Source des populations : Insee, reprises dans le paquet `@etalab/decoupage-administratif` 6.0.0 (Licence Ouverte 2.0).

# %% [markdown] lang="en"
# *Where does this number come from?* The kit draws 12 million nameless pupils, spread over the real
# towns and villages in proportion to their population, then counts those who are alone. It was worked out just now, before your eyes.
# Source of the populations: Insee, as found in the package `@etalab/decoupage-administratif` 6.0.0 (Licence Ouverte 2.0).

# %% [markdown] lang="fr"
# Que faut-il retirer pour revenir dans la foule ? Devinez l’ordre avant d’exécuter.

# %% [markdown] lang="en"
# What must go for you to be back in the crowd? Guess the order before you run the cell.

# %%
choices = [
    ["birth_date", "sex", "commune"],
    ["birth_date", "sex", "postcode"],
    ["birth_month", "sex", "commune"],
    ["birth_date", "sex"],
]
nation = Nation(seed=1).frame
shares = {
    ", ".join(label(column) for column in by): class_sizes(nation, by).unique_share
    for by in choices
}
del nation

# %% lang="fr" jupyter={"source_hidden": true}
# Le tableau des parts.
table = pd.DataFrame(
    {"Indices connus": shares.keys(), "Élèves seuls": map(percent, shares.values())}
)
table.style.hide().set_caption("Part des 12 millions d’élèves de France qui sont seuls")

# %% lang="en" jupyter={"source_hidden": true}
# The table of shares.
table = pd.DataFrame({"Known clues": shares.keys(), "Pupils alone": map(percent, shares.values())})
table.style.hide().set_caption("Share of the 12 million pupils of France who are alone")

# %% [markdown] lang="fr"
# Regardez la dernière ligne, puis revenez à votre premier pari : **les mêmes deux indices**,
# au lycée et dans le pays entier. La foule protège. Un indice de plus l’efface.

# %% [markdown] lang="en"
# Look at the last row, then go back to your first bet: **the same two clues**,
# in one school and in a whole country. A crowd protects. One more clue wipes it out.

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minute 15.** Faites parier sur le mois *avant* de dire que la réponse est petite : beaucoup d’élèves divisent seulement par deux.
# > Demandez pourquoi : 30 fois moins de cases, donc 30 fois plus de monde dans chacune.
# > Pour la France, les deux intuitions s’affrontent : « on est 12 millions, on est caché » et « la commune, c’est petit ».
# > Faites-les dire toutes les deux avant de révéler.
# > *Erreur fréquente* : croire que le nombre d’habitants compte seul. C’est le rapport entre les personnes et les combinaisons possibles.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minute 15.** Have them bet on the month *before* you say the answer is small: many only divide by two.
# > Ask why: 30 times fewer boxes, so 30 times more people in each.
# > For France, two intuitions clash: “there are 12 million of us, we are hidden” and “a village is small”.
# > Get both said aloud before the reveal.
# > *Usual mistake*: thinking that the size of the population is all that counts. It is people against possible combinations.

# %% [markdown] lang="fr"
# ## 4. La colonne la plus coûteuse (niveau Modifier)
#
# Chaque colonne donnée se paie en anonymat. Changez la liste `by`, relancez, regardez.
#
# | Vous pouvez écrire | C’est |
# |---|---|
# | `"level"`, `"class"` | le niveau, la classe |
# | `"sex"` | le sexe |
# | `"birth_date"`, `"birth_month"` | le jour, ou seulement le mois de naissance |
# | `"second_language"`, `"option"` | la seconde langue, l’option |
# | `"regime"`, `"transport"` | externe ou demi-pensionnaire, le moyen de transport |
# | `"commune"` | la commune |
#
# - **Défi 1** : deux colonnes seulement, le plus possible d’élèves seuls.
# - **Défi 2** : trois colonnes, et personne de seul.
# - **Défi 3** : quelle colonne coûte le plus cher ? Ajoutez-la, retirez-la, comparez.

# %% [markdown] lang="en"
# ## 4. The costliest column (Change level)
#
# Each column handed over is paid for in anonymity. Change the list `by`, run again, look.
#
# | You can write | It is |
# |---|---|
# | `"level"`, `"class"` | the year group, the class |
# | `"sex"` | the sex |
# | `"birth_date"`, `"birth_month"` | the day of birth, or only the month |
# | `"second_language"`, `"option"` | the second language, the optional subject |
# | `"regime"`, `"transport"` | school meals or boarding, how they travel |
# | `"commune"` | the town or village |
#
# - **Challenge 1**: two columns only, as many pupils alone as you can.
# - **Challenge 2**: three columns, and nobody alone.
# - **Challenge 3**: which column costs the most? Add it, take it out, compare.

# %%
# fr: Changez cette liste, avec une virgule entre deux colonnes, puis exécutez aussi la cellule suivante.
# en: Change this list, with a comma between two columns, then run the next cell as well.
by = ["level", "sex", "second_language"]

# %%
say(sentence(class_sizes(file, by)))
len(same_as_me(by))

# %% [markdown] lang="fr"
# La phrase parle du lycée. Le nombre, de vous : combien d’élèves sont comme vous.
#
# Votre réponse au défi 3 est prête ? Le kit a essayé **toutes** les listes possibles de ces six colonnes.

# %% [markdown] lang="en"
# The sentence is about the school. The number is about you: how many pupils are like you.
#
# Is your answer to challenge 3 ready? The kit has tried **every** possible list of these six columns.

# %%
tried = explore(file, ["birth_date", "sex", "class", "second_language", "regime", "commune"])
say(tried)

# %% jupyter={"source_hidden": true}
# fr: Le coût de chaque colonne, du plus cher au moins cher.
# en: The cost of each column, costliest first.
harm = sorted(tried.harm.items(), key=lambda cost: -cost[1])
columns = [label(column) for column, _ in harm]
costs = [round(100 * cost) for _, cost in harm]

# %% lang="fr" jupyter={"source_hidden": true}
# Le tableau des coûts.
table = pd.DataFrame(
    {"Colonne": columns, "Part d’élèves seuls": [f"+ {cost} points" for cost in costs]}
)
table.style.hide().set_caption("Ce que chaque colonne ajoute en moyenne, quand on la donne")

# %% lang="en" jupyter={"source_hidden": true}
# The table of costs.
table = pd.DataFrame(
    {"Column": columns, "Share of pupils alone": [f"+{cost} points" for cost in costs]}
)
table.style.hide().set_caption("What each column adds on average, when it is handed over")

# %% [markdown] lang="fr"
# ### Moins de détails, autant d’utilité
#
# La documentaliste choisit des romans pour chaque niveau. Elle veut savoir quel âge ont les élèves.
# Lui faut-il le jour de naissance ? Calculons deux fois.

# %% [markdown] lang="en"
# ### Fewer details, just as useful
#
# The school librarian is choosing novels for each year group. She wants to know how old the pupils are.
# Does she need the day of birth? Let us work it out twice.

# %% jupyter={"source_hidden": true}
# fr: L’âge moyen, calculé deux fois.
# en: The mean age, worked out twice.
start_of_year = pd.Timestamp("2026-09-01")
middle_of_month = pd.to_datetime(file["birth_month"] + "-15")
ages = pd.DataFrame(
    {
        "level": file["level"],
        "day": (start_of_year - file["birth_date"]).dt.days / 365.25,
        "month": (start_of_year - middle_of_month).dt.days / 365.25,
    }
)
mean_ages = ages.groupby("level").mean().loc[["seconde", "première", "terminale"]]

# %% lang="fr" jupyter={"source_hidden": true}
# Le tableau des âges.
mean_ages.columns = ["avec le jour", "avec le mois"]
mean_ages.index.name = "niveau"
mean_ages.style.format(precision=1, decimal=",").set_caption(
    "Âge moyen à la rentrée 2026, en années"
)

# %% lang="en" jupyter={"source_hidden": true}
# The table of ages.
mean_ages.columns = ["with the day", "with the month"]
mean_ages.index.name = "year group"
mean_ages.style.format(precision=1).set_caption(
    "Mean age at the start of the school year 2026, in years"
)

# %% [markdown] lang="fr"
# La réponse est la même. Le jour n’apportait rien, sauf le moyen de vous retrouver.
# Un service d’exercices en demande encore moins : votre **classe** et un **identifiant opaque**,
# un code que seul le lycée sait relier à vous.

# %% [markdown] lang="en"
# Same answer. The day brought nothing, except a way to find you.
# An exercise service needs even less: your **class** and an **opaque identifier**,
# a code that only the school can link back to you.

# %% [markdown] lang="fr"
# ## 5. L’erreur a un visage
#
# Un questionnaire « anonyme » sur la cantine circule. Il demande la date de naissance, le sexe
# et la seconde langue, « pour les statistiques ». Une réponse est très drôle, et très méchante pour le cuisinier.
# Quelqu’un ouvre le fichier du lycée. **Deux** élèves ont ces trois indices.

# %% [markdown] lang="en"
# ## 5. The mistake has a face
#
# An “anonymous” survey about school meals goes round. It asks for birth date, sex and second
# language, “for statistics”. One reply is very funny, and very unkind to the cook.
# Somebody opens the school’s file. **Two** pupils match the three clues.

# %%
clues = ["birth_date", "sex", "second_language"]
pairs = [two for _, two in file.groupby(clues) if len(two) == 2 and two["address"].nunique() == 2]
suspects = pairs[3]
suspects[[*clues, "level"]].set_axis(["A", "B"])

# %% [markdown] lang="fr"
# Qui a écrit ? Vous n’avez rien d’autre. Accusez **A** ou **B**.

# %% [markdown] lang="en"
# Who wrote it? You have nothing else to go on. Accuse **A** or **B**.

# %%
# fr: Écrivez "A" ou "B".
# en: Write "A" or "B".
accused = ...

# %% lang="fr" jupyter={"source_hidden": true}
# Qui était-ce ?
author = "AB"[number % 2]
innocent = "B" if author == "A" else "A"
choice = str(accused).strip().upper()
if choice == author:
    print(
        f"C’était bien {author}. Mais vous avez tiré à pile ou face : votre voisin, lui, a accusé {innocent}."
    )
elif choice == innocent:
    print(f"Raté : c’était {author}. Voici {innocent}, qui n’a rien écrit.")
elif accused is ...:
    print('Personne n’est accusé : à la place des trois points, écrivez "A" ou "B".')
else:
    print('Écrivez "A" ou "B", avec les guillemets.')
if choice in ("A", "B"):
    display(avatar(school, suspects.index["AB".index(innocent)] + 1))

# %% lang="en" jupyter={"source_hidden": true}
# Who was it?
author = "AB"[number % 2]
innocent = "B" if author == "A" else "A"
choice = str(accused).strip().upper()
if choice == author:
    print(f"It was {author}. But you tossed a coin: your neighbour accused {innocent}.")
elif choice == innocent:
    print(f"Wrong: it was {author}. Here is {innocent}, who wrote nothing.")
elif accused is ...:
    print('Nobody is accused: in place of the three dots, write "A" or "B".')
else:
    print('Write "A" or "B", with the quotes.')
if choice in ("A", "B"):
    display(avatar(school, suspects.index["AB".index(innocent)] + 1))

# %% [markdown] lang="fr"
# Entre deux suspects, on se trompe **une fois sur deux**. Derrière chaque erreur, il y a quelqu’un.
#
# ### Le compteur des dégâts
# Un accusateur prend le fichier, ligne par ligne, et désigne chaque fois une personne qui a les bons indices.
# Combien en retrouve-t-il ? Combien en accuse-t-il à tort ?

# %% [markdown] lang="en"
# Between two suspects, the accuser is wrong **one time in two**. Behind each mistake, there is somebody.
#
# ### The damage counter
# An accuser takes the file, row by row, and each time names one person who matches the clues.
# How many are found? How many are wrongly accused?

# %% jupyter={"source_hidden": true}
# fr: Une accusation par élève ; ce que le fichier rapporte, et ce qu’il permet à la classe.
# en: One accusation for each pupil; what the file brings in, and what it lets the class do.
files = [
    ["birth_month", "sex"],
    ["birth_date", "sex"],
    ["birth_date", "sex", "second_language"],
    ["opaque_id", "class"],
]
damages = {}
for columns in files:
    known = [column for column in columns if column != "opaque_id"]
    sizes = class_sizes(file, by=known)
    damages[", ".join(label(column) for column in columns)] = Damage(
        found=sizes.classes,
        accused=sizes.rows - sizes.classes,
        euros=euros_a_year(school, columns),
        usefulness=usefulness(columns),
        pupils=sizes.rows,
    )

# %% lang="fr" jupyter={"source_hidden": true}
# Le compteur.
counter(
    damages,
    of="Ce que dit le fichier",
    caption="Le compteur des dégâts : en moyenne, sur 1 100 accusations, une par élève",
)

# %% lang="en" jupyter={"source_hidden": true}
# The counter.
counter(
    damages,
    of="What the file tells",
    caption="The damage counter: on average, out of 1,100 accusations, one for each pupil",
)

# %% [markdown] lang="fr"
# Lisez ensemble les deux premières colonnes de nombres. Des indices vagues accusent surtout des innocents ;
# des indices précis retrouvent presque tout le monde. Aucune ligne n’est bonne pour vous.
#
# Lisez maintenant les deux autres. Les fichiers du questionnaire ne servent en rien à la classe, mais ils ont de la valeur pour la publicité.
# La classe et un identifiant opaque font tout le travail, et **ne se vendent pas**.

# %% [markdown] lang="en"
# Read the first two columns of numbers together. Vague clues mostly accuse the innocent;
# precise clues find almost everyone. No row is a good one for you.
#
# Now read the other two. The survey’s files are of no use to the class, but they are worth something to advertisers.
# The class and an opaque identifier do all the work, and **do not sell**.

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minute 30.** Faites voter A ou B à main levée, puis exécutez. La bonne réponse dépend du numéro d’avatar :
# > dans la classe, la moitié se trompe, quoi qu’elle choisisse. Nommez l’innocent à voix haute, avec son niveau et sa classe : c’est le but.
# > *Le calcul du compteur* : dans un groupe de *n* sosies, *n* accusations au hasard en donnent en moyenne une de juste.
# > Donc autant de retrouvés que de groupes, et tous les autres accusés à tort.
# > *Euros* : une estimation, expliquée sous le tableau et refaite en leçon 6. Un sexe ou une date de naissance suffisent à mieux choisir une publicité : d’où la même somme trois fois.
# > *Utilité* : la classe est utile dès que le service la connaît ; aucun des trois indices du questionnaire ne l’est.
# > *Erreur fréquente* : « une fois sur deux, ce n’est pas si mal. » Demandez : et si c’était vous ?

# %% [markdown] lang="en" tags=["teacher"]
# > **Minute 30.** Take a vote on A or B, then run the cell. The right answer depends on the avatar’s number:
# > half the class is wrong whatever it picks. Say the innocent’s name aloud, with year group and class: that is the point.
# > *How the counter works*: in a group of *n* doubles, *n* random accusations give one right on average.
# > So as many are found as there are groups, and all the others are wrongly accused.
# > *Euros*: an estimate, explained under the table and worked out again in lesson 6. A sex or a birth date is enough to choose an advertisement better: hence the same sum three times.
# > *Usefulness*: the class is useful as soon as the service knows it; none of the survey’s three clues is.
# > *Usual mistake*: “one in two is not that bad.” Ask: and if it were you?

# %% [markdown] lang="fr"
# ## 6. Écrivez l’attaque (niveau Écrire, NSI)
#
# Un fichier CSV, des dictionnaires, une boucle : c’est tout ce qu’il faut. Voici le texte du fichier.

# %% [markdown] lang="en"
# ## 6. Write the attack (Write level, computer science)
#
# A CSV file, some dictionaries, one loop: that is all it takes. Here is the text of the file.

# %%
text = file[["birth_date", "sex", "second_language"]].to_csv(index=False)
print(*text.splitlines()[:4], sep="\n")

# %%
import csv

# fr: Pour un fichier sur le disque, on écrirait csv.DictReader(open("valmorne.csv", encoding="utf-8")).
# en: For a file on disk, we would write csv.DictReader(open("valmorne.csv", encoding="utf-8")).
rows = list(csv.DictReader(text.splitlines()))
rows[0]

# %% [markdown] lang="fr"
# **Question 1.** Complétez `count_groups`. Elle renvoie un dictionnaire :
# la clé est le p-uplet des indices, la valeur est le nombre de lignes qui les portent.

# %% [markdown] lang="en"
# **Question 1.** Complete `count_groups`. It returns a dictionary:
# the key is the tuple of clues, the value is the number of rows that carry them.

# %%
small = [
    {"sex": "F", "birth_month": "2010-06"},
    {"sex": "F", "birth_month": "2010-06"},
    {"sex": "M", "birth_month": "2010-06"},
]


def count_groups(rows, by):
    groups = {}
    for row in rows:
        key = tuple([row[column] for column in by])
        # fr: Comptez cette ligne dans son groupe.
        # en: Count this row in its group.
        ### BEGIN SOLUTION
        if key in groups:
            groups[key] = groups[key] + 1
        else:
            groups[key] = 1
        ### END SOLUTION
    return groups


check(
    "count_groups",
    count_groups(small, ["sex", "birth_month"]),
    {("F", "2010-06"): 2, ("M", "2010-06"): 1},
)

# %% [markdown] lang="fr"
# **Question 2.** Complétez `count_alone` : combien de groupes ne contiennent qu’une personne ?

# %% [markdown] lang="en"
# **Question 2.** Complete `count_alone`: how many groups hold only one person?

# %%
by_hand = {("M", "2010-06"): 1, ("F", "2010-06"): 3, ("F", "2010-07"): 1}


def count_alone(groups):
    alone = 0
    for size in groups.values():
        # fr: Ajoutez 1 si ce groupe n’a qu’une personne.
        # en: Add 1 if this group holds only one person.
        ### BEGIN SOLUTION
        if size == 1:
            alone = alone + 1
        ### END SOLUTION
    return alone


check("count_alone", count_alone(by_hand), 2)

# %% [markdown] lang="fr"
# **Et sur le lycée entier ?** Trouvez-vous comme le kit ?

# %% [markdown] lang="en"
# **And on the whole school?** Do you agree with the kit?

# %%
groups = count_groups(rows, ["birth_date", "sex"])
check("school", count_alone(groups), class_sizes(file, ["birth_date", "sex"]).unique)

# %% [markdown] lang="fr"
# **Question bonus.** On désigne une personne au hasard dans le bon groupe. Pour un élève d’un groupe de *n*,
# la chance de tomber juste est 1/*n*. Quelle est la **moyenne** de cette chance sur tout le lycée ?
# Une division suffit : pourquoi ?

# %% [markdown] lang="en"
# **Bonus question.** We name one person at random in the right group. For a pupil in a group of *n*,
# the chance of being right is 1/*n*. What is the **mean** of that chance over the whole school?
# A single division will do: why?

# %%
# fr: À la main, pour les cinq élèves de by_hand : trois sont sosies, deux sont seuls.
# en: By hand, for the five pupils of by_hand: three are doubles, two are alone.
mean_by_hand = (1 + 1 / 3 + 1 / 3 + 1 / 3 + 1) / 5


def success(groups):
    # fr: La moyenne de la chance d’être désigné, sur tous les élèves.
    # en: The mean chance of being named, over all pupils.
    ### BEGIN SOLUTION
    return len(groups) / sum(groups.values())
    ### END SOLUTION


check("success", success(by_hand), mean_by_hand)
success(groups)

# %% [markdown] lang="fr" tags=["teacher"]
# > **Pourquoi une division ?** Chaque élève d’un groupe de *n* compte pour 1/*n*, et ils sont *n* : un groupe apporte 1 au total.
# > La somme sur le lycée est donc le nombre de groupes.
# > *Erreurs fréquentes* : une liste comme clé (`TypeError: unhashable type: 'list'`, il faut un p-uplet) ;
# > `groups[key] + 1` sans créer d’abord la clé (`KeyError`) ; compter les lignes au lieu des groupes.
# > *Différencier* : les plus rapides écrivent `smallest(groups)`, le *k* du fichier, ou refont le défi 3 avec leur propre fonction ;
# > les plus lents commencent par trois lignes écrites au tableau et le dictionnaire attendu.

# %% [markdown] lang="en" tags=["teacher"]
# > **Why one division?** Each pupil in a group of *n* counts for 1/*n*, and there are *n* of them: a group brings 1 in all.
# > So the sum over the school is the number of groups.
# > *Usual mistakes*: a list as a key (`TypeError: unhashable type: 'list'`; it takes a tuple);
# > `groups[key] + 1` before the key exists (`KeyError`); counting rows instead of groups.
# > *Differentiation*: the fastest write `smallest(groups)`, the file’s *k*, or redo challenge 3 with their own function;
# > the slowest start from three rows on the board and the dictionary they should get.

# %% [markdown] lang="fr"
# ## 7. Mise en commun
#
# ### Les mots
#
# | Mot | Ce qu’il veut dire | Aujourd’hui |
# |---|---|---|
# | **quasi-identifiant** | une colonne banale qui, croisée avec d’autres, désigne quelqu’un | date de naissance, sexe, commune |
# | **classe d’équivalence** | toutes les personnes qui ont les mêmes valeurs | vos sosies et vous |
# | ***k*** | la taille de la plus petite classe d’équivalence | *k* = 1 : quelqu’un est seul |
#
# ### Quatre questions à discuter
#
# 1. On avait effacé les noms. Le fichier était-il anonyme ?
# 2. Qu’est-ce qui protège le mieux : être nombreux, ou en dire moins ?
# 3. Entre être retrouvé et être accusé à la place d’un autre, que préférez-vous ? Qui en décide ?
# 4. Un site demande votre date de naissance. De quoi a-t-il vraiment besoin ?

# %% [markdown] lang="en"
# ## 7. Talking it over
#
# ### The words
#
# | Word | What it means | Today |
# |---|---|---|
# | **quasi-identifier** | an ordinary column which, crossed with others, points at someone | birth date, sex, town |
# | **equivalence class** | all the people who have the same values | you and your doubles |
# | ***k*** | the size of the smallest equivalence class | *k* = 1: somebody is alone |
#
# ### Four questions to discuss
#
# 1. The names had been removed. Was the file anonymous?
# 2. What protects better: being many, or saying less?
# 3. Being found, or being accused in someone else’s place: which would you rather? Who decides?
# 4. A site asks for your birth date. What does it really need?

# %% [markdown] lang="fr"
# ### D’autres l’ont mesuré
#
# En 2000, Latanya Sweeney estime que le code postal, le sexe et la date de naissance suffisent à isoler
# **87 %** des habitants des États-Unis. En 2006, Philippe Golle refait le calcul sur un recensement plus récent
# et trouve **63 %**. Les chiffres diffèrent, la conclusion non : avec trois indices, la plupart des gens sont seuls.
#
# ### Et à l’école ?
#
# Le 12 mai 2017, le directeur du numérique du ministère écrit aux académies : sous leurs conditions « éducation »,
# rien n’interdit en principe de relier l’annuaire d’un établissement aux services des grands fournisseurs.
# Le 23 mai, la CNIL demande une protection effective et contraignante des données scolaires : aucun usage commercial, un hébergement en France ou en Europe, la sécurité, les droits des personnes.
#
# Le règlement européen (RGPD) donne deux repères. Une donnée est personnelle si l’on peut reconnaître quelqu’un,
# directement **ou indirectement** (article 4). On ne demande que ce qui est nécessaire : c’est la **minimisation** (article 5).

# %% [markdown] lang="en"
# ### Others have measured it
#
# In 2000, Latanya Sweeney estimated that ZIP code, sex and birth date were enough to single out
# **87%** of the people of the United States. In 2006, Philippe Golle redid the calculation on a later census
# and found **63%**. The figures differ; the conclusion does not: with three clues, most people are alone.
#
# ### And at school?
#
# On 12 May 2017, the French ministry’s digital director wrote to the regional education offices: under their “education” terms,
# nothing in principle forbids connecting a school’s directory to the services of the large suppliers.
# On 23 May, the data protection authority (CNIL) asked for effective and binding protection of school data: no commercial use, hosting in France or Europe, security, people’s rights.
#
# European law (the GDPR) gives two landmarks. Data are personal if someone can be recognised,
# directly **or indirectly** (article 4). Only what is necessary may be asked for: that is **minimisation** (article 5).

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minutes 35 à 50 : ce que l’on peut entendre.**
# >
# > 1. Non : plus de la moitié des lignes désignent une seule personne. Effacer le nom est utile, mais ne suffit pas.
# >    Le groupe des CNIL européennes (G29, avis 05/2014) demande trois choses d’un fichier anonyme : ni individualisation,
# >    ni corrélation, ni inférence. Aujourd’hui, seule la première a été testée.
# > 2. Les deux. Être nombreux protège avec *les mêmes* indices ; une colonne de plus annule la foule. On ne choisit pas la taille de la foule,
# >    on choisit ce que l’on demande.
# > 3. Il n’y a pas de bonne réponse. Celui qui accuse ne voit que le nombre de réussites : c’est à nous de compter les autres.
# > 4. Souvent d’une seule réponse : « plus de 15 ans, oui ou non ». Parfois du mois. Rarement du jour.
# >
# > **Si un élève veut essayer sur un camarade** : non, et on le dit calmement. Ce serait utiliser les données de quelqu’un qui n’a rien demandé,
# > devant témoins. Proposez l’avatar du voisin, qui est fictif.
# >
# > **Si un élève se reconnaît** dans un avatar (un nom, une famille) : tout est tiré au sort, les téléphones, numéros et adresses n’appartiennent à personne.
# > Donnez-lui un autre numéro, sans demander pourquoi. Les traits scellés (parents séparés, argent, santé, sommeil, travail) ne paraissent pas dans cette leçon.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minutes 35 to 50: what you may hear.**
# >
# > 1. No: more than half the rows point at a single person. Removing names is useful, but not enough.
# >    The European data protection authorities (Article 29 group, opinion 05/2014) ask three things of an anonymous file: no singling out,
# >    no linking, no inference. Today only the first was put to the test.
# > 2. Both. Being many protects with *the same* clues; one more column cancels the crowd. Nobody chooses the size of the crowd;
# >    one does choose what to ask for.
# > 3. There is no right answer. Accusers only see how often they succeed: it is up to us to count the others.
# > 4. Often a single answer: “over 15, yes or no”. Sometimes the month. Seldom the day.
# >
# > **If a pupil wants to try it on a classmate**: no, said calmly. It would be using the data of someone who asked for nothing,
# > in front of witnesses. Offer the neighbour’s avatar instead: that one is made up.
# >
# > **If a pupil recognises themselves** in an avatar (a name, a family): everything is drawn at random; phones, numbers and addresses belong to nobody.
# > Give them another number without asking why. The sealed traits (separated parents, money, health, sleep, a job) do not appear in this lesson.

# %% [markdown] lang="fr"
# ## 8. À copier
#
# 1. Un **quasi-identifiant** est une donnée banale (date de naissance, sexe, commune) qui, croisée avec d’autres, désigne une personne.
# 2. Les personnes qui ont les mêmes valeurs forment une **classe d’équivalence** ; ***k*** est la taille de la plus petite.
# 3. Si *k* = 1, quelqu’un est seul : effacer les noms ne l’a pas caché. Entre deux suspects, on se trompe une fois sur deux.
# 4. Avec la date de naissance, le sexe et la commune, environ 69 % des élèves de France sont seuls ; avec le mois au lieu du jour, environ 19 %.
# 5. Plus une donnée est précise, moins elle cache ; plus la foule est grande, mieux elle cache, à indices égaux.
# 6. **Minimiser**, c’est ne demander que le nécessaire : moins de personnes retrouvées, sans perdre la réponse utile.

# %% [markdown] lang="en"
# ## 8. To copy
#
# 1. A **quasi-identifier** is an ordinary piece of data (birth date, sex, town) which, crossed with others, points at a person.
# 2. People who have the same values form an **equivalence class**; ***k*** is the size of the smallest.
# 3. If *k* = 1, somebody is alone: removing the names did not hide them. Between two suspects, the accuser is wrong one time in two.
# 4. With birth date, sex and town, about 69% of French pupils are alone; with the month instead of the day, about 19%.
# 5. The more precise the data, the less they hide; the bigger the crowd, the better it hides, clues being equal.
# 6. To **minimise** is to ask only for what is needed: fewer people found, and the useful answer is kept.

# %% [markdown] lang="fr" tags=["teacher"]
# ## Réponses attendues
#
# Le kit les recalcule à chaque fois : `School(seed=2)` pour le lycée, `Nation(seed=1)` pour la France.
#
# *Partie 1. Trois indices, 1 100 élèves au départ*
#
# | Indice lu | Élèves restants |
# |---|---|
# | c’est une fille | 588 |
# | elle apprend l’italien | 18 |
# | elle est née en mai 2010 | 1 |
#
# *Parties 3 à 5. Une accusation par élève*
#
# | Au lycée | Seuls | Part | Retrouvés | Accusés à tort | *k* |
# |---|---|---|---|---|---|
# | `birth_date`, `sex` | 693 | 63,0 % | 878 | 222 | 1 |
# | `birth_month`, `sex` | 16 | 1,5 % | 101 | 999 | 1 |
# | `birth_date`, `sex`, `second_language` | 835 | 75,9 % | 959 | 141 | 1 |
#
# | En France | Part d’élèves seuls | *k* |
# |---|---|---|
# | `birth_date`, `sex`, `commune` | 69,2 % | 1 |
# | `birth_date`, `sex`, `postcode` | 62,7 % | 1 |
# | `birth_month`, `sex`, `commune` | 18,7 % | 1 |
# | `birth_date`, `sex` | 0,0 % | 228 |
#
# *Partie 5. Le compteur des dégâts*
#
# | Ce que dit le fichier | Retrouvés | Accusés à tort | Euros par an | Utilité gardée |
# |---|---|---|---|---|
# | `birth_month`, `sex` | 101 | 999 | 1 307 € | 0 % |
# | `birth_date`, `sex` | 878 | 222 | 1 307 € | 0 % |
# | `birth_date`, `sex`, `second_language` | 959 | 141 | 1 307 € | 0 % |
# | `opaque_id`, `class` | 36 | 1 064 | 0 € | 100 % |
#
# *Partie 4*
#
# - **Défi 1** : `birth_date` et `class`, 1 031 élèves seuls. La classe découpe le lycée en groupes de trente.
# - **Défi 2** : `level`, `class`, `sex`, par exemple. Aucune bonne réponse ne contient la date ni le mois de naissance.
# - **Défi 3** : `birth_date`, de loin. C’est la colonne que les formulaires demandent le plus volontiers.

# %% [markdown] lang="en" tags=["teacher"]
# ## Expected answers
#
# The kit works them out afresh each time: `School(seed=2)` for the school, `Nation(seed=1)` for France.
#
# *Part 1. Three clues, 1,100 pupils to begin with*
#
# | Clue read | Pupils left |
# |---|---|
# | it’s a girl | 588 |
# | she is learning Italian | 18 |
# | she was born in May 2010 | 1 |
#
# *Parts 3 to 5. One accusation for each pupil*
#
# | At school | Alone | Share | Found | Wrongly accused | *k* |
# |---|---|---|---|---|---|
# | `birth_date`, `sex` | 693 | 63.0% | 878 | 222 | 1 |
# | `birth_month`, `sex` | 16 | 1.5% | 101 | 999 | 1 |
# | `birth_date`, `sex`, `second_language` | 835 | 75.9% | 959 | 141 | 1 |
#
# | In France | Share alone | *k* |
# |---|---|---|
# | `birth_date`, `sex`, `commune` | 69.2% | 1 |
# | `birth_date`, `sex`, `postcode` | 62.7% | 1 |
# | `birth_month`, `sex`, `commune` | 18.7% | 1 |
# | `birth_date`, `sex` | 0.0% | 228 |
#
# *Part 5. The damage counter*
#
# | What the file tells | Found | Wrongly accused | Euros a year | Usefulness kept |
# |---|---|---|---|---|
# | `birth_month`, `sex` | 101 | 999 | €1,307 | 0% |
# | `birth_date`, `sex` | 878 | 222 | €1,307 | 0% |
# | `birth_date`, `sex`, `second_language` | 959 | 141 | €1,307 | 0% |
# | `opaque_id`, `class` | 36 | 1,064 | €0 | 100% |
#
# *Part 4*
#
# - **Challenge 1**: `birth_date` and `class`, 1,031 pupils alone. Classes cut the school into groups of thirty.
# - **Challenge 2**: `level`, `class`, `sex`, for instance. No right answer holds the date or the month of birth.
# - **Challenge 3**: `birth_date`, by far. It is the column that forms ask for most readily.

# %% [markdown] lang="fr" tags=["teacher"]
# ## Si ça se passe mal
#
# - **Rien ne s’ouvre chez les élèves** : projetez le tableau de bord 2 (`make show`), à main levée. Il fait les paris, le défi 3 et le compteur ; lisez à voix haute les parties 1 et 5.
# - **Pas d’électricité, pas de réseau** : les cartes `.venv/bin/poucet cards --lesson 2`, imprimées en A4 noir et blanc.
# - **`NameError`** : une cellule plus haut n’a pas été exécutée. Reprenez du début, dans l’ordre.
# - **Une phrase d’erreur en rouge** : elle dit ce qui a été écrit et ce qu’il faut écrire. Faites-la lire à voix haute.
# - **La cellule « France » tarde** : quelques secondes suffisent d’ordinaire. Sur une machine modeste, exécutez-la une seule fois, au tableau.
# - **Un pari verrouillé trop vite** : il reste verrouillé. C’est la règle, et c’est plus drôle.
#
# ## Différencier
#
# - *Plus guidé* : les parties 1 à 3 et 8 forment une leçon complète, sans toucher au code.
# - *Plus loin, sans code* : trouver, à trois colonnes, la liste la plus utile à un conseil de classe et la moins dangereuse ; la défendre.
# - *Plus loin, en NSI* : la partie 6, puis le devoir A2.
#
# ## Ce que la leçon couvre
#
# | Enseignement | Capacités |
# |---|---|
# | SNT (seconde) | définir une donnée personnelle ; rechercher, filtrer et calculer sur une table |
# | NSI (première) | importer un fichier CSV, rechercher dans une table, écrire et utiliser un jeu de tests |
# | EMC | débattre d’un cas concret : droits des personnes, protection de la vie privée (programme : arrêté du 29 mai 2024) |
# | CRCN / Pix | 1.3 traiter des données ; 4.2 protéger les données personnelles et la vie privée |
#
# ## Sources
#
# - L. Sweeney, *Simple Demographics Often Identify People Uniquely*, Carnegie Mellon University, 2000.
# - P. Golle, *Revisiting the Uniqueness of Simple Demographics in the US Population*, WPES, 2006.
# - Groupe de l’article 29, avis 05/2014 sur les techniques d’anonymisation.
# - CNIL, position du 23 mai 2017 sur les services numériques dans l’éducation ; Café pédagogique, 16 et 23 mai 2017.
# - Règlement (UE) 2016/679 (RGPD), articles 4 et 5.
# - Populations des communes : Insee, par le paquet `@etalab/decoupage-administratif` 6.0.0, Licence Ouverte 2.0.

# %% [markdown] lang="en" tags=["teacher"]
# ## If it goes wrong
#
# - **Nothing opens for the pupils**: project dashboard 2 (`POUCET_LANG=en make show`, or click English), with a show of hands. It does the bets, challenge 3 and the counter; read parts 1 and 5 aloud.
# - **No power, no network**: the cards from `.venv/bin/poucet cards --lesson 2 --lang en`, printed on A4 in black and white.
# - **`NameError`**: a cell further up was not run. Start again from the top, in order.
# - **An error sentence in red**: it says what was written and what should be. Have it read aloud.
# - **The “France” cell is slow**: a few seconds are usually enough. On a modest machine, run it once only, at the board.
# - **A bet locked too soon**: it stays locked. Those are the rules, and it is more fun.
#
# ## Differentiation
#
# - *More support*: parts 1 to 3 and 8 make a complete lesson, without touching the code.
# - *Further, without code*: find the three columns most useful to a teachers’ meeting and least dangerous; defend them.
# - *Further, in computer science*: part 6, then assignment A2.
#
# ## What the lesson covers
#
# | Subject | Skills |
# |---|---|
# | SNT (digital science, first year of lycée) | define personal data; search, filter and compute on a table |
# | NSI (computer science, second year) | import a CSV file, search a table, write and use test cases |
# | EMC (civics) | debate a concrete case: people’s rights, protection of private life (syllabus: order of 29 May 2024) |
# | CRCN / Pix (digital skills framework) | 1.3 process data; 4.2 protect personal data and privacy |
#
# ## Sources
#
# - L. Sweeney, *Simple Demographics Often Identify People Uniquely*, Carnegie Mellon University, 2000.
# - P. Golle, *Revisiting the Uniqueness of Simple Demographics in the US Population*, WPES, 2006.
# - Article 29 Working Party, opinion 05/2014 on anonymisation techniques.
# - CNIL, statement of 23 May 2017 on digital services in education; Café pédagogique, 16 and 23 May 2017.
# - Regulation (EU) 2016/679 (GDPR), articles 4 and 5.
# - Populations of towns and villages: Insee, through the package `@etalab/decoupage-administratif` 6.0.0, Licence Ouverte 2.0.
