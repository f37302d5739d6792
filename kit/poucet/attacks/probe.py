"""Rows that two tables share one to one, found by probing the larger in the sorted smaller."""

from __future__ import annotations

import numpy as np

from poucet.attacks.groups import in_halves, sort_keys

_BLOCK = 1 << 16  # keys probed at a time: they stay in the processor's cache
# 2ⁿ / golden ratio, made odd, for keys of n bits: spreads neighbours apart (Knuth).
_STIR = {32: 0x9E3779B1, 64: 0x9E3779B97F4A7C15}


def match_once(left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Pair the rows whose key occurs once on the left and once on the right.

    Parameters
    ----------
    left, right : numpy.ndarray of unsigned integers
        Keys, one a row, of one type.

    Returns
    -------
    numpy.ndarray of int64, shape (n, 2)
        Row numbers, left then right, ascending by the left.

    Examples
    --------
    >>> keys = [np.array(side, np.uint32) for side in ([7, 8, 8, 9], [9, 9, 8, 7])]
    >>> match_once(*keys).tolist()
    [[0, 3]]
    """
    if len(left) > len(right):
        pairs = match_once(right, left)[:, ::-1]
        return pairs[np.argsort(pairs[:, 0])]
    keys, rows = _sorted_with_rows(left)
    once = _once(keys)
    keys, rows = keys[once], rows[once]
    if not len(keys):
        return np.empty((0, 2), np.int64)
    kept = _sift(keys, right)
    others, other_rows = _sorted_with_rows(right[kept])
    once = _once(others)
    others, other_rows = others[once], kept[other_rows[once]]
    place = np.minimum(np.searchsorted(others, keys), max(len(others) - 1, 0))
    same = others[place] == keys if len(others) else np.zeros(len(keys), np.bool_)
    pairs = np.column_stack([rows[same], other_rows[place[same]]])
    return pairs[np.argsort(pairs[:, 0])]


def _sorted_with_rows(keys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Sort keys and tell the row each came from."""
    bits = len(keys).bit_length()
    if len(keys) and int(keys.max()) >> (64 - bits):
        rows = np.argsort(keys)
        return keys[rows], rows
    # Key and row in one number: one plain sort, far faster than sorting places.
    both = keys.astype(np.uint64)
    both <<= np.uint64(bits)
    both |= np.arange(len(keys), dtype=np.uint64)
    sort_keys(both)
    rows = (both & np.uint64((1 << bits) - 1)).view(np.int64)
    both >>= np.uint64(bits)
    return both.astype(keys.dtype), rows


def _once(keys: np.ndarray) -> np.ndarray:
    """Tell which of the sorted keys occur once."""
    differs = np.ones(len(keys) + 1, np.bool_)
    np.not_equal(keys[1:], keys[:-1], out=differs[1:-1])
    return differs[1:] & differs[:-1]


def _sift(keys: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Give the rows of the others that may have one of the keys.

    Most rows of a large table are nobody's. A small table of bits, which stays in the processor's
    cache, turns away seven of eight of these before anything is sorted.
    """
    bits = max(len(keys).bit_length() + 3, 10)
    if bits > 8 * keys.itemsize:
        keys, others = keys.astype(np.uint64), others.astype(np.uint64)
    kind = keys.dtype.type
    stir, shift = kind(_STIR[8 * keys.itemsize]), kind(8 * keys.itemsize - bits)
    seen = np.zeros(1 << bits, np.bool_)
    seen[(keys * stir) >> shift] = True
    packed = np.packbits(seen, bitorder="little")

    def sift(start: int, stop: int) -> np.ndarray:
        rows = []
        for first in range(start, stop, _BLOCK):
            place = others[first : min(first + _BLOCK, stop)] * stir
            place >>= shift
            bit = packed.take(place >> kind(3))
            bit >>= (place & kind(7)).astype(np.uint8)
            rows.append(np.flatnonzero(bit & np.uint8(1)) + first)
        return np.concatenate(rows) if rows else np.empty(0, np.int64)

    return np.concatenate(in_halves(sift, len(others)))
