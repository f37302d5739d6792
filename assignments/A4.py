# ---
# jupyter:
#   kernelspec: {name: python3, display_name: Python 3, language: python}
#   poucet: {assignment: A4, lesson: 4, minutes: 55, points: 20}
# ---

# %% tags=["note"]
# Same form as A2. Queries are graded as text: the test runs each one on the avatar's own tables and
# on other tables, in a base that can only be read.

# %% [markdown] lang="fr"
# # Devoir A4 · Recoller les morceaux
#
# **55 minutes · 20 points · NSI, première (questions 1 et 2), terminale (questions 3 et 4)**
#
# Un site d'exercices montre ses comptes : « Aucun nom, rien que des nombres : c'est anonyme. »
# Vous avez aussi l'annuaire du lycée. Combien de noms pouvez-vous remettre, et combien d'élèves accuserez-vous à tort ?
#
# | Question | Ce que vous faites | Points |
# |---|---|---|
# | 1 | lire deux fichiers CSV et compter | 3 |
# | 2 | recoller les deux tables en Python | 6 |
# | 3 | interroger les deux tables en SQL | 3 |
# | 4 | défaire les empreintes, et trouver les accusés à tort | 4 |
# | 5 | répondre au site, par écrit | 4 |
#
# **Au programme** : importer des fichiers CSV, rechercher dans une table, fusionner deux tables ; `SELECT`, `FROM`, `WHERE`, `JOIN`.
#
# **Règles du jeu.** Remplacez les trois points `...`, puis exécutez la cellule.
# Dès que vous avez répondu, `check` vous donne un indice : jamais la réponse.
# Une erreur ne coûte que ses points : à la correction, chaque question repart d'une réponse juste à la précédente.

# %% [markdown] lang="en"
# # Assignment A4 · Putting the pieces back together
#
# **55 minutes · 20 points · computer science (NSI), première (questions 1 and 2), terminale (questions 3 and 4)**
#
# An exercise website shows its accounts: “No names, only numbers: it is anonymous.”
# You have the school’s directory too. How many names can you put back, and how many pupils will you accuse wrongly?
#
# | Question | What you do | Points |
# |---|---|---|
# | 1 | read two CSV files and count | 3 |
# | 2 | put the two tables together in Python | 6 |
# | 3 | query the two tables in SQL | 3 |
# | 4 | undo the hashes, and find the wrongly accused | 4 |
# | 5 | answer the website, in writing | 4 |
#
# **On the syllabus**: import CSV files, search a table, merge two tables; `SELECT`, `FROM`, `WHERE`, `JOIN`.
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
import hashlib

from poucet import check
from poucet.classroom import hand_out
from poucet.classroom.assignments.a4_base import ask

# %% answer="avatar"
avatar = ...
### BEGIN SOLUTION
avatar = 7
### END SOLUTION
check("avatar", avatar)

# %% readonly="hand_out"
from poucet.classroom.assignments.a4_files import birth_year, class_asked

hand_out("A4", avatar)
my_year = birth_year(avatar)
my_class = class_asked(avatar)
my_year, my_class

# %% [markdown] lang="fr"
# ## Question 1 · Lire (3 points)
#
# Ouvrez les deux fichiers : un double clic dans le panneau de gauche.
#
# - `comptes.csv`, le fichier du site : une ligne par compte, avec son empreinte (`account`) et ce que l'élève a tapé à l'inscription ;
# - `annuaire.csv`, le fichier du lycée : une ligne par élève, avec son numéro (`ine`) et son nom (`name`). Tous sont inventés.
#
# Le séparateur est la virgule, l'encodage UTF-8.
#
# - **1a** (1 point). Lisez les deux fichiers avec `csv.DictReader` : `accounts` et `pupils` sont deux listes de dictionnaires.
# - **1b** (2 points). Dans `born_then`, comptez les **comptes** dont la date de naissance (`birth_date`, comme `"2010-05-17"`) est de l'année `my_year`.

