"""The rules of a portrait: each reads one habit in the days, the hours and the networks.

A day runs from four in the morning to four the next, so that a night is in one piece: minutes go
from 240 to 1,679, after midnight of the day they belong to. The authors chose every threshold.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from poucet.attacks.cells import WORD, Cells

HOUR, DAY = 60, 24 * 60  # minutes
DAWN = 4 * HOUR  # a day runs from four in the morning to four the next, so a night is in one piece
WAKING = {"school": (DAWN, 8 * HOUR), "weekend": (DAWN, 12 * HOUR)}  # later says nothing of waking
EVENING, SUPPER_ENDS = 17 * HOUR, 21 * HOUR
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


def rhythm(roof: np.ndarray, weekday: np.ndarray, day: np.ndarray) -> str:
    """Say how the two main roofs alternate, week after week."""
    if not (roof == 1).any():
        return ONE_HOME
    week = (day + 3) // 7
    at_weekend = weekday >= 4  # the nights of Friday, Saturday and Sunday
    midweek = _elsewhere(roof, week, ~at_weekend)
    weekend = _elsewhere(roof, week, at_weekend)
    if _alternates(midweek):
        return WEEKS
    if np.mean(list(midweek.values()) or [False]) <= SETTLED:
        if _alternates(weekend):
            return WEEKENDS
        if np.mean(list(weekend.values()) or [False]) >= REGULAR:
            return EVERY_WEEKEND
    return MIXED


def _elsewhere(roof: np.ndarray, week: np.ndarray, nights: np.ndarray) -> dict[int, bool]:
    """Tell for each week whether most of some nights were spent under roof B rather than A."""
    found = {}
    for number in np.unique(week).tolist():
        a, b = (np.sum(nights & (week == number) & (roof == rank)) for rank in (0, 1))
        if a + b:
            found[number] = bool(b > a)
    return found


def _alternates(elsewhere: dict[int, bool]) -> bool:
    if sum(elsewhere.values()) < 2 or sum(not away for away in elsewhere.values()) < 2:
        return False
    even = np.mean([away == (number % 2 == 0) for number, away in elsewhere.items()])
    return bool(max(even, 1 - even) >= REGULAR)


def busy(offset: np.ndarray, minute: np.ndarray, weekday: np.ndarray) -> tuple[int, ...]:
    """Find the evenings, and the Saturday, on which the person is hardly ever there."""
    saturday = weekday[offset] == 5
    inside = np.where(saturday, minute >= 9 * HOUR, minute >= EVENING)
    inside &= minute < np.where(saturday, EVENING + 2 * HOUR, SUPPER_ENDS)
    there = np.zeros(len(weekday), np.bool_)
    there[offset[inside]] = True
    share = np.array([there[weekday == d].mean() if (weekday == d).any() else 1 for d in range(6)])
    evenings = np.sort(share[:5])
    return tuple(
        d
        for d in range(6)
        if share[d] <= RARE and (evenings[2:].mean() if d < 5 else share[:5].mean()) >= USUAL
    )


def gaps(
    offset: np.ndarray, weekday: np.ndarray, first: int
) -> tuple[tuple[np.datetime64, int], ...]:
    """Find the spells of school days without a line; weekends neither break nor lengthen them."""
    there = np.zeros(len(weekday), np.bool_)
    there[offset] = True
    days = np.flatnonzero(weekday < 5)
    found, run = [], 0
    for rank, day in enumerate([*days.tolist(), -1]):
        if day >= 0 and not there[day]:
            run += 1
            continue
        if run >= SHORTEST_GAP:
            found.append((np.datetime64(first + int(days[rank - run]), "D"), run))
        run = 0
    return tuple(found)
