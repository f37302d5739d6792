"""Weighted draws by the alias method, against the weights themselves."""

from collections import Counter
from fractions import Fraction

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from poucet.school.alias import AliasTable


def exact_shares(table: AliasTable) -> dict[int, Fraction]:
    """Read each value's probability off the table, slot by slot."""
    shares: Counter[int] = Counter()
    for slot, bound in enumerate(table._bound.tolist()):
        own, other = table._values[2 * slot : 2 * slot + 2].tolist()
        kept = Fraction(bound - (slot << 32), 1 << 32)
        shares[own] += kept / table.size
        shares[other] += (1 - kept) / table.size
    return shares


weights = st.lists(st.integers(0, 10**7), min_size=1, max_size=60).filter(any)


@given(weights)
def test_every_value_has_its_share(weights):
    table = AliasTable(np.array(weights), np.int16)
    shares = exact_shares(table)
    for value, weight in enumerate(weights):
        assert abs(shares[value] - Fraction(weight, sum(weights))) <= Fraction(1, 1 << 32)


@given(weights, st.lists(st.integers(0, 2**32 - 1), min_size=1, max_size=200))
def test_what_weighs_nothing_is_never_drawn(weights, bits):
    drawn = np.empty(len(bits), np.int8)
    AliasTable(np.array(weights), np.int8).draw(np.array(bits, np.uint32), drawn)
    assert all(weights[value] > 0 for value in drawn.tolist())
