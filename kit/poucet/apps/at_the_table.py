"""Second question of board 8: the class takes each chapter of its contract where it likes."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from poucet.apps.base import Board, safely
from poucet.apps.negotiation import FIRST, OURS, READY, short_name
from poucet.apps.views import View
from poucet.contract.chapters import CHAPTERS
from poucet.damages import counter_list
from poucet.i18n import gettext as _
from poucet.i18n import number

if TYPE_CHECKING:
    from poucet.apps.negotiation import Negotiation


class AtTheTable(View):
    """Choose five chapters; read the clauses, the four figures, and the demands that are met.

    Parameters
    ----------
    board : Board
        The board.
    table : Negotiation
        The contracts.
    """

    def __init__(self, board: Board, table: Negotiation) -> None:
        super().__init__(board)
        self.table = table
        self.last = next(iter(CHAPTERS))  # the chapter whose clauses are on screen
        self.question = widgets.HTML().add_class("poucet-asked")
        self.heading = widgets.HTML()
        self.chapters = {}
        for chapter in CHAPTERS:
            row = widgets.ToggleButtons(options=[("", which) for which in READY], value=FIRST)
            row.observe(self._choose, names="value")
            self.chapters[chapter] = row.add_class("poucet-chooser")
        self.counter = widgets.HTML().add_class("poucet-three").add_class("poucet-live")
        self.met = widgets.HTML().add_class("poucet-met").add_class("poucet-live")
        self.clauses = widgets.HTML().add_class("poucet-portrait").add_class("poucet-live")
        controls = widgets.VBox([self.heading, *self.chapters.values()])
        stage = widgets.VBox([self.question, self.counter, self.met, self.clauses])
        self.box = widgets.HBox(
            [controls.add_class("poucet-controls"), stage.add_class("poucet-stage")]
        )
        self.box.add_class("poucet-main").add_class("poucet-bargain")

    @safely
    def _choose(self, change: dict[str, Any]) -> None:
        for chapter, row in self.chapters.items():
            if row is change["owner"]:
                if change["new"] is None:  # forged: the page's own buttons always choose
                    with self.board.quietly():
                        row.value = FIRST
                self.last = chapter
                self.table.taken[chapter] = row.value
        self.write()

    def title(self) -> str:
        """Give the words of the button that opens the view."""
        return _("À la table")

    def write(self) -> None:
        """Write every text in the language in use."""
        asked = _("Que signeriez-vous ?")
        known = _("Prenez chaque chapitre dans le contrat de votre choix, et négociez.")
        self.question.value = f"<p>{escape(asked)}</p><p>{escape(known)}</p>"
        self.heading.value = f"<h2>{escape(_('Notre contrat'))}</h2>"
        names = [short_name(which) for which in READY]
        for chapter, row in self.chapters.items():
            self.board.rename(row, _(chapter), names)
        self.counter.value = counter_list(self.table.damage(OURS))
        judged = self.table.statuses(OURS)
        met, broken, open_ = (
            number(judged.count(status)) for status in ("pass", "fail", "undecidable")
        )
        demands = _(
            "Sur {n} demandes publiques : {met} tenues, {broken} pas tenues, {open} à débattre."
        ).format(n=number(len(judged)), met=met, broken=broken, open=open_)
        week = _("Compté au bout d’une semaine de classe.")
        self.met.value = f"<p><strong>{escape(demands)}</strong> {escape(week)}</p>"
        sentences = self.table.contract(OURS).sentences()
        said = "".join(f"<li>{escape(sentences[one])}</li>" for one in CHAPTERS[self.last])
        self.clauses.value = f"<h2>{escape(_(self.last))}</h2><ul>{said}</ul>"
