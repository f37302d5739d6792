"""Found, missed, wrong: what became of each account once somebody put names back on them.

Three bars on one scale, so that a class compares them from the back row. They differ in filling and
place as well as in colour, each carries its count, and a few are never drawn as nobody.
"""

from __future__ import annotations

from typing import Protocol

from matplotlib.figure import Figure

from poucet.figures import look
from poucet.figures.numbers import Drawing, Numbers
from poucet.i18n import gettext as _
from poucet.i18n import ngettext, number

THINNEST = 0.006  # of the longest bar: somebody is there


class Score(Protocol):
    """What the figure reads of a linkage that was judged."""

    @property
    def found(self) -> int:
        """Accounts that got their own name back."""

    @property
    def missed(self) -> int:
        """Accounts that got none."""

    @property
    def wrong(self) -> int:
        """Accounts that got the name of somebody else."""


# fill, edge and hatch of each bar
_STYLES = (
    (look.EMBER, look.EMBER, ""),
    (look.WHITE, look.INK, ""),
    (look.WHITE, look.INK, "////"),
)


def sentence(score: Score) -> str:
    """Say the figure in words, with its numbers: it is also the picture's text alternative."""
    accounts = score.found + score.missed + score.wrong
    found = ngettext("{count} a retrouvé son nom", "{count} ont retrouvé leur nom", score.found)
    missed = ngettext("{count} reste sans nom", "{count} restent sans nom", score.missed)
    wrong = ngettext(
        "{count} porte le nom d’un autre", "{count} portent le nom d’un autre", score.wrong
    )
    return ngettext(
        "Sur {accounts} compte : {found}, {missed}, {wrong}.",
        "Sur {accounts} comptes : {found}, {missed}, {wrong}.",
        accounts,
    ).format(
        accounts=number(accounts),
        found=found.format(count=number(score.found)),
        missed=missed.format(count=number(score.missed)),
        wrong=wrong.format(count=number(score.wrong)),
    )


def figure(score: Score, width: float = 8.2, height: float = 2.4) -> Figure:
    """Draw the three bars.

    Parameters
    ----------
    score : Score
        What ``link(…).score(truth)`` gives.
    width, height : float
        Size in inches, at 100 points an inch on the screen.

    Returns
    -------
    matplotlib.figure.Figure
        A figure of its own, made without pyplot: nothing keeps it alive.
    """
    counts = (score.found, score.missed, score.wrong)
    said = [number(count) for count in counts]
    rows = tuple(zip(_names(), said, strict=True))
    numbers = Numbers(_("Ce que devient chaque compte"), (_("compte"), _("combien")), rows)
    return _bars(counts, sum(counts), said, width, height, numbers)


def figure_before(accounts: int, width: float = 8.2, height: float = 2.4) -> Figure:
    """Draw the frame before the answer is shown: nobody knows yet how the accounts share out."""
    return _bars((0, 0, 0), accounts, ["?"] * 3, width, height)


def _names() -> tuple[str, str, str]:
    return _("retrouvés"), _("manqués"), _("pris pour d’autres")


def _bars(
    counts: tuple[int, int, int],
    accounts: int,
    said: list[str],
    width: float,
    height: float,
    *numbers: Numbers,
) -> Figure:
    drawing = Drawing(*numbers, figsize=(width, height), facecolor=look.PAPER)
    axes = drawing.add_axes((0.27, 0.03, 0.58, 0.94), facecolor=look.PAPER)
    axes.set_xlim(0, max(accounts, 1))
    axes.set_ylim(2.6, -0.6)
    axes.axis("off")
    for row, (count, name, text) in enumerate(zip(counts, _names(), said, strict=True)):
        fill, edge, hatch = _STYLES[row]
        long = max(count, THINNEST * accounts) if count else 0
        axes.barh(
            row, long, height=0.62, facecolor=fill, edgecolor=edge, hatch=hatch, linewidth=1.5
        )
        drawing.text(
            0.255,
            _middle(row),
            name,
            ha="right",
            va="center",
            fontsize=15,
            color=look.INK,
        )
        axes.annotate(
            text,
            (long, row),
            xytext=(8, 0),
            textcoords="offset points",
            va="center",
            fontsize=19,
            fontweight="bold",
            color=look.EMBER if row == 0 else look.INK,
            annotation_clip=False,
        )
    axes.axvline(0, color=look.INK, linewidth=1.5)
    return drawing


def _middle(row: int) -> float:
    """Give the height of a bar's middle on the sheet."""
    return 0.03 + 0.94 * (1 - (row + 0.6) / 3.2)
