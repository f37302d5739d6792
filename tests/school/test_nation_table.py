"""The precomputed class sizes of the nation, against counting them."""

from functools import cache
from itertools import combinations

import numpy as np
import pytest

from poucet import Nation, PoucetError
from poucet.school.nation_table import COLUMNS, choices, nation_singled_out, simplify


@cache
def nation():
    return Nation(seed=1)


def count(by):
    """Count classes with one sort, apart from the kit's own counting."""
    codes = nation().codes
    key = np.zeros(nation().size, np.uint64)
    for column in by:
        key *= np.uint64(int(codes[column].max()) + 1)
        key += codes[column].astype(np.uint64)
    key.sort()
    starts = np.flatnonzero(np.concatenate(([True], key[1:] != key[:-1])))
    sizes = np.diff(starts, append=len(key))
    return int(sizes.min()), len(sizes), int((sizes == 1).sum()), len(key)


@pytest.mark.parametrize(
    ("by", "headline"),
    [
        (["birth_date", "sex", "commune"], 0.69),
        (["birth_date", "sex", "postcode"], 0.63),
        (["birth_month", "sex", "commune"], 0.19),
    ],
)
def test_the_headlines_are_what_counting_the_nation_gives(by, headline):
    found = nation_singled_out(by)
    assert (found.k, found.classes, found.unique, found.rows) == count(by)
    assert found.unique_share == pytest.approx(headline, abs=0.005)


@pytest.mark.slow
@pytest.mark.parametrize("by", choices(), ids=" ".join)
def test_every_row_is_what_counting_the_nation_gives(by):
    found = nation_singled_out(by)
    assert (found.k, found.classes, found.unique, found.rows) == count(by)


def test_every_choice_of_columns_has_an_answer():
    for size in range(1, len(COLUMNS) + 1):
        for by in combinations(COLUMNS, size):
            assert nation_singled_out(by).by == simplify(by)


def test_a_column_already_told_changes_nothing():
    """Checked by counting a small nation, for every pair of columns."""
    small = Nation(seed=8, pupils=20_000).codes
    for by in combinations(COLUMNS, 2):
        told = simplify(by)
        both = np.unique(np.column_stack([small[column] for column in by]), axis=0)
        kept = np.unique(np.column_stack([small[column] for column in told]), axis=0)
        assert (len(both) == len(kept)) or told == by


def test_knowing_more_never_hides_anyone():
    for by in choices():
        for column in COLUMNS:
            more = nation_singled_out({*by, column})
            assert more.unique >= nation_singled_out(by).unique
            assert more.average_risk >= nation_singled_out(by).average_risk


@pytest.mark.parametrize("by", [[], ["taille"], "taille", ["sex", "ine"]])
def test_a_column_the_nation_does_not_have_is_refused_in_one_sentence(by):
    with pytest.raises(PoucetError, match=r"^Vous avez demandé .*birth_date.*level\.$"):
        nation_singled_out(by)


def test_one_column_may_be_named_alone():
    assert nation_singled_out("sex") == nation_singled_out(["sex"])
