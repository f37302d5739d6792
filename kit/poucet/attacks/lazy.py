"""Class sizes counted by the engine that holds the table: DuckDB, PySpark, lazy Polars."""

from __future__ import annotations

from typing import Any

import numpy as np

from poucet.attacks.codes import unhashable


def lazy_group_sizes(table: Any, names: list[Any]) -> tuple[np.ndarray, np.ndarray]:
    """Group by the columns, then group the groups by size; only that last, tiny table comes back.

    Parameters
    ----------
    table : narwhals.LazyFrame
        A query its engine has yet to run, on this machine or on a cluster.
    names : list of str
        Its columns to compare.

    Returns
    -------
    sizes, counts : numpy.ndarray of int64
        The sizes that occur, ascending, and how many groups have each; empty for an empty table.

    Raises
    ------
    poucet.errors.PoucetError
        If a column's cells are lists or records.
    """
    import narwhals as nw

    schema = table.collect_schema()
    columns = []
    for name in names:
        if schema[name].is_nested() or schema[name] == nw.Object:
            raise unhashable(name)
        column = nw.col(name)
        if schema[name].is_float():
            # NaN is a number to these engines; here it is missing, like null.
            column = nw.when(~column.is_nan()).then(column).alias(name)
        columns.append(column)
    size = _free_name("size", names)
    groups = table.select(*columns).group_by(*names).agg(nw.len().alias(size))
    found = groups.group_by(size).agg(nw.len().alias("count")).collect()
    sizes, counts = (found[column].to_numpy().astype(np.int64) for column in (size, "count"))
    order = np.argsort(sizes)
    return sizes[order], counts[order]


def _free_name(name: str, taken: list[Any]) -> str:
    """Lengthen a name until no column has it; SQL takes ``Size`` and ``size`` for the same."""
    while name in {str(other).lower() for other in taken}:
        name += "_"
    return name
