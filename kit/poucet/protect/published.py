"""The protected table, written in the form the table came in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np


def publish(table: Any, kept: np.ndarray, replaced: Mapping[Any, np.ndarray]) -> Any:
    """Leave out the suppressed rows and put the wider values in.

    Parameters
    ----------
    table : opened table
        From `poucet.attacks.table.open_table`, held in memory.
    kept : numpy.ndarray of bool
        The rows to publish, which keep their order.
    replaced : dict
        Column to its new cells, one a row that is kept.

    Returns
    -------
    table
        A dictionary of columns for a dictionary; else a table of the same library, whose columns
        stand in the same order. A pandas table loses its index: row labels are identifiers.
    """
    if isinstance(table, Mapping):
        return {
            name: replaced[name] if name in replaced else _rows(column, kept)
            for name, column in table.items()
        }
    import narwhals as nw

    if table.implementation.is_pandas():
        frame = table.to_native().loc[kept].reset_index(drop=True)
        return frame.assign(**{name: _texts(cells) for name, cells in replaced.items()})
    frame = table.filter(kept.tolist())
    new = [
        nw.new_series(name, cells.tolist(), backend=table.implementation)
        for name, cells in replaced.items()
    ]
    return frame.with_columns(*new).to_native()


def _rows(column: Any, kept: np.ndarray) -> Any:
    if isinstance(column, np.ndarray):
        return column[kept]
    return [cell for cell, keep in zip(column, kept, strict=True) if keep]


def _texts(cells: np.ndarray) -> Any:
    """Give cells the type pandas would give a list of them."""
    import pandas as pd

    return pd.Series(cells.tolist())
