"""Columns read with their gaps known and their values kept, so that two tables can be compared."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from poucet.attacks.codes import Codes, codes_of, is_missing, unhashable
from poucet.attacks.table import need_memory, one_dimension, same_length

NUMBER, DATE, WORD = "number", "date", "word"


@dataclass(frozen=True, eq=False)
class Cells:
    """One column, the same whichever engine held it.

    Attributes
    ----------
    kind : {"number", "date", "word"}
        Truth values are numbers; whatever is neither a number nor a date is a word.
    values : numpy.ndarray
        Integers, whole wherever possible, or floats; ``datetime64``; or each cell's place in
        ``words``. What stands where a cell is missing means nothing.
    missing : numpy.ndarray of bool or None
        Where a cell is missing; None if nowhere.
    words : list
        The distinct words, ascending; empty for numbers and dates.
    """

    kind: str
    values: np.ndarray
    missing: np.ndarray | None
    words: list[Any]

    def __len__(self) -> int:
        return len(self.values)

    def codes(self) -> Codes:
        """Give the column as codes that do not depend on the engine; gaps have any code."""
        if self.kind == WORD:
            return Codes(self.values, 0, max(len(self.words), 1))
        return codes_of(self.values, "")


def read_cells(table: Any, names: list[Any]) -> tuple[list[Cells], int]:
    """Read columns of an opened table.

    Parameters
    ----------
    table : opened table
        From `poucet.attacks.table.open_table`, held in memory.
    names : list
        Its columns to read.

    Returns
    -------
    columns : list of Cells
        One a name, in order.
    rows : int
        How many rows the table has, at least one.

    Raises
    ------
    poucet.errors.PoucetError
        If the table is still a query, empty, ragged, or a cell holds a list.
    """
    need_memory(table)
    if isinstance(table, Mapping):
        columns = [_from_any(one_dimension(table[name], name), name) for name in names]
    else:
        columns = [_from_engine(table, name) for name in names]
    return columns, same_length(names, [len(column) for column in columns])


def _from_any(column: Any, name: Any) -> Cells:
    if isinstance(column, np.ma.MaskedArray):
        column = np.ma.filled(column.astype(object), None)
    if not isinstance(column, np.ndarray):
        return _from_objects(list(column), name)
    if column.dtype.kind in "biuf":
        return _numbers(column)
    if column.dtype.kind == "M":
        return Cells(DATE, column, _if_any(np.isnat(column)), [])
    return _from_objects(column.tolist(), name)


def _numbers(values: np.ndarray, missing: np.ndarray | None = None) -> Cells:
    """Take numbers as they are; whole floats become integers, as pandas makes floats of gaps."""
    if values.dtype.kind == "b":
        return Cells(NUMBER, values.view(np.uint8), missing, [])
    if values.dtype.kind != "f":
        return Cells(NUMBER, values, missing, [])
    missing = _if_any(np.isnan(values))
    known = values if missing is None else np.where(missing, 0, values)
    if (np.abs(known) < 2.0**53).all() and (known == np.rint(known)).all():
        return Cells(NUMBER, known.astype(np.int64), missing, [])
    return Cells(NUMBER, values, missing, [])


def _if_any(missing: np.ndarray) -> np.ndarray | None:
    return missing if missing.any() else None


def _from_objects(cells: Sequence[Any], name: Any) -> Cells:
    """Read plain Python values; what they are is seen from the distinct ones."""
    try:
        distinct = dict.fromkeys(cells)
    except TypeError:
        raise unhashable(name) from None
    known = [cell for cell in distinct if not is_missing(cell)]
    missing = None
    if len(known) < len(distinct):
        missing = np.fromiter(map(is_missing, cells), np.bool_, len(cells))
    if known and all(isinstance(cell, int | float | np.number) for cell in known):
        filled = cells if missing is None else [0 if is_missing(cell) else cell for cell in cells]
        values = np.array(filled)
        if values.dtype.kind in "biuf":
            found = _numbers(values)
            return Cells(NUMBER, found.values, missing, [])
    elif known and all(isinstance(cell, datetime.date) for cell in known):
        ticks = {cell: _wall_clock(cell) for cell in known}
        nat = np.datetime64("NaT", "us")
        values = np.array([ticks.get(cell, nat) for cell in cells], "datetime64[us]")
        return Cells(DATE, values, missing, [])
    places = {word: place for place, word in enumerate(known)}
    values = np.fromiter((places.get(cell, 0) for cell in cells), np.int64, len(cells))
    return _words(values, known, missing)


def _wall_clock(moment: datetime.date) -> np.datetime64:
    """Keep what the clock on the wall showed, without the time zone."""
    if isinstance(moment, datetime.datetime):
        moment = moment.replace(tzinfo=None)
    return np.datetime64(moment, "us")


def _words(places: np.ndarray, words: list[Any], missing: np.ndarray | None) -> Cells:
    """Give the words numbers in their own order, so that no engine’s order shows later."""
    kinds = [type(word).__name__ for word in words]
    order = sorted(range(len(words)), key=lambda place: (kinds[place], str(words[place])))
    ranks = np.zeros(max(len(words), 1), np.int32)
    ranks[order] = np.arange(len(order))
    return Cells(WORD, ranks[places], missing, [words[place] for place in order])


def _from_engine(table: Any, name: Any) -> Cells:
    """Read a column of a table that Narwhals opened."""
    import narwhals as nw

    column = table.get_column(name)
    kind = column.dtype
    if kind.is_nested():
        raise unhashable(name)
    if kind.is_integer() or kind == nw.Boolean:
        missing = column.is_null().to_numpy().astype(np.bool_)
        whole = column.fill_null(False if kind == nw.Boolean else 0).to_numpy()
        if whole.dtype == object:
            whole = whole.astype(np.bool_ if kind == nw.Boolean else np.int64)
        return _numbers(whole, _if_any(missing))
    if kind.is_float():
        return _numbers(column.to_numpy().astype(np.float64))
    if kind in (nw.Date, nw.Datetime):
        if getattr(kind, "time_zone", None):
            column = column.dt.replace_time_zone(None)
        return _from_any(column.to_numpy(), name)
    if kind == nw.Object:
        return _from_objects(column.to_list(), name)
    places, words = _places(table, column, name)
    missing = _if_any(places < 0)
    if missing is not None:
        places = np.where(missing, 0, places)
    known = _from_objects(words, name)  # the categories of pandas may be numbers or dates
    if known.kind != WORD:
        return Cells(known.kind, known.values[places], missing, [])
    return _words(places, words, missing)


def _places(table: Any, column: Any, name: Any) -> tuple[np.ndarray, list[Any]]:
    """Give each cell's place in a list of the distinct ones, −1 where missing."""
    native = column.to_native()
    if table.implementation.is_pandas():
        import pandas as pd

        try:
            places, words = pd.factorize(native)
        except (TypeError, NotImplementedError):
            raise unhashable(name) from None
        return places, list(words)
    if table.implementation.is_polars():
        import polars as pl

        if isinstance(native.dtype, pl.Categorical | pl.Enum):
            native = native.cast(pl.String)
        ranks = native.rank("dense").cast(pl.Int64).fill_null(0).to_numpy()
        return ranks - 1, native.drop_nulls().unique().sort().to_list()
    import pyarrow as pa

    encoded = column.to_arrow()
    if pa.types.is_dictionary(encoded.type):
        encoded = encoded.cast(encoded.type.value_type)
    if isinstance(encoded, pa.ChunkedArray):
        encoded = encoded.combine_chunks()
    if isinstance(encoded, pa.ChunkedArray):
        encoded = pa.concat_arrays(encoded.chunks)
    encoded = encoded.dictionary_encode()
    places = encoded.indices.fill_null(-1).to_numpy(zero_copy_only=False)
    return places.astype(np.int64), encoded.dictionary.to_pylist()
