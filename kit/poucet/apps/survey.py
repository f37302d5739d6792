"""The survey of board 7: what a school may hand over of it, and what each way saves and costs.

The lycée asked its pupils whether money is short at home. Whoever gets a file about it may also
know a pupil's class, sex, commune and grant: the whole neighbourhood does.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from poucet.apps.record_lines import lesson_school
from poucet.apps.term_trail import TermTrail, term_trail
from poucet.damages import Damage, euros_a_year, usefulness
from poucet.errors import PoucetError
from poucet.exports.service import OPAQUE_ID
from poucet.exports.trail import TrailColumns, trail_truth
from poucet.figures.trade_off import TradeOff, by_k, known_for_sure
from poucet.protect import (
    KAnonymous,
    MethodEffect,
    k_anonymise,
    method_effect,
    noise_for_a_picture,
)
from poucet.protect.answers import Answers
from poucet.protect.hierarchies import ANY
from poucet.protect.teaching_questions import choice

if TYPE_CHECKING:
    from poucet.school import School

KNOWN = ("class", "sex", "commune", "scholarship")
SECRET = "money"
KS = (1, 2, 3, 5, 10, 20, 50)
K = 5  # of the table that the town council gets
NAMED = ("given_name", "family_name", "email")
WAYS = ("names", "codes", "k", "class", "noise")
EPSILON = 1.0  # what the two means cost
STEPS = 1000  # a share of right answers is counted in thousandths, to be told with noise
SEED = 7
DRAWS = 20_000  # to know how far the noise goes, 95 times in 100
BOTH_ENDS = (2.5, 97.5)


@dataclass(frozen=True, eq=False)
class Group:
    """The pupils of the published table who have the same cells.

    Attributes
    ----------
    cells : dict of str to object
        What the table says of each of them; ``"*"`` where it says nothing.
    size : int
        How many rows; 0 for a pupil whom the table leaves out.
    yes : int
        How many of them said that money is short.
    """

    cells: dict[str, Any]
    size: int
    yes: int


@dataclass(frozen=True, eq=False)
class Survey:
    """The school's own file of the survey, and what can be made of it.

    Attributes
    ----------
    school : School
        The school, with its sealed truth.
    trail : TermTrail
        Its trail, with the answers to the exercises.
    table : dict of str to ndarray
        The columns of `KNOWN`, ``money``, and the ``score`` of each pupil.
    methods : dict of str to str
        The method that each class follows.
    """

    school: School
    trail: TermTrail
    table: dict[str, np.ndarray]
    methods: dict[str, str]
    _read: dict[int, Answers] = field(default_factory=dict, repr=False)

    @cached_property
    def by_k(self) -> TradeOff:
        """What is known and what is kept at each k."""
        return by_k(self.table, KNOWN, SECRET, KS)

    @cached_property
    def released(self) -> KAnonymous:
        """The table that the town council gets."""
        return self.release(K)

    def release(self, k: int) -> KAnonymous:
        """Make the table vaguer until everybody is one of k."""
        return k_anonymise(self.table, KNOWN, k)

    @cached_property
    def _rows(self) -> np.ndarray:
        """Give for each pupil the row in the council's table, −1 if there is none."""
        rows = np.full(self.school.size, -1)
        kept = np.setdiff1d(np.arange(self.school.size), self.released.suppressed)
        rows[kept] = np.arange(len(kept))
        return rows

    def group(self, pupil: int) -> Group:
        """Give the group of a pupil in the council's table."""
        row = int(self._rows[pupil - 1])
        if row < 0:
            return Group({}, 0, 0)
        frame = self.released.frame
        cells = {name: frame[name][row] for name in KNOWN}
        same = np.all([frame[name] == cell for name, cell in cells.items()], axis=0)
        return Group(cells, int(same.sum()), int(frame[SECRET][same].sum()))

    @cached_property
    def raw_effect(self) -> MethodEffect:
        """What method B adds, in the school's own file."""
        return method_effect(self.table, self.methods, of="class")

    def effect(self, way: str) -> MethodEffect | None:
        """Compare the two methods with what a way hands over; None if it does not allow it."""
        if way == "noise":
            return self._noisy_effect
        if way != "k":
            return self.raw_effect
        try:
            return method_effect(self.released.frame, self.methods, of="class")
        except PoucetError:
            return None

    @cached_property
    def _noisy_effect(self) -> MethodEffect:
        """Tell both means with noise: their sums, since everybody knows who follows what."""
        raw = self.raw_effect
        first, second = raw.pupils
        scale = EPSILON / STEPS  # a pupil changes one of the sums by so many steps
        one, two = noise_for_a_picture(scale, 2 * DRAWS, SEED).reshape(2, DRAWS) / STEPS
        error = two / second - one / first
        value = raw.value + float(error[0])
        low, high = (value - float(end) for end in np.percentile(error, BOTH_ENDS)[::-1])
        return MethodEffect(value, (low, high), 0.0, raw.unit, raw.methods, ())

    def advice(self, way: str, pupil: int) -> str | None:
        """Choose a pupil's next exercise with what a way hands over; None if it cannot be."""
        if way not in ("names", "codes"):
            return None
        answers = self._answers_of(int(self.school.codes["level"][pupil - 1]))
        if pupil not in answers.pupils:
            return None
        chosen = choice(answers, answers.pupils.index(pupil))
        return None if chosen is None else str(answers.exercises[chosen])

    def _answers_of(self, level: int) -> Answers:
        """Read the answers of a level: the others do other exercises, and say nothing of these."""
        if level not in self._read:
            who = np.repeat(np.arange(1, self.school.size + 1), np.diff(self.trail.begins))
            used = ~np.isnan(self.trail.score)
            used &= np.repeat(self.school.codes["level"] == level, np.diff(self.trail.begins))
            thing = self.trail.codes["object"][used]
            codes = {"pupil": who[used], "object": thing, "score": self.trail.score[used]}
            names = {"object": self.trail.categories["object"]}
            self._read[level] = Answers.read(TrailColumns(codes, names))
        return self._read[level]

    @cached_property
    def damages(self) -> dict[str, Damage]:
        """Count the four figures of each way, as lesson 7 does."""
        both, alone = ("profiled_ads", "records"), ("records",)
        kept = [name for name, level in self.released.levels.items() if not level]
        frame = self.released.frame
        return {
            "names": self._damage(self.table, KNOWN, (*NAMED, *KNOWN, "trail"), both, True),
            "codes": self._damage(self.table, KNOWN, (OPAQUE_ID, *KNOWN, "trail"), both),
            "k": self._damage(frame, KNOWN, kept, alone),
            "class": self._damage(self.table, ("class",), ("class",), alone),
            "noise": Damage(0, 0, 0, usefulness((), questions=1), self.school.size),
        }

    def _damage(
        self, frame: dict[str, np.ndarray], by: tuple[str, ...], held: Any, uses: Any,
        named: bool = False,
    ) -> Damage:  # fmt: skip
        """Count: found, whose answer is certain; accused, whom a group where yes wins belies."""
        sure = int(known_for_sure(frame, by, SECRET).sum())
        rows = zip(*(frame[name] for name in by), strict=True)
        told = np.array(["\n".join(map(str, cells)) for cells in rows])
        group = np.unique(told, return_inverse=True)[1]
        yes = np.bincount(group, frame[SECRET]) / np.bincount(group)
        return Damage(
            found=self.school.size if named else sure,
            accused=0 if named else int(((yes > 1 / 2)[group] & ~frame[SECRET]).sum()),
            euros=euros_a_year(self.school, held, uses=uses),
            usefulness=usefulness(held),
            pupils=self.school.size,
        )


@cache
def survey() -> Survey:
    """Give the survey of the lesson's school; the first call reads it."""
    return survey_of(lesson_school(), term_trail())


def survey_of(school: School, trail: TermTrail) -> Survey:
    """Read a school's survey, and each pupil's share of right answers."""
    answered = ~np.isnan(trail.score)
    who = np.repeat(np.arange(school.size), np.diff(trail.begins))[answered]
    score = np.bincount(who, trail.score[answered], school.size)
    table = {name: school.columns[name] for name in KNOWN}
    table[SECRET] = school.sealed["money_trouble"]
    worked = np.bincount(who, minlength=school.size)
    table["score"] = np.divide(score, worked, np.full(school.size, np.nan), where=worked > 0)
    return Survey(school, trail, table, trail_truth(school).method_of_class)


def is_silent(cell: Any) -> bool:
    """Tell whether a cell of the published table says nothing."""
    return isinstance(cell, str) and cell == ANY
