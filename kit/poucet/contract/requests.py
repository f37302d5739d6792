"""What a pupil asks the supplier about herself, and by when an answer is due."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

import numpy as np

from poucet.contract.months import add_months
from poucet.i18n import N_, day
from poucet.i18n import gettext as _

ACCESS, RECTIFICATION, ERASURE, PORTABILITY, OBJECTION = RIGHTS = (
    "access", "rectification", "erasure", "portability", "objection",
)  # fmt: skip
# RGPD, articles 15, 16, 17, 20 and 21.
_ASKED = {
    ACCESS: N_("Je demande une copie de tout ce que vous détenez sur moi."),
    RECTIFICATION: N_("Je demande que vous corrigiez : {column} = {value}."),
    ERASURE: N_("Je demande que vous effaciez tout ce que vous détenez sur moi."),
    PORTABILITY: N_("Je demande mes données dans un format ouvert, pour les emporter."),
    OBJECTION: N_(
        "Je m’oppose à tout usage de mes données, sauf pour mon enseignement et pour adapter mon "
        "travail."
    ),
}


@dataclass(frozen=True)
class Request:
    """One letter to the supplier.

    Attributes
    ----------
    number : int
        Its place among the letters sent to the same desk, from 1.
    right : str
        One of `RIGHTS`.
    avatar : int
        Whose data.
    sent : datetime.date
        The day it is received.
    column, value : str
        For a rectification: which column, and what it should say.
    """

    number: int
    right: str
    avatar: int
    sent: datetime.date
    column: str = ""
    value: str = ""

    @property
    def deadline(self) -> datetime.date:
        """The last day to answer: one month later (RGPD, article 12(3)).

        Examples
        --------
        >>> Request(1, "access", 17, datetime.date(2027, 1, 31)).deadline
        datetime.date(2027, 2, 28)
        """
        return add_months(np.datetime64(self.sent, "D"), 1).item()

    def __str__(self) -> str:
        words = _(_ASKED[self.right]).format(column=self.column, value=self.value)
        return _("{words} (demande du {sent}, réponse due le {due})").format(
            words=words, sent=day(self.sent), due=day(self.deadline)
        )
