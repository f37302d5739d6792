"""What happened to a hand-in, in one plain sentence for the teacher and the pupil.

A verdict either stops the grading (nothing could be read: no mark is written, the teacher decides)
or comes beside the marks (a cell was stopped, a test put back as it was).
"""

from __future__ import annotations

from poucet.i18n import N_
from poucet.i18n import gettext as _

# No mark: the file could not be graded.
STOPS = {
    "empty": N_("Le fichier est vide : il faut rendre le carnet à nouveau."),
    "too_large": N_("Le fichier dépasse 20 Mo : il n’a pas été ouvert."),
    "not_json": N_("Le fichier est abîmé ou coupé : ce n’est plus un carnet Jupyter."),
    "not_notebook": N_("Le fichier n’est pas un carnet Jupyter."),
    "too_new": N_("Ce carnet est d’un format que le kit ne connaît pas encore."),
    "wrong_notebook": N_("Ce n’est pas le carnet de ce devoir."),
    "no_avatar": N_(
        "Aucun numéro d’avatar, ni dans le nom du fichier ou de son dossier, ni dans le carnet."
    ),
    "same_avatar": N_(
        "Plusieurs élèves ont écrit ce même numéro d’avatar : rangez leurs copies à la main."
    ),
    "link": N_("C’est un lien et non un fichier : il n’a pas été suivi."),
    "slip": N_("Le nom du fichier sort du dossier de l’archive : il n’a pas été ouvert."),
    "bomb": N_("Décompressée, l’archive serait démesurée : elle n’a pas été ouverte."),
    "bad_zip": N_("L’archive est abîmée : elle ne s’ouvre pas."),
    "locked_zip": N_("Le fichier est protégé par un mot de passe."),
    "no_notebook": N_("Il y a un fichier, mais aucun carnet."),
    "crashed": N_(
        "La correction de cette copie s’est arrêtée : elle est à relancer, ou à faire à la main."
    ),
}
# Marks, and a remark.
REMARKS = {
    "no_number": N_("L’avatar est celui que l’élève a écrit dans son carnet."),
    "other_number": N_(
        "Le numéro écrit dans le carnet n’est pas celui du fichier : c’est ce dernier qui compte."
    ),
    "older_kept_aside": N_("Plusieurs fichiers : le plus récent est noté."),
    "old_format": N_("Le carnet était d’un format ancien : il a été converti."),
    "other_kernel": N_(
        "Le carnet annonçait un autre langage que Python : il a été exécuté en Python."
    ),
    "other_language": N_("C’est le carnet de l’autre langue : il est noté de même."),
    "missing_cells": N_("Il manque des cellules : celles du devoir ont été remises."),
    "duplicated_cells": N_("Une cellule est en double : toutes s’exécutent, la dernière fait foi."),
    "edited_tests": N_(
        "Des cellules verrouillées ont été modifiées : la correction a repris celles du devoir."
    ),
    "type_changed": N_("Une cellule a changé de type : elle a retrouvé le sien."),
    "ids_found": N_(
        "Les noms des cellules ont été effacés : elles ont été reconnues à leur place."
    ),
    "timeout": N_("Une cellule ou une fonction ne finissait pas : elle a été arrêtée."),
    "waited": N_("Une cellule ou une fonction attendait trop longtemps : elle a été arrêtée."),
    "died": N_(
        "Une cellule a mis fin à l’interpréteur : elle a été sautée, les autres sont notées."
    ),
    "gave_up": N_("La copie a dépassé son temps : la suite n’a pas été exécutée."),
    "memory": N_("Une cellule demandait trop de mémoire : elle a été arrêtée."),
    "output_cut": N_("Une cellule affichait trop : seul le début est gardé."),
    "refused": N_("Une cellule a tenté ce que le bac à sable interdit : elle a été arrêtée."),
}


def sentence(code: str) -> str:
    """Give a verdict's sentence in the language in use."""
    return _({**STOPS, **REMARKS}[code])


class Stopped(Exception):
    """A hand-in that cannot be graded; its argument is a key of `STOPS`."""

    @property
    def code(self) -> str:
        """Give the verdict's name."""
        return str(self.args[0])
