# ---
# jupyter:
#   kernelspec: {name: python3, display_name: Python 3, language: python}
#   poucet: {assignment: A1, lesson: 1, minutes: 50, points: 20}
# ---

# %% tags=["note"]
# The form is A2's: the avatar, questions at rising levels, one written question with its rubric.
# Where a later question builds on an answer, the hidden part of its test first puts a right one in
# its place. A function is always tried on rows of its own: one that spoils them harms no other test.

# %% [markdown] lang="fr"
# # Devoir A1 · Ce que disent deux tableaux
#
# **50 minutes · 20 points · SNT (questions 1 et 2) et NSI, première (questions 1 à 5)**
#
# Un lycée veut ouvrir un service d'exercices. Deux fichiers sont prêts à partir : les élèves, et des « drapeaux » collés sur leurs comptes.
# Vous allez les lire, en rayer des colonnes, puis les réunir pour voir ce qu'ils disent ensemble.
#
# | Question | Ce que vous faites | Niveau | Points |
# |---|---|---|---|
# | 1 | lire un fichier CSV et compter | SNT, NSI | 3 |
# | 2 | ranger des dates | SNT, NSI | 4 |
# | 3 | rayer des colonnes | NSI | 3 |
# | 4 | réunir deux tables | NSI | 6 |
# | 5 | décider ce qui part, par écrit | SNT, NSI | 4 |
#
# **Au programme.** SNT : définir une donnée personnelle ; rechercher, filtrer, trier et calculer sur une table.
# NSI : importer une table depuis un fichier CSV, y rechercher, trier, fusionner deux tables.
#
# **Règles du jeu.** Remplacez les trois points `...`, puis exécutez la cellule.
# Dès que vous avez répondu, `check` vous donne un indice : jamais la réponse.
# Une erreur ne coûte que ses points : à la correction, chaque question repart d'une réponse juste à la précédente.

# %% [markdown] lang="en"
# # Assignment A1 · What two tables say
#
# **50 minutes · 20 points · SNT (digital science, questions 1 and 2) and NSI (computer science), première (questions 1 to 5)**
#
# A school wants to open an exercise service. Two files are ready to be sent: the pupils, and “flags” stuck on their accounts.
# You are going to read them, strike out some columns, then join the two to see what they say together.
#
# | Question | What you do | Level | Points |
# |---|---|---|---|
# | 1 | read a CSV file and count | SNT, NSI | 3 |
# | 2 | sort dates | SNT, NSI | 4 |
# | 3 | strike out columns | NSI | 3 |
# | 4 | join two tables | NSI | 6 |
# | 5 | decide, in writing, what is sent | SNT, NSI | 4 |
#
# **On the syllabus.** SNT: define personal data; search, filter and sort a table, and do calculations with it.
# NSI: import a table from a CSV file, search it, sort it, merge two tables.
#
# **Rules of the game.** Replace the three dots `...`, then run the cell.
# As soon as you have answered, `check` gives you a hint, but never the answer.
# A mistake costs only its own points: at marking time, each question starts from a correct answer to the one before.

# %% [markdown] lang="fr"
# ## Votre avatar
#
# Votre professeur vous a donné un **numéro**. Ce numéro a son propre lycée, inventé de toutes pièces :
# les réponses de vos voisins ne sont pas les vôtres. N'écrivez votre nom nulle part.
#
# Écrivez votre numéro à la place des trois points.

# %% [markdown] lang="en"
# ## Your avatar
#
# Your teacher gave you a **number**. That number has its own school, made up from scratch:
# your neighbours’ answers are not yours. Do not write your name anywhere.
#
# Write your number in place of the three dots.

# %% readonly="tools"
import csv

from poucet import check
from poucet.classroom import hand_out

# %% answer="avatar"
avatar = ...
### BEGIN SOLUTION
avatar = 7
### END SOLUTION
check("avatar", avatar)

# %% readonly="hand_out"
hand_out("A1", avatar)

