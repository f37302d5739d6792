"""The lattice is searched without looking at all of it, and still nothing is missed."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poucet.attacks.codes import Codes
from poucet.protect.demand import Demand
from poucet.protect.hierarchies import intervals, ladder
from poucet.protect.lattice import Lattice
from poucet.protect.quasi_identifier import read_columns


class Counted(Lattice):
    """A lattice that counts the nodes whose classes it counts."""

    tried = 0

    def _try(self, levels):
        self.tried += 1
        super()._try(levels)


def lattice_of(table, demand, most=0, kind=Counted):
    columns = read_columns(table, list(table))
    ladders = [ladder(column, intervals(2, 4, 8, 16)) for column in columns]
    return kind(columns, ladders, demand, most)


def people(rows, columns, seed):
    rng = np.random.default_rng(seed)
    return {f"c{place}": rng.integers(0, 16, rows) for place in range(columns)}


@settings(deadline=None, max_examples=40)
@given(
    st.integers(1, 40), st.integers(1, 4), st.integers(1, 5), st.integers(0, 8), st.integers(0, 9)
)
def test_pruning_changes_nothing(rows, columns, k, most, seed):
    k, most = min(k, rows), min(most, rows - 1)
    table = people(rows, columns, seed)
    search = lattice_of(table, Demand(k), most)
    every = lattice_of(table, Demand(k), most)
    measured = [
        every._measure(levels)
        for levels in product(*map(range, every.shape))
        if every._suppressed_count(levels) <= most
    ]
    best = min(node.ncp for node in measured if node is not None)
    assert search.best().ncp == pytest.approx(best, abs=1e-12)


def test_most_of_the_lattice_is_never_looked_at():
    search = lattice_of(people(2000, 6, seed=1), Demand(5), most=100)
    assert search.best().ncp < 1
    assert search.tried < search.status.size / 20


def test_going_up_never_undoes_a_class():
    search = lattice_of(people(60, 3, seed=2), Demand(4), most=5)
    lost = np.zeros(search.shape, int)
    for levels in product(*map(range, search.shape)):
        lost[levels] = search._suppressed_count(levels)
    for axis in range(3):
        assert (np.diff(lost, axis=axis) <= 0).all()
        assert (np.diff(search.floor, axis=axis) >= -1e-12).all()


def test_a_demand_on_secrets_counts_classes_that_tell_too_much():
    table = {"c0": np.array([0, 0, 1, 1, 8, 8])}
    secret = Codes(np.array([0, 0, 0, 1, 0, 1]), 0, 2)
    search = lattice_of(table, Demand(2, secret, l=2))
    assert search._suppressed_count((0,)) == 2
    assert search.best().levels == (1,)
