"""Inference: five traits of everybody guessed from the trail of a term. The kit reads eight habits
of each pupil (nights, roofs, evenings, absences…); pandas, Polars and DuckDB, for scale, read three
of them from the same table: nights with a line after midnight, early evenings and Saturdays, days
with a line. Then the rules guess the five traits from the habits, beside scikit-learn's pipelines
(scaling and logistic regression, scaling and 15 neighbours, its own bar of one half), fitted on 400
known pupils over the same habits and asked about the 700 others; the row's name gives precision and
recall of each over the five traits together."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import duckdb
import numpy as np
import polars as pl
from harness import FASTEST, Row
from sklearn.linear_model import LogisticRegression
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from poucet import School, infer, trail
from poucet.attacks.habits_seen import HabitsSeen, habits_seen
from poucet.attacks.inference_learned import features
from poucet.attacks.inference_rules import TRAITS
from poucet.attacks.known_people import read_columns

Counts = tuple[np.ndarray, np.ndarray, np.ndarray]


def rows(quick: bool) -> Iterator[Row]:
    school = School(seed=1, pupils=300 if quick else 1100)
    lines = trail(school)
    by_polars = pl.from_pandas(lines[["time", "pupil"]])
    database = duckdb.connect()
    database.execute("create table lines as select * from by_polars")
    size = f"{len(lines):,} lines of {school.size:,} pupils"

    yield Row(
        "habits of everybody",
        size,
        lambda: habits_seen(lines),
        {
            "pandas": lambda: with_pandas(lines),
            "polars": lambda: with_polars(by_polars),
            "duckdb": lambda: with_duckdb(database),
        },
        same=lambda seen, counts: all(map(np.array_equal, counted(seen), counts)),
        rounds=5,
    )
    seen = habits_seen(lines)
    known = 100 if quick else 400
    yield guesses(school, seen, known)


def counted(seen: HabitsSeen) -> Counts:
    """Give the three counts that the engines give too: nights, early evenings, days."""
    span = len(seen.days.weekday)
    weekday = seen.days.weekday
    counts = np.array([(weekday == day).sum() for day in range(6)])
    early = np.rint(seen.evenings * counts).sum(axis=1).astype(int)
    nights = np.rint(seen.nights_awake * span).astype(int)
    return nights, early, seen.days.there().sum(axis=1)


def with_pandas(lines: object) -> Counts:
    shifted = lines["time"] - np.timedelta64(4, "h")
    day = shifted.dt.floor("D")
    hour = lines["time"].dt.hour
    saturday = shifted.dt.dayofweek == 5
    sunday = shifted.dt.dayofweek == 6
    early = (
        ~sunday & hour.ge(9).where(saturday, hour >= 17) & hour.lt(19).where(saturday, hour.lt(21))
    )
    table = lines[["pupil"]].assign(day=day)
    everybody = np.sort(lines["pupil"].unique())
    kept = (table[hour < 4], table[early], table)
    return tuple(
        part.drop_duplicates().groupby("pupil").size().reindex(everybody, fill_value=0).to_numpy()
        for part in kept
    )


def with_polars(lines: pl.DataFrame) -> Counts:
    shifted = pl.col("time").dt.offset_by("-4h")
    hour, weekday = pl.col("time").dt.hour(), shifted.dt.weekday()
    early = (
        pl.when(weekday == 6).then((hour >= 9) & (hour < 19)).otherwise((hour >= 17) & (hour < 21))
    ) & (weekday < 7)
    found = (
        lines.lazy()
        .group_by("pupil", shifted.dt.date().alias("day"))
        .agg((hour < 4).any().alias("night"), early.any().alias("early"))
        .group_by("pupil")
        .agg(pl.col("night").sum(), pl.col("early").sum(), pl.len().alias("days"))
        .sort("pupil")
        .collect()
    )
    return tuple(found[name].to_numpy() for name in ("night", "early", "days"))


def with_duckdb(database: duckdb.DuckDBPyConnection) -> Counts:
    found = database.execute(
        """
        with days as (
            select pupil, (time - interval 4 hour)::date as day, bool_or(hour(time) < 4) as night,
                bool_or(case isodow(time - interval 4 hour)
                    when 7 then false when 6 then hour(time) between 9 and 18
                    else hour(time) between 17 and 20 end) as early
            from lines group by all
        )
        select count(*) filter (night) as night, count(*) filter (early) as early,
            count(*) as days
        from days group by pupil order by pupil
        """
    ).fetchnumpy()
    return tuple(found[name] for name in ("night", "early", "days"))


def guesses(school: School, seen: HabitsSeen, known: int) -> Row:
    columns = read_columns(None, seen.people, "pupil", [])

    def by_rules() -> list[np.ndarray]:
        return [infer(seen, trait).guess[known:] for trait in TRAITS]

    def learned(model: Callable[[], object]) -> Callable[[], list[np.ndarray]]:
        def run() -> list[np.ndarray]:
            table = np.column_stack([feature.values for feature in features(seen, columns)])
            found = []
            for trait in TRAITS:
                answer = school.sealed[trait][seen.people - 1]
                fitted = make_pipeline(StandardScaler(), model()).fit(table[:known], answer[:known])
                found.append(fitted.predict(table[known:]))
            return found

        return run

    ways = {
        "rules": by_rules,
        "regression": learned(LogisticRegression),
        "neighbours": learned(lambda: KNeighborsClassifier(15, weights="distance")),
    }
    truth = np.concatenate([school.sealed[t][seen.people[known:] - 1] for t in TRAITS])
    said = []
    for name, run in ways.items():
        guess = np.concatenate(run())
        precision, recall = truth[guess].mean(), guess[truth].mean()
        said.append(f"{name} {precision:.2f}/{recall:.2f}")
    del ways["rules"]
    return Row(
        f"five traits, precision/recall: {', '.join(said)}",
        f"{len(seen.people) - known:,} unknown pupils",
        by_rules,
        dict(ways),
        {FASTEST: 1},
    )
