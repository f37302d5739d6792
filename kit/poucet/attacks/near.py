"""Near linkage: the same person under a typing error, a swapped date or half a compound name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Any

import numpy as np

from poucet.attacks.cells import DATE, WORD, Cells
from poucet.attacks.joint import common_codes
from poucet.attacks.linkage import Linkage, read_both

_ENOUGH = 0.8  # share of the evidence that two rows must have in common
_SUSPECTS = 8  # couples compared for each row, at most, by one way of gathering suspects
_UNLIKE = 0.7  # two names of no kinship reach this likeness by chance


def link_near(left: Any, right: Any, on: str | Iterable[Any] | Mapping[Any, Any]) -> Linkage:
    """Pair the rows of two tables that nearly agree on some columns, and each other best.

    Someone holds two files typed by different hands: “Lefèvre” and “LEFEBVRE”, 3 June and 6 March,
    “Marie-Lou” and “Marie”. Success is to pair them all the same, without pairing two strangers.

    Texts are compared without case, accents or hyphens by their Jaro–Winkler likeness; a compound
    name agrees with one of its parts; a date agrees nearly with the one whose day and month are
    swapped, less with one that differs by a digit; numbers agree or not. Each column weighs what
    its agreement by chance is worth, in bits: a birth date far more than a sex. Two rows are paired
    if they share four fifths of the evidence, and neither has another row as good. A gap agrees
    with nothing. The same tables always give the same pairs.

    Parameters
    ----------
    left, right, on
        As in `poucet.attacks.link`.

    Returns
    -------
    Linkage
        As `poucet.attacks.link` gives.

    Raises
    ------
    poucet.errors.PoucetError
        As `poucet.attacks.link` does.

    Notes
    -----
    W. Winkler, “String comparator metrics and enhanced decision rules in the Fellegi–Sunter model
    of record linkage”, ASA Section on Survey Research Methods (1990), 354–359. DuckDB gathers and
    compares the suspects.

    Examples
    --------
    >>> one = {"name": ["Lefèvre", "Nguyen"], "born": ["2010-06-03", "2011-01-20"]}
    >>> other = {"name": ["NGUYEN", "Lefebvre"], "born": ["2011-01-20", "2010-06-03"]}
    >>> link_near(one, other, on=["name", "born"]).pairs.tolist()
    [[0, 1], [1, 0]]
    """
    first, second, names = read_both(left, right, on)
    kinds = []
    for mine, theirs, name in zip(first, second, names, strict=True):
        common_codes(mine, theirs, *name)  # refuses dates beside texts
        kinds.append(mine.kind if mine.words or mine.kind != WORD else theirs.kind)
    import duckdb

    with duckdb.connect() as database:
        database.execute("set threads = 2")
        for side, columns in (("l", first), ("r", second)):
            database.register("given", _table(columns))
            database.execute(f"create table {side} as select * from given")
            database.unregister("given")
        blocks = _blocks(database, len(kinds), len(first[0]), len(second[0]))
        found = database.execute(_best_pairs(kinds, blocks, _weights(database, len(kinds))))
        answer = found.fetchnumpy()
    pairs = np.column_stack([answer["l"], answer["r"]]).astype(np.int64).reshape(-1, 2)
    return Linkage(pairs, len(first[0]), len(second[0]), tuple(names))


def _table(columns: list[Cells]) -> Any:
    """Make the table to compare: each column (c) and what gathers its suspects (b)."""
    import pandas as pd

    table: dict[str, Any] = {"row": np.arange(len(columns[0]))}
    for place, column in enumerate(columns):
        if column.kind == WORD:
            plain = [_plain(word) for word in column.words] or [""]
            shown = np.array(plain, dtype=object)[column.values]
            gather = np.array([_glued(word) for word in plain], dtype=object)[column.values]
        elif column.kind == DATE:
            days = column.values.astype("datetime64[D]")
            years = days.astype("datetime64[Y]").astype(np.int64) + 1970
            months = days.astype("datetime64[M]").astype(np.int64) % 12 + 1
            in_month = (days - days.astype("datetime64[M]")).astype(np.int64) + 1
            low, high = np.minimum(months, in_month), np.maximum(months, in_month)
            shown = (years * 100 + months) * 100 + in_month
            gather = (years * 100 + low) * 100 + high
        else:
            shown = gather = column.values
        table[f"c{place}"], table[f"b{place}"] = pd.Series(shown), pd.Series(gather)
        if column.missing is not None:
            for letter in "cb":
                gapped = table[f"{letter}{place}"].astype(
                    object if column.kind == WORD else "Int64" if shown.dtype.kind != "f" else float
                )
                gapped[column.missing] = None
                table[f"{letter}{place}"] = gapped
    return pd.DataFrame(table)


def _plain(word: Any) -> str:
    """Write a name in lower case, without accents, its parts separated by single spaces."""
    letters = unicodedata.normalize("NFKD", str(word).casefold().replace("œ", "oe"))
    kept = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"[\W_]+", " ", kept).strip()


def _glued(word: str) -> str:
    return word.replace(" ", "")


def _blocks(database: Any, columns: int, left_rows: int, right_rows: int) -> list[tuple[int, ...]]:
    """Choose the sets of columns whose agreement makes two rows suspects.

    The smallest sets that gather few enough suspects: in a school, one column; in a country, two or
    three. Every set that holds a chosen one would add nothing.
    """
    chosen: list[tuple[int, ...]] = []
    most = _SUSPECTS * (left_rows + right_rows)
    for size in range(1, columns + 1):
        for block in combinations(range(columns), size):
            if any(set(smaller) <= set(block) for smaller in chosen):
                continue
            keys = ", ".join(f"b{place}" for place in block)
            counts = f"select {keys}, count(*)::double as n from {{}} group by all"
            total = database.execute(
                f"select coalesce(sum(a.n * z.n), 0) from ({counts.format('l')}) a"
                f" join ({counts.format('r')}) z using ({keys})"
            ).fetchone()[0]
            if total <= most:
                chosen.append(block)
    return chosen or [tuple(range(columns))]


def _weights(database: Any, columns: int) -> list[float]:
    """Give what each column's agreement is worth: minus the logarithm of its chance."""
    weights = []
    for place in range(columns):
        chance = database.execute(
            f"select sum(n * n) / (sum(n) * sum(n)) from"
            f" (select count(*)::double as n from r where b{place} is not null group by b{place})"
        ).fetchone()[0]
        # A column that is the same everywhere still counts a little, lest all be worth nothing.
        weights.append(max(float(-np.log2(chance)) if chance else 0.0, 0.01))
    return weights


