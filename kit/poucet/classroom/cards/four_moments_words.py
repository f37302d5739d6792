"""The sentences of the teacher's pages of "four moments", apart from their layout."""

from __future__ import annotations

from poucet.i18n import N_

MATERIAL = (
    N_("Imprimez ces huit pages en noir et blanc, d’un seul côté."),
    N_("Découpez les 32 cartes (pages 2 à 5) et les huit bandes de moments (page 6)."),
    N_("Photocopiez la page de journal (page 7), une pour deux élèves."),
    N_("Gardez la page 8 : elle contient les réponses et les questions de la fin."),
    N_(
        "Distribuez les cartes **dans l’ordre des numéros**, à partir de 1 : il en faut au moins "
        "20. Au-delà de 32 élèves, deux élèves partagent une carte et se lèvent à tour de rôle."
    ),
)

MINUTES = (
    (
        "0–3",
        N_("Distribuez les cartes. Chacun lit la sienne : une semaine de connexions, sans nom."),
    ),
    (
        "3–5",
        N_(
            "**Le pari.** « Combien de moments faudra-t-il pour qu’une seule carte reste "
            "debout ? » Chacun écrit un nombre et pose son stylo. On ne revient pas en arrière."
        ),
    ),
    (
        "5–9",
        N_(
            "**Manche 1.** Tout le monde se lève. Lisez les quatre bandes ; faites compter à "
            "chaque fois. Quand une seule carte reste debout, laissez le silence. Puis donnez "
            "son prénom (page 8) : il n’était écrit nulle part."
        ),
    ),
    (
        "9–12",
        N_(
            "**Manche 2.** Tout le monde se relève. On cherche la même carte, mais on ne dit plus "
            "que le jour. Combien restent ?"
        ),
    ),
    (
        "12–19",
        N_(
            "**La page de journal** (page 7). Par deux : entourez les lignes de la nuit, coloriez "
            "les deux réseaux, puis remplissez la fiche."
        ),
    ),
    ("19–25", N_("Posez une ou deux questions de la page 8. Faites recopier l’encadré.")),
)

ACCIDENTS = (
    N_(
        "**Deux cartes restent à la fin de la manche 1** : l’une a été mal lue. Relisez les quatre "
        "moments. C’est l’occasion de dire qu’une erreur accuse un innocent."
    ),
    N_(
        "**Un élève se reconnaît** (deux maisons, des nuits difficiles) : tout a été tiré au sort. "
        "Proposez-lui une autre carte, sans demander pourquoi."
    ),
)

QUESTIONS = (
    N_(
        "**« Personne n’a donné de nom. Comment a-t-on retrouvé cette personne ? »** Beaucoup "
        "sont au lycée le lundi ; moins y sont le lundi et aussi le mardi à cette heure-là ; à "
        "quatre moments, il ne reste qu’une personne. Une trace est une signature."
    ),
    N_(
        "**« Qu’est-ce que le jour a changé, à la place de l’heure et du lieu ? »** Presque tout "
        "le monde reste debout : la trace ne désigne plus personne, et l’on sait encore quels "
        "jours le service est utilisé."
    ),
    N_(
        "**« La page de journal dit-elle que cette personne travaille la nuit ? »** Non. Elle dit "
        "des heures. La vraie raison, tirée au sort, était l’insomnie : qui aurait parié sur un "
        "travail l’aurait accusée à tort."
    ),
    N_(
        "**« Et avec 1 100 élèves ? »** Avec une heure et un réseau, quatre moments suffisent à "
        "isoler presque tous les élèves du lycée fictif (98 %). En 2013, sur 1,5 million de "
        "téléphones : 95 %. La leçon 3 le calcule."
    ),
)
