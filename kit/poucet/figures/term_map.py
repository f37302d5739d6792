"""A term on one sheet: a column a day, a row an hour, and below it the roof of each night.

A class sees in two seconds that somebody is asleep in the white, and that the roof changes every
other Monday. The darker the square, the more lines in that hour, in four steps that survive a
black-and-white printer; roofs are told apart by letter and hatching.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.colors import BoundaryNorm, ListedColormap
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from poucet.attacks.portrait_words import clock, nights_awake, rhythms
from poucet.figures import look
from poucet.figures.numbers import Drawing, Numbers
from poucet.i18n import day as written
from poucet.i18n import gettext as _
from poucet.i18n import ngettext, number

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from poucet.attacks.portrait import Portrait

DAWN = 4  # a column runs from four in the morning to four the next, as a portrait's day does
STEPS = (1, 4, 8, 13)  # lines in an hour at which the square darkens
SHADES = (look.SHADE_1, look.SHADE_2, look.SHADE_3, look.INK)
_ROOFS = ((look.FOREST, ""), (look.WHITE, "////"), (look.SHADE_1, "...."), (look.SHADE_2, "xx"))
MOST_ROOFS = len(_ROOFS)
LEFT = 0.86  # inches before the map: the longest hour
DATE = 1.25  # inches of the longest date
WIDE_ENOUGH = 3  # nights in a row that hold a letter


def sentence(found: Portrait) -> str:
    """Say the figure in words, with its numbers: it is also the picture's text alternative."""
    lines = ngettext(
        "En {days} jours, {events} ligne.", "En {days} jours, {events} lignes.", found.events
    ).format(days=number(found.nights), events=number(found.events))
    parts = [lines]
    if found.wakes and found.quiet:
        parts.append(
            _("En semaine, la première trace du matin est vers {first}, la dernière vers {last}.")
            .format(first=clock(found.wakes.minute), last=clock(found.quiet.minute))
        )  # fmt: skip
    awake = nights_awake(found.nights_awake)
    parts.append(f"{awake[0].upper()}{awake[1:]}.")
    if found.roofs:
        roofs = ", ".join(
            ngettext("{letter} {count} nuit", "{letter} {count} nuits", roof.nights).format(
                letter=roof.letter, count=roof.nights
            )
            for roof in found.roofs[:MOST_ROOFS]
        )
        parts.append(
            _("Nuits : {rhythm} ({roofs}).").format(rhythm=rhythms()[found.rhythm], roofs=roofs)
        )
    return " ".join(parts)


def hours(times: Any, found: Portrait) -> np.ndarray:
    """Count the lines of each hour: row 0 is four in the morning, column 0 the first day.

    Examples
    --------
    >>> from poucet.attacks.portrait import portrait
    >>> lines = np.array(["2026-09-07T21:30", "2026-09-08T01:10"], "datetime64[m]")
    >>> counts = hours(lines, portrait({"time": lines, "place": ["a", "a"]}))
    >>> counts.shape, int(counts[17, 0]), int(counts[21, 0])
    ((24, 1), 1, 1)
    """
    hour = np.asarray(times, "datetime64[h]").astype(np.int64) - DAWN
    column = hour // 24 - found.first_day.astype("datetime64[D]").astype(np.int64)
    counts = np.bincount(hour % 24 * found.nights + column, minlength=24 * found.nights)
    return counts.reshape(24, found.nights)


def figure(times: Any, found: Portrait, width: float = 9.4, height: float = 4.8) -> Figure:
    """Draw the term of one person.

    Parameters
    ----------
    times : array of datetime64, or a column of dates
        The moment of each line.
    found : Portrait
        The portrait drawn from the same lines.
    width, height : float
        Size in inches, at 100 points an inch on the screen.

    Returns
    -------
    matplotlib.figure.Figure
        A figure of its own, made without pyplot.
    """
    counts = hours(times, found)
    drawing = Drawing(
        _by_hour(counts, found), _by_week(counts, found),
        figsize=(width, height), facecolor=look.PAPER,
    )  # fmt: skip
    left, wide = LEFT / width, 1 - (LEFT + 0.15) / width
    # the strip of nights, then the map on top of it; heights in inches from the foot
    upper = drawing.add_axes((left, 1.3 / height, wide, 1 - 1.75 / height))
    lower = drawing.add_axes((left, 0.72 / height, wide, 0.33 / height), sharex=upper)
    _map(upper, counts, found, wide * width)
    _nights(lower, found)
    _legends(drawing, found, width, height)
    return drawing


