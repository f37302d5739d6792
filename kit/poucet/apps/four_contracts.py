"""First question of board 8: the same service under four contracts, and under the class's own."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import ipywidgets as widgets

from poucet.apps.base import Board
from poucet.apps.negotiation import WHICH
from poucet.apps.revealing import BettingView
from poucet.i18n import gettext as _
from poucet.i18n import number

if TYPE_CHECKING:
    from poucet.apps.negotiation import Negotiation
    from poucet.damages import Damage

ASKED = "ent"


class FourContracts(BettingView):
    """Bet whom one contract lets somebody find, then read the three dials of each.

    Parameters
    ----------
    board : Board
        The board.
    table : Negotiation
        The contracts.
    """

    def __init__(self, board: Board, table: Negotiation) -> None:
        super().__init__(board, table.school.size)
        self.table = table
        self.dials = widgets.HTML().add_class("poucet-dials").add_class("poucet-live")
        self.notes = widgets.HTML().add_class("poucet-notes").add_class("poucet-live")
        self.box = widgets.VBox([self.question, self.bet.row, self.dials, self.notes])
        self.box.add_class("poucet-alone").add_class("poucet-four")
        self.bet.row.add_class("poucet-main")  # the row of the press

    def title(self) -> str:
        """Give the words of the button that opens the view."""
        return _("Quatre contrats")

    def write(self) -> None:
        """Write every text in the language in use."""
        asked = _("Avec l’ENT, combien d’élèves retrouve-t-on ?")
        known = _(
            "Même service, quatre contrats. L’ENT ne reçoit qu’un code, la classe, la langue et"
            " l’heure de chaque clic. Sur {pupils} élèves, combien peut-on encore en retrouver ?"
        ).format(pupils=number(self.table.school.size))
        self.ask(asked, known)
        self.bet.name(_("Pari, en élèves"))
        self.button.description = _("Nouveau pari") if self.revealed else _("Révéler")
        counted = {which: self.table.damage(which) for which in WHICH}
        self.dials.value = self._table(counted)
        if not self.revealed:
            said = _("Levez la main, puis révélez.")
        else:
            found = number(counted[ASKED].found)
            said = _(
                "Avec l’ENT : {found}. Le code cache le nom, l’heure des clics le trahit."
            ).format(found=found)
            if self.bet.made:
                bet = _("La classe avait parié {bet}.").format(bet=number(self.bet.value))
                said = f"{said} {bet}"
        week = _(
            "Compté au bout d’une semaine de classe ; la leçon compte douze semaines. Contrats"
            " inventés : ils ressemblent à beaucoup, ils ne sont ceux de personne."
        )
        self.notes.value = f"<p>{escape(said)}</p><p>{escape(week)}</p>"

    def _table(self, counted: dict[str, Damage]) -> str:
        heads = (
            _("Contrat"),
            _("retrouvés"),
            _("accusés à tort"),
            _("euros par an"),
            _("utilité gardée"),
        )
        head = "".join(f'<th scope="col">{escape(one)}</th>' for one in heads)
        dearest = max(damage.euros for damage in counted.values()) or 1.0
        rows = []
        for which, damage in counted.items():
            told = damage.written()
            shares = {
                "found": damage.found / damage.pupils,
                "accused": damage.accused / damage.pupils,
                "euros": damage.euros / dearest,
                "usefulness": damage.usefulness,
            }
            cells = "".join(self._cell(key, told[key], share) for key, share in shares.items())
            name = escape(self.table.contract(which).title)
            rows.append(f'<tr><th scope="row">{name}</th>{cells}</tr>')
        return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"

    def _cell(self, key: str, told: str, share: float) -> str:
        if not self.revealed:
            return "<td><strong>?</strong></td>"
        width = f"{90 * share:.0f}px"
        bar = f'<span class="poucet-bar" style="width:{width}"></span>' if share else ""
        return f'<td class="poucet-{key}">{bar}<strong>{escape(told)}</strong></td>'
