"""Several columns packed into one integer a row, and the sizes of the groups of equal rows."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from poucet.attacks.codes import Codes

_BLOCK = 1 << 16  # rows worked on at a time: they stay in the processor's cache
_NARROW = 1 << 32
_WIDE = 1 << 64


def pack(columns: Sequence[Codes], rows: int) -> tuple[np.ndarray, int]:
    """Pack columns into one key a row: equal keys, equal rows.

    The key is a number whose digits are the columns' codes, each in its own base. All arithmetic
    wraps modulo the key's width, so the codes need no shift to start at zero.

    Parameters
    ----------
    columns : sequence of Codes
        At least one column, each of ``rows`` rows.
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
    bound = math.prod(column.size for column in columns)
    width = np.dtype(np.uint32 if bound <= _NARROW else np.uint64)
    modulus = 1 << (8 * width.itemsize)
    stride, shift, steps = 1, 0, []
    for column in sorted(columns, key=lambda column: column.size):
        steps.append((column.values, width.type(stride % modulus)))
        shift += stride * column.low
        stride *= column.size
    key = np.empty(rows, width)
    shift_back = width.type(-shift % modulus)
    for start in range(0, rows, _BLOCK):
        block = key[start : start + _BLOCK]
        block[...] = shift_back
        for values, step in steps:
            block += values[start : start + _BLOCK].astype(width) * step
    return key, bound


def fit(columns: Sequence[Codes]) -> list[Codes]:
    """Renumber columns until their combinations fit in 64 bits.

    First the widest columns lose the numbers that never occur; if that is not enough, pairs of
    columns become one column of the pairs that do occur. Either way a size never exceeds the
    number of rows afterwards, so two columns always fit together.
    """
    left = sorted(columns, key=lambda column: column.size)
    dense: list[Codes] = []
    while left and math.prod(column.size for column in left + dense) > _WIDE:
        dense.append(renumber(left.pop()))
    left = sorted(left + dense, key=lambda column: column.size)
    while math.prod(column.size for column in left) > _WIDE:
        first, second, *left = left
        pair, bound = pack([first, second], len(first.values))
        left = sorted([renumber(Codes(pair, 0, bound)), *left], key=lambda column: column.size)
    return left


def renumber(column: Codes) -> Codes:
    """Number the values that occur 0, 1, 2… in ascending order."""
    found, codes = np.unique(column.values, return_inverse=True)
    return Codes(codes, 0, max(len(found), 1))


def group_sizes(key: np.ndarray, bound: int) -> tuple[np.ndarray, np.ndarray]:
    """Count the groups of equal keys by their size.

    Parameters
    ----------
    key : numpy.ndarray
        Unsigned integers below ``bound``; it is sorted in place.
    bound : int
        A number above every key.

    Returns
    -------
    sizes, counts : numpy.ndarray of int64
        The sizes that occur, ascending, and how many groups have each.
    """
    if bound <= len(key):
        return tally(np.bincount(key.astype(np.intp)))
    key.sort()
    ends = np.flatnonzero(key[1:] != key[:-1])
    return tally(np.diff(ends, prepend=-1, append=len(key) - 1))


def tally(sizes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Count group sizes, leaving out the empty groups."""
    if len(sizes) and int(sizes.max()) < _BLOCK:
        counts = np.bincount(sizes)
        found = np.flatnonzero(counts)
        counts = counts[found]
    else:
        found, counts = np.unique(sizes, return_counts=True)
    if len(found) and found[0] == 0:
        found, counts = found[1:], counts[1:]
    return found.astype(np.int64), counts.astype(np.int64)
