# ---
# jupyter:
#   kernelspec: {name: python3, display_name: Python 3, language: python}
#   poucet: {n: 7, slug: {fr: proteger-sans-detruire, en: protect-dont-destroy}, minutes: 55}
# ---

# %% tags=["note"]
# Numbers quoted in the prose are checked against the kit by tests/lessons/test_lesson_07.py.
# Whoever changes the seed, the school or the columns runs that test and rewrites the sentences.
# OpenDP's noise has no seed, by design: no sentence quotes a draw, only laws, intervals and "nearly always".

# %% [markdown] lang="fr"
# # Protéger sans détruire
#
# On peut brûler un fichier : plus personne n’y sera retrouvé, et il ne servira plus à rien.
# On peut le publier : il servira à tous, et tous seront retrouvés. Et entre les deux ?
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
# # Protect, don’t destroy
#
# You can burn a file: nobody will ever be found in it, and it will never be of use again.
# You can publish it: everybody can use it, and everybody is found. What lies in between?
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
# > Leurs bourses, leurs notes et leurs réponses ont été tirées au sort.
# > Ne tapez jamais les données d’une vraie personne : ni les vôtres, ni celles d’un camarade.

# %% [markdown] lang="en"
# > **Everything here is made up.** The lycée of Valmorne does not exist, and nor do its pupils.
# > Their grants, their marks and their answers were drawn at random.
# > Never type in a real person’s data: not your own, not a classmate’s.

# %% [markdown] lang="fr" tags=["teacher"]
# ## Fiche de l’enseignant
#
# **Avant** : sur chaque poste, `make open` (voir le README) ; au vôtre, `make show`. Imprimez les cartes
# en secours. Attribuez à chaque élève un numéro entre 1 et 1 100 (par exemple son rang dans la liste × 23).
# La liste des numéros reste sur votre papier.
#
# *Déroulement en 55 minutes*
#
# | Minute | Partie | Vous | Les élèves |
# |---|---|---|---|
# | 0–6 | 1. Cachés parmi cinq | projetez la table, faites voter A, B ou C | lisent, votent, découvrent |
# | 6–11 | 2. Votre avatar, premier pari | distribuez les numéros, faites verrouiller | lisent leur groupe, parient |
# | 11–20 | 3. Tournez le bouton | faites lire les deux courbes, puis circulez | changent k, ℓ et les colonnes |
# | 20–27 | 4. Est-ce anonyme ? | posez les trois questions, faites parier | parient, lisent le tableau |
# | 27–31 | 5. L’erreur a un visage | faites voter, laissez le silence | accusent, découvrent, parient |
# | 31–37 | 6. Du bruit, et un budget | faites exécuter plusieurs fois la même question | dépensent tout le budget |
# | 37–43 | 7. Le professeur peut-il encore répondre ? | faites lire le compteur colonne par colonne | comparent six façons de faire |
# | 43–51 | 9. Mise en commun | animez deux questions au choix | argumentent, posent les mots |
# | 51–55 | 10. À copier | projetez | copient |
#
# En NSI : partie 3 en cinq minutes, parties 4 à 7 au tableau (trois minutes chacune), quinze minutes pour la partie 8 ;
# il reste huit minutes pour la partie 9 : posez les questions 1 et 2.
#
# **Version de 25 minutes** : parties 1 (6 min), 3 sans les défis (4 min), 4 (5 min), 7 projetée (3 min),
# la première question de la partie 9 (3 min), 10 (4 min). Tout tient sur le vidéoprojecteur, à main levée ;
# exécutez les autres cellules sans les commenter.

# %% [markdown] lang="en" tags=["teacher"]
# ## Teacher’s page
#
# **Beforehand**: on each computer, `POUCET_LANG=en make open` (see the README); on yours,
# `POUCET_LANG=en make show`. Print the cards as a fallback. Give each pupil a number between 1 and 1,100
# (say, their place in the register × 23). The list of numbers stays on your paper.
#
# *The 55 minutes*
#
# | Minute | Part | You | The pupils |
# |---|---|---|---|
# | 0–6 | 1. Hidden among five | project the table, take a vote on A, B or C | read, vote, find out |
# | 6–11 | 2. Your avatar, first bet | hand out the numbers, have the bets locked | read about their group, bet |
# | 11–20 | 3. Turn the dial | have both curves read out, then walk round | change k, ℓ and the columns |
# | 20–27 | 4. Is it anonymous? | ask the three questions, have them bet | bet, read the table |
# | 27–31 | 5. The mistake has a face | take a vote, leave a silence | accuse, find out, bet |
# | 31–37 | 6. Noise, and a budget | have the same question run several times | spend the whole budget |
# | 37–43 | 7. Can the teacher still answer? | have the counter read column by column | compare six ways |
# | 43–51 | 9. Talking it over | lead two questions of your choice | argue, and settle the words |
# | 51–55 | 10. To copy | project it | copy |
#
# With computer science pupils: part 3 in five minutes, parts 4 to 7 on the board (three minutes each), fifteen minutes for part 8;
# that leaves eight minutes for part 9: ask questions 1 and 2.
#
# **In 25 minutes**: parts 1 (6 min), 3 without the challenges (4 min), 4 (5 min), 7 projected (3 min),
# the first question of part 9 (3 min), 10 (4 min). It all works on the projector, with a show of hands;
# run the other cells without comment.

# %% [markdown] lang="fr"
# ## 1. Cachés parmi cinq
#
# La mairie veut aider les familles à payer la cantine. Elle demande au lycée les réponses à un questionnaire :
# « À la maison, l’argent manque-t-il ? »
#
# Le lycée a bien travaillé. Plus de noms. Et chaque élève **se confond avec quatre autres au moins** : sa classe, son sexe, sa commune et sa bourse sont écrits pareil.
# On dit que la table est **5-anonyme**, ou que **k = 5**. Les élèves que l’on ne pouvait pas cacher ainsi ont été retirés.
# (La dernière colonne, la moyenne des exercices, ne servira qu’à la partie 7.)

# %% [markdown] lang="en"
# ## 1. Hidden among five
#
# The town council wants to help families pay for school meals. It asks the lycée for the answers to a survey:
# “At home, is money short?”
#
# The school has done its job well. No more names. And each pupil **looks like at least four others**: class, sex, town and grant are written the same.
# The table is said to be **5-anonymous**, or to have **k = 5**. Pupils who could not be hidden like that were left out.
# (The last column, the mean of the exercises, is not used before part 7.)
#
# (Class names: 2de, 1re and Tle are years 1, 2 and 3 of lycée.)

# %% jupyter={"source_hidden": true}
# fr: Les outils de la leçon.
# en: The tools of the lesson.
from html import escape

import pandas as pd
from IPython.display import HTML, display

from poucet import PoucetError, School, directory, trail
from poucet.classroom import avatar, check, predict
from poucet.damages import Damage, counter, euros_a_year, usefulness
from poucet.exports import trail_truth
from poucet.figures import trade_off
from poucet.figures.html import as_html
from poucet.figures.trade_off import known_for_sure
from poucet.i18n import number as written
from poucet.i18n import percent
from poucet.labels import label
from poucet.protect import (
    Budget, add_noise, k_anonymise, method_effect, next_exercise, noise_for_a_picture, pseudonyms,
    three_tests,
)  # fmt: skip

LEFT = [{"selector": "th, td", "props": "text-align: left"}]


def say(result):
    display(HTML(f"<p>{escape(str(result))}</p>"))


def picture(drawing, in_words):
    return HTML(as_html(drawing, in_words, in_words))


def grid(rows, columns, caption=""):
    shown = pd.DataFrame(rows, columns=columns).style.hide().set_caption(caption)
    return shown.set_table_styles(LEFT)


# %% jupyter={"source_hidden": true}
# fr: Le fichier du lycée : l’annuaire, la réponse au questionnaire, la part de bonnes réponses aux exercices.
# en: The school’s file: the directory, the answer to the survey, the share of right answers in exercises.
known = ["class", "sex", "commune", "scholarship"]


def file_of(school):
    file = directory(school)[["given_name", "family_name", *known]]
    return file.assign(money=school.truth["money_trouble"].to_numpy())


school = School(seed=2)
work = trail(school)[["pupil", "object", "score"]].dropna()
file = file_of(school)
file["score"] = work.groupby("pupil")["score"].mean().to_numpy()

# %% lang="fr" jupyter={"source_hidden": true}
# Comment la table s’affiche.
YES, NO, MONEY, SCORE = "oui", "non", "l’argent manque ?", "exercices (sur 20)"

# %% lang="en" jupyter={"source_hidden": true}
# How the table is shown.
YES, NO, MONEY, SCORE = "yes", "no", "is money short?", "exercises (out of 20)"


