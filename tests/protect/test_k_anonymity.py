"""Every protected table is checked again by the definitions; the lattice, against all choices."""

import datetime
import re
import subprocess
import sys
from collections import Counter

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from attacks.sentences import refused
from hypothesis import given, settings
from hypothesis import strategies as st

from poucet import School, directory, k_anonymise
from poucet.i18n import in_language

# Column: its cells, and its levels from the cells themselves to "*".
STEPS = {
    "class": [
        {"2de 1": "2de 1", "2de 2": "2de 2", "1re 1": "1re 1", "Tle 1": "Tle 1"},
        {"2de 1": "2de", "2de 2": "2de", "1re 1": "cycle", "Tle 1": "cycle"},
        dict.fromkeys(["2de 1", "2de 2", "1re 1", "Tle 1"], "*"),
    ],
    "age": [
        {age: age for age in range(14, 20)},
        {age: age // 2 for age in range(14, 20)},
        {age: age // 4 for age in range(14, 20)},
        dict.fromkeys(range(14, 20), "*"),
    ],
    "sex": [{"F": "F", "M": "M"}, {"F": "*", "M": "*"}],
}
LEVELS = {name: steps[1:] for name, steps in STEPS.items()}
BY = list(STEPS)

TABLES = st.integers(6, 24).flatmap(
    lambda rows: st.fixed_dictionaries(
        {
            name: st.lists(st.sampled_from(list(steps[0])), min_size=rows, max_size=rows)
            for name, steps in STEPS.items()
        }
        | {"secret": st.lists(st.sampled_from("xyz"), min_size=rows, max_size=rows)}
    )
)


@settings(deadline=None, max_examples=80)
@given(TABLES, st.integers(1, 6), st.sampled_from([0.0, 0.05, 0.25, 0.6]))
def test_no_choice_of_levels_loses_less(by_hand, table, k, suppress):
    found = k_anonymise(table, BY, k, LEVELS, suppress=suppress)
    rows = len(table["age"])
    assert by_hand.holds(found.frame, BY, k)
    most = int(suppress * rows + 1e-9)
    assert found.loss.ncp == pytest.approx(by_hand.best_loss(table, STEPS, k, most))
    assert len(found.suppressed) <= suppress * rows + 1e-9


@settings(deadline=None, max_examples=80)
@given(
    TABLES,
    st.integers(1, 4),
    st.integers(1, 3),
    st.sampled_from([None, 0.0, 0.2, 0.5]),
    st.sampled_from([0.0, 0.25]),
)
def test_no_choice_that_hides_secrets_loses_less(by_hand, table, k, variety, t, suppress):
    variety = min(variety, len(set(table["secret"])))
    found = k_anonymise(table, BY, k, LEVELS, suppress=suppress, l=variety, t=t, sensitive="secret")
    most = int(suppress * len(table["age"]) + 1e-9)
    reach = 1.0 if t is None else t
    assert by_hand.holds(found.frame, BY, k, "secret", variety, reach)
    assert found.loss.ncp == pytest.approx(
        by_hand.best_loss(table, STEPS, k, most, "secret", variety, reach)
    )


@settings(deadline=None, max_examples=100)
@given(TABLES, st.integers(1, 6), st.sampled_from(["lattice", "mondrian"]))
def test_what_is_said_of_a_table_is_what_the_table_is(by_hand, table, k, method):
    found = k_anonymise(table, BY, k, method=method)
    sizes = Counter(by_hand.rows_of(found.frame, BY))
    rows = len(table["age"])
    assert found.k == min(sizes.values()) >= k
    suppressed = set(found.suppressed.tolist())
    assert len(suppressed) == rows - sum(sizes.values())
    squares = sum(size * size for size in sizes.values())
    assert found.loss.discernibility == squares + len(suppressed) * rows
    kept = [secret for row, secret in enumerate(table["secret"]) if row not in suppressed]
    assert list(found.frame["secret"]) == kept  # the other columns and the order stay
    for name, level in found.levels.items():
        if level == 0:
            cells = [cell for row, cell in enumerate(table[name]) if row not in suppressed]
            assert list(found.frame[name]) == cells


def test_the_same_table_gives_the_same_answer():
    table = directory(School(seed=4, pupils=300))
    by = ["birth_date", "sex", "commune", "class"]
    for method in ("lattice", "mondrian"):
        first, second = (k_anonymise(table, by, 4, method=method) for _again in range(2))
        pd.testing.assert_frame_equal(first.frame, second.frame)
        assert first.levels == second.levels
        shuffled = table.sample(frac=1, random_state=1)
        again = k_anonymise(shuffled, by, 4, method=method)
        assert again.levels == first.levels
        assert again.loss.ncp == pytest.approx(first.loss.ncp)
        assert again.loss.discernibility == first.loss.discernibility


@pytest.mark.parametrize("method", ["lattice", "mondrian"])
@pytest.mark.parametrize("k", [2, 5, 20])
def test_the_school_is_protected(by_hand, k, method):
    table = directory(School(seed=2, pupils=400))
    by = ["birth_date", "sex", "postcode", "class", "second_language", "scholarship"]
    found = k_anonymise(table, by, k, method=method)
    assert by_hand.holds(found.frame, by, k)
    assert list(found.frame.columns) == list(table.columns)
    assert isinstance(found.frame.index, pd.RangeIndex)
    assert len(found.suppressed) <= 0.05 * len(table)


def test_hand_made_classes():
    table = {
        "born": [datetime.date(2009, 3, 1), datetime.date(2009, 3, 9), datetime.date(2009, 4, 2)],
        "sex": ["F", "F", "F"],
    }
    table = {name: cells * 2 for name, cells in table.items()}
    assert k_anonymise(table, BY_DATE, 2).levels == {"born": 0, "sex": 0}
    month = k_anonymise(table, BY_DATE, 3, suppress=0.34)
    # March holds four of six: eight days of thirty-two, and two rows gone; the year holds all six.
    assert month.levels == {"born": 1, "sex": 0}
    assert month.suppressed.tolist() == [2, 5]
    assert month.frame["born"].tolist() == ["2009-03"] * 4
    assert month.loss.ncp == pytest.approx((4 * 8 / 32 + 2 * 1 + 2 * 1) / 12)
    assert month.loss.discernibility == 4 * 4 + 2 * 6
    year = k_anonymise(table, BY_DATE, 3, suppress=0)
    assert (year.levels["born"], year.loss.ncp) == (2, 0.5)
    assert year.frame["born"].tolist() == ["2009"] * 6


BY_DATE = ["born", "sex"]


def test_a_school_index_is_not_published():
    pupils = School(seed=1, pupils=100).pupils  # the index is the avatar, who she is
    found = k_anonymise(pupils, ["sex", "level"], 5)
    assert found.frame.index.name is None
    assert found.frame.index.tolist() == list(range(len(found.frame)))


def kinds(columns):
    frame = pd.DataFrame(columns)
    yield dict(columns)
    yield {name: np.array(cells) for name, cells in columns.items()}
    yield frame
    yield frame.astype("category")
    yield frame.convert_dtypes(dtype_backend="pyarrow")
    yield pl.DataFrame(columns)
    yield pa.table(columns)


@pytest.mark.parametrize("place", range(7))
@pytest.mark.parametrize("method", ["lattice", "mondrian"])
def test_every_engine_gives_its_own_kind_and_the_same_table(by_hand, place, method):
    columns = {
        "class": ["2de 1", "2de 2", "1re 1", "1re 1", "Tle 4", "2de 1"],
        "age": [15, 15, 16, 17, 18, 14],
        "grant": [True, False, True, True, False, False],
        "name": list("abcdef"),
    }
    by = ["class", "age", "grant"]
    expected = k_anonymise(columns, by, 2, suppress=0.2, method=method)
    table = list(kinds(columns))[place]
    found = k_anonymise(table, by, 2, suppress=0.2, method=method)
    assert type(found.frame) is type(table)
    published, wanted = (by_hand.rows_of(each.frame, [*by, "name"]) for each in (found, expected))
    assert published == wanted
    assert found.suppressed.tolist() == expected.suppressed.tolist()


@pytest.mark.parametrize("method", ["lattice", "mondrian"])
def test_missing_cells_are_one_value(by_hand, method):
    table = pd.DataFrame(
        {
            "age": [15, 15, None, None, 17, 18],
            "option": ["NSI", "NSI", None, None, "SVT", None],
        }
    )
    found = k_anonymise(table, ["age", "option"], 2, suppress=0, method=method)
    assert by_hand.holds(found.frame, ["age", "option"], 2)
    assert k_anonymise(table[:4], ["age", "option"], 2, method=method).loss.ncp == 0


def test_a_class_that_shares_its_secret_and_what_l_and_t_do_about_it(by_hand):
    table = {
        "class": ["2de 1"] * 3 + ["2de 2"] * 3 + ["1re 1"] * 6,
        "ill": ["yes"] * 3 + ["no"] * 3 + ["yes", "no"] * 3,
    }
    plain = k_anonymise(table, "class", 3)
    assert plain.levels == {"class": 0}
    told = by_hand.classes_of(plain.frame, ["class"], "ill").values()
    assert any(len(set(secrets)) == 1 for secrets in told)
    varied = k_anonymise(table, "class", 3, l=2, sensitive="ill")
    assert varied.levels == {"class": 1}
    close = k_anonymise(table, "class", 3, t=0.1, sensitive="ill")
    assert close.levels == {"class": 1}
    assert by_hand.holds(close.frame, ["class"], 3, "ill", 2, 0.1)


@settings(deadline=None, max_examples=100)
@given(TABLES, st.integers(1, 4), st.integers(1, 2), st.sampled_from([None, 0.1, 0.3]))
def test_mondrian_hides_secrets_too(by_hand, table, k, variety, t):
    variety = min(variety, len(set(table["secret"])))
    found = k_anonymise(table, BY, k, method="mondrian", l=variety, t=t, sensitive="secret")
    assert by_hand.holds(found.frame, BY, k, "secret", variety, 1.0 if t is None else t)
    assert len(found.suppressed) == 0


SMALL = {"sex": list("FFMM"), "age": [15, 16, 15, 16], "ill": ["yes", "no", "yes", "no"]}


def test_demands_that_cannot_be_met():
    refused(lambda: k_anonymise(SMALL, ["sex"], 5), "4", "k = 5")
    refused(lambda: k_anonymise(SMALL, ["sex"], 2, l=3, sensitive="ill"), "ill", "2", "3")
    wide = {f"c{place}": list(range(64)) for place in range(12)}
    refused(lambda: k_anonymise(wide, list(wide), 2), "mondrian")


@pytest.mark.parametrize("k", [0, -1, 2.5, "5", True])
def test_a_k_that_is_none(k):
    refused(lambda: k_anonymise(SMALL, ["sex"], k), "k", repr(k))


@pytest.mark.parametrize("share", [-0.1, 5, "5 %", True, float("nan")])
def test_a_share_that_is_none(share):
    refused(lambda: k_anonymise(SMALL, ["sex"], 2, suppress=share), "suppress", repr(share))
    refused(lambda: k_anonymise(SMALL, ["sex"], 2, t=share, sensitive="ill"), "t", repr(share))


def test_wrong_arguments():
    refused(lambda: k_anonymise(SMALL, ["sex"], 2, method="magic"), "magic", '"mondrian"')
    refused(lambda: k_anonymise(SMALL, ["sex"], 2, l=2), "sensitive")
    refused(lambda: k_anonymise(SMALL, ["sex"], 2, l=2, sensitive="sex"), "sex")
    refused(lambda: k_anonymise(SMALL, ["sexe"], 2), "sexe", "sex")
    refused(lambda: k_anonymise(SMALL, ["sex"], 2, {"age": []}), "age", "sex")
    refused(lambda: k_anonymise(SMALL, ["sex"], 2, {"sex": []}, method="mondrian"), "mondrian")
    refused(lambda: k_anonymise(pl.LazyFrame(SMALL), ["sex"], 2), ".collect()")
    refused(lambda: k_anonymise({"sex": []}, ["sex"], 2), "vide")


def test_it_says_what_it_did_in_both_languages():
    found = k_anonymise(SMALL, ["sex", "age"], 2)
    assert re.sub("[\u00a0\u202f]", " ", str(found)) == (
        "Avec sexe, age : chacun se confond avec 1 autre au moins (k = 2) ; 0 sur 4 lignes sont"
        " retirées, et une case couvre en moyenne 50,0 % de sa colonne."
    )
    with in_language("en"):
        assert str(found) == (
            "With sex, age: everyone blends in with at least 1 other (k = 2); 0 of 4 rows are left"
            " out, and on average a cell covers 50.0% of its column."
        )
        assert str(found.loss) == (
            "Loss: on average a cell covers 50.0% of its column (0%: nothing lost), and"
            " discernibility is 8."
        )


def test_plain_arrays_need_no_dataframe_library():
    code = (
        "import sys, numpy as np; from poucet import k_anonymise\n"
        "table = {'a': np.arange(6), 'b': list('xxxyyy')}\n"
        "k_anonymise(table, ['a', 'b'], 2), k_anonymise(table, ['a', 'b'], 2, method='mondrian')\n"
        "print(*({'pandas', 'polars', 'pyarrow', 'duckdb', 'narwhals'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == []
