import itertools
from types import SimpleNamespace

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.patches import Polygon

from poucet.figures.money import bands, figure, sentence
from poucet.i18n import NBSP, in_language
from poucet.market import exchange


def money(**parts):
    return SimpleNamespace(parts=parts, total=sum(parts.values()))


def streams(drawing):
    """Give the height at which each band leaves, and its thickness at both ends."""
    found = []
    for band in drawing.axes[0].patches:
        if isinstance(band, Polygon):
            points = band.get_xy()[:-1]
            half = len(points) // 2
            upper, lower = points[:half, 1], points[half:, 1][::-1]
            found.append((upper[0], upper[0] - lower[0], upper[-1] - lower[-1]))
    return found


def test_a_band_is_as_thick_as_its_money_at_both_ends():
    found = streams(figure(money(exchange=25, agency=15, publisher=60)))
    assert [round(leaving, 9) for _top, leaving, _end in found] == [0.6, 0.25, 0.15]
    assert np.allclose([leaving for _top, leaving, _end in found], [end for *_top, end in found])


def test_the_bands_leave_side_by_side():
    found = streams(figure(money(exchange=25, agency=15, publisher=60)))
    for (top, thick, _end), (next_top, *_rest) in itertools.pairwise(found):
        assert next_top == pytest.approx(top - thick)


def test_the_page_comes_first_and_nobody_is_left_out():
    found = bands(exchange(seed=3).money)
    assert found[0][0] == "publisher"
    assert sum(cents for _party, cents in found) == exchange(seed=3).money.total


def test_neighbours_are_told_apart_without_colour():
    bands_drawn = [
        patch
        for patch in figure(money(a=10, b=10, c=10, d=10, e=10, publisher=50)).axes[0].patches
        if isinstance(patch, Polygon)
    ]
    hatches = [patch.get_hatch() or "" for patch in bands_drawn]
    assert len(hatches) == 6
    assert all(one != two for one, two in itertools.pairwise(hatches))


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    "parts",
    [
        {"agency": 10, "buying_platform": 14, "exchange": 10, "selling_platform": 10},
        {"agency": 1, "buying_platform": 0, "exchange": 1, "selling_platform": 1},
        {},
    ],
)
@pytest.mark.parametrize("publisher", [54, 1_234_567, 0])
def test_no_word_is_cut(parts, publisher, language):
    with in_language(language):
        drawing = figure(money(**parts, publisher=publisher))
    canvas = FigureCanvasAgg(drawing)
    canvas.draw()
    renderer = canvas.get_renderer()
    wide, high = canvas.get_width_height()
    boxes = [text.get_window_extent(renderer) for text in drawing.axes[0].texts]
    assert len(boxes) == 2 * (len(parts) + 1) + 1
    for box in boxes:
        assert np.all([box.x0 >= 0, box.x1 <= wide, box.y0 >= 0, box.y1 <= high])
    # letters do not use the whole height of their line: two points of overlap are none
    for i, one in enumerate(boxes):
        for two in boxes[:i]:
            apart = min(one.y1, two.y1) - max(one.y0, two.y0) < 2
            assert apart or min(one.x1, two.x1) <= max(one.x0, two.x0)


def test_the_sentence_says_the_numbers_in_both_languages():
    paid = money(exchange=25, publisher=75)
    assert sentence(paid) == (
        f"Les annonceurs paient 1,00{NBSP}$. En reçoivent une part{NBSP}: l’éditeur de la page"
        f" 0,75{NBSP}$ (75{NBSP}%), la place de marché 0,25{NBSP}$ (25{NBSP}%)."
    )
    with in_language("en"):
        assert sentence(paid) == (
            "Advertisers pay $1.00. Who receives a part of it: the publisher of the page $0.75"
            " (75%), the exchange $0.25 (25%)."
        )
        assert sentence(money(publisher=0)) == "Nothing was sold: nobody receives anything."
