# ---
# jupyter:
#   kernelspec: {name: python3, display_name: Python 3, language: python}
#   poucet: {n: 8, slug: {fr: charte-de-confiance, en: the-trust-charter}, minutes: 55}
# ---

# %% tags=["note"]
# Numbers quoted in the prose are checked against the kit by tests/lessons/test_lesson_08.py.
# Whoever changes the seed, the school, a contract or a demand runs that test and rewrites the sentences.

# %% [markdown] lang="fr"
# # La charte de confiance
#
# Même application, mêmes exercices, mêmes clics. Une seule chose change : le papier que l’on a signé.
# Quelles règles signeriez-vous ?
#
# Exécutez les cellules une par une, dans l’ordre, avec **Maj + Entrée**.
# Trois niveaux sont indiqués dans les titres :
#
# - **Observer** : vous pariez, puis vous regardez. Rien à taper, sauf un numéro.
# - **Modifier** : vous changez une valeur dans une cellule.
# - **Écrire** : vous complétez le programme à la place des `...` (pour la NSI).
#
# Certaines cellules sont repliées sous trois points. Elles s’exécutent comme les autres ; un clic les ouvre.

# %% [markdown] lang="en"
# # The trust charter
#
# Same app, same exercises, same clicks. Only one thing changes: the paper that was signed.
# Which rules would you sign?
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
# > **Tout est inventé ici**, sauf les textes publics et leurs dates, dont la source est donnée. Le lycée de Valmorne n’existe pas, ses élèves non plus.
# > Les contrats, les entreprises et la fuite de 2028 sont inventés aussi : ces contrats ressemblent à beaucoup, ils ne sont ceux de personne.
# > Ne tapez jamais les données d’une vraie personne : ni les vôtres, ni celles d’un camarade.

# %% [markdown] lang="en"
# > **Everything here is made up**, except the public texts and their dates, whose source is given. The lycée of Valmorne does not exist, and nor do its pupils.
# > The contracts, the companies and the leak of 2028 are made up too: these contracts resemble many, and are nobody’s.
# > Never type in a real person’s data: not your own, not a classmate’s.

# %% [markdown] lang="fr" tags=["teacher"]
# ## Fiche de l’enseignant
#
# **Avant** : sur chaque poste, `make open` (voir le README) ; au vôtre, `make show`. Imprimez les cartes
# en secours. Attribuez à chaque élève un numéro entre 1 et 1 100 (par exemple son rang dans la liste × 31, jusqu’à 35 élèves).
# La liste des numéros reste sur votre papier.
#
# *Déroulement en 55 minutes*
#
# | Minute | Partie | Vous | Les élèves |
# |---|---|---|---|
# | 0–6 | 1. Un clic, quatre contrats | distribuez les numéros, faites voter sur le nombre de copies | cherchent qui détient une copie d’eux |
# | 6–15 | 2. Le lecteur a-t-il raison ? | faites verrouiller le premier pari, lisez le commentaire | parient, comparent deux contrats |
# | 15–28 | 3. À la table | formez des groupes de cinq, un rôle chacun | négocient six clauses |
# | 28–34 | 4. Demandez vos données | projetez le guichet | écrivent au fournisseur, vérifient sa réponse |
# | 34–40 | 5. Le temps passe | faites verrouiller le second pari, lisez l’histoire de Myriam | avancent l’horloge |
# | 40–44 | 6. Votez, imprimez | comptez les mains | votent |
# | 44–51 | 8. Mise en commun | animez deux questions au choix | argumentent, posent les mots |
# | 51–55 | 9. À copier | projetez | copient |
#
# En NSI : partie 3 en neuf minutes (un seul défi), parties 4 et 5 au tableau en quatre minutes chacune, partie 6 en deux minutes,
# douze minutes pour la partie 7 ; il reste cinq minutes pour la partie 8 : posez la question 1.
#
# **Version de 25 minutes** : parties 1 (4 min), 2 (6 min), 3 au vidéoprojecteur, un défi (6 min), 6 à main levée (3 min),
# la question 1 de la partie 8 (3 min), 9 (3 min).

# %% [markdown] lang="en" tags=["teacher"]
# ## Teacher’s page
#
# **Beforehand**: on each computer, `POUCET_LANG=en make open` (see the README); on yours,
# `POUCET_LANG=en make show`. Print the cards as a fallback. Give each pupil a number between 1 and 1,100
# (say, their place in the register × 31, for up to 35 pupils). The list of numbers stays on your paper.
#
# *The 55 minutes*
#
# | Minute | Part | You | The pupils |
# |---|---|---|---|
# | 0–6 | 1. One click, four contracts | hand out the numbers, take a vote on the number of copies | look for who holds a copy of them |
# | 6–15 | 2. Is the reader right? | have the first bet locked, read the comment aloud | bet, compare two contracts |
# | 15–28 | 3. At the table | form groups of five, one role each | negotiate six clauses |
# | 28–34 | 4. Ask for your data | project the desk | write to the supplier, check the reply |
# | 34–40 | 5. Time goes by | have the second bet locked, read Myriam’s story | wind the clock forward |
# | 40–44 | 6. Vote, print | count the hands | vote |
# | 44–51 | 8. Talking it over | lead two questions of your choice | argue, and settle the words |
# | 51–55 | 9. To copy | project it | copy |
#
# With computer science pupils: part 3 in nine minutes (a single challenge), parts 4 and 5 on the board in four minutes each, part 6 in two minutes,
# twelve minutes for part 7; that leaves five minutes for part 8: ask question 1.
#
# **In 25 minutes**: parts 1 (4 min), 2 (6 min), 3 on the projector with one challenge (6 min), 6 with a show of hands (3 min),
# question 1 of part 8 (3 min), 9 (3 min).

# %% [markdown] lang="fr"
# ## 1. Un clic, quatre contrats (niveau Observer)
#
# Le lycée choisit une application d’exercices. Elle se signe de quatre façons : les conditions du **grand public**, que chacun accepte d’un clic ;
# les conditions **« éducation »** du même fournisseur ; le portail du lycée, l’**ENT** ; et une **charte** écrite par l’école.
#
# Vous êtes un élève de Valmorne. Remplacez 7 par le numéro que l’on vous a donné.

# %% [markdown] lang="en"
# ## 1. One click, four contracts (Observe level)
#
# The school is choosing an exercise app. There are four ways to sign up for it: the **consumer** terms, which anyone accepts with a click;
# the same supplier’s **“education”** terms; the school’s own portal, called an **ENT**; and a **charter** written by the school.
#
# You are a pupil of Valmorne. Replace 7 with the number you were given.
# (Classes named 2de, 1re and Tle are years 1, 2 and 3 of lycée.)

# %% jupyter={"source_hidden": true}
# fr: Les outils de la leçon.
# en: The tools of the lesson.
from html import escape

import pandas as pd
from IPython.display import HTML, FileLink, Markdown, display

from poucet.classroom.charter_sheet import print_charter
from poucet.contract import Desk, compare
from poucet.contract import timeline as events
from poucet.contract.countries import country_name
from poucet.damages import counter, damage
from poucet.figures import contracts as three_dials
from poucet.figures import timeline
from poucet.figures.html import as_html
from poucet.i18n import number as written
from poucet.labels import label

LEFT = [{"selector": "th, td", "props": "text-align: left; vertical-align: top"}]


def say(result):
    display(Markdown(str(result)))


def show(drawing, words):
    display(HTML(as_html(drawing, words, words)))


def table(rows, columns, caption=""):
    return (
        pd.DataFrame(rows, columns=columns).style.hide().set_caption(caption).set_table_styles(LEFT)
    )


# %%
from poucet import Contract, School, judge
from poucet.classroom import avatar, check, predict

number = 7
school = School(seed=2)
avatar(school, number)

# %% [markdown] lang="fr"
# Vous faites vos exercices pendant douze semaines. **Combien de copies de vous existe-t-il, et chez qui ?**
# Votez à main levée pour chacun des quatre contrats. Puis exécutez.

# %% [markdown] lang="en"
# You do your exercises for twelve weeks. **How many copies of you are there, and who has them?**
# Show of hands for each of the four contracts. Then run the cell.

