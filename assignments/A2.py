# ---
# jupyter:
#   kernelspec: {name: python3, display_name: Python 3, language: python}
#   poucet: {assignment: A2, lesson: 2, minutes: 50, points: 20}
# ---

# %% tags=["note"]
# The form every assignment keeps. The avatar first; then questions at rising levels, each with its
# check in the answer's cell and its tests below it; then one written question with its rubric.
# A test cell shows one assert and hides the rest. Where a later question builds on an answer, the
# hidden part of its test first puts a right one in its place ("theirs" keeps the pupil's), so that
# an error costs its own points only. Hidden sentences come from the kit: they are translated there.

# %% [markdown] lang="fr"
# # Devoir A2 · Suis-je unique ?
#
# **50 minutes · 20 points · NSI, première**
#
# Un lycée va confier un fichier à un service en ligne. « Ni nom, ni adresse : personne n'y est reconnaissable », dit-on.
# Vous allez le vérifier, avec un programme que vous aurez écrit vous-même.
#
# | Question | Ce que vous faites | Points |
# |---|---|---|
# | 1 | lire un fichier CSV et compter | 3 |
# | 2 | écrire une fonction qui compte par groupes, avec un dictionnaire | 6 |
# | 3 | mesurer votre lycée : *k*, et les élèves seuls | 4 |
# | 4 | trouver la colonne qui trahit le plus | 3 |
# | 5 | conseiller le proviseur, par écrit | 4 |
#
# **Au programme** : importer une table depuis un fichier CSV, y rechercher et y compter des lignes, utiliser des jeux de tests.
#
# **Règles du jeu.** Remplacez les trois points `...`, puis exécutez la cellule.
# Dès que vous avez répondu, `check` vous donne un indice : jamais la réponse.
# Une erreur ne coûte que ses points : à la correction, chaque question repart d'une réponse juste à la précédente.

# %% [markdown] lang="en"
# # Assignment A2 · Am I unique?
#
# **50 minutes · 20 points · computer science (NSI), première**
#
# A school is about to hand a file to an online service. “No name, no address: nobody can be recognised in it”, they say.
# You are going to check, with a program that you write yourself.
#
# | Question | What you do | Points |
# |---|---|---|
# | 1 | read a CSV file and count | 3 |
# | 2 | write a function that counts by groups, with a dictionary | 6 |
# | 3 | measure your school: *k*, and the pupils who are alone | 4 |
# | 4 | find the column that gives away the most pupils | 3 |
# | 5 | advise the head teacher, in writing | 4 |
#
# **On the syllabus**: import a table from a CSV file, search and count its rows, use test cases.
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
hand_out("A2", avatar)

# %% [markdown] lang="fr"
# ## Question 1 · Lire (3 points)
#
# Ouvrez `annuaire.csv` : un double clic dans le panneau de gauche. Une ligne par élève, neuf colonnes, aucun nom.
# Les colonnes ont un nom anglais, les valeurs sont en français. Le séparateur est la virgule, l'encodage UTF-8.
#
# - **1a** (1 point). Lisez le fichier avec `csv.DictReader` : `rows` est la liste des lignes, un dictionnaire par élève.
# - **1b** (2 points). Dans `in_premiere`, comptez les élèves de première : leur colonne `level` vaut `"première"`.

# %% [markdown] lang="en"
# ## Question 1 · Read (3 points)
#
# Open `annuaire.csv` (French for directory): double-click in the left-hand panel. One row per pupil, nine columns, no name.
# Columns have English names, values are French: it is a French school. The separator is the comma, the encoding UTF-8.
#
# - **1a** (1 point). Read the file with `csv.DictReader`: `rows` is the list of rows, one dictionary per pupil.
# - **1b** (2 points). In `in_premiere`, count the pupils in première, the middle year of lycée: their column `level` (year group) is `"première"`.

