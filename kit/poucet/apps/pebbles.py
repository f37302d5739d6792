"""Board 3, “The trail of pebbles”: what a trail tells, and how little it takes to know whose."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from poucet.apps.all_pupils import AllPupils
from poucet.apps.avatar_field import AvatarField
from poucet.apps.keeping_a_trail import damages
from poucet.apps.known_moments import KnownMoments
from poucet.apps.reading_a_trail import ReadingATrail
from poucet.apps.record_lines import lesson_school
from poucet.apps.term_trail import TermTrail, term_trail
from poucet.apps.views import BoardOfViews
from poucet.attacks.portrait import portrait
from poucet.figures import term_map, unicity_curve
from poucet.figures.html import as_html
from poucet.i18n import gettext as _

if TYPE_CHECKING:
    from poucet.results import Result
    from poucet.school import School

FIRST_AVATAR = 594  # the one whose trail lesson 3 reads
MOST_POINTS = 5
Measures = list[list["Result"]]


def prepare() -> None:
    """Draw the trail, count, and draw the figures once: all is slow the first time only."""
    trail = term_trail()
    lines = trail.lines(FIRST_AVATAR)
    as_html(term_map.figure(lines["time"], portrait(lines)), "")
    curves = dict(zip(unicity_curve.precisions(), school_unicity(), strict=True))
    as_html(unicity_curve.figure(curves), "")


def open_board() -> Pebbles:
    """Build the board."""
    return Pebbles(lesson_school(), term_trail(), school_unicity())


@cache
def school_unicity() -> Measures:
    """Give the share of the lesson's pupils that known moments single out; counted once."""
    return unicity_of(term_trail())


def unicity_of(trail: TermTrail) -> Measures:
    """Count for each precision of the figure, with one moment, two, up to `MOST_POINTS`."""
    from poucet.attacks.moments import Moments

    events, counted = trail.events(), []
    for what, resolution in unicity_curve.precisions().values():
        ready = Moments(events, what=what, resolution=resolution)
        counted.append([ready.unicity(points) for points in range(1, MOST_POINTS + 1)])
    return counted


class Pebbles(BoardOfViews):
    """Read a trail, point at its owner with four moments, then measure the whole school.

    Parameters
    ----------
    school : School
        The school, with its sealed truth.
    trail : TermTrail
        The lines of its pupils.
    measures : list of list of Result
        What `unicity_of` gives.
    """

    def __init__(self, school: School, trail: TermTrail, measures: Measures) -> None:
        super().__init__(3)
        self.avatar = AvatarField(trail.size, FIRST_AVATAR, self._change_avatar)
        self.reading = ReadingATrail(self, trail, self.avatar)
        self.moments = KnownMoments(self, trail, self.avatar)
        self.all_pupils = AllPupils(self, trail.size, measures, damages(school, trail, measures))
        views = {"read": self.reading, "moments": self.moments, "all": self.all_pupils}
        self.page = self.show_views(views, self.avatar.row)

    def _change_avatar(self) -> None:
        self.reading.restart()
        self.moments.restart()
        self.write()

    def title(self) -> str:
        """Give the board's title."""
        return _("Les petits cailloux")

    def ask(self) -> str:
        """Give the words before the chooser."""
        return _("Question")

    def write(self) -> None:
        """Write every text in the language in use."""
        super().write()
        self.avatar.name()
        shown = self.view is not self.all_pupils
        self.avatar.row.layout.display = None if shown else "none"
