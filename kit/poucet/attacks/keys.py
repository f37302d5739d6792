"""Several columns packed into one integer a row, so that equal rows have equal keys."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from poucet.attacks.codes import Codes
from poucet.attacks.groups import in_halves

_BLOCK = 1 << 18  # rows worked on at a time: few enough for the cache, enough for two threads
_NARROW = 1 << 32
_WIDE = 1 << 64


def pack(columns: Sequence[Codes], rows: int) -> tuple[np.ndarray, int]:
    """Pack columns into one key a row: equal keys, equal rows.

    The key is a number whose digits are the columns' codes, each in its own base. It grows column
    by column, in the narrowest integers that hold it so far: four times narrower is four times
    faster, so small columns had better come first.

    Parameters
    ----------
    columns : sequence of Codes
        At least one column, each of ``rows`` rows; the first is the key's last digit, and keys
        sort by the last column first, unless the columns are too wide for 64 bits together.
    rows : int
        Number of rows.

    Returns
    -------
    key : numpy.ndarray
        ``uint32`` where the bound allows, else ``uint64``.
    bound : int
        Every key is below it.
    """
    columns = fit(columns)
    bound = _combinations(columns)
    key = np.empty(rows, np.uint32 if bound <= _NARROW else np.uint64)
    steps, stride = [], 1
    for column in columns:
        steps.append((column, np.min_scalar_type(stride * column.size - 1), stride))
        stride *= column.size

    def fill(start: int, stop: int) -> None:
        for place in range(start, stop, _BLOCK):
            block = key[place : min(place + _BLOCK, stop)]
            part: np.ndarray | int = 0
            for column, width, stride in steps:
                # A cast may wrap a large value; taking the lowest one off undoes it.
                digit = column.values[place : place + len(block)].astype(width)
                if column.low:
                    digit -= width.type(column.low % (1 << 8 * width.itemsize))
                if column.size > 1 and stride > 1:
                    digit *= width.type(stride)
                digit += part
                part = digit
            block[...] = part

    in_halves(fill, rows)
    return key, bound


def fit(columns: Sequence[Codes]) -> list[Codes]:
    """Renumber columns until their combinations fit in 64 bits.

    First the widest columns lose the numbers that never occur; if that is not enough, pairs of
    columns become one column of the pairs that do occur. Either way a size never exceeds the
    number of rows afterwards, so two columns always fit together.
    """
    left = list(columns)
    dense: list[Codes] = []
    while left and _combinations(left + dense) > _WIDE:
        widest = max(left, key=lambda column: column.size)
        left.remove(widest)
        dense.append(renumber(widest))
    left += dense
    while _combinations(left) > _WIDE:
        first, second, *left = sorted(left, key=lambda column: column.size)
        pair, bound = pack([first, second], len(first.values))
        left.append(renumber(Codes(pair, 0, bound)))
    return left


def _combinations(columns: Sequence[Codes]) -> int:
    return math.prod(column.size for column in columns)


def renumber(column: Codes) -> Codes:
    """Give the values that occur the numbers 0, 1, 2… in ascending order."""
    rows = len(column.values)
    if column.size > 4 * rows:
        found, codes = np.unique(column.values, return_inverse=True)
        size = max(len(found), 1)
        return Codes(codes.astype(np.min_scalar_type(size)), 0, size, column.ordered)
    # Few enough to keep a place for each: no need to sort.
    places = pack([column], rows)[0].astype(np.intp)
    occurs = np.zeros(column.size, np.bool_)
    occurs[places] = True
    size = int(np.count_nonzero(occurs))
    ranks = (np.cumsum(occurs) - 1).astype(np.min_scalar_type(size))
    return Codes(ranks[places], 0, size, column.ordered)
