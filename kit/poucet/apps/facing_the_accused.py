"""Third question of board 5: somebody is accused, with the lines that accuse, rightly or not."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import ipywidgets as widgets

from poucet.apps.base import Board, safely
from poucet.apps.reading_a_trail import raw
from poucet.apps.revealing import RevealingView
from poucet.apps.suspicions import TRAITS
from poucet.attacks.inference import trait_name
from poucet.i18n import gettext as _
from poucet.i18n import ngettext, number

if TYPE_CHECKING:
    from poucet.apps.suspect_choice import SuspectChoice
    from poucet.apps.suspicions import Suspicions


class FacingTheAccused(RevealingView):
    """Read the card that the machine wrote about a pupil, vote, then open the sealed file.

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
        self.turn = 0
        self.next = widgets.Button()
        self.card = widgets.HTML().add_class("poucet-card").add_class("poucet-live")
        self.file = widgets.HTML().add_class("poucet-file").add_class("poucet-live")
        self.log = widgets.HTML().add_class("poucet-log")
        self.truth = widgets.HTML().add_class("poucet-truth").add_class("poucet-live")
        row = (
            widgets.HBox([self.question, self.button, self.next])
            .add_class("poucet-main")
            .add_class("poucet-row")
        )
        both = widgets.HBox([self.card, self.file]).add_class("poucet-main")
        self.box = widgets.VBox([row, both, self.log, self.truth])
        self.box.add_class("poucet-story").add_class("poucet-facing")
        self.next.on_click(self._turn)

    def restart(self) -> None:
        """Begin with another trait, or another threshold."""
        self.turn = 0
        self.hide()

    @property
    def pupil(self) -> int | None:
        """The avatar on screen; None if nobody is accused."""
        accused = self.held.accused(self.choice.trait, self.choice.threshold)
        return accused[self.turn % len(accused)] if accused else None

    @safely
    def _turn(self, button: widgets.Button) -> None:
        self.turn += 1
        self.hide()
        self.write()

    def title(self) -> str:
        """Give the words of the button that opens the view."""
        return _("Un accusé")

    def write(self) -> None:
        """Write every text in the language in use."""
        pupil = self.pupil
        asked = _("La machine dit-elle vrai ?")
        known = _("Levez la main : pour, contre.")
        if pupil is None:
            known = _("À ce seuil, elle n’accuse personne.")
        self.ask(asked, known)
        self.button.description = _("Cacher la vérité") if self.revealed else _("Révéler")
        self.next.description = _("Un autre élève")
        self.button.disabled = self.next.disabled = pupil is None
        if pupil is None:
            for place in (self.card, self.file, self.log, self.truth):
                place.value = ""
            return
        self.card.value = self._card(pupil)
        self.file.value = self._file(pupil)
        # The lines are data of a French service: their words are in no language of the board.
        lines = escape(raw(self.held.lines(pupil, self.choice.trait), 0))
        self.log.value = f'<pre lang="fr" tabindex="0">{lines}</pre>'
        self.truth.value = self._truth(pupil) if self.revealed else ""

    def _told(self, pupil: int, column: str) -> str:
        return str(self.held.school.columns[column][pupil - 1])

    def _card(self, pupil: int) -> str:
        name = f"{self._told(pupil, 'given_name')} {self._told(pupil, 'family_name')}"
        return (
            f"<p><strong>{escape(name)}</strong></p><p>{escape(self._told(pupil, 'class'))}</p>"
            f'<p class="poucet-fictitious">{escape(_("PERSONNAGE FICTIF"))}</p>'
        )

    def _file(self, pupil: int) -> str:
        trait, threshold = self.choice.trait, self.choice.threshold
        said = [trait, *(one for one in TRAITS if one != trait)]
        believed = ", ".join(
            self._judged(pupil, one) for one in said if self.held.says(pupil, one, threshold)
        )
        clues = "".join(
            f"<li>{escape(clue.rule.sentence)} <strong>({clue.rule.points:+d})</strong></li>"
            for clue in self.held.held[trait, pupil]
        )
        count = len(self.held.rows(pupil, trait))
        source = ngettext(
            "Lu dans {lines} ligne de la trace :",
            "Lu dans {lines} lignes de la trace :",
            count,
        )
        if count > len(self.held.lines(pupil, trait)["time"]):
            source = _("Lu dans {lines} lignes de la trace, dont :")
        source = source.format(lines=number(count))
        heading = _("« {trait} » : {points} points, car cet élève…").format(
            trait=trait_name(trait), points=number(int(self.held.points[trait][pupil - 1]))
        )
        says = escape(_("La fiche :"))
        return (
            f'<p class="poucet-believed"><span>{says}</span> {believed}</p>'
            f"<h2>{escape(heading)}</h2><ul>{clues}</ul><p>{escape(source)}</p>"
        )

    def _judged(self, pupil: int, trait: str) -> str:
        """Write a trait of the card, and once revealed whether it is true."""
        name = escape(trait_name(trait))
        if not self.revealed:
            return name
        true = self.held.is_true(pupil, trait)
        mark, word = ("✔", _("vrai")) if true else ("✘", _("faux"))
        return f'{name} <span aria-hidden="true">{mark}</span> ({escape(word)})'

    def _truth(self, pupil: int) -> str:
        trait, threshold = self.choice.trait, self.choice.threshold
        score = self.held.score(trait, threshold)
        wrong, accused = len(score.accused), len(score.accused) + len(score.found)
        given = self._told(pupil, "given_name")
        if self.held.is_true(pupil, trait):
            verdict, lines = _("C’est vrai."), [_("Mais {given} ne l’a dit à personne.")]
        else:
            verdict, lines = _("C’est faux."), [innocent()[trait], _("{given} n’en saura rien.")]
        told = " ".join(lines).format(given=given)
        count = ngettext(
            "Sur {accused} accusés, {wrong} l’est à tort.",
            "Sur {accused} accusés, {wrong} le sont à tort.",
            wrong,
        ).format(accused=number(accused), wrong=number(wrong))
        return (
            f"<p><strong>{escape(verdict)}</strong> {escape(told)} {escape(count)}"
            f" {escape(_('Qui leur répondra ?'))}</p>"
        )


def innocent() -> dict[str, str]:
    """Say for each trait what else leaves the same lines."""
    return {
        "sleeplessness": _("Une série, un exposé sur le sommeil : les lignes sont les mêmes."),
        "job": _("Un sport, une chorale : le trou dans la soirée est le même."),
        "money_trouble": _("Préférer son téléphone laisse les mêmes lignes."),
        "illness": _("Deux rhumes et une sortie laissent les mêmes lignes."),
        "separated_parents": _("Des week-ends chez ses cousins laissent les mêmes lignes."),
    }