# %% [markdown] lang="fr"
# ## Question 1 · Lire (3 points)
#
# Ouvrez `eleves.csv` : un double clic dans le panneau de gauche. Une ligne par élève, dix colonnes.
# Les colonnes ont un nom anglais, les valeurs sont en français. Le séparateur est le **point-virgule**, l'encodage UTF-8.
# Un élève dont les parents sont séparés peut avoir une seconde adresse, dans la colonne `address2` ; sinon, la case est vide.
#
# - **1a** (1 point). Lisez le fichier avec `csv.DictReader` : `rows` est la liste des lignes, un dictionnaire par élève.
# - **1b** (2 points). Dans `two_homes`, comptez les élèves qui ont une seconde adresse.

# %% [markdown] lang="en"
# ## Question 1 · Read (3 points)
#
# Open `eleves.csv` (French for pupils): double-click in the left-hand panel. One row per pupil, ten columns.
# Columns have English names, values are French: it is a French school. The separator is the **semicolon**, the encoding UTF-8.
# A pupil whose parents are separated may have a second address, in the column `address2`; otherwise that cell is empty.
#
# - **1a** (1 point). Read the file with `csv.DictReader`: `rows` is the list of rows, one dictionary per pupil.
# - **1b** (2 points). In `two_homes`, count the pupils who have a second address.

# %% answer="q1"
rows = ...
two_homes = ...
### BEGIN SOLUTION
with open("eleves.csv", encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file, delimiter=";"))
two_homes = 0
for row in rows:
    if row["address2"] != "":
        two_homes += 1
### END SOLUTION
check("q1a", rows)
check("q1b", two_homes)

# %% test="q1a_rows" points=1
### BEGIN HIDDEN TESTS
from poucet.classroom.assignments.a1_files import graded_pupils, relayed_pupils
from poucet.classroom.checks import missed
from poucet.classroom.handout import graded_avatar

theirs, rows = globals().get("rows"), relayed_pupils(avatar)
assert graded_avatar(avatar) == avatar, missed("avatar", "A1")
assert type(theirs) is list and theirs == graded_pupils(avatar), missed("q1a", "A1")
### END HIDDEN TESTS
assert isinstance(rows[0], dict)

# %% test="q1b_two_homes" points=2
assert isinstance(two_homes, int)
### BEGIN HIDDEN TESTS
from poucet.classroom.assignments.a1_files import graded_pupils
from poucet.classroom.checks import missed

right = sum(row["address2"] != "" for row in graded_pupils(avatar))
assert type(two_homes) is int and two_homes == right, missed("q1b", "A1")
### END HIDDEN TESTS

# %% [markdown] lang="fr"
# ## Question 2 · Ranger des dates (4 points)
#
# Dans le fichier, une date s'écrit jour, mois, année : `"05/09/2010"`. Pour Python, c'est un texte, et il range les textes lettre par lettre :
# `"01/12/2011"` passe avant `"31/01/2008"`. Avec l'année d'abord, l'ordre des textes devient celui des jours.
#
# - **2a** (2 points). `iso(date)` renvoie la même date, écrite année, mois, jour, avec des tirets : `iso("05/09/2010")` vaut `"2010-09-05"`.
#   (Une aide : `"05/09/2010".split("/")` donne une liste de trois textes.)

# %% [markdown] lang="en"
# ## Question 2 · Sort dates (4 points)
#
# In the file, a date is written day, month, year: `"05/09/2010"`. To Python it is a string, and strings are sorted letter by letter:
# `"01/12/2011"` comes before `"31/01/2008"`. With the year first, the order of the strings becomes the order of the days.
#
# - **2a** (2 points). `iso(date)` returns the same date, written year, month, day, with hyphens: `iso("05/09/2010")` is `"2010-09-05"`.
#   (A hint: `"05/09/2010".split("/")` gives a list of three strings.)


# %% answer="q2_function"
def iso(date):
    written = ...
    ### BEGIN SOLUTION
    day, month, year = date.split("/")
    written = year + "-" + month + "-" + day
    ### END SOLUTION
    return written


check("q2a", iso)

# %% test="q2a_iso" points=2
### BEGIN HIDDEN TESTS
theirs = globals().get("iso")


def iso(date):
    return "-".join(reversed(date.split("/")))


from poucet.classroom.assignments.a1_files import graded_pupils, pupils
from poucet.classroom.checks import missed

for school in (graded_pupils(avatar), pupils(8051)):
    for row in school[:40]:
        assert theirs(row["birth_date"]) == iso(row["birth_date"]), missed("q2a", "A1")
for date in ("05/09/2010", "31/12/1999", "01/01/2001"):
    assert theirs(date) == iso(date), missed("q2a", "A1")
