"""Third question of board 7: answers with noise, paid from a budget that runs out."""

from __future__ import annotations

from html import escape
from typing import Any

import ipywidgets as widgets

from poucet.apps.base import Board, safely
from poucet.apps.views import View
from poucet.errors import PoucetError
from poucet.figures.html import as_html
from poucet.figures.trade_off import by_epsilon, figure, sentence
from poucet.i18n import gettext as _
from poucet.i18n import number
from poucet.protect import Budget, noise_for_a_picture

EPSILONS = (0.05, 0.1, 0.2, 0.5)
CURVE = (0.01, 0.05, 0.1, 0.2, 0.5, 1, 2)  # as in lesson 7
FIRST = 0.2
WHOLE = 1  # the budget
SEED = 71
SHOWN = 8  # answers on screen, the last ones
SIZE = {"width": 8.0, "height": 3.2}


class SpendingABudget(View):
    """Ask the school again and again how many pupils said yes, until it may no longer answer.

    Parameters
    ----------
    board : Board
        The board.
    count : int
        The true answer.
    """

    def __init__(self, board: Board, count: int) -> None:
        super().__init__(board)
        self.count = count
        self.curve = by_epsilon(count, CURVE)
        self.question = widgets.HTML().add_class("poucet-asked")
        self.epsilons = widgets.ToggleButtons(options=[("", one) for one in EPSILONS], value=FIRST)
        self.epsilons.add_class("poucet-chooser").add_class("poucet-bars")
        self.more, self.again = widgets.Button().add_class("poucet-reveal"), widgets.Button()
        self.left = widgets.HTML().add_class("poucet-left").add_class("poucet-live")
        self.answers = widgets.HTML().add_class("poucet-told-so").add_class("poucet-live")
        self.picture = widgets.HTML().add_class("poucet-picture")
        self.notes = widgets.HTML().add_class("poucet-notes").add_class("poucet-live")
        controls = widgets.VBox([self.epsilons, self.more, self.left, self.answers, self.again])
        stage = widgets.VBox([self.question, self.picture, self.notes])
        self.box = widgets.HBox(
            [controls.add_class("poucet-controls"), stage.add_class("poucet-stage")]
        )
        self.box.add_class("poucet-main").add_class("poucet-spending")
        self._begin()
        self.epsilons.observe(self._choose, names="value")
        self.more.on_click(self._ask)
        self.again.on_click(self._restart)

    def _begin(self) -> None:
        self.budget, self.told, self.silent = Budget(WHOLE), list[int](), False

    @property
    def epsilon(self) -> float:
        """What an answer costs."""
        return self.epsilons.value or FIRST

    @safely
    def _choose(self, change: dict[str, Any]) -> None:
        if change["new"] is None:  # forged: the page's own buttons always choose
            with self.board.quietly():
                self.epsilons.value = FIRST
        self.silent = False
        self.write()

    @safely
    def _ask(self, button: widgets.Button) -> None:
        try:
            self.budget.spend(self.epsilon)
        except PoucetError:
            self.silent = True
        else:
            # The screen must be steady, so this noise has a seed; it would protect nobody.
            seed = SEED + len(self.told)
            self.told.append(self.count + int(noise_for_a_picture(self.epsilon, 1, seed)[0]))
        self._write_budget()

    @safely
    def _restart(self, button: widgets.Button) -> None:
        self._begin()
        self._write_budget()

    def title(self) -> str:
        """Give the words of the button that opens the view."""
        return _("Du bruit, un budget")

    def write(self) -> None:
        """Write every text in the language in use."""
        asked = _("Quel ε choisiriez-vous ?")
        known = _(
            "Le lycée ne donne plus de table. Il répond un peu à côté, au hasard ; chaque réponse"
            " coûte ε, pris sur un budget de {whole}."
        ).format(whole=number(WHOLE))
        self.question.value = f"<p>{escape(asked)}</p><p>{escape(known)}</p>"
        self.board.rename(self.epsilons, "ε =", [number(one, _digits(one)) for one in EPSILONS])
        self.more.description = _("Combien ont dit « oui » ?")
        self.again.description = _("Un budget neuf (ce serait tricher)")
        self._write_budget()
        said = sentence(self.curve, self.epsilon)
        self.picture.value = as_html(figure(self.curve, self.epsilon, **SIZE), said)
        seeded = _(
            "Sur cet écran, le bruit a une graine, pour que tous voient les mêmes nombres : il ne"
            " protégerait personne. Un vrai bruit n’en a pas."
        )
        self.notes.value = f'<p class="poucet-said">{escape(said)}</p><p>{escape(seeded)}</p>'

    def _write_budget(self) -> None:
        left = self.budget.left
        self.left.value = (
            f"<p>{escape(_('Budget : il reste {left}').format(left=number(left, 2)))}</p>"
            f'<span class="poucet-bar" style="width:{100 * left / WHOLE:.0f}%"></span>'
        )
        self.answers.value = self._answers()

    def _answers(self) -> str:
        shown = "".join(f"<li>{number(one)}</li>" for one in self.told[-SHOWN:])
        if self.silent:
            words = _("Le lycée se tait : le budget ne paie plus cette réponse.")
        elif len(self.told) > 1:
            mean = sum(self.told) / len(self.told)
            words = _("Leur moyenne : {mean}. La vraie réponse : {count}.").format(
                mean=number(mean, 1), count=number(self.count)
            )
        else:
            words = ""
        return f"<ul>{shown}</ul><p>{escape(words)}</p>"


def _digits(value: float) -> int:
    return len(f"{value:g}".partition(".")[2])