# %%
names = ["grand_public", "education", "ent", "charte"]
contracts = {name: Contract.load(name) for name in names}


# %% jupyter={"source_hidden": true}
# fr: Qui détient une copie, et de quoi.
# en: Who holds a copy, and of what.
def copies_of(pupil, name):
    found = contracts[name].apply(school).rows_of(pupil)
    who = ", ".join(f"{each.copy.who} ({country_name(each.copy.country)})" for each in found)
    columns = max(len(each.directory) for each in found)
    lines = max(each.lines for each in found)
    return [contracts[name].title, len(found), who, columns, written(lines)]


# %% lang="fr" jupyter={"source_hidden": true}
# Vos copies.
table(
    [copies_of(number, name) for name in names],
    ["Contrat", "Copies", "Chez qui", "Colonnes de votre fiche", "Lignes de votre trace"],
)

# %% lang="en" jupyter={"source_hidden": true}
# Your copies.
table(
    [copies_of(number, name) for name in names],
    ["Contract", "Copies", "Who has them", "Columns of your record", "Lines of your trail"],
)

# %% [markdown] lang="fr"
# Les mêmes exercices, le même soir : **huit copies** de vous sous le premier contrat, **deux** sous le dernier.
# Personne n’a piraté quoi que ce soit. Tout est écrit dans le contrat.
#
# Chaque phrase d’un contrat qui oblige quelqu’un s’appelle une **clause**. Une entreprise à qui le fournisseur confie vos données est un **sous-traitant**.

# %% [markdown] lang="en"
# The same exercises, the same evening: **eight copies** of you under the first contract, **two** under the last.
# Nobody hacked anything. It is all written in the contract.
#
# Each sentence of a contract that binds somebody is called a **clause**. A company to which the supplier hands your data is a **sub-processor**.

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minute 0.** Faites voter contrat par contrat, écrivez les nombres au tableau, puis exécutez. Laissez lire les noms des entreprises : ils sont inventés, les rôles ne le sont pas.
# > Deux copies suffisent à la charte : le fournisseur, et ses sauvegardes. Le fichier d’étude ne contient alors que des groupes d’élèves, donc personne en particulier.
# > *Erreur fréquente* : « c’est le même service, donc les mêmes données ». Le service est le même ; la signature ne l’est pas.
# > Si un élève n’a aucune ligne de trace, il a peu utilisé le service : sa fiche est partie quand même.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minute 0.** Take the vote one contract at a time, write the numbers on the board, then run the cell. Let them read the names of the companies: these are made up, the roles are not.
# > Two copies are enough for the charter: the supplier, and its backups. The study file then holds only groups of pupils, hence nobody in particular.
# > *Usual mistake*: “it’s the same service, so the same data”. The service is the same; the signature is not.
# > If a pupil has no line of trail, they used the service little: their record left all the same.

# %% [markdown] lang="fr"
# ## 2. Le lecteur a-t-il raison ? (niveau Observer)
#
# En mai 2017, la presse publie une lettre du ministère : pas de réserve générale sur les outils des grands fournisseurs, sous leurs conditions « éducation ».
# Des entreprises, des syndicats, des parents protestent. Le 12 juin, sous un article du *Café pédagogique* (un site de professeurs), **un lecteur répond** :
# les conditions grand public et les conditions « éducation » ne sont pas les mêmes, et il faut apprendre à tous à les distinguer.
#
# Vérifions. De 2016 à 2017, la CNIL (l’autorité française qui protège les données personnelles), des associations et des chercheurs ont publié ce qu’ils demandent. Avec trois règles de droit, cela fait **27 demandes**.
#
# ### Premier pari
#
# Quel pourcentage de ces 27 demandes nos conditions « éducation » tiennent-elles ?

# %% [markdown] lang="en"
# ## 2. Is the reader right? (Observe level)
#
# In May 2017, the press published a letter from the ministry: no general reservation about the big suppliers’ tools, under their “education” terms.
# Companies, unions and parents protested. On 12 June, under an article in the *Café pédagogique* (a website for teachers), **a reader answered**:
# consumer terms and “education” terms are not the same, and people must be taught to tell them apart.
#
# Let us check. In 2016 and 2017 the CNIL (the French data protection authority), associations and scientists published what they ask for. With three rules of law, that makes **27 demands**.
#
# ### First bet
#
# What percentage of these 27 demands do our “education” terms meet?

# %%
bet = predict("education_met", unit="%", low=0, high=100)
bet

# %%
tallies, open_demands, in_france = {}, {}, []
for name, contract in contracts.items():
    verdicts = judge(contract, school)
    tallies[name] = [len(verdicts.of(how)) for how in ("pass", "fail", "undecidable")]
    open_demands[name] = [(str(v.demand), v.why) for v in verdicts if v.status == "undecidable"]
    in_france += [name] if verdicts["fcpe_nation"].status == "pass" else []
bet.reveal(round(100 * tallies["education"][0] / len(verdicts)))

# %% lang="fr" jupyter={"source_hidden": true}
# Les quatre contrats devant les 27 demandes.
table(
    [[contracts[name].title, *tallies[name]] for name in names],
    ["Contrat", "Tenues", "Pas tenues", "À débattre"],
    "Les 27 demandes",
)

# %% lang="en" jupyter={"source_hidden": true}
# The four contracts and the 27 demands.
table(
    [[contracts[name].title, *tallies[name]] for name in names],
    ["Contract", "Met", "Not met", "For debate"],
    "The 27 demands",
)

# %% [markdown] lang="fr"
# Voici maintenant trois cadrans. Le **risque** : qui peut-on retrouver (leçons 2 et 3), et qui une machine qui lit ces copies accuse-t-elle à tort (leçons 1 et 5) ?
# L’**argent** : que rapportent les données ?
# L’**utilité** : que reste-t-il du service que la classe voulait ?

# %% [markdown] lang="en"
# Here are three dials. **Risk**: who can be found (lessons 2 and 3), and whom does a machine that reads these copies wrongly accuse (lessons 1 and 5)?
# **Money**: what do the data bring in?
# **Usefulness**: how much is left of the service the class wanted?

# %%
dials = {contracts[name].title: damage(contracts[name].apply(school), school) for name in names}
show(three_dials.figure(dials), three_dials.sentence(dials))

# %% [markdown] lang="fr"
# ### Ce que changent les conditions « éducation »
#
# Nos deux premiers contrats diffèrent par **12 clauses sur 24**. Les voici.

# %% [markdown] lang="en"
# ### What the “education” terms change
#
# Our first two contracts differ in **12 clauses out of 24**. Here they are.

# %% jupyter={"source_hidden": true}
# fr: Les clauses qui diffèrent, en mots.
# en: The clauses that differ, in words.
consumer, education = (contracts[name].sentences() for name in ("grand_public", "education"))
differ = [clause for clause in consumer if consumer[clause] != education[clause]]
table(
    [[consumer[clause], education[clause]] for clause in differ],
    [contracts["grand_public"].title, contracts["education"].title],
)

# %% [markdown] lang="fr"
# **Le lecteur a raison** : ce ne sont pas les mêmes contrats. La publicité a disparu, les fiches ne se vendent plus, les élèves ne rapportent plus rien ; et il y a moins de copies.
#
# **Ceux qui protestent ont raison aussi** : chaque élève reste retrouvable, plus de 200 sont accusés à tort, et 19 demandes ne sont pas tenues.
# Entre « rien n’a changé » et « tout va bien », il y a un travail : **lire le bon contrat**.

