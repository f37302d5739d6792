"""Where each cent goes."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from poucet import PoucetError, auction
from poucet.i18n import in_language
from poucet.market import FEES, exchange, party_name, settle

TABLES = hnp.arrays(
    np.float64, st.tuples(st.integers(0, 60), st.integers(1, 5)), elements=st.floats(0, 2000)
)
SHARES = st.dictionaries(st.text(min_size=1, max_size=3), st.floats(0, 0.25), max_size=4)
RULES = st.sampled_from(["second", "first"])


@given(TABLES, st.floats(0, 500), RULES, SHARES)
def test_what_advertisers_pay_is_what_all_others_receive_to_the_cent(bids, floor, price, fees):
    sale = auction(bids, floor, price)
    money = settle(sale, fees)
    assert sum(money.bills.values()) == sum(money.parts.values()) == money.total
    assert money.total == pytest.approx(100 * math.fsum(sale.paid) / 1000, abs=0.501)
    assert all(isinstance(cents, int) and cents >= 0 for cents in money.parts.values())
    assert set(money.bills) == set(sale.winner[sale.winner >= 0].tolist())
    for bidder, bill in money.bills.items():
        assert bill == pytest.approx(sale.paid[sale.winner == bidder].sum() / 10, abs=1.001)
    for name, share in fees.items():
        assert money.parts[name] == pytest.approx(share * money.total, abs=1.001)


@given(st.integers(1, 300), st.integers(2, 8), st.booleans(), RULES, st.integers(0, 99))
def test_a_simulated_market_conserves_money(impressions, bidders, profile, price, seed):
    market = exchange(impressions, bidders, profile, 0.3, price, seed=seed)
    assert sum(market.money.bills.values()) == sum(market.money.parts.values())
    assert list(market.money.parts) == [*FEES, "publisher"]


def test_a_settlement_worked_out_by_hand():
    sale = auction([[9.0, 5.0, 0.0]] * 600 + [[0.0, 2.0, 4.0]] * 400)  # 3.00 and 0.80 dollars
    money = settle(sale, {"agency": 0.1, "exchange": 0.25})
    assert money.bills == {0: 300, 2: 80}
    assert money.parts == {"agency": 38, "exchange": 95, "publisher": 247}
    assert money.total == 380


def test_without_middlemen_the_publisher_gets_everything():
    assert settle(auction([[50.0, 30.0]]), {}).parts == {"publisher": 3}
    assert settle(auction([[0.0]])).bills == {}


def test_ten_tenths_are_the_whole_and_leave_the_publisher_nothing():
    money = settle(auction([[5000.0, 5000.0]]), {str(n): 0.1 for n in range(10)})
    assert money.parts["publisher"] == 0
    assert money.total == 500


@pytest.mark.parametrize(
    "fees",
    [{"exchange": -0.1}, {"exchange": 1.1}, {"a": 0.6, "b": 0.6}, {"publisher": 0.1}, {"a": "1"},
     {"a": float("nan")}, {"a": True}, {3: 0.1}, [0.1]],
)  # fmt: skip
def test_what_are_no_fees_is_refused(fees):
    with pytest.raises(PoucetError, match="fees"):
        settle(auction([[1.0]]), fees)


def test_the_two_worlds_hold_the_same_evening():
    with_profile, without = exchange(seed=1), exchange(profile=False, seed=1)
    assert with_profile.bids.shape == without.bids.shape == (1000, 10)
    assert with_profile.cpm == pytest.approx(with_profile.sale.paid.mean())
    assert with_profile.money.parts["publisher"] > without.money.parts["publisher"]


def test_a_floor_leaves_impressions_unsold():
    market = exchange(floor=0.5, seed=1)
    assert 0 < market.sale.sold < 1000
    assert market.sale.paid[market.sale.winner >= 0].min() >= 0.5


def test_it_reads_as_sentences_in_both_languages():
    shown = str(settle(auction([[900.0, 500.0]] * 2), {"exchange": 0.25}))
    assert shown.replace("\u00a0", " ") == (
        "Les annonceurs paient 1,00 $ : l’éditeur de la page en reçoit 0,75 $, 1 intermédiaire"
        " garde le reste, 0,25 $."
    )
    with in_language("en"):
        text = str(exchange(seed=1))
        assert text.startswith("1,000 impressions sold out of 1,000, at $1.10 a")
        assert "4 middlemen keep the rest" in text
        assert party_name("agency") == "the advertising agency"
    assert party_name("notre courtier") == "notre courtier"
