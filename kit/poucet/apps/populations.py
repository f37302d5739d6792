"""The three crowds of lesson 2: a class, the school, the pupils of the country.

Each answers at once: the class and the school are counted again from small codes, the nation is
read from the table counted beforehand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, Protocol

import numpy as np

if TYPE_CHECKING:
    from poucet.school import School

SEED = 2  # the school of lesson 2
NATION_PUPILS = 12_000_000
BIRTH = ("birth_year", "birth_month", "birth_date")  # ever more precise
PLACE = ("departement", "postcode", "commune")


class Found(Protocol):
    """What a board shows of a measure."""

    @property
    def rows(self) -> int:
        """Pupils in the table."""

    @property
    def classes(self) -> int:
        """Equivalence classes."""

    @property
    def unique(self) -> int:
        """Pupils alone in their class."""


@dataclass(frozen=True)
class Alike:
    """The measure without any clue: all pupils look the same."""

    rows: int
    classes: int = 1

    @property
    def unique(self) -> int:
        """Nobody is alone, unless there is one pupil."""
        return int(self.rows == 1)


@dataclass(frozen=True)
class Population:
    """A crowd in which someone looks for a pupil.

    Attributes
    ----------
    rows : int
        Pupils in it.
    clues : tuple of str
        Columns that may be known, beside the birth date's three precisions.
    places : bool
        Whether the place is known at three precisions too.
    measure : callable
        Counts the pupils whom one or more columns single out.
    worth : callable
        Reckons what they bring a year, in euros, to whoever holds some columns.
    """

    rows: int
    clues: tuple[str, ...]
    places: bool
    measure: Callable[[tuple[str, ...]], Found]
    worth: Callable[[tuple[str, ...]], float]

    def find(self, columns: Iterable[str]) -> Found:
        """Count the pupils whom some columns, or none, single out."""
        known = tuple(columns)
        return self.measure(known) if known else Alike(self.rows)

    def costliest(self, columns: Iterable[str]) -> tuple[str, int] | None:
        """Tell which clue costs the most anonymity.

        Returns
        -------
        tuple of str and int, or None
            The clue without which the fewest pupils are alone, and how many are then; None when
            taking one clue away hides nobody.
        """
        known = tuple(columns)
        alone = self.find(known).unique
        without = {
            column: self.find(other for other in known if other != column).unique
            for column in known
        }
        clue = min(without, key=lambda column: without[column], default=None)
        return None if clue is None or without[clue] >= alone else (clue, without[clue])


@cache
def populations() -> dict[str, Population]:
    """Give the three crowds by name, smallest first; the first call draws the school."""
    from poucet.damages import euros_a_year
    from poucet.school import School

    school = School(seed=SEED)
    codes = school_codes(school)
    one_class = {name: column[codes["class"] == 0] for name, column in codes.items()}
    return {
        "class": _counted(
            one_class,
            ("sex", "second_language", "option", "commune", "regime"),
            partial(euros_a_year, school, rows=codes["class"] == 0),
        ),
        "school": _counted(
            codes,
            ("sex", "level", "second_language", "option", "commune"),
            partial(euros_a_year, school),
        ),
        "nation": Population(
            NATION_PUPILS,
            ("sex", "level"),
            True,
            _nation,
            # These clues are told of everybody: each pupil brings as much as the school's first.
            lambda columns: NATION_PUPILS * euros_a_year(school, columns, rows=np.array([0])),
        ),
    }


def school_codes(school: School) -> dict[str, np.ndarray]:
    """Turn the columns of the clues into small integers, the birth date at each precision."""
    names = ("class", "sex", "level", "second_language", "option", "commune", "regime")
    columns = {name: np.asarray(school.columns[name]).astype(str) for name in names}
    born = np.asarray(school.columns["birth_date"], dtype="datetime64[D]")
    columns |= {
        name: born.astype(f"datetime64[{unit}]") for name, unit in zip(BIRTH, "YMD", strict=True)
    }
    return {name: np.unique(values, return_inverse=True)[1] for name, values in columns.items()}


def _counted(
    codes: dict[str, np.ndarray], clues: tuple[str, ...], worth: Callable[[tuple[str, ...]], float]
) -> Population:
    from poucet.attacks import class_sizes

    @cache
    def measure(columns: tuple[str, ...]) -> Found:
        return class_sizes(codes, columns)

    return Population(len(codes["sex"]), clues, False, measure, worth)


def _nation(columns: tuple[str, ...]) -> Found:
    from poucet.school.nation_table import nation_singled_out

    return nation_singled_out(columns)
