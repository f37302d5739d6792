"""The columns of a trail read from any table, or from a trail already in codes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from poucet.attacks.cells import DATE, WORD, Cells, read_cells
from poucet.attacks.table import choose, column_names, open_table
from poucet.errors import PoucetError
from poucet.i18n import gettext as _


@dataclass(frozen=True, eq=False, repr=False)
class TrailCells:
    """A trail held in memory.

    Attributes
    ----------
    cells : dict of str to Cells
        The columns that were asked for and that the trail has.
    rows : int
        How many lines.
    source : object
        The table itself, to give its lines back.
    """

    cells: dict[str, Cells]
    rows: int
    source: Any

    def lines(self, rows: np.ndarray) -> Any:
        """Give some lines of the trail, as the kind of table it is; a dictionary if in codes."""
        if _in_codes(self.source):
            codes, categories = self.source.codes, self.source.categories
            return {
                name: categories[name][column[rows]] if name in categories else column[rows]
                for name, column in codes.items()
            }
        if isinstance(self.source, dict):
            return {name: np.asarray(column)[rows] for name, column in self.source.items()}
        if hasattr(self.source, "iloc"):  # Narwhals has no word for pandas' own row labels
            return self.source.iloc[rows]
        return open_table(self.source)[rows.tolist()].to_native()


def _in_codes(trail: Any) -> bool:
    return hasattr(trail, "codes") and hasattr(trail, "categories")


def read_trail(trail: Any, needed: list[str], wanted: list[str]) -> TrailCells:
    """Read columns of a trail.

    Parameters
    ----------
    trail : table
        pandas, Polars, Arrow, a dictionary of columns; or an object with ``codes`` and
        ``categories``, dictionaries of arrays, the way boards and benchmarks hold a trail.
    needed, wanted : list of str
        The columns it must have, and those that it may be without. The first one needed is the
        time of each line.

    Raises
    ------
    poucet.errors.PoucetError
        If it is no table or empty, lacks a column that is needed, or its times are no dates.
    """
    if _in_codes(trail):
        table: Any = trail.codes
        choose(table, needed, "trail")
        names = [*needed, *(name for name in wanted if name in table)]
        coded = [name for name in names if name in trail.categories]
        plain = [name for name in names if name not in trail.categories]
        cells = dict(zip(plain, read_cells(table, plain)[0], strict=True))
        for name in coded:
            cells[name] = Cells(WORD, table[name], None, list(trail.categories[name]))
        rows = len(table[needed[0]])
    else:
        table = open_table(trail)
        choose(table, needed, "trail")
        known = set(column_names(table))
        names = [*needed, *(name for name in wanted if name in known)]
        columns, rows = read_cells(table, names)
        cells = dict(zip(names, columns, strict=True))
    time = cells[needed[0]]
    if time.kind != DATE or time.missing is not None:
        raise PoucetError(
            _("La colonne « {name} » doit donner la date et l’heure de chaque ligne.").format(
                name=needed[0]
            )
        )
    return TrailCells(cells, rows, trail)
