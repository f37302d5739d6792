# ---
# jupyter:
#   kernelspec: {name: python3, display_name: Python 3, language: python}
#   poucet: {n: 5, slug: {fr: ce-que-la-machine-croit-savoir, en: what-the-machine-believes}, minutes: 55}
# ---

# %% tags=["note"]
# Numbers quoted in the prose are checked against the kit by tests/lessons/test_lesson_05.py.
# Whoever changes the seed, the school, the trail or the rules runs that test and rewrites the sentences.

# %% [markdown] lang="fr"
# # Ce que la machine croit savoir
#
# Personne n’a demandé à ces élèves s’ils dorment bien, si l’argent manque, si leurs parents vivent ensemble.
# Une machine a lu leurs clics. Elle a écrit une réponse quand même.
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
# # What the machine believes
#
# Nobody asked these pupils whether they sleep well, whether money is short, whether their parents live together.
# A machine has read their clicks. It wrote an answer all the same.
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
# > Ne tapez jamais les données d’une vraie personne : ni les vôtres, ni celles d’un camarade.

# %% [markdown] lang="en"
# > **Everything here is made up.** The lycée of Valmorne does not exist, and nor do its pupils.
# > Their clicks, their nights and their secrets were drawn at random.
# > Never type in a real person’s data: not your own, not a classmate’s.

# %% [markdown] lang="fr" tags=["teacher"]
# ## Fiche de l’enseignant
#
# **Avant** : sur chaque poste, `make open` (voir le README) ; au vôtre, `make show`. Imprimez les cartes
# en secours. Attribuez à chaque élève un numéro entre 1 et 1 100 (par exemple son rang dans la liste × 26).
# La liste des numéros reste sur votre papier.
#
# *Déroulement en 55 minutes*
#
# | Minute | Partie | Vous | Les élèves |
# |---|---|---|---|
# | 0–5 | 1. Une fiche sur Juliette | projetez la fiche, faites voter à main levée | lisent, votent, découvrent |
# | 5–12 | 2. Votre avatar, premier pari | distribuez les numéros, faites verrouiller les paris | lisent leur fiche, parient |
# | 12–26 | 3. La règle et son seuil | lisez un indice à voix haute, puis circulez | parient deux fois, lisent le tableau, déplacent le seuil |
# | 26–33 | 4. L’erreur a un visage | faites voter A, B ou C, puis remplir le tableau des usages | accusent, découvrent, choisissent |
# | 33–38 | 5. La même erreur pour tous ? | faites lire la dernière ligne, puis la première | comparent deux groupes |
# | 38–50 | 7. Mise en commun | animez les quatre questions | argumentent, posent les mots |
# | 50–55 | 8. À copier | projetez | copient |
#
# En NSI : partie 3 en huit minutes, parties 4 et 5 au tableau en six, quinze minutes pour la partie 6 ;
# il reste neuf minutes pour la partie 7 : posez les questions 1 et 2.
#
# **Version de 25 minutes** : parties 1 (5 min), 3 sans les défis (9 min), 4 projetée (4 min),
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
# | 0–5 | 1. A card about Juliette | project the card, take a show of hands | read, vote, find out |
# | 5–12 | 2. Your avatar, first bet | hand out the numbers, have the bets locked | read their card, bet |
# | 12–26 | 3. The rule and its threshold | read one clue aloud, then walk round | bet twice, read the table, move the threshold |
# | 26–33 | 4. The mistake has a face | take a vote on A, B or C, then have the table of uses filled in | accuse, find out, choose |
# | 33–38 | 5. The same error for all? | have the last row read, then the first | compare two groups |
# | 38–50 | 7. Talking it over | lead the four questions | argue, and settle the words |
# | 50–55 | 8. To copy | project it | copy |
#
# With computer science pupils: part 3 in eight minutes, parts 4 and 5 on the board in six, fifteen minutes for part 6;
# that leaves nine minutes for part 7: ask questions 1 and 2.
#
# **In 25 minutes**: parts 1 (5 min), 3 without the challenges (9 min), 4 projected (4 min),
# the first question of part 7 (3 min), 8 (4 min). It all works on the projector, with a show of hands.

# %% [markdown] lang="fr"
# ## 1. Une fiche sur Juliette
#
# Le service en ligne du lycée garde douze semaines de clics. Une entreprise y a installé une machine.
# Elle lit toutes les lignes, et remplit une fiche sur chaque élève.

# %% [markdown] lang="en"
# ## 1. A card about Juliette
#
# The school’s online service keeps twelve weeks of clicks. A company has set up a machine on it.
# The machine reads every line, and fills in a card about each pupil.
# (Classes named 2de, 1re and Tle are years 1, 2 and 3 of lycée.)

# %% jupyter={"source_hidden": true}
# fr: Les outils de la leçon.
# en: The tools of the lesson.
from html import escape

import pandas as pd
from IPython.display import HTML, display

from poucet import School, infer, trail
from poucet.attacks.habits_seen import habits_seen
from poucet.attacks.inference import trait_name
from poucet.attacks.inference_rules import RULES
from poucet.classroom import avatar, check, predict
from poucet.damages import Damage, counter, euros_a_year, usefulness
from poucet.figures import confusion, precision_recall
from poucet.figures.html import as_html
from poucet.i18n import number as written
from poucet.i18n import percent


def show(drawing, words):
    display(HTML(as_html(drawing, words, words)))


# %%
school = School(seed=2)
lines = trail(school)

# %% jupyter={"source_hidden": true}
# fr: Ce que la machine croit, à partir des seules lignes.
# en: What the machine believes, from the lines alone.
seen = habits_seen(lines)
traits = ["sleeplessness", "money_trouble", "separated_parents"]
believed = {trait: infer(seen, trait) for trait in traits}


def accused(pupil, trait):
    return pupil in set(believed[trait].people[believed[trait].guess])


# %% lang="fr" jupyter={"source_hidden": true}
# La fiche de la machine.
CARD, NOTHING, MADE_UP = "Fiche écrite par la machine", "Rien à signaler", "personnage fictif"
VERDICTS = {
    (True, True): "l’a écrit, et c’est vrai",
    (True, False): "l’a écrit, et c’est FAUX",
    (False, True): "ne l’a pas écrit, et pourtant c’est vrai",
    (False, False): "ne l’a pas écrit, et ce n’est pas vrai",
}
THE_MACHINE = "La machine…"

# %% lang="en" jupyter={"source_hidden": true}
# The machine’s card.
CARD, NOTHING, MADE_UP = "Card written by the machine", "Nothing to report", "made-up character"
VERDICTS = {
    (True, True): "wrote it, and it is true",
    (True, False): "wrote it, and it is FALSE",
    (False, True): "did not write it, and yet it is true",
    (False, False): "did not write it, and it is not true",
}
THE_MACHINE = "The machine…"


# %% jupyter={"source_hidden": true}
# fr: La fiche, puis la vérité.
# en: The card, then the truth.
def card(pupil):
    said = [trait_name(trait) for trait in traits if accused(pupil, trait)] or [NOTHING]
    row = school.pupils.loc[pupil]
    items = "".join(f'<li style="margin:4px 0">{escape(line)}</li>' for line in said)
    return HTML(
        '<section style="display:inline-block;min-width:340px;padding:12px 22px;background:#fff;'
        'color:#111;border:2px dashed #333;font-family:monospace">'
        f"<div>{CARD} · {MADE_UP}</div>"
        f'<div style="font-size:1.3em;font-weight:bold;margin:6px 0">{escape(row["given_name"])}, '
        f'{escape(row["class"])}</div><ul style="font-size:1.25em;margin:0">{items}</ul></section>'
    )


