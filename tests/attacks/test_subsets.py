"""Every combination against a call of class_sizes, and the harms against their definition."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poucet import class_sizes, explore
from poucet.attacks import chains as chains_module
from poucet.attacks.chains import chains


def measures(subset):
    return subset.k, subset.unique, subset.classes, subset.unique_share


def expected(table, columns):
    found = class_sizes(table, columns)
    return found.k, found.unique, found.classes, found.unique_share


@pytest.mark.parametrize("width", range(1, 11))
def test_chains_hold_each_combination_once_and_are_the_fewest(width):
    found = chains(width)
    assert sorted(itertools.chain(*found)) == list(range(2**width))
    assert len(found) == math.comb(width, width // 2)
    for chain in found:
        for smaller, larger in itertools.pairwise(chain):
            assert smaller & larger == smaller
            assert (larger ^ smaller).bit_count() == 1


@settings(deadline=None, max_examples=60)
@given(
    seed=st.integers(0, 2**32),
    rows=st.integers(1, 80),
    sizes=st.lists(st.sampled_from([1, 2, 3, 17, 2**20, 2**40]), min_size=1, max_size=6),
    word=st.sampled_from([4, 9, 64]),
)
def test_every_combination_agrees_with_class_sizes(seed, rows, sizes, word):
    rng = np.random.default_rng(seed)
    table = {f"c{place}": rng.integers(0, size, rows) for place, size in enumerate(sizes)}
    table["c0"] = np.where(rng.random(rows) < 0.3, np.nan, table["c0"])
    with pytest.MonkeyPatch.context() as patch:
        # A narrow word sends combinations to the random tags, as wide columns would.
        patch.setattr(chains_module, "_WORD", word)
        found = explore(table, list(table))
    assert len(found) == 2 ** len(sizes) - 1
    for subset in found:
        assert measures(subset) == expected(table, list(subset.columns))


def test_columns_whose_codes_exceed_64_bits_together():
    rng = np.random.default_rng(1)
    table = {f"c{place}": rng.integers(0, 6000, 3000) for place in range(7)}
    found = explore(table, list(table))
    assert measures(found.of(table)) == expected(table, list(table))
    assert measures(found.of(["c6", "c2"])) == expected(table, ["c6", "c2"])


def test_every_engine_explores_alike(memory_engine, table_in):
    columns = {
        "sex": ["F", "M", None, "F", None],
        "age": [15, 16, 15, None, 15],
        "boarder": [True, False, True, None, True],
    }
    found = explore(table_in(memory_engine, columns), list(columns))
    assert [(s.columns, s.k, s.unique, s.classes) for s in found] == [
        (("sex",), 1, 1, 3),
        (("age",), 1, 2, 3),
        (("boarder",), 1, 2, 3),
        (("sex", "age"), 1, 3, 4),
        (("sex", "boarder"), 1, 3, 4),
        (("age", "boarder"), 1, 2, 3),
        (("sex", "age", "boarder"), 1, 3, 4),
    ]


def test_harm_is_the_mean_rise_over_all_orders_of_joining():
    rng = np.random.default_rng(2)
    table = {f"c{place}": rng.integers(0, size, 60) for place, size in enumerate((2, 5, 9, 30))}
    found = explore(table, list(table))
    rises = dict.fromkeys(table, 0.0)
    orders = list(itertools.permutations(table))
    for order in orders:
        before = 0.0
        for place, name in enumerate(order):
            after = class_sizes(table, order[: place + 1]).unique_share
            rises[name] += (after - before) / len(orders)
            before = after
    assert found.harm == pytest.approx(rises)
    assert sum(found.harm.values()) == pytest.approx(found.of(table).unique_share)


def test_a_column_that_never_varies_harms_nobody():
    found = explore({"school": ["Valmorne"] * 4, "age": [15, 15, 16, 17]}, ["school", "age"])
    assert found.harm == {"school": 0, "age": 0.5}


def test_best_is_the_combination_of_that_size_that_singles_out_most():
    table = {"sex": list("FFMM"), "born": [1, 2, 3, 3], "level": [1, 1, 2, 3]}
    found = explore(table, ["sex", "born", "level"])
    assert found.best(1).columns == ("born",)
    assert found.best(2).columns == ("born", "level")
    assert found.best(2).unique_share == 1


def test_the_sentence_names_the_costliest_column():
    found = explore({"sex": list("FFMM"), "birth_date": [1, 2, 3, 3]}, ["sex", "birth_date"])
    assert str(found) == (
        "3 combinaisons possibles de ces 2 colonnes\u00a0: toutes ensemble, elles isolent"
        " 50,0\u00a0% des personnes\u202f; la colonne qui coûte le plus d’anonymat est"
        " «\u00a0date de naissance\u00a0» (50,0\u00a0points en moyenne)."
    )
