"""Inférence: votes of four rows by hand, homogeneous classes, and a plain loop as oracle."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from poucet.errors import PoucetError
from poucet.protect import inference_risk, singling_out_risk

PUPILS = {"class": ["1", "1", "2", "2"], "ill": [True, True, False, True]}
OTHERS = {"class": ["1", "1", "2", "2"], "ill": [False, True, False, False]}

cells = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2)), min_size=1, max_size=10)


def test_by_hand():
    # Class 1: all ill, both guesses right. Class 2: one of each, a draw, right one time in two.
    found = inference_risk(PUPILS, PUPILS, OTHERS, "class", "ill")
    assert (found.value, found.baseline) == (0.75, 0.5)


def test_a_class_that_shares_its_secret_gives_it_away_though_nobody_is_singled_out():
    rng = np.random.default_rng(1)
    group = np.repeat(np.arange(40), 10)  # k = 10
    ill = rng.random(40) < 0.5  # each class all ill, or all well
    people = {"group": group.astype(str), "ill": ill[group]}
    others = {"group": group.astype(str), "ill": rng.random(400) < 0.5}
    assert singling_out_risk(people, people, others, "group").value == 0
    found = inference_risk(people, people, others, "group", "ill")
    assert found.value == 1
    assert found.baseline == pytest.approx(0.5, abs=0.1)
    assert found.risk_interval[0] > 0.95


def test_what_is_true_of_anybody_is_no_risk_of_the_release():
    # Every absent person of the class is ill too: a fact about the class, not about its members.
    people = {"group": ["a", "a", "b", "b"], "ill": [True, True, False, False]}
    others = {"group": ["a", "b", "a", "b"], "ill": [True, False, True, False]}
    found = inference_risk(people, people, others, "group", "ill")
    assert (found.value, found.baseline, found.risk) == (1, 1, 0)
    assert found.risk_interval == (0, 1)
    assert not found.better_than_chance


def test_a_withheld_secret_is_no_guess():
    released = {**PUPILS, "ill": ["*", "*", "*", "*"]}
    found = inference_risk(PUPILS, released, OTHERS, "class", "ill")
    assert found.value == found.baseline == 0


def test_a_widened_secret_is_right_when_it_covers_the_truth():
    people = {"class": ["1", "1", "2", "2"], "mark": [12, 13, 4, 6]}
    released = {"class": ["1", "1", "2", "2"], "mark": ["10–14", "10–14", "0–4", "5–9"]}
    others = {"class": ["1", "2"], "mark": [3, 4]}
    found = inference_risk(people, released, others, "class", "mark")
    assert (found.value, found.baseline) == (0.75, 0.25)


@given(cells, cells, cells)
def test_it_agrees_with_a_plain_loop(people, released, others):
    span = max(row[0] for row in released) - min(row[0] for row in released) or 1

    def share(attacked):
        total = 0.0
        for number, secret in attacked:
            far = [abs(number - row[0]) / span for row in released]
            near = [row[1] for row, gap in zip(released, far, strict=True) if gap == min(far)]
            most = max(near.count(value) for value in near)
            guesses = {value for value in near if near.count(value) == most}
            total += (secret in guesses) / len(guesses)
        return total / len(attacked)

    def table(rows):
        return {"number": [row[0] for row in rows], "secret": [row[1] for row in rows]}

    found = inference_risk(table(people), table(released), table(others), "number", "secret")
    assert found.value == pytest.approx(share(people))
    assert found.baseline == pytest.approx(share(others))


def test_the_secret_must_be_one_and_released():
    with pytest.raises(PoucetError, match="à la fois connue et secrète"):
        inference_risk(PUPILS, PUPILS, OTHERS, ["class", "ill"], "ill")
    with pytest.raises(PoucetError, match="n’est pas dans la table publiée"):
        inference_risk(PUPILS, {"class": ["1"]}, OTHERS, "class", "ill")
