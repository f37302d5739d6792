# ---
# jupyter:
#   kernelspec: {name: python3, display_name: Python 3, language: python}
#   poucet: {n: 3, slug: {fr: petits-cailloux, en: pebbles}, minutes: 55}
# ---

# %% tags=["note"]
# Numbers quoted in the prose are checked against the kit by tests/lessons/test_lesson_03.py.
# Whoever changes the seed, the school or the trail runs that test and rewrites the sentences.

# %% [markdown] lang="fr"
# # Les petits cailloux
#
# Un service en ligne note chaque clic. Personne n’a demandé à quelle heure vous vous levez, ni où vous dormez.
# Et pourtant, les lignes le disent.
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
# # The trail of pebbles
#
# An online service notes every click. Nobody asked what time you get up, or where you sleep.
# And yet the lines say it.
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
# > Leurs clics, leurs nuits et leurs secrets ont été tirés au sort.
# > Ne tapez jamais les données d’une vraie personne : ni les vôtres, ni celles d’un camarade.

# %% [markdown] lang="en"
# > **Everything here is made up.** The lycée of Valmorne does not exist, and nor do its pupils.
# > Their clicks, their nights and their secrets were drawn at random.
# > Never type in a real person’s data: not your own, not a classmate’s.

# %% [markdown] lang="fr" tags=["teacher"]
# ## Fiche de l’enseignant
#
# **Avant** : sur chaque poste, `make open` (voir le README) ; au vôtre, `make show`. Imprimez les cartes
# en secours. Attribuez à chaque élève un numéro entre 1 et 1 100 (par exemple son rang dans la liste × 26).
# La liste des numéros reste sur votre papier.
#
# *Déroulement en 55 minutes*
#
# | Minute | Partie | Vous | Les élèves |
# |---|---|---|---|
# | 0–5 | 1. Une page illisible | montrez la page, attendez, puis la carte | lisent, se taisent, devinent |
# | 5–10 | 2. Votre avatar, premier pari | distribuez les numéros, faites verrouiller les paris | parient, révèlent |
# | 10–20 | 3. La fiche portrait | circulez ; la fiche se vérifie toute seule | lisent des lignes et une carte, remplissent la fiche |
# | 20–32 | 4. Quatre moments | lisez les moments à voix haute, un par cellule | parient deux fois, tracent la courbe, changent la précision |
# | 32–37 | 5. L’erreur a un visage | faites voter A, B ou C | accusent, puis découvrent |
# | 37–50 | 7. Mise en commun | animez les quatre questions | argumentent, posent les mots |
# | 50–55 | 8. À copier | projetez | copient |
#
# En NSI : partie 3 en cinq minutes, partie 5 au tableau en trois, quinze minutes pour la partie 6 ;
# il reste cinq minutes pour la partie 7 : posez la question 2.
#
# **Version de 25 minutes** : parties 1 (5 min), 4 sans les défis (9 min), 5 projetée (4 min),
# la première question de la partie 7 (3 min), 8 (4 min). Tout tient sur le vidéoprojecteur, à main levée.

# %% [markdown] lang="en" tags=["teacher"]
# ## Teacher’s page
#
# **Beforehand**: on each computer, `POUCET_LANG=en make open` (see the README); on yours,
# `POUCET_LANG=en make show`. Print the cards as a fallback. Give each pupil a number between 1 and 1,100
# (say, their place in the register × 26). The list of numbers stays on your paper.
#
# *The 55 minutes*
#
# | Minute | Part | You | The pupils |
# |---|---|---|---|
# | 0–5 | 1. An unreadable page | show the page, wait, then the map | read, fall silent, guess |
# | 5–10 | 2. Your avatar, first bet | hand out the numbers, have the bets locked | bet, reveal |
# | 10–20 | 3. The portrait sheet | walk round; the sheet checks itself | read lines and a map, fill in the sheet |
# | 20–32 | 4. Four moments | read the moments aloud, one per cell | bet twice, draw the curve, change the precision |
# | 32–37 | 5. The mistake has a face | take a vote on A, B or C | accuse, then find out |
# | 37–50 | 7. Talking it over | lead the four questions | argue, and settle the words |
# | 50–55 | 8. To copy | project it | copy |
#
# With computer science pupils: part 3 in five minutes, part 5 on the board in three, fifteen minutes for part 6;
# that leaves five minutes for part 7: ask question 2.
#
# **In 25 minutes**: parts 1 (5 min), 4 without the challenges (9 min), 5 projected (4 min),
# the first question of part 7 (3 min), 8 (4 min). It all works on the projector, with a show of hands.

# %% [markdown] lang="fr"
# ## 1. Une page illisible
#
# Voici quelques lignes d’un journal : celui que tient, tout seul, le serveur du lycée.
# L’identifiant de connexion a été effacé ; il reste un numéro, **594**.
# Chaque ligne donne une adresse, un moment, une page demandée, un navigateur.

# %% [markdown] lang="en"
# ## 1. An unreadable page
#
# Here are a few lines of a log: the one that the school’s server keeps, all by itself.
# The login has been removed; a number is left, **594**.
# Each line gives an address, a moment, a page asked for, a browser.

# %% jupyter={"source_hidden": true}
# fr: Les outils de la leçon.
# en: The tools of the lesson.
import tempfile
from html import escape
from pathlib import Path

import pandas as pd
from IPython.display import HTML, Markdown, display

from poucet import School, trail
from poucet.attacks import Moments
from poucet.attacks.portrait import portrait
from poucet.classroom import avatar, check, predict
from poucet.classroom.portrait_sheet import check_sheet
from poucet.damages import Damage, counter, euros_a_year, usefulness
from poucet.exports.formats import weblog
from poucet.figures import term_map, unicity_curve
from poucet.figures.html import as_html
from poucet.i18n import number as written
from poucet.i18n import percent


def say(result):
    display(Markdown(str(result)))


def page(lines):
    text = escape("".join(lines))
    return HTML(f'<pre style="font:11px/1.5 monospace;white-space:pre-wrap">{text}</pre>')


# %%
school = School(seed=2)

# %% jupyter={"source_hidden": true}
# fr: La première semaine du journal, puis les lignes de 594.
# en: The first week of the log, then the lines of 594.
with tempfile.TemporaryDirectory() as folder:
    weblog.write(school, Path(folder), weeks=1)
    with (Path(folder) / weblog.FILE).open(encoding="utf-8") as log:
        login = weblog.logins(school)[594 - 1]
        week = [line.replace(login, "594") for line in log if f" {login} " in line]

# %%
page(week[49:63])

# %% [markdown] lang="fr"
# Quatorze lignes, trois jours. Que savez-vous de 594 ? Pas grand-chose.
#
# Le serveur en garde douze semaines. Rangeons-les : une colonne par jour, une ligne par heure.

# %% [markdown] lang="en"
# Fourteen lines, three days. What do you know about 594? Not much.
#
# The server keeps twelve weeks of them. Let us put them in order: a column per day, a row per hour.

# %%
lines = trail(school)
one = lines[lines["pupil"] == 594]
found = portrait(one)

# %% lang="fr" jupyter={"source_hidden": true}
# La carte d’un trimestre.
in_words = "Un trimestre en carte : un jour par colonne, une heure par ligne, le toit de chaque nuit dessous. "


def term(events, found, caption=""):
    words = in_words + term_map.sentence(found)
    return HTML(as_html(term_map.figure(events["time"], found), words, caption))


term(one, found, term_map.sentence(found))

# %% lang="en" jupyter={"source_hidden": true}
# The map of a term.
in_words = "A term as a map: a day per column, an hour per row, the roof of each night below. "


