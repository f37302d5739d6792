from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from poucet.figures import look
from poucet.figures.class_sizes import figure, figure_before, pebble_value, sentence
from poucet.figures.html import as_html
from poucet.i18n import NBSP, THIN, in_language


def found(rows, unique):
    return SimpleNamespace(rows=rows, unique=unique)


def colours(drawing):
    """Count the picture's points by colour."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    canvas = FigureCanvasAgg(drawing)
    canvas.draw()
    points = np.asarray(canvas.buffer_rgba())[..., :3].reshape(-1, 3)
    values, counts = np.unique(points, axis=0, return_counts=True)
    return {
        "#{:02X}{:02X}{:02X}".format(*value): n for value, n in zip(values, counts, strict=True)
    }


def pebble_count(drawing):
    """Count the pebbles of the crowd; the legend's come one by one."""
    sizes = [len(artist.get_offsets()) for artist in drawing.artists]
    return sum(size for size in sizes if size > 1)


@pytest.mark.parametrize(
    ("rows", "unique", "pebbles"),
    [(31, 25, 31), (1100, 660, 1100), (1100, 0, 1100), (12_000_000, 8_301_524, 1200)],
)
def test_one_pebble_a_pupil_or_a_round_number_of_pupils(rows, unique, pebbles):
    assert pebble_count(figure(found(rows, unique))) == pebbles


@given(st.integers(1, 50_000_000))
def test_the_pebbles_can_be_told_apart_and_stand_for_a_round_number(rows):
    value = pebble_value(rows)
    assert rows / value <= 2000
    assert str(value).strip("0") == "1"
    assert value == 1 or rows / (value / 10) > 2000


def test_the_more_are_alone_the_more_of_the_picture_is_ember():
    inked = [colours(figure(found(1100, n))).get(look.EMBER, 0) for n in (100, 600, 1100)]
    assert inked == sorted(inked)
    assert inked[2] > 4 * inked[0]


def test_before_the_answer_nothing_shows_who_is_alone():
    assert look.EMBER not in colours(figure_before(1100))
    assert pebble_count(figure_before(1100)) == 1100


def test_no_pebble_lies_outside_the_picture():
    for counts in ((31, 25), (1100, 660), (12_000_000, 8_301_524)):
        drawing = figure(found(*counts))
        for artist in drawing.artists:
            places = np.asarray(artist.get_offsets())
            assert (places > 0).all()
            assert (places < drawing.get_size_inches()).all()


def test_the_sentence_says_the_numbers_in_both_languages():
    assert sentence(found(1100, 660)) == (
        f"Sur 1{THIN}100 élèves, 660 sont seuls avec ces indices (60{NBSP}%){THIN}; "
        "les 440 autres se cachent à plusieurs."
    )
    with in_language("en"):
        assert sentence(found(1100, 1)).startswith("Out of 1,100 pupils, 1 is alone")


def test_the_page_gets_words_and_a_size_with_the_picture():
    html = as_html(figure(found(31, 25), width=4, height=2), 'a "sentence"', "a <caption>")
    assert 'width="400" height="200"' in html
    assert 'alt="a &quot;sentence&quot;"' in html
    assert "<figcaption>a &lt;caption&gt;</figcaption>" in html
    assert "data:image/png;base64," in html
