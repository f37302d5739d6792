# ---
# jupyter:
#   kernelspec: {name: python3, display_name: Python 3, language: python}
#   poucet: {n: 4, slug: {fr: recoller-les-morceaux, en: putting-it-together}, minutes: 55}
# ---

# %% tags=["note"]
# Numbers quoted in the prose are checked against the kit by tests/lessons/test_lesson_04.py.
# Whoever changes the seed, the school or the accounts runs that test and rewrites the sentences.

# %% [markdown] lang="fr"
# # Recoller les morceaux
#
# « Nos données sont anonymes », dit le fournisseur. Plus un seul nom dans son fichier.
# Combien de secondes faut-il pour remettre les noms ?
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
# # Putting the pieces back together
#
# “Our data are anonymous,” says the supplier. Not one name is left in the file.
# How many seconds does it take to put the names back?
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
# > **Tout est inventé ici.** Le lycée de Valmorne n’existe pas, ses élèves non plus, ni le fournisseur.
# > Les noms, les dates et tout ce que l’on lit dans les traces ont été tirés au sort.
# > Ne tapez jamais les données d’une vraie personne : ni les vôtres, ni celles d’un camarade.

# %% [markdown] lang="en"
# > **Everything here is made up.** The lycée of Valmorne does not exist, nor do its pupils, nor the supplier.
# > The names, the dates and all that the trails say were drawn at random.
# > Never type in a real person’s data: not your own, not a classmate’s.

# %% [markdown] lang="fr" tags=["teacher"]
# ## Fiche de l’enseignant
#
# **Avant** : sur chaque poste, `make open` (voir le README) ; au vôtre, `make show`. Imprimez les cartes
# en secours. Attribuez à chaque élève un numéro entre 1 et 1 100 (par exemple son rang dans la liste × 27).
# La liste des numéros reste sur votre papier.
#
# *Déroulement en 55 minutes*
#
# | Minute | Partie | Vous | Les élèves |
# |---|---|---|---|
# | 0–8 | 1. « C’est anonyme » | lisez la lettre du fournisseur, comptez les secondes à voix haute | parient, voient les noms revenir |
# | 8–13 | 2. Votre avatar | distribuez les numéros | cherchent leur compte |
# | 13–18 | 3. La clé | demandez : « Et maintenant, c’est anonyme ? » | voient trois défenses, une seule tient |
# | 18–25 | 4. Le recollage | faites verrouiller deux paris | recollent, comptent les erreurs |
# | 25–33 | 5. Modifier | circulez ; en NSI, envoyez les plus rapides à la partie 7 | cherchent ce que le fournisseur peut garder |
# | 33–38 | 6. L’erreur a un visage | lisez la fiche, laissez le silence | jugent, puis découvrent l’innocent |
# | 38–50 | 8. Mise en commun | animez les quatre questions | argumentent, posent les mots |
# | 50–55 | 9. À copier | projetez | copient |
#
# En NSI : partie 5 en trois minutes, partie 6 au tableau, quinze minutes pour la partie 7 (Python, pandas ou SQL selon l’année) ;
# il reste deux minutes pour la partie 8 : posez la question 1.
#
# **Version de 25 minutes** : parties 1 et 2 (8 min), 4 (6 min), 6 projetée (4 min),
# la première question de la partie 8 (4 min), 9 (3 min). Exécutez la partie 3 sans la commenter :
# la suite s’en sert.

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
# | 0–8 | 1. “It’s anonymous” | read the supplier’s letter, count the seconds aloud | bet, watch the names come back |
# | 8–13 | 2. Your avatar | hand out the numbers | look for their account |
# | 13–18 | 3. The key | ask: “And now, is it anonymous?” | see three defences; only one holds |
# | 18–25 | 4. The pieces | have two bets locked | put the tables together, count the mistakes |
# | 25–33 | 5. Change | walk round; send the fastest coders to part 7 | look for what the supplier may keep |
# | 33–38 | 6. The mistake has a face | read the file aloud, leave a silence | judge, then meet the innocent |
# | 38–50 | 8. Talking it over | lead the four questions | argue, and settle the words |
# | 50–55 | 9. To copy | project it | copy |
#
# With computer science pupils: part 5 in three minutes, part 6 on the board, fifteen minutes for part 7 (Python, pandas or SQL, depending on the year);
# that leaves two minutes for part 8: ask question 1.
#
# **In 25 minutes**: parts 1 and 2 (8 min), 4 (6 min), 6 projected (4 min),
# the first question of part 8 (4 min), 9 (3 min). Run part 3 without comment:
# what follows needs it.

# %% [markdown] lang="fr"
# ## 1. « C’est anonyme »
#
# Un site d’exercices, facultatif, a ouvert des comptes pour les élèves de Valmorne. Il revend ses données, et il rassure le lycée :
#
# > *Nous ne gardons aucun nom. Chaque élève est remplacé par un grand nombre, calculé une fois pour toutes.
# > Impossible de revenir en arrière : nos données sont **anonymes**.*
#
# Voici ce qu’il donne. D’abord les **comptes**, avec les réponses tapées à l’inscription. Puis les **traces** : une ligne par action.

# %% [markdown] lang="en"
# ## 1. “It’s anonymous”
#
# An optional exercise website has opened accounts for the pupils of Valmorne. It resells its data, and reassures the school:
#
# > *We keep no names. Each pupil is replaced by a large number, computed once and for all.
# > There is no way back: our data are **anonymous**.*
#
# Here is what it hands out. First the **accounts**, with what pupils typed when they signed up. Then the **trail**: one row per action.
# It is a French school: *seconde*, *première*, *terminale* (2de, 1re, Tle) are years 1, 2 and 3 of lycée; *espagnol* is Spanish.

# %% jupyter={"source_hidden": true}
# fr: Les outils de la leçon.
# en: The tools of the lesson.
from itertools import product

import pandas as pd
from IPython.display import HTML, Markdown, display

from poucet.damages import Damage, counter, euros_a_year, usefulness
from poucet.figures.html import as_html
from poucet.figures.linkage import figure, sentence
from poucet.labels import label


def say(result):
    display(Markdown(str(result)))


# %%
from poucet import School, directory, link, reverse_hashes
from poucet.attacks import BE1D, Recipe, birth_dates, link_near
from poucet.classroom import avatar, check, predict
from poucet.exports.anonymous import anonymous

school = School(seed=2)
given = anonymous(school)
accounts = pd.DataFrame(given.accounts)
accounts[["account", "class", "sex", "birth_date", "second_language"]].head(3)

# %%
given.trail[["time", "account", "verb", "object"]].head(3)

# %%
len(accounts), len(given.trail)

# %% [markdown] lang="fr"
# ### La recette
#
# Le nombre s’appelle une **empreinte**. On met bout à bout le nom, la date de naissance et le numéro du lycée,
# puis une recette connue de tous, `md5`, mélange tout. Le même texte donne toujours la même empreinte.
# Changez une lettre du nom, exécutez encore : il ne reste rien de l’ancienne.

# %% [markdown] lang="en"
# ### The recipe
#
# The number is called a **hash**. Name, birth date and school number are put end to end,
# then a recipe that everyone knows, `md5`, scrambles it all. The same text always gives the same hash.
# Change one letter of the name and run again: nothing is left of the old one.

# %%
import hashlib

text = "DURAND Léa" + "03/06/2010" + school.uai
int(hashlib.md5(text.encode()).hexdigest()[:16], 16)

# %% [markdown] lang="fr"
# On ne peut pas défaire le mélange, c’est vrai. Mais à la rentrée, les listes de classes étaient affichées
# à l’entrée du lycée : **des noms, sans les dates**. Et presque tous les lycéens sont nés entre 2008 et 2011.
#
# ### Premier pari
#
# Il y a 675 comptes. L’attaquant n’a que ces listes. Combien de comptes vont retrouver leur nom ?