# %% jupyter={"source_hidden": true}
# fr: Des mots de tous les jours à la place des noms du programme.
# en: Everyday words in place of the program’s names.
def shown(frame):
    frame = frame.copy()
    for name in frame.columns.intersection(["scholarship", "money"]):
        frame[name] = frame[name].map({True: YES, False: NO}).fillna(frame[name])
    if "score" in frame:
        frame["score"] = [written(20 * share, 1) for share in frame["score"]]
    names = {"money": MONEY, "score": SCORE}
    return grid(frame.to_numpy(), [names.get(name) or label(name) for name in frame])


# %%
table = file.drop(columns=["given_name", "family_name"])
release = k_anonymise(table, by=known, k=5)

shown(release.frame.head(6))

# %% [markdown] lang="fr"
# Une étoile veut dire : « on ne dit rien ». La machine a effacé la classe ; elle a gardé le sexe, la commune et la bourse.
#
# **Augustin** est un garçon, il habite Saint-Orin-le-Vieux, il a une bourse : tout le quartier le sait. Dans la table, **ils sont cinq** comme lui.
# Peut-on connaître sa réponse au questionnaire ?
#
# - **A** : non, ils sont cinq.
# - **B** : une chance sur cinq.
# - **C** : oui.
#
# Votez à main levée, puis exécutez.

# %% [markdown] lang="en"
# A star means “we do not say”. The machine has erased the class; it has kept the sex, the town (*commune*) and the means-tested grant.
#
# **Augustin** is a boy, he lives in Saint-Orin-le-Vieux, he has a grant: the whole neighbourhood knows that. In the table, **there are five** like him.
# Can his answer to the survey be known?
#
# - **A**: no, there are five of them.
# - **B**: one chance in five.
# - **C**: yes.
#
# Show of hands, then run the cell.

# %%
rows = release.frame
like_him = (rows["sex"] == "M") & (rows["commune"] == "Saint-Orin-le-Vieux") & rows["scholarship"]

shown(rows[like_him])

# %% [markdown] lang="fr"
# Cinq lignes, cinq « oui ». Laquelle est la sienne ? **On n’a pas besoin de le savoir.**
#
# Toutes les lignes pareilles sur ces quatre colonnes forment un **groupe** (les savants disent : une *classe d’équivalence*).
# Quand tout un groupe partage le même secret, on le connaît sans retrouver personne : c’est l’**attaque par homogénéité**.

# %% [markdown] lang="en"
# Five rows, five times “yes”. Which one is his? **There is no need to know.**
#
# All the rows that are alike in these four columns make a **group** (experts say: an *equivalence class*).
# When a whole group shares the same secret, it is known without finding anybody: this is the **homogeneity attack**.

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minute 0.** Projetez, lisez la promesse du lycée d’un ton rassurant. Presque toute la classe vote A ou B : c’est la leçon 2 bien apprise.
# > Après la révélation, laissez chercher : « Qu’est-ce que k protège ? » La ligne. « Et qu’est-ce qu’il ne protège pas ? » Ce qu’il y a dans la ligne.
# > *Pourquoi Augustin ?* Il n’est pas typique : sur 41 groupes, 2 n’ont que des « oui » (5 et 8 élèves). Les colonnes ont été choisies pour que cela arrive. Dites-le si on vous le demande : un attaquant, lui, cherche justement ces groupes.
# > *Attention* : « l’argent manque » est un trait tiré au sort. On parle d’Augustin, jamais d’un élève de la salle.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minute 0.** Project it, and read the school’s promise in a soothing voice. Nearly the whole class votes A or B: that is lesson 2 well learnt.
# > After the reveal, let them think: “What does k protect?” The row. “And what does it not protect?” What is in the row.
# > *Why Augustin?* He is not typical: of 41 groups, 2 have nothing but “yes” (5 and 8 pupils). The columns were chosen so that it happens. Say so if asked: an attacker looks for just such groups.
# > *Take care*: “money is short” is a trait drawn at random. We talk about Augustin, never about a pupil in the room.

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

# %% jupyter={"source_hidden": true}
# fr: Le groupe d’un élève dans la table publiée : combien ils sont, et combien disent oui.
# en: A pupil’s group in the published table: how many they are, and how many say yes.
kept = ["sex", "commune", "scholarship"]


def group_of(pupil):
    mine = file.loc[pupil - 1, kept]
    same = release.frame[(release.frame[kept] == mine).all(axis=1)]
    return len(same), int(same["money"].sum())


# %% lang="fr" jupyter={"source_hidden": true}
# Ce que la table dit de vous.
size, yes = group_of(number)
if not size:
    print("Votre groupe était trop petit : la table vous a laissé de côté.")
elif yes in (0, size):
    print(f"Vous êtes {size} dans votre groupe, et tous ont répondu {YES if yes else NO} :")
    print("votre réponse est connue à coup sûr.")
else:
    print(f"Vous êtes {size} dans votre groupe : {yes} oui, {size - yes} non.")

# %% lang="en" jupyter={"source_hidden": true}
# What the table says about you.
size, yes = group_of(number)
if not size:
    print("Your group was too small: the table left you out.")
elif yes in (0, size):
    print(f"There are {size} of you in your group, and all answered {YES if yes else NO}:")
    print("your answer is known for certain.")
else:
    print(f"There are {size} of you in your group: {yes} yes, {size - yes} no.")

# %% [markdown] lang="fr"
# ### Premier pari : les réponses sûres (niveau Observer)
#
# La table garde **1 049 élèves** sur 1 100. Pour combien d’entre eux la réponse, oui **ou non**, est-elle connue à coup sûr ?
# Placez le curseur et verrouillez. On ne revient pas en arrière.

# %% [markdown] lang="en"
# ### First bet: the certain answers (Observe level)
#
# The table keeps **1,049 pupils** out of 1,100. For how many of them is the answer, yes **or no**, known for certain?
# Set the slider and lock it. There is no going back.

# %%
bet = predict("known_for_sure", unit="pupils", low=0, high=1049)
bet

# %%
certain = known_for_sure(release.frame, known, "money")
bet.reveal(certain.sum())

# %% [markdown] lang="fr"
# Des « oui », et bien plus de « non ». Un « non » aussi est une réponse que l’on n’avait pas donnée.

# %% [markdown] lang="en"
# Some are “yes”, many more are “no”. A “no”, too, is an answer that nobody had given away.

# %% [markdown] lang="fr"
# ## 3. Tournez le bouton (niveau Modifier)
#
# Pour cacher quelqu’un, on **généralise** : une classe devient un niveau (« 2de »), puis une étoile. Et l’on retire les élèves qui restent trop seuls.
# La machine essaie toutes les façons d’obtenir k, et garde celle qui abîme le moins la table.

# %% [markdown] lang="en"
# ## 3. Turn the dial (Change level)
#
# To hide somebody, we **generalise**: a class becomes a year group (“2de”), then a star. And pupils whose group is still too small are left out.
# The machine tries every way of reaching k, and keeps the one that spoils the table least.

# %%
k = 5

found = trade_off.by_k(table, known, "money", sorted({1, 2, 5, 10, 50, k}))
picture(trade_off.figure(found, k), trade_off.sentence(found, k))

# %% [markdown] lang="fr"
# Quand le bouton monte, les dégâts baissent, **et l’utilité aussi**. Aucune position ne donne tout : on n’a rien sans rien.

# %% [markdown] lang="en"
# When the dial goes up, the damage goes down, **and so does the usefulness**. No position gives everything: there is no free lunch.

# %% lang="fr" jupyter={"source_hidden": true}
# Le bilan d’une table protégée.
HEADS = ["réponses connues à coup sûr", "élèves retirés", "détails gardés", "une ligne de la table"]

# %% lang="en" jupyter={"source_hidden": true}
# What a protected table is worth.
HEADS = ["answers known for certain", "pupils left out", "detail kept", "one row of the table"]


# %% jupyter={"source_hidden": true}
# fr: Ce que l’on sait encore, ce que l’on a perdu.
# en: What is still known, what is lost.
def report(release):
    by = list(release.by)
    row = release.frame[by].iloc[0].replace({True: YES, False: NO})
    told = ", ".join(f"{label(name)} {row[name]}" for name in by)
    sure = int(known_for_sure(release.frame, by, "money").sum())
    lost = len(release.suppressed)
    return grid([[written(sure), written(lost), percent(1 - release.loss.ncp), told]], HEADS)


# %% [markdown] lang="fr"
# ### Trois défis
#
# - **Défi 1** : trouvez le plus petit `k` pour lequel **aucune** réponse n’est sûre. Quelle colonne est devenue une étoile ?
# - **Défi 2** : remettez `k = 5` et écrivez `different = 2` : chaque groupe devra contenir **deux réponses différentes** au moins. On écrit cela **ℓ = 2**. Que perd-on ?
# - **Défi 3** : remettez `different = None`. Une chercheuse compare les classes : il lui faut la colonne `class`, **avec le numéro**. Quelles colonnes de `columns` retirer
#   pour que la classe reste entière, et qu’aucune réponse ne soit sûre ?

