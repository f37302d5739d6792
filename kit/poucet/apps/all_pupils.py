"""Third question of board 3: the share of all pupils whom a few moments single out."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

import ipywidgets as widgets

from poucet.apps.base import Board
from poucet.apps.revealing import BettingView
from poucet.apps.singling_out import big
from poucet.figures.class_sizes import share
from poucet.figures.html import as_html
from poucet.figures.unicity_curve import figure, precisions, sentence, source
from poucet.i18n import gettext as _
from poucet.i18n import number, percent

if TYPE_CHECKING:
    from poucet.results import Result

SIZE = {"width": 8.0, "height": 4.2}
POINTS = 4


class AllPupils(BettingView):
    """Bet on the share that four moments single out, then see the curve beside the published point.

    Parameters
    ----------
    board : Board
        The board.
    size : int
        Pupils in the school.
    measures : sequence of sequence of Result
        For each of `precisions`, in order, the share with one known moment, two, and so on.
    """

    def __init__(self, board: Board, size: int, measures: Sequence[Sequence[Result]]) -> None:
        super().__init__(board, 100)
        self.size, self.measures = size, measures
        self.answer = widgets.HTML().add_class("poucet-answer").add_class("poucet-live")
        self.picture = widgets.HTML().add_class("poucet-curve")
        self.notes = widgets.HTML().add_class("poucet-notes").add_class("poucet-live")
        told = widgets.VBox([self.answer, self.notes]).add_class("poucet-told")
        both = widgets.HBox([self.picture, told]).add_class("poucet-main")
        self.box = widgets.VBox([self.question, self.bet.row, both]).add_class("poucet-alone")

    def title(self) -> str:
        """Give the words of the button that opens the view."""
        return _("Tout le lycée")

    def write(self) -> None:
        """Write every text in the language in use."""
        asked = _("Avec quatre moments, quelle part des élèves est seule ?")
        known = _(
            "Sur {pupils} élèves. Un moment : une heure du trimestre, et le réseau d’où l’on se "
            "connecte."
        ).format(pupils=number(self.size))
        self.ask(asked, known)
        self.bet.name(_("Pari de la classe (%)"))
        self.button.description = _("Nouveau pari") if self.revealed else _("Révéler")
        if not self.revealed:
            self.answer.value = big("?", _("Levez la main, puis révélez."))
            # The frame waits, with the published point: nothing moves when the curves come.
            before = _("Un repère vide, avec le seul point publié : 95 % avec quatre moments.")
            self.picture.value = as_html(figure(dict.fromkeys(precisions(), ()), **SIZE), before)
            self.notes.value = f'<p class="poucet-source">{_cited()}</p>'
            return
        curves = dict(zip(precisions(), self.measures, strict=True))
        alone = share(round(self.measures[0][POINTS - 1].value * self.size), self.size)
        bet = _("La classe avait parié {bet}.").format(bet=percent(self.bet.value / 100))
        self.answer.value = big(
            alone,
            _("des élèves sont seuls à avoir vécu leurs quatre moments."),
            *([bet] if self.bet.made else []),
        )
        said = sentence(curves)
        self.picture.value = as_html(figure(curves, **SIZE), said)
        self.notes.value = (
            f'<p class="poucet-said">{escape(said)}</p><p class="poucet-source">{_cited()}</p>'
        )


def _cited() -> str:
    """Write the source, its title marked as English: a screen reader changes its voice."""
    title = "Unique in the Crowd"
    return escape(source()).replace(title, f'<span lang="en">{title}</span>')
