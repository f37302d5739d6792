# ---
# jupyter:
#   kernelspec: {name: python3, display_name: Python 3, language: python}
#   poucet: {n: 1, slug: {fr: annuaire-s-en-va, en: the-directory-leaves}, minutes: 55}
# ---

# %% tags=["note"]
# Numbers quoted in the prose are checked against the kit by tests/lessons/test_lesson_01.py,
# and so is what is said of Eva, Alice and Lisa. Whoever changes the seed or the school
# runs that test and rewrites the sentences.

# %% [markdown] lang="fr"
# # L’annuaire s’en va
#
# Un lycée veut ouvrir un service d’exercices en ligne à ses élèves. Quelqu’un clique sur « Exporter ».
# Qu’est-ce qui vient de partir ? Et qui en avait besoin ?
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
# # The directory leaves
#
# A school wants to open an online exercise service to its pupils. Somebody clicks “Export”.
# What has just left? And who needed it?
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
# > Les **formats** des fichiers, eux, sont vrais.
# > Ne tapez jamais les données d’une vraie personne : ni les vôtres, ni celles d’un camarade.

# %% [markdown] lang="en"
# > **Everything here is made up.** The lycée of Valmorne (a French school for ages 15 to 18) does not exist, and nor do its pupils.
# > Their names, addresses, families and secrets were drawn at random.
# > The file **formats**, however, are real.
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
# | 0–5 | 1. Exporter | exécutez une cellule, montrez une ligne, attendez | disent tout haut ce qu’ils lisent d’Eva |
# | 5–10 | 2 | distribuez les numéros | découvrent leur avatar et ce qui part de lui |
# | 10–15 | 3, les deux paris | demandez un argument avant chaque pari | parient, verrouillent, révèlent |
# | 15–28 | 4. Rayer | circulez ; en NSI, envoyez les plus rapides à la partie 6 | rayent, voient ce qui ne marche plus |
# | 28–35 | 5. L’erreur a un visage | lisez l’histoire, faites voter A ou B | accusent, puis ouvrent l’enveloppe |
# | 35–50 | 7. Mise en commun | animez les quatre questions | argumentent, posent les mots |
# | 50–55 | 8. À copier | projetez | copient |
#
# En NSI : parties 3 et 5 au tableau (cinq minutes chacune), partie 4 en cinq minutes, quinze minutes pour la partie 6 ;
# il reste dix minutes pour la partie 7 : posez les questions 1 et 4.
#
# **Version de 25 minutes** : parties 1 (5 min), 2 et 3 sans le second pari, avec l’avatar 7 (3 min), 4 projetée (7 min), 5 projetée (4 min),
# la question 3 de la partie 7 (3 min), 8 (3 min). Tout tient sur le vidéoprojecteur, à main levée.

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
# | 0–5 | 1. Export | run a cell, point at a line, wait | say aloud what they can read about Eva |
# | 5–10 | 2 | hand out the numbers | meet their avatar and see what leaves |
# | 10–15 | 3, the two bets | ask for a reason before each bet | bet, lock, reveal |
# | 15–28 | 4. Strike out | walk round; send the fastest coders to part 6 | strike columns, see what no longer works |
# | 28–35 | 5. The mistake has a face | read the story, take a vote on A or B | accuse, then open the envelope |
# | 35–50 | 7. Talking it over | lead the four questions | argue, and settle the words |
# | 50–55 | 8. To copy | project it | copy |
#
# With computer science pupils: parts 3 and 5 on the board (five minutes each), part 4 in five minutes, fifteen minutes for part 6;
# that leaves ten minutes for part 7: ask questions 1 and 4.
#
# **In 25 minutes**: parts 1 (5 min), 2 and 3 without the second bet, with avatar 7 (3 min), 4 projected (7 min), 5 projected (4 min),
# question 3 of part 7 (3 min), 8 (3 min). It all works on the projector, with a show of hands.

# %% [markdown] lang="fr"
# ## 1. Cliquez sur « Exporter »
#
# Une professeure a trouvé un bon service d’exercices. Pour ouvrir les comptes, le service demande
# « la liste des élèves ». Chaque fournisseur a son format. En voici cinq, tous réels :
#
# - **Google** et **Microsoft** (School Data Sync, ou SDS), pour leurs suites de logiciels ;
# - **OneRoster**, un standard partagé par plusieurs éditeurs ;
# - **AAF**, l’annuaire du ministère, pour les espaces numériques de travail ;
# - **BE1D**, le fichier des écoles primaires.
#
# Nous exportons le même lycée cinq fois.

# %% [markdown] lang="en"
# ## 1. Click “Export”
#
# A teacher has found a good exercise service. To open the accounts, the service asks for
# “the list of pupils”. Each supplier has its own format. Here are five, all of them real:
#
# - **Google** and **Microsoft** (School Data Sync, or SDS), for their office suites;
# - **OneRoster**, a standard shared by several publishers;
# - **AAF**, the French ministry’s directory, for schools’ digital workspaces;
# - **BE1D**, the file of French primary schools.
#
# We export the same school five times.

# %% jupyter={"source_hidden": true}
# fr: Les outils de la leçon.
# en: The tools of the lesson.
import csv
import random
import tempfile
from html import escape
from itertools import combinations
from pathlib import Path

import numpy as np
import pandas as pd
from IPython.display import HTML, Markdown, display

from poucet.classroom.values import said
from poucet.damages import Damage, counter, euros_a_year, usefulness
from poucet.exports.service import broken, secrets, singled_out
from poucet.exports.service_fields import fields
from poucet.i18n import number as written
from poucet.labels import label


def say(result):
    display(Markdown(str(result)))


def show(lines, *words):
    page = escape("\n".join(line.rstrip() for line in lines))
    for word in words:
        page = page.replace(escape(word), f"<mark><strong>{escape(word)}</strong></mark>")
    style = "font-family:monospace;white-space:pre-wrap;overflow-wrap:anywhere;border-left:4px solid #333;padding:6px 10px"
    display(HTML(f'<pre style="{style}">{page}</pre>'))


def titled(table, title):
    left = {"selector": "th, td, caption", "props": "text-align: left"}
    return table.style.hide().set_caption(title).set_table_styles([left])


def lines_with(path, *words, encoding="utf-8"):
    with path.open(encoding=encoding) as file:
        return [line for line in file if any(word in line for word in words)]


# %%
from poucet import School, directory, export
from poucet.classroom import avatar, check, predict, what_leaves

school = School(seed=2)
place = tempfile.TemporaryDirectory()
folder = Path(place.name)
for format in ["google", "sds-v2.1", "oneroster", "aaf", "be1d"]:
    export(school, format, folder / format)

# %% jupyter={"source_hidden": true}
# fr: Les fichiers de chaque export, avec leur taille et le plus gros d’entre eux.
# en: The files of each export, with their size and the biggest of them.
formats = sorted(path.name for path in folder.iterdir())
sets = [[*(folder / name).glob("*.csv"), *(folder / name).glob("*_0000.xml")] for name in formats]
sizes = [written(sum(path.stat().st_size for path in files) / 1000) for files in sets]
biggest = [max(files, key=lambda path: path.stat().st_size).name for files in sets]

# %% lang="fr" jupyter={"source_hidden": true}
# Ce qui est parti.
table = pd.DataFrame(
    {
        "Format": formats,
        "Fichiers": map(len, sets),
        "Taille": [f"{size} ko" for size in sizes],
        "Le plus gros": biggest,
    }
)
titled(table, "Le même lycée, cinq exports")

# %% lang="en" jupyter={"source_hidden": true}
# What has left.
table = pd.DataFrame(
    {
        "Format": formats,
        "Files": map(len, sets),
        "Size": [f"{size} kB" for size in sizes],
        "The biggest": biggest,
    }
)
titled(table, "The same school, exported five times")

# %% [markdown] lang="fr"
# Voici l’une des 1 100 élèves. Elle n’a rien demandé, et n’a rien signé.

