"""What accuses one person: clues with their weight, and the lines of the trail behind them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from poucet.attacks.trail_cells import TrailCells
from poucet.i18n import gettext as _
from poucet.i18n import number


@dataclass(frozen=True, eq=False)
class Clue:
    """One thing held against somebody, or for them.

    Attributes
    ----------
    key : str
        Its name.
    sentence : str
        What it says, in the reader's language.
    points : float
        What it adds to the suspicion; below 0 it speaks for the person.
    rows : numpy.ndarray of int
        The rows of the trail it was read in, in order of time; none if it comes from elsewhere.
    """

    key: str
    sentence: str
    points: float
    rows: np.ndarray

    def __str__(self) -> str:
        sign = "+" if self.points > 0 else "−" if self.points < 0 else ""
        digits = 0 if self.points == round(self.points) else 2
        return f"{self.sentence} ({sign}{number(abs(self.points), digits)})"


@dataclass(frozen=True, eq=False)
class Evidence:
    """What accuses one person.

    Attributes
    ----------
    person : object
        Who.
    clues : tuple of Clue
        What was held against them, or for them.
    rows : numpy.ndarray of int
        The rows of the trail that the clues were read in, ascending.
    lines : table
        These rows themselves, as the kind of table that the trail is.
    """

    person: Any
    clues: tuple[Clue, ...]
    rows: np.ndarray
    lines: Any

    def __str__(self) -> str:
        if not self.clues:
            return _("Rien n’est retenu contre la personne {person}.").format(person=self.person)
        return _("La personne {person} : {clues}.").format(
            person=self.person, clues=", ".join(map(str, self.clues))
        )

    __repr__ = __str__


def evidence(person: Any, clues: tuple[Clue, ...], trail: TrailCells) -> Evidence:
    """Put the clues about somebody and their lines together."""
    none = np.zeros(0, np.int64)
    rows = np.unique(np.concatenate([none, *(clue.rows for clue in clues)]))
    return Evidence(person, clues, rows, trail.lines(rows))
