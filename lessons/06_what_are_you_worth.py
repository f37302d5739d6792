# ---
# jupyter:
#   kernelspec: {name: python3, display_name: Python 3, language: python}
#   poucet: {n: 6, slug: {fr: combien-valez-vous, en: what-are-you-worth}, minutes: 55}
# ---

# %% tags=["note"]
# Numbers quoted in the prose are checked against the kit by tests/lessons/test_lesson_06.py.
# Whoever changes the seed, the school, the prices or the market runs that test and rewrites the sentences.

# %% [markdown] lang="fr"
# # Combien valez-vous ?
#
# L’application est gratuite. Quelqu’un la paie pourtant. Qui, combien, et pour acheter quoi ?
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
# # What are you worth?
#
# The app is free. Yet somebody pays for it. Who, how much, and to buy what?
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
# > **Tout est inventé ici**, sauf les prix, dont la source est donnée. Le lycée de Valmorne n’existe pas, ses élèves non plus, ni l’application.
# > Leurs familles et leurs secrets ont été tirés au sort.
# > Ne tapez jamais les données d’une vraie personne : ni les vôtres, ni celles d’un camarade.

# %% [markdown] lang="en"
# > **Everything here is made up**, except the prices, whose source is given. The lycée of Valmorne does not exist, nor do its pupils, nor the app.
# > Their families and their secrets were drawn at random.
# > Never type in a real person’s data: not your own, not a classmate’s.

# %% [markdown] lang="fr" tags=["teacher"]
# ## Fiche de l’enseignant
#
# **Avant** : sur chaque poste, `make open` (voir le README) ; au vôtre, `make show`. Imprimez les cartes
# en secours. Attribuez à chaque élève un numéro entre 1 et 1 100 (par exemple son rang dans la liste × 28).
# La liste des numéros reste sur votre papier.
#
# *Déroulement en 55 minutes*
#
# | Minute | Partie | Vous | Les élèves |
# |---|---|---|---|
# | 0–6 | 1. « C’est gratuit » | projetez le message, laissez chercher Eva | lisent, ne la trouvent pas |
# | 6–10 | 2. Votre avatar | distribuez les numéros | lisent ce que l’on vend de leur foyer |
# | 10–18 | 3. Soyez le courtier | faites verrouiller le premier pari | joignent des colonnes, suivent le prix |
# | 18–25 | 4. Soyez l’annonceur | jouez une enchère à main levée | cherchent la meilleure offre |
# | 25–32 | 5. Deux mondes | faites verrouiller le deuxième pari | comparent, suivent chaque centime |
# | 32–37 | 6. L’erreur a un visage | faites voter, laissez le silence, faites verrouiller le troisième pari | jugent, puis découvrent |
# | 37–43 | 7. Financer sans vendre | faites corriger les trois phrases | corrigent, font un budget |
# | 43–51 | 9. Mise en commun | animez deux questions au choix | argumentent, posent les mots |
# | 51–55 | 10. À copier | projetez | copient |
#
# En NSI : partie 4 en trois minutes, parties 6 et 7 au tableau (trois minutes chacune), quinze minutes pour la partie 8 ;
# il reste deux minutes pour la partie 9 : posez la question 1.
#
# **Version de 25 minutes** : parties 1 (5 min), 3 sans les défis (5 min), 5 sans la suite des centimes (4 min),
# 7 à partir de « Combien rapporte un élève ? » (4 min), la question 1 de la partie 9 (3 min), 10 (4 min).
# Tout tient sur le vidéoprojecteur, à main levée ; exécutez les autres cellules sans les commenter.

# %% [markdown] lang="en" tags=["teacher"]
# ## Teacher’s page
#
# **Beforehand**: on each computer, `POUCET_LANG=en make open` (see the README); on yours,
# `POUCET_LANG=en make show`. Print the cards as a fallback. Give each pupil a number between 1 and 1,100
# (say, their place in the register × 28). The list of numbers stays on your paper.
#
# *The 55 minutes*
#
# | Minute | Part | You | The pupils |
# |---|---|---|---|
# | 0–6 | 1. “It’s free” | project the message, let them look for Eva | read, do not find her |
# | 6–10 | 2. Your avatar | hand out the numbers | read what is sold about their household |
# | 10–18 | 3. Be the broker | have the first bet locked | join columns, follow the price |
# | 18–25 | 4. Be the advertiser | run one auction with a show of hands | look for the best bid |
# | 25–32 | 5. Two worlds | have the second bet locked | compare, follow each cent |
# | 32–37 | 6. The mistake has a face | take the vote, leave a silence, have the third bet locked | judge, then find out |
# | 37–43 | 7. Paying without selling | have the three sentences corrected | correct, draw up a budget |
# | 43–51 | 9. Talking it over | lead two questions of your choice | argue, and settle the words |
# | 51–55 | 10. To copy | project it | copy |
#
# With computer science pupils: part 4 in three minutes, parts 6 and 7 on the board (three minutes each), fifteen minutes for part 8;
# that leaves two minutes for part 9: ask question 1.
#
# **In 25 minutes**: parts 1 (5 min), 3 without the challenges (5 min), 5 without the trail of cents (4 min),
# 7 from “What does a pupil bring in?” (4 min), question 1 of part 9 (3 min), 10 (4 min).
# It all works on the projector, with a show of hands; run the other cells without comment.

# %% [markdown] lang="fr"
# ## 1. « C’est gratuit »
#
# Révisions est une application d’exercices. Aucun abonnement, rien à payer. Elle a reçu l’annuaire du lycée, celui de la leçon 1.
# Un soir, Eva, élève de première, l’ouvre sur son téléphone.
#
# Il y a une place pour une publicité au bas de l’écran. En un dixième de seconde, avant même que la page s’affiche,
# le message que voici part vers tous ceux qui voudraient acheter cette place.
# Sa forme est celle du métier : elle s’appelle **OpenRTB**.

# %% [markdown] lang="en"
# ## 1. “It’s free”
#
# Révisions (“Revision”) is an exercise app. No subscription, nothing to pay. It has been given the school directory, the one in lesson 1.
# One evening Eva, in première, the second year of lycée, opens it on her phone.
#
# There is a place for an advertisement at the foot of the screen. In a tenth of a second, before the page is even drawn,
# the message below goes out to everyone who might want to buy that place.
# Its form is the one the trade uses: it is called **OpenRTB**.

# %% jupyter={"source_hidden": true}
# fr: Les outils de la leçon.
# en: The tools of the lesson.
import json
from html import escape

import numpy as np
import pandas as pd
from IPython.display import HTML, display

from poucet.damages import Damage, counter, euros_a_year, usefulness
from poucet.figures import money, two_worlds
from poucet.figures.html import as_html
from poucet.i18n import number as written
from poucet.labels import label
from poucet.market.money import amount_text

# fr: Sans cette classe, le carnet prendrait « 0,50 $ … 1,20 $ » pour une formule.
# en: Without this class, the notebook would take “$0.50 … $1.20” for a formula.
PLAIN = 'class="mathjax_ignore"'
LEFT = [{"selector": "th, td", "props": "text-align: left"}]


def say(result):
    display(HTML(f"<p {PLAIN}>{escape(str(result))}</p>"))


def picture(drawing, in_words, caption):
    return HTML(f"<div {PLAIN}>{as_html(drawing, in_words, caption)}</div>")


def message(request):
    text = escape(json.dumps(request, ensure_ascii=False, indent=1))
    look = "font:12px/1.35 monospace;column-count:2;border:1px solid #999;padding:8px"
    return HTML(f'<pre style="{look}">{text}</pre>')


def table(rows, columns, caption=""):
    shown = pd.DataFrame(rows, columns=columns).style.hide().set_caption(caption)
    return shown.set_table_styles(LEFT).set_table_attributes(PLAIN)


# %%
from poucet import School, auction, class_sizes, directory, price
from poucet.classroom import avatar, check, predict
from poucet.exports import trail_columns
from poucet.market import (
    CounterBudget, bid_request, child_rule, dollars, draw_bids, earnings, exchange, fields,
    prices, recruiter_score, segments,
)  # fmt: skip

school = School(seed=2)
file = directory(school)
homes = segments(file)
eva = homes[30 - 1]

message(bid_request(eva))

# %% [markdown] lang="fr"
# **Lisez `device`** : un téléphone, une commune, un code postal. **Puis `user`** : des **segments**.
# Un segment est un rayon de supermarché : on y range les gens pour les vendre ensemble. Traduisons.

# %% [markdown] lang="en"
# **Read `device`**: a phone, a town, a postcode. **Then `user`**: **segments**.
# A segment is like a supermarket shelf: people are put on it to be sold together. Let us translate.


# %% lang="fr" jupyter={"source_hidden": true}
# Les rayons d’un foyer.
def shelves(home):
    rows = [
        [
            each.number,
            each.name,
            ", ".join(label(name) for name in each.because),
            "supposé" if each.guess else "lu",
        ]
        for each in home.segments
    ]
    return table(rows, ["Numéro", "Rayon", "D’après la colonne", "Lu ou supposé ?"])


shelves(eva)


