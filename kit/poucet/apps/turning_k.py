"""Second question of board 7: how large a k, as damage and usefulness fall together."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from poucet.apps.base import Board, safely
from poucet.apps.survey import KNOWN, KS, K
from poucet.apps.views import View
from poucet.figures.html import as_html
from poucet.figures.trade_off import figure, sentence
from poucet.i18n import gettext as _
from poucet.i18n import ngettext, number
from poucet.labels import label

if TYPE_CHECKING:
    from poucet.apps.survey import Survey

SIZE = {"width": 8.3, "height": 3.4}


class TurningK(View):
    """Choose k; see what is known for sure, and what the table still tells.

    Parameters
    ----------
    board : Board
        The board.
    held : Survey
        The survey.
    """

    def __init__(self, board: Board, held: Survey) -> None:
        super().__init__(board)
        self.held = held
        self.question = widgets.HTML().add_class("poucet-asked")
        self.ks = widgets.ToggleButtons(options=[("", k) for k in KS], value=K)
        self.ks.add_class("poucet-chooser").add_class("poucet-bars")
        self.picture = widgets.HTML().add_class("poucet-curve")
        self.notes = widgets.HTML().add_class("poucet-notes").add_class("poucet-live")
        told = widgets.VBox([self.notes]).add_class("poucet-told")
        both = widgets.HBox([self.picture, told]).add_class("poucet-main")
        row = widgets.HBox([self.ks]).add_class("poucet-main").add_class("poucet-row")
        self.box = widgets.VBox([self.question, row, both])
        self.box.add_class("poucet-alone").add_class("poucet-turning")
        self.ks.observe(self._choose, names="value")

    @property
    def k(self) -> int:
        """The size of the smallest group."""
        return self.ks.value or K

    @safely
    def _choose(self, change: dict[str, Any]) -> None:
        if change["new"] is None:  # forged: the page's own buttons always choose
            with self.board.quietly():
                self.ks.value = K
        self.write()

    def title(self) -> str:
        """Give the words of the button that opens the view."""
        return _("Le bouton k")

    def write(self) -> None:
        """Write every text in the language in use."""
        asked = _("À quel k vous arrêteriez-vous ?")
        known = _("Plus k est grand, plus la foule où l’on se cache est grande, et plus on efface.")
        self.question.value = f"<p>{escape(asked)}</p><p>{escape(known)}</p>"
        self.board.rename(self.ks, "k =", [number(k) for k in KS])
        found = self.held.by_k
        said = sentence(found, self.k)
        self.picture.value = as_html(figure(found, self.k, **SIZE), said)
        released = self.held.release(self.k)
        vague = [label(name) for name in KNOWN if released.levels[name]]
        lines = [said]
        if vague:
            lines.append(_("Effacé ou élargi : {columns}.").format(columns=", ".join(vague)))
        left_out = len(released.suppressed)
        if left_out:
            lines.append(
                ngettext(
                    "{n} élève est laissé de côté : son groupe restait trop petit.",
                    "{n} élèves sont laissés de côté : leur groupe restait trop petit.",
                    left_out,
                ).format(n=number(left_out))
            )
        lines.append(_("On n’a rien sans rien."))
        self.notes.value = "".join(f'<p class="poucet-said">{escape(line)}</p>' for line in lines)