# %% [markdown] lang="en"
# ### Three challenges
#
# - **Challenge 1**: find the smallest `k` for which **no** answer is certain. Which column has become a star?
# - **Challenge 2**: go back to `k = 5` and write `different = 2`: each group must then hold at least **two different answers**. This is written **ℓ = 2**. What is lost?
# - **Challenge 3**: go back to `different = None`. A researcher compares classes: she needs the column `class`, **with its number**. Which columns must go from `columns`
#   for the class to stay whole, and for no answer to be certain?

# %%
k = 5
different = None
columns = ["class", "sex", "commune", "scholarship"]

secret = "money" if different else None
mine = k_anonymise(table[[*columns, "money"]], by=columns, k=k, l=different, sensitive=secret)
report(mine)

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minute 11.** Faites lire la courbe des dégâts seule, puis celle de l’utilité seule, puis les deux. « Où vous arrêtez-vous ? Qui le décide ? »
# > *Défi 1* : à k = 6, la commune disparaît et la classe devient un niveau : 12 groupes, tous mêlés. Ce n’est pas k qui l’a voulu : plus les groupes sont grands, plus il est rare que tous y répondent pareil. Rien ne le promet.
# > *Défi 2* : ℓ = 2, c’est la **ℓ-diversité**. Elle, elle le promet. Le prix est le même qu’au défi 1 : la commune. La mairie ne sait plus où aider.
# > *Défi 3* : garder `class` seule. Avec `sex`, 49 réponses sont sûres ; avec `scholarship`, 209. La bonne question n’est pas « quel k ? » mais « **de quoi a-t-on besoin ?** » : c’est la leçon 1.
# > *Erreur fréquente* : croire que k = 10 protège deux fois mieux que k = 5. k compte des lignes, pas des dangers.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minute 11.** Have the damage curve read alone, then the usefulness curve alone, then both. “Where do you stop? Who decides?”
# > *Challenge 1*: at k = 6 the town disappears and the class becomes a year group: 12 groups, all of them mixed. It is not k that meant it: in larger groups, all answering alike is rarer. Nothing promises it.
# > *Challenge 2*: ℓ = 2 is **ℓ-diversity**. That one does promise it. The price is the same as in challenge 1: the town. The council no longer knows where to help.
# > *Challenge 3*: keep `class` alone. With `sex`, 49 answers are certain; with `scholarship`, 209. The right question is not “which k?” but “**what do we need?**”: that is lesson 1.
# > *Usual mistake*: believing that k = 10 protects twice as well as k = 5. k counts rows, not dangers.

# %% [markdown] lang="fr"
# ## 4. Est-ce anonyme ? Trois questions
#
# En 2014, les autorités européennes de protection des données, réunies dans le « G29 », ont posé trois questions.
# Une table n’est anonyme que si l’on ne peut faire, avec elle, **aucune** de ces trois choses :
#
# | Mot du G29 | Ce que l’on essaie |
# |---|---|
# | **individualisation** | isoler une personne : trouver une ligne qui ne peut être que la sienne |
# | **corrélation** | recoller deux fichiers qui parlent d’elle |
# | **inférence** | deviner ce qu’elle n’a pas dit |
#
# Essayons sur trois fichiers : **les noms** ; **des codes** (un code au hasard à la place de chaque nom : un *pseudonyme*) ; **k = 5**, la table d’Augustin.
#
# ### Deuxième pari : les codes
#
# Dans le fichier à codes, on cherche un élève dont on connaît la classe, le sexe, la commune et la bourse.
# Quel pourcentage des élèves est encore **seul** à correspondre ?

# %% [markdown] lang="en"
# ## 4. Is it anonymous? Three questions
#
# In 2014, Europe’s data protection authorities, gathered in a working party known as “G29”, asked three questions.
# A table is anonymous only if **none** of these three things can be done with it:
#
# | G29’s word | What is attempted |
# |---|---|
# | **singling out** | isolating one person: finding a row that can be nobody else’s |
# | **linkability** | putting together two files about them |
# | **inference** | guessing what they did not say |
#
# Let us try three files: **names**; **codes** (a random code in place of each name: a *pseudonym*); **k = 5**, Augustin’s table.
#
# ### Second bet: the codes
#
# In the file with codes, we look for a pupil whose class, sex, town and grant we know.
# What percentage of the pupils are still **the only one** to match?

# %%
bet = predict("still_alone", unit="%", low=0, high=100)
bet


# %% jupyter={"source_hidden": true}
# fr: Les témoins : les élèves de l’an dernier, inventés eux aussi. Un code sert dans deux fichiers.
# en: The control group: last year’s pupils, made up as well. One code serves in two files.
def with_codes(file, seed):
    code = pseudonyms(file.index, method="random", seed=seed).values
    name = file["given_name"] + " " + file["family_name"]
    return file.assign(code=code, code_too=code, name=name, name_too=name)


everybody, last_year = with_codes(file, 7), with_codes(file_of(School(seed=4)), 8)
no_names = everybody.drop(columns=["given_name", "family_name", "name", "name_too"])
tests = {
    "names": three_tests(
        everybody, everybody, last_year, ["name", *known], "money", (["name"], ["name_too"])
    ),
    "codes": three_tests(
        everybody, no_names, last_year, known, "money", (["code"], ["code_too"])
    ),
    "k": three_tests(everybody, release, last_year, known, "money"),
}  # fmt: skip

# %%
bet.reveal(100 * tests["codes"].singling_out.value)

# %% lang="fr" jupyter={"source_hidden": true}
# Les trois questions, posées à trois fichiers.
FILES = {"names": "les noms", "codes": "des codes", "k": "k = 5"}
grid(
    [
        [FILES[which], *(f"<b>{inside}</b><br>témoins {outside}" for _test, inside, outside, _risk in found.rows())]
        for which, found in tests.items()
    ],
    ["Fichier", "Individualisation", "Corrélation", "Inférence"],
    "Part des élèves chez qui l’attaque réussit (intervalle à 95 %)",
)  # fmt: skip

# %% lang="en" jupyter={"source_hidden": true}
# The three questions, put to three files.
FILES = {"names": "names", "codes": "codes", "k": "k = 5"}
grid(
    [
        [FILES[which], *(f"<b>{inside}</b><br>control {outside}" for _test, inside, outside, _risk in found.rows())]
        for which, found in tests.items()
    ],
    ["File", "Singling out", "Linkability", "Inference"],
    "Share of pupils on whom the attack succeeds (95% interval)",
)  # fmt: skip

# %% [markdown] lang="fr"
# Les **témoins** sont les élèves de l’an dernier : ils ne sont dans aucun des trois fichiers. Ce que l’on devine d’eux ne vient donc pas d’une fuite.
#
# - **Les noms** : tout réussit.
# - **Des codes** : des élèves sont encore seuls, vous savez maintenant combien. Et deux fichiers qui portent le même code se recollent, tous.
# - **k = 5** : plus personne n’est isolé, plus rien ne se recolle. On devine encore 88,0 % des réponses… mais aussi 86,6 % de celles de l’an dernier.
#   Parier « non » pour qui n’a pas de bourse et « oui » pour qui en a une, c’est souvent tomber juste, même pour un inconnu. La table apprend un fait sur le monde.
#
# Tout va bien, alors ? **En moyenne.** Augustin est dans la moyenne, lui aussi. Une moyenne qui rassure peut cacher un groupe qui paie.

# %% [markdown] lang="en"
# The **control group** are last year’s pupils: they are in none of the three files. So whatever is guessed about them does not come from a leak.
#
# - **Names**: everything succeeds.
# - **Codes**: some pupils are still the only one to match, and now you know how many. And two files that bear the same codes fit back together, for every pupil.
# - **k = 5**: nobody is singled out any more, and no two files fit back together. 88.0% of the answers are still guessed… but so are 86.6% of last year’s.
#   Saying “no” of those without a grant and “yes” of those with one is often right about anybody. The table teaches a fact about the world.
#
# So all is well? **On average.** Augustin is part of the average too. A reassuring average can hide a group that pays.

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minute 20.** Faites lire le tableau ligne par ligne, puis demandez : « Lequel de ces fichiers est anonyme ? » Ni le premier, ni le deuxième. Le troisième passe les trois attaques en moyenne, et laisse 95 réponses sûres.
# > *À quoi servent les témoins ?* À ne pas accuser la table de ce que tout le monde savait déjà. Fumer nuit à la santé : l’apprendre dans une étude n’est pas vous espionner, même si vous fumez.
# > *Corrélation* : avec les noms, les quelques échecs sont des homonymes. Pour k = 5, l’un des fichiers a la classe et le sexe, l’autre la commune et la bourse.
# > *Un score nul n’est pas une preuve* : ce sont trois attaques, pas toutes les attaques.
# > *Ne dites pas* « un code, c’est anonyme », ni « un code, c’est toujours une donnée personnelle » : voyez « C’est arrivé », partie 9.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minute 20.** Have the table read row by row, then ask: “Which of these files is anonymous?” Not the first, not the second. The third stands up to the three attacks on average, and leaves 95 answers certain.
# > *What is the control group for?* For not blaming the table for what everyone knew already. Smoking is bad for you: learning it from a study is not spying on you, even if you smoke.
# > *Linkability*: with names, the few failures are namesakes. For k = 5, one file has the class and the sex, the other the town and the grant.
# > *A score of nought is no proof*: these are three attacks, not all attacks.
# > *Do not say* “a code is anonymous”, nor “a code is always personal data”: see “It has happened”, part 9.

