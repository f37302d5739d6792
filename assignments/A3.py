# ---
# jupyter:
#   kernelspec: {name: python3, display_name: Python 3, language: python}
#   poucet: {assignment: A3, lesson: 3, minutes: 50, points: 20}
# ---

# %% tags=["note"]
# The form is A2's: the avatar, questions at rising levels, one written question with its rubric.
# Where a later question builds on an answer, the hidden part of its test comes first and puts a
# right one in its place, before the assert that everybody sees.

# %% [markdown] lang="fr"
# # Devoir A3 · Lire une trace
#
# **50 minutes · 20 points · SNT (questions 1 et 2) et NSI, première (questions 1 à 5)**
#
# Un service d'exercices a noté, pendant une semaine, quand et d'où ses élèves s'y sont connectés. Les noms ont été remplacés par des numéros.
# Vous allez lire ces lignes, puis retrouver l'un des numéros à partir de quatre moments de la vie d'un élève.
#
# | Question | Ce que vous faites | Niveau | Points |
# |---|---|---|---|
# | 1 | lire un fichier CSV, compter des personnes et non des lignes | SNT, NSI | 3 |
# | 2 | prendre l'heure dans un texte, trouver qui veille | SNT, NSI | 4 |
# | 3 | chercher qui était là, à un moment, puis à plusieurs | NSI | 5 |
# | 4 | suivre un numéro | NSI | 4 |
# | 5 | décider de ce qui peut être publié, par écrit | SNT, NSI | 4 |
#
# **Au programme.** SNT : définir une donnée personnelle ; les métadonnées ; rechercher, filtrer et calculer sur une table.
# NSI : importer une table depuis un fichier CSV, y rechercher des lignes, utiliser des jeux de tests.
#
# **Règles du jeu.** Remplacez les trois points `...`, puis exécutez la cellule.
# Dès que vous avez répondu, `check` vous donne un indice : jamais la réponse.
# Une erreur ne coûte que ses points : à la correction, chaque question repart d'une réponse juste à la précédente.

# %% [markdown] lang="en"
# # Assignment A3 · Reading a trail
#
# **50 minutes · 20 points · SNT (digital science, questions 1 and 2) and NSI (computer science), première (questions 1 to 5)**
#
# For a week, an exercise service noted when its pupils signed in, and from where. Names were replaced with numbers.
# You are going to read these lines, then find one of the numbers from four moments in its owner’s life.
#
# | Question | What you do | Level | Points |
# |---|---|---|---|
# | 1 | read a CSV file, count people and not rows | SNT, NSI | 3 |
# | 2 | take the hour out of a string, find who stays up | SNT, NSI | 4 |
# | 3 | find who was there at one moment, then at several | NSI | 5 |
# | 4 | follow a number | NSI | 4 |
# | 5 | decide what may be published, in writing | SNT, NSI | 4 |
#
# **On the syllabus.** SNT: define personal data; metadata; search and filter a table, and do calculations with it.
# NSI: import a table from a CSV file, search its rows, use test cases.
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
hand_out("A3", avatar)

# %% [markdown] lang="fr"
# ## Question 1 · Lire (3 points)
#
# Ouvrez `trace.csv` : un double clic dans le panneau de gauche. Une ligne par action, cinq colonnes. Le séparateur est la virgule, l'encodage UTF-8.
#
# | Colonne | Ce qu'elle dit |
# |---|---|
# | `pupil` | le numéro de l'élève (ce n'est pas celui de votre avatar, et les numéros ne se suivent pas) |
# | `time` | la date et l'heure, comme `2026-09-07 19:04:10` |
# | `verb` | l'action : `signed-in` s'est connecté, `signed-out` s'est déconnecté, `watched` a regardé une vidéo, `messaged` a écrit, `searched` a cherché |
# | `device` | l'appareil |
# | `where` | d'où : `lycée`, `maison` ou `en route` |
#
# - **1a** (1 point). Lisez le fichier avec `csv.DictReader` : `rows` est la liste des lignes, un dictionnaire par ligne.
# - **1b** (2 points). Dans `people`, comptez les **élèves** qui ont laissé au moins une ligne.

