"""The habits of all the people of a trail at once, as far as its lines show them.

Somebody holds a trail and wants a table: one row a person, one column a habit. Nobody declared any
of it. The portrait of one person (`portrait`) and this table read the lines by the same rules; a
whole school takes less than a second.

With everybody's lines at hand one sees more than in one person's: a network that many use is
nobody's home, and a weekday on which hardly anybody connects is a holiday.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from poucet.attacks import portrait_rules as rules
from poucet.attacks.cells import WORD
from poucet.attacks.trail_days import TrailDays, trail_days
from poucet.i18n import gettext as _
from poucet.i18n import number

PHONES = ("téléphone", "phone")


@dataclass(frozen=True, eq=False, repr=False)
class HabitsSeen:
    """What the lines show of each person: arrays of one row a person, in the order of `people`.

    A column that the trail lacks shows nothing: the habits read from it stay 0, or “one home”.

    Attributes
    ----------
    days : TrailDays
        The lines themselves, cut into people and days.
    nights_awake : numpy.ndarray of float
        Share of the nights with a line between midnight and four.
    evenings : numpy.ndarray of float, shape (people, 6)
        Share of the early evenings, Monday to Friday, and of the Saturdays with a line.
    busy : numpy.ndarray of bool, shape (people, 6)
        Those of them on which the person is hardly ever there.
    spells, days_missing : numpy.ndarray of int
        Spells of three school days or more without a line, and their days.
    rhythm : numpy.ndarray of str
        How the two main roofs alternate: a word of `portrait_rules`.
    away : numpy.ndarray of float
        Share of the known nights not spent under the main roof.
    phone_only : numpy.ndarray of bool
        Whether every line from home comes from a telephone.
    """

    days: TrailDays
    nights_awake: np.ndarray
    evenings: np.ndarray
    busy: np.ndarray
    spells: np.ndarray
    days_missing: np.ndarray
    rhythm: np.ndarray
    away: np.ndarray
    phone_only: np.ndarray
    _named: dict[tuple[str, ...], np.ndarray] = field(default_factory=dict)

    @property
    def people(self) -> np.ndarray:
        """The people, ascending."""
        return self.days.people

    def __str__(self) -> str:
        return _("Habitudes de {people} personnes, lues dans {lines} lignes.").format(
            people=number(len(self.people)), lines=number(self.days.trail.rows)
        )

    __repr__ = __str__

    @property
    def columns(self) -> dict[str, np.ndarray]:
        """The habits as a dictionary of columns, ready for ``pd.DataFrame``."""
        return {
            "person": self.people,
            "nights_awake": self.nights_awake,
            "busy_evenings": self.busy[:, :5].sum(axis=1),
            "busy_saturday": self.busy[:, 5],
            "spells": self.spells,
            "days_missing": self.days_missing,
            "rhythm": self.rhythm,
            "away": self.away,
            "phone_only": self.phone_only,
        }

    def about(self, words: tuple[str, ...], rows: np.ndarray | slice = slice(None)) -> np.ndarray:
        """Tell which lines are about an object in whose name one of these words occurs."""
        objects = self.days.trail.cells.get("object")
        if objects is None or objects.kind != WORD:
            return np.zeros(self.days.trail.rows, np.bool_)[rows]
        if words not in self._named:
            hit = [any(word in str(name) for word in words) for name in objects.words]
            self._named[words] = np.array(hit, np.bool_)
        return self._named[words][objects.values[rows]]

    def searches(self, *words: str) -> np.ndarray:
        """Count each person's lines about such an object."""
        rows = self.about(words)
        return np.bincount(self.days.person[rows], minlength=len(self.people))


def habits_seen(trail: Any, who: str = "pupil", time: str = "time") -> HabitsSeen:
    """Read the habits of everybody in a trail.

    Parameters
    ----------
    trail : table
        One row an event, in any order: pandas, Polars, Arrow, a dictionary of columns, or the
        coded columns of a trail. Beside `who` and `time` it may have ``place``, ``object`` and
        ``device``.
    who, time : str
        The columns of people's numbers and of the moments.

    Returns
    -------
    HabitsSeen
        One row a person.

    Raises
    ------
    poucet.errors.PoucetError
        If it is no table or empty, lacks one of both columns, or its times are no dates.

    Examples
    --------
    >>> import numpy as np
    >>> nights = np.datetime64("2026-09-08T01:30") + np.arange(4) * np.timedelta64(1, "D")
    >>> seen = habits_seen({"pupil": [7, 7, 7, 9], "time": nights})
    >>> seen.people.tolist(), seen.nights_awake.tolist()
    ([7, 9], [0.75, 0.25])
    """
    days = trail_days(trail, who, time)
    people = len(days.people)
    if days.hours:
        awake = days.there(np.flatnonzero(days.minute >= rules.DAY)).mean(axis=1)
        busy_hours = rules.in_busy_hours(days.minute, days.weekday[days.day])
        early = days.there(np.flatnonzero(busy_hours))
        busy = rules.busy(early, days.weekday)
        evenings = rules.shares(early, days.weekday)
    else:
        awake, busy = np.zeros(people), np.zeros((people, 6), np.bool_)
        evenings = np.zeros((people, 6))
    person, _first, length = rules.gaps(days.there()[:, days.school_days])
    roof = days.roof
    known = (roof >= 0).sum(axis=1)
    return HabitsSeen(
        days=days,
        nights_awake=awake,
        evenings=evenings,
        busy=busy,
        spells=np.bincount(person, minlength=people),
        days_missing=np.bincount(person, length, minlength=people).astype(np.int64),
        rhythm=rules.rhythms(roof, days.weekday, days.every_day),
        away=(roof > 0).sum(axis=1) / np.maximum(known, 1),
        phone_only=_phone_only(days),
    )


def home_rows(days: TrailDays) -> np.ndarray:
    """Give the lines that come from a home."""
    return np.flatnonzero(days.homes[days.spot]) if days.spot is not None else np.zeros(0, np.int64)


def _phone_only(days: TrailDays) -> np.ndarray:
    devices = days.trail.cells.get("device")
    if devices is None or devices.kind != WORD:
        return np.zeros(len(days.people), np.bool_)
    rows = home_rows(days)
    phone = np.array([any(name in str(word) for name in PHONES) for word in devices.words])
    phones = phone[devices.values[rows]]
    count = [
        np.bincount(days.person[rows[keep]], minlength=len(days.people))
        for keep in (phones, ~phones)
    ]
    return (count[0] > 0) & (count[1] == 0)