### END HIDDEN TESTS
assert iso("05/09/2010") == "2010-09-05"

# %% [markdown] lang="fr"
# - **2b** (2 points). `oldest` : la date de naissance de l'élève **le plus âgé** de votre lycée, dans la forme que donne `iso`.

# %% [markdown] lang="en"
# - **2b** (2 points). `oldest`: the birth date of the **oldest** pupil in your school, in the form that `iso` gives.

# %% answer="q2_school"
oldest = ...
### BEGIN SOLUTION
oldest = iso(rows[0]["birth_date"])
for row in rows:
    if iso(row["birth_date"]) < oldest:
        oldest = iso(row["birth_date"])
### END SOLUTION
check("q2b", oldest)

# %% test="q2b_oldest" points=2
assert isinstance(oldest, str)
### BEGIN HIDDEN TESTS
from poucet.classroom.assignments.a1_files import graded_pupils
from poucet.classroom.checks import missed

right = min("-".join(reversed(r["birth_date"].split("/"))) for r in graded_pupils(avatar))
assert type(oldest) is str and oldest == right, missed("q2b", "A1")
### END HIDDEN TESTS

# %% [markdown] lang="fr"
# ## Question 3 · Rayer (3 points)
#
# Écrivez `strike(rows, kept)` : elle renvoie une **nouvelle** liste de dictionnaires, un par ligne, qui n'ont plus que les colonnes de `kept`.
#
# | | Ce qui est noté |
# |---|---|
# | **3a** (2 points) | `strike([{"class": "2de 1", "sex": "F"}], ["class"])` vaut `[{"class": "2de 1"}]` |
# | **3b** (1 point) | après l'appel, les lignes données ont encore toutes leurs colonnes |

# %% [markdown] lang="en"
# ## Question 3 · Strike out (3 points)
#
# Write `strike(rows, kept)`: it returns a **new** list of dictionaries, one per row, with only the columns listed in `kept`.
#
# | | What is marked |
# |---|---|
# | **3a** (2 points) | `strike([{"class": "2de 1", "sex": "F"}], ["class"])` is `[{"class": "2de 1"}]` |
# | **3b** (1 point) | after the call, the rows that were given still have all their columns |


# %% answer="q3"
def strike(rows, kept):
    sent = ...
    ### BEGIN SOLUTION
    sent = []
    for row in rows:
        reduced = {}
        for column in kept:
            reduced[column] = row[column]
        sent.append(reduced)
    ### END SOLUTION
    return sent


check("q3", strike)

# %% test="q3a_strike" points=2
assert strike([{"class": "2de 1", "sex": "F"}], ["class"]) == [{"class": "2de 1"}]
### BEGIN HIDDEN TESTS
from poucet.classroom.assignments.a1_files import graded_pupils, pupils
from poucet.classroom.checks import missed

for school in (lambda: graded_pupils(avatar), lambda: pupils(8052), list):
    for kept in (["class"], ["account", "class"], ["regime", "level", "commune"], []):
        right = [{column: row[column] for column in kept} for row in school()]
        assert strike(school(), kept) == right, missed("q3a", "A1")
books = [{"title": "b", "year": 2001, "lent": True}, {"title": "a", "year": 1999, "lent": False}]
assert strike(books, ["year"]) == [{"year": 2001}, {"year": 1999}], missed("q3a", "A1")
### END HIDDEN TESTS

# %% test="q3b_untouched" points=1
### BEGIN HIDDEN TESTS
from poucet.classroom.checks import missed

given = [{"a": 1, "b": 2, "c": 3}, {"a": 4, "b": 5, "c": 6}]
sent = strike(given, ["b"])
assert type(sent) is list and [type(row) for row in sent] == [dict, dict], missed("q3b", "A1")
assert given == [{"a": 1, "b": 2, "c": 3}, {"a": 4, "b": 5, "c": 6}], missed("q3b", "A1")
### END HIDDEN TESTS
assert len(strike([{"a": 1, "b": 2}], ["a"])) == 1

