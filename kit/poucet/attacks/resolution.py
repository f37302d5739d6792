"""How finely a moment is known: times cut to the hour or the day, places to a wider area."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from poucet.attacks.cells import DATE, NUMBER, WORD, Cells
from poucet.attacks.codes import Codes
from poucet.errors import PoucetError
from poucet.i18n import gettext as _

_SECONDS = {"s": 1, "min": 60, "h": 3600, "d": 86400, "w": 604800}
_MONDAY = np.datetime64("1970-01-05", "s")  # weeks begin on Monday, as at school


def coarsened(column: Cells, name: Any, resolution: Any) -> Codes:
    """Give a column's codes at a resolution.

    Parameters
    ----------
    column : Cells
        Dates, numbers or words.
    name : object
        The column's name, for the error's sentence.
    resolution : str, float, mapping, callable or None
        A step: for dates ``"30s"``, ``"10min"``, ``"1h"``, ``"1d"``, ``"1w"`` or seconds, for
        numbers a step in their own unit. For any column, a mapping from a value to a wider one
        (a value it does not name stays as it is), or a function of one value. None: as it is.

    Raises
    ------
    poucet.errors.PoucetError
        If the resolution does not suit the column.
    """
    if resolution is None:
        return column.codes()
    if isinstance(resolution, Mapping):
        return _renamed(column, lambda value: resolution.get(value, value))
    if callable(resolution):
        return _renamed(column, resolution)
    step = _step(resolution, name)
    if column.kind == DATE:
        seconds = (column.values.astype("datetime64[s]") - _MONDAY).astype(np.int64)
        return Cells(NUMBER, seconds // step, column.missing, []).codes()
    if column.kind == NUMBER and not isinstance(resolution, str):
        known = (
            column.values if column.missing is None else np.where(column.missing, 0, column.values)
        )
        return Cells(NUMBER, np.floor_divide(known, step).astype(np.int64), None, []).codes()
    raise PoucetError(
        _(
            "La colonne « {name} » n’est pas une date, on ne peut donc pas l’arrondir à"
            " {resolution} : convertissez-la, ou écrivez resolution=None."
        ).format(name=name, resolution=repr(resolution))
    )


def _step(resolution: Any, name: Any) -> int | float:
    """Read a step: a number as it is, a text in seconds."""
    if isinstance(resolution, str):
        found = re.fullmatch(r"(\d+)\s*(s|min|h|d|w)", resolution.strip())
        if found and int(found[1]):
            return int(found[1]) * _SECONDS[found[2]]
    elif isinstance(resolution, int | float) and resolution > 0:
        whole = int(resolution)
        return whole if whole == resolution else float(resolution)
    raise PoucetError(
        _(
            "La résolution {resolution} de « {name} » n’est pas un pas : écrivez par exemple"
            ' "1h", "1d", "1w" ou un nombre de secondes.'
        ).format(resolution=repr(resolution), name=name)
    )


def _renamed(column: Cells, wider: Callable[[Any], Any]) -> Codes:
    """Replace each distinct value by its wider one."""
    if column.kind == WORD:
        values, places = column.words, column.values
    else:
        found, places = np.unique(column.values, return_inverse=True)
        values = found.tolist()
    numbers: dict[Any, int] = {}
    renamed = [numbers.setdefault(wider(value), len(numbers)) for value in values] or [0]
    return Codes(np.array(renamed, np.int32)[places], 0, max(len(numbers), 1))
