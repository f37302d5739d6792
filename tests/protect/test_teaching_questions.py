"""The effect of method B and the difficulties, known to the school, are found in the trail."""

import statistics

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poucet import School, add_noise, i18n
from poucet.errors import PoucetError
from poucet.exports import exercises as ex
from poucet.exports import trail_columns, trail_truth
from poucet.protect.answers import PULL, Answers
from poucet.protect.privacy_budget import Budget
from poucet.protect.teaching_questions import GOAL, choice, method_effect, next_exercise


@pytest.fixture(scope="module")
def known():
    """A trail, and what the school alone knows of it."""
    school = School(seed=1)
    return school, trail_columns(school), trail_truth(school)


@pytest.fixture(scope="module")
def answers(known):
    return Answers.read(known[1])


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_effect_of_method_b_is_found_in_the_trail(seed, known):
    school = known[0] if seed == 1 else School(seed=seed)
    lines, truth = (known[1:]) if seed == 1 else (trail_columns(school), trail_truth(school))
    found = method_effect(lines, dict(enumerate(truth.method.tolist(), 1)))
    low, high = found.interval
    assert low - 0.004 < truth.effect < high + 0.004  # one interval in twenty just misses
    assert found.verdict == 1 and found.better_than_chance
    assert found.methods == ("A", "B") and sum(found.pupils) == school.size
    assert high - low < 0.02


def test_an_effect_that_does_not_exist_is_not_found(known):
    school, lines, _truth = known
    draws = np.random.Generator(np.random.PCG64(5)).random(school.size)
    chance = dict(enumerate(np.where(draws < 0.5, "A", "B").tolist(), 1))
    found = method_effect(lines, chance)
    assert found.verdict == 0 and "on ne peut pas dire" in str(found)


def test_difficulties_and_abilities_are_found_in_the_trail(known, answers):
    _school, _lines, truth = known
    _mean, ability, difficulty = answers.fitted
    level_of, exercise_level = answers.group
    assert len(set(level_of)) == 3  # the three levels share no exercise
    true_difficulty = np.array([truth.difficulty[name] for name in answers.exercises])
    row = np.array(answers.pupils) - 1
    true_ability = truth.ability[row] + truth.effect * (truth.method[row] == "B")
    for level in set(level_of):
        often = (exercise_level == level) & (answers.answered > 100)
        off = difficulty[often] - true_difficulty[often]
        assert np.abs(off - off.mean()).max() < 0.02  # less than half a point out of twenty
        here = level_of == level
        assert np.corrcoef(ability[here], true_ability[here])[0, 1] > 0.99


def test_the_exercise_chosen_is_nearly_the_best_that_the_truth_allows(known, answers):
    _school, _lines, truth = known
    difficulty = np.array([truth.difficulty[name] for name in answers.exercises])
    lost = []
    for pupil, number in enumerate(answers.pupils):
        effect = truth.effect * (truth.method[number - 1] == "B")
        expected = ex.MEAN / ex.POINTS + truth.ability[number - 1] + effect - difficulty
        miss = np.abs(expected - GOAL)
        chosen = choice(answers, pupil)
        open_to = (answers.group[1] == answers.group[0][pupil]) & ~answers.done(pupil)
        assert open_to[chosen]
        lost.append(miss[chosen] - miss[open_to].min())
    assert np.mean(lost) < 0.02 and np.quantile(lost, 0.95) < 0.05  # a point out of twenty


def test_advice_is_said_with_its_reasons(known, answers):
    told = next_exercise(known[1], pupil=17)
    row = answers.pupils.index(17)
    assert told.exercise == answers.exercises[choice(answers, row)]
    mean = answers.fitted[0]
    assert told.expected == pytest.approx(mean + told.ability - told.difficulty)
    assert told.exercise in str(told) and "l’élève 17" in str(told)
    easier = next_exercise(known[1], pupil=17, goal=0.9)
    assert easier.difficulty < told.difficulty


ROWS = st.lists(
    st.tuples(st.integers(0, 4), st.integers(0, 3), st.integers(0, 20)), min_size=1, max_size=40
)


@given(ROWS)
@settings(deadline=None)
def test_the_fit_solves_the_normal_equations(rows):
    """An independent oracle: the same least squares with a pull, solved in one go."""
    pupil, exercise, marks = (list(column) for column in zip(*rows, strict=True))
    score = np.array(marks) / 20
    answers = Answers.read({"pupil": pupil, "object": exercise, "score": score})
    mean, ability, difficulty = answers.fitted
    design = np.zeros((len(rows), len(ability) + len(difficulty)))
    design[np.arange(len(rows)), answers.pupil] = 1
    design[np.arange(len(rows)), len(ability) + answers.exercise] = -1
    left = design.T @ design + PULL * np.eye(design.shape[1])
    solved = np.linalg.solve(left, design.T @ (score - score.mean()))
    np.testing.assert_allclose(np.append(ability, difficulty), solved, atol=1e-9)
    assert mean == pytest.approx(score.mean())


