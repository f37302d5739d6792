"""What a figure tells by colour is seen by everyone: enough contrast, and never the hue alone.

Contrast is WCAG 2.2's: 4.5 to 1 for words (1.4.3), 3 to 1 for what one must see to understand
(1.4.11). Colour blindness is simulated with the matrices of Machado, Oliveira and Fernandes, "A
physiologically-based model for simulation of color vision deficiency" (2009), at full severity, in
linear light. Colours are compared with CIEDE2000 (Sharma, Wu and Dalal, 2005). About 2.3 units are
just noticed side by side (Mahy et al., 1994, in CIELAB); we ask for 10, so that two small marks
apart from one another are told from the back of a room.
"""

import itertools
import math

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import Collection
from matplotlib.colors import to_hex, to_rgba
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.text import Text

from poucet.figures import look

WORDS, GRAPHICS, APART = 4.5, 3, 10
# A band behind, a rule along a scale: never a meaning by itself.
BACKGROUNDS = {look.PAPER.lower(), look.WHITE.lower(), look.WEEKEND.lower()}
VISIONS = {
    "usual": np.eye(3),
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
                   [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
                     [-0.011820, 0.042940, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
                   [0.004733, 0.691367, 0.303900]],
}  # fmt: skip


def linear(colour):
    part = np.array(to_rgba(colour)[:3])
    return np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)


def contrast(one, other):
    weights = [0.2126, 0.7152, 0.0722]
    dark, light = sorted((linear(one) @ weights, linear(other) @ weights))
    return (light + 0.05) / (dark + 0.05)


