"""The simulated bidders: the same evening in two worlds."""

import hashlib

import numpy as np
import pytest

from poucet import PoucetError, auction
from poucet.market import draw_bids, draw_values, prices

MANY = 200_000


@pytest.mark.parametrize(
    ("profile", "golden"),
    [
        (False, "e0aebf10fea9ab4e"),
        (True, "7133d8773e329703"),
    ],
)
def test_the_same_seed_gives_the_same_bytes_for_ever(profile, golden):
    values = draw_values(500, 7, profile, seed=3)
    assert hashlib.sha256(values.tobytes()).hexdigest()[:16] == golden


def test_another_seed_is_another_evening():
    assert (draw_values(5, 3, seed=1) != draw_values(5, 3, seed=2)).all()


def test_the_profile_moves_value_about_and_makes_none():
    plain, profiled = (draw_values(MANY, 10, profile, seed=5) for profile in (False, True))
    assert profiled.mean() == pytest.approx(plain.mean(), rel=0.01)
    ratio = (profiled / plain).round(9)
    assert len(np.unique(ratio)) == 2
    assert (ratio > 1).mean() == pytest.approx(0.25, abs=0.002)


def test_the_prices_are_of_the_order_of_those_printed():
    printed = prices()
    for profile, key in ((False, "impression"), (True, "profiled_impression")):
        paid = auction(draw_values(MANY, 10, profile, seed=6)).paid.mean()
        assert paid == pytest.approx(printed[key].per("cpm"), rel=0.15)


def test_with_two_bidders_the_profile_lowers_the_price_and_with_ten_it_raises_it():
    def paid(bidders, profile):
        return auction(draw_values(20_000, bidders, profile, seed=7)).paid.mean()

    assert paid(2, True) < 0.5 * paid(2, False)
    assert paid(10, True) > 1.5 * paid(10, False)


@pytest.mark.parametrize("profile", [False, True])
def test_more_bidders_bring_more_in_expectation(profile):
    def paid(bidders):
        return auction(draw_values(50_000, bidders, profile, seed=8)).paid.mean()

    brought = [paid(bidders) for bidders in (2, 3, 5, 10, 20)]
    assert brought == sorted(brought)


@pytest.mark.parametrize("profile", [False, True])
@pytest.mark.parametrize("floor", [0.0, 0.4])
@pytest.mark.parametrize("bidders", [2, 4, 10])
def test_both_prices_bring_the_same_in_expectation(profile, floor, bidders):
    """Revenue equivalence, which holds only if the first price's bids are the right ones."""
    first, second = (
        auction(draw_bids(MANY, bidders, profile, price, floor, seed=9), floor=floor, price=price)
        for price in ("first", "second")
    )
    assert (first.winner == second.winner).all()
    assert first.paid.mean() == pytest.approx(second.paid.mean(), rel=0.02)


@pytest.mark.parametrize(
    "arguments",
    [{"impressions": 0}, {"bidders": 1}, {"bidders": 2.5}, {"seed": -1}, {"impressions": True}],
)
def test_a_number_out_of_bounds_is_named(arguments):
    (name,) = arguments
    with pytest.raises(PoucetError, match=name):
        draw_values(**arguments)


def test_more_than_a_machine_holds_is_refused():
    with pytest.raises(PoucetError, match="moins"):
        draw_values(10**8, 10)


def test_bids_refuse_rules_as_the_auction_does():
    with pytest.raises(PoucetError, match="plancher"):
        draw_bids(floor=-1)
    with pytest.raises(PoucetError, match="price"):
        draw_bids(price="third")
