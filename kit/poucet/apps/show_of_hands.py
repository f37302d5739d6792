"""Sixth question of board 8: the vote, three numbers that the teacher types in."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import ipywidgets as widgets

from poucet.apps.base import Board, safely
from poucet.apps.bet import Bet
from poucet.apps.revealing import RevealingView
from poucet.apps.singling_out import big
from poucet.damages import counter_list
from poucet.i18n import N_, number
from poucet.i18n import gettext as _

if TYPE_CHECKING:
    from poucet.apps.contract_choice import ContractChoice
    from poucet.apps.negotiation import Negotiation

MOST = 60  # hands in a room
HANDS = (N_("Pour"), N_("Contre"), N_("Abstentions"))


class ShowOfHands(RevealingView):
    """Choose the contract to put to the vote, type the hands, and read what is decided.

    Parameters
    ----------
    board : Board
        The board.
    table : Negotiation
        The contracts.
    choice : ContractChoice
        The contract put to the vote.
    """

    def __init__(self, board: Board, table: Negotiation, choice: ContractChoice) -> None:
        super().__init__(board)
        self.table, self.choice = table, choice
        self.counts = [Bet(MOST, changed=self._count) for _words in HANDS]
        self.counter = widgets.HTML().add_class("poucet-three").add_class("poucet-live")
        self.outcome = widgets.HTML().add_class("poucet-answer").add_class("poucet-live")
        self.notes = widgets.HTML().add_class("poucet-notes").add_class("poucet-live")
        row = widgets.HBox([self.question, self.button]).add_class("poucet-row")
        hands = widgets.VBox([count.row for count in self.counts]).add_class("poucet-hands")
        self.box = widgets.VBox([row, self.counter, hands, self.outcome, self.notes])
        self.box.add_class("poucet-main").add_class("poucet-alone").add_class("poucet-voting")

    @safely
    def _count(self) -> None:
        self.hide()
        self.write()

    def title(self) -> str:
        """Give the words of the button that opens the view."""
        return _("Le vote")

    def write(self) -> None:
        """Write every text in the language in use."""
        contract = self.table.contract(self.choice.which)
        asked = _("{title} : pour ou contre ?").format(title=contract.title)
        self.ask(asked, _("Levez la main ; le professeur tape les trois nombres."))
        for count, words in zip(self.counts, HANDS, strict=True):
            count.name(_(words))
        self.button.description = _("Cacher") if self.revealed else _("Proclamer")
        self.counter.value = counter_list(self.table.damage(self.choice.which))
        if not self.revealed:
            self.outcome.value = self.notes.value = ""
            return
        yes, no, blank = (count.value for count in self.counts)
        if not yes + no + blank:
            decided = _("Tapez d’abord les trois nombres.")
        elif yes > no:
            decided = _("C’est adopté.")
        else:
            decided = _("Ce n’est pas adopté : on retourne à la table.")
        told = _("Pour : {yes} ; contre : {no} ; abstentions : {blank}.").format(
            yes=number(yes), no=number(no), blank=number(blank)
        )
        self.outcome.value = big(number(yes), decided, told)
        printed = _("La leçon 8 imprime la charte de la classe sur une page, à signer.")
        power = _(
            "Une classe ne signe pas pour le lycée : elle dit ce qu’elle demande, et cela compte."
        )
        self.notes.value = f"<p>{escape(power)}</p><p>{escape(printed)}</p>"
