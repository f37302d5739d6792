"""How each pupil lives, as far as a service can see it: nights, busy evenings, absences, weekends.

Habits lean on the sealed truth and on chance, so that whoever reads a trail finds many and accuses
some wrongly: most who sleep badly are seen at night, so are some who sleep well; a job leaves the
same hole in an evening as a sport; a long illness looks like a few colds; and not only children of
separated parents are elsewhere at the weekend. All the figures are chosen by the authors.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from poucet.exports.term import MOST_WEEKS
from poucet.school.draws import Draws, slots, wheel

if TYPE_CHECKING:
    from poucet.school import School

# Share of nights with a connection between midnight and four; the weights of each: those who
# sleep well, those who do not.
NIGHTS = (0.005, 0.02, 0.05, 0.10, 0.18, 0.30)
NIGHT_OWLS = ((90, 64, 36, 5, 3, 2), (12, 16, 32, 50, 50, 40))
# Taken in the evening, by a sport or a choir (no job) or by a job.
BUSY, BUSY_TWICE, BUSY_SATURDAY = (0.32, 0.92), (0.35, 0.55), (0.15, 0.75)
BUSY_EVENING = 0.15  # what is left of the chance to connect on such an evening
# Chance of each spell of illness in the term, and its length in days; a cold, a long illness.
SPELLS = ((0.45, 0.15, 0.03, 0.0), (0.85, 0.62, 0.42, 0.24))
LENGTHS = (1, 2, 3, 4, 6, 9)
LENGTH_WEIGHTS = ((38, 30, 18, 9, 4, 1), (18, 24, 22, 16, 12, 8))
# Elsewhere at weekends: parents together, parents apart (but one home for the week).
REGULAR_WEEKENDS, SOME_WEEKENDS = (0.02, 0.42), (0.06, 0.06)

AT_HOME, ALTERNATE_WEEKS, ALTERNATE_WEEKENDS, CHANCE_WEEKENDS = range(4)


@dataclass(frozen=True)
class Habits:
    """Habits as arrays, row i being avatar i + 1.

    Attributes
    ----------
    diligence : ndarray of float
        Multiplies the chance to connect outside lessons.
    night : ndarray of int32
        Chance of a connection in one night, in 65,536ths.
    evenings : ndarray of float, shape (7, pupils)
        What is left of the chance to connect each evening of the week (on Saturday, by day).
    absent : ndarray of bool, shape (pupils, days)
        Days of illness.
    second_home : ndarray of int8
        When the pupil is in the other home: `AT_HOME` (never), `ALTERNATE_WEEKS`,
        `ALTERNATE_WEEKENDS` or `CHANCE_WEEKENDS`.
    parity : ndarray of int8
        Which weeks, even or odd, are spent in the other home; siblings go together.
    family : ndarray of int
        A number shared by siblings, and by nobody else.
    """

    diligence: np.ndarray
    night: np.ndarray
    evenings: np.ndarray
    absent: np.ndarray
    second_home: np.ndarray
    parity: np.ndarray
    family: np.ndarray


def draw_habits(school: School) -> Habits:
    """Draw the habits of every pupil of a school.

    Parameters
    ----------
    school : School
        The school, with its sealed truth.

    Returns
    -------
    Habits
        One row a pupil.
    """
    draws, size, truth = Draws(school.seed, "trail habits"), school.size, school.sealed
    diligence = 0.55 + draws.turns(size) * (0.8 / 65_536)
    owls = np.concatenate([wheel(weights) for weights in NIGHT_OWLS])
    sleepless = truth["sleeplessness"].astype(np.int32)
    night = slots(NIGHTS)[owls[(sleepless << 16) + draws.turns(size)]]
    second_home, parity, family = _second_home(draws, school)
    return Habits(
        diligence=diligence,
        night=night,
        evenings=_evenings(draws, truth["job"].view(np.int8)),
        absent=_absences(draws, truth["illness"].view(np.int8)),
        second_home=second_home,
        parity=parity,
        family=family,
    )


def families(school: School) -> np.ndarray:
    """Give each family a number: same door, same guardian's phone."""
    codes = school.codes
    key = codes["guardian1_phone"].astype(np.int64)
    for column in ("commune", "address"):
        key = key * len(school.categories[column]) + codes[column]
    return np.unique(key, return_inverse=True)[1]


def _evenings(draws: Draws, job: np.ndarray) -> np.ndarray:
    size = len(job)
    busy = draws.turns(size) < slots(BUSY)[job]
    twice = busy & (draws.turns(size) < slots(BUSY_TWICE)[job])
    saturday = busy & (draws.turns(size) < slots(BUSY_SATURDAY)[job])
    one = draws.turns(size) % 5
    other = (one + 1 + draws.turns(size) % 4) % 5
    left = np.ones((7, size))
    for chosen, day in ((busy, one), (twice, other)):
        rows = np.flatnonzero(chosen)
        left[day[rows], rows] = BUSY_EVENING
    left[5, saturday] = BUSY_EVENING
    return left


def _absences(draws: Draws, illness: np.ndarray) -> np.ndarray:
    size, days = len(illness), 7 * MOST_WEEKS
    absent = np.zeros((size, days), bool)
    lengths = np.concatenate([wheel(weights, LENGTHS) for weights in LENGTH_WEIGHTS])
    day = np.arange(days)
    for chance in zip(*SPELLS, strict=True):
        rows = np.flatnonzero(draws.turns(size) < slots(chance)[illness])
        start = (days * draws.turns(len(rows)).astype(np.int32)) >> 16
        long = lengths[(illness[rows].astype(np.int32) << 16) + draws.turns(len(rows))]
        since = day - start[:, None]
        absent[rows] |= (since >= 0) & (since < long[:, None])
    return absent


def _second_home(draws: Draws, school: School) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    family = families(school)
    count = int(family.max()) + 1
    regular, some, side = draws.turns(count), draws.turns(count), draws.turns(count)
    apart = school.sealed["separated_parents"].view(np.int8)
    kind = np.full(school.size, AT_HOME, np.int8)
    kind[some[family] < slots(SOME_WEEKENDS)[apart]] = CHANCE_WEEKENDS
    kind[regular[family] < slots(REGULAR_WEEKENDS)[apart]] = ALTERNATE_WEEKENDS
    kind[school.codes["commune2"] > 0] = ALTERNATE_WEEKS
    return kind, (side[family] & 1).astype(np.int8), family
