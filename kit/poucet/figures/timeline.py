"""The years since 2015 as a path of pebbles: one for each thing that happened, in order.

The pebbles are as far apart as is legible, not as the years are: each bears its date. A full one
was seen in the document itself; a hollow one is told at second hand.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from matplotlib.figure import Figure
from matplotlib.patches import Ellipse

from poucet.figures import look
from poucet.figures.numbers import Drawing, Numbers
from poucet.i18n import N_, NBSP, language, number
from poucet.i18n import gettext as _

if TYPE_CHECKING:
    from matplotlib.axes import Axes

IN_A_ROW = 6
_ROW, _FOOT = 1.5, 0.45  # inches
_LETTERS = 16
_TITLES = {
    "agreement": N_("accord avec Microsoft"),
    "edunathon": N_("cinq questions d’EduNathon"),
    "cnil_draft": N_("la CNIL lit le projet de charte"),
    "directorate": N_("lettre du directeur du numérique"),
    "objections": N_("entreprises, syndicats, parents protestent"),
    "cnil": N_("quatre demandes de la CNIL"),
    "reader": N_("un lecteur répond"),
    "sif": N_("sept conditions de la SIF"),
    "letter": N_("lettre de sept associations"),
    "inspectors": N_("rapport d’inspection"),
    "cnil_suites": N_("la CNIL et les suites américaines"),
    "question_971": N_("réponse du ministre à un député"),
    "circular": N_("circulaire « cloud au centre »"),
    "sren": N_("loi SREN, article 31"),
    "framework": N_("contrat-cadre Microsoft"),
    "cjeu": N_("arrêt de la Cour de justice européenne"),
    "austria_1": N_("Autriche, première décision"),
    "austria_2": N_("Autriche, seconde décision"),
}


class Event(Protocol):
    """What the figure reads of a row of the timeline."""

    @property
    def key(self) -> str:
        """Its name in the code."""

    @property
    def date(self) -> str:
        """When: ``2017-05-23``, ``2018-02`` or ``2029``."""

    @property
    def when(self) -> str:
        """The same in words."""

    @property
    def sure(self) -> str:
        """``"seen"`` or ``"second-hand"``."""


def title(event: Event) -> str:
    """Give the few words of a pebble, in the reader's language."""
    return _(_TITLES[event.key])


def short_date(date: str) -> str:
    """Write a date in figures, as precisely as it is known.

    Examples
    --------
    >>> short_date("2017-05-23"), short_date("2018-02"), short_date("2029")
    ('23/05/2017', '02/2018', '2029')
    """
    return "/".join(reversed(date.split("-")))


def sentence(events: Sequence[Event]) -> str:
    """Say the figure in words: it is also the picture's text alternative."""
    apart = f"{NBSP}; " if language() == "fr" else "; "
    said = apart.join(
        _("{n}. {when}, {what}").format(n=rank, when=event.when, what=title(event))
        for rank, event in enumerate(events, 1)
    )
    return _("{count} dates, dans l’ordre : {said}.").format(count=number(len(events)), said=said)


def figure(events: Sequence[Event], width: float = 8.8) -> Figure:
    """Draw the path.

    Parameters
    ----------
    events : sequence of Event
        What ``poucet.contract.events.timeline()`` gives.
    width : float
        Size in inches, at 100 points an inch on the screen; the height follows the rows.

    Returns
    -------
    matplotlib.figure.Figure
        A figure of its own, made without pyplot: nothing keeps it alive.
    """
    rows = -(-len(events) // IN_A_ROW)
    height = rows * _ROW + _FOOT
    drawing = Drawing(_numbers(events), figsize=(width, height), facecolor=look.PAPER)
    axes = drawing.add_axes((0, 0, 1, 1))
    axes.axis("off")
    axes.set_xlim(0, width)
    axes.set_ylim(height, 0)
    column = width / IN_A_ROW
    for row in range(rows):
        y = row * _ROW + 0.36
        last = min(IN_A_ROW, len(events) - row * IN_A_ROW)
        axes.plot(
            [column / 2 if row == 0 else 0, width if row < rows - 1 else (last - 0.5) * column],
            [y, y], color=look.SHADE_1, linewidth=5, solid_capstyle="butt", zorder=0,
        )  # fmt: skip
    for rank, event in enumerate(events):
        _pebble(axes, rank, event, column)
    _key(axes, height - _FOOT / 2)
    return drawing


def _numbers(events: Sequence[Event]) -> Numbers:
    known = {
        True: _("lu dans le document"),
        False: _("raconté par la presse ou par une partie"),
    }
    rows = tuple(
        (number(rank), event.when, title(event), known[event.sure == "seen"])
        for rank, event in enumerate(events, 1)
    )
    return Numbers(
        _("Les dates, dans l’ordre"), (_("n°"), _("date"), _("quoi"), _("d’où on le sait")), rows
    )


def _pebble(axes: Axes, rank: int, event: Event, column: float) -> None:
    x, y = (rank % IN_A_ROW + 0.5) * column, rank // IN_A_ROW * _ROW + 0.36
    full = event.sure == "seen"
    axes.add_patch(_stone(x, y, full, 0.5))
    axes.text(
        x, y, str(rank + 1), ha="center", va="center", fontsize=12, fontweight="bold",
        color=look.WHITE if full else look.INK,
    )  # fmt: skip
    axes.text(
        x, y + 0.34, short_date(event.date), ha="center", va="center", fontsize=11.5,
        fontweight="bold", color=look.INK,
    )  # fmt: skip
    axes.text(
        x, y + 0.48, "\n".join(textwrap.wrap(title(event), _LETTERS)), ha="center", va="top",
        fontsize=11, color=look.INK, linespacing=1.15,
    )  # fmt: skip


def _stone(x: float, y: float, full: bool, wide: float) -> Ellipse:
    return Ellipse(
        (x, y), wide, wide * 0.76, facecolor=look.FOREST if full else look.WHITE,
        edgecolor=look.INK, linewidth=1.6, linestyle="solid" if full else (0, (3, 1.5)), zorder=2,
    )  # fmt: skip


def _key(axes: Axes, y: float) -> None:
    for x, full, words in (
        (0.4, True, _("lu dans le document")),
        (3.6, False, _("raconté par la presse ou par une partie")),
    ):
        axes.add_patch(_stone(x, y, full, 0.28))
        axes.text(x + 0.24, y, words, va="center", fontsize=11, color=look.STONE_TEXT)
