"""What protections leave of the two questions, measured: error after k-anonymity and noise."""

import numpy as np
import pytest

from poucet import School, add_noise, directory
from poucet.errors import PoucetError
from poucet.exports import trail_columns, trail_truth
from poucet.protect import k_anonymise
from poucet.protect.privacy_budget import Budget
from poucet.protect.teaching_kept import utility
from poucet.protect.teaching_questions import method_effect


@pytest.fixture(scope="module")
def study():
    """The answers of a school, one line each, with the class and its method."""
    school = School(seed=2)
    codes, categories = trail_columns(school, weeks=6)
    truth, rows = trail_truth(school), ~np.isnan(codes["score"])
    pupil = codes["pupil"][rows]
    lines = {
        "pupil": pupil,
        "object": categories["object"][codes["object"][rows]],
        "score": codes["score"][rows],
        "class": school.columns["class"][pupil - 1],
        "method": truth.method[pupil - 1],
    }
    return school, lines, truth


def means(school, lines):
    row = lines["pupil"] - 1
    return np.bincount(row, lines["score"], school.size) / np.bincount(row, minlength=school.size)


def test_an_unprotected_table_adds_no_error(study):
    _school, lines, _truth = study
    kept = utility(lines, lines)
    assert kept.effect_error == 0 and kept.exercise_error == 0
    assert kept.exercises_kept == 1 and kept.answered == 1
    assert str(kept).startswith("Peut-on encore répondre") and "100" in str(kept)


def test_pseudonyms_keep_both_answers_for_whoever_holds_their_table(study):
    school, lines, truth = study
    names = {number: f"p{number * 7919 % 10_007}" for number in range(1, school.size + 1)}
    hidden = {name: lines[name] for name in ("object", "score")}
    hidden["pupil"] = np.array([names[n] for n in lines["pupil"].tolist()], object)
    methods = dict(enumerate(truth.method.tolist(), 1))
    kept = utility(lines, hidden, methods, pupils=names)
    assert kept.answered == 1 and kept.effect_error == pytest.approx(0, abs=1e-12)
    without = utility(lines, hidden, methods)
    assert without.protected is None and without.answered == 0


def test_the_error_after_k_anonymity_is_small_and_advice_is_gone(study):
    school, lines, truth = study
    columns = ["birth_date", "sex", "commune", "class"]
    pupils = directory(school)[columns].assign(score=means(school, lines))
    keys = ["birth_date", "sex", "commune"]
    for k in (2, 5, 10):
        released = k_anonymise(pupils, keys, k)
        kept = utility(lines, released.frame, truth.method_of_class, "class")
        assert kept.same_verdict and kept.effect_error < 0.005  # a tenth of a point out of twenty
        assert (kept.effect_error > 0) == bool(len(released.suppressed))
        assert sum(kept.protected.pupils) == school.size - len(released.suppressed)
        assert kept.exercises_kept == 0 and kept.answered == 0.5 and "pupil" in kept.no_exercise

    # Once classes are made one, nobody knows any more who is taught how.
    released = k_anonymise(pupils, [*keys, "class"], 5)
    assert released.levels["class"] > 0
    kept = utility(lines, released.frame, truth.method_of_class, "class")
    assert kept.protected is None and kept.effect_error is None and kept.answered == 0
    assert "non. Comparer" in str(kept)


def test_the_error_after_noise_grows_as_the_budget_shrinks(study):
    school, lines, truth = study
    pupils = {"score": means(school, lines), "method": truth.method}
    asked = {"by": "method", "values": ["A", "B"], "mean": "score", "low": 0, "high": 1}
    raw = method_effect(pupils).value

    def told(epsilon, times):
        return [
            method_effect(add_noise(pupils, Budget(epsilon), epsilon, **asked))
            for _time in range(times)
        ]

    def error(epsilon):
        return np.mean([abs(one.value - raw) for one in told(epsilon, 40)])

    # On average about 0.003 / ε: forty draws do not hide a factor of thirty.
    assert error(0.1) > 3 * error(3)
    # Under this much noise a verdict takes an end of both intervals: 5 % of the time at most.
    assert sum(one.verdict != 0 for one in told(0.0001, 60)) <= 16
    kept = utility(lines, add_noise(pupils, Budget(100), 100, **asked))
    assert kept.same_verdict and kept.effect_error < 0.01
    assert kept.answered == 0.5 and "aucun en particulier" in str(kept)


def test_fewer_answers_make_worse_advice(study):
    _school, lines, _truth = study
    draws = np.random.Generator(np.random.PCG64(1)).random(len(lines["score"]))
    kept = []
    for share in (0.5, 0.1, 0.02):
        fewer = {name: column[draws < share] for name, column in lines.items()}
        kept.append(utility(lines, fewer))
    advised = [one.exercises_kept for one in kept]
    assert advised == sorted(advised, reverse=True) and advised[0] > 0.5 > advised[-1]
    assert 0 < kept[0].exercise_error < kept[1].exercise_error


def test_exercises_without_their_names_advise_nobody(study):
    _school, lines, _truth = study
    vague = {**lines, "object": np.full(len(lines["score"]), "exercise", object)}
    kept = utility(lines, vague)
    assert kept.same_verdict and kept.exercises_kept == 0 and kept.no_exercise


def test_a_raw_table_that_answers_nothing_is_an_error(study):
    _school, lines, _truth = study
    with pytest.raises(PoucetError, match="method"):
        utility({name: lines[name] for name in ("pupil", "object", "score")}, lines)
