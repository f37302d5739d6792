"""A trail cut into people and days: who left a line when, and under which roof."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from poucet.attacks import portrait_rules as rules
from poucet.attacks.keys import renumber
from poucet.attacks.trail_cells import TrailCells, read_trail
from poucet.errors import PoucetError
from poucet.i18n import gettext as _

UNDER_ONE_ROOF = 8  # a network that more people use is a school, an operator, a library
OPEN = 0.7  # a weekday with fewer people than this share of a usual one's is a holiday


@dataclass(frozen=True, eq=False, repr=False)
class TrailDays:
    """The lines of a trail, in their own order, each with its person, its day and its minute.

    Attributes
    ----------
    trail : TrailCells
        The columns read.
    people : numpy.ndarray
        The people, ascending.
    person, day, minute : numpy.ndarray of int
        For each line: rank in `people`, days since the first one, minute (see `portrait_rules`).
    first : int
        The first day, counted from 1 January 1970.
    weekday : numpy.ndarray of int
        The weekday of each day, 0 for Monday.
    hours : bool
        Whether the times have hours at all; if not, nothing that needs them is seen.
    spot : numpy.ndarray of int or None
        For each line, the number of its network; None if the trail has none.
    """

    trail: TrailCells
    people: np.ndarray
    person: np.ndarray
    day: np.ndarray
    minute: np.ndarray
    first: int
    weekday: np.ndarray
    hours: bool
    spot: np.ndarray | None

    def there(self, lines: np.ndarray | None = None) -> np.ndarray:
        """Tell who left a line on which day: bool, shape (people, days)."""
        found = np.zeros((len(self.people), len(self.weekday)), np.bool_)
        if lines is None:
            found[self.person, self.day] = True
        else:
            found[self.person[lines], self.day[lines]] = True
        return found

    def of(self, person: int) -> np.ndarray:
        """Give the rows of one person's lines (by rank), in order of time."""
        rows = np.flatnonzero(self.person == person)
        return rows[np.lexsort((self.minute[rows], self.day[rows]))]

    @cached_property
    def every_day(self) -> np.ndarray:
        """The days, counted from 1 January 1970."""
        return np.arange(self.first, self.first + len(self.weekday))

    @cached_property
    def school_days(self) -> np.ndarray:
        """The days, from 0, from Monday to Friday that are no holidays."""
        weekday = np.flatnonzero(self.weekday < 5)
        crowd = self.there()[:, weekday].sum(axis=0)
        return weekday[crowd >= OPEN * np.median(crowd)] if len(weekday) else weekday

    @cached_property
    def homes(self) -> np.ndarray:
        """Tell for each network whether so few people use it that it may be a home."""
        assert self.spot is not None
        spots = int(self.spot.max()) + 1
        pairs = np.unique(self.person.astype(np.int64) * spots + self.spot)
        return np.bincount(pairs % spots, minlength=spots) <= UNDER_ONE_ROOF

    @cached_property
    def roof(self) -> np.ndarray:
        """Rank for each person and night the home of the evening's last line, −1 if unknown.

        Rank 0 is the roof of most nights; a roof of fewer than three nights is unknown.
        """
        known = np.full((len(self.people), len(self.weekday)), -1, np.int64)
        if self.spot is None or not self.hours:
            return known
        rows = np.flatnonzero((self.minute >= rules.EVENING) & self.homes[self.spot])
        when = self.day[rows].astype(np.int64) * (2 * rules.DAY) + self.minute[rows]
        if (np.diff(when) < 0).any():
            rows = rows[np.argsort(when, kind="stable")]
        known[self.person[rows], self.day[rows]] = self.spot[rows]  # the last one written wins
        return _ranked(known)


def _ranked(roof: np.ndarray) -> np.ndarray:
    """Replace each person's networks by their rank, most nights first."""
    person, night = np.nonzero(roof >= 0)
    if not len(person):
        return roof.astype(np.int8)
    spots = int(roof.max()) + 1
    pairs, which, nights = np.unique(
        person * spots + roof[person, night], return_inverse=True, return_counts=True
    )
    order = np.lexsort((pairs, -nights, pairs // spots))
    owner = pairs[order] // spots
    rank = np.empty(len(pairs), np.int64)
    rank[order] = np.arange(len(pairs)) - np.searchsorted(owner, owner)
    rank[nights < rules.FEWEST_DAYS] = -1
    found = np.full(roof.shape, -1, np.int8)
    found[person, night] = np.minimum(rank, 127)[which]
    return found


def trail_days(
    trail: Any,
    who: str = "pupil",
    time: str = "time",
    wanted: tuple[str, ...] = ("place", "object", "device"),
) -> TrailDays:
    """Cut a trail into people and days.

    Parameters
    ----------
    trail : table
        One row an event, in any order: see `poucet.attacks.trail_cells.read_trail`.
    who, time : str
        The columns of people's numbers and of the moments.
    wanted : tuple of str
        Columns to read if the trail has them.

    Raises
    ------
    poucet.errors.PoucetError
        If it is no table or empty, lacks one of both columns, its times are no dates, or a line
        does not say whose it is.
    """
    read = read_trail(trail, [time, who], list(wanted))
    owner = read.cells[who]
    if owner.missing is not None:
        raise PoucetError(
            _("Des lignes de la trace ne disent pas de qui elles viennent : retirez-les d’abord.")
        )
    codes = renumber(owner.codes())
    people = np.empty(codes.size, owner.values.dtype)
    people[codes.values] = owner.values
    if owner.words:
        people = np.array(owner.words, dtype=object)[people]
    day, minute = rules.days(read.cells[time].values)
    hours = bool((minute != rules.DAY).any())
    if not hours:
        day = day + 1  # a date alone reads as its midnight, which belongs to the night before
    first, last = int(day.min()), int(day.max())
    place = read.cells.get("place")
    return TrailDays(
        trail=read,
        people=people,
        person=codes.values,
        day=(day - first).astype(np.int32),
        minute=minute.astype(np.int16),
        first=first,
        weekday=rules.weekdays(np.arange(first, last + 1)),
        hours=hours,
        spot=None if place is None else place.codes().values,
    )