# %% [markdown] lang="en"
# It is true that the scrambling cannot be undone. But on the first day of term, the class lists were pinned up
# at the school gate: **names, without dates**. And nearly all lycée pupils were born between 2008 and 2011.
#
# ### First bet
#
# There are 675 accounts. The attacker has only those lists. How many accounts will get their name back?

# %%
bet = predict("hashes_reversed", unit="pupils", low=0, high=675)
bet

# %% [markdown] lang="fr"
# L’attaquant essaie tout : chaque nom, avec chaque jour de ces quatre années. Un nom et un jour font un **candidat**.
# Comptez les secondes.

# %% [markdown] lang="en"
# The attacker tries everything: each name, with each day of those four years. A name and a day make a **candidate**.
# Count the seconds.

# %%
file = directory(school)
file["birth_month"] = file["birth_date"].dt.strftime("%Y-%m")
posted = (file["family_name"].str.upper() + " " + file["given_name"]).tolist()
days = birth_dates(2008, 2011)

undone = reverse_hashes(accounts["account"], product(posted, days, [school.uai]), recipe=BE1D)
say(undone)
bet.reveal(len(undone.found))

# %%
# fr: Trois comptes, et ce que l’attaquant lit maintenant.
# en: Three accounts, and what the attacker can now read.
for account in accounts["account"].head(3):
    print(account, "→", *undone.found[account][:2])

# %% [markdown] lang="fr"
# Le nom est revenu, et **la date de naissance avec lui**, que l’attaquant ne connaissait pas.
# Il n’a rien défait : il a refait le calcul pour tout le monde, et comparé.
#
# Il manque pourtant quelques comptes. Qui sont-ils ? Changez `2008` ou `2011`, et exécutez encore.

# %% [markdown] lang="en"
# The name is back, and **the birth date with it**, which the attacker did not know.
# Nothing was undone: the calculation was redone for everybody, and the results compared.
#
# A few accounts are still missing. Who are they? Change `2008` or `2011`, and run again.

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minute 0.** Lisez la lettre avec conviction. Pendant le calcul, comptez à voix haute, puis taisez-vous.
# > Puis : « Qu’a-t-il fallu voler ? » Rien : des listes affichées, une recette publique, une machine ordinaire.
# > *Erreur fréquente* : « il a décodé ». Non : une empreinte ne se décode pas. Il a essayé 1 100 noms × 1 461 jours.
# > Les dix manquants sont nés en 2007 ou en 2012 : ils ont redoublé ou sauté une classe. `birth_dates(2007, 2012)` les retrouve tous.
# > *Ce n’est pas une fiction* : cette recette est celle d’un vrai espace numérique de travail, pour un fichier qui n’avait pas d’identifiant.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minute 0.** Read the letter as if you meant it. While the computer works, count aloud; then say nothing.
# > Then: “What had to be stolen?” Nothing: lists pinned to a wall, a public recipe, an ordinary computer.
# > *Usual mistake*: “they decoded it”. No: a hash is not decoded. They tried 1,100 names × 1,461 days.
# > The ten missing were born in 2007 or 2012: they repeated or skipped a year. `birth_dates(2007, 2012)` finds them all.
# > *This is not fiction*: the recipe is that of a real school platform, for a file which held no identifier.

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
# Avez-vous un compte sur ce site ? Six élèves sur dix en ont un.

# %% [markdown] lang="en"
# Do you have an account on this site? Six pupils in ten do.


# %% lang="fr" jupyter={"source_hidden": true}
# Votre compte.
def lines_of(account):
    return given.trail[given.trail["account"] == account]


mine = accounts["account"][given.truth == number - 1]
if len(mine) == 0:
    print(
        "Vous n’avez jamais ouvert de compte. Aucune trace n’est à vous : vous voilà tranquille… n’est-ce pas ?"
    )
else:
    print(
        f"Votre compte est le {mine.iloc[0]}. Il a laissé {len(lines_of(mine.iloc[0]))} lignes en quatre semaines. Les dernières :"
    )
    display(lines_of(mine.iloc[0])[["time", "verb", "object"]].tail(4))


# %% lang="en" jupyter={"source_hidden": true}
# Your account.
def lines_of(account):
    return given.trail[given.trail["account"] == account]


mine = accounts["account"][given.truth == number - 1]
if len(mine) == 0:
    print("You never opened an account. No trail is yours: nothing to fear… is there?")
else:
    print(
        f"Your account is {mine.iloc[0]}. It left {len(lines_of(mine.iloc[0]))} rows in four weeks. The last ones:"
    )
    display(lines_of(mine.iloc[0])[["time", "verb", "object"]].tail(4))

# %% [markdown] lang="fr"
# Un nombre qui remplace toujours la même personne, c’est un **pseudonyme**.
# Tant que quelqu’un peut refaire le lien, les lignes qui le portent restent les vôtres.

# %% [markdown] lang="en"
# A number that always stands for the same person is a **pseudonym**.
# As long as someone can make the link again, the rows that carry it are still yours.

# %% [markdown] lang="fr"
# ## 3. Le fournisseur se défend (niveau Observer)
#
# « Nous allons mieux faire », promet-il. Trois idées :
#
# 1. une recette **plus moderne**, `sha256` ;
# 2. un **sel** : un texte ajouté devant chaque nom, le même pour tous, écrit dans le mode d’emploi ;
# 3. une **clé** : un texte ajouté au mélange, mais que seul le lycée connaît.
#
# Laquelle tient ? Décidez, puis exécutez : cela prend quelques secondes.

# %% [markdown] lang="en"
# ## 3. The supplier fights back (Observe level)
#
# “We shall do better,” the supplier promises. Three ideas:
#
# 1. a **more modern** recipe, `sha256`;
# 2. a **salt**: some text put before each name, the same for all, written in the manual;
# 3. a **key**: some text mixed in too, but which only the school knows.
#
# Which one holds? Decide, then run the cell: it takes a few seconds.

# %%
modern = Recipe("sha256")
salted = Recipe("sha256", salt="valmorne-2026")
# fr: La clé s’écrit ici parce que tout est inventé : l’attaquant, lui, ne lit pas cette ligne.
# en: The key is written here because all is made up: the attacker cannot read this line.
keyed = Recipe("sha256", key="7f3a-29c1-e05d")


def attack(made_with, tried_with):
    hashes = anonymous(school, made_with).accounts["account"]
    return reverse_hashes(hashes, product(posted, days, [school.uai]), recipe=tried_with)


attacks = [attack(modern, modern), attack(salted, salted), attack(keyed, modern)]

# %% lang="fr" jupyter={"source_hidden": true}
# Le tableau des défenses.
pd.DataFrame(
    {
        "Défense": ["sha256", "sha256 et un sel connu", "sha256 et une clé secrète"],
        "Candidats essayés": [f"{each.tried:,}".replace(",", "\u202f") for each in attacks],
        "Noms retrouvés": [len(each.found) for each in attacks],
    }
).style.hide().set_caption("La même attaque, contre trois défenses")

# %% lang="en" jupyter={"source_hidden": true}
# The table of defences.
pd.DataFrame(
    {
        "Defence": ["sha256", "sha256 and a known salt", "sha256 and a secret key"],
        "Candidates tried": [f"{each.tried:,}" for each in attacks],
        "Names found": [len(each.found) for each in attacks],
    }
).style.hide().set_caption("The same attack against three defences")

# %% [markdown] lang="fr"
# La clé tient. Sans elle, l’attaquant ne peut plus refaire le calcul. Le fournisseur l’adopte, et jure à nouveau :
# « **Cette fois**, c’est anonyme. »
#
# Notez-le pourtant : **celui qui garde la clé** peut encore nommer tout le monde.

# %% [markdown] lang="en"
# The key holds. Without it, the attacker can no longer redo the calculation. The supplier adopts it, and swears once more:
# “**This time**, it is anonymous.”
#
# Note, though: **whoever keeps the key** can still name everybody.

