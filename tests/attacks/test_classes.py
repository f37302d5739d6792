"""Class sizes against a brute-force count, in every engine, with gaps of every kind."""

import datetime
import math
from collections import Counter

import numpy as np
import pandas as pd
import pytest
from attacks.sentences import refused
from hypothesis import given, settings
from hypothesis import strategies as st

from poucet import class_sizes, use_language
from poucet.attacks import groups, keys

NAN = math.nan
PUPILS = {
    "sex": ["F", "M", "F", None, None, "F", "M", ""],
    "age": [15, 16, 15, None, None, 15, 16, 15],
    "mean": [12.5, NAN, 12.5, None, NAN, 0.0, None, -0.0],
    "boarder": [True, False, True, None, None, True, False, True],
    "born": [datetime.date(2009, 3, 1), None, datetime.date(2009, 3, 1), None, None]
    + [datetime.date(2010, 12, 31)] * 3,
}  # fmt: skip
# The groups by hand: columns, then group sizes.
BY_HAND = [
    (["sex"], [1, 2, 2, 3]),  # the empty text is a value, None is another
    (["age"], [2, 2, 4]),
    (["mean"], [2, 2, 4]),  # None and NaN are one gap; 0 and -0 are equal
    (["boarder"], [2, 2, 4]),
    (["born"], [2, 3, 3]),
    (["sex", "age"], [1, 2, 2, 3]),
    (["sex", "born"], [1, 1, 1, 1, 2, 2]),
    (["sex", "age", "mean", "boarder", "born"], [1, 1, 1, 1, 2, 2]),
]


def group_sizes(found):
    sizes, counts = found.histogram
    return np.repeat(sizes, counts).tolist()


@pytest.mark.parametrize(("by", "expected"), BY_HAND)
def test_every_engine_finds_the_classes_counted_by_hand(engine, table_in, by, expected):
    assert group_sizes(class_sizes(table_in(engine, PUPILS), by)) == expected


@pytest.mark.spark
def test_spark_finds_the_classes_counted_by_hand(spark):
    rows = list(zip(*PUPILS.values(), strict=True))
    kinds = "sex string, age int, mean double, boarder boolean, born date"
    frame = spark.createDataFrame(rows, kinds)
    for by, expected in BY_HAND[2::2]:
        assert group_sizes(class_sizes(frame, by)) == expected


@pytest.mark.spark
def test_spark_gives_the_same_sentences(spark):
    frame = spark.createDataFrame(
        [(["a"], {"b": 1}, "F")], "devices array<string>, m map<string,int>, sex string"
    )
    refused(lambda: class_sizes(frame, "devices"), "devices")
    refused(lambda: class_sizes(frame, "m"), "«\u00a0m\u00a0»")
    refused(lambda: class_sizes(frame, "sexe"), "sexe", "sex")
    refused(lambda: class_sizes(frame.limit(0), "sex"), "vide")


CELLS = st.one_of(
    st.lists(st.sampled_from(["F", "M", "", None]), min_size=1, max_size=40),
    st.lists(st.one_of(st.none(), st.integers(-3, 3)), min_size=1, max_size=40),
    st.lists(st.sampled_from([0.5, 1.0, 2.0, NAN, -0.0, 0.0, 1e17]), min_size=1, max_size=40),
    st.lists(st.sampled_from([-(2**63), 2**63 - 1, 0]), min_size=1, max_size=40),
)


def brute(columns, by):
    """Count with a dictionary of tuples, as a pupil would."""
    rows = zip(*([key(cell) for cell in columns[name]] for name in by), strict=True)
    return sorted(Counter(rows).values())


def key(cell):
    return "missing" if cell is None or cell != cell else (type(cell).__name__, cell)


@settings(deadline=None, max_examples=25)
@given(cells=st.lists(CELLS, min_size=1, max_size=5))
def test_any_table_agrees_with_a_brute_force_count(engine, table_in, cells):
    rows = min(map(len, cells))
    columns = {f"c{place}": column[:rows] for place, column in enumerate(cells)}
    if engine.startswith("pandas"):  # pandas itself reads large integers with gaps as floats
        columns = {name: column for name, column in columns.items() if 2**63 - 1 not in column}
        columns = columns or {"c0": ["F"] * rows}
    found = class_sizes(table_in(engine, columns), list(columns))
    assert group_sizes(found) == brute(columns, list(columns))