# %% [markdown] lang="en"
# **The reader is right**: these are not the same contracts. No more advertising, no more records sold, no more money made from pupils; fewer copies.
#
# **Those who object are right too**: every pupil can still be found, more than 200 are wrongly accused, and 19 demands are not met.
# Between “nothing has changed” and “all is well” there is work to do: **read the right contract**.

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minute 6.** Lisez le commentaire du lecteur sans ironie : c’est le meilleur argument de l’autre camp, et il est juste. Faites-le défendre par un élève.
# > Nos conditions « éducation » sont inventées ; de vraies conditions peuvent tenir plus de demandes, ou moins. La leçon apprend à les lire, elle n’accuse aucune entreprise.
# > Les 27 demandes : quatre de la CNIL et une de sa lettre d’avril 2017, sept de la Société informatique de France, cinq questions d’EduNathon, deux de la FCPE (parents d’élèves), cinq de la lettre des sept associations, trois règles.
# > *Erreur fréquente* : additionner les demandes comme des points. Toutes ne pèsent pas le même poids : demandez laquelle ils sauveraient.
# > Les euros : une estimation du kit, d’après les prix publiés de la leçon 6. Utilité 83 % pour l’ENT : ce contrat ne prévoit pas de comparer des méthodes d’enseignement.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minute 6.** Read the reader’s comment without irony: it is the other side’s best argument, and it is sound. Have a pupil defend it.
# > Our “education” terms are made up; real ones may meet more demands, or fewer. The lesson teaches how to read them; it accuses no company.
# > The 27 demands: four from the CNIL and one from its letter of April 2017, seven from the Société informatique de France, five questions from EduNathon, two from the FCPE (parents), five from the letter of the seven associations, three rules.
# > *Usual mistake*: adding demands up like points. They do not all weigh the same: ask which one they would save.
# > The euros: the kit’s estimate, from the published prices of lesson 6. Usefulness is 83% for the ENT: that contract does not provide for comparing teaching methods.

# %% [markdown] lang="fr"
# ## 3. À la table (niveau Modifier)
#
# Formez des groupes de cinq. Chacun prend un rôle, et le défend.
#
# | Rôle | Ce qu’il veut | Ce qu’il craint |
# |---|---|---|
# | le **chef d’établissement** | un service qui marche, et rien d’illégal | une fuite à la une du journal |
# | le **parent** | savoir ce qui part, et pour combien de temps | un dossier qui suit son enfant |
# | le **fournisseur** | améliorer son produit, payer ses salariés | un contrat intenable |
# | l’**élève** | des exercices à son niveau | être jugé par une machine |
# | le **professeur** | savoir si sa méthode marche | perdre l’outil en cours d’année |
#
# Vous partez des conditions « éducation ». **Le fournisseur accepte de changer six clauses, pas une de plus.** Choisissez-les.
#
# | Clause | Ce que l’on peut écrire |
# |---|---|
# | `fields` | les colonnes qui partent : `["class"]`, `["class", "second_language"]`… |
# | `identifier` | `"ine"` (numéro national), `"email"`, `"opaque"` (un code propre à ce service) |
# | `time` | `"second"` (à la seconde), `"hour"` (à l’heure), `"day"` (au jour), `"none"` (sans date) |
# | `ip` | l’adresse de connexion : `"whole"` (entière), `"cut"` (le réseau seul), `"none"` |
# | `purposes` | les usages, ici tous ceux du départ : enseigner, adapter le travail, comparer des méthodes, améliorer le produit, prédire ; `["teaching", "personalising", "evaluating_methods", "improving_product", "predicting"]` |
# | `hosting` | un pays : `"FR"`, `"IE"`, `"US"`… |
# | `subprocessors` | `[]` : personne |
# | `retention_months` | les mois gardés après le départ : `0`, `3`, `6`… |
# | `erasure_reaches_copies` | effacer aussi les copies : `True` ou `False` |
# | `supervised` | le lycée peut venir vérifier : `True` ou `False` |
# | `fields_published` | la liste des colonnes est publique : `True` ou `False` |
#
# Il y a d’autres clauses : le dernier tableau nomme celles qui sont en faute.

# %% [markdown] lang="en"
# ## 3. At the table (Change level)
#
# Form groups of five. Each takes a role, and defends it.
#
# | Role | What they want | What they fear |
# |---|---|---|
# | the **head teacher** | a service that works, and nothing illegal | a leak on the front page |
# | the **parent** | to know what leaves, and for how long | a record that follows their child |
# | the **supplier** | to improve the product, to pay the staff | a contract that cannot be kept |
# | the **pupil** | exercises at the right level | being judged by a machine |
# | the **teacher** | to know whether a method works | losing the tool in mid-year |
#
# You start from the “education” terms. **The supplier agrees to change six clauses, and not one more.** Choose them.
#
# | Clause | What can be written |
# |---|---|
# | `fields` | the columns that leave: `["class"]`, `["class", "second_language"]`… |
# | `identifier` | `"ine"` (national number), `"email"`, `"opaque"` (a code for this service only) |
# | `time` | `"second"`, `"hour"`, `"day"`, `"none"` |
# | `ip` | the connection address: `"whole"`, `"cut"` (the network only), `"none"` |
# | `purposes` | the uses, here all those you start with: `["teaching", "personalising", "evaluating_methods", "improving_product", "predicting"]` |
# | `hosting` | a country: `"FR"`, `"IE"`, `"US"`… |
# | `subprocessors` | `[]`: nobody |
# | `retention_months` | months kept after the pupil leaves: `0`, `3`, `6`… |
# | `erasure_reaches_copies` | erase the copies too: `True` or `False` |
# | `supervised` | the school may come and check: `True` or `False` |
# | `fields_published` | the list of columns is public: `True` or `False` |
#
# There are other clauses: the last table names those at fault.

# %%
# fr: Une clause par ligne, une virgule au bout. Six au plus.
# en: One clause per line, a comma at the end. Six at most.
ours = contracts["education"].replace(
    purposes=["teaching", "personalising", "evaluating_methods"],
)

# %% jupyter={"source_hidden": true}
# fr: Votre contrat : appliqué, jugé, mesuré.
# en: Your contract: applied, judged, measured.
changed = sum(getattr(ours, name) != value for name, value in vars(contracts["education"]).items())
ours = ours.replace(title_fr="Notre contrat", title_en="Our contract")
verdicts = judge(ours, school)
summary = str(verdicts)
broken = [
    [
        verdict.demand.key,
        verdict.demand.sentence,
        verdict.source,
        ", ".join(map(str, verdict.clauses)),
    ]
    for verdict in verdicts
    if verdict.status == "fail"
]
# fr: On ne garde pas les preuves : des millions de lignes.
# en: The evidence is not kept: millions of rows.
del verdicts
our_dials = {
    contract.title: damage(contract.apply(school), school)
    for contract in (contracts["education"], ours, contracts["charte"])
}
show(three_dials.figure(our_dials), three_dials.sentence(our_dials))

# %% lang="fr" jupyter={"source_hidden": true}
# Ce qui tient, ce qui ne tient pas.
if changed > 6:
    say(f"Vous changez {changed} clauses : le fournisseur quitte la table. Six au plus.")
else:
    say(f"Clauses changées : {changed} sur 6.")
say(summary)
table(
    broken,
    ["Nom", "Demande pas tenue", "Qui l’a demandé", "La clause en faute"],
)

# %% lang="en" jupyter={"source_hidden": true}
# What holds, and what does not.
if changed > 6:
    say(f"You change {changed} clauses: the supplier leaves the table. Six at most.")
else:
    say(f"Clauses changed: {changed} out of 6.")
say(summary)
table(
    broken,
    ["Name", "Demand not met", "Who asked", "The clause at fault"],
)

# %% [markdown] lang="fr"
# - **Défi 1** : changez une seule clause à la fois, et regardez le nombre d’élèves retrouvés. Laquelle le fait tomber ?
# - **Défi 2** : la FCPE, une fédération de parents d’élèves, veut des serveurs en France (`fcpe_nation`). Combien de clauses faut-il changer ?
# - **Défi 3** : en six clauses, faites que l’on ne retrouve plus personne, et tenez le plus de demandes possible.
#
# ### Déplier une demande
#
# Derrière une demande qui n’est pas tenue, il y a des lignes. Choisissez-en une (colonne « Nom ») : voici **vos** cases, et qui les détient.

# %% [markdown] lang="en"
# - **Challenge 1**: change one clause at a time, and watch the number of pupils found. Which one brings it down?
# - **Challenge 2**: the FCPE, a federation of parents, wants servers in France (`fcpe_nation`). How many clauses must change?
# - **Challenge 3**: six clauses, nobody left to be found, and as many demands met as you can.
#
# ### Unfold a demand
#
# Behind a demand that is not met, there are rows. Choose one (column “Name”): here are **your** cells, and who holds them.