def truth(pupil):
    said = {
        trait_name(trait): VERDICTS[accused(pupil, trait), bool(school.truth.loc[pupil, trait])]
        for trait in traits
    }
    return pd.DataFrame({THE_MACHINE: said}).style


# %%
card(492)

# %% [markdown] lang="fr"
# Juliette n’a rien rempli, rien publié, rien confié. **Combien de ces trois lignes sont vraies ?**
# Votez à main levée : 0, 1, 2 ou 3. Puis exécutez.

# %% [markdown] lang="en"
# Juliette filled in nothing, published nothing, told nobody. **How many of these three lines are true?**
# Show of hands: 0, 1, 2 or 3. Then run the cell.

# %%
truth(492)

# %% [markdown] lang="fr"
# Deux lignes sur trois sont fausses. Rien, sur la fiche, ne les distingue de la vraie.
#
# Ce que l’on écrit sur quelqu’un sans qu’il l’ait dit, parce que d’autres données y font penser, s’appelle une **inférence**.

# %% [markdown] lang="en"
# Two lines out of three are false. On the card, nothing tells them from the true one.
#
# What is written about people who never said it, because other data point that way, is called an **inference**.

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minute 0.** Projetez la fiche, lisez-la d’une voix neutre. Ne dites pas encore qu’elle se trompe : une fiche aussi nette invite à voter 2 ou 3.
# > Après la révélation, demandez : « Qu’est-ce qui, sur la fiche, aurait pu vous mettre en garde ? » Rien : ni pourcentage, ni source.
# > *Mot à bannir* : « la machine sait ». Elle écrit, elle suppose, elle accuse.
# > *Pourquoi Juliette ?* Elle n’est pas un cas typique : elle fait partie des 19 élèves qui ont les trois lignes ; pour 10 d’entre eux, les trois sont vraies. Dites-le si on vous le demande.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minute 0.** Project the card and read it in a flat voice. Do not say yet that it is wrong: so neat a card invites a vote of 2 or 3.
# > After the reveal, ask: “What on the card could have warned you?” Nothing: no percentage, no source.
# > *Words to ban*: “the machine knows”. It writes, it supposes, it accuses.
# > *Why Juliette?* She is not a typical case: she is one of the 19 pupils with all three lines; for 10 of them, all three are true. Say so if asked.

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
# Voici la fiche que la machine a écrite sur vous. Juste dessous : ce qui est vrai.

# %% [markdown] lang="en"
# Here is the card that the machine wrote about you. Just below: what is true.

# %%
card(number)

# %%
truth(number)

# %% [markdown] lang="fr"
# Se taire, c’est aussi répondre : quand une chose est vraie et que la machine ne l’a pas écrite, elle **manque** quelqu’un.
#
# ### Premier pari : les lignes fausses (niveau Observer)
#
# Sur les 1 100 fiches, la machine a écrit **740 lignes** comme celles-là. Quel pourcentage de ces lignes est **faux** ?
# Placez le curseur et verrouillez. On ne revient pas en arrière.

# %% [markdown] lang="en"
# Silence is an answer too: when something is true and the machine has not written it, it **misses** someone.
#
# ### First bet: the false lines (Observe level)
#
# On the 1,100 cards, the machine wrote **740 lines** like these. What percentage of those lines is **false**?
# Set the slider and lock it. There is no going back.

# %%
bet = predict("false_lines", unit="%", low=0, high=100)
bet

# %%
written_lines = {trait: believed[trait].score(school.truth) for trait in traits}
false_lines = sum(len(score.accused) for score in written_lines.values())
all_lines = sum(guess.guess.sum() for guess in believed.values())
bet.reveal(100 * false_lines / all_lines)

# %% [markdown] lang="fr"
# Chaque ligne fausse **accuse quelqu’un à tort**, et rien sur la fiche ne la distingue des autres.

# %% [markdown] lang="en"
# Each false line **accuses somebody wrongly**, and nothing on the card tells it from the others.

# %% [markdown] lang="fr"
# ## 3. La règle et son seuil
#
# Comment fait-elle ? Il n’y a rien de magique. Pour « dort mal », elle compte des points.

# %% [markdown] lang="en"
# ## 3. The rule and its threshold
#
# How does it do it? There is no magic. For “sleeps badly”, it counts points.

# %% lang="fr" jupyter={"source_hidden": true}
# La règle, indice par indice.
rule = RULES["sleeplessness"]
pd.DataFrame(
    [(clue.sentence, clue.points) for clue in rule], columns=["indice : l’élève…", "points"]
).style.hide(axis="index")

# %% lang="en" jupyter={"source_hidden": true}
# The rule, clue by clue.
rule = RULES["sleeplessness"]
pd.DataFrame(
    [(clue.sentence, clue.points) for clue in rule], columns=["clue: the pupil…", "points"]
).style.hide(axis="index")

# %% [markdown] lang="fr"
# Les points s’additionnent. À partir de **3 points**, la machine écrit « dort mal » : ce nombre est le **seuil**.
# Les mots qu’elle guette sont *dormir*, *sommeil*, *insomnie*.
#
# Au lycée, **211 élèves** dorment vraiment mal. Deux paris.
#
# ### Deuxième pari : les manqués
#
# Parmi ces 211, combien la machine en laisse-t-elle passer ?

# %% [markdown] lang="en"
# Points add up. From **3 points** on, the machine writes “sleeps badly”: that number is the **threshold**.
# The words it looks out for are *dormir* (to sleep), *sommeil* (sleep), *insomnie* (insomnia).
#
# In the school, **211 pupils** really do sleep badly. Two bets.
#
# ### Second bet: the missed
#
# Of these 211, how many does the machine let through?

# %%
bet = predict("missed", unit="pupils", low=0, high=211)
bet

# %%
score = written_lines["sleeplessness"]
bet.reveal(len(score.missed))

# %% [markdown] lang="fr"
# ### Troisième pari : les accusés à tort
#
# Parmi les 889 autres, qui dorment bien, combien la machine en accuse-t-elle ?

# %% [markdown] lang="en"
# ### Third bet: the wrongly accused
#
# Of the 889 others, who sleep well, how many does the machine accuse?

# %%
bet = predict("wrongly_accused", unit="pupils", low=0, high=889)
bet

# %%
bet.reveal(len(score.accused))

# %% [markdown] lang="fr"
# ### Quatre cases
#
# Une machine qui accuse peut avoir raison de deux façons, et tort de deux façons.
# Ce tableau s’appelle une **matrice de confusion**.

# %% [markdown] lang="en"
# ### Four boxes
#
# A machine that accuses can be right in two ways, and wrong in two ways.
# This table is called a **confusion matrix**.

# %%
show(confusion.figure(score), confusion.sentence(score))

# %% [markdown] lang="fr"
# **Lisez la première colonne** : parmi les accusés, quelle part l’est à raison ? C’est la **précision** : 153 sur 190, soit 81 %.
#
# **Lisez la première ligne** : parmi ceux qui dorment mal, quelle part la machine trouve-t-elle ? C’est le **rappel** : 153 sur 211, soit 73 %.
#
# L’entreprise, elle, imprime un autre nombre sur sa brochure : « **91 % de bonnes réponses** ». Elle ne ment pas :
# elle ajoute les 852 élèves dont elle a eu raison de ne rien dire. Une machine débranchée, qui n’accuse jamais personne, en aurait déjà 81 %.

