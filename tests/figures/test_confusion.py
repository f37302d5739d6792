from types import SimpleNamespace

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from poucet.figures.confusion import figure, figure_before, sentence
from poucet.i18n import NBSP, in_language


def judged(peace, wrong, missed, found):
    return SimpleNamespace(confusion=np.array([[peace, wrong], [missed, found]]))


def squares(drawing):
    """Give the squares by the place of their middle: (accused?, has the trait?)."""
    drawn = [patch for patch in drawing.axes[0].patches if patch.get_label() == "square"]
    width, height = drawing.get_size_inches()
    return {
        (patch.get_x() < 0.6 * width, patch.get_y() + patch.get_height() / 2 < 0.56 * height): patch
        for patch in drawn
    }


def test_each_count_is_the_area_of_its_own_square():
    found = squares(figure(judged(400, 16, 25, 100)))
    areas = {place: patch.get_width() * patch.get_height() for place, patch in found.items()}
    whole = areas[False, False] / 400
    assert areas[True, True] == pytest.approx(100 * whole)  # accused, and has it
    assert areas[False, True] == pytest.approx(25 * whole)  # left in peace, and has it
    assert areas[True, False] == pytest.approx(16 * whole)  # accused, has it not


def test_one_person_is_seen_and_nobody_is_not():
    found = squares(figure(judged(11_000, 1, 0, 100)))
    assert found[True, False].get_width() > 0.05
    assert (False, True) not in found


def test_the_squares_are_told_apart_without_colour():
    styles = {
        (patch.get_hatch() or "", patch.get_facecolor())
        for patch in squares(figure(judged(4, 3, 2, 1))).values()
    }
    assert len(styles) == 4


def test_nothing_shows_before_the_answer():
    drawing = figure_before()
    assert not squares(drawing)
    assert not [
        text.get_text()
        for text in drawing.axes[0].texts
        if any(sign.isdigit() for sign in text.get_text())
    ]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_words_of_a_box_leave_its_edge_free(language):
    with in_language(language):
        drawing = figure_before(width=8.0, height=3.5)  # as on the board
    canvas = FigureCanvasAgg(drawing)
    canvas.draw()
    renderer = canvas.get_renderer()
    cells = [patch.get_window_extent(renderer).padded(-4) for patch in drawing.axes[0].patches]
    words = [text.get_window_extent(renderer) for text in drawing.axes[0].texts]
    inside = [
        any(cell.x0 < word.x0 and word.x1 < cell.x1 and cell.y0 < word.y0 for cell in cells)
        for word in words
        if any(cell.overlaps(word) for cell in cells)
    ]
    assert len(inside) == 8
    assert all(inside)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("counts", [(852, 37, 58, 153), (12_000, 99_999, 0, 1), (0, 0, 0, 0)])
def test_no_word_is_cut_nor_covered(counts, language):
    with in_language(language):
        drawing = figure(judged(*counts))
    canvas = FigureCanvasAgg(drawing)
    canvas.draw()
    renderer = canvas.get_renderer()
    wide, high = canvas.get_width_height()
    texts = [text.get_window_extent(renderer) for text in drawing.axes[0].texts]
    assert len(texts) == 12
    for box in texts:
        assert np.all([box.x0 >= 0, box.x1 <= wide, box.y0 >= 0, box.y1 <= high])
    boxes = texts + [patch.get_window_extent(renderer) for patch in squares(drawing).values()]
    assert not any(one.overlaps(two) for i, one in enumerate(boxes) for two in boxes[:i])


def test_the_sentence_says_the_numbers_in_both_languages():
    assert sentence(judged(852, 37, 58, 153)) == (
        f"190 élèves accusés{NBSP}: 153 à raison, 37 à tort. 58 sont manqués, sur 211 concernés."
    )
    with in_language("en"):
        assert sentence(judged(5, 0, 1, 1)) == (
            "1 pupil accused: 1 rightly, 0 wrongly. 1 is missed, of the 2 it is true of."
        )
