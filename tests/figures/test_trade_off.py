from itertools import pairwise

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from poucet import class_sizes
from poucet.errors import PoucetError
from poucet.figures.trade_off import (
    Step,
    TradeOff,
    by_epsilon,
    by_k,
    figure,
    known_for_sure,
    sentence,
)
from poucet.i18n import NBSP, in_language
from poucet.protect import noise_for_a_picture

FOUND = TradeOff("k", (Step(1, 0.9, 1.0), Step(2, 0.3, 0.8), Step(5, 0.1, 0.5)))
PUPILS = {
    "class": ["2de 1", "2de 1", "2de 2", "2de 2", "1re 1", "1re 1", "1re 2", "1re 2"],
    "sex": list("FMFMFMFM"),
    "short": ["yes", "no", "yes", "no", "no", "no", "yes", "no"],
}


def curves(drawing):
    """Give the heights of the two curves: damage, then usefulness."""
    lines = [line for line in drawing.axes[0].lines if line.get_marker() != "None"]
    return [[round(height, 9) for height in line.get_ydata()] for line in lines]


def test_a_secret_is_known_where_a_whole_group_shares_it_be_it_yes_or_no():
    table = {
        "sex": ["F", "F", "M", "M", "M", "X"],
        "short": [True, True, True, False, False, False],
    }
    assert known_for_sure(table, ["sex"], "short").tolist() == [True] * 2 + [False] * 3 + [True]


def test_a_larger_k_is_measured_on_the_table_it_gives():
    raw, pairs = by_k(PUPILS, ["class", "sex"], "short", (1, 2), suppress=0).steps
    assert (raw.at, raw.damage, raw.usefulness) == (1, 1.0, 1.0)  # everybody is alone
    # classes become levels: seconde tells all by sex, and the boys of première too
    assert class_sizes(PUPILS, ["class", "sex"]).k == 1
    assert pairs.damage == 6 / 8
    assert 0 < pairs.usefulness < 1


def test_pupils_left_out_of_the_table_count_among_those_who_are_not_known():
    table = {"sex": list("FFFFM"), "short": ["yes"] * 5}
    (step,) = by_k(table, ["sex"], "short", (2,), suppress=0.2).steps
    assert step.damage == 4 / 5


@pytest.mark.parametrize("epsilon", [0.05, 0.1, 0.5])
def test_answers_fall_near_as_often_as_the_noise_itself_says(epsilon):
    (step,) = by_epsilon(228, [epsilon]).steps
    drawn = np.abs(noise_for_a_picture(epsilon, 20_000, seed=7)) <= 0.05 * 228
    assert step.usefulness == pytest.approx(drawn.mean(), abs=0.015)


@pytest.mark.parametrize("epsilon", [0.1, 1.0])
def test_the_best_guess_about_one_pupil_is_right_no_more_often_than_said(epsilon):
    # Without the pupil the count is 227, with them 228: guess the likelier of the two.
    (step,) = by_epsilon(228, [epsilon]).steps
    noise = noise_for_a_picture(epsilon, 20_000, seed=3)
    with_them = (228 + noise > 227).mean()  # a guess of "228" from 228 on
    without = (227 + noise <= 227).mean()
    assert (with_them + without) / 2 == pytest.approx(step.damage, abs=0.01)


def test_nothing_is_free_whichever_way_the_button_turns():
    for found in (FOUND, by_epsilon(228, (0.01, 0.1, 0.5, 1))):
        steps = found.steps if found.button == "epsilon" else found.steps[::-1]
        for less, more in pairwise(steps):
            assert less.damage < more.damage
            assert less.usefulness < more.usefulness


def test_the_curves_pass_where_the_shares_are():
    assert curves(figure(FOUND, 2)) == [[90, 30, 10], [100, 80, 50]]


def test_the_button_is_shown_where_it_stands():
    bars = [line for line in figure(FOUND, 5).axes[0].lines if line.get_marker() == "None"]
    assert [set(bar.get_xdata()) for bar in bars] == [{2}]


def test_the_curves_are_told_apart_without_colour():
    lines = [line for line in figure(FOUND, 1).axes[0].lines if line.get_marker() != "None"]
    assert len({line.get_marker() for line in lines}) == 2
    assert len({line.get_linestyle() for line in lines}) == 2


def test_the_sentence_says_both_shares_in_both_languages():
    assert sentence(FOUND, 5) == (
        f"k = 5{NBSP}: la réponse de 10{NBSP}% des élèves est connue à coup sûr, et la table "
        f"garde 50{NBSP}% de ses détails."
    )
    with in_language("en"):
        said = sentence(by_epsilon(228, [0.1]), 0.1)
    assert said.startswith("ε = 0.1: whoever knows all the other pupils guesses the last one right")
    assert "and 68% of the time the answer is right to within 5%" in said


def test_a_button_that_stands_nowhere_is_refused_in_a_sentence():
    for draw in (figure, sentence):
        with pytest.raises(PoucetError, match="1, 2, 5"):
            draw(FOUND, 3)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    "found", [FOUND, by_epsilon(228, (0.01, 0.1, 2)), by_epsilon(9, (0.001, 0.01))]
)
def test_no_word_is_cut_and_none_hides_another(found, language):
    with in_language(language):
        drawing = figure(found, found.steps[0].at)
    canvas = FigureCanvasAgg(drawing)
    canvas.draw()
    renderer = canvas.get_renderer()
    wide, high = canvas.get_width_height()
    axes = drawing.axes[0]
    words = [*axes.texts, axes.xaxis.label, *axes.get_xticklabels(), *axes.get_yticklabels()]
    boxes = [text.get_window_extent(renderer) for text in words]
    for box in boxes:
        assert np.all([box.x0 >= 0, box.x1 <= wide, box.y0 >= 0, box.y1 <= high])
    named = boxes[: len(axes.texts)]
    assert not any(one.overlaps(two) for i, one in enumerate(named) for two in named[:i])