def lab(light):
    """Give the CIELAB coordinates of a linear sRGB colour, under D65."""
    to_xyz = [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
              [0.0193339, 0.1191920, 0.9503041]]  # fmt: skip
    ratio = to_xyz @ np.clip(light, 0, 1) / [0.95047, 1, 1.08883]
    x, y, z = np.where(ratio > 216 / 24389, np.cbrt(ratio), (24389 / 27 * ratio + 16) / 116)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def ciede2000(one, other):
    """Give the difference of two CIELAB colours."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    stretch = 1 + 0.5 * (1 - math.sqrt(mean**7 / (mean**7 + 25**7)))
    c1, c2 = math.hypot(stretch * a1, b1), math.hypot(stretch * a2, b2)
    h1 = math.degrees(math.atan2(b1, stretch * a1)) % 360
    h2 = math.degrees(math.atan2(b2, stretch * a2)) % 360
    grey = c1 * c2 == 0
    turn = 0 if grey else (h2 - h1 + 180) % 360 - 180
    hue = h1 + h2 if grey else (h1 + turn / 2) % 360
    light, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    t = (
        1
        - 0.17 * math.cos(math.radians(hue - 30))
        + 0.24 * math.cos(math.radians(2 * hue))
        + 0.32 * math.cos(math.radians(3 * hue + 6))
        - 0.20 * math.cos(math.radians(4 * hue - 63))
    )
    in_light = (l2 - l1) / (1 + 0.015 * (light - 50) ** 2 / math.sqrt(20 + (light - 50) ** 2))
    in_chroma = (c2 - c1) / (1 + 0.045 * chroma)
    in_hue = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2)) / (1 + 0.015 * chroma * t)
    twist = math.radians(60 * math.exp(-(((hue - 275) / 25) ** 2)))
    mixed = -2 * math.sqrt(chroma**7 / (chroma**7 + 25**7)) * math.sin(twist)
    return math.sqrt(in_light**2 + in_chroma**2 + in_hue**2 + mixed * in_chroma * in_hue)


@pytest.mark.parametrize(
    ("one", "other", "difference"),  # of the table of Sharma, Wu and Dalal
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 2.4900, -0.0010), (50, -2.4900, 0.0009), 7.1792),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_difference_is_the_published_one(one, other, difference):
    assert ciede2000(one, other) == pytest.approx(difference, abs=1e-4)


def shown(artist):
    return artist.get_visible() and (artist.get_alpha() is None or artist.get_alpha() > 0)


def points(drawing):
    canvas = FigureCanvasAgg(drawing)
    canvas.draw()
    return np.asarray(canvas.buffer_rgba())[::-1, :, :3] / 255, canvas.get_renderer()


def usual_colour(block):
    values, counts = np.unique(block.reshape(-1, 3), axis=0, return_counts=True)
    return values[counts.argmax()]


def test_every_word_is_read_on_what_is_behind_it(example):
    name, _sentence, drawing = example
    _before, pen = points(drawing)
    words = [one for one in drawing.findobj(Text) if one.get_visible() and one.get_text().strip()]
    boxes = [word.get_window_extent(pen) for word in words]
    for word in words:
        word.set_alpha(0)  # a label's own background stays
    behind, _pen = points(drawing)
    high, wide, _channels = behind.shape
    for word, box in zip(words, boxes, strict=True):
        rows = slice(max(int(box.y0), 0), min(int(box.y1) + 1, high))
        columns = slice(max(int(box.x0), 0), min(int(box.x1) + 1, wide))
        if behind[rows, columns].size == 0:
            continue  # a mark off the scale
        ratio = contrast(word.get_color(), usual_colour(behind[rows, columns]))
        assert ratio >= WORDS, f"{name}: {word.get_text()!r}, {ratio:.1f} to 1"


def blended(colour, alpha):
    """Give a colour as paper shows through it; None where it is nothing."""
    *_rgb, own = to_rgba(colour)
    part = own if alpha is None else alpha * own
    if part == 0:
        return None
    mixed = part * np.array(to_rgba(colour)[:3]) + (1 - part) * np.array(to_rgba(look.PAPER)[:3])
    return to_hex(mixed)


def frame(drawing):
    """Give what belongs to the sheet, not to what it tells: grounds, and frames that are off."""
    found = [drawing.patch, *(axes.patch for axes in drawing.axes)]
    for axes in drawing.axes:
        if not axes.axison:
            found += axes.spines.values()
            found += [*axes.xaxis.findobj(Line2D), *axes.yaxis.findobj(Line2D)]
    return found


def marks(drawing):
    """Give each mark's colours, fill then edge, with what tells it apart without a hue.

    A patch says by its gid to which part of the picture it belongs, a legend or a column; a
    surface, by its axes.
    """
    apart = frame(drawing)
    for line in drawing.findobj(Line2D):
        if line in apart or not shown(line):
            continue
        if line.get_linestyle() != "None" or line.get_marker() != "None":
            paint = blended(line.get_color(), line.get_alpha())
            yield paint, None, ("line", line.get_linestyle(), line.get_marker())
    for patch in drawing.findobj(Patch):
        if shown(patch) and patch not in apart:
            fill = blended(patch.get_facecolor(), None) if patch.get_fill() else None
            edge = blended(patch.get_edgecolor(), None) if patch.get_linewidth() else None
            shape = ("patch", patch.get_gid(), patch.get_hatch() or "", str(patch.get_linestyle()))
            yield fill, edge, shape
    for group in drawing.findobj(Collection):
        fills, edges = group.get_facecolor(), group.get_edgecolor()
        if group.get_array() is not None:
            fills = group.to_rgba(np.unique(group.get_array().compressed()))
        for i in range(max(len(fills), len(edges), 0)):
            fill = blended(fills[i], None) if i < len(fills) else None
            edge = blended(edges[i % len(edges)], None) if len(edges) else None
            if len(edges) == 0 or not any(group.get_linewidth()):
                edge = None
            yield fill, edge, (type(group), id(group.axes), group.get_hatch() or "")


def test_every_mark_stands_out_from_what_is_behind_it(example):
    name, _sentence, drawing = example
    FigureCanvasAgg(drawing).draw()
    for fill, edge, shape in marks(drawing):
        seen = {paint for paint in (fill, edge) if paint}
        if seen <= BACKGROUNDS:
            continue  # a label's paper, a weekend
        for behind in BACKGROUNDS:
            best = max(contrast(paint, behind) for paint in seen)
            assert best >= GRAPHICS, f"{name}: {fill} {edge} {shape} on {behind}, {best:.2f} to 1"


def test_no_two_marks_differ_by_a_hue_that_some_do_not_see(example):
    name, _sentence, drawing = example
    FigureCanvasAgg(drawing).draw()
    by_shape = {}
    for fill, edge, shape in marks(drawing):
        by_shape.setdefault(shape, set()).add(fill or edge)
    for shape, paints in by_shape.items():
        for one, other in itertools.combinations(sorted(filter(None, paints)), 2):
            for vision, matrix in VISIONS.items():
                seen = (lab(np.array(matrix) @ linear(paint)) for paint in (one, other))
                far = ciede2000(*seen)
                if {one, other} <= BACKGROUNDS:
                    continue
                assert far >= APART, f"{name}: {one} {other} {shape}, {vision}: {far:.1f}"


def test_a_green_and_a_red_of_one_lightness_would_be_found_out():
    leaf, brick = (
        lab(np.array(VISIONS["deuteranopia"]) @ linear(one)) for one in ("#6c7b1e", "#a8641e")
    )
    assert (
        ciede2000(leaf, brick) < APART < ciede2000(lab(linear("#6c7b1e")), lab(linear("#a8641e")))
    )


def test_the_steps_of_more_are_told_apart_in_black_and_white():
    shades = (look.WEEKEND, look.SHADE_1, look.SHADE_2, look.SHADE_3, look.INK)
    for light, dark in itertools.pairwise(shades):
        assert contrast(light, dark) >= 1.4
