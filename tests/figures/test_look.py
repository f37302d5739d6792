"""What is written and what must be told apart is told apart, by the formula of WCAG 2."""

import pytest

from poucet.figures import look


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", ["INK", "FOREST", "EMBER", "STONE_TEXT"])
def test_text_can_be_read_on_paper(name):
    assert contrast(getattr(look, name), look.PAPER) >= 4.5


def test_the_two_pebbles_differ_without_their_hue():
    assert contrast(look.EMBER, look.WHITE) >= 3
    assert contrast(look.INK, look.WHITE) >= 3
