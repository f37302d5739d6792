"""Columns turned into small integers: singling out only asks which cells are equal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from poucet.errors import PoucetError
from poucet.i18n import gettext as _

_NAT = np.iinfo(np.int64).min  # how NumPy stores a missing date
_EXACT = 2.0**53  # beyond, a float no longer tells two neighbouring integers apart


@dataclass(frozen=True, eq=False)
class Codes:
    """One column as integers, equal exactly where its cells are equal.

    Attributes
    ----------
    values : numpy.ndarray
        One integer a row, of any integer type: often the column itself, not a copy.
    low, size : int
        Every value lies in ``low … low + size - 1``; not all of them need occur.
    ordered : bool
        Whether the column holds numbers, integers or floats, and the codes stand in their order;
        a missing number stands last.
    """

    values: np.ndarray
    low: int
    size: int
    ordered: bool = False


def codes_of(column: Any, name: object) -> Codes:
    """Turn a NumPy array or a plain sequence into codes.

    ``None``, ``NaN``, ``NaT`` and pandas’ ``NA`` are one and the same missing value, which gets a
    code of its own.

    Parameters
    ----------
    column : array_like
        One dimension. A list is compared cell by cell, as Python does, so that ``1`` and ``"1"``
        stay two values.
    name : object
        The column's name, for the error's sentence.

    Raises
    ------
    poucet.errors.PoucetError
        If a cell holds a list or another value that cannot be compared.

    Examples
    --------
    >>> codes_of(["F", "M", None, "F"], "sex").values.tolist()
    [0, 1, 2, 0]
    """
    if isinstance(column, np.ma.MaskedArray):
        column = np.ma.filled(column.astype(object), None)
    if not isinstance(column, np.ndarray):
        return _by_equality(column, name)
    if column.dtype.kind == "b":
        return Codes(column.view(np.uint8), 0, 2)
    if column.dtype.kind in "iu":
        return from_integers(column)
    if column.dtype.kind in "mM":
        return _from_dates(column)
    if column.dtype.kind == "f":
        return _from_floats(column)
    return _by_equality(column.tolist(), name)


def from_integers(values: np.ndarray, missing: np.ndarray | None = None) -> Codes:
    """Take integers as their own codes; the missing ones get the first number above the others.

    Parameters
    ----------
    values : numpy.ndarray
        Integers; whatever stands where ``missing`` is true is ignored.
    missing : numpy.ndarray of bool, optional
        Where the cell is missing.
    """
    if missing is None or not missing.any():
        if not len(values):
            return Codes(values, 0, 1, ordered=True)
        low = int(values.min())
        return Codes(values, low, int(values.max()) - low + 1, ordered=True)
    known = values[~missing]
    low, high = (int(known.min()), int(known.max())) if len(known) else (0, -1)
    if high >= np.iinfo(np.int64).max:
        ranks = np.unique(known, return_inverse=True)[1]
        return from_integers(_spread(ranks, missing), missing)
    filled = values.astype(np.int64)
    filled[missing] = high + 1
    return Codes(filled, low, high - low + 2, ordered=True)


def _spread(ranks: np.ndarray, missing: np.ndarray) -> np.ndarray:
    """Put the codes of the known cells back in their rows."""
    values = np.zeros(len(missing), np.int64)
    values[~missing] = ranks
    return values


def _from_dates(column: np.ndarray) -> Codes:
    """Make codes of dates and durations; whole days in a finer unit become days, far fewer."""
    if column.dtype.byteorder == ">":
        column = column.astype(column.dtype.newbyteorder("="))
    ticks = column.view(np.int64)
    missing = ticks == _NAT
    unit = np.datetime_data(column.dtype)
    if unit[0] in ("h", "m", "s", "ms", "us", "ns"):
        day = int(np.timedelta64(1, "D") / np.timedelta64(unit[1], unit[0]))  # type: ignore[call-overload]
        days = ticks // max(day, 1)
        if day > 1 and (missing | (days * day == ticks)).all():
            ticks = days
    return replace(from_integers(ticks, missing), ordered=False)


def _from_floats(column: np.ndarray) -> Codes:
    """Make codes of floats: pandas stores integers with gaps as floats, so try integers first."""
    missing = np.isnan(column)
    known = column[~missing] if missing.any() else column
    if (np.abs(known) < _EXACT).all() and (known == np.rint(known)).all():
        whole = np.where(missing, 0, column).astype(np.int64)
        return from_integers(whole, missing)
    return from_integers(_spread(np.unique(known, return_inverse=True)[1], missing), missing)


def _by_equality(cells: Sequence[Any], name: object) -> Codes:
    """Give cells of any kind a number by Python's own equality, in ascending order if numbers."""
    try:
        distinct = list(dict.fromkeys(cells))
    except TypeError:
        raise unhashable(name) from None
    known = [cell for cell in distinct if not is_missing(cell)]
    ordered = all(isinstance(cell, int | float) and not isinstance(cell, bool) for cell in known)
    if ordered:
        known.sort()
    # Every NaN that a computation made is an object of its own: all share the code after the last.
    numbers = dict.fromkeys(distinct, len(known))
    numbers.update((cell, place) for place, cell in enumerate(known))
    codes = np.fromiter(map(numbers.__getitem__, cells), np.int64, len(cells))
    return Codes(codes, 0, len(known) + 1, ordered)


def is_missing(cell: Any) -> bool:
    """Tell a missing value: it is None, or it is not even equal to itself (NaN, NaT)."""
    if cell is None:
        return True
    try:
        return bool(cell != cell)
    except TypeError:  # pandas' NA refuses to say whether it equals itself
        return True


def unhashable(name: object) -> PoucetError:
    """Make the error for a column whose cells are lists or other values that cannot be compared."""
    return PoucetError(
        _(
            "La colonne « {name} » contient des listes ou d’autres valeurs composées, que l’on ne"
            " peut pas comparer : mettez une seule valeur par case."
        ).format(name=name)
    )
