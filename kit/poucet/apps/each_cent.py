"""Third question of board 6: of what the advertiser pays, how much reaches the page."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import ipywidgets as widgets

from poucet.apps.base import Board, safely
from poucet.apps.dial import Dial
from poucet.apps.revealing import BettingView
from poucet.apps.singling_out import big
from poucet.figures.html import as_html
from poucet.figures.money import assumption, figure, sentence
from poucet.i18n import gettext as _
from poucet.i18n import number, percent
from poucet.market.exchange import party_name

if TYPE_CHECKING:
    from poucet.apps.evening import Evening

SIZE = {"width": 8.2, "height": 3.35}
MOST = 25  # percent: four middlemen cannot take more than everything


class EachCent(BettingView):
    """Bet on the page's share, then move the middlemen's and watch the stream.

    Parameters
    ----------
    board : Board
        The board.
    evening : Evening
        The rules of the sale, and the fees.
    """

    def __init__(self, board: Board, evening: Evening) -> None:
        super().__init__(board, 100)
        self.evening = evening
        self.heading, self.caution = widgets.HTML(), widgets.HTML().add_class("poucet-made")
        self.dials = {
            party: Dial(0, MOST, 1, round(100 * fee), self._move)
            for party, fee in evening.fees.items()
        }
        self.answer = widgets.HTML().add_class("poucet-answer").add_class("poucet-live")
        self.picture = widgets.HTML().add_class("poucet-picture")
        sliders = [dial.slider for dial in self.dials.values()]
        fees = widgets.VBox([self.heading, *sliders, self.caution])
        stage = widgets.VBox([self.question, self.bet.row, self.answer, self.picture])
        self.box = widgets.HBox(
            [fees.add_class("poucet-controls"), stage.add_class("poucet-stage")]
        )
        self.box.add_class("poucet-main").add_class("poucet-cents")

    @safely
    def _move(self) -> None:
        self.evening.fees = {party: dial.value / 100 for party, dial in self.dials.items()}
        self.write()

    def title(self) -> str:
        """Give the words of the button that opens the view."""
        return _("Chaque centime")

    def write(self) -> None:
        """Write every text in the language in use."""
        asked = _("Sur 100 cents, combien pour la page ?")
        known = _("Un annonceur paie. Entre lui et la page, quatre intermédiaires se servent.")
        self.ask(asked, known)
        self.heading.value = f"<h2>{escape(_('Leurs parts'))}</h2>"
        self.caution.value = f"<p>{escape(assumption())}</p>"
        for party, dial in self.dials.items():
            dial.slider.layout.display = None if self.revealed else "none"
            dial.name(
                _("{name} : {share}").format(
                    name=party_name(party), share=percent(dial.value / 100)
                )
            )
        self.bet.name(_("Pari, en cents"))
        self.button.description = _("Nouveau pari") if self.revealed else _("Révéler")
        if not self.revealed:
            self.answer.value = big("?", _("Levez la main, puis révélez."))
            self.picture.value = ""
            return
        money = self.evening.sold(profile=True).money
        bet = _("La classe avait parié {bet}.").format(bet=number(self.bet.value))
        self.answer.value = big(
            number(round(100 * self.evening.publisher)),
            _("cents sur 100 arrivent à la page."),
            _("Ici, les mille écrans vendus avec le profil."),
            *([bet] if self.bet.made else []),
        )
        self.picture.value = as_html(figure(money, **SIZE), sentence(money))
