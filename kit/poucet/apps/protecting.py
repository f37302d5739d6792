"""Board 7, “Protect, don't destroy”: hidden among five, the dial k, the budget, the teacher."""

from __future__ import annotations

from poucet.apps.avatar_field import AvatarField
from poucet.apps.base import safely
from poucet.apps.hidden_among_five import HiddenAmongFive
from poucet.apps.spending_a_budget import SpendingABudget
from poucet.apps.survey import Survey, survey
from poucet.apps.teacher_asks import TeacherAsks
from poucet.apps.turning_k import TurningK
from poucet.apps.views import BoardOfViews
from poucet.i18n import gettext as _

AUGUSTIN = 551  # hidden among five who all said the same; lesson 7 tells about him


def prepare() -> None:
    """Protect the survey in each way once."""
    held = survey()
    held.by_k, held.damages  # noqa: B018 - kept once read


def open_board() -> Protecting:
    """Build the board."""
    return Protecting(survey())


class Protecting(BoardOfViews):
    """Hide pupils in groups, then under noise, and see what is left for their teachers.

    Parameters
    ----------
    held : Survey
        The school's file of the survey.
    """

    def __init__(self, held: Survey) -> None:
        super().__init__(7)
        first = AUGUSTIN if held.school.size >= AUGUSTIN else 1
        self.avatar = AvatarField(held.school.size, first, self._change_avatar)
        self.hidden = HiddenAmongFive(self, held, self.avatar)
        self.teacher = TeacherAsks(self, held, self.avatar)
        views = {
            "hidden": self.hidden,
            "k": TurningK(self, held),
            "budget": SpendingABudget(self, int(held.table["money"].sum())),
            "teacher": self.teacher,
        }
        self.page = self.show_views(views, self.avatar.row)

    @safely
    def _change_avatar(self) -> None:
        self.hidden.hide()
        self.teacher.hide()
        self.write()

    def title(self) -> str:
        """Give the board's title."""
        return _("Protéger sans détruire")

    def ask(self) -> str:
        """Give the words before the chooser."""
        return _("Question")

    def write(self) -> None:
        """Write every text in the language in use."""
        super().write()
        self.avatar.name()
        about_one = self.view in (self.hidden, self.teacher)
        self.avatar.row.layout.display = None if about_one else "none"
