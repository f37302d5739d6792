"""What the machine holds against each pupil, kept small for board 5.

Reading the habits of a whole school takes seventy megabytes. The board needs the points of each
pupil for each trait, and the lines that accused those few whom it shows; the rest is let go.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from poucet.apps.record_lines import lesson_school
from poucet.apps.term_trail import TermTrail, term_trail
from poucet.attacks import infer
from poucet.attacks.habits_seen import habits_seen
from poucet.attacks.inference_rules import ENOUGH, RULES, Rule
from poucet.attacks.inference_score import InferenceScore, score_guess
from poucet.damages import Damage, euros_a_year, usefulness
from poucet.exports.service import OPAQUE_ID
from poucet.exports.trail import TrailColumns

if TYPE_CHECKING:
    from poucet.attacks.inference import Evidence
    from poucet.school import School

TRAITS = ("sleeplessness", "job", "money_trouble", "illness", "separated_parents")
THRESHOLDS = (2, 3, 4, 5, 6)  # points from which one may accuse
FIRST_THRESHOLD = ENOUGH
SERVICE = (OPAQUE_ID, "class")  # what a service needs beside the trail
FACES = 6  # accused shown for each trait and threshold
LONG = 3  # traits that make a long card
OF_THE_LESSON = (930, 492)  # Myriam and Juliette, whom lesson 5 tells about
LINES = 4  # shown of those that accuse somebody


@dataclass(frozen=True, eq=False)
class Held:
    """One clue held against a pupil.

    Attributes
    ----------
    rule : Rule
        What it says, and its points.
    rows : ndarray of int32
        The rows of the board's trail that it was read in.
    """

    rule: Rule
    rows: np.ndarray


@dataclass(frozen=True, eq=False)
class Suspicions:
    """The points of every pupil, and the clues against some.

    Attributes
    ----------
    school : School
        The school, with its sealed truth.
    trail : TermTrail
        The lines that the clues point at.
    points : dict of str to ndarray of int8
        For each trait, the points of avatar i + 1.
    faces : dict of str to list of int
        For each trait, the avatars whom the board may show, in order.
    held : dict of (str, int) to tuple of Held
        The clues against each of them.
    """

    school: School
    trail: TermTrail
    points: dict[str, np.ndarray]
    faces: dict[str, list[int]]
    held: dict[tuple[str, int], tuple[Held, ...]]

    def score(self, trait: str, threshold: int) -> InferenceScore:
        """Judge an accusation of everybody who has so many points."""
        people = np.arange(1, self.school.size + 1)
        return score_guess(people, self.points[trait] >= threshold, self.school.sealed[trait])

    def damage(self, trait: str, threshold: int) -> Damage:
        """Count as lesson 5 does: who is found out, who is accused, and what the list brings."""
        score = self.score(trait, threshold)
        listed = {trait: self.points[trait] >= threshold}
        return Damage(
            found=len(score.found),
            accused=len(score.accused),
            euros=euros_a_year(self.school, [*SERVICE, "trail"], guesses=listed),
            usefulness=usefulness(SERVICE),
            pupils=self.school.size,
        )

    def accused(self, trait: str, threshold: int) -> list[int]:
        """Give the accused whom the board shows: first, if any, one who is accused wrongly."""
        accused = [one for one in self.faces[trait] if self.says(one, trait, threshold)]
        return shown(accused, self.school.sealed[trait])

    def rows(self, pupil: int, trait: str) -> np.ndarray:
        """Give all the rows that accuse somebody, in order of time."""
        return np.unique(np.concatenate([clue.rows for clue in self.held[trait, pupil]]))

    def lines(self, pupil: int, trait: str) -> dict[str, np.ndarray]:
        """Give a few of the lines that accuse somebody, some for each clue, in order of time."""
        # two clues may read the same lines: some nights, many nights
        read = list({clue.rows.tobytes(): clue.rows for clue in self.held[trait, pupil]}.values())
        read = [rows for rows in read if len(rows)]
        each = -(-LINES // max(1, len(read)))
        spread = [rows[np.linspace(0, len(rows) - 1, each).astype(int)] for rows in read]
        rows = np.unique(np.concatenate([np.zeros(0, np.int32), *spread]))[:LINES]
        moments = self.trail.starts.astype("datetime64[s]")
        return {"time": moments + self.trail.time[rows].astype("timedelta64[s]")} | {
            name: self.trail.categories[name][codes[rows]]
            for name, codes in self.trail.codes.items()
        }

    def says(self, pupil: int, trait: str, threshold: int) -> bool:
        """Tell whether the machine accuses a pupil of a trait."""
        return bool(self.points[trait][pupil - 1] >= threshold)

    def is_true(self, pupil: int, trait: str) -> bool:
        """Tell whether a pupil has a trait: what the machine does not know."""
        return bool(self.school.sealed[trait][pupil - 1])


@cache
def suspicions() -> Suspicions:
    """Give what is held against the pupils of the lesson's school; the first call reads it."""
    return suspicions_of(lesson_school(), term_trail())


def suspicions_of(school: School, trail: TermTrail) -> Suspicions:
    """Read the habits of a school in its trail, and keep what the board shows."""
    seen = habits_seen(TrailColumns(trail.codes | trail.events(), trail.categories))
    guesses = {trait: infer(seen, trait) for trait in TRAITS}
    points = {trait: np.zeros(school.size, np.int8) for trait in TRAITS}
    for trait, guess in guesses.items():
        points[trait][guess.people - 1] = guess.strength
    order = _order(school.seed, np.sum([p >= FIRST_THRESHOLD for p in points.values()], axis=0))
    faces: dict[str, list[int]] = {}
    held: dict[tuple[str, int], tuple[Held, ...]] = {}
    for trait, guess in guesses.items():
        chosen: dict[int, None] = {}
        for threshold in THRESHOLDS:
            accused = [one for one in order if points[trait][one - 1] >= threshold]
            chosen |= dict.fromkeys(shown(accused, school.sealed[trait]))
        faces[trait] = [one for one in order if one in chosen]
        for one in faces[trait]:
            held[trait, one] = _kept(trait, guess.evidence(one))
    return Suspicions(school, trail, points, faces, held)


def shown(accused: list[int], truth: np.ndarray) -> list[int]:
    """Choose a few of the accused, in their order but for one who is accused wrongly: the first.

    Examples
    --------
    >>> shown([5, 3, 1], np.array([True, True, False, False, True]))
    [3, 5, 1]
    """
    wrong = [one for one in accused if not truth[one - 1]][:1]
    return [*wrong, *(one for one in accused if one not in wrong)][:FACES]


def _order(seed: int, believed: np.ndarray) -> list[int]:
    """Draw an order of the pupils: those of the lesson, those with a long card, the others."""
    turns = np.random.Generator(np.random.PCG64(seed)).random(len(believed))
    drawn = (np.lexsort((turns, believed < LONG)) + 1).tolist()
    return list(dict.fromkeys([*(one for one in OF_THE_LESSON if one in drawn), *drawn]))


def _kept(trait: str, evidence: Evidence) -> tuple[Held, ...]:
    rules = {rule.key: rule for rule in RULES[trait]}
    return tuple(Held(rules[clue.key], clue.rows.astype(np.int32)) for clue in evidence.clues)
