"""The sentences of the teacher's pages of "among five", apart from their layout."""

from __future__ import annotations

from poucet.i18n import N_

MATERIAL = (
    N_("Imprimez ces sept pages en noir et blanc, d’un seul côté."),
    N_(
        "Découpez les 22 cartes (pages 2 à 4). **Pliez vers l’arrière** la bande du bas de "
        "chacune : elle porte la réponse, que personne ne lit avant qu’on le dise."
    ),
    N_(
        "Photocopiez la page 5 (douze petites cartes à découper) et la feuille de route (page 6), "
        "une de chaque pour deux élèves."
    ),
    N_("Gardez la page 7 : elle contient les réponses et les questions de la fin."),
    N_(
        "Distribuez les cartes **dans l’ordre des numéros**, à partir de 1 : il en faut au moins "
        "20. Au-delà de 22 élèves, deux élèves partagent une carte."
    ),
)

MINUTES = (
    (
        "0–3",
        N_(
            "Distribuez les cartes. « La mairie a la table des réponses : sexe, commune, bourse, "
            "et si l’argent manque. Pas de nom. Chacun se confond avec quatre autres au moins. »"
        ),
    ),
    (
        "3–5",
        N_(
            "**Le pari** : sur les quatre groupes, pour combien la mairie connaît-elle la réponse "
            "de tous à coup sûr ? Chacun écrit un nombre, de 0 à 4."
        ),
    ),
    (
        "5–9",
        N_(
            "« Les garçons de Saint-Orin-le-Vieux qui ont une bourse, levez-vous. Vous êtes cinq, "
            "vous êtes cachés. Dépliez. » Cinq « oui ». Puis les filles de Fontanelle-la-Haute "
            "sans bourse : cinq « non ». « Qui a été retrouvé ? » Personne. « Et que sait-on ? »"
        ),
    ),
    (
        "9–12",
        N_(
            "« Les filles de Pontarive qui ont une bourse, levez-vous. » Quatre déplient : quatre "
            "« oui » ; Meriem (carte 14) garde sa bande pliée. La classe vote : la mairie lui "
            "écrit-elle ? Meriem déplie. Lisez l’encadré de la page 7."
        ),
    ),
    (
        "12–13",
        N_(
            "« Les garçons de Pontarive qui ont une bourse. » Des « oui » et des « non » : on ne "
            "peut rien dire d’aucun. Voilà un groupe qui cache."
        ),
    ),
    (
        "13–20",
        N_(
            "**Par deux.** Étalez les douze petites cartes. Généralisez à la main, pour le moins "
            "de points possible, jusqu’à k = 3. Annoncez vos scores. Qui fait moins ?"
        ),
    ),
    (
        "20–25",
        N_(
            "« Dans votre meilleure table, un groupe est percé à jour : lequel ? » Réparez, "
            "comptez le prix. Une question de la page 7, puis faites copier l’encadré."
        ),
    ),
)

ACCIDENTS = (
    N_(
        "**Un groupe n’est pas complet** : une carte est restée sur la table. Lisez-la vous-même ; "
        "seul le dernier groupe peut se passer des cartes 21 et 22."
    ),
    N_(
        "**Un élève se reconnaît** (l’argent, une bourse) : tout a été tiré au sort. Donnez-lui "
        "une autre carte, sans demander pourquoi."
    ),
    N_(
        "**Personne ne trouve 4 points** : demandez quelle colonne sépare le plus. C’est la "
        "classe : la barrer coûte 2 points, et réunit déjà presque tout le monde."
    ),
)

QUESTIONS = (
    N_(
        "**« Comment peut-on être cinq et ne pas être caché ? »** k compte les lignes qui se "
        "ressemblent ; il ne regarde pas le secret qu’elles contiennent."
    ),
    N_(
        "**« Faut-il barrer encore ? »** À la fin il ne reste que des étoiles : tout est protégé, "
        "rien ne sert. De quoi la mairie avait-elle besoin, au juste ?"
    ),
    N_(
        "**« Meriem n’a pas été retrouvée. Alors, tout va bien ? »** Non : on l’a jugée par son "
        "groupe. On peut faire du tort à quelqu’un sans le retrouver."
    ),
    N_(
        "**« Et sur 1 100 élèves ? »** Au lycée fictif, dans une table à k = 5 : 95 réponses "
        "connues à coup sûr, et 61 élèves jugés à tort par leur groupe. La leçon 7 fait le compte."
    ),
)
