"""The sizes of the groups of equal keys, by counting or by sorting."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import numpy as np

_BLOCK = 1 << 18  # keys looked at together: few enough for the cache, enough for two threads
_SHARED = 1 << 18  # from so many keys on, two cores share the work
_SMALL = 12  # groups up to this size are counted together, larger ones one by one

Part = TypeVar("Part")


def in_halves(work: Callable[[int, int], Part], rows: int) -> list[Part]:
    """Do a piece of work on two halves of the rows at once, or on all of them if they are few.

    NumPy lets go of Python's lock while it computes, so two threads keep two cores busy.

    Parameters
    ----------
    work : callable
        Takes the first row and the one after the last.
    rows : int
        Number of rows.

    Returns
    -------
    list
        What each piece gave, in order.
    """
    if rows < _SHARED:
        return [work(0, rows)]
    from concurrent.futures import ThreadPoolExecutor

    half = rows // 2
    with ThreadPoolExecutor(1) as other:
        second = other.submit(work, half, rows)
        return [work(0, half), second.result()]


def sort_keys(key: np.ndarray) -> None:
    """Sort keys in place, the two halves at once if they are many."""
    if len(key) >= _SHARED:
        key.partition(len(key) // 2)  # the smaller keys in the first half: each is sorted apart
    in_halves(lambda start, stop: key[start:stop].sort(), len(key))


def group_sizes(key: np.ndarray, bound: int) -> tuple[np.ndarray, np.ndarray]:
    """Count the groups of equal keys by their size.

    Parameters
    ----------
    key : numpy.ndarray
        Unsigned integers below ``bound``, at least one; they are sorted in place.
    bound : int
        A number above every key.

    Returns
    -------
    sizes, counts : numpy.ndarray of int64
        The sizes that occur, ascending, and how many groups have each.
    """
    rows = len(key)
    if bound <= rows:
        tallies = [tally(np.bincount(key.astype(np.intp)))]
    else:
        sort_keys(key)
        tallies = in_halves(lambda start, stop: _tally_sorted(key, start, stop), rows)
    sizes, places = np.unique(np.concatenate([part[0] for part in tallies]), return_inverse=True)
    counts = np.zeros(len(sizes), np.int64)
    np.add.at(counts, places, np.concatenate([part[1] for part in tallies]))
    return sizes, counts


def _tally_sorted(key: np.ndarray, start: int, stop: int) -> tuple[np.ndarray, np.ndarray]:
    """Count by size the groups of sorted keys whose first member lies in ``start … stop - 1``."""
    small = np.zeros(_SMALL + 1, np.int64)
    large: list[np.ndarray] = []
    place = _end_of_group(key, start - 1) if start else 0
    while place < stop:
        end = _end_of_group(key, min(place + _BLOCK, stop) - 1)
        large.append(_tally_block(key[place:end], small))
        place = end
    sizes, counts = np.unique(np.concatenate(large or [small[:0]]), return_counts=True)
    found = np.flatnonzero(small)
    return np.concatenate([found, sizes]), np.concatenate([small[found], counts])


def _tally_block(block: np.ndarray, small: np.ndarray) -> np.ndarray:
    """Add the small groups of a block of whole groups to ``small``; give the larger ones' sizes.

    The groups that reach one more member are found by comparing bytes, which a processor does by
    the dozen: far faster than locating every group, as most are tiny.
    """
    begins = np.ones(len(block) + 1, np.bool_)
    np.not_equal(block[1:], block[:-1], out=begins[1:-1])
    open_groups = begins[:-1].copy()  # those with at least ``size`` members, at their first one
    alive = np.count_nonzero(open_groups)
    size = 1
    while alive and size <= _SMALL:
        open_groups = open_groups[: len(block) - size]
        np.greater(open_groups, begins[size : len(block)], out=open_groups)
        longer = np.count_nonzero(open_groups)
        small[size] += alive - longer
        alive, size = longer, size + 1
    firsts = np.flatnonzero(open_groups) if alive else np.empty(0, np.int64)
    return np.searchsorted(block, block[firsts], side="right") - firsts


def _end_of_group(key: np.ndarray, place: int) -> int:
    """Find where the group of the key at this place ends, in sorted keys."""
    return place + int(np.searchsorted(key[place:], key[place], side="right"))


def tally(sizes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Count group sizes, leaving out the empty groups."""
    if int(sizes.max()) < _BLOCK:
        counts = np.bincount(sizes)
        found = np.flatnonzero(counts)
        counts = counts[found]
    else:
        found, counts = np.unique(sizes, return_counts=True)
    occurs = found > 0
    return found[occurs], counts[occurs]