# %% lang="en" jupyter={"source_hidden": true}
# The shelves of a household.
def shelves(home):
    rows = [
        [
            each.number,
            each.name,
            ", ".join(label(name) for name in each.because),
            "guessed" if each.guess else "read",
        ]
        for each in home.segments
    ]
    return table(rows, ["Number", "Shelf", "From the column", "Read or guessed?"])


shelves(eva)

# %% [markdown] lang="fr"
# **Cherchez Eva.** Ni nom, ni âge, ni sexe. Les rayons du métier commencent à 18 ans : une mineure n’y a pas sa place.
# Alors on vend **son foyer** : des parents, un seul adulte, un revenu. Ce revenu, personne ne l’a demandé :
# on l’a *supposé*, parce qu’Eva a une bourse.
#
# Un seul acheteur gagnera la place. **Tous ont reçu le message, et tous peuvent le garder.**
# En Europe, les données d’une personne partent ainsi 376 fois par jour en moyenne (ICCL, 2022).

# %% [markdown] lang="en"
# **Look for Eva.** No name, no age, no sex. The trade’s shelves begin at 18: there is no place on them for a minor.
# So what is sold is **her household**: parents, a single adult, an income. Nobody asked about that income:
# it was *guessed*, because Eva has a means-tested grant.
#
# Only one buyer will win the place. **All of them received the message, and all of them can keep it.**
# In Europe, a person’s data go out like this 376 times a day on average (ICCL, 2022).

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minute 0.** Montrez le message sans un mot. « Où est Eva ? » Ils cherchent un nom ; il n’y en a pas. « Alors, de qui parle-t-on ? »
# > *Erreur fréquente* : « sans nom, c’est anonyme ». Le numéro du téléphone (`ifa`) et le code postal suffisent à la retrouver la fois suivante.
# > Les numéros des rayons sont ceux de la taxonomie d’audience de l’IAB, version 1.1 ; ce que l’on y range, d’après quelle colonne, est une supposition du kit.
# > Eva est l’élève des cartes de la leçon 1. Les hôtes et les numéros du message n’appartiennent à personne.
# > Le chiffre de 376 fois ne compte ni Meta ni Amazon.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minute 0.** Show the message without a word. “Where is Eva?” They look for a name; there is none. “Then who is this about?”
# > *Usual mistake*: “no name, so it’s anonymous”. The phone’s number (`ifa`) and the postcode are enough to find her again next time.
# > The numbers of the shelves are those of the IAB Audience Taxonomy, version 1.1; what is put on them, and because of which column, is the kit’s own assumption.
# > Eva is the pupil of lesson 1’s cards. The hosts and numbers in the message belong to nobody.
# > The figure of 376 times leaves out Meta and Amazon.

# %% [markdown] lang="fr"
# ## 2. Votre avatar (niveau Observer)
#
# Pendant cette heure, vous êtes un élève de Valmorne. Remplacez 7 par le numéro que l’on vous a donné.

# %% [markdown] lang="en"
# ## 2. Your avatar (Observe level)
#
# For this hour, you are a pupil of Valmorne. Replace 7 with the number you were given.
# (Classes are named after *seconde*, *première* and *terminale*, the three years of lycée.)

# %%
number = 7
avatar(school, number)

# %% [markdown] lang="fr"
# Voici sur quels rayons on met votre foyer. Un rayon est-il faux ? Vous ne le saurez jamais, et l’acheteur non plus.

# %% [markdown] lang="en"
# Here are the shelves your household is put on. Is one of them wrong? You will never know, and nor will the buyer.

# %%
home = homes[number - 1]
shelves(home)

# %% [markdown] lang="fr"
# ### Et si l’on déclarait un enfant ?
#
# Une loi américaine protège les moins de 13 ans. Si l’application **déclare** que l’écran est celui d’un enfant (`coppa` = 1),
# un serveur honnête efface une partie du message. Laquelle ?

# %% [markdown] lang="en"
# ### What if the app declared a child?
#
# An American law protects children under 13. If the app **declares** that the screen is a child’s (`coppa` = 1),
# an honest server strikes out part of the message. Which part?

# %%
sent = fields(bid_request(home))
as_child = fields(child_rule(bid_request(home)))

# %% lang="fr" jupyter={"source_hidden": true}
# Ce que la règle efface, coupe et laisse.
struck = [name for name in sent if name not in as_child]
cut = [name for name in sent if name in as_child and sent[name] != as_child[name] and "ip" in name]
kept = [as_child[name] for name in as_child if "segment" in name and name.endswith("name")]
table(
    [["effacé", ", ".join(struck)], ["coupé", ", ".join(cut)], ["laissé", " ; ".join(kept)]],
    ["Sort", "Ce que c’est"],
)

# %% lang="en" jupyter={"source_hidden": true}
# What the rule strikes out, cuts and leaves.
struck = [name for name in sent if name not in as_child]
cut = [name for name in sent if name in as_child and sent[name] != as_child[name] and "ip" in name]
kept = [as_child[name] for name in as_child if "segment" in name and name.endswith("name")]
table(
    [["struck out", ", ".join(struck)], ["cut short", ", ".join(cut)], ["left", "; ".join(kept)]],
    ["Fate", "What it is"],
)

# %% [markdown] lang="fr"
# Les numéros et le lieu s’en vont. **Les rayons du foyer restent** : celui du code postal garde son nom, sans les chiffres. Et rien ne part si personne ne déclare l’enfant.

# %% [markdown] lang="en"
# The numbers and the place go. **The shelves of the household stay**: the one for the postcode keeps its name, without the digits. And nothing goes unless somebody declares the child.

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minute 6.** Vingt-huit avatars sur 1 100 ont déjà 18 ans : eux ont un âge et un sexe dans le message. S’il y en a un dans la salle, comparez.
# > La liste de ce qui s’efface est celle d’un serveur public, Prebid Server. Un lycéen de 15 ans n’est pas concerné par cette loi.
# > *En Europe* : le règlement sur les services numériques (DSA, article 28, paragraphe 2) interdit aux plateformes la publicité fondée sur le profil d’un mineur. On y revient en partie 9.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minute 6.** Twenty-eight avatars out of 1,100 are already 18: they do have an age and a sex in the message. If there is one in the room, compare.
# > The list of what is struck out is that of a public server, Prebid Server. A 15-year-old is not covered by that law.
# > *In Europe*: the Digital Services Act (DSA, article 28(2)) forbids platforms to show minors advertising based on their profile. Part 9 comes back to it.

# %% [markdown] lang="fr"
# ## 3. Soyez le courtier (niveau Modifier)
#
# Un **courtier** achète des fichiers et les revend. Commençons par une fiche simple : l’âge, le sexe, la commune.
#
# ### Premier pari
#
# Pour gagner **un dollar**, combien d’élèves faut-il vendre ?

# %% [markdown] lang="en"
# ## 3. Be the broker (Change level)
#
# A **broker** buys files and sells them on. Let us start with a simple record: age, sex, town.
#
# ### First bet
#
# To earn **one dollar**, how many pupils must you sell?

# %%
bet = predict("pupils_for_a_dollar", unit="pupils", low=0, high=5000)
bet

# %%
simple = price(["sex", "birth_date", "commune"])
bet.reveal(1 / simple.amount)

# %%
say(simple)
print(dollars(school.size * simple.amount))

# %% [markdown] lang="fr"
# Voilà ce que rapporte le lycée entier, 1 100 élèves. Vous ne valez presque rien… tant que la fiche ne dit rien d’intime.
# Voici les prix que l’on connaît. Ils sont rares : ce commerce n’affiche pas ses tarifs.

# %% [markdown] lang="en"
# That is what the whole school, 1,100 pupils, brings in. You are worth almost nothing… as long as the record says nothing private.
# Here are the prices that are known. They are few: this trade does not put up its price list.

# %% lang="fr" jupyter={"source_hidden": true}
# Les prix d’une fiche, avec leur source.
known = [row for row in prices().values() if row.unit == "person"]
table(
    [
        [row.what, amount_text(row.amount, row.currency), f"{row.source}, {row.year}"]
        for row in known
    ],
    ["Ce que l’on achète", "Prix par personne", "Qui le dit"],
    "Le prix de Duke est cité par d’autres : nous n’avons pas lu l’original",
)

# %% lang="en" jupyter={"source_hidden": true}
# The prices of a record, with their source.
known = [row for row in prices().values() if row.unit == "person"]
table(
    [
        [row.what, amount_text(row.amount, row.currency), f"{row.source}, {row.year}"]
        for row in known
    ],
    ["What is bought", "Price per person", "Who says so"],
    "Duke’s price is quoted by others: we have not read the original",
)

# %% [markdown] lang="fr"
# À vous. Changez la liste `record` : ce sont les colonnes de la fiche.
#
# | Vous pouvez écrire | C’est | Où le courtier le prend |
# |---|---|---|
# | `"sex"`, `"commune"`, `"postcode"` | le sexe, la commune, le code postal | l’annuaire du lycée |
# | `"birth_date"`, `"birth_month"` | le jour, ou seulement le mois de naissance | l’annuaire du lycée |
# | `"class"`, `"option"`, `"scholarship"` | la classe, l’option, la bourse | l’annuaire du lycée |
# | `"accommodation"` | un aménagement d’examen, comme le tiers-temps | l’annuaire du lycée |
# | `"sleeplessness"`, `"illness"` | dort mal, est malade : *supposé* | les traces, devinées en leçon 5 |
#
# - **Défi 1** : remplacez `"birth_date"` par `"birth_month"`. Le prix baisse-t-il ?
# - **Défi 2** : ajoutez **une** colonne de l’annuaire, et multipliez le prix par 520.
# - **Défi 3** : gardez ce prix, et retirez tout ce que vous pouvez. Que reste-t-il ?

