"""The names of two curves, written at their ends: no legend to look up from the back row."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from poucet.figures import look

_CLOSEST = (
    34.0  # points of a scale from 0 to 100 between two names, so that neither hides the other
)


def name_ends(axes: Any, ends: Iterable[tuple[float, str, str, str]], right: float) -> None:
    """Write each curve's name at its end, and what it measures below; never one upon the other.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        Whose vertical scale goes from 0 to 100.
    ends : iterable of (float, str, str, str)
        The two curves: last value, name, what it measures, colour.
    right : float
        Where the axes end.
    """
    (top, *upper), (bottom, *lower) = sorted(ends, key=lambda end: -end[0])
    bottom = min(max(bottom, 8.0), 100 - _CLOSEST)
    top = max(top, bottom + _CLOSEST)
    for value, (name, means, paint) in ((top, upper), (bottom, lower)):
        axes.annotate(
            name, (right, value), xytext=(12, 0), textcoords="offset points",
            va="center", fontsize=15, fontweight="bold", color=paint, annotation_clip=False,
        )  # fmt: skip
        first, second = _two_lines(means)
        axes.annotate(
            f"{first}\n{second}", (right, value), xytext=(12, -11),
            textcoords="offset points", va="top", fontsize=12, color=look.INK,
            annotation_clip=False,
        )  # fmt: skip


def _two_lines(text: str) -> tuple[str, str]:
    """Cut a sentence at the space nearest its middle."""
    spaces = [place for place, sign in enumerate(text) if sign == " "]
    cut = min(spaces, key=lambda place: abs(place - len(text) / 2))
    return text[:cut], text[cut + 1 :]