# %% [markdown] lang="en"
# Here is one of the 1,100 pupils. She asked for nothing, and signed nothing.
# (Classes named 2de, 1re and Tle are years 1, 2 and 3 of lycée.)

# %%
avatar(school, 30)

# %% [markdown] lang="fr"
# Cherchons-la dans les fichiers. D’abord **BE1D** : la première ligne donne le nom des colonnes,
# la seconde est celle d’Eva. Qu’y apprend-on sur ses parents ?

# %% [markdown] lang="en"
# Let us look for her in the files. First **BE1D**: the top line names the columns (in French),
# the next one is Eva’s. What does it tell you about her parents?

# %% jupyter={"source_hidden": true}
# fr: La ligne d’Eva dans le fichier BE1D.
# en: Eva’s line in the BE1D file.
lines = lines_with(
    folder / "be1d" / "CSVExtraction.csv", "Nom Elève", "Benoit;;Eva", encoding="iso-8859-1"
)
show(lines, "Adresse2", "76 quai des Bateliers")

# %% [markdown] lang="fr"
# Deux adresses. Eva vit tantôt chez l’un, tantôt chez l’autre : **ses parents sont séparés**.
#
# Maintenant **Microsoft SDS**, dans un petit fichier nommé `userFlags.csv` : « les drapeaux des utilisateurs ».
# Un drapeau est une étiquette collée sur un compte. Celle d’Eva : *free lunch*, « cantine gratuite ».

# %% [markdown] lang="en"
# Two addresses. Eva lives now with one parent, now with the other: **they are separated**.
#
# Now **Microsoft SDS**, in a small file called `userFlags.csv`. A flag is a label stuck on an account.
# Eva’s says *free lunch*: American schools feed poorer pupils for free.

# %% jupyter={"source_hidden": true}
# fr: Le compte d’Eva dans SDS, et son drapeau.
# en: Eva’s account in SDS, and her flag.
accounts = lines_with(folder / "sds-v2.1" / "users.csv", "sourcedId", "eva.benoit@")
eva = accounts[1].split(",")[0]
show(accounts, eva)
show(lines_with(folder / "sds-v2.1" / "userFlags.csv", "userSourcedId", eva), eva, "freeLunch")

# %% [markdown] lang="fr"
# Aux États-Unis, la cantine gratuite est pour les familles modestes. Chez nous, ce qui s’en rapproche le plus est la bourse.
# L’annuaire **AAF** du ministère le dit en français, dans la fiche d’Eva : `O` comme oui.

# %% [markdown] lang="en"
# In France, poorer families get a means-tested grant: the pupil is *boursier*.
# The ministry’s **AAF** directory says so in French, in Eva’s entry: `O` for *oui*, yes.

# %% jupyter={"source_hidden": true}
# fr: La fiche d’Eva dans l’annuaire AAF.
# en: Eva’s entry in the AAF directory.
[pupils] = (folder / "aaf").glob("*_Eleve_*.xml")
entries = pupils.read_text(encoding="iso-8859-15").split("</addRequest>")
[entry] = [entry for entry in entries if "eva.benoit@" in entry]
show(entry.strip().splitlines()[4:], '"ENTEleveBoursier"', "<value>O</value>")

# %% [markdown] lang="fr"
# **Google** et **OneRoster** n’ont ni drapeau ni seconde adresse. Mais ils ont de la place pour
# l’adresse de la maison, ou pour un compte à chaque parent, avec son téléphone.

# %% [markdown] lang="en"
# **Google** and **OneRoster** have no flags and no second address. But they have room for
# the home address, or for an account for each parent, with a phone number.

# %% jupyter={"source_hidden": true}
# fr: Eva chez Google, puis dans OneRoster avec ses deux parents.
# en: Eva at Google, then in OneRoster with both her parents.
show(
    lines_with(folder / "google" / "users.csv", "First Name", "eva.benoit@"),
    "Home Address",
    "74 rue de la Croix-Verte, 96150 Saint-Orin-le-Vieux",
)
show(
    lines_with(folder / "oneroster" / "users.csv", "sourcedId", eva),
    "phone",
    "06 39 98 65 57",
    "06 39 98 43 36",
)

# %% [markdown] lang="fr"
# Personne n’a écrit « parents séparés », ni « famille modeste ». **Des colonnes l’ont dit à leur place.**
# Et la professeure voulait seulement donner des exercices.

# %% [markdown] lang="en"
# Nobody wrote “separated parents” or “short of money”. **Columns said it for them.**
# And all the teacher wanted was to set some exercises.

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minute 0.** Ne commentez pas le code. À chaque ligne : « Que savez-vous d’Eva maintenant ? » Laissez-les le dire.
# > Le surlignage montre où regarder.
# > *À savoir* : les cinq formats sont écrits comme leur documentation publique les décrit. Les champs facultatifs sont remplis quand le lycée
# > connaît la réponse ; un lycée prudent en laisserait beaucoup vides, et la partie 4 le fait. Une école primaire seule produirait BE1D ;
# > il est là pour ses deux adresses. Les mots de passe des fichiers sont factices.
# > *Pour prolonger* : ouvrez l’en-tête de `demographics.csv` (OneRoster). Des colonnes y attendent l’origine des élèves, comme aux États-Unis.
# > En France on ne les remplit pas, mais la place est prévue : un format n’est jamais neutre.
# > En salle sans ordinateur, les cartes `.venv/bin/poucet cards --lesson 1` jouent les mêmes parties.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minute 0.** Do not explain the code. At each line: “What do you know about Eva now?” Let them say it.
# > The highlighting shows where to look.
# > *Worth knowing*: the five formats are written as their public documentation describes them. Optional fields are filled in when the school
# > knows the answer; a careful school would leave many of them blank, and part 4 does so. Only a primary school would produce BE1D;
# > it is here for its two addresses. The passwords in the files are fake.
# > *To go further*: open the header of `demographics.csv` (OneRoster). It has columns waiting for pupils’ ethnic origin, as in the United States.
# > French schools do not fill them in, but the room is there: a format is never neutral.
# > With no computers, the cards from `.venv/bin/poucet cards --lesson 1 --lang en` play the same parts.

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
# Voici votre ligne dans le fichier du lycée : 23 colonnes. Un point ● dit qu’une colonne part avec ce format.
# « SDS mini » est la version la plus courte de Microsoft SDS.

# %% [markdown] lang="en"
# Here is your row in the school’s file: 23 columns. A dot ● says that a column leaves in that format.
# “SDS min” is the shortest version of Microsoft SDS.

# %%
file = directory(school)
me = file.loc[number - 1]

# %% lang="fr" jupyter={"source_hidden": true}
# Les mots du tableau.
words = {"True": "oui", "False": "non", "": "—"}
titles = ["Colonne", "Vous", "Google", "SDS", "SDS mini", "OneRoster", "AAF", "BE1D"]
title = "Votre ligne, et les formats qui l’emportent"

# %% lang="en" jupyter={"source_hidden": true}
# The words of the table.
words = {"True": "yes", "False": "no", "": "—"}
titles = ["Column", "You", "Google", "SDS", "SDS min", "OneRoster", "AAF", "BE1D"]
title = "Your row, and the formats that carry it away"

# %% jupyter={"source_hidden": true}
# fr: Ce qui part de vous.
# en: What leaves about you.
table = pd.DataFrame(
    {"column": map(label, file), "you": [str(value).split(" 00:")[0] for value in me]}
)
table["you"] = [words.get(value, said(value)) for value in table["you"]]
for name in ["google", "sds-v2.1", "sds-v1-min", "oneroster", "aaf", "be1d"]:
    table[name] = ["●" if column in fields(name) else "" for column in file]
titled(table.set_axis(titles, axis=1), title)

# %% [markdown] lang="fr"
# ## 3. Pariez, puis regardez (niveau Observer)
#
# ### Premier pari : le nécessaire
#
# Le service d’exercices doit faire quatre choses, et rien d’autre :
# **vous connecter**, **retrouver votre classe**, **vous envoyer un devoir**,
# et **montrer vos résultats à la professeure, nom par nom**.
#
# Sur 23 colonnes, combien lui en faut-il **au moins** ?
# Placez le curseur et verrouillez. On ne revient pas en arrière.