# %% [markdown] lang="fr"
# ## 5. L’erreur a un visage (niveau Observer)
#
# **Meriem** est une fille de Pontarive, elle a une bourse. Voici son groupe.

# %% [markdown] lang="en"
# ## 5. The mistake has a face (Observe level)
#
# **Meriem** is a girl from Pontarive, and she has a grant. Here is her group.

# %%
like_her = (rows["sex"] == "F") & (rows["commune"] == "Pontarive") & rows["scholarship"]

shown(rows[like_her])

# %% [markdown] lang="fr"
# Quatre « oui », un « non ». La mairie doit-elle écrire à la famille de Meriem : « Nous savons que l’argent manque » ?
#
# - **A** : oui.
# - **B** : non, elle a répondu « non ».
# - **C** : non, la table ne permet pas de le dire.

# %% [markdown] lang="en"
# Four times “yes”, once “no”. Should the council write to Meriem’s family: “We know that money is short”?
#
# - **A**: yes.
# - **B**: no, she answered “no”.
# - **C**: no, the table cannot tell.

# %%
# fr: Écrivez "A", "B" ou "C" à la place des trois points.
# en: Write "A", "B" or "C" in place of the three dots.
verdict = ...

# %% lang="fr" jupyter={"source_hidden": true}
# Et en vrai ?
choice = str(verdict).strip().upper()
short_of_money = file.loc[1032 - 1, "money"]
if choice == "A" and not short_of_money:
    print("Vous accusez à tort : Meriem est le « non » du groupe.")
elif choice == "B" and not short_of_money:
    print("C’est vrai. Mais vous l’avez deviné : rien, dans la table, ne le dit.")
elif choice == "C":
    print("C’est la réponse honnête. Meriem est le « non » du groupe.")
else:
    print('Choisissez d’abord : écrivez "A", "B" ou "C", avec les guillemets.')
if choice in ("A", "B", "C"):
    display(avatar(school, 1032))

# %% lang="en" jupyter={"source_hidden": true}
# And in truth?
choice = str(verdict).strip().upper()
short_of_money = file.loc[1032 - 1, "money"]
if choice == "A" and not short_of_money:
    print("You have wrongly accused her: Meriem is the “no” of the group.")
elif choice == "B" and not short_of_money:
    print("True. But it was a guess: nothing in the table says so.")
elif choice == "C":
    print("That is the honest answer. Meriem is the “no” of the group.")
else:
    print('Choose first: write "A", "B" or "C", with the quotes.')
if choice in ("A", "B", "C"):
    display(avatar(school, 1032))

# %% [markdown] lang="fr"
# Meriem reçoit une lettre sur un souci qu’elle n’a pas, à cause de quatre filles qu’elle ne connaît peut-être pas. On la juge **par son groupe**.
#
# ### Troisième pari : jugés par leur groupe
#
# Dans la table k = 5, 208 élèves sont dans un groupe où le « oui » l’emporte. Si la mairie écrit aux 208, combien de familles reçoivent la lettre **à tort** ?

# %% [markdown] lang="en"
# Meriem gets a letter about a worry she does not have, because of four girls whom she may not even know. She is judged **by her group**.
#
# ### Third bet: judged by their group
#
# In the k = 5 table, 208 pupils are in a group where “yes” wins. If the council writes to all 208, how many families are **wrongly** sent the letter?

# %%
bet = predict("judged_by_the_group", unit="pupils", low=0, high=208)
bet

# %%
share_of_yes = rows.groupby(kept)["money"].transform("mean")
judged = rows[share_of_yes > 1 / 2]
bet.reveal((~judged["money"]).sum())

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minute 27.** Le vote d’abord. Puis : « Quelqu’un a-t-il retrouvé Meriem ? » Non. « Et pourtant ? » On peut faire du tort à quelqu’un sans le retrouver.
# > 147 des 208 lettres tombent juste, 61 à tort. Une aide **proposée à tous** n’aurait accusé personne (leçon 5).
# > *Si un élève se reconnaît* (l’argent, la bourse) : tout est tiré au sort ; donnez-lui un autre numéro sans demander pourquoi. L’assistante sociale est là ; ne le dites pas devant la classe.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minute 27.** Vote first. Then: “Has anybody found Meriem?” No. “And yet?” One can wrong people without finding them.
# > 147 of the 208 letters are right, 61 wrong. Help **offered to everyone** would have accused nobody (lesson 5).
# > *If a pupil recognises themselves* (money, the grant): everything is drawn at random; give them another number without asking why. The school’s social worker is there; do not say it in front of the class.

# %% [markdown] lang="fr"
# ## 6. Du bruit, et un budget (niveau Modifier)
#
# Autre idée : ne donner **aucune table**. La mairie pose des questions, le lycée répond un peu à côté, au hasard.
# C’est la **confidentialité différentielle** : le hasard est réglé pour que la réponse soit presque la même **avec ou sans vous**.
#
# Le réglage s’appelle **ε** (epsilon). Petit ε : beaucoup de bruit. Et chaque réponse **coûte** ε, prélevé sur un budget qui appartient aux élèves.

# %% [markdown] lang="en"
# ## 6. Noise, and a budget (Change level)
#
# Another idea: hand out **no table at all**. The council asks questions; the school answers a little off the mark, at random.
# This is **differential privacy**: the randomness is set so that the answer is almost the same **with or without you**.
#
# The setting is called **ε** (epsilon). Small ε: a lot of noise. And every answer **costs** ε, taken from a budget that belongs to the pupils.

# %%
budget = Budget(1)

# %% [markdown] lang="fr"
# Combien d’élèves ont répondu « oui » ? La vraie réponse est **228**. Exécutez la cellule suivante **plusieurs fois** (Ctrl + Entrée), et regardez le nombre bouger.

# %% [markdown] lang="en"
# How many pupils answered “yes”? The true answer is **228**. Run the next cell **several times** (Ctrl + Enter), and watch the number move.

# %%
epsilon = 0.1

said_yes = file[file["money"]]
say(add_noise(said_yes, budget, epsilon))
say(budget)

# %% [markdown] lang="fr"
# À 0,1 l’une, le budget paie **dix** réponses. À la onzième, le lycée se tait. Ce n’est pas un caprice : posez cent fois la même question,
# faites la moyenne, et le bruit s’efface presque. Voici cent réponses d’un lycée sans budget.

# %% [markdown] lang="en"
# At 0.1 each, the budget pays for **ten** answers. At the eleventh, the school falls silent. This is no whim: ask the same question a hundred times,
# take the mean, and the noise is nearly gone. Here are a hundred answers from a school without a budget.

# %% lang="fr" jupyter={"source_hidden": true}
# Cent réponses, avec un bruit qui a une graine : le même partout, il ne protégerait personne.
drawn = 228 + noise_for_a_picture(epsilon=0.1, size=100, seed=1)
print("Les dix premières :", *drawn[:10])
print("La moyenne des cent :", written(drawn.mean(), 1))

# %% lang="en" jupyter={"source_hidden": true}
# A hundred answers, with a noise that has a seed: the same everywhere, it would protect nobody.
drawn = 228 + noise_for_a_picture(epsilon=0.1, size=100, seed=1)
print("The first ten:", *drawn[:10])
print("The mean of the hundred:", written(drawn.mean(), 1))

# %% [markdown] lang="fr"
# ### Quel ε choisir ?
#
# **Défi 4** : changez `epsilon`. Trouvez, parmi ceux de la courbe, le plus petit ε dont la réponse est juste à 5 % près **au moins neuf fois sur dix**. Combien de réponses pareilles un budget de 1 paie-t-il ?

# %% [markdown] lang="en"
# ### Which ε should we choose?
#
# **Challenge 4**: change `epsilon`. Find the smallest one on the curve whose answer is right to within 5% **at least nine times out of ten**. How many such answers does a budget of 1 pay for?

# %%
epsilon = 0.1