def term(events, found, caption=""):
    words = in_words + term_map.sentence(found)
    return HTML(as_html(term_map.figure(events["time"], found), words, caption))


term(one, found, term_map.sentence(found))

# %% [markdown] lang="fr"
# **Lisez de haut en bas.** Le matin : debout avant 7 heures. L’après-midi : le lycée. Le soir : le travail.
# Sous la ligne de minuit : des connexions en pleine nuit.
#
# **Lisez la bande du bas.** A, B, A, B : une semaine sur deux, cette personne dort ailleurs.
#
# Nous n’avons ouvert aucun devoir ni lu aucun message. Il a suffi de l’heure et de l’adresse.
# On les appelle des **métadonnées** : des données qui décrivent une action sans dire ce qu’elle contient.

# %% [markdown] lang="en"
# **Read from top to bottom.** Morning: up before 7. Afternoon: school. Evening: work.
# Below the midnight line: connections in the middle of the night.
#
# **Read the strip at the foot.** A, B, A, B: every other week, this person sleeps somewhere else.
#
# We opened no homework and read no message. The time and the address were enough.
# They are called **metadata**: data that describe an action without saying what is in it.

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minute 0.** Projetez la page de lignes et comptez dix secondes en silence. Demandez : « Que savez-vous de cette personne ? »
# > Puis la carte. Laissez-les trouver la bande du bas eux-mêmes : quelqu’un dira « ses parents sont séparés ».
# > Répondez : « C’est possible. Les lignes le disent-elles ? » Elles disent *deux adresses qui alternent*, rien de plus.
# > *D’où viennent les toits ?* Chaque logement a sa propre adresse de réseau ; la dernière ligne du soir dit où la personne se trouvait.
# > *Erreur fréquente* : croire que l’adresse IP donne une adresse postale. Elle dit « le même endroit qu’hier », et cela suffit.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minute 0.** Project the page of lines and count ten seconds in silence. Ask: “What do you know about this person?”
# > Then the map. Let them find the strip at the foot by themselves: someone will say “the parents are separated”.
# > Answer: “Maybe. Do the lines say so?” They say *two addresses that alternate*, nothing more.
# > *Where do the roofs come from?* Each home has a network address of its own; the last line of the evening says where the person was.
# > *Usual mistake*: believing that an IP address gives a postal address. It says “the same place as yesterday”, and that is enough.

# %% [markdown] lang="fr"
# ## 2. Votre avatar
#
# Pendant cette heure, vous êtes un élève de Valmorne. Remplacez 7 par le numéro que l’on vous a donné.

# %% [markdown] lang="en"
# ## 2. Your avatar
#
# For this hour, you are a pupil of Valmorne. Replace 7 with the number you were given.
# (Classes named 2de, 1re and Tle are years 1, 2 and 3 of lycée.)

# %%
number = 7
avatar(school, number)

# %% [markdown] lang="fr"
# Combien de lignes avez-vous laissées en douze semaines ?

# %% [markdown] lang="en"
# How many lines did you leave in twelve weeks?

# %%
mine = lines[lines["pupil"] == number]
len(mine)

# %% [markdown] lang="fr"
# ### Premier pari : après minuit (niveau Observer)
#
# Sur 1 100 élèves, combien ont laissé **au moins une ligne entre minuit et 4 heures**, en douze semaines ?
# Placez le curseur et verrouillez. On ne revient pas en arrière.

# %% [markdown] lang="en"
# ### First bet: after midnight (Observe level)
#
# Out of 1,100 pupils, how many left **at least one line between midnight and 4 a.m.** in twelve weeks?
# Set the slider and lock it. There is no going back.

# %%
bet = predict("after_midnight", unit="pupils", low=0, high=1100)
bet

# %%
late = lines[lines["time"].dt.hour < 4]
bet.reveal(late["pupil"].nunique())

# %% [markdown] lang="fr"
# Aucun ne l’a déclaré. Personne ne le leur a demandé.

# %% [markdown] lang="en"
# None of them said so. Nobody asked them.

# %% [markdown] lang="fr"
# ## 3. La fiche portrait (niveau Modifier)
#
# À vous de lire. Voici votre trimestre.

# %% [markdown] lang="en"
# ## 3. The portrait sheet (Change level)
#
# Your turn to read. Here is your term.

# %%
me = portrait(mine)
term(mine, me)

# %% [markdown] lang="fr"
# Et voici une de vos journées, ligne par ligne. Changez la date : du 7 septembre au 29 novembre 2026.
#
# | Dans le fichier | Cela veut dire |
# |---|---|
# | `signed-in`, `signed-out` | s’est connecté, s’est déconnecté |
# | `opened`, `watched` | a ouvert une page, a regardé une vidéo |
# | `answered`, `submitted` | a répondu à un exercice, l’a rendu |
# | `messaged`, `searched` | a écrit un message, a fait une recherche |
# | `place` | le réseau d’où vient la ligne : le même réseau, c’est le même endroit |

# %% [markdown] lang="en"
# And here is one of your days, line by line. Change the date: from 7 September to 29 November 2026.
#
# | In the file | It means |
# |---|---|
# | `place` | the network the line comes from: the same network is the same place |
# | `téléphone`, `ordinateur`, `tablette` | phone, computer, tablet |
# | `poste du lycée` | a computer at school |

# %%
day = "2026-09-15"
of_day = mine[mine["time"].dt.strftime("%Y-%m-%d") == day]
of_day[["time", "verb", "object", "device", "place"]].set_index("time")

# %% [markdown] lang="fr"
# **Remplissez la fiche**, puis exécutez. Les heures sont à une heure près, les nuits à deux nuits près.
# Si la carte ne dit rien, écrivez `None`.

# %% [markdown] lang="en"
# **Fill in the sheet**, then run it. Hours are good to within one hour, nights to within two.
# If the map does not say, write `None`.

# %% lang="fr"
check_sheet(
    me,
    wakes=...,  # la première trace du matin, en semaine, avant 8 h : quelle heure ?
    last_line=...,  # la dernière trace du soir, en semaine : quelle heure ?
    roofs=...,  # combien de toits pour dormir ?
    nights_awake=...,  # combien de nuits avec une trace après minuit ?
)

# %% lang="en"
check_sheet(
    me,
    wakes=...,  # the first trace of the morning, on weekdays, before 8: at what hour?
    last_line=...,  # the last trace of the evening, on weekdays: at what hour?
    roofs=...,  # how many roofs to sleep under?
    nights_awake=...,  # how many nights with a trace after midnight?
)

# %% [markdown] lang="fr"
# Votre fiche est faite ? Voici la phrase que le kit écrit en lisant les mêmes lignes.

# %% [markdown] lang="en"
# Is your sheet done? Here is the sentence that the kit writes from the same lines.

# %%
say(me)

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minute 10.** Une fiche par élève, deux minutes pour la carte, trois pour les lignes. La cellule ne donne pas la réponse : elle dit où regarder.
# > Faites lire une phrase à voix haute par rangée. Toutes se ressemblent de loin, aucune n’est la même.
# > *Si la carte est presque vide* : l’avatar n’a pas d’appareil chez lui. Il ne se connecte qu’au lycée, et l’absence de trace en dit déjà long. Gardez-le : c’est un bon sujet.
# > *Erreur fréquente* : « pas de ligne, donc il dort ». Pas de ligne, donc pas connecté : on ne sait rien d’autre.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minute 10.** One sheet per pupil, two minutes for the map, three for the lines. The cell does not give the answer: it says where to look.
# > Have one sentence per row of desks read aloud. From afar they all look alike; no two are the same.
# > *If the map is nearly empty*: the avatar has no device at home. They sign in at school only, and having no trace says a lot already. Keep it: it is a good topic.
# > *Usual mistake*: “no line, so they are asleep”. No line, so not signed in: that is all we know.