# %% [markdown] lang="en"
# ## 3. Bet, then look (Observe level)
#
# ### First bet: what is needed
#
# The exercise service must do four things and no more:
# **sign you in**, **find your class**, **send you homework**,
# and **show your results to the teacher, name by name**.
#
# Out of 23 columns, how many does it need **at the very least**?
# Set the slider and lock it. There is no going back.

# %%
bet = predict("columns_needed", unit="columns", low=0, high=23)
bet


# %% jupyter={"source_hidden": true}
# fr: On essaie toutes les listes, des plus courtes aux plus longues, jusqu’à la première qui suffit.
# en: Every list is tried, from the shortest up, until one is enough.
def enough(columns):
    return not any(function.core for function in broken(columns))


needed = next(size for size in range(24) if any(map(enough, combinations(file.columns, size))))
bet.reveal(needed)

# %% [markdown] lang="fr"
# Les autres partent pour rien. Lesquelles garder ? Vous les trouverez dans la partie 4.
#
# ### Second pari : ce que le fichier raconte
#
# Trois colonnes racontent la vie des familles : la **seconde adresse** (parents séparés),
# la **bourse** (peu d’argent), les **aménagements** (un handicap ou une maladie).
# Sur 1 100 élèves, combien en ont **au moins une** de remplie ?

# %% [markdown] lang="en"
# The others leave for nothing. Which ones should stay in? You will find out in part 4.
#
# ### Second bet: what the file tells
#
# Three columns tell about family life: the **second address** (separated parents),
# the **grant** (little money), the **support arrangements** (a disability or an illness).
# Out of 1,100 pupils, how many have **at least one** of them filled in?

# %%
bet = predict("told_about", unit="pupils", low=0, high=1100)
bet

# %%
told = (file["address2"] != "") | file["scholarship"] | (file["accommodation"] != "")
bet.reveal(told.sum())

# %% jupyter={"source_hidden": true}
# fr: Ce que chacune des trois raconte.
# en: What each of the three tells.
say(
    "\n".join(
        f"- {secret}" for secret in secrets(school, ["address2", "scholarship", "accommodation"])
    )
)

# %% [markdown] lang="fr"
# Et vous ? `True` veut dire oui : le fichier raconte quelque chose de votre famille. `False` : pas cette fois.

# %% [markdown] lang="en"
# And you? `True` means yes: the file tells something about your family. `False`: not this time.

# %%
bool(told[number - 1])

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minute 10.** Premier pari : on est tenté d’en citer cinq à dix (nom, prénom, classe, date de naissance…).
# > Demandez pour chaque colonne citée : « Laquelle des quatre choses s’arrête sans elle ? »
# > Second pari : un peu moins de trois élèves sur dix. La bourse fait le gros du nombre.
# > **Ne demandez jamais qui, dans la salle, est boursier ou a des parents séparés.** On ne parle que des avatars.
# > *Erreur fréquente* : « ce sont des secrets, donc il ne faut pas les écrire ». Le lycée, lui, en a besoin : pour écrire aux deux parents,
# > pour verser la bourse, pour accorder le tiers-temps. La question est de savoir *qui d’autre* en a besoin.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minute 10.** First bet: it is tempting to name five to ten (name, class, birth date…).
# > For each column named, ask: “Which of the four things stops without it?”
# > Second bet: slightly fewer than three pupils in ten. Grants make up most of the number.
# > **Never ask who in the room has a grant, free meals or separated parents.** Talk about the avatars only.
# > *Usual mistake*: “these are secrets, so they must not be written down”. The school does need them: to write to both parents,
# > to pay the grant, to give extra time in exams. The question is who *else* needs them.

# %% [markdown] lang="fr"
# ## 4. Rayez (niveau Modifier)
#
# Vous préparez l’envoi. Voici ce que veulent dire les noms des colonnes :
#
# | On écrit | C’est |
# |---|---|
# | `ine` | le numéro national d’élève |
# | `family_name`, `given_name`, `sex`, `birth_date` | le nom, le prénom, le sexe, la date de naissance |
# | `level`, `class` | le niveau, la classe |
# | `address`, `postcode`, `commune` | l’adresse (rue, code postal, commune) ; avec un 2, la seconde adresse |
# | `email`, `guardian1_phone`, `guardian2_phone` | l’adresse électronique, les téléphones des parents |
# | `second_language`, `option` | la seconde langue, l’option |
# | `regime`, `transport` | externe ou demi-pensionnaire, le moyen de transport |
# | `scholarship`, `accommodation`, `devices` | la bourse, les aménagements (tiers-temps…), les appareils à la maison |
# | `opaque_id` | un code tiré au sort par le lycée, que lui seul sait relier à vous |
#
# Pour rayer une colonne de la liste, écrivez `#` devant. Puis exécutez aussi la cellule suivante :
# elle montre ce qui ne marche plus, ce qui n’est plus raconté, et combien d’élèves restent **seuls**,
# c’est-à-dire reconnaissables pour qui les connaît.
#
# - **Défi 1** : rayez tout ce que vous pouvez sans rien casser de « Ce que la classe demande ».
# - **Défi 2** : il reste peu de colonnes, et tout le monde est encore seul. Laquelle vous trahit ?
#   Rayez-la et enlevez le `#` devant `"opaque_id"`.
# - **Défi 3** : rendez au service **une** fonction de plus, à votre choix. Combien d’élèves redeviennent seuls ?

# %% [markdown] lang="en"
# ## 4. Strike out (Change level)
#
# You are preparing the file to send. Here is what the column names mean:
#
# | You write | It is |
# |---|---|
# | `ine` | the national pupil number |
# | `family_name`, `given_name`, `sex`, `birth_date` | surname, first name, sex, birth date |
# | `level`, `class` | year group, class |
# | `address`, `postcode`, `commune` | the address (street, postcode, town or village); with a 2, the second address |
# | `email`, `guardian1_phone`, `guardian2_phone` | email, the parents’ phone numbers |
# | `second_language`, `option` | the second language, the optional subject |
# | `regime`, `transport` | school meals or boarding, how they travel |
# | `scholarship`, `accommodation`, `devices` | means-tested grant, support arrangements (extra time…), devices at home |
# | `opaque_id` | a code drawn at random by the school, which it alone can link to you |
#
# To strike a column off the list, type `#` in front of it. Then run the next cell as well:
# it shows what no longer works, what is no longer told, and how many pupils are still **alone**,
# which means that anyone who knows them can recognise them.
#
# - **Challenge 1**: strike all you can without breaking anything in “What the class asked for”.
# - **Challenge 2**: few columns are left, and everybody is still alone. Which one gives you away?
#   Strike it, and take away the `#` in front of `"opaque_id"`.
# - **Challenge 3**: give the service **one** more function, whichever you like. How many pupils are alone again?

# %%
# fr: Écrivez # devant ce que vous rayez, puis exécutez aussi la cellule suivante.
# en: Type # in front of what you strike, then run the next cell as well.
columns = [
    "ine",
    "family_name",
    "given_name",
    "sex",
    "birth_date",
    "level",
    "class",
    "address",
    "postcode",
    "commune",
    "address2",
    "postcode2",
    "commune2",
    "email",
    "guardian1_phone",
    "guardian2_phone",
    "second_language",
    "option",
    "regime",
    "transport",
    "scholarship",
    "accommodation",
    "devices",
    # "opaque_id",
]

# %%
what_leaves(school, columns)

# %% [markdown] lang="fr"
# ### Export ou identifiant opaque ?
#
# Votre adresse électronique contient votre nom : la liste la plus courte vous désignait encore.
# Un **identifiant opaque** est un code qui ne dit rien. Le lycée en tire un par élève **et par service**,
# et garde la liste qui dit qui est qui.