# %% [markdown] lang="en"
# Your turn. Change the list `record`: these are the columns of the record.
#
# | You can write | It is | Where the broker gets it |
# |---|---|---|
# | `"sex"`, `"commune"`, `"postcode"` | the sex, the town, the postcode | the school directory |
# | `"birth_date"`, `"birth_month"` | the day of birth, or only the month | the school directory |
# | `"class"`, `"option"`, `"scholarship"` | the class, the optional subject, the grant | the school directory |
# | `"accommodation"` | an exam arrangement, such as extra time | the school directory |
# | `"sleeplessness"`, `"illness"` | sleeps badly, is ill: *guessed* | the trail, as in lesson 5 |
#
# - **Challenge 1**: replace `"birth_date"` with `"birth_month"`. Does the price fall?
# - **Challenge 2**: add **one** column of the directory, and multiply the price by 520.
# - **Challenge 3**: keep that price, and take out all you can. What is left?

# %%
# fr: Changez cette liste, avec une virgule entre deux colonnes.
# en: Change this list, with a comma between two columns.
record = ["sex", "birth_date", "commune"]

say(price(record))

# %% [markdown] lang="fr"
# L’acheteur ne paie pas des colonnes. Il paie une **liste** : ceux qui sont malades, ceux qui veulent une voiture.
# Une colonne qui n’ouvre aucune liste ne vaut rien. Mais elle aide à vous retrouver.

# %% [markdown] lang="en"
# The buyer does not pay for columns. The buyer pays for a **list**: those who are ill, those who want a car.
# A column that opens no list is worth nothing. But it helps to find you.

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minute 10.** Le pari est fait pour surprendre : on se croit cher. Deux mille élèves pour un dollar, près de deux lycées comme Valmorne.
# > Faites dire pourquoi on collecte quand même : parce que l’on vend des millions de fiches, et parce que la colonne intime change tout.
# > *Erreur fréquente* : « plus il y a de colonnes, plus c’est cher ». Le défi 3 le dément : une seule colonne porte tout le prix.
# > Qu’un aménagement d’examen ouvre la liste « santé » est notre lecture : aucune source ne le dit. La partie 6 montre ce qu’elle vaut.
# > Les prix datent de 2013 pour la plupart : gardez l’ordre de grandeur.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minute 10.** The bet is there to surprise: we think we are expensive. Two thousand pupils for one dollar, nearly two schools like Valmorne.
# > Have them say why data are collected all the same: because records are sold by the million, and because the private column changes everything.
# > *Usual mistake*: “the more columns, the higher the price”. Challenge 3 says otherwise: one single column carries the whole price.
# > That an exam arrangement opens the “health” list is our reading: no source says so. Part 6 shows what it is worth.
# > Most of the prices date from 2013: keep the order of magnitude.

# %% [markdown] lang="fr"
# ## 4. Soyez l’annonceur (niveau Modifier)
#
# L’**annonceur** veut que vous voyiez sa publicité. Une publicité montrée une fois, c’est une **impression**.
# Elle coûte si peu que l’on donne toujours le prix de **mille** impressions : on l’appelle le **CPM**.
#
# Chaque impression se vend à part, aux enchères. Trois annonceurs offrent 0,50, 0,80 et 0,30 dollar les mille.
# Le plus offrant gagne, mais paie ce qu’offrait le deuxième : c’est l’enchère **au deuxième prix**.
#
# | Annonceur | Offre | |
# |---|---|---|
# | n° 0 | 0,50 dollar | donne le prix |
# | n° 1 | 0,80 dollar | **gagne, et paie 0,50 dollar** |
# | n° 2 | 0,30 dollar | |

# %% [markdown] lang="en"
# ## 4. Be the advertiser (Change level)
#
# The **advertiser** wants you to see the advertisement. An advertisement shown once is an **impression**.
# It costs so little that people always give the price of a **thousand** impressions, called the **CPM**.
#
# Each impression is sold separately, by auction. Three advertisers offer 0.50, 0.80 and 0.30 dollars a thousand.
# The highest bidder wins, but pays what the second one offered: this is a **second-price** auction.
#
# | Advertiser | Bid | |
# |---|---|---|
# | no. 0 | 0.50 dollars | sets the price |
# | no. 1 | 0.80 dollars | **wins, and pays 0.50 dollars** |
# | no. 2 | 0.30 dollars | |

# %%
sale = auction([[0.50, 0.80, 0.30]])
int(sale.winner[0]), float(sale.paid[0])

# %% [markdown] lang="fr"
# Vous vendez des vélos. Pour vous, mille places sur ces écrans valent **1,50 dollar**. Neuf annonceurs sont contre vous,
# et cent mille places sont à vendre. **Combien offrez-vous ?**
#
# - **Défi 4** : trouvez l’offre `my_bid` qui vous laisse le plus d’argent. Essayez 0.80, puis 1.20, 1.50, 2.00.
# - **Défi 5** : changez la règle en `"first"` : le gagnant paie ce qu’il a dit. La même offre est-elle encore la bonne ?

# %% [markdown] lang="en"
# You sell bicycles. To you, a thousand places on these screens are worth **1.50 dollars**. Nine advertisers are against you,
# and a hundred thousand places are for sale. **What do you bid?**
#
# - **Challenge 4**: find the bid `my_bid` that leaves you the most money. Try 0.80, then 1.20, 1.50, 2.00.
# - **Challenge 5**: change the rule to `"first"`: the winner pays what they said. Is the same bid still the right one?

# %% jupyter={"source_hidden": true}
# fr: Cent mille enchères contre neuf annonceurs.
# en: A hundred thousand auctions against nine advertisers.
PLACES, WORTH = 100_000, 1.50
rivals, tries = {}, {}


def play(my_bid, rule):
    # fr: Refuse tout de suite ce qui n’est pas une offre, comme 0,80 avec une virgule.
    # en: Refuses at once what is no bid, such as 0,80 with a comma.
    auction([[my_bid]])
    if rule not in rivals:
        rivals[rule] = draw_bids(PLACES, 9, price=rule, seed=6)
    mine = np.full(PLACES, float(my_bid))
    sale = auction(np.column_stack([rivals[rule], mine]), price=rule)
    paid = sale.paid[sale.winner == 9]
    return len(paid), paid.sum() / 1000, (WORTH - paid).sum() / 1000


# %%
# fr: Changez l’offre ou la règle, puis exécutez aussi la cellule suivante.
# en: Change the bid or the rule, then run the next cell as well.
my_bid = 0.80
rule = "second"

# %% lang="fr" jupyter={"source_hidden": true}
# Vos essais, du meilleur au moins bon.
tries[rule, float(my_bid)] = play(my_bid, rule)
rows = sorted(tries.items(), key=lambda one: -one[1][2])
table(
    [
        [
            {"second": "deuxième prix", "first": "premier prix"}[how],
            dollars(bid),
            written(won),
            dollars(paid),
            dollars(left),
        ]
        for (how, bid), (won, paid, left) in rows
    ],
    ["Règle", "Votre offre", "Places gagnées", "Vous payez", "Il vous reste"],
    "Il vous reste : ce que valent vos places, moins ce que vous payez",
)

# %% lang="en" jupyter={"source_hidden": true}
# Your tries, best first.
tries[rule, float(my_bid)] = play(my_bid, rule)
rows = sorted(tries.items(), key=lambda one: -one[1][2])
table(
    [
        [
            {"second": "second price", "first": "first price"}[how],
            dollars(bid),
            written(won),
            dollars(paid),
            dollars(left),
        ]
        for (how, bid), (won, paid, left) in rows
    ],
    ["Rule", "Your bid", "Places won", "You pay", "You are left with"],
    "What you are left with: what your places are worth, less what you pay",
)

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minute 18.** Commencez par une enchère à main levée : cinq élèves écrivent une offre, on découvre, le deuxième prix tombe.
# > Au deuxième prix, la meilleure offre est la **valeur vraie** (Vickrey, 1961) : votre offre décide si vous gagnez, pas ce que vous payez.
# > Au premier prix, il faut offrir moins que la valeur, et deviner les autres. À 1,50 dollar, il ne vous reste rien du tout.
# > *Erreur fréquente* : offrir plus pour « gagner plus souvent ». On gagne alors des places que l’on paie trop cher.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minute 18.** Start with one auction by show of hands: five pupils write a bid, all are turned over, the second price is announced.
# > At the second price, the best bid is your **true value** (Vickrey, 1961): your bid decides whether you win, not what you pay.
# > At the first price you must bid less than the value, and guess the others. At 1.50 dollars you are left with nothing at all.
# > *Usual mistake*: bidding more “to win more often”. Then you win places which you pay too much for.

