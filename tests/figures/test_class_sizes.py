from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from poucet.figures import look
from poucet.figures.class_sizes import figure, figure_before, pebble_value, sentence, short
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
    for counts in ((31, 25), (31, 31), (1100, 660), (1100, 0), (12_000_000, 8_301_524)):
        drawing = figure(found(*counts))
        for artist in drawing.artists:
            places = np.asarray(artist.get_offsets())
            wide = max(np.abs(path.vertices).max() for path in artist.get_paths())
            # a size is the square of a length in points
            reach = (wide * np.sqrt(artist.get_sizes()) / 72)[:, None]
            assert (places - reach > 0).all()
            assert (places + reach < drawing.get_size_inches()).all()


@pytest.mark.parametrize(
    "counts", [(31, 25), (1100, 660), (12_000_000, 384), (12_000_000, 8_301_524), (1100, 1)]
)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_word_is_cut_or_lies_on_another(counts, language):
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    with in_language(language):
        drawing = figure(found(*counts))
    canvas = FigureCanvasAgg(drawing)
    boxes = [text.get_window_extent(canvas.get_renderer()) for text in drawing.texts]
    assert all(box.x0 >= 0 and box.x1 <= canvas.get_width_height()[0] for box in boxes)
    assert all(not one.overlaps(two) for i, one in enumerate(boxes) for two in boxes[:i])


def test_the_sentence_says_the_numbers_in_both_languages():
    assert sentence(found(1100, 660)) == (
        f"Sur 1{THIN}100 élèves, 660 sont seuls à réunir ces indices (60{NBSP}%){THIN}; "
        "les 440 autres se cachent dans un groupe."
    )
    with in_language("en"):
        assert sentence(found(1100, 1)).startswith("Out of 1,100 pupils, 1 is the only one")


def test_a_few_are_not_zero_percent_and_nearly_all_are_not_a_hundred():
    assert f"(moins de 1{NBSP}%)" in sentence(found(1100, 1))
    assert f"(plus de 99{NBSP}%)" in sentence(found(1100, 1098))
    assert f"(0{NBSP}%)" in sentence(found(1100, 0))
    with in_language("en"):
        assert "(under 1%)" in sentence(found(12_000_000, 384))


@given(st.integers(1, 3000), st.data())
def test_the_sentence_says_nought_or_all_only_when_it_is_so(rows, data):
    unique = data.draw(st.integers(0, rows))
    said = sentence(found(rows, unique))
    assert (f"(0{NBSP}%)" in said) == (unique == 0)
    assert f"(100{NBSP}%)" not in said
    assert ("groupe" in said) == (unique < rows)


def test_when_all_are_alone_the_sentence_hides_nobody():
    assert sentence(found(31, 31)) == "Les 31 élèves sont tous seuls à réunir ces indices."
    with in_language("en"):
        assert sentence(found(31, 31)) == "All 31 pupils are the only ones with these clues."


def test_a_round_number_of_millions_has_no_decimals():
    assert short(11_999_616) == short(12_000_000) == "12 millions"
    assert short(9_480_000) == "9,5 millions"


def test_the_page_gets_words_and_a_size_with_the_picture():
    html = as_html(figure(found(31, 25), width=4, height=2), 'a "sentence"', "a <caption>")
    assert 'width="400" height="200"' in html
    assert 'alt="a &quot;sentence&quot;"' in html
    assert "<figcaption>a &lt;caption&gt;</figcaption>" in html
    assert "data:image/png;base64," in html
