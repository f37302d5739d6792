"""Views whose answer waits: for a press, and where there is something to guess, for a bet."""

from __future__ import annotations

from html import escape

import ipywidgets as widgets

from poucet.apps.base import Board, safely
from poucet.apps.bet import Bet
from poucet.apps.views import View


class RevealingView(View):
    """A question whose answer is shown at the press of a button, and hidden at the next.

    Parameters
    ----------
    board : Board
        The board it is part of.

    Attributes
    ----------
    revealed : bool
        Whether the answer is on screen.
    question : ipywidgets.HTML
        The question, and what is known before the answer.
    button : ipywidgets.Button
        What is pressed.
    """

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self.revealed = False
        self.question = widgets.HTML().add_class("poucet-asked")
        self.button = widgets.Button().add_class("poucet-reveal")
        self.button.on_click(self._press)

    def hide(self) -> None:
        """Take the answer off the screen."""
        self.revealed = False

    def ask(self, asked: str, known: str) -> None:
        """Write the question, and under it what one may know."""
        self.question.value = f"<p>{escape(asked)}</p><p>{escape(known)}</p>"

    @safely
    def _press(self, button: widgets.Button) -> None:
        if self.revealed:
            self.hide()
        else:
            self.revealed = True
        self.write()


class BettingView(RevealingView):
    """A question on which the class bets before the answer.

    Parameters
    ----------
    board : Board
        The board it is part of.
    highest : int
        The highest bet.

    Attributes
    ----------
    bet : Bet
        The bet; its row ends with the button that reveals.
    """

    def __init__(self, board: Board, highest: int) -> None:
        super().__init__(board)
        self.bet = Bet(highest, self.button, self._renew)

    def hide(self) -> None:
        """Take the answer off the screen, and forget the bet."""
        super().hide()
        self.bet.restart()

    @safely
    def _renew(self) -> None:
        if self.revealed:
            self.write()
