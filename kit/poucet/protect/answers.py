"""Answers to exercises, read from any trail or table, and the model that explains them.

Whoever teaches reads in them how able each pupil is and how hard each exercise; both follow from
one another, so both are fitted at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from poucet.attacks.cells import DATE, NUMBER, WORD, Cells, read_cells
from poucet.attacks.table import choose, open_table
from poucet.errors import PoucetError
from poucet.i18n import gettext as _

PULL = 1  # estimates are drawn to the mean as by this many average answers


@dataclass(frozen=True, eq=False)
class Column:
    """A column of the answers: each row's place in a list of values, −1 where it is missing."""

    place: np.ndarray
    values: list[Any]


def read_answers(trail: Any, names: list[Any]) -> tuple[np.ndarray, list[Column]]:
    """Read the answers of a trail: its rows that have a score.

    Parameters
    ----------
    trail : table
        pandas, Polars or Arrow table, dictionary of columns, or an object with ``codes`` and
        ``categories``, the way boards hold a trail. Its ``score`` is a share from 0 to 1.
    names : list
        The other columns to read.

    Returns
    -------
    score : ndarray of float
        One an answer.
    columns : list of Column
        One a name.

    Raises
    ------
    poucet.errors.PoucetError
        If a column is missing, or the scores are no shares.
    """
    coded = hasattr(trail, "codes") and hasattr(trail, "categories")
    table = trail.codes if coded else open_table(trail)
    choose(table, ["score", *dict.fromkeys(names)], "trail")
    (score,), _rows = read_cells(table, ["score"])
    if score.kind != NUMBER:
        raise _no_share()
    known = np.ones(len(score), bool) if score.missing is None else ~score.missing
    share = score.values.astype(np.float64)
    known &= ~np.isnan(share)
    share = share[known]
    if not len(share):
        raise PoucetError(_("Aucune ligne n’a de score : il n’y a pas de réponse à étudier."))
    if share.min() < 0 or share.max() > 1:
        raise _no_share()
    columns = []
    for name in names:
        if coded and name in trail.categories:
            columns.append(
                Column(table[name][known].astype(np.int64), list(trail.categories[name]))
            )
        else:
            columns.append(_column(read_cells(table, [name])[0][0], known))
    return share, columns


def _no_share() -> PoucetError:
    return PoucetError(
        _(
            "La colonne « score » doit contenir des parts de bonnes réponses, entre 0 et 1 ; une"
            " note sur 20 se divise par 20."
        )
    )


def _column(cells: Cells, known: np.ndarray) -> Column:
    place, values = cells.values[known], cells.words
    if cells.kind != WORD:
        distinct, place = np.unique(place, return_inverse=True)
        values = list(distinct) if cells.kind == DATE else distinct.tolist()
    place = place.astype(np.int64)
    if cells.missing is not None:
        place[cells.missing[known]] = -1
    return Column(place, values)


@dataclass(frozen=True, eq=False)
class Answers:
    """Who answered what, and how well.

    Attributes
    ----------
    pupils, exercises : list
        The values that stand for them in the table.
    pupil, exercise : ndarray of int
        Their places in those lists, one an answer.
    score : ndarray of float
        The share of right answers.
    """

    pupils: list[Any]
    exercises: list[Any]
    pupil: np.ndarray
    exercise: np.ndarray
    score: np.ndarray

    @classmethod
    def read(cls, trail: Any) -> Answers:
        """Read them from a table with the columns ``pupil``, ``object`` and ``score``."""
        score, (pupil, thing) = read_answers(trail, ["pupil", "object"])
        kept = (pupil.place >= 0) & (thing.place >= 0)
        # A trail's categories hold every object there is; only those answered are exercises.
        used, exercise = np.unique(thing.place[kept], return_inverse=True)
        who, rows = np.unique(pupil.place[kept], return_inverse=True)
        return cls(
            [pupil.values[place] for place in who],
            [thing.values[place] for place in used],
            rows,
            exercise,
            score[kept],
        )

    @cached_property
    def answered(self) -> np.ndarray:
        """How many answers each exercise has."""
        return np.bincount(self.exercise, minlength=len(self.exercises))

    @cached_property
    def fitted(self) -> tuple[float, np.ndarray, np.ndarray]:
        """Mean, ability of each pupil and difficulty of each exercise, in shares.

        score = mean + ability − difficulty + luck, by least squares with a pull to zero (ridge).
        Only pupils and exercises linked by answers compare: see `group`.
        """
        mean = float(self.score.mean())
        pupils, exercises = len(self.pupils), len(self.exercises)
        pair = self.pupil * exercises + self.exercise
        times = np.bincount(pair, minlength=pupils * exercises).reshape(pupils, exercises)
        worked = times.sum(axis=1) + PULL
        left = self.score - mean
        by_pupil = np.bincount(self.pupil, left, pupils)
        by_exercise = np.bincount(self.exercise, left, exercises)
        # ability = (by_pupil + times · difficulty) / worked, put into the equations of difficulty
        shared = times / worked[:, None]
        normal = np.diag(self.answered + float(PULL)) - times.T.astype(np.float64) @ shared
        difficulty = np.linalg.solve(normal, by_pupil @ shared - by_exercise)
        return mean, (by_pupil + times @ difficulty) / worked, difficulty

    @cached_property
    def group(self) -> tuple[np.ndarray, np.ndarray]:
        """Number the groups that answers link: one for each pupil, one for each exercise.

        Pupils of one level share exercises with one another and none with the other levels.
        """
        of_pupil = np.arange(len(self.pupils))
        while True:
            of_exercise = np.full(len(self.exercises), len(self.pupils))
            np.minimum.at(of_exercise, self.exercise, of_pupil[self.pupil])
            lowest = of_pupil.copy()
            np.minimum.at(lowest, self.pupil, of_exercise[self.exercise])
            if (lowest == of_pupil).all():
                return of_pupil, of_exercise
            of_pupil = lowest

    def expected(self, pupil: int) -> np.ndarray:
        """Give the share of right answers to expect of a pupil at every exercise."""
        mean, ability, difficulty = self.fitted
        return np.clip(mean + ability[pupil] - difficulty, 0, 1)

    def done(self, pupil: int) -> np.ndarray:
        """Tell which exercises a pupil has answered."""
        done = np.zeros(len(self.exercises), bool)
        start, stop = self._bounds[pupil : pupil + 2]
        done[self.exercise[self._by_pupil[start:stop]]] = True
        return done

    @cached_property
    def _by_pupil(self) -> np.ndarray:
        return np.argsort(self.pupil, kind="stable")

    @cached_property
    def _bounds(self) -> np.ndarray:
        return np.append(0, np.cumsum(np.bincount(self.pupil, minlength=len(self.pupils))))
