"""Choose the pupils of "among five": pure counting, nothing printed here.

A published table hides every pupil among four others at least. The class is that table: each group
stands up, unfolds its answers, and sees that a group which answers alike hides nobody. Then, two by
two, pupils generalise twelve cards by hand, as cheaply as they can. Success is a table that keeps
its promise, and still gives three pupils away.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from poucet.errors import PoucetError
from poucet.i18n import gettext as _

if TYPE_CHECKING:
    from poucet.school import School

SECRET = "money_trouble"  # the answer to the survey: is money short at home?
K = 5
# Whole groups of the table published in the lesson: sex, commune, whether they have a grant.
GROUPS = (
    ("M", "Saint-Orin-le-Vieux", True),
    ("F", "Fontanelle-la-Haute", False),
    ("F", "Pontarive", True),
    ("M", "Pontarive", True),
)
FEWEST = 20  # players: the last two seats belong to the last and largest group

# Round 2: twelve pupils of the school, chosen so that the cheapest table is the only one, and that
# one of its groups answers alike.
STRIPS = (82, 612, 792, 510, 1024, 109, 502, 326, 927, 237, 425, 215)
STRIPS_K = 3
COLUMNS = ("class", "sex", "commune", "scholarship")
PRICES = {"class": (0, 1, 2), "sex": (0, 2), "commune": (0, 2), "scholarship": (0, 2)}
LEFT_OUT = 3  # points for each card set aside


@dataclass(frozen=True)
class Seat:
    """One card of round 1: a row of the school's file, and its group's place in ``GROUPS``."""

    row: int
    group: int


@dataclass(frozen=True)
class Table:
    """One way to generalise the twelve cards.

    Attributes
    ----------
    levels : tuple of int
        How many steps each of ``COLUMNS`` was made vaguer.
    groups : tuple of tuple of int
        The places, from 0, of the cards of each group that is kept.
    left_out : tuple of int
        The places of the cards set aside.
    """

    levels: tuple[int, ...]
    groups: tuple[tuple[int, ...], ...]
    left_out: tuple[int, ...]

    @property
    def cost(self) -> int:
        """Points paid: the columns made vaguer, and the cards set aside."""
        paid = [PRICES[name][level] for name, level in zip(COLUMNS, self.levels, strict=True)]
        return sum(paid) + LEFT_OUT * len(self.left_out)


def seats(school: School) -> tuple[Seat, ...]:
    """Deal the cards of round 1: a group after another, the largest last.

    Raises
    ------
    poucet.errors.PoucetError
        If this school has not the groups of the lesson.
    """
    columns = school.columns
    dealt = []
    for place, (sex, commune, grant) in enumerate(GROUPS):
        rows = np.flatnonzero(
            (columns["sex"] == sex)
            & (columns["commune"] == commune)
            & (columns["scholarship"] == grant)
        )
        if len(rows) < K:
            raise PoucetError(
                _("Aucun groupe de cette école ne permet le jeu : choisissez une autre graine.")
            )
        dealt += [Seat(int(row), place) for row in rows]
    return tuple(dealt)


def answers(school: School, group: int) -> list[bool]:
    """Give the answers of one group of round 1."""
    secret = school.sealed[SECRET]
    return [bool(secret[seat.row]) for seat in seats(school) if seat.group == group]


def wider(name: str, value: str, level: int) -> str:
    """Make a cell vaguer by so many steps.

    Examples
    --------
    >>> wider("class", "1re 3", 1), wider("commune", "Valmorne", 1)
    ('1re', '*')
    """
    if not level:
        return value
    return value.split(" ")[0] if name == "class" and level == 1 else "*"


def tables(school: School, k: int = STRIPS_K, different: int = 1) -> list[Table]:
    """Try every way to generalise the twelve cards.

    Parameters
    ----------
    school : School
        Whose pupils.
    k : int
        Cards at least in each group; those of smaller groups are set aside.
    different : int
        Different answers at least in each group.

    Returns
    -------
    list of Table
        The cheapest first.
    """
    secret = school.sealed[SECRET]
    cells = [tuple(str(school.columns[name][pupil - 1]) for name in COLUMNS) for pupil in STRIPS]
    said = [bool(secret[pupil - 1]) for pupil in STRIPS]
    steps = itertools.product(*(range(len(PRICES[name])) for name in COLUMNS))
    tried = [_table(cells, said, levels, k, different) for levels in steps]
    return sorted(tried, key=lambda table: (table.cost, table.levels))


def _table(
    cells: Sequence[tuple[str, ...]],
    said: Sequence[bool],
    levels: tuple[int, ...],
    k: int,
    different: int,
) -> Table:
    keys = [tuple(wider(*one) for one in zip(COLUMNS, card, levels, strict=True)) for card in cells]
    sizes = Counter(keys)
    heard = {key: {said[place] for place, one in enumerate(keys) if one == key} for key in sizes}
    kept = [key for key in sizes if sizes[key] >= k and len(heard[key]) >= different]
    return Table(
        levels,
        tuple(tuple(place for place, one in enumerate(keys) if one == key) for key in kept),
        tuple(place for place, key in enumerate(keys) if key not in kept),
    )
