# ---
# jupyter:
#   kernelspec: {name: python3, display_name: Python 3, language: python}
#   poucet: {assignment: A5, lesson: [5, 6], minutes: 55, points: 20}
# ---

# %% tags=["note"]
# Same form as A2. Prices are whole cents in the files and euros in the answers, so that cents given
# for euros can be told by name; a sum of whole numbers divided once is the same on every machine.

# %% [markdown] lang="fr"
# # Devoir A5 · Des erreurs qui se vendent
#
# **55 minutes · 20 points · NSI, première (question 1 : aussi en SNT)**
#
# Une machine a écrit « dort mal » sur des fiches d'élèves. Elle se trompe quelquefois.
# On vend ces fiches quand même, et l'on vend aux enchères l'écran des familles. Combien d'erreurs, et combien d'euros ?
#
# | Question | Ce que vous faites | Points |
# |---|---|---|
# | 1 | lire les fiches et compter les accusés | 3 |
# | 2 | remplir les quatre cases, calculer la précision et le rappel | 6 |
# | 3 | tenir une enchère au deuxième prix | 4 |
# | 4 | compter l'argent des erreurs, et changer le seuil | 3 |
# | 5 | juger cette machine, par écrit | 4 |
#
# **Au programme** : importer une table depuis un fichier CSV, y rechercher et y compter des lignes, parcourir une liste, utiliser des jeux de tests ;
# en SNT, d'où viennent les revenus d'un service gratuit.
#
# **Règles du jeu.** Remplacez les trois points `...`, puis exécutez la cellule.
# Dès que vous avez répondu, `check` vous donne un indice : jamais la réponse.
# Une erreur ne coûte que ses points : à la correction, chaque question repart d'une réponse juste à la précédente.

# %% [markdown] lang="en"
# # Assignment A5 · Mistakes for sale
#
# **55 minutes · 20 points · computer science (NSI), première (question 1: SNT too)**
#
# A machine wrote “sleeps badly” on pupils’ cards. Sometimes it is wrong.
# The cards are sold all the same, and the families’ screens are auctioned. How many mistakes, and how many euros?
#
# | Question | What you do | Points |
# |---|---|---|
# | 1 | read the cards and count the accused | 3 |
# | 2 | fill in the four boxes, compute precision and recall | 6 |
# | 3 | run a second-price auction | 4 |
# | 4 | count the money made on mistakes, and change the threshold | 3 |
# | 5 | judge this machine, in writing | 4 |
#
# **On the syllabus**: import a table from a CSV file, search and count its rows, go through a list, use test cases;
# in SNT, where the income of a free service comes from.
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
from poucet.classroom.assignments.a5_files import card_price, floor_asked, least_asked

hand_out("A5", avatar)
my_least = least_asked(avatar)
my_floor = floor_asked(avatar)
my_price = card_price(avatar)
my_least, my_floor, my_price

# %% [markdown] lang="fr"
# ## Question 1 · Lire (3 points)
#
# Ouvrez `fiches.csv` : un double clic dans le panneau de gauche. Une ligne par élève : son numéro (`pupil`),
# les points que la machine lui donne (`points`), et la vérité (`sleeps_badly`, `"oui"` ou `"non"`). Tout a été tiré au sort.
# Le séparateur est la virgule, l'encodage UTF-8.
#
# La machine **accuse** un élève, c'est-à-dire écrit « dort mal », **à partir de** `my_least` points. Ce nombre est votre seuil.
#
# - **1a** (1 point). Lisez le fichier avec `csv.DictReader` : `cards` est la liste des lignes, un dictionnaire par élève.
# - **1b** (2 points). Dans `accused`, comptez les élèves que la machine accuse. Attention : un fichier CSV ne contient que du texte.

# %% [markdown] lang="en"
# ## Question 1 · Read (3 points)
#
# Open `fiches.csv` (French for cards): double-click in the left-hand panel. One row per pupil: a number (`pupil`),
# the points that the machine gives (`points`), and the truth (`sleeps_badly`, `"oui"` for yes or `"non"` for no). All of it was drawn at random.
# The separator is the comma, the encoding UTF-8.
#
# The machine **accuses** a pupil, that is, writes “sleeps badly”, **from** `my_least` points **upwards**. That number is your threshold.
#
# - **1a** (1 point). Read the file with `csv.DictReader`: `cards` is the list of rows, one dictionary per pupil.
# - **1b** (2 points). In `accused`, count the pupils whom the machine accuses. Beware: a CSV file holds nothing but text.

