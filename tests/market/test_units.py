"""A price for one unit is not a price for another, unless one follows from the other."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poucet import PoucetError
from poucet.market.units import UNITS, convert

FOLLOW = {  # worked out by hand: what one dollar for the first makes for the second
    ("impression", "cpm"): 1000,
    ("cpm", "impression"): 0.001,
    ("person_year", "person_quarter"): 0.25,
    ("person_quarter", "person_year"): 4,
}


@pytest.mark.parametrize(("held", "wanted"), list(itertools.product(UNITS, repeat=2)))
def test_each_pair_of_units_follows_or_is_refused(held, wanted):
    if held == wanted:
        assert convert(2.5, held, "USD", wanted) == 2.5
    elif (held, wanted) in FOLLOW:
        assert convert(1.0, held, "USD", wanted) == pytest.approx(FOLLOW[held, wanted])
    else:
        with pytest.raises(PoucetError, match="il faudrait savoir"):
            convert(1.0, held, "USD", wanted)


@given(st.floats(1e-6, 1e6), st.sampled_from(sorted(FOLLOW)))
def test_there_and_back_is_the_same_price(amount, pair):
    there = convert(amount, pair[0], "EUR", pair[1])
    assert convert(there, pair[1], "EUR", pair[0]) == pytest.approx(amount)


def test_cents_are_a_hundredth_of_dollars_and_not_the_other_way_round():
    assert convert(0.002, "person", "USD cent", "person") == pytest.approx(0.00002)
    assert convert(0.002, "person", "USD", "person", "USD cent") == pytest.approx(0.2)
    assert convert(3.0, "person", "EUR cent", "person", "EUR cent") == 3.0


def test_a_whole_deal_is_shared_among_the_people_one_names():
    assert convert(750_000, "total", "USD", "person", people=237_000) == pytest.approx(3.1646, 1e-4)
    assert convert(2.0, "person", "USD", "total", people=10) == 20
    for people in (0, -1, True):
        with pytest.raises(PoucetError, match="people"):
            convert(1.0, "total", "USD", "person", people=people)
    with pytest.raises(PoucetError, match="combien de personnes"):
        convert(1.0, "total", "USD", "person")


def test_dollars_do_not_become_euros():
    with pytest.raises(PoucetError, match="cours du change"):
        convert(1.0, "person", "USD", "person", "EUR")


def test_unknown_units_and_currencies_are_refused_with_those_that_exist():
    with pytest.raises(PoucetError, match="person_year"):
        convert(1.0, "person", "USD", "century")
    with pytest.raises(PoucetError, match="EUR cent"):
        convert(1.0, "person", "USD", "person", "GBP")
