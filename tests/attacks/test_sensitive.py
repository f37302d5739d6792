"""l-diversity and t-closeness against the definitions written out, pycanon, and a table by hand."""

import math
from collections import Counter, defaultdict

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pycanon import anonymity

from poucet import l_diversity, t_closeness, use_language

# Nine pupils in three classes of three, in the manner of the published tables of salaries and
# illnesses: the first class gives away low pocket money, the second an illness.
SCHOOL = {
    "level": ["2de"] * 3 + ["1re"] * 3 + ["Tle"] * 3,
    "money": [3, 4, 5, 6, 11, 8, 7, 9, 10],
    "illness": ["asthma", "flu", "asthma", "flu", "flu", "flu", "asthma", "flu", "migraine"],
}


def test_the_nine_pupils_by_hand(engine, table_in):
    if engine in ("polars lazy", "duckdb"):
        pytest.skip("these two measures work in memory")
    table = table_in(engine, SCHOOL)
    found = l_diversity(table, "level", "illness")
    assert found.distinct == 1  # everyone in première has the flu
    assert found.entropy == 1
    # première: flu 1 instead of 5/9, so 4/9 too much
    assert t_closeness(table, "level", "illness").value == pytest.approx(4 / 9)
    if engine != "pandas categorical":
        # seconde holds the three lowest of nine values, a third each: the work is
        # (2 + 4 + 6 + 5 + 4 + 3 + 2 + 1) / 9 / 8
        assert t_closeness(table, "level", "money").value == pytest.approx(27 / 72)


def test_numbers_held_as_categories_have_no_order():
    frame = pd.DataFrame(SCHOOL).astype("category")
    found = t_closeness(frame, "level", "money")
    assert not found.ordered
    assert found.value == pytest.approx(2 / 3)


def test_missing_numbers_rank_last(memory_engine, table_in):
    table = table_in(memory_engine, {"sex": list("FFMM"), "mark": [8, None, 10, None]})
    found = t_closeness(table, "sex", "mark")
    if memory_engine == "pandas categorical":
        assert found.value == pytest.approx(1 / 4)
    else:
        assert found.ordered
        assert found.value == pytest.approx(1 / 8)  # a quarter moved by one of two steps


def test_missing_values_are_one_value(memory_engine, table_in):
    table = table_in(
        memory_engine, {"sex": list("FFMMM"), "option": ["NSI", None, None, None, "SVT"]}
    )
    assert l_diversity(table, "sex", "option").distinct == 2


TABLES = st.integers(1, 60).flatmap(
    lambda rows: st.tuples(
        st.lists(st.sampled_from("abc"), min_size=rows, max_size=rows),
        st.lists(st.integers(0, 2), min_size=rows, max_size=rows),
        st.lists(st.integers(-4, 9), min_size=rows, max_size=rows),
    )
)


def classes(groups, values):
    found = defaultdict(list)
    for group, value in zip(groups, values, strict=True):
        found[group].append(value)
    return found.values()


def shares(values, all_values):
    counts = Counter(values)
    return np.array([counts[value] / len(values) for value in sorted(set(all_values))])


@settings(deadline=None)
@given(TABLES)
def test_the_definitions_written_out(table):
    sex, level, secret = table
    groups = list(zip(sex, level, strict=True))
    frame = {"sex": sex, "level": np.array(level), "secret": np.array(secret)}
    found = l_diversity(frame, ["sex", "level"], "secret")
    assert found.distinct == min(len(set(values)) for values in classes(groups, secret))
    entropies = [
        -sum(q * math.log(q) for q in shares(values, secret) if q)
        for values in classes(groups, secret)
    ]
    assert found.entropy == pytest.approx(math.exp(min(entropies)), abs=1e-9)

    gaps = [shares(values, secret) - shares(secret, secret) for values in classes(groups, secret)]
    steps = max(len(set(secret)) - 1, 1)
    ordered = max(np.abs(np.cumsum(gap)).sum() / steps for gap in gaps)
    equal = max(np.abs(gap).sum() / 2 for gap in gaps)
    assert t_closeness(frame, ["sex", "level"], "secret").value == pytest.approx(ordered, abs=1e-9)
    named = frame | {"secret": [f"{value:+d}" for value in secret]}
    assert t_closeness(named, ["sex", "level"], "secret").value == pytest.approx(equal, abs=1e-9)


@pytest.mark.parametrize("seed", range(4))
def test_pycanon_agrees_on_random_tables(seed):
    rng = np.random.default_rng(seed)
    rows = 400
    frame = pd.DataFrame(
        {
            "sex": rng.choice(["F", "M"], rows),
            "age": rng.integers(11, 19, rows),
            "mark": rng.integers(0, 41, rows) / 2,
            "language": rng.choice(["anglais", "espagnol", "allemand"], rows, p=[0.6, 0.3, 0.1]),
        }
    )
    by = ["sex", "age"]
    for secret in ("mark", "language"):
        assert l_diversity(frame, by, secret).distinct == anonymity.l_diversity(frame, by, [secret])
        assert t_closeness(frame, by, secret).value == pytest.approx(
            anonymity.t_closeness(frame, by, [secret]), abs=1e-9
        )


def test_entropy_of_two_even_halves_is_two_and_not_one():
    # A place where rounding matters: exp(log 2) may fall a hair under 2, and int() would make it 1.
    found = l_diversity({"sex": list("FFFF"), "grant": list("abab")}, "sex", "grant")
    assert found.entropy == pytest.approx(2, abs=1e-12)


def test_keys_too_wide_for_64_bits_keep_their_classes():
    rng = np.random.default_rng(5)
    half = {f"c{c}": rng.integers(-(2**62), 2**62, 500) for c in range(2)}
    table = {name: np.tile(column, 2) for name, column in half.items()}
    table["secret"] = np.repeat([0.5, 7.25], 500)
    found = l_diversity(table, ["c0", "c1"], "secret")
    assert (found.distinct, round(found.entropy, 9)) == (2, 2)
    assert t_closeness(table, ["c0", "c1"], "secret").value == pytest.approx(0)


def test_sentences_speak_the_readers_language():
    table = {"sex": list("FFMM"), "scholarship": [True, False, True, True]}
    use_language("en")
    assert str(l_diversity(table, "sex", "scholarship")) == (
        "With sex: in the least varied class, “means-tested grant” takes 1 value (ℓ = 1, and 1.00"
        " in the sense of entropy)."
    )
    assert str(t_closeness(table, "sex", "scholarship")) == (
        "With sex: the spread of “means-tested grant” within a class strays by up to t = 0.250 from"
        " everyone’s (0: never, 1: as far as can be)."
    )
