from types import SimpleNamespace

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from poucet.attacks.inference import infer
from poucet.errors import PoucetError
from poucet.figures.precision_recall import by_threshold, figure, precision, recall, sentence
from poucet.i18n import NBSP, in_language


def judged(peace, wrong, missed, found):
    return SimpleNamespace(confusion=np.array([[peace, wrong], [missed, found]]))


SCORES = {
    1: judged(50, 50, 0, 10),
    2: judged(90, 10, 2, 8),
    3: judged(99, 1, 7, 3),
    4: judged(100, 0, 10, 0),
}


def curves(drawing):
    """Give the points of the two curves: precision, then recall."""
    lines = [line for line in drawing.axes[0].lines if line.get_marker() != "None"]
    return [dict(zip(line.get_xdata(), line.get_ydata(), strict=True)) for line in lines]


def test_the_curves_pass_where_the_shares_are_and_stop_where_there_is_none():
    right, seen = curves(figure(SCORES, at=2))
    assert right == pytest.approx({1: 100 / 6, 2: 800 / 18, 3: 75})
    assert seen == pytest.approx({1: 100, 2: 80, 3: 30, 4: 0})


def test_the_bar_in_use_is_shown_where_it_stands():
    bars = [line for line in figure(SCORES, at=3).axes[0].lines if line.get_marker() == "None"]
    assert [set(bar.get_xdata()) for bar in bars] == [{3}]


def test_the_curves_are_told_apart_without_colour():
    lines = [line for line in figure(SCORES, at=1).axes[0].lines if line.get_marker() != "None"]
    assert len({line.get_marker() for line in lines}) == 2
    assert len({line.get_linestyle() for line in lines}) == 2


def test_a_share_of_nobody_is_none():
    assert precision(SCORES[4]) is None
    assert recall(judged(5, 1, 0, 0)) is None


def test_every_bar_somebody_reaches_is_judged():
    nights = np.datetime64("2026-09-08T01:30") + np.arange(4) * np.timedelta64(1, "D")
    guess = infer({"pupil": [7, 7, 7, 9], "time": nights}, "sleeplessness")
    found = by_threshold(guess, {7: True, 9: False})
    assert list(found) == list(range(1, int(guess.strength.max()) + 1))
    for least, score in found.items():
        accused = guess.strength >= least
        assert score.confusion.tolist() == [
            [int(not accused[1]), int(accused[1])],
            [int(not accused[0]), int(accused[0])],
        ]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    "scores", [SCORES, {1: judged(5, 5, 5, 5)}, {n: judged(9, 0, 0, 9) for n in range(1, 12)}]
)
def test_no_word_is_cut_nor_covered(scores, language):
    with in_language(language):
        drawing = figure(scores, at=1)
    canvas = FigureCanvasAgg(drawing)
    canvas.draw()
    renderer = canvas.get_renderer()
    wide, high = canvas.get_width_height()
    axes = drawing.axes[0]
    words = [*axes.texts, *axes.get_xticklabels(), *axes.get_yticklabels(), axes.xaxis.label]
    boxes = [text.get_window_extent(renderer) for text in words if text.get_text()]
    for box in boxes:
        assert np.all([box.x0 >= 0, box.x1 <= wide, box.y0 >= 0, box.y1 <= high])
    assert not any(one.overlaps(two) for i, one in enumerate(boxes) for two in boxes[:i])


def test_the_sentence_says_both_shares_in_both_languages():
    assert sentence(SCORES, 3) == (
        "À partir de 3 points, la machine a raison pour 75 % de ceux qu’elle accuse (précision) "
        "et trouve 30 % de ceux qui sont concernés (rappel)."
    ).replace(" %", f"{NBSP}%")
    assert sentence(SCORES, 4) == "À partir de 4 points, la machine n’accuse personne."
    with in_language("en"):
        assert sentence(SCORES, 1) == (
            "From 1 point on, the machine is right about 17% of those it accuses (precision) and "
            "finds 100% of those it is true of (recall)."
        )


@pytest.mark.parametrize("at", [0, 5, 2.5, "3", None])
def test_a_bar_off_the_curve_is_refused_in_a_sentence(at):
    for draw in (figure, sentence):
        with pytest.raises(PoucetError, match="de 1 à 4"):
            draw(SCORES, at)