# %% answer="q1"
cards = ...
accused = ...
### BEGIN SOLUTION
with open("fiches.csv", encoding="utf-8", newline="") as file:
    cards = list(csv.DictReader(file))
accused = 0
for card in cards:
    if int(card["points"]) >= my_least:
        accused += 1
### END SOLUTION
check("q1a", cards)
check("q1b", accused)

# %% test="q1a_cards" points=1
### BEGIN HIDDEN TESTS
from poucet.classroom.assignments.a5_files import graded_cards, relayed_cards
from poucet.classroom.checks import missed
from poucet.classroom.handout import graded_avatar

theirs, cards = globals().get("cards"), relayed_cards(avatar)
assert graded_avatar(avatar) == avatar, missed("avatar", "A5")
assert type(theirs) is list and theirs == graded_cards(avatar), missed("q1a", "A5")
### END HIDDEN TESTS
assert isinstance(cards[0], dict)

# %% test="q1b_accused" points=2
assert isinstance(accused, int)
### BEGIN HIDDEN TESTS
from poucet.classroom.assignments.a5_files import graded_cards, least_asked
from poucet.classroom.checks import missed
from poucet.classroom.handout import graded_avatar

least = least_asked(graded_avatar(avatar))
right = sum(int(card["points"]) >= least for card in graded_cards(avatar))
assert type(accused) is int and accused == right, missed("q1b", "A5")
### END HIDDEN TESTS

# %% [markdown] lang="fr"
# ## Question 2 · Quatre cases (6 points)
#
# | | la machine accuse | la machine se tait |
# |---|---|---|
# | **dort mal** | `"found"` : trouvé | `"missed"` : manqué |
# | **dort bien** | `"wrong"` : accusé à tort | `"cleared"` : laissé en paix |
#
# - **2a** (3 points). `confusion(cards, least)` renvoie un dictionnaire : les quatre clés, chacune avec son nombre d'élèves, pour le seuil `least`.
# - **2b** (1 point). `precision(boxes)` : parmi les **accusés**, la part de ceux qui le sont à raison ; 0 si personne n'est accusé.
# - **2c** (1 point). `recall(boxes)` : parmi ceux qui **dorment mal**, la part que la machine trouve ; 0 si personne ne dort mal.
#
# `boxes` est un dictionnaire comme celui de 2a. Une part est un nombre entre 0 et 1.
# Avec les cinq fiches `example` et un seuil de 3, les quatre cases valent 1, sauf `"cleared"`, qui vaut 2.

# %% [markdown] lang="en"
# ## Question 2 · Four boxes (6 points)
#
# | | the machine accuses | the machine says nothing |
# |---|---|---|
# | **sleeps badly** | `"found"` | `"missed"` |
# | **sleeps well** | `"wrong"`: wrongly accused | `"cleared"`: left in peace |
#
# - **2a** (3 points). `confusion(cards, least)` returns a dictionary: the four keys, each with its number of pupils, for the threshold `least`.
# - **2b** (1 point). `precision(boxes)`: of the **accused**, the share who are rightly accused; 0 if nobody is accused.
# - **2c** (1 point). `recall(boxes)`: of those who **sleep badly**, the share that the machine finds; 0 if nobody sleeps badly.
#
# `boxes` is a dictionary like that of 2a. A share is a number between 0 and 1.
# With the five cards of `example` and a threshold of 3, the four boxes hold 1 each, except `"cleared"`, which holds 2.

# %% readonly="example"
example = [
    {"pupil": "1", "points": "10", "sleeps_badly": "oui"},
    {"pupil": "2", "points": "3", "sleeps_badly": "non"},
    {"pupil": "3", "points": "2", "sleeps_badly": "oui"},
    {"pupil": "4", "points": "0", "sleeps_badly": "non"},
    {"pupil": "5", "points": "1", "sleeps_badly": "non"},
]


