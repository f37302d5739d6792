"""Draws from a long list of weights, a few nanoseconds a draw.

Choosing a commune for each of twelve million pupils by bisection walks sixteen steps through a
table of 35,000 sums. Walker's alias method needs one step: cut the list into equal slots, each
holding at most two values, and let the draw's own fraction decide between the two.

Walker 1977, ACM Transactions on Mathematical Software 3, 253–256; the table is built with the
two stacks of Vose 1991, IEEE Transactions on Software Engineering 17, 972–975, in whole numbers,
so it is the same on every machine.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


class AliasTable:
    """A weighted list ready to be drawn from.

    Parameters
    ----------
    weights : ndarray of int
        One weight a value, none negative, at least one positive; value ``i`` is drawn with
        probability ``weights[i] / weights.sum()``, to within 2⁻³² of a slot.
    dtype : dtype
        The integer type of the values drawn.

    Examples
    --------
    >>> table = AliasTable(np.array([1, 0, 3]), np.int8)
    >>> drawn = np.empty(4, np.int8)
    >>> table.draw(np.array([0, 1 << 30, 2 << 30, 3 << 30], np.uint32), drawn)
    >>> drawn.tolist()
    [0, 2, 2, 2]
    """

    def __init__(self, weights: NDArray[np.integer], dtype: type[np.signedinteger]) -> None:
        size = len(weights)
        total = int(weights.sum())
        left = [int(weight) * size for weight in weights]  # in units where a slot holds `total`
        other = list(range(size))
        small = [value for value in range(size) if left[value] < total]
        large = [value for value in range(size) if left[value] >= total]
        while small and large:
            poor, rich = small.pop(), large[-1]
            other[poor] = rich
            left[rich] -= total - left[poor]
            if left[rich] < total:
                small.append(large.pop())
        self.size = size
        # A slot's own value up to `bound`, the other above it; slots that are exactly full have
        # no other value and are sent to themselves.
        share = [(value << 32) + (left[value] << 32) // total for value in range(size)]
        self._bound = np.array(share, np.uint64)
        self._values = np.column_stack([np.arange(size), other]).astype(dtype).ravel()

    def draw(self, bits: NDArray[np.uint32], out: NDArray[np.signedinteger]) -> None:
        """Fill ``out`` with one value for each 32 random bits."""
        place = bits.astype(np.uint64)
        place *= np.uint64(self.size)  # the slot above the point, the fraction below it
        slot = place >> np.uint64(32)
        beyond = place >= self._bound.take(slot.view(np.int64), mode="clip")
        slot += slot
        slot += beyond
        self._values.take(slot.view(np.int64), out=out, mode="clip")