# %% [markdown] lang="fr"
# ## 5. Deux mondes (niveau Observer)
#
# Dix annonceurs, 1 000 impressions. On les vend **deux fois** : dans un monde, les annonceurs ne savent que la page ;
# dans l’autre, ils ont le profil du foyer.
#
# Ces annonceurs sont un modèle du kit : un foyer en intéresse un sur quatre, qui le paie alors plus cher ; les trois autres, presque rien.
#
# ### Deuxième pari
#
# Avec le profil, quelle part des impressions se vend **moins cher** que sans ?

# %% [markdown] lang="en"
# ## 5. Two worlds (Observe level)
#
# Ten advertisers, 1,000 impressions. They are sold **twice**: in one world, the advertisers know only the page;
# in the other, they have the profile of the household.
#
# These advertisers are a model of the kit’s: a household interests one in four of them, who then pays more; the other three, next to nothing.
#
# ### Second bet
#
# With the profile, what share of the impressions sells for **less** than without?

# %%
bet = predict("cheaper_with_profile", unit="%", low=0, high=100)
bet

# %%
blind = exchange(1000, profile=False, seed=6)
knowing = exchange(1000, profile=True, seed=6)
bet.reveal(round(100 * (knowing.sale.paid < blind.sale.paid).mean()))

# %% lang="fr" jupyter={"source_hidden": true}
# Le dessin des deux mondes.
in_words = "Deux surfaces : le prix de chaque impression, de la plus chère à la moins chère, sans puis avec le profil. "
said = two_worlds.sentence(blind.sale, knowing.sale)
picture(two_worlds.figure(blind.sale, knowing.sale), in_words + said, said)

# %% lang="en" jupyter={"source_hidden": true}
# The picture of the two worlds.
in_words = (
    "Two surfaces: the price of each impression, costliest first, without then with the profile. "
)
said = two_worlds.sentence(blind.sale, knowing.sale)
picture(two_worlds.figure(blind.sale, knowing.sale), in_words + said, said)

# %% [markdown] lang="fr"
# Le profil rapporte deux fois plus. Mais il ne fait pas monter tous les prix : **il trie**.
# Un foyer que deux annonceurs s’arrachent devient cher. Un foyer qui n’intéresse personne ne vaut plus rien.
#
# *À quel point le prix monte, le modèle ne le démontre pas : on l’a réglé sur les enchères observées par des chercheurs de l’INRIA,
# environ 0,50 dollar les mille en général, 1,20 dollar pour des personnes très profilées.*

# %% [markdown] lang="en"
# The profile brings in twice as much. But it does not raise every price: **it sorts**.
# A household that two advertisers fight over becomes expensive. A household that interests nobody is worth nothing any more.
#
# *How far prices rise is not something the model proves: it was set to match the auctions that researchers at INRIA observed,
# about 0.50 dollars a thousand in general, 1.20 dollars for highly profiled people.*

# %% [markdown] lang="fr"
# ### Où va chaque centime ?
#
# Entre l’annonceur et la page, il y a des **intermédiaires** : ils portent les offres, et gardent chacun une part.
# Personne ne publie ces parts. Celles-ci sont une **hypothèse** : changez-les.
#
# | Nom | Qui est-ce ? |
# |---|---|
# | `"agency"` | l’agence de publicité, qui conseille l’annonceur |
# | `"buying_platform"` | la plateforme d’achat, qui fait ses offres |
# | `"exchange"` | la place de marché, où l’on vend |
# | `"selling_platform"` | la plateforme de vente, qui propose les places de la page |
#
# **Défi 6** : sans profil **et** sans intermédiaire, que recevrait la page ? Comparez. Pour retirer un intermédiaire, mettez sa part à 0.

# %% [markdown] lang="en"
# ### Where does each cent go?
#
# Between the advertiser and the page there are **middlemen**: they carry the bids, and each keeps a share.
# Nobody publishes those shares. These are an **assumption**: change them.
#
# | Name | Who is it? |
# |---|---|
# | `"agency"` | the advertising agency, which advises the advertiser |
# | `"buying_platform"` | the buying platform, which makes the bids |
# | `"exchange"` | the exchange, where places are sold |
# | `"selling_platform"` | the selling platform, which offers the page’s places |
#
# **Challenge 6**: with no profile **and** no middlemen, what would the page get? Compare. To remove a middleman, set their share to 0.

# %%
# fr: Changez une part, ou écrivez profile = False, puis exécutez aussi la cellule suivante.
# en: Change a share, or write profile = False, then run the next cell as well.
fees = {"agency": 0.10, "buying_platform": 0.15, "exchange": 0.10, "selling_platform": 0.10}
profile = True

# %% lang="fr" jupyter={"source_hidden": true}
# Le dessin de cent mille impressions.
shared = exchange(100_000, profile=profile, fees=fees, seed=6).money
said = money.sentence(shared)
picture(money.figure(shared), said, "Pour cent mille impressions. " + money.assumption())

# %% lang="en" jupyter={"source_hidden": true}
# The picture for a hundred thousand impressions.
shared = exchange(100_000, profile=profile, fees=fees, seed=6).money
said = money.sentence(shared)
picture(money.figure(shared), said, "For a hundred thousand impressions. " + money.assumption())

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minute 25.** On est tenté de parier près de zéro : « le profil, c’est toujours mieux ». Or un quart des écrans perd de la valeur.
# > « Qui sont ces gens que personne ne veut voir ? » C’est la vraie question : le tri décide aussi à qui l’on ne propose rien.
# > Rien ne se perd : ce que paient les annonceurs est, au centime près, ce que reçoivent la page et les intermédiaires.
# > Défi 6 : sans profil ni intermédiaire, la page reçoit 50 dollars au lieu de 60. Une bonne part du gain du profil va à ceux qui le transportent.
# > Dites-le bien : ces parts sont une hypothèse. Le défi n’est pas une preuve, c’est une question à poser.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minute 25.** It is tempting to bet near zero: “a profile is always better”. Yet a quarter of the screens lose value.
# > “Who are these people whom nobody wants to see?” That is the real question: sorting also decides who is offered nothing.
# > Nothing is lost: what advertisers pay is, to the cent, what the page and the middlemen receive.
# > Challenge 6: with no profile and no middlemen, the page gets 50 dollars instead of 60. Much of what the profile earns goes to those who carry it.
# > Do say it: these shares are an assumption. The challenge is not a proof, it is a question to ask.

# %% [markdown] lang="fr"
# ## 6. L’erreur a un visage (niveau Observer)
#
# Imaginons. Un courtier met sur sa liste « santé » tous les élèves qui ont un aménagement d’examen.
# Une assurance achète la liste, 0,26 dollar la fiche. Elle lit celle d’une famille qui demande un contrat :

# %% [markdown] lang="en"
# ## 6. The mistake has a face (Observe level)
#
# Let us imagine. A broker puts on a “health” list every pupil who has an exam arrangement.
# An insurance company buys the list, at 0.26 dollars a record. It reads that of a family applying for a policy:

# %% lang="fr" jupyter={"source_hidden": true}
# La fiche du foyer.
income = next(each.name for each in homes[55 - 1].segments if each.number == 63)
HTML(f"""
<div {PLAIN}><p><strong>Foyer n° 55</strong></p>
<ul><li>une personne sur une liste de <strong>santé</strong></li><li>{income} (<strong>supposé</strong>)</li></ul>
<p><em>Avis : risque élevé, petits moyens. <strong>Contrat plus cher.</strong></em></p></div>
""")

# %% lang="en" jupyter={"source_hidden": true}
# The record of the household.
income = next(each.name for each in homes[55 - 1].segments if each.number == 63)
HTML(f"""
<div {PLAIN}><p><strong>Household no. 55</strong></p>
<ul><li>one person on a <strong>health</strong> list</li><li>{income} (<strong>guessed</strong>)</li></ul>
<p><em>Verdict: high risk, small means. <strong>Costlier policy.</strong></em></p></div>
""")

# %% [markdown] lang="fr"
# Auriez-vous fait payer plus cher ? Levez la main, puis exécutez.

# %% [markdown] lang="en"
# Would you have charged more? Raise your hand, then run the cell.

# %%
avatar(school, 55)

# %% lang="fr" jupyter={"source_hidden": true}
# Ce que le lycée seul connaît.
secret = school.truth.loc[55]
print("Malade ?", "oui" if secret["illness"] else "non")
print("L’argent manque ?", "oui" if secret["money_trouble"] else "non")

# %% lang="en" jupyter={"source_hidden": true}
# What only the school knows.
secret = school.truth.loc[55]
print("Ill?", "yes" if secret["illness"] else "no")
print("Short of money?", "yes" if secret["money_trouble"] else "no")

# %% [markdown] lang="fr"
# **Manon n’est pas malade.** Elle a un tiers-temps et un ordinateur pour ses examens. Un aménagement a bien des raisons : l’annuaire ne dit pas laquelle.
# Sa famille ne manque pas d’argent non plus : une bourse ne dit pas tout d’un revenu.
#
# L’assurance a payé 26 cents pour une erreur. C’est la famille de Manon qui la paiera, sans savoir pourquoi.
#
# ### Troisième pari
#
# Il y a 43 élèves sur cette liste. Combien **ne sont pas** malades ?

