"""What the pupils of a school bring in a year."""

import numpy as np
import pytest

from poucet import School
from poucet.damages import euros_a_year
from poucet.market import Habits, earnings, prices

RECORDS = ["records"]


@pytest.fixture(scope="module")
def school():
    return School(seed=5, pupils=300)


def one_by_one(school, columns, uses, guesses):
    """Ask the market about each pupil in turn: slow, and beyond doubt."""
    total = 0.0
    for rank in range(school.size):
        held = [
            name
            for name in columns
            if name not in school.columns or str(school.columns[name][rank]) not in ("", "False")
        ]
        held += [name for name, believed in guesses.items() if believed[rank]]
        total += earnings(held, uses).total
    return total


@pytest.mark.parametrize("uses", [[], ["records"], ["page_ads"], ["profiled_ads", "records"]])
@pytest.mark.parametrize(
    "columns",
    [
        [],
        ["class"],
        ["accommodation", "scholarship"],
        ["birth_month", "sex", "postcode", "accommodation", "address2"],
        ["class", "opaque_id", "trail"],
    ],
)
def test_it_is_what_the_market_says_of_each_pupil(school, columns, uses):
    guesses = {"sleeplessness": np.arange(school.size) % 7 == 0}
    expected = one_by_one(school, columns, uses, guesses)
    assert euros_a_year(school, columns, uses, guesses) == pytest.approx(expected)


def test_only_the_rows_asked_for_bring(school):
    every = euros_a_year(school, ["trail"])
    assert euros_a_year(school, ["trail"], rows=np.arange(100)) == pytest.approx(every / 3)


def test_a_class_may_suppose_something_else(school):
    table = prices()
    listed = np.count_nonzero(school.columns["accommodation"] != "")
    twice = euros_a_year(
        school, ["accommodation"], RECORDS, habits=Habits(sales=2, euros_a_dollar=0.9)
    )
    assert twice == pytest.approx(listed * table["health"].amount * 2 * 0.9)