# %% answer="q2"
def confusion(cards, least):
    boxes = ...
    ### BEGIN SOLUTION
    boxes = {"found": 0, "wrong": 0, "missed": 0, "cleared": 0}
    for card in cards:
        if int(card["points"]) >= least:
            box = "found" if card["sleeps_badly"] == "oui" else "wrong"
        else:
            box = "missed" if card["sleeps_badly"] == "oui" else "cleared"
        boxes[box] += 1
    ### END SOLUTION
    return boxes


def precision(boxes):
    share = ...
    ### BEGIN SOLUTION
    everybody = boxes["found"] + boxes["wrong"]
    share = boxes["found"] / everybody if everybody > 0 else 0
    ### END SOLUTION
    return share


def recall(boxes):
    share = ...
    ### BEGIN SOLUTION
    everybody = boxes["found"] + boxes["missed"]
    share = boxes["found"] / everybody if everybody > 0 else 0
    ### END SOLUTION
    return share


check("q2a", confusion)
check("q2b", precision)
check("q2c", recall)

# %% test="q2a_confusion" points=3
### BEGIN HIDDEN TESTS
theirs = globals().get("confusion")


def confusion(cards, least):
    seen = [(int(card["points"]) >= least, card["sleeps_badly"] == "oui") for card in cards]
    both = {"found": (True, True), "wrong": (True, False), "missed": (False, True)}
    return {**{box: seen.count(key) for box, key in both.items()}, "cleared": seen.count((0, 0))}


from poucet.classroom.assignments.a5_files import cards as cards_of
from poucet.classroom.assignments.a5_files import graded_cards
from poucet.classroom.checks import missed

for school in (graded_cards(avatar), cards_of(8051), []):
    for least in (1, 2, 3, 5, 11):
        assert theirs(school, least) == confusion(school, least), missed("q2a", "A5")
### END HIDDEN TESTS
assert confusion(example, 3) == {"found": 1, "wrong": 1, "missed": 1, "cleared": 2}

# %% test="q2b_precision" points=1
### BEGIN HIDDEN TESTS
theirs = globals().get("precision")


def precision(boxes):
    everybody = boxes["found"] + boxes["wrong"]
    return boxes["found"] / everybody if everybody else 0


from poucet.classroom.checks import missed

for numbers in ((30, 10, 5, 55), (1, 2, 4, 8), (0, 7, 3, 1), (9, 0, 2, 6), (0, 0, 6, 4)):
    boxes = dict(zip(("found", "wrong", "missed", "cleared"), numbers, strict=True))
    assert abs(theirs(dict(boxes)) - precision(boxes)) < 1e-9, missed("q2b", "A5")
### END HIDDEN TESTS
assert precision({"found": 30, "wrong": 10, "missed": 5, "cleared": 55}) == 0.75

# %% test="q2c_recall" points=1
### BEGIN HIDDEN TESTS
theirs = globals().get("recall")


def recall(boxes):
    everybody = boxes["found"] + boxes["missed"]
    return boxes["found"] / everybody if everybody else 0


from poucet.classroom.checks import missed

for numbers in ((30, 5, 10, 55), (1, 2, 4, 8), (0, 7, 3, 1), (9, 2, 0, 6), (0, 6, 0, 4)):
    boxes = dict(zip(("found", "wrong", "missed", "cleared"), numbers, strict=True))
    assert abs(theirs(dict(boxes)) - recall(boxes)) < 1e-9, missed("q2c", "A5")
### END HIDDEN TESTS
assert recall({"found": 30, "wrong": 5, "missed": 10, "cleared": 55}) == 0.75

# %% [markdown] lang="fr"
# Et dans **votre** lycée ?
#
# - **2d** (1 point). `my_wrong` : le nombre d'élèves accusés à tort, au seuil `my_least`.

# %% [markdown] lang="en"
# And in **your** school?
#
# - **2d** (1 point). `my_wrong`: the number of pupils wrongly accused, at the threshold `my_least`.

# %% answer="q2_school"
my_wrong = ...
### BEGIN SOLUTION
my_wrong = confusion(cards, my_least)["wrong"]
### END SOLUTION
check("q2d", my_wrong)

