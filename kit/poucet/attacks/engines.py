"""Columns of pandas, Polars and Arrow tables as codes, each read the way its engine stores it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from poucet.attacks.codes import Codes, codes_of, from_integers, unhashable


def native_codes(table: Any, name: Any) -> Codes:
    """Read one column of a table that Narwhals opened and that is held in memory.

    Parameters
    ----------
    table : narwhals.DataFrame
        The opened table; engines other than pandas and Polars are read through Arrow.
    name : hashable
        One of its columns.

    Raises
    ------
    poucet.errors.PoucetError
        If its cells are lists or records.
    """
    if table.implementation.is_pandas():
        return _from_pandas(table.to_native()[name], name)
    if table.implementation.is_polars():
        return _from_polars(table.to_native()[name], name)
    return _from_arrow(table.select(name).to_arrow().column(0), name)


def _from_pandas(column: Any, name: Any) -> Codes:
    import pandas as pd

    dtype = column.dtype
    if isinstance(dtype, pd.CategoricalDtype):
        # .array, as .cat.codes would copy them: 80 MB of a nation's three columns
        return Codes(column.array.codes, -1, len(dtype.categories) + 1)
    if isinstance(dtype, np.dtype):
        return codes_of(column.to_numpy(), name)
    if pd.api.types.is_float_dtype(dtype):  # nullable: both NaN and NA may stand in it
        return codes_of(column.to_numpy(dtype=np.float64, na_value=np.nan), name)
    if dtype.kind in "iu":
        missing = column.isna().to_numpy()
        whole = np.uint64 if dtype.kind == "u" else np.int64
        return from_integers(column.to_numpy(dtype=whole, na_value=0), missing)
    try:
        codes, found = pd.factorize(column)
    except (TypeError, NotImplementedError):
        raise unhashable(name) from None
    return Codes(codes, -1, len(found) + 1)


def _from_polars(column: Any, name: Any) -> Codes:
    import polars as pl

    dtype = column.dtype
    if dtype.is_nested() or dtype == pl.Object:
        raise unhashable(name)
    if dtype.is_float() or dtype in (pl.Date, pl.Datetime, pl.Duration):
        return codes_of(column.to_numpy(), name)  # a gap becomes NaN or NaT
    if dtype == pl.String:
        column = column.cast(pl.Categorical)
    elif not (dtype.is_integer() or dtype in (pl.Boolean, pl.Categorical, pl.Enum, pl.Time)):
        column = column.rank("dense")
    ordered = dtype.is_integer()
    column = column.to_physical()
    if column.dtype == pl.Boolean:
        column = column.cast(pl.UInt8)
    missing = column.is_null().to_numpy() if column.null_count() else None
    codes = from_integers(column.fill_null(0).to_numpy(), missing)
    return replace(codes, ordered=ordered)


def _from_arrow(column: Any, name: Any) -> Codes:
    import pyarrow as pa
    import pyarrow.compute as pc

    kind = column.type
    if pa.types.is_nested(kind):
        raise unhashable(name)
    if pa.types.is_dictionary(kind):
        # Its words may hold a gap or repeat themselves: spelled out, then numbered again.
        column, kind = column.cast(kind.value_type), kind.value_type
    if pa.types.is_floating(kind) or pa.types.is_date(kind) or pa.types.is_timestamp(kind):
        return codes_of(column.to_numpy(), name)  # a gap becomes NaN or NaT
    missing = column.is_null().to_numpy() if column.null_count else None
    if pa.types.is_null(kind):
        return Codes(np.zeros(len(column), np.uint8), 0, 1)
    ordered = pa.types.is_integer(kind)
    if pa.types.is_boolean(kind):
        column = column.cast(pa.uint8())
    elif not ordered:
        column = pc.dictionary_encode(column).combine_chunks()
        column = (
            column.indices if isinstance(column, pa.DictionaryArray) else column.chunk(0).indices
        )
        column = pa.chunked_array([column])
    codes = from_integers(pc.fill_null(column, 0).to_numpy(), missing)
    return replace(codes, ordered=ordered)
