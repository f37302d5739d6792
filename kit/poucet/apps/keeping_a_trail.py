"""Three ways of keeping the same answers, for board 3, and the damage of each, as in lesson 3."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from poucet.apps.term_trail import POINTS, WHERES
from poucet.damages import Damage, euros_a_year, usefulness
from poucet.exports.service import OPAQUE_ID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from poucet.apps.term_trail import TermTrail
    from poucet.results import Result
    from poucet.school import School

HOUR, DAY, APART = WAYS = ("hour", "day", "apart")
SERVICE = (OPAQUE_ID, "class")  # what a service needs beside the trail
NIGHT_ENDS, MANY_NIGHTS = 4, 8  # the rule of lesson 3's company: a night job


def damages(
    school: School, trail: TermTrail, measures: Sequence[Sequence[Result]]
) -> dict[str, Damage]:
    """Count what each way lets somebody find, accuse and sell.

    With the hour and the network, four known moments point at nearly everybody, and a company
    reads a night job in late lines. With the day alone they point at nobody, and there is no night
    to read. Without the number, no line belongs to anybody: nothing is left to sell, nor to answer
    the teachers' two questions.

    Parameters
    ----------
    school : School
        The school, with its sealed truth.
    trail : TermTrail
        Its trail.
    measures : sequence of sequence of Result
        As `poucet.apps.pebbles.unicity_of` gives: the hour and the network first, the day last.
    """
    hour, *_between, day = (round(row[POINTS - 1].value * trail.size) for row in measures)
    followed = euros_a_year(school, [*SERVICE, "trail"])
    useful = usefulness(SERVICE)
    wrong = int((_works_at_night(trail) & ~school.sealed["job"]).sum())
    return {
        HOUR: Damage(hour, wrong, followed, useful, trail.size),
        DAY: Damage(day, 0, followed, useful, trail.size),
        APART: Damage(
            0, 0, euros_a_year(school, SERVICE), usefulness(SERVICE, questions=0), trail.size
        ),
    }


def _works_at_night(trail: TermTrail) -> np.ndarray:
    """Tell of whom the company says so: late lines on many nights."""
    slot, pupil = trail.crowds // trail.size // WHERES, trail.crowds % trail.size
    late = slot % 24 < NIGHT_ENDS
    nights = np.unique(slot[late] // 24 * trail.size + pupil[late])
    return np.asarray(np.bincount(nights % trail.size, minlength=trail.size) >= MANY_NIGHTS)