# %% [markdown] lang="en"
# ## Question 1 · Read (3 points)
#
# Open both files: double-click in the left-hand panel.
#
# - `comptes.csv` (French for accounts), the website’s file: one row per account, with its hash (`account`) and what the pupil typed when signing up;
# - `annuaire.csv` (directory), the school’s file: one row per pupil, with a number (`ine`) and a name (`name`). All of them are made up.
#
# The separator is the comma, the encoding UTF-8. It is a French school: in `class`, 2de, 1re and Tle are years 1, 2 and 3 of lycée.
#
# - **1a** (1 point). Read both files with `csv.DictReader`: `accounts` and `pupils` are two lists of dictionaries.
# - **1b** (2 points). In `born_then`, count the **accounts** whose birth date (`birth_date`, like `"2010-05-17"`) is in the year `my_year`.

# %% answer="q1"
accounts = ...
pupils = ...
born_then = ...
### BEGIN SOLUTION
with open("comptes.csv", encoding="utf-8", newline="") as file:
    accounts = list(csv.DictReader(file))
with open("annuaire.csv", encoding="utf-8", newline="") as file:
    pupils = list(csv.DictReader(file))
born_then = 0
for row in accounts:
    if row["birth_date"][:4] == my_year:
        born_then += 1
### END SOLUTION
check("q1a", accounts)
check("q1a", pupils)
check("q1b", born_then)

# %% test="q1a_tables" points=1
### BEGIN HIDDEN TESTS
from poucet.classroom.assignments.a4_files import graded_tables, relayed_tables
from poucet.classroom.checks import missed
from poucet.classroom.handout import graded_avatar

theirs = globals().get("accounts"), globals().get("pupils")
accounts, pupils = relayed_tables(avatar)
assert graded_avatar(avatar) == avatar, missed("avatar", "A4")
assert type(theirs[0]) is list and type(theirs[1]) is list, missed("q1a", "A4")
assert theirs == graded_tables(avatar), missed("q1a", "A4")
### END HIDDEN TESTS
assert isinstance(accounts[0], dict) and isinstance(pupils[0], dict)

# %% test="q1b_born_then" points=2
assert isinstance(born_then, int)
### BEGIN HIDDEN TESTS
from poucet.classroom.assignments.a4_files import birth_year, graded_tables
from poucet.classroom.checks import missed
from poucet.classroom.handout import graded_avatar

year = birth_year(graded_avatar(avatar))
right = sum(row["birth_date"].startswith(year) for row in graded_tables(avatar)[0])
assert type(born_then) is int and born_then == right, missed("q1b", "A4")
### END HIDDEN TESTS

# %% [markdown] lang="fr"
# ## Question 2 · Recoller en Python (6 points)
#
# Pour retrouver vite les lignes qui se ressemblent, on range chaque table dans un **index** :
# un dictionnaire. Clé : le p-uplet des valeurs, dans l'ordre de `on`. Valeur : la **liste** des lignes qui les portent.
#
# - **2a** (2 points). `make_index(rows, on)` renvoie cet index. Pour une table vide, c'est `{}`.
# - **2b** (3 points). `join(accounts, pupils, on)` renvoie la liste des couples `(account, ine)` **sans ambiguïté** :
#   un seul compte porte ces valeurs, et un seul élève. L'ordre des couples est libre.
#
# Avec les petites tables ci-dessous, `join(few_accounts, few_pupils, ["birth_date"])` donne `[("0a5f", "5Q")]`.

# %% [markdown] lang="en"
# ## Question 2 · Put them together in Python (6 points)
#
# To find matching rows fast, each table is put into an **index**:
# a dictionary. Key: the tuple of values, in the order of `on`. Value: the **list** of the rows that have them.
#
# - **2a** (2 points). `make_index(rows, on)` returns that index. For an empty table, it is `{}`.
# - **2b** (3 points). `join(accounts, pupils, on)` returns the list of pairs `(account, ine)` that are **beyond doubt**:
#   only one account has those values, and only one pupil. The pairs may come in any order.
#
# With the small tables below, `join(few_accounts, few_pupils, ["birth_date"])` gives `[("0a5f", "5Q")]`.

# %% readonly="example"
few_accounts = [
    {"account": "0a5f", "birth_date": "2010-06-03"},
    {"account": "7c21", "birth_date": "2009-05-30"},
    {"account": "e90b", "birth_date": "2009-05-30"},
    {"account": "41d8", "birth_date": "2011-02-14"},
]
few_pupils = [
    {"ine": "2Q", "birth_date": "2009-05-30"},
    {"ine": "3Q", "birth_date": "2011-02-14"},
    {"ine": "4Q", "birth_date": "2011-02-14"},
    {"ine": "5Q", "birth_date": "2010-06-03"},
]