# %%
given = anonymous(school, keyed)
accounts = pd.DataFrame(given.accounts)
accounts[["account", "sex", "birth_date"]].head(3)

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minute 13.** Faites voter avant d’exécuter : le `sha256` est tentant, parce qu’on le dit « plus sûr ».
# > La bonne question n’est pas « quelle recette ? » mais « **qu’est-ce que l’attaquant n’a pas ?** »
# > *Erreur fréquente* : croire qu’un sel protège ici. Il gêne celui qui a préparé ses calculs à l’avance ; il ne gêne pas celui qui le lit et recommence.
# > En NSI terminale, le lien se fait avec le chiffrement symétrique : ce qui protège est la clé, non le secret de la méthode.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minute 13.** Take a vote before you run the cell: `sha256` is tempting, because it is said to be “more secure”.
# > The right question is not “which recipe?” but “**what does the attacker not have?**”
# > *Usual mistake*: thinking that a salt protects here. It hinders whoever did the calculations in advance; it does not hinder whoever reads it and starts again.
# > In the last year of computer science, this ties in with symmetric encryption: what protects is the key, not the secrecy of the method.

# %% [markdown] lang="fr"
# ## 4. Recoller sans toucher à l’empreinte (niveau Observer)
#
# Regardez encore les trois comptes. L’empreinte est solide. Mais **à côté**, il y a le sexe et la date de naissance.
# Or l’attaquant s’est procuré l’annuaire du lycée, celui de la leçon 1. Il cherche les lignes qui se ressemblent :
#
# | compte | sexe | date de naissance | | annuaire | sexe | date de naissance |
# |---|---|---|---|---|---|---|
# | 0a5f… | F | 3 juin 2010 | **→** | Léa | F | 3 juin 2010 |
# | 7c21… | M | 8 mai 2009 | **?** | Ali | M | 8 mai 2009 |
# | e90b… | M | 8 mai 2009 | **?** | | | |
#
# Un seul compte et une seule élève pour le 3 juin 2010 : c’est Léa. Pour Ali, deux comptes conviennent : on n’en sait rien.
#
# ### Deuxième pari
#
# Avec le sexe et la date de naissance seulement, combien de comptes, sur 675, vont recevoir un nom ?

# %% [markdown] lang="en"
# ## 4. Putting the pieces together, hash untouched (Observe level)
#
# Look at the three accounts again. The hash is solid. But **beside it** stand the sex and the birth date.
# And the attacker has got hold of the school directory, the one in lesson 1. The attacker looks for rows that are alike:
#
# | account | sex | birth date | | directory | sex | birth date |
# |---|---|---|---|---|---|---|
# | 0a5f… | F | 3 June 2010 | **→** | Léa | F | 3 June 2010 |
# | 7c21… | M | 8 May 2009 | **?** | Ali | M | 8 May 2009 |
# | e90b… | M | 8 May 2009 | **?** | | | |
#
# One account only and one pupil only for 3 June 2010: it is Léa. Two accounts could be Ali’s: nobody can tell.
#
# ### Second bet
#
# With sex and birth date alone, how many accounts, out of 675, will get a name?

# %%
bet = predict("accounts_named", unit="pupils", low=0, high=675)
bet

# %%
linked = link(accounts, file, on=["birth_date", "sex"])
bet.reveal(len(linked.pairs))

# %% [markdown] lang="fr"
# ### Troisième pari
#
# L’attaquant est content : il a des noms. Il ne sait pas s’ils sont justes. **Le lycée, lui, le sait.**
# Parmi tous ces noms, combien sont **faux** ?

# %% [markdown] lang="en"
# ### Third bet
#
# The attacker is pleased: there are names. Whether they are right, the attacker cannot tell. **The school can.**
# Of all those names, how many are **wrong**?

# %%
bet = predict("accounts_wrongly_named", unit="pupils", low=0, high=100)
bet

# %%
judged = linked.score(given.truth)
bet.reveal(judged.wrong)

# %% lang="fr" jupyter={"source_hidden": true}
# Le dessin.
in_words = "Trois barres : les comptes retrouvés, manqués, et pris pour d’autres."


def picture(judged):
    return HTML(as_html(figure(judged), in_words, sentence(judged)))


picture(judged)

# %% lang="en" jupyter={"source_hidden": true}
# The picture.
in_words = "Three bars: the accounts found, missed, and mistaken for others."


def picture(judged):
    return HTML(as_html(figure(judged), in_words, sentence(judged)))


picture(judged)

# %% [markdown] lang="fr"
# Chacun de ces comptes porte le nom d’un autre : chaque fois, **un élève est accusé à tort** de ce qu’il n’a pas fait.
#
# D’où viennent les erreurs ? À l’inscription, certains se trompent : le jour et le mois échangés, un doigt qui glisse.
# D’autres se vieillissent d’un an. Une date fausse est parfois **la date d’un autre**.
#
# Et vous ?

# %% [markdown] lang="en"
# Each of these accounts bears somebody else’s name: each time, **a pupil is wrongly accused** of what they did not do.
#
# Where do the mistakes come from? When signing up, some slip: day and month swapped, a finger on the wrong key.
# Others make themselves a year older. A wrong date is sometimes **somebody else’s date**.
#
# And you?


# %% lang="fr" jupyter={"source_hidden": true}
# Ce que le recollage dit de vous.
def about_me(linked):
    truth = given.truth.tolist()
    named = {int(pupil): int(account) for account, pupil in linked.pairs}
    me = number - 1
    if me in named and truth[named[me]] != me:
        lines = len(lines_of(accounts["account"][named[me]]))
        return f"On vous **accuse à tort** : {lines} lignes écrites par un autre portent votre nom."
    if me in named:
        lines = len(lines_of(accounts["account"][named[me]]))
        return f"On vous a **retrouvé** : vos {lines} lignes portent votre nom."
    if me not in truth:
        return "Vous n’avez pas de compte, et l’on ne vous accuse de rien. Cette fois."
    if truth.index(me) in linked.pairs[:, 0]:
        return "Votre compte porte **le nom d’un autre** : c’est lui qui répond de vos lignes."
    return "On vous a **manqué** : votre compte n’a pas de nom."


say(about_me(linked))


# %% lang="en" jupyter={"source_hidden": true}
# What the link says of you.
def about_me(linked):
    truth = given.truth.tolist()
    named = {int(pupil): int(account) for account, pupil in linked.pairs}
    me = number - 1
    if me in named and truth[named[me]] != me:
        lines = len(lines_of(accounts["account"][named[me]]))
        return f"You are **wrongly accused**: {lines} rows written by someone else carry your name."
    if me in named:
        lines = len(lines_of(accounts["account"][named[me]]))
        return f"You have been **found**: your {lines} rows carry your name."
    if me not in truth:
        return "You have no account, and nobody accuses you of anything. This time."
    if truth.index(me) in linked.pairs[:, 0]:
        return "Your account carries **someone else’s name**: they answer for your rows."
    return "You were **missed**: your account has no name."


say(about_me(linked))

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minute 22.** Le pari sur les erreurs peut diviser : zéro (« c’est un ordinateur »), ou la moitié.
# > Puis : « Qui, dans la salle, est accusé ? » Avec des numéros de 27 en 27, l’avatar 27 l’est, et **il n’a jamais ouvert de compte**.
# > C’est presque toujours le cas : pour recevoir à tort le compte d’un autre, il faut ne pas occuper la place soi-même.
# > Sur les 10 accusés, 9 n’ont pas de compte.
# > *Erreur fréquente* : croire que « manqué » veut dire « protégé ». Avec une colonne de plus, beaucoup sont retrouvés (partie 5).

# %% [markdown] lang="en" tags=["teacher"]
# > **Minute 22.** The bet on mistakes may divide the class: none (“it’s a computer”), or half.
# > Then: “Who in this room is accused?” With numbers going up in 27s, avatar 27 is, and **never opened an account**.
# > That is nearly always so: to be given somebody else’s account by mistake, you must not be in that place yourself.
# > Of the 10 accused, 9 have no account.
# > *Usual mistake*: thinking that “missed” means “protected”. With one more column, many are found (part 5).

