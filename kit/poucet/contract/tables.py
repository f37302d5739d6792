"""The tables that lie behind the copies: made once for a contract, whoever holds a copy."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import numpy as np

from poucet.contract.held_trail import HeldTrail, hold_trail, narrowest
from poucet.contract.identifiers import hashed, identifiers
from poucet.exports.term import FIRST_MONDAY
from poucet.exports.trail import TrailColumns, trail_columns

if TYPE_CHECKING:
    from poucet.contract.terms import Contract
    from poucet.school import School

ACCOUNT = "account"
# What an analyst is given of a pupil whose name has been replaced by a hash.
STUDIED = ("sex", "level", "class", "second_language", "option")

_trails: WeakKeyDictionary[School, tuple[int, TrailColumns]] = WeakKeyDictionary()


def whole_trail(school: School, weeks: int) -> TrailColumns:
    """Give the school's trail, drawn once for all the contracts laid side by side.

    Numbers and ranks take as few bytes as they can: it is kept as long as the school.
    """
    known = _trails.get(school)
    if known is None or known[0] != weeks:
        codes, categories = trail_columns(school, weeks)
        most = {name: len(values) for name, values in categories.items()} | {
            "pupil": school.size,
            "duration": int(codes["duration"].max(initial=0)),
        }
        for name, number in most.items():
            codes[name] = codes[name].astype(narrowest(number), copy=False)
        known = _trails[school] = weeks, TrailColumns(codes, categories)
        for values in codes.values():
            values.flags.writeable = False
    return known[1]


class Tables:
    """A directory and a trail in which a pupil bears the same identifier.

    Rows come in the order of the identifiers: the school's own order would tell who is who in
    another file of the same school.

    Attributes
    ----------
    directory : dict of str to ndarray
        One row a pupil.
    row : ndarray of int
        Sealed: the pupil of each row, as a row of the school's file.
    """

    def __init__(self, school: School, contract: Contract, weeks: int, hashes: bool) -> None:
        self._school, self._contract, self._weeks = school, contract, weeks
        names = identifiers(school, contract.identifier, contract.name)
        names = hashed(names, contract.identifier) if hashes else names
        self.row = np.argsort(names, kind="stable")
        self.account = names[self.row]
        if hashes:
            fields = [column for column in STUDIED if column in contract.fields]
            first = ACCOUNT
        else:
            first, *fields = contract.columns
        self.directory = {first: self.account}
        for column in fields:
            self.directory[column] = self._column(column)[self.row]

    def _column(self, column: str) -> np.ndarray:
        if column in self._school.columns:
            return self._school.columns[column]
        return identifiers(self._school, "opaque", self._contract.name)

    @cached_property
    def trail(self) -> HeldTrail:
        """The trail, as precise as the contract lets it be."""
        rank = np.argsort(self.row).astype(narrowest(len(self.row)))
        contract = self._contract
        trail = whole_trail(self._school, self._weeks)
        return hold_trail(trail, self.account, rank, contract.verbs, contract.time, contract.ip)


class GroupedAnswers:
    """The answers to the exercises, without anybody: a class, an exercise, a score.

    It says how a method does in a class, and nothing of fewer than `k` pupils at a time. A supplier
    that has not been told the classes groups by exercise alone.
    """

    def __init__(self, school: School, contract: Contract, weeks: int) -> None:
        self._school, self._weeks = school, weeks
        self._by_class = "class" in contract.fields
        self.k = contract.anonymised_unless_personalising

    def answers(self, days: np.ndarray) -> TrailColumns:
        """Give the answers of some days, where at least `k` pupils of a class gave one.

        Parameters
        ----------
        days : ndarray of bool
            A yes or no for each day from the first Monday.

        Returns
        -------
        TrailColumns
            Columns ``class``, if it is known, ``object`` and ``score``, in the order of their
            values.
        """
        codes, categories = whole_trail(self._school, self._weeks)
        answered = categories["verb"].tolist().index("answered")
        lines = np.flatnonzero(codes["verb"] == answered)
        day = (codes["time"][lines].astype("datetime64[D]") - FIRST_MONDAY).astype(int)
        lines = lines[days[day]]
        pupil, thing = codes["pupil"][lines].astype(np.int64) - 1, codes["object"][lines]
        group = self._school.codes["class"][pupil] if self._by_class else np.zeros_like(pupil)
        cell = group.astype(np.int64) * len(categories["object"]) + thing
        cells, rank = np.unique(cell, return_inverse=True)
        once = np.unique(rank * self._school.size + pupil) // self._school.size
        kept = (np.bincount(once, minlength=len(cells)) >= self.k)[rank]
        score = codes["score"][lines][kept]
        order = np.lexsort((score, cell[kept]))
        table = {"object": thing[kept][order], "score": score[order]}
        texts = {"object": categories["object"]}
        if not self._by_class:
            return TrailColumns(table, texts)
        classes = self._school.categories["class"]
        return TrailColumns({"class": group[kept][order], **table}, {"class": classes, **texts})