# %% answer="q2"
def make_index(rows, on):
    index = ...
    ### BEGIN SOLUTION
    index = {}
    for row in rows:
        key = tuple([row[column] for column in on])
        if key not in index:
            index[key] = []
        index[key].append(row)
    ### END SOLUTION
    return index


def join(accounts, pupils, on):
    pairs = ...
    ### BEGIN SOLUTION
    pairs = []
    left, right = make_index(accounts, on), make_index(pupils, on)
    for key in left:
        if key in right and len(left[key]) == 1 and len(right[key]) == 1:
            pairs.append((left[key][0]["account"], right[key][0]["ine"]))
    ### END SOLUTION
    return pairs


check("q2a", make_index)
check("q2b", join)

# %% test="q2a_make_index" points=2
### BEGIN HIDDEN TESTS
theirs = globals().get("make_index")


def make_index(rows, on):
    index = {}
    for row in rows:
        index.setdefault(tuple(row[column] for column in on), []).append(row)
    return index


from poucet.classroom.assignments.a4_files import graded_tables, pupils as pupils_of
from poucet.classroom.checks import missed

for table in (graded_tables(avatar)[0], graded_tables(avatar)[1], pupils_of(8041), []):
    for on in (["birth_date"], ["sex", "birth_date"], ["class", "birth_date", "sex"]):
        assert theirs(table, on) == make_index(table, on), missed("q2a", "A4")
### END HIDDEN TESTS
assert len(make_index(few_pupils, ["birth_date"])) == 3

# %% test="q2b_join" points=3
### BEGIN HIDDEN TESTS
theirs = globals().get("join")


def join(accounts, pupils, on):
    left, right = make_index(accounts, on), make_index(pupils, on)
    both = [(rows, right.get(key, [])) for key, rows in left.items()]
    return [(a[0]["account"], b[0]["ine"]) for a, b in both if len(a) == len(b) == 1]


from poucet.classroom.assignments.a4_files import accounts as accounts_of
from poucet.classroom.assignments.a4_files import graded_tables, pupils as pupils_of
from poucet.classroom.checks import missed

for tables in (graded_tables(avatar), (accounts_of(8042), pupils_of(8042)), ([], [])):
    for on in (["birth_date"], ["birth_date", "sex"], ["class", "sex", "birth_date"]):
        found = [tuple(pair) for pair in theirs(*tables, on)]
        assert sorted(found) == sorted(join(*tables, on)), missed("q2b", "A4")
### END HIDDEN TESTS
assert join(few_accounts, few_pupils, ["birth_date"]) == [("0a5f", "5Q")]

# %% [markdown] lang="fr"
# Et dans **votre** lycée ?
#
# - **2c** (1 point). `my_pairs` : le **nombre** de couples sans ambiguïté pour la date de naissance et le sexe, `["birth_date", "sex"]`.

# %% [markdown] lang="en"
# And in **your** school?
#
# - **2c** (1 point). `my_pairs`: the **number** of pairs that are beyond doubt for birth date and sex, `["birth_date", "sex"]`.

# %% answer="q2_school"
my_pairs = ...
### BEGIN SOLUTION
my_pairs = len(join(accounts, pupils, ["birth_date", "sex"]))
### END SOLUTION
check("q2c", my_pairs)

# %% test="q2c_my_pairs" points=1
assert isinstance(my_pairs, int)
### BEGIN HIDDEN TESTS
from collections import Counter

from poucet.classroom.assignments.a4_files import graded_tables
from poucet.classroom.checks import missed

sizes = [Counter((row["birth_date"], row["sex"]) for row in rows) for rows in graded_tables(avatar)]
right = sum(size == 1 == sizes[1][key] for key, size in sizes[0].items())
assert type(my_pairs) is int and my_pairs == right, missed("q2c", "A4")
### END HIDDEN TESTS