# %% [markdown] lang="en"
# **Read the first column**: of the accused, what share is rightly accused? That is the **precision**: 153 out of 190, or 81%.
#
# **Read the first row**: of those who sleep badly, what share does the machine find? That is the **recall**: 153 out of 211, or 73%.
#
# The company prints another number on its brochure: “**91% correct answers**”. It is not lying:
# it adds in the 852 pupils about whom it was right to say nothing. A machine that is unplugged, and never accuses anyone, would already have 81%.

# %% [markdown] lang="fr"
# ### Déplacez le seuil (niveau Modifier)
#
# Changez `least` (de 1 à 6), relancez, et suivez la barre grise : d’un seuil à l’autre, quand une courbe monte, l’autre descend.

# %% [markdown] lang="en"
# ### Move the threshold (Change level)
#
# Change `least` (from 1 to 6), run again, and follow the grey bar: from one threshold to the next, when one curve rises, the other falls.

# %%
trait = "sleeplessness"
least = 3

guess = infer(seen, trait)
scores = precision_recall.by_threshold(guess, school.truth)
show(precision_recall.figure(scores, least), precision_recall.sentence(scores, least))
show(confusion.figure(scores[least]), confusion.sentence(scores[least]))

# %% [markdown] lang="fr"
# ### Trois défis
#
# - **Défi 1** : trouvez le seuil qui n’accuse **personne** à tort. Combien d’élèves trouve-t-il, sur 211 ?
# - **Défi 2** : trouvez plus des **trois quarts** de ceux qui dorment mal. Combien d’innocents accuse-t-on ?
# - **Défi 3** : remettez 3 points, et changez `trait`. Lequel accuse le **plus d’élèves à tort** ?
#
# | Vous pouvez écrire | C’est |
# |---|---|
# | `"sleeplessness"` | dort mal |
# | `"money_trouble"` | soucis d’argent |
# | `"separated_parents"` | parents séparés |
# | `"illness"` | maladie de longue durée |
# | `"job"` | travaille après les cours |

# %% [markdown] lang="en"
# ### Three challenges
#
# - **Challenge 1**: find the threshold that accuses **nobody** wrongly. How many pupils does it find, out of 211?
# - **Challenge 2**: find more than **three quarters** of those who sleep badly. How many innocent pupils are accused?
# - **Challenge 3**: go back to 3 points, and change `trait`. Which one accuses the **most pupils wrongly**?
#
# | You can write | It is |
# |---|---|
# | `"sleeplessness"` | sleeps badly |
# | `"money_trouble"` | money trouble |
# | `"separated_parents"` | parents live apart |
# | `"illness"` | long-term illness |
# | `"job"` | works after school |

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minute 12.** Faites lire un indice et demandez : « Qui d’autre ferait cela, sans mal dormir ? » Un exposé, une sœur qui emprunte le téléphone, un lève-tard.
# > *Erreur fréquente* : confondre les deux parts. Le dénominateur fait tout : la précision se lit **en colonne** (parmi les accusés), le rappel **en ligne** (parmi les concernés).
# > *La brochure* : ces 81 % sont une coïncidence avec la précision. Ici, ce sont les 889 élèves qui dorment bien, sur 1 100. Plus un trait est rare, plus une machine muette paraît bonne.
# > *Défi 2* : à 2 points comme à 1 point, le résultat est le même, car les indices à 1 point ne viennent jamais seuls : chacun s’ajoute à un indice à 2 points.
# > *La question à laisser ouverte* : existe-t-il un bon seuil ? Pas sans savoir ce que l’on fera de la fiche. C’est la partie 4.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minute 12.** Have one clue read out and ask: “Who else would do this, and sleep well?” A talk to give, a sister borrowing the phone, a late riser.
# > *Usual mistake*: mixing up the two shares. The denominator does it all: precision is read **down a column** (of the accused), recall **along a row** (of those it is true of).
# > *The brochure*: this 81% equals the precision by chance. Here it is the 889 pupils who sleep well, out of 1,100. The rarer a trait, the better a silent machine looks.
# > *Challenge 2*: 2 points and 1 point give the same result, as the 1-point clues never come alone: each is added to a 2-point clue.
# > *The question to leave open*: is there a good threshold? Not without knowing what the card will be used for. That is part 4.

# %% [markdown] lang="fr"
# ## 4. L’erreur a un visage
#
# Voici tout ce que la machine retient contre une élève de seconde, sur douze semaines.

# %% [markdown] lang="en"
# ## 4. The mistake has a face
#
# Here is all that the machine holds against one girl in year 1 of lycée (*seconde*), over twelve weeks.

# %%
against = believed["sleeplessness"].evidence(930)
against.lines[["time", "verb", "object", "device"]].set_index("time")

# %% [markdown] lang="fr"
# Deux recherches, trois points : « dort mal ». À votre avis ?
#
# - **A** : elle dort mal.
# - **B** : elle cherchait pour autre chose, ou pour quelqu’un d’autre.
# - **C** : les lignes ne permettent pas de le dire.

# %% [markdown] lang="en"
# Two searches for *mieux dormir* (sleep better), on a phone (*téléphone*), three points: “sleeps badly”. What do you think?
#
# - **A**: she sleeps badly.
# - **B**: she was searching for something else, or for someone else.
# - **C**: the lines cannot tell.

# %%
# fr: Écrivez "A", "B" ou "C".
# en: Write "A", "B" or "C".
verdict = ...

# %% lang="fr" jupyter={"source_hidden": true}
# Et en vrai ?
choice = str(verdict).strip().upper()
sleeps_badly = school.truth.loc[930, "sleeplessness"]
if choice == "A" and not sleeps_badly:
    print("Vous accusez à tort, comme la machine : Myriam dort bien.")
elif choice == "B" and not sleeps_badly:
    print("Peut-être : Myriam dort bien. Mais pourquoi a-t-elle cherché ? Aucune ligne ne le dit.")
elif choice == "C":
    print("C’est la réponse honnête. Myriam dort bien ; la machine, elle, a choisi A.")
elif verdict is ...:
    print('Vous n’avez encore rien dit : à la place des trois points, écrivez "A", "B" ou "C".')
else:
    print('Écrivez "A", "B" ou "C", avec les guillemets.')
if choice in ("A", "B", "C"):
    display(avatar(school, 930))

# %% lang="en" jupyter={"source_hidden": true}
# And in truth?
choice = str(verdict).strip().upper()
sleeps_badly = school.truth.loc[930, "sleeplessness"]
if choice == "A" and not sleeps_badly:
    print("You accuse her wrongly, as the machine did: Myriam sleeps well.")
elif choice == "B" and not sleeps_badly:
    print("Perhaps: Myriam sleeps well. But why did she search? No line says.")
elif choice == "C":
    print("That is the honest answer. Myriam sleeps well; the machine chose A.")
elif verdict is ...:
    print('You have not said anything yet: in place of the three dots, write "A", "B" or "C".')
else:
    print('Write "A", "B" or "C", with the quotes.')
if choice in ("A", "B", "C"):
    display(avatar(school, 930))

# %% [markdown] lang="fr"
# Et Juliette, dont la fiche disait « soucis d’argent » ? Voici ce que la machine avait contre elle.

# %% [markdown] lang="en"
# And Juliette, whose card said “money trouble”? Here is what the machine had against her.

# %%
against = believed["money_trouble"].evidence(492)
against.lines[["time", "verb", "object", "device"]].set_index("time")

