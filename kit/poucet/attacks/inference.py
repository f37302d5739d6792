"""Inference: what nobody declared, guessed about everybody from the lines they left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from poucet.attacks.habits_seen import HabitsSeen, habits_seen
from poucet.attacks.inference_rules import ENOUGH, RULES, TRAITS, Rule
from poucet.attacks.inference_score import InferenceScore, score_guess
from poucet.attacks.known_people import Columns, in_order, read_columns
from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.i18n import ngettext, number, percent

RULES_METHOD = "rules"
METHODS = (RULES_METHOD,)


@dataclass(frozen=True, eq=False)
class Clue:
    """One thing held against somebody, or for them.

    Attributes
    ----------
    key : str
        The rule's name.
    sentence : str
        What it says, in the reader's language.
    points : float
        What it adds to the suspicion; below 0 it speaks for the person.
    rows : numpy.ndarray of int
        The rows of the trail it was read in, in order of time; none if it comes from elsewhere.
    """

    key: str
    sentence: str
    points: float
    rows: np.ndarray


@dataclass(frozen=True, eq=False)
class Evidence:
    """What accuses one person.

    Attributes
    ----------
    person : object
        Who.
    clues : tuple of Clue
        What was held against them, or for them.
    rows : numpy.ndarray of int
        The rows of the trail that the clues were read in, ascending.
    lines : table
        These rows themselves, as the kind of table that the trail is.
    """

    person: Any
    clues: tuple[Clue, ...]
    rows: np.ndarray
    lines: Any

    def __str__(self) -> str:
        if not self.clues:
            return _("Rien n’est retenu contre la personne {person}.").format(person=self.person)
        said = "; ".join(f"{clue.sentence} ({clue.points:+g})" for clue in self.clues)
        return _("La personne {person} : {clues}.").format(person=self.person, clues=said)

    __repr__ = __str__


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
        The people, ascending.
    strength : numpy.ndarray of float
        How strongly each is suspected: points of the rules.
    enough : float
        From which strength on a person is accused.
    """

    trait: str
    method: str
    people: np.ndarray
    strength: np.ndarray
    enough: float
    _seen: HabitsSeen
    _held: tuple[tuple[Rule, np.ndarray], ...]

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
            If the trail has nobody of that name.
        """
        place = np.flatnonzero(self.people == person)
        if len(place) != 1:
            raise PoucetError(
                _("La trace n’a pas de personne {person!r} : choisissez-en une de .people.").format(
                    person=person
                )
            )
        rank = int(place[0])
        clues = tuple(
            Clue(rule.key, rule.sentence, rule.points, rule.lines(self._seen, rank))
            for rule, holds in self._held
            if holds[rank]
        )
        rows = np.unique(np.concatenate([np.zeros(0, np.int64), *(clue.rows for clue in clues)]))
        return Evidence(person, clues, rows, self._seen.days.trail.lines(rows))

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
        answer = in_order(truth, self.people, self.trait, "truth")
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
    method: str = RULES_METHOD,
    examples: Any = None,
    clues: Iterable[str] | None = None,
    who: str = "pupil",
) -> Inference:
    """Guess a sealed trait of everybody in a trail.

    Someone holds the lines that pupils left on a service, and perhaps columns of their directory.
    Nobody wrote down who sleeps badly or whose parents live apart; the nights, the roofs and the
    searches tell, or seem to. Success is an accusation that is right. No trait is guessed without
    error, because habits resemble each other: a sport leaves the same hole in an evening as a job,
    a cold looks like an illness that begins, some search for a talk to give, some who suffer leave
    no line of it. And none is guessed as badly as by chance.

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
    method : {"rules"}
        How to guess.
    examples : mapping, pandas Series or table, optional
        For the learned methods: people of whom the trait is already known.
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
    wanted = sorted({rule.column for rule in RULES[trait] if rule.column})
    columns = read_columns(directory, seen.people, who, wanted)
    held = tuple((rule, rule.holds(seen, columns)) for rule in _chosen(trait, clues, columns))
    strength = np.zeros(len(seen.people))
    for rule, holds in held:
        strength += rule.points * holds
    return Inference(trait, method, seen.people, strength, ENOUGH, seen, held)


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
