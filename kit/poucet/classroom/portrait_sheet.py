"""The portrait sheet: a pupil reads an avatar's lines, writes what they say, and gets a hint.

Success is that the pupil goes back to the lines by themselves: a hint says where to look, never
what to find. Hours are good to within an hour, nights to within two: a map is read by eye.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from poucet.classroom.answers import not_a_count, unanswered
from poucet.i18n import gettext as _

if TYPE_CHECKING:
    from poucet.attacks.portrait import Habit, Portrait

HOUR_OFF, NIGHTS_OFF = 1.0, 2


def check_sheet(
    found: Portrait, *, wakes: Any, last_line: Any, roofs: Any, nights_awake: Any
) -> None:
    """Print a hint about each line of a portrait sheet, in the reader's language.

    Parameters
    ----------
    found : Portrait
        What the rules read in the same lines.
    wakes : int or None
        The hour of the first line, Monday to Friday before eight; None if the lines do not say.
    last_line : int or None
        The hour of the last line of the evening, from Sunday to Thursday.
    roofs : int
        Under how many roofs the nights are spent.
    nights_awake : int
        Nights with a line between midnight and four.

    Examples
    --------
    >>> from poucet.attacks.portrait import portrait
    >>> evenings = [f"2026-09-{day:02d}T21:40" for day in range(7, 12)]
    >>> import numpy as np
    >>> times = np.array(evenings, "datetime64[m]")
    >>> found = portrait({"time": times, "place": ["home"] * 5})
    >>> check_sheet(found, wakes=None, last_line=22, roofs=1, nights_awake=0)
    ✓ wakes · les lignes ne le disent pas, en effet.
    ✓ last_line · c’est bien ce que disent les lignes.
    ✓ roofs · c’est bien ce que disent les lignes.
    ✓ nights_awake · c’est bien ce que disent les lignes.
    """
    lines = {
        "wakes": _hour(wakes, found.wakes, _("regardez les carrés d’avant 8 h, en semaine.")),
        "last_line": _hour(
            last_line, found.quiet, _("regardez le dernier carré de chaque soir, en semaine.")
        ),
        "roofs": _count(
            roofs, len(found.roofs), 0, _("comptez les toits sous la carte, dans la légende.")
        ),
        "nights_awake": _count(
            nights_awake,
            found.nights_awake,
            NIGHTS_OFF,
            _("comptez les jours qui ont un carré sous la ligne de minuit."),
        ),
    }
    for sentence in _sentences(lines):
        print(sentence)  # noqa: T201


def _sentences(lines: dict[str, tuple[bool, str]]) -> Iterator[str]:
    for name, (right, words) in lines.items():
        yield f"{'✓' if right else '→'} {name} · {words}"


def _hour(answer: Any, habit: Habit | None, look: str) -> tuple[bool, str]:
    if waiting := unanswered(answer):
        return False, waiting
    if habit is None:
        if answer is None:
            return True, _("les lignes ne le disent pas, en effet.")
        return False, _("trop peu de lignes pour le dire : écrivez None.")
    if answer is None:
        return False, _("les lignes le disent : {look}").format(look=look)
    if fault := _not_an_hour(answer):
        return False, fault
    off = abs(answer * 60 - habit.minute) % 1440
    if min(off, 1440 - off) <= HOUR_OFF * 60:
        return True, _("c’est bien ce que disent les lignes.")
    return False, _("à plus d’une heure de ce que disent les lignes : {look}").format(look=look)


def _not_an_hour(answer: Any) -> str | None:
    if isinstance(answer, bool) or not isinstance(answer, int | float) or not 0 <= answer <= 24:
        return _("écrivez une heure, sans guillemets, de 0 à 24 : par exemple 7.")
    return None


def _count(answer: Any, expected: int, off: int, look: str) -> tuple[bool, str]:
    if fault := not_a_count(answer):
        return False, fault
    if abs(answer - expected) <= off:
        return True, _("c’est bien ce que disent les lignes.")
    return False, _("les lignes disent autre chose : {look}").format(look=look)
