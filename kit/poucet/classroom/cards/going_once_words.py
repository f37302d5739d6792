"""The sentences of "going once", apart from their layout."""

from __future__ import annotations

from poucet.i18n import N_

MATERIAL = (
    N_("Imprimez ces cinq pages en noir et blanc, d’un seul côté."),
    N_(
        "Formez des groupes de six : cinq annonceurs, un crieur. À cinq, le crieur est aussi "
        "l’annonceur E ; à sept, deux élèves jouent ensemble."
    ),
    N_(
        "Photocopiez pour chaque groupe les pages 2, 3 et 4. Découpez les places (page 2) et "
        "**pliez-les sur le trait : le profil derrière**. Découpez les annonceurs (page 3)."
    ),
    N_("Gardez la page 5 : elle contient les réponses et les questions de la fin."),
)

MINUTES = (
    (
        "0–3",
        N_(
            "Donnez au crieur les places et la feuille de criée, à chacun sa carte d’annonceur. "
            "« L’application est gratuite. Ce soir, on vend la place qu’elle a sur huit écrans. »"
        ),
    ),
    (
        "3–8",
        N_(
            "**Manche 1, sans profil.** Pour chaque place, chacun écrit en secret ce qu’elle vaut "
            "pour lui (colonne « sans profil »). On découvre ensemble. **Le plus offrant gagne et "
            "paie l’offre du deuxième** ; à égalité, la première lettre gagne. Le crieur note."
        ),
    ),
    (
        "8–9",
        N_(
            "**Le pari.** « On recommence, mais chacun lira le profil du foyer. Sur huit places, "
            "combien se vendront **moins cher** ? » On écrit un nombre. On ne revient pas en "
            "arrière."
        ),
    ),
    (
        "9–14",
        N_(
            "**Manche 2, avec le profil.** Le crieur déplie chaque place et lit le profil. Chacun "
            "cherche si ce foyer l’intéresse, et écrit l’une de ses deux valeurs."
        ),
    ),
    (
        "14–16",
        N_(
            "Comptez les deux totaux, puis **où vont les jetons** : le crieur donne à chaque "
            "intermédiaire sa part (bas de la page 4). Combien reste-t-il à l’application, "
            "l’éditeur de la page ?"
        ),
    ),
    ("16–18", N_("Lisez l’encadré de la page 5. Laissez le silence.")),
    ("18–20", N_("Posez une ou deux questions de la page 5. Faites copier l’encadré du bas.")),
)

ACCIDENTS = (
    N_(
        "**Quelqu’un offre plus que sa valeur** : laissez-le gagner, puis demandez ce qu’il lui "
        "reste. Au deuxième prix, la meilleure offre est la vraie valeur."
    ),
    N_(
        "**Un groupe est lent** : jouez cinq places au lieu de huit, les mêmes dans les deux "
        "manches. Les totaux seront plus petits, l’histoire est la même."
    ),
    N_(
        "**Un élève parle de sa propre famille** : remerciez-le, et revenez aux cartes. Tout y est "
        "inventé."
    ),
)

# Each advertiser, in the order of the letters: a name, and the households that interest her.
ADVERTISERS = (
    (
        N_("Crédit éclair"),
        N_("Vous prêtez de l’argent, cher. Vous cherchez les **petits revenus**."),
    ),
    (
        N_("Petits Logis"),
        N_("Vous louez de petits appartements. Vous cherchez **un seul adulte au foyer**."),
    ),
    (
        N_("Autos Familles"),
        N_("Vous vendez de grandes voitures. Vous cherchez **deux enfants ou plus**."),
    ),
    (
        N_("Deux-Roues"),
        N_("Vous vendez des scooters. Vous cherchez qui **s’intéresse aux scooters**."),
    ),
    (
        N_("La Boutique"),
        N_("Vous tenez un magasin à Valmorne. Vous cherchez **les foyers de Valmorne**."),
    ),
)

QUESTIONS = (
    N_(
        "**« Le total a monté : tout le monde y gagne ? »** L’application, oui. Mais trois places "
        "ne valent presque plus rien : ces foyers n’intéressent personne. Le profil trie."
    ),
    N_(
        "**« Qui a lu les profils ? »** Tous les annonceurs, à chaque place, gagnants et perdants. "
        "Chacun peut les garder."
    ),
    N_(
        "**« Un crédit cher, proposé à ceux qui ont peu : est-ce un service ? »** Le profil dit où "
        "est l’argent à prendre. C’est une raison d’interdire certains usages, non de mieux viser."
    ),
    N_(
        "**« Et si l’on payait l’application ? »** Un service pour un million d’élèves peut coûter "
        "environ un euro par élève et par an (exemple de la leçon 6). Qui le paierait ?"
    ),
)
