"""Tagged JSON read into values, from a peer that may lie (see `plain`).

Success: no text makes this side run anything, build more than its size allows, or fail otherwise
than by `NotPlain`.
"""

from __future__ import annotations

import datetime
import json
import marshal
from collections import Counter, OrderedDict, defaultdict
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from poucet.classroom.grading import arrays
from poucet.classroom.grading.changes import NotPlain
from poucet.classroom.grading.plain import DATES, HEIRS, KEPT, LARGEST, TAG, Opaque

_ROWS: dict[str, Callable[[Any], Any]] = {
    "tuple": tuple,
    "set": set,
    "frozenset": frozenset,
    "iterator": iter,
    "keys": lambda items: dict.fromkeys(items).keys(),
    "values": lambda items: dict(enumerate(items)).values(),
}
_PAIRS: dict[str, Callable[[Any], Any]] = {
    "dict": dict,
    "Counter": Counter,
    "OrderedDict": OrderedDict,
    "defaultdict": lambda pairs: defaultdict(None, pairs),
    "items": dict.items,
}


class Decoder:
    """Read tagged JSON; handles of functions are given a body by `function`."""

    def __init__(self, function: Callable[[dict[str, Any]], Any]) -> None:
        self.function = function
        self.kept: dict[int, bytes] = {}
        self.room = 4 * KEPT  # an honest sender stops before

    def loads(self, text: str, old: list[Any] | None = None) -> Any:
        """Give the value of a text.

        Parameters
        ----------
        text : str
            As an `Encoder` wrote it, or a liar.
        old : list, optional
            The containers to which the text may refer by number.

        Raises
        ------
        NotPlain
            If the text is no tagged JSON.
        """
        try:
            coded = json.loads(text)
            return _Reading(self, old or []).value(coded) if f'"{TAG}"' in text else coded
        except (ValueError, TypeError, LookupError, RecursionError, ArithmeticError) as error:
            raise NotPlain(type(error).__name__) from None


class _Reading:
    """One message being read."""

    def __init__(self, decoder: Decoder, old: list[Any]) -> None:
        self._decoder, self._old = decoder, old
        self._left = LARGEST
        self._bytes = 2 * KEPT
        self._shared: dict[int, tuple[Any, int]] = {}

    def value(self, coded: Any) -> Any:
        if type(coded) is list:
            return self._items(coded)
        if type(coded) is not dict:
            return coded
        if TAG not in coded:
            self._count(len(coded))
            return {key: self.value(item) for key, item in coded.items()}
        return self._tagged(coded[TAG], coded.get("v"), coded)

    def _items(self, coded: Any) -> list[Any]:
        self._count(len(coded))
        return [self.value(item) for item in coded]

    def _count(self, values: int) -> None:
        self._left -= values
        if self._left < 0:
            raise NotPlain

    def _tagged(self, tag: Any, v: Any, coded: dict[str, Any]) -> Any:
        if tag in _ROWS:
            return _ROWS[tag](self._items(v))
        if tag in _PAIRS:
            return _PAIRS[tag]({self.value(key): self.value(item) for key, item in v})
        if tag in ("keep", "kept", "first", "again", "old"):
            return self._told_before(tag, v)
        if tag == "heir":
            inside, heir = self.value(v[1]), HEIRS[v[0]]
            if type(inside) is not heir.__base__:
                raise NotPlain
            return heir(inside)
        if tag == "numpy":
            array = arrays.rebuilt(v)
            self._count(array.size)
            return array
        if tag in DATES:
            return DATES[tag].fromisoformat(v)  # type: ignore[attr-defined]
        if tag == "range":
            steps = range(*map(int, v))
            # a test might make a list of it
            return steps if len(steps) <= LARGEST else Opaque("range")
        simple: dict[str, Callable[[], Any]] = {
            "int": lambda: int(v),
            "float": lambda: float(v),
            "...": lambda: ...,
            "bytes": lambda: bytes.fromhex(v),
            "complex": lambda: complex(float(v[0]), float(v[1])),
            "decimal": lambda: Decimal(v),
            "timedelta": lambda: datetime.timedelta(*v),
            "opaque": lambda: Opaque(str(v)[:60]),
        }
        return simple[tag]() if tag in simple else self._decoder.function(coded)

    def _told_before(self, tag: str, v: Any) -> Any:
        decoder = self._decoder
        if tag == "keep":
            number, table = v
            data = marshal.dumps(table)  # this side's own bytes, of what JSON can hold
            if type(number) is not int or number in decoder.kept or len(data) > decoder.room:
                raise NotPlain
            decoder.room -= len(data)
            decoder.kept[number] = data
            return table
        if tag == "kept":
            data = decoder.kept[v]
            self._bytes -= len(data)
            if self._bytes < 0:
                raise NotPlain
            return marshal.loads(data)  # a new copy each time
        if tag == "first":
            number, inside = v
            before = self._left
            value = self.value(inside)
            self._shared[number] = (value, before - self._left)
            return value
        if tag == "again":
            value, size = self._shared[v]
            self._count(1 + size)
            return value
        if type(v) is not int or v < 0:
            raise NotPlain
        return self._old[v]
