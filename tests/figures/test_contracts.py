import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.patches import Rectangle

from poucet.damages import Damage
from poucet.figures.contracts import figure, sentence
from poucet.i18n import NBSP, THIN, in_language

FREE = Damage(found=1100, accused=275, euros=1000, usefulness=1, pupils=1100)
OWN = Damage(found=110, accused=0, euros=250, usefulness=0.5, pupils=1100)
WAYS = {"Conditions grand public": FREE, "Notre contrat": OWN}


def lengths(drawing, kind):
    return [
        patch.get_width()
        for patch in drawing.axes[0].patches
        if isinstance(patch, Rectangle) and patch.get_gid() == kind
    ]


@pytest.mark.parametrize(
    ("kind", "ratio"), [("found", 0.1), ("money", 0.25), ("kept", 0.5), ("accused", 0)]
)
def test_a_bar_is_as_long_as_its_figure(kind, ratio):
    long, short = lengths(figure(WAYS), kind)
    assert short == pytest.approx(ratio * long)


def test_people_found_and_accused_are_on_one_scale():
    drawing = figure(WAYS)
    assert lengths(drawing, "accused")[0] == pytest.approx(lengths(drawing, "found")[0] / 4)


def test_no_money_at_all_draws_no_bar():
    assert lengths(figure({"": Damage(0, 0, 0, 1, 10)}), "money") == [0]


def test_the_dials_are_told_apart_without_colour():
    patches = {patch.get_gid(): patch.get_hatch() for patch in figure(WAYS).axes[0].patches}
    assert patches["accused"] and patches["money"]
    assert patches["accused"] != patches["money"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_word_is_cut_or_written_over_another(language):
    ways = {
        "School portal with opaque identifiers": Damage(1100, 1100, 88_888, 1, 1100),
        "ENT à identifiants opaques": Damage(1100, 1100, 99_999, 0, 1100),
    }
    with in_language(language):
        drawing = figure(ways)
    canvas = FigureCanvasAgg(drawing)
    canvas.draw()
    wide, high = canvas.get_width_height()
    boxes = [text.get_window_extent(canvas.get_renderer()) for text in drawing.axes[0].texts]
    for i, one in enumerate(boxes):
        assert np.all([one.x0 >= 0, one.x1 <= wide, one.y0 >= 0, one.y1 <= high])
        for two in boxes[:i]:
            apart = min(one.y1, two.y1) - max(one.y0, two.y0) < 2
            assert apart or min(one.x1, two.x1) <= max(one.x0, two.x0)


def test_the_sentence_says_the_numbers_in_both_languages():
    one = {"Nous": Damage(1, 2, 0, 0.5, 1100)}
    assert sentence(one) == (
        f"Nous{NBSP}: risque, 1 élève retrouvé et 2 accusés à tort{THIN}; argent, 0{NBSP}€ par an"
        f"{THIN}; utilité gardée, 50{NBSP}%."
    )
    with in_language("en"):
        assert sentence(one) == (
            "Nous: risk, 1 pupil found and 2 wrongly accused; money, €0 a year;"
            " usefulness kept, 50%."
        )
