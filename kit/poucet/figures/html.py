"""Puts a figure on a page: picture, text alternative, caption, table; its size known beforehand."""

from __future__ import annotations

import base64
import io
from html import escape
from typing import TYPE_CHECKING

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from PIL import Image

from poucet.figures.numbers import folded

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SCREEN_DPI = 100
SHARPNESS = 1.5  # picture points a screen point: sharp on a projector, cheap to draw
COLOURS = 48


def as_html(drawing: Figure, alternative: str, caption: str = "") -> str:
    """Write a figure as a ``<figure>`` of its own.

    Parameters
    ----------
    drawing : matplotlib.figure.Figure
        What to show.
    alternative : str
        The picture in words, for who cannot see it.
    caption : str
        The sentence under the picture; none when it is empty.

    Returns
    -------
    str
        HTML with the picture inside; its width and height are given, so that nothing jumps when it
        is replaced. A figure that carries its numbers has them in a table, folded.
    """
    drawing.set_dpi(SCREEN_DPI * SHARPNESS)
    canvas = FigureCanvasAgg(drawing)
    canvas.draw()
    # Few flat colours: a palette makes the picture six times lighter on the wire, and sooner ready.
    points = Image.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB")
    picture = io.BytesIO()
    points.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
        picture, format="png", compress_level=4
    )
    width, height = (round(side * SCREEN_DPI) for side in drawing.get_size_inches())
    said = f"<figcaption>{escape(caption)}</figcaption>" if caption else ""
    return (
        f'<figure class="poucet-figure"><img width="{width}" height="{height}" '
        f'alt="{escape(alternative, quote=True)}" '
        f'src="data:image/png;base64,{base64.b64encode(picture.getvalue()).decode()}">{said}'
        f"{folded(drawing)}</figure>"
    )