found = trade_off.by_epsilon(228, sorted({0.01, 0.05, 0.1, 0.2, 0.5, 1, 2, epsilon}))
picture(trade_off.figure(found, epsilon), trade_off.sentence(found, epsilon))

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minute 31.** Faites exécuter la cellule en chœur, et noter trois réponses au tableau : elles diffèrent d’un poste à l’autre. Personne ne peut les prévoir, pas même le kit : le bruit vient d’OpenDP, qui n’accepte pas de graine. C’est voulu : qui connaît la graine retire le bruit.
# > À ε = 0,1, la vraie réponse est à 30 près, 95 fois sur 100. Une réponse **peut** donc tomber bien plus loin : 5 fois sur 100.
# > *À la onzième* : une phrase rouge. « Le budget est épuisé » n’est pas une panne. Refaire `Budget(1)` pour les mêmes élèves serait tricher : laissez-les le découvrir, et nommez-le.
# > *Défi 4* : ε = 0,2 ; cinq réponses.
# > *Erreur fréquente* : « il y a du bruit, donc c’est faux ». Pour un total, l’erreur est connue et petite ; pour une personne, elle couvre tout.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minute 31.** Have the cell run all together, and write three answers on the board: they differ from one computer to the next. Nobody can foresee them, not even the kit: the noise comes from OpenDP, which accepts no seed. That is on purpose: whoever knows the seed can take the noise away.
# > At ε = 0.1, an answer is within 30 of the true one, 95 times out of 100. So an answer **may** fall much further off: 5 times out of 100.
# > *At the eleventh*: a sentence in red. “The privacy budget has run out” is not a breakdown. Making another `Budget(1)` for the same pupils would be cheating: let them find out, and name it.
# > *Challenge 4*: ε = 0.2; five answers.
# > *Usual mistake*: “there is noise, so it is false”. For a total, the error is known and small; for one person, it covers everything.

# %% [markdown] lang="fr"
# ## 7. Le professeur peut-il encore répondre ?
#
# Une donnée d’élève sert aussi à enseigner. Deux questions :
#
# 1. **Pour tous** : au lycée, une classe sur deux suit la méthode B. Aide-t-elle ?
# 2. **Pour vous** : quel exercice vous proposer ensuite, ni trop facile, ni trop dur ?

# %% [markdown] lang="en"
# ## 7. Can the teacher still answer?
#
# Pupils’ data are also useful for teaching. Two questions:
#
# 1. **For everyone**: in the school, half the classes follow method B. Does it help?
# 2. **For you**: which exercise should come next, neither too easy nor too hard?

# %% jupyter={"source_hidden": true}
# fr: Cinq fichiers, et deux moyennes avec du bruit. Le lycée sait quelle classe suit quelle méthode.
# en: Five files, and two means with noise. The school knows which class follows which method.
method = trail_truth(school).method_of_class
work["class"] = file["class"].to_numpy()[work["pupil"] - 1]
codes = dict(zip(school.pupils.index, everybody["code"], strict=True))
coded = work.assign(pupil=work["pupil"].map(codes))
diverse = k_anonymise(table, by=known, k=5, l=2, sensitive="money")
class_only = table[["class", "score"]]
noisy = add_noise(
    table.assign(method=table["class"].map(method)), Budget(1), 1,
    by="method", values=["A", "B"], mean="score", low=0, high=1,
)  # fmt: skip


def effect(frame, **how):
    try:
        return str(method_effect(frame, **how))
    except PoucetError:
        return None


def advice(frame, pupil):
    try:
        return next_exercise(frame, pupil).exercise.rpartition("/")[2]
    except PoucetError:
        return None


per_class = {"methods": method, "of": "class"}
answers = {
    "names": (effect(work, **per_class), advice(work, number)),
    "codes": (effect(coded, **per_class), advice(coded, codes[number])),
    "k": (effect(release.frame, **per_class), advice(release.frame, number)),
    "l": (effect(diverse.frame, **per_class), advice(diverse.frame, number)),
    "class": (effect(class_only, **per_class), advice(class_only, number)),
    "noise": (effect(noisy), None),
}

# %% lang="fr" jupyter={"source_hidden": true}
# Les deux réponses, six fois.
WAYS = {
    "names": "les noms",
    "codes": "des codes à la place des noms",
    "k": "k = 5",
    "l": "k = 5 et ℓ = 2",
    "class": "la classe et la moyenne, rien d’autre",
    "noise": "deux moyennes, avec du bruit (ε = 1)",
}
NOT_ANY_MORE = "on ne peut plus le dire"
grid(
    [[WAYS[way], *(said or NOT_ANY_MORE for said in both)] for way, both in answers.items()],
    ["On donne…", "La méthode B aide-t-elle ?", "Et votre prochain exercice ?"],
)

# %% lang="en" jupyter={"source_hidden": true}
# Both answers, six times.
WAYS = {
    "names": "names",
    "codes": "codes in place of names",
    "k": "k = 5",
    "l": "k = 5 and ℓ = 2",
    "class": "the class and the mean, nothing else",
    "noise": "two means, with noise (ε = 1)",
}
NOT_ANY_MORE = "nobody can tell any more"
grid(
    [[WAYS[way], *(said or NOT_ANY_MORE for said in both)] for way, both in answers.items()],
    ["We hand over…", "Does method B help?", "And your next exercise?"],
)

# %% [markdown] lang="fr"
# La méthode B ajoute 0,70 point sur 20. **Aucun nom n’était nécessaire** pour le savoir : la classe et la moyenne suffisaient. Mais k = 5 a effacé la classe :
# la machine ignorait la question qui comptait. Avec du bruit (ε = 1), la réponse est presque toujours la même.
#
# Votre prochain exercice, lui, demande de savoir que c’est **vous** : un nom, ou un code.
#
# > **On anonymise, sauf quand on personnalise.** Et là où l’on personnalise, un code suffit, à l’intérieur du service, sans la commune ni la bourse.

# %% [markdown] lang="en"
# Method B adds 0.70 marks out of 20. **No name was needed** to know it: the class and the mean were enough. But k = 5 erased the class:
# the machine did not know which question mattered. With noise (ε = 1), the answer is nearly always the same.
#
# Your next exercise does need to know that it is **you**: a name, or a code.
#
# > **Anonymise, unless you personalise.** And where you personalise, a code is enough, inside the service, without the town or the grant.

# %% [markdown] lang="fr"
# ### Le compteur des dégâts
#
# Que devient le lycée, selon ce que l’on donne ?

# %% [markdown] lang="en"
# ### The damage counter
#
# What becomes of the school, depending on what is handed over?


# %% jupyter={"source_hidden": true}
# fr: Retrouvés : la réponse est certaine. Accusés à tort : leur groupe dit oui, eux non.
# en: Found: the answer is certain. Wrongly accused: their group says yes, they do not.
def damage(frame, by, held, uses, questions=None, found=None):
    groups = frame.groupby(by)["money"]
    accused = int(((groups.transform("mean") > 1 / 2) & ~frame["money"]).sum())
    sure = int(known_for_sure(frame, by, "money").sum())
    return Damage(
        found=sure if found is None else found,
        accused=0 if found == school.size else accused,
        euros=euros_a_year(school, held, uses=uses),
        usefulness=usefulness(held, questions),
        pupils=school.size,
    )


ads, file_alone = ["profiled_ads", "records"], ["records"]
named = ["given_name", "family_name", "email"]
damages = {
    "names": damage(table, known, [*named, *known, "trail"], ads, found=school.size),
    "codes": damage(table, known, ["opaque_id", *known, "trail"], ads),
    "k": damage(release.frame, known, kept, file_alone),
    "l": damage(diverse.frame, known, ["sex", "scholarship"], file_alone),
    "class": damage(table, ["class"], ["class"], file_alone),
    "noise": Damage(0, 0, 0, usefulness([], questions=1), school.size),
}

# %% lang="fr"
counter({WAYS[way]: damage for way, damage in damages.items()}, of="On donne…")

# %% lang="en"
counter({WAYS[way]: damage for way, damage in damages.items()}, of="We hand over…")

# %% [markdown] lang="fr"
# Ici, *retrouvés* veut dire **percés à jour** : on connaît leur réponse à coup sûr, même sans savoir quelle ligne est la leur.
# *Accusés à tort* : on les juge par leur groupe, et ce n’est pas vrai d’eux. Sans code ni nom, une publicité ne peut viser personne : ces tables ne rapportent rien.
#
# Lisez les colonnes *Retrouvés* et *Utilité gardée*. En haut, tout est utile et tout est perdu. En bas, presque rien n’est perdu, et presque rien n’est utile **à l’élève**.

# %% [markdown] lang="en"
# Here, *found* means **found out**: their answer is known for certain, even without knowing which row is theirs.
# *Wrongly accused*: they are judged by their group, and it is not true of them. Without a code or a name, an advertisement cannot be aimed at anybody: these tables bring in nothing.
#
# Read the columns *Found* and *Usefulness kept*. At the top, everything is useful and everything is lost. At the bottom, hardly anything is lost, and hardly anything is useful **to the pupil**.

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minute 37.** Deux surprises à faire trouver. Le k = 5 ne sait plus répondre à la question la plus simple ; et ℓ = 2, qui protège mieux le secret, fait *plus* d’accusés à tort : dans de grands groupes, on juge plus de monde d’un coup.
# > *Utilité* : les six usages comptent autant, c’est un choix du kit. Une table n’est pas un service : elle n’ouvre pas de session et ne rend pas de devoirs. Pour une recherche, les 33 % de la cinquième ligne sont tout ce qu’il faut.
# > *Les codes* : ils gardent tout l’utile et presque tout le danger, parce que classe, sexe, commune et bourse les accompagnent. Un code **seul avec la classe** ne dirait rien de l’argent ; mais la trace qu’il relie reste une signature (leçon 3). D’où les règles de la leçon 8.
# > *Euros* : une estimation, expliquée sous le tableau (leçon 6).