# %% [markdown] lang="fr"
# ## 5. Que peut-il garder ? (niveau Modifier)
#
# Changez la liste `on` : ce sont les colonnes que le fournisseur garde à côté de l’empreinte.
#
# | Vous pouvez écrire | C’est |
# |---|---|
# | `"level"`, `"class"` | le niveau, la classe |
# | `"sex"` | le sexe |
# | `"birth_date"`, `"birth_month"` | le jour, ou seulement le mois de naissance |
# | `"second_language"` | la seconde langue |
#
# - **Défi 1** : deux colonnes, le plus possible de comptes retrouvés.
# - **Défi 2** : trois colonnes, moins de dix comptes retrouvés, et personne d’accusé à tort.
# - **Défi 3** : gardez la liste de départ, mais remplacez `"birth_date"` par `"birth_month"`. Que deviennent les trois nombres ?

# %% [markdown] lang="en"
# ## 5. What may be kept? (Change level)
#
# Change the list `on`: these are the columns which the supplier keeps beside the hash.
#
# | You can write | It is |
# |---|---|
# | `"level"`, `"class"` | the year group, the class |
# | `"sex"` | the sex |
# | `"birth_date"`, `"birth_month"` | the day of birth, or only the month |
# | `"second_language"` | the second language |
#
# - **Challenge 1**: two columns, as many accounts found as you can.
# - **Challenge 2**: three columns, fewer than ten accounts found, and nobody wrongly accused.
# - **Challenge 3**: keep the list as it is, but replace `"birth_date"` with `"birth_month"`. What happens to the three numbers?

# %%
# fr: Changez cette liste, avec une virgule entre deux colonnes, puis exécutez aussi la cellule suivante.
# en: Change this list, with a comma between two columns, then run the next cell as well.
on = ["birth_date", "sex", "second_language"]

# %%
linked = link(accounts, file, on)
say(about_me(linked))
picture(linked.score(given.truth))

# %% [markdown] lang="fr"
# ### Et si l’attaquant pardonne les fautes ?
#
# `link` exige que tout soit identique. `link_near` accepte le **presque** : le jour et le mois échangés, un chiffre qui change.
# Il retrouve donc ceux qui avaient mal tapé leur date. À quel prix ? Devinez avant d’exécuter.

# %% [markdown] lang="en"
# ### What if the attacker forgives slips?
#
# `link` wants everything identical. `link_near` takes **nearly**: day and month swapped, one digit changed.
# So it finds those who mistyped their date. At what price? Guess before you run the cell.

# %%
tries = {
    (", ".join(label(column) for column in columns), rule): rule(accounts, file, columns).score(
        given.truth
    )
    for columns in [["class", "sex", "birth_date"], ["birth_date", "sex", "second_language"]]
    for rule in [link, link_near]
}

# %% lang="fr" jupyter={"source_hidden": true}
# Le tableau des deux règles.
pd.DataFrame(
    [
        [columns, {link: "identique", link_near: "presque"}[rule], one.found, one.wrong]
        for (columns, rule), one in tries.items()
    ],
    columns=["Colonnes comparées", "Règle", "Retrouvés", "Accusés à tort"],
).style.hide().set_caption("Sur 675 comptes")

# %% lang="en" jupyter={"source_hidden": true}
# The table of the two rules.
pd.DataFrame(
    [
        [columns, {link: "identical", link_near: "nearly"}[rule], one.found, one.wrong]
        for (columns, rule), one in tries.items()
    ],
    columns=["Columns compared", "Rule", "Found", "Wrongly accused"],
).style.hide().set_caption("Out of 675 accounts")

# %% [markdown] lang="fr"
# Dans la première liste, le « presque » retrouve 20 élèves de plus et en accuse 5 de plus.
# Dans la seconde, il en retrouve 4 de plus et en accuse 6 de plus : **plus d’innocents que de trouvés**.

# %% [markdown] lang="en"
# In the first list, “nearly” finds 20 more pupils and accuses 5 more.
# In the second, it finds 4 more and accuses 6 more: **more innocents than pupils found**.

# %% [markdown] lang="fr"
# ### Moins de colonnes, autant d’utilité
#
# Pourquoi donner ces données ? Pour que les professeurs sachent quels exercices sont trop durs, par exemple.
# Calculons-le **sans une seule colonne des comptes** : ni sexe, ni date, ni empreinte.

# %% [markdown] lang="en"
# ### Fewer columns, just as useful
#
# Why hand out these data? So that teachers know which exercises are too hard, for instance.
# Let us work it out **without a single column of the accounts**: no sex, no date, no hash.

# %%
answered = given.trail[given.trail["verb"] == "answered"]
scores = answered.groupby("object", observed=True)["score"].agg(["mean", "size"])
hardest = scores[scores["size"] >= 100].sort_values("mean").head(3)

# %% lang="fr" jupyter={"source_hidden": true}
# Les trois exercices les plus durs.
hardest.set_axis(["score moyen", "réponses"], axis=1).rename_axis("exercice").style.format(
    {"score moyen": lambda share: f"{100 * share:.0f}\u00a0%"}
).set_caption("Parmi ceux qui ont reçu au moins cent réponses")

# %% lang="en" jupyter={"source_hidden": true}
# The three hardest exercises.
hardest.set_axis(["mean score", "answers"], axis=1).rename_axis("exercise").style.format(
    {"mean score": "{:.0%}"}
).set_caption("Among those with at least a hundred answers")

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minute 30.** Défi 2 : demandez ce que l’on perd en utilité. Presque rien, et c’est le sujet.
# > Le « presque » est la tentation de tous les systèmes : on veut en trouver plus. Demandez : « Combien d’innocents pour un trouvé ? »
# > Les données scolaires ont de bons usages : comparer des méthodes, repérer un exercice trop dur. Aucun n’a besoin d’un nom.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minute 30.** Challenge 2: ask what is lost in usefulness. Almost nothing, which is the point.
# > “Nearly” is every system’s temptation: one wants to find more. Ask: “How many innocents for one pupil found?”
# > School data have good uses: comparing methods, spotting an exercise that is too hard. None needs a name.

# %% [markdown] lang="fr"
# ## 6. L’erreur a un visage
#
# Imaginons. Une entreprise choisit ses apprentis. Elle a acheté le fichier recollé, « pour mieux choisir ».
# Elle lit la fiche d’un candidat de terminale.

# %% [markdown] lang="en"
# ## 6. The mistake has a face
#
# Let us imagine. A company is choosing its apprentices. It has bought the file with the names put back, “to choose better”.
# It reads what is held about one applicant, in terminale, the last year of lycée.

# %% jupyter={"source_hidden": true}
# fr: Ce que l’entreprise a trouvé.
# en: What the company found.
linked = link(accounts, file, on=["birth_date", "sex"])
with_account = set(given.truth.tolist())
innocents = [(account, pupil) for account, pupil in linked.pairs if pupil not in with_account]


def at_night(account):
    lines = lines_of(accounts["account"][account])
    return lines[lines["time"].dt.hour < 5]


account, accused = max(innocents, key=lambda pair: len(at_night(pair[0])))
lines = lines_of(accounts["account"][account])
nights = at_night(account)["time"].dt.date.nunique()
searched = lines[lines["object"] == "searches/contrat-de-travail-mineur"]
pupil = file.loc[accused]

# %% lang="fr" jupyter={"source_hidden": true}
# La fiche.
say(f"""
**{pupil["given_name"]} {pupil["family_name"]}, {pupil["class"]}**

- {len(at_night(account))} actions entre minuit et cinq heures, sur {nights} nuits en quatre semaines ;
- {len(searched)} recherches : « contrat de travail mineur ».

*Avis : dort peu, cherche déjà un emploi ailleurs. **Candidature écartée.***
""")

