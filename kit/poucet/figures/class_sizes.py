"""A crowd of pebbles: who is alone with their clues, and who hides among others.

A class reads it in two seconds from the back row: dark pebbles are pupils whom the clues single
out. The two groups differ in fill and size as well as in colour, and each carries its count.
"""

from __future__ import annotations

import math
from typing import Protocol

import numpy as np
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure
from matplotlib.path import Path
from matplotlib.transforms import IdentityTransform

from poucet.figures import look
from poucet.figures.numbers import Drawing, Numbers
from poucet.i18n import gettext as _
from poucet.i18n import ngettext, number, percent

MOST_PEBBLES = 2000  # more cannot be told apart on a projector


class Found(Protocol):
    """What the figure reads of a measure, be it counted now or beforehand."""

    @property
    def rows(self) -> int:
        """Pupils in the table."""

    @property
    def unique(self) -> int:
        """Pupils alone in their class."""


def sentence(found: Found) -> str:
    """Say the figure in words, with its numbers: it is also the picture's text alternative."""
    hidden = found.rows - found.unique
    if hidden == 0:
        return ngettext(
            "{rows} élève, seul à réunir ces indices.",
            "Les {rows} élèves sont tous seuls à réunir ces indices.",
            found.rows,
        ).format(rows=number(found.rows))
    return ngettext(
        "Sur {rows} élèves, {alone} est seul à réunir ces indices ({share}) ; les {hidden} "
        "autres se cachent dans un groupe.",
        "Sur {rows} élèves, {alone} sont seuls à réunir ces indices ({share}) ; les {hidden} "
        "autres se cachent dans un groupe.",
        found.unique,
    ).format(
        rows=number(found.rows),
        alone=number(found.unique),
        share=share(found.unique, found.rows),
        hidden=number(hidden),
    )


def share(part: int, whole: int) -> str:
    """Write a share in whole percents; a few are never 0 %, nor nearly all 100 %.

    Examples
    --------
    >>> print(share(0, 1100), share(1, 1100), share(660, 1100), share(1099, 1100), sep=", ")
    0 %, moins de 1 %, 60 %, plus de 99 %
    """
    said = percent(part / whole)
    if part > 0 and said == percent(0):
        return _("moins de 1 %")
    if part < whole and said == percent(1):
        return _("plus de 99 %")
    return said


def short(count: int) -> str:
    """Write a count as one says it aloud: millions, not their last digit.

    Examples
    --------
    >>> print(short(693), short(8_301_524), short(11_999_616))
    693 8,3 millions 12 millions
    """
    if count < 1_000_000:
        return number(count)
    millions = round(count / 1_000_000, 1)
    return ngettext("{count} million", "{count} millions", millions).format(
        count=number(millions, digits=0 if millions.is_integer() else 1)
    )


def pupils(count: int) -> str:
    """Write so many pupils, as the language says it of millions too."""
    words = _("{count} d’élèves") if count >= 1_000_000 else _("{count} élèves")
    return words.format(count=short(count))


def pebble_value(rows: int) -> int:
    """Give how many pupils one pebble stands for: 1, or the first power of ten that fits.

    Examples
    --------
    >>> pebble_value(1100), pebble_value(12_000_000)
    (1, 10000)
    """
    return 1 if rows <= MOST_PEBBLES else 10 ** math.ceil(math.log10(rows / MOST_PEBBLES))


def figure(found: Found, width: float = 8.2, height: float = 3.0) -> Figure:
    """Draw the crowd, the pupils who are alone first.

    Parameters
    ----------
    found : Found
        The measure that ``class_sizes`` gives.
    width, height : float
        Size in inches, at 100 points an inch on the screen.

    Returns
    -------
    matplotlib.figure.Figure
        A figure of its own, made without pyplot: nothing keeps it alive.
    """
    hidden = found.rows - found.unique
    words = (
        ngettext("{count} seul", "{count} seuls", found.unique).format(count=short(found.unique)),
        ngettext("{count} caché dans un groupe", "{count} cachés dans un groupe", hidden).format(
            count=short(hidden)
        ),
    )
    return crowd(found.rows, found.unique, words, width, height)


