import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from poucet import auction
from poucet.figures.two_worlds import figure, figure_before, sentence
from poucet.i18n import NBSP, in_language
from poucet.market import exchange


def sold(*prices):
    """One impression a price, in dollars a thousand."""
    return auction([[price, price] for price in prices])


def surface(axes):
    """Give the surface under the columns of one world, in impressions × dollars a thousand."""
    (shape,) = axes.collections
    points = shape.get_paths()[0].vertices
    x, y = points[:, 0], points[:, 1]
    return abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1))) / 2


def test_the_surface_is_the_money():
    without, with_profile = sold(1, 1, 2), sold(0.5, 4, 3)
    left, right = figure(without, with_profile).axes
    assert surface(left) / 1000 == pytest.approx(without.revenue)
    assert surface(right) / 1000 == pytest.approx(with_profile.revenue)


def test_both_worlds_share_one_scale():
    left, right = figure(sold(1, 1), sold(9, 1)).axes
    assert left.get_ylim() == right.get_ylim()
    assert left.get_ylim()[1] > 9


def test_nothing_shows_before_the_answer():
    drawing = figure_before(1000)
    assert not [axes for axes in drawing.axes if axes.collections]
    assert not [text for text in drawing.texts if any(c.isdigit() for c in text.get_text())]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("scale", [0, 0.01, 1, 50])
def test_no_word_is_cut(scale, language):
    without, with_profile = sold(scale, scale / 2), sold(3 * scale, scale / 4)
    with in_language(language):
        drawing = figure(without, with_profile)
    canvas = FigureCanvasAgg(drawing)
    canvas.draw()
    renderer = canvas.get_renderer()
    wide, high = canvas.get_width_height()
    left, right = drawing.axes
    texts = [*drawing.texts, left.xaxis.label, right.xaxis.label, *left.get_yticklabels()]
    boxes = [text.get_window_extent(renderer) for text in texts if text.get_text()]
    assert len(boxes) >= 8
    for box in boxes:
        assert np.all([box.x0 >= 0, box.x1 <= wide, box.y0 >= 0, box.y1 <= high])
    assert not any(one.overlaps(two) for i, one in enumerate(boxes) for two in boxes[:i])


def test_the_worlds_are_told_apart_without_colour():
    hatches = {axes.collections[0].get_hatch() for axes in figure(sold(1), sold(2)).axes}
    assert len(hatches) == 2


def test_a_world_where_nothing_is_sold_is_drawn_empty():
    world = auction([[0.1, 0.2]], floor=1)
    assert surface(figure(world, sold(1)).axes[0]) == 0


def test_the_sentence_counts_who_went_up_and_who_went_down():
    without, with_profile = sold(10, 10, 20), sold(40, 5, 20)
    assert sentence(without, with_profile) == (
        f"Les mêmes 3 impressions rapportent 0,04{NBSP}$ sans profil et 0,07{NBSP}$ avec{NBSP}:"
        " le profil fait monter le prix de 1 et baisser celui de 1."
    )
    with in_language("en"):
        assert sentence(without, with_profile) == (
            "The same 3 impressions bring $0.04 without a profile and $0.07 with one: the profile"
            " raises the price of 1 and lowers that of 1."
        )


def test_the_sentence_agrees_with_the_market():
    with_profile, without = exchange(seed=1).sale, exchange(profile=False, seed=1).sale
    cheaper = sum(
        float(new) < float(old) for old, new in zip(without.paid, with_profile.paid, strict=True)
    )
    assert f"celui de {cheaper}." in sentence(without, with_profile)
