"""One service under several contracts, on the three dials of the negotiation.

A row a contract, a column a dial: how many pupils can be found again or are wrongly accused, what
their data bring in a year, what the service still does for the class. Bars are told apart by their
filling, each carries its number, and an empty one says so.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from typing import TYPE_CHECKING

from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from poucet.figures import look
from poucet.figures.numbers import Drawing, Numbers
from poucet.i18n import gettext as _
from poucet.i18n import ngettext, number, percent

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from poucet.damages import Damage

_NAMES = 2.15  # inches for the names of the contracts
_ROW, _HEAD = 0.82, 0.55
_LETTERS = 19  # of a name, before it goes to a second line
_RISK, _OTHER = 2.75, 1.85  # inches of a column at the least width
_BAR = 0.9  # inches of a full bar; the rest of the column is for its number


def sentence(ways: Mapping[str, Damage]) -> str:
    """Say the figure in words, with its numbers: it is also the picture's text alternative."""
    return " ".join(
        _("{name} : {value}").format(name=name, value=_said(damage))
        for name, damage in ways.items()
    )


def _said(damage: Damage) -> str:
    return _(
        "risque, {found} et {accused} ; argent, {euros} par an ; utilité gardée, {kept}."
    ).format(
        found=_found(damage.found),
        accused=_accused(damage.accused),
        euros=damage.written()["euros"],
        kept=percent(damage.usefulness),
    )


def _found(count: int) -> str:
    return ngettext("{n} élève retrouvé", "{n} élèves retrouvés", count).format(n=number(count))


def _accused(count: int) -> str:
    return ngettext("{n} accusé à tort", "{n} accusés à tort", count).format(n=number(count))


def figure(ways: Mapping[str, Damage], width: float = 8.8) -> Figure:
    """Draw the three dials of each contract.

    Parameters
    ----------
    ways : dict of str to Damage
        Each contract, named in the reader's language, and what it does; all about as many pupils.
    width : float
        Size in inches, at 100 points an inch on the screen; the height follows the rows.

    Returns
    -------
    matplotlib.figure.Figure
        A figure of its own, made without pyplot: nothing keeps it alive.
    """
    height = _HEAD + _ROW * len(ways) + 0.1
    drawing = Drawing(_numbers(ways), figsize=(width, height), facecolor=look.PAPER)
    axes = drawing.add_axes((0, 0, 1, 1))
    axes.axis("off")
    axes.set_xlim(0, width)
    axes.set_ylim(height, 0)
    columns = (_NAMES, _NAMES + _RISK, _NAMES + _RISK + _OTHER)
    for x, head in zip(columns, (_("risque"), _("argent par an"), _("utilité")), strict=True):
        _write(axes, x, _HEAD / 2, head, size=15, weight="bold")
    dearest = max((damage.euros for damage in ways.values()), default=0)
    for row, (name, damage) in enumerate(ways.items()):
        top = _HEAD + row * _ROW
        axes.plot([0.1, width - 0.1], [top, top], color=look.SHADE_1, linewidth=1)
        middle = top + _ROW / 2
        _write(axes, 0.12, middle, "\n".join(textwrap.wrap(name, _LETTERS)), size=13)
        _risk(axes, columns[0], top, damage)
        money = damage.euros / dearest if dearest else 0.0
        for x, share, kind, words in (
            (columns[1], money, "money", damage.written()["euros"]),
            (columns[2], damage.usefulness, "kept", percent(damage.usefulness)),
        ):
            _bar(axes, x, middle, share, kind)
            _write(axes, x + _BAR * share + 0.07, middle, words, size=14, weight="bold")
    return drawing


def _numbers(ways: Mapping[str, Damage]) -> Numbers:
    rows = tuple(
        (
            name,
            number(damage.found),
            number(damage.accused),
            damage.written()["euros"],
            percent(damage.usefulness),
        )
        for name, damage in ways.items()
    )
    return Numbers(
        _("Ce que fait chaque contrat"),
        (
            _("contrat"),
            _("élèves retrouvés"),
            _("accusés à tort"),
            _("argent par an"),
            _("utilité"),
        ),
        rows,
    )


_FILLS = {
    "found": (look.EMBER, ""),
    "accused": (look.WHITE, "////"),
    "money": (look.SHADE_1, "...."),
    "kept": (look.FOREST, ""),
}


def _risk(axes: Axes, x: float, top: float, damage: Damage) -> None:
    """Draw two thinner bars, each with its count and its word."""
    for part, (kind, count, words) in enumerate(
        (
            ("found", damage.found, ngettext("{n} retrouvé", "{n} retrouvés", damage.found)),
            ("accused", damage.accused, _accused(damage.accused)),
        )
    ):
        y, share = top + _ROW * (0.27 + 0.46 * part), count / max(damage.pupils, 1)
        _bar(axes, x, y, share, kind, high=0.22)
        _write(
            axes, x + _BAR * share + 0.07, y, words.format(n=number(count)), size=11,
            weight="bold",
        )  # fmt: skip


def _bar(axes: Axes, x: float, y: float, share: float, kind: str, high: float = 0.32) -> None:
    fill, hatch = _FILLS[kind]
    axes.add_patch(
        Rectangle(
            (x, y - high / 2), _BAR * share, high, facecolor=fill, edgecolor=look.INK,
            hatch=hatch, linewidth=0.9, gid=kind,
        )
    )  # fmt: skip
    axes.plot([x, x], [y - high / 2 - 0.04, y + high / 2 + 0.04], color=look.INK, linewidth=1.4)


def _write(axes: Axes, x: float, y: float, words: str, size: float, weight: str = "normal") -> None:
    axes.text(x, y, words, va="center", fontsize=size, fontweight=weight, color=look.INK)
