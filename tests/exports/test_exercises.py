"""Scores follow the model that the school seals: an independent study finds its numbers again."""

import re

import numpy as np
import pytest

from poucet.exports import exercises as ex
from poucet.exports import trail_columns, trail_truth
from poucet.school import School
from poucet.school.draws import Draws


@pytest.fixture(scope="module", params=[1, 2, 3])
def study(request):
    """One line an answer: pupil's row, exercise's name, score."""
    school = School(seed=request.param)
    codes, categories = trail_columns(school)
    answered = ~np.isnan(codes["score"])
    names = categories["object"][codes["object"][answered]]
    return school, codes["pupil"][answered] - 1, names, codes["score"][answered]


def test_a_difference_of_means_finds_the_effect_of_the_method(study):
    school, pupil, _, score = study
    truth = trail_truth(school)
    answers = np.bincount(pupil, minlength=school.size)
    mean = np.bincount(pupil, score, minlength=school.size)[answers > 0] / answers[answers > 0]
    with_b = truth.method[answers > 0] == "B"
    found = mean[with_b].mean() - mean[~with_b].mean()
    error = np.sqrt(mean[with_b].var() / with_b.sum() + mean[~with_b].var() / (~with_b).sum())
    assert abs(found - truth.effect) < 2.6 * error
    assert found > 5 * error  # a class can see that B helps


def test_least_squares_find_effect_and_difficulties(study):
    school, pupil, names, score = study
    truth = trail_truth(school)
    exercises, code = np.unique(names.astype(str), return_inverse=True)
    left = score - truth.ability[pupil]
    design = np.zeros((len(exercises) + 1, len(exercises) + 1))
    with_b = (truth.method[pupil] == "B").astype(float)
    count, b_count = np.bincount(code), np.bincount(code, with_b)
    design[:-1, :-1] = np.diag(count)
    design[:-1, -1] = design[-1, :-1] = b_count
    design[-1, -1] = with_b.sum()
    answer = np.append(np.bincount(code, left), (left * with_b).sum())
    solved = np.linalg.solve(design, answer)
    assert solved[-1] == pytest.approx(truth.effect, abs=0.0015)
    known = np.array([truth.difficulty[name] for name in exercises])
    often = count > 100
    np.testing.assert_allclose(solved[:-1][often] + known[often], 0.51, atol=0.04)


def test_the_hardest_exercises_have_the_lowest_scores(study):
    school, _, names, score = study
    exercises, code = np.unique(names.astype(str), return_inverse=True)
    count = np.bincount(code)
    mean = np.bincount(code, score)[count > 100] / count[count > 100]
    difficulty = trail_truth(school).difficulty
    known = np.array([difficulty[name] for name in exercises[count > 100]])
    ranks, known_ranks = np.argsort(np.argsort(-mean)), np.argsort(np.argsort(known))
    assert np.corrcoef(ranks, known_ranks)[0, 1] > 0.97


def test_methods_are_dealt_out_to_classes_evenly_in_each_level():
    school = School(seed=4)
    truth = trail_truth(school)
    for prefix in ("2de", "1re", "Tle"):
        letters = [m for name, m in truth.method_of_class.items() if name.startswith(prefix)]
        assert abs(letters.count("A") - letters.count("B")) <= 1
    taught = zip(school.columns["class"], truth.method, strict=True)
    assert all(truth.method_of_class[name] == method for name, method in taught)


def test_scores_stay_in_bounds_without_being_cut_off():
    lowest = ex.MEAN - ex.ABILITY - ex.DIFFICULTY - ex.LUCK
    highest = ex.MEAN + ex.EFFECT + ex.ABILITY + ex.DIFFICULTY + ex.LUCK
    assert lowest >= 0 and highest < ex.POINTS
    drawn = ex.spread(Draws(1, "test"), 100_000, 3.0, 2)
    assert drawn.min() >= -3 and drawn.max() <= 3
    assert abs(drawn.mean()) < 0.02 and drawn.std() == pytest.approx(3 / 6**0.5, rel=0.02)


def test_objects_are_paths_without_accent_or_space():
    objects = ex.objects().tolist()
    assert len(set(objects)) == len(objects)
    assert all(re.fullmatch(r"[a-z0-9]+(/[a-z0-9-]+)?", text) for text in objects)
    assert objects[ex.PORTAL] == "portal"
    assert [text.partition("/")[0] for text in (objects[n] for n in
            (ex.EXERCISE, ex.COURSE, ex.VIDEO, ex.MESSAGE, ex.SEARCH, ex.WORRY))] == [
        "exercises", "courses", "videos", "messages", "searches", "searches",
    ]  # fmt: skip
    assert objects[ex.COURSE - 1].startswith("exercises/") and len(objects) == ex.WORRY + 5
