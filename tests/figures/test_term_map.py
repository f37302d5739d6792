import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from poucet import School
from poucet.attacks.portrait import portrait
from poucet.exports.trail import trail
from poucet.figures import look
from poucet.figures.term_map import figure, hours, runs, sentence
from poucet.i18n import in_language

MONDAY = np.datetime64("2026-09-07T00:00")


def lines(*clocks, place="home"):
    times = np.array([MONDAY + np.timedelta64(round(60 * hour), "m") for hour in clocks])
    return times, portrait({"time": times, "place": [place] * len(clocks)})


def colours(drawing):
    """Count the picture's points by colour."""
    canvas = FigureCanvasAgg(drawing)
    canvas.draw()
    red, green, blue, _opaque = np.moveaxis(np.asarray(canvas.buffer_rgba(), np.int64), -1, 0)
    values, counts = np.unique(red << 16 | green << 8 | blue, return_counts=True)
    return {f"#{value:06X}": n for value, n in zip(values.tolist(), counts, strict=True)}


@pytest.fixture(scope="module")
def terms():
    """Give the lines of pupils with two roofs, one, three, and without a device at home."""
    parts = dict(list(trail(School(seed=2)).groupby("pupil")))
    return {who: (parts[who]["time"], portrait(parts[who])) for who in (594, 7, 65, 1097)}


def test_each_line_is_counted_once_in_its_hour():
    times, found = lines(7.5, 7.9, 21, 25.5, 28)
    counts = hours(times, found)
    assert counts.shape == (24, 2)
    assert counts.sum() == len(times)
    assert counts[3, 0] == 2  # from seven to eight
    assert counts[21, 0] == 1  # one in the morning closes Monday
    assert counts[0, 1] == 1  # four in the morning opens Tuesday


def test_all_the_lines_of_a_pupil_are_on_the_map(terms):
    for times, found in terms.values():
        assert hours(times, found).sum() == len(times)


def test_nights_in_a_row_are_one_bar_and_unknown_ones_are_none():
    assert runs(np.array([-1, 0, 0, 1, -1, 1])) == [(1, 3, 0), (3, 4, 1), (5, 6, 1)]
    assert runs(np.array([], np.int8)) == []
    assert runs(np.array([-1, -1])) == []


@pytest.mark.parametrize("who", [594, 7, 65, 1097])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_word_is_cut_or_lies_on_another(terms, who, language):
    with in_language(language):
        drawing = figure(*terms[who])
    canvas = FigureCanvasAgg(drawing)
    canvas.draw()
    width, height = canvas.get_width_height()
    shown = [*drawing.texts]
    for axes in drawing.axes:
        shown += [*axes.get_xticklabels(), *axes.get_yticklabels(), *axes.texts]
    boxes = [text.get_window_extent() for text in shown if text.get_text() and text.get_visible()]
    assert all(box.x0 >= 0 and box.x1 <= width and 0 <= box.y0 <= box.y1 <= height for box in boxes)
    assert all(not one.overlaps(two) for i, one in enumerate(boxes) for two in boxes[:i])


def test_a_busier_hour_is_darker():
    # two days, so that the squares are not the whole picture
    few, many = (lines(*[18 + part / 20 for part in range(count)], 40) for count in (1, 20))
    assert look.INK in colours(figure(*many))
    inked = [colours(figure(*drawn)).get(look.INK, 0) for drawn in (few, many)]
    assert inked[1] > 4 * inked[0]


def test_the_sentence_tells_the_lines_the_hours_and_the_roofs(terms):
    said = sentence(terms[594][1]).replace("\u202f", "").replace("\u00a0", " ")
    assert said.startswith("En 84 jours, 1355 lignes.")
    assert "25 nuits avec une trace après minuit." in said
    assert "une semaine sur deux sous un autre toit (A 32 nuits, B 29 nuits)" in said
    with in_language("en"):
        assert "25 nights with a trace after midnight." in sentence(terms[594][1])


def test_the_sentence_claims_no_habit_that_was_not_seen(terms):
    said = sentence(terms[1097][1])  # nothing at home
    assert "matin" not in said
    assert "Nuits" not in said
