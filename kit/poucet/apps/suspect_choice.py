"""What board 5 asks of the machine: a trait to look for, and how many points it takes to accuse."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from poucet.apps.base import Board
from poucet.apps.suspicions import BARS, FIRST_BAR, TRAITS
from poucet.attacks.inference import trait_name
from poucet.i18n import gettext as _
from poucet.i18n import number


class SuspectChoice:
    """Two rows of buttons that stand above every question of the board.

    Parameters
    ----------
    board : Board
        The board.
    changed : callable
        Called when another trait or another bar is chosen.
    """

    def __init__(self, board: Board, changed: Callable[[], None]) -> None:
        self.board, self._changed = board, changed
        self.traits = widgets.ToggleButtons(options=[("", key) for key in TRAITS], value=TRAITS[0])
        self.bars = widgets.ToggleButtons(options=[("", bar) for bar in BARS], value=FIRST_BAR)
        self.traits.add_class("poucet-traits")
        self.bars.add_class("poucet-bars")
        self.traits.observe(self._choose, names="value")
        self.bars.observe(self._choose, names="value")

    @property
    def trait(self) -> str:
        """The trait that the machine looks for."""
        return self.traits.value or TRAITS[0]

    @property
    def bar(self) -> int:
        """From how many points on it accuses."""
        return self.bars.value or FIRST_BAR

    def write(self) -> None:
        """Write the buttons in the language in use."""
        self.board.rename(self.traits, _("Trait"), [trait_name(key) for key in TRAITS])
        self.board.rename(self.bars, _("Barre, en points"), [number(bar) for bar in BARS])

    def _choose(self, change: dict[str, Any]) -> None:
        if self.board.writing:
            return
        if change["new"] is None:  # forged: the page's own buttons always choose
            with self.board.quietly():
                self.traits.value, self.bars.value = self.trait, self.bar
        self._changed()