def _by_hour(counts: np.ndarray, found: Portrait) -> Numbers:
    """Count the lines of each hour of the day, weekends apart."""
    resting = (found.first_day.astype("datetime64[D]").astype(int) + 3 + _columns(counts)) % 7 >= 5
    rows = []
    for row, line in enumerate(counts):
        begins = (row + DAWN) % 24
        band = _("{hour} h à {next} h").format(hour=begins, next=begins + 1)
        rows.append((band, number(line[~resting].sum()), number(line[resting].sum())))
    head = (_("heure"), _("lignes en semaine"), _("lignes le week-end"))
    return Numbers(_("Lignes selon l’heure"), head, tuple(rows))


def _by_week(counts: np.ndarray, found: Portrait) -> Numbers:
    """Count the lines of each week, and its nights under each roof."""
    first = found.first_day.astype("datetime64[D]")
    week = (first.astype(int) + 3 + _columns(counts)) // 7
    rows = []
    for one in np.unique(week):
        days = week == one
        monday = np.datetime64(int(one) * 7 - 3, "D")
        nights = [number((found.roof_of_night[days] == i).sum()) for i in range(len(found.roofs))]
        rows.append((written(monday.item()), number(counts[:, days].sum()), *nights))
    roofs = [_("nuits sous le toit {letter}").format(letter=roof.letter) for roof in found.roofs]
    caption = _("Lignes et nuits de chaque semaine")
    return Numbers(caption, (_("semaine du"), _("lignes"), *roofs), tuple(rows))


def _columns(counts: np.ndarray) -> np.ndarray:
    return np.arange(counts.shape[1])


def _map(axes: Axes, counts: np.ndarray, found: Portrait, wide: float) -> None:
    """Lay the squares on a map so many inches wide."""
    _days(axes, found)
    shown = np.ma.masked_equal(counts, 0)
    axes.pcolormesh(
        np.arange(found.nights + 1),
        np.arange(25),
        shown,
        cmap=ListedColormap(SHADES),
        norm=BoundaryNorm([*STEPS, 10**9], len(SHADES)),
    )
    axes.set_ylim(24, 0)
    marks = [8, 12, 17, 21, 24]
    axes.set_yticks([hour - DAWN for hour in marks], [_hour(hour) for hour in marks])
    axes.tick_params(labelsize=11, colors=look.INK, length=3)
    axes.tick_params(axis="x", labelbottom=False, labeltop=True, top=True, bottom=False, pad=2)
    mondays = [day for day in _mondays(found) if (1 - day / found.nights) * wide > DATE]
    first = found.first_day.astype("datetime64[D]")
    axes.set_xticks(mondays, [_short(first + day) for day in mondays], ha="left")
    axes.axhline(24 - DAWN, color=look.INK, linewidth=0.8, linestyle=(0, (2, 3)))


def _nights(axes: Axes, found: Portrait) -> None:
    axes.set_facecolor(look.PAPER)
    axes.set_ylim(0, 1)
    axes.set_yticks([])
    axes.tick_params(axis="x", bottom=False, top=False, labelbottom=False)
    spells = runs(found.roof_of_night)
    for turn, (paint, hatch) in enumerate(_ROOFS):
        bars = [(a, b - a) for a, b, rank in spells if min(rank, MOST_ROOFS - 1) == turn]
        axes.broken_barh(
            bars, (0, 1), facecolor=paint, hatch=hatch, edgecolor=look.INK, linewidth=0.6
        )
    for start, stop, rank in spells:
        if stop - start >= WIDE_ENOUGH:
            axes.text(
                (start + stop) / 2, 0.47, found.roofs[rank].letter, ha="center", va="center",
                fontsize=12, fontweight="bold", color=look.WHITE if rank == 0 else look.INK,
                bbox=None if rank == 0 else {"facecolor": look.WHITE, "linewidth": 0, "pad": 1},
            )  # fmt: skip
    for spine in axes.spines.values():
        spine.set_visible(False)