# %% lang="en" jupyter={"source_hidden": true}
# The notes.
say(f"""
**{pupil["given_name"]} {pupil["family_name"]}, {pupil["class"]}**

- {len(at_night(account))} actions between midnight and five in the morning, on {nights} nights in four weeks;
- {len(searched)} searches: “contrat de travail mineur” (work contract for under-18s).

*Verdict: sleeps little, already looking for another job. **Application turned down.***
""")

# %% [markdown] lang="fr"
# Auriez-vous écarté ce candidat ? Levez la main, puis exécutez.

# %% [markdown] lang="en"
# Would you have turned this applicant down? Raise your hand, then run the cell.

# %%
avatar(school, accused + 1)

# %% [markdown] lang="fr"
# **Aurélien n’a jamais ouvert de compte.** Il n’a rien cherché sur ce site, et personne ne sait rien de ses nuits.
#
# Un élève de première a tapé 2009 au lieu de 2010, pour se donner un an de plus. Ce jour-là de 2009, un seul garçon
# de l’annuaire est né : Aurélien. Le programme n’a pas hésité. Aurélien ne saura jamais pourquoi sa candidature a été écartée.
#
# L’élève de première existe aussi, avec ses nuits et ses recherches. Nous ne dirons pas son nom.

# %% [markdown] lang="en"
# **Aurélien never opened an account.** He searched for nothing on this site, and nobody knows anything about his nights.
#
# A boy in première typed 2009 instead of 2010, to look a year older. Only one boy in the directory was born
# on that day of 2009: Aurélien. The program did not hesitate. Aurélien will never know why he was turned down.
#
# The boy in première is there too, with his nights and his searches. We shall not say his name.

# %% [markdown] lang="fr"
# ### Le compteur des dégâts
#
# Ce que le fournisseur garde, et ce qui s’ensuit.

# %% [markdown] lang="en"
# ### The damage counter
#
# What the supplier keeps, and what follows.

# %% jupyter={"source_hidden": true}
# fr: Quatre façons de garder.
# en: Four ways of keeping.
kept = [
    ["class", "sex", "birth_date"],
    ["birth_date", "sex", "second_language"],
    ["birth_month", "sex", "second_language"],
    ["class"],
]
damages = {}
for columns in kept:
    scored = link(accounts, file, columns).score(given.truth)
    # fr: L’empreinte sert de compte, et la trace est gardée dans tous les cas.
    # en: The hash serves as the account, and the trail is kept in all cases.
    held = ["opaque_id", *columns]
    damages[", ".join(label(column) for column in columns)] = Damage(
        found=scored.found,
        accused=scored.wrong,
        euros=euros_a_year(school, [*held, "trail"], rows=given.truth),
        usefulness=usefulness(held),
        pupils=len(accounts),
    )

# %% lang="fr" jupyter={"source_hidden": true}
# Le compteur.
counter(
    damages,
    of="Gardé à côté de l’empreinte",
    caption="Le compteur des dégâts, sur 675 comptes, avec l’annuaire de 1\u202f100 élèves",
)

# %% lang="en" jupyter={"source_hidden": true}
# The counter.
counter(
    damages,
    of="Kept beside the hash",
    caption="The damage counter, out of 675 accounts, with the directory of 1,100 pupils",
)

# %% [markdown] lang="fr"
# Lisez la dernière ligne : la classe seule ne retrouve personne, n’accuse personne, et garde toute l’utilité.
# Les deux lignes du milieu en perdent la moitié : sans la classe, plus de groupes, plus de devoirs, plus de comparaison.
#
# L’argent, lui, ne bouge pas : pour choisir une publicité, **la trace suffit, nul besoin d’un nom**. D’où vient cette somme ? La leçon 6 refait le compte.

# %% [markdown] lang="en"
# Read the last row: the class alone finds nobody, accuses nobody, and keeps all the usefulness.
# The two rows in the middle lose half of it: without the class, no more groups, no more homework, no more comparing.
#
# The money does not move: to choose an advertisement, **the trail is enough, no name is needed**. Where does that sum come from? Lesson 6 works it out again.

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minute 33.** Lisez la fiche d’une voix neutre. Laissez voter. Puis le nom, la carte, et le silence.
# > « De quoi est-il accusé ? Par qui ? Comment pourrait-il se défendre ? » Il ne sait même pas qu’il a été jugé.
# > Si l’on vous demande le nom de l’autre : non. Ses nuits et ses recherches ne regardent que lui ; c’est la réponse du cours.
# > Travail, sommeil : ces traits sont inventés. Dites-le.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minute 33.** Read the notes in a flat voice. Take the vote. Then the name, the card, and a silence.
# > “What is he accused of? By whom? How could he defend himself?” He does not even know that he was judged.
# > If asked for the other boy’s name: no. His nights and his searches are nobody’s business; that is the lesson’s answer.
# > Work, sleep: these traits are made up. Say so.

# %% [markdown] lang="fr"
# ## 7. Écrivez le recollage (niveau Écrire, NSI)
#
# Trois langages, une seule réponse : en Python avec des dictionnaires (première), avec pandas, puis en SQL (terminale).
#
# ### En Python
#
# Deux fichiers CSV, lus comme en classe : deux listes de dictionnaires.

# %% [markdown] lang="en"
# ## 7. Write the link (Write level, computer science)
#
# Three languages, one answer: in Python with dictionaries (première), with pandas, then in SQL (terminale).
#
# ### In Python
#
# Two CSV files, read as in class: two lists of dictionaries.

# %%
import csv

on = ["birth_date", "sex"]
rows = list(csv.DictReader(accounts[["account", *on]].to_csv(index=False).splitlines()))
pupils = list(csv.DictReader(file[["ine", *on]].to_csv(index=False).splitlines()))
rows[0], pupils[0]

# %% [markdown] lang="fr"
# Comparer chaque compte à chaque élève demanderait 675 × 1 100 comparaisons. Un **index** l’évite :
# un dictionnaire qui, pour chaque clé, donne tout de suite les lignes qui la portent.
#
# **Question 1.** Complétez `make_index` : la clé est le p-uplet des valeurs, la valeur est la **liste** des lignes.

# %% [markdown] lang="en"
# Comparing each account with each pupil would take 675 × 1,100 comparisons. An **index** avoids it:
# a dictionary which, for each key, gives at once the rows that carry it.
#
# **Question 1.** Complete `make_index`: the key is the tuple of values, the value is the **list** of rows.

# %%
lea, ali, tom = {"born": "2010-06"}, {"born": "2009-05"}, {"born": "2009-05"}


def make_index(rows, on):
    index = {}
    for row in rows:
        key = tuple([row[column] for column in on])
        # fr: Ajoutez la ligne à la liste de sa clé ; si la clé est nouvelle, créez d’abord la liste.
        # en: Add the row to the list of its key; if the key is new, make the list first.
        ### BEGIN SOLUTION
        if key not in index:
            index[key] = []
        index[key].append(row)
        ### END SOLUTION
    return index


check(
    "make_index",
    make_index([lea, ali, tom], ["born"]),
    {("2010-06",): [lea], ("2009-05",): [ali, tom]},
)

# %% [markdown] lang="fr"
# **Question 2.** Complétez `join` : elle renvoie la liste des couples (compte, numéro d’élève) **sans ambiguïté**.
# Il faut un seul compte pour la clé, et un seul élève.

# %% [markdown] lang="en"
# **Question 2.** Complete `join`: it returns the list of pairs (account, pupil number) that are **beyond doubt**.
# The key must have one account only, and one pupil only.

