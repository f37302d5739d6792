import re

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.patches import Ellipse

from poucet.contract import timeline
from poucet.figures.timeline import figure, sentence, short_date, title
from poucet.i18n import in_language


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_event_has_its_pebble_its_date_and_its_words(language):
    with in_language(language):
        drawing = figure(timeline())
        written = [text.get_text() for text in drawing.axes[0].texts]
        for rank, event in enumerate(timeline(), 1):
            assert str(rank) in written
            assert short_date(event.date) in written
            assert title(event) in [" ".join(text.split("\n")) for text in written]


def test_a_hollow_pebble_is_told_at_second_hand():
    stones = [patch for patch in figure(timeline()).axes[0].patches if isinstance(patch, Ellipse)]
    *path, _key_full, _key_hollow = stones
    hollow = [min(stone.get_facecolor()[:3]) == 1 for stone in path]
    assert hollow == [event.sure == "second-hand" for event in timeline()]
    assert any(hollow) and not all(hollow)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_word_is_cut_or_written_over_another(language):
    with in_language(language):
        drawing = figure(timeline())
    canvas = FigureCanvasAgg(drawing)
    canvas.draw()
    wide, high = canvas.get_width_height()
    boxes = [text.get_window_extent(canvas.get_renderer()) for text in drawing.axes[0].texts]
    for i, one in enumerate(boxes):
        assert np.all([one.x0 >= 0, one.x1 <= wide, one.y0 >= 0, one.y1 <= high])
        for two in boxes[:i]:
            apart = min(one.y1, two.y1) - max(one.y0, two.y0) < 2
            assert apart or min(one.x1, two.x1) <= max(one.x0, two.x0)


def test_the_sentence_names_every_date_in_order():
    with in_language("en"):
        said = sentence(timeline())
        assert said.startswith(f"{len(timeline())} dates")
        assert [int(n) for n in re.findall(r"(\d+)\. \w", said)] == [
            rank for rank, _event in enumerate(timeline(), 1)
        ]
        for event in timeline():
            assert event.when in said


def test_the_english_figure_holds_no_french_word():
    with in_language("en"):
        said = sentence(timeline())
    assert not re.search(r"\b(lettre|accord|décision|réponse|une?|du)\b", said)
