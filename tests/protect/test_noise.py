"""Noise keeps OpenDP's promise, has the law it says, and hides each person.

OpenDP's draws cannot be seeded, so the bounds of the statistical tests are computed for a
probability of false failure of a ten-millionth each.
"""

import inspect
import math
import subprocess
import sys

import numpy as np
import pandas as pd
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poucet import add_noise
from poucet.errors import PoucetError
from poucet.protect.noise import STEPS, NoisyCells, laplace
from poucet.protect.people import read_people
from poucet.protect.privacy_budget import Budget

FALSE_FAILURE = 1e-7
EPSILONS = st.floats(1e-6, 1e3, allow_nan=False)


def furthest(draws, epsilon):
    """Give the largest gap between the draws' distribution and discrete Laplace's, in closed form.

    P(X ≤ k) = a^−k / (1 + a) for k < 0 and 1 − a^(k+1) / (1 + a) for k ≥ 0, a = exp(−ε).
    """
    a = math.exp(-epsilon)
    k = np.arange(min(draws) - 1, max(draws) + 2)
    law = np.where(k < 0, a ** np.abs(k) / (1 + a), 1 - a ** (np.abs(k) + 1.0) / (1 + a))
    seen = np.searchsorted(np.sort(draws), k, side="right") / len(draws)
    return np.abs(seen - law).max()


def allowed(draws):
    """Give the gap that chance exceeds once in ten million (Dvoretzky–Kiefer–Wolfowitz)."""
    return math.sqrt(math.log(2 / FALSE_FAILURE) / (2 * len(draws)))


def most_by_chance(trials, share):
    """Give the number of successes that chance exceeds once in ten million: the exact binomial."""
    tail = 1.0
    for n in range(trials + 1):
        tail -= math.comb(trials, n) * share**n * (1 - share) ** (trials - n)
        if tail < FALSE_FAILURE:
            return n
    return trials


@given(epsilon=EPSILONS, change=st.sampled_from([1, 2, STEPS]))
@settings(max_examples=60, deadline=None)
def test_opendp_itself_promises_the_epsilon_that_is_charged(epsilon, change):
    measurement, _scale = laplace(change, epsilon)
    promised = measurement.map(change)
    assert promised <= epsilon
    assert promised == pytest.approx(epsilon, rel=1e-9)  # and nothing of the budget is wasted


def test_opendp_adds_the_costs_up_as_the_budget_does():
    from opendp.combinators import make_composition

    budget, pupils = Budget(2), {"mark": [10.0, 12.0, 8.0]}
    add_noise(pupils, budget, 0.3)
    add_noise(pupils, budget, 0.7, mean="mark", low=0, high=20)
    counted = [laplace(1, 0.3)[0], laplace(1, 0.35)[0]]
    both = make_composition(counted).map(1) + laplace(STEPS, 0.35)[0].map(STEPS)
    assert both == pytest.approx(budget.spent, rel=1e-12) and budget.spent == 1


@pytest.mark.parametrize(
    "asked", [{}, {"by": "sex", "values": ["F"]}, {"mean": "mark", "low": 0, "high": 20}]
)
def test_an_answer_is_made_of_no_more_than_it_costs(asked, monkeypatch):
    """Whatever measurements an answer takes, OpenDP's promises for them add up to its price."""
    promised = []

    def watched(change, epsilon):
        measurement, scale = laplace(change, epsilon)
        promised.append((change, measurement.map(change)))
        return measurement, scale

    monkeypatch.setattr("poucet.protect.noise.laplace", watched)
    budget = Budget(1)
    add_noise({"sex": ["F", "M"], "mark": [10.0, 12.0]}, budget, 0.7, **asked)
    assert sum(cost for _change, cost in promised) == pytest.approx(0.7, rel=1e-9)
    assert [change for change, _cost in promised] == ([STEPS, 1] if "mean" in asked else [1])
    assert budget.spent == 0.7


@pytest.mark.parametrize("epsilon", [0.1, 1.0, 3.0])
def test_the_noise_of_a_count_is_discrete_laplace(epsilon):
    draws = laplace(1, epsilon)[0]([0] * 60_000)
    assert furthest(draws, epsilon) < allowed(draws)
    assert furthest(draws, 1.2 * epsilon) > allowed(draws)  # a fifth off would be seen


