"""Which contract is on screen: a row of buttons that several questions of board 8 share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from poucet.apps.base import Board
from poucet.apps.negotiation import FIRST, WHICH, short_name
from poucet.i18n import gettext as _


class ContractChoice:
    """A row of buttons, one for each contract.

    Parameters
    ----------
    board : Board
        The board.
    changed : callable
        Called when another contract is chosen.
    """

    def __init__(self, board: Board, changed: Callable[[], None]) -> None:
        self.board, self._changed = board, changed
        self.row = widgets.ToggleButtons(options=[("", which) for which in WHICH], value=FIRST)
        self.row.add_class("poucet-chooser").add_class("poucet-contracts")
        self.row.observe(self._choose, names="value")

    @property
    def which(self) -> str:
        """The contract."""
        return self.row.value or FIRST

    def write(self) -> None:
        """Write the buttons in the language in use."""
        self.board.rename(self.row, _("Contrat"), [short_name(which) for which in WHICH])

    def _choose(self, change: dict[str, Any]) -> None:
        if self.board.writing:
            return
        if change["new"] is None:  # forged: the page's own buttons always choose
            with self.board.quietly():
                self.row.value = FIRST
        self._changed()