# %% [markdown] lang="fr"
# ## 4. Quatre moments
#
# Le service publie sa trace « pour la recherche » : sans nom, seulement des numéros. Rien à craindre ?
#
# Quelqu’un connaît **quatre moments** de la première semaine d’une élève : il était là, ou elle le lui a dit.
# Il sait s’il faut chercher au lycée, à la maison ou en route : chaque réseau appartient à quelqu’un,
# le lycée, un logement ou un opérateur de téléphone.

# %% [markdown] lang="en"
# ## 4. Four moments
#
# The service publishes its trail “for research”: no names, only numbers. Nothing to fear?
#
# Someone knows **four moments** of one girl’s first week: they were there, or she told them.
# They know whether to look at school, at home or on the way: each network belongs to somebody,
# the school, a home or a phone operator.

# %% lang="fr" jupyter={"source_hidden": true}
# Trois sortes d’endroits.
SCHOOL, HOME, WAY = "lycée", "maison", "en route"

# %% lang="en" jupyter={"source_hidden": true}
# Three kinds of places.
SCHOOL, HOME, WAY = "school", "home", "on the way"

# %% jupyter={"source_hidden": true}
# fr: L’heure et la sorte d’endroit de chaque ligne ; qui était là à tous les moments connus.
# en: The hour and the kind of place of each line; who was there at all the known moments.
kinds = {
    network: HOME if ":" in network else SCHOOL if network.startswith("192.") else WAY
    for network in lines["place"].cat.categories
}
lines["hour"] = lines["time"].dt.floor("h")
lines["where"] = lines["place"].map(kinds).astype("category")


def who_fits(known, column="where"):
    left = set(lines["pupil"].unique().tolist())
    for hour, place in known:
        left &= set(lines.loc[(lines["hour"] == hour) & (lines[column] == place), "pupil"])
    return left


# %% [markdown] lang="fr"
# Premier moment : **lundi 7 septembre, entre 19 h et 20 h, elle travaillait chez elle.** Combien de numéros restent ?

# %% [markdown] lang="en"
# First moment: **on Monday 7 September, between 7 and 8 p.m., she was working at home.** How many numbers are left?

# %%
known = [("2026-09-07 19:00", HOME)]
len(who_fits(known))

# %% [markdown] lang="fr"
# Deuxième moment : **mardi, entre 15 h et 16 h, elle était au lycée.**

# %% [markdown] lang="en"
# Second moment: **on Tuesday, between 3 and 4 p.m., she was at school.**

# %%
known.append(("2026-09-08 15:00", SCHOOL))
len(who_fits(known))

# %% [markdown] lang="fr"
# Troisième moment : **mercredi, entre 20 h et 21 h, elle était chez elle.**

# %% [markdown] lang="en"
# Third moment: **on Wednesday, between 8 and 9 p.m., she was at home.**

# %%
known.append(("2026-09-09 20:00", HOME))
len(who_fits(known))

# %% [markdown] lang="fr"
# Quatrième moment : **vendredi, entre 19 h et 20 h, elle était en route, sur son téléphone.**

# %% [markdown] lang="en"
# Fourth moment: **on Friday, between 7 and 8 p.m., she was on the way, on her phone.**

# %%
known.append(("2026-09-11 19:00", WAY))
who_fits(known)

# %% [markdown] lang="fr"
# Un seul numéro. Vous le connaissez : vous avez vu ses nuits. Voici son nom.

# %% [markdown] lang="en"
# One number only. You know it: you have seen its nights. Here is its name.

# %%
avatar(school, who_fits(known).pop())

# %% [markdown] lang="fr"
# Quatre banalités ont suffi, et **tout le reste de la carte** vient avec le nom : les nuits, les deux toits.
#
# ### Et vous ?
# Le kit tire au hasard quatre de vos moments : une heure et un réseau. Combien d’élèves étaient là les quatre fois ?

# %% [markdown] lang="en"
# Four small facts were enough, and **all the rest of the map** comes with the name: the nights, the two roofs.
#
# ### And you?
# The kit draws four of your moments: an hour and a network. How many pupils were there all four times?

# %%
moments = lines.loc[mine.index, ["hour", "place"]].drop_duplicates()
four = moments.sample(min(4, len(moments)), random_state=number).to_numpy().tolist()
len(who_fits(four, "place"))

# %% [markdown] lang="fr"
# **1** : ces quatre moments ne désignent que vous. **2** ou plus : d’autres les ont vécus, parfois un frère ou une sœur, sous le même toit.
#
# ### Deuxième pari : un seul moment
#
# On ne connaît plus qu’**un** moment de chaque élève, tiré au hasard : une heure et un réseau.
# Quelle part des 1 100 élèves est seule à l’avoir vécu ?

# %% [markdown] lang="en"
# **1**: these four moments point at you alone. **2** or more: others lived them too, sometimes a brother or sister under the same roof.
#
# ### Second bet: a single moment
#
# Now only **one** moment of each pupil is known, drawn at random: an hour and a network.
# What share of the 1,100 pupils is the only one to have lived it?

# %%
bet = predict("one_moment", unit="%", low=0, high=100)
bet

# %%
ready = Moments(lines, what=["time", "place"], resolution="1h")
bet.reveal(100 * ready.unicity(1).value)

# %% [markdown] lang="fr"
# ### Troisième pari : quatre moments

# %% [markdown] lang="en"
# ### Third bet: four moments

# %%
bet = predict("four_moments", unit="%", low=0, high=100)
bet

# %%
bet.reveal(100 * ready.unicity(4).value)

# %% [markdown] lang="fr"
# ### La courbe
#
# En 2013, des chercheurs ont posé la même question à la trace de **1,5 million de téléphones mobiles**.
# Avec quatre points, une antenne et une heure, **95 %** des personnes étaient seules. C’est l’étoile.
#
# Attention, ce n’est pas la même expérience. Eux : 1,5 million de vrais téléphones, vus par l’antenne la plus proche.
# Nous : 1 100 élèves inventés, vus par le réseau de leur logement, bien plus précis. La foule est plus petite,
# l’endroit plus fin : il est normal que notre première courbe passe au-dessus.

# %% [markdown] lang="en"
# ### The curve
#
# In 2013, researchers put the same question to the trail of **1.5 million mobile phones**.
# With four points, an antenna and an hour each, **95%** of the people were the only ones to match. That is the star.
#
# Mind: it is not the same experiment. Theirs: 1.5 million real phones, seen by the nearest antenna.
# Ours: 1,100 made-up pupils, seen by the network of their home, which is far more precise. The crowd is smaller
# and the place finer: no wonder our first curve runs above.

# %%
curves = {}
for name, (columns, step) in unicity_curve.precisions().items():
    ready = Moments(lines, what=columns, resolution=step)
    curves[name] = [ready.unicity(points) for points in range(1, 6)]

# %% jupyter={"source_hidden": true}
# fr: Le dessin de la courbe.
# en: The drawing of the curve.
drawing = unicity_curve.figure(curves)
words = unicity_curve.sentence(curves)
HTML(as_html(drawing, words, f"{words} {unicity_curve.source()}"))