# %% [markdown] lang="fr"
# **Une ligne.** Un lundi matin, sur un poste du lycée, elle a cherché *aide à la cantine*.
# Pour une amie ? Pour un devoir ? Par erreur ? La ligne ne le dit pas. La fiche, si.
#
# ### Qui agit ?
#
# La machine n’a encore fait de mal à personne. Tout dépend de ce que l’on fait de la fiche.
# Pour chaque usage, choisissez un seuil (de 1 à 6), ou refusez. Écrivez-le sur une feuille.
#
# | On se sert de la fiche pour… | Ce que vit Myriam, accusée à tort | Mon seuil, ou « non » |
# |---|---|---|
# | afficher à l’élève seul un conseil sur le sommeil | un conseil inutile | |
# | prévenir l’infirmerie | une convocation à expliquer | |
# | prévenir ses parents | un soupçon à la maison | |
# | vendre son nom à une marque de somnifères | une publicité qui la suit | |
# | l’ajouter à son dossier pour l’an prochain | une ligne fausse, qu’elle ne voit pas | |

# %% [markdown] lang="en"
# **One line.** One Monday morning, on a computer at school (*poste du lycée*), she searched for *aide à la cantine* (help with school meals).
# For a friend? For homework? By mistake? The line does not say. The card does.
#
# ### Who acts on it?
#
# So far the machine has done nobody any harm. It all depends on what the card is used for.
# For each use, choose a threshold (from 1 to 6), or refuse. Write it on a sheet of paper.
#
# | The card is used to… | What Myriam, wrongly accused, goes through | My threshold, or “no” |
# |---|---|---|
# | show the pupil, and nobody else, advice on sleep | advice she does not need | |
# | tell the school nurse | an appointment to explain away | |
# | tell her parents | a suspicion at home | |
# | sell her name to a brand of sleeping pills | an advertisement that follows her | |
# | add it to her file for next year | a false line, which she cannot see | |

# %% [markdown] lang="fr"
# ### Le compteur des dégâts
#
# Deux façons d’aider ceux qui dorment mal : les chercher avec la machine (3 points), ou proposer la même aide à tous, sans chercher personne.

# %% [markdown] lang="en"
# ### The damage counter
#
# Two ways to help those who sleep badly: look for them with the machine (3 points), or offer the same help to everyone, looking for nobody.

# %% jupyter={"source_hidden": true}
# fr: La machine lit la trace, et sa liste se vend ; l’offre à tous ne lit ni ne vend rien.
# en: The machine reads the trail, and its list sells; the offer to all reads and sells nothing.
having = int(school.truth["sleeplessness"].sum())
reached = len(score.found)
service = ["opaque_id", "class"]
on_its_list = {"sleeplessness": believed["sleeplessness"].guess}
damages = [
    Damage(
        found=reached,
        accused=len(score.accused),
        euros=euros_a_year(school, [*service, "trail"], guesses=on_its_list),
        usefulness=usefulness(service),
        pupils=school.size,
    ),
    Damage(0, 0, euros_a_year(school, service), usefulness(service), school.size),
]

# %% lang="fr" jupyter={"source_hidden": true}
# Le compteur.
display(
    HTML(
        f"<p>L’aide est proposée, avec la machine, à {reached} des {having} élèves qui dorment mal ; avec une offre à tous, aux {having}.</p>"
    )
)
counter(dict(zip(["la machine", "une offre à tous"], damages, strict=True)), of="Pour aider")

# %% lang="en" jupyter={"source_hidden": true}
# The counter.
display(
    HTML(
        f"<p>Help is offered, with the machine, to {reached} of the {having} pupils who sleep badly; with an offer to all, to all {having}.</p>"
    )
)
counter(dict(zip(["the machine", "an offer to all"], damages, strict=True)), of="To help")

# %% [markdown] lang="fr"
# Ici, *retrouvés* veut dire **percés à jour** : la machine sait de qui elle parle, et elle a raison.
# L’offre à tous n’enlève rien à la classe, n’accuse personne et ne rapporte rien. Une fiche fausse, elle, se vend comme une vraie.

# %% [markdown] lang="en"
# Here, *found* means **found out**: the machine knows whom it is talking about, and it is right.
# The offer to all takes nothing from the class, accuses nobody and brings in nothing. A false card sells just like a true one.

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minute 26.** Le vote d’abord, l’exécution ensuite. A est tentant : deux recherches identiques paraissent accablantes.
# > Myriam n’a aucun des cinq traits tirés au sort. Elle ne peut pas prouver qu’elle dort : c’est à celui qui accuse de prouver.
# > *Le tableau des usages* : pas de corrigé. Faites remarquer que le seuil monte à mesure que l’erreur coûte cher à l’accusé, et qu’il baisse quand c’est manquer quelqu’un qui coûte cher.
# > Choisir un seuil, c’est choisir qui paiera les erreurs : ce n’est pas une affaire de technique.
# > *Le compteur* : « l’offre à tous » est faite aussi aux 58 que la machine manque. Elle coûte plus d’affiches, et n’accuse personne. Objection recevable : tout le monde n’ose pas répondre à une affiche.
# > *Euros* : presque tout vient de publicités choisies d’après la trace ; la liste des 190 élèves que la machine dit mal dormir ajoute environ 10 €. Des estimations, expliquées sous le tableau et refaites en leçon 6.
# > *Si un élève dit « moi aussi, je dors mal »* : remerciez, ne relancez pas. L’infirmerie existe ; parlez-en après, à part.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minute 26.** Vote first, run afterwards. A is tempting: two identical searches look damning.
# > Myriam has none of the five traits that were drawn. She cannot prove that she sleeps: it is up to the accuser to prove.
# > *The table of uses*: there is no answer key. Point out that the threshold rises as the error costs the accused more, and falls when it is missing someone that costs more.
# > Choosing a threshold is choosing who will pay for the errors: it is not a technical matter.
# > *The counter*: “an offer to all” is also made to the 58 whom the machine misses. It takes more posters, and accuses nobody. A fair objection: not everyone dares to answer a poster.
# > *Euros*: nearly all of it comes from advertisements chosen from the trail; the list of the 190 pupils whom the machine says sleep badly adds about €10. Estimates, explained under the table and worked out again in lesson 6.
# > *If a pupil says “I sleep badly too”*: say thank you, do not press. There is a school nurse; talk about it afterwards, in private.

# %% [markdown] lang="fr"
# ## 5. La même erreur pour tous ?
#
# Pour « soucis d’argent », un indice vaut 3 points à lui seul : **n’a qu’un téléphone à la maison**.
# L’entreprise le défend : au lycée, 90 élèves n’ont qu’un téléphone, et 64 d’entre eux manquent d’argent.
#
# Et les 26 autres ? Voici la part d’accusés à tort parmi les élèves **qui n’ont pas de soucis d’argent**.

# %% [markdown] lang="en"
# ## 5. The same error for all?
#
# For “money trouble”, one clue is worth 3 points on its own: **has only a phone at home**.
# The company defends it: in the school, 90 pupils have only a phone, and 64 of them are short of money.
#
# And the other 26? Here is the share of wrongly accused among the pupils **who are not short of money**.

# %% jupyter={"source_hidden": true}
# fr: La règle de l’argent, avec l’indice du téléphone puis sans.
# en: The rule about money, with the phone clue and without it.
phone_only = school.pupils["devices"] == "téléphone"
money = {
    "with": infer(seen, "money_trouble").score(school.truth, phone_only),
    "without": infer(seen, "money_trouble", clues=["searched", "searched again"]).score(
        school.truth, phone_only
    ),
}
errors = {
    which: [
        score.by_group[True].accused_wrongly,
        score.by_group[False].accused_wrongly,
        len(score.accused) / score.confusion[0].sum(),
    ]
    for which, score in money.items()
}

# %% lang="fr" jupyter={"source_hidden": true}
# Le tableau des erreurs.
shares = pd.DataFrame(errors).map(lambda part: percent(part, 1))
shares.columns = ["avec l’indice du téléphone", "sans cet indice"]
shares.index = ["n’ont qu’un téléphone", "ont autre chose", "tout le lycée"]
shares.style.set_caption("Accusés à tort d’avoir des soucis d’argent")