# %% test="q2d_my_wrong" points=1
assert isinstance(my_wrong, int)
### BEGIN HIDDEN TESTS
from poucet.classroom.assignments.a5_files import graded_cards, least_asked
from poucet.classroom.checks import missed
from poucet.classroom.handout import graded_avatar

least = least_asked(graded_avatar(avatar))
at_ease = [card for card in graded_cards(avatar) if card["sleeps_badly"] == "non"]
right = sum(int(card["points"]) >= least for card in at_ease)
assert type(my_wrong) is int and my_wrong == right, missed("q2d", "A5")
### END HIDDEN TESTS

# %% [markdown] lang="fr"
# ## Question 3 · L'enchère (4 points)
#
# Le soir, chaque fois qu'une famille ouvre une page, cinq annonceurs font une offre pour y être affichés une fois.
# `evening` est la liste de ces enchères : pour chacune, la liste des cinq offres. Une offre est en **centimes pour mille affichages**.
#
# - **3a** (1 point). `winner(bids)` renvoie le **numéro** de la plus grande offre, à partir de 0. À égalité, la première gagne.
# - **3b** (2 points). `paid(bids, floor)` renvoie ce que paie le gagnant, en centimes pour mille : la **deuxième** plus grande offre,
#   ou le plancher `floor` s'il est plus haut ; 0 si même la meilleure offre est sous le plancher. Ne changez pas la liste `bids`.
# - **3c** (1 point). `my_revenue` : ce que rapporte toute la soirée, au plancher `my_floor`, **en euros**, sans arrondir. Chaque enchère vend **un seul** affichage.

# %% [markdown] lang="en"
# ## Question 3 · The auction (4 points)
#
# In the evening, each time a family opens a page, five advertisers bid to be displayed on it once.
# `evening` is the list of those auctions: for each, the list of the five bids. A bid is in **cents for a thousand displays**.
#
# - **3a** (1 point). `winner(bids)` returns the **position** of the highest bid in the list, counting from 0. If two bids are equal, the first one wins.
# - **3b** (2 points). `paid(bids, floor)` returns what the winner pays, in cents for a thousand: the **second-highest** bid,
#   or the floor `floor` if that is higher; 0 if even the best bid is below the floor. Do not change the list `bids`.
# - **3c** (1 point). `my_revenue`: what the whole evening brings in, with the floor `my_floor`, **in euros**, without rounding. Each auction sells **only one** display.

# %% readonly="evening"
with open("encheres.csv", encoding="utf-8", newline="") as file:
    evening = [[int(row[name]) for name in "abcde"] for row in csv.DictReader(file)]
evening[0]


# %% answer="q3_functions"
def winner(bids):
    best = ...
    ### BEGIN SOLUTION
    best = 0
    for bidder in range(len(bids)):
        if bids[bidder] > bids[best]:
            best = bidder
    ### END SOLUTION
    return best


def paid(bids, floor):
    due = ...
    ### BEGIN SOLUTION
    best = winner(bids)
    others = bids[:best] + bids[best + 1 :]
    due = max(max(others), floor)
    if bids[best] < floor:
        due = 0
    ### END SOLUTION
    return due


check("q3a", winner)
check("q3b", paid)

# %% test="q3a_winner" points=1
### BEGIN HIDDEN TESTS
theirs = globals().get("winner")


def winner(bids):
    return bids.index(max(bids))


from poucet.classroom.assignments.a5_files import evening as evening_of
from poucet.classroom.checks import missed

for bids in [[5, 9, 9, 2], [7, 7], [0, 0, 1], *evening_of(8052)[:200]]:
    assert theirs(list(bids)) == winner(bids), missed("q3a", "A5")
### END HIDDEN TESTS
assert winner([50, 58, 30, 58]) == 1

# %% test="q3b_paid" points=2
### BEGIN HIDDEN TESTS
theirs = globals().get("paid")


def paid(bids, floor):
    second, best = sorted(bids)[-2:]
    return max(second, floor) if best >= floor else 0


from poucet.classroom.assignments.a5_files import evening as evening_of
from poucet.classroom.checks import missed

for floor in (0, 60, 95, 240):
    for bids in [[70, 20, 70], [60, 10], [95, 95], *evening_of(8053)[:200]]:
        kept = list(bids)
        assert theirs(kept, floor) == paid(bids, floor), missed("q3b", "A5")
        assert kept == bids, missed("q3b", "A5")
