"""Plain values cross the wall of the sandbox as tagged JSON; everything else stays behind it.

Pupil's code runs on one side, the tests on the other. Success: what a test receives is a plain
Python value of exactly that type, a function that can be called back, or an `Opaque` that equals
nothing. Nothing of a pupil's is unpickled, imported or asked for its own opinion (``__eq__``).
"""

from __future__ import annotations

import datetime
import itertools
import json
import math
import types
from collections import Counter, OrderedDict, defaultdict
from collections.abc import Callable
from decimal import Decimal
from typing import Any

DEEPEST = 40
LARGEST = 2_000_000  # values in one message
_TAG = "$"
_DICTS = (dict, Counter, OrderedDict, defaultdict)
_DATES: dict[str, type] = {
    "date": datetime.date,
    "datetime": datetime.datetime,
    "time": datetime.time,
}
_RUNNING = (types.GeneratorType, map, filter, zip, enumerate)


class NotPlain(ValueError):
    """A message that is not what this side of the wall accepts."""


class Opaque:
    """Something of a pupil's that is no plain value: only its type's name came out."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def __repr__(self) -> str:
        return f"<{self.kind}>"


class Encoder:
    """Write values as tagged JSON; functions get a handle from `handle`."""

    def __init__(self, handle: Callable[[Any], dict[str, Any]]) -> None:
        self._handle = handle

    def dumps(self, value: Any) -> str:
        """Give the text of a value; what is too deep or too large becomes opaque."""
        self._left = LARGEST
        try:
            # most values are what JSON says without tags: then C does all the work
            text = json.dumps(value)
            if f'"{_TAG}"' not in text and json.loads(text) == value:
                return text
        except (TypeError, ValueError, RecursionError, MemoryError):
            pass
        try:
            return json.dumps(self._tagged(value, 0))
        except (NotPlain, RecursionError, ValueError, ArithmeticError, MemoryError):
            return json.dumps({_TAG: "opaque", "v": type(value).__name__[:60]})

    def _tagged(self, value: Any, depth: int) -> Any:
        self._left -= 1
        if depth > DEEPEST or self._left < 0:
            raise NotPlain
        kind = type(value)  # never isinstance: a pupil's subclass of int may lie about itself
        if value is None or kind in (str, bool):
            return value
        if kind is int:
            return value if -(2**53) < value < 2**53 else {_TAG: "int", "v": str(value)}
        if kind is float or (kind.__module__ == "numpy" and kind.__name__ == "float64"):
            number = float(value)
            return number if math.isfinite(number) else {_TAG: "float", "v": repr(number)}
        if kind is list:
            return [self._tagged(item, depth + 1) for item in value]
        if kind in (tuple, set, frozenset):
            return {_TAG: kind.__name__, "v": [self._tagged(item, depth + 1) for item in value]}
        if kind in _DICTS:
            return self._dict(value, depth)
        return self._rare(value, kind, depth)

    def _dict(self, value: Any, depth: int) -> Any:
        if all(type(key) is str for key in value) and _TAG not in value:
            return {key: self._tagged(item, depth + 1) for key, item in value.items()}
        pairs = [
            [self._tagged(key, depth + 1), self._tagged(item, depth + 1)]
            for key, item in value.items()
        ]
        return {_TAG: "dict", "v": pairs}

    def _rare(self, value: Any, kind: type, depth: int) -> Any:
        if value is ...:
            return {_TAG: "..."}
        if kind is bytes:
            return {_TAG: "bytes", "v": value.hex()}
        if kind is complex:
            return {_TAG: "complex", "v": [repr(value.real), repr(value.imag)]}
        if kind is Decimal:
            return {_TAG: "decimal", "v": str(value)}
        if kind is datetime.timedelta:
            return {_TAG: "timedelta", "v": [value.days, value.seconds, value.microseconds]}
        if kind is range and len(value) <= LARGEST:
            return {_TAG: "range", "v": [str(value.start), str(value.stop), str(value.step)]}
        for name, dated in _DATES.items():
            if kind is dated:
                return {_TAG: name, "v": value.isoformat()}
        if kind in _RUNNING:
            items = list(itertools.islice(value, LARGEST))
            return {_TAG: "iterator", "v": [self._tagged(item, depth + 1) for item in items]}
        if kind in (type({}.keys()), type({}.values()), type({}.items())):
            return {_TAG: "view", "v": [self._tagged(item, depth + 1) for item in value]}
        if callable(value):
            return self._handle(value)
        return {_TAG: "opaque", "v": kind.__name__[:60]}


class Decoder:
    """Read tagged JSON; handles of functions are given a body by `function`."""

    def __init__(self, function: Callable[[dict[str, Any]], Any]) -> None:
        self._function = function

    def loads(self, text: str) -> Any:
        """Give the value of a text.

        Raises
        ------
        NotPlain
            If the text is no tagged JSON.
        """
        try:
            coded = json.loads(text)
            return self._value(coded) if f'"{_TAG}"' in text else coded
        except (ValueError, TypeError, KeyError, RecursionError, ArithmeticError) as error:
            raise NotPlain(type(error).__name__) from None

    def _value(self, coded: Any) -> Any:
        if isinstance(coded, list):
            return [self._value(item) for item in coded]
        if not isinstance(coded, dict):
            return coded
        if _TAG not in coded:
            return {key: self._value(item) for key, item in coded.items()}
        return self._tagged(coded[_TAG], coded.get("v"), coded)

    def _tagged(self, tag: str, v: Any, coded: dict[str, Any]) -> Any:
        if tag in ("tuple", "set", "frozenset"):
            kind = {"tuple": tuple, "set": set, "frozenset": frozenset}[tag]
            return kind(self._value(item) for item in v)
        if tag == "dict":
            return {self._value(key): self._value(item) for key, item in v}
        if tag == "iterator":
            return iter([self._value(item) for item in v])
        if tag == "view":
            return dict(enumerate(self._value(item) for item in v)).values()
        if tag in _DATES:
            return _DATES[tag].fromisoformat(v)  # type: ignore[attr-defined]
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
        return simple[tag]() if tag in simple else self._function(coded)
