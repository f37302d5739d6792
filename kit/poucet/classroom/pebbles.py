"""A handful of pebbles drawn from a number: a face for an avatar that is nobody's face."""

from __future__ import annotations

import numpy as np

from poucet.i18n import gettext as _
from poucet.i18n import number as written

_GREYS = ("#2f3e46", "#52796f", "#84a98c", "#b5c9b7", "#d9e2dc")


def pebbles(number: int, width: int = 130) -> str:
    """Draw seven pebbles in a ring around one, always the same for the same number.

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
    draws = np.random.Generator(np.random.PCG64(number)).random((8, 5))
    stones = []
    for rank, (bearing, reach, length, turn, grey) in enumerate(draws):
        angle = 2 * np.pi * (rank + 0.5 * bearing) / 7
        away = 0.0 if rank == 7 else 33 + 5 * reach
        x, y = 50 + away * np.cos(angle), 50 + away * np.sin(angle)
        stones.append(
            f'<ellipse cx="{x:.1f}" cy="{y:.1f}" rx="{9 + 5 * length:.1f}" '
            f'ry="{7 + 3 * reach:.1f}" '
            f'transform="rotate({180 * turn:.0f} {x:.1f} {y:.1f})" '
            f'fill="{_GREYS[int(grey * len(_GREYS))]}" stroke="#1b262c"/>'
        )
    name = _("Motif de petits cailloux de l’avatar n° {number}").format(number=written(number))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="{width}" '
        f'height="{width}" role="img" aria-label="{name}">{"".join(stones)}</svg>'
    )