def test_one_pupil_more_changes_what_is_likely_by_exp_epsilon_at_most():
    epsilon, size = 0.5, 60_000
    without, with_one = (np.array(laplace(1, epsilon)[0]([n] * size)) for n in (30, 31))
    worst = 0.0
    for bound in range(28, 32):
        one, other = (without <= bound).mean(), (with_one <= bound).mean()
        worst = max(worst, one / other)
    # Each share is within 0.012 of its own: 0.62 and 0.38 at 30; 0.23 and 0.14, the least, at 28.
    assert math.exp(epsilon) * 0.9 < worst < math.exp(epsilon) * 1.15


@pytest.mark.parametrize("asked", [{}, {"mean": "mark", "low": 0, "high": 20}])
def test_the_interval_holds_the_number_without_noise_95_times_in_100(asked):
    pupils = {"mark": np.tile([6.0, 9.0, 15.0, 20.0], 25)}
    truth, trials = (12.5 if asked else 100), 400
    budget = Budget(1000)
    told = [add_noise(pupils, budget, 0.5, **asked) for _trial in range(trials)]
    missed = sum(not one.interval[0] <= truth <= one.interval[1] for one in told)
    assert missed <= most_by_chance(trials, 0.05)
    assert all(one.interval[0] <= one.value <= one.interval[1] for one in told)
    if not asked:  # P(|noise| > 6) = 3.8 % and P(|noise| > 5) = 6.2 % for ε = 0.5
        assert {one.interval[1] - one.value for one in told} == {6}
        assert all(isinstance(one.value, int) for one in told)


def test_the_mean_is_right_on_average():
    pupils, budget = {"mark": [4.0] * 100 + [16.0] * 300}, Budget(1000)
    told = [add_noise(pupils, budget, 2, mean="mark", low=0, high=20).value for _ in range(300)]
    # Sum and count, scale 20/2 · 1/1 and 1: a mean of 300 strays 5.3 of its errors once in 10⁷.
    error = math.sqrt(2 * 10**2 + 3**2 * 2) / 400 / math.sqrt(300)
    assert abs(np.mean(told) - 13) < 5.5 * error + 1e-3
    assert 0.5 < np.std(told) / (error * math.sqrt(300)) < 2


def test_more_epsilon_means_less_noise():
    pupils, budget = {"mark": [10.0] * 500}, Budget(1000)
    widths = [np.ptp(add_noise(pupils, budget, epsilon).interval) for epsilon in (0.01, 0.1, 1, 10)]
    assert widths == sorted(widths, reverse=True) and widths[0] > 500 and widths[-1] == 0


TABLES = st.lists(
    st.tuples(st.integers(1, 6), st.sampled_from("ABC"), st.floats(-5, 30)), min_size=2, max_size=30
)


@given(rows=TABLES, gone=st.integers(0, 10**6), each=st.booleans())
@settings(deadline=None)
def test_a_person_less_changes_the_exact_numbers_no_more_than_the_noise_covers(rows, gone, each):
    """What OpenDP is told of the change is true: checked on random neighbouring tables."""
    group = {who: letter for who, letter, _mark in reversed(rows)}

    def exact(kept):
        table = {
            "who": [who for who, _letter, _mark in kept],
            "group": [group[who] if each else letter for who, letter, _mark in kept],
            "mark": [mark for *_both, mark in kept],
        }
        person = "who" if each else None
        people = read_people(table, "group", ["A", "B"], "mark", 0, 20, person)
        return people.counts(), people.sums(STEPS)

    if each:
        leaver = rows[gone % len(rows)][0]
        fewer = [row for row in rows if row[0] != leaver]
    else:
        fewer = rows[: gone % len(rows)] + rows[gone % len(rows) + 1 :]
    if not fewer:
        return
    (counts, sums), (fewer_counts, fewer_sums) = exact(rows), exact(fewer)
    assert np.abs(counts - fewer_counts).sum() <= 1
    assert np.abs(sums - fewer_sums).sum() <= STEPS


def test_bounds_hold_each_line_and_the_promise_even_where_floats_round():
    trail = {"who": [1, 1, 2], "mark": [100.0, 0.0, -np.inf]}
    people = read_people(trail, None, None, "mark", 0, 20, "who")
    assert people.number.tolist() == [10, 0]  # 100 counts as 20, before the mean is taken
    low, high = 1.0, np.nextafter(1.0, 2)  # no float lies between: the middle is one of them
    people = read_people({"mark": [low]}, None, None, "mark", low, high, None)
    other = read_people({"mark": [high]}, None, None, "mark", low, high, None)
    assert abs(people.sums(STEPS)[0]) <= STEPS and abs(other.sums(STEPS)[0]) <= STEPS


