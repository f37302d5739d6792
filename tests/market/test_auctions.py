"""Auctions: the rules, an oracle by brute force, and what economics promises of them."""

import itertools

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from poucet import PoucetError, auction
from poucet.i18n import in_language

# A few values only, so that equal bids and bids at the floor come often.
CPM = st.sampled_from([0.0, 0.1, 0.25, 0.5, 0.5000000001, 1.0, 2.5])
TABLES = hnp.arrays(np.float64, hnp.array_shapes(min_dims=2, max_dims=2, max_side=5), elements=CPM)
RULES = st.sampled_from(["second", "first"])


def by_hand(bids, floor, price):
    """Sell one impression as one would on paper: sort those who may buy."""
    able = [(-bid, who) for who, bid in enumerate(bids) if bid > 0 and bid >= floor]
    if not able:
        return -1, 0.0
    (best, winner), *others = sorted(able)
    if price == "first":
        return winner, -best
    return winner, max([floor, *(-bid for bid, _who in others)])


@given(TABLES, CPM, RULES)
def test_each_impression_is_sold_as_by_hand(bids, floor, price):
    sale = auction(bids, floor, price)
    expected = [by_hand(row.tolist(), floor, price) for row in bids]
    assert list(zip(sale.winner.tolist(), sale.paid.tolist(), strict=True)) == expected


@pytest.mark.parametrize("bidders", range(1, 6))
def test_every_ranking_of_up_to_five_bidders_is_sold_as_by_hand(bidders):
    bids = list(itertools.product([0.0, 0.3, 0.5, 0.7], repeat=bidders))
    for floor, price in itertools.product([0.0, 0.3, 0.6], ["second", "first"]):
        sale = auction(bids, floor, price)
        expected = [by_hand(row, floor, price) for row in bids]
        assert list(zip(sale.winner.tolist(), sale.paid.tolist(), strict=True)) == expected


def test_a_table_longer_than_a_block_is_sold_whole():
    bids = np.random.default_rng(5).random((40_000, 4)).round(2)
    sale = auction(bids, floor=0.9)
    for row in (0, 16_383, 16_384, 32_768, 39_999):
        assert (sale.winner[row], sale.paid[row]) == by_hand(bids[row].tolist(), 0.9, "second")
    best = np.sort(bids, axis=1)
    assert sale.revenue == pytest.approx(
        np.where(best[:, -1] >= 0.9, np.maximum(best[:, -2], 0.9), 0).sum() / 1000
    )


@given(TABLES, CPM)
def test_the_second_price_never_exceeds_the_winners_bid_nor_falls_under_the_floor(bids, floor):
    sale = auction(bids, floor)
    for row, (winner, paid) in enumerate(zip(sale.winner, sale.paid, strict=True)):
        if winner >= 0:
            assert floor <= paid <= bids[row, winner] == bids[row].max()
        else:
            assert paid == 0


@given(st.lists(CPM, max_size=4), CPM, CPM, CPM)
def test_to_bid_ones_value_is_a_best_response(others, value, other_bid, floor):
    """Whatever the others bid, no other bid earns more than the truth (second price)."""

    def gain(bid):
        sale = auction([[bid, *others]], floor)
        return value - sale.paid[0] if sale.winner[0] == 0 else 0.0

    assert gain(value) >= gain(other_bid)
    assert gain(value) >= 0


def test_at_the_first_price_the_truth_is_not_a_best_response():
    truth, less = (auction([[bid, 0.5]], price="first") for bid in (1.0, 0.6))
    assert 1.0 - truth.paid[0] < 1.0 - less.paid[0]


@given(TABLES, st.integers(0, 4), CPM, RULES)
def test_one_bidder_more_never_lowers_what_a_given_impression_brings(bids, left_out, floor, price):
    assume(bids.shape[1] > 1)
    fewer = np.delete(bids, left_out % bids.shape[1], axis=1)
    assert (auction(bids, floor, price).paid >= auction(fewer, floor, price).paid).all()


@given(TABLES, CPM)
def test_the_first_price_of_the_same_bids_brings_at_least_the_second(bids, floor):
    first, second = auction(bids, floor, "first"), auction(bids, floor)
    assert (first.paid >= second.paid).all()
    assert (first.winner == second.winner).all()


def test_of_equal_bids_the_first_bidder_wins_and_pays_her_bid():
    sale = auction([[0.2, 0.7, 0.7]])
    assert (sale.winner[0], sale.paid[0]) == (1, 0.7)


def test_a_lone_bidder_pays_the_floor_and_a_bid_at_the_floor_is_enough():
    sale = auction([[0.9], [0.4], [0.3]], floor=0.4)
    assert sale.winner.tolist() == [0, 0, -1]
    assert sale.paid.tolist() == [0.4, 0.4, 0.0]
    assert sale.sold == 2
    assert sale.revenue == pytest.approx(0.0008)


def test_nothing_offered_is_nothing_sold():
    sale = auction(np.empty((0, 3)))
    assert (sale.sold, sale.revenue) == (0, 0.0)


def test_the_bids_are_left_as_they_were_and_the_result_cannot_be_changed():
    bids = np.array([[0.5, 0.8], [0.1, 0.0]])
    sale = auction(bids)
    assert bids.tolist() == [[0.5, 0.8], [0.1, 0.0]]
    with pytest.raises(ValueError, match="read-only"):
        sale.paid[0] = 9


@pytest.mark.parametrize(
    "bids",
    [[0.5, 0.8], [[0.5, -0.1]], [[float("nan"), 1.0]], [[float("inf"), 1.0]], [["a", "b"]],
     [[1.0], [1.0, 2.0]], np.empty((3, 0)), None],
)  # fmt: skip
def test_what_is_no_table_of_bids_is_refused_in_one_sentence(bids):
    with pytest.raises(PoucetError, match="une ligne par impression"):
        auction(bids)


@pytest.mark.parametrize("floor", [-0.1, float("nan"), float("inf"), True, "0.5", None])
def test_what_is_no_floor_is_refused(floor):
    with pytest.raises(PoucetError, match="plancher"):
        auction([[1.0]], floor=floor)


def test_an_unknown_rule_is_refused():
    with pytest.raises(PoucetError, match="third"):
        auction([[1.0]], price="third")


def test_it_reads_as_a_sentence_in_both_languages():
    sale = auction([[0.50, 0.80]] * 4000 + [[0.0, 0.0]])
    assert str(sale) == "4\u202f000 impressions vendues sur 4\u202f001, pour 2,00 en tout."
    with in_language("en"):
        assert str(sale) == "4,000 impressions sold out of 4,001, for 2.00 in all."
