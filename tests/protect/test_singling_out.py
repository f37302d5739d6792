"""Individualisation: four-row tables checked by hand, class sizes, and a plain loop as oracle."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from poucet import class_sizes
from poucet.errors import PoucetError
from poucet.protect import singling_out_risk

PUPILS = {"sex": ["F", "F", "M", "F"], "born": [2009, 2009, 2009, 2010]}
OTHERS = {"sex": ["F", "M", "M", "M"], "born": [2011, 2010, 2011, 2009]}

cells = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2)), min_size=1, max_size=12)


def table(rows):
    first, second = zip(*rows, strict=True)
    return {"a": np.array(first), "b": np.array(second)}


def test_the_raw_table_singles_out_who_is_alone():
    # Alone: the boy of 2009 and the girl of 2010. One absent boy of 2009 looks like the first.
    found = singling_out_risk(PUPILS, PUPILS, OTHERS, ["sex", "born"])
    assert (found.value, found.baseline, found.people, found.absent) == (0.5, 0.25, 4, 4)


def test_someone_left_out_is_not_found_in_the_row_of_somebody_like_her():
    # One of the two girls of 2009 is left out: the other's row fits both of them.
    released = {name: column[1:] for name, column in PUPILS.items()}
    found = singling_out_risk(PUPILS, released, OTHERS, ["sex", "born"])
    assert found.value == 0.5


def test_a_widened_column_hides():
    released = {**PUPILS, "born": ["2009–2010"] * 4}
    found = singling_out_risk(PUPILS, released, OTHERS, ["sex", "born"])
    assert found.value == 0.25  # the only boy, whatever his age


def test_a_column_that_is_not_released_helps_nobody():
    released = {"sex": PUPILS["sex"]}
    found = singling_out_risk(PUPILS, released, OTHERS, ["sex", "born"])
    assert found.value == 0.25
    nothing = singling_out_risk(PUPILS, {"mark": [1, 2, 3, 4]}, OTHERS, ["sex", "born"])
    assert nothing.value == nothing.baseline == 0


def test_noised_cells_need_a_rule_that_knows_the_noise():
    people, others = {"mark": [2.0, 8.0, 14.0]}, {"mark": [5.0, 11.0, 17.0]}
    released = {"mark": [2.5, 7.5, 14.25]}
    assert singling_out_risk(people, released, others, "mark").value == 0

    def near(known, noised):
        return abs(known - noised) <= 0.5

    found = singling_out_risk(people, released, others, "mark", same={"mark": near})
    assert (found.value, found.baseline) == (1, 0)


@given(cells, cells)
def test_the_raw_table_gives_the_share_that_class_sizes_counts(rows, others):
    size = min(len(rows), len(others))
    people = table(rows[:size])
    found = singling_out_risk(people, people, table(others), ["a", "b"])
    assert found.value == class_sizes(people, ["a", "b"]).unique_share


@given(cells, cells, cells)
def test_it_agrees_with_a_plain_loop(people, released, others):
    size = min(len(people), len(others))
    people, others = people[:size], others[:size]

    def share(attacked):
        won = 0
        for person in attacked:
            fitting = [row for row in released if row == person]
            if len(fitting) == 1 and sum(other == fitting[0] for other in attacked) == 1:
                won += 1
        return won / len(attacked)

    found = singling_out_risk(table(people), table(released), table(others), ["a", "b"])
    assert found.value == pytest.approx(share(people))
    assert found.baseline == pytest.approx(share(others))


def test_the_larger_set_is_sampled_and_the_seed_decides():
    people = pd.DataFrame({"born": np.arange(40) // 2 * np.repeat([0, 1], 20)})
    others = pd.DataFrame({"born": np.arange(100, 110)})
    found = [singling_out_risk(people, people, others, "born", seed=seed) for seed in (1, 1, 2)]
    assert {each.people for each in found} == {10}
    assert found[0] == found[1]


def test_a_rule_a_level_and_a_mapping_say_the_same():
    released = {**PUPILS, "born": ["old", "old", "old", "young"]}
    levels = [
        {2009: "old", 2010: "young", 2011: "young"},
        lambda year: "old" if year < 2010 else "young",
        lambda year, label: (year < 2010) == (label == "old"),
    ]
    found = [
        singling_out_risk(PUPILS, released, OTHERS, ["sex", "born"], same={"born": level})
        for level in levels
    ]
    assert found[0] == found[1] == found[2]
    assert (found[0].value, found[0].baseline) == (0.5, 0.5)


@pytest.mark.parametrize(
    ("released", "control", "known", "same", "said"),
    [
        (PUPILS, PUPILS, ["sex"], None, "témoin est la table elle-même"),
        (PUPILS, OTHERS, ["six"], None, "« six » n’existe pas"),
        (PUPILS, OTHERS, ["sex"], {"bron": {}}, "« bron » n’existe pas"),
        ({"sex": ["x", "y"]}, OTHERS, ["sex"], None, "aucune valeur publiée (par exemple 'x')"),
        ({"born": ["x", "y"]}, OTHERS, ["born"], None, "connue (par exemple 2009)"),
        (PUPILS, {"sex": [1.5], "born": [3]}, ["sex"], None, "même genre de valeurs"),
    ],
)
def test_what_cannot_be_compared_is_said_in_a_sentence(released, control, known, same, said):
    with pytest.raises(PoucetError, match=r".+") as refused:
        singling_out_risk(PUPILS, released, control, known, same)
    assert said in str(refused.value).replace("\xa0", " ")


@pytest.mark.parametrize("engine", ["pandas", "polars", "pyarrow"])
def test_any_engine_gives_the_same(engine):
    import polars as pl

    make = {
        "pandas": pd.DataFrame,
        "polars": pl.DataFrame,
        "pyarrow": lambda columns: pl.DataFrame(columns).to_arrow(),
    }[engine]
    found = singling_out_risk(make(PUPILS), make(PUPILS), make(OTHERS), ["sex", "born"])
    assert found == singling_out_risk(PUPILS, PUPILS, OTHERS, ["sex", "born"])
