"""The same impressions sold twice: once to bidders who know whose screen it is, once to blind ones.

Each impression is a thin column as high as its price, the dearest on the left. The surface is
therefore the money of the whole evening, and a class sees at once that the profile does not lift
every price: it makes some screens dear, and others almost worthless.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from poucet.figures import look
from poucet.figures.numbers import Drawing, Numbers
from poucet.i18n import gettext as _
from poucet.i18n import ngettext, number
from poucet.market.money import dollars

# fill, edge, hatching of the world without profile, then with
_STYLES = ((look.WHITE, look.INK, "////"), (look.EMBER, look.EMBER, ""))


class Sale(Protocol):
    """What the figure reads of one auction of many impressions."""

    @property
    def paid(self) -> np.ndarray:
        """The price of each impression, in dollars a thousand; 0 where unsold."""

    @property
    def revenue(self) -> float:
        """What all winners pay together, in dollars."""


def sentence(without: Sale, with_profile: Sale) -> str:
    """Say the figure in words, with its numbers: it is also the picture's text alternative."""
    rows = len(without.paid)
    cheaper = int(np.count_nonzero(with_profile.paid < without.paid))
    dearer = int(np.count_nonzero(with_profile.paid > without.paid))
    return ngettext(
        "{rows} impression rapporte {without} sans profil et {with_profile} avec : le profil fait"
        " monter le prix de {dearer} et baisser celui de {cheaper}.",
        "Les mêmes {rows} impressions rapportent {without} sans profil et {with_profile} avec : le"
        " profil fait monter le prix de {dearer} et baisser celui de {cheaper}.",
        rows,
    ).format(
        rows=number(rows),
        without=dollars(without.revenue),
        with_profile=dollars(with_profile.revenue),
        dearer=number(dearer),
        cheaper=number(cheaper),
    )


def figure(without: Sale, with_profile: Sale, width: float = 8.8, height: float = 3.8) -> Figure:
    """Draw the two worlds side by side, on one scale.

    Parameters
    ----------
    without, with_profile : Sale
        What `poucet.auction` gives for the same impressions: ``exchange(…).sale``.
    width, height : float
        Size in inches, at 100 points an inch on the screen.

    Returns
    -------
    matplotlib.figure.Figure
        A figure of its own, made without pyplot: nothing keeps it alive.
    """
    most = max(float(sale.paid.max(initial=0)) for sale in (without, with_profile))
    sales = (without, with_profile)
    return _sheet(sales, most, len(without.paid), width, height, *_numbers(sales))


def figure_before(rows: int, width: float = 8.8, height: float = 3.8) -> Figure:
    """Draw the frame before the answer is shown: nobody knows yet what each world brings."""
    return _sheet((None, None), 0.0, rows, width, height)


def _sheet(
    sales: tuple[Sale | None, Sale | None],
    most: float,
    rows: int,
    width: float,
    height: float,
    *numbers: Numbers,
) -> Figure:
    drawing = Drawing(*numbers, figsize=(width, height), facecolor=look.PAPER)
    room, gap, foot, head = 0.95, 0.45, 0.45, 0.85  # inches
    wide = (width - room - gap - 0.15) / 2
    names = _names()
    for turn, (sale, name) in enumerate(zip(sales, names, strict=True)):
        axes = drawing.add_axes(
            (
                (room + turn * (wide + gap)) / width,
                foot / height,
                wide / width,
                1 - (foot + head) / height,
            )
        )
        _frame(axes, rows, most, turn == 0)
        left = (room + turn * (wide + gap)) / width
        drawing.text(left, 1 - 0.28 / height, name, va="center", fontsize=15, color=look.INK)
        drawing.text(
            left + wide / width,
            1 - 0.28 / height,
            "?" if sale is None else dollars(sale.revenue),
            ha="right", va="center", fontsize=20, fontweight="bold",
            color=look.EMBER if turn else look.INK,
        )  # fmt: skip
        if sale is not None:
            _surface(axes, sale.paid, turn)
    drawing.text(
        0.12 / width, 1 - 0.62 / height, _("prix les mille ($)"), va="center", fontsize=11,
        color=look.STONE_TEXT,
    )  # fmt: skip
    return drawing


def _names() -> tuple[str, str]:
    return _("sans profil"), _("avec le profil")


def _numbers(sales: tuple[Sale, Sale]) -> list[Numbers]:
    """Give what both worlds bring, and five prices from the dearest impression to the cheapest."""
    if not len(sales[0].paid):
        return []
    places = {
        1.0: _("la plus chère"),
        0.75: _("un quart est plus cher"),
        0.5: _("la moitié est plus chère"),
        0.25: _("trois quarts sont plus chers"),
        0.0: _("la moins chère"),
    }
    prices = [np.quantile(sale.paid, list(places)) for sale in sales]
    rows = tuple(
        (place, *(dollars(float(price)) for price in row))
        for place, *row in zip(places.values(), *prices, strict=True)
    )
    brought = (_("recette en tout"), *(dollars(sale.revenue) for sale in sales))
    caption = _("Prix les mille impressions, et recette")
    return [Numbers(caption, (_("impression"), *_names()), (*rows, brought))]


def _frame(axes: Axes, rows: int, most: float, first: bool) -> None:
    axes.set_facecolor(look.PAPER)
    axes.set_xlim(0, max(rows, 1))
    axes.set_ylim(0, max(most * 1.05, 0.01))
    step = next(step for step in (0.1, 0.25, 0.5, 1, 2, 5, 10, 50, 1e9) if most <= 6 * step)
    marks = np.arange(0, most * 1.05, step) if most else np.zeros(1)
    axes.set_yticks(marks, [number(mark, 0 if step >= 1 else 2) for mark in marks])
    axes.set_xticks([])
    axes.tick_params(labelsize=12, colors=look.INK, length=3, labelleft=first)
    axes.set_xlabel(
        _("impressions, de la plus à la moins chère"),
        fontsize=11, color=look.STONE_TEXT, labelpad=6,
    )  # fmt: skip
    axes.grid(axis="y", color=look.WEEKEND, linewidth=1)
    axes.set_axisbelow(True)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)


def _surface(axes: Axes, paid: np.ndarray, turn: int) -> None:
    fill, edge, hatch = _STYLES[turn]
    heights = np.sort(paid)[::-1]
    axes.fill_between(
        np.arange(len(heights) + 1), np.append(heights, heights[-1:]), step="post",
        facecolor=fill, edgecolor=edge, hatch=hatch, linewidth=1.2,
    )  # fmt: skip