# %%
# fr: Choisissez une demande, entre guillemets.
# en: Choose a demand, in quotes.
demand = "fcpe_addresses"

# %% jupyter={"source_hidden": true}
# fr: Les preuves, pour cette demande et pour vous seul.
# en: The evidence, for this demand and for you alone.
verdict = judge(ours, school)[demand]
said, cells = str(verdict), verdict.about(number)[:12]
del verdict

# %% lang="fr" jupyter={"source_hidden": true}
# Les lignes en faute.
say(said)
table(
    [[who, label(column), str(value)] for who, column, value in cells],
    ["Qui la détient", "Colonne", "Ce qui est écrit"],
    "Votre contrat : douze cases en faute, au plus",
)

# %% lang="en" jupyter={"source_hidden": true}
# The rows at fault.
say(said)
table(
    [[who, label(column), str(value)] for who, column, value in cells],
    ["Who holds it", "Column", "What it says"],
    "Your contract: twelve cells at fault, at most",
)

# %% [markdown] lang="fr"
# ### Tout tenir suffit-il ?
#
# La charte ne manque à aucune demande. Changez-y **une** clause, l’heure : `"hour"` au lieu de `"day"`. Aucune demande ne l’interdit.

# %% [markdown] lang="en"
# ### Is meeting every demand enough?
#
# The charter breaks no demand. Change **one** clause in it, the time: `"hour"` instead of `"day"`. No demand forbids it.

# %%
by_hour = contracts["charte"].replace(time="hour")
say(judge(by_hour, school))

# %%
say(damage(by_hour.apply(school), school))

# %% [markdown] lang="fr"
# Toujours aucun manquement, et pourtant **435 élèves** redeviennent retrouvables : connaître quatre moments de leur trimestre suffit (leçon 3).
# Une charte peut tenir tout ce que l’on a demandé, et oublier ce que personne n’a pensé à demander.
#
# Trois demandes restent, qu’un programme ne sait pas trancher. **Les voici : à vous d’en débattre.**

# %% [markdown] lang="en"
# No demand is broken, and yet **435 pupils** can be found again: knowing four moments of their term is enough (lesson 3).
# A charter can meet everything that was asked for, and forget what nobody thought to ask.
#
# Three demands are beyond what a program can decide. **Here they are: debate them.**

# %% jupyter={"source_hidden": true}
# fr: Ce qu’un programme ne tranche pas.
# en: What a program cannot decide.
for asked, why in open_demands["charte"]:
    display(HTML(f"<p><b>{escape(asked)}</b><br>{escape(why)}</p>"))

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minute 15.** Distribuez les rôles ; le fournisseur peut refuser une clause si on ne lui dit pas pourquoi. Circulez, et demandez à chacun : « Qu’avez-vous cédé ? »
# > *Défi 1* est un piège : aucune clause, seule, ne fait baisser ce nombre de 1 100. Enlever le nom protège peu si le jour, l’heure et l’adresse IP restent ; il faut agir sur quatre clauses ensemble.
# > *Erreur fréquente* : tout effacer. Avec `fields=[]`, l’utilité tombe à 50 % : le service ne retrouve plus les classes.
# > *Pourquoi garder le jour ?* Sans date, le professeur ne voit plus si un devoir est rendu à temps. Le compteur, lui, ne le voit pas : un nombre ne dit pas tout.
# > Un groupe bloqué : donnez-lui `identifier="opaque"`, `fields=["class"]`, `time="day"`, `ip="none"`.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minute 15.** Hand out the roles; the supplier may refuse a clause if nobody says why. Walk round, and ask each: “What did you give up?”
# > *Challenge 1* is a trap: no clause by itself brings the 1,100 down. Removing the name protects little if the day, the hour and the IP address remain; four clauses have to move together.
# > *Usual mistake*: deleting everything. With `fields=[]`, usefulness falls to 50%: the service no longer finds the classes.
# > *Why keep the day?* Without a date, the teacher cannot see whether homework came in on time. The counter does not see that: a number does not say everything.
# > A group is stuck: give them `identifier="opaque"`, `fields=["class"]`, `time="day"`, `ip="none"`.

# %% [markdown] lang="fr"
# ## 4. Demandez vos données (niveau Modifier)
#
# Le règlement européen (RGPD) donne le droit de demander ses données. Le fournisseur a **un mois** pour répondre.
# Écrivez-lui. La réponse peut être en retard, incomplète, ou fausse.

# %% [markdown] lang="en"
# ## 4. Ask for your data (Change level)
#
# European law (the GDPR) gives everyone the right to ask for their data. The supplier has **one month** to reply.
# Write to it. The reply may be late, partial, or false.

# %%
# fr: "access" demande une copie ; "erasure" demande que tout soit effacé.
# en: "access" asks for a copy; "erasure" asks for everything to be erased.
right = "access"


# %% jupyter={"source_hidden": true}
# fr: La réponse, à côté de ce qui est vraiment détenu.
# en: The reply, beside what is really held.
def ask(name, seed):
    desk = Desk(contracts[name].apply(school), seed=seed)
    reply = desk.ask(right, number)
    found = compare(reply, desk)
    apart = [
        ", ".join(dict.fromkeys(gap.who for gap in gaps)) or "–"
        for gaps in (found.missing, found.false, found.admitted)
    ]
    return reply, [contracts[name].title, reply.days, found.days_late or "–", *apart]


asked = [ask(name, seed) for seed, name in enumerate(names, start=110)]
say(asked[0][0].request)

# %% lang="fr" jupyter={"source_hidden": true}
# Les quatre réponses.
table(
    [row for _reply, row in asked],
    [
        "Contrat",
        "Réponse en (jours)",
        "Retard (jours)",
        "Copies passées sous silence",
        "Copies sur lesquelles on vous ment",
        "Copies avouées, mais gardées",
    ],
)

# %% lang="en" jupyter={"source_hidden": true}
# The four replies.
table(
    [row for _reply, row in asked],
    [
        "Contract",
        "Reply in (days)",
        "Late (days)",
        "Copies not mentioned",
        "Copies it lies about",
        "Copies admitted, but kept",
    ],
)

# %% [markdown] lang="fr"
# Comparez avec vos voisins : ils n’ont sans doute pas eu la même réponse. Puis écrivez `right = "erasure"` : qui a vraiment tout effacé ?
#
# Voici le début du dossier que la charte vous donne, dans un **format ouvert** : un fichier que d’autres programmes savent lire.

# %% [markdown] lang="en"
# Compare with your neighbours: they probably did not get the same reply. Then write `right = "erasure"`: who has really erased everything?
#
# Here is the beginning of the dossier that the charter gives you, in an **open format**: a file that other programs can read.

# %%
print(
    "\n".join(Desk(contracts["charte"].apply(school)).ask("access", number).json.splitlines()[:14])
)

# %% [markdown] lang="fr"
# **Dans la vie, vous ne pourriez pas remplir ce tableau.** Celui qui demande ne voit pas ce qui est gardé : il ne peut que croire la réponse.
# Voilà à quoi sert la clause `supervised` : quelqu’un a le droit d’aller voir.

