"""People beside the rows of a release: how far each row is from what is known of each person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from poucet.attacks.cells import Cells, read_cells
from poucet.attacks.codes import Codes
from poucet.attacks.keys import pack
from poucet.attacks.table import choose, column_names, open_table
from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.protect.k_anonymity import KAnonymous
from poucet.protect.same_cells import Compared, Rule, compare

EQUAL = 1e-9  # sums of the same gaps in another order differ by less
_BLOCK = 1 << 22  # distances held at a time


@dataclass(frozen=True, eq=False)
class LookedUp:
    """A set of people, and the release they are looked up in.

    Attributes
    ----------
    people, rows : int
        How many people, how many released rows.
    columns : dict
        Column to its values on both sides; a column that was not released is not there.
    """

    people: int
    rows: int
    columns: dict[Any, Compared]

    def alike_people(self, names: Iterable[Any]) -> tuple[np.ndarray, np.ndarray]:
        """Put people of whom the same is known together.

        Returns
        -------
        first : numpy.ndarray of int
            One person a group.
        group : numpy.ndarray of int
            Each person's group.
        """
        return _alike([column.known for column in self._of(names)], self.people)

    def alike_rows(self, names: Iterable[Any]) -> tuple[np.ndarray, np.ndarray]:
        """Put released rows that say the same together; see `alike_people`."""
        return _alike([column.released for column in self._of(names)], self.rows)

    def distances(
        self, names: Iterable[Any], people: np.ndarray, rows: np.ndarray
    ) -> Iterator[tuple[slice, np.ndarray]]:
        """Add up the gaps of some columns, a block of people at a time.

        Parameters
        ----------
        names : iterable of str
            The columns; those that were not released add nothing.
        people, rows : numpy.ndarray of int
            Which people, which released rows.

        Yields
        ------
        block : slice
            Which of ``people``.
        distance : numpy.ndarray of float, shape (people of the block, rows)
            0 where a row may be the person's.
        """
        columns = self._of(names)
        # Spread over the rows once where that is small: a person is then one line to copy.
        spread = [
            column.gap[:, column.released[rows]] if len(column.gap) * len(rows) <= _BLOCK else None
            for column in columns
        ]
        step = max(1, _BLOCK // max(1, len(rows)))
        for start in range(0, len(people), step):
            block = slice(start, min(start + step, len(people)))
            distance = np.zeros((block.stop - start, len(rows)))
            for column, wide in zip(columns, spread, strict=True):
                known = column.known[people[block]]
                distance += (
                    column.gap[known][:, column.released[rows]] if wide is None else wide[known]
                )
            yield block, distance

    def _of(self, names: Iterable[Any]) -> list[Compared]:
        return [self.columns[name] for name in names if name in self.columns]


def _alike(columns: list[np.ndarray], count: int) -> tuple[np.ndarray, np.ndarray]:
    if not columns:
        return np.zeros(1, np.int64), np.zeros(count, np.int64)
    codes = [Codes(values, 0, int(values.max()) + 1) for values in columns]
    key = pack(codes, count)[0]
    first, group = np.unique(key, return_index=True, return_inverse=True)[1:]
    return first, group


def look_up(
    original: Any,
    released: Any,
    control: Any,
    names: Iterable[Any],
    same: Mapping[Any, Rule] | None,
) -> tuple[LookedUp, LookedUp]:
    """Read the three tables and compare the columns that an attack uses.

    Parameters
    ----------
    original, released, control : table
        pandas, Polars, Arrow, or a dictionary of columns; ``released`` may also be what
        `k_anonymise` gave of ``original``, which says how texts were widened.
    names : iterable of str
        Columns of the original table and of the control set; one that was not released helps
        nobody.
    same : mapping or None
        Column to its rule; see `poucet.protect.same_cells.compare`.

    Returns
    -------
    people, absent : LookedUp
        Those of the original table and those of the control set.

    Raises
    ------
    poucet.errors.PoucetError
        If a table is empty or none, a column is unknown, the control set is the table itself, or
        the released values look like no known one.
    """
    if control is original:
        raise PoucetError(
            _(
                "Le groupe témoin est la table elle-même : donnez d’autres personnes, absentes de"
                " la table publiée."
            )
        )
    names = list(names)
    sides = [open_table(original), open_table(control)]
    release = open_table(getattr(released, "frame", released))
    for table in sides:
        choose(table, names, "known")
    there = [name for name in names if name in column_names(release)]
    # A table whose every column was taken out still has its rows: any column counts them.
    theirs, rows = read_cells(release, there or column_names(release)[:1])
    mine, people = read_cells(sides[0], names)
    others, absent = read_cells(sides[1], names)
    for name, first, second in zip(names, mine, others, strict=True):
        _same_kind(name, first, second)
    if same:
        choose(sides[0], list(same), "same")
    rules = {**_levels_used(released, sides[0], names), **(same or {})}
    found = LookedUp(people, rows, {}), LookedUp(absent, rows, {})
    for name, cells in zip(there, theirs, strict=False):
        place = names.index(name)
        seen = compare(mine[place], cells, name, rules.get(name))
        found[0].columns[name] = seen
        found[1].columns[name] = compare(others[place], cells, name, rules.get(name), seen.plain)
    return found


def _levels_used(released: Any, original: Any, names: list[Any]) -> dict[Any, Rule]:
    """Read, in a k-anonymous table made of this one, what each text was replaced by.

    Whoever reads the release knows which area a commune is in; the label alone does not say it.
    """
    if not isinstance(released, KAnonymous) or released.rows != len(_plain(original, names[0])):
        return {}
    kept = np.setdiff1d(np.arange(released.rows), released.suppressed)
    rules: dict[Any, Rule] = {}
    for name, level in released.levels.items():
        before = _plain(original, name) if level and name in names else []
        if any(isinstance(cell, str) for cell in before):
            after = _plain(open_table(released.frame), name)
            rules[name] = {before[row]: cell for row, cell in zip(kept, after, strict=True)}
    return rules


def _plain(table: Any, name: Any) -> list[Any]:
    column = read_cells(table, [name])[0][0]
    cells = [column.words[place] for place in column.values] if column.words else column.values
    gaps = column.missing if column.missing is not None else np.zeros(len(column), np.bool_)
    return [None if gap else cell for cell, gap in zip(cells, gaps, strict=True)]


def _same_kind(name: Any, first: Cells, second: Cells) -> None:
    blank = [column.missing is not None and column.missing.all() for column in (first, second)]
    if first.kind != second.kind and not any(blank):
        raise PoucetError(
            _(
                "La colonne « {name} » n’a pas le même genre de valeurs dans la table d’origine et"
                " dans le groupe témoin : convertissez l’une des deux."
            ).format(name=name)
        )
