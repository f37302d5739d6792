"""The sentences of the teacher's two pages of "two files", apart from their layout."""

from __future__ import annotations

from poucet.i18n import N_

MATERIAL = (
    N_("Imprimez ces cinq pages en noir et blanc, d’un seul côté."),
    N_("Photocopiez les pages 2, 3 et 4 : une de chaque pour deux élèves."),
    N_("Gardez la page 5 : elle contient les réponses et les questions de la fin."),
    N_("Il faut un crayon pour deux, et une calculette si l’on en a une."),
)

MINUTES = (
    (
        "0–2",
        N_(
            "Distribuez la page 2. « Un site d’exercices jure que ses comptes sont anonymes : "
            "chaque nom est devenu un code. »"
        ),
    ),
    (
        "2–8",
        N_(
            "**Manche 1.** D’abord le pari : combien des huit codes allez-vous percer ? Puis "
            "chacun calcule les codes de six noms. On les trouve tous : on n’a rien décodé, on a "
            "tout essayé."
        ),
    ),
    (
        "8–10",
        N_(
            "Distribuez les pages 3 et 4. « Le site a compris : ses codes sont maintenant de "
            "simples lettres. Plus aucun calcul possible. Cette fois, est-ce anonyme ? »"
        ),
    ),
    (
        "10–15",
        N_(
            "**Manche 2.** Chaque binôme cherche, pour chaque compte, qui a le même sexe et la "
            "même date de naissance. Un seul nom : on l’écrit. Aucun, ou deux : on laisse vide."
        ),
    ),
    (
        "15–17",
        N_(
            "Comptez les noms écrits. Puis lisez l’encadré de la page 5. Laissez le silence après "
            "« n’a jamais ouvert de compte »."
        ),
    ),
    ("17–20", N_("Posez une ou deux questions de la page 5. Faites copier l’encadré du bas.")),
)

ACCIDENTS = (
    N_(
        "**Deux binômes n’ont pas le même nombre de noms** : l’un a écrit un nom quand deux élèves "
        "convenaient. Demandez-lui comment il a choisi."
    ),
    N_(
        "**Un élève se reconnaît** dans un nom ou une date : tout a été tiré au sort. Faites-lui "
        "échanger sa feuille avec un autre binôme, sans demander pourquoi."
    ),
)

QUESTIONS = (
    N_(
        "**« Les codes de la manche 1 ne se calculent pas à l’envers. Comment les avez-vous "
        "percés ? »** En les calculant pour tout le monde. Un ordinateur fait de même avec de "
        "vraies empreintes, des centaines de milliers de fois par seconde."
    ),
    N_(
        "**« À la manche 2, le code ne servait plus à rien. Qu’est-ce qui a parlé ? »** Ce que "
        "l’on avait laissé à côté : le sexe et la date de naissance."
    ),
    N_(
        "**« Que fallait-il retirer ? »** La date de naissance. Le site d’exercices n’en a pas "
        "besoin pour corriger une réponse."
    ),
    N_(
        "**« Pourquoi l’innocent est-il quelqu’un qui n’a pas de compte ? »** S’il en avait un, "
        "deux comptes porteraient sa date, et l’on hésiterait. Ne rien avoir confié ne protège pas "
        "toujours."
    ),
)
