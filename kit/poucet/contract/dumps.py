"""Dumps: files stolen elsewhere and put online, which name people in files thought anonymous."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from poucet.i18n import N_
from poucet.i18n import gettext as _
from poucet.school.draws import Draws, slots

if TYPE_CHECKING:
    from poucet.school import School


@dataclass(frozen=True)
class Dump:
    """A file that leaks from somebody who has nothing to do with the supplier.

    Attributes
    ----------
    date : datetime.date
        When everybody can read it.
    source : str
        Where it comes from, as a French msgid.
    columns : tuple of str
        What it tells of each pupil.
    share : float
        Share of the pupils it is about.
    """

    date: datetime.date
    source: str
    columns: tuple[str, ...]
    share: float

    @property
    def name(self) -> str:
        """Where it comes from, in the reader's language."""
        return _(self.source)

    def rows(self, school: School) -> np.ndarray:
        """Draw the pupils it is about, as rows of the school's file."""
        turns = Draws(school.seed, f"dump {self.date}").turns(school.size)
        return np.flatnonzero(turns < slots(self.share))


# Invented by the authors, date and share included.
KNOWN_DUMPS = (
    Dump(
        date=datetime.date(2028, 2, 14),
        source=N_("une appli de révisions piratée (inventée)"),
        columns=("ine", "family_name", "given_name", "email"),
        share=0.62,
    ),
)
