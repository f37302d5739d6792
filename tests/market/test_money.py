"""Whole cents, shared without one being lost or made."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poucet.i18n import NBSP, in_language
from poucet.market.money import amount_text, dollars, share_out, to_cents

WEIGHTS = st.lists(st.floats(0, 1e9), min_size=1, max_size=8)


@given(st.integers(0, 10**12), WEIGHTS)
def test_the_shares_make_the_total_and_each_is_within_a_cent_of_its_due(total, weights):
    shares = share_out(total, weights)
    assert sum(shares) == total
    whole = sum(map(Fraction, weights))
    if whole:
        for share, weight in zip(shares, weights, strict=True):
            assert abs(share - total * Fraction(weight) / whole) < 1
            assert weight or not share


@given(st.integers(0, 10**6), WEIGHTS)
def test_who_weighs_more_never_gets_less(total, weights):
    shares = share_out(total, weights)
    for (light, less), (heavy, more) in zip(
        sorted(zip(weights, shares, strict=True)),
        sorted(zip(weights, shares, strict=True))[1:],
        strict=False,
    ):
        assert light == heavy or less <= more


@pytest.mark.parametrize(
    ("total", "weights", "shares"),
    [(100, [1, 1, 1], [34, 33, 33]), (1, [0.4, 0.6], [0, 1]), (7, [0, 0], [7, 0]), (0, [1], [0])],
)
def test_shares_worked_out_by_hand(total, weights, shares):
    assert share_out(total, weights) == shares


@pytest.mark.parametrize(("amount", "cents"), [(0.005, 1), (0.004, 0), (1.25, 125), (0.125, 13)])
def test_half_a_cent_goes_up(amount, cents):
    assert to_cents(amount) == cents


@pytest.mark.parametrize(
    ("amount", "currency", "french", "english"),
    [
        (0.0005, "USD", "0,0005 $", "$0.0005"),
        (0.0021, "USD", "0,0021 $", "$0.0021"),
        (0.055, "USD", "0,055 $", "$0.055"),
        (0.05, "USD cent", "0,05 cent de dollar", "0.05 US cents"),
        (0.26, "EUR", "0,26 €", "€0.26"),
        (13_000_000, "EUR", "13 000 000 €", "€13,000,000"),
        (0, "USD", "0,00 $", "$0.00"),
        (0.9999, "EUR cent", "1,00 centime d’euro", "1.00 euro cents"),
        (0.0999, "USD", "0,10 $", "$0.10"),
    ],
)
def test_a_small_amount_shows_as_many_digits_as_it_takes(amount, currency, french, english):
    shown = amount_text(amount, currency).replace(NBSP, " ").replace("\u202f", " ")
    assert shown == french
    with in_language("en"):
        assert amount_text(amount, currency) == english


def test_a_debt_has_its_sign_before_the_currency_in_english():
    with in_language("en"):
        assert dollars(-2) == "-$2.00"
