"""Second question of board 5: where to set the threshold, as precision and recall trade places."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import ipywidgets as widgets

from poucet.apps.base import Board
from poucet.apps.suspicions import THRESHOLDS
from poucet.apps.views import View
from poucet.attacks.inference import trait_name
from poucet.damages import counter_list
from poucet.figures.html import as_html
from poucet.figures.precision_recall import figure, sentence
from poucet.i18n import gettext as _
from poucet.i18n import ngettext, number

if TYPE_CHECKING:
    from poucet.apps.suspect_choice import SuspectChoice
    from poucet.apps.suspicions import Suspicions

SIZE = {"width": 8.0, "height": 3.8}


class SettingTheThreshold(View):
    """Move the threshold and watch the found, the wrongly accused and the missed.

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
        super().__init__(board)
        self.held, self.choice = held, choice
        self.question = widgets.HTML().add_class("poucet-asked")
        self.picture = widgets.HTML().add_class("poucet-curve")
        self.counts = widgets.HTML().add_class("poucet-counted").add_class("poucet-live")
        self.notes = widgets.HTML().add_class("poucet-notes").add_class("poucet-live")
        told = widgets.VBox([self.counts, self.notes]).add_class("poucet-told")
        both = widgets.HBox([self.picture, told]).add_class("poucet-main")
        self.box = widgets.VBox([self.question, both])
        self.box.add_class("poucet-alone").add_class("poucet-placing")

    def title(self) -> str:
        """Give the words of the button that opens the view."""
        return _("Le seuil")

    def write(self) -> None:
        """Write every text in the language in use."""
        trait, threshold = self.choice.trait, self.choice.threshold
        asked = _("Où mettriez-vous le seuil ?")
        known = _("« {trait} » : levez la main pour chaque seuil, puis déplacez-le.").format(
            trait=trait_name(trait)
        )
        self.question.value = f"<p>{escape(asked)}</p><p>{escape(known)}</p>"
        scores = {one: self.held.score(trait, one) for one in THRESHOLDS}
        said = sentence(scores, threshold)
        self.picture.value = as_html(figure(scores, threshold, **SIZE), said)
        self.counts.value = counter_list(self.held.damage(trait, threshold))
        count, found = scores[threshold].confusion[1].tolist()
        missed = ngettext(
            "{missed} est manqué, sur {having} concernés.",
            "{missed} sont manqués, sur {having} concernés.",
            count,
        ).format(missed=number(count), having=number(count + found))
        who = _("Et qui aurait le droit d’agir sur ce score : un professeur, un assureur, vous ?")
        told = escape(f"{said} {missed}")
        self.notes.value = f'<p class="poucet-said">{told}</p><p>{escape(who)}</p>'
