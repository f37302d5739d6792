"""Columns of pandas, Polars and Arrow tables as codes, each read the way its engine stores it."""

from __future__ import annotations

from typing import Any

import numpy as np

from poucet.attacks.codes import Codes, codes_of, unhashable


def native_codes(table: Any, name: Any) -> Codes:
    """Read one column of a table that Narwhals opened and that is held in memory.

    Parameters
    ----------
    table : narwhals.DataFrame
        The opened table.
    name : hashable
        One of its columns.
    """
    native = table.to_native()
    if table.implementation.is_pandas():
        return _from_pandas(native[name], name)
    raise NotImplementedError


def _from_pandas(column: Any, name: Any) -> Codes:
    if hasattr(column, "cat"):
        return Codes(column.cat.codes.to_numpy(), -1, len(column.cat.categories) + 1)
    if isinstance(column.dtype, np.dtype) and column.dtype.kind in "biufmM":
        return codes_of(column.to_numpy(), name)
    import pandas as pd

    try:
        codes, found = pd.factorize(column)
    except TypeError:
        raise unhashable(name) from None
    return Codes(codes, -1, len(found) + 1)