# %% [markdown] lang="fr"
# ## Question 4 · Réunir deux tables (6 points)
#
# Le second fichier, `drapeaux.csv`, ne contient **aucun nom** : un compte (`account`), un drapeau (`flag`), une année (`year`).
# Un drapeau est une étiquette : `"bourse"` (la famille reçoit une aide) ou `"aménagement"` (l'élève a droit à du temps, à une aide).
# Il est reporté **chaque année** : le même élève peut y avoir plusieurs lignes. Un compte désigne un seul élève, le même dans les deux fichiers.
#
# - **4a** (3 points). `names_flagged(rows, flags, flag)` renvoie la liste des **prénoms** des élèves de `rows` qui portent ce drapeau,
#   quelle que soit l'année, **chaque élève une fois**, dans l'ordre de `rows`.
#
# Avec les petits tableaux ci-dessous, `names_flagged(small, small_flags, "bourse")` vaut `["Zoé", "Tom"]`.

# %% [markdown] lang="en"
# ## Question 4 · Join two tables (6 points)
#
# The second file, `drapeaux.csv` (French for flags), holds **no name**: an account (`account`), a flag (`flag`), a year (`year`).
# A flag is a label: `"bourse"` (the family gets a grant) or `"aménagement"` (the pupil is entitled to extra time or help).
# It is carried over **each year**: the same pupil may have several rows. An account belongs to one pupil only, and is the same in both files.
#
# - **4a** (3 points). `names_flagged(rows, flags, flag)` returns the list of the **first names** of the pupils of `rows` who carry this flag,
#   whatever the year, **each pupil once**, in the order of `rows`.
#
# With the small tables below, `names_flagged(small, small_flags, "bourse")` is `["Zoé", "Tom"]`.

# %% readonly="flags"
with open("drapeaux.csv", encoding="utf-8", newline="") as file:
    flags = list(csv.DictReader(file, delimiter=";"))

small = [
    {"account": "3", "given_name": "Ada"},
    {"account": "1", "given_name": "Zoé"},
    {"account": "2", "given_name": "Tom"},
]
small_flags = [
    {"account": "2", "flag": "bourse", "year": "2025"},
    {"account": "3", "flag": "aménagement", "year": "2025"},
    {"account": "2", "flag": "bourse", "year": "2026"},
    {"account": "1", "flag": "bourse", "year": "2026"},
]


# %% answer="q4_function"
def names_flagged(rows, flags, flag):
    names = ...
    ### BEGIN SOLUTION
    marked = set()
    for mark in flags:
        if mark["flag"] == flag:
            marked.add(mark["account"])
    names = []
    for row in rows:
        if row["account"] in marked:
            names.append(row["given_name"])
    ### END SOLUTION
    return names


check("q4a", names_flagged)

# %% test="q4a_names" points=3
### BEGIN HIDDEN TESTS
theirs = globals().get("names_flagged")


def names_flagged(rows, flags, flag):
    marked = {mark["account"] for mark in flags if mark["flag"] == flag}
    return [row["given_name"] for row in rows if row["account"] in marked]


from poucet.classroom.assignments.a1_files import flags as flags_of
from poucet.classroom.assignments.a1_files import graded_flags, graded_pupils, pupils
from poucet.classroom.checks import missed

for school, marks in (
    (graded_pupils(avatar), graded_flags(avatar)),
    (pupils(8053)[::-1], flags_of(8053)),
    (pupils(8054), []),
):
    for flag in ("bourse", "aménagement"):
        right = names_flagged(school, marks, flag)
        assert theirs(school, marks, flag) == right, missed("q4a", "A1")
### END HIDDEN TESTS
assert names_flagged(small, small_flags, "aménagement") == ["Ada"]

# %% [markdown] lang="fr"
# - **4b** (3 points). `granted` : dans **votre** lycée, combien d'**élèves** portent le drapeau `"bourse"` ?
#   La liste `flags` est déjà lue.

# %% [markdown] lang="en"
# - **4b** (3 points). `granted`: in **your** school, how many **pupils** carry the flag `"bourse"`?
#   The list `flags` has been read for you.

# %% answer="q4_school"
granted = ...
### BEGIN SOLUTION
granted = len(names_flagged(rows, flags, "bourse"))
### END SOLUTION
check("q4b", granted)

# %% test="q4b_granted" points=3
assert isinstance(granted, int)
### BEGIN HIDDEN TESTS
from poucet.classroom.assignments.a1_files import graded_flags
from poucet.classroom.checks import missed

