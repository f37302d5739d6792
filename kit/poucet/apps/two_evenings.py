"""Second question of board 6: a thousand places, sold once without the profile and once with it."""

from __future__ import annotations

from html import escape
from typing import Any

import ipywidgets as widgets

from poucet.apps.base import Board, safely
from poucet.apps.evening import BIDDERS, FLOORS, IMPRESSIONS, RULES, Evening
from poucet.apps.revealing import BettingView
from poucet.apps.singling_out import big
from poucet.figures.html import as_html
from poucet.figures.two_worlds import figure, figure_before, sentence
from poucet.i18n import gettext as _
from poucet.i18n import number
from poucet.market.money import dollars

SIZE = {"width": 8.2, "height": 2.5}
HIGHEST = 500  # cents


class TwoEvenings(BettingView):
    """Set the rules of the sale, bet on what the profile brings, then compare two worlds.

    Parameters
    ----------
    board : Board
        The board.
    evening : Evening
        The rules, which the next questions share.
    """

    def __init__(self, board: Board, evening: Evening) -> None:
        super().__init__(board, HIGHEST)
        self.evening = evening
        self.bidders = widgets.ToggleButtons(
            options=[("", n) for n in BIDDERS], value=evening.bidders
        )
        self.rule = widgets.ToggleButtons(options=[("", key) for key in RULES], value=evening.rule)
        self.floor = widgets.ToggleButtons(options=[("", x) for x in FLOORS], value=evening.floor)
        self.heading, self.law = widgets.HTML(), widgets.HTML().add_class("poucet-made")
        self.answer = widgets.HTML().add_class("poucet-answer").add_class("poucet-live")
        self.picture = widgets.HTML().add_class("poucet-picture")
        self.notes = widgets.HTML().add_class("poucet-notes").add_class("poucet-live")
        choosers = (self.bidders, self.rule, self.floor)
        controls = widgets.VBox([self.heading, *choosers, self.law]).add_class("poucet-controls")
        stage = widgets.VBox(
            [self.question, self.bet.row, self.answer, self.picture, self.notes]
        ).add_class("poucet-stage")
        self.box = widgets.HBox([controls, stage]).add_class("poucet-main")
        self.box.add_class("poucet-evenings")
        for chooser in choosers:
            chooser.add_class("poucet-chooser")
            chooser.observe(self._choose, names="value")

    @safely
    def _choose(self, change: dict[str, Any]) -> None:
        if change["new"] is None:  # forged: the page's own buttons always choose
            with self.board.quietly():
                self.bidders.value, self.rule.value = self.evening.bidders, self.evening.rule
                self.floor.value = self.evening.floor
        self.evening.bidders, self.evening.rule = self.bidders.value, self.rule.value
        self.evening.floor = self.floor.value
        self._write_stage()

    def title(self) -> str:
        """Give the words of the button that opens the view."""
        return _("Mille écrans")

    def write(self) -> None:
        """Write every text in the language in use."""
        self.heading.value = f"<h2>{escape(_('Les règles de la vente'))}</h2>"
        rename = self.board.rename
        rename(self.bidders, _("Enchérisseurs"), [number(n) for n in BIDDERS])
        rename(self.rule, _("Le gagnant paie"), [_("l’offre d’après"), _("son offre")])
        rename(
            self.floor,
            _("Prix plancher, les mille"),
            [_("aucun"), *(dollars(floor) for floor in FLOORS[1:])],
        )
        law = _(
            "Dans l’Union européenne, une plateforme en ligne n’a pas le droit de montrer à un"
            " mineur une publicité fondée sur son profil (DSA, art. 28, § 2)."
        )
        self.law.value = f"<p>{escape(law)}</p>"
        self._write_stage()

    def _write_stage(self) -> None:
        without = self.evening.sold(profile=False).sale
        asked = _("Mille écrans : combien, avec le profil ?")
        known = _("Sans profil, les mêmes écrans rapportent {amount}.").format(
            amount=dollars(without.revenue)
        )
        self.ask(asked, known)
        self.bet.name(_("Pari, en cents"))
        self.button.description = _("Nouveau pari") if self.revealed else _("Révéler")
        if not self.revealed:
            self.answer.value = big("?", _("Levez la main, puis révélez."))
            self.picture.value = as_html(
                figure_before(IMPRESSIONS, **SIZE),
                _("Deux repères vides : on ne sait pas encore ce que rapporte chaque monde."),
            )
            self.notes.value = ""
            return
        sale = self.evening.sold(profile=True).sale
        bet = _("La classe avait parié {bet}.").format(bet=dollars(self.bet.value / 100))
        self.answer.value = big(
            dollars(sale.revenue),
            _("pour mille écrans, avec le profil."),
            *([bet] if self.bet.made else []),
        )
        said = sentence(without, sale)
        self.picture.value = as_html(figure(without, sale, **SIZE), said)
        given = _("Modèle du kit, réglé sur les ordres de grandeur d’Olejnik et coll. (INRIA).")
        self.notes.value = f"<p>{escape(said)}</p><p>{escape(given)}</p>"