# %% [markdown] lang="en"
# **In real life, you could not fill in this table.** Whoever asks cannot see what is kept: they can only believe the reply.
# That is what the clause `supervised` is for: somebody has the right to go and look.

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minute 28.** Faites lire la demande à voix haute : elle est courte, et elle est sérieuse. Une famille peut l’écrire demain.
# > *En droit*, elle s’adresse au « responsable du traitement » : souvent l’établissement, que son fournisseur doit aider à répondre. Le kit écrit droit au fournisseur, pour comparer les contrats.
# > Les chances de retard, d’oubli et de mensonge sont **inventées par le kit**, pour donner à chercher : elles ne mesurent aucun fournisseur. Sous un contrat que le lycée peut venir vérifier, le kit suppose une réponse vraie et à l’heure ; faites discuter cette supposition.
# > Pour l’avatar 7 : l’accès est incomplet sous les deux premiers contrats, et en retard sous le premier ; complet et à l’heure sous les deux autres.
# > *Erreur fréquente* : croire que l’effacement est toujours dû. Le RGPD a des exceptions, et une école a des registres à garder.
# > La portabilité (article 20) ne vaut pas pour une mission de service public ; l’opposition (article 21), si.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minute 28.** Have the request read aloud: it is short, and it is in earnest. A family may write it tomorrow.
# > *In law*, it goes to the “controller”: often the school, which its supplier must help to reply. The kit writes straight to the supplier, so as to compare the contracts.
# > The chances of lateness, omission and lying are **made up by the kit**, so that there is something to find: they measure no supplier. Under a contract that the school may come and check, the kit supposes a true reply, on time; have that supposition discussed.
# > For avatar 7: access is partial under the first two contracts, and late under the first; complete and on time under the other two.
# > *Usual mistake*: thinking that erasure is always owed. The GDPR has exceptions, and a school has registers to keep.
# > Portability (article 20) does not apply to a public-service task; objection (article 21) does.

# %% [markdown] lang="fr"
# ## 5. Le temps passe (niveau Modifier)
#
# Nos conditions « éducation » promettent : « Tout est effacé 6 mois après le départ de l’élève. »
# Le **1er juin 2030**, tous les élèves d’aujourd’hui sont partis depuis plus de six mois.
#
# ### Second pari
#
# Ce jour-là, combien des 1 100 élèves figurent encore, à leur nom, dans **au moins une** copie ?

# %% [markdown] lang="en"
# ## 5. Time goes by (Change level)
#
# Our “education” terms promise: “Everything is erased 6 months after the pupil leaves.”
# On **1 June 2030**, all of today’s pupils have been gone for more than six months.
#
# ### Second bet
#
# On that day, how many of the 1,100 pupils are still, by name, in **at least one** copy?

# %%
bet = predict("still_held", unit="pupils", low=0, high=1100)
bet

# %%
later = contracts["education"].apply(school).at("2030-06-01")
still = {
    avatar for copy in later.copies if "family_name" in copy.columns for avatar in copy.avatars
}
bet.reveal(len(still))

# %%
# fr: Changez la date, et le contrat.
# en: Change the date, and the contract.
date = "2030-06-01"
say(contracts["education"].apply(school).at(date))

# %% [markdown] lang="fr"
# Le fournisseur a tenu parole : **de ses fiches**, il ne reste rien. Ses sauvegardes les gardent six mois de plus. Et les sous-traitants, que personne n’a prévenus, ont encore **tout ce qu’ils avaient reçu**.
# C’est la clause `erasure_reaches_copies` qui manquait. Essayez `contracts["charte"]`.
#
# ### Une fuite, plus tard
#
# Vous l’avez vu dans la liste : pour améliorer son produit, le fournisseur garde aussi, sans date de fin, un « fichier d’étude » qu’il dit **anonyme** : les adresses électroniques y sont remplacées par des empreintes (leçon 4).
# Le 14 février 2028, une tout autre application est piratée (la fuite est inventée) : ses adresses électroniques sont en ligne. Avant, puis après :

# %% [markdown] lang="en"
# The supplier has kept its word: **of its records**, nothing is left. Its backups keep them six months longer. And the sub-processors, who were never told, still have **all that they had received**.
# What was missing is the clause `erasure_reaches_copies`. Try `contracts["charte"]`.
#
# ### A leak, later
#
# You saw it in the list: to improve its product, the supplier also keeps, with no end date, a “study file” that it calls **anonymous**: e-mail addresses are replaced with hashes (lesson 4).
# On 14 February 2028, an entirely different app is hacked (the leak is made up): its e-mail addresses are online. Before, then after:

# %% jupyter={"source_hidden": true}
# fr: Les élèves que la fuite nomme dans le fichier dit anonyme.
# en: The pupils whom the leak names in the file called anonymous.
days = ["2028-02-13", "2028-02-15"]
named = {
    name: [sum(len(each.avatars) for each in holding.at(day).reidentified) for day in days]
    for name, holding in ((name, contracts[name].apply(school)) for name in names)
}

# %% lang="fr" jupyter={"source_hidden": true}
# Avant, après.
table(
    [[contracts[name].title, *named[name]] for name in names],
    ["Contrat", "Nommés le 13 février 2028", "Nommés le 15 février 2028"],
    "Élèves nommés dans le fichier dit anonyme",
)

# %% lang="en" jupyter={"source_hidden": true}
# Before, after.
table(
    [[contracts[name].title, *named[name]] for name in names],
    ["Contract", "Named on 13 February 2028", "Named on 15 February 2028"],
    "Pupils named in the file called anonymous",
)

# %% [markdown] lang="fr"
# Le fichier n’a pas bougé d’une ligne. C’est **le reste du monde** qui a changé, et 679 élèves ont un nom.
#
# ### L’erreur a un visage
#
# Juin 2030. Myriam était en seconde ; elle a quitté le lycée en août 2029, et cherche un travail. Le sous-traitant Nuage Cumulus a été racheté, avec ses fichiers.
# Le nouveau propriétaire relit les lignes oubliées avec la règle de la leçon 5, et vend le résultat à des recruteurs.

# %% [markdown] lang="en"
# Not one line of the file has moved. It is **the rest of the world** that changed, and 679 pupils have a name.
#
# ### The mistake has a face
#
# June 2030. Myriam was in seconde; she left the school in August 2029, and is looking for work. The sub-processor Nuage Cumulus has been bought, files and all.
# The new owner reads the forgotten lines again with the rule of lesson 5, and sells the result to recruiters.

# %%
avatar(school, 930)

# %% jupyter={"source_hidden": true}
# fr: Ce que la règle lit dans la copie oubliée, et ce qui est vrai.
# en: What the rule reads in the forgotten copy, and what is true.
from poucet.damages.copy_accused import guesses

(forgotten,) = [copy for copy in later.copies if copy.name == "Nuage Cumulus"]
lines = forgotten.rows_of(930).lines
believed = guesses(school, forgotten)["sleeplessness"]
del later, forgotten
says_so, is_true = bool(believed[930 - 1]), bool(school.truth.loc[930, "sleeplessness"])

# %% lang="fr" jupyter={"source_hidden": true}
# Le verdict.
table(
    [
        [
            written(lines),
            "dort mal" if says_so else "rien",
            "oui" if is_true else "non, elle dort bien",
        ]
    ],
    ["Lignes de Myriam encore gardées", "La machine écrit", "Est-ce vrai ?"],
)

# %% lang="en" jupyter={"source_hidden": true}
# The verdict.
table(
    [
        [
            written(lines),
            "sleeps badly" if says_so else "nothing",
            "yes" if is_true else "no, she sleeps well",
        ]
    ],
    ["Myriam’s lines still kept", "The machine writes", "Is it true?"],
)

# %% [markdown] lang="fr"
# Deux recherches faites à quinze ans, dans une copie qui n’aurait plus dû exister, et une phrase fausse qu’elle ne lira jamais.
# Myriam peut demander qu’on l’efface. **À qui ?** Elle ne sait pas que cette copie existe.

# %% [markdown] lang="en"
# Two searches made at fifteen, in a copy that should no longer exist, and a false sentence that she will never read.
# Myriam can ask for it to be erased. **Ask whom?** She does not know that this copy exists.

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minute 34.** Révélez, puis demandez : « Qui a menti ? » Personne : la promesse ne parlait que du fournisseur. C’est la leçon de lecture la plus utile de l’heure.
# > Les 679 élèves : ceux dont l’adresse figure dans la fuite. Leur empreinte se recalcule, comme dans la leçon 4. Sous l’ENT et la charte, il n’y a pas d’adresse à reconnaître.
# > La charte garde un fichier d’étude sans date de fin : il ne contient que des groupes d’au moins cinq élèves. Cela suffit-il ? Revoyez la leçon 7.
# > *Le rachat et la vente aux recruteurs sont une fiction.* Que des données scolaires intéressent des recruteurs, la Société informatique de France l’affirme en 2017 ; le kit n’en a trouvé aucun prix.
# > Parlez de Myriam, jamais d’un élève de la classe.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minute 34.** Reveal, then ask: “Who lied?” Nobody: the promise was about the supplier alone. It is the most useful reading lesson of the hour.
# > The 679 pupils: those whose address is in the leak. Their hash can be computed again, as in lesson 4. Under the ENT and the charter, there is no address to recognise.
# > The charter keeps a study file with no end date: it holds only groups of at least five pupils. Is that enough? Look back at lesson 7.
# > *The purchase and the sale to recruiters are fiction.* That school data interest recruiters is what the Société informatique de France stated in 2017; the kit has found no price for it.
# > Talk about Myriam, never about a pupil in the class.

