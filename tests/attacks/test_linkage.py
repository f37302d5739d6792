"""Linkage against a brute-force match, in every engine, and its score by hand."""

import datetime
from collections import Counter

import numpy as np
import pandas as pd
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poucet import link
from poucet.attacks import probe
from poucet.errors import PoucetError
from poucet.i18n import in_language

BORN = [datetime.date(2009, 3, 1), datetime.date(2010, 3, 1), None, datetime.date(2009, 3, 2)]
LEFT = {
    "sex": ["F", "M", "F", "F", None, "M", "M"],
    "born": [BORN[0], BORN[1], BORN[2], BORN[3], BORN[0], BORN[0], BORN[0]],
    "grade": [12.5, 3, 4, 1.0, 2, 7, 8],
}
RIGHT = {
    "gender": ["F", "F", "M", "M", "F", None],
    "birth_date": [BORN[3], BORN[0], BORN[0], BORN[1], BORN[2], BORN[0]],
    "mark": [1, 12.5, 7, 3.0, 4, 2],
}
ON = {"sex": "gender", "born": "birth_date"}


def test_every_engine_gives_the_pairs_counted_by_hand(memory_engine, table_in):
    left, right = (table_in(memory_engine, table) for table in (LEFT, RIGHT))
    # Two boys on the left are born on 1 March 2009, and two gaps never agree.
    assert link(left, right, ON).pairs.tolist() == [[0, 1], [1, 3], [3, 0]]
    with_grade = link(left, right, {**ON, "grade": "mark"})
    assert with_grade.pairs.tolist() == [[0, 1], [1, 3], [3, 0], [5, 2]]


@pytest.mark.parametrize("other", ["lists", "arrays", "pandas categorical", "polars", "arrow"])
def test_two_engines_understand_each_other(memory_engine, table_in, other):
    found = link(table_in(memory_engine, LEFT), table_in(other, RIGHT), ON)
    assert found.pairs.tolist() == [[0, 1], [1, 3], [3, 0]]


def brute(left, right):
    """Compare every row with every row."""
    alone = [
        {row: cells for row, cells in enumerate(side) if side.count(cells) == 1}
        for side in (left, right)
    ]
    return [
        [row, other]
        for row, cells in alone[0].items()
        for other, same in alone[1].items()
        if cells == same and all(cell is not None and cell == cell for cell in cells)
    ]


COLUMN = st.sampled_from(
    [
        st.one_of(st.none(), st.sampled_from(["F", "M", "", "é", "É"])),
        st.one_of(st.none(), st.integers(-2, 5)),
        st.one_of(st.none(), st.sampled_from([0.5, 1.0, 2.0, -0.0])),
        st.one_of(st.none(), st.sampled_from([-(2**62), 2**62, 0, 1])),
        st.one_of(st.none(), st.dates(datetime.date(2009, 1, 1), datetime.date(2009, 1, 6))),
    ]
)


@st.composite
def two_tables(draw):
    kinds = draw(st.lists(COLUMN, min_size=1, max_size=4))
    rows = st.lists(st.tuples(*kinds), min_size=1, max_size=15)
    return draw(rows), draw(rows)


@settings(deadline=None, max_examples=150)
@given(tables=two_tables())
def test_any_two_tables_agree_with_a_brute_force_match(tables):
    left, right = (
        {f"c{place}": list(cells) for place, cells in enumerate(zip(*side, strict=True))}
        for side in tables
    )
    assert link(left, right, list(left)).pairs.tolist() == brute(*tables)


@settings(deadline=None, max_examples=30)
@given(
    seed=st.integers(0, 10**6),
    sizes=st.tuples(st.integers(1, 400), st.integers(1, 400)),
    span=st.sampled_from([3, 300, 3000, 2**63]),
)
def test_probing_equals_counting(seed, sizes, span):
    rng = np.random.default_rng(seed)
    left, right = (rng.integers(0, span, size, dtype=np.uint64) for size in sizes)
    counts = Counter(left.tolist()), Counter(right.tolist())
    expected = [
        [row, right.tolist().index(key)]
        for row, key in enumerate(left.tolist())
        if counts[0][key] == counts[1][key] == 1
    ]
    assert probe.match_once(left, right).tolist() == expected