# %% lang="en" jupyter={"source_hidden": true}
# The table of errors.
shares = pd.DataFrame(errors).map(lambda part: percent(part, 1))
shares.columns = ["with the phone clue", "without it"]
shares.index = ["have only a phone", "have something else", "whole school"]
shares.style.set_caption("Wrongly accused of being short of money")

# %% [markdown] lang="fr"
# Lisez d’abord la dernière ligne : pour tout le lycée, moins d’un élève sur dix est accusé à tort. Lisez la première :
# parmi ceux qui n’ont qu’un téléphone, **tous** le sont. N’avoir qu’un téléphone leur suffit.
#
# Sans cet indice, ces élèves-là ne sont pas plus accusés que les autres. Mais la machine manque alors 104 des 228 élèves à court d’argent, au lieu de 72.
#
# Un total qui rassure peut cacher un groupe qui paie.

# %% [markdown] lang="en"
# Read the last row first: in the whole school, fewer than one pupil in ten is wrongly accused. Read the first row:
# of those who have only a phone, **all** are. Having only a phone is enough.
#
# Without that clue, these pupils are accused no more than the others. But then the machine misses 104 of the 228 pupils who are short of money, instead of 72.
#
# A reassuring total can hide a group that pays.

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minute 33.** Faites lire la dernière ligne d’abord, et demandez : « Alors, cette machine est-elle juste ? » Puis la première.
# > L’indice dit vrai *en moyenne*, pour 64 élèves sur 90. Les 26 autres paient pour cette moyenne. On peut n’avoir qu’un téléphone parce que l’ordinateur est en panne, ou par choix.
# > L’autre face : ôter l’indice protège ces 26 élèves, et en fait manquer 32 autres. Il n’y a pas de réglage gratuit ; il y a quelqu’un qui choisit qui paiera.
# > *Tous les découpages ne montrent pas d’écart* : filles 9,6 %, garçons 9,7 %. Une différence ne compte que si elle dépasse le hasard.
# > *Erreur fréquente* : « il suffit de ne pas regarder l’appareil ». D’autres indices peuvent le remplacer ; il faut mesurer, groupe par groupe.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minute 33.** Have the last row read first, and ask: “So, is this machine fair?” Then the first row.
# > The clue is right *on average*, for 64 pupils out of 90. The other 26 pay for that average. One may have only a phone because the computer is broken, or by choice.
# > The other side: dropping the clue protects these 26 pupils, and makes the machine miss 32 others. No setting is free; somebody chooses who will pay.
# > *Not every split shows a gap*: girls 9.6%, boys 9.7%. A difference counts only when it is larger than chance.
# > *Usual mistake*: “just do not look at the device”. Other clues may stand in for it; one has to measure, group by group.

# %% [markdown] lang="fr"
# ## 6. Écrivez la machine (niveau Écrire, NSI)
#
# Une autre machine n’a **aucune règle**. Elle a des exemples : les élèves 1 à 200 ont répondu à un questionnaire sur leur sommeil.
# Pour chaque autre élève, elle cherche les **k plus proches voisins**, ceux qui lui ressemblent le plus, et répond comme la majorité d’entre eux.
#
# `nights` : nuits avec au moins une ligne entre minuit et 4 heures. `searches` : recherches sur le sommeil.

# %% [markdown] lang="en"
# ## 6. Write the machine (Write level, computer science)
#
# Another machine has **no rule at all**. It has examples: pupils 1 to 200 answered a survey about their sleep.
# For each other pupil, it looks for the **k nearest neighbours**, those most like them, and answers as most of these do.
#
# `nights`: nights with at least one line between midnight and 4 a.m. `searches`: searches about sleep.

# %% jupyter={"source_hidden": true}
# fr: Deux nombres par élève, et la réponse au questionnaire pour les 200 premiers.
# en: Two numbers per pupil, and the answer to the survey for the first 200.
late = lines[lines["time"].dt.hour < 4]
about_sleep = lines[lines["object"] == "searches/mieux-dormir"]
table = pd.DataFrame(
    {
        "nights": late.groupby("pupil")["time"].agg(lambda times: times.dt.date.nunique()),
        "searches": about_sleep.groupby("pupil").size(),
    },
    index=school.pupils.index.rename("pupil"),
)
table = table.fillna(0).astype(int)
table["badly"] = school.truth["sleeplessness"].map({True: "yes", False: "no"})
text = table.to_csv()

# %%
import csv

# fr: Pour un fichier sur le disque, on écrirait csv.DictReader(open("nuits.csv", encoding="utf-8")).
# en: For a file on disk, we would write csv.DictReader(open("nights.csv", encoding="utf-8")).
rows = list(csv.DictReader(text.splitlines()))
for row in rows:
    row["nights"] = int(row["nights"])
    row["searches"] = int(row["searches"])
known, others = rows[:200], rows[200:]
known[:3]

# %% [markdown] lang="fr"
# **Question 1.** Complétez `distance` : l’écart des nuits au carré, plus l’écart des recherches au carré.
# Pas besoin de racine : elle ne change pas l’ordre.

# %% [markdown] lang="en"
# **Question 1.** Complete `distance`: the difference in nights squared, plus the difference in searches squared.
# No need for a square root: it does not change the order.


# %%
def distance(one, two):
    # fr: Renvoyez la somme des deux carrés.
    # en: Return the sum of the two squares.
    ### BEGIN SOLUTION
    return (one["nights"] - two["nights"]) ** 2 + (one["searches"] - two["searches"]) ** 2
    ### END SOLUTION


check("distance", distance({"nights": 2, "searches": 5}, {"nights": 6, "searches": 2}), 25)

# %% [markdown] lang="fr"
# **Question 2.** Complétez `neighbours`. Elle renvoie les `k` élèves de `known` les plus proches de `someone`, le plus proche d’abord.
# `sorted(liste, key=fonction)` range une liste selon ce que renvoie la fonction.

# %% [markdown] lang="en"
# **Question 2.** Complete `neighbours`. It returns the `k` pupils of `known` nearest to `someone`, nearest first.
# `sorted(a_list, key=a_function)` orders a list by what the function returns.

# %%
small = [
    {"pupil": "1", "nights": 0, "searches": 0, "badly": "no"},
    {"pupil": "2", "nights": 9, "searches": 1, "badly": "yes"},
    {"pupil": "3", "nights": 2, "searches": 0, "badly": "no"},
    {"pupil": "4", "nights": 7, "searches": 0, "badly": "yes"},
    {"pupil": "5", "nights": 5, "searches": 0, "badly": "no"},
]
someone = {"pupil": "6", "nights": 8, "searches": 0}


def neighbours(known, someone, k):
    def how_far(row):
        return distance(row, someone)

    # fr: Rangez known avec how_far, et renvoyez les k premiers.
    # en: Order known with how_far, and return the first k.
    ### BEGIN SOLUTION
    return sorted(known, key=how_far)[:k]
    ### END SOLUTION


check("neighbours", neighbours(small, someone, 3), [small[3], small[1], small[4]])

# %% [markdown] lang="fr"
# **Question 3.** Complétez `votes` : parmi les `k` voisins, combien dorment mal ? La machine accuse s’ils sont **plus de la moitié**.

# %% [markdown] lang="en"
# **Question 3.** Complete `votes`: of the `k` neighbours, how many sleep badly? The machine accuses if they are **more than half**.