### END HIDDEN TESTS
assert paid([50, 58, 30], 0) == 50 and paid([50, 58, 30], 55) == 55

# %% answer="q3_evening"
my_revenue = ...
### BEGIN SOLUTION
total = 0
for bids in evening:
    total += paid(bids, my_floor)
my_revenue = total / 100_000
### END SOLUTION
check("q3c", my_revenue)

# %% test="q3c_my_revenue" points=1
assert isinstance(my_revenue, float)
### BEGIN HIDDEN TESTS
from poucet.classroom.assignments.a5_files import evening as evening_of
from poucet.classroom.assignments.a5_files import floor_asked
from poucet.classroom.checks import missed
from poucet.classroom.handout import graded_avatar

who = graded_avatar(avatar)
sold = [sorted(bids) for bids in evening_of(who) if max(bids) >= floor_asked(who)]
right = sum(max(bids[-2], floor_asked(who)) for bids in sold) / 1000 / 100
assert abs(my_revenue - right) < 1e-6, missed("q3c", "A5")
### END HIDDEN TESTS

# %% [markdown] lang="fr"
# ## Question 4 · L'argent des erreurs (3 points)
#
# Un courtier achète la fiche de chaque élève accusé, vraie ou fausse, `my_price` **centimes** pièce.
#
# - **4a** (1 point). `earned` : ce que rapportent, **en euros**, les seules fiches des élèves **accusés à tort**, au seuil `my_least`.
# - **4b** (2 points). Le lycée n'accepte la machine que si sa précision est d'au moins 0.9. Partez d'un seuil de 1 et montez point par point,
#   jusqu'à ce que ce soit vrai. Dans `missed_then`, donnez le nombre d'élèves **manqués** à ce seuil-là.

# %% [markdown] lang="en"
# ## Question 4 · Money made on mistakes (3 points)
#
# A broker buys the card of each accused pupil, true or false, at `my_price` **cents** apiece.
#
# - **4a** (1 point). `earned`: what the cards of the **wrongly accused** pupils alone bring in, **in euros**, at the threshold `my_least`.
# - **4b** (2 points). The school will accept the machine only if its precision is at least 0.9. Start from a threshold of 1 and raise it one point at a time,
#   until that is so. In `missed_then`, give the number of pupils **missed** at that threshold.

# %% answer="q4"
earned = ...
missed_then = ...
### BEGIN SOLUTION
earned = confusion(cards, my_least)["wrong"] * my_price / 100
least = 1
while precision(confusion(cards, least)) < 0.9:
    least += 1
missed_then = confusion(cards, least)["missed"]
### END SOLUTION
check("q4a", earned)
check("q4b", missed_then)

# %% test="q4a_earned" points=1
assert isinstance(earned, float)
### BEGIN HIDDEN TESTS
from poucet.classroom.assignments.a5_files import card_price, graded_cards, least_asked
from poucet.classroom.checks import missed
from poucet.classroom.handout import graded_avatar

who = graded_avatar(avatar)
at_ease = [card for card in graded_cards(avatar) if card["sleeps_badly"] == "non"]
sold = sum(int(card["points"]) >= least_asked(who) for card in at_ease)
assert abs(earned - sold * card_price(who) / 100) < 1e-6, missed("q4a", "A5")
### END HIDDEN TESTS

# %% test="q4b_missed_then" points=2
assert isinstance(missed_then, int)
### BEGIN HIDDEN TESTS
from poucet.classroom.assignments.a5_files import MOST_POINTS, graded_cards
from poucet.classroom.checks import missed

school = graded_cards(avatar)
ill = [int(card["points"]) for card in school if card["sleeps_badly"] == "oui"]
well = [int(card["points"]) for card in school if card["sleeps_badly"] == "non"]
for at in range(1, MOST_POINTS + 1):
    good, bad = (sum(points >= at for points in group) for group in (ill, well))
    if 10 * good >= 9 * (good + bad) > 0:
        break
assert type(missed_then) is int and missed_then == len(ill) - good, missed("q4b", "A5")
### END HIDDEN TESTS