# %% [markdown] lang="en"
# **Manon is not ill.** She has extra time and a computer for her exams. An arrangement can have many reasons: the directory does not say which.
# Nor is her family short of money: a grant does not tell you a family’s whole income.
#
# The company paid 26 cents for a mistake. Manon’s family will pay for it, without knowing why.
#
# ### Third bet
#
# There are 43 pupils on this list. How many are **not** ill?

# %%
bet = predict("wrongly_on_the_list", unit="pupils", low=0, high=43)
bet

# %%
on_the_list = (file["accommodation"] != "").to_numpy()
ill = school.truth["illness"].to_numpy()
wrongly = on_the_list & ~ill
bet.reveal(wrongly.sum())

# %% [markdown] lang="fr"
# ### Et les recruteurs ?
#
# En 2017, la Société informatique de France écrit que les données de l’école ont de la valeur, par exemple pour des recruteurs.
# C’est une **affirmation : nous n’avons trouvé aucun prix.** Mais on peut fabriquer ce qu’ils achèteraient : un score de 0 à 100,
# fait avec les traces d’un service scolaire (bonnes réponses, devoirs rendus, pas de connexion la nuit).

# %% [markdown] lang="en"
# ### What about recruiters?
#
# In 2017, the Société informatique de France (France’s learned society for computing) wrote that school data are worth something, to recruiters for instance.
# That is a **claim: we found no price.** But we can make what they would buy: a score from 0 to 100,
# made of the trail of a school service (right answers, work handed in, no connections at night).

# %%
score = recruiter_score(trail_columns(school))
say(score)

# %% lang="fr" jupyter={"source_hidden": true}
# Votre score, et ce qu’il mesure.
odd, even = (round(float(half)) for half in score.halves[number - 1])
print(f"Vous, une semaine sur deux : {odd} points. Les autres semaines : {even} points.")
gap = score.gap(school.truth["sleeplessness"].to_numpy())
print(f"Ceux qui dorment mal ont {written(-gap)} points de moins que les autres, en moyenne.")

# %% lang="en" jupyter={"source_hidden": true}
# Your score, and what it measures.
odd, even = (round(float(half)) for half in score.halves[number - 1])
print(f"You, every other week: {odd} points. The other weeks: {even} points.")
gap = score.gap(school.truth["sleeplessness"].to_numpy())
print(f"Those who sleep badly have {written(-gap)} points fewer than the others, on average.")

# %% [markdown] lang="fr"
# Le score change avec les semaines que l’on compte, et il retire des points à ceux qui dorment mal. Il ressemble à du mérite. Il n’en est pas.

# %% [markdown] lang="en"
# The score changes with the weeks that are counted, and it takes points from those who sleep badly. It looks like merit. It is not.

# %% [markdown] lang="fr"
# ### Le compteur des dégâts
#
# Depuis la leçon 1, le compteur additionne ce que rapportent des fiches vendues et des publicités. Commençons par les fiches seules :
# combien vaut le fichier du lycée entier, vendu une fois dans l’année ?

# %% [markdown] lang="en"
# ### The damage counter
#
# Since lesson 1, the counter has been adding up what records sold and advertisements bring in. Let us begin with the records alone:
# how much is the file of the whole school worth, sold once in the year?

# %% jupyter={"source_hidden": true}
# fr: Quatre fichiers : ce que chacun dit, et ce qu’il rapporte.
# en: Four files: what each of them tells, and what it brings in.
file["birth_month"] = file["birth_date"].dt.strftime("%Y-%m")
held = [
    ["class", "sex", "birth_date", "commune", "accommodation"],
    ["class", "sex", "birth_date", "commune"],
    ["class", "sex", "birth_month"],
    ["class"],
]
damages = {}
for columns in held:
    damages[", ".join(label(name) for name in columns)] = Damage(
        found=class_sizes(file, by=columns).unique,
        accused=wrongly.sum() if "accommodation" in columns else 0,
        euros=euros_a_year(school, columns, uses=["records"]),
        usefulness=usefulness(["opaque_id", *columns]),
        pupils=school.size,
    )

# %% lang="fr" jupyter={"source_hidden": true}
# Le compteur.
counter(damages, of="Ce que l’on vend")

# %% lang="en" jupyter={"source_hidden": true}
# The counter.
counter(damages, of="What is sold")

# %% [markdown] lang="fr"
# Moins de douze euros (le kit compte un dollar pour un euro : c’est une **supposition**). Voilà ce que rapporte le lycée entier, liste « santé » comprise.
# **Le gain est minuscule, le dégât ne l’est pas.** Et la classe n’y gagne rien : la dernière colonne ne bouge pas.
#
# Ici, *retrouvés* veut dire : **seuls à réunir ces indices**. *Accusés à tort* : sur la liste « santé », et pas malades.

# %% [markdown] lang="en"
# Less than twelve euros (the kit counts one dollar as one euro: it is an **assumption**). That is what the whole school brings in, “health” list included.
# **The gain is tiny; the damage is not.** And the class gains nothing by it: the last column does not move.
#
# Here, *found* means **the only ones with these clues**. *Wrongly accused*: on the “health” list, and not ill.

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minute 32.** Lisez la fiche d’une voix neutre, faites voter, montrez Manon, puis la vérité. Laissez le silence.
# > « Qui a gagné 26 centimes ? Qui paie ? » Le vendeur n’a aucun intérêt à vérifier : la fiche fausse se vend aussi cher que la vraie.
# > Sur 43 élèves de la liste, 28 ne sont pas malades ; et 75 malades sur 90 n’y sont pas.
# > *Erreur fréquente* : « il faudrait une meilleure liste ». Demandez : qui a le droit de la faire ?
# > Santé, sommeil, argent : ces traits sont inventés. Dites-le. Un élève peut avoir un tiers-temps : ne demandez rien à personne.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minute 32.** Read the record in a flat voice, take the vote, show Manon, then the truth. Leave a silence.
# > “Who earned 26 cents? Who pays?” The seller has no reason to check: a wrong record sells for as much as a right one.
# > Of the 43 pupils on the list, 28 are not ill; and 75 of the 90 who are ill are not on it.
# > *Usual mistake*: “they need a better list”. Ask: who has the right to make one?
# > Health, sleep, money: these traits are made up. Say so. A pupil in the room may have extra time: ask nobody anything.

# %% [markdown] lang="fr"
# ## 7. Financer sans vendre (niveau Modifier)
#
# ### Trois pièges
#
# Trois phrases d’un article inventé. Les nombres sont justes, **les unités sont fausses** :
#
# | L’article | Ce que dit la source |
# |---|---|
# | A. « L’âge, le sexe et le lieu d’une personne se vendent 0,05 **dollar**. » | 0,05 **cent** de dollar |
# | B. « Montrer **une** publicité à une personne très profilée coûte 1,20 dollar. » | 1,20 dollar les **mille** |
# | C. « Chaque utilisateur nord-américain a rapporté 26,76 dollars **par an** à Facebook. » | 26,76 dollars en un **trimestre**, le dernier de 2017 |
#
# Corrigez les trois nombres ci-dessous, en dollars. Pour C, supposez les quatre trimestres égaux.

# %% [markdown] lang="en"
# ## 7. Paying without selling (Change level)
#
# ### Three traps
#
# Three sentences from a made-up article. The numbers are right; **the units are wrong**:
#
# | The article | What the source says |
# |---|---|
# | A. “A person’s age, sex and place sell for 0.05 **dollars**.” | 0.05 **cents** |
# | B. “Showing **one** advertisement to a highly profiled person costs 1.20 dollars.” | 1.20 dollars a **thousand** |
# | C. “Each North American user brought Facebook 26.76 dollars **a year**.” | 26.76 dollars in one **quarter**, the last of 2017 |
#
# Correct the three numbers below, in dollars. For C, suppose that the four quarters are equal.

# %%
# fr: Corrigez les trois nombres. Un nombre à virgule s’écrit avec un point.
# en: Correct the three numbers.
a = 0.05
b = 1.20
c = 26.76

price_list = prices()
check("A", a, price_list["age_sex_place"].per("person"))
check("B", b, price_list["profiled_impression"].per("impression"))
check("C", c, price_list["facebook_us_canada_quarter"].per("person_year"))

# %% [markdown] lang="fr"
# ### Combien rapporte un élève ?
#
# **Suppositions du kit**, à discuter : un élève voit 10 publicités par jour de classe, 180 jours par an, et 55 % de l’argent arrive au service.

# %% [markdown] lang="en"
# ### What does a pupil bring in?
#
# **The kit’s assumptions**, open to debate: a pupil sees 10 advertisements per school day, 180 days a year, and 55% of the money reaches the service.

# %%
everything = [*directory(school).columns, "trail"]
page_only = earnings(everything, uses=["page_ads"]).total
with_profile = earnings(everything, uses=["profiled_ads"]).total
and_records = earnings(everything, uses=["profiled_ads", "records"]).total

# %% lang="fr" jupyter={"source_hidden": true}
# Par élève et par an.
table(
    [
        ["montre des publicités choisies d’après la page", dollars(page_only)],
        ["montre des publicités choisies d’après le profil", dollars(with_profile)],
        ["… et vend la fiche de santé une fois", dollars(and_records)],
    ],
    ["Le service", "Un élève lui rapporte, par an"],
    "Prix : INRIA ; Financial Times, 2013",
)