# %% [markdown] lang="fr"
# ## Question 3 · Recoller en SQL (3 points)
#
# Une base de données tient les deux mêmes tables : `accounts` (`account`, `class`, `sex`, `birth_date`)
# et `pupils` (`ine`, `name`, `class`, `sex`, `birth_date`). Toutes les valeurs y sont du texte.
# `ask(avatar, query)` y exécute votre requête et montre les premières lignes.
#
# Une requête est un texte ; sur plusieurs lignes, entre deux fois trois guillemets : `"""SELECT … """`.
#
# - **3a** (1 point). `query_class` : le numéro `ine`, puis le nom, des élèves de la classe `my_class`. Recopiez-la dans la requête, entre deux apostrophes.
# - **3b** (2 points). `query_join` : l'empreinte `account` du compte, puis le nom `name` de l'élève, chaque fois que
#   **la classe, le sexe et la date de naissance** sont les mêmes dans les deux tables.

# %% [markdown] lang="en"
# ## Question 3 · Put them together in SQL (3 points)
#
# A database holds the same two tables: `accounts` (`account`, `class`, `sex`, `birth_date`)
# and `pupils` (`ine`, `name`, `class`, `sex`, `birth_date`). All the values in it are text.
# `ask(avatar, query)` runs your query there and shows the first rows.
#
# A query is a string; over several lines, between triple quotes: `"""SELECT … """`.
#
# - **3a** (1 point). `query_class`: the number `ine`, then the name, of the pupils of class `my_class`. Copy the class into the query, between single quotes.
# - **3b** (2 points). `query_join`: the hash `account` of the account, then the `name` of the pupil, whenever
#   **class, sex and birth date** are the same in both tables.

# %% answer="q3"
query_class = ...
query_join = ...
### BEGIN SOLUTION
query_class = f"SELECT ine, name FROM pupils WHERE class = '{my_class}'"
query_join = """
SELECT accounts.account, pupils.name
FROM accounts
JOIN pupils
ON accounts.class = pupils.class
AND accounts.sex = pupils.sex
AND accounts.birth_date = pupils.birth_date
"""
### END SOLUTION
check("q3a", query_class)
check("q3b", query_join)
ask(avatar, query_class)
ask(avatar, query_join)

# %% test="q3a_query_class" points=1
assert isinstance(query_class, str)
### BEGIN HIDDEN TESTS
from poucet.classroom.assignments.a4_base import answered
from poucet.classroom.assignments.a4_files import class_asked, graded_tables
from poucet.classroom.assignments.a4_files import pupils as pupils_of
from poucet.classroom.checks import missed
from poucet.classroom.handout import graded_avatar

of_class = class_asked(graded_avatar(avatar))
for school in (graded_tables(avatar)[1], pupils_of(8043)):
    right = sorted((row["ine"], row["name"]) for row in school if row["class"] == of_class)
    try:
        found = answered(query_class, [], school)
    except Exception:
        found = None
    assert found == right, missed("q3a", "A4")
### END HIDDEN TESTS

# %% test="q3b_query_join" points=2
assert isinstance(query_join, str)
### BEGIN HIDDEN TESTS
from poucet.classroom.assignments.a4_base import answered
from poucet.classroom.assignments.a4_files import accounts as accounts_of
from poucet.classroom.assignments.a4_files import graded_tables, pupils as pupils_of
from poucet.classroom.checks import missed


def key_of(row):
    return row["class"], row["sex"], row["birth_date"]


for school in (graded_tables(avatar), (accounts_of(8044), pupils_of(8044))):
    named = {}
    for row in school[1]:
        named.setdefault(key_of(row), []).append(row["name"])
    right = [(row["account"], name) for row in school[0] for name in named.get(key_of(row), [])]
    try:
        found = answered(query_join, *school)
    except Exception:
        found = None
    assert found == sorted(right), missed("q3b", "A4")
### END HIDDEN TESTS

# %% [markdown] lang="fr"
# ## Question 4 · Défaire les empreintes (4 points)
#
# Le site a publié sa recette, comme preuve de sérieux : le nom, une espace, la date de naissance, le tout passé par `md5`
# et écrit en hexadécimal. Pour un texte `text` :
#
# `hashlib.md5(text.encode()).hexdigest()`
#
# - **4a** (1 point). `fingerprint(name, birth_date)` renvoie l'empreinte d'un élève. Pour `"DURAND Léa"` et `"2010-06-03"`, elle commence par `74bcf518`.
# - **4b** (2 points). `undo(account, names, dates)` essaie chaque nom avec chaque date, et renvoie le couple `(name, birth_date)`
#   dont c'est l'empreinte ; `None` si aucun essai ne la donne.
# - **4c** (1 point). L'empreinte tranche : un couple de la question 2 est **faux** si l'empreinte de l'élève n'est pas celle du compte.
#   Dans la liste `accused`, mettez les numéros `ine` des élèves accusés à tort quand on recolle par la date de naissance et le sexe. L'ordre est libre.

