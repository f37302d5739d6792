"""What to offer when the winner pays what she said."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from poucet.market.first_price import first_price_bid

EVEN = [(1.0, 0.0, 1.0)]
TWO = [(0.75, 0.1, 0.3), (0.25, 2.0, 6.0)]  # three bidders in four hardly care
BIDDERS = st.integers(2, 12)


@given(st.floats(0, 1), BIDDERS)
def test_evenly_drawn_values_are_offered_less_one_part_in_n(value, bidders):
    offer = first_price_bid([value], EVEN, bidders)
    assert offer[0] == pytest.approx(value * (bidders - 1) / bidders)


def test_the_floor_of_evenly_drawn_values_follows_the_textbook():
    # n = 2, floor r: b(v) = v/2 + r²/(2v), from r at r
    values = np.array([0.4, 0.5, 1.0])
    offers = first_price_bid(values, EVEN, 2, floor=0.4)
    assert offers == pytest.approx(values / 2 + 0.4**2 / (2 * values))


@given(st.floats(0.1, 6.0), BIDDERS, st.floats(0, 5))
def test_the_offer_is_the_mean_of_the_best_other_by_numerical_integration(value, bidders, floor):
    if value < floor:
        assert first_price_bid([value], TWO, bidders, floor)[0] == value
        return
    grid = np.linspace(min(floor, value), value, 20_001)
    low = np.clip((grid - 0.1) / 0.2, 0, 1)
    high = np.clip((grid - 2.0) / 4.0, 0, 1)
    chance = 0.75 * low + 0.25 * high
    if not chance[-1]:
        return
    ratio = (chance / chance[-1]) ** (bidders - 1)
    area = float(((ratio[1:] + ratio[:-1]) / 2).sum() * (grid[1] - grid[0]))
    assert first_price_bid([value], TWO, bidders, floor)[0] == pytest.approx(value - area, abs=2e-3)


@given(st.lists(st.floats(0.1, 6.0), min_size=2, max_size=6), BIDDERS, st.floats(0, 1))
def test_offers_stay_under_the_values_and_rise_with_them(values, bidders, floor):
    values = np.sort(values)
    offers = first_price_bid(values, TWO, bidders, floor)
    assert (offers <= values + 1e-12).all()
    able = values >= floor
    assert (offers[able] >= floor - 1e-12).all()
    assert (np.diff(offers[able]) >= -1e-9).all()


def test_no_other_offer_does_better_against_those_who_reckon_so():
    """The gain of every deviation, over many draws of one rival."""
    rival = np.random.default_rng(4).random(200_000)
    rival = np.where(rival < 0.75, 0.1 + 0.2 * rival / 0.75, 2 + 4 * (rival - 0.75) / 0.25)
    rival = np.sort(first_price_bid(rival, TWO, 2))
    for value in (0.25, 2.5, 5.0):
        mine = first_price_bid([value], TWO, 2)[0]
        offers = np.append(np.linspace(0.1, value, 60), mine)
        gains = (value - offers) * np.searchsorted(rival, offers) / len(rival)
        assert gains[-1] >= gains.max() - 5e-3


def test_a_thousand_bidders_leave_nothing_to_guess():
    assert first_price_bid([6.0], TWO, 1000)[0] == pytest.approx(6.0, rel=0.01)
    assert first_price_bid([0.1], TWO, 1000)[0] == pytest.approx(0.1)
