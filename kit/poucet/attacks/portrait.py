"""A portrait: what a few readable rules make of the lines that one person left.

Somebody holds a trail and picks out one number in it. No line says when its owner sleeps, or where.
Put in order, the lines say it all the same: the day begins with the first and ends with the last,
the network of the last line of an evening is the roof over the night. Success is a page that the
owner's friends would recognise. The numbers of a portrait are in the trail; what is concluded from
them is not, and can be wrong about somebody.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from poucet.attacks import portrait_rules as rules
from poucet.attacks.cells import DATE, Cells, read_cells
from poucet.attacks.portrait_words import clock, told
from poucet.attacks.table import choose, column_names, open_table
from poucet.errors import PoucetError
from poucet.i18n import gettext as _


@dataclass(frozen=True)
class Habit:
    """When something usually happens.

    Attributes
    ----------
    minute : int
        Median, in minutes after midnight; past 1,440 it is after the next midnight.
    days : int
        On how many days it was seen.
    """

    minute: int
    days: int

    def __str__(self) -> str:
        return clock(self.minute)


@dataclass(frozen=True)
class Roof:
    """A network from which the last lines of evenings come: somewhere to sleep.

    Attributes
    ----------
    letter : str
        A for the most frequent, then B, C…
    place : object
        The network, as the trail writes it.
    nights : int
        How many nights.
    """

    letter: str
    place: Any
    nights: int


@dataclass(frozen=True, eq=False)
class Portrait:
    """What the rules read in one person's lines.

    Attributes
    ----------
    events, days : int
        Lines, and days with at least one.
    first_day, last_day : numpy.datetime64
        First and last day of the lines.
    wakes, wakes_weekend : Habit or None
        First line of the morning, Monday to Friday (before eight) and at weekends (before noon);
        None if it was seen on less than three days.
    quiet, quiet_weekend : Habit or None
        Last line of the evening: from Sunday to Thursday, on Friday and Saturday.
    nights_awake, nights : int
        Nights with a line between midnight and four, and all the nights from first to last day.
    roofs : tuple of Roof
        Where the nights are spent, most frequent first; only those seen three nights or more.
    rhythm : str
        How the two main roofs alternate: a word of `portrait_rules`.
    roof_of_night : numpy.ndarray of int8
        For each night from the first day: rank of its roof in `roofs`, −1 if unknown.
    lesson_place : object
        The network of most lines from eight to five, Monday to Friday; None if there is none.
    moving : tuple
        Networks met on the way: their address keeps changing.
    busy : tuple of int
        Evenings taken by something else, 0 for Monday; 5 for the whole of Saturday.
    gaps : tuple of (numpy.datetime64, int)
        Spells without a line: first day, number of school days (three or more).
    devices : tuple of (object, float)
        Devices and their share of the lines, most used first.
    """

    events: int
    days: int
    first_day: np.datetime64
    last_day: np.datetime64
    wakes: Habit | None
    wakes_weekend: Habit | None
    quiet: Habit | None
    quiet_weekend: Habit | None
    nights_awake: int
    nights: int
    roofs: tuple[Roof, ...]
    rhythm: str
    roof_of_night: np.ndarray
    lesson_place: Any
    moving: tuple[Any, ...]
    busy: tuple[int, ...]
    gaps: tuple[tuple[np.datetime64, int], ...]
    devices: tuple[tuple[Any, float], ...]

    def __str__(self) -> str:
        return told(self)


def portrait(
    events: Any,
    time: str = "time",
    place: str = "place",
    address: str = "ip",
    device: str = "device",
) -> Portrait:
    """Draw the portrait of whoever left these lines.

    Parameters
    ----------
    events : table
        The lines of one person: pandas, Polars, Arrow, or a dictionary of columns, in any order.
    time, place : str
        The columns of the moments (dates with hours) and of the networks.
    address, device : str
        The columns of the addresses and devices; a trail may be without them.

    Returns
    -------
    Portrait
        Its numbers, and one sentence as ``str``.

    Raises
    ------
    poucet.errors.PoucetError
        If there is no line, a column is unknown, or the times are no dates.

    Examples
    --------
    >>> import numpy as np
    >>> evenings = np.datetime64("2026-09-07T21:30") + np.arange(14) * np.timedelta64(1, "D")
    >>> found = portrait({"time": evenings, "place": ["mum"] * 7 + ["dad"] * 7})
    >>> [(roof.letter, roof.place, roof.nights) for roof in found.roofs]
    [('A', 'dad', 7), ('B', 'mum', 7)]
    >>> found.quiet.minute == 21 * 60 + 30, found.quiet.days
    (True, 10)
    """
    table = open_table(events)
    choose(table, [time], "time")
    choose(table, [place], "place")
    known = set(column_names(table))
    extra = [name for name in (address, device) if name in known]
    (when, where, *rest), rows = read_cells(table, [time, place, *extra])
    if when.kind != DATE or when.missing is not None:
        raise PoucetError(
            _("La colonne « {name} » doit donner la date et l’heure de chaque ligne.").format(
                name=time
            )
        )
    found = dict(zip(extra, rest, strict=True))
    day, minute = rules.days(when.values)
    first, last = int(day.min()), int(day.max())
    span, offset = last - first + 1, day - first
    every_day = np.arange(first, last + 1)
    weekday = rules.weekdays(every_day)
    places, spots = rules.values(where), where.codes().values
    moving = rules.moving(spots, found.get(address), len(places))

    opens = [
        rules.edge(offset, minute, span, rules.WAKING[kind], last=False) for kind in rules.WAKING
    ]
    closes = rules.edge(offset, minute, span, (rules.EVENING, rules.DAWN + rules.DAY), last=True)
    roof = rules.roof_of_night(offset, minute, spots, span, moving)
    roofs, roof = _roofs(roof, places)
    late = np.unique(offset[minute >= rules.DAY])
    lessons = (minute >= 8 * rules.HOUR) & (minute < rules.EVENING) & (weekday[offset] < 5)
    crowd = np.bincount(spots[lessons], minlength=len(places))
    return Portrait(
        events=rows,
        days=len(np.unique(offset)),
        first_day=np.datetime64(first, "D"),
        last_day=np.datetime64(last, "D"),
        wakes=_habit(opens[0][weekday < 5]),
        wakes_weekend=_habit(opens[1][weekday >= 5]),
        quiet=_habit(closes[(weekday < 4) | (weekday == 6)]),
        quiet_weekend=_habit(closes[(weekday == 4) | (weekday == 5)]),
        nights_awake=len(late),
        nights=span,
        roofs=roofs,
        rhythm=rules.rhythms(roof[None], weekday, every_day)[0],
        roof_of_night=roof,
        lesson_place=places[int(crowd.argmax())] if lessons.any() else None,
        moving=tuple(place for rank, place in enumerate(places) if rank in moving),
        busy=_busy(offset, minute, weekday),
        gaps=_gaps(offset, weekday, first),
        devices=_devices(found.get(device)),
    )


def _busy(offset: np.ndarray, minute: np.ndarray, weekday: np.ndarray) -> tuple[int, ...]:
    there = np.zeros((1, len(weekday)), np.bool_)
    there[0, offset[rules.in_busy_hours(minute, weekday[offset])]] = True
    return tuple(np.flatnonzero(rules.busy(there, weekday)[0]).tolist())


def _gaps(
    offset: np.ndarray, weekday: np.ndarray, first: int
) -> tuple[tuple[np.datetime64, int], ...]:
    """Find the spells without a line; weekends neither break nor lengthen them."""
    there = np.zeros((1, len(weekday)), np.bool_)
    there[0, offset] = True
    days = np.flatnonzero(weekday < 5)
    _person, start, length = rules.gaps(there[:, days])
    return tuple(
        (np.datetime64(first + int(days[begin]), "D"), int(lasts))
        for begin, lasts in zip(start, length, strict=True)
    )


def _habit(minutes: np.ndarray) -> Habit | None:
    seen = minutes[minutes >= 0]
    return Habit(int(np.median(seen)), len(seen)) if len(seen) >= rules.FEWEST_DAYS else None


def _roofs(roof: np.ndarray, places: list[Any]) -> tuple[tuple[Roof, ...], np.ndarray]:
    """Rank the networks by their nights, and write each night's rank."""
    nights = np.bincount(roof[roof >= 0], minlength=len(places))
    order = sorted(range(len(places)), key=lambda place: (-nights[place], str(places[place])))
    kept = [place for place in order if nights[place] >= rules.FEWEST_DAYS]
    rank = np.full(len(places) + 1, -1, np.int8)  # the last one serves the unknown nights
    rank[kept] = np.arange(len(kept))
    roofs = tuple(
        Roof(chr(ord("A") + min(turn, 25)), places[place], int(nights[place]))
        for turn, place in enumerate(kept)
    )
    return roofs, rank[roof]


def _devices(column: Cells | None) -> tuple[tuple[Any, float], ...]:
    if column is None:
        return ()
    count = np.bincount(column.codes().values)
    names = rules.values(column)
    order = np.argsort(-count, kind="stable")
    return tuple((names[k], float(count[k] / count.sum())) for k in order if count[k])
