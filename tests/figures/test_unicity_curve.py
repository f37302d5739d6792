from types import SimpleNamespace

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from poucet.attacks import Moments
from poucet.figures.unicity_curve import MOST_CURVES, figure, precisions, sentence, source
from poucet.i18n import NBSP, in_language

TRAIL = {
    "pupil": [1, 1, 2, 2, 3, 3],
    "time": [
        f"2026-09-{moment}:00"
        for moment in ("07T08", "08T08", "07T09", "08T08", "07T08", "08T09")
    ],
    "place": ["a", "a", "a", "b", "a", "a"],
}  # fmt: skip


def curve(*shares):
    return [SimpleNamespace(value=share) for share in shares]


FOUR = {
    name: curve(*shares)
    for name, shares in (
        ("A", (0.65, 0.87, 0.96, 0.985, 0.99)),
        ("B", (0.5, 0.7, 0.8, 0.9, 0.95)),
        ("C", (0, 0, 0.1, 0.3, 0.6)),
        ("D", (0, 0, 0, 0, 0)),
    )
}


def test_every_precision_can_be_measured_and_drawn():
    import numpy as np

    trail = {**TRAIL, "time": np.array(TRAIL["time"], "datetime64[s]")}
    assert len(precisions()) <= MOST_CURVES
    curves = {
        name: [Moments(trail, what=what, resolution=step).unicity(n) for n in (1, 2)]
        for name, (what, step) in precisions().items()
    }
    finest, *_others, coarsest = (measures[-1].value for measures in curves.values())
    assert finest >= coarsest
    assert figure(curves).axes


def test_the_curves_pass_through_the_measures_and_the_star_is_the_published_point():
    drawn = figure(FOUR).axes[0].get_lines()
    for line, measures in zip(drawn[:4], FOUR.values(), strict=True):
        assert line.get_xdata().tolist() == [1, 2, 3, 4, 5]
        assert line.get_ydata() == pytest.approx([100 * one.value for one in measures])
    star = drawn[4]
    assert (star.get_xdata().tolist(), star.get_ydata().tolist()) == ([4], [95])
    assert "2013" in star.get_label()


def test_curves_differ_without_colour():
    lines = figure(FOUR).axes[0].get_lines()
    assert len({(line.get_linestyle(), line.get_marker()) for line in lines}) == len(lines)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_word_is_cut(language):
    with in_language(language):
        named = dict(zip(precisions(), FOUR.values(), strict=True))
        drawing = figure(named)
    canvas = FigureCanvasAgg(drawing)
    canvas.draw()
    width, height = canvas.get_width_height()
    axes = drawing.axes[0]
    shown = [axes.get_legend(), axes.xaxis.label, axes.title, *axes.get_yticklabels()]
    boxes = [part.get_window_extent() for part in [*shown, axes._left_title]]
    assert all(
        box.x0 >= 0 and box.x1 <= width and box.y0 >= 0 and box.y1 <= height for box in boxes
    )


def test_the_sentence_compares_the_curves_where_the_published_point_is():
    said = sentence(FOUR)
    assert said.startswith("Avec 4 moments connus")
    assert f"98{NBSP}% (A), 90{NBSP}% (B), 30{NBSP}% (C), 0{NBSP}% (D)" in said


def test_a_curve_drawn_in_part_is_compared_where_it_is_drawn():
    assert "1 moment connu," in sentence({"A": curve(0.5), "B": curve(0.2, 0.3), "C": []})
    assert sentence({"A": []}) == ""


def test_a_few_are_never_none_nor_nearly_all_everybody():
    said = sentence({"A": curve(0.9999), "B": curve(0.0001)})
    assert f"plus de 99{NBSP}% (A)" in said
    assert f"moins de 1{NBSP}% (B)" in said


def test_the_source_says_what_the_published_crowd_was():
    assert "Montjoye" in source()
    assert "1,5 million de téléphones" in source()
    with in_language("en"):
        assert "1.5 million mobile phones" in source()