# %% [markdown] lang="en"
# ### Export, or opaque identifier?
#
# Your email address holds your name: even the shortest list pointed at you.
# An **opaque identifier** is a code that says nothing. The school draws one per pupil **and per service**,
# and keeps the list that tells who is who.


# %%
def draw_codes(service):
    draw = random.Random(service)
    return [f"{draw.getrandbits(40):010x}" for pupil in range(len(file))]


kept_by_school = file[["given_name", "family_name"]].copy()
kept_by_school["exercises"] = draw_codes("exercises")
kept_by_school["dictation"] = draw_codes("dictation")
sent_to_exercises = kept_by_school[["exercises"]].join(file["class"])

# %% lang="fr" jupyter={"source_hidden": true}
# Les deux tables.
three = list(dict.fromkeys([number - 1, 29, 346]))
names = ["prénom", "nom", "code pour les exercices", "code pour la dictée"]
display(titled(kept_by_school.loc[three].set_axis(names, axis=1), "Ce que le lycée garde"))
titled(
    sent_to_exercises.loc[three].set_axis(["identifiant opaque", "classe"], axis=1),
    "Ce que le service d’exercices reçoit",
)

# %% lang="en" jupyter={"source_hidden": true}
# The two tables.
three = list(dict.fromkeys([number - 1, 29, 346]))
names = ["first name", "surname", "code for exercises", "code for dictation"]
display(titled(kept_by_school.loc[three].set_axis(names, axis=1), "What the school keeps"))
titled(
    sent_to_exercises.loc[three].set_axis(["opaque identifier", "class"], axis=1),
    "What the exercise service receives",
)

# %% [markdown] lang="fr"
# Par le code seul, deux services ne peuvent pas savoir que vous êtes la même personne.
# Et la professeure lit quand même les noms : c’est l’écran du lycée qui les remet.
#
# En France, c’est ainsi que fonctionne le **GAR** (gestionnaire d’accès aux ressources) du ministère :
# un identifiant opaque par élève et par ressource ; le reste seulement s’il est justifié, et sans être conservé.

# %% [markdown] lang="en"
# From the code alone, two services cannot tell that you are the same person.
# And the teacher still reads names: the school’s own screen puts them back.
#
# In France, the ministry’s **GAR** (the gateway between schools and online resources) works this way:
# an opaque identifier per pupil and per resource; anything else only if justified, and not kept.

# %% [markdown] lang="fr"
# Et le défi 3 ? Voici le prix de chaque fonction, ajoutée à la classe et à l’identifiant opaque.

# %% [markdown] lang="en"
# And challenge 3? Here is the price of each function, added to the class and the opaque identifier.

# %% jupyter={"source_hidden": true}
# fr: Le prix de chaque fonction.
# en: The price of each function.
prices = {}
for function in broken(["opaque_id", "class"]):
    way = function.needs[0]
    prices[function.name] = (
        ", ".join(label(column) for column in way if column != "class"),
        singled_out(school, ["opaque_id", "class", *way]),
    )

# %% lang="fr" jupyter={"source_hidden": true}
# Le tableau des prix.
table = pd.DataFrame(
    {
        "Fonction": prices.keys(),
        "Colonnes à ajouter": [way for way, _ in prices.values()],
        "Élèves seuls": [written(alone) for _, alone in prices.values()],
    }
)
titled(table, "Sur 1 100 élèves ; sans aucune de ces fonctions : 0")

# %% lang="en" jupyter={"source_hidden": true}
# The table of prices.
table = pd.DataFrame(
    {
        "Function": prices.keys(),
        "Columns to add": [way for way, _ in prices.values()],
        "Pupils alone": [written(alone) for _, alone in prices.values()],
    }
)
titled(table, "Out of 1,100 pupils; with none of these functions: 0")

# %% [markdown] lang="fr"
# Imprimer un certificat, écrire aux familles : le secrétariat le fait déjà, avec le logiciel du lycée.
# Une fonction qui ne marche plus n’est pas toujours une perte.

# %% [markdown] lang="en"
# Printing a certificate, writing to families: the school office does it already, with its own software.
# A function that no longer works is not always a loss.

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minute 15.** Défi 1 : une seule liste de deux colonnes convient, la classe et l’adresse électronique. C’est exactement
# > ce que demande « SDS mini », la version minimale de Microsoft : l’export court existait, il fallait le choisir.
# > Défi 2 : l’adresse électronique est `prénom.nom@…` ; l’échanger contre l’identifiant opaque fait tomber le compte de 1 100 à 0.
# > Défi 3 : il n’y a pas de bonne réponse. Le temps en plus coûte 25 élèves seuls et dit lesquels ont un aménagement ;
# > l’enseignant peut aussi l’accorder lui-même, sans que le service sache pourquoi.
# > *Erreur fréquente* : une virgule oubliée (le message le dit) ; croire qu’une liste de codes est vide d’informations : elle grossira avec les traces (leçons 3 et 4).
# > *Le code* : `random.Random(service)` redonne toujours les mêmes codes, pour que la leçon soit la même partout. Un vrai lycée tirerait des codes imprévisibles (module `secrets`).
# > Un identifiant opaque n’est jamais compté ici comme reconnaissable : il ne dit rien à qui n’a pas la liste du lycée.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minute 15.** Challenge 1: only one list of two columns will do, class and email. That is exactly
# > what “SDS min”, Microsoft’s minimum version, asks for: the short export existed, somebody had to choose it.
# > Challenge 2: the email is `firstname.surname@…`; trading it for the opaque identifier brings the count from 1,100 down to 0.
# > Challenge 3: there is no right answer. Extra time costs 25 pupils alone, and tells who has support arrangements;
# > the teacher can also grant it in person, without the service knowing why.
# > *Usual mistakes*: a forgotten comma (the message says so); thinking that a list of codes holds no information: it will grow as traces pile up (lessons 3 and 4).
# > *The code*: `random.Random(service)` always gives the same codes, so that the lesson is the same everywhere. A real school would draw unpredictable ones (module `secrets`).
# > An opaque identifier is never counted as recognisable here: it says nothing to anyone who does not have the school’s list.

# %% [markdown] lang="fr"
# ## 5. L’erreur a un visage
#
# Le service a gardé l’annuaire entier. Un jour, il propose un « suivi des élèves fragiles ».
# Son programme lit deux colonnes : *un seul téléphone de parent* veut dire « parents séparés »,
# *boursier* veut dire « manque d’argent à la maison ». Il envoie deux noms de 2de 5 à leur professeur principal.

# %% [markdown] lang="en"
# ## 5. The mistake has a face
#
# The service has kept the whole directory. One day, it offers to “follow up vulnerable pupils”.
# Its program reads two columns: *only one parent’s phone* means “separated parents”,
# *has a grant* means “short of money at home”. It sends two names from class 2de 5 to their form tutor.

# %% jupyter={"source_hidden": true}
# fr: Les deux élèves signalés.
# en: The two pupils flagged.
flagged = [193, 347] if number % 2 else [347, 193]
suspects = file.loc[[avatar_number - 1 for avatar_number in flagged]]
suspects[["class", "guardian1_phone", "guardian2_phone", "scholarship"]].set_axis(
    ["A", "B"]
).rename(columns=label)

# %% [markdown] lang="fr"
# Pour l’un des deux, le programme a raison sur tout. Pour l’autre, il a tort sur tout.
# Qui est signalé **à tort** ? Vous n’avez rien d’autre. Choisissez **A** ou **B**.

# %% [markdown] lang="en"
# About one of them, the program is right on both counts. About the other, it is wrong on both.
# Who is **wrongly** flagged? You have nothing else to go on. Choose **A** or **B**.

# %%
# fr: Écrivez "A" ou "B".
# en: Write "A" or "B".
chosen = "A"

# %% lang="fr" jupyter={"source_hidden": true}
# Ouvrons l’enveloppe.
choice = str(chosen).strip().upper()
wronged = "AB"[flagged.index(347)]
if choice not in ("A", "B"):
    print('Écrivez "A" ou "B", avec les guillemets.')
