"""Third question of board 8: what a contract breaks, unfolded into the rows at fault."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets
import numpy as np

from poucet.apps.base import Board, safely
from poucet.apps.views import View
from poucet.contract.countries import country_name
from poucet.contract.evidence import TRAIL
from poucet.i18n import N_, ngettext, number
from poucet.i18n import gettext as _
from poucet.labels import label

if TYPE_CHECKING:
    from poucet.apps.avatar_field import AvatarField
    from poucet.apps.contract_choice import ContractChoice
    from poucet.apps.negotiation import Negotiation
    from poucet.contract.evidence import Rows
    from poucet.contract.verdicts import Verdict

# Who asked, by the beginning of a demand's key.
_ASKERS = {
    "cnil": "CNIL",
    "sif": "SIF",
    "edunathon": "EduNathon",
    "fcpe": "FCPE",
    "letter": N_("sept associations"),
    "law": N_("les textes"),
}
_MARKS = {"pass": "✔", "fail": "✘", "undecidable": "?"}
TABLES = 3  # of those at fault, shown of each demand
CELLS = 3  # of each of them


class BrokenDemands(View):
    """Choose a contract and who asked; unfold a demand that is not met.

    Parameters
    ----------
    board : Board
        The board.
    table : Negotiation
        The contracts.
    choice : ContractChoice
        The contract on screen.
    avatar : AvatarField
        Whose cells are shown.
    """

    def __init__(
        self, board: Board, table: Negotiation, choice: ContractChoice, avatar: AvatarField
    ) -> None:
        super().__init__(board)
        self.table, self.choice, self.avatar = table, choice, avatar
        self.question = widgets.HTML().add_class("poucet-asked")
        self.askers = widgets.ToggleButtons(options=[("", key) for key in _ASKERS], value="cnil")
        self.askers.add_class("poucet-chooser")
        self.demands = widgets.HTML().add_class("poucet-demands").add_class("poucet-live")
        self.box = widgets.VBox([self.question, self.askers, self.demands])
        self.box.add_class("poucet-main").add_class("poucet-alone").add_class("poucet-broken-by")
        self.askers.observe(self._choose, names="value")

    @safely
    def _choose(self, change: dict[str, Any]) -> None:
        if change["new"] is None:  # forged: the page's own buttons always choose
            with self.board.quietly():
                self.askers.value = "cnil"
        self.write()

    def title(self) -> str:
        """Give the words of the button that opens the view."""
        return _("Pas tenu")

    def write(self) -> None:
        """Write every text in the language in use."""
        judged = self.table.judgement(self.choice.which)
        asked = _("Quelles demandes ce contrat ne tient-il pas ?")
        self.question.value = f"<p>{escape(asked)}</p><p>{escape(str(judged))}</p>"
        self.board.rename(self.askers, _("Qui demande ?"), [_(one) for one in _ASKERS.values()])
        chosen = [v for v in judged if _asker(v.demand.key) == (self.askers.value or "cnil")]
        self.demands.value = "".join(map(self._demand, chosen))

    def _demand(self, verdict: Verdict) -> str:
        mark = f'<span aria-hidden="true">{_MARKS[verdict.status]}</span>'
        name = f'<span class="poucet-hidden">{escape(verdict.status_name)}</span>'
        said = f"{mark} {name} {escape(verdict.demand.sentence)}"
        if verdict.status != "fail":
            why = f" <em>{escape(verdict.why)}</em>" if verdict.status == "undecidable" else ""
            return f'<p class="poucet-{verdict.status}">{said}{why}</p>'
        sentences = self.table.contract(self.choice.which).sentences()
        clauses = " ".join(dict.fromkeys(sentences[one.name] for one in verdict.clauses))
        rows = "".join(f"<li>{line}</li>" for line in self._rows(verdict))
        source = escape(_("Demande : {source}.").format(source=verdict.source))
        fault = escape(_("La clause en faute : {clauses}").format(clauses=clauses))
        return (
            f'<details name="poucet-demand"><summary>{said}</summary>'
            f"{f'<p>{fault}</p>' if clauses else ''}{f'<ul>{rows}</ul>' if rows else ''}"
            f'<p class="poucet-source">{source}</p></details>'
        )

    def _rows(self, verdict: Verdict) -> Iterator[str]:
        """Write the pupil's cells at fault, copy by copy."""
        if not verdict.rows:
            return
        pupil = self.avatar.number
        shown = [rows for rows in verdict.rows if (rows.avatars == pupil).any()]
        for rows in shown[:TABLES]:
            who = f"{rows.copy.who} ({country_name(rows.copy.country)})"
            yield f"{escape(_('{who} détient').format(who=who))} {_cells(rows, pupil)}"
        left = len(shown) - TABLES
        if left > 0:
            yield escape(
                ngettext("… et {n} autre tableau.", "… et {n} autres tableaux.", left).format(
                    n=number(left)
                )
            )
        yield escape(_("En tout : {reach}.").format(reach=verdict.reach))


def _asker(key: str) -> str:
    first = key.partition("_")[0]
    return first if first in _ASKERS else "law"


def _cells(rows: Rows, pupil: int) -> str:
    """Write a few of one pupil's cells; what stands in them is French in any language."""
    mine = np.flatnonzero(rows.avatars == pupil)
    if rows.table == TRAIL:
        count = ngettext("{n} ligne de sa trace", "{n} lignes de sa trace", len(mine))
        return escape(count.format(n=number(len(mine))))
    told = []
    for column in rows.columns[:CELLS]:
        value = str(rows.values(column)[mine[0]])
        told.append(f'{escape(label(column))} = <code lang="fr">{escape(value)}</code>')
    more = len(rows.columns) - CELLS
    if more > 0:
        told.append(
            escape(
                ngettext("{n} autre colonne", "{n} autres colonnes", more).format(n=number(more))
            )
        )
    return ", ".join(told)
