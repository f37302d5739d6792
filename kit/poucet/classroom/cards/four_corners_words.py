"""The sentences of the teacher's pages of "four corners", apart from their layout."""

from __future__ import annotations

from poucet.i18n import N_

MATERIAL = (
    N_("Imprimez ces huit pages en noir et blanc, d’un seul côté."),
    N_(
        "Découpez les 32 cartes (pages 2 à 5). **Pliez vers l’arrière** la bande du bas de "
        "chacune : elle porte la vérité, que personne ne lit avant la minute 8."
    ),
    N_("Découpez les quatre panneaux (page 6) et affichez-en un à chaque coin de la salle."),
    N_("Photocopiez la feuille de route (page 7), une pour deux élèves."),
    N_("Gardez la page 8 : elle contient les réponses et les questions de la fin."),
    N_(
        "Distribuez les cartes **dans l’ordre des numéros**, à partir de 1 : il en faut au moins "
        "20. Au-delà de 32 élèves, deux élèves partagent une carte."
    ),
)

MINUTES = (
    (
        "0–3",
        N_(
            "Distribuez cartes et feuilles. « Une machine a lu douze semaines de clics. Vous êtes "
            "l’élève de la carte, et vous êtes aussi la machine. »"
        ),
    ),
    (
        "3–6",
        N_(
            "Chacun compte ses points avec la règle de la feuille. **Le pari** : combien d’élèves "
            "de la classe seront accusés à tort ? Chacun écrit un nombre."
        ),
    ),
    (
        "6–8",
        N_(
            "**Manche 1.** « À partir de 3 points, la machine écrit : dort mal. Les accusés se "
            "lèvent. » Comptez-les. « Qui parmi eux est accusé à raison ? » Personne ne le sait."
        ),
    ),
    (
        "8–13",
        N_(
            "« Dépliez la vérité. » Chacun va à son coin. Comptez les quatre coins à voix haute ; "
            "tous remplissent le tableau, puis calculent précision et rappel."
        ),
    ),
    (
        "13–15",
        N_(
            "Tournez-vous vers les accusés à tort, et lisez l’encadré de la page 8. Laissez le "
            "silence après « deux recherches »."
        ),
    ),
    (
        "15–19",
        N_(
            "**Manche 2.** « Le seuil passe à 4 points. » Qui change de coin ? Recomptez. Puis à "
            "2 points. « Qui est soulagé ? Qui est oublié ? Qui a choisi ? »"
        ),
    ),
    (
        "19–25",
        N_(
            "Remplissez le tableau des usages, par deux. Puis une ou deux questions de la page 8. "
            "Faites copier l’encadré."
        ),
    ),
)

ACCIDENTS = (
    N_(
        "**Un coin n’a pas le bon nombre** : une carte a mal compté. La page 8 donne les points de "
        "chaque carte."
    ),
    N_(
        "**Un élève se reconnaît** (des nuits difficiles) : tout a été tiré au sort. Proposez-lui "
        "une autre carte du même coin, sans demander pourquoi."
    ),
    N_(
        "**On ne peut pas circuler dans la salle** : chacun reste assis, et lève une main (accusé) "
        "ou les deux (accusé à tort)."
    ),
)

QUESTIONS = (
    N_(
        "**« La machine a-t-elle souvent raison ? »** Tout dépend de la part que l’on regarde. "
        "Parmi ceux qu’elle accuse : la précision. Parmi ceux qui dorment mal : le rappel. Parmi "
        "tous : plus souvent encore, car la plupart dorment bien et elle n’en dit rien."
    ),
    N_(
        "**« Quel est le bon seuil ? »** Aucun, tant que l’on ne sait pas ce que l’on fera de la "
        "fiche. Un conseil affiché à l’élève seul supporte des erreurs ; un appel aux parents, non."
    ),
    N_(
        "**« Que peut répondre un accusé à tort ? »** Rien, s’il ne sait pas que la fiche existe. "
        "Le règlement européen (RGPD, articles 15 et 16) donne le droit de la voir et de la faire "
        "rectifier."
    ),
    N_(
        "**« Et sur 1 100 élèves ? »** Avec la même règle, au lycée fictif : 153 trouvés, 58 "
        "manqués, 37 accusés à tort. Ces cartes sont choisies pour remplir chaque coin ; la "
        "leçon 5 fait le vrai compte."
    ),
)
