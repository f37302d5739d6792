"""Released labels, "2009-03", "10–14" or "961**", read as any reader would read them."""

from __future__ import annotations

import datetime
import re
from typing import Any

from poucet.protect.hierarchies import ANY

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_BOUNDS = re.compile(r"(?P<low>.+?) ?[–…] ?(?P<high>.+)")
_BRACKETS = re.compile(r"\[(?P<low>.+?) ?; ?(?P<high>.+)(?P<end>[][])")


def looks_wide(label: Any) -> bool:
    """Tell whether a text has the signs of a wider value: stars, a dash or bounds."""
    return isinstance(label, str) and any(sign in label for sign in "*–…;")


def covers(label: Any, value: Any) -> bool:
    """Tell whether a released label may stand for a value.

    Parameters
    ----------
    label : object
        What was released: the value itself, or a text made wider. Bounds are included, but for the
        upper one of ``[12.5 ; 13[``. A part of a date stands for its days; figures followed by
        stars, or a first word, for every text that begins so.
    value : object
        What is known: a text, a number, a date, or None.

    Examples
    --------
    >>> covers("2009-03", datetime.date(2009, 3, 15)), covers("10–14", 15)
    (True, False)
    >>> covers("961**", "96110"), covers("2de", "2de 1"), covers("*", None)
    (True, True, True)
    """
    if label in (value, ANY):
        return True
    if not isinstance(label, str) or value is None:
        return False
    if found := _BRACKETS.fullmatch(label) or _BOUNDS.fullmatch(label):
        ends = found.groupdict()
        return _between(ends["low"], value, ends["high"], ends.get("end") == "[")
    if isinstance(value, datetime.date):
        return bool(_DATE.fullmatch(label)) and value.isoformat().startswith(label)
    if not isinstance(value, str):
        return label == str(value)
    if label.endswith(ANY):
        return len(label) == len(value) and value.startswith(label.rstrip(ANY))
    return value.split(" ")[0] == label


def _between(low: str, value: Any, high: str, open_end: bool) -> bool:
    if isinstance(value, datetime.date):
        # A part of a date as the upper bound takes in all of its days.
        text = value.isoformat()
        return low <= text[: len(low)] and (text < high if open_end else text[: len(high)] <= high)
    if isinstance(value, str):
        return low <= value and (value < high if open_end else value <= high)
    try:
        first, last = float(low.replace("−", "-")), float(high.replace("−", "-"))
    except ValueError:
        return False
    return first <= value and (value < last if open_end else value <= last)
