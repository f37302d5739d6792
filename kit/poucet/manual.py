r"""The manual pages of the commands that deserve one: what `--help` prints, in sections.

A paragraph that starts with ``\b`` keeps its lines; bold is typer's.
"""

from __future__ import annotations

from poucet.i18n import gettext as _

KEPT = "\b\n"


def _page(opening: str, *sections: tuple[str, str]) -> str:
    return "\n\n".join(
        [opening, *(f"{KEPT}[bold]{title}[/bold]\n{text}" for title, text in sections)]
    )


def grade_page() -> str:
    """Give the manual of ``poucet grade``."""
    return _page(
        _("Corriger les copies d’une classe : un dossier, l’archive zip de l’ENT, ou une copie."),
        (
            _("Copies attendues"),
            _(
                "Le numéro de l’avatar se lit dans le nom du fichier ou du dossier :\n"
                "  12/A2.ipynb   A2_12.ipynb   12.ipynb   avatar 12/A2 (1).ipynb\n"
                "sinon dans le carnet, où l’élève l’a écrit. Une archive peut en contenir\n"
                "d’autres, une par dossier. De plusieurs fichiers, le plus récent compte.\n"
                "Les noms lus en chemin ne sont gardés nulle part."
            ),
        ),
        (
            _("Étapes"),
            _(
                "1. ranger chaque copie sous son avatar ;\n"
                "2. exécuter son code, enfermé, puis juger les réponses depuis dehors ;\n"
                "3. écrire les points dans le carnet de notes de nbgrader ;\n"
                "4. écrire la page de chaque élève et le tableau de la classe."
            ),
        ),
        (
            _("Fichiers écrits, dans le dossier des devoirs"),
            _(
                "submitted/LANGUE/12/A2/    la copie\n"
                "autograded/LANGUE/12/A2/   la copie exécutée\n"
                "feedback/LANGUE/12/A2/     la page à rendre à l’élève\n"
                "grading/LANGUE/A2/A2.csv   les notes (le reste du dossier : la reprise)\n"
                "gradebook_LANGUE.db        le carnet de notes de nbgrader"
            ),
        ),
        (
            _("Question écrite"),
            _(
                "« poucet mark A2 » l’ouvre, copie après copie. Relancez ensuite la même\n"
                "commande : elle refait les pages et le tableau. Une note donnée à la main\n"
                "n’est jamais effacée."
            ),
        ),
        (
            _("Sécurité"),
            _(
                "Le code des élèves n’a ni réseau, ni vos fichiers, ni les tests cachés ; son\n"
                "temps et sa mémoire sont limités. Il faut Linux et bubblewrap ; ailleurs, la\n"
                "commande refuse, sauf --no-sandbox : ce code a alors tous vos droits."
            ),
        ),
        (
            _("Reprise"),
            _(
                "Interrompue à n’importe quel moment, la commande se relance telle quelle : ce\n"
                "qui est corrigé le reste, et les notes sont les mêmes. Une copie en retard\n"
                "vient seule : les autres restent au tableau."
            ),
        ),
        (
            _("Code de retour"),
            _(
                "0  toutes les copies ont leurs points\n"
                "1  un fichier au moins n’a pas de note : sa ligne commence par ✗\n"
                "2  rien n’a été corrigé : une phrase dit pourquoi"
            ),
        ),
        (
            _("Exemples"),
            _(
                "poucet grade A2 rendus.zip\n"
                "poucet grade A2 copies/ --lang en\n"
                "poucet grade A5 copies/ --course ~/mes-devoirs"
            ),
        ),
    )


def purge_page() -> str:
    """Give the manual of ``poucet purge``."""
    return _page(
        _("Supprimer les copies ramassées avant une date, leurs pages et leurs notes."),
        (
            _("Ce qui est supprimé"),
            _(
                "submitted, autograded, feedback, grading : ce qui est de ces copies ;\n"
                "leurs lignes du carnet de notes, jusque dans ses pages libres ;\n"
                "le tableau de la classe : « poucet grade » le refait de ce qui reste.\n"
                "Dans les deux langues."
            ),
        ),
        (
            _("Ce qui reste à votre charge"),
            _(
                "L’archive de l’ENT, les copies gardées dans l’ENT, vos sauvegardes,\n"
                "la liste sur papier."
            ),
        ),
        (
            _("Étapes"),
            _(
                "Sans --yes, rien n’est supprimé : la commande compte. Avec --yes, elle\n"
                "supprime et écrit un reçu sans numéro ni nom, dans grading."
            ),
        ),
        (
            _("Exemples"),
            "poucet purge --before 2027-07-01\npoucet purge --before 2027-07-01 --yes",
        ),
    )