# %% [markdown] lang="fr"
# ### Trois défis (niveau Modifier)
#
# Changez `columns`, `step` ou `points`, relancez, regardez.
#
# | Vous pouvez écrire | C’est |
# |---|---|
# | `["time", "place"]` ou `["time"]` | le moment et le réseau, ou le moment seul |
# | `"10min"`, `"1h"`, `"6h"`, `"1d"`, `"1w"` | à dix minutes, une heure, six heures, un jour, une semaine près |
#
# - **Défi 1** : sans le réseau, à l’heure près, combien de moments faut-il pour que plus de la moitié des élèves soient seuls ?
# - **Défi 2** : quatre moments, le réseau effacé, et **personne** de seul.
# - **Défi 3** : qu’est-ce qui protège le mieux, écrire le jour au lieu de l’heure, ou effacer le réseau ?

# %% [markdown] lang="en"
# ### Three challenges (Change level)
#
# Change `columns`, `step` or `points`, run again, look.
#
# | You can write | It is |
# |---|---|
# | `["time", "place"]` or `["time"]` | the moment and the network, or the moment only |
# | `"10min"`, `"1h"`, `"6h"`, `"1d"`, `"1w"` | to ten minutes, an hour, six hours, a day, a week |
#
# - **Challenge 1**: without the network, to the hour, how many moments does it take for more than half of the pupils to be alone?
# - **Challenge 2**: four moments, no network, and **nobody** alone.
# - **Challenge 3**: what protects better, writing the day instead of the hour, or removing the network?

# %%
columns = ["time", "place"]
step = "1h"
points = 4

alone = Moments(lines, what=columns, resolution=step).unicity(points)
say(percent(alone.value, 1))

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minute 20.** Un moment par cellule, trois secondes de silence entre les deux. Demandez qui peut connaître ces quatre moments : une voisine de bus, un cousin, un message, une photo.
# > Pour le deuxième pari, l’intuition dit « un moment, ce n’est rien ». Mais la nuit, un réseau, c’est un logement : il n’y a qu’une famille.
# > *Erreur fréquente* : lire 98 % comme « 98 % de chances de retrouver Emma ». C’est la part des élèves que quatre moments suffisent à isoler.
# > *Erreur fréquente* : croire que l’étoile prouve notre courbe. Elle vient d’une autre foule, d’autres traces ; elle montre que le phénomène n’est pas un jeu.
# > Le même numéro sur toutes les lignes est la clé : sans lui, retrouver un moment n’apprendrait rien sur les autres.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minute 20.** One moment per cell, three seconds of silence in between. Ask who might know these four moments: a girl on the same bus, a cousin, a message, a photo.
# > For the second bet, intuition says “one moment is nothing”. But at night, a network is a home: there is only one family in it.
# > *Usual mistake*: reading 98% as “a 98% chance of finding Emma”. It is the share of pupils whom four moments are enough to single out.
# > *Usual mistake*: believing that the star proves our curve. It comes from another crowd and other trails; it shows that the effect is no game.
# > The same number on every line is the key: without it, finding one moment would teach nothing about the others.

# %% [markdown] lang="fr"
# ## 5. L’erreur a un visage
#
# Une entreprise achète la trace. Elle cherche les lycéens qui travaillent la nuit, pour leur proposer des boissons énergisantes.
# Sa règle tient en une ligne : **des traces après minuit, au moins huit nuits, donc un travail de nuit**.
#
# Emma a laissé des traces après minuit pendant 25 nuits. À votre avis ?
#
# - **A** : elle travaille la nuit.
# - **B** : elle dort mal.
# - **C** : les lignes ne permettent pas de le dire.

# %% [markdown] lang="en"
# ## 5. The mistake has a face
#
# A company buys the trail. It is looking for pupils who work at night, to sell them energy drinks.
# Its rule fits on one line: **traces after midnight, on at least eight nights, therefore a night job**.
#
# Emma left traces after midnight on 25 nights. What do you think?
#
# - **A**: she works at night.
# - **B**: she sleeps badly.
# - **C**: the lines cannot tell.

# %%
# fr: Écrivez "A", "B" ou "C".
# en: Write "A", "B" or "C".
verdict = ...

# %% lang="fr" jupyter={"source_hidden": true}
# Que se passait-il ?
secret = school.truth.loc[594]
choice = str(verdict).strip().upper()
if choice == "A" and not secret["job"]:
    print("Vous accusez à tort, comme l’entreprise : Emma n’a aucun travail.")
elif choice == "B" and secret["sleeplessness"]:
    print("C’est vrai. Mais rien ne le prouvait : d’autres ont les mêmes nuits et dorment bien.")
elif choice == "C":
    print("C’est la réponse honnête. L’entreprise, elle, a choisi A.")
elif verdict is ...:
    print('Vous n’avez encore rien dit : à la place des trois points, écrivez "A", "B" ou "C".')
else:
    print('Écrivez "A", "B" ou "C", avec les guillemets.')
if choice in ("A", "B", "C"):
    display(avatar(school, 594))

# %% lang="en" jupyter={"source_hidden": true}
# What was going on?
secret = school.truth.loc[594]
choice = str(verdict).strip().upper()
if choice == "A" and not secret["job"]:
    print("You accuse her wrongly, as the company did: Emma has no job at all.")
elif choice == "B" and secret["sleeplessness"]:
    print("True. But nothing proved it: others have the same nights and sleep well.")
elif choice == "C":
    print("That is the honest answer. The company chose A.")
elif verdict is ...:
    print('You have not said anything yet: in place of the three dots, write "A", "B" or "C".')
else:
    print('Write "A", "B" or "C", with the quotes.')
if choice in ("A", "B", "C"):
    display(avatar(school, 594))

# %% [markdown] lang="fr"
# Emma ne trouvait pas le sommeil. Elle a même cherché, deux fois, *mieux dormir*. La machine n’a compté que les heures :
# elle lui a envoyé des boissons énergisantes.
#
# Cherchez un meilleur seuil : changez `least`. Existe-t-il une valeur qui n’accuse personne à tort, et qui trouve quelqu’un ?

# %% [markdown] lang="en"
# Emma could not get to sleep. She even searched, twice, for *mieux dormir* (sleep better). The machine only counted hours:
# it sent her energy drinks.
#
# Look for a better threshold: change `least`. Is there a value that accuses nobody wrongly, and finds somebody?

# %%
least = 8

# %% jupyter={"source_hidden": true}
# fr: La règle, appliquée à tout le lycée.
# en: The rule, applied to the whole school.
nights = late.assign(night=late["time"].dt.date).groupby("pupil")["night"].nunique()


def rule(least):
    named = nights.index[nights >= least]
    right = int(school.truth.loc[named, "job"].sum())
    return right, len(named) - right


# %% lang="fr" jupyter={"source_hidden": true}
# La règle, avec votre seuil.
right, wrong = rule(least)
print(f"Désignés : {right + wrong}. Ont un travail : {right}. Accusés à tort : {wrong}.")

# %% lang="en" jupyter={"source_hidden": true}
# The rule, with your threshold.
right, wrong = rule(least)
print(f"Named: {right + wrong}. Have a job: {right}. Wrongly accused: {wrong}.")

# %% [markdown] lang="fr"
# ### Moins de détails, autant d’utilité
#
# Une trace sert aussi. L’équipe de mathématiques veut savoir **quels exercices sont trop durs**.
# Lui faut-il l’heure, le réseau, le numéro de l’élève ? Calculons deux fois.

# %% [markdown] lang="en"
# ### Fewer details, just as useful
#
# A trail is useful too. The maths teachers want to know **which exercises are too hard**.
# Do they need the hour, the network, the pupil’s number? Let us work it out twice.

