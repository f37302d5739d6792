"""Third question of board 4: somebody bears the traces of another, and tells their story."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING

import ipywidgets as widgets
import numpy as np

from poucet.apps.base import Board, safely
from poucet.apps.revealing import RevealingView
from poucet.apps.supplier import WEEKS, Supplier
from poucet.exports.exercises import WORRIES
from poucet.i18n import gettext as _
from poucet.i18n import ngettext, number

if TYPE_CHECKING:
    from poucet.apps.term_trail import TermTrail

CLUES = ("birth_date", "sex")  # what puts the wrong names on the accounts
MANY_NIGHTS = 4  # in four weeks: more than one a week
NIGHT_ENDS = 4  # o'clock


@dataclass(frozen=True)
class WrongName:
    """An account that bears somebody else's name, and what would be concluded from it.

    Attributes
    ----------
    named, owner : int
        Rows of the directory: whose name it bears, and whose account it is.
    lines : int
        Lines of the account.
    nights : int
        Nights with a line between midnight and four.
    searches : tuple of str
        Telling words that were searched.
    believed : tuple of str
        Sealed traits that a hasty reader concludes, and that are false of the one named.
    """

    named: int
    owner: int
    lines: int
    nights: int
    searches: tuple[str, ...]
    believed: tuple[str, ...]


def wrong_names(supplier: Supplier, trail: TermTrail) -> list[WrongName]:
    """Find the wrong names from which something false would be concluded, the worst first."""
    sealed = supplier.school.sealed
    stories = []
    for account, named in supplier.wrongly_named(CLUES):
        owner = int(supplier.held.truth[account])
        lines = trail.lines(owner + 1)
        early = lines["time"] < trail.starts + np.timedelta64(7 * WEEKS, "D")
        time, searched = lines["time"][early], set(lines["object"][early].tolist())
        hour = (time - time.astype("datetime64[D]")).astype(int) // 3600
        nights = len(np.unique(time[hour < NIGHT_ENDS].astype("datetime64[D]")))
        worries = {t: word for t, word in WORRIES.items() if f"searches/{word}" in searched}
        traits = [*worries, *(["sleeplessness"] if nights >= MANY_NIGHTS else [])]
        believed = tuple(t for t in dict.fromkeys(traits) if not sealed[t][named])
        if believed:
            stories.append(
                WrongName(named, owner, len(time), nights, tuple(worries.values()), believed)
            )
    return sorted(stories, key=lambda story: (-len(story.believed), -story.nights, story.named))


class WrongNames(RevealingView):
    """Read a file that bears a pupil's name, vote, then learn whose traces they are.

    Parameters
    ----------
    board : Board
        The board.
    supplier : Supplier
        What the supplier holds.
    trail : TermTrail
        The lines of the school's pupils.
    """

    def __init__(self, board: Board, supplier: Supplier, trail: TermTrail) -> None:
        super().__init__(board)
        self.supplier, self.trail = supplier, trail
        self.turn = 0
        self.next = widgets.Button()
        self.card = widgets.HTML().add_class("poucet-card").add_class("poucet-live")
        self.file = widgets.HTML().add_class("poucet-file").add_class("poucet-live")
        self.truth = widgets.HTML().add_class("poucet-truth").add_class("poucet-live")
        row = (
            widgets.HBox([self.button, self.next]).add_class("poucet-main").add_class("poucet-row")
        )
        both = widgets.HBox([self.card, self.file]).add_class("poucet-main")
        self.box = widgets.VBox([self.question, row, both, self.truth]).add_class("poucet-story")
        self.next.on_click(self._turn)

    @cached_property
    def stories(self) -> list[WrongName]:
        """The wrong names to tell."""
        return wrong_names(self.supplier, self.trail)

    @property
    def story(self) -> WrongName:
        """The one on screen."""
        return self.stories[self.turn % len(self.stories)]

    @safely
    def _turn(self, button: widgets.Button) -> None:
        self.turn += 1
        self.hide()
        self.write()

    def title(self) -> str:
        """Give the words of the button that opens the view."""
        return _("Le nom d’un autre")

    def write(self) -> None:
        """Write every text in the language in use."""
        story = self.story
        asked = _("Ce dossier porte un nom. Le croyez-vous ?")
        known = _("On a comparé les comptes et l’annuaire : date de naissance, sexe.")
        self.ask(asked, known)
        self.button.description = _("Cacher la vérité") if self.revealed else _("Révéler")
        self.next.description = _("Un autre dossier")
        self.card.value = self._card(story)
        facts = "".join(f"<li>{escape(fact)}</li>" for fact in self._facts(story))
        believed = _("Conclusion : {traits}.").format(
            traits=", ".join(traits()[trait] for trait in story.believed)
        )
        self.file.value = (
            f"<h2>{escape(_('Le dossier'))}</h2><ul>{facts}</ul>"
            f'<p class="poucet-believed">{escape(believed)}</p>'
        )
        self.truth.value = self._truth(story) if self.revealed else ""

    def _told(self, row: int, *columns: str) -> list[str]:
        return [str(self.supplier.school.columns[column][row]) for column in columns]

    def _card(self, story: WrongName) -> str:
        given, family, group = self._told(story.named, "given_name", "family_name", "class")
        fictitious = escape(_("PERSONNAGE FICTIF"))
        return (
            f"<p><strong>{escape(given)} {escape(family)}</strong></p><p>{escape(group)}</p>"
            f'<p class="poucet-fictitious">{fictitious}</p>'
        )

    def _facts(self, story: WrongName) -> list[str]:
        facts = [
            _("{lines} lignes en {weeks} semaines").format(
                lines=number(story.lines), weeks=number(WEEKS)
            )
        ]
        if story.nights:
            facts.append(
                ngettext(
                    "{nights} nuit avec une connexion entre minuit et 4 heures",
                    "{nights} nuits avec une connexion entre minuit et 4 heures",
                    story.nights,
                ).format(nights=number(story.nights))
            )
        for search in story.searches:
            facts.append(_("une recherche : « {words} »").format(words=searches()[search]))
        return facts

    def _truth(self, story: WrongName) -> str:
        (given,) = self._told(story.named, "given_name")
        whose = _(
            "{given} n’y est pour rien : ces traces sont d’un autre élève, qui a tapé une fausse "
            "date de naissance."
        )
        own = (
            _("{given} a un autre compte, et ne sait rien de celui-ci.")
            if story.named in set(self.supplier.held.truth.tolist())
            else _("{given} n’a jamais ouvert de compte.")
        )
        lines = [whose.format(given=given), own.format(given=given)]
        return (
            f"<p><strong>{escape(_('C’est faux.'))}</strong> {escape(' '.join(lines))}</p>"
            f"<p>{escape(_('Qui le saura ? Qui corrigera le dossier ?'))}</p>"
        )


def traits() -> dict[str, str]:
    """Give the words for what a hasty reader concludes."""
    return {
        "sleeplessness": _("dort mal"),
        "job": _("travaille après les cours"),
        "illness": _("souvent malade"),
        "money_trouble": _("famille à court d’argent"),
        "separated_parents": _("parents séparés"),
    }


def searches() -> dict[str, str]:
    """Give the words that were searched, as a reader says them."""
    return {
        WORRIES["sleeplessness"]: _("mieux dormir"),
        WORRIES["job"]: _("contrat de travail mineur"),
        WORRIES["illness"]: _("rattraper une absence"),
        WORRIES["money_trouble"]: _("aide à la cantine"),
        WORRIES["separated_parents"]: _("deux adresses sur le dossier"),
    }
