"""Where each cent goes: the stream that leaves the advertisers and splits on its way to the page.

One band a pocket, as thick as what it keeps. The page that has the reader comes first, in a full
colour; each middleman is drawn in white with a hatching of her own, and every band carries its
name, its amount and its share.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Polygon, Rectangle

from poucet.figures import look
from poucet.figures.class_sizes import share
from poucet.figures.numbers import Drawing, Numbers
from poucet.i18n import gettext as _
from poucet.market.exchange import PUBLISHER, party_name
from poucet.market.money import dollars

# Fill and hatching of each band, the page first; a sixth middleman starts again at the second.
_PAGE = (look.EMBER, "")
_MIDDLEMEN = (
    (look.WHITE, "////"),
    (look.WHITE, "...."),
    (look.WHITE, "\\\\\\\\"),
    (look.WHITE, "xxxx"),
)
GAP = 0.055  # between two bands where they arrive, in parts of the whole stream
LINE = 0.23  # the least height of a label there
BAR = 0.05  # thickness of the two ends, in parts of the stream's length


class Money(Protocol):
    """What the figure reads of a settlement."""

    @property
    def total(self) -> int:
        """What all advertisers pay, in cents."""

    @property
    def parts(self) -> Mapping[str, int]:
        """What each middleman keeps and the page receives, in cents."""


def bands(money: Money) -> list[tuple[str, int]]:
    """Give the bands from top to bottom: the page, then the middlemen in the order of the money.

    Examples
    --------
    >>> from poucet import auction
    >>> from poucet.market import settle
    >>> bands(settle(auction([[0.50, 0.80]] * 1000), {"exchange": 0.25}))
    [('publisher', 37), ('exchange', 13)]
    """
    middlemen = [(party, cents) for party, cents in money.parts.items() if party != PUBLISHER]
    return [(PUBLISHER, money.parts.get(PUBLISHER, 0)), *middlemen]


def sentence(money: Money) -> str:
    """Say the figure in words, with its numbers: it is also the picture's text alternative."""
    if not money.total:
        return _("Rien n’a été vendu : personne ne reçoit rien.")
    said = ", ".join(
        _("{party} {amount} ({share})").format(
            party=party_name(party), amount=dollars(cents / 100), share=share(cents, money.total)
        )
        for party, cents in bands(money)
    )
    return _("Les annonceurs paient {total}. En reçoivent une part : {said}.").format(
        total=dollars(money.total / 100), said=said
    )


def assumption() -> str:
    """Say what the shares of the middlemen are: nobody prints them."""
    return _(
        "Les parts des intermédiaires sont une hypothèse du kit, à changer en classe : personne ne"
        " les publie."
    )


def figure(money: Money, width: float = 8.8, height: float = 4.0) -> Figure:
    """Draw the stream.

    Parameters
    ----------
    money : Money
        What ``poucet.market.settle`` gives, or ``exchange(…).money``.
    width, height : float
        Size in inches, at 100 points an inch on the screen.

    Returns
    -------
    matplotlib.figure.Figure
        A figure of its own, made without pyplot: nothing keeps it alive.
    """
    drawing = Drawing(*_numbers(money), figsize=(width, height), facecolor=look.PAPER)
    left, right = 1.9 / width, 3.7 / width
    axes = drawing.add_axes((left, 0.02, 1 - left - right, 0.96))
    axes.axis("off")
    parts = bands(money)
    shares = [cents / money.total if money.total else 0.0 for _party, cents in parts]
    middles, foot = _arrivals(shares)
    axes.set_xlim(0, 1)
    axes.set_ylim(min(foot, 0.0), 1)
    top = (1 + min(foot, 0.0)) / 2 + 0.5  # the source faces the middle of the pockets
    _stream(axes, shares, middles, top)
    for (party, cents), middle, (paint, _hatch) in zip(
        parts, middles, _styles(len(parts)), strict=True
    ):
        page = party == PUBLISHER
        for words, shift, size, weight in (
            (party_name(party), 9, 13, "normal"),
            (
                f"{dollars(cents / 100)}  ({share(cents, money.total)})"
                if money.total
                else dollars(0),
                -9,
                14,
                "bold",
            ),
        ):
            axes.annotate(
                words, (1, middle), xytext=(10, shift), textcoords="offset points", va="center",
                fontsize=size, fontweight=weight, color=paint if page else look.INK,
                annotation_clip=False,
            )  # fmt: skip
    axes.annotate(
        _("les annonceurs\npaient\n{total}").format(total=dollars(money.total / 100)),
        (0, top - 0.5), xytext=(-10, 0), textcoords="offset points", ha="right", va="center",
        fontsize=14, fontweight="bold", color=look.INK, linespacing=1.5, annotation_clip=False,
    )  # fmt: skip
    return drawing


def _numbers(money: Money) -> list[Numbers]:
    if not money.total:
        return []
    rows = tuple(
        (party_name(party), dollars(cents / 100), share(cents, money.total))
        for party, cents in bands(money)
    )
    caption = _("Ce que paient les annonceurs : {total}").format(total=dollars(money.total / 100))
    return [Numbers(caption, (_("qui"), _("reçoit"), _("part")), rows)]


def _styles(count: int) -> list[tuple[str, str]]:
    return [_PAGE, *(_MIDDLEMEN[i % len(_MIDDLEMEN)] for i in range(count - 1))]


def _arrivals(shares: list[float]) -> tuple[list[float], float]:
    """Give the height of each band's middle where it arrives, with room for its label; the foot."""
    middles, floor = [], 1.0
    for part in shares:
        room = max(part + GAP, LINE)
        middles.append(floor - room / 2)
        floor -= room
    return middles, floor


def _ends(shares: list[float], middles: list[float]) -> list[tuple[float, float]]:
    return [
        (middle - part / 2, middle + part / 2) for part, middle in zip(shares, middles, strict=True)
    ]


def _stream(axes: Axes, shares: list[float], middles: list[float], top: float) -> None:
    """Lay the bands, from the bar of the advertisers to the bar of each pocket."""
    along = np.linspace(0, 1, 60)
    bend = along**2 * (3 - 2 * along)  # level at both ends
    for part, end, (paint, hatch) in zip(
        shares, _ends(shares, middles), _styles(len(shares)), strict=True
    ):
        if not part:
            continue
        x = BAR + (1 - 2 * BAR) * along
        upper = top + (end[1] - top) * bend
        lower = upper - part
        outline = np.column_stack([np.r_[x, x[::-1]], np.r_[upper, lower[::-1]]])
        axes.add_patch(
            Polygon(
                outline, facecolor=paint, hatch=hatch, edgecolor=look.INK, linewidth=0.8,
                alpha=0.75,
            )
        )  # fmt: skip
        axes.add_patch(Rectangle((1 - BAR, end[0]), BAR, part, facecolor=paint, edgecolor=look.INK))
        axes.add_patch(Rectangle((0, top - part), BAR, part, facecolor=look.INK, linewidth=0))
        top -= part
