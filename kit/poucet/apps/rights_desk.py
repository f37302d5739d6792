"""Fourth question of board 8: a pupil writes to the supplier, and the clock of one month starts."""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from poucet.apps.base import Board, safely
from poucet.apps.revealing import RevealingView
from poucet.contract.comparing import Comparison, Gap, Untrue, compare
from poucet.contract.countries import country_name
from poucet.contract.desk import Desk
from poucet.i18n import N_, ngettext, number
from poucet.i18n import gettext as _

if TYPE_CHECKING:
    from poucet.apps.avatar_field import AvatarField
    from poucet.apps.contract_choice import ContractChoice
    from poucet.apps.negotiation import Negotiation
    from poucet.contract.replies import Part, Reply

SEED = 8  # the same replies at every lesson
RIGHTS = {
    "access": N_("voir tout"),
    "erasure": N_("effacer"),
    "portability": N_("emporter"),
    "objection": N_("s’opposer"),
}
LONGEST = 120  # days on the clock: later than any answer


class RightsDesk(RevealingView):
    """Choose a contract and a right; read the letter and its answer; then look at what is held.

    Parameters
    ----------
    board : Board
        The board.
    table : Negotiation
        The contracts.
    choice : ContractChoice
        The contract on screen.
    avatar : AvatarField
        Who writes.
    """

    def __init__(
        self, board: Board, table: Negotiation, choice: ContractChoice, avatar: AvatarField
    ) -> None:
        super().__init__(board)
        self.table, self.choice, self.avatar = table, choice, avatar
        self.rights = widgets.ToggleButtons(options=[("", one) for one in RIGHTS], value="access")
        self.rights.add_class("poucet-chooser")
        self.letter = widgets.HTML().add_class("poucet-letter").add_class("poucet-live")
        self.truth = widgets.HTML().add_class("poucet-truth").add_class("poucet-live")
        row = widgets.HBox([self.question, self.button]).add_class("poucet-row")
        self.box = widgets.VBox([row, self.rights, self.letter, self.truth])
        self.box.add_class("poucet-main").add_class("poucet-alone").add_class("poucet-desk")
        self.rights.observe(self._choose, names="value")

    @safely
    def _choose(self, change: dict[str, Any]) -> None:
        if change["new"] is None:  # forged: the page's own buttons always choose
            with self.board.quietly():
                self.rights.value = "access"
        self.hide()
        self.write()

    def title(self) -> str:
        """Give the words of the button that opens the view."""
        return _("Le guichet")

    def write(self) -> None:
        """Write every text in the language in use."""
        desk = Desk(self.table.holding(self.choice.which), SEED)
        reply = desk.ask(self.rights.value or "access", self.avatar.number)
        asked = _("La réponse est-elle à temps, complète et vraie ?")
        self.ask(asked, _("Levez la main, puis comparez avec ce qui est vraiment détenu."))
        self.button.description = _("Cacher") if self.revealed else _("Comparer")
        self.board.rename(self.rights, _("Droit"), [_(name) for name in RIGHTS.values()])
        self.letter.value = _letter(reply)
        self.truth.value = _truth(compare(reply, desk)) if self.revealed else ""


def _letter(reply: Reply) -> str:
    """Write the request, the clock, and the answer with what it hands over."""
    due = (reply.request.deadline - reply.request.sent).days
    late = (
        ngettext("{n} jour de retard", "{n} jours de retard", reply.days_late).format(
            n=number(reply.days_late)
        )
        if reply.days_late
        else _("à temps")
    )
    clock = _("Réponse en {days} jours ; le mois en compte {due} : {late}.").format(
        days=number(reply.days), due=number(due), late=late
    )
    in_time = 100 * min(reply.days, due) / LONGEST
    after = 100 * reply.days_late / LONGEST
    parts = "".join(f"<li>{escape(_part(part))}</li>" for part in reply.parts)
    return (
        f"<p>{escape(str(reply.request))}</p>"
        f'<p class="poucet-clock" aria-hidden="true"><span class="poucet-in-time" style="width:'
        f'{in_time:.1f}%"></span><span class="poucet-late" style="width:{after:.1f}%"></span>'
        f'<span class="poucet-due" style="left:{100 * due / LONGEST:.1f}%"></span></p>'
        f"<p>{escape(clock)}</p>"
        f'<p class="poucet-answered">{escape(str(reply))}</p><ul>{parts}</ul>'
    )


def _part(part: Part) -> str:
    return _("{who} ({country}) : {held}").format(
        who=part.who,
        country=country_name(part.place[2]),
        held=_held(len(part.directory), len(part.events)),
    )


def _held(columns: int, lines: int) -> str:
    told = []
    if columns:
        told.append(ngettext("{n} colonne", "{n} colonnes", columns).format(n=number(columns)))
    if lines:
        told.append(ngettext("{n} ligne", "{n} lignes", lines).format(n=number(lines)))
    return " + ".join(told)


def _truth(found: Comparison) -> str:
    if found.refused:
        verdict = _("C’est un refus : à vous de juger ses raisons.")
    elif found.whole:
        verdict = _("La réponse est à temps, vraie et complète.")
    elif found.true and not found.admitted:
        verdict = _("La réponse est vraie et complète, mais en retard.")
    elif found.true:
        verdict = _("La réponse est vraie : elle avoue ce qui reste.")
    else:
        verdict = _("La réponse cache quelque chose.")
    untrue = [gap for gap in found.false if isinstance(gap, Gap)]
    cells = Counter(each.who for each in found.false if isinstance(each, Untrue))
    lines = [
        (_("Passé sous silence ({n}) : {what}"), map(_who, found.missing)),
        (_("Prétendu fait, et encore là ({n}) : {what}"), map(_who, untrue)),
        (_("Cases fausses : {what}"), (f"{who} ({number(n)})" for who, n in cells.items())),
        (_("Avoué, mais gardé ({n}) : {what}"), map(_who, found.admitted)),
    ]
    said = ""
    for words, holders in lines:
        told = list(holders)
        if told:
            line = words.format(n=number(len(told)), what=", ".join(told))
            said += f"<li>{escape(line)}.</li>"
    return f"<p><strong>{escape(verdict)}</strong></p><ul>{said}</ul>"


def _who(gap: Gap) -> str:
    return f"{gap.who} ({country_name(gap.country)})"
