"""Whole numbers, whoever counted them: Python, NumPy or pandas."""

from __future__ import annotations

import operator


def whole_number(value: object) -> int | None:
    """Give a whole number as a plain int, whoever counted it; None for anything else.

    Examples
    --------
    >>> whole_number(12), whole_number(12.5), whole_number(True)
    (12, None, None)
    """
    if isinstance(value, bool):
        return None
    try:
        return operator.index(value)  # type: ignore[arg-type]
    except TypeError:
        return None