# %% lang="en" jupyter={"source_hidden": true}
# Per pupil, per year.
table(
    [
        ["shows advertisements that suit the page", dollars(page_only)],
        ["shows advertisements that suit the profile", dollars(with_profile)],
        ["… and sells the health record once", dollars(and_records)],
    ],
    ["The service", "A pupil brings it, per year"],
    "Prices: INRIA; Financial Times, 2013",
)

# %% [markdown] lang="fr"
# Environ **un dollar par an**. Pour 1 100 élèves, les publicités choisies d’après le profil rapportent environ 1 307 dollars ;
# avec les 11,71 des fiches, voilà les 1 319 € du compteur de la leçon 1. C’est le loyer de vos données. Et si on le payait, tout simplement ?
#
# Voici le budget d’un service pour un million d’élèves, qui ne vend rien. Les dépenses sont un **exemple** : corrigez-les.
#
# | Nom | C’est |
# |---|---|
# | `"people"` | ceux qui écrivent le logiciel |
# | `"machines"` | les machines et le réseau |
# | `"support"` | l’aide aux élèves et aux professeurs |
# | `"security"` | la sécurité et l’accessibilité |
#
# - **Défi 7** : le même service pour Valmorne seul, 1 100 élèves. Combien par élève ? Qu’en concluez-vous ?
# - **Défi 8** : vos dépenses à vous. Restez sous 1,08 € par élève.

# %% [markdown] lang="en"
# About **a dollar a year**. For 1,100 pupils, advertisements chosen from the profile bring in about 1,307 dollars;
# with the 11.71 of the records, there are the €1,319 of lesson 1’s counter. That is the rent on your data. What if we simply paid it?
#
# Here is the budget of a service for a million pupils, which sells nothing. The costs are an **example**: correct them.
#
# | Name | It is |
# |---|---|
# | `"people"` | those who write the software |
# | `"machines"` | the machines and the network |
# | `"support"` | help for pupils and teachers |
# | `"security"` | security and accessibility |
#
# - **Challenge 7**: the same service for Valmorne alone, 1,100 pupils. How much per pupil? What do you conclude?
# - **Challenge 8**: your own costs. Stay under €1.08 per pupil.

# %%
# fr: Changez une dépense, en euros par an, ou le nombre d’élèves.
# en: Change a cost, in euros a year, or the number of pupils.
costs = {"people": 600_000, "machines": 100_000, "support": 200_000, "security": 100_000}
pupils = 1_000_000

say(CounterBudget(costs, pupils))

# %% [markdown] lang="fr"
# D’où vient 1,08 € ? En 2015, l’accord entre le ministère et Microsoft est évalué à 13 millions d’euros (EduNathon).
# Partagés entre 12 millions d’élèves, cela fait un peu plus d’un euro chacun : **en tout, et non par an**. Encore une unité à surveiller.

# %% [markdown] lang="en"
# Where does €1.08 come from? In 2015, the agreement between the French ministry of education and Microsoft was valued at 13 million euros (EduNathon).
# Shared among 12 million pupils, that is a little over one euro each: **in all, not per year**. One more unit to watch.

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minute 37.** Réponses : A 0,0005 ; B 0,0012 ; C 107,04. C suppose les quatre trimestres égaux, comme l’énoncé le demande : la source ne donne que le dernier.
# > Demandez ensuite : « Et la fiche de santé, 0,26 dollar, combien pour mille publicités ? » On ne peut pas le dire : une fiche n’est pas une publicité. Le kit refuse le calcul, essayez `price_list["health"].per("cpm")`.
# > Défi 7 : 909,09 € par élève. Le logiciel coûte la même chose pour un lycée ou pour mille : d’où l’intérêt de le partager.
# > Dollars et euros ne se comparent pas au centime : le kit n’a pas de cours du change. L’ordre de grandeur suffit.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minute 37.** Answers: A 0.0005; B 0.0012; C 107.04. C assumes four equal quarters, as the question asks: the source gives only the last one.
# > Then ask: “And the health record, 0.26 dollars, how much is that per thousand advertisements?” Nobody can say: a record is not an advertisement. The kit refuses the sum; try `price_list["health"].per("cpm")`.
# > Challenge 7: €909.09 per pupil. Software costs the same for one school or a thousand: hence the point of sharing it.
# > Dollars and euros cannot be compared to the cent: the kit has no exchange rate. The order of magnitude is enough.

# %% [markdown] lang="fr"
# ## 8. Écrivez l’enchère (niveau Écrire, NSI)
#
# Une impression est une liste d’offres, une par annonceur. On vend au deuxième prix, avec un **plancher** : le prix sous lequel la page refuse de vendre.
#
# **Question 1.** Complétez `winner` : le numéro de la plus grande offre, à partir de 0. À égalité, la première gagne.

# %% [markdown] lang="en"
# ## 8. Write the auction (Write level, computer science)
#
# An impression is a list of bids, one per advertiser. It is sold at the second price, with a **floor**: the price under which the page refuses to sell.
#
# **Question 1.** Complete `winner`: the number of the highest bid, counting from 0. If two are equal, the first wins.

# %%
bids = [0.50, 0.80, 0.30, 0.80]


def winner(bids):
    best = None
    # fr: Parcourez les offres ; gardez dans best le numéro de la plus grande.
    # en: Go through the bids; keep in best the number of the highest.
    ### BEGIN SOLUTION
    best = 0
    for bidder in range(len(bids)):
        if bids[bidder] > bids[best]:
            best = bidder
    ### END SOLUTION
    return best


check("winner", winner(bids), 1)

# %% [markdown] lang="fr"
# **Question 2.** Complétez `paid` : ce que paie le gagnant. C’est la deuxième offre, ou le plancher s’il est plus haut ; 0 si même la meilleure offre est sous le plancher.
# Ne changez pas la liste `bids` : d’autres s’en servent.

# %% [markdown] lang="en"
# **Question 2.** Complete `paid`: what the winner pays. It is the second bid, or the floor if that is higher; 0 if even the best bid is under the floor.
# Do not change the list `bids`: others use it.

# %%
bids = [0.50, 0.80, 0.30]


def paid(bids, floor):
    due = None
    # fr: others = les offres, sauf celle du gagnant.
    # en: others = the bids, except the winner’s.
    ### BEGIN SOLUTION
    best = winner(bids)
    others = bids[:best] + bids[best + 1 :]
    due = max(max(others), floor)
    if bids[best] < floor:
        due = 0.0
    ### END SOLUTION
    return due


check("second price", paid(bids, 0.0), 0.50)
check("floor", paid(bids, 0.60), 0.60)
check("unsold", paid(bids, 0.90), 0.0)
check("equal", paid([0.70, 0.20, 0.70], 0.0), 0.70)

# %% [markdown] lang="fr"
# **Question 3.** Complétez `revenue_of` : ce que rapportent toutes les impressions, **en dollars**. Une offre est un prix pour mille.

# %% [markdown] lang="en"
# **Question 3.** Complete `revenue_of`: what all the impressions bring in, **in dollars**. A bid is a price per thousand.

# %%
evening = draw_bids(1000, 10, seed=6).tolist()


def revenue_of(evening, floor):
    total = 0
    # fr: Ajoutez ce que rapporte chaque impression.
    # en: Add what each impression brings in.
    ### BEGIN SOLUTION
    for bids in evening:
        total = total + paid(bids, floor) / 1000
    ### END SOLUTION
    return total


check("evening", revenue_of(evening, 0.40), auction(evening, floor=0.40).revenue)

# %% [markdown] lang="fr"
# ### Le métier de courtier : fusionner
#
# L’infirmerie tient un petit fichier : qui a un aménagement d’examen. Le courtier le joint à l’annuaire.
#
# **Question 4.** Complétez `merge` : une ligne par élève, avec l’aménagement s’il en a un. Copiez la ligne avant de la changer : `dict(pupil)`.

# %% [markdown] lang="en"
# ### The broker’s trade: merging
#
# The school nurse keeps a small file: who has an exam arrangement (*tiers-temps* is extra time). The broker joins it to the directory.
#
# **Question 4.** Complete `merge`: one row per pupil, with the arrangement if there is one. Copy the row before changing it: `dict(pupil)`.

# %%
few_pupils = [{"ine": "1Q", "sex": "F"}, {"ine": "2Q", "sex": "M"}, {"ine": "3Q", "sex": "F"}]
few_notes = [{"ine": "3Q", "accommodation": "tiers-temps"}]


def merge(pupils, notes):
    by_ine = {note["ine"]: note for note in notes}
    merged = []
    for pupil in pupils:
        # fr: Ajoutez à merged une copie de la ligne, complétée si son ine est dans by_ine.
        # en: Add to merged a copy of the row, completed if its ine is in by_ine.
        ### BEGIN SOLUTION
        row = dict(pupil)
        if pupil["ine"] in by_ine:
            row["accommodation"] = by_ine[pupil["ine"]]["accommodation"]
        merged.append(row)
        ### END SOLUTION
    return merged