# %% jupyter={"source_hidden": true}
# fr: Les trois exercices de seconde les moins réussis, cherchés deux fois.
# en: The three exercises of year 1 with the fewest right answers, searched twice.
maths = [name for name in lines["object"].cat.categories if name.startswith("exercises/2de-math")]
answers = lines[lines["object"].isin(maths) & (lines["verb"] == "answered")]
light = pd.DataFrame({"day": answers["time"].dt.date, **answers[["object", "score"]]})
hardest = pd.DataFrame(
    {
        which: table.groupby("object", observed=True)["score"].mean().nsmallest(3)
        for which, table in (("full", answers), ("light", light))
    }
)

# %% lang="fr" jupyter={"source_hidden": true}
# Le tableau des exercices.
hardest.columns = ["trace entière", "jour, exercice, note"]
hardest.index.name = "exercice"
hardest.map(percent).style.set_caption("Part moyenne de bonnes réponses, en mathématiques, seconde")

# %% lang="en" jupyter={"source_hidden": true}
# The table of exercises.
hardest.columns = ["whole trail", "day, exercise, score"]
hardest.index.name = "exercise"
hardest.map(percent).style.set_caption("Mean share of right answers, maths, year 1 (seconde)")

# %% [markdown] lang="fr"
# La réponse est la même. L’heure, le réseau et le numéro n’apportaient rien, sauf le moyen de vous suivre.
#
# ### Le compteur des dégâts
#
# Quatre moments connus de chacun, et la règle de l’entreprise. Trois façons de garder la trace.

# %% [markdown] lang="en"
# Same answer. The hour, the network and the number added nothing, except a way to follow you.
#
# ### The damage counter
#
# Four known moments of each pupil, and the company’s rule. Three ways of keeping the trail.

# %% jupyter={"source_hidden": true}
# fr: Le compte des dégâts. Sans le numéro, rien ne relie deux lignes entre elles, ni à une classe :
# fr: personne n’est isolé, mais aucune des deux questions des professeurs n’a plus de réponse.
# en: The count of the damage. Without the number, nothing links two lines, or a line with a class:
# en: nobody is singled out, but neither of the teachers’ two questions is answered any more.
service = ["opaque_id", "class"]
singled_out = {
    step: round(school.size * Moments(lines, what=what, resolution=step).unicity(4).value)
    for what, step in ((["time", "place"], "1h"), (["time"], "1d"))
}
followed = euros_a_year(school, [*service, "trail"])
damages = [
    Damage(singled_out["1h"], rule(8)[1], followed, usefulness(service), school.size),
    Damage(singled_out["1d"], 0, followed, usefulness(service), school.size),
    Damage(0, 0, euros_a_year(school, service), usefulness(service, questions=0), school.size),
]

# %% lang="fr" jupyter={"source_hidden": true}
# Le compteur.
names = ["l’heure, le réseau, le numéro", "le jour, le numéro", "le jour, sans numéro"]
counter(dict(zip(names, damages, strict=True)), of="Gardé avec l’exercice et la note")

# %% lang="en" jupyter={"source_hidden": true}
# The counter.
names = ["hour, network, number", "day, number", "day, without the number"]
counter(dict(zip(names, damages, strict=True)), of="Kept with the exercise and the score")

# %% [markdown] lang="fr"
# L’heure et le réseau ne servent qu’à vous suivre : sans eux, personne n’est retrouvé, et la classe ne perd rien.
# Mais tant qu’un numéro relie les lignes, la trace se vend encore.
#
# Sans numéro, elle ne rapporte plus rien. On trouve toujours les exercices trop durs ;
# on ne peut plus choisir l’exercice suivant de chaque élève, ni comparer deux méthodes. **Protéger a un prix : à vous d’en juger.**

# %% [markdown] lang="en"
# The hour and the network only serve to follow you: without them, nobody is found, and the class loses nothing.
# But as long as a number links the lines, the trail still sells.
#
# Without the number, it brings in nothing more. The exercises that are too hard are still found;
# choosing each pupil’s next exercise and comparing two methods are no longer possible. **Protection has a price: you be the judge.**

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minute 32.** Faites voter avant d’exécuter. A et B sont tentants. Si presque personne ne vote C, dites-le.
# > Les traits secrets d’Emma sont tirés au sort, comme tout le reste : la trace penche vers eux, sans jamais les dire.
# > *Le seuil* : plus il est haut, moins la règle accuse, mais moins elle trouve. Une seule valeur trouve quelqu’un sans accuser personne à tort, 39 nuits : elle trouve **un** élève,
# > sur les 142 qui ont un travail. C’est le thème de la leçon 5.
# > *Zéro accusé avec le jour seul* : sans l’heure, la règle « après minuit » ne peut plus s’écrire.
# > *Euros* : ce que rapporteraient des publicités choisies d’après la trace ; une estimation, expliquée sous le tableau et refaite en leçon 6.
# > *67 %* : quatre usages sur six. Les exercices trop durs n’en font pas partie : c’est une question de plus, qui marche dans les trois cas.
# > *Erreur fréquente* : « elle dort mal, donc B était juste ». Parmi ceux qui ont ces nuits-là, certains dorment bien : on ne le savait pas, on l’a parié.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minute 32.** Take the vote before running the cell. A and B are tempting. If hardly anyone votes C, say so.
# > Emma’s secret traits are drawn at random, like everything else: the trail leans towards them without ever saying them.
# > *The threshold*: the higher it is, the fewer it accuses and the fewer it finds. Only one value finds somebody and accuses nobody wrongly, 39 nights: it finds **one** pupil,
# > of the 142 who have a job. That is the theme of lesson 5.
# > *Nobody accused with the day only*: without the hour, the rule “after midnight” cannot even be written.
# > *Euros*: what advertisements chosen from the trail would bring in; an estimate, explained under the table and worked out again in lesson 6.
# > *67%*: four uses out of six. The exercises that are too hard are not one of them: that is one question more, which works in all three cases.
# > *Usual mistake*: “she sleeps badly, so B was right”. Among those who have such nights, some sleep well: nobody knew, they bet.

# %% [markdown] lang="fr"
# ## 6. Écrivez la recherche (niveau Écrire, NSI)
#
# Un fichier CSV, une liste de dictionnaires, deux boucles : c’est tout ce qu’il faut.
# Voici la première semaine : une ligne par élève, par heure et par sorte d’endroit.

# %% [markdown] lang="en"
# ## 6. Write the search (Write level, computer science)
#
# A CSV file, a list of dictionaries, two loops: that is all it takes.
# Here is the first week: one row per pupil, per hour and per kind of place.

# %%
first_week = lines.loc[lines["hour"] < "2026-09-14", ["pupil", "hour", "where"]].drop_duplicates()
text = first_week.to_csv(index=False, date_format="%Y-%m-%d %H:%M")
print(*text.splitlines()[:4], sep="\n")

# %%
import csv

# fr: Pour un fichier sur le disque, on écrirait csv.DictReader(open("trace.csv", encoding="utf-8")).
# en: For a file on disk, we would write csv.DictReader(open("trace.csv", encoding="utf-8")).
rows = list(csv.DictReader(text.splitlines()))
rows[0]

# %% [markdown] lang="fr"
# **Question 1.** Complétez `present`. Elle renvoie la liste des numéros qui étaient là :
# à cette heure **et** dans cette sorte d’endroit.

# %% [markdown] lang="en"
# **Question 1.** Complete `present`. It returns the list of the numbers that were there:
# at that hour **and** in that kind of place.

# %%
small = [
    {"pupil": "3", "hour": "19:00", "where": HOME},
    {"pupil": "8", "hour": "19:00", "where": SCHOOL},
    {"pupil": "5", "hour": "19:00", "where": HOME},
    {"pupil": "9", "hour": "19:00", "where": HOME},
    {"pupil": "5", "hour": "20:00", "where": HOME},
    {"pupil": "8", "hour": "20:00", "where": HOME},
    {"pupil": "9", "hour": "20:00", "where": HOME},
    {"pupil": "3", "hour": "21:00", "where": HOME},
    {"pupil": "5", "hour": "21:00", "where": HOME},
]