# %% [markdown] lang="en" tags=["teacher"]
# > **Minute 37.** Two surprises to have them find. k = 5 can no longer answer the simplest question; and ℓ = 2, which guards the secret better, leaves *more* pupils wrongly accused: in large groups, more are judged at once.
# > *Usefulness*: the six uses count the same, which is the kit’s choice. A table is not a service: it signs nobody in and collects no homework. For research, the 33% of the fifth row are all it takes.
# > *Codes*: they keep all the usefulness and nearly all the danger, because class, sex, town and grant come with them. A code **with the class alone** would say nothing about money; but the trail it ties together is still a signature (lesson 3). Hence the rules of lesson 8.
# > *Euros*: an estimate, explained under the table (lesson 6).

# %% [markdown] lang="fr"
# ## 8. Écrivez la protection (niveau Écrire, NSI)
#
# La même table, sans pandas : une liste de dictionnaires, lue dans un fichier CSV. Ses valeurs sont en anglais : `"yes"`, `"no"`.

# %% [markdown] lang="en"
# ## 8. Write the protection (Write level, computer science)
#
# The same table, without pandas: a list of dictionaries, read from a CSV file.

# %% jupyter={"source_hidden": true}
# fr: La table, écrite comme un fichier CSV.
# en: The table, written as a CSV file.
plain = table[[*known, "money"]].replace({True: "yes", False: "no"})
text = plain.to_csv(index=False)

# %%
import csv

# fr: Pour un fichier sur le disque, on écrirait csv.DictReader(open("table.csv", encoding="utf-8")).
# en: For a file on disk, we would write csv.DictReader(open("table.csv", encoding="utf-8")).
pupils = list(csv.DictReader(text.splitlines()))
pupils[:2]

# %% [markdown] lang="fr"
# **Question 1.** Complétez `generalise`. Elle renvoie une **copie** de la ligne, où la classe est devenue un niveau (`"1re 11"` devient `"1re"`)
# et la commune une étoile (`"*"`). `"1re 11".split(" ")` donne `["1re", "11"]`.

# %% [markdown] lang="en"
# **Question 1.** Complete `generalise`. It returns a **copy** of the row, in which the class has become a year group (`"1re 11"` becomes `"1re"`)
# and the town a star (`"*"`). `"1re 11".split(" ")` gives `["1re", "11"]`.

# %%
small = [
    {"class": "1re 11", "sex": "F", "commune": "Pontarive", "scholarship": "yes", "money": "yes"},
    {"class": "1re 2", "sex": "F", "commune": "Valmorne", "scholarship": "yes", "money": "no"},
    {"class": "2de 2", "sex": "M", "commune": "Valmorne", "scholarship": "no", "money": "no"},
    {"class": "2de 1", "sex": "M", "commune": "Valmorne", "scholarship": "no", "money": "no"},
    {"class": "2de 2", "sex": "M", "commune": "Noirefond", "scholarship": "no", "money": "no"},
]


def generalise(row):
    new = dict(row)
    # fr: Changez "class" et "commune" dans new, puis renvoyez new.
    # en: Change "class" and "commune" in new, then return new.
    ### BEGIN SOLUTION
    new["class"] = row["class"].split(" ")[0]
    new["commune"] = "*"
    return new
    ### END SOLUTION


check(
    "generalise",
    generalise(small[0]),
    {"class": "1re", "sex": "F", "commune": "*", "scholarship": "yes", "money": "yes"},
)

# %% [markdown] lang="fr"
# **Question 2.** Complétez `groups` : un dictionnaire qui range les secrets par groupe. La clé d’une ligne est le tuple de ses cases.
# Puis `smallest` renvoie la taille du plus petit groupe : c’est **k**.

# %% [markdown] lang="en"
# **Question 2.** Complete `groups`: a dictionary that sorts the secrets by group. The key of a row is the tuple of its cells.
# Then `smallest` returns the size of the smallest group: that is **k**.


# %%
def groups(rows, by, secret):
    found = {}
    for row in rows:
        key = tuple(row[name] for name in by)
        # fr: Ajoutez le secret de cette ligne à la liste de son groupe ; créez la liste si la clé est nouvelle.
        # en: Add this row’s secret to its group’s list; make the list if the key is new.
        ### BEGIN SOLUTION
        if key not in found:
            found[key] = []
        found[key].append(row[secret])
        ### END SOLUTION
    return found


def smallest(rows, by, secret):
    # fr: Renvoyez la longueur de la plus courte liste de groups(rows, by, secret).
    # en: Return the length of the shortest list of groups(rows, by, secret).
    ### BEGIN SOLUTION
    return min(len(secrets) for secrets in groups(rows, by, secret).values())
    ### END SOLUTION


by_two = ["sex", "scholarship"]
check(
    "groups",
    groups(small, by_two, "money"),
    {("F", "yes"): ["yes", "no"], ("M", "no"): ["no", "no", "no"]},
)
check("smallest", smallest(small, by_two, "money"), 2)

# %% [markdown] lang="fr"
# **Question 3.** Complétez `diversity` : le plus petit nombre de secrets **différents** dans un groupe. C’est **ℓ** : s’il vaut 1, un groupe entier est percé à jour.
# `set(liste)` garde chaque valeur une seule fois.

# %% [markdown] lang="en"
# **Question 3.** Complete `diversity`: the smallest number of **different** secrets in a group. That is **ℓ**: if it is 1, a whole group is found out.
# `set(a_list)` keeps each value once.


# %%
def diversity(rows, by, secret):
    # fr: Renvoyez le plus petit nombre de secrets différents.
    # en: Return the smallest number of different secrets.
    ### BEGIN SOLUTION
    return min(len(set(secrets)) for secrets in groups(rows, by, secret).values())
    ### END SOLUTION


check("diversity", diversity(small, by_two, "money"), 1)
check("diversity again", diversity(small[:2], by_two, "money"), 2)

# %% [markdown] lang="fr"
# **Et sur le lycée entier ?** Vos fonctions, sur les 1 100 élèves, puis sur les mêmes, généralisés.

# %% [markdown] lang="en"
# **And on the whole school?** Your functions, on the 1,100 pupils, then on the same, generalised.


# %% jupyter={"source_hidden": true}
# fr: Le compte du kit, avec pandas ; et le vôtre, s’il y en a un.
# en: The kit’s own count, with pandas; and yours, if there is one.
def kit_counts(frame):
    secrets = frame.groupby(known)["money"]
    return int(secrets.size().min()), int(secrets.nunique().min())


def measure(rows):
    try:
        both = smallest(rows, known, "money"), diversity(rows, known, "money")
    except (TypeError, ValueError):
        return None
    return None if None in both else both


wide = plain.assign(**{"class": plain["class"].str.split(" ").str[0], "commune": "*"})

# %%
wider = [generalise(row) for row in pupils]

check("raw", measure(pupils), kit_counts(plain))
check("generalised", measure(wider), kit_counts(wide))
measure(pupils), measure(wider)

# %% [markdown] lang="fr"
# De k = 1 à k = 37, et de ℓ = 1 à ℓ = 2.
#
# **Question bonus.** Avec ℓ = 2, un groupe de 37 élèves peut contenir 36 « oui » et un seul « non ». Est-ce protégé ?
# Écrivez `worst(rows, by, secret)` : la plus grande part de « yes » dans un groupe. Sur le lycée généralisé, elle vaut 78 %.

# %% [markdown] lang="en"
# From k = 1 to k = 37, and from ℓ = 1 to ℓ = 2.
#
# **Bonus question.** With ℓ = 2, a group of 37 pupils may hold 36 “yes” and a single “no”. Is that protected?
# Write `worst(rows, by, secret)`: the largest share of “yes” in a group. In the generalised school, it is 78%.

# %% [markdown] lang="fr" tags=["teacher"]
# > **Erreurs fréquentes** : écrire dans `row` au lieu de `new` (le fichier d’origine change) ; oublier `[0]` après `split` ; dans `groups`, remettre la liste à zéro à chaque ligne ;
# > dans `diversity`, oublier `set` et compter les élèves.
# > *Pourquoi un tuple ?* Une liste ne peut pas être la clé d’un dictionnaire : elle peut changer.
# > *Le bonus* : `max(secrets.count("yes") / len(secrets) for secrets in groups(rows, by, secret).values())`. 78 %, c’est 29 sur 37 : la t-proximité demande que la part d’un groupe ne s’éloigne pas trop de celle de tous (21 %).
# > *Différencier* : les plus rapides cherchent quelles colonnes généraliser pour garder la commune ; les plus lents rangent les cinq lignes de `small` sur une feuille, en deux tas.

