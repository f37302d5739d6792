"""The columns that could single a pupil out, read once: each cell a small number, each value kept.

Who holds a birth date and a commune looks for the rows that have both. To protect the pupils is to
make those columns vaguer; all the work is done on numbers, and on each different value once.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from poucet.attacks.cells import DATE, NUMBER, WORD, read_cells


@dataclass(frozen=True, eq=False)
class QuasiColumn:
    """One column of the quasi-identifier.

    Attributes
    ----------
    name : hashable
        The column's name.
    codes : numpy.ndarray of int32
        For each row, the place of its cell in ``values``.
    values : list
        The different cells, ascending; dates are ``datetime.date`` (or ``datetime`` where there
        are hours), and a missing cell is None, which stands last.
    places : numpy.ndarray of float64
        Where each value lies on the column's axis: the number itself, the date in days, the rank
        of a word; NaN where missing.
    words : bool
        Whether the values are words (truth values too), without a distance.
    """

    name: Any
    codes: np.ndarray
    values: list[Any]
    places: np.ndarray
    words: bool

    @property
    def known(self) -> int:
        """How many different values there are, not counting the missing one."""
        return len(self.values) - (self.values[-1:] == [None])


def read_columns(table: Any, names: list[Any]) -> list[QuasiColumn]:
    """Read columns of an opened table that is held in memory.

    Parameters
    ----------
    table : opened table
        From `poucet.attacks.table.open_table`.
    names : list
        Its columns, at least one.

    Raises
    ------
    poucet.errors.PoucetError
        If the table is a query, empty or ragged, or a cell holds a list.
    """
    columns, rows = read_cells(table, names)
    read = []
    for name, cells in zip(names, columns, strict=True):
        known = np.ones(rows, np.bool_) if cells.missing is None else ~cells.missing
        found, ranks = np.unique(cells.values[known], return_inverse=True)
        codes = np.full(rows, len(found), np.int32)
        codes[known] = ranks
        values, places = _values(cells.kind, found, cells.words)
        words = cells.kind == WORD
        if cells.kind == NUMBER and _truth(table, name):
            values, words = [bool(value) for value in values], True
        if cells.missing is not None:
            values, places = [*values, None], np.append(places, np.nan)
        read.append(QuasiColumn(name, codes, values, places, words))
    return read


def _values(kind: str, found: np.ndarray, words: list[Any]) -> tuple[list[Any], np.ndarray]:
    if kind == WORD:
        return [words[place] for place in found], np.arange(len(found), dtype=np.float64)
    if kind == DATE:
        days = found.astype("datetime64[D]")
        if not (days == found).all():
            return found.astype("datetime64[us]").tolist(), (found - _EPOCH) / _DAY
        return days.tolist(), days.astype(np.float64)
    return found.tolist(), found.astype(np.float64)


_DAY, _EPOCH = np.timedelta64(1, "D"), np.datetime64(0, "D")


def _truth(table: Any, name: Any) -> bool:
    """Tell a column of truth values from one of numbers 0 and 1."""
    if isinstance(table, Mapping):
        column = table[name]
        if isinstance(column, np.ndarray) and column.dtype != object:
            return column.dtype.kind == "b"
        return all(cell is None or isinstance(cell, bool | np.bool_) for cell in column)
    if table.implementation.is_pandas():
        dtype = table.to_native()[name].dtype
        categories = getattr(dtype, "categories", None)
        return (dtype if categories is None else categories.dtype).kind == "b"
    import narwhals as nw

    return table[name].dtype == nw.Boolean


def as_midnight(value: Any) -> Any:
    """Give a date as the first moment of its day; anything else as it is."""
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return datetime.datetime(value.year, value.month, value.day)
    return value


def width(column: QuasiColumn) -> float:
    """Give the distance from a column's lowest value to its highest; for words, of the ranks."""
    known = column.places[: column.known]
    return float(known[-1] - known[0]) if len(known) else 0.0