def test_a_person_with_many_lines_counts_once():
    trail = {"pupil": [1] * 500 + [2, 3, 4], "score": [1.0] * 500 + [0.0, 0.0, 0.0]}
    budget = Budget(1000)
    assert add_noise(trail, budget, 500, person="pupil").value == 4
    told = add_noise(trail, budget, 500, mean="score", low=0, high=1, person="pupil")
    assert told.value == pytest.approx(0.25, abs=0.02)


@pytest.mark.parametrize("kind", [dict, pd.DataFrame, pl.DataFrame])
def test_any_table_gives_a_histogram_over_the_values_named_beforehand(kind):
    columns = {
        "sex": ["F", "F", "M", None, "X"],
        "born": np.array(["2010-01-01"] * 3 + ["2011-05-05"] * 2, "datetime64[us]"),
        "grant": [True, False, False, False, True],
    }
    table, budget = kind(columns), Budget(1000)
    told = add_noise(table, budget, 200, by="sex", values=["F", "M", "nobody"])
    assert isinstance(told, NoisyCells)
    assert {value: cell.value for value, cell in told.cells.items()} == {
        "F": 2,
        "M": 1,
        "nobody": 0,
    }
    days = [np.datetime64("2011-05-05"), np.datetime64("2010-01-01")]
    cells = add_noise(table, budget, 200, by="born", values=days).cells
    assert [cell.value for cell in cells.values()] == [2, 3]
    cells = add_noise(table, budget, 200, by="grant", values=[False, True]).cells
    assert [cell.value for cell in cells.values()] == [3, 2]
    assert budget.spent == 600  # a histogram costs what one count costs
    assert "F : 2" in str(told).replace("\u00a0", " ")


def test_there_is_no_seed_and_two_answers_differ():
    assert "seed" not in inspect.signature(add_noise).parameters
    pupils, budget = {"n": list(range(50))}, Budget(10)
    both = []
    for _time in range(2):
        np.random.seed(1)  # noqa: NPY002 (whoever seeds all they can still knows nothing)
        told = add_noise(pupils, budget, 0.01, by="n", values=list(range(50)))
        both.append([cell.value for cell in told.cells.values()])
    assert both[0] != both[1]


def test_a_refused_question_tells_nothing_and_a_wrong_one_costs_nothing():
    pupils, budget = {"sex": ["F", "M"], "mark": [10.0, 12.0]}, Budget(1)
    for wrong in (
        {"by": "sexe", "values": ["F"]},
        {"by": "sex"},
        {"by": "sex", "values": "FM"},
        {"by": "sex", "values": ["F", "F"]},
        {"by": "sex", "values": [["F"]]},
        {"by": "sex", "values": 5},
        {"values": ["F"]},
        {"mean": "sex", "low": 0, "high": 20},
        {"mean": "mark"},
        {"mean": "mark", "low": 20, "high": 0},
        {"mean": "mark", "low": -1e308, "high": 1e308},
        {"mean": "mark", "low": 0, "high": float("inf")},
        {"person": "who"},
    ):
        with pytest.raises(PoucetError):
            add_noise(pupils, budget, 0.5, **wrong)
    for empty in ({}, {"sex": []}, pd.DataFrame(index=range(3)), pl.LazyFrame(pupils)):
        with pytest.raises(PoucetError):
            add_noise(empty, budget, 0.5)
    with pytest.raises(PoucetError, match="Budget"):
        add_noise(pupils, 1, 0.5)
    assert budget.left == 1 and not budget.spendings
    add_noise(pupils, budget, 1, by="sex", values=["F", "M"])
    assert budget.spendings[0].what == "combien, selon «\u00a0sex\u00a0»"
    with pytest.raises(PoucetError, match="épuisé"):
        add_noise(pupils, budget, 0.001)


def test_a_person_in_two_cells_is_refused():
    trail = {"pupil": [1, 1, 2], "device": ["phone", "laptop", "phone"]}
    with pytest.raises(PoucetError, match="plusieurs valeurs"):
        add_noise(trail, Budget(1), 1, by="device", values=["phone", "laptop"], person="pupil")


def test_noise_needs_neither_pandas_nor_all_of_opendp():
    code = (
        "import sys; from poucet import add_noise; from poucet.protect import Budget\n"
        "add_noise({'n': [1, 2]}, Budget(1), 1)\n"
        "print('opendp' in sys.modules, 'opendp.prelude' in sys.modules, 'pandas' in sys.modules)"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.split() == ["True", "False", "False"]