# %% [markdown] lang="en" tags=["teacher"]
# > **Usual mistakes**: writing to `row` instead of `new` (the original file changes); forgetting `[0]` after `split`; in `groups`, emptying the list at every row;
# > in `diversity`, forgetting `set` and counting pupils.
# > *Why a tuple?* A list cannot be the key of a dictionary: it can change.
# > *The bonus*: `max(secrets.count("yes") / len(secrets) for secrets in groups(rows, by, secret).values())`. 78% is 29 out of 37: t-closeness asks that a group’s share stay near that of everyone (21%).
# > *Differentiation*: the fastest look for which columns to generalise so as to keep the town; the slowest sort the five rows of `small` on paper, into two piles.

# %% [markdown] lang="fr"
# ## 9. Mise en commun
#
# ### Les mots
#
# | Mot | Ce qu’il veut dire | Aujourd’hui |
# |---|---|---|
# | **pseudonyme** | un code à la place du nom ; quelqu’un peut revenir au nom | le fichier à codes |
# | **généraliser** | rendre une case plus vague | « 1re 11 » devient « 1re » |
# | **k-anonymat** | chacun se confond avec k − 1 autres au moins | k = 5 |
# | **homogénéité** | tout un groupe partage le même secret | les cinq « oui » d’Augustin |
# | **ε**, le budget | ce qu’une réponse avec du bruit coûte aux élèves | dix réponses à 0,1 |
#
# ### Quatre questions à discuter
#
# 1. « Vos données sont anonymisées. » Quelles trois questions posez-vous à qui vous l’écrit ?
# 2. La mairie voulait aider. De quoi avait-elle besoin, exactement ? Que lui auriez-vous donné ?
# 3. Meriem n’a été retrouvée par personne. Lui a-t-on fait du tort ? Qui doit en répondre ?
# 4. Une méthode aide 1 100 élèves et en met cinq en danger. L’employez-vous ? Qui décide ?

# %% [markdown] lang="en"
# ## 9. Talking it over
#
# ### The words
#
# | Word | What it means | Today |
# |---|---|---|
# | **pseudonym** | a code in place of the name; somebody can get back to the name | the file with codes |
# | **generalise** | make a cell vaguer | “1re 11” becomes “1re” |
# | **k-anonymity** | everyone looks like at least k − 1 others | k = 5 |
# | **homogeneity** | a whole group shares the same secret | Augustin’s five times “yes” |
# | **ε**, the budget | what an answer with noise costs the pupils | ten answers at 0.1 |
#
# ### Four questions to discuss
#
# 1. “Your data have been anonymised.” Which three questions do you ask whoever writes that to you?
# 2. The council meant to help. What did it need, exactly? What would you have given it?
# 3. Nobody found Meriem. Was she wronged? Who must answer for it?
# 4. If a method helps 1,100 pupils, is it worth putting five at risk? Who decides?

# %% [markdown] lang="fr"
# ### C’est arrivé
#
# - En **2014**, le G29 (avis 05/2014) : une table n’est anonyme que si ni l’individualisation, ni la corrélation, ni l’inférence n’y sont possibles.
# - En **juin 2017**, la Société informatique de France demande que les données scolaires soient **toujours anonymisées** quand elles ne servent pas à personnaliser.
#   Elle rappelle leurs usages légitimes : évaluer les méthodes, personnaliser l’enseignement.
# - Le **4 septembre 2025**, la Cour de justice de l’Union européenne (affaire C-413/23 P) juge que des données sous pseudonyme ne sont **pas forcément** des données personnelles pour chacun de ceux qui les reçoivent.
#   Tout dépend de qui les tient.

# %% [markdown] lang="en"
# ### It has happened
#
# - In **2014**, G29 (opinion 05/2014): a table is anonymous only if it allows neither singling out, nor linkability, nor inference.
# - In **June 2017**, the Société informatique de France (France’s learned society for computing) asked that school data **always be anonymised** when they are not used to personalise.
#   It pointed out their legitimate uses: evaluating methods, personalising teaching.
# - On **4 September 2025**, the Court of Justice of the European Union (case C-413/23 P) held that pseudonymised data are **not necessarily** personal data for each of those who receive them.
#   It all depends on who holds them.

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minutes 43 à 51 : ce que l’on peut entendre.**
# >
# > 1. Celles du G29 : « Peut-on m’isoler ? Me recoller à un autre fichier ? Deviner quelque chose sur moi ? » Et : « Comment l’avez-vous mesuré ? »
# > 2. Sans doute d’un nombre par commune, ou de rien : une aide proposée à tous se passe de table. Demander moins protège mieux que masquer plus.
# > 3. Laissez le désaccord vivre. Le tort vient de la décision, non de la table : qui écrit la lettre la signe.
# > 4. Pas de corrigé. Séparez les deux parts : la méthode se juge avec la classe et la moyenne, sans risque mesuré ici pour les cinq. Le dilemme était souvent évitable.
# >
# > **Une nuance à ne pas perdre** : un pseudonyme protège de quelqu’un, jamais de tous. Qui garde la table des codes peut toujours revenir au nom. Pour qui ne le peut pas, la Cour dit que la question se pose au cas par cas.
# > Ne dites ni « pseudonyme, donc anonyme », ni « pseudonyme, donc toujours personnel ».

# %% [markdown] lang="en" tags=["teacher"]
# > **Minutes 43 to 51: what you may hear.**
# >
# > 1. G29’s own: “Can I be singled out? Linked with another file? Can something be guessed about me?” And: “How did you measure it?”
# > 2. Probably a number per town, or nothing at all: help offered to everyone takes no table. Asking for less protects better than hiding more.
# > 3. Let them disagree. The wrong comes from the decision, not from the table: whoever writes the letter signs it.
# > 4. There is no answer key. Tell the two parts apart: the method is judged with the class and the mean, with no risk measured here for the five. The dilemma could often be avoided.
# >
# > **A shade of meaning to keep**: a pseudonym protects against somebody, never against everybody. Whoever keeps the table of codes can always get back to the name. For those who cannot, the Court says that it must be looked at case by case.
# > Say neither “pseudonymous, therefore anonymous” nor “pseudonymous, therefore always personal”.

# %% [markdown] lang="fr"
# ## 10. À copier
#
# 1. **Pseudonyme n’est pas anonyme** : un code à la place du nom laisse la classe, le sexe, la commune parler.
# 2. **k-anonymat** : chacun se confond avec k − 1 autres au moins. Il cache la ligne, pas le secret que tout un groupe partage (**homogénéité**).
# 3. Trois questions du G29 : peut-on **isoler**, **recoller**, **deviner** ? Une moyenne rassurante peut cacher un groupe qui paie.
# 4. Juger quelqu’un **par son groupe** fait des accusés à tort, sans retrouver personne.
# 5. **Du bruit** protège chacun et garde les totaux ; chaque réponse dépense un **budget** qui s’épuise.
# 6. On n’a rien sans rien : d’abord la question, puis le moins de colonnes possible. **On anonymise, sauf quand on personnalise.**

# %% [markdown] lang="en"
# ## 10. To copy
#
# 1. **Pseudonymous is not anonymous**: a code in place of the name lets the class, the sex and the town talk.
# 2. **k-anonymity**: everyone looks like at least k − 1 others. It hides the row, not the secret that a whole group shares (**homogeneity**).
# 3. G29’s three questions: can one **single out**, **link**, **guess**? A reassuring average can hide a group that pays.
# 4. Judging people **by their group** accuses some wrongly, without finding anybody.
# 5. **Noise** protects each person and keeps the totals; every answer spends a **budget** that runs out.
# 6. There is no free lunch: first the question, then as few columns as possible. **Anonymise, unless you personalise.**