check(
    "merge",
    merge(few_pupils, few_notes),
    [
        {"ine": "1Q", "sex": "F"},
        {"ine": "2Q", "sex": "M"},
        {"ine": "3Q", "sex": "F", "accommodation": "tiers-temps"},
    ],
)

# %%
# fr: Le prix de tout le lycée, avant et après la fusion.
# en: The price of the whole school, before and after the merge.
all_pupils = file[["ine", "sex", "birth_date", "commune"]].to_dict("records")
notes = file.loc[on_the_list, ["ine", "accommodation"]].to_dict("records")


def worth_of(rows):
    return sum(price(row, price_list).amount for row in rows)


merged = merge(all_pupils, notes)
check("rows", len(merged), len(all_pupils))
print(dollars(worth_of(all_pupils)), "→", dollars(worth_of(merged)))

# %% [markdown] lang="fr" tags=["teacher"]
# > *Erreurs fréquentes* : rendre l’offre au lieu de son numéro ; `>=` au lieu de `>` (le dernier des ex æquo gagne) ; enlever le gagnant avec `bids.remove(…)` ou `bids.pop(…)`,
# > ce qui change la liste de tout le monde : la vérification suivante échoue ; oublier de diviser par 1 000 ; dans `merge`, ne garder que les élèves qui ont un aménagement,
# > ou oublier `dict(…)` : la ligne de départ change aussi, et les deux montants de la dernière cellule deviennent égaux.
# > *Différencier* : les plus rapides cherchent le plancher qui rapporte le plus (une boucle sur `revenue_of`), ou écrivent le partage des centimes entre intermédiaires sans en perdre un seul ;
# > les plus lents jouent `bids` au crayon.

# %% [markdown] lang="en" tags=["teacher"]
# > *Usual mistakes*: returning the bid instead of its number; `>=` instead of `>` (the last of equals wins); taking the winner out with `bids.remove(…)` or `bids.pop(…)`,
# > which changes everybody’s list: the next check fails; forgetting to divide by 1,000; in `merge`, keeping only the pupils who have an arrangement,
# > or forgetting `dict(…)`: the original row changes too, and the two amounts of the last cell become equal.
# > *Differentiation*: the fastest look for the floor that brings in the most (a loop over `revenue_of`), or write the sharing of cents among middlemen without losing one;
# > the slowest play `bids` in pencil.

# %% [markdown] lang="fr"
# ## 9. Mise en commun
#
# ### Les mots
#
# | Mot | Ce qu’il veut dire | Aujourd’hui |
# |---|---|---|
# | **impression** | une publicité montrée une fois | 0,05 centime de dollar, à peu près |
# | **CPM** | le prix de mille impressions | 0,50 dollar |
# | **segment** | un rayon où l’on range des gens pour les vendre ensemble | « parents avec enfants » |
# | **courtier** | celui qui achète des fichiers et les revend | 0,0005 dollar la fiche, ou 0,26 |
# | **modèle économique** | d’où vient l’argent d’un service | la publicité, les fiches, ou l’impôt |
#
# ### Quatre questions à discuter
#
# 1. « C’est gratuit. » Qui paie, avec quoi, et que perd celui qui ne paie pas ?
# 2. Dans le message de la partie 1, qu’est-ce qui est utile à Eva ? Qu’effaceriez-vous ?
# 3. La loi européenne interdit aux plateformes la publicité fondée sur le profil d’un mineur. Comment le sauraient-elles, si l’on ne vend que son foyer ?
# 4. Un euro par élève et par an : qui devrait le payer ? L’État, la région, les familles, la publicité ?

# %% [markdown] lang="en"
# ## 9. Talking it over
#
# ### The words
#
# | Word | What it means | Today |
# |---|---|---|
# | **impression** | an advertisement shown once | 0.05 cents, roughly |
# | **CPM** | the price of a thousand impressions | 0.50 dollars |
# | **segment** | a shelf on which people are put to be sold together | “parents with children” |
# | **broker** | someone who buys files and sells them on | 0.0005 dollars a record, or 0.26 |
# | **business model** | where a service’s money comes from | advertising, records, or taxes |
#
# ### Four questions to discuss
#
# 1. “It’s free.” Who pays, with what, and what do those who do not pay lose?
# 2. In the message of part 1, what is of use to Eva? What would you delete?
# 3. European law forbids platforms to show minors advertising based on their profile. How would they know, if only the household is sold?
# 4. One euro per pupil per year: who should pay it? The state, the region, families, advertising?

# %% [markdown] lang="fr"
# ### C’est arrivé
#
# - En **2022**, Human Rights Watch examine 164 services éducatifs de 49 pays, dont la France : **146** mettent en danger les droits des enfants.
# - En **2024**, à New York, College Board paie 750 000 dollars pour clore une affaire : les données de 237 000 élèves avaient été cédées en 2019. C’est ce que l’affaire lui coûte, non le prix des données.
# - En **2017**, la CNIL demande que les données scolaires ne servent à **aucun usage commercial**. La Société informatique de France ajoute : jamais monnayées, pas même pour un parrainage.

# %% [markdown] lang="en"
# ### It has happened
#
# - In **2022**, Human Rights Watch looked at 164 education services in 49 countries, France included: **146** put children’s rights at risk.
# - In **2024**, in New York, the College Board paid 750,000 dollars to settle a case: the data of 237,000 students had been licensed in 2019. That is what the case cost, not the price of the data.
# - In **2017**, the CNIL, France’s data protection authority, asked that school data serve **no commercial purpose**. The Société informatique de France added: never turned into money, not even for sponsorship.

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minutes 43 à 51 : ce que l’on peut entendre.**
# >
# > 1. L’annonceur paie, donc l’acheteur de vélos. L’élève paie en données, et quelques-uns, comme Manon, paient les erreurs. Le gain est petit pour chacun, le dommage est grand pour peu de gens.
# > 2. Presque rien : l’affichage demande la taille de l’écran et la langue. Le reste sert à la vendre.
# > 3. Bonne question, sans réponse simple : demander son âge à chacun, c’est collecter une donnée de plus. Protéger les mineurs demande-t-il d’en savoir plus sur tous ?
# > 4. Laissez-les compter : un euro par an, c’est moins qu’un cahier. Mais quelqu’un doit le décider, et l’inscrire au budget.
# >
# > **Une nuance à ne pas perdre** : toutes les offres « gratuites » ne vendent pas des données. Les conditions pour le grand public et les conditions « éducation » d’un même fournisseur diffèrent :
# > il faut lire les bonnes. La leçon 8 le fait.
# >
# > **Si un élève demande le prix de sa propre fiche** : personne ne le connaît, et l’on ne tape ici aucune donnée vraie.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minutes 43 to 51: what you may hear.**
# >
# > 1. The advertiser pays, and so whoever buys the bicycle. The pupil pays with data, and a few, like Manon, pay for the mistakes. The gain is small for each; the harm is large for a few.
# > 2. Almost nothing: showing the page takes the size of the screen and the language. The rest serves to sell her.
# > 3. A good question, with no simple answer: asking everyone’s age means collecting one more piece of data. Does protecting minors take knowing more about everyone?
# > 4. Let them count: one euro a year is less than an exercise book. But somebody has to decide it, and put it in a budget.
# >
# > **A shade of meaning to keep**: not every “free” offer sells data. One supplier’s terms for the general public and its “education” terms are different:
# > the right ones must be read. Lesson 8 does so.
# >
# > **If a pupil asks what their own record is worth**: nobody knows, and no real data are typed in here.

# %% [markdown] lang="fr"
# ## 10. À copier
#
# 1. Un service « gratuit » a un **modèle économique** : publicité, vente de fiches, ou argent public.
# 2. Chaque publicité se vend **aux enchères** en un dixième de seconde. Tous les acheteurs reçoivent le message ; un seul gagne.
# 3. Une personne vaut très peu, moins d’un millième de dollar, tant que la fiche ne dit rien d’intime. **Une colonne de santé multiplie le prix par 520.**
# 4. Le profil ne fait pas monter tous les prix : **il trie** les gens, et il se trompe sur certains.
# 5. Avant de comparer des prix, comparez les **unités** : cent ou dollar, une publicité ou mille, un trimestre ou un an, une personne ou un foyer.
# 6. Sans rien vendre, un service pour un million d’élèves coûte environ **un euro par élève et par an** (exemple du kit).

# %% [markdown] lang="en"
# ## 10. To copy
#
# 1. A “free” service has a **business model**: advertising, selling records, or public money.
# 2. Each advertisement is sold **by auction** in a tenth of a second. Every buyer receives the message; only one wins.
# 3. A person is worth very little, under a thousandth of a dollar, as long as the record says nothing private. **A health column multiplies the price by 520.**
# 4. The profile does not raise every price: **it sorts** people, and it is wrong about some.
# 5. Before comparing prices, compare the **units**: cent or dollar, one advertisement or a thousand, a quarter or a year, a person or a household.
# 6. Without selling anything, a service for a million pupils costs about **one euro per pupil per year** (the kit’s example).

