"""Two questions a school asks of a trail: which method helps, and which exercise comes next.

They are why the trail was kept. The first is about everybody and needs nobody by name; the second
is about one pupil and cannot do without. So one survives a good anonymisation, the other does not:
anonymise, unless you personalise.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from numbers import Real
from typing import Any

import numpy as np

from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.i18n import number, percent
from poucet.protect.answers import Answers, Column, read_answers
from poucet.protect.noise import NoisyCells
from poucet.results import Z95, Result

POINTS = 20  # scores are told in points out of twenty, as at school
GOAL = 0.6  # the share to aim at, neither too easy nor too hard: chosen by the authors
ENOUGH = 5  # answers that make an exercise's difficulty known


@dataclass(frozen=True)
class MethodEffect(Result):
    """What the second method adds to the share of right answers, compared with the first.

    Attributes
    ----------
    methods : tuple
        The first method and the second.
    pupils : tuple of int
        How many were taught with each; empty when the answer was told with noise.
    """

    methods: tuple[Any, Any]
    pupils: tuple[int, ...]

    @property
    def verdict(self) -> int:
        """1 if the second method helps, −1 if it harms, 0 if chance may have done it."""
        low, high = self.interval
        return 1 if low > self.baseline else -1 if high < self.baseline else 0

    def __str__(self) -> str:
        words = (
            _("on ne peut pas dire que la méthode {second} change quelque chose"),
            _("la méthode {second} aide"),
            _("la méthode {second} nuit"),
        )[self.verdict]
        low, high = (points(bound) for bound in self.interval)
        sentence = _(
            "{first} ou {second} : {words} (écart de {value} sur 20 ; à 95 %, entre {low} et"
            " {high})."
        )
        return sentence.format(
            first=self.methods[0],
            second=self.methods[1],
            words=words.format(second=self.methods[1]),
            value=points(self.value),
            low=low,
            high=high,
        )


@dataclass(frozen=True)
class NextExercise:
    """The exercise that suits a pupil.

    Attributes
    ----------
    pupil : hashable
        Whom it is for.
    exercise : hashable
        Its name in the trail.
    expected : float
        The share of right answers to expect.
    difficulty : float
        What the exercise takes from the share of an average pupil.
    ability : float
        What this pupil adds to it.
    """

    pupil: Any
    exercise: Any
    expected: float
    difficulty: float
    ability: float

    def __str__(self) -> str:
        return _(
            "Pour l’élève {pupil} : « {exercise} », où l’on attend {expected} de bonnes réponses."
        ).format(pupil=self.pupil, exercise=self.exercise, expected=percent(self.expected))


def points(share: float) -> str:
    """Write a share as points out of twenty, with its sign."""
    return f"{'+' if share > 0 else ''}{number(share * POINTS, 2)}"


def method_effect(
    trail: Any, methods: str | Mapping[Any, Any] = "method", of: Any = "pupil"
) -> MethodEffect:
    """Compare two teaching methods by the scores of the pupils taught with each.

    A school teaches every other class with method B. Success is to say whether B helps, and by how
    much, with what chance can do alone taken into account.

    Parameters
    ----------
    trail : table or NoisyCells
        Lines with a ``score`` (share of right answers, 0 to 1), and a ``pupil`` if each pupil has
        several; without that column every line counts as a pupil, and the interval is too narrow
        if it is not one. Or the mean scores by method, told with noise by `poucet.add_noise`: the
        interval then holds what the noise hides, not what chance does in the class.
    methods : str or dict, default "method"
        The column that names the method of each line; or a dictionary from the values of the column
        ``of`` to their method, kept by the school: ``{"2de 1": "A", "2de 2": "B"}``.
    of : str, default "pupil"
        The column whose values the dictionary holds. Lines with any other value are left out.

    Returns
    -------
    MethodEffect
        The difference of means (second method minus first, in alphabetical order), each pupil
        counting once, and its 95 % interval by the normal law.

    Raises
    ------
    poucet.errors.PoucetError
        If the table no longer allows an answer.

    Examples
    --------
    >>> lines = {
    ...     "pupil": [1, 1, 2, 3, 3, 4],
    ...     "score": [0.4, 0.6, 0.4, 0.6, 0.7, 0.65],
    ...     "method": ["A", "A", "A", "B", "B", "B"],
    ... }
    >>> effect = method_effect(lines)
    >>> round(effect.value, 3), effect.verdict
    (0.2, 1)
    """
    if isinstance(trail, NoisyCells):
        return _from_noise(trail)
    from_column = isinstance(methods, str)
    if not from_column and not isinstance(methods, Mapping):
        raise PoucetError(
            _(
                "L’argument methods attend le nom d’une colonne, ou un dictionnaire comme"
                ' {{"2de 1": "A", "2de 2": "B"}}, et non {value}.'
            ).format(value=repr(methods))
        )
    score, (key, *rest) = read_answers(
        trail, [methods if from_column else of, *(["pupil"] if _has(trail, "pupil") else [])]
    )
    taught = key if from_column else _translated(key, dict(methods))  # type: ignore[arg-type]
    who = rest[0].place if rest else np.arange(len(score))
    kept = (taught.place >= 0) & (who >= 0)
    used = np.unique(taught.place[kept])
    if len(used) != 2:
        raise PoucetError(
            _(
                "Comparer deux méthodes demande de savoir qui suit laquelle : on en trouve {count}"
                " dans ce tableau."
            ).format(count=len(used))
        )
    names = sorted((taught.values[place] for place in used), key=str)
    first = taught.place == taught.values.index(names[0])
    groups = [_means(who[kept & side], score[kept & side]) for side in (first, ~first)]
    counts = tuple(len(group) for group in groups)
    if min(counts) < 2:
        raise PoucetError(
            _("Il reste moins de deux élèves par méthode : on ne peut plus les comparer.")
        )
    value = float(groups[1].mean() - groups[0].mean())
    error = math.sqrt(sum(group.var(ddof=1) / len(group) for group in groups))
    interval = value - Z95 * error, value + Z95 * error
    return MethodEffect(value, interval, 0.0, _("de bonnes réponses en plus"), tuple(names), counts)


def _has(trail: Any, name: str) -> bool:
    from poucet.attacks.table import column_names, open_table

    return name in column_names(open_table(getattr(trail, "codes", trail)))


def _translated(key: Column, methods: dict[Any, Any]) -> Column:
    names = sorted(set(methods.values()), key=str)
    places = [names.index(methods[one]) if one in methods else -1 for one in key.values]
    return Column(np.array([*places, -1])[key.place], names)


def _means(who: np.ndarray, score: np.ndarray) -> np.ndarray:
    """Give the mean of each pupil who has an answer."""
    row = np.unique(who, return_inverse=True)[1]
    return np.bincount(row, score) / np.bincount(row)


def _from_noise(told: NoisyCells) -> MethodEffect:
    """Subtract two noisy means; the ends of their intervals add up in squares.

    G. Y. Zou and A. Donner, “Construction of confidence limits about effect measures”, Statistics
    in Medicine 27 (2008), 1693–1702.
    """
    if len(told.cells) != 2:
        raise PoucetError(
            _(
                "Comparer deux méthodes demande de savoir qui suit laquelle : on en trouve {count}"
                " dans ce tableau."
            ).format(count=len(told.cells))
        )
    (first, one), (second, two) = sorted(told.cells.items(), key=lambda item: str(item[0]))
    value = two.value - one.value
    low = value - math.hypot(two.value - two.interval[0], one.interval[1] - one.value)
    high = value + math.hypot(two.interval[1] - two.value, one.value - one.interval[0])
    unit = _("de bonnes réponses en plus")
    return MethodEffect(value, (low, high), 0.0, unit, (first, second), ())


def next_exercise(trail: Any, pupil: Any, goal: float = GOAL) -> NextExercise:
    """Choose the next exercise for a pupil: the one where the share to expect is nearest the goal.

    Parameters
    ----------
    trail : table
        Lines with ``pupil``, ``object`` (the exercise) and ``score`` (0 to 1).
    pupil : hashable
        The pupil, as named in the trail.
    goal : float, default 0.6
        The share of right answers to aim at.

    Returns
    -------
    NextExercise
        Among the exercises that this pupil has not answered and that five others linked to them by
        common exercises have.

    Raises
    ------
    poucet.errors.PoucetError
        If the table no longer allows an answer.

    Examples
    --------
    >>> lines = {
    ...     "pupil": [1, 1] + [n for n in range(2, 8) for _ in range(3)],
    ...     "object": ["easy", "easy 2"] + ["easy", "medium", "hard"] * 6,
    ...     "score": [0.8, 0.8] + [0.8, 0.6, 0.2] * 6,
    ... }
    >>> next_exercise(lines, pupil=1).exercise
    'medium'
    """
    check_goal(goal)
    answers = Answers.read(trail)
    row = next((n for n, one in enumerate(answers.pupils) if one == pupil), None)
    if row is None:
        raise PoucetError(
            _("L’élève {pupil} n’a pas de réponse dans ce tableau.").format(pupil=pupil)
        )
    chosen = choice(answers, row, goal)
    if chosen is None:
        raise PoucetError(
            _(
                "Aucun exercice ne peut être conseillé à l’élève {pupil} : trop peu de réponses."
            ).format(pupil=pupil)
        )
    _mean, ability, difficulty = answers.fitted
    return NextExercise(
        pupil,
        answers.exercises[chosen],
        float(answers.expected(row)[chosen]),
        float(difficulty[chosen]),
        float(ability[row]),
    )


def check_goal(goal: Any) -> None:
    """Refuse a goal that is no share."""
    if not isinstance(goal, Real) or not 0 <= float(goal) <= 1:
        raise PoucetError(
            _(
                "L’argument goal attend une part de bonnes réponses, entre 0 et 1, et non {value}."
            ).format(value=repr(goal))
        )


def choice(answers: Answers, pupil: int, goal: float = GOAL) -> int | None:
    """Give the place of the exercise to choose for the pupil at a place, or None."""
    of_pupil, of_exercise = answers.group
    fit = (of_exercise == of_pupil[pupil]) & (answers.answered >= ENOUGH) & ~answers.done(pupil)
    open_to = np.flatnonzero(fit)
    if not len(open_to):
        return None
    return int(open_to[np.argmin(np.abs(answers.expected(pupil)[open_to] - goal))])
