"""The sentences of the teacher's two pages of "three clues", apart from their layout."""

from __future__ import annotations

from poucet.i18n import N_

MATERIAL = (
    N_("Imprimez ces huit pages en noir et blanc, d’un seul côté."),
    N_("Découpez les 32 cartes (pages 2 à 5) et les neuf bandes d’indices (page 6)."),
    N_("Photocopiez la feuille de relevé (page 7), ou recopiez-la au tableau."),
    N_("Gardez la page 8 : elle contient les réponses et les questions de la fin."),
    N_(
        "Distribuez les cartes **dans l’ordre des numéros**, à partir de 1 : il en faut au moins "
        "20. Au-delà de 32 élèves, deux élèves partagent une carte et se lèvent à tour de rôle."
    ),
)

MINUTES = (
    ("0–3", N_("Distribuez les cartes. Chacun lit la sienne en silence, puis se lève.")),
    (
        "3–5",
        N_(
            "**Le pari.** « Combien d’indices faudra-t-il pour qu’une seule personne reste "
            "debout ? » Chacun écrit un nombre et pose son stylo. On ne revient pas en arrière."
        ),
    ),
    (
        "5–9",
        N_(
            "**Manche 1.** Lisez les trois bandes, une par une ; faites compter à chaque fois. "
            "Quand une seule personne reste debout, laissez le silence. Puis elle dit son prénom : "
            "aucun indice ne le donnait."
        ),
    ),
    (
        "9–12",
        N_(
            "**Manche 2.** Tout le monde se relève. C’est la même personne que l’on cherche, avec "
            "les deux mêmes indices ; mais le dernier dit le mois et non le jour. Combien "
            "restent ?"
        ),
    ),
    (
        "12–15",
        N_(
            "**Manche 3.** Tout le monde se relève. On cherche une autre personne. « Cette fois, "
            "pas un mot sur la naissance. Est-elle mieux cachée ? » Faites parier à main levée."
        ),
    ),
    ("15–18", N_("Chacun trace les trois courbes et compare la première à son pari.")),
    ("18–20", N_("Posez une ou deux questions de la page 8. Faites recopier l’encadré.")),
)

ACCIDENTS = (
    N_(
        "**Deux personnes restent à la fin de la manche 1** : l’une a mal lu sa carte. Relisez les "
        "trois indices. C’est l’occasion de dire qu’une erreur accuse un innocent."
    ),
    N_(
        "**Un élève se reconnaît** dans une carte : prénoms, dates et communes ont été tirés au "
        "sort. Proposez-lui une autre carte."
    ),
)

QUESTIONS = (
    N_(
        "**« Aucun indice n’était un secret. Comment trois ont-ils suffi ? »** Chaque indice ne "
        "garde qu’une part du groupe, et ces parts se multiplient : la moitié "
        "reste, puis quelques-uns, puis une personne."
    ),
    N_(
        "**« Qu’est-ce que le mois a changé, à la place du jour ? »** Plusieurs personnes "
        "conviennent encore : k vaut au moins 2. Celui qui en désignerait une au hasard "
        "accuserait peut-être la mauvaise."
    ),
    N_(
        "**« Suffit-il de cacher la date de naissance ? »** Non : la manche 3 s’en passe. C’est "
        "la réunion des indices qui désigne, et non l’un d’eux."
    ),
    N_(
        "**« Et si nous étions 1 100, ou tout un pays ? »** Il faut des indices plus précis, mais "
        "ils existent : avec le jour de naissance, le sexe et la commune, à peu près sept "
        "élèves sur dix seraient seuls dans toute la France. La leçon 2 le calcule."
    ),
)
