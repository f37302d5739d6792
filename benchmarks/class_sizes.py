"""Class sizes: how many pupils share the values of six columns, held as integer codes. pandas,
Polars and DuckDB group the same columns of their own tables in memory, then count the groups by
size; the kit reads a dictionary of arrays, and in the row named so the pandas table itself. Bare
NumPy packs and sorts these very columns, and checks nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl
from harness import FASTEST, Row

from poucet import class_sizes

BY = ["birth_date", "sex", "commune", "level", "second_language", "regime"]


def pupils(rows: int, seed: int = 1) -> dict[str, np.ndarray]:
    """Draw integer-coded columns with the ranges, types and skew of a national pupils' file."""
    rng = np.random.default_rng(seed)
    birth = rng.integers(0, 5660, rows, dtype=np.int16)
    return {
        "birth_date": birth,
        "sex": rng.integers(0, 2, rows, dtype=np.int8),
        "commune": (34969 * rng.random(rows) ** 3).astype(np.uint16),
        "level": np.minimum(birth // 365, 14).astype(np.int8),
        "second_language": (5 * rng.random(rows) ** 4).astype(np.int8),
        "regime": rng.integers(0, 3, rows, dtype=np.int8),
    }


def histogram(sizes: Any, counts: Any) -> dict[int, int]:
    return dict(zip(map(int, sizes), map(int, counts), strict=True))


def same(kit: Any, peer: dict[int, int]) -> bool:
    return histogram(*kit.histogram) == peer


def bare_k(columns: dict[str, np.ndarray]) -> int:
    """Find k with as little as NumPy allows: one 64-bit key a row, sorted, its steps measured."""
    key = np.zeros(len(columns[BY[0]]), np.uint64)
    for name in BY:
        key *= np.uint64(int(columns[name].max()) + 1)
        key += columns[name].astype(np.uint64)
    key.sort()
    ends = np.flatnonzero(np.append(key[1:] != key[:-1], True))
    return int(np.diff(ends, prepend=-1).min())


def rows(quick: bool) -> Iterator[Row]:
    for size, asked in ((10**6, 4), (12 * 10**6, 3)):
        size = size // 100 if quick else size
        columns = pupils(size)
        frame = pd.DataFrame(columns)
        polars = pl.DataFrame(columns)
        database = duckdb.connect()
        database.execute("create table pupils as select * from polars")
        question = (
            f"select size, count(*) from (select count(*) as size from pupils group by "
            f"{', '.join(BY)}) group by size"
        )

        def by_pandas(frame: pd.DataFrame = frame) -> dict[int, int]:
            counts = frame.groupby(BY, sort=False, observed=True).size().value_counts()
            return histogram(counts.index, counts)

        def by_polars(polars: pl.DataFrame = polars) -> dict[int, int]:
            counts = polars.group_by(BY).len("size").group_by("size").len("count")
            return histogram(counts["size"], counts["count"])

        def by_duckdb(
            database: duckdb.DuckDBPyConnection = database, question: str = question
        ) -> dict[int, int]:
            return histogram(*zip(*database.execute(question).fetchall(), strict=True))

        engines = {"pandas": by_pandas, "polars": by_polars, "duckdb": by_duckdb}
        label = f"{size:,} rows × {len(BY)} columns"
        rounds = 9 if size <= 10**6 else 5
        yield Row(
            "class sizes",
            label,
            lambda columns=columns: class_sizes(columns, BY),
            engines,
            {FASTEST: asked},
            same=same,
            rounds=rounds,
        )
        yield Row(
            "class sizes of a pandas table",
            label,
            lambda frame=frame: class_sizes(frame, BY),
            engines,
            {FASTEST: asked},
            same=same,
            rounds=rounds,
        )
        if size <= 10**6:
            from pycanon.anonymity import k_anonymity

            yield Row(
                "k alone, against pycanon",
                label,
                lambda columns=columns: class_sizes(columns, BY).k,
                {
                    "pycanon": lambda frame=frame: k_anonymity(frame, BY),
                    "bare NumPy": lambda columns=columns: bare_k(columns),
                },
                {"pycanon": 1000},
                same=lambda kit, peer: kit == peer,
                rounds=41,
                once=("pycanon",),
            )
