"""The confusion matrix: whom the machine accuses, and who has the trait.

Four boxes that a class reads by rows and columns. The square in each grows with the people it
holds; the four differ in filling as well as in colour, and each carries its count and its name. How
the errors change with the threshold is drawn by `precision_recall`.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Protocol

from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from poucet.figures import look
from poucet.figures.numbers import Drawing, Numbers
from poucet.i18n import gettext as _
from poucet.i18n import ngettext, number

if TYPE_CHECKING:
    import numpy as np
    from matplotlib.axes import Axes

# Rows: with the trait, without it. Columns: accused, left in peace. Fill, edge and hatch of each.
_STYLES = (
    ((look.EMBER, look.EMBER, ""), (look.WHITE, look.INK, "")),
    ((look.WHITE, look.EMBER, "////"), (look.SHADE_1, look.SHADE_1, "")),
)
_LEFT, _TOP = 2.0, 0.42  # inches kept for the names of the rows and of the columns
_SQUARE = 0.37  # of a box's width, at most
SMALLEST = 0.07  # inches: somebody is there


class Score(Protocol):
    """What the figure reads of a guess that was judged."""

    @property
    def confusion(self) -> np.ndarray:
        """People by truth (rows: without the trait, with it) and guess (left in peace, accused)."""


def sentence(score: Score) -> str:
    """Say the figure in words, with its numbers: it is also the picture's text alternative."""
    (_peace, wrong), (missed, found) = score.confusion.tolist()
    accused = ngettext(
        "{accused} élève accusé : {found} à raison, {wrong} à tort.",
        "{accused} élèves accusés : {found} à raison, {wrong} à tort.",
        found + wrong,
    ).format(accused=number(found + wrong), found=number(found), wrong=number(wrong))
    left = ngettext(
        "{missed} est manqué, sur {having} concernés.",
        "{missed} sont manqués, sur {having} concernés.",
        missed,
    ).format(having=number(found + missed), missed=number(missed))
    return f"{accused} {left}"


def figure(score: Score, width: float = 8.6, height: float = 3.3) -> Figure:
    """Draw the four boxes.

    Parameters
    ----------
    score : Score
        What ``infer(…).score(truth)`` gives.
    width, height : float
        Size in inches, at 100 points an inch on the screen.

    Returns
    -------
    matplotlib.figure.Figure
        A figure of its own, made without pyplot: nothing keeps it alive.
    """
    (peace, wrong), (missed, found) = score.confusion.tolist()
    return _boxes(((found, missed), (wrong, peace)), width, height)


def figure_before(width: float = 8.6, height: float = 3.3) -> Figure:
    """Draw the boxes before the answer is shown: nobody knows yet how many each holds."""
    return _boxes(None, width, height)


def _boxes(counts: tuple[tuple[int, int], ...] | None, width: float, height: float) -> Figure:
    guessed = (_("accusés par la machine"), _("laissés tranquilles"))
    real = (_("concernés,\nen réalité"), _("pas concernés,\nen réalité"))
    drawing = Drawing(
        *_numbers(counts, guessed, real), figsize=(width, height), facecolor=look.PAPER
    )
    axes = drawing.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, width)
    axes.set_ylim(height, 0)
    axes.axis("off")
    wide, high = (width - _LEFT - 0.06) / 2, (height - _TOP - 0.06) / 2
    for column, name in enumerate(guessed):
        axes.text(
            _LEFT + (column + 0.5) * wide, _TOP / 2, name,
            ha="center", va="center", fontsize=14, color=look.INK,
        )  # fmt: skip
    names = (
        (_("trouvés"), _("manqués")),
        (_("accusés à tort"), _("tranquilles")),
    )
    most = max([1, *(count for row in counts for count in row)]) if counts else 1
    side = min(_SQUARE * wide, 0.84 * high)
    for row, title in enumerate(real):
        axes.text(
            _LEFT - 0.14, _TOP + (row + 0.5) * high, title,
            ha="right", va="center", fontsize=14, color=look.INK, linespacing=1.3,
        )  # fmt: skip
        for column in range(2):
            left, top = _LEFT + column * wide, _TOP + row * high
            axes.add_patch(
                Rectangle(
                    (left, top), wide, high,
                    facecolor=look.WHITE, edgecolor=look.STONE_TEXT, linewidth=1,
                )
            )  # fmt: skip
            said = "?"
            if counts:
                count = counts[row][column]
                said = number(count)
                if count:
                    _square(axes, (left, top, high), _STYLES[row][column], side, count / most)
            middle = left + 0.2 + side + (wide - 0.2 - side) / 2
            loud = look.EMBER if column == 0 else look.INK
            axes.text(
                middle, top + 0.4 * high, said,
                ha="center", va="center", fontsize=23, fontweight="bold", color=loud,
            )  # fmt: skip
            axes.text(
                middle, top + 0.76 * high, names[row][column],
                ha="center", va="center", fontsize=13, color=loud,
            )  # fmt: skip
    return drawing


def _numbers(
    counts: tuple[tuple[int, int], ...] | None, guessed: tuple[str, str], real: tuple[str, str]
) -> list[Numbers]:
    if counts is None:
        return []
    rows = tuple(
        (name.replace("\n", " "), *map(number, row)) for name, row in zip(real, counts, strict=True)
    )
    caption = _("Élèves selon la machine et en réalité")
    return [Numbers(caption, (_("élèves"), *guessed), rows)]


def _square(
    axes: Axes,
    box: tuple[float, float, float],
    style: tuple[str, str, str],
    side: float,
    part: float,
) -> None:
    """Draw a square whose area is a part of the largest, on the left of its box."""
    left, top, high = box
    fill, edge, hatch = style
    long = max(side * math.sqrt(part), SMALLEST)
    axes.add_patch(
        Rectangle(
            (left + 0.16 + (side - long) / 2, top + (high - long) / 2), long, long,
            facecolor=fill, edgecolor=edge, hatch=hatch, linewidth=1.6, label="square",
        )
    )  # fmt: skip