# %% [markdown] lang="fr" tags=["teacher"]
# ## Réponses attendues
#
# Le kit les recalcule à chaque fois : `School(seed=2)` pour le lycée, `seed=6` pour les enchères.
#
# *Partie 3. Le courtier*
#
# | La fiche | Prix par personne, en dollars |
# |---|---|
# | `sex`, `birth_date`, `commune` | 0,0005 |
# | `sex`, `birth_month`, `commune` | 0,0005 |
# | `sex`, `birth_date` | 0 |
# | `sleeplessness` | 0,055 |
# | `accommodation` | 0,26 |
#
# - **Premier pari** : 2 000 élèves.
# - **Défi 1** : non. Le mois suffit au courtier.
# - **Défi 2** : `accommodation` (0,26 dollar).
# - **Défi 3** : il reste `accommodation`, seule.
#
# *Parties 4 et 5. Les enchères*
#
# | Règle | Offre | Places gagnées | Il vous reste, en dollars |
# |---|---|---|---|
# | `second` | 0.80 | 12 433 | 15,23 |
# | `second` | 1.20 | 30 089 | 23,56 |
# | `second` | 1.50 | 45 991 | 25,98 |
# | `second` | 2.00 | 69 576 | 20,28 |
# | `first` | 0.90 | 44 699 | 26,82 |
# | `first` | 1.50 | 80 552 | 0,00 |
#
# - **Défi 4** : 1.50, la valeur vraie. **Défi 5** : non ; environ 0.90, et 1.50 ne laisse rien.
# - **Deuxième pari** : 25 %. **Troisième pari** (partie 6) : 28 élèves sur 43.
# - **Défi 6** : sans profil ni intermédiaire, la page reçoit 50,11 dollars ; avec le profil et les parts du kit, 59,82 dollars.
#
# *Partie 6. Le compteur, sur 1 100 élèves*
#
# | Ce que l’on vend | Retrouvés | Accusés à tort | Euros par an | Utilité gardée |
# |---|---|---|---|---|
# | `class`, `sex`, `birth_date`, `commune`, `accommodation` | 1 092 | 28 | 11,71 € | 100 % |
# | `class`, `sex`, `birth_date`, `commune` | 1 092 | 0 | 0,55 € | 100 % |
# | `class`, `sex`, `birth_month` | 463 | 0 | 0 € | 100 % |
# | `class` | 0 | 0 | 0 € | 100 % |
#
# *Partie 7.* A 0,0005 ; B 0,0012 ; C 107,04. Un élève rapporte 0,50, 1,19 ou 1,45 dollar par an. Défi 7 : 909,09 €.

# %% [markdown] lang="en" tags=["teacher"]
# ## Expected answers
#
# The kit works them out afresh each time: `School(seed=2)` for the school, `seed=6` for the auctions.
#
# *Part 3. The broker*
#
# | The record | Price per person, in dollars |
# |---|---|
# | `sex`, `birth_date`, `commune` | 0.0005 |
# | `sex`, `birth_month`, `commune` | 0.0005 |
# | `sex`, `birth_date` | 0 |
# | `sleeplessness` | 0.055 |
# | `accommodation` | 0.26 |
#
# - **First bet**: 2,000 pupils.
# - **Challenge 1**: no. The month is enough for the broker.
# - **Challenge 2**: `accommodation` (0.26 dollars).
# - **Challenge 3**: `accommodation` is left, alone.
#
# *Parts 4 and 5. The auctions*
#
# | Rule | Bid | Places won | You are left with, in dollars |
# |---|---|---|---|
# | `second` | 0.80 | 12,433 | 15.23 |
# | `second` | 1.20 | 30,089 | 23.56 |
# | `second` | 1.50 | 45,991 | 25.98 |
# | `second` | 2.00 | 69,576 | 20.28 |
# | `first` | 0.90 | 44,699 | 26.82 |
# | `first` | 1.50 | 80,552 | 0.00 |
#
# - **Challenge 4**: 1.50, the true value. **Challenge 5**: no; about 0.90, and 1.50 leaves nothing.
# - **Second bet**: 25%. **Third bet** (part 6): 28 pupils out of 43.
# - **Challenge 6**: with no profile and no middlemen, the page gets 50.11 dollars; with the profile and the kit’s shares, 59.82 dollars.
#
# *Part 6. The counter, out of 1,100 pupils*
#
# | What is sold | Found | Wrongly accused | Euros a year | Usefulness kept |
# |---|---|---|---|---|
# | `class`, `sex`, `birth_date`, `commune`, `accommodation` | 1,092 | 28 | €11.71 | 100% |
# | `class`, `sex`, `birth_date`, `commune` | 1,092 | 0 | €0.55 | 100% |
# | `class`, `sex`, `birth_month` | 463 | 0 | €0 | 100% |
# | `class` | 0 | 0 | €0 | 100% |
#
# *Part 7.* A 0.0005; B 0.0012; C 107.04. A pupil brings in 0.50, 1.19 or 1.45 dollars a year. Challenge 7: €909.09.

# %% [markdown] lang="fr" tags=["teacher"]
# ## Si ça se passe mal
#
# - **Rien ne s’ouvre chez les élèves** : projetez le tableau de bord 6 (`make show`), à main levée ; lisez à voix haute les parties 1 et 6.
# - **Pas d’électricité, pas de réseau** : les cartes `.venv/bin/poucet cards --lesson 6`, imprimées en A4 noir et blanc.
# - **`NameError`** : une cellule plus haut n’a pas été exécutée. Reprenez du début, dans l’ordre.
# - **Une phrase d’erreur en rouge** : elle dit ce qui a été écrit et ce qu’il faut écrire. Faites-la lire à voix haute.
# - **Un nombre à virgule refusé** : Python écrit `0.80` avec un point.
#
# ## Différencier
#
# - *Plus guidé* : les parties 1, 2, 3, 5 et 10 forment une leçon complète (exécutez les autres sans les commenter).
# - *Plus loin, sans code* : écrire l’article de la partie 7 avec les bonnes unités, en cinq lignes.
# - *Plus loin, en NSI* : la partie 8, puis la recherche du meilleur plancher.
#
# ## Ce que la leçon couvre
#
# | Enseignement | Capacités |
# |---|---|
# | SNT (seconde) | identifier les sources de revenus des entreprises de réseautage social ; définir une donnée personnelle ; calculer sur une table |
# | NSI (première) | rechercher dans une table, fusionner des tables, jeux de tests |
# | EMC | débattre d’un cas concret : ce que coûte le « gratuit », et à qui (programme : arrêté du 29 mai 2024) |
# | CRCN / Pix | 1.3 traiter des données ; 4.2 protéger les données personnelles et la vie privée |
#
# ## Sources
#
# - IAB Tech Lab, OpenRTB 2.6 et Audience Taxonomy 1.1 ; documentation de Prebid Server sur la vie privée.
# - ICCL, 2022. Financial Times, 2013. Olejnik, Tran et Castelluccia ; Olejnik et Castelluccia (INRIA). Duke University, 2023, cité par d’autres.
# - Facebook, dernier trimestre de 2017. Vickrey, Journal of Finance, 1961. EduNathon, 2016.
# - Société informatique de France, 16 juin 2017. CNIL, 23 mai 2017. Règlement (UE) 2022/2065 (DSA), article 28.
# - Human Rights Watch, 2022. Procureure générale de l’État de New York, février 2024.

# %% [markdown] lang="en" tags=["teacher"]
# ## If it goes wrong
#
# - **Nothing opens for the pupils**: project dashboard 6 (`POUCET_LANG=en make show`, or click English), with a show of hands; read parts 1 and 6 aloud.
# - **No power, no network**: the cards from `.venv/bin/poucet cards --lesson 6 --lang en`, printed on A4 in black and white.
# - **`NameError`**: a cell further up was not run. Start again from the top, in order.
# - **An error sentence in red**: it says what was written and what should be. Have it read aloud.
# - **A decimal number is refused**: Python writes `0.80`, with a point.
#
# ## Differentiation
#
# - *More support*: parts 1, 2, 3, 5 and 10 make a complete lesson (run the others without comment).
# - *Further, without code*: write the article of part 7 with the right units, in five lines.
# - *Further, in computer science*: part 8, then the search for the best floor.
#
# ## What the lesson covers
#
# | Subject | Skills |
# |---|---|
# | SNT (digital science, first year of lycée) | identify where social networks’ income comes from; define personal data; compute on a table |
# | NSI (computer science, second year) | search a table, merge tables, test cases |
# | EMC (civics) | debate a concrete case: what “free” costs, and whom (syllabus: order of 29 May 2024) |
# | CRCN / Pix (digital skills framework) | 1.3 process data; 4.2 protect personal data and privacy |
#
# ## Sources
#
# - IAB Tech Lab, OpenRTB 2.6 and Audience Taxonomy 1.1; the documentation of Prebid Server on privacy.
# - ICCL, 2022. Financial Times, 2013. Olejnik, Tran and Castelluccia; Olejnik and Castelluccia (INRIA). Duke University, 2023, quoted by others.
# - Facebook, last quarter of 2017. Vickrey, Journal of Finance, 1961. EduNathon, 2016.
# - Société informatique de France, 16 June 2017. CNIL, 23 May 2017. Regulation (EU) 2022/2065 (DSA), article 28.
# - Human Rights Watch, 2022. Attorney General of the State of New York, February 2024.
