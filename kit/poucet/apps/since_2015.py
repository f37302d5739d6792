"""Fifth question of board 8: what happened since 2015, one date after another, each sourced."""

from __future__ import annotations

from html import escape

import ipywidgets as widgets

from poucet.apps.base import Board, safely
from poucet.apps.views import View
from poucet.contract.events import timeline
from poucet.figures.html import as_html
from poucet.figures.timeline import figure, sentence
from poucet.i18n import gettext as _
from poucet.i18n import language


class Since2015(View):
    """Walk along the path of pebbles.

    Parameters
    ----------
    board : Board
        The board.
    """

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self.rank = 0
        self.drawn = ""  # the language of the picture on screen
        self.question = widgets.HTML().add_class("poucet-asked")
        self.before, self.after = widgets.Button(), widgets.Button().add_class("poucet-reveal")
        self.picture = widgets.HTML().add_class("poucet-curve")
        self.event = widgets.HTML().add_class("poucet-event").add_class("poucet-live")
        row = widgets.HBox([self.question, self.before, self.after]).add_class("poucet-row")
        told = widgets.VBox([self.event]).add_class("poucet-told")
        both = widgets.HBox([self.picture, told]).add_class("poucet-main")
        self.box = widgets.VBox([row.add_class("poucet-main"), both])
        self.box.add_class("poucet-alone").add_class("poucet-since")
        self.before.on_click(self._back)
        self.after.on_click(self._on)

    @safely
    def _back(self, button: widgets.Button) -> None:
        self._go(-1)

    @safely
    def _on(self, button: widgets.Button) -> None:
        self._go(1)

    def _go(self, steps: int) -> None:
        self.rank = (self.rank + steps) % len(timeline())
        self.write()

    def title(self) -> str:
        """Give the words of the button that opens the view."""
        return _("Depuis 2015")

    def write(self) -> None:
        """Write every text in the language in use."""
        events = timeline()
        self.question.value = f"<p>{escape(_('Qui a demandé quoi, et quand ?'))}</p>"
        self.before.description, self.after.description = _("Avant"), _("Après")
        if self.drawn != language():
            self.picture.value = as_html(figure(events), sentence(events))
            self.drawn = language()
        event = events[self.rank]
        when = _("{n}. {when}").format(n=self.rank + 1, when=event.when)
        # Some titles of sources are in the language of the source.
        self.event.value = (
            f"<h2>{escape(when)}</h2><p>{escape(event.what)}</p>"
            f'<p class="poucet-source" lang="fr">{escape(event.origin)}</p>'
        )
