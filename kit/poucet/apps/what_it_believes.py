"""Board 5, “What the machine believes”: the accused, the threshold, and the face of an error."""

from __future__ import annotations

from poucet.apps.base import safely
from poucet.apps.facing_the_accused import FacingTheAccused
from poucet.apps.setting_the_threshold import SettingTheThreshold
from poucet.apps.suspect_choice import SuspectChoice
from poucet.apps.suspicions import FIRST_THRESHOLD, THRESHOLDS, TRAITS, Suspicions, suspicions
from poucet.apps.the_accused import TheAccused
from poucet.apps.views import BoardOfViews
from poucet.figures import confusion, precision_recall
from poucet.figures.html import as_html
from poucet.i18n import gettext as _


def prepare() -> None:
    """Read the habits, and draw both figures once: all is slow the first time only."""
    scores = {threshold: suspicions().score(TRAITS[0], threshold) for threshold in THRESHOLDS}
    as_html(confusion.figure(scores[FIRST_THRESHOLD]), "")
    as_html(precision_recall.figure(scores, FIRST_THRESHOLD), "")


def open_board() -> WhatItBelieves:
    """Build the board."""
    return WhatItBelieves(suspicions())


class WhatItBelieves(BoardOfViews):
    """Choose a trait, move the threshold, then meet somebody whom the machine accuses.

    Parameters
    ----------
    held : Suspicions
        What the machine holds against the pupils.
    """

    def __init__(self, held: Suspicions) -> None:
        super().__init__(5)
        self.choice = SuspectChoice(self, self._change)
        self.face = FacingTheAccused(self, held, self.choice)
        views = {
            "accused": TheAccused(self, held, self.choice),
            "threshold": SettingTheThreshold(self, held, self.choice),
            "face": self.face,
        }
        self.page = self.show_views(views, self.choice.thresholds, self.choice.traits)

    @safely
    def _change(self) -> None:
        self.face.restart()
        self.write()

    def title(self) -> str:
        """Give the board's title."""
        return _("Ce que la machine croit savoir")

    def ask(self) -> str:
        """Give the words before the chooser."""
        return _("Question")

    def write(self) -> None:
        """Write every text in the language in use."""
        self.choice.write()
        super().write()