def test_columns_too_wide_for_64_bits_are_renumbered_together():
    rng = np.random.default_rng(5)
    table = {f"c{place}": rng.integers(-(2**62), 2**62, 300) for place in range(4)}
    order = rng.permutation(300)
    found = link(table, {name: cells[order] for name, cells in table.items()}, list(table))
    assert (order[found.pairs[:, 1]] == found.pairs[:, 0]).all()
    assert len(found.pairs) == 300


def test_dates_agree_whatever_their_unit():
    days = np.array(["2009-03-01", "2010-03-01"], "datetime64[D]")
    left = {"born": days}
    for right in (days.astype("datetime64[ns]"), pd.Series(days).dt.tz_localize("Europe/Paris")):
        assert link(left, pd.DataFrame({"born": right}), "born").pairs.tolist() == [[0, 0], [1, 1]]


def four():
    """Pair 0–0 and 1–2 and 3–1; row 2 has nobody's number."""
    left = {"n": [10, 11, 12, 13]}
    right = {"n": [10, 13, 11, 99]}
    return link(left, right, "n")


@pytest.mark.parametrize(
    ("truth", "found", "missed", "wrong", "value", "precision"),
    [
        ([0, 2, -1, 1], 3, 0, 0, 1.0, 1.0),
        ([0, 1, 3, 2], 1, 1, 2, 0.25, 1 / 3),
        ([-1, -1, 3, 1], 1, 1, 2, 0.5, 1 / 3),
        ([-1, -1, -1, -1], 0, 0, 3, 0.0, 0.0),
    ],
)
def test_the_score_by_hand(truth, found, missed, wrong, value, precision):
    score = four().score(truth)
    assert (score.found, score.missed, score.wrong) == (found, missed, wrong)
    assert score.value == value
    assert score.precision == pytest.approx(precision)
    assert score.baseline == 1 / 4
    assert score.interval[0] <= value <= score.interval[1]


def test_nobody_accused_when_nobody_is_paired():
    score = link({"n": [1, 1]}, {"n": [1, 2]}, "n").score([0, 1])
    assert (score.found, score.missed, score.wrong, score.precision) == (0, 2, 0, 1.0)
    assert not score.better_than_chance


def test_the_sentences_in_both_languages():
    with in_language("fr"):
        assert str(four()).startswith("D’après n\u00a0: 3 lignes sur 4")
        assert str(four().score([0, 2, -1, -1])).endswith(
            "1 personne prise pour une autre, 0 manquée."
        )
    with in_language("en"):
        assert str(four()).startswith("By n: 3 rows out of 4 (75.0%)")
        assert str(four().score([0, 2, -1, -1])).endswith("1 person taken for another, 0 missed.")


def refused(call, *words):
    messages = []
    for language in ("fr", "en"):
        with in_language(language), pytest.raises(PoucetError) as caught:
            call()
        messages.append(str(caught.value))
        assert all(word in messages[-1] for word in words)
    assert messages[0] != messages[1], "not translated"


def test_what_cannot_be_linked_is_said():
    refused(lambda: link(LEFT, RIGHT, {"born": "gender"}), "born", "gender")
    refused(lambda: link(LEFT, RIGHT, ["sex"]), "sex", "gender")
    refused(lambda: link(LEFT, {"gender": []}, {"sex": "gender"}))
    refused(lambda: link(LEFT, pl.LazyFrame({"gender": ["F"]}), {"sex": "gender"}), ".collect()")
    refused(lambda: link(LEFT, {"gender": [["F"]]}, {"sex": "gender"}), "gender")


@pytest.mark.parametrize("truth", [[0, 1], [0.0, 1.0, 2.0, 3.0], ["0"] * 4])
def test_a_truth_of_another_shape(truth):
    refused(lambda: four().score(truth), "4")


@pytest.mark.parametrize("truth", [[0, 1, 2, 4], [0, 1, 2, -2]])
def test_a_truth_that_names_no_row(truth):
    refused(lambda: four().score(truth), "3")


def test_a_result_cannot_be_changed():
    with pytest.raises(ValueError, match="read-only"):
        four().pairs[0] = 9
    with pytest.raises(AttributeError):
        four().left_rows = 9