# %% [markdown] lang="fr" readonly="q5_rubric"
# ## Question 5 · Juger la machine (4 points)
#
# Le vendeur de la machine écrit au lycée : « Neuf réponses justes sur dix. Et si vous nous laissez vendre les fiches, elle est gratuite. »
# L'infirmière, elle, voudrait s'en servir pour proposer un entretien aux élèves qui dorment mal.
#
# Que répondez-vous ? Huit à dix lignes, avec au moins un chiffre que vous avez calculé.
# Vous êtes noté sur quatre critères, un point chacun :
#
# | Critère | 1 point | ½ point | 0 point |
# |---|---|---|---|
# | **Les deux erreurs** | accusés à tort et manqués sont distingués, avec ce que chacun subit | une seule des deux erreurs | aucune |
# | **Le chiffre** | un chiffre juste de votre lycée, avec son seuil | un chiffre sans son seuil, ou inexact | aucun chiffre |
# | **La promesse** | pourquoi « neuf sur dix » ne dit rien des accusés | « c'est faux », sans dire pourquoi | la promesse est acceptée |
# | **La décision** | deux réponses nettes, l'entretien et la vente, chacune avec sa raison | une seule, ou sans raison | aucune |

# %% [markdown] lang="en" readonly="q5_rubric"
# ## Question 5 · Judge the machine (4 points)
#
# The machine’s seller writes to the school: “Nine answers out of ten are right. And if you let us sell the cards, it is free.”
# The school nurse, for her part, would like to use it to offer a one-to-one talk to the pupils who sleep badly.
#
# What is your answer? Eight to ten lines, with at least one figure that you computed.
# You are marked on four criteria, one point each:
#
# | Criterion | 1 point | ½ point | 0 points |
# |---|---|---|---|
# | **The two errors** | the wrongly accused and the missed are told apart, with what each of them goes through | one of the two errors only | neither |
# | **The figure** | a correct figure from your school, with its threshold | a figure without its threshold, or inaccurate | no figure |
# | **The promise** | why “nine out of ten” says nothing about the accused | “it is false”, without saying why | the promise is accepted |
# | **The decision** | two clear answers, the talk and the sale, each with its reason | one only, or without a reason | none |

# %% [markdown] lang="fr" written="q5" points=4
# « Neuf sur dix » compte surtout les élèves qui dorment bien et dont la machine n'a rien dit.
# Une machine débranchée aurait déjà huit réponses justes sur dix : ce nombre ne dit rien des accusés.
#
# Dans mon lycée, celui de l'avatar 7, au seuil de 3 points, 57 élèves sur 195 accusés le sont à tort, et 42 qui dorment mal sont manqués.
# Les premiers portent une fiche fausse, sans le savoir ; les seconds ne reçoivent aucune aide.
# En montant le seuil pour avoir raison neuf fois sur dix, on en manque 87.
#
# L'entretien : oui, s'il est proposé à tous, sans fiche ni liste ; une erreur ne coûte alors que dix minutes.
# La vente : non. Le sommeil touche à la santé, 19,95 euros viendraient de fiches fausses, et aucun élève n'a rien demandé.

# %% [markdown] lang="en" written="q5" points=4
# “Nine out of ten” mostly counts pupils who sleep well and about whom the machine said nothing.
# An unplugged machine would already be right eight times out of ten: the figure says nothing about the accused.
#
# In my school, avatar 7’s, at a threshold of 3 points, 57 of the 195 accused are wrongly accused, and 42 who sleep badly are missed.
# The former carry a false card without knowing it; the latter get no help.
# If the threshold is raised so as to be right nine times out of ten, 87 are missed.
#
# The talk: yes, if it is offered to all, with no card and no list; a mistake then costs only ten minutes.
# The sale: no. Sleep is a matter of health, 19.95 euros would come from false cards, and no pupil asked for any of it.

# %% [markdown] lang="fr"
# ---
# **Avant de rendre.** Menu *Noyau* → *Redémarrer le noyau et exécuter toutes les cellules*, relisez les indices, enregistrez.
# Rendez ce seul carnet, `A5.ipynb`.

# %% [markdown] lang="en"
# ---
# **Before handing in.** Menu *Kernel* → *Restart Kernel and Run All Cells*, read the hints again, save.
# Hand in this notebook only, `A5.ipynb`.
