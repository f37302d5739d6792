"""What a function on the other side did to the lists and dictionaries it was given.

A call sends copies of its arguments. Both sides number the copies' containers alike; after the
call, those that are no longer the same come back by number. Success: the caller's own lists are
as a direct call would have left them, whichever of them was passed twice, moved or emptied.
"""

from __future__ import annotations

from collections import Counter, OrderedDict, defaultdict
from collections.abc import Collection, Iterable
from itertools import chain
from operator import is_
from typing import Any

DEEPEST = 40
DICTS = (dict, Counter, OrderedDict, defaultdict)
_CHANGING = frozenset({list, set, *DICTS})
_HOLDING = _CHANGING | {tuple}


class NotPlain(ValueError):
    """A value or a message that does not cross the wall."""


class Containers:
    """The lists, sets and dictionaries of some values, in the order in which they are met.

    Parameters
    ----------
    values : iterable
        The arguments of a call, for instance.
    known : collection of int
        Containers, by ``id``, that are not entered.

    Attributes
    ----------
    all : list
        Each container once.
    shared : set of int
        The ``id`` of those that are met several times.

    Examples
    --------
    >>> row = {"a": [1]}
    >>> found = Containers([[row, row], (row, 3)])
    >>> found.all
    [[{'a': [1]}, {'a': [1]}], {'a': [1]}, [1]]
    >>> found.shared == {id(row)}
    True
    """

    def __init__(self, values: Iterable[Any], known: Collection[int] = ()) -> None:
        self.all: list[Any] = []
        self.shared: set[int] = set()
        self._met = set(known)
        self._known = known
        self._enter(values, 0)

    def _enter(self, values: Iterable[Any], depth: int) -> None:
        if depth > DEEPEST:
            raise NotPlain
        for value in values:
            kind = type(value)
            if kind not in _HOLDING:
                continue
            if kind is not tuple:
                if id(value) in self._met:
                    if id(value) not in self._known:
                        self.shared.add(id(value))
                    continue
                self._met.add(id(value))
                self.all.append(value)
            if kind is list and self._is_table(value):
                continue
            inside = value.values() if kind in DICTS else value
            if kind is not set and not _HOLDING.isdisjoint(map(type, inside)):
                self._enter(inside, depth + 1)

    def _is_table(self, rows: list[Any]) -> bool:
        """Take a list of dictionaries that hold no container at once: most arguments are that."""
        if set(map(type, rows)) != {dict}:
            return False
        if not _HOLDING.isdisjoint(map(type, chain.from_iterable(map(dict.values, rows)))):
            return False
        numbers = set(map(id, rows))
        if len(numbers) != len(rows) or not self._met.isdisjoint(numbers):
            return False
        self._met |= numbers
        self.all += rows
        return True


class Snapshot:
    """The contents of some containers, to be compared by identity with what they are later."""

    def __init__(self, containers: list[Any]) -> None:
        self.containers = containers
        self._before = self._contents()

    def _contents(self) -> tuple[list[int], list[Any]]:
        dicts = [each for each in self.containers if type(each) in DICTS]
        values = chain.from_iterable(map(dict.values, dicts))
        flat = [*chain.from_iterable(self.containers), *values]
        return list(map(len, self.containers)), flat

    def changed(self) -> bool:
        """Tell whether a container holds anything else, or in another order."""
        now = self._contents()
        return now[0] != self._before[0] or not all(map(is_, now[1], self._before[1]))


def contents(container: Any) -> list[Any]:
    """Give what a container holds as a list: items, or pairs of a dictionary."""
    return list(map(list, container.items())) if type(container) in DICTS else list(container)


def put_back(container: Any, held: list[Any]) -> None:
    """Give a container, in place, what `contents` said of another."""
    if type(container) is list:
        container[:] = held
    elif type(container) is set:
        now = set(held)
        container.clear()
        container.update(now)
    else:
        pairs = dict(held)
        container.clear()
        for key, value in pairs.items():
            container[key] = value


def expanded(values: Iterable[Any]) -> float:
    """Count the values that a walk would meet, those of shared containers each time.

    A few lists that hold each other twice over are enough for a walk without end.
    """
    sizes: dict[int, float] = {}

    def size(value: Any) -> float:
        kind = type(value)
        if kind not in _HOLDING:
            return 1
        if id(value) not in sizes:
            sizes[id(value)] = float("inf")  # what it holds while it is being counted: itself
            inside = value.values() if kind in DICTS else value
            sizes[id(value)] = 1 + sum(map(size, inside))
        return sizes[id(value)]

    return sum(map(size, values))
