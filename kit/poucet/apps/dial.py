"""A slider with its words and its value above it, within bounds that a page cannot move."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets


class Dial:
    """One number that the class may change: a fee, an expense.

    Parameters
    ----------
    low, high, step, value : int
        Its bounds, its steps, and where it begins.
    changed : callable
        Called when it is moved.
    """

    def __init__(
        self, low: int, high: int, step: int, value: int, changed: Callable[[], None]
    ) -> None:
        self.low, self.high, self._changed, self._moving = low, high, changed, False
        self.slider = widgets.IntSlider(
            value=value, min=low, max=high, step=step, readout=False, continuous_update=False
        ).add_class("poucet-dial")
        self.slider.observe(self._move, names="value")

    @property
    def value(self) -> int:
        """Where it stands."""
        return min(max(int(self.slider.value), self.low), self.high)

    def name(self, words: str) -> None:
        """Say what it is and where it stands, in the language in use."""
        self.slider.description = words

    def _move(self, change: dict[str, Any]) -> None:
        if self._moving:
            return
        self._moving = True
        try:
            with self.slider.hold_trait_notifications():  # bounds and value are checked together
                self.slider.min, self.slider.max = self.low, self.high
                self.slider.value = self.value
        finally:
            self._moving = False
        self._changed()