# %%
few_rows = [
    {"account": "0a5f", "born": "2010-06"},
    {"account": "7c21", "born": "2009-05"},
    {"account": "e90b", "born": "2009-05"},
    {"account": "41d8", "born": "2011-02"},
    {"account": "b3c6", "born": "2008-12"},
]
few_pupils = [
    {"ine": "1Q", "born": "2008-12"},
    {"ine": "2Q", "born": "2009-05"},
    {"ine": "3Q", "born": "2011-02"},
    {"ine": "4Q", "born": "2011-02"},
    {"ine": "5Q", "born": "2010-06"},
]


def join(rows, pupils, on):
    left, right = make_index(rows, on), make_index(pupils, on)
    pairs = []
    for key in left:
        # fr: Si la clé est aussi à droite, et seule des deux côtés, ajoutez le couple à pairs.
        # en: If the key is on the right too, and alone on both sides, add the pair to pairs.
        ### BEGIN SOLUTION
        if key in right and len(left[key]) == 1 and len(right[key]) == 1:
            pairs.append((left[key][0]["account"], right[key][0]["ine"]))
        ### END SOLUTION
    return pairs


check("join", join(few_rows, few_pupils, ["born"]), [("0a5f", "5Q"), ("b3c6", "1Q")])

# %% [markdown] lang="fr"
# **Et sur le lycée entier ?** Trouvez-vous autant de couples que le kit ?

# %% [markdown] lang="en"
# **And on the whole school?** Do you get as many pairs as the kit?

# %%
pairs = join(rows, pupils, on)
check("school", len(pairs), len(link(accounts, file, on).pairs))

# %% [markdown] lang="fr"
# **Question 3.** L’attaquant s’arrête là. Le lycée, lui, connaît la vérité : un dictionnaire qui donne,
# pour chaque compte, le vrai numéro d’élève. Complétez `count_wrong` : combien de couples sont faux ?

# %% [markdown] lang="en"
# **Question 3.** The attacker stops there. The school knows the truth: a dictionary which gives,
# for each account, the right pupil number. Complete `count_wrong`: how many pairs are wrong?

# %%
truth = dict(zip(accounts["account"], file["ine"][given.truth], strict=True))


def count_wrong(pairs, truth):
    wrong = 0
    for account, ine in pairs:
        # fr: Ajoutez 1 si ce compte est celui d’un autre.
        # en: Add 1 if this account is somebody else’s.
        ### BEGIN SOLUTION
        if truth[account] != ine:
            wrong = wrong + 1
        ### END SOLUTION
    return wrong


check(
    "count_wrong",
    count_wrong([("a", "1Q"), ("b", "3Q"), ("c", "2Q")], {"a": "1Q", "b": "2Q", "c": "3Q"}),
    2,
)
count_wrong(pairs, truth)

# %% [markdown] lang="fr"
# ### Avec pandas
#
# `drop_duplicates(on, keep=False)` ne garde que les lignes seules à porter leurs valeurs : c’est fait.
#
# **Question 4.** Réunissez les deux tableaux avec `merge`.

# %% [markdown] lang="en"
# ### With pandas
#
# `drop_duplicates(on, keep=False)` keeps only the rows that are alone with their values: it is done for you.
#
# **Question 4.** Bring the two tables together with `merge`.

# %%
alone_accounts = accounts[["account", *on]].drop_duplicates(on, keep=False)
alone_pupils = file[["ine", "given_name", *on]].drop_duplicates(on, keep=False)
merged = []
# fr: merged = premier_tableau.merge(second_tableau, on=liste_de_colonnes)
# en: merged = first_table.merge(second_table, on=list_of_columns)
### BEGIN SOLUTION
merged = alone_accounts.merge(alone_pupils, on=on)
### END SOLUTION
check("merge", len(merged), len(link(accounts, file, on).pairs))

# %% [markdown] lang="fr"
# ### En SQL
#
# Une base de données, DuckDB, tient les deux mêmes tables : `alone_accounts` (`account`, `birth_date`, `sex`)
# et `alone_pupils` (`ine`, `given_name`, `birth_date`, `sex`).
#
# **Question 5.** Écrivez la requête qui donne l’empreinte puis le prénom : `SELECT … FROM … JOIN … ON … AND …`

# %% [markdown] lang="en"
# ### In SQL
#
# A database, DuckDB, holds the same two tables: `alone_accounts` (`account`, `birth_date`, `sex`)
# and `alone_pupils` (`ine`, `given_name`, `birth_date`, `sex`).
#
# **Question 5.** Write the query that gives the hash, then the given name: `SELECT … FROM … JOIN … ON … AND …`

# %% jupyter={"source_hidden": true}
# fr: La base, et de quoi lui poser une question.
# en: The database, and a way to ask it a question.
import duckdb

base = duckdb.connect()
base.register("alone_accounts", alone_accounts)
base.register("alone_pupils", alone_pupils)
expected = sorted(
    (accounts["account"][account], file["given_name"][pupil])
    for account, pupil in link(accounts, file, on).pairs
)


def ask(query):
    if not query.strip():
        return []
    try:
        return sorted(base.sql(query).fetchall())
    except (duckdb.Error, AttributeError, TypeError) as error:
        print(str(error).split("\n")[0])
        return []


# %%
query = ""
# fr: query = """ … votre requête, sur plusieurs lignes … """
# en: query = """ … your query, over several lines … """
### BEGIN SOLUTION
query = """
SELECT alone_accounts.account, alone_pupils.given_name
FROM alone_accounts
JOIN alone_pupils
ON alone_accounts.birth_date = alone_pupils.birth_date
AND alone_accounts.sex = alone_pupils.sex
"""
### END SOLUTION
named = ask(query)
check("sql", named, expected)

# %%
print("Python", len(pairs))
print("pandas", len(merged))
print("SQL   ", len(named))

# %% [markdown] lang="fr"
# Trois langages, le même nombre. Ce n’est pas le langage qui fait l’attaque : ce sont les colonnes que l’on a laissées.

# %% [markdown] lang="en"
# Three languages, the same number. It is not the language that makes the attack: it is the columns that were left in.

# %% [markdown] lang="fr" tags=["teacher"]
# > **Pourquoi un index ?** 675 × 1 100 = 742 500 comparaisons contre 1 775 lectures : une par ligne.
# > *Erreurs fréquentes* : ranger `row` au lieu d’une liste (la seconde ligne efface la première) ; oublier l’un des deux `len(…) == 1`
# > (les couples se multiplient) ; en SQL, oublier `AND` et le sexe : il y a plus de couples, et de faux.
# > *Différencier* : les plus rapides refont la partie 5 avec leur propre `join`, ou écrivent l’attaque de la partie 1 :
# > deux boucles, `hashlib` et un dictionnaire ; les plus lents commencent par `few_rows` et `few_pupils`, au crayon.

# %% [markdown] lang="en" tags=["teacher"]
# > **Why an index?** 675 × 1,100 = 742,500 comparisons against 1,775 reads: one per row.
# > *Usual mistakes*: storing `row` instead of a list (the second row wipes out the first); forgetting one of the two `len(…) == 1`
# > (pairs multiply); in SQL, leaving out `AND` and the sex: there are more pairs, and wrong ones.
# > *Differentiation*: the fastest redo part 5 with their own `join`, or write the attack of part 1:
# > two loops, `hashlib` and a dictionary; the slowest start with `few_rows` and `few_pupils`, in pencil.

# %% [markdown] lang="fr"
# ## 8. Mise en commun
#
# ### Les mots
#
# | Mot | Ce qu’il veut dire | Aujourd’hui |
# |---|---|---|
# | **empreinte** | un nombre calculé à partir d’un texte, qu’on ne sait pas calculer à l’envers | le numéro de compte |
# | **pseudonyme** | un code qui remplace toujours la même personne, et que l’on peut relier à elle | l’empreinte, avec ou sans clé |
# | **corrélation** | relier les lignes d’une même personne dans deux fichiers | comptes et annuaire |
# | **anonyme** | plus personne ne peut relier la ligne à quelqu’un | rien, aujourd’hui |
#
# ### Quatre questions à discuter
#
# 1. Le fournisseur a dit deux fois « anonyme ». A-t-il menti ?
# 2. Qui doit garder la clé : le fournisseur, le lycée, un tiers ? Que se passe-t-il si on la vole ?
# 3. Aurélien n’a pas de compte. Comment peut-il savoir qu’on l’accuse ? À qui peut-il écrire ?
# 4. Un logiciel trouve plus de coupables s’il accepte le « presque ». Faut-il l’accepter ?

