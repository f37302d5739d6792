"""First question of board 5: whom the machine accuses, and how many of them wrongly."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import ipywidgets as widgets

from poucet.apps.base import Board
from poucet.apps.revealing import BettingView
from poucet.apps.singling_out import big
from poucet.attacks.inference import trait_name
from poucet.damages import counter_list
from poucet.figures.class_sizes import share
from poucet.figures.confusion import figure, figure_before, sentence
from poucet.figures.html import as_html
from poucet.i18n import gettext as _
from poucet.i18n import number, percent

if TYPE_CHECKING:
    from poucet.apps.suspect_choice import SuspectChoice
    from poucet.apps.suspicions import Suspicions
    from poucet.attacks.inference_score import InferenceScore

SIZE = {"width": 8.0, "height": 3.5}


class TheAccused(BettingView):
    """Bet how many of a hundred accused are innocent, then open the sealed file.

    Parameters
    ----------
    board : Board
        The board.
    held : Suspicions
        What the machine holds against each pupil.
    choice : SuspectChoice
        The trait and the threshold.
    """

    def __init__(self, board: Board, held: Suspicions, choice: SuspectChoice) -> None:
        super().__init__(board, 100)
        self.held, self.choice = held, choice
        self.answer = widgets.HTML().add_class("poucet-answer").add_class("poucet-live")
        self.picture = widgets.HTML().add_class("poucet-curve")
        self.notes = widgets.HTML().add_class("poucet-notes").add_class("poucet-live")
        self.counter = widgets.HTML().add_class("poucet-counter").add_class("poucet-live")
        told = widgets.VBox([self.answer, self.notes, self.counter]).add_class("poucet-told")
        both = widgets.HBox([self.picture, told]).add_class("poucet-main")
        self.box = widgets.VBox([self.question, self.bet.row, both])
        self.box.add_class("poucet-alone").add_class("poucet-accusing")
        self.bet.row.add_class("poucet-main")  # the row of the press

    def title(self) -> str:
        """Give the words of the button that opens the view."""
        return _("Les accusés")

    def write(self) -> None:
        """Write every text in the language in use."""
        trait, threshold = self.choice.trait, self.choice.threshold
        asked = _("Sur 100 accusés, combien le sont à tort ?")
        known = _("« {trait} » : la machine accuse à partir de {threshold} points.").format(
            trait=trait_name(trait), threshold=number(threshold)
        )
        self.ask(asked, known)
        self.bet.name(_("Pari de la classe"))
        self.button.description = _("Nouveau pari") if self.revealed else _("Révéler")
        if self.revealed:
            self._write_score(self.held.score(trait, threshold))
            return
        self.answer.value = big("?", _("Levez la main, puis révélez."))
        self.picture.value = as_html(
            figure_before(**SIZE),
            _("Quatre cases vides : on ne sait pas encore qui est accusé à tort."),
        )
        told = _(
            "Chaque indice lu dans la trace vaut des points. Dès qu’un élève en a assez, la machine"
            " l’accuse."
        )
        self.notes.value = f'<p class="poucet-said">{escape(told)}</p>'
        self.counter.value = ""

    def _write_score(self, score: InferenceScore) -> None:
        (_peace, wrong), (missed, found) = score.confusion.tolist()
        bet = _("La classe avait parié {bet}.").format(bet=percent(self.bet.value / 100))
        told = [bet] if self.bet.made else []
        self.picture.value = as_html(figure(score, **SIZE), sentence(score))
        self.counter.value = counter_list(
            self.held.damage(self.choice.trait, self.choice.threshold)
        )
        if not found + wrong:
            self.answer.value = big("0", _("accusé : le seuil est trop haut."), *told)
            self.notes.value = ""
            return
        self.answer.value = big(
            share(wrong, found + wrong), _("des accusés le sont à tort."), *told
        )
        lines = (
            _("Précision : {share} des accusations sont justes.").format(
                share=share(found, found + wrong)
            ),
            _("Rappel : {share} des concernés sont trouvés.").format(
                share=share(found, found + missed)
            ),
        )
        self.notes.value = "".join(f'<p class="poucet-said">{escape(line)}</p>' for line in lines)
