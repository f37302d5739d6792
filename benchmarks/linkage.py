"""Linkage: a million rows put back among twelve million by birth date, sex and commune, keeping the
keys that occur once on each side. pandas, Polars and DuckDB join the same columns of their own
tables in memory, then drop the rows matched twice. Near linkage, of a directory typed twice with
errors in one row of three: splink learns its weights first, and each one's recall and precision
stand in the row's name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl
from harness import FASTEST, Row

from poucet import link

ON = ["birth_date", "sex", "commune"]


def nation(rows: int, seed: int = 1) -> dict[str, np.ndarray]:
    """Draw integer-coded columns with the ranges and skew of a national pupils' file."""
    rng = np.random.default_rng(seed)
    return {
        "birth_date": rng.integers(0, 5660, rows, dtype=np.int16),
        "sex": rng.integers(0, 2, rows, dtype=np.int8),
        "commune": (34969 * rng.random(rows) ** 3).astype(np.uint16),
    }


def rows(quick: bool) -> Iterator[Row]:
    size = 12 * 10**4 if quick else 12 * 10**6
    right = nation(size)
    chosen = np.random.default_rng(2).permutation(size)[: size // 12]
    left = {name: column[chosen] for name, column in right.items()}
    frames = pd.DataFrame(left), pd.DataFrame(right)
    first = pl.DataFrame(left).with_row_index("l")
    second = pl.DataFrame(right).with_row_index("r")
    database = duckdb.connect()
    database.execute("create table first as select * from first")
    database.execute("create table second as select * from second")
    question = (
        "select l, min(r) as r from (select min(l) as l, birth_date, sex, commune from first"
        " group by all having count(*) = 1) join second using (birth_date, sex, commune)"
        " group by l having count(*) = 1"
    )

    def by_pandas() -> np.ndarray:
        alone = frames[0].drop_duplicates(ON, keep=False).rename_axis("l").reset_index()
        both = alone.merge(frames[1].rename_axis("r").reset_index(), on=ON)
        return both.drop_duplicates("l", keep=False)[["l", "r"]].to_numpy()

    def by_polars() -> np.ndarray:
        alone = first.group_by(ON).agg(pl.len(), pl.col("l").first()).filter(pl.col("len") == 1)
        both = alone.join(second, on=ON).group_by("l").agg(pl.len().alias("n"), pl.col("r").first())
        return both.filter(pl.col("n") == 1).select("l", "r").to_numpy()

    def by_duckdb() -> np.ndarray:
        found = database.execute(question).fetchnumpy()
        return np.column_stack([found["l"], found["r"]])

    def same(kit: np.ndarray, peer: np.ndarray) -> bool:
        return np.array_equal(kit, peer[np.argsort(peer[:, 0])])

    yield Row(
        "exact linkage",
        f"{size // 12:,} rows against {size:,}",
        lambda: link(left, right, ON).pairs,
        {"pandas": by_pandas, "polars": by_polars, "duckdb": by_duckdb},
        {FASTEST: 1.5},
        same=same,
        rounds=3,
    )
    yield near(10**3 if quick else 10**5)


def near(size: int) -> Row:
    """Type names and dates a second time, with errors, and find everybody again."""
    import splink_peer

    from poucet.attacks import link_near

    left, right, truth = typed_twice(size)
    on = list(left.columns)

    def quality(pairs: np.ndarray) -> str:
        right_ones = int((truth[pairs[:, 0]] == pairs[:, 1]).sum())
        return f"recall {right_ones / size:.3f}, precision {right_ones / len(pairs):.4f}"

    return Row(
        f"near linkage: kit {quality(link_near(left, right, on).pairs)}; splink"
        f" {quality(splink_peer.pairs(left, right))}; exact, by the kit,"
        f" {quality(link(left, right, on).pairs)}",
        f"{size:,} rows against {size:,}",
        lambda: link_near(left, right, on).pairs,
        {"splink": lambda: splink_peer.pairs(left, right)},
        rounds=2,
    )


def typed_twice(size: int, seed: int = 3) -> tuple[Any, Any, np.ndarray]:
    """Make two directories of the same people, one typed with errors; who is who comes third."""
    from faker.providers.person.fr_FR import Provider

    rng = np.random.default_rng(seed)
    names = [sorted(set(pool)) for pool in (Provider.last_names, Provider.first_names)]
    # A few hundred names are too few for so many people: two halves make a new one.
    family = np.array(names[0])[rng.integers(0, len(names[0]), (2, size))]
    double = rng.random(size) < 0.5
    table = pd.DataFrame(
        {
            "family_name": np.where(double, family[0] + np.array("-") + family[1], family[0]),
            "given_name": np.array(names[1])[rng.integers(0, len(names[1]), size)],
            "birth_date": np.datetime64("2008-01-01") + rng.integers(0, 1461, size),
        }
    )
    typed = table.copy()
    kind = np.where(rng.random(size) < 1 / 3, rng.integers(0, 4, size), -1)
    place = rng.integers(1, 4, size)
    for column, which in (("family_name", 0), ("given_name", 1)):
        rows = np.flatnonzero(kind == which)
        cells = typed[column].to_numpy(dtype=object)
        for row in rows:  # two neighbouring letters swapped
            word, at = cells[row], place[row]
            cells[row] = word[:at] + word[at : at + 2][::-1] + word[at + 2 :]
        typed[column] = cells
    born = table["birth_date"]
    swapped = pd.to_datetime(
        {"year": born.dt.year, "month": born.dt.day.clip(upper=12), "day": born.dt.month}
    )
    typed["birth_date"] = born.where(~((kind == 2) & (born.dt.day <= 12)), swapped)
    typed["family_name"] = typed["family_name"].where(
        kind != 3, typed["family_name"].str.partition("-")[0]
    )
    order = rng.permutation(size)
    return table, typed.iloc[order].reset_index(drop=True), np.argsort(order)