def present(rows, hour, where):
    there = []
    for row in rows:
        # fr: Ajoutez le numéro de cet élève s’il était là.
        # en: Add this pupil’s number if they were there.
        ### BEGIN SOLUTION
        if row["hour"] == hour and row["where"] == where:
            there.append(row["pupil"])
        ### END SOLUTION
    return there


check("present", present(small, "19:00", HOME), ["3", "5", "9"])

# %% [markdown] lang="fr"
# **Question 2.** Complétez `suspects`. On part de ceux qui étaient là au premier moment ;
# à chaque moment suivant, on ne garde que ceux qui y étaient aussi.

# %% [markdown] lang="en"
# **Question 2.** Complete `suspects`. We start with those who were there at the first moment;
# at each later moment, we only keep those who were there too.

# %%
three_moments = [("19:00", HOME), ("20:00", HOME), ("21:00", HOME)]


def suspects(rows, known):
    hour, where = known[0]
    left = present(rows, hour, where)
    for hour, where in known[1:]:
        there = present(rows, hour, where)
        # fr: Ne gardez dans left que ceux qui sont aussi dans there.
        # en: Keep in left only those who are also in there.
        ### BEGIN SOLUTION
        left = [pupil for pupil in left if pupil in there]
        ### END SOLUTION
    return left


check("suspects", suspects(small, three_moments), ["5"])

# %% [markdown] lang="fr"
# **Et sur le lycée entier ?** Les quatre moments d’Emma : trouvez-vous autant de suspects que le kit ?

# %% [markdown] lang="en"
# **And on the whole school?** Emma’s four moments: do you find as many suspects as the kit?

# %%
check("school", len(suspects(rows, known)), len(who_fits(known)))
[len(suspects(rows, known[:points])) for points in range(1, 5)]

# %% [markdown] lang="fr"
# **Question bonus.** `present` relit tout le fichier à chaque moment. Complétez `crowds`, qui le lit **une seule fois** :
# un dictionnaire dont la clé est le p-uplet (heure, endroit) et la valeur la liste des numéros présents.

# %% [markdown] lang="en"
# **Bonus question.** `present` reads the whole file again for each moment. Complete `crowds`, which reads it **only once**:
# a dictionary whose key is the tuple (hour, place) and whose value is the list of the numbers present.


# %%
def crowds(rows):
    found = {}
    for row in rows:
        key = (row["hour"], row["where"])
        # fr: Rangez le numéro de cet élève sous cette clé.
        # en: Put this pupil’s number under this key.
        ### BEGIN SOLUTION
        if key not in found:
            found[key] = []
        found[key].append(row["pupil"])
        ### END SOLUTION
    return found


check(
    "crowds",
    crowds(small),
    {
        ("19:00", HOME): ["3", "5", "9"],
        ("19:00", SCHOOL): ["8"],
        ("20:00", HOME): ["5", "8", "9"],
        ("21:00", HOME): ["3", "5"],
    },
)

# %% [markdown] lang="fr" tags=["teacher"]
# > **Erreurs fréquentes** : `or` au lieu de `and` dans la question 1 ; dans la question 2, garder `there` au lieu de l’intersection
# > (on ne retient que le dernier moment), ou mettre `return left` dans la boucle ; retirer des éléments de `left` pendant qu’on la parcourt.
# > *Pourquoi une lecture suffit-elle ?* Avec `present`, quatre moments font quatre lectures du fichier ; avec `crowds`, une lecture, puis quatre accès au dictionnaire.
# > *Différencier* : les plus rapides cherchent les quatre moments les plus **rares** de leur avatar, et montrent qu’un seul suffit souvent ;
# > les plus lents commencent par les neuf lignes de `small`, écrites au tableau, et barrent.

# %% [markdown] lang="en" tags=["teacher"]
# > **Usual mistakes**: `or` instead of `and` in question 1; in question 2, keeping `there` instead of the intersection
# > (only the last moment is left), or putting `return left` inside the loop; removing items from `left` while looping over it.
# > *Why is one reading enough?* With `present`, four moments mean four readings of the file; with `crowds`, one reading, then four look-ups in the dictionary.
# > *Differentiation*: the fastest look for the four **rarest** moments of their avatar, and show that one is often enough;
# > the slowest start with the nine rows of `small`, written on the board, and cross out.

# %% [markdown] lang="fr"
# ## 7. Mise en commun
#
# ### Les mots
#
# | Mot | Ce qu’il veut dire | Aujourd’hui |
# |---|---|---|
# | **trace** | toutes les lignes qu’une personne laisse derrière elle, rangées dans l’ordre | les douze semaines de 594 |
# | **métadonnée** | ce qui décrit une action sans dire ce qu’elle contient | l’heure, le réseau, l’appareil |
# | **signature** | ce qui ne correspond qu’à une seule personne | quatre moments |
#
# ### Quatre questions à discuter
#
# 1. Le nom était effacé. Pourquoi cela n’a-t-il pas suffi ?
# 2. La carte d’Emma dit-elle que ses parents sont séparés ? Qu’elle dort mal ? Qu’est-ce qu’elle *dit*, et qu’est-ce qu’on *suppose* ?
# 3. « Je n’ai rien à cacher. » Qu’est-ce que 594 n’a jamais choisi de montrer ?
# 4. Combien de temps un lycée a-t-il besoin de garder de telles lignes ? Et l’heure exacte ?

# %% [markdown] lang="en"
# ## 7. Talking it over
#
# ### The words
#
# | Word | What it means | Today |
# |---|---|---|
# | **trail** | all the lines a person leaves behind, in order | the twelve weeks of 594 |
# | **metadata** | what describes an action without saying what is in it | the time, the network, the device |
# | **signature** | what matches one person only | four moments |
#
# ### Four questions to discuss
#
# 1. The name had been removed. Why was it not enough?
# 2. Does Emma’s map say that her parents are separated? That she sleeps badly? What does it *say*, and what do we *suppose*?
# 3. “I have nothing to hide.” What did 594 never choose to show?
# 4. How long does a school need to keep such lines? And the exact hour?

# %% [markdown] lang="fr"
# ### D’autres l’ont mesuré
#
# - En 2006, le moteur de recherche AOL publie les recherches faites sous **657 426** identifiants, des numéros à la place des noms.
# - En 2013, Yves-Alexandre de Montjoye et ses collègues : 1,5 million de téléphones, quatre points, **95 %** de personnes seules.
# - En 2014, New York publie **173 millions** de courses de taxi, les numéros cachés par un calcul, MD5. La leçon 4 montre pourquoi cela ne suffit pas.
# - En 2015, les achats par carte bancaire de 1,1 million de personnes, quatre points, **90 %**.
# - En 2021, dans une population de 60 millions de personnes, encore **93 %**.
#
# ### Et à l’école ?
#
# En février 2018, un rapport des inspections générales range les données d’un élève en trois : celles qu’il **déclare**,
# celles qu’il **laisse** (les traces), celles que l’on en **déduit**. Aujourd’hui, vous avez vu passer de la deuxième à la troisième.
#
# Le règlement européen (RGPD, article 5) demande de ne recueillir que le nécessaire et de ne pas le garder plus longtemps qu’il ne faut.
# En France, les comptes d’un espace numérique de travail sont effacés dans les trois mois qui suivent le départ de l’élève.