# %% [markdown] lang="en"
# ## Question 4 · Undo the hashes (4 points)
#
# The website has published its recipe, to look trustworthy: the name, a space, the birth date, all of it put through `md5`
# and written in hexadecimal. For a string `text`, that is:
#
# `hashlib.md5(text.encode()).hexdigest()`
#
# - **4a** (1 point). `fingerprint(name, birth_date)` returns a pupil’s hash. For `"DURAND Léa"` and `"2010-06-03"`, it begins with `74bcf518`.
# - **4b** (2 points). `undo(account, names, dates)` tries each name with each date, and returns the pair `(name, birth_date)`
#   whose hash it is; `None` if nothing it tries gives that hash.
# - **4c** (1 point). The hash settles it: a pair from question 2 is **wrong** if the pupil’s hash is not the account’s.
#   In the list `accused`, put the `ine` numbers of the pupils wrongly accused when the tables are linked by birth date and sex, in any order.


# %% answer="q4_functions"
def fingerprint(name, birth_date):
    digest = ...
    ### BEGIN SOLUTION
    digest = hashlib.md5((name + " " + birth_date).encode()).hexdigest()
    ### END SOLUTION
    return digest


def undo(account, names, dates):
    found = ...
    ### BEGIN SOLUTION
    found = None
    for name in names:
        for date in dates:
            if fingerprint(name, date) == account:
                found = (name, date)
    ### END SOLUTION
    return found


check("q4a", fingerprint)
check("q4b", undo)

# %% test="q4a_fingerprint" points=1
### BEGIN HIDDEN TESTS
theirs = globals().get("fingerprint")

from poucet.classroom.assignments.a4_files import graded_tables, hashed as fingerprint
from poucet.classroom.checks import missed

for row in graded_tables(avatar)[1][:40]:
    right = fingerprint(row["name"], row["birth_date"])
    assert theirs(row["name"], row["birth_date"]) == right, missed("q4a", "A4")
### END HIDDEN TESTS
assert fingerprint("DURAND Léa", "2010-06-03")[:8] == "74bcf518"

# %% test="q4b_undo" points=2
### BEGIN HIDDEN TESTS
theirs = globals().get("undo")


def undo(account, names, dates):
    tries = [(name, date) for name in names for date in dates]
    return next((both for both in tries if fingerprint(*both) == account), None)


from poucet.classroom.assignments.a4_files import graded_tables
from poucet.classroom.checks import missed

some = graded_tables(avatar)[1][:12]
names, dates = [row["name"] for row in some], [row["birth_date"] for row in some]
for row in some:
    account = fingerprint(row["name"], row["birth_date"])
    found = theirs(account, names, dates)
    assert found and tuple(found) == (row["name"], row["birth_date"]), missed("q4b", "A4")
    assert theirs(account, [], dates) is None, missed("q4b", "A4")
assert theirs("0" * 32, names, dates) is None, missed("q4b", "A4")
### END HIDDEN TESTS
assert undo("0" * 32, ["DURAND Léa"], ["2010-06-03"]) is None

# %% answer="q4_school"
accused = ...
### BEGIN SOLUTION
by_ine = {row["ine"]: row for row in pupils}
accused = []
for account, ine in join(accounts, pupils, ["birth_date", "sex"]):
    if fingerprint(by_ine[ine]["name"], by_ine[ine]["birth_date"]) != account:
        accused.append(ine)
### END SOLUTION
check("q4c", accused)

# %% test="q4c_accused" points=1
assert isinstance(accused, list)
### BEGIN HIDDEN TESTS
from poucet.classroom.assignments.a4_files import graded_tables, hashed
from poucet.classroom.checks import missed

sides = [{}, {}]
for side, school in zip(sides, graded_tables(avatar), strict=True):
    for row in school:
        side.setdefault((row["birth_date"], row["sex"]), []).append(row)
right = [
    ours[0]["ine"]
    for key, ours in sides[1].items()
    if len(ours) == len(sides[0].get(key, [])) == 1
    and hashed(ours[0]["name"], ours[0]["birth_date"]) != sides[0][key][0]["account"]
]
named = [ine for ine in accused if isinstance(ine, str)]
assert len(named) == len(accused) and sorted(named) == sorted(right), missed("q4c", "A4")
### END HIDDEN TESTS

