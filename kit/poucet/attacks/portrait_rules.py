"""The rules of a portrait: each reads one habit in the days, the hours and the networks.

A day runs from four in the morning to four the next, so that a night is in one piece: minutes go
from 240 to 1,679, after midnight of the day they belong to. What is known of each day is a table of
one row a person and one column a day, so that a rule reads one person or a whole school at once.
The authors chose every threshold.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from poucet.attacks.cells import WORD, Cells

HOUR, DAY = 60, 24 * 60  # minutes
DAWN = 4 * HOUR  # a day runs from four in the morning to four the next, so a night is in one piece
WAKING = {"school": (DAWN, 8 * HOUR), "weekend": (DAWN, 12 * HOUR)}  # later says nothing of waking
EVENING, SUPPER_ENDS = 17 * HOUR, 21 * HOUR
SATURDAY = (9 * HOUR, EVENING + 2 * HOUR)  # a Saturday's work, where weekdays have their evening
FEWEST_DAYS = 3  # fewer days make no habit, fewer nights no home
MANY_ADDRESSES = 6  # an operator hands out a new address each time, a home keeps its own
REGULAR = 0.85  # share of the weeks that a rhythm must fit
SETTLED = 0.2  # share of the weeks, holidays say, in which midweek may be spent elsewhere
RARE, USUAL = 0.25, 0.5  # a busy evening is rare on the service where the other evenings are not
SHORTEST_GAP = 3  # school days in a row without a line

ONE_HOME, WEEKS, WEEKENDS, EVERY_WEEKEND, MIXED = (
    "one home", "every other week", "every other weekend", "every weekend", "no rule",
)  # fmt: skip


def values(column: Cells) -> list[Any]:
    """Give what the codes of a column stand for."""
    if column.kind == WORD:
        return column.words
    codes = column.codes()
    values: list[Any] = [None] * codes.size
    for code, value in zip(codes.values.tolist(), column.values.tolist(), strict=True):
        values[code] = value
    return values


def days(when: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Give the day of each moment, counted from 1 January 1970, and the minute of that day."""
    minutes = when.astype("datetime64[m]").astype(np.int64)
    day = (minutes - DAWN) // DAY
    return day, minutes - day * DAY


def weekdays(day: np.ndarray) -> np.ndarray:
    """Give the weekday of days, 0 for Monday."""
    return (day + 3) % 7  # 1 January 1970 was a Thursday


def edge(
    offset: np.ndarray, minute: np.ndarray, span: int, within: tuple[int, int], *, last: bool
) -> np.ndarray:
    """Give the first or last minute of each day that falls within bounds, −1 where none does."""
    inside = (minute >= within[0]) & (minute < within[1])
    found = np.full(span, -1 if last else within[1], np.int64)
    keep = np.maximum if last else np.minimum
    keep.at(found, offset[inside], minute[inside])
    return found if last else np.where(found == within[1], -1, found)