# %% [markdown] lang="en"
# ### Others have measured it
#
# - In 2006, the search engine AOL published the searches made under **657,426** identifiers, numbers in place of names.
# - In 2013, Yves-Alexandre de Montjoye and colleagues: 1.5 million phones, four points, **95%** of people alone.
# - In 2014, New York published **173 million** taxi rides, the numbers hidden by a calculation, MD5. Lesson 4 shows why that is not enough.
# - In 2015, the card payments of 1.1 million people, four points, **90%**.
# - In 2021, in a population of 60 million people, still **93%**.
#
# ### And at school?
#
# In February 2018, a report by the French school inspectors sorted a pupil’s data into three kinds: those they **declare**,
# those they **leave** (traces), those that are **deduced**. Today you have watched the second kind become the third.
#
# European law (the GDPR, article 5) asks for only what is necessary to be collected, and kept no longer than needed.
# In France, the accounts of a school’s online workspace are deleted within three months of the pupil’s leaving.

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minutes 37 à 50 : ce que l’on peut entendre.**
# >
# > 1. Parce que le même numéro relie toutes les lignes : reconnaître quatre d’entre elles, c’est les avoir toutes.
# >    Effacer le nom protège des regards, pas de quelqu’un qui sait déjà un peu. Le G29 (avis 05/2014) appelle cela l’*individualisation*.
# > 2. Elle *dit* : deux réseaux qui alternent, des connexions après minuit. Elle ne dit ni pourquoi, ni avec qui. Un élève chez sa grand-mère,
# >    un interne, une garde d’enfants feraient les mêmes carrés. Le tri entre « dit » et « suppose » est le cœur de la séance.
# > 3. Ses heures, ses nuits, ses toits. Elle n’a rien publié : elle a fait ses devoirs. Renversez : « Qui a besoin de le savoir ? »
# > 4. Il n’y a pas un seul bon chiffre. L’usage décide : une panne se cherche sur quelques jours, une étude se contente du jour. Un service national récent
# >    garde ses journaux de connexion un an : demandez ce qui le justifierait.
# >
# > **Si un élève veut lire la trace d’un camarade** : non, et on le dit calmement. Ce serait le surveiller. L’avatar du voisin, lui, est fictif.
# >
# > **Si un élève se reconnaît** (deux maisons, des nuits difficiles) : tout est tiré au sort, et la règle vaut pour tous : on parle des avatars, jamais de soi.
# > Donnez-lui un autre numéro sans demander pourquoi. Si quelque chose l’inquiète, l’infirmerie et la vie scolaire sont là ; ne le dites pas devant la classe.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minutes 37 to 50: what you may hear.**
# >
# > 1. Because the same number ties all the lines together: recognise four of them, and you have them all.
# >    Removing the name protects from a passing glance, not from someone who already knows a little. The Article 29 group (opinion 05/2014) calls it *singling out*.
# > 2. It *says*: two networks that alternate, connections after midnight. It says neither why nor with whom. A pupil at her grandmother’s,
# >    a boarder, a babysitting job would draw the same squares. Sorting what it says from what we suppose is the heart of the lesson.
# > 3. Her hours, her nights, her roofs. She published nothing: she did her homework. Turn it round: “Who needs to know?”
# > 4. There is no single right figure. The use decides: a fault is traced over a few days, a study needs only the day. One recent national service
# >    keeps its connection logs for a year: ask what would justify it.
# >
# > **If a pupil wants to read a classmate’s trail**: no, said calmly. It would be spying. The neighbour’s avatar is made up.
# >
# > **If a pupil recognises themselves** (two homes, bad nights): everything is drawn at random, and the rule is the same for all: we talk about avatars, never about ourselves.
# > Give them another number without asking why. If something worries them, the school nurse and pastoral staff are there; do not say it in front of the class.

# %% [markdown] lang="fr"
# ## 8. À copier
#
# 1. Une **trace** est la suite des lignes qu’une personne laisse en utilisant un service. Une ligne seule ne dit presque rien ; ensemble, elles font un portrait.
# 2. Une **métadonnée** décrit une action sans dire ce qu’elle contient : l’heure, le réseau, l’appareil. Elle suffit à dire quand on veille et où l’on dort.
# 3. Une trace est une **signature** : au lycée fictif, quatre moments connus (une heure et un réseau) isolent 98 % des élèves ; en 2013, 95 % de 1,5 million de téléphones.
# 4. Remplacer le nom par un numéro ne rend pas une trace anonyme : le numéro relie toutes les lignes.
# 5. Une trace **dit** des heures et des lieux ; les raisons, on les **suppose**. Celui qui les devine accuse des innocents.
# 6. Moins précis et moins longtemps : avec le jour seul, personne n’est isolé, et l’on trouve encore les exercices trop durs.

# %% [markdown] lang="en"
# ## 8. To copy
#
# 1. A **trail** is the series of lines a person leaves by using a service. One line says hardly anything; together they make a portrait.
# 2. **Metadata** describe an action without saying what is in it: the time, the network, the device. They are enough to tell when you lie awake and where you sleep.
# 3. A trail is a **signature**: in the made-up school, four known moments (an hour and a network) single out 98% of pupils; in 2013, 95% of 1.5 million phones.
# 4. Replacing the name with a number does not make a trail anonymous: the number ties all the lines together.
# 5. A trail **says** when and where; we only **suppose** the reasons. Whoever guesses them accuses the innocent.
# 6. Less precise and for less long: with the day only, nobody is singled out, and the exercises that are too hard are still found.

# %% [markdown] lang="fr" tags=["teacher"]
# ## Réponses attendues
#
# Le kit les recalcule à chaque fois, pour `School(seed=2)`.
#
# *Partie 2.* **759** élèves sur 1 100 ont laissé au moins une ligne entre minuit et 4 heures.
#
# *Partie 4. Quatre moments, 1 100 numéros au départ*
#
# | Moment lu | Numéros restants |
# |---|---|
# | lundi à 19 h, à la maison | 346 |
# | mardi à 15 h, au lycée | 76 |
# | mercredi à 20 h, à la maison | 29 |
# | vendredi à 19 h, en route | 1 |
#
# *Partie 4. Part d’élèves seuls, selon le nombre de moments connus*
#
# | Moments écrits avec | 1 | 2 | 3 | 4 | 5 |
# |---|---|---|---|---|---|
# | `"time"`, `"place"`, `"1h"` | 65,2 % | 87,3 % | 96,4 % | 98,5 % | 99,4 % |
# | `"time"`, `"place"`, `"1d"` | 56,1 % | 77,4 % | 87,7 % | 92,5 % | 95,4 % |
# | `"time"`, `"1h"` | 0,0 % | 0,6 % | 9,7 % | 31,5 % | 60,4 % |
# | `"time"`, `"1d"` | 0,0 % | 0,0 % | 0,0 % | 0,0 % | 0,0 % |
#
# - **Défi 1** : 5 moments.
# - **Défi 2** : `["time"]` avec `"1d"` ou `"1w"`. À six heures près, il reste quelques élèves seuls.
# - **Défi 3** : effacer le réseau. À quatre moments, on passe de 98,5 % à 31,5 % ; avec le jour au lieu de l’heure, à 92,5 % seulement.
#
# *Partie 5. La règle « des traces après minuit, donc un travail »*
#
# | Au moins… nuits | Désignés | Ont un travail | Accusés à tort |
# |---|---|---|---|
# | 1 | 759 | 111 | 648 |
# | 8 | 177 | 40 | 137 |
# | 20 | 51 | 11 | 40 |
# | 39 | 1 | 1 | 0 |
#
# *Partie 5. Le compteur des dégâts*
#
# | Gardé avec l’exercice et la note | Retrouvés | Accusés à tort | Euros par an | Utilité gardée |
# |---|---|---|---|---|
# | l’heure, le réseau, le numéro | 1 083 | 137 | 1 307 € | 100 % |
# | le jour, le numéro | 0 | 0 | 1 307 € | 100 % |
# | le jour, sans numéro | 0 | 0 | 0 € | 67 % |

