"""Third question of board 3: the share of all pupils whom a few moments single out.

Once it is known, the class tries two ways of keeping less, and reads the damage of each.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from poucet.apps.base import Board, safely
from poucet.apps.keeping_a_trail import HOUR, WAYS
from poucet.apps.revealing import BettingView
from poucet.apps.singling_out import big
from poucet.damages import Damage, counter_list
from poucet.figures.class_sizes import share
from poucet.figures.html import as_html
from poucet.figures.unicity_curve import figure, precisions, sentence, source
from poucet.i18n import gettext as _
from poucet.i18n import number, percent

if TYPE_CHECKING:
    from poucet.results import Result

SIZE = {"width": 8.0, "height": 3.0}
POINTS = 4


class AllPupils(BettingView):
    """Bet on the share that four moments single out, then see the curve beside the published point.

    Parameters
    ----------
    board : Board
        The board.
    size : int
        Pupils in the school.
    measures : sequence of sequence of Result
        For each of `precisions`, in order, the share with one known moment, two, and so on.
    damages : mapping of str to Damage
        For each way of keeping the trail, what comes of it.
    """

    def __init__(
        self,
        board: Board,
        size: int,
        measures: Sequence[Sequence[Result]],
        damages: Mapping[str, Damage],
    ) -> None:
        super().__init__(board, 100)
        self.size, self.measures, self.damages = size, measures, damages
        self.answer = widgets.HTML().add_class("poucet-answer").add_class("poucet-live")
        self.picture = widgets.HTML().add_class("poucet-curve")
        self.notes = widgets.HTML().add_class("poucet-notes").add_class("poucet-live")
        told = widgets.VBox([self.answer, self.notes]).add_class("poucet-told")
        both = widgets.HBox([self.picture, told]).add_class("poucet-main")
        self.way = widgets.ToggleButtons(options=[("", key) for key in WAYS], value=HOUR)
        self.way.add_class("poucet-chooser").add_class("poucet-ways")
        self.way.observe(self._choose, names="value")
        self.counter = widgets.HTML().add_class("poucet-counted").add_class("poucet-live")
        self.keeping = widgets.HBox([self.way, self.counter]).add_class("poucet-main")
        self.box = widgets.VBox([self.question, self.bet.row, both, self.keeping])
        self.box.add_class("poucet-alone").add_class("poucet-everyone")

    @safely
    def _choose(self, change: dict[str, Any]) -> None:
        if change["new"] is None:  # forged: the page's own buttons always choose
            with self.board.quietly():
                self.way.value = HOUR
        self._write_counter()  # the curves are the same: not drawn again

    def title(self) -> str:
        """Give the words of the button that opens the view."""
        return _("Tout le lycée")

    def write(self) -> None:
        """Write every text in the language in use."""
        asked = _("Avec quatre moments, quelle part des élèves est seule ?")
        known = _(
            "Sur {pupils} élèves. Un moment : une heure du trimestre, et le réseau d’où l’on se "
            "connecte."
        ).format(pupils=number(self.size))
        self.ask(asked, known)
        self.bet.name(_("Pari de la classe (%)"))
        self.button.description = _("Nouveau pari") if self.revealed else _("Révéler")
        ways = (
            _("l’heure, le réseau, le numéro"),
            _("le jour, le numéro"),
            _("le jour, sans numéro"),
        )
        self.board.rename(self.way, _("Gardé avec l’exercice et la note"), list(ways))
        self.keeping.layout.display = None if self.revealed else "none"
        self._write_counter()
        if not self.revealed:
            self.answer.value = big("?", _("Levez la main, puis révélez."))
            # The frame waits, with the published point: nothing moves when the curves come.
            before = _("Un repère vide, avec le seul point publié : 95 % avec quatre moments.")
            self.picture.value = as_html(figure(dict.fromkeys(precisions(), ()), **SIZE), before)
            self.notes.value = f'<p class="poucet-source">{_cited()}</p>'
            return
        curves = dict(zip(precisions(), self.measures, strict=True))
        alone = share(round(self.measures[0][POINTS - 1].value * self.size), self.size)
        bet = _("La classe avait parié {bet}.").format(bet=percent(self.bet.value / 100))
        self.answer.value = big(
            alone,
            _("des élèves sont seuls à avoir vécu leurs quatre moments."),
            *([bet] if self.bet.made else []),
        )
        said = sentence(curves)
        self.picture.value = as_html(figure(curves, **SIZE), said)
        self.notes.value = (
            f'<p class="poucet-said">{escape(said)}</p><p class="poucet-source">{_cited()}</p>'
        )

    def _write_counter(self) -> None:
        self.counter.value = counter_list(self.damages[self.way.value]) if self.revealed else ""


def _cited() -> str:
    """Write the source, its title marked as English: a screen reader changes its voice."""
    title = "Unique in the Crowd"
    return escape(source()).replace(title, f'<span lang="en">{title}</span>')