@given(
    first=st.lists(st.integers(0, 20), min_size=2, max_size=12),
    second=st.lists(st.integers(0, 20), min_size=2, max_size=12),
)
def test_the_difference_of_means_and_its_error_are_those_of_the_books(first, second):
    marks = [mark / 20 for mark in first + second]
    taught = ["A"] * len(first) + ["B"] * len(second)
    found = method_effect({"score": marks, "method": taught})
    one, two = marks[: len(first)], marks[len(first) :]
    value = statistics.mean(two) - statistics.mean(one)
    error = (statistics.variance(one) / len(one) + statistics.variance(two) / len(two)) ** 0.5
    assert found.value == pytest.approx(value, abs=1e-12)
    assert found.interval[1] - value == pytest.approx(1.96 * error, rel=1e-4, abs=1e-9)
    assert value - found.interval[0] == pytest.approx(1.96 * error, rel=1e-4, abs=1e-9)
    assert found.pupils == (len(first), len(second))


LINES = {
    "pupil": ["p", "p", "q", "r", "r", "s", "s"],
    "score": [0.4, 0.6, 0.4, 0.6, 0.7, 0.65, None],
    "method": ["A", "A", "A", "B", "B", "B", "B"],
}


@pytest.mark.parametrize("kind", [dict, pd.DataFrame, pl.DataFrame, pa.table])
def test_each_pupil_counts_once_whatever_the_kind_of_table(kind):
    found = method_effect(kind(LINES))
    assert found.value == pytest.approx(0.65 - 0.45) and found.pupils == (2, 2)
    by_pupil = method_effect(kind(LINES), {"p": "A", "q": "A", "r": "B", "s": "B"})
    assert by_pupil == found
    fewer = method_effect(kind(LINES), {"p": "b", "q": "b", "r": "a", "s": "a", "t": "c"})
    assert fewer.value == pytest.approx(-0.2) and fewer.methods == ("a", "b")
    assert "la méthode b nuit" in str(fewer)


@pytest.mark.parametrize(
    ("lines", "asked", "why"),
    [
        ({"pupil": [1, 2]}, {}, "score"),
        ({"score": [0.5, 0.6]}, {}, "method"),
        ({"score": [12.0, 8.0], "method": ["A", "B"]}, {}, "20"),
        ({"score": [0.5], "pupil": [1]}, {"methods": 5}, "methods"),
        ({"score": ["*", "*"], "method": ["A", "B"]}, {}, "score"),
        ({"score": [None, np.nan], "method": ["A", "B"]}, {}, "score"),
        ({"score": [0.5, 0.6], "method": ["A", "A"]}, {}, "1 dans"),
        ({"score": [0.5, 0.6], "method": ["A", "B"]}, {}, "moins de deux"),
        ({"score": [0.5], "class": ["seconde"]}, {"methods": {"2de 1": "A"}, "of": "class"}, "0 "),
    ],
)
def test_a_table_that_allows_no_comparison_says_why(lines, asked, why):
    with pytest.raises(PoucetError, match=why):
        method_effect(lines, **asked)


def test_a_table_that_allows_no_advice_says_why():
    lines = {"pupil": [1, 2], "object": ["a", "b"], "score": [0.5, 0.5]}
    with pytest.raises(PoucetError, match="trop peu"):
        next_exercise(lines, 1)
    with pytest.raises(PoucetError, match="3"):
        next_exercise(lines, 3)
    for goal in (-0.1, 12, "half", float("nan")):
        with pytest.raises(PoucetError, match="goal"):
            next_exercise(lines, 1, goal)
    with pytest.raises(PoucetError, match="pupil"):
        next_exercise({"object": ["a"], "score": [0.5]}, 1)


def test_noisy_means_answer_the_first_question_within_what_the_noise_hides(known):
    school, (codes, _categories), truth = known
    rows = ~np.isnan(codes["score"])
    row, score = codes["pupil"][rows] - 1, codes["score"][rows]
    means = np.bincount(row, score, school.size) / np.bincount(row, minlength=school.size)
    lines = {"score": means, "method": truth.method}
    exact = method_effect(lines)
    once = add_noise(
        {"pupil": row, "score": score, "method": truth.method[row]},
        Budget(500), 500, by="method", values=["A", "B"], mean="score", low=0, high=1,
        person="pupil",
    )  # fmt: skip
    assert method_effect(once).value == pytest.approx(exact.value, abs=0.002)
    asked = {"by": "method", "values": ["A", "B"], "mean": "score", "low": 0, "high": 1}
    missed, trials = 0, 60
    for _trial in range(trials):
        told = method_effect(add_noise(lines, Budget(1), 1, **asked))
        missed += not told.interval[0] <= exact.value <= told.interval[1]
        # Each sum is off by 0.5 · 2 / ε / 550 on average: thirty times that is out of the question.
        assert abs(told.value - exact.value) < 0.06
    assert missed <= 19  # of 60 at 5 %: more, once in a hundred million
    with pytest.raises(PoucetError, match="1 dans"):
        method_effect(add_noise(lines, Budget(1), 1, **{**asked, "values": ["A"]}))


def test_both_languages_say_it():
    told = method_effect(LINES)
    assert "A ou B : la méthode B aide (écart de +4,00 sur 20" in str(told).replace("\u00a0", " ")
    with i18n.in_language("en"):
        assert "helps" in str(told)