@settings(deadline=None, max_examples=60)
@given(
    seed=st.integers(0, 2**32),
    span=st.sampled_from([3, 500, 2**20, 2**31, 2**40]),
    skew=st.floats(1, 30),
    columns=st.integers(0, 12),
    block=st.sampled_from([5, 64, 1 << 16]),
)
def test_keys_of_any_width_in_several_blocks_and_two_threads(seed, span, skew, columns, block):
    rng = np.random.default_rng(seed)
    rows = 700
    table = {f"c{c}": (span * rng.random(rows) ** skew).astype(np.int64) for c in range(2)}
    for c in range(columns):
        table[f"d{c}"] = rng.integers(-2, 2, rows, dtype=np.int8)
    lines = zip(*(column.tolist() for column in table.values()), strict=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(groups, "_BLOCK", block)
        patch.setattr(groups, "_SHARED", 600)
        patch.setattr(keys, "_BLOCK", block)
        found = class_sizes(table, list(table))
    assert group_sizes(found) == sorted(Counter(lines).values())


def test_columns_too_wide_for_64_bits_together_are_told_apart():
    rng = np.random.default_rng(3)
    table = {f"c{c}": rng.integers(-(2**62), 2**62, 1000) for c in range(4)}
    table["c4"] = np.arange(1000, dtype=np.uint64) // 2 + np.uint64(2**63)
    assert class_sizes(table, list(table)).unique == 1000
    assert class_sizes(table, "c4").histogram[0].tolist() == [2]
    twice = {name: np.concatenate([column, column]) for name, column in table.items()}
    assert class_sizes(twice, list(twice)).histogram[1].tolist() == [1000]


def test_large_classes_are_counted_beside_small_ones():
    column = np.repeat(np.arange(6) * 10**9, [1, 1, 12, 13, 70_000, 400_000])
    sizes, counts = class_sizes(
        {"place": np.random.default_rng(0).permutation(column)}, "place"
    ).histogram
    assert (sizes.tolist(), counts.tolist()) == ([1, 12, 13, 70_000, 400_000], [2, 1, 1, 1, 1])


def test_measures_of_a_small_table():
    # Three classes: Nour and Lou alone, Adam with two look-alikes.
    found = class_sizes({"sex": list("FFMMM"), "level": [2, 1, 1, 1, 1]}, ["sex", "level"])
    assert (found.k, found.rows, found.classes, found.unique) == (1, 5, 3, 2)
    assert found.unique_share == pytest.approx(2 / 5)
    assert found.average_risk == pytest.approx(3 / 5)
    assert found.expected_success() == pytest.approx(3 / 5)
    assert found.expected_success(guesses=2) == pytest.approx((1 + 1 + 2) / 5)
    assert found.expected_success(guesses=3) == 1


def test_nobody_is_unique_when_the_smallest_class_holds_two():
    found = class_sizes({"sex": list("FFMMM")}, "sex")
    assert (found.k, found.unique, found.unique_share) == (2, 0, 0)


def test_cells_of_a_list_keep_their_kind():
    assert class_sizes({"code": [1, "1", 1.0]}, "code").histogram[0].tolist() == [1, 2]


def test_masked_cells_are_missing():
    column = np.ma.masked_array([7, 7, 8, 9], mask=[False, True, False, True])
    assert class_sizes({"code": column}, "code").histogram[0].tolist() == [1, 2]


@pytest.mark.parametrize("unit", ["D", "h", "s", "ms", "us", "ns"])
def test_dates_of_any_unit_are_told_apart_and_gaps_are_one_value(unit):
    days = np.array(["2009-03-01", "2009-03-01", "NaT", "2010-01-01", "NaT"], dtype=f"M8[{unit}]")
    assert group_sizes(class_sizes({"born": days}, "born")) == [1, 2, 2]
    if unit != "D":
        days[0] += np.timedelta64(1, unit)
        assert group_sizes(class_sizes({"born": days}, "born")) == [1, 1, 1, 2]


def test_pandas_index_and_unused_categories_do_not_matter():
    frame = pd.DataFrame({"sex": pd.Categorical(["F", "M", "F"], ["F", "M", "X"])}, index=[5, 5, 9])
    assert group_sizes(class_sizes(frame, "sex")) == [1, 2]


def test_columns_named_like_the_counts_are_no_trouble_to_an_engine(table_in):
    frame = table_in("duckdb", {"size": [1, 1, 2], "Size_": [1, 1, 1], "count": [3, 3, 3]})
    assert group_sizes(class_sizes(frame, ["size", "Size_", "count"])) == [1, 2]


def test_the_table_is_left_as_it_was():
    frame = {"sex": np.array([2, 1, 2]), "age": np.array([1.0, np.nan, 1.0])}
    class_sizes(frame, ["sex", "age"])
    np.testing.assert_array_equal(frame["sex"], [2, 1, 2])
    np.testing.assert_array_equal(frame["age"], [1.0, np.nan, 1.0])


def test_the_histogram_cannot_be_changed():
    found = class_sizes({"sex": list("FFM")}, "sex")
    with pytest.raises(ValueError, match="read-only"):
        found.histogram[1][0] = 7


def test_the_sentence_speaks_the_readers_language():
    found = class_sizes({"birth_date": [1, 2, 2], "sex": [0, 1, 1]}, ["birth_date", "sex"])
    assert str(found) == (
        "Avec date de naissance, sexe\u00a0: 1 personne sur 3 (33,3\u00a0%) est seule dans sa"
        " classe d’équivalence\u202f; la plus petite des 2 classes compte k = 1."
    )
    use_language("en")
    assert str(found) == (
        "With birth date, sex: 1 person out of 3 (33.3%) is alone in their equivalence class; the"
        " smallest of the 2 classes has k = 1."
    )
