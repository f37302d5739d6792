"""The number of the pupil that a board follows: typed once, kept from one question to the next."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from poucet.i18n import gettext as _


class AvatarField:
    """A field for an avatar's number, within bounds that a page cannot move.

    Parameters
    ----------
    size : int
        Pupils in the school.
    first : int
        The avatar to begin with.
    changed : callable
        Called when another avatar is chosen.
    """

    def __init__(self, size: int, first: int, changed: Callable[[], None]) -> None:
        self.size, self._changed, self._moving = size, changed, False
        self.field = widgets.BoundedIntText(value=first, min=1, max=size)
        self.row = widgets.HBox([self.field]).add_class("poucet-bet").add_class("poucet-avatar")
        self.field.observe(self._choose, names="value")

    @property
    def number(self) -> int:
        """The avatar's number."""
        return min(max(int(self.field.value), 1), self.size)

    def name(self) -> None:
        """Say what the field is, in the language in use."""
        self.field.description = _("Élève n°")

    def _choose(self, change: dict[str, Any]) -> None:
        if self._moving:
            return
        self._moving = True
        try:
            with self.field.hold_trait_notifications():  # bounds and value are checked together
                self.field.min, self.field.max = 1, self.size
                self.field.value = min(max(change["new"], 1), self.size)
        finally:
            self._moving = False
        self._changed()
