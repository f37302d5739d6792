"""Boards of several questions: one on screen at a time, chosen at the top."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import ipywidgets as widgets

from poucet.apps.base import Board, safely


class View:
    """One question of a board: its widgets, and how to write them in the language in use.

    Parameters
    ----------
    board : Board
        The board it is part of: it shows the view's messages.
    """

    box: widgets.Box

    def __init__(self, board: Board) -> None:
        self.board = board

    # What `safely` needs to tell a failure on the board itself.

    @property
    def writing(self) -> bool:
        """Whether the board itself is moving its widgets."""
        return self.board.writing

    @property
    def message(self) -> widgets.HTML:
        """The board's place for messages."""
        return self.board.message

    @property
    def failing(self) -> Callable[..., None] | None:
        """The callback whose failure is on screen."""
        return self.board.failing

    @failing.setter
    def failing(self, callback: Callable[..., None] | None) -> None:
        self.board.failing = callback

    def say(self, sentence: str) -> None:
        """Show a message, or none."""
        self.board.say(sentence)

    def title(self) -> str:
        """Give the words of the button that opens the view."""
        raise NotImplementedError

    def write(self) -> None:
        """Write every text of the view in the language in use."""
        raise NotImplementedError


class BoardOfViews(Board):
    """A board whose questions come one after the other.

    Only the view on screen is written: a hidden figure would cost time for nobody.
    """

    views: Mapping[str, View]

    def show_views(self, views: Mapping[str, View], *beside: widgets.Widget) -> widgets.Widget:
        """Put the chooser above the views, and give the page; the first view is open.

        Parameters
        ----------
        views : mapping of str to View
            In the order of the lesson.
        *beside : ipywidgets.Widget
            What stands beside the chooser, for several views.
        """
        self.views = views
        self.first = next(iter(views))
        self.chooser = widgets.ToggleButtons(
            options=[("", key) for key in views], value=self.first
        ).add_class("poucet-views")
        self.chooser.observe(self._open, names="value")
        top = widgets.HBox([self.chooser, *beside]).add_class("poucet-top")
        return self.show(top, *(view.box for view in views.values()))

    @property
    def view(self) -> View:
        """The view on screen."""
        return self.views[self.chooser.value or self.first]

    def write(self) -> None:
        """Write the chooser and the view on screen in the language in use."""
        super().write()
        self.rename(self.chooser, self.ask(), [view.title() for view in self.views.values()])
        for view in self.views.values():
            view.box.layout.display = None if view is self.view else "none"
        self.view.write()

    def ask(self) -> str:
        """Give the words before the chooser."""
        raise NotImplementedError

    @safely
    def _open(self, change: dict[str, Any]) -> None:
        if change["new"] is None:  # forged: the page's own buttons always choose
            with self.quietly():
                self.chooser.value = self.first
        self.write()
