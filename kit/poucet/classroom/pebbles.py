"""A handful of pebbles drawn from a number: a face for an avatar that is nobody's face."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from poucet.i18n import gettext as _
from poucet.i18n import number as written

_SHADES = ("#2f3e46", "#52796f", "#84a98c", "#b5c9b7", "#d9e2dc")


class Pebble(NamedTuple):
    """One ellipse in a square of side 100.

    Attributes
    ----------
    x, y : float
        Its centre.
    long, short : float
        Half its length and half its width.
    turn : float
        Its slant, in degrees.
    shade : int
        From 0, the darkest, to 4.
    """

    x: float
    y: float
    long: float
    short: float
    turn: float
    shade: int


def handful(number: int) -> list[Pebble]:
    """Lay seven pebbles in a ring around one, always the same for the same number.

    Examples
    --------
    >>> len(handful(12))
    8
    """
    draws = np.random.Generator(np.random.PCG64(number)).random((8, 5)).tolist()
    laid = []
    for rank, (bearing, reach, length, turn, shade) in enumerate(draws):
        angle = 2 * math.pi * (rank + 0.5 * bearing) / 7
        away = 0.0 if rank == 7 else 31 + 5 * reach
        x, y = 50 + away * math.cos(angle), 50 + away * math.sin(angle)
        size = (8 + 5 * length, 7 + 3 * reach)
        laid.append(Pebble(x, y, *size, 180 * turn, int(shade * len(_SHADES))))
    return laid


def pebbles(number: int, width: int = 130) -> str:
    """Draw an avatar's handful of pebbles for a web page.

    Parameters
    ----------
    number : int
        The avatar's number.
    width : int
        Width of the picture, in pixels.

    Returns
    -------
    str
        An inline SVG with its text alternative; it fetches nothing.
    """
    stones = [
        f'<ellipse cx="{x:.1f}" cy="{y:.1f}" rx="{long:.1f}" ry="{short:.1f}" '
        f'transform="rotate({turn:.0f} {x:.1f} {y:.1f})" fill="{_SHADES[shade]}" stroke="#1b262c"/>'
        for x, y, long, short, turn, shade in handful(number)
    ]
    name = _("Motif de petits cailloux de l’avatar n° {number}").format(number=written(number))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="{width}" '
        f'height="{width}" role="img" aria-label="{name}">{"".join(stones)}</svg>'
    )