else:
    if choice == wronged:
        print(
            f"C’était bien {wronged}. Mais les deux lignes disaient la même chose : vous avez tiré à pile ou face."
        )
    else:
        print(
            f"Non, c’était {wronged}. Les deux lignes disaient la même chose : rien ne permettait de le savoir."
        )
    print("Voici l’élève que le programme accuse à tort.")
    display(avatar(school, 347))

# %% lang="en" jupyter={"source_hidden": true}
# Let us open the envelope.
choice = str(chosen).strip().upper()
wronged = "AB"[flagged.index(347)]
if choice not in ("A", "B"):
    print('Write "A" or "B", with the quotes.')
else:
    if choice == wronged:
        print(f"It was {wronged}. But both rows said the same thing: you tossed a coin.")
    else:
        print(f"No, it was {wronged}. Both rows said the same thing: nothing could have told you.")
    print("Here is the pupil whom the program wrongly accuses.")
    display(avatar(school, 347))

# %% [markdown] lang="fr"
# > « Mes parents vivent ensemble. À la rentrée, un seul a écrit son numéro sur la fiche, c’est tout.
# > On a la bourse parce qu’on est quatre enfants ; on ne manque de rien. Mon professeur principal m’a gardée
# > à la fin de l’heure pour me demander si *ça allait, à la maison*. Toute la classe a vu. »
# > (Lisa, personnage fictif.)
#
# ### Le compteur des dégâts
# Le lycée de Valmorne garde la vérité sous enveloppe. Pariez d’abord : **264** élèves sont boursiers.
# Le programme écrit « manque d’argent » pour chacun. Pour combien a-t-il **tort** ?

# %% [markdown] lang="en"
# > “My parents live together. In September only one of them wrote a number on the form, that’s all.
# > We get the grant because there are four of us children; we don’t go without. My form tutor kept me
# > behind after class to ask whether *things were all right at home*. The whole class saw.”
# > (Lisa, a made-up pupil.)
#
# ### The damage counter
# The lycée of Valmorne keeps the truth in a sealed envelope. Bet first: **264** pupils have a grant.
# The program writes “short of money” for each of them. For how many is it **wrong**?

# %%
bet = predict("wrongly_poor", unit="pupils", low=0, high=264)
bet

# %%
truth = school.truth.reset_index(drop=True)
bet.reveal((file["scholarship"] & ~truth["money_trouble"]).sum())

# %% jupyter={"source_hidden": true}
# fr: Quatre lectures du fichier, comparées à l’enveloppe.
# en: Four readings of the file, compared with the envelope.
readings = [
    ("address2", file["address2"] != "", truth["separated_parents"]),
    ("guardian2_phone", file["guardian2_phone"] == "", truth["separated_parents"]),
    ("scholarship", file["scholarship"], truth["money_trouble"]),
    ("accommodation", file["accommodation"] != "", truth["illness"]),
]
right = [(said_so & true).sum() for _, said_so, true in readings]
wrong = [(said_so & ~true).sum() for _, said_so, true in readings]
missed = [(~said_so & true).sum() for _, said_so, true in readings]

# %% lang="fr" jupyter={"source_hidden": true}
# Les quatre lectures.
table = pd.DataFrame(
    {
        "On lit": ["une seconde adresse", "un seul téléphone", "une bourse", "un aménagement"],
        "On conclut": ["parents séparés", "parents séparés", "manque d’argent", "maladie"],
        "Vrai": right,
        "Accusés à tort": wrong,
        "Oubliés": missed,
    }
)
titled(table, "Élèves, sur 1 100")

# %% lang="en" jupyter={"source_hidden": true}
# The four readings.
table = pd.DataFrame(
    {
        "You read": ["a second address", "only one phone", "a grant", "a support arrangement"],
        "You conclude": ["separated parents", "separated parents", "short of money", "illness"],
        "True": right,
        "Wrongly accused": wrong,
        "Missed": missed,
    }
)
titled(table, "Pupils, out of 1,100")

# %% [markdown] lang="fr"
# Dans l’ensemble, le programme a raison plus souvent qu’il n’a tort : c’est pour cela qu’on le croit.
# Mais derrière chaque erreur, il y a une Lisa. Et il oublie plus d’élèves qu’il n’en trouve : une case vide ne prouve rien.
#
# Comparons maintenant trois envois au même service.

# %% [markdown] lang="en"
# All in all, the program is right more often than wrong: that is why people believe it.
# But behind each mistake, there is a Lisa. And it misses more pupils than it finds: an empty cell proves nothing.
#
# Now let us compare three ways of supplying the same service.

# %% jupyter={"source_hidden": true}
# fr: Les trois envois.
# en: The three ways.
lists = [list(file.columns), ["email", "class"], ["opaque_id", "class"]]
damages = []
for sent in lists:
    mistaken = np.zeros(len(file), dtype=bool)
    for column, said_so, true in readings:
        if column in sent:
            mistaken |= (said_so & ~true).to_numpy()
    damages.append(
        Damage(
            found=singled_out(school, sent),
            accused=mistaken.sum(),
            euros=euros_a_year(school, sent),
            usefulness=usefulness(sent),
            pupils=school.size,
        )
    )

# %% lang="fr" jupyter={"source_hidden": true}
# Le compteur.
names = ["l’annuaire entier", "classe et adresse électronique", "classe et identifiant opaque"]
counter(dict(zip(names, damages, strict=True)), of="Ce qui part")

# %% lang="en" jupyter={"source_hidden": true}
# The counter.
names = ["the whole directory", "class and email", "class and opaque identifier"]
counter(dict(zip(names, damages, strict=True)), of="What leaves")

# %% [markdown] lang="fr"
# Regardez la dernière colonne : elle ne bouge pas. **Tout le reste était donné pour rien** : rien de plus pour la classe.
# Mais pas pour tout le monde. Vendu par un service sans scrupule, l’annuaire entier rapporterait environ 1 319 € par an.

# %% [markdown] lang="en"
# Look at the last column: it does not move. **All the rest was given away for nothing**: nothing more for the class.
# But not for everyone. Sold by a service with no scruples, the whole directory would bring in about €1,319 a year.

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minute 28.** Faites voter A ou B à main levée, puis exécutez. L’ordre dépend du numéro d’avatar : dans la classe, la moitié se trompe.
# > Lisez le récit de Lisa à voix haute. Puis : « Qu’aurait dû faire le professeur ? »
# > *Pourquoi tant d’erreurs ?* Une bourse est un fait ; « manque d’argent » est une conclusion. Un numéro manquant est un oubli ou un choix avant d’être une séparation.
# > À l’inverse, la seconde adresse ne se trompe jamais à Valmorne (28 sur 28), parce que l’école est inventée ainsi. Dans la vraie vie, ce peut être une famille d’accueil, des grands-parents, un internat.
# > Et elle oublie 265 élèves sur 293 : la plupart des parents séparés ne donnent qu’une adresse.
# > *Erreur fréquente* : « deux sur trois, c’est une bonne machine ». Demandez : et pour les 86 autres ?
# > *Euros* : personne n’a encore rien payé. C’est ce que rapporterait le fichier à qui montrerait des publicités choisies d’après lui et vendrait les fiches ;
# > les suppositions sont sous le tableau, la leçon 6 en refait le compte. Environ un euro par élève : la somme est petite, le dégât ne l’est pas.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minute 28.** Take a vote on A or B, then run the cell. The order depends on the avatar’s number: half the class is wrong.
# > Read Lisa’s words aloud. Then: “What should the tutor have done?”
# > *Why so many mistakes?* A grant is a fact; “short of money” is a conclusion. A missing number is an oversight or a choice before it is a separation.
# > The second address, on the other hand, is never wrong at Valmorne (28 out of 28), because the school was made up that way. In real life it may be a foster family, grandparents, a boarding house.
# > And it misses 265 pupils out of 293: most separated parents give only one address.
# > *Usual mistake*: “right two times in three, that’s a good machine”. Ask: and the other 86?
# > *Euros*: nobody has paid anything yet. It is what the file would bring to whoever showed advertisements chosen from it and sold the records;
# > the assumptions stand under the table, and lesson 6 goes over the sum again. About one euro a pupil: the sum is small, the damage is not.

