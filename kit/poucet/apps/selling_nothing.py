"""Fourth question of board 6: what the same service costs a pupil when nothing is sold."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import ipywidgets as widgets

from poucet.apps.base import Board, safely
from poucet.apps.dial import Dial
from poucet.apps.revealing import BettingView
from poucet.apps.singling_out import big
from poucet.damages import Damage, counter_list, usefulness
from poucet.exports.service import OPAQUE_ID
from poucet.figures.class_sizes import pupils
from poucet.i18n import euros, ngettext, number
from poucet.i18n import gettext as _
from poucet.market.budget import PROFILED_ADS, Earnings, Habits, earnings
from poucet.market.counter_budget import COSTS, CounterBudget, cost_name
from poucet.market.money import dollars

if TYPE_CHECKING:
    from poucet.apps.evening import Evening

MOST = 2000  # thousands of euros a year for one expense
MOST_ADS = 50  # a day of school
HIGHEST = 100  # euros
SERVICE = (OPAQUE_ID, "class")
HELD = ("birth_date", "sex", "commune", "trail")


class SellingNothing(BettingView):
    """Bet on the cost of a service that sells nothing, then write its budget.

    Parameters
    ----------
    board : Board
        The board.
    evening : Evening
        The fees that the class chose.
    """

    def __init__(self, board: Board, evening: Evening) -> None:
        super().__init__(board, HIGHEST)
        self.evening = evening
        self.heading = widgets.HTML()
        self.costs = {
            cost: Dial(0, MOST, 50, round(amount / 1000), self._move)
            for cost, amount in COSTS.items()
        }
        self.ads = Dial(0, MOST_ADS, 1, Habits().ads_a_day, self._move)
        self.answer = widgets.HTML().add_class("poucet-answer").add_class("poucet-live")
        self.beside = widgets.HTML().add_class("poucet-beside").add_class("poucet-live")
        self.counter = widgets.HTML().add_class("poucet-counted").add_class("poucet-live")
        self.notes = widgets.HTML().add_class("poucet-notes").add_class("poucet-live")
        dials = [*self.costs.values(), self.ads]
        controls = widgets.VBox([self.heading, *(dial.slider for dial in dials)])
        stage = widgets.VBox(
            [self.question, self.bet.row, self.answer, self.beside, self.counter, self.notes]
        ).add_class("poucet-stage")
        self.box = widgets.HBox([controls.add_class("poucet-controls"), stage])
        self.box.add_class("poucet-main").add_class("poucet-unsold")

    @property
    def budget(self) -> CounterBudget:
        """The class's budget."""
        return CounterBudget({cost: 1000.0 * dial.value for cost, dial in self.costs.items()})

    @property
    def sold(self) -> Earnings:
        """What the same pupil would bring in advertisements that follow a profile."""
        habits = Habits(ads_a_day=self.ads.value, publisher=self.evening.publisher)
        return earnings(HELD, [PROFILED_ADS], habits=habits)

    @safely
    def _move(self) -> None:
        self.write()

    def title(self) -> str:
        """Give the words of the button that opens the view."""
        return _("Sans rien vendre")

    def write(self) -> None:
        """Write every text in the language in use."""
        budget = self.budget
        asked = _("Sans rien vendre, combien par élève ?")
        known = _("Un service pour {pupils}, payé au lieu d’être vendu.").format(
            pupils=pupils(budget.pupils)
        )
        self.ask(asked, known)
        self.heading.value = f"<h2>{escape(_('Votre budget, par an'))}</h2>"
        for cost, dial in self.costs.items():
            dial.name(
                _("{name} : {amount}").format(
                    name=cost_name(cost), amount=euros(1000 * dial.value, 0)
                )
            )
        self.ads.name(
            ngettext(
                "s’il vendait : {count} publicité par jour de classe",
                "s’il vendait : {count} publicités par jour de classe",
                self.ads.value,
            ).format(count=number(self.ads.value))
        )
        self.bet.name(_("Pari, en euros"))
        self.button.description = _("Nouveau pari") if self.revealed else _("Révéler")
        caution = _("Dépenses et publicités par jour : des hypothèses du kit, à corriger.")
        if not self.revealed:
            self.answer.value = big("?", _("Levez la main, puis révélez."))
            self.beside.value = self.counter.value = ""
            self.notes.value = f"<p>{escape(caution)}</p>"
            return
        bet = _("La classe avait parié {bet}.").format(bet=euros(self.bet.value, 0))
        self.answer.value = big(
            euros(budget.per_pupil),
            _("par élève et par an, sans rien vendre."),
            *([bet] if self.bet.made else []),
        )
        self.beside.value = _boxes(
            (
                _("accord de 2015 avec Microsoft : 13 M€ pour 12 M d’élèves"),
                euros(budget.yardstick),
            ),
            (
                _("ce que rapporterait un élève, avec des publicités profilées"),
                dollars(self.sold.total),
            ),
        )
        told = _("Avec la classe et un identifiant opaque, sans rien vendre :")
        nothing = Damage(0, 0, 0, usefulness(SERVICE), budget.pupils)
        self.counter.value = f"<p>{escape(told)}</p>{counter_list(nothing)}"
        origins = _("Sources : EduNathon (accord de 2015) ; {price}").format(
            price=self.sold.sources[PROFILED_ADS]
        )
        apart = _("Euros et dollars ne s’additionnent pas : il faudrait le cours de l’époque.")
        self.notes.value = (
            f"<p>{escape(_('Gratuit pour qui ? Quelqu’un paie toujours.'))}</p>"
            f"<p>{escape(f'{caution} {apart}')}</p>"
            f'<p class="poucet-source">{escape(origins)}</p>'
        )


def _boxes(*boxes: tuple[str, str]) -> str:
    said = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(one)}</dd></div>" for name, one in boxes
    )
    return f'<dl class="poucet-boxes">{said}</dl>'