def moving(spots: np.ndarray, address: Cells | None, places: int) -> set[int]:
    """Find the networks in which the person's address keeps changing."""
    if address is None:
        return set()
    codes = address.codes()
    pairs = np.unique(spots.astype(np.int64) * codes.size + codes.values)
    return set(np.flatnonzero(np.bincount(pairs // codes.size, minlength=places) >= MANY_ADDRESSES))


def roof_of_night(
    offset: np.ndarray, minute: np.ndarray, spots: np.ndarray, span: int, moving: set[int]
) -> np.ndarray:
    """Give the network of the last line of each evening, −1 where there is none."""
    evening = (minute >= EVENING) & ~np.isin(spots, list(moving))
    rows = np.flatnonzero(evening)
    rows = rows[np.argsort(offset[rows] * 2 * DAY + minute[rows], kind="stable")]
    roof = np.full(span, -1, np.int64)
    roof[offset[rows]] = spots[rows]  # the last one written wins
    return roof


def rhythms(roof: np.ndarray, weekday: np.ndarray, day: np.ndarray) -> np.ndarray:
    """Say how the two main roofs of each person alternate, week after week.

    Parameters
    ----------
    roof : numpy.ndarray, shape (people, days)
        Rank of the roof of each night, 0 for the most frequent; −1 if unknown.
    weekday, day : numpy.ndarray, shape (days,)
        The weekday of each night, 0 for Monday, and its day.
    """
    week = (day + 3) // 7
    starts = np.flatnonzero(np.diff(week, prepend=week[0] - 1))
    even = week[starts] % 2 == 0
    at_weekend = weekday >= 4  # the nights of Friday, Saturday and Sunday
    midweek, weekend = (_elsewhere(roof, nights, starts) for nights in (~at_weekend, at_weekend))
    settled = _share(*midweek) <= SETTLED
    words = np.full(len(roof), MIXED, dtype=object)
    words[settled & (_share(*weekend) >= REGULAR)] = EVERY_WEEKEND
    words[settled & _alternates(*weekend, even)] = WEEKENDS
    words[_alternates(*midweek, even)] = WEEKS
    words[~(roof == 1).any(axis=1)] = ONE_HOME
    return words


def _elsewhere(
    roof: np.ndarray, nights: np.ndarray, starts: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Tell for each person and week whether most of some nights were spent under roof B, not A.

    Returns
    -------
    away, known : numpy.ndarray of bool, shape (people, weeks)
    """
    a, b = (
        np.add.reduceat(((roof == rank) & nights).astype(np.int16), starts, axis=1)
        for rank in (0, 1)
    )
    return b > a, a + b > 0


def _share(away: np.ndarray, known: np.ndarray) -> np.ndarray:
    return away.sum(axis=1) / np.maximum(known.sum(axis=1), 1)


def _alternates(away: np.ndarray, known: np.ndarray, even: np.ndarray) -> np.ndarray:
    both = (away.sum(axis=1) >= 2) & ((known & ~away).sum(axis=1) >= 2)
    fits = _share(known & (away == even), known)
    return both & (np.maximum(fits, 1 - fits) >= REGULAR)


def in_busy_hours(minute: np.ndarray, weekday: np.ndarray) -> np.ndarray:
    """Tell which lines fall where `busy` looks: early evenings, and the whole of Saturday."""
    saturday = weekday == 5
    return (minute >= np.where(saturday, SATURDAY[0], EVENING)) & (
        minute < np.where(saturday, SATURDAY[1], SUPPER_ENDS)
    )


def busy(there: np.ndarray, weekday: np.ndarray) -> np.ndarray:
    """Find the evenings, and the Saturday, on which each person is hardly ever there.

    Parameters
    ----------
    there : numpy.ndarray of bool, shape (people, days)
        Whether the person left a line in the hours that `in_busy_hours` tells.
    weekday : numpy.ndarray, shape (days,)
        0 for Monday.

    Returns
    -------
    numpy.ndarray of bool, shape (people, 6)
        From Monday to Saturday.
    """
    share = shares(there, weekday)
    found = share <= RARE
    found[:, :5] &= np.sort(share[:, :5], axis=1)[:, 2:].mean(axis=1, keepdims=True) >= USUAL
    found[:, 5] &= share[:, :5].mean(axis=1) >= USUAL
    seen = np.array([(weekday == day).sum() for day in range(6)])
    return found & (seen >= FEWEST_DAYS)


def shares(there: np.ndarray, weekday: np.ndarray) -> np.ndarray:
    """Give each person's share of days with a line, Monday to Saturday; 1 for a day never seen."""
    share = np.ones((len(there), 6))
    for day in np.intersect1d(np.arange(6), weekday).tolist():
        share[:, day] = there[:, weekday == day].mean(axis=1)
    return share


def gaps(there: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Find the spells of school days without a line.

    Parameters
    ----------
    there : numpy.ndarray of bool, shape (people, school days)
        Whether the person left a line; days off are not in it, so they neither break nor lengthen
        a spell.

    Returns
    -------
    person, first, length : numpy.ndarray
        One entry a spell of three days or more, by person: the column of its first day, and how
        many school days it lasts.
    """
    edges = np.zeros((len(there), there.shape[1] + 2), np.int8)
    edges[:, 1:-1] = ~there
    steps = np.diff(edges, axis=1)
    person, first = np.nonzero(steps == 1)
    length = np.nonzero(steps == -1)[1] - first
    long = length >= SHORTEST_GAP
    return person[long], first[long], length[long]
