# ---
# jupyter:
#   kernelspec: {name: python3, display_name: Python 3, language: python}
#   poucet: {assignment: A6, lesson: [7, 8], minutes: 55, points: 20}
# ---

# %% tags=["note"]
# Same form as A2. The secret column is drawn for this exercise; the contract's values stand on both
# sides of each limit, and on the limit itself, so that < for <= shows.

# %% [markdown] lang="fr"
# # Devoir A6 · Protéger, puis juger
#
# **55 minutes · 20 points · NSI, première (question 1 : aussi en SNT)**
#
# Un service d'exercices voudrait étudier un tableau qui dit dans quelles familles l'argent manque. « Il n'y a pas de noms. »
# Vous allez le protéger pour de bon, puis juger le contrat que ce service vous fait signer.
#
# | Question | Ce que vous faites | Points |
# |---|---|---|
# | 1 | lire un fichier CSV et compter | 3 |
# | 2 | généraliser, ranger les secrets par groupe, mesurer *k* et *ℓ* | 6 |
# | 3 | compter les réponses sûres, avant, et mesurer la protection, après | 3 |
# | 4 | lire un contrat au format JSON, et trouver les demandes qu'il ne tient pas | 4 |
# | 5 | juger ce contrat, par écrit | 4 |
#
# **Au programme** : importer une table depuis un fichier CSV, y rechercher et y compter des lignes, dictionnaires et listes ;
# en SNT et en EMC, définir une donnée personnelle, débattre d'un cas concret.
#
# **Règles du jeu.** Remplacez les trois points `...`, puis exécutez la cellule.
# Dès que vous avez répondu, `check` vous donne un indice : jamais la réponse.
# Une erreur ne coûte que ses points : à la correction, chaque question repart d'une réponse juste à la précédente.

# %% [markdown] lang="en"
# # Assignment A6 · Protect, then judge
#
# **55 minutes · 20 points · computer science (NSI), première (question 1: SNT too)**
#
# An exercise service would like to study a table that says which families are short of money. “There are no names.”
# You are going to protect it properly, then judge the contract that the service asks you to sign.
#
# | Question | What you do | Points |
# |---|---|---|
# | 1 | read a CSV file and count | 3 |
# | 2 | generalise, put the secrets into groups, measure *k* and *ℓ* | 6 |
# | 3 | count the certain answers before, and measure the protection after | 3 |
# | 4 | read a contract in the JSON format, and find the demands that it does not meet | 4 |
# | 5 | judge this contract, in writing | 4 |
#
# **On the syllabus**: import a table from a CSV file, search and count its rows, dictionaries and lists;
# in SNT and civics, define personal data, debate a real-life case.
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
import json

from poucet import check
from poucet.classroom import hand_out

# %% answer="avatar"
avatar = ...
### BEGIN SOLUTION
avatar = 7
### END SOLUTION
check("avatar", avatar)

# %% readonly="hand_out"
hand_out("A6", avatar)

# %% [markdown] lang="fr"
# ## Question 1 · Lire (3 points)
#
# Ouvrez `table.csv` : un double clic dans le panneau de gauche. Une ligne par élève, quatre colonnes.
# Les trois premières, tout le lycée les connaît : `class`, `sex`, `commune`. La dernière est un **secret** :
# `money` vaut `"oui"` si l'argent manque à la maison, `"non"` sinon. Tout a été tiré au sort.
# Le séparateur est la virgule, l'encodage UTF-8.
#
# - **1a** (1 point). Lisez le fichier avec `csv.DictReader` : `rows` est la liste des lignes, un dictionnaire par élève.
# - **1b** (2 points). Dans `in_need`, comptez les élèves chez qui l'argent manque.

# %% [markdown] lang="en"
# ## Question 1 · Read (3 points)
#
# Open `table.csv`: double-click in the left-hand panel. One row per pupil, four columns.
# The first three are known to the whole school: `class`, `sex`, `commune` (town). The last one is a **secret**:
# `money` is `"oui"` (yes) if money is short at home, `"non"` (no) otherwise. All of it was drawn at random.
# The separator is the comma, the encoding UTF-8. It is a French school: in `class`, 2de, 1re and Tle are years 1, 2 and 3 of lycée.
#
# - **1a** (1 point). Read the file with `csv.DictReader`: `rows` is the list of rows, one dictionary per pupil.
# - **1b** (2 points). In `in_need`, count the pupils whose families are short of money.

