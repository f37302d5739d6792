"""First question of board 3: a page of raw lines, then the portrait that comes out of them."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from poucet.apps.base import Board, safely
from poucet.apps.portrait_in_lines import portrait_in_lines
from poucet.apps.revealing import RevealingView
from poucet.attacks.portrait import Portrait, portrait
from poucet.figures.html import as_html
from poucet.figures.term_map import figure, sentence
from poucet.i18n import gettext as _
from poucet.i18n import ngettext, number

if TYPE_CHECKING:
    from poucet.apps.avatar_field import AvatarField
    from poucet.apps.term_trail import TermTrail

SIZE = {"width": 9.0, "height": 4.15}
PAGE = 15  # lines
WIDTHS = {"verb": 10, "object": 44, "device": 14}  # the widest text of each


class ReadingATrail(RevealingView):
    """Read a page of somebody's lines, say what one can tell of them, then reveal.

    Parameters
    ----------
    board : Board
        The board.
    trail : TermTrail
        The lines of the school's pupils.
    avatar : AvatarField
        Whose lines.
    """

    def __init__(self, board: Board, trail: TermTrail, avatar: AvatarField) -> None:
        super().__init__(board)
        self.trail, self.avatar = trail, avatar
        self.page = 0
        self.next = widgets.Button()
        self.log = widgets.HTML().add_class("poucet-log")
        self.portrait = widgets.HTML().add_class("poucet-portrait").add_class("poucet-live")
        self.picture = widgets.HTML().add_class("poucet-map")
        self.said = widgets.HTML().add_class("poucet-notes").add_class("poucet-live")
        row = (
            widgets.HBox([self.question, self.button, self.next])
            .add_class("poucet-main")
            .add_class("poucet-row")
        )
        self.drawn = widgets.HBox([self.portrait, self.picture]).add_class("poucet-main")
        self.box = widgets.VBox([row, self.log, self.drawn, self.said]).add_class("poucet-reading")
        self.next.on_click(self._turn)

    def restart(self) -> None:
        """Begin with another pupil."""
        self.page = 0
        self.hide()

    @safely
    def _turn(self, button: widgets.Button) -> None:
        self.page += 1
        self.write()

    def title(self) -> str:
        """Give the words of the button that opens the view."""
        return _("Lire une trace")

    def write(self) -> None:
        """Write every text in the language in use."""
        pupil = self.avatar.number
        count = self.trail.count(pupil)
        pages = max(1, -(-count // PAGE))
        asked = _("Que racontent ces lignes ?")
        whose = ngettext(
            "L’élève n° {pupil} a laissé {lines} ligne en 12 semaines.",
            "L’élève n° {pupil} a laissé {lines} lignes en 12 semaines.",
            count,
        ).format(pupil=pupil, lines=number(count))
        where = _("Page {page} sur {pages}.").format(
            page=number(self.page % pages + 1), pages=number(pages)
        )
        known = whose if self.revealed else f"{whose} {where}"
        self.ask(asked, known)
        self.button.description = _("Revoir les lignes") if self.revealed else _("Révéler")
        self.next.description = _("Page suivante")
        for widget, shown in (
            (self.next, not self.revealed),
            (self.log, not self.revealed),
            (self.drawn, self.revealed),
        ):
            widget.layout.display = None if shown else "none"
        lines = self.trail.lines(pupil)
        if self.revealed:
            self._write_portrait(portrait(lines), lines)
            return
        self.portrait.value = self.picture.value = ""
        first = self.page % pages * PAGE
        # The lines are data of a French service: their words are in no language of the board.
        self.log.value = f'<pre lang="fr" tabindex="0">{escape(raw(lines, first))}</pre>'
        told = _("Levez la main : que sait-on déjà de cette personne ?")
        self.said.value = f"<p><strong>{escape(told)}</strong></p>"

    def _write_portrait(self, found: Portrait, lines: dict[str, Any]) -> None:
        items = "".join(f"<li>{escape(line)}</li>" for line in portrait_in_lines(found))
        caution = _("Rien de cela n’est écrit : on le déduit. On peut se tromper.")
        self.portrait.value = f"<ul>{items}</ul><p>{escape(caution)}</p>"
        said = sentence(found)
        self.picture.value = as_html(figure(lines["time"], found, **SIZE), said)
        self.said.value = f"<p>{escape(said)}</p>"


def raw(lines: dict[str, Any], first: int) -> str:
    """Write a page of lines as the service keeps them, in columns."""
    rows = []
    for rank in range(first, min(first + PAGE, len(lines["time"]))):
        cells = [str(lines["time"][rank]).replace("T", " ")]
        cells += [str(lines[name][rank]).ljust(width) for name, width in WIDTHS.items()]
        rows.append("  ".join([*cells, str(lines["ip"][rank])]))
    return "\n".join(rows)
