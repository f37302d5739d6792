"""The class's bet on a board: a field and a slider that move together, within safe bounds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets


class Bet:
    """A show of hands written down: type it or slide it, before the answer is shown.

    Parameters
    ----------
    highest : int
        The highest bet; the lowest is 0.
    button : ipywidgets.Button, optional
        The button that reveals, put at the end of the row.
    changed : callable, optional
        Called when the class has bet.

    Attributes
    ----------
    row : ipywidgets.HBox
        The widgets.
    made : bool
        Whether the class has bet since the last `restart`.
    """

    def __init__(
        self,
        highest: int,
        button: widgets.Button | None = None,
        changed: Callable[[], None] | None = None,
    ) -> None:
        self.highest, self.made, self._moving = highest, False, False
        self._changed = changed
        self.field = widgets.BoundedIntText(value=0, min=0, max=highest)
        self.slider = widgets.IntSlider(
            value=0, min=0, max=highest, readout=False, continuous_update=False
        )
        ends = [button] if button else []
        self.row = widgets.HBox([self.field, self.slider, *ends]).add_class("poucet-bet")
        for control in (self.field, self.slider):
            control.observe(self._place, names="value")

    @property
    def value(self) -> int:
        """The bet, 0 when none was made."""
        return min(max(int(self.field.value), 0), self.highest)

    def restart(self) -> None:
        """Forget the bet."""
        self.made = False
        self._keep(0)

    def name(self, words: str) -> None:
        """Say what is bet, in the language in use."""
        self.field.description = self.slider.description = words

    def _place(self, change: dict[str, Any]) -> None:
        if self._moving:
            return
        self.made = True
        self._keep(change["new"])
        if self._changed:
            self._changed()

    def _keep(self, value: int) -> None:
        """Keep the two together, within bounds that a page cannot move."""
        self._moving = True
        try:
            for control in (self.field, self.slider):
                with control.hold_trait_notifications():  # bounds and value are checked together
                    control.min, control.max = 0, self.highest
                    control.value = min(max(value, 0), self.highest)
        finally:
            self._moving = False