# %% [markdown] lang="fr"
# ## 6. Votez, imprimez (niveau Modifier)
#
# Choisissez le contrat à mettre aux voix : `ours`, celui de votre groupe, ou `contracts["charte"]`. Levez la main.
# Votre professeur tape les trois nombres, et la charte s’imprime sur une page.

# %% [markdown] lang="en"
# ## 6. Vote, print (Change level)
#
# Choose the contract to put to the vote: `ours`, your group’s own, or `contracts["charte"]`. Raise your hands.
# Your teacher types in the three numbers, and the charter prints on one page.

# %%
# fr: Pour, contre, abstentions. Trois zéros : le vote reste à faire.
# en: For, against, abstentions. Three zeros: the vote is still to come.
hands = (0, 0, 0)
chosen = ours

# %% lang="fr"
FileLink(print_charter(chosen, school, "charte.pdf", hands=hands))

# %% lang="en"
FileLink(print_charter(chosen, school, "charter.pdf", hands=hands))

# %% lang="fr" jupyter={"source_hidden": true}
# Le compteur des dégâts.
counter(
    {
        contract.title: damage(contract.apply(school), school)
        for contract in dict.fromkeys([*contracts.values(), chosen])
    },
    of="Contrat",
)

# %% lang="en" jupyter={"source_hidden": true}
# The damage counter.
counter(
    {
        contract.title: damage(contract.apply(school), school)
        for contract in dict.fromkeys([*contracts.values(), chosen])
    },
    of="Contract",
)

# %% [markdown] lang="fr"
# Lisez la colonne des euros. Sous les conditions grand public, les élèves rapportent **1 332 €** par an, soit **1,21 € chacun**.
# Sans rien vendre, un service pour un million d’élèves coûte environ **1 € par élève** (leçon 6, exemple du kit). La charte a ce prix : qui le paie ?

# %% [markdown] lang="en"
# Read the column of euros. Under the consumer terms, the pupils bring in **€1,332** a year, that is **€1.21 each**.
# Without selling anything, a service for a million pupils costs about **€1 per pupil** (lesson 6, the kit’s example). That is the price of the charter: who pays it?

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minute 40.** Un vrai vote : on compte à voix haute, on écrit, on accepte le résultat. Une charte repoussée est un bon résultat : dites ce qui manquait.
# > Le fichier `charte.pdf` paraît à côté du carnet ; imprimez-le, faites-le signer, affichez-le.
# > Vos élèves n’ont pas le pouvoir de signer un contrat pour le lycée. Ils ont celui de dire ce qu’ils demandent : c’est ce que porte la feuille.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minute 40.** A real vote: count aloud, write it down, accept the result. A rejected charter is a good result: say what was missing.
# > The file `charter.pdf` appears beside the notebook; print it, have it signed, put it on the wall.
# > Your pupils have no power to sign a contract for the school. They have the power to say what they ask for: that is what the sheet carries.

# %% [markdown] lang="fr"
# ## 7. Écrivez un juge (niveau Écrire, NSI)
#
# Un contrat est un fichier texte (au format TOML) que Python lit comme un **dictionnaire**. Ses sous-traitants sont une **liste de dictionnaires**.
# Vous allez écrire le contrôle d’une demande : « Les données restent sur des serveurs en France. »

# %% [markdown] lang="en"
# ## 7. Write a judge (Write level, computer science)
#
# A contract is a text file (in the TOML format) that Python reads as a **dictionary**. Its sub-processors are a **list of dictionaries**.
# You are going to write the check of one demand: “The data stay on servers in France.”

# %%
import tomllib

from poucet.contract.writing import written as as_text

files = {name: tomllib.loads(as_text(contract)) for name, contract in contracts.items()}
files["education"]["subprocessors"]

# %% [markdown] lang="fr"
# **Question 1.** Complétez `countries` : la liste des pays où sont les données, celui du fournisseur (`hosting`) d’abord, puis ceux des sous-traitants, sans doublon.

# %% [markdown] lang="en"
# **Question 1.** Complete `countries`: the list of the countries where the data are, the supplier’s (`hosting`) first, then the sub-processors’, without duplicates.

# %%
small = {
    "hosting": "IE",
    "subprocessors": [
        {"name": "A", "country": "US"},
        {"name": "B", "country": "IE"},
        {"name": "C", "country": "FR"},
    ],
}


def countries(contract):
    places = [contract["hosting"]]
    for firm in contract["subprocessors"]:
        places.append(firm["country"])
    found = []
    for country in places:
        # fr: Ajoutez ce pays à found, s’il n’y est pas déjà.
        # en: Add this country to found, unless it is there already.
        ### BEGIN SOLUTION
        if country not in found:
            found.append(country)
        ### END SOLUTION
    return found


check("countries", countries(small), ["IE", "US", "FR"])

# %% [markdown] lang="fr"
# **Question 2.** Complétez `elsewhere` : combien de ces pays ne sont **pas** dans la liste `allowed` ?

# %% [markdown] lang="en"
# **Question 2.** Complete `elsewhere`: how many of these countries are **not** in the list `allowed`?


# %%
def elsewhere(contract, allowed):
    count = 0
    for country in countries(contract):
        # fr: Comptez ce pays, s’il n’est pas permis.
        # en: Count this country, if it is not allowed.
        ### BEGIN SOLUTION
        if country not in allowed:
            count = count + 1
        ### END SOLUTION
    return count


check("elsewhere", elsewhere(small, ["IE"]), 2)

# %% [markdown] lang="fr"
# **Question 3.** Un juge montre ses preuves. Complétez `offenders` : les **noms** des sous-traitants dont le pays n’est pas dans `allowed`.

# %% [markdown] lang="en"
# **Question 3.** A judge shows the evidence. Complete `offenders`: the **names** of the sub-processors whose country is not in `allowed`.


# %%
def offenders(contract, allowed):
    found = []
    for firm in contract["subprocessors"]:
        # fr: Ajoutez le nom de ce sous-traitant, si son pays n’est pas permis.
        # en: Add this sub-processor’s name, if its country is not allowed.
        ### BEGIN SOLUTION
        if firm["country"] not in allowed:
            found.append(firm["name"])
        ### END SOLUTION
    return found


check("offenders", offenders(small, ["IE"]), ["A", "C"])

# %% [markdown] lang="fr"
# **Et les quatre contrats ?** Votre juge et celui du kit sont-ils d’accord ?

# %% [markdown] lang="en"
# **And the four contracts?** Do your judge and the kit’s agree?

# %%
france = ["FR"]
yours = [name for name in names if countries(files[name]) and not elsewhere(files[name], france)]
check("school", yours, in_france)
{name: offenders(files[name], france) for name in names}

# %% [markdown] lang="fr"
# **Question bonus.** La CNIL demande « en France ou en Europe ». Écrivez la liste `europe`. La Suisse (`"CH"`) y est-elle ? Le Royaume-Uni (`"GB"`) ?
# Votre programme devra répondre ; le texte, lui, ne dit pas s’il parle d’une carte ou d’une loi.

# %% [markdown] lang="en"
# **Bonus question.** The CNIL asks for “in France or in Europe”. Write the list `europe`. Is Switzerland (`"CH"`) in it? The United Kingdom (`"GB"`)?
# Your program will have to answer; the text does not say whether it means a map or a law.

