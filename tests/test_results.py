"""Intervals and the sentence of a result."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from poucet.i18n import in_language
from poucet.results import Result, wilson


def test_wilson_against_a_published_case():
    # Newcombe 1998 (Statistics in Medicine 17, 857–872), table I, method 3: 81 of 263 and 15 of 148
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert wilson(15, 148) == pytest.approx((0.0624, 0.1605), abs=5e-5)
    assert wilson(0, 20) == pytest.approx((0.0, 0.1611), abs=5e-5)


@given(st.integers(0, 500), st.integers(1, 500))
@example(0, 75)  # rounding put the lower bound a hair above nought
@example(10, 0)  # and the upper one under one
def test_the_interval_holds_the_share_and_stays_a_share(successes, more):
    trials = successes + more
    low, high = wilson(successes, trials)
    assert 0 <= low <= successes / trials <= high <= 1


def test_an_attack_that_never_succeeds_is_no_better_than_chance():
    for trials in range(1, 200):
        assert not Result(0.0, wilson(0, trials), 0.0, "").better_than_chance


def test_nothing_tried_says_nothing():
    assert wilson(0, 0) == (0.0, 1.0)


def test_an_attack_no_better_than_chance_says_so():
    chance = Result(0.5, (0.4, 0.6), 0.45, "des élèves")
    better = Result(0.5, (0.46, 0.6), 0.45, "des élèves")
    with in_language("fr"):
        assert "pas mieux que le hasard" in str(chance)
        assert "pas mieux que le hasard" not in str(better)
        assert "50,0\u00a0% des élèves" in str(better)
