"""Every combination of eight columns (255), with k, classes and unique people: what the live
explorer asks. pandas, Polars and DuckDB group once a combination; the kit explores."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl
from harness import FASTEST, Row

from poucet import explore

Answer = dict[tuple[str, ...], tuple[int, int, int]]


def pupils(rows: int, seed: int = 2) -> dict[str, np.ndarray]:
    """Draw eight integer-coded columns such as a school file holds."""
    rng = np.random.default_rng(seed)
    birth = rng.integers(0, 1461, rows, dtype=np.int16)
    return {
        "birth_date": birth,
        "sex": rng.integers(0, 2, rows, dtype=np.int8),
        "postcode": (6000 * rng.random(rows) ** 3).astype(np.int16),
        "level": (birth // 365).clip(max=2).astype(np.int8),
        "second_language": (5 * rng.random(rows) ** 4).astype(np.int8),
        "option": (12 * rng.random(rows) ** 2).astype(np.int8),
        "regime": rng.integers(0, 3, rows, dtype=np.int8),
        "scholarship": (rng.random(rows) < 0.25).astype(np.int8),
    }


def combinations() -> Iterator[tuple[str, ...]]:
    columns = list(pupils(1))
    for size in range(1, len(columns) + 1):
        yield from itertools.combinations(columns, size)


def same(kit: Any, peer: Answer) -> bool:
    return {s.columns: (s.k, s.classes, s.unique) for s in kit} == peer


def rows(quick: bool) -> Iterator[Row]:
    for size, asked in ((10**4, 12), (10**6, 4)):
        size = size // 100 if quick else size
        columns = pupils(size)
        frame = pd.DataFrame(columns)
        polars = pl.DataFrame(columns)
        database = duckdb.connect()
        database.execute("create table pupils as select * from polars")

        def by_pandas(frame: pd.DataFrame = frame) -> Answer:
            found = {}
            for names in combinations():
                sizes = frame.groupby(list(names), sort=False, observed=True).size().to_numpy()
                found[names] = (int(sizes.min()), len(sizes), int((sizes == 1).sum()))
            return found

        def by_polars(polars: pl.DataFrame = polars) -> Answer:
            found = {}
            for names in combinations():
                sizes = polars.group_by(names).len()["len"]
                found[names] = (sizes.min(), len(sizes), int((sizes == 1).sum()))
            return found

        def by_duckdb(database: duckdb.DuckDBPyConnection = database) -> Answer:
            found = {}
            for names in combinations():
                question = (
                    "select min(size), count(*), count(*) filter (size = 1) from (select count(*) "
                    f"as size from pupils group by {', '.join(names)})"
                )
                found[names] = database.execute(question).fetchone()
            return found

        yield Row(
            "255 combinations",
            f"{size:,} rows × {len(columns)} columns",
            lambda columns=columns: explore(columns, list(columns)),
            {"pandas": by_pandas, "polars": by_polars, "duckdb": by_duckdb},
            {FASTEST: asked},
            same=same,
            rounds=7 if size <= 10**4 else 3,
            once=() if size <= 10**4 else ("pandas", "polars", "duckdb"),
        )
