"""The sentences of "round the table", apart from their layout."""

from __future__ import annotations

from poucet.i18n import N_

MATERIAL = (
    N_("Imprimez ces six pages en noir et blanc, d’un seul côté."),
    N_(
        "Formez des groupes de cinq. Photocopiez pour chaque groupe les pages 2 à 5 ; découpez les "
        "rôles (page 2), les clauses (page 3) et les événements (page 4)."
    ),
    N_("Gardez la page 6 : elle contient les réponses et les questions de la fin."),
)

MINUTES = (
    (
        "0–3",
        N_(
            "« Le lycée veut une application d’exercices. Voici les conditions “éducation” du "
            "fournisseur. Vous allez les négocier. » Chacun tire un rôle et le lit aux autres."
        ),
    ),
    (
        "3–5",
        N_(
            "**Le pari.** « Sur 27 demandes publiques, combien ce contrat en tient-il ? » Chacun "
            "écrit un nombre. Réponse : 6. Ni publicité, ni vente : c’est déjà un progrès."
        ),
    ),
    (
        "5–13",
        N_(
            "**La négociation.** Les dix clauses sont posées, côté A. Le groupe peut en passer "
            "**six** au côté B, pas une de plus. Chacun défend son rôle ; on se met d’accord à la "
            "majorité, et l’on écrit sur la feuille (page 5)."
        ),
    ),
    (
        "13–19",
        N_(
            "**Les événements.** Tirez-en un, lisez-le à voix haute, attendez. Chaque groupe "
            "regarde ses clauses et dit ce qui lui arrive. Page 6 : ce que le kit a calculé."
        ),
    ),
    (
        "19–22",
        N_("Lisez l’encadré de la page 6. Laissez le silence. Puis une question au choix."),
    ),
    (
        "22–25",
        N_(
            "**Le vote.** Chaque groupe lit sa charte, la classe vote à main levée, on note pour, "
            "contre, abstentions. Faites copier l’encadré du bas."
        ),
    ),
)

ACCIDENTS = (
    N_(
        "**Un groupe veut tout changer** : le fournisseur se lève et s’en va. Six clauses, il faut "
        "choisir."
    ),
    N_(
        "**Un groupe ne change rien** : demandez au parent ce qu’il dira chez lui, puis tirez "
        "l’événement 2."
    ),
    N_(
        "**À quatre**, le chef d’établissement est aussi le professeur ; **à six**, deux élèves "
        "jouent ensemble."
    ),
)

# Who, what they want, what they fear, and a clause that matters to them.
ROLES = (
    (
        N_("Le chef d’établissement"),
        N_("Vous voulez un service qui marche, et rien d’illégal."),
        N_("Vous craignez une fuite à la une du journal."),
        N_("Vous signez : c’est vous qui répondrez de ce contrat."),
    ),
    (
        N_("Le parent"),
        N_("Vous voulez savoir ce qui part, où, et pour combien de temps."),
        N_("Vous craignez un dossier qui suive votre enfant toute sa vie."),
        N_("On ne vous a rien demandé. Est-ce normal ?"),
    ),
    (
        N_("Le fournisseur"),
        N_("Vous voulez améliorer votre produit, et payer vos salariés."),
        N_("Vous craignez un contrat intenable : six changements, pas un de plus."),
        N_("Votre argument : « nos conditions “éducation” ne sont pas celles du grand public. »"),
    ),
    (
        N_("L’élève"),
        N_("Vous voulez des exercices à votre niveau."),
        N_("Vous craignez d’être jugé par une machine qui se trompe."),
        N_("Vous n’avez jamais pu dire non. Aujourd’hui, vous votez."),
    ),
    (
        N_("Le professeur"),
        N_("Vous voulez savoir si votre méthode aide, et qui a rendu son devoir."),
        N_("Vous craignez de perdre l’outil en cours d’année."),
        N_("Sans la classe ni les réponses des élèves, le service ne vous sert à rien."),
    ),
)

CLAUSES = {
    "fields": N_("Les colonnes qui partent"),
    "identifier": N_("Le nom de l’élève dans le service"),
    "time": N_("L’heure des clics"),
    "ip": N_("L’adresse de connexion"),
    "purposes": N_("À quoi servent les données"),
    "subprocessors": N_("Les sous-traitants"),
    "erasure_reaches_copies": N_("L’effacement des copies"),
    "supervised": N_("Le contrôle"),
    "fields_published": N_("La liste publique"),
    "families_asked": N_("La signature des familles"),
}

# What happens, and what the answer page says about it: the clause that decides, then both sides.
EVENTS = (
    (
        N_(
            "14 février 2028. Une tout autre application est piratée. Ses adresses électroniques "
            "sont en ligne. Le fournisseur garde un fichier d’étude « anonyme »."
        ),
        "identifier",
        N_("**A** : {named} élèves sont nommés. **B** : aucun, leur code n’est pas dans la fuite."),
    ),
    (
        N_(
            "1er juin 2030. Tous les élèves de cette année ont quitté le lycée depuis plus de six "
            "mois. Combien sont encore quelque part ?"
        ),
        "erasure_reaches_copies",
        N_("**A** : les {pupils}, chez les sous-traitants. **B** : aucun."),
    ),
    (
        N_(
            "Un élève demande une copie de tout ce que l’on garde sur lui. La réponse est due en "
            "un mois. Sera-t-elle vraie ?"
        ),
        "supervised",
        N_("**A** : nul ne peut le savoir. **B** : quelqu’un a le droit d’aller voir."),
    ),
    (
        N_(
            "Le fournisseur lance une nouveauté : une machine qui prédit quels élèves vont "
            "décrocher. Peut-il s’en servir sur vous ?"
        ),
        "purposes",
        N_("**A** : oui, c’est écrit. **B** : non, ni pour améliorer son produit."),
    ),
    (
        N_("Un parent veut la liste exacte de ce qui part. À qui la demande-t-il ?"),
        "fields_published",
        N_("**A** : personne n’est tenu de la donner. **B** : elle est publique."),
    ),
    (
        N_("Une société de dépannage, aux États-Unis, a reçu tout l’annuaire. Est-ce permis ?"),
        "subprocessors",
        N_("**A** : oui, et le lycée le savait. **B** : non, rien n’est confié à personne."),
    ),
)

QUESTIONS = (
    N_(
        "**Le fournisseur a-t-il tort ?** Non : ses conditions « éducation » diffèrent vraiment du "
        "grand public (ni publicité, ni vente). Différentes ne veut pas dire suffisantes."
    ),
    N_(
        "**Faut-il tout effacer ?** Sans la colonne « classe », le service ne retrouve plus les "
        "classes : l’utilité tombe de moitié. Protéger a un prix, et il se discute."
    ),
    N_(
        "**La signature des familles suffit-elle ?** Une école publique s’appuie d’ordinaire sur "
        "sa mission, non sur un accord. Informer reste dû."
    ),
    N_(
        "**Qui vérifie ?** Une clause que personne ne contrôle est une phrase. Et aucun programme "
        "ne sait si un texte était clair."
    ),
)
