"""How right a guess about people was, once the truth is known: for all, and group by group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from poucet.i18n import gettext as _
from poucet.i18n import ngettext, number, percent
from poucet.results import Result, wilson


@dataclass(frozen=True, repr=False)
class GroupErrors:
    """The errors made about one group.

    Attributes
    ----------
    people, having : int
        How many are in the group, and how many of them have the trait.
    accused_wrongly, missed : float
        Share of those without the trait who are accused, and of those with it who are not.
    accused_interval, missed_interval : tuple of float
        Their 95 % intervals (Wilson).
    """

    people: int
    having: int
    accused_wrongly: float
    accused_interval: tuple[float, float]
    missed: float
    missed_interval: tuple[float, float]

    def __str__(self) -> str:
        return ngettext(
            "{people} personne, {having} avec le trait : {missed} de celles qui l’ont sont"
            " manquées, {wrong} des autres accusées à tort.",
            "{people} personnes, {having} avec le trait : {missed} de celles qui l’ont sont"
            " manquées, {wrong} des autres accusées à tort.",
            self.people,
        ).format(
            people=number(self.people),
            having=number(self.having),
            missed=percent(self.missed, 1),
            wrong=percent(self.accused_wrongly, 1),
        )

    __repr__ = __str__


@dataclass(frozen=True, eq=False)
class InferenceScore(Result):
    """How right a guess was.

    ``value`` is the precision, the share of the accused who have the trait; ``interval`` is its
    own, and ``baseline`` what accusing people at random reaches: the true rate.

    Attributes
    ----------
    confusion : numpy.ndarray of int, shape (2, 2)
        People counted by truth (rows: without the trait, with it) and guess (columns: left in
        peace, accused).
    recall : float
        Share of those with the trait who are accused; 0 if nobody has it.
    recall_interval : tuple of float
        Its 95 % interval (Wilson).
    accuracy, majority : float
        Share of the people about whom the guess is right, and what guessing the commoner answer
        for everybody reaches.
    found, accused, missed : numpy.ndarray
        The people rightly accused, those wrongly accused, those with the trait who were not.
    by_group : dict
        Group to `GroupErrors`; empty if no groups were given.
    """

    confusion: np.ndarray
    recall: float
    recall_interval: tuple[float, float]
    accuracy: float
    majority: float
    found: np.ndarray
    accused: np.ndarray
    missed: np.ndarray
    by_group: dict[Any, GroupErrors]

    @property
    def precision(self) -> float:
        """Share of the accused who have the trait; 0 if nobody is accused."""
        return self.value

    def __str__(self) -> str:
        wrong = ngettext(
            "{count} personne accusée à tort",
            "{count} personnes accusées à tort",
            len(self.accused),
        ).format(count=number(len(self.accused)))
        having = len(self.found) + len(self.missed)
        missed = ngettext(
            "{count} manquée sur {having}", "{count} manquées sur {having}", len(self.missed)
        ).format(count=number(len(self.missed)), having=number(having))
        return f"{super().__str__()} {wrong}, {missed}."

    __repr__ = __str__


def score_guess(
    people: np.ndarray, guess: np.ndarray, truth: np.ndarray, groups: np.ndarray | None = None
) -> InferenceScore:
    """Compare a guess with the truth, which the one who guesses does not have.

    Parameters
    ----------
    people : array_like
        Who they are.
    guess, truth : array_like of bool
        Who is accused of the trait, and who has it, in the same order.
    groups : array_like, optional
        The group of each person, to compare the errors made about one and another.

    Returns
    -------
    InferenceScore
        Precision, recall, errors and who bears them.

    Examples
    --------
    >>> found = score_guess([1, 2, 3, 4], [True, True, False, False], [True, False, False, True])
    >>> found.precision, found.recall, found.accused.tolist(), found.missed.tolist()
    (0.5, 0.5, [2], [4])
    """
    people = np.asarray(people)
    guess, truth = np.asarray(guess).astype(bool), np.asarray(truth).astype(bool)
    confusion = np.bincount(2 * truth + guess, minlength=4).reshape(2, 2)
    (peace, wrong), (missed, found) = confusion.tolist()
    total, accused, having = len(people), wrong + found, missed + found
    by_group = {}
    if groups is not None:
        members = np.asarray(groups).tolist()
        for group in sorted(set(members), key=lambda group: (type(group).__name__, str(group))):
            inside = np.array([member == group for member in members])
            by_group[group] = _errors(guess[inside], truth[inside])
    return InferenceScore(
        value=found / accused if accused else 0.0,
        interval=wilson(found, accused),
        baseline=having / total,
        unit=_("des personnes accusées le sont à raison"),
        confusion=confusion,
        recall=found / having if having else 0.0,
        recall_interval=wilson(found, having),
        accuracy=(peace + found) / total,
        majority=max(having, total - having) / total,
        found=people[guess & truth],
        accused=people[guess & ~truth],
        missed=people[~guess & truth],
        by_group=by_group,
    )


def _errors(guess: np.ndarray, truth: np.ndarray) -> GroupErrors:
    having, wrong, missed = (
        int(truth.sum()),
        int((guess & ~truth).sum()),
        int((~guess & truth).sum()),
    )
    without = len(truth) - having
    return GroupErrors(
        people=len(truth),
        having=having,
        accused_wrongly=wrong / without if without else 0.0,
        accused_interval=wilson(wrong, without),
        missed=missed / having if having else 0.0,
        missed_interval=wilson(missed, having),
    )
