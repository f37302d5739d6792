"""Unicity: how many of 100,000 people, with 100 points each, are alone in having p known moments.
The kit's trail is prepared once, as its user would for a second question; the engines hold the
distinct moments, by time and place, in their own tables and are handed the very points the kit
drew. DuckDB is asked once more with its moments numbered beforehand, as the kit's are. One row
times the whole call, preparation and draw included."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import duckdb
import numpy as np
import polars as pl
from harness import FASTEST, Row

from poucet.attacks import Moments


def trail(people: int, points: int, seed: int = 1) -> dict[str, np.ndarray]:
    """Draw hours of a term and places, two in five at home and the others where many go."""
    rng = np.random.default_rng(seed)
    who = np.repeat(np.arange(people, dtype=np.int32), points)
    home = rng.integers(0, 3000, people)
    out = (3000 * rng.random(len(who)) ** 2).astype(np.int64)
    return {
        "pupil": who,
        "time": rng.integers(0, 12 * 7 * 24, len(who), dtype=np.int32),
        "place": np.where(rng.random(len(who)) < 0.4, home[who], out).astype(np.int32),
    }


def rows(quick: bool) -> Iterator[Row]:
    people = 1000 if quick else 10**5
    columns = trail(people, 100)
    ready = Moments(columns, resolution=None)
    visits = pl.DataFrame(columns).unique()
    # The kit numbers moments by place, then time.
    numbered = visits.with_columns(
        (pl.struct("place", "time").rank("dense") - 1).cast(pl.Int32).alias("moment")
    )
    moments = numbered.unique("moment").sort("moment").select("moment", "time", "place")
    database = duckdb.connect()
    database.execute("create table held as select * from visits")
    database.execute("create table held_numbered as select moment, pupil from numbered")
    label = f"{people:,} people × 100 points"
    for points in (1, 2, 3, 4, 5):
        drawn = ready._number[ready._draw(points, 0)].ravel()
        known = moments[drawn].with_columns(
            pl.Series("target", np.tile(np.arange(people, dtype=np.int32), points))
        )
        database.execute("create or replace table asked as select * from known")

        def by_polars(known: Any = known, points: int = points) -> int:
            fits = known.join(visits, on=["time", "place"]).group_by("target", "pupil").len()
            fits = fits.filter(pl.col("len") == points).group_by("target").len()
            return fits.filter(pl.col("len") == 1).height

        def by_duckdb(table: str, on: str, points: int = points) -> int:
            return database.execute(
                "select count(*) from (select target from (select target, pupil from asked join"
                f" {table} using ({on}) group by all having count(*) = {points}) group by target"
                " having count(*) = 1)"
            ).fetchall()[0][0]

        yield Row(
            f"unicity, p = {points}, a second question",
            label,
            lambda points=points: round(ready.unicity(points).value * people),
            {
                "polars": by_polars,
                "duckdb": lambda: by_duckdb("held", "time, place"),
                "duckdb, numbered": lambda: by_duckdb("held_numbered", "moment"),
            },
            {FASTEST: 3, "duckdb, numbered": 1},
            same=lambda kit, peer: kit == peer,
            rounds=5,
        )
    yield Row(
        "unicity, p = 4, preparation and draw included; the engines' trail is ready",
        label,
        lambda: round(Moments(columns, resolution=None).unicity(4).value * people),
        {},
        rounds=3,
    )
