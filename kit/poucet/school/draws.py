"""Chance, drawn so that the same seed gives the same bytes on every NumPy.

A stream gives 16-bit numbers, taken straight from the bits of PCG64 (which NumPy promises never to
change). A *wheel* of 65,536 slots turns such a number into a choice: a name that has 1 % of the
births has 1 % of the slots. One lookup a pupil, so a school of 100,000 is drawn in the blink of an
eye, and only whole numbers are computed, so nothing can be rounded another way elsewhere.
"""

from __future__ import annotations

from functools import cache
from zlib import crc32

import numpy as np
from numpy.typing import ArrayLike

SLOTS = 1 << 16


class Draws:
    """A stream of 16-bit numbers for one topic of one seed.

    Topics are independent: to add a column to the homes does not change the names.

    Parameters
    ----------
    seed : int
        The school's seed, 0 or more.
    topic : str
        What is drawn, such as ``"homes"``.
    """

    def __init__(self, seed: int, topic: str) -> None:
        self._bits = np.random.PCG64(np.random.SeedSequence([seed, crc32(topic.encode())]))

    def words(self, count: int) -> np.ndarray:
        """Draw `count` whole numbers from 0 to 2**64 - 1 (uint64)."""
        return np.asarray(self._bits.random_raw(count), dtype=np.uint64)

    def turns(self, count: int) -> np.ndarray:
        """Draw `count` whole numbers from 0 to 65,535 (uint16)."""
        return self.words(-(-count // 4)).astype("<u8", copy=False).view("<u2")[:count]

    def order(self, count: int) -> np.ndarray:
        """Shuffle ``0 … count - 1`` (up to a few ties, left in their order: nothing shows them)."""
        return np.argsort(self.turns(count), kind="stable")


@cache
def wheel(weights: tuple[int, ...], values: tuple[int, ...] | None = None) -> np.ndarray:
    """Share out the 65,536 slots of a wheel in proportion to whole weights.

    Parameters
    ----------
    weights : tuple of int
        One weight a choice, of any total.
    values : tuple of int, optional
        What each choice stands for; 0, 1, 2… when left out.

    Returns
    -------
    ndarray of int8 or int16
        The choice in each slot: ``wheel(weights)[draws.turns(n)]`` draws n choices.

    Examples
    --------
    >>> np.bincount(wheel((3, 1))).tolist()
    [49152, 16384]
    """
    ends = np.cumsum(np.array(weights, dtype=np.int64))
    turns = np.arange(SLOTS, dtype=np.int64) * ends[-1]
    choice = np.searchsorted(ends * SLOTS, turns, side="right")
    if values is not None:
        choice = np.array(values)[choice]
    choice = choice.astype(np.int8 if max(choice) < 128 else np.int16)
    choice.flags.writeable = False
    return choice


def slots(share: ArrayLike) -> np.ndarray:
    """Turn a probability into slots, so that ``turns < slots(p)`` is true that often."""
    return np.rint(np.asarray(share, dtype=float) * SLOTS).astype(np.int32)
