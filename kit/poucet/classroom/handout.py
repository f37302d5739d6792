"""Hand an assignment's files to an avatar, and know whose hand-in is being graded.

A pupil types a number, the avatar's, in the first cell. The kit writes the files of that avatar's
own school beside the notebook, so a neighbour's answers do not fit. Success: the same number always
gives the same files, on the pupil's machine and on the teacher's, and no list of names is needed.
"""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from poucet.errors import PoucetError
from poucet.i18n import gettext as _

ASSIGNMENTS = ("A1", "A2", "A3", "A4", "A5", "A6")
LAST_AVATAR = 9999


class Desk(NamedTuple):
    """What lies on a pupil's desk: the assignment's name and the avatar's number."""

    assignment: str
    avatar: int


_desk: Desk | None = None


def desk() -> Desk | None:
    """Give the assignment and the avatar that this notebook has opened; None before `hand_out`."""
    return _desk


def room(assignment: str, name: str) -> ModuleType:
    """Import one of an assignment's two modules, ``files`` or ``hints``."""
    if assignment not in ASSIGNMENTS:
        raise PoucetError(
            _("Le devoir « {name} » n’existe pas : choisissez parmi {names}.").format(
                name=assignment, names=", ".join(ASSIGNMENTS)
            )
        )
    return import_module(f"poucet.classroom.assignments.{assignment.lower()}_{name}")


def is_avatar(number: Any) -> bool:
    """Tell whether this can be an avatar's number: a whole number from 1 to `LAST_AVATAR`."""
    return type(number) is int and 1 <= number <= LAST_AVATAR


def require_avatar(number: Any) -> None:
    """Refuse what cannot be an avatar's number, in one sentence."""
    if not is_avatar(number):
        raise PoucetError(
            _(
                "Il manque votre numéro d’avatar : écrivez-le dans la cellule prévue "
                "(un nombre entier, sans guillemets), exécutez-la, puis revenez ici."
            )
        )


def hand_out(assignment: str, avatar: int) -> None:
    """Write an avatar's files in the current folder, and say so.

    Parameters
    ----------
    assignment : str
        The assignment's name, ``"A2"``.
    avatar : int
        The number on the teacher's paper list.

    Raises
    ------
    poucet.errors.PoucetError
        If the avatar is not a number of the list, or the assignment does not exist.
    """
    global _desk
    files = room(assignment, "files")
    require_avatar(avatar)
    for name, text in files.files(avatar).items():
        # written aside, then put in place: a copy that came back read-only is replaced all the same
        aside = Path(f"{name}.part")
        aside.write_text(text, encoding="utf-8", newline="")
        aside.replace(name)
        print(  # noqa: T201
            _("Avatar {avatar} : votre fichier {file} est prêt.").format(avatar=avatar, file=name)
        )
    _desk = Desk(assignment, avatar)


def graded_avatar(typed: Any) -> int:
    """Give the avatar whose hand-in is graded, whatever number its first cell claims.

    nbgrader runs a hand-in in ``autograded/<avatar>/<assignment>``: there the folder decides, so a
    neighbour's notebook earns nothing in it. Elsewhere, the typed number does.

    Parameters
    ----------
    typed : object
        What the pupil typed.

    Returns
    -------
    int
        The number of the folder if nbgrader grades and the folder bears a number, else `typed`.
    """
    folder = Path.cwd().parent.name
    if os.environ.get("NBGRADER_EXECUTION") == "autograde" and folder.isdecimal():
        return int(folder)
    return typed