# %% [markdown] lang="fr" tags=["teacher"]
# ## Réponses attendues
#
# Le kit les recalcule à chaque fois, pour `School(seed=2)` ; les témoins sont `School(seed=4)`.
#
# *Partie 2.* 1 049 élèves dans la table, 51 retirés, 41 groupes. **95** réponses sûres : 13 « oui », 82 « non ».
#
# *Partie 3. Le bouton*
#
# | k demandé | Réponses sûres | Élèves retirés | Détails gardés | Groupes |
# |---|---|---|---|---|
# | 1 | 916 | 0 | 100 % | 620 |
# | 2 | 303 | 41 | 88 % | 115 |
# | 5 | 95 | 51 | 72 % | 41 |
# | 6 | 0 | 0 | 67 % | 12 |
# | 10 | 0 | 0 | 67 % | 12 |
# | 50 | 0 | 0 | 50 % | 4 |
#
# - **Défi 1** : k = 6 ; la commune devient une étoile, la classe un niveau.
# - **Défi 2** : la même table qu’à k = 6 : 12 groupes, plus de commune.
# - **Défi 3** : `columns = ["class"]`. Avec `sex` en plus : 49 réponses sûres ; avec `scholarship` : 209.
#
# *Partie 4. Les trois tests, en pour cent (entre parenthèses, les témoins)*
#
# | Fichier | Individualisation | Corrélation | Inférence |
# |---|---|---|---|
# | les noms | 100,0 (0,0) | 99,7 (0,8) | 100,0 (82,1) |
# | des codes | 35,3 (7,5) | 100,0 (0,1) | 95,3 (82,1) |
# | k = 5 | 0,0 (0,0) | 0,1 (0,1) | 88,0 (86,6) |
#
# *Partie 5.* Meriem a répondu « non ». 208 élèves jugés par leur groupe : 147 à raison, **61** à tort.
#
# *Partie 6.* **Défi 4** : ε = 0,2 ; cinq réponses.
#
# *Partie 7. Le compteur, sur 1 100 élèves*
#
# | On donne… | Retrouvés | Accusés à tort | Euros par an | Utilité gardée |
# |---|---|---|---|---|
# | les noms | 1 100 | 0 | 1 307 € | 100 % |
# | des codes à la place des noms | 916 | 8 | 1 307 € | 100 % |
# | k = 5 | 95 | 61 | 0 € | 0 % |
# | k = 5 et ℓ = 2 | 0 | 86 | 0 € | 0 % |
# | la classe et la moyenne, rien d’autre | 0 | 0 | 0 € | 33 % |
# | deux moyennes, avec du bruit (ε = 1) | 0 | 0 | 0 € | 17 % |
#
# *Partie 8.* k = 1 et ℓ = 1 ; généralisés : k = 37 et ℓ = 2. Bonus : 78 %.

# %% [markdown] lang="en" tags=["teacher"]
# ## Expected answers
#
# The kit works them out afresh each time, for `School(seed=2)`; the control group is `School(seed=4)`.
#
# *Part 2.* 1,049 pupils in the table, 51 left out, 41 groups. **95** certain answers: 13 “yes”, 82 “no”.
#
# *Part 3. The dial*
#
# | k asked for | Certain answers | Pupils left out | Detail kept | Groups |
# |---|---|---|---|---|
# | 1 | 916 | 0 | 100% | 620 |
# | 2 | 303 | 41 | 88% | 115 |
# | 5 | 95 | 51 | 72% | 41 |
# | 6 | 0 | 0 | 67% | 12 |
# | 10 | 0 | 0 | 67% | 12 |
# | 50 | 0 | 0 | 50% | 4 |
#
# - **Challenge 1**: k = 6; the town becomes a star, the class a year group.
# - **Challenge 2**: the same table as with k = 6: 12 groups, no town any more.
# - **Challenge 3**: `columns = ["class"]`. With `sex` as well: 49 certain answers; with `scholarship`: 209.
#
# *Part 4. The three tests, in per cent (in brackets, the control group)*
#
# | File | Singling out | Linkability | Inference |
# |---|---|---|---|
# | names | 100.0 (0.0) | 99.7 (0.8) | 100.0 (82.1) |
# | codes | 35.3 (7.5) | 100.0 (0.1) | 95.3 (82.1) |
# | k = 5 | 0.0 (0.0) | 0.1 (0.1) | 88.0 (86.6) |
#
# *Part 5.* Meriem answered “no”. 208 pupils judged by their group: 147 rightly, **61** wrongly.
#
# *Part 6.* **Challenge 4**: ε = 0.2; five answers.
#
# *Part 7. The counter, out of 1,100 pupils*
#
# | We hand over… | Found | Wrongly accused | Euros a year | Usefulness kept |
# |---|---|---|---|---|
# | names | 1,100 | 0 | €1,307 | 100% |
# | codes in place of names | 916 | 8 | €1,307 | 100% |
# | k = 5 | 95 | 61 | €0 | 0% |
# | k = 5 and ℓ = 2 | 0 | 86 | €0 | 0% |
# | the class and the mean, nothing else | 0 | 0 | €0 | 33% |
# | two means, with noise (ε = 1) | 0 | 0 | €0 | 17% |
#
# *Part 8.* k = 1 and ℓ = 1; generalised: k = 37 and ℓ = 2. Bonus: 78%.

# %% [markdown] lang="fr" tags=["teacher"]
# ## Si ça se passe mal
#
# - **Rien ne s’ouvre chez les élèves** : projetez le tableau de bord 7 (`make show`), à main levée. Lisez à voix haute les parties 1 et 5.
# - **Pas d’électricité, pas de réseau** : les cartes `.venv/bin/poucet cards --lesson 7`, imprimées en A4 noir et blanc.
# - **`NameError`** : une cellule plus haut n’a pas été exécutée. Reprenez du début, dans l’ordre.
# - **Une phrase d’erreur en rouge** : elle dit ce qui a été écrit et ce qu’il faut écrire. Faites-la lire à voix haute.
# - **« Le budget est épuisé »** dès la première question : la cellule a été exécutée dix fois. C’est la leçon, pas une panne.
# - **Les nombres avec du bruit diffèrent d’un poste à l’autre** : c’est normal, et c’est le but.
#
# ## Différencier
#
# - *Plus guidé* : les parties 1, 2, 3 (sans les défis), 5, 7 et 10 forment une leçon complète, sans toucher au code (exécutez les autres sans les commenter).
# - *Plus loin, sans code* : écrire la réponse du lycée à la mairie : ce qu’il donne, ce qu’il refuse, et pourquoi.
# - *Plus loin, en NSI* : la partie 8 et sa question bonus.
#
# ## Ce que la leçon couvre
#
# | Enseignement | Capacités |
# |---|---|
# | SNT (seconde) | définir une donnée personnelle ; rechercher, filtrer et calculer sur une table |
# | NSI (première) | importer un fichier CSV, rechercher dans une table, dictionnaires, jeux de tests |
# | EMC | débattre d’un cas concret : intérêt de tous et protection de chacun (programme : arrêté du 29 mai 2024) |
# | CRCN / Pix | 1.3 traiter des données ; 4.2 protéger les données personnelles et la vie privée |
#
# ## Sources
#
# - Groupe de l’article 29 (G29), avis 05/2014 sur les techniques d’anonymisation.
# - L. Sweeney, IJUFKS, 2002 (k-anonymat). A. Machanavajjhala et coll., ACM TKDD, 2007 (homogénéité, ℓ-diversité). C. Dwork et A. Roth, 2014 (confidentialité différentielle).
# - M. Giomi et coll., PoPETs, 2023 (les trois tests et leurs témoins). OpenDP (bruit).
# - Société informatique de France, 16 juin 2017 : données scolaires, usages légitimes.
# - Cour de justice de l’Union européenne, 4 septembre 2025, affaire C-413/23 P, CEPD contre CRU.
# - École, questionnaire, notes, méthodes et traits : inventés par le kit. L’effet de la méthode B ne dit rien d’une vraie méthode.

# %% [markdown] lang="en" tags=["teacher"]
# ## If it goes wrong
#
# - **Nothing opens for the pupils**: project dashboard 7 (`POUCET_LANG=en make show`, or click English), with a show of hands. Read parts 1 and 5 aloud.
# - **No power, no network**: the cards from `.venv/bin/poucet cards --lesson 7 --lang en`, printed on A4 in black and white.
# - **`NameError`**: a cell further up was not run. Start again from the top, in order.
# - **An error sentence in red**: it says what was written and what should be. Have it read aloud.
# - **“The privacy budget has run out”** at the first question: the cell was run ten times. That is the lesson, not a breakdown.
# - **Noisy numbers differ from one computer to the next**: that is normal, and it is the point.
#
# ## Differentiation
#
# - *More support*: parts 1, 2, 3 (without the challenges), 5, 7 and 10 make a complete lesson, without touching the code (run the others without comment).
# - *Further, without code*: write the school’s answer to the council: what it gives, what it refuses, and why.
# - *Further, in computer science*: part 8 and its bonus question.
#
# ## What the lesson covers
#
# | Subject | Skills |
# |---|---|
# | SNT (digital science, first year of lycée) | define personal data; search, filter and compute on a table |
# | NSI (computer science, second year) | import a CSV file, search a table, dictionaries, test cases |
# | EMC (civics) | debate a concrete case: the good of all and the protection of each (syllabus: order of 29 May 2024) |
# | CRCN / Pix (digital skills framework) | 1.3 process data; 4.2 protect personal data and privacy |
#
# ## Sources
#
# - Article 29 working party (G29), opinion 05/2014 on anonymisation techniques.
# - L. Sweeney, IJUFKS, 2002 (k-anonymity). A. Machanavajjhala et al., ACM TKDD, 2007 (homogeneity, ℓ-diversity). C. Dwork and A. Roth, 2014 (differential privacy).
# - M. Giomi et al., PoPETs, 2023 (the three tests and their control group). OpenDP (noise).
# - Société informatique de France, 16 June 2017: school data, legitimate uses.
# - Court of Justice of the European Union, 4 September 2025, case C-413/23 P, EDPS v SRB.
# - School, survey, marks, methods and traits: made up by the kit. The effect of method B says nothing about a real method.
