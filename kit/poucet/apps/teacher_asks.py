"""Fourth question of board 7: what the teacher can still answer, and what each way costs."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from poucet.apps.base import Board, safely
from poucet.apps.revealing import RevealingView
from poucet.apps.survey import WAYS
from poucet.damages import counter_list
from poucet.i18n import N_
from poucet.i18n import gettext as _
from poucet.protect.teaching_questions import points

if TYPE_CHECKING:
    from poucet.apps.avatar_field import AvatarField
    from poucet.apps.survey import Survey

NAMES = {
    "names": N_("les noms"),
    "codes": N_("des codes"),
    "k": "k = 5",
    "class": N_("la classe et la moyenne"),
    "noise": N_("deux moyennes, avec du bruit"),
}
MORALS = {
    "names": N_("Tout est utile, et tout est perdu."),
    "codes": N_("Un code cache le nom, pas le reste : classe, sexe, commune et bourse le suivent."),
    "k": N_("La machine a effacé la classe : elle ignorait la question qui comptait."),
    "class": N_("Pour comparer deux méthodes, aucun nom n’était nécessaire."),
    "noise": N_(
        "Le bruit (ε = 1) a ici une graine, pour un écran stable : le vrai n’en a pas. Il ne dit"
        " jamais rien d’un seul élève."
    ),
}


class TeacherAsks(RevealingView):
    """Choose what the school hands over, vote, and see which of two questions is still answered.

    Parameters
    ----------
    board : Board
        The board.
    held : Survey
        The survey.
    avatar : AvatarField
        Whose next exercise.
    """

    def __init__(self, board: Board, held: Survey, avatar: AvatarField) -> None:
        super().__init__(board)
        self.held, self.avatar = held, avatar
        self.ways = widgets.ToggleButtons(options=[("", way) for way in WAYS], value="k")
        self.ways.add_class("poucet-chooser")
        self.answers = widgets.HTML().add_class("poucet-two").add_class("poucet-live")
        self.counter = widgets.HTML().add_class("poucet-three").add_class("poucet-live")
        self.notes = widgets.HTML().add_class("poucet-notes").add_class("poucet-live")
        row = widgets.HBox([self.question, self.button]).add_class("poucet-row")
        self.box = widgets.VBox([row, self.ways, self.answers, self.counter, self.notes])
        self.box.add_class("poucet-main").add_class("poucet-alone").add_class("poucet-teaching")
        self.ways.observe(self._choose, names="value")

    @property
    def way(self) -> str:
        """What the school hands over."""
        return self.ways.value or "k"

    @safely
    def _choose(self, change: dict[str, Any]) -> None:
        if change["new"] is None:  # forged: the page's own buttons always choose
            with self.board.quietly():
                self.ways.value = "k"
        self.hide()
        self.write()

    def title(self) -> str:
        """Give the words of the button that opens the view."""
        return _("Le professeur")

    def write(self) -> None:
        """Write every text in the language in use."""
        asked = _("Le professeur peut-il encore répondre ?")
        self.ask(asked, _("Levez la main pour chaque question, puis révélez."))
        self.button.description = _("Cacher") if self.revealed else _("Révéler")
        names = [_(NAMES[way]) for way in WAYS]
        self.board.rename(self.ways, _("On donne…"), names)
        method = _("Pour tous : la méthode B aide-t-elle ?")
        exercise = _("Pour l’élève n° {pupil} : quel exercice ensuite ?").format(
            pupil=self.avatar.number
        )
        if not self.revealed:
            self.answers.value = _two((method, "?", "", ""), (exercise, "?", "", ""))
            self.counter.value = self.notes.value = ""
            return
        self.answers.value = _two(
            (method, *self._method()), (exercise, *self._exercise())
        )  # fmt: skip
        self.counter.value = counter_list(self.held.damages[self.way])
        found = _(
            "Retrouvés : on connaît leur réponse à coup sûr. Accusés à tort : on les juge par leur"
            " groupe."
        )
        moral = _("On anonymise, sauf quand on personnalise.")
        self.notes.value = (
            f"<p>{escape(_(MORALS[self.way]))} {escape(moral)}</p><p>{escape(found)}</p>"
        )

    def _method(self) -> tuple[str, str, str]:
        effect = self.held.effect(self.way)
        if effect is None:
            return _("non"), _("on ne sait plus qui suit quelle méthode"), "no"
        low, high = (points(bound) for bound in effect.interval)
        told = _("{value} sur 20 (à 95 %, entre {low} et {high})").format(
            value=points(effect.value), low=low, high=high
        )
        return (_("oui"), told, "yes") if effect.verdict > 0 else (_("non"), told, "no")

    def _exercise(self) -> tuple[str, str, str]:
        exercise = self.held.advice(self.way, self.avatar.number)
        if exercise is None:
            return _("non"), _("il faut savoir que c’est cet élève"), "no"
        # The name is that of a French service's exercise.
        return (
            _("oui"),
            f'<code lang="fr">{escape(exercise.removeprefix("exercises/"))}</code>',
            "yes",
        )


def _two(*boxes: tuple[str, str, str, str]) -> str:
    said = "".join(
        f'<div class="poucet-{kind or "unknown"}"><dt>{escape(asked)}</dt>'
        f"<dd><strong>{escape(answer)}</strong> "
        f"<span>{told if told.startswith('<code') else escape(told)}</span></dd></div>"
        for asked, answer, told, kind in boxes
    )
    return f"<dl>{said}</dl>"