# %% [markdown] lang="en"
# ## 8. Talking it over
#
# ### The words
#
# | Word | What it means | Today |
# |---|---|---|
# | **hash** | a number computed from some text, which nobody can compute backwards | the account number |
# | **pseudonym** | a code that always stands for the same person, and can be tied back to them | the hash, with or without a key |
# | **linkage** | tying together one person’s rows in two files | accounts and directory |
# | **anonymous** | nobody can tie the row to a person any more | nothing, today |
#
# ### Four questions to discuss
#
# 1. The supplier said “anonymous” twice. Was that a lie?
# 2. Who should keep the key: the supplier, the school, someone else? What if it is stolen?
# 3. Aurélien has no account. How can he find out that he is accused? Whom can he write to?
# 4. Software finds more culprits if it takes “nearly”. Should we let it?

# %% [markdown] lang="fr"
# ### C’est arrivé
#
# - En **2006**, AOL publie les recherches faites sous 657 426 identifiants, des numéros à la place des noms.
# - En **2014**, New York publie 173 millions de courses de taxi, chaque identifiant remplacé par une empreinte `md5`.
# - Un site de cours en ligne, edX : parmi 16 224 étudiants certifiés, **34,2 %** étaient seuls à réunir leurs indices. Trois ont été retrouvés.
#
# Le règlement européen (RGPD, article 4) donne un nom à ce que le fournisseur a fait : la **pseudonymisation**.
# Elle est utile. Elle n’est pas l’anonymat : pour qui peut refaire le lien, ces données parlent encore de quelqu’un.

# %% [markdown] lang="en"
# ### It has happened
#
# - In **2006**, AOL published the searches made under 657,426 identifiers, numbers in place of names.
# - In **2014**, New York published 173 million taxi rides, each identifier replaced with an `md5` hash.
# - An online course site, edX: of 16,224 students who earned a certificate, **34.2%** were the only ones with their clues. Three were found.
#
# European law (the GDPR, article 4) has a name for what the supplier did: **pseudonymisation**.
# It is useful. It is not anonymity: to whoever can make the link again, the data are still about somebody.

# %% [markdown] lang="fr" tags=["teacher"]
# > **Minutes 38 à 50 : ce que l’on peut entendre.**
# >
# > 1. Pas forcément : beaucoup croient qu’effacer le nom suffit. Le groupe des CNIL européennes (G29, avis 05/2014) demande trois choses
# >    d’un fichier anonyme : ni individualisation, ni corrélation, ni inférence. Aujourd’hui, c’est la deuxième qui tombe.
# > 2. Surtout pas avec les données : séparer la clé des comptes, c’est ce que fait un identifiant opaque, comme celui du GAR dans les lycées français.
# >    Le GAR est présenté comme un « filtre anonymisant » ; en droit, il donne un pseudonyme.
# > 3. Au lycée, au délégué à la protection des données, puis à la CNIL : il a un droit d’accès et de rectification (articles 15 et 16).
# >    Mais il faut d’abord soupçonner quelque chose. C’est toute la difficulté.
# > 4. Qui paie l’erreur ? Celui qui décide voit les trouvés. Les innocents ne se comptent pas tout seuls.
# >
# > **Une nuance à ne pas perdre** : ne dites pas « un pseudonyme est toujours une donnée personnelle ». La Cour de justice européenne a jugé
# > le 4 septembre 2025 (C-413/23 P) que cela dépend de celui qui le reçoit et de ses moyens de refaire le lien.
# >
# > **Si un élève veut essayer sur un camarade** : non, et on le dit calmement. Proposez l’avatar du voisin, qui est fictif.

# %% [markdown] lang="en" tags=["teacher"]
# > **Minutes 38 to 50: what you may hear.**
# >
# > 1. Not necessarily: many believe that removing the name is enough. The European data protection authorities (Article 29 group, opinion 05/2014)
# >    ask three things of an anonymous file: no singling out, no linking, no inference. Today the second one fails.
# > 2. Above all, not with the data: keeping the key away from the accounts is what an opaque identifier does, like that of the GAR, France’s gateway to school resources.
# >    The GAR is presented as an “anonymising filter”; in law, it gives a pseudonym.
# > 3. To the school, to its data protection officer, then to the data protection authority: he has rights of access and rectification (articles 15 and 16).
# >    But first he would have to suspect something. That is the whole difficulty.
# > 4. Who pays for the mistake? Whoever decides sees the pupils found. The innocent go uncounted unless somebody counts them.
# >
# > **A shade of meaning to keep**: do not say “a pseudonym is personal data in every case”. The European Court of Justice ruled
# > on 4 September 2025 (C-413/23 P) that it depends on who receives it, and on their means of making the link again.
# >
# > **If a pupil wants to try it on a classmate**: no, said calmly. Offer the neighbour’s avatar instead: that one is made up.

# %% [markdown] lang="fr"
# ## 9. À copier
#
# 1. Une **empreinte** remplace un nom par un nombre. Elle ne se calcule pas à l’envers, mais on peut la **recalculer pour tout le monde** et comparer.
# 2. Un sel connu n’y change rien. Une **clé secrète** protège, tant qu’elle reste secrète : celui qui l’a peut nommer tout le monde.
# 3. **Pseudonyme n’est pas anonyme** : un code qui remplace toujours la même personne peut être relié à elle.
# 4. La **corrélation** relie deux fichiers par ce qu’ils ont en commun : sexe, date de naissance, classe… Aucun nom n’est nécessaire.
# 5. Un recollage se juge avec trois nombres : **retrouvés, manqués, accusés à tort**. Une seule faute de frappe peut accuser un innocent.
# 6. Ce qui protège : donner **moins de colonnes**, et moins précises.

# %% [markdown] lang="en"
# ## 9. To copy
#
# 1. A **hash** replaces a name with a number. It cannot be computed backwards, but it can be **computed again for everybody** and compared.
# 2. A known salt changes nothing. A **secret key** protects, as long as it stays secret: whoever has it can name everybody.
# 3. **A pseudonym is not anonymity**: a code that always stands for the same person can be tied back to them.
# 4. **Linkage** ties two files together by what they share: sex, birth date, class… No name is needed.
# 5. A link is judged by three numbers: **found, missed, wrongly accused**. A single slip of the finger can accuse an innocent.
# 6. What protects: handing over **fewer columns**, and less precise ones.