# %% [markdown] lang="fr"
# ## 6. Écrivez le tri (niveau Écrire, NSI)
#
# Tout se fait avec le module `csv` et des dictionnaires. On ouvre le vrai fichier BE1D :
# points-virgules entre les colonnes, et l’encodage ISO-8859-1.

# %% [markdown] lang="en"
# ## 6. Write the sorting (Write level, computer science)
#
# The `csv` module and some dictionaries are all it takes. We open the real BE1D file:
# semicolons between the columns, and the ISO-8859-1 encoding.

# %%
with open(folder / "be1d" / "CSVExtraction.csv", encoding="iso-8859-1") as opened:
    rows = list(csv.DictReader(opened, delimiter=";"))
rows[29]

# %% [markdown] lang="fr"
# **Question 1.** Complétez `count_filled` : combien de lignes ont une case **non vide** dans cette colonne ?

# %% [markdown] lang="en"
# **Question 1.** Complete `count_filled`: how many rows have a cell that is **not empty** in this column?

# %%
small = [
    {"Prénom Elève": "Zoé", "Classe": "2de 1", "Adresse2": ""},
    {"Prénom Elève": "Tom", "Classe": "2de 1", "Adresse2": "3 rue Haute"},
    {"Prénom Elève": "Ada", "Classe": "2de 2", "Adresse2": ""},
    {"Prénom Elève": "Ali", "Classe": "2de 2", "Adresse2": "8 rue Basse"},
    {"Prénom Elève": "Léa", "Classe": "2de 2", "Adresse2": ""},
]


def count_filled(rows, column):
    filled = 0
    for row in rows:
        # fr: Ajoutez 1 si la case de cette colonne n’est pas vide.
        # en: Add 1 if the cell of this column is not empty.
        ### BEGIN SOLUTION
        if row[column] != "":
            filled = filled + 1
        ### END SOLUTION
    return filled


check("count_filled", count_filled(small, "Adresse2"), 2)

# %% [markdown] lang="fr"
# **Question 2.** Complétez `strike` : elle renvoie une **nouvelle** liste de dictionnaires, qui n’ont plus que les colonnes de `kept`.

# %% [markdown] lang="en"
# **Question 2.** Complete `strike`: it returns a **new** list of dictionaries that have only the columns in `kept`.


# %%
def strike(rows, kept):
    sent = []
    for row in rows:
        # fr: Construisez le dictionnaire réduit, puis ajoutez-le à sent.
        # en: Build the reduced dictionary, then append it to sent.
        ### BEGIN SOLUTION
        reduced = {}
        for column in kept:
            reduced[column] = row[column]
        sent.append(reduced)
        ### END SOLUTION
    return sent


check(
    "strike",
    strike(small[:2], ["Classe", "Prénom Elève"]),
    [{"Classe": "2de 1", "Prénom Elève": "Zoé"}, {"Classe": "2de 1", "Prénom Elève": "Tom"}],
)

# %% [markdown] lang="fr"
# **Et sur le lycée entier ?** Combien d’élèves ont une seconde adresse ? Trouvez-vous comme le kit ?

# %% [markdown] lang="en"
# **And on the whole school?** How many pupils have a second address? Do you agree with the kit?

# %%
[two_homes] = secrets(school, ["address2"])
check("school", count_filled(rows, "Adresse2"), two_homes.exposed)
strike(rows, ["Classe"])[:2]

# %% [markdown] lang="fr"
# **Question bonus : fusionner deux tables.** Microsoft SDS range les noms dans `users.csv`, les drapeaux dans `userFlags.csv`.
# Dans le second, aucun nom. Complétez `names_flagged` : elle renvoie la liste des **prénoms** (`givenName`) des comptes
# qui portent un drapeau donné, dans l’ordre de `users`.

# %% [markdown] lang="en"
# **Bonus question: merging two tables.** Microsoft SDS keeps names in `users.csv`, flags in `userFlags.csv`.
# There is no name in the second. Complete `names_flagged`: it returns the list of **first names** (`givenName`) of the accounts
# that carry a given flag, in the order of `users`.

# %%
some_users = [
    {"sourcedId": "a1", "givenName": "Zoé"},
    {"sourcedId": "b2", "givenName": "Tom"},
    {"sourcedId": "c3", "givenName": "Ada"},
]
some_flags = [
    {"userSourcedId": "c3", "flag": "freeLunch"},
    {"userSourcedId": "b2", "flag": "iep"},
    {"userSourcedId": "a1", "flag": "freeLunch"},
]


def names_flagged(users, flags, flag):
    marked = [row["userSourcedId"] for row in flags if row["flag"] == flag]
    names = []
    for user in users:
        # fr: Ajoutez le prénom si l’identifiant du compte est dans marked.
        # en: Append the first name if the account’s identifier is in marked.
        ### BEGIN SOLUTION
        if user["sourcedId"] in marked:
            names.append(user["givenName"])
        ### END SOLUTION
    return names


check("names_flagged", names_flagged(some_users, some_flags, "freeLunch"), ["Zoé", "Ada"])


# %%
def table_of(name):
    with open(folder / "sds-v2.1" / name, encoding="utf-8") as opened:
        return list(csv.DictReader(opened))


names = names_flagged(table_of("users.csv"), table_of("userFlags.csv"), "freeLunch")
len(names), names[:5]

# %% [markdown] lang="fr"
# Séparer les noms des drapeaux ne protège pas : le même identifiant est des deux côtés, il suffit de fusionner.

# %% [markdown] lang="en"
# Keeping names and flags apart does not protect anyone: the same identifier is on both sides, and merging is enough.

# %% [markdown] lang="fr" tags=["teacher"]
# > *Erreurs fréquentes* : `row[column] != None` (une case vide d’un fichier CSV est le texte `""`) ; `del row[...]`, qui abîme la liste de départ
# > (la question 1 ne retrouve plus sa colonne) ; `sent.append(row)`, qui ne raye rien ; oublier l’encodage (`UnicodeDecodeError`, ou des accents abîmés) ;
# > oublier `delimiter=";"` (une seule clé par dictionnaire, `KeyError` ensuite).
# > *Différencier* : les plus rapides écrivent le fichier minimal avec `csv.DictWriter`, ou remplacent la liste `marked` par un ensemble et mesurent le temps ;
# > les plus lents font la question 1 sur `small`, à la main, avant de coder.

# %% [markdown] lang="en" tags=["teacher"]
# > *Usual mistakes*: `row[column] != None` (an empty cell of a CSV file is the string `""`); `del row[...]`, which damages the original list
# > (question 1 can no longer find its column); `sent.append(row)`, which strikes nothing; forgetting the encoding (`UnicodeDecodeError`, or garbled accents);
# > forgetting `delimiter=";"` (a single key per dictionary, then `KeyError`).
# > *Differentiation*: the fastest write the minimal file with `csv.DictWriter`, or turn the list `marked` into a set and time both;
# > the slowest do question 1 on `small`, by hand, before coding.

# %% [markdown] lang="fr"
# ## 7. Mise en commun
#
# ### Les mots
#
# | Mot | Ce qu’il veut dire | Aujourd’hui |
# |---|---|---|
# | **finalité** | ce à quoi les données vont servir, dit à l’avance | donner des exercices |
# | **minimisation** | n’envoyer que ce que la finalité demande | 2 colonnes au lieu de 23 |
# | **identifiant opaque** | un code qui ne dit rien ; celui qui l’a tiré sait à qui il est | un code par élève et par service |
#
# ### Quatre questions à discuter
#
# 1. La professeure voulait donner des exercices. Pourquoi tout est-il parti ?
# 2. Le lycée a de bonnes raisons de connaître la seconde adresse et la bourse. À quel moment cela devient-il un problème ?
# 3. Qui doit décider de ce qui part : la professeure, le chef d’établissement, le fournisseur, le ministère, vos parents, vous ?
# 4. Avec un identifiant opaque, êtes-vous anonyme ?

