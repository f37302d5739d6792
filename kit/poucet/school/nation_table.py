"""The nation's class sizes, counted beforehand for every choice of columns.

A dashboard must answer a click at once, and counting twelve million pupils takes a second. There
are 255 choices among eight columns, but a birth date already tells its month and year, and a
commune its postcode and département: 79 choices remain, counted once for ``Nation(seed=1)`` by
``data/build_nation.py`` and kept in ``data/nation.csv``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from poucet import data
from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.school.nation import COARSER

COLUMNS = tuple(column for drawn, followers in COARSER.items() for column in (drawn, *followers))
# What a column already tells. A postcode does not tell its département: some lie across two.
_TELLS = {
    "birth_date": {"birth_month", "birth_year"},
    "birth_month": {"birth_year"},
    "commune": {"postcode", "departement"},
}


@dataclass(frozen=True)
class NationRow:
    """How the pupils of the nation fall into classes, for one choice of columns.

    Attributes
    ----------
    by : tuple of str
        The columns compared, without those another one already tells.
    k : int
        Size of the smallest class.
    classes, unique, rows : int
        Number of classes, of pupils alone in their class, and of pupils.
    """

    by: tuple[str, ...]
    k: int
    classes: int
    unique: int
    rows: int

    @property
    def unique_share(self) -> float:
        """Share of the pupils who are alone in their class, between 0 and 1."""
        return self.unique / self.rows

    @property
    def average_risk(self) -> float:
        """Chance to name a pupil drawn at random, with one guess: classes / rows."""
        return self.classes / self.rows


def simplify(by: Iterable[str]) -> tuple[str, ...]:
    """Leave out the columns that another one already tells, in the order of the table.

    Examples
    --------
    >>> simplify(["sex", "birth_year", "birth_date"])
    ('birth_date', 'sex')
    """
    chosen = set(by)
    told = {column for other in chosen for column in _TELLS.get(other, ())}
    return tuple(column for column in COLUMNS if column in chosen - told)


def choices() -> list[tuple[str, ...]]:
    """List every choice of columns that differs from all others, shortest first."""
    every = (by for size in range(1, len(COLUMNS) + 1) for by in combinations(COLUMNS, size))
    return [by for by in every if simplify(by) == by]


@cache
def _rows() -> dict[tuple[str, ...], NationRow]:
    table = data.columns("nation.csv")
    numbers = (map(int, table[name]) for name in ("k", "classes", "unique", "rows"))
    choices_read = (tuple(text.split()) for text in table["by"])
    return {row[0]: NationRow(*row) for row in zip(choices_read, *numbers, strict=True)}


def nation_singled_out(by: Iterable[str]) -> NationRow:
    """Tell at once how many pupils of ``Nation(seed=1)`` some columns single out.

    Someone holds a file of all pupils without names, and knows these few things about one of
    them. Success is a class of one.

    Parameters
    ----------
    by : iterable of str
        At least one column of the nation: birth_date, birth_month, birth_year, sex, commune,
        postcode, departement, level.

    Returns
    -------
    NationRow
        The same numbers as ``class_sizes(Nation(seed=1).codes, by)``.

    Raises
    ------
    poucet.errors.PoucetError
        If a column is not one of the nation's, or none is given.

    Examples
    --------
    >>> found = nation_singled_out(["birth_date", "sex", "commune"])
    >>> f"{found.unique_share:.0%} of {found.rows:,}"
    '69% of 12,000,000'
    """
    asked = [by] if isinstance(by, str) else list(by)
    unknown = [str(column) for column in asked if column not in COLUMNS]
    if unknown or not asked:
        raise PoucetError(
            _(
                "Vous avez demandé {asked}, mais il faut une ou plusieurs colonnes de la nation, "
                "prises parmi {columns}."
            ).format(
                asked=", ".join(f"« {column} »" for column in unknown) or _("aucune colonne"),
                columns=", ".join(COLUMNS),
            )
        )
    return _rows()[simplify(asked)]