# %% answer="q1"
rows = ...
in_need = ...
### BEGIN SOLUTION
with open("table.csv", encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
in_need = 0
for row in rows:
    if row["money"] == "oui":
        in_need += 1
### END SOLUTION
check("q1a", rows)
check("q1b", in_need)

# %% test="q1a_rows" points=1
### BEGIN HIDDEN TESTS
from poucet.classroom.assignments.a6_files import graded_table, relayed_table
from poucet.classroom.checks import missed
from poucet.classroom.handout import graded_avatar

theirs, rows = globals().get("rows"), relayed_table(avatar)
assert graded_avatar(avatar) == avatar, missed("avatar", "A6")
assert type(theirs) is list and theirs == graded_table(avatar), missed("q1a", "A6")
### END HIDDEN TESTS
assert isinstance(rows[0], dict)

# %% test="q1b_in_need" points=2
assert isinstance(in_need, int)
### BEGIN HIDDEN TESTS
from poucet.classroom.assignments.a6_files import graded_table
from poucet.classroom.checks import missed

right = [row["money"] for row in graded_table(avatar)].count("oui")
assert type(in_need) is int and in_need == right, missed("q1b", "A6")
### END HIDDEN TESTS

# %% [markdown] lang="fr"
# ## Question 2 · Protéger (6 points)
#
# **Généraliser**, c'est rendre une case moins précise, pour que plus d'élèves se ressemblent.
# Ceux qui ont les mêmes cases forment un **groupe** ; le groupe rassemble leurs secrets.
#
# - **2a** (2 points). `generalise(row)` renvoie une **copie** de la ligne, où la classe est devenue un niveau (`"1re 11"` devient `"1re"`)
#   et la commune une étoile, `"*"`. Les autres cases ne changent pas, la ligne de départ non plus.
# - **2b** (2 points). `groups(rows, by, secret)` renvoie un dictionnaire. Clé : le p-uplet des valeurs, dans l'ordre de `by`.
#   Valeur : la **liste** des secrets du groupe, dans l'ordre des lignes.
# - **2c** (1 point). `smallest(rows, by, secret)` : la taille du plus petit groupe, c'est ***k*** ; 0 si le tableau est vide.
# - **2d** (1 point). `diversity(rows, by, secret)` : le plus petit nombre de secrets **différents** dans un groupe, c'est ***ℓ*** ; 0 si le tableau est vide.
#
# Avec le petit tableau `example` et `by = ["sex"]`, on a `k = 2` et `ℓ = 1` : tout le groupe des garçons est percé à jour.

# %% [markdown] lang="en"
# ## Question 2 · Protect (6 points)
#
# To **generalise** is to make a cell less precise, so that more pupils look alike.
# Those with the same cells make a **group**; the group brings their secrets together.
#
# - **2a** (2 points). `generalise(row)` returns a **copy** of the row, in which the class has become a year group (`"1re 11"` becomes `"1re"`)
#   and the town a star, `"*"`. The other cells do not change, nor does the original row.
# - **2b** (2 points). `groups(rows, by, secret)` returns a dictionary. Key: the tuple of values, in the order of `by`.
#   Value: the **list** of the group’s secrets, in the order of the rows.
# - **2c** (1 point). `smallest(rows, by, secret)`: the size of the smallest group, that is ***k***; 0 if the table is empty.
# - **2d** (1 point). `diversity(rows, by, secret)`: the smallest number of **different** secrets in a group, that is ***ℓ***; 0 if the table is empty.
#
# With the small table `example` and `by = ["sex"]`, `k = 2` and `ℓ = 1`: the whole group of boys is found out.

# %% readonly="example"
example = [
    {"class": "1re 11", "sex": "F", "commune": "Pontarive", "money": "oui"},
    {"class": "1re 2", "sex": "F", "commune": "Valmorne", "money": "non"},
    {"class": "2de 2", "sex": "M", "commune": "Valmorne", "money": "non"},
    {"class": "2de 1", "sex": "M", "commune": "Valmorne", "money": "non"},
]


# %% answer="q2"
def generalise(row):
    new = ...
    ### BEGIN SOLUTION
    new = dict(row)
    new["class"] = row["class"].split(" ")[0]
    new["commune"] = "*"
    ### END SOLUTION
    return new


def groups(rows, by, secret):
    found = ...
    ### BEGIN SOLUTION
    found = {}
    for row in rows:
        key = tuple([row[name] for name in by])
        if key not in found:
            found[key] = []
        found[key].append(row[secret])
    ### END SOLUTION
    return found


def smallest(rows, by, secret):
    k = ...
    ### BEGIN SOLUTION
    sizes = [len(secrets) for secrets in groups(rows, by, secret).values()]
    k = min(sizes) if sizes else 0
    ### END SOLUTION
    return k


def diversity(rows, by, secret):
    different = ...
    ### BEGIN SOLUTION
    numbers = [len(set(secrets)) for secrets in groups(rows, by, secret).values()]
    different = min(numbers) if numbers else 0
    ### END SOLUTION
    return different


check("q2a", generalise)
check("q2b", groups)
check("q2c", smallest)
check("q2d", diversity)

# %% test="q2a_generalise" points=2
### BEGIN HIDDEN TESTS
theirs = globals().get("generalise")


def generalise(row):
    return {**row, "class": row["class"].split(" ")[0], "commune": "*"}


from poucet.classroom.assignments.a6_files import graded_table
from poucet.classroom.checks import missed

for row in graded_table(avatar)[:150]:
    kept = dict(row)
    assert theirs(kept) == generalise(row), missed("q2a", "A6")
    assert kept == row, missed("q2a", "A6")
### END HIDDEN TESTS
assert generalise(example[0])["class"] == "1re"

# %% test="q2b_groups" points=2
### BEGIN HIDDEN TESTS
theirs = globals().get("groups")


def groups(rows, by, secret):
    found = {}
    for row in rows:
        found.setdefault(tuple(row[name] for name in by), []).append(row[secret])
    return found


from poucet.classroom.assignments.a6_files import graded_table, table as table_of
from poucet.classroom.checks import missed

for school in (graded_table(avatar), table_of(8061), []):
    for by in (["sex"], ["commune", "class"], ["class", "sex", "commune"]):
        assert theirs(school, by, "money") == groups(school, by, "money"), missed("q2b", "A6")
    assert theirs(school, ["money"], "sex") == groups(school, ["money"], "sex"), missed("q2b", "A6")
### END HIDDEN TESTS
assert groups(example, ["sex"], "money") == {("F",): ["oui", "non"], ("M",): ["non", "non"]}

# %% test="q2c_smallest" points=1
### BEGIN HIDDEN TESTS
theirs = globals().get("smallest")


def smallest(rows, by, secret):
    return min(map(len, groups(rows, by, secret).values()), default=0)


from poucet.classroom.assignments.a6_files import graded_table, table as table_of
from poucet.classroom.checks import missed

for school in (graded_table(avatar), table_of(8062), example[1:], []):
    for by in (["sex"], ["class", "sex"], ["commune"]):
        right = smallest(school, by, "money")
        assert theirs(school, by, "money") == right, missed("q2c", "A6")
### END HIDDEN TESTS
assert smallest(example, ["sex"], "money") == 2

# %% test="q2d_diversity" points=1
### BEGIN HIDDEN TESTS
theirs = globals().get("diversity")


def diversity(rows, by, secret):
    return min((len(set(found)) for found in groups(rows, by, secret).values()), default=0)


from poucet.classroom.assignments.a6_files import graded_table, table as table_of
from poucet.classroom.checks import missed

for school in (graded_table(avatar), table_of(8063), example[:2], []):
    for by, secret in ((["sex"], "money"), (["class"], "money"), (["sex"], "commune")):
        right = diversity(school, by, secret)
        assert theirs(school, by, secret) == right, missed("q2d", "A6")
### END HIDDEN TESTS
assert diversity(example, ["sex"], "money") == 1

# %% [markdown] lang="fr"
# ## Question 3 · Avant, après (3 points)
#
# Qui connaît la classe, le sexe et la commune d'un élève trouve son groupe. Si tous les secrets du groupe sont les mêmes,
# la réponse est **sûre** : on n'a même pas besoin de savoir quelle ligne est la sienne.
#
# - **3a** (2 points). `certain` : dans le tableau **de départ**, le nombre d'**élèves** dont le secret est sûr, pour `["class", "sex", "commune"]`.
# - **3b** (1 point). `my_k` : le *k* du tableau **généralisé**, pour les mêmes colonnes.

# %% [markdown] lang="en"
# ## Question 3 · Before, after (3 points)
#
# Whoever knows a pupil’s class, sex and town finds their group. If all the secrets of the group are the same,
# the answer is **certain**: there is no need to know which row is theirs.
#
# - **3a** (2 points). `certain`: in the **original** table, the number of **pupils** whose secret is certain, for `["class", "sex", "commune"]`.
# - **3b** (1 point). `my_k`: the *k* of the **generalised** table, for the same columns.

# %% answer="q3"
certain = ...
my_k = ...
### BEGIN SOLUTION
known = ["class", "sex", "commune"]
certain = 0
for secrets in groups(rows, known, "money").values():
    if len(set(secrets)) == 1:
        certain += len(secrets)
my_k = smallest([generalise(row) for row in rows], known, "money")
### END SOLUTION
check("q3a", certain)
check("q3b", my_k)

# %% test="q3a_certain" points=2
assert isinstance(certain, int)
### BEGIN HIDDEN TESTS
from collections import Counter

from poucet.classroom.assignments.a6_files import KNOWN, graded_table
from poucet.classroom.checks import missed

school = graded_table(avatar)
alike = Counter(tuple(row[name] for name in KNOWN) for row in school)
agreed = Counter(tuple(row.values()) for row in school)
right = sum(size for who, size in agreed.items() if alike[who[:3]] == size)
assert type(certain) is int and certain == right, missed("q3a", "A6")
### END HIDDEN TESTS

# %% test="q3b_my_k" points=1
assert isinstance(my_k, int)
### BEGIN HIDDEN TESTS
from collections import Counter

from poucet.classroom.assignments.a6_files import graded_table
from poucet.classroom.checks import missed

sizes = Counter((row["class"].split(" ")[0], row["sex"]) for row in graded_table(avatar))
assert type(my_k) is int and my_k == min(sizes.values()), missed("q3b", "A6")
### END HIDDEN TESTS

# %% [markdown] lang="fr"
# ## Question 4 · Lire le contrat (4 points)
#
# Le contrat est dans `contrat.json`. `contract` est un dictionnaire : le pays des serveurs (`hosting`), la durée des traces
# en mois (`trail_months`), le délai d'effacement après le départ, en jours (`erasure_days`), les usages (`purposes`),
# et les sous-traitants (`subprocessors`, une liste de dictionnaires). Le lycée a quatre demandes :
#
# | Nom | Ce que le lycée demande |
# |---|---|
# | `"place"` | toutes les données restent en France, `"FR"` : les serveurs **et chaque** sous-traitant |
# | `"trail"` | les traces sont gardées 12 mois **au plus** |
# | `"erasure"` | le compte est effacé 90 jours **au plus** après le départ |
# | `"selling"` | ni publicité, `"advertising"`, ni vente de fiches, `"selling_records"`, parmi les usages |
#
# - **4a** (1 point). `offenders(contract, allowed)` : la liste des **noms** des sous-traitants dont le pays n'est pas dans la liste `allowed`, dans l'ordre du contrat.
# - **4b** (2 points). `broken(contract)` : la liste des noms des demandes que ce contrat **ne tient pas**, dans l'ordre du tableau.
# - **4c** (1 point). `my_broken` : les demandes que ne tient pas **votre** contrat.

# %% [markdown] lang="en"
# ## Question 4 · Read the contract (4 points)
#
# The contract is in `contrat.json`. `contract` is a dictionary: the country of the servers (`hosting`), how many months trails
# are kept (`trail_months`), within how many days an account is erased once its owner leaves (`erasure_days`), the purposes (`purposes`),
# and the sub-processors (`subprocessors`, a list of dictionaries). The school has four demands:
#
# | Name | What the school demands |
# |---|---|
# | `"place"` | all data stay in France, `"FR"`: the servers **and each** sub-processor |
# | `"trail"` | trails are kept for 12 months **at most** |
# | `"erasure"` | the account is erased 90 days **at most** after its owner leaves |
# | `"selling"` | neither advertising, `"advertising"`, nor selling records, `"selling_records"`, among the purposes |
#
# - **4a** (1 point). `offenders(contract, allowed)`: the list of the **names** of the sub-processors whose country is not in the list `allowed`, in the order of the contract.
# - **4b** (2 points). `broken(contract)`: the list of the names of the demands that this contract does **not** meet, in the order of the table.
# - **4c** (1 point). `my_broken`: the demands that **your** contract does not meet.

# %% readonly="contract"
with open("contrat.json", encoding="utf-8") as file:
    contract = json.load(file)
contract


# %% answer="q4_functions"
def offenders(contract, allowed):
    names = ...
    ### BEGIN SOLUTION
    names = []
    for firm in contract["subprocessors"]:
        if firm["country"] not in allowed:
            names.append(firm["name"])
    ### END SOLUTION
    return names


def broken(contract):
    demands = ...
    ### BEGIN SOLUTION
    demands = []
    if contract["hosting"] != "FR" or len(offenders(contract, ["FR"])) > 0:
        demands.append("place")
    if contract["trail_months"] > 12:
        demands.append("trail")
    if contract["erasure_days"] > 90:
        demands.append("erasure")
    if "advertising" in contract["purposes"] or "selling_records" in contract["purposes"]:
        demands.append("selling")
    ### END SOLUTION
    return demands


check("q4a", offenders)
check("q4b", broken)

# %% test="q4a_offenders" points=1
### BEGIN HIDDEN TESTS
theirs = globals().get("offenders")


def offenders(contract, allowed):
    return [firm["name"] for firm in contract["subprocessors"] if firm["country"] not in allowed]


from poucet.classroom.assignments.a6_files import contract as contract_of
from poucet.classroom.checks import missed

for number in range(8064, 8084):
    for allowed in (["FR"], ["FR", "IE"], ["US", "CA", "DE"], []):
        right = offenders(contract_of(number), allowed)
        assert theirs(contract_of(number), allowed) == right, missed("q4a", "A6")
### END HIDDEN TESTS
assert offenders({"subprocessors": []}, ["FR"]) == []

# %% test="q4b_broken" points=2
### BEGIN HIDDEN TESTS
theirs = globals().get("broken")


def broken(contract):
    places = {contract["hosting"], *(firm["country"] for firm in contract["subprocessors"])}
    failed = {
        "place": places != {"FR"},
        "trail": contract["trail_months"] > 12,
        "erasure": contract["erasure_days"] > 90,
        "selling": bool({"advertising", "selling_records"} & set(contract["purposes"])),
    }
    return [name for name, fails in failed.items() if fails]


from poucet.classroom.assignments.a6_files import contract as contract_of
from poucet.classroom.assignments.a6_files import demands_broken
from poucet.classroom.checks import missed

perfect = {"hosting": "FR", "trail_months": 12, "erasure_days": 90, "purposes": []}
perfect["subprocessors"] = [{"name": "A", "country": "FR"}]
assert theirs(perfect) == [], missed("q4b", "A6")
for number in range(8084, 8124):
    assert theirs(contract_of(number)) == demands_broken(number), missed("q4b", "A6")
### END HIDDEN TESTS
assert isinstance(broken(contract), list)

# %% answer="q4_contract"
my_broken = ...
### BEGIN SOLUTION
my_broken = broken(contract)
### END SOLUTION
check("q4c", my_broken)

# %% test="q4c_my_broken" points=1
assert isinstance(my_broken, list)
### BEGIN HIDDEN TESTS
from poucet.classroom.assignments.a6_files import demands_broken
from poucet.classroom.checks import missed
from poucet.classroom.handout import graded_avatar

assert my_broken == demands_broken(graded_avatar(avatar)), missed("q4c", "A6")
### END HIDDEN TESTS

# %% [markdown] lang="fr" readonly="q5_rubric"
# ## Question 5 · Juger le contrat (4 points)
#
# Le fournisseur écrit : « Vous pouvez signer. De toute façon, le tableau que vous nous envoyez est anonyme. »
# Votre proviseur vous demande un avis : faut-il signer **votre** contrat, et envoyer ce tableau ?
#
# Répondez en dix à douze lignes, avec au moins un chiffre que vous avez calculé.
# Vous êtes noté sur quatre critères, un point chacun :
#
# | Critère | 1 point | ½ point | 0 point |
# |---|---|---|---|
# | **Les clauses** | chaque demande non tenue, avec la clause qui le montre ; une demande tenue | des demandes, sans la clause | aucune |
# | **L'anonymat** | un chiffre juste, avant et après ; ce que la généralisation protège et ce qu'elle ne protège pas | un chiffre seul, ou un seul des deux | « c'est anonyme » |
# | **Les élèves** | ce qu'une clause change pour eux, et un droit qu'ils peuvent exercer | l'un des deux | ni l'un ni l'autre |
# | **La décision** | une décision nette, avec la clause réécrite | une décision seule | aucune |

# %% [markdown] lang="en" readonly="q5_rubric"
# ## Question 5 · Judge the contract (4 points)
#
# The supplier writes: “You can sign. In any case, the table that you send us is anonymous.”
# Your head teacher asks for your opinion: should **your** contract be signed, and the table be sent?
#
# Answer in ten to twelve lines, with at least one figure that you computed.
# You are marked on four criteria, one point each:
#
# | Criterion | 1 point | ½ point | 0 points |
# |---|---|---|---|
# | **The clauses** | each demand not met, with the clause that shows it; one demand that is met | some demands, without the clause | none |
# | **Anonymity** | a correct figure, before and after; what generalising protects and what it does not | a figure alone, or only one of the two | “it is anonymous” |
# | **The pupils** | what a clause changes for them, and a right that they can use | one of the two | neither |
# | **The decision** | a clear decision, with the clause rewritten | a decision alone | none |

# %% [markdown] lang="fr" written="q5" points=4
# Mon contrat, celui de l'avatar 7, tient trois demandes : tout reste en France, les traces sont effacées au bout de 9 mois, les comptes après 60 jours.
# Il n'en tient pas une : parmi les usages, on lit « advertising ». Un service payé par le lycée vendrait donc aussi l'attention des élèves.
#
# Le tableau de départ n'est pas anonyme : 562 élèves ont un secret sûr pour qui connaît leur classe, leur sexe et leur commune.
# Généralisé, il n'a plus de groupe de moins de 120 élèves, et plus aucune réponse sûre. Il montre encore, dans chaque groupe,
# la part des familles où l'argent manque : on peut se faire une idée d'un élève, et se tromper.
#
# Pour les élèves, la publicité suivrait leurs exercices du soir. Ils peuvent demander une copie de leurs données (droit d'accès)
# et s'opposer à cet usage.
#
# Je ne signe pas en l'état. Clause réécrite : « Les données servent aux exercices et aux statistiques du lycée, et à rien d'autre. »
# Et l'on n'envoie que le tableau généralisé.

# %% [markdown] lang="en" written="q5" points=4
# My contract, avatar 7’s, meets three demands: everything stays in France, trails are erased after 9 months, accounts after 60 days.
# It fails one: among the purposes stands “advertising”. A service that the school pays for would sell the pupils’ attention too.
#
# The original table is not anonymous: 562 pupils have a secret that is certain for whoever knows their class, sex and town.
# Generalised, it has no group of fewer than 120 pupils left, and no certain answer. In each group it still shows
# the share of families that are short of money: people can form an idea about a pupil, and be wrong.
#
# For the pupils, advertising would follow their evening exercises. They can ask for a copy of their data (right of access)
# and object to that use.
#
# I do not sign as it stands. The clause rewritten: “The data serve the exercises and the school’s statistics, and nothing else.”
# And only the generalised table is sent.

# %% [markdown] lang="fr"
# ---
# **Avant de rendre.** Menu *Noyau* → *Redémarrer le noyau et exécuter toutes les cellules*, relisez les indices, enregistrez.
# Rendez ce seul carnet, `A6.ipynb`.

# %% [markdown] lang="en"
# ---
# **Before handing in.** Menu *Kernel* → *Restart Kernel and Run All Cells*, read the hints again, save.
# Hand in this notebook only, `A6.ipynb`.