# %%
def votes(known, someone, k):
    count = 0
    for row in neighbours(known, someone, k) or []:
        # fr: Comptez ce voisin s’il dort mal.
        # en: Count this neighbour if they sleep badly.
        ### BEGIN SOLUTION
        if row["badly"] == "yes":
            count = count + 1
        ### END SOLUTION
    return count


def accuses(known, someone, k):
    return votes(known, someone, k) > k / 2


check("votes", votes(small, someone, 3), 2)

# %% [markdown] lang="fr"
# **Et sur le lycée entier ?** Les 900 autres élèves, cinq voisins. Comptons comme dans la matrice de confusion.

# %% [markdown] lang="en"
# **And on the whole school?** The 900 other pupils, five neighbours. Let us count as in the confusion matrix.

# %% jupyter={"source_hidden": true}
# fr: Le compte du kit, avec NumPy.
# en: The kit’s own count, with NumPy.
import numpy as np


def kit_found(k):
    points = table[["nights", "searches"]].to_numpy()
    badly = (table["badly"] == "yes").to_numpy()
    apart = ((points[200:, None] - points[None, :200]) ** 2).sum(axis=2)
    nearest = np.argsort(apart, axis=1, kind="stable")[:, :k]
    return int(((badly[:200][nearest].sum(axis=1) > k / 2) & badly[200:]).sum())


# %%
k = 5

counts = {"found": 0, "missed": 0, "wrong": 0, "peace": 0}
for row in others:
    guessed, real = accuses(known, row, k), row["badly"] == "yes"
    if real:
        counts["found" if guessed else "missed"] += 1
    else:
        counts["wrong" if guessed else "peace"] += 1
check("whole_school", counts["found"], kit_found(k))
counts

# %% [markdown] lang="fr"
# Ses erreurs sont du même ordre que celles de la règle, sur les mêmes 900 élèves : 127 trouvés, 49 manqués, 30 accusés à tort.
# Mais elle a perdu quelque chose : demandez-lui **pourquoi** elle accuse. Elle montre cinq voisins, et aucun indice.
#
# **Question bonus.** Une nuit de plus et une recherche de plus comptent pareil. Est-ce juste ?
# Dans `distance`, multipliez l’écart des recherches par 3 avant le carré, prenez `k = 7`, et recomptez (le kit, lui, garde la première distance : sa comparaison ne vaut plus).

# %% [markdown] lang="en"
# It makes about as many errors as the rule, which on the same 900 pupils has 127 found, 49 missed, 30 wrongly accused.
# But it has lost something: ask it **why** it accuses. It shows five neighbours, and not one clue.
#
# **Bonus question.** One more night and one more search count the same. Is that fair?
# In `distance`, multiply the difference in searches by 3 before squaring, take `k = 7`, and count again (the kit keeps the first distance: its comparison no longer holds).

# %% [markdown] lang="fr" tags=["teacher"]
# > **Erreurs fréquentes** : `+` à la place de `-` dans l’écart, ou un seul carré ; dans la question 2, oublier `[:k]` ; compter tous les voisins dans la question 3, ou mettre `return` dans la boucle.
# > *Pourquoi k impair ?* Pour éviter l’égalité entre deux réponses. Avec un k pair, l’égalité n’accuse pas : « plus de la moitié ».
# > *k = 1* : la machine copie l’élève le plus ressemblant. Sur les 200 qu’elle connaît, elle recopierait souvent leur propre réponse : c’est pourquoi on la juge sur les 900 autres.
# > *Les ex æquo* : beaucoup d’élèves ont les mêmes deux nombres ; `sorted` garde alors l’ordre du fichier. Une autre règle donnerait d’autres accusés. C’est un bon sujet.
# > *Différencier* : les plus rapides tracent le nombre d’accusés à tort selon k ; les plus lents placent les cinq points de `small` sur une feuille quadrillée.

# %% [markdown] lang="en" tags=["teacher"]
# > **Usual mistakes**: `+` instead of `-` in the difference, or only one square; in question 2, forgetting `[:k]`; counting every neighbour in question 3, or putting `return` inside the loop.
# > *Why an odd k?* To avoid a tie between the two answers. With an even k, a tie does not accuse: “more than half”.
# > *k = 1*: the machine copies the most similar pupil. On the 200 it knows, it would often copy their own answer: that is why it is judged on the other 900.
# > *Equal distances*: many pupils have the same two numbers; `sorted` then keeps the order of the file. Another rule would accuse other people. It makes a good topic.
# > *Differentiation*: the fastest plot the number of wrongly accused against k; the slowest place the five points of `small` on squared paper.

# %% [markdown] lang="fr"
# ## 7. Mise en commun
#
# ### Les mots
#
# | Mot | Ce qu’il veut dire | Aujourd’hui |
# |---|---|---|
# | **inférence** | une donnée déduite d’autres données ; personne ne l’a déclarée | « dort mal » |
# | **seuil** | à partir de combien de points on accuse | 3 points |
# | **précision** | parmi les accusés, la part qui l’est à raison | 153 sur 190 |
# | **rappel** | parmi les concernés, la part que l’on trouve | 153 sur 211 |
#
# ### Quatre questions à discuter
#
# 1. L’entreprise dit : « notre machine a raison dans 91 % des cas ». Quelle question lui posez-vous ?
# 2. Le lycée veut aider ceux qui dorment mal. Avec la machine, ou sans ? Que répondez-vous à Myriam ?
# 3. Qui a le droit de lire la fiche ? Qui a le droit d’agir ? Comment l’élève fait-il corriger une ligne fausse ?
# 4. Y a-t-il des choses qu’une école ne devrait jamais chercher à deviner, même sans erreur ?

# %% [markdown] lang="en"
# ## 7. Talking it over
#
# ### The words
#
# | Word | What it means | Today |
# |---|---|---|
# | **inference** | data worked out from other data; nobody declared it | “sleeps badly” |
# | **threshold** | how many points it takes to be accused | 3 points |
# | **precision** | of the accused, the share that is rightly accused | 153 out of 190 |
# | **recall** | of those it is true of, the share that is found | 153 out of 211 |
#
# ### Four questions to discuss
#
# 1. The company says: “our machine is right in 91% of cases”. What question do you ask?
# 2. The school wants to help those who sleep badly. With the machine, or without? What do you say to Myriam?
# 3. Who may read the card? Who may act on it? How does a pupil get a false line corrected?
# 4. Are there things that a school should never try to guess, even without error?

# %% [markdown] lang="fr"
# ### Et à l’école ?
#
# - Le **12 avril 2017**, une lettre de la CNIL le remarque : le projet de charte du ministère sur les données des élèves n’exclut pas les **modèles prédictifs** du comportement.
# - En **juin 2017**, la Société informatique de France rappelle des usages légitimes des données scolaires : évaluer les méthodes, personnaliser l’enseignement.
# - En **février 2018**, un rapport des inspections générales range les données d’un élève en trois : celles qu’il **déclare**, celles qu’il **laisse**, celles que l’on en **déduit**.
# - Depuis le **2 février 2025**, le règlement européen sur l’intelligence artificielle interdit les systèmes qui déduisent les **émotions** des élèves.
#   Il classe « à haut risque » quatre usages dans l’éducation ; leurs obligations s’appliqueront à partir du **2 décembre 2027**.
#
# Proposer un exercice à qui vient de se tromper, ce n’est pas deviner sa vie : la réponse fausse suffit.

