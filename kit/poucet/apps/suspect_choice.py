"""What board 5 asks of the machine: a trait to look for, and how many points it takes to accuse."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from poucet.apps.base import Board
from poucet.apps.suspicions import FIRST_THRESHOLD, THRESHOLDS, TRAITS
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
        Called when another trait or another threshold is chosen.
    """

    def __init__(self, board: Board, changed: Callable[[], None]) -> None:
        self.board, self._changed = board, changed
        self.traits = widgets.ToggleButtons(options=[("", key) for key in TRAITS], value=TRAITS[0])
        self.thresholds = widgets.ToggleButtons(
            options=[("", threshold) for threshold in THRESHOLDS], value=FIRST_THRESHOLD
        )
        self.traits.add_class("poucet-traits")
        self.thresholds.add_class("poucet-bars")
        self.traits.observe(self._choose, names="value")
        self.thresholds.observe(self._choose, names="value")

    @property
    def trait(self) -> str:
        """The trait that the machine looks for."""
        return self.traits.value or TRAITS[0]

    @property
    def threshold(self) -> int:
        """From how many points on it accuses."""
        return self.thresholds.value or FIRST_THRESHOLD

    def write(self) -> None:
        """Write the buttons in the language in use."""
        self.board.rename(self.traits, _("Trait"), [trait_name(key) for key in TRAITS])
        self.board.rename(
            self.thresholds, _("Seuil, en points"), [number(threshold) for threshold in THRESHOLDS]
        )

    def _choose(self, change: dict[str, Any]) -> None:
        if self.board.writing:
            return
        if change["new"] is None:  # forged: the page's own buttons always choose
            with self.board.quietly():
                self.traits.value, self.thresholds.value = self.trait, self.threshold
        self._changed()