# %% [markdown] lang="en"
# ## 7. Talking it over
#
# ### The words
#
# | Word | What it means | Today |
# |---|---|---|
# | **purpose** | what the data will be used for, said beforehand | setting exercises |
# | **minimisation** | sending only what the purpose calls for | 2 columns instead of 23 |
# | **opaque identifier** | a code that says nothing; whoever drew it knows whose it is | one code per pupil and per service |
#
# ### Four questions to discuss
#
# 1. The teacher wanted to set exercises. Why did everything leave?
# 2. The school has good reasons to know the second address and the grant. When does that become a problem?
# 3. Who should decide what leaves: the teacher, the head, the supplier, the ministry, your parents, you?
# 4. With an opaque identifier, are you anonymous?

# %% [markdown] lang="fr"
# ### C’est arrivé
#
# En novembre 2015, le ministère de l’Éducation nationale signe un accord avec Microsoft. Un an plus tard,
# le collectif EduNathon demande à la CNIL : les parents et les professeurs ont-ils été informés ? Ont-ils signé ?
# Savent-ils quelles données sont transmises ? Où sont-elles gardées, et combien de temps ?
#
# Le 12 mai 2017, le directeur du numérique du ministère écrit aux académies : sous leurs conditions « éducation »,
# rien n’interdit en principe de relier l’annuaire d’un établissement aux services des grands fournisseurs.
# Le 23 mai, la CNIL demande une protection effective et contraignante des données scolaires : aucun usage commercial,
# un hébergement en France ou en Europe, la sécurité, les droits des personnes.
#
# Le règlement européen (RGPD) pose la règle : les données doivent être limitées à ce qui est nécessaire
# à la finalité. C’est la **minimisation** (article 5).

# %% [markdown] lang="en"
# ### It happened
#
# In November 2015, the French ministry of education signed an agreement with Microsoft. A year later,
# the EduNathon collective asked the data protection authority (CNIL): were parents and teachers informed? Did they sign?
# Do they know which data are passed on? Where are they kept, and for how long?
#
# On 12 May 2017, the ministry’s digital director wrote to the regional education offices: under their “education” terms,
# nothing in principle forbids connecting a school’s directory to the services of the large suppliers.
# On 23 May, the CNIL asked for effective and binding protection of school data: no commercial use,
# hosting in France or Europe, security, people’s rights.
#
# European law (the GDPR) sets the rule: data must be limited to what is necessary
# for the purpose. That is **minimisation** (article 5).

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minutes 35 à 50 : ce que l’on peut entendre.**
# >
# > 1. Parce que c’était plus simple : un bouton, des cases prêtes dans le format, personne pour poser la question. Google a 28 colonnes, 5 sont obligatoires ;
# >    Microsoft a une version minimale. Le format propose, le lycée dispose.
# > 2. Quand les données servent à autre chose que ce pour quoi elles ont été données : c’est la finalité. Écrire aux deux parents, oui ; trier les « familles fragiles », non.
# > 3. Laissez le désaccord s’installer, puis relisez les questions d’EduNathon : informer, demander, dire quoi, où, combien de temps. Même quand l’école
# >    n’a pas à demander l’accord de chacun, elle doit informer. La leçon 8 négocie une charte.
# > 4. Non. Le lycée peut revenir à vous, et le service garde tout ce que fait le code. Le GAR parle de « filtre anonymisant » ; en droit, c’est un pseudonyme.
# >    Les leçons 3 et 4 montrent ce qu’un pseudonyme laisse deviner.
# >
# > **Si un élève parle de sa propre famille** : remerciez-le, et ramenez à l’avatar. Personne n’a à dire ici qu’il est boursier, malade, ou que ses parents sont séparés.
# >
# > **Si un élève se reconnaît** dans un avatar : tout est tiré au sort, les téléphones, numéros et adresses n’appartiennent à personne.
# > Donnez-lui un autre numéro, sans demander pourquoi. Les secrets de l’enveloppe (parents séparés, manque d’argent, maladie) sont inventés eux aussi.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minutes 35 to 50: what you may hear.**
# >
# > 1. Because it was easier: one button, boxes waiting in the format, nobody to ask the question. Google has 28 columns, 5 of them required;
# >    Microsoft has a minimum version. The format offers; the school decides.
# > 2. When data are used for something other than what they were given for: that is purpose. Writing to both parents, yes; sorting out “vulnerable families”, no.
# > 3. Let them disagree, then read EduNathon’s questions again: inform, ask, say what, where, for how long. Even when a school
# >    does not have to ask for everyone’s consent, it must inform. Lesson 8 negotiates a charter.
# > 4. No. The school can get back to you, and the service keeps everything that the code does. The GAR is called an “anonymising filter”; in law, it is a pseudonym.
# >    Lessons 3 and 4 show what a pseudonym lets people guess.
# >
# > **If a pupil talks about their own family**: thank them, and bring it back to the avatar. Nobody has to say here that they have a grant, are ill, or have separated parents.
# >
# > **If a pupil recognises themselves** in an avatar: everything is drawn at random; phones, numbers and addresses belong to nobody.
# > Give them another number without asking why. The secrets in the envelope (separated parents, shortage of money, illness) are made up too.

# %% [markdown] lang="fr"
# ## 8. À copier
#
# 1. Un **export** envoie une copie du fichier du lycée. Une fois parti, on ne le rattrape pas.
# 2. Des colonnes banales racontent la vie privée : deux adresses, des parents séparés ; une bourse, peu d’argent. Ces conclusions sont parfois fausses.
# 3. La **finalité** dit à quoi les données serviront. La **minimisation** (RGPD, article 5), c’est n’envoyer que ce qu’elle demande.
# 4. Ici, 2 colonnes sur 23 suffisaient : la classe et un identifiant.
# 5. Un **identifiant opaque** ne dit rien à celui qui le reçoit ; le lycée garde la liste. Ce n’est pas l’anonymat.
# 6. Avant d’exporter, on demande : pour quoi faire, quelles données, qui décide, où, combien de temps ?

# %% [markdown] lang="en"
# ## 8. To copy
#
# 1. An **export** sends a copy of the school’s file. Once it has left, there is no getting it back.
# 2. Ordinary columns tell about private life: two addresses, separated parents; a grant, little money. These conclusions are sometimes false.
# 3. The **purpose** says what the data will be used for. **Minimisation** (GDPR, article 5) means sending only what it calls for.
# 4. Here, 2 columns out of 23 were enough: the class and an identifier.
# 5. An **opaque identifier** says nothing to whoever receives it; the school keeps the list. That is not anonymity.
# 6. Before exporting, ask: what for, which data, who decides, where, for how long?

# %% [markdown] lang="fr" tags=["teacher"]
# ## Réponses attendues
#
# Le kit les recalcule à chaque fois, avec `School(seed=2)`.
#
# *Partie 3*
#
# - Premier pari : **2** colonnes (`email`, `class`).
# - Second pari : **321** élèves.
#
# *Parties 4 et 5. Ce qui part, et ce qu’il en coûte*
#
# | Colonnes | Seuls | Fonctions de la classe |
# |---|---|---|
# | les 23 | 1 100 | 4 |
# | `email`, `class` | 1 100 | 4 |
# | `opaque_id`, `class` | 0 | 4 |
# | `opaque_id`, `class`, `second_language` | 45 | 4 |
# | `opaque_id`, `class`, `accommodation` | 25 | 4 |
# | `opaque_id`, `class`, `scholarship` | 0 | 4 |
# | `opaque_id`, `class`, `birth_date` | 1 031 | 4 |
# | `class`, `birth_date`, `family_name`, `given_name` | 1 100 | 4 |
#
# *Partie 5. Ce que l’on lit, ce que l’on conclut*
#
# | Colonne | Lus | Vrai | Accusés à tort | Oubliés |
# |---|---|---|---|---|
# | `address2` remplie : parents séparés | 28 | 28 | 0 | 265 |
# | `guardian2_phone` vide : parents séparés | 127 | 70 | 57 | 223 |
# | `scholarship` : manque d’argent | 264 | 178 | 86 | 50 |
# | `accommodation` remplie : maladie | 43 | 15 | 28 | 75 |
#
# Avec l’annuaire entier, **163** élèves sont accusés à tort d’au moins une chose.
# Lisa (n° 347) l’est de deux ; Alice (n° 193) vit les deux. Eva (n° 30) a deux adresses et une bourse.
#
# *Le compteur des dégâts*
#
# | Ce qui part | Retrouvés | Accusés à tort | Euros par an | Utilité gardée |
# |---|---|---|---|---|
# | les 23 colonnes | 1 100 | 163 | 1 319 € | 100 % |
# | `email`, `class` | 1 100 | 0 | 0 € | 100 % |
# | `opaque_id`, `class` | 0 | 0 | 0 € | 100 % |