def runs(roofs: np.ndarray) -> list[tuple[int, int, int]]:
    """Group the nights that follow one another under the same roof: first, after the last, roof.

    Examples
    --------
    >>> runs(np.array([0, 0, -1, 0, 1]))
    [(0, 2, 0), (3, 4, 0), (4, 5, 1)]
    """
    if not len(roofs):
        return []
    edges = [0, *(np.flatnonzero(np.diff(roofs)) + 1).tolist(), len(roofs)]
    return [
        (start, stop, int(roofs[start]))
        for start, stop in itertools.pairwise(edges)
        if roofs[start] >= 0
    ]


def _days(axes: Axes, found: Portrait) -> None:
    """Shade the weekends, and rule a line before each Monday."""
    axes.set_facecolor(look.WHITE)
    monday = -((found.first_day.astype("datetime64[D]").astype(int) + 3) % 7)
    weeks = range(int(monday), found.nights, 7)
    axes.broken_barh([(start + 5, 2) for start in weeks], (0, 24), color=look.WEEKEND, zorder=0)
    axes.vlines(list(weeks), 0, 24, color=look.STONE_TEXT, linewidth=0.6, zorder=0)
    axes.set_xlim(0, found.nights)
    for spine in axes.spines.values():
        spine.set_color(look.STONE_TEXT)


def _mondays(found: Portrait) -> list[int]:
    """Give the columns to date: every Monday, or every other one when weeks are many."""
    first = int(-(found.first_day.astype("datetime64[D]").astype(int) + 3) % 7)
    step = 7 if found.nights <= 42 else 14
    return list(range(first, found.nights, step))


def _short(date: np.datetime64) -> str:
    """Write a date without its year: ``7 septembre``."""
    return written(date.item()).rsplit(" ", 1)[0]  # type: ignore[arg-type]


def _hour(hour: int) -> str:
    return _("minuit") if hour == 24 else _("{hour} h").format(hour=hour)


def _legends(drawing: Figure, found: Portrait, width: float, height: float) -> None:
    """Write what the shades and the hatchings mean, at the foot."""
    x, y = LEFT, 0.48 / height
    for roof, (paint, hatch) in zip(found.roofs, _ROOFS, strict=False):
        _key(drawing, x, y, paint, hatch, "roof")
        words = ngettext(
            "toit {letter} : {count} nuit", "toit {letter} : {count} nuits", roof.nights
        ).format(letter=roof.letter, count=roof.nights)
        drawing.text((x + 0.3) / width, y, words, va="center", fontsize=12, color=look.INK)
        x += 2.0
    if not found.roofs:
        drawing.text(
            x / width, y, _("aucune trace le soir"), va="center", fontsize=12, color=look.INK
        )
    x, y = LEFT, 0.17 / height
    bounds = [f"{low}–{high - 1}" for low, high in itertools.pairwise(STEPS)]
    meanings = [_("week-end"), *bounds, _("{count} lignes ou plus").format(count=STEPS[-1])]
    for paint, meaning in zip((look.WEEKEND, *SHADES), meanings, strict=True):
        _key(drawing, x, y, paint, "", "lines")
        drawing.text((x + 0.28) / width, y, meaning, va="center", fontsize=11, color=look.INK)
        x += 1.25 if paint == look.WEEKEND else 0.75
    drawing.text(
        (LEFT - 0.07) / width, 0.88 / height, _("nuits"), ha="right", va="center", fontsize=11,
        color=look.INK,
    )  # fmt: skip


def _key(drawing: Figure, x: float, y: float, paint: str, hatch: str, about: str) -> None:
    width, height = drawing.get_size_inches()
    drawing.add_artist(
        Rectangle(
            (x / width, y - 0.08 / height), 0.22 / width, 0.16 / height, facecolor=paint,
            hatch=hatch, edgecolor=look.INK, linewidth=0.6, gid=about,
        )
    )  # fmt: skip
