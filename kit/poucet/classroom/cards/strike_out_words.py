"""The sentences of "strike it out", apart from their layout."""

from __future__ import annotations

from poucet.i18n import N_

MATERIAL = (
    N_("Imprimez ces six pages en noir et blanc, d’un seul côté."),
    N_(
        "Formez des groupes de quatre à six. Photocopiez pour chacun **un** dossier : Eva (page 2) "
        "pour la moitié des groupes, Lisa (page 3) pour les autres."
    ),
    N_("Découpez les fonctions (page 4) et les rôles (page 5) : un jeu par groupe."),
    N_("Gardez la page 6 : elle contient l’enveloppe, les réponses et les questions de la fin."),
)

MINUTES = (
    (
        "0–3",
        N_(
            "Distribuez les dossiers. « Le lycée vient d’envoyer cette ligne à un service "
            "d’exercices. Lisez-la. »"
        ),
    ),
    (
        "3–6",
        N_(
            "**Les conclusions.** Sous le tableau, chaque groupe écrit deux phrases qu’un inconnu "
            "dirait de cette élève et de sa famille."
        ),
    ),
    (
        "6–7",
        N_(
            "**Le pari.** « Sur 23 colonnes, combien en faut-il au service ? » On écrit un nombre. "
            "On ne revient pas en arrière."
        ),
    ),
    (
        "7–12",
        N_(
            "**Rayez.** Donnez les quatre fonctions marquées d’une étoile : la classe les a "
            "demandées. Les groupes rayent au stylo toute colonne qui ne leur sert pas."
        ),
    ),
    (
        "12–16",
        N_(
            "**Négociez.** Donnez les autres fonctions et les rôles. Le fournisseur en défend "
            "une ; le groupe décide, et le greffier note pourquoi. Donnez enfin l’identifiant "
            "opaque : que peut-on encore rayer ?"
        ),
    ),
    (
        "16–18",
        N_(
            "**L’enveloppe.** Faites lire les conclusions des groupes d’Eva, puis de Lisa. "
            "Lisez ensuite la vérité, page 6. Laissez le silence."
        ),
    ),
    ("18–20", N_("Comparez les paris à la réponse. Faites recopier l’encadré.")),
)

ACCIDENTS = (
    N_(
        "**Un groupe raye tout** : demandez-lui comment l’élève se connectera. Il faut toujours de "
        "quoi ouvrir un compte."
    ),
    N_(
        "**Un élève parle de sa propre famille** : remerciez-le, et revenez au dossier. Personne "
        "n’a à dire ici ce qui se passe chez lui."
    ),
)

ROLES = (
    (
        N_("La professeure"),
        N_(
            "Vous voulez donner des exercices dès demain, et lire les résultats sous le bon nom. "
            "Le reste vous est égal."
        ),
    ),
    (
        N_("Le fournisseur"),
        N_(
            "Plus vous avez de colonnes, plus vous offrez de fonctions. Choisissez-en une, et "
            "défendez-la : à qui servira-t-elle ?"
        ),
    ),
    (
        N_("La proviseure"),
        N_(
            "C’est votre lycée qui envoie. Si ces données se perdent, on vous demandera pourquoi "
            "vous les aviez données."
        ),
    ),
    (
        N_("Le parent"),
        N_("Vous voulez savoir ce qui part, à qui, où c’est gardé, et combien de temps."),
    ),
    (
        N_("L’élève du dossier"),
        N_(
            "C’est votre vie. Montrez la colonne que vous ne voulez pas voir partir, et dites ce "
            "qu’un inconnu pourrait en conclure."
        ),
    ),
    (
        N_("Le greffier"),
        N_(
            "Vous notez chaque colonne gardée et sa raison. Une colonne sans raison est une "
            "colonne rayée."
        ),
    ),
)

QUESTIONS = (
    N_(
        "**« Pourquoi tout était-il parti ? »** Un bouton, des cases prêtes dans le format, et "
        "personne pour poser la question. La version minimale existait : il fallait la choisir."
    ),
    N_(
        "**« Le lycée a-t-il tort de connaître ces colonnes ? »** Non : il écrit aux deux parents, "
        "verse la bourse, accorde le tiers-temps. Le service d’exercices n’a rien de cela à faire."
    ),
    N_(
        "**« Qui décide ? »** Cherchez qui, à la table, avait le dernier mot, et qui n’a pas été "
        "consulté. Informer les familles n’est pas la même chose que leur demander leur avis."
    ),
    N_(
        "**« Avec un identifiant opaque, l’élève est-elle anonyme ? »** Non : le lycée garde la "
        "liste qui dit qui est qui. C’est un pseudonyme ; les leçons 3 et 4 montrent la suite."
    ),
)