def _best_pairs(kinds: list[str], blocks: list[tuple[int, ...]], weights: list[float]) -> str:
    """Write the question: suspects, their likeness, and those that prefer each other."""
    suspects = " union ".join(
        "select l.row as l, r.row as r from l join r on "
        + " and ".join(f"l.b{place} = r.b{place}" for place in block)
        for block in blocks
    )
    total = sum(weights)
    likeness = " + ".join(
        f"{weight / total!r} * coalesce({_likeness(kind, place)}, 0)"
        for place, (kind, weight) in enumerate(zip(kinds, weights, strict=True))
    )
    return f"""
        with suspects as ({suspects}),
        judged as (
            select suspects.l as l, suspects.r as r, round({likeness}, 9) as likeness
            from suspects join l on l.row = suspects.l join r on r.row = suspects.r
        ),
        kept as (select * from judged where likeness >= {_ENOUGH}),
        ranked as (
            select *, max(likeness) over (partition by l) as best_l,
                max(likeness) over (partition by r) as best_r
            from kept
        ),
        best as (select * from ranked where likeness = best_l and likeness = best_r),
        counted as (
            select *, count(*) over (partition by l) as ties_l,
                count(*) over (partition by r) as ties_r
            from best
        )
        select l, r from counted where ties_l = 1 and ties_r = 1 order by l
    """


def _likeness(kind: str, place: int) -> str:
    """Write how alike two cells of a column are, from 0 to 1."""
    one, other = f"l.c{place}", f"r.c{place}"
    if kind == WORD:
        parts = f"string_split({one}, ' ')", f"string_split({other}, ' ')"
        alike = f"jaro_winkler_similarity({one}, {other})"
        return (
            f"case when l.b{place} = r.b{place} then 1"
            f" when list_has_all({parts[0]}, {parts[1]}) or list_has_all({parts[1]}, {parts[0]})"
            f" then 0.9 else greatest(0, ({alike} - {_UNLIKE}) / {1 - _UNLIKE:.1f}) end"
        )
    if kind == DATE:
        return (
            f"case when {one} = {other} then 1 when l.b{place} = r.b{place} then 0.9"
            f" when hamming({one}::varchar, {other}::varchar) = 1 then 0.7 else 0 end"
        )
    return f"case when {one} = {other} then 1 else 0 end"