# %% [markdown] lang="en" tags=["teacher"]
# ## Expected answers
#
# The kit works them out afresh each time, for `School(seed=2)`.
#
# *Part 2.* **759** pupils out of 1,100 left at least one line between midnight and 4 a.m.
#
# *Part 4. Four moments, 1,100 numbers to begin with*
#
# | Moment read | Numbers left |
# |---|---|
# | Monday at 7 p.m., at home | 346 |
# | Tuesday at 3 p.m., at school | 76 |
# | Wednesday at 8 p.m., at home | 29 |
# | Friday at 7 p.m., on the way | 1 |
#
# *Part 4. Share of pupils alone, by number of known moments*
#
# | Moments written with | 1 | 2 | 3 | 4 | 5 |
# |---|---|---|---|---|---|
# | `"time"`, `"place"`, `"1h"` | 65.2% | 87.3% | 96.4% | 98.5% | 99.4% |
# | `"time"`, `"place"`, `"1d"` | 56.1% | 77.4% | 87.7% | 92.5% | 95.4% |
# | `"time"`, `"1h"` | 0.0% | 0.6% | 9.7% | 31.5% | 60.4% |
# | `"time"`, `"1d"` | 0.0% | 0.0% | 0.0% | 0.0% | 0.0% |
#
# - **Challenge 1**: 5 moments.
# - **Challenge 2**: `["time"]` with `"1d"` or `"1w"`. To the nearest six hours, a few pupils are still alone.
# - **Challenge 3**: removing the network. With four moments, the share falls from 98.5% to 31.5%; with the day instead of the hour, only to 92.5%.
#
# *Part 5. The rule “traces after midnight, therefore a job”*
#
# | At least… nights | Named | Have a job | Wrongly accused |
# |---|---|---|---|
# | 1 | 759 | 111 | 648 |
# | 8 | 177 | 40 | 137 |
# | 20 | 51 | 11 | 40 |
# | 39 | 1 | 1 | 0 |
#
# *Part 5. The damage counter*
#
# | Kept with the exercise and the score | Found | Wrongly accused | Euros a year | Usefulness kept |
# |---|---|---|---|---|
# | hour, network, number | 1,083 | 137 | €1,307 | 100% |
# | day, number | 0 | 0 | €1,307 | 100% |
# | day, without the number | 0 | 0 | €0 | 67% |

# %% [markdown] lang="fr" tags=["teacher"]
# ## Si ça se passe mal
#
# - **Rien ne s’ouvre chez les élèves** : projetez le tableau de bord 3 (`make show`), à main levée. Lisez à voix haute les parties 1 et 5.
# - **Pas d’électricité, pas de réseau** : les cartes `.venv/bin/poucet cards --lesson 3`, imprimées en A4 noir et blanc.
# - **`NameError`** : une cellule plus haut n’a pas été exécutée. Reprenez du début, dans l’ordre.
# - **Une phrase d’erreur en rouge** : elle dit ce qui a été écrit et ce qu’il faut écrire. Faites-la lire à voix haute.
# - **La liste `known` a plus de quatre moments** : une cellule de la partie 4 a été exécutée deux fois. Reprenez au premier moment.
# - **Un pari verrouillé trop vite** : il reste verrouillé. C’est la règle, et c’est plus drôle.
#
# ## Différencier
#
# - *Plus guidé* : les parties 1, 2, 4 (sans les défis) et 8 forment une leçon complète, sans toucher au code.
# - *Plus loin, sans code* : écrire la règle de conservation du lycée en trois lignes : quoi, avec quelle précision, combien de temps.
# - *Plus loin, en NSI* : la partie 6 et sa question bonus.
#
# ## Ce que la leçon couvre
#
# | Enseignement | Capacités |
# |---|---|
# | SNT (seconde) | définir une donnée personnelle ; les métadonnées ; rechercher, filtrer et calculer sur une table |
# | NSI (première) | importer un fichier CSV, rechercher dans une table, client et serveur, jeux de tests |
# | EMC | débattre d’un cas concret : vie privée, surveillance, droits des personnes (programme : arrêté du 29 mai 2024) |
# | CRCN / Pix | 1.3 traiter des données ; 4.2 protéger les données personnelles et la vie privée |
#
# ## Sources
#
# - Y.-A. de Montjoye, C. Hidalgo, M. Verleysen, V. Blondel, *Unique in the Crowd*, Scientific Reports 3, 1376, 2013 ; et, sur les cartes bancaires, 2015.
# - A. Farzanehfar et coll., 2021 (60 millions de personnes).
# - AOL, 2006 ; taxis de New York, 2014 : affaires publiques.
# - Rapport des inspections générales sur les données numériques à l’école, février 2018 (Next).
# - Groupe de l’article 29, avis 05/2014 sur les techniques d’anonymisation.
# - Règlement (UE) 2016/679 (RGPD), article 5 ; arrêté du 30 novembre 2006, article 6 (espaces numériques de travail).
# - Journal du serveur, habitudes et adresses : inventés par le kit ; adresses réservées à la documentation (RFC 5737, RFC 3849).

# %% [markdown] lang="en" tags=["teacher"]
# ## If it goes wrong
#
# - **Nothing opens for the pupils**: project dashboard 3 (`POUCET_LANG=en make show`, or click English), with a show of hands. Read parts 1 and 5 aloud.
# - **No power, no network**: the cards from `.venv/bin/poucet cards --lesson 3 --lang en`, printed on A4 in black and white.
# - **`NameError`**: a cell further up was not run. Start again from the top, in order.
# - **An error sentence in red**: it says what was written and what should be. Have it read aloud.
# - **The list `known` has more than four moments**: a cell of part 4 was run twice. Go back to the first moment.
# - **A bet locked too soon**: it stays locked. Those are the rules, and it is more fun.
#
# ## Differentiation
#
# - *More support*: parts 1, 2, 4 (without the challenges) and 8 make a complete lesson, without touching the code.
# - *Further, without code*: write the school’s rule for keeping logs in three lines: what, how precise, how long.
# - *Further, in computer science*: part 6 and its bonus question.
#
# ## What the lesson covers
#
# | Subject | Skills |
# |---|---|
# | SNT (digital science, first year of lycée) | define personal data; metadata; search, filter and compute on a table |
# | NSI (computer science, second year) | import a CSV file, search a table, client and server, test cases |
# | EMC (civics) | debate a concrete case: private life, surveillance, people’s rights (syllabus: order of 29 May 2024) |
# | CRCN / Pix (digital skills framework) | 1.3 process data; 4.2 protect personal data and privacy |
#
# ## Sources
#
# - Y.-A. de Montjoye, C. Hidalgo, M. Verleysen, V. Blondel, *Unique in the Crowd: the privacy bounds of human mobility*, Scientific Reports 3, 1376, 2013; and, on bank cards, 2015.
# - A. Farzanehfar et al., 2021 (60 million people).
# - AOL, 2006; New York taxis, 2014: well-known public cases.
# - French school inspectors’ report on digital data at school, February 2018 (Next).
# - Article 29 Working Party, opinion 05/2014 on anonymisation techniques.
# - Regulation (EU) 2016/679 (GDPR), article 5; French order of 30 November 2006, article 6 (schools’ online workspaces).
# - Server log, habits and addresses: made up by the kit; addresses reserved for documentation (RFC 5737, RFC 3849).