def crowd(
    rows: int, marked: int, words: tuple[str, str], width: float = 8.2, height: float = 3.0
) -> Figure:
    """Draw a crowd in which some stand out.

    Parameters
    ----------
    rows, marked : int
        People, and those of them who stand out.
    words : tuple of str
        The legend of these, then of the others.
    width, height : float
        Size in inches, at 100 points an inch on the screen.
    """
    numbers = Numbers(
        _("{count} élèves").format(count=number(rows)),
        (_("groupe"), _("élèves"), _("part")),
        tuple(
            (word, number(part), share(part, max(rows, 1)))
            for word, part in zip(words, (marked, rows - marked), strict=True)
        ),
    )
    drawing = _sheet(rows, width, height, numbers)
    for group, word in enumerate(words):
        _legend(drawing, group, word, group)
    alone = round(marked / pebble_value(rows))
    _crowd(drawing, (alone, round(rows / pebble_value(rows)) - alone), rows)
    return drawing


def figure_before(rows: int, width: float = 8.2, height: float = 3.0) -> Figure:
    """Draw the crowd before the answer is shown: nobody knows yet who is alone."""
    drawing = _sheet(rows, width, height)
    _legend(drawing, 1, pupils(rows), 0)
    _crowd(drawing, (0, round(rows / pebble_value(rows))), rows)
    return drawing


def _sheet(rows: int, width: float, height: float, *numbers: Numbers) -> Figure:
    drawing = Drawing(*numbers, figsize=(width, height), facecolor=look.PAPER)
    if pebble_value(rows) > 1:
        words = _("1 caillou = {count} élèves").format(count=number(pebble_value(rows)))
        drawing.text(0.99, 0.02, words, ha="right", fontsize=13, color=look.STONE_TEXT)
    return drawing


def _pebble_shapes() -> list[Path]:
    """Give a few rounded outlines, none quite a circle."""
    angles = np.linspace(0, 2 * np.pi, 22)
    shapes = []
    for i in range(7):
        twist, flat = 0.9 * i, 0.06 + 0.03 * (i % 4)
        radius = 1 + flat * np.cos(2 * (angles - twist)) + 0.04 * np.cos(3 * angles + twist)
        outline = np.column_stack([radius * np.cos(angles), radius * np.sin(angles)])
        shapes.append(Path(outline / 2, closed=True))
    return shapes


_SHAPES = _pebble_shapes()
# size, fill, edge and edge width of each group; lengths in parts of a cell
_STYLES = ((0.81, look.EMBER, look.INK, 0.03), (0.59, look.WHITE, look.INK, 0.09))
MARGIN = 0.4  # of a cell, on the left and on the right: half a pebble


def _lay(drawing: Figure, group: int, cell: float, places: np.ndarray, sizes: np.ndarray) -> None:
    """Lay pebbles of one group; places and the cell are in inches."""
    size, fill, edge, line = _STYLES[group]
    drawing.add_artist(
        PathCollection(
            _SHAPES,
            sizes=(cell * 72 * size * sizes) ** 2,
            offsets=places,
            offset_transform=drawing.dpi_scale_trans,
            transform=IdentityTransform(),
            facecolors=fill,
            edgecolors=edge,
            linewidths=line * cell * 72,
        )
    )


def _legend(drawing: Figure, group: int, word: str, place: int) -> None:
    width, height = drawing.get_size_inches()
    x, y = 0.16 + place * 0.4 * width, height - 0.2
    _lay(drawing, group, 0.28, np.array([[x, y]]), np.ones(1))
    drawing.text(
        (x + 0.24) / width,
        y / height,
        word,
        va="center",
        fontsize=17,
        fontweight="bold" if group == 0 else "normal",
        color=look.EMBER if group == 0 else look.INK,
    )


def _crowd(drawing: Figure, count: tuple[int, int], people: int) -> None:
    """Lay the pebbles column by column, with a gap between the two groups."""
    width, height = (float(side) for side in drawing.get_size_inches())
    top, floor = height - 0.5, 0.28 if pebble_value(people) > 1 else 0.0
    rows = max(1, round(math.sqrt(sum(count) * (top - floor) / width)))
    gap = 0.6 if all(count) else 0.0
    columns = sum(math.ceil(part / rows) for part in count) + gap + 2 * MARGIN
    cell = min(width / columns, (top - floor) / (rows + 0.2))
    left = MARGIN * cell
    for group, part in enumerate(count):
        if part == 0:
            continue
        index = np.arange(part)
        # A fixed irregular step (golden ratio) moves each pebble a little, as if laid by hand.
        shift = (index * 0.6180339887) % 1 - 0.5
        x = left + (index // rows + 0.5 + 0.12 * shift) * cell
        y = top - (index % rows + 0.5 + 0.12 * np.roll(shift, 1)) * cell
        _lay(drawing, group, cell, np.column_stack([x, y]), 1 + 0.12 * shift)
        left += (math.ceil(part / rows) + gap) * cell
