"""Inference: what nobody declared, guessed about everybody from the lines they left."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from poucet.attacks.habits_seen import HabitsSeen, habits_seen
from poucet.attacks.inference_evidence import Clue, Evidence, evidence
from poucet.attacks.inference_rules import ENOUGH, RULES, TRAITS, Rule
from poucet.attacks.inference_score import InferenceScore, score_guess
from poucet.attacks.known_people import Columns, in_order, read_columns, yes_or_no
from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.i18n import ngettext, number, percent

METHODS = ("rules", "knn", "logistic")


@dataclass(frozen=True, eq=False, repr=False)
class Inference:
    """A guess about each person of a trail.

    Attributes
    ----------
    trait : str
        What is guessed.
    method : str
        How.
    people : numpy.ndarray
        Those about whom something is guessed, ascending: everybody in the trail, but for those
        given as examples.
    strength : numpy.ndarray of float
        How strongly each is suspected: points of the rules, or a share between 0 and 1.
    enough : float
        From which strength on a person is accused.
    """

    trait: str
    method: str
    people: np.ndarray
    strength: np.ndarray
    enough: float
    _seen: HabitsSeen
    _accuse: Callable[[Any], tuple[Clue, ...]]

    @property
    def guess(self) -> np.ndarray:
        """Who is accused: bool, in the order of `people`."""
        return self.strength >= self.enough

    def at(self, enough: float) -> Inference:
        """Give the same suspicions with another bar: a higher one accuses fewer people.

        Parameters
        ----------
        enough : float
            From which strength on a person is accused.
        """
        return replace(self, enough=enough)

    def evidence(self, person: Any) -> Evidence:
        """Give what is held against somebody, and the lines it was read in.

        Parameters
        ----------
        person : object
            One of `people`.

        Raises
        ------
        poucet.errors.PoucetError
            If nothing is guessed about them.
        """
        if person not in self.people.tolist():
            raise PoucetError(
                _(
                    "Rien n’est deviné de la personne {person} : choisissez-en une de .people."
                ).format(person=repr(person))
            )
        return evidence(person, self._accuse(person), self._seen.days.trail)

    def score(self, truth: Any, groups: Any = None) -> InferenceScore:
        """Compare the guess with the truth, which the holder of the trail does not have.

        Parameters
        ----------
        truth : mapping, table or array_like of bool
            Person to whether they have the trait; a pandas Series, or a table with a column named
            after the trait, whose index says who; or one value a person, in the order of `people`.
        groups : mapping, pandas Series or array_like, optional
            The group of each person, to compare the errors made about one and another.

        Returns
        -------
        InferenceScore
            Precision, recall, errors and who bears them.

        Raises
        ------
        poucet.errors.PoucetError
            If the truth or the groups say nothing of somebody.
        """
        answer = yes_or_no(in_order(truth, self.people, self.trait, "truth"), "truth")
        split = None if groups is None else in_order(groups, self.people, "", "groups")
        return score_guess(self.people, self.guess, answer, split)

    def __str__(self) -> str:
        accused = int(self.guess.sum())
        return ngettext(
            "{trait} : {count} personne accusée sur {people} ({share}).",
            "{trait} : {count} personnes accusées sur {people} ({share}).",
            accused,
        ).format(
            trait=trait_name(self.trait),
            count=number(accused),
            people=number(len(self.people)),
            share=percent(accused / len(self.people), 1),
        )

    __repr__ = __str__


def trait_name(trait: str) -> str:
    """Name a trait as a reader says it.

    Examples
    --------
    >>> trait_name("sleeplessness")
    'Dort mal'
    """
    return {
        "separated_parents": _("Parents séparés"),
        "money_trouble": _("Soucis d’argent"),
        "illness": _("Maladie de longue durée"),
        "sleeplessness": _("Dort mal"),
        "job": _("Travaille après les cours"),
    }[trait]


def infer(
    trail: Any,
    trait: str,
    directory: Any = None,
    method: str = "rules",
    examples: Any = None,
    clues: Iterable[str] | None = None,
    who: str = "pupil",
) -> Inference:
    """Guess a sealed trait of everybody in a trail.

    Someone holds the lines that pupils left on a service, and perhaps columns of their directory.
    Nobody wrote down who sleeps badly or whose parents live apart; the nights, the roofs and the
    searches tell, or seem to. Success is an accusation that is right.

    In the kit's schools no trait is guessed without error, and none as badly as by chance: see
    `poucet.attacks.inference_rules` for how well each is, and why no better.

    Parameters
    ----------
    trail : table or HabitsSeen
        One row an event: pandas, Polars, Arrow, a dictionary of columns, or the coded columns of a
        trail; or the habits already read from it, which answers a second question faster.
    trait : {"separated_parents", "money_trouble", "illness", "sleeplessness", "job"}
        What to guess.
    directory : table, optional
        What else its holder has: a row a person, with a column `who`, and any of ``address2``,
        ``scholarship``, ``accommodation`` and ``level``.
    method : {"rules", "knn", "logistic"}
        How to guess: by readable rules; like the known people who resemble the person most; by a
        logistic regression over the known people. The last two need scikit-learn.
    examples : mapping, pandas Series or table, optional
        For the learned methods: people of whom the trait is already known, from a survey say, and
        whether they have it. Nothing is guessed about them, so that the score is about others.
    clues : iterable of str, optional
        With rules: only these, by their keys (see `poucet.attacks.inference_rules.RULES`).
    who : str
        The column of people's numbers, in the trail and in the directory.

    Returns
    -------
    Inference
        The guess, its strength, the evidence, and ``score`` to judge it.

    Raises
    ------
    poucet.errors.PoucetError
        If a trait, a method or a clue is unknown, or a table cannot be read.

    Examples
    --------
    >>> import numpy as np
    >>> nights = np.datetime64("2026-09-08T01:30") + np.arange(4) * np.timedelta64(1, "D")
    >>> found = infer({"pupil": [7, 7, 7, 9], "time": nights}, "sleeplessness")
    >>> dict(zip(found.people.tolist(), found.guess.tolist(), strict=True))
    {7: True, 9: True}
    >>> found.evidence(7).rows.tolist()
    [0, 1, 2]
    """
    if trait not in TRAITS:
        raise _unknown("trait", trait, TRAITS)
    if method not in METHODS:
        raise _unknown("method", method, METHODS)
    seen = trail if isinstance(trail, HabitsSeen) else habits_seen(trail, who)
    if method != "rules":
        from poucet.attacks.inference_learned import learn

        learned = learn(seen, trait, directory, method, examples, who)
        return Inference(
            trait, method, learned.people, learned.strength, learned.enough, seen, learned.accuse
        )
    wanted = sorted({rule.column for rule in RULES[trait] if rule.column})
    columns = read_columns(directory, seen.people, who, wanted)
    held = [(rule, rule.holds(seen, columns)) for rule in _chosen(trait, clues, columns)]
    strength = np.zeros(len(seen.people))
    for rule, holds in held:
        strength += rule.points * holds

    def accuse(person: Any) -> tuple[Clue, ...]:
        rank = int(np.flatnonzero(seen.people == person)[0])
        return tuple(
            Clue(rule.key, rule.sentence, rule.points, rule.lines(seen, rank))
            for rule, holds in held
            if holds[rank]
        )

    return Inference(trait, method, seen.people, strength, ENOUGH, seen, accuse)


def _chosen(trait: str, clues: Iterable[str] | None, columns: Columns) -> list[Rule]:
    rules = RULES[trait]
    if clues is not None:
        keys = [clues] if isinstance(clues, str) else list(clues)
        for key in keys:
            if key not in [rule.key for rule in rules]:
                raise _unknown("clues", key, tuple(rule.key for rule in rules))
        rules = tuple(rule for rule in rules if rule.key in keys)
    return [rule for rule in rules if not rule.column or rule.column in columns.cells]


def _unknown(argument: str, value: Any, known: tuple[str, ...]) -> PoucetError:
    return PoucetError(
        _("L’argument {argument} ne peut pas être {value} : choisissez parmi {known}.").format(
            argument=argument, value=repr(value), known=", ".join(map(repr, known))
        )
    )
