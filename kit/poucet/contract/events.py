"""What happened between 2015 and today around pupils' data and the services that hold them.

A class reads the dates beside its own contract: the demands that `poucet.judge` checks were
published on some of these days.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cache

from poucet import data
from poucet.i18n import NBSP, day, language
from poucet.i18n import gettext as _
from poucet.typography import set_in_french


@dataclass(frozen=True)
class Event:
    """One row of the timeline.

    Attributes
    ----------
    key : str
        Its name in the code.
    date, until : str
        When it happened, as precisely as its source says: ``"2017-05-23"``, ``"2018-02"`` or
        ``"2029"``; ``until`` is empty unless it lasted.
    what_fr, what_en : str
        What happened, in the kit's own words.
    source : str
        Where it is written.
    sure : str
        ``"seen"`` in the document itself or on its author's page, or ``"second-hand"``: told by
        the press or by one of the parties.
    """

    key: str
    date: str
    until: str
    what_fr: str
    what_en: str
    source: str
    sure: str

    @property
    def what(self) -> str:
        """What happened, in the reader's language."""
        return self.what_en if language() == "en" else set_in_french(self.what_fr)

    @property
    def when(self) -> str:
        """When it happened, in words."""
        first, last = _in_words(self.date), _in_words(self.until)
        if len(self.until) == len("2029-01-01"):
            return _("{first}, jusqu’au {last}").format(first=first, last=last)
        return _("{first}, jusqu’en {last}").format(first=first, last=last) if last else first

    @property
    def origin(self) -> str:
        """Where it is written, and whether that is at second hand."""
        if self.sure == "second-hand":
            return _("{source}, de seconde main").format(source=self.source)
        return self.source

    def __str__(self) -> str:
        return _("{when} : {what} ({origin})").format(
            when=self.when, what=self.what, origin=self.origin
        )


@cache
def timeline() -> tuple[Event, ...]:
    """Read the timeline, from 2015 to today.

    Returns
    -------
    tuple of Event
        In order of date.

    Examples
    --------
    >>> first = timeline()[0]
    >>> first.date, first.sure
    ('2015-11-30', 'second-hand')
    """
    return tuple(
        Event(*cells) for cells in zip(*data.columns("timeline.csv").values(), strict=True)
    )


def _in_words(date: str) -> str:
    """Write ``2018-02`` as ``février 2018``, a day as a day, a year as it is."""
    if "-" not in date:
        return date
    if len(date) == len("2018-02"):
        return day(datetime.date.fromisoformat(f"{date}-01")).split(NBSP, 1)[1]
    return day(datetime.date.fromisoformat(date))