# %% answer="q1"
rows = ...
in_premiere = ...
### BEGIN SOLUTION
with open("annuaire.csv", encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
in_premiere = 0
for row in rows:
    if row["level"] == "première":
        in_premiere += 1
### END SOLUTION
check("q1a", rows)
check("q1b", in_premiere)

# %% test="q1a_rows" points=1
### BEGIN HIDDEN TESTS
from poucet.classroom.assignments.a2_files import graded_table, relayed_table
from poucet.classroom.checks import missed
from poucet.classroom.handout import graded_avatar

theirs, rows = globals().get("rows"), relayed_table(avatar)
assert graded_avatar(avatar) == avatar, missed("avatar", "A2")
assert type(theirs) is list and theirs == graded_table(avatar), missed("q1a", "A2")
### END HIDDEN TESTS
assert isinstance(rows[0], dict)

# %% test="q1b_premiere" points=2
assert isinstance(in_premiere, int)
### BEGIN HIDDEN TESTS
from poucet.classroom.assignments.a2_files import graded_table
from poucet.classroom.checks import missed

right = sum(row["level"] == "première" for row in graded_table(avatar))
assert type(in_premiere) is int and in_premiere == right, missed("q1b", "A2")
### END HIDDEN TESTS

# %% [markdown] lang="fr"
# ## Question 2 · Compter par groupes (6 points)
#
# Deux élèves qui ont les mêmes valeurs dans les colonnes choisies sont dans le même **groupe**
# (on dit aussi *classe d'équivalence*, à ne pas confondre avec la classe où ils étudient).
#
# Écrivez `class_sizes(rows, by)` :
#
# - `rows` est une liste de dictionnaires, `by` la liste des colonnes choisies ;
# - elle renvoie un dictionnaire. Clé : le p-uplet des valeurs, dans l'ordre de `by`. Valeur : le nombre d'élèves du groupe.
#
# Avec le petit tableau `example`, on doit obtenir :
#
# | | Appel | Résultat |
# |---|---|---|
# | **2a** (2 points) | `class_sizes(example, ["sex"])` | `{("F",): 1, ("M",): 3}` |
# | **2b** (3 points) | `class_sizes(example, ["sex", "regime"])` | `{("F", "externe"): 1, ("M", "externe"): 2, ("M", "interne"): 1}` |
# | **2c** (1 point) | `class_sizes([], ["sex"])` | `{}` |

# %% [markdown] lang="en"
# ## Question 2 · Count by groups (6 points)
#
# Two pupils with the same values in the chosen columns are in the same **group**
# (also called an *equivalence class*, not to be confused with the class they sit in).
#
# Write `class_sizes(rows, by)`:
#
# - `rows` is a list of dictionaries, `by` the list of the chosen columns;
# - it returns a dictionary. Key: the tuple of the values, in the order of `by`. Value: the number of pupils in the group.
#
# With the small table `example`, you should get:
#
# | | Call | Result |
# |---|---|---|
# | **2a** (2 points) | `class_sizes(example, ["sex"])` | `{("F",): 1, ("M",): 3}` |
# | **2b** (3 points) | `class_sizes(example, ["sex", "regime"])` | `{("F", "externe"): 1, ("M", "externe"): 2, ("M", "interne"): 1}` |
# | **2c** (1 point) | `class_sizes([], ["sex"])` | `{}` |

# %% readonly="example"
example = [
    {"sex": "F", "regime": "externe"},
    {"sex": "M", "regime": "externe"},
    {"sex": "M", "regime": "interne"},
    {"sex": "M", "regime": "externe"},
]


# %% answer="q2"
def class_sizes(rows, by):
    sizes = ...
    ### BEGIN SOLUTION
    sizes = {}
    for row in rows:
        group = tuple([row[column] for column in by])
        sizes[group] = sizes.get(group, 0) + 1
    ### END SOLUTION
    return sizes


check("q2", class_sizes)

# %% test="q2a_one_column" points=2
assert class_sizes(example, ["sex"]) == {("F",): 1, ("M",): 3}
### BEGIN HIDDEN TESTS
from collections import Counter

from poucet.classroom.assignments.a2_files import graded_table, table
from poucet.classroom.checks import missed

for school in (graded_table(avatar), table(8041)):
    for column in ("level", "regime", "birth_date"):
        right = dict(Counter((row[column],) for row in school))
        assert class_sizes(school, [column]) == right, missed("q2a", "A2")
### END HIDDEN TESTS

# %% test="q2b_several_columns" points=3
assert class_sizes(example, ["regime", "sex"])[("interne", "M")] == 1
### BEGIN HIDDEN TESTS
from collections import Counter

from poucet.classroom.assignments.a2_files import graded_table, table
from poucet.classroom.checks import missed

for school in (graded_table(avatar), table(8042)):
    for by in (["level", "sex"], ["transport", "level"], ["commune", "birth_date", "regime"]):
        right = dict(Counter(tuple(row[column] for column in by) for row in school))
        assert class_sizes(school, by) == right, missed("q2b", "A2")
books = [{"shelf": "a", "year": 2001, "lent": True}, {"shelf": "a", "year": 2001, "lent": False}]
assert class_sizes(books, ["year", "shelf"]) == {(2001, "a"): 2}, missed("q2b", "A2")
### END HIDDEN TESTS

# %% test="q2c_empty_table" points=1
### BEGIN HIDDEN TESTS
theirs = globals().get("class_sizes")


def class_sizes(rows, by):
    sizes = {}
    for row in rows:
        group = tuple(row[column] for column in by)
        sizes[group] = sizes.get(group, 0) + 1
    return sizes


from poucet.classroom.checks import missed

alone = [{"sex": "F", "regime": "interne"}]
by = ["regime", "sex"]
tried = [theirs([], ["sex"]), theirs([], by)]
tried += [theirs(alone, by), theirs(alone, by), theirs([], by)]
right = [{}, {}, {("interne", "F"): 1}, {("interne", "F"): 1}, {}]
assert tried == right, missed("q2c", "A2")
assert alone == [{"sex": "F", "regime": "interne"}], missed("q2c", "A2")
### END HIDDEN TESTS
assert class_sizes([], ["sex"]) == {}

# %% [markdown] lang="fr"
# ## Question 3 · Mesurer votre lycée (4 points)
#
# Le ***k*** d'un tableau est la taille de son **plus petit groupe** : chacun y est caché parmi *k* élèves au moins, lui compris.
# Un élève **seul** dans son groupe est reconnaissable : *k* vaut alors 1.
#
# - **3a** (1 point). `k(rows, by)` renvoie la taille du plus petit groupe ; 0 si le tableau est vide.
# - **3b** (1 point). `unique(rows, by)` renvoie le nombre d'élèves seuls dans leur groupe.
#
# Servez-vous de `class_sizes`.

# %% [markdown] lang="en"
# ## Question 3 · Measure your school (4 points)
#
# The ***k*** of a table is the size of its **smallest group**: everyone in it hides among at least *k* pupils, themselves included.
# A pupil who is **alone** in a group can be recognised: *k* is then 1.
#
# - **3a** (1 point). `k(rows, by)` returns the size of the smallest group; 0 if the table is empty.
# - **3b** (1 point). `unique(rows, by)` returns the number of pupils who are alone in their group.
#
# Use `class_sizes`.


# %% answer="q3_functions"
def k(rows, by):
    smallest = ...
    ### BEGIN SOLUTION
    sizes = class_sizes(rows, by)
    smallest = min(sizes.values()) if sizes else 0
    ### END SOLUTION
    return smallest


def unique(rows, by):
    alone = ...
    ### BEGIN SOLUTION
    alone = 0
    for size in class_sizes(rows, by).values():
        if size == 1:
            alone += 1
    ### END SOLUTION
    return alone


check("q3a", k)
check("q3b", unique)

# %% test="q3a_k" points=1
### BEGIN HIDDEN TESTS
theirs = globals().get("k")


def k(rows, by):
    return min(class_sizes(rows, by).values(), default=0)


from poucet.classroom.assignments.a2_files import graded_table, table
from poucet.classroom.checks import missed

for school in (graded_table(avatar), table(8043), []):
    for by in (["level"], ["level", "sex"], ["sex", "regime"], ["class", "commune"]):
        assert theirs(school, by) == k(school, by), missed("q3a", "A2")
### END HIDDEN TESTS
assert k(example, ["sex", "regime"]) == 1

# %% test="q3b_unique" points=1
### BEGIN HIDDEN TESTS
theirs = globals().get("unique")


def unique(rows, by):
    return list(class_sizes(rows, by).values()).count(1)


from poucet.classroom.assignments.a2_files import graded_table, table
from poucet.classroom.checks import missed

for school in (graded_table(avatar), table(8044), []):
    for by in (["level"], ["level", "sex"], ["birth_date"], ["class", "commune"]):
        assert theirs(school, by) == unique(school, by), missed("q3b", "A2")
### END HIDDEN TESTS
assert unique(example, ["sex", "regime"]) == 2

# %% [markdown] lang="fr"
# Et dans **votre** lycée ?
#
# - **3c** (1 point). `my_k` : le *k* de `rows` pour le niveau et le sexe, `["level", "sex"]`.
# - **3d** (1 point). `my_unique` : le nombre d'élèves seuls pour la date de naissance et le sexe, `["birth_date", "sex"]`.

# %% [markdown] lang="en"
# And in **your** school?
#
# - **3c** (1 point). `my_k`: the *k* of `rows` for year group and sex, `["level", "sex"]`.
# - **3d** (1 point). `my_unique`: the number of pupils who are alone for birth date and sex, `["birth_date", "sex"]`.

# %% answer="q3_school"
my_k = ...
my_unique = ...
### BEGIN SOLUTION
my_k = k(rows, ["level", "sex"])
my_unique = unique(rows, ["birth_date", "sex"])
### END SOLUTION
check("q3c", my_k)
check("q3d", my_unique)

# %% test="q3c_my_k" points=1
assert isinstance(my_k, int)
### BEGIN HIDDEN TESTS
from collections import Counter

from poucet.classroom.assignments.a2_files import graded_table
from poucet.classroom.checks import missed

right = min(Counter((row["level"], row["sex"]) for row in graded_table(avatar)).values())
assert type(my_k) is int and my_k == right, missed("q3c", "A2")
### END HIDDEN TESTS

# %% test="q3d_my_unique" points=1
assert isinstance(my_unique, int)
### BEGIN HIDDEN TESTS
from collections import Counter

from poucet.classroom.assignments.a2_files import graded_table
from poucet.classroom.checks import missed

sizes = Counter((row["birth_date"], row["sex"]) for row in graded_table(avatar))
right = list(sizes.values()).count(1)
assert type(my_unique) is int and my_unique == right, missed("q3d", "A2")
### END HIDDEN TESTS

# %% [markdown] lang="fr"
# ## Question 4 · La colonne qui trahit (3 points)
#
# Le service renonce à la date de naissance. Il lui reste une liste de cinq colonnes, la vôtre : `my_clues`.
# Si l'on retire **une seule** de ces colonnes, des élèves qui étaient seuls ne le sont plus.
#
# - **4a** (1 point). `costliest` : la colonne dont le retrait laisse le moins d'élèves seuls. C'est un texte, comme `"sex"`.
# - **4b** (2 points). `rescued` : le nombre d'élèves seuls avant ce retrait, moins le nombre d'élèves seuls après.

# %% [markdown] lang="en"
# ## Question 4 · The telltale column (3 points)
#
# The service agrees to do without the birth date. It still has a list of five columns, yours: `my_clues`.
# If just **one** of these columns is removed, some pupils who were alone no longer are.
#
# - **4a** (1 point). `costliest`: the column whose removal leaves the fewest pupils alone. It is a string, like `"sex"`.
# - **4b** (2 points). `rescued`: the number of pupils alone before that removal, minus the number alone after.

# %% readonly="clues"
from poucet.classroom.assignments.a2_files import clues

my_clues = clues(avatar)
my_clues

# %% answer="q4"
costliest = ...
rescued = ...
### BEGIN SOLUTION
before = unique(rows, my_clues)
rescued = 0
for column in my_clues:
    others = [other for other in my_clues if other != column]
    gain = before - unique(rows, others)
    if gain > rescued:
        costliest, rescued = column, gain
### END SOLUTION
check("q4a", costliest)
check("q4b", rescued)

# %% test="q4a_costliest" points=1
assert costliest in my_clues
### BEGIN HIDDEN TESTS
from collections import Counter

from poucet.classroom.assignments.a2_files import clues, graded_table
from poucet.classroom.checks import missed
from poucet.classroom.handout import graded_avatar


def still_alone(by):
    sizes = Counter(tuple(row[name] for name in by) for row in graded_table(avatar))
    return list(sizes.values()).count(1)


by = clues(graded_avatar(avatar))
left = {name: still_alone([other for other in by if other != name]) for name in by}
assert left.get(costliest) == min(left.values()), missed("q4a", "A2")
### END HIDDEN TESTS

# %% test="q4b_rescued" points=2
assert isinstance(rescued, int)
### BEGIN HIDDEN TESTS
from collections import Counter

from poucet.classroom.assignments.a2_files import clues, graded_table
from poucet.classroom.checks import missed
from poucet.classroom.handout import graded_avatar


def still_alone(by):
    sizes = Counter(tuple(row[name] for name in by) for row in graded_table(avatar))
    return list(sizes.values()).count(1)


by = clues(graded_avatar(avatar))
left = [still_alone([other for other in by if other != name]) for name in by]
right = still_alone(by) - min(left)
assert type(rescued) is int and rescued == right, missed("q4b", "A2")
### END HIDDEN TESTS

# %% [markdown] lang="fr" readonly="q5_rubric"
# ## Question 5 · Conseiller (4 points)
#
# Le lycée s'abonne à un service de devoirs en ligne. Ce service doit seulement réunir les élèves **par classe**.
# Son formulaire d'inscription demande pourtant aussi la **date de naissance** et le **sexe** de chacun.
#
# Faut-il les envoyer ? Répondez au proviseur en huit à dix lignes, avec au moins un chiffre que vous avez calculé.
# Vous êtes noté sur quatre critères, un point chacun :
#
# | Critère | 1 point | ½ point | 0 point |
# |---|---|---|---|
# | **Le besoin** | ce qui est nécessaire au service est distingué de ce qui ne l'est pas | l'un des deux seulement | la question n'est pas posée |
# | **Le chiffre** | un chiffre juste de votre lycée, avec ses colonnes | un chiffre sans ses colonnes, ou inexact | aucun chiffre |
# | **La conséquence** | qui pourrait reconnaître un élève, comment, et ce qu'il apprendrait de plus | « c'est dangereux », sans dire comment | aucune |
# | **La décision** | une décision nette, avec ce que l'on envoie à la place | une décision seule | aucune |

# %% [markdown] lang="en" readonly="q5_rubric"
# ## Question 5 · Advise (4 points)
#
# The school subscribes to an online homework service. All the service has to do is gather pupils **by class**.
# Yet its registration form also asks for everyone’s **birth date** and **sex**.
#
# Should they be sent? Answer the head teacher in eight to ten lines, with at least one figure that you computed.
# You are marked on four criteria, one point each:
#
# | Criterion | 1 point | ½ point | 0 points |
# |---|---|---|---|
# | **The need** | what the service needs is told apart from what it does not | one of the two only | the question is not raised |
# | **The figure** | a correct figure from your school, with its columns | a figure without its columns, or inaccurate | no figure |
# | **The consequence** | who could recognise a pupil, how, and what more they would learn | “it is dangerous”, without saying how | none |
# | **The decision** | a clear decision, with what is sent instead | a decision alone | none |

# %% [markdown] lang="fr" written="q5" points=4
# Pour réunir les élèves par classe, le service a besoin d'un identifiant par élève et du nom de la classe.
# La date de naissance et le sexe ne lui servent à rien.
#
# Or dans mon lycée, celui de l'avatar 7, la date de naissance et le sexe suffisent à isoler 635 élèves sur 959.
# Le niveau et le sexe, eux, laissent chacun parmi au moins 151 élèves.
#
# Qui connaît déjà ces deux informations, un camarade, un voisin ou un autre fichier, retrouve la ligne d'un élève sans son nom,
# et lit tout le reste : ses travaux, ses notes, ses heures de connexion.
#
# Il ne faut donc pas les envoyer : un numéro propre à ce service et la classe suffisent. Le lycée garde la table des numéros.

# %% [markdown] lang="en" written="q5" points=4
# To gather pupils by class, the service needs an identifier for each pupil and the name of the class.
# Birth date and sex are of no use to it.
#
# Yet in my school, avatar 7’s, birth date and sex are enough to single out 635 pupils out of 959.
# Year group and sex, on the other hand, leave everyone in a group of at least 151 pupils.
#
# Whoever already knows these two facts (a classmate, a neighbour, another file) finds a pupil’s row without a name,
# and reads all the rest: work, marks, login times.
#
# So they should not be sent: a number that only this service uses, and the class, are enough. The school keeps the table of numbers.

# %% [markdown] lang="fr"
# ---
# **Avant de rendre.** Menu *Noyau* → *Redémarrer le noyau et exécuter toutes les cellules*, relisez les indices, enregistrez.
# Rendez ce seul carnet, `A2.ipynb`.

# %% [markdown] lang="en"
# ---
# **Before handing in.** Menu *Kernel* → *Restart Kernel and Run All Cells*, read the hints again, save.
# Hand in this notebook only, `A2.ipynb`.
