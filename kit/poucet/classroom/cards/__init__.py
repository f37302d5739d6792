"""The unplugged twins of the lessons: cards to print and play without a computer.

A later lesson adds its own file, with ``NAME`` (the file's name once a language) and ``sheet()``
(the pages, in the language in use), and one line below.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.i18n import in_language

_CARDS = {
    1: "poucet.classroom.cards.strike_out",
    2: "poucet.classroom.cards.three_clues",
    3: "poucet.classroom.cards.four_moments",
    4: "poucet.classroom.cards.two_files",
    5: "poucet.classroom.cards.four_corners",
    6: "poucet.classroom.cards.going_once",
    7: "poucet.classroom.cards.among_five",
    8: "poucet.classroom.cards.round_the_table",
}


def print_cards(lesson: int, lang: str, out: Path) -> list[Path]:
    """Write the printable game of a lesson as A4 PDF.

    Parameters
    ----------
    lesson : int
        Number of the lesson.
    lang : {"fr", "en"}
        Language of the pages.
    out : pathlib.Path
        Folder to write in; it is made if need be.

    Returns
    -------
    list of pathlib.Path
        The files written. The same kit writes the same bytes each time.

    Raises
    ------
    poucet.errors.PoucetError
        If the lesson has no cards, the kit does not speak the language, or the folder cannot be
        written in.
    """
    if lesson not in _CARDS:
        raise PoucetError(
            _(
                "La leçon {lesson} n’a pas de cartes à imprimer. "
                "Leçons qui ont des cartes : {lessons}."
            ).format(lesson=lesson, lessons=", ".join(str(known) for known in sorted(_CARDS)))
        )
    game = import_module(_CARDS[lesson])
    with in_language(lang):
        path = out / f"{lesson:02d}_{game.NAME[lang]}.pdf"
        game.sheet().save(path)
    return [path]