# %% [markdown] lang="en"
# ### And at school?
#
# - On **12 April 2017**, a letter from the CNIL (France’s data protection authority) pointed out that the ministry’s draft charter on pupils’ data did not rule out **predictive models** of behaviour.
# - In **June 2017**, the Société informatique de France (France’s learned society for computing) pointed out legitimate uses of school data: evaluating methods, personalising teaching.
# - In **February 2018**, a report by the French school inspectors sorted a pupil’s data into three kinds: those they **declare**, those they **leave**, those that are **deduced**.
# - Since **2 February 2025**, the European regulation on artificial intelligence has prohibited systems that infer pupils’ **emotions**.
#   It classes four uses in education as “high-risk”; the obligations on them will apply from **2 December 2027**.
#
# Offering an exercise to someone who has just made a mistake is not guessing about their life: the wrong answer is enough.

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minutes 38 à 50 : ce que l’on peut entendre.**
# >
# > 1. « Et quand elle accuse, a-t-elle raison ? » Ou bien : « Et en ne disant rien, combien auriez-vous ? » Les deux suffisent à retourner la brochure.
# > 2. Sans machine, l’aide peut atteindre tout le monde ; avec, elle vise mieux et en oublie. Personne n’a tort d’hésiter. Faites dire ce que coûte chaque erreur, et à qui.
# > 3. Le règlement européen (RGPD, articles 15 et 16) donne le droit de voir ses données et de les faire rectifier. Encore faut-il savoir que la fiche existe.
# > 4. Laissez le désaccord vivre. Séparez deux refus : « parce que la machine se trompe » tombe si elle progresse ; « parce que cela ne regarde pas l’école » reste.
# >
# > **Les émotions** : « dort mal » n’est pas une émotion. Ne dites pas que cette machine serait interdite ; dites que la question se pose.
# >
# > **Si un élève se reconnaît** (mal dormir, argent, parents séparés) : tout est tiré au sort, et la règle vaut pour tous : on parle des avatars, jamais de soi.
# > Donnez-lui un autre numéro sans demander pourquoi. L’infirmerie, l’assistante sociale et la vie scolaire sont là ; ne le dites pas devant la classe.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minutes 38 to 50: what you may hear.**
# >
# > 1. “And when it accuses, is it right?” Or else: “And by saying nothing, how many would you have?” Either is enough to turn the brochure round.
# > 2. Without the machine, help can reach everyone; with it, help is better aimed and leaves some out. Nobody is wrong to hesitate. Have them say what each error costs, and to whom.
# > 3. European law (the GDPR, articles 15 and 16) gives the right to see one’s data and have them rectified. One still has to know that the card exists.
# > 4. Let them disagree. Tell two refusals apart: “because the machine is wrong” falls if it gets better; “because it is none of the school’s business” stands.
# >
# > **Emotions**: “sleeps badly” is not an emotion. Do not say that this machine would be banned; say that the question arises.
# >
# > **If a pupil recognises themselves** (poor sleep, money, parents apart): everything is drawn at random, and the rule is the same for all: we talk about avatars, never about ourselves.
# > Give them another number without asking why. The school nurse, the social worker and pastoral staff are there; do not say it in front of the class.

# %% [markdown] lang="fr"
# ## 8. À copier
#
# 1. Une **inférence** est une donnée que personne n’a déclarée : on l’a déduite d’autres données. Elle peut être fausse, et rien ne le montre.
# 2. Une machine qui accuse a un **seuil**. S’il monte, elle accuse moins d’innocents et manque plus de monde ; s’il descend, c’est l’inverse.
# 3. **Précision** : parmi les accusés, la part qui l’est à raison. **Rappel** : parmi les concernés, la part que l’on trouve.
# 4. « 91 % de bonnes réponses » ne dit rien seul : au lycée fictif, une machine qui n’accuse personne en a déjà 81 %.
# 5. Les erreurs ne tombent pas sur tous de la même façon : un total qui rassure peut cacher un groupe qui paie.
# 6. Un score n’est pas un fait. Avant de s’en servir : qui agit, que coûte une erreur, et comment l’accusé peut-il répondre ?

# %% [markdown] lang="en"
# ## 8. To copy
#
# 1. An **inference** is data that nobody declared: it was worked out from other data. It may be false, and nothing shows it.
# 2. A machine that accuses has a **threshold**. If it rises, fewer innocent people are accused and more are missed; if it falls, the other way round.
# 3. **Precision**: of the accused, the share that is rightly accused. **Recall**: of those it is true of, the share that is found.
# 4. “91% correct answers” says nothing by itself: in the made-up school, a machine that accuses nobody already has 81%.
# 5. Errors do not fall on everyone alike: a reassuring total can hide a group that pays.
# 6. A score is not a fact. Before using one: who acts on it, what does an error cost, and how can the accused answer?

# %% [markdown] lang="fr" tags=["teacher"]
# ## Réponses attendues
#
# Le kit les recalcule à chaque fois, pour `School(seed=2)`.
#
# *Partie 2.* **740** lignes écrites, **200** fausses : **27,0 %**.
#
# *Partie 3. Les cinq traits, à 3 points, avec les clics seuls*
#
# | Trait | Trouvés | Manqués | Accusés à tort | Précision | Rappel |
# |---|---|---|---|---|---|
# | `"sleeplessness"` | 153 | 58 | 37 | 80,5 % | 72,5 % |
# | `"money_trouble"` | 156 | 72 | 84 | 65,0 % | 68,4 % |
# | `"separated_parents"` | 231 | 62 | 79 | 74,5 % | 78,8 % |
# | `"illness"` | 45 | 45 | 13 | 77,6 % | 50,0 % |
# | `"job"` | 90 | 52 | 49 | 64,7 % | 63,4 % |
#
# *Partie 3. « Dort mal », selon le seuil*
#
# | Points | Trouvés | Manqués | Accusés à tort | Précision | Rappel |
# |---|---|---|---|---|---|
# | 1 | 184 | 27 | 131 | 58,4 % | 87,2 % |
# | 2 | 184 | 27 | 131 | 58,4 % | 87,2 % |
# | 3 | 153 | 58 | 37 | 80,5 % | 72,5 % |
# | 4 | 99 | 112 | 5 | 95,2 % | 46,9 % |
# | 5 | 85 | 126 | 4 | 95,5 % | 40,3 % |
# | 6 | 30 | 181 | 0 | 100,0 % | 14,2 % |
#
# - **Défi 1** : 6 points ; il trouve 30 élèves sur 211.
# - **Défi 2** : 1 ou 2 points ; 131 innocents accusés.
# - **Défi 3** : `"money_trouble"`, 84 élèves accusés à tort.
#
# *Partie 5. Accusés à tort d’avoir des soucis d’argent, parmi ceux qui n’en ont pas*
#
# | Élèves | Avec l’indice du téléphone | Sans cet indice |
# |---|---|---|
# | n’ont qu’un téléphone | 100,0 % (26 sur 26) | 3,8 % (1 sur 26) |
# | ont autre chose | 6,9 % (58 sur 846) | 6,9 % (58 sur 846) |
# | tout le lycée | 9,6 % (84 sur 872) | 6,8 % (59 sur 872) |
#
# *Partie 6. Les 900 élèves qui n’ont pas répondu au questionnaire*
#
# | Machine | Trouvés | Manqués | Accusés à tort |
# |---|---|---|---|
# | la règle, 3 points | 127 | 49 | 30 |
# | k = 5 | 120 | 56 | 37 |
# | bonus : recherches × 3, k = 7 | 121 | 55 | 31 |
#
# *Partie 4. Le compteur des dégâts*
#
# | Pour aider | Retrouvés | Accusés à tort | Euros par an | Utilité gardée |
# |---|---|---|---|---|
# | la machine | 153 | 37 | 1 317 € | 100 % |
# | une offre à tous | 0 | 0 | 0 € | 100 % |

