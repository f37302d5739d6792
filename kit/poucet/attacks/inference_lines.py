"""The lines that accuse: where in somebody's trail a clue was read.

A line on the service accuses by itself; a hole does not, so it is told by the last line before it
and the first one after.
"""

from __future__ import annotations

import numpy as np

from poucet.attacks import portrait_rules as rules
from poucet.attacks.habits_seen import HabitsSeen


def none(_seen: HabitsSeen, _person: int) -> np.ndarray:
    """Give no line: the clue is not in the trail."""
    return np.zeros(0, np.int64)


def searches(seen: HabitsSeen, person: int, *words: str) -> np.ndarray:
    """Give the lines about an object in whose name one of the words occurs."""
    mine = seen.days.of(person)
    return mine[seen.about(words, mine)]


def at_night(seen: HabitsSeen, person: int) -> np.ndarray:
    """Give the lines between midnight and four."""
    mine = seen.days.of(person)
    return mine[seen.days.minute[mine] >= rules.DAY]


def second_roof(seen: HabitsSeen, person: int) -> np.ndarray:
    """Give the evening's last line of each night spent under another roof."""
    days = seen.days
    if days.spot is None:
        return none(seen, person)
    mine = days.of(person)
    mine = mine[(days.minute[mine] >= rules.EVENING) & days.homes[days.spot[mine]]]
    last = mine[np.diff(days.day[mine], append=-1) != 0]
    return last[days.roof[person, days.day[last]] > 0]


def at_home(seen: HabitsSeen, person: int) -> np.ndarray:
    """Give the first line of each week that comes from a home."""
    days = seen.days
    if days.spot is None:
        return none(seen, person)
    mine = days.of(person)
    mine = mine[days.homes[days.spot[mine]]]
    week = (days.first + days.day[mine] + 3) // 7
    return mine[np.diff(week, prepend=-1) != 0]


def around_spells(seen: HabitsSeen, person: int) -> np.ndarray:
    """Give the lines around each spell of missing school days."""
    days = seen.days
    mine = days.of(person)
    there = np.zeros((1, len(days.weekday)), np.bool_)
    there[0, days.day[mine]] = True
    _person, first, length = rules.gaps(there[:, days.school_days])
    holes = [
        (days.school_days[begin] * _LONG, (days.school_days[begin + lasts - 1] + 1) * _LONG)
        for begin, lasts in zip(first.tolist(), length.tolist(), strict=True)
    ]
    return _around(seen, mine, holes)


def around_busy_evenings(seen: HabitsSeen, person: int) -> np.ndarray:
    """Give the lines around the early evenings of the weekdays on which the person is away."""
    chosen = np.flatnonzero(seen.busy[person, :5])
    return _around_hours(seen, person, chosen, (rules.EVENING, rules.SUPPER_ENDS))


def around_busy_saturdays(seen: HabitsSeen, person: int) -> np.ndarray:
    """Give the lines around the Saturdays, if the person is away then."""
    chosen = np.flatnonzero(seen.busy[person] & (np.arange(6) == 5))
    return _around_hours(seen, person, chosen, rules.SATURDAY)


_LONG = 2 * rules.DAY  # minutes of a day run past midnight, so days are kept further apart


def _around_hours(
    seen: HabitsSeen, person: int, weekdays: np.ndarray, hours: tuple[int, int]
) -> np.ndarray:
    days = seen.days
    mine = days.of(person)
    inside = (days.minute[mine] >= hours[0]) & (days.minute[mine] < hours[1])
    chosen = np.flatnonzero(np.isin(days.weekday, weekdays))
    empty = np.setdiff1d(chosen, days.day[mine[inside]])
    holes = [(day * _LONG + hours[0], day * _LONG + hours[1]) for day in empty.tolist()]
    return _around(seen, mine, holes)


def _around(seen: HabitsSeen, mine: np.ndarray, holes: list[tuple[int, int]]) -> np.ndarray:
    """Give the last line before each hole and the first one after it."""
    when = seen.days.day[mine].astype(np.int64) * _LONG + seen.days.minute[mine]
    edges = []
    for begins, ends in holes:
        before = int(np.searchsorted(when, begins)) - 1
        after = int(np.searchsorted(when, ends))
        edges += [edge for edge in (before, after) if 0 <= edge < len(mine)]
    return mine[np.unique(np.array(edges, np.int64))]
