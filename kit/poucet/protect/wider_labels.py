"""Released labels, "2009-03", "10–14", "961**" or "1re 1, 1re 2", read as any reader would."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from poucet.protect.hierarchies import ANY

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_BOUNDS = re.compile(r"(?P<low>.+?) ?[–…] ?(?P<high>.+)")
_BRACKETS = re.compile(r"\[(?P<low>.+?) ?; ?(?P<high>.+)(?P<end>[][])")
_EMPTY = "∅"  # how a list of texts shows the empty one
_DAY, _EPOCH = datetime.timedelta(days=1), datetime.date(1970, 1, 1)


def covered(label: Any, values: Sequence[Any]) -> np.ndarray:
    """Tell which values a released label may stand for.

    Parameters
    ----------
    label : object
        What was released: a value itself, or a text made wider. Bounds are included, but for the
        upper one of ``[12.5 ; 13[``. A part of a date stands for its days; figures followed by
        stars, or a first word, for every text that begins so; a list for each text in it.
    values : sequence
        What may be known, all texts, all numbers or all dates; None where nothing is.

    Returns
    -------
    numpy.ndarray of bool
        One a value.

    Examples
    --------
    >>> march = [datetime.date(2009, 3, 15), datetime.date(2009, 4, 1), None]
    >>> covered("2009-03", march).tolist(), covered("10–14", [10, 14, 15]).tolist()
    ([True, False, False], [True, True, False])
    >>> covered("961**", ["96110", "96210"]).tolist(), covered("1re 1, 1re 2", ["1re 2"]).tolist()
    ([True, False], [True])
    """
    if label == ANY:
        return np.ones(len(values), np.bool_)
    equal = np.array([value == label for value in values], np.bool_)  # None too: there is but one
    if not isinstance(label, str):
        return equal
    known = [value for value in values if value is not None]
    if known and isinstance(known[0], str):
        return equal | _texts(label, values)
    return equal | _between(label, values, bool(known) and isinstance(known[0], datetime.date))


def _texts(label: str, values: Sequence[str | None]) -> np.ndarray:
    listed = f", {label}, "  # searched, not split: a text may hold a comma of its own
    start = label.rstrip(ANY) if label.endswith(ANY) else None
    found = _BOUNDS.fullmatch(label)
    bounds = found.group("low", "high") if found else None

    def fits(text: str | None) -> bool:
        if text is None:
            return False
        if start is not None:
            return len(text) == len(label) and text.startswith(start)
        if f", {text or _EMPTY}, " in listed or text.split(" ")[0] == label:
            return True
        return bounds is not None and bounds[0] <= text <= bounds[1]

    return np.array([fits(text) for text in values], np.bool_)


def _between(label: str, values: Sequence[Any], dates: bool) -> np.ndarray:
    found = _BRACKETS.fullmatch(label) or _BOUNDS.fullmatch(label)
    ends = found.groupdict() if found else {"low": label, "high": label}
    read = _days if dates else _number
    low, high = read(ends["low"]), read(ends["high"])
    if low is None or high is None:
        return np.zeros(len(values), np.bool_)
    axis = _axis(tuple(values))
    # A day or a part of a date goes up to its last moment; "[a ; b[" stops before b begins.
    if ends.get("end") == "[":
        return (axis >= low[0]) & (axis < high[0])
    return (axis >= low[0]) & ((axis < high[1]) if dates else (axis <= high[1]))


@lru_cache(maxsize=8)
def _axis(values: tuple[Any, ...]) -> np.ndarray:
    """Place values on a line; kept, as a column has hundreds of labels to compare with them."""
    return np.array([np.nan if value is None else _place(value) for value in values], np.float64)


def _place(value: Any) -> float:
    if isinstance(value, datetime.datetime):
        return (value.replace(tzinfo=None) - datetime.datetime(1970, 1, 1)) / _DAY
    if isinstance(value, datetime.date):
        return (value - _EPOCH).days
    return float(value)


def _number(text: str) -> tuple[float, float] | None:
    try:
        value = float(text.replace("−", "-"))
    except ValueError:
        return {"True": (1.0, 1.0), "False": (0.0, 0.0)}.get(text)
    return value, value


def _days(text: str) -> tuple[float, float] | None:
    """Give the first moment of a year, a month or a day, and the first one after it."""
    if not _DATE.fullmatch(text):
        return None
    first = np.datetime64(text)
    days = [moment.astype("datetime64[D]").astype(np.int64) for moment in (first, first + 1)]
    return float(days[0]), float(days[1])
