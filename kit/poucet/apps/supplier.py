"""What the supplier of lesson 4 holds, prepared for the board: accounts, identifiers, mistakes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from poucet.apps.record_lines import lesson_school
from poucet.attacks import link
from poucet.attacks.hashes import birth_dates
from poucet.attacks.recipe import BE1D, Recipe

if TYPE_CHECKING:
    from poucet.attacks.linkage import LinkScore
    from poucet.exports.anonymous import Anonymous
    from poucet.school import School

WEEKS = 4  # of trail
CLUES = ("birth_date", "birth_month", "sex", "level", "class", "second_language")
YEARS = (2008, 2011)  # in which nearly all pupils of a lycée were born
PLAIN, SALTED, KEYED, DRAWN = IDENTIFIERS = ("plain", "salted", "keyed", "drawn")
DIRECTORY, NAMES = HELD = ("directory", "names")
# The salt is in the program, the key with the school alone.
RECIPES = {
    PLAIN: BE1D,
    SALTED: Recipe("md5", digits=16, integer=True, salt="valmorne-2026"),
    KEYED: Recipe("md5", digits=16, integer=True, key="que le lycée garde pour lui"),
}
# What an attacker tries: without the key, the calculation alone.
TRIED = {PLAIN: BE1D, SALTED: RECIPES[SALTED], KEYED: BE1D, DRAWN: BE1D}


@dataclass(frozen=True, eq=False)
class Supplier:
    """The accounts without names, and the directory that somebody lays beside them.

    Attributes
    ----------
    school : School
        The school, with its sealed truth.
    held : Anonymous
        What the supplier hands out.
    directory : dict of str to ndarray
        What the school knows of each pupil, for the clues of `CLUES`.
    identifiers : dict of str to ndarray of uint64
        The accounts' identifiers for each way to make them, in the order of the accounts.
    """

    school: School
    held: Anonymous
    directory: dict[str, np.ndarray]
    identifiers: dict[str, np.ndarray]

    def __len__(self) -> int:
        return len(self.held)

    def score(self, clues: Iterable[str]) -> LinkScore:
        """Put names back on the accounts by some clues, and judge; without a clue, no name."""
        return self._linked(tuple(clues))[1]

    def wrongly_named(self, clues: Iterable[str]) -> list[tuple[int, int]]:
        """Give the pairs (account, row of the directory) in which the name is somebody else's."""
        pairs = self._linked(tuple(clues))[0]
        return [(a, b) for a, b in pairs.tolist() if self.held.truth[a] != b]

    def _linked(self, clues: tuple[str, ...]) -> tuple[np.ndarray, LinkScore]:
        columns = clues or ("nothing",)
        # Without a clue everybody looks the same, and nobody is alone.
        left = self.held.accounts | {"nothing": np.zeros(len(self), np.int8)}
        right = self.directory | {"nothing": np.zeros(self.school.size, np.int8)}
        found = link(left, right, on=columns)
        return found.pairs, found.score(self.held.truth)

    def name(self, row: int) -> str:
        """Give the name of a pupil, as the identifiers were made from it."""
        family, given = (self.school.columns[f"{kind}_name"][row] for kind in ("family", "given"))
        return f"{family.upper()} {given}"

    def candidates(self, held: str) -> Iterator[tuple[str, ...]]:
        """List whom an identifier could come from, by what the attacker holds.

        With the directory, each pupil; with the names alone, each name and each possible date.
        """
        names = [self.name(row) for row in range(self.school.size)]
        uai = self.school.uai
        if held == NAMES:
            return product(dict.fromkeys(names), birth_dates(*YEARS), [uai])
        born = self.directory["birth_date"].tolist()
        return ((name, f"{day:%d/%m/%Y}", uai) for name, day in zip(names, born, strict=True))

    def examples(self, count: int) -> list[int]:
        """Choose a few accounts to show, the same for all identifiers."""
        return np.linspace(0, len(self) - 1, count + 2).astype(int)[1:-1].tolist()


@cache
def supplier() -> Supplier:
    """Give what the supplier of the lesson's school holds; the first call draws it."""
    return supplier_of(lesson_school())


def supplier_of(school: School) -> Supplier:
    """Draw what the supplier holds of a school, with every kind of identifier."""
    from poucet.exports.anonymous import anonymous

    held = anonymous(school, weeks=WEEKS)
    born = school.columns["birth_date"]
    directory = {name: school.columns[name] for name in CLUES if name != "birth_month"}
    directory["birth_month"] = born.astype("datetime64[M]").astype(str).astype(object)
    identifiers = {DRAWN: np.random.PCG64(school.seed).random_raw(len(held))}
    for kind, recipe in RECIPES.items():
        made, by_row = anonymous(school, recipe), np.zeros(school.size, np.uint64)
        by_row[made.truth] = made.accounts["account"]
        identifiers[kind] = by_row[held.truth]
    return Supplier(school, held, directory, identifiers)
