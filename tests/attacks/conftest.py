"""One table of a few pupils in every engine, with gaps of every kind."""

import shutil

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

IN_MEMORY = (
    "lists",
    "arrays",
    "pandas",
    "pandas objects",
    "pandas nullable",
    "pandas categorical",
    "pandas arrow",
    "polars",
    "polars categorical",
    "arrow",
    "arrow dictionary",
)
LAZY = ("polars lazy", "duckdb")


@pytest.fixture(scope="session")
def spark():
    """Start a local Spark that listens to nobody but this machine."""
    if shutil.which("java") is None:
        pytest.skip("no Java on this machine: PySpark cannot run")
    session = pytest.importorskip("pyspark.sql", reason="PySpark is not installed").SparkSession
    found = (
        session.builder.master("local[1]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate()
    )
    yield found
    found.stop()


@pytest.fixture(scope="session", params=IN_MEMORY)
def memory_engine(request):
    """Go through the ways to hold a table in memory."""
    return request.param


@pytest.fixture(scope="session", params=IN_MEMORY + LAZY)
def engine(request):
    """Go through every engine but Spark, which starts slowly and has tests of its own."""
    return request.param


@pytest.fixture(scope="session")
def table_in():
    """Give the function that makes any engine's table: ``table_in(engine, columns)``."""
    return _build


def _build(engine, columns):
    """Make the engine's table of these columns, lists of plain Python values."""
    if engine == "lists":
        return dict(columns)
    if engine == "arrays":
        return {name: _array(cells) for name, cells in columns.items()}
    if engine == "pandas":
        return pd.DataFrame(columns)
    if engine == "pandas objects":
        return pd.DataFrame(columns, dtype=object)
    if engine == "pandas nullable":
        return pd.DataFrame(columns).convert_dtypes()
    if engine == "pandas categorical":
        return pd.DataFrame(columns).astype("category")
    if engine == "pandas arrow":
        return pd.DataFrame(columns).convert_dtypes(dtype_backend="pyarrow")
    frame = pl.DataFrame(columns, strict=False)
    text = [name for name, kind in frame.schema.items() if kind == pl.String]
    if engine == "polars":
        return frame
    if engine == "polars categorical":
        return frame.with_columns(pl.col(text).cast(pl.Categorical))
    if engine == "polars lazy":
        return frame.lazy()
    if engine == "duckdb":
        return duckdb.from_arrow(frame.to_arrow())
    table = pa.table(columns)
    if engine == "arrow":
        return pa.concat_tables([table.slice(0, 3), table.slice(3)])
    assert engine == "arrow dictionary"
    for place, name in enumerate(table.column_names):
        if name in text:
            table = table.set_column(place, name, table.column(name).dictionary_encode())
    return table


def _array(cells):
    """Make the NumPy array a careful pupil would make: a type of its own where none is missing."""
    kinds = {type(cell) for cell in cells}
    if len(kinds) == 1 and not kinds & {list, dict}:
        return np.array(cells)
    if kinds == {float, type(None)}:
        return np.array(cells, dtype=np.float64)
    return np.fromiter(cells, dtype=object, count=len(cells))
