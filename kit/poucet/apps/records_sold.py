"""Fourth question of board 6: a file of records for sale, what it brings, and the false ones."""

from __future__ import annotations

from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets
import numpy as np

from poucet.apps.base import Board, safely
from poucet.apps.record_lines import lesson_school
from poucet.apps.revealing import BettingView
from poucet.apps.singling_out import big
from poucet.apps.term_trail import term_trail
from poucet.attacks import class_sizes
from poucet.damages import Damage, counter_list, euros_a_year, usefulness
from poucet.damages.readings import wrongly_read
from poucet.exports.service import OPAQUE_ID
from poucet.exports.trail import TrailColumns
from poucet.i18n import gettext as _
from poucet.i18n import ngettext, number
from poucet.labels import label
from poucet.market.recruiter import RecruiterScore, recruiter_score

if TYPE_CHECKING:
    from poucet.school import School

LIST = "accommodation"  # whoever has a support arrangement is put on the health list
SOLD = (
    ("class", "sex", "birth_date", "commune", LIST),
    ("class", "sex", "birth_date", "commune"),
    ("class", "sex", "birth_month"),
    ("class",),
)


class RecordsSold(BettingView):
    """Bet how many on a health list are not ill, then sell less and less of the file.

    Parameters
    ----------
    board : Board
        The board.
    """

    def __init__(self, board: Board) -> None:
        self.school = lesson_school()
        self.listed = int((self.school.columns[LIST] != "").sum())
        super().__init__(board, self.listed)
        self.heading = widgets.HTML()
        self.sold = widgets.ToggleButtons(options=[("", way) for way in SOLD], value=SOLD[0])
        self.sold.add_class("poucet-chooser").add_class("poucet-column")
        self.sold.observe(self._choose, names="value")
        self.answer = widgets.HTML().add_class("poucet-answer").add_class("poucet-live")
        self.counter = widgets.HTML().add_class("poucet-counted").add_class("poucet-live")
        self.notes = widgets.HTML().add_class("poucet-notes").add_class("poucet-live")
        controls = widgets.VBox([self.heading, self.sold]).add_class("poucet-controls")
        stage = widgets.VBox(
            [self.question, self.bet.row, self.answer, self.counter, self.notes]
        ).add_class("poucet-stage")
        self.box = widgets.HBox([controls, stage]).add_class("poucet-main")
        self.box.add_class("poucet-records")

    @safely
    def _choose(self, change: dict[str, Any]) -> None:
        if change["new"] is None:  # forged: the page's own buttons always choose
            with self.board.quietly():
                self.sold.value = SOLD[0]
        self.write()

    def title(self) -> str:
        """Give the words of the button that opens the view."""
        return _("Les fiches")

    def write(self) -> None:
        """Write every text in the language in use."""
        asked = _("Combien ne sont pas malades ?")
        known = _(
            "Un courtier met sur sa liste « santé » les {listed} élèves qui ont un aménagement"
            " d’examen."
        ).format(listed=number(self.listed))
        self.ask(asked, known)
        self.heading.value = f"<h2>{escape(_('Ce que l’on vend'))}</h2>"
        names = [", ".join(label(column) for column in way) for way in SOLD]
        self.board.rename(self.sold, _("Pour chaque élève du lycée"), names)
        self.bet.name(_("Pari de la classe"))
        self.button.description = _("Nouveau pari") if self.revealed else _("Révéler")
        if not self.revealed:
            recruiter()  # a quarter of a second, once, while nobody waits for an answer
            self.answer.value = big("?", _("Levez la main, puis révélez."))
            self.counter.value = self.notes.value = ""
            return
        wrong = damage(SOLD[0]).accused
        bet = _("La classe avait parié {bet}.").format(bet=number(self.bet.value))
        words = ngettext("n’est pas malade.", "ne sont pas malades.", wrong)
        self.answer.value = big(number(wrong), words, *([bet] if self.bet.made else []))
        self.counter.value = counter_list(damage(self.sold.value))
        self.notes.value = "".join(f"<p>{escape(line)}</p>" for line in self._lines())
        source = _("Source : Société informatique de France, 16 juin 2017.")
        self.notes.value += f'<p class="poucet-source">{escape(source)}</p>'

    def _lines(self) -> tuple[str, ...]:
        return (
            _("Le gain est minuscule, le dégât ne l’est pas : une fiche fausse se vend aussi."),
            _(
                "Euros : le fichier du lycée entier, vendu une fois dans l’année, un dollar compté"
                " pour un euro."
            ),
            _("Et les recruteurs ? {score}").format(score=recruiter()),
        )


@cache
def damage(sold: tuple[str, ...]) -> Damage:
    """Count as lesson 6 does what a file sold lets happen, once for each file."""
    school = lesson_school()
    return Damage(
        found=class_sizes(_codes(school), sold).unique,
        accused=int(wrongly_read(school.columns, school.sealed, sold).sum()),
        euros=euros_a_year(school, sold, uses=["records"]),
        usefulness=usefulness([OPAQUE_ID, *sold]),
        pupils=school.size,
    )


@cache
def recruiter() -> RecruiterScore:
    """Make the score that a recruiter might buy, once."""
    trail = term_trail()
    lines = trail.events() | trail.codes | {"score": trail.score}
    return recruiter_score(TrailColumns(lines, trail.categories))


def _codes(school: School) -> dict[str, np.ndarray]:
    cells = {name: school.columns[name] for name in SOLD[0]}
    cells["birth_month"] = school.columns["birth_date"].astype("datetime64[M]")
    return {
        name: np.unique(column.astype(str), return_inverse=True)[1]
        for name, column in cells.items()
    }