# %% [markdown] lang="fr" tags=["teacher"]
# ## Réponses attendues
#
# Le kit les recalcule à chaque fois : `School(seed=2)` pour le lycée, `anonymous(school)` pour les comptes.
#
# *Parties 1 et 3. 675 comptes, 1 100 noms*
#
# | Ce qu’on essaie | Candidats | Noms retrouvés |
# |---|---|---|
# | `birth_dates(2008, 2011)` | 1 607 100 | 665 |
# | `birth_dates(2007, 2012)` | 2 411 200 | 675 |
# | un sel connu | 1 607 100 | 665 |
# | une clé secrète | 1 607 100 | 0 |
#
# *Parties 4 à 6. Recollage exact, sur 675 comptes*
#
# | Colonnes | Retrouvés | Manqués | Accusés à tort |
# |---|---|---|---|
# | `birth_date`, `sex` | 361 | 304 | 10 |
# | `birth_date`, `sex`, `second_language` | 435 | 230 | 10 |
# | `birth_month`, `sex`, `second_language` | 64 | 609 | 2 |
# | `class`, `sex`, `birth_date` | 576 | 97 | 2 |
# | `class` | 0 | 675 | 0 |
#
# *Partie 5. Le « presque »*
#
# | Colonnes | Retrouvés | Manqués | Accusés à tort |
# |---|---|---|---|
# | `class`, `sex`, `birth_date` | 596 | 72 | 7 |
# | `birth_date`, `sex`, `second_language` | 439 | 220 | 16 |
#
# *Partie 6. Le compteur des dégâts, sur 675 comptes*
#
# | Gardé à côté de l’empreinte | Retrouvés | Accusés à tort | Euros par an | Utilité gardée |
# |---|---|---|---|---|
# | `class`, `sex`, `birth_date` | 576 | 2 | 802 € | 100 % |
# | `birth_date`, `sex`, `second_language` | 435 | 10 | 802 € | 50 % |
# | `birth_month`, `sex`, `second_language` | 64 | 2 | 802 € | 50 % |
# | `class` | 0 | 0 | 802 € | 100 % |
#
# - **Défi 1** : `class` et `birth_date`, 554 comptes retrouvés.
# - **Défi 2** : `level`, `class`, `sex` (0 retrouvé) ou `level`, `sex`, `second_language` (8). Aucune bonne réponse ne contient la date ni le mois de naissance.
# - **Défi 3** : de 435 à 64 retrouvés, de 10 à 2 accusés. Les autres sont manqués.

# %% [markdown] lang="en" tags=["teacher"]
# ## Expected answers
#
# The kit works them out afresh each time: `School(seed=2)` for the school, `anonymous(school)` for the accounts.
#
# *Parts 1 and 3. 675 accounts, 1,100 names*
#
# | What is tried | Candidates | Names found |
# |---|---|---|
# | `birth_dates(2008, 2011)` | 1,607,100 | 665 |
# | `birth_dates(2007, 2012)` | 2,411,200 | 675 |
# | a known salt | 1,607,100 | 665 |
# | a secret key | 1,607,100 | 0 |
#
# *Parts 4 to 6. Exact link, out of 675 accounts*
#
# | Columns | Found | Missed | Wrongly accused |
# |---|---|---|---|
# | `birth_date`, `sex` | 361 | 304 | 10 |
# | `birth_date`, `sex`, `second_language` | 435 | 230 | 10 |
# | `birth_month`, `sex`, `second_language` | 64 | 609 | 2 |
# | `class`, `sex`, `birth_date` | 576 | 97 | 2 |
# | `class` | 0 | 675 | 0 |
#
# *Part 5. “Nearly”*
#
# | Columns | Found | Missed | Wrongly accused |
# |---|---|---|---|
# | `class`, `sex`, `birth_date` | 596 | 72 | 7 |
# | `birth_date`, `sex`, `second_language` | 439 | 220 | 16 |
#
# *Part 6. The damage counter, out of 675 accounts*
#
# | Kept beside the hash | Found | Wrongly accused | Euros a year | Usefulness kept |
# |---|---|---|---|---|
# | `class`, `sex`, `birth_date` | 576 | 2 | €802 | 100% |
# | `birth_date`, `sex`, `second_language` | 435 | 10 | €802 | 50% |
# | `birth_month`, `sex`, `second_language` | 64 | 2 | €802 | 50% |
# | `class` | 0 | 0 | €802 | 100% |
#
# - **Challenge 1**: `class` and `birth_date`, 554 accounts found.
# - **Challenge 2**: `level`, `class`, `sex` (0 found) or `level`, `sex`, `second_language` (8). No right answer holds the date or the month of birth.
# - **Challenge 3**: from 435 down to 64 found, from 10 down to 2 accused. The others are missed.

# %% [markdown] lang="fr" tags=["teacher"]
# ## Si ça se passe mal
#
# - **Rien ne s’ouvre chez les élèves** : projetez le tableau de bord 4 (`make show`), à main levée ; lisez à voix haute les parties 1 et 6.
# - **Pas d’électricité, pas de réseau** : les cartes `.venv/bin/poucet cards --lesson 4`, imprimées en A4 noir et blanc.
# - **`NameError`** : une cellule plus haut n’a pas été exécutée. Reprenez du début, dans l’ordre.
# - **Une phrase d’erreur en rouge** : elle dit ce qui a été écrit et ce qu’il faut écrire. Faites-la lire à voix haute.
# - **Le calcul des empreintes tarde** : quelques secondes sur une machine ordinaire, davantage sur une machine modeste. Exécutez-le une seule fois, au tableau.
#
# ## Différencier
#
# - *Plus guidé* : les parties 1, 2, 4, 6 et 9 forment une leçon complète (exécutez la partie 3 sans la commenter).
# - *Plus loin, sans code* : écrire en cinq lignes la réponse du lycée au fournisseur : ce qu’il peut garder, et pourquoi.
# - *Plus loin, en NSI* : la partie 7, puis l’attaque par empreintes écrite à la main.
#
# ## Ce que la leçon couvre
#
# | Enseignement | Capacités |
# |---|---|
# | SNT (seconde) | définir une donnée personnelle ; rechercher, filtrer et calculer sur plusieurs tables |
# | NSI (première) | importer un fichier CSV, rechercher dans une table, fusionner des tables |
# | NSI (terminale) | `SELECT`, `FROM`, `WHERE`, `JOIN` ; chiffrement : le rôle de la clé |
# | EMC | débattre d’un cas concret : droits des personnes, décision automatique (programme : arrêté du 29 mai 2024) |
# | CRCN / Pix | 1.3 traiter des données ; 4.2 protéger les données personnelles et la vie privée |
#
# ## Sources
#
# - Règlement (UE) 2016/679 (RGPD), articles 4, 15 et 16.
# - Groupe de l’article 29, avis 05/2014 sur les techniques d’anonymisation.
# - Cour de justice de l’Union européenne, 4 septembre 2025, CEPD c. CRU, C-413/23 P.
# - AOL, 2006 ; courses de taxi de New York, 2014 ; edX : nombres publiés avec ces affaires.

# %% [markdown] lang="en" tags=["teacher"]
# ## If it goes wrong
#
# - **Nothing opens for the pupils**: project dashboard 4 (`POUCET_LANG=en make show`, or click English), with a show of hands; read parts 1 and 6 aloud.
# - **No power, no network**: the cards from `.venv/bin/poucet cards --lesson 4 --lang en`, printed on A4 in black and white.
# - **`NameError`**: a cell further up was not run. Start again from the top, in order.
# - **An error sentence in red**: it says what was written and what should be. Have it read aloud.
# - **The hashes are slow**: a few seconds on an ordinary computer, more on a modest one. Run the cell once only, at the board.
#
# ## Differentiation
#
# - *More support*: parts 1, 2, 4, 6 and 9 make a complete lesson (run part 3 without comment).
# - *Further, without code*: write the school’s five-line answer to the supplier: what may be kept, and why.
# - *Further, in computer science*: part 7, then the attack on hashes written by hand.
#
# ## What the lesson covers
#
# | Subject | Skills |
# |---|---|
# | SNT (digital science, first year of lycée) | define personal data; search, filter and compute on several tables |
# | NSI (computer science, second year) | import a CSV file, search a table, merge tables |
# | NSI (computer science, third year) | `SELECT`, `FROM`, `WHERE`, `JOIN`; encryption: what the key is for |
# | EMC (civics) | debate a concrete case: people’s rights, automatic decisions (syllabus: order of 29 May 2024) |
# | CRCN / Pix (digital skills framework) | 1.3 process data; 4.2 protect personal data and privacy |
#
# ## Sources
#
# - Regulation (EU) 2016/679 (GDPR), articles 4, 15 and 16.
# - Article 29 Working Party, opinion 05/2014 on anonymisation techniques.
# - Court of Justice of the European Union, 4 September 2025, EDPS v SRB, C-413/23 P.
# - AOL, 2006; New York taxi rides, 2014; edX: figures published with these cases.