# %% [markdown] lang="en" tags=["teacher"]
# ## Expected answers
#
# The kit works them out afresh each time, for `School(seed=2)`.
#
# *Part 2.* **740** lines written, **200** false: **27.0%**.
#
# *Part 3. The five traits, at 3 points, with clicks alone*
#
# | Trait | Found | Missed | Wrongly accused | Precision | Recall |
# |---|---|---|---|---|---|
# | `"sleeplessness"` | 153 | 58 | 37 | 80.5% | 72.5% |
# | `"money_trouble"` | 156 | 72 | 84 | 65.0% | 68.4% |
# | `"separated_parents"` | 231 | 62 | 79 | 74.5% | 78.8% |
# | `"illness"` | 45 | 45 | 13 | 77.6% | 50.0% |
# | `"job"` | 90 | 52 | 49 | 64.7% | 63.4% |
#
# *Part 3. “Sleeps badly”, by threshold*
#
# | Points | Found | Missed | Wrongly accused | Precision | Recall |
# |---|---|---|---|---|---|
# | 1 | 184 | 27 | 131 | 58.4% | 87.2% |
# | 2 | 184 | 27 | 131 | 58.4% | 87.2% |
# | 3 | 153 | 58 | 37 | 80.5% | 72.5% |
# | 4 | 99 | 112 | 5 | 95.2% | 46.9% |
# | 5 | 85 | 126 | 4 | 95.5% | 40.3% |
# | 6 | 30 | 181 | 0 | 100.0% | 14.2% |
#
# - **Challenge 1**: 6 points; it finds 30 pupils out of 211.
# - **Challenge 2**: 1 or 2 points; 131 innocent pupils accused.
# - **Challenge 3**: `"money_trouble"`, 84 pupils wrongly accused.
#
# *Part 5. Wrongly accused of being short of money, among those who are not*
#
# | Pupils | With the phone clue | Without it |
# |---|---|---|
# | have only a phone | 100.0% (26 out of 26) | 3.8% (1 out of 26) |
# | have something else | 6.9% (58 out of 846) | 6.9% (58 out of 846) |
# | whole school | 9.6% (84 out of 872) | 6.8% (59 out of 872) |
#
# *Part 6. The 900 pupils who did not answer the survey*
#
# | Machine | Found | Missed | Wrongly accused |
# |---|---|---|---|
# | the rule, 3 points | 127 | 49 | 30 |
# | k = 5 | 120 | 56 | 37 |
# | bonus: searches × 3, k = 7 | 121 | 55 | 31 |
#
# *Part 4. The damage counter*
#
# | To help | Found | Wrongly accused | Euros a year | Usefulness kept |
# |---|---|---|---|---|
# | the machine | 153 | 37 | €1,317 | 100% |
# | an offer to all | 0 | 0 | €0 | 100% |

# %% [markdown] lang="fr" tags=["teacher"]
# ## Si ça se passe mal
#
# - **Rien ne s’ouvre chez les élèves** : projetez le tableau de bord 5 (`make show`), à main levée. Lisez à voix haute les parties 1 et 4.
# - **Pas d’électricité, pas de réseau** : les cartes `.venv/bin/poucet cards --lesson 5`, imprimées en A4 noir et blanc.
# - **`NameError`** : une cellule plus haut n’a pas été exécutée. Reprenez du début, dans l’ordre.
# - **Une phrase d’erreur en rouge** : elle dit ce qui a été écrit et ce qu’il faut écrire. Faites-la lire à voix haute.
# - **Un pari verrouillé trop vite** : il reste verrouillé. C’est la règle, et c’est plus drôle.
# - **« Mon avatar n’a rien »** : ni accusation ni trait. C’est le cas de 424 élèves ; faites chercher à côté l’une des 190 fiches qui portent une ligne fausse, ou des 176 qui taisent une chose vraie.
#
# ## Différencier
#
# - *Plus guidé* : les parties 1, 2, 3 (sans les défis), 4 et 8 forment une leçon complète, sans toucher au code.
# - *Plus loin, sans code* : écrire la lettre de Myriam, qui demande que la ligne soit retirée : à qui, et avec quels mots ?
# - *Plus loin, en NSI* : la partie 6 et sa question bonus.
#
# ## Ce que la leçon couvre
#
# | Enseignement | Capacités |
# |---|---|
# | SNT (seconde) | définir une donnée personnelle ; rechercher, filtrer et calculer sur une table |
# | NSI (première) | algorithme des k plus proches voisins ; importer un fichier CSV, trier une table, jeux de tests |
# | EMC | débattre d’un cas concret : vie privée, présomption d’innocence, égalité (programme : arrêté du 29 mai 2024) |
# | CRCN / Pix | 1.3 traiter des données ; 4.2 protéger les données personnelles et la vie privée |
#
# ## Sources
#
# - Lettre de la CNIL, 12 avril 2017 (Next) : modèles prédictifs du comportement.
# - Société informatique de France, 16 juin 2017 : données scolaires, usages légitimes.
# - Rapport des inspections générales sur les données numériques à l’école, février 2018 (Next).
# - Règlement européen sur l’intelligence artificielle : émotions à l’école interdites depuis le 2 février 2025 ; haut risque à partir du 2 décembre 2027 (calendrier modifié en 2026).
# - Règlement (UE) 2016/679 (RGPD), articles 15 et 16.
# - Règles, points, habitudes et traits : inventés par le kit. Leurs taux d’erreur ne disent rien d’un vrai produit.

# %% [markdown] lang="en" tags=["teacher"]
# ## If it goes wrong
#
# - **Nothing opens for the pupils**: project dashboard 5 (`POUCET_LANG=en make show`, or click English), with a show of hands. Read parts 1 and 4 aloud.
# - **No power, no network**: the cards from `.venv/bin/poucet cards --lesson 5 --lang en`, printed on A4 in black and white.
# - **`NameError`**: a cell further up was not run. Start again from the top, in order.
# - **An error sentence in red**: it says what was written and what should be. Have it read aloud.
# - **A bet locked too soon**: it stays locked. Those are the rules, and it is more fun.
# - **“My avatar has nothing”**: neither accusation nor trait. That is so for 424 pupils; have them look next door for one of the 190 cards that bear a false line, or of the 176 that miss something.
#
# ## Differentiation
#
# - *More support*: parts 1, 2, 3 (without the challenges), 4 and 8 make a complete lesson, without touching the code.
# - *Further, without code*: write Myriam’s letter asking for the line to be removed: to whom, and in what words?
# - *Further, in computer science*: part 6 and its bonus question.
#
# ## What the lesson covers
#
# | Subject | Skills |
# |---|---|
# | SNT (digital science, first year of lycée) | define personal data; search, filter and compute on a table |
# | NSI (computer science, second year) | the k-nearest-neighbours algorithm; import a CSV file, sort a table, test cases |
# | EMC (civics) | debate a concrete case: private life, presumption of innocence, equality (syllabus: order of 29 May 2024) |
# | CRCN / Pix (digital skills framework) | 1.3 process data; 4.2 protect personal data and privacy |
#
# ## Sources
#
# - Letter from the CNIL, 12 April 2017 (Next): predictive models of behaviour.
# - Société informatique de France, 16 June 2017: school data, legitimate uses.
# - French school inspectors’ report on digital data at school, February 2018 (Next).
# - European regulation on artificial intelligence: emotions at school prohibited since 2 February 2025; high-risk uses from 2 December 2027 (timetable amended in 2026).
# - Regulation (EU) 2016/679 (GDPR), articles 15 and 16.
# - Rules, points, habits and traits: made up by the kit. Their error rates say nothing about a real product.