right = len({mark["account"] for mark in graded_flags(avatar) if mark["flag"] == "bourse"})
assert type(granted) is int and granted == right, missed("q4b", "A1")
### END HIDDEN TESTS

# %% [markdown] lang="fr" readonly="q5_rubric"
# ## Question 5 · Décider (4 points)
#
# Le service d'exercices doit ouvrir **un compte par élève** et réunir les élèves **par classe**. Il demande les deux fichiers.
# « Le second n'a pas de nom, dit son vendeur : il ne dit rien sur personne. »
#
# Que répondez-vous ? Écrivez huit à dix lignes au proviseur, avec au moins un chiffre que vous avez calculé.
# Vous êtes noté sur quatre critères, un point chacun :
#
# | Critère | 1 point | ½ point | 0 point |
# |---|---|---|---|
# | **Le besoin** | les colonnes utiles au service sont nommées, et les autres écartées | l'un des deux seulement | la question n'est pas posée |
# | **Le rapprochement** | comment le second fichier retrouve ses noms, et par quelle colonne | « on peut les retrouver », sans dire comment | le vendeur est cru |
# | **Le chiffre** | un chiffre juste de votre lycée, et ce qu'il compte | un chiffre inexact, ou sans dire ce qu'il compte | aucun chiffre |
# | **La décision** | une décision nette, avec ce qui part à la place | une décision seule | aucune |

# %% [markdown] lang="en" readonly="q5_rubric"
# ## Question 5 · Decide (4 points)
#
# The exercise service has to open **one account per pupil** and gather pupils **by class**. It asks for both files.
# “There is no name in the second,” says its salesman: “it says nothing about anyone.”
#
# What is your answer? Write eight to ten lines to the head teacher, with at least one figure that you computed.
# You are marked on four criteria, one point each:
#
# | Criterion | 1 point | ½ point | 0 points |
# |---|---|---|---|
# | **The need** | the columns the service needs are named, and the others set aside | one of the two only | the question is not raised |
# | **The link** | how names can be put back on the second file, and through which column | “they can be found”, without saying how | the salesman is believed |
# | **The figure** | a correct figure from your school, and what it counts | an inaccurate figure, or one without what it counts | no figure |
# | **The decision** | a clear decision, with what is sent instead | a decision alone | none |

# %% [markdown] lang="fr" written="q5" points=4
# Pour ouvrir un compte par élève et les réunir par classe, il faut un identifiant et la classe : deux colonnes, `account` et `class`.
# La date de naissance, les adresses, la commune et le régime ne servent pas à faire des exercices.
#
# Le second fichier n'a pas de nom, mais il a la colonne `account`, et elle est aussi dans le premier. Il suffit de réunir les deux :
# dans mon lycée, celui de l'avatar 7, on obtient alors les prénoms et les adresses des 218 élèves boursiers.
# Le premier fichier parle déjà des familles : 19 élèves y ont deux adresses, donc sans doute des parents séparés.
# Ce sont des données personnelles, et parmi celles que l'on confierait le moins volontiers.
#
# Je propose d'envoyer la classe et un numéro fait pour ce service seulement. Le lycée garde la table des numéros, et le second fichier ne part pas.

# %% [markdown] lang="en" written="q5" points=4
# To open one account per pupil and gather them by class, an identifier and the class are enough: two columns, `account` and `class`.
# Birth date, addresses, town and lunch arrangements are of no use for doing exercises.
#
# The second file has no name, but it has the column `account`, which is also in the first. Joining the two is enough:
# in my school, avatar 7’s, that gives the first names and addresses of the 218 pupils who hold a grant.
# The first file already speaks of families: 19 pupils have two addresses in it, so probably separated parents.
# These are personal data, and among those that people would be least willing to hand over.
#
# I suggest sending the class and a number made for this service only. The school keeps the table of numbers, and the second file is not sent.

# %% [markdown] lang="fr"
# ---
# **Avant de rendre.** Menu *Noyau* → *Redémarrer le noyau et exécuter toutes les cellules*, relisez les indices, enregistrez.
# Rendez ce seul carnet, `A1.ipynb`.

# %% [markdown] lang="en"
# ---
# **Before handing in.** Menu *Kernel* → *Restart Kernel and Run All Cells*, read the hints again, save.
# Hand in this notebook only, `A1.ipynb`.