# %% [markdown] lang="fr" tags=["teacher"]
# > **Erreurs fréquentes** : dans la question 1, ajouter le pays sans regarder s’il y est ; dans la question 2, `return` dans la boucle, dès le premier pays ; dans la question 3, ajouter le pays au lieu du nom.
# > *Ce que le programme ne voit pas* : un serveur en France peut appartenir à une entreprise soumise à une autre loi. Le juge du kit le dit aussi.
# > *Différencier* : les plus rapides écrivent le contrôle d’une autre demande (`trail_months` d’au plus 12, ou aucun usage parmi `"advertising"` et `"selling_records"`) ; les plus lents remplissent `countries(small)` à la main.

# %% [markdown] lang="en" tags=["teacher"]
# > **Usual mistakes**: in question 1, adding the country without looking whether it is there; in question 2, `return` inside the loop, at the first country; in question 3, adding the country instead of the name.
# > *What the program does not see*: a server in France may belong to a company under another country’s law. The kit’s judge says so too.
# > *Differentiation*: the fastest write the check of another demand (`trail_months` of at most 12, or no purpose among `"advertising"` and `"selling_records"`); the slowest fill in `countries(small)` by hand.

# %% [markdown] lang="fr"
# ## 8. Mise en commun
#
# ### Les mots
#
# | Mot | Ce qu’il veut dire | Aujourd’hui |
# |---|---|---|
# | **clause** | une phrase du contrat qui oblige quelqu’un | « Tout est effacé 6 mois après le départ. » |
# | **sous-traitant** | celui à qui le fournisseur confie une partie des données | Nuage Cumulus |
# | **durée de conservation** | combien de temps une donnée est gardée | 3 mois, 6 mois, sans fin |
# | **droit d’accès** | demander tout ce que l’on détient sur vous | une réponse due en un mois |
# | **format ouvert** | un fichier que d’autres programmes savent lire | JSON, CSV |
#
# ### Dix ans de débat

# %% [markdown] lang="en"
# ## 8. Talking it over
#
# ### The words
#
# | Word | What it means | Today |
# |---|---|---|
# | **clause** | a sentence of the contract that binds somebody | “Everything is erased 6 months after the pupil leaves.” |
# | **sub-processor** | someone to whom the supplier hands part of the data | Nuage Cumulus |
# | **retention period** | how long a piece of data is kept | 3 months, 6 months, for ever |
# | **right of access** | asking for everything that is held about you | a reply due within a month |
# | **open format** | a file that other programs can read | JSON, CSV |
#
# ### Ten years of debate

# %%
show(timeline.figure(events()), timeline.sentence(events()))

# %% jupyter={"source_hidden": true}
# fr: Chaque caillou, en une phrase, avec sa source.
# en: Each pebble, in a sentence, with its source.
items = "".join(f"<li>{escape(str(event))}</li>" for event in events())
HTML(f"<details><summary>1–{len(events())}</summary><ol>{items}</ol></details>")

# %% [markdown] lang="fr"
# ### Quatre questions à discuter
#
# 1. Le lecteur de 2017 et ceux qui protestaient avaient-ils raison tous les deux ? Que fallait-il faire de plus ?
# 2. Pour une école publique, demander l’accord de chaque famille est-ce mieux que d’obéir à une règle commune ? Et celui qui dit non ?
# 3. Améliorer son propre produit avec les données des élèves : est-ce un usage commercial ?
# 4. La charte protège mieux et ne rapporte rien. Qui doit payer, et qui doit vérifier ?

# %% [markdown] lang="en"
# ### Four questions to discuss
#
# 1. Were the reader of 2017 and those who objected both right? What more was needed?
# 2. For a state school, is asking each family to agree better than following one common rule? And what of the one who says no?
# 3. Improving one’s own product with pupils’ data: is that a commercial use?
# 4. The charter protects better and brings in nothing. Who should pay, and who should check?

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minutes 44 à 51 : ce que l’on peut entendre.**
# >
# > 1. Oui, tous les deux. Les conditions diffèrent vraiment ; et « différentes » ne veut pas dire « suffisantes ». Il fallait publier les clauses, et les vérifier.
# > 2. Une école publique s’appuie d’ordinaire sur sa mission (RGPD, article 6(1)(e)), non sur un accord. Un accord que l’on ne peut pas refuser n’en est pas un ; une règle commune protège aussi ceux dont les parents ne lisent rien. Informer reste dû dans les deux cas.
# > 3. Le texte de la CNIL ne le dit pas : c’est l’une des demandes que le kit laisse ouvertes sous les conditions « éducation ». Laissez le désaccord vivre.
# > 4. Un euro par élève : l’État, la région ? Vérifier coûte aussi : un contrôle que personne ne fait est une phrase.
# >
# > **Ne dites pas** « pseudonymisé, donc toujours personnel », ni « donc jamais » : depuis l’arrêt du 4 septembre 2025 (C-413/23 P), cela dépend de qui reçoit les données.
# > **Si un élève demande si son vrai lycée respecte la charte** : proposez d’écrire à l’établissement, qui sait qui est le délégué à la protection des données.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minutes 44 to 51: what you may hear.**
# >
# > 1. Yes, both. The terms really do differ; and “different” does not mean “enough”. The clauses had to be published, and checked.
# > 2. A state school usually relies on its public task (GDPR, article 6(1)(e)), not on an agreement. An agreement that cannot be refused is not one; a common rule also protects those whose parents read nothing. Informing people is owed either way.
# > 3. The CNIL’s text does not say: it is one of the demands the kit leaves open under the “education” terms. Let them disagree.
# > 4. One euro per pupil: the state, the region? Checking costs money too: an inspection that nobody carries out is just a sentence.
# >
# > **Do not say** “pseudonymised, hence always personal”, nor “hence never”: since the ruling of 4 September 2025 (C-413/23 P), it depends on who receives the data.
# > **If a pupil asks whether their real school follows the charter**: suggest writing to the school, which knows who its data protection officer is.

# %% [markdown] lang="fr"
# ## 9. À copier
#
# 1. Le même service se signe de plusieurs façons. **Ce sont les clauses qui décident** qui détient une copie, où, pour quoi et jusqu’à quand.
# 2. Conditions grand public et conditions « éducation » **ne sont pas les mêmes**. Différentes ne veut pas dire suffisantes : il faut lire.
# 3. Une promesse ne vaut que pour celui qui promet : demandez ce que deviennent **les sauvegardes et les sous-traitants**.
# 4. Chacun peut demander ses données ; la réponse est due en **un mois**. Elle peut être fausse : il faut quelqu’un qui ait le droit de vérifier.
# 5. Un fichier dit anonyme aujourd’hui peut ne plus l’être demain, à cause d’une fuite **ailleurs**.
# 6. Tenir toutes les demandes ne suffit pas ; certaines, aucun programme ne les tranche. **Une charte se discute, se vote, se vérifie.**

# %% [markdown] lang="en"
# ## 9. To copy
#
# 1. There are several ways to sign up for the same service. **The clauses decide** who holds a copy, where, what for and until when.
# 2. Consumer terms and “education” terms **are not the same**. Different does not mean enough: they must be read.
# 3. A promise binds only whoever makes it: ask what becomes of **the backups and the sub-processors**.
# 4. Anyone can ask for their data; the reply is due within **one month**. It may be false: somebody must have the right to check.
# 5. A file called anonymous today may no longer be so tomorrow, because of a leak **somewhere else**.
# 6. Meeting every demand is not enough; some of them no program can decide. **A charter is debated, voted on and checked.**

