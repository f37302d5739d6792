"""Chains of combinations of columns, counted with one sort each."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from poucet.attacks.codes import Codes
from poucet.attacks.groups import sort_keys
from poucet.attacks.keys import pack

_WORD = 64  # bits of a key
_TAGS_SEED = 20151130


def members(mask: int) -> list[int]:
    """List the columns of a combination, given as the bits of a number."""
    return [place for place in range(mask.bit_length()) if mask >> place & 1]


def chains(width: int) -> list[list[int]]:
    """Cover all combinations of so many columns by the fewest chains, each growing by one column.

    Parameters
    ----------
    width : int
        Number of columns.

    Returns
    -------
    list of list of int
        Combinations as the bits of a number; the empty one is among them.

    Examples
    --------
    >>> chains(2)
    [[0, 1, 3], [2]]
    """
    found = [[0]]
    for column in range(width):
        longer = []
        for chain in found:
            longer.append([*chain, chain[-1] | 1 << column])
            if len(chain) > 1:
                longer.append([mask | 1 << column for mask in chain[:-1]])
        found = longer
    return found


class ChainCounter:
    """Count the classes of every combination of columns.

    Parameters
    ----------
    columns : list of Codes
        Columns renumbered from zero; a combination is a number whose bits tell which are in it.
    rows : int
        Number of rows, at least one.
    """

    def __init__(self, columns: list[Codes], rows: int) -> None:
        self.columns = columns
        self.rows = rows
        self.bits = [(column.size - 1).bit_length() for column in columns]
        self.begins = np.ones(rows + 1, np.bool_)
        self.tags: dict[int, np.ndarray] = {}

    def count(self) -> dict[int, tuple[int, int, int]]:
        """Give k, unique people and classes of each combination."""
        found: dict[int, tuple[int, int, int]] = {}
        for chain in chains(len(self.columns)):
            masks = [mask for mask in chain if mask]
            sorted_together = [mask for mask in masks if self._width(mask) <= _WORD]
            if sorted_together:
                found.update(self._along(sorted_together))
            for mask in masks[len(sorted_together) :]:
                found[mask] = self._by_tags(mask)
        return found

    def _width(self, mask: int) -> int:
        """Give the bits that the key of a combination takes."""
        return sum(self.bits[place] for place in members(mask))

    def _along(self, chain: list[int]) -> Iterator[tuple[int, tuple[int, int, int]]]:
        """Sort once, the last column to join being the last digit, and cut at each combination."""
        order = members(chain[0])
        for smaller, larger in pairwise(chain):
            order += members(larger & ~smaller)
        digits = [Codes(self.columns[place].values, 0, 1 << self.bits[place]) for place in order]
        key = pack(digits[::-1], self.rows)[0]
        sort_keys(key)
        # The highest bit in which two neighbours differ tells where their classes part.
        apart = key[1:] ^ key[:-1]
        for mask in chain:
            last_digits = self._width(chain[-1]) - self._width(mask)
            np.greater(apart, key.dtype.type((1 << last_digits) - 1), out=self.begins[1:-1])
            yield mask, self._measure()

    def _by_tags(self, mask: int) -> tuple[int, int, int]:
        """Sort the sums of random tags, for combinations too wide for a key."""
        key = np.zeros(self.rows, np.uint64)
        for place in members(mask):
            if place not in self.tags:
                bits = np.random.PCG64([_TAGS_SEED, place])
                tags = bits.random_raw(self.columns[place].size)
                self.tags[place] = tags[self.columns[place].values]
            key += self.tags[place]
        sort_keys(key)
        np.not_equal(key[1:], key[:-1], out=self.begins[1:-1])
        return self._measure()

    def _measure(self) -> tuple[int, int, int]:
        """Read k, unique people and classes from where the classes begin."""
        begins = self.begins
        classes = int(np.count_nonzero(begins)) - 1
        unique = int(np.count_nonzero(begins[1:] & begins[:-1]))
        k = 1 if unique else int(np.diff(np.flatnonzero(begins)).min())
        return k, unique, classes