# %% [markdown] lang="en" tags=["teacher"]
# ## Expected answers
#
# The kit works them out afresh each time, with `School(seed=2)`.
#
# *Part 3*
#
# - First bet: **2** columns (`email`, `class`).
# - Second bet: **321** pupils.
#
# *Parts 4 and 5. What leaves, and what it costs*
#
# | Columns | Alone | Functions for the class |
# |---|---|---|
# | all 23 | 1,100 | 4 |
# | `email`, `class` | 1,100 | 4 |
# | `opaque_id`, `class` | 0 | 4 |
# | `opaque_id`, `class`, `second_language` | 45 | 4 |
# | `opaque_id`, `class`, `accommodation` | 25 | 4 |
# | `opaque_id`, `class`, `scholarship` | 0 | 4 |
# | `opaque_id`, `class`, `birth_date` | 1,031 | 4 |
# | `class`, `birth_date`, `family_name`, `given_name` | 1,100 | 4 |
#
# *Part 5. What is read, what is concluded*
#
# | Column | Read | True | Wrongly accused | Missed |
# |---|---|---|---|---|
# | `address2` filled in: separated parents | 28 | 28 | 0 | 265 |
# | `guardian2_phone` empty: separated parents | 127 | 70 | 57 | 223 |
# | `scholarship`: short of money | 264 | 178 | 86 | 50 |
# | `accommodation` filled in: illness | 43 | 15 | 28 | 75 |
#
# With the whole directory, **163** pupils are wrongly accused of at least one thing.
# Lisa (no. 347) of two; Alice (no. 193) lives through both. Eva (no. 30) has two addresses and a grant.
#
# *The damage counter*
#
# | What leaves | Found | Wrongly accused | Euros a year | Usefulness kept |
# |---|---|---|---|---|
# | the 23 columns | 1,100 | 163 | €1,319 | 100% |
# | `email`, `class` | 1,100 | 0 | €0 | 100% |
# | `opaque_id`, `class` | 0 | 0 | €0 | 100% |

# %% [markdown] lang="fr" tags=["teacher"]
# ## Si ça se passe mal
#
# - **Rien ne s’ouvre chez les élèves** : projetez le tableau de bord 1 (`make show`), à main levée. Il fait la partie 4 ; lisez à voix haute les parties 1 et 5.
# - **Pas d’électricité, pas de réseau** : les cartes `.venv/bin/poucet cards --lesson 1`, imprimées en A4 noir et blanc.
# - **`NameError`** : une cellule plus haut n’a pas été exécutée. Reprenez du début, dans l’ordre.
# - **Une phrase d’erreur en rouge** : elle dit ce qui a été écrit et ce qu’il faut écrire. Faites-la lire à voix haute.
# - **Un pari verrouillé trop vite** : il reste verrouillé. C’est la règle, et c’est plus drôle.
# - **Une ligne de fichier trop longue à l’écran** : elle passe à la ligne d’elle-même ; agrandissez la page, ne la lisez pas en entier.
#
# ## Différencier
#
# - *Plus guidé* : les parties 1 à 3, 5 et 8 forment une leçon complète, sans toucher au code.
# - *Plus loin, sans code* : écrire au service, en cinq lignes, la demande que le lycée aurait dû lui faire.
# - *Plus loin, en NSI* : la partie 6, puis le devoir A2.
#
# ## Ce que la leçon couvre
#
# | Enseignement | Capacités |
# |---|---|
# | SNT (seconde) | définir une donnée personnelle ; identifier les principaux formats de données ; rechercher, filtrer et calculer sur une table |
# | NSI (première) | importer un fichier CSV, rechercher dans une table, fusionner deux tables, utiliser un jeu de tests |
# | EMC | débattre d’un cas concret : droits des personnes, protection de la vie privée (programme : arrêté du 29 mai 2024) |
# | CRCN / Pix | 1.3 traiter des données ; 4.2 protéger les données personnelles et la vie privée |
#
# ## Sources
#
# - EduNathon, communiqué du 10 novembre 2016 sur l’accord du 30 novembre 2015 entre le ministère et Microsoft.
# - CNIL, position du 23 mai 2017 sur les services numériques dans l’éducation ; Café pédagogique, 16 et 23 mai 2017.
# - Règlement (UE) 2016/679 (RGPD), article 5.
# - Formats : 1EdTech, OneRoster 1.1 (CSV) ; Microsoft, School Data Sync, formats v1 et v2.1 ; Google Workspace, ajout d’utilisateurs par fichier CSV ;
#   ministère de l’Éducation nationale, annuaires AAF et BE1D, gestionnaire d’accès aux ressources (GAR).
# - Fréquences des bourses, des secondes adresses et des aménagements : choisies d’après Insee et DEPP, voir la documentation de `poucet.school`. Les autres sont inventées.

# %% [markdown] lang="en" tags=["teacher"]
# ## If it goes wrong
#
# - **Nothing opens for the pupils**: project dashboard 1 (`POUCET_LANG=en make show`, or click English), with a show of hands. It does part 4; read parts 1 and 5 aloud.
# - **No power, no network**: the cards from `.venv/bin/poucet cards --lesson 1 --lang en`, printed on A4 in black and white.
# - **`NameError`**: a cell further up was not run. Start again from the top, in order.
# - **An error sentence in red**: it says what was written and what should be. Have it read aloud.
# - **A bet locked too soon**: it stays locked. Those are the rules, and it is more fun.
# - **A line of a file too long for the screen**: it wraps by itself; zoom in, and do not read all of it.
#
# ## Differentiation
#
# - *More support*: parts 1 to 3, 5 and 8 make a complete lesson, without touching the code.
# - *Further, without code*: write, in five lines, the request that the school should have made to the service.
# - *Further, in computer science*: part 6, then assignment A2.
#
# ## What the lesson covers
#
# | Subject | Skills |
# |---|---|
# | SNT (digital science, first year of lycée) | define personal data; recognise the main data formats; search, filter and compute on a table |
# | NSI (computer science, second year) | import a CSV file, search a table, merge two tables, use test cases |
# | EMC (civics) | debate a concrete case: people’s rights, protection of private life (syllabus: order of 29 May 2024) |
# | CRCN / Pix (digital skills framework) | 1.3 process data; 4.2 protect personal data and privacy |
#
# ## Sources
#
# - EduNathon, statement of 10 November 2016 on the agreement of 30 November 2015 between the ministry and Microsoft.
# - CNIL, statement of 23 May 2017 on digital services in education; Café pédagogique, 16 and 23 May 2017.
# - Regulation (EU) 2016/679 (GDPR), article 5.
# - Formats: 1EdTech, OneRoster 1.1 (CSV); Microsoft, School Data Sync, formats v1 and v2.1; Google Workspace, adding users from a CSV file;
#   French ministry of education, AAF and BE1D directories, and the gateway to resources (GAR).
# - Frequencies of grants, second addresses and support arrangements: chosen after Insee and DEPP, see the documentation of `poucet.school`. The others are made up.
