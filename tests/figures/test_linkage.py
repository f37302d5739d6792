from types import SimpleNamespace

import numpy as np
import pytest

from poucet.figures.linkage import figure, figure_before, sentence
from poucet.i18n import NBSP, in_language


def judged(found, missed, wrong):
    return SimpleNamespace(found=found, missed=missed, wrong=wrong)


def bars(drawing):
    return [bar.get_width() for bar in drawing.axes[0].patches]


def words(drawing):
    return {text.get_text() for text in [*drawing.texts, *drawing.axes[0].texts]}


def test_the_bars_share_one_scale():
    long, short, shorter = bars(figure(judged(400, 200, 100)))
    assert long == 2 * short == 4 * shorter


def test_one_person_wrongly_named_is_seen_and_nobody_is_not():
    assert bars(figure(judged(600, 74, 1)))[2] > 0
    assert bars(figure(judged(600, 75, 0)))[2] == 0


def test_nothing_shows_before_the_answer():
    drawing = figure_before(675)
    assert set(bars(drawing)) == {0}
    assert not [text for text in words(drawing) if any(sign.isdigit() for sign in text)]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("counts", [(361, 304, 10), (675, 0, 0), (0, 11000, 0), (0, 0, 0)])
def test_no_word_is_cut(counts, language):
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    with in_language(language):
        drawing = figure(judged(*counts))
    canvas = FigureCanvasAgg(drawing)
    canvas.draw()
    renderer = canvas.get_renderer()
    wide, high = canvas.get_width_height()
    boxes = [text.get_window_extent(renderer) for text in [*drawing.texts, *drawing.axes[0].texts]]
    assert len(boxes) == 6
    for box in boxes:
        assert np.all([box.x0 >= 0, box.x1 <= wide, box.y0 >= 0, box.y1 <= high])
    assert not any(one.overlaps(two) for i, one in enumerate(boxes) for two in boxes[:i])


def test_the_bars_are_told_apart_without_colour():
    styles = {
        (bar.get_hatch() or "", bar.get_facecolor())
        for bar in figure(judged(3, 2, 1)).axes[0].patches
    }
    assert len(styles) == 3


def test_the_sentence_says_the_numbers_in_both_languages():
    assert sentence(judged(361, 304, 10)) == (
        f"Sur 675 comptes{NBSP}: 361 ont retrouvé leur nom, 304 restent sans nom, "
        "10 portent le nom d’un autre."
    )
    with in_language("en"):
        assert sentence(judged(1, 0, 1)) == (
            "Out of 2 accounts: 1 got its own name back, 0 are still nameless, "
            "1 bears somebody else’s name."
        )