# %% [markdown] lang="fr" readonly="q5_rubric"
# ## Question 5 · Répondre au site (4 points)
#
# Le site écrit au lycée : « Nos données sont **anonymes**. Nous comptons donc les revendre, avec la classe, le sexe et la date de naissance. »
#
# Répondez-lui au nom du lycée, en huit à dix lignes, avec au moins un chiffre que vous avez calculé.
# Vous êtes noté sur quatre critères, un point chacun :
#
# | Critère | 1 point | ½ point | 0 point |
# |---|---|---|---|
# | **Le mot juste** | pseudonyme et anonyme sont distingués, avec la raison | l'un des deux mots, sans la raison | le mot « anonyme » est accepté |
# | **Les deux chemins** | le recollage par les colonnes **et** le calcul des empreintes sont expliqués | un seul des deux | aucun |
# | **Les chiffres et l'erreur** | un chiffre juste de votre lycée, et ce que risque un élève accusé à tort | l'un des deux | ni l'un ni l'autre |
# | **La décision** | ce que le site peut garder et ce qu'il doit changer | un simple refus | aucune |

# %% [markdown] lang="en" readonly="q5_rubric"
# ## Question 5 · Answer the website (4 points)
#
# The website writes to the school: “Our data are **anonymous**. So we intend to resell them, with class, sex and birth date.”
#
# Answer on behalf of the school, in eight to ten lines, with at least one figure that you computed.
# You are marked on four criteria, one point each:
#
# | Criterion | 1 point | ½ point | 0 points |
# |---|---|---|---|
# | **The right word** | pseudonym and anonymous are told apart, with the reason | one of the two words, without a reason | the word “anonymous” is accepted |
# | **The two ways** | linking by the columns **and** computing the hashes are explained | one of the two only | neither |
# | **The figures and the mistake** | a correct figure from your school, and what a wrongly accused pupil risks | one of the two | neither |
# | **The decision** | what the website may keep and what it must change | a plain refusal | none |

# %% [markdown] lang="fr" written="q5" points=4
# Vos données ne sont pas anonymes. Une empreinte qui remplace toujours la même personne est un pseudonyme :
# on peut encore la relier à elle, donc ce sont des données personnelles.
#
# Il y a deux chemins. Par les colonnes : dans mon lycée, celui de l'avatar 7, la date de naissance et le sexe
# recollent 350 comptes à un seul élève, sans toucher aux empreintes. Par le calcul : votre recette est publique,
# il suffit de la refaire pour chaque nom et chaque date, et de comparer.
#
# Et le recollage se trompe : 6 de ces 350 élèves sont accusés à tort. Ils liraient sous leur nom les mauvaises notes
# et les heures d'un autre, sans même savoir à qui le dire.
#
# Vous ne pouvez donc rien revendre. Gardez la classe, qui vous sert à réunir les élèves ; effacez le sexe et la date ;
# remplacez l'empreinte par un numéro tiré au hasard, dont le lycée seul garde la table.

# %% [markdown] lang="en" written="q5" points=4
# Your data are not anonymous. A hash that always stands for the same person is a pseudonym:
# it can still be tied back to them, so these are personal data.
#
# There are two ways. By the columns: in my school, avatar 7’s, birth date and sex link 350 accounts
# to one pupil only, without touching the hashes. By computing: your recipe is public, so anyone can
# run it again for each name and each date, and compare.
#
# And linking makes mistakes: 6 of these 350 pupils are wrongly accused. Under their names would stand
# somebody else’s bad marks and login times, and they would not even know whom to tell.
#
# So you may resell nothing. Keep the class, which you need to gather pupils; erase sex and date;
# replace the hash with a number drawn at random, and let the school alone keep the table.

# %% [markdown] lang="fr"
# ---
# **Avant de rendre.** Menu *Noyau* → *Redémarrer le noyau et exécuter toutes les cellules*, relisez les indices, enregistrez.
# Rendez ce seul carnet, `A4.ipynb`.

# %% [markdown] lang="en"
# ---
# **Before handing in.** Menu *Kernel* → *Restart Kernel and Run All Cells*, read the hints again, save.
# Hand in this notebook only, `A4.ipynb`.