# %% [markdown] lang="en"
# ## Question 1 · Read (3 points)
#
# Open `trace.csv` (French for trail): double-click in the left-hand panel. One row per action, five columns. The separator is the comma, the encoding UTF-8.
#
# | Column | What it says |
# |---|---|
# | `pupil` | the pupil’s number (it is not your avatar’s, and some numbers are skipped) |
# | `time` | the date and time, such as `2026-09-07 19:04:10` |
# | `verb` | the action: `signed-in`, `signed-out`, `watched` (a video), `messaged` (wrote a message), `searched` (made a search) |
# | `device` | the device: `téléphone`, `ordinateur`, `tablette`, `poste du lycée` (phone, computer, tablet, a computer at school) |
# | `where` | where from: `lycée` (school), `maison` (home) or `en route` (on the way) |
#
# - **1a** (1 point). Read the file with `csv.DictReader`: `rows` is the list of rows, one dictionary per row.
# - **1b** (2 points). In `people`, count the **pupils** who left at least one row.

# %% answer="q1"
rows = ...
people = ...
### BEGIN SOLUTION
with open("trace.csv", encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
seen = set()
for row in rows:
    seen.add(row["pupil"])
people = len(seen)
### END SOLUTION
check("q1a", rows)
check("q1b", people)

# %% test="q1a_rows" points=1
### BEGIN HIDDEN TESTS
from poucet.classroom.assignments.a3_files import graded_lines, relayed_lines
from poucet.classroom.checks import missed
from poucet.classroom.handout import graded_avatar

theirs, rows = globals().get("rows"), relayed_lines(avatar)
assert graded_avatar(avatar) == avatar, missed("avatar", "A3")
assert type(theirs) is list and theirs == graded_lines(avatar), missed("q1a", "A3")
### END HIDDEN TESTS
assert isinstance(rows[0], dict)

# %% test="q1b_people" points=2
assert isinstance(people, int)
### BEGIN HIDDEN TESTS
from poucet.classroom.assignments.a3_files import graded_lines
from poucet.classroom.checks import missed

right = len({row["pupil"] for row in graded_lines(avatar)})
assert type(people) is int and people == right, missed("q1b", "A3")
### END HIDDEN TESTS

# %% [markdown] lang="fr"
# ## Question 2 · Qui veille ? (4 points)
#
# - **2a** (2 points). `hour_of(time)` renvoie l'heure, un **nombre entier** : `hour_of("2026-09-07 19:04:10")` vaut `19`.
#   (Une aide : les caractères d'un texte se comptent à partir de zéro, et `"2026-09-07"[0:4]` vaut `"2026"`.)

# %% [markdown] lang="en"
# ## Question 2 · Who stays up? (4 points)
#
# - **2a** (2 points). `hour_of(time)` returns the hour, a **whole number**: `hour_of("2026-09-07 19:04:10")` is `19`.
#   (A hint: the characters of a string are counted from zero, and `"2026-09-07"[0:4]` is `"2026"`.)


# %% answer="q2_function"
def hour_of(time):
    hour = ...
    ### BEGIN SOLUTION
    hour = int(time[11:13])
    ### END SOLUTION
    return hour


check("q2a", hour_of)

# %% test="q2a_hour_of" points=2
### BEGIN HIDDEN TESTS
theirs = globals().get("hour_of")


def hour_of(time):
    return int(time.split()[1].split(":")[0])


from poucet.classroom.checks import missed

for hour in range(24):
    for day in ("2026-09-07", "2027-01-31"):
        given = theirs(f"{day} {hour:02d}:{59 - hour:02d}:{hour + 30:02d}")
        assert type(given) is int and given == hour, missed("q2a", "A3")
### END HIDDEN TESTS
assert hour_of("2026-09-07 19:04:10") == 19

# %% [markdown] lang="fr"
# - **2b** (2 points). `awake` : combien d'**élèves** ont laissé au moins une ligne entre minuit et 4 heures
#   (de `00:00:00` à `03:59:59`) ?

# %% [markdown] lang="en"
# - **2b** (2 points). `awake`: how many **pupils** left at least one row between midnight and 4 a.m.
#   (from `00:00:00` to `03:59:59`)?

# %% answer="q2_school"
awake = ...
### BEGIN SOLUTION
late = set()
for row in rows:
    if hour_of(row["time"]) < 4:
        late.add(row["pupil"])
awake = len(late)
### END SOLUTION
check("q2b", awake)

# %% test="q2b_awake" points=2
assert isinstance(awake, int)
### BEGIN HIDDEN TESTS
from poucet.classroom.assignments.a3_files import graded_lines
from poucet.classroom.checks import missed

right = len({row["pupil"] for row in graded_lines(avatar) if int(row["time"][11:13]) < 4})
assert type(awake) is int and awake == right, missed("q2b", "A3")
### END HIDDEN TESTS

# %% [markdown] lang="fr"
# ## Question 3 · Qui était là ? (5 points)
#
# Un **moment** est un p-uplet : une heure écrite comme les **13 premiers caractères** de `time`, et un endroit.
# Ainsi, `("2026-09-07 19", "maison")` : le 7 septembre, de 19 h à 20 h, à la maison.
#
# - **3a** (2 points). `present(rows, hour, where)` renvoie la liste des numéros qui ont laissé une ligne à cette heure **et** à cet endroit.
#   Chaque numéro y est **une fois**, dans l'ordre que vous voulez.
# - **3b** (3 points). `suspects(rows, known)` renvoie la liste des numéros qui étaient là à **tous** les moments de la liste `known`
#   (elle en contient au moins un).
#
# Avec le petit tableau `small` :
#
# | Appel | Résultat |
# |---|---|
# | `present(small, "2026-09-07 19", "maison")` | `["4", "6"]` |
# | `suspects(small, [("2026-09-07 19", "maison"), ("2026-09-07 20", "lycée")])` | `["6"]` |

# %% [markdown] lang="en"
# ## Question 3 · Who was there? (5 points)
#
# A **moment** is a tuple: an hour, written as the **first 13 characters** of `time`, and a place.
# So `("2026-09-07 19", "maison")` is 7 September, from 7 to 8 p.m., at home.
#
# - **3a** (2 points). `present(rows, hour, where)` returns the list of the numbers that left a row at that hour **and** in that place.
#   Each number is in it **once**, in any order you like.
# - **3b** (3 points). `suspects(rows, known)` returns the list of the numbers that were there at **all** the moments of the list `known`
#   (it has at least one).
#
# With the small table `small`:
#
# | Call | Result |
# |---|---|
# | `present(small, "2026-09-07 19", "maison")` | `["4", "6"]` |
# | `suspects(small, [("2026-09-07 19", "maison"), ("2026-09-07 20", "lycée")])` | `["6"]` |

# %% readonly="small"
small = [
    {"pupil": "4", "time": "2026-09-07 19:04:10", "where": "maison"},
    {"pupil": "6", "time": "2026-09-07 19:20:00", "where": "maison"},
    {"pupil": "4", "time": "2026-09-07 19:40:30", "where": "maison"},
    {"pupil": "2", "time": "2026-09-07 20:01:00", "where": "lycée"},
    {"pupil": "6", "time": "2026-09-07 20:15:00", "where": "lycée"},
]


# %% answer="q3_present"
def present(rows, hour, where):
    there = ...
    ### BEGIN SOLUTION
    there = []
    for row in rows:
        if row["time"][:13] == hour and row["where"] == where and row["pupil"] not in there:
            there.append(row["pupil"])
    ### END SOLUTION
    return there


check("q3a", present)

# %% test="q3a_present" points=2
### BEGIN HIDDEN TESTS
theirs = globals().get("present")


def present(rows, hour, where):
    return sorted({r["pupil"] for r in rows if r["time"][:13] == hour and r["where"] == where})


from poucet.classroom.assignments.a3_files import graded_lines, lines, moments
from poucet.classroom.checks import missed

for trail, known in ((graded_lines(avatar), moments(avatar)), (lines(8061), moments(8061))):
    for hour, where in [*known, ("2026-09-10 10", "lycée"), ("2026-09-13 15", "en route")]:
        found = theirs(trail, hour, where)
        assert type(found) is list, missed("q3a", "A3")
        assert sorted(found) == present(trail, hour, where), missed("q3a", "A3")
assert theirs([], "2026-09-07 19", "maison") == [], missed("q3a", "A3")
### END HIDDEN TESTS
assert sorted(present(small, "2026-09-07 19", "maison")) == ["4", "6"]


# %% answer="q3_suspects"
def suspects(rows, known):
    left = ...
    ### BEGIN SOLUTION
    hour, where = known[0]
    left = present(rows, hour, where)
    for hour, where in known[1:]:
        there = present(rows, hour, where)
        left = [pupil for pupil in left if pupil in there]
    ### END SOLUTION
    return left


check("q3b", suspects)

# %% test="q3b_suspects" points=3
### BEGIN HIDDEN TESTS
theirs = globals().get("suspects")


def suspects(rows, known):
    crowds = [set(present(rows, hour, where)) for hour, where in known]
    return sorted(set.intersection(*crowds))


from poucet.classroom.assignments.a3_files import graded_lines, lines, moments
from poucet.classroom.checks import missed

for trail, known in ((graded_lines(avatar), moments(avatar)), (lines(8062), moments(8062))):
    for few in (known[:1], known[:2], known[1:], known):
        found = theirs(trail, few)
        assert type(found) is list, missed("q3b", "A3")
        assert sorted(found) == suspects(trail, few), missed("q3b", "A3")
### END HIDDEN TESTS
assert suspects(small, [("2026-09-07 19", "maison"), ("2026-09-07 20", "lycée")]) == ["6"]

# %% [markdown] lang="fr"
# ## Question 4 · Suivre un numéro (4 points)
#
# Quelqu'un connaît quatre moments d'un élève de votre fichier, sans connaître son numéro. Les voici : `my_moments`.
#
# - **4a** (2 points). `target` : le seul numéro qui était là aux quatre moments. C'est un texte, comme dans le fichier.

# %% [markdown] lang="en"
# ## Question 4 · Follow a number (4 points)
#
# Somebody knows four moments of a pupil in your file, but not their number. Here they are: `my_moments`.
#
# - **4a** (2 points). `target`: the only number that was there at all four moments. It is a string, as in the file.

# %% readonly="moments"
from poucet.classroom.assignments.a3_files import moments

my_moments = moments(avatar)
my_moments

# %% answer="q4_target"
target = ...
### BEGIN SOLUTION
target = suspects(rows, my_moments)[0]
### END SOLUTION
check("q4a", target)

# %% test="q4a_target" points=2
### BEGIN HIDDEN TESTS
theirs = globals().get("target")
[target] = suspects(rows, my_moments)

from poucet.classroom.assignments.a3_files import graded_lines, moments
from poucet.classroom.checks import missed
from poucet.classroom.handout import graded_avatar

[right] = suspects(graded_lines(avatar), moments(graded_avatar(avatar)))
assert type(theirs) is str and theirs == right, missed("q4a", "A3")
### END HIDDEN TESTS
assert isinstance(target, str)

# %% [markdown] lang="fr"
# - **4b** (2 points). `followed` : combien de lignes du fichier portent ce numéro ? Voilà tout ce qu'apprend quelqu'un qui n'en connaissait que quatre moments.

# %% [markdown] lang="en"
# - **4b** (2 points). `followed`: how many rows of the file carry that number? All of that is learnt by someone who knew only four moments.

# %% answer="q4_followed"
followed = ...
### BEGIN SOLUTION
followed = 0
for row in rows:
    if row["pupil"] == target:
        followed += 1
### END SOLUTION
check("q4b", followed)

# %% test="q4b_followed" points=2
assert isinstance(followed, int)
### BEGIN HIDDEN TESTS
from poucet.classroom.assignments.a3_files import graded_lines, moments
from poucet.classroom.checks import missed
from poucet.classroom.handout import graded_avatar

trail = graded_lines(avatar)
[number] = suspects(trail, moments(graded_avatar(avatar)))
right = [row["pupil"] for row in trail].count(number)
assert type(followed) is int and followed == right, missed("q4b", "A3")
### END HIDDEN TESTS

# %% [markdown] lang="fr" readonly="q5_rubric"
# ## Question 5 · Publier ? (4 points)
#
# Le service veut publier ce fichier « pour la recherche » : savoir quels jours les élèves travaillent, et sur quels appareils.
# « Il n'y a pas de noms, dit-il, et avoir veillé n'est pas un secret. »
#
# Que répondez-vous ? Écrivez huit à dix lignes au service, avec au moins un chiffre que vous avez calculé.
# Vous êtes noté sur quatre critères, un point chacun :
#
# | Critère | 1 point | ½ point | 0 point |
# |---|---|---|---|
# | **Le numéro** | pourquoi un numéro ne rend pas anonyme : il relie toutes les lignes | « on peut retrouver les gens », sans dire comment | le service est cru |
# | **Le chiffre** | un chiffre juste de votre fichier, et ce qu'il compte | un chiffre inexact, ou sans dire ce qu'il compte | aucun chiffre |
# | **Dire et supposer** | ce que la trace dit est séparé de ce que l'on supposerait, avec un exemple | la différence est nommée, sans exemple | une supposition est prise pour un fait |
# | **La décision** | une décision nette, avec ce qui suffit à cette recherche | une décision seule | aucune |

# %% [markdown] lang="en" readonly="q5_rubric"
# ## Question 5 · Publish? (4 points)
#
# The service wants to publish this file “for research”: to find out on which days pupils work, and on which devices.
# “There are no names,” it says, “and having stayed up late is no secret.”
#
# What is your answer? Write eight to ten lines to the service, with at least one figure that you computed.
# You are marked on four criteria, one point each:
#
# | Criterion | 1 point | ½ point | 0 points |
# |---|---|---|---|
# | **The number** | why a number does not make people anonymous: it ties all their lines together | “people can be found”, without saying how | the service is believed |
# | **The figure** | a correct figure from your file, and what it counts | an inaccurate figure, or one without what it counts | no figure |
# | **Said or guessed** | what the trail says is told apart from what people would guess, with an example | the difference is named, without an example | a guess is taken for a fact |
# | **The decision** | a clear decision, with what is enough for this research | a decision alone | none |

# %% [markdown] lang="fr" written="q5" points=4
# Un numéro n'est pas un nom, mais il est le même sur toutes les lignes d'un élève. Il suffit d'en reconnaître quelques-unes pour avoir les autres.
# Dans mon fichier, celui de l'avatar 7, quatre moments (une heure et un endroit) ne laissent qu'un numéro sur 79,
# et ce numéro livre 25 lignes : cinq soirées, l'une jusqu'à 22 h 47, ce qu'il y fait, et sur quel appareil. Un camarade qui lui écrit le soir connaît quatre moments.
#
# La trace dit que 17 élèves ont laissé une ligne entre minuit et 4 heures. Elle ne dit pas pourquoi : on supposerait une insomnie, un travail
# ou une garde d'enfants, et l'on se tromperait souvent. Pour l'élève, c'est pourtant bien sa nuit que l'on publie.
#
# Ne publiez pas ce fichier. Pour connaître les jours et les appareils, un tableau suffit : par jour et par appareil, le nombre d'actions.
# Sans numéro, sans heure, sans endroit.

# %% [markdown] lang="en" written="q5" points=4
# A number is not a name, but it is the same on all of a pupil’s lines. Recognising a few of them is enough to have the others.
# In my file, avatar 7’s, four moments (an hour and a place) leave only one number out of 79,
# and that number gives away 25 lines: five evenings, one of them until 10.47 p.m., what was done on them, and on which device. A classmate who writes to them in the evening knows four moments.
#
# The trail says that 17 pupils left a line between midnight and 4 a.m. It does not say why: people would guess insomnia, a job
# or babysitting, and would often be wrong. For the pupil, though, it is indeed their night that is published.
#
# Do not publish this file. To know about days and devices, a table is enough: by day and by device, the number of actions.
# No number, no hour, no place.

# %% [markdown] lang="fr"
# ---
# **Avant de rendre.** Menu *Noyau* → *Redémarrer le noyau et exécuter toutes les cellules*, relisez les indices, enregistrez.
# Rendez ce seul carnet, `A3.ipynb`.

# %% [markdown] lang="en"
# ---
# **Before handing in.** Menu *Kernel* → *Restart Kernel and Run All Cells*, read the hints again, save.
# Hand in this notebook only, `A3.ipynb`.