# %% [markdown] lang="fr" tags=["teacher"]
# ## Réponses attendues
#
# Le kit les recalcule à chaque fois, pour `School(seed=2)` et douze semaines.
#
# *Parties 1 et 2. Les quatre contrats*
#
# | Contrat | Copies de l’avatar 7 | Tenues | Pas tenues | À débattre |
# |---|---|---|---|---|
# | `grand_public` | 8 | 0 | 26 | 1 |
# | `education` | 5 | 6 | 19 | 2 |
# | `ent` | 3 | 18 | 7 | 2 |
# | `charte` | 2 | 24 | 0 | 3 |
#
# **Premier pari** : 6 demandes sur 27, soit 22 %. **Second pari** : les 1 100 élèves, chez les sous-traitants.
#
# *Les trois cadrans*
#
# | Contrat | Retrouvés | Accusés à tort | Euros par an | Utilité gardée |
# |---|---|---|---|---|
# | `grand_public` | 1 100 | 282 | 1 332 € | 100 % |
# | `education` | 1 100 | 222 | 0 € | 100 % |
# | `ent` | 373 | 56 | 0 € | 83 % |
# | `charte` | 0 | 11 | 0 € | 100 % |
# | `charte`, à l’heure | 435 | 52 | 0 € | 100 % |
#
# *Partie 3. Les défis*
#
# - **Défi 1** : aucune ; avec n’importe quelle clause changée seule, on en retrouve encore 1 100.
# - **Défi 2** : deux clauses, `hosting` et `subprocessors`.
# - **Défi 3** : par exemple `identifier="opaque"`, `fields=["class"]`, `time="day"`, `ip="none"`, `purposes=["teaching", "personalising", "evaluating_methods"]` et `fields_published=True` : 0 élève retrouvé, 11 demandes tenues.
#
# *Partie 5. Conditions « éducation », élèves encore détenus*
#
# | Copie | 1er juin 2030 |
# |---|---|
# | le fournisseur | 0 |
# | ses sauvegardes | 376 |
# | Nuage Cumulus | 1 100 |
# | Dépannage Tournevis | 1 100 |
#
# *Partie 7.* `ent` et `charte` restent en France.

# %% [markdown] lang="en" tags=["teacher"]
# ## Expected answers
#
# The kit works them out afresh each time, for `School(seed=2)` and twelve weeks.
#
# *Parts 1 and 2. The four contracts*
#
# | Contract | Copies of avatar 7 | Met | Not met | For debate |
# |---|---|---|---|---|
# | `grand_public` | 8 | 0 | 26 | 1 |
# | `education` | 5 | 6 | 19 | 2 |
# | `ent` | 3 | 18 | 7 | 2 |
# | `charte` | 2 | 24 | 0 | 3 |
#
# **First bet**: 6 demands out of 27, that is 22%. **Second bet**: all 1,100 pupils, at the sub-processors.
#
# *The three dials*
#
# | Contract | Found | Wrongly accused | Euros a year | Usefulness kept |
# |---|---|---|---|---|
# | `grand_public` | 1,100 | 282 | €1,332 | 100% |
# | `education` | 1,100 | 222 | €0 | 100% |
# | `ent` | 373 | 56 | €0 | 83% |
# | `charte` | 0 | 11 | €0 | 100% |
# | `charte`, by the hour | 435 | 52 | €0 | 100% |
#
# *Part 3. The challenges*
#
# - **Challenge 1**: none; with any single clause changed, 1,100 are still found.
# - **Challenge 2**: two clauses, `hosting` and `subprocessors`.
# - **Challenge 3**: for example `identifier="opaque"`, `fields=["class"]`, `time="day"`, `ip="none"`, `purposes=["teaching", "personalising", "evaluating_methods"]` and `fields_published=True`: 0 pupils found, 11 demands met.
#
# *Part 5. “Education” terms, pupils still held*
#
# | Copy | 1 June 2030 |
# |---|---|
# | the supplier | 0 |
# | its backups | 376 |
# | Nuage Cumulus | 1,100 |
# | Dépannage Tournevis | 1,100 |
#
# *Part 7.* `ent` and `charte` stay in France.

# %% [markdown] lang="fr" tags=["teacher"]
# ## Si ça se passe mal
#
# - **Rien ne s’ouvre chez les élèves** : projetez le tableau de bord 8 (`make show`), à main levée ; lisez à voix haute les rôles de la partie 3.
# - **Pas d’électricité, pas de réseau** : les cartes `.venv/bin/poucet cards --lesson 8`, imprimées en A4 noir et blanc.
# - **`NameError`** : une cellule plus haut n’a pas été exécutée. Reprenez du début, dans l’ordre.
# - **Une phrase d’erreur en rouge** : elle nomme la clause, ce qui est écrit et ce qui est permis. Faites-la lire à voix haute.
# - **La charte ne s’imprime pas** : le dossier est peut-être protégé. Écrivez un autre chemin à la place de `"charte.pdf"`.
#
# ## Différencier
#
# - *Plus guidé* : les parties 1, 2, 5, 6 et 9 forment une leçon complète (exécutez les autres sans les commenter).
# - *Plus loin, sans code* : écrire la lettre de Myriam, ou la question à poser au délégué à la protection des données du lycée.
# - *Plus loin, en NSI* : la partie 7, puis le contrôle d’une autre demande.
#
# ## Ce que la leçon couvre
#
# | Enseignement | Capacités |
# |---|---|
# | SNT (seconde) | définir une donnée personnelle ; paramétrer pour la confidentialité ; identifier les principaux formats de données |
# | NSI (première) | parcourir une liste de dictionnaires ; tester la cohérence ; jeux de tests |
# | EMC | débattre et décider ensemble d’une règle commune (programme : arrêté du 29 mai 2024) |
# | CRCN / Pix | 4.2 protéger les données personnelles et la vie privée, trouver et interpréter des conditions d’utilisation |
#
# ## Sources
#
# - La frise donne la source de chaque date ; « de seconde main » : raconté par la presse ou par une partie.
# - EduNathon, 10 novembre 2016. CNIL, avril et 23 mai 2017. Café pédagogique, 23 mai 2017, et le commentaire du 12 juin sous son article.
# - FCPE, 22 mai 2017. Société informatique de France, 16 juin 2017. Lettre de sept associations, 7 juillet 2017.
# - Arrêté du 30 novembre 2006 sur les ENT, article 6 : trois mois. Règlement (UE) 2016/679 (RGPD), articles 5, 6, 12, 15 à 17, 20 et 21. CJUE, C-413/23 P, 4 septembre 2025.
# - Contrats, entreprises, fuite, chances de réponse : inventés par le kit.

# %% [markdown] lang="en" tags=["teacher"]
# ## If it goes wrong
#
# - **Nothing opens for the pupils**: project dashboard 8 (`POUCET_LANG=en make show`, or click English), with a show of hands; read the roles of part 3 aloud.
# - **No power, no network**: the cards from `.venv/bin/poucet cards --lesson 8 --lang en`, printed on A4 in black and white.
# - **`NameError`**: a cell further up was not run. Start again from the top, in order.
# - **An error sentence in red**: it names the clause, what was written and what is allowed. Have it read aloud.
# - **The charter does not print**: the folder may be protected. Write another path instead of `"charter.pdf"`.
#
# ## Differentiation
#
# - *More support*: parts 1, 2, 5, 6 and 9 make a complete lesson (run the others without comment).
# - *Further, without code*: write Myriam’s letter, or the question to put to the school’s data protection officer.
# - *Further, in computer science*: part 7, then the check of another demand.
#
# ## What the lesson covers
#
# | Subject | Skills |
# |---|---|
# | SNT (digital science, first year of lycée) | define personal data; choose privacy settings; identify the main data formats |
# | NSI (computer science, second year) | go through a list of dictionaries; test for consistency; test cases |
# | EMC (civics) | debate and decide on a common rule together (syllabus: order of 29 May 2024) |
# | CRCN / Pix (digital skills framework) | 4.2 protect personal data and privacy, find and interpret terms of use |
#
# ## Sources
#
# - The timeline gives the source of each date; “second-hand”: told by the press or by one side.
# - EduNathon, 10 November 2016. CNIL, April and 23 May 2017. Café pédagogique, 23 May 2017, and the comment of 12 June under its article.
# - FCPE, 22 May 2017. Société informatique de France, 16 June 2017. Letter of seven associations, 7 July 2017.
# - French order of 30 November 2006 on ENTs, article 6: three months. Regulation (EU) 2016/679 (GDPR), articles 5, 6, 12, 15 to 17, 20 and 21. CJEU, C-413/23 P, 4 September 2025.
# - Contracts, companies, leak, chances of a reply: made up by the kit.
