"""Rounded counts, against tables checked by hand and the laws they claim."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from poucet.errors import PoucetError
from poucet.protect.rounding import round_counts

COUNTS = st.lists(st.integers(0, 10_000), min_size=1, max_size=20)
BASES = st.integers(2, 50)


@given(counts=COUNTS, base=BASES)
def test_the_nearest_multiple_is_at_most_half_a_base_away(counts, base):
    told = round_counts(counts, base)
    for exact, rounded in zip([*counts, sum(counts)], [*told.counts, told.total], strict=True):
        assert rounded % base == 0 and 2 * abs(rounded - exact) <= base
    assert told.changed == sum(count % base > 0 for count in counts)


@given(counts=COUNTS, base=BASES, seed=st.integers(0, 2**32))
def test_chance_goes_to_one_of_the_two_nearest_and_leaves_multiples_alone(counts, base, seed):
    told = round_counts(counts, base, "chance", seed)
    for exact, rounded in zip(counts, told.counts, strict=True):
        assert rounded % base == 0 and abs(rounded - exact) < base
    assert told.counts == round_counts(counts, base, "chance", seed).counts


def test_chance_is_exact_on_average():
    """The example of INSEE's course: 23 in base 10 becomes 30 three times in ten."""
    told = round_counts([23] * 20_000, 10, "chance", seed=3).counts
    assert set(told) == {20, 30}
    assert told.count(30) / 20_000 == pytest.approx(0.3, abs=4 * math.sqrt(0.21 / 20_000))


@given(counts=COUNTS, base=BASES)
def test_small_counts_alone_change(counts, base):
    told = round_counts(counts, base, "small").counts
    for exact, rounded in zip(counts, told, strict=True):
        assert rounded == exact if exact >= base else rounded in (0, base)


def test_a_dictionary_stays_one_and_the_gap_is_told():
    told = round_counts({"Nord": 6, "Ouest": 14, "Sud": 1, "Est": 7})
    assert told.counts == {"Nord": 5, "Ouest": 15, "Sud": 0, "Est": 5}
    assert told.total == 30 and told.gap == -5 and told.changed == 4
    assert str(told).endswith("5.")
    communes = pd.Series(["Nord"] * 6 + ["Sud"])
    assert round_counts(communes.value_counts()).counts == {"Nord": 5, "Sud": 0}


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (([-1],), "counts"),
        (([1.5],), "counts"),
        ((5,), "counts"),
        (("12",), "counts"),
        (([1], 1), "base"),
        (([1], 2.5), "base"),
        (([1], 5, "up"), "method"),
        (([1], 5, "chance"), "graine"),
    ],
)
def test_what_cannot_be_rounded_is_refused(arguments, named):
    with pytest.raises(PoucetError, match=named):
        round_counts(*arguments)
