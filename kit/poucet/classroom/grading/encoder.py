"""Values written as tagged JSON, for the other side of the wall (see `plain`)."""

from __future__ import annotations

import datetime
import itertools
import json
import marshal
import math
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from poucet.classroom.grading import arrays
from poucet.classroom.grading.changes import DEEPEST, DICTS, Containers, NotPlain, contents
from poucet.classroom.grading.plain import BARE, DATES, KEPT, LARGEST, LONGEST, RUNNING, TAG

_WORTH = 32  # rows: a smaller table is sent again


class Encoder:
    """Write values as tagged JSON; functions get a handle from `handle`."""

    def __init__(self, handle: Callable[[Any], dict[str, Any]]) -> None:
        self.handle = handle
        self.sent: dict[bytes, int] = {}  # what the other side keeps, and its number there
        self.room = KEPT
        self.numbers = itertools.count()

    def dumps(self, value: Any) -> str:
        """Give the text of a value; what is too deep or too large becomes opaque."""
        try:
            shared = Containers([value]).shared
        except (NotPlain, RecursionError):
            return _opaque(value)
        return _Writing(self, shared).text(lambda writing: writing.piece(value), value)

    def dumps_arguments(
        self, positional: tuple[Any, ...], named: dict[str, Any], shared: set[int]
    ) -> str:
        """Give the text of a call's arguments; `shared` as `Containers` found it."""
        return _Writing(self, shared).text(
            lambda writing: [
                [writing.piece(value) for value in positional],
                [[name, writing.piece(value)] for name, value in named.items()],
            ],
            positional,
        )

    def dumps_changes(self, before: list[Any]) -> str:
        """Give the text of what containers hold now, a container among them by its number."""
        old = {id(container): number for number, container in enumerate(before)}
        now = [contents(container) for container in before]
        try:
            shared = Containers(now, old).shared
        except (NotPlain, RecursionError):
            return _opaque(now)
        return _Writing(self, shared, old).text(
            lambda writing: [writing.tagged(held, 0) for held in now], now
        )


class _Writing:
    """One message being written."""

    def __init__(
        self, encoder: Encoder, shared: set[int], old: Mapping[int, int] | None = None
    ) -> None:
        self._encoder, self._old = encoder, old or {}
        self._left = LARGEST
        self._new: dict[bytes, int] = {}  # tables that this message is the first to hold
        self._shared: dict[int, tuple[int, int] | None] = dict.fromkeys(shared)
        self._numbers = itertools.count()
        self._hashing = 0

    def text(self, make: Callable[[_Writing], Any], value: Any) -> str:
        try:
            text = json.dumps(make(self))
            if len(text) > LONGEST:
                raise NotPlain
        except (NotPlain, RecursionError, ValueError, ArithmeticError, MemoryError):
            return _opaque(value)
        self._encoder.sent.update(self._new)
        self._encoder.room -= sum(map(len, self._new))
        return text

    def piece(self, value: Any) -> Any:
        """Code a value; a large table only the first time."""
        if self._shared or type(value) not in (list, dict) or len(value) < _WORTH:
            return self.tagged(value, 0)
        try:
            key = marshal.dumps(value, 2)  # exact types only, the same bytes for the same value
            number = self._encoder.sent.get(key, self._new.get(key))
            if number is not None:
                return {TAG: "kept", "v": number}
            text = json.dumps(value)
            if f'"{TAG}"' in text or marshal.dumps(json.loads(text), 2) != key:
                return self.tagged(value, 0)
        except (TypeError, ValueError, RecursionError):
            return self.tagged(value, 0)
        if len(key) + sum(map(len, self._new)) > self._encoder.room:
            if len(key) > self._left:
                return self.tagged(value, 0)
            self._left -= len(key)  # each value is a byte of it, or more
            return value
        self._new[key] = next(self._encoder.numbers)
        return {TAG: "keep", "v": [self._new[key], value]}

    def _count(self, values: int) -> None:
        """Count as the other side will, or more: it refuses what is too large."""
        self._left -= values
        if self._left < 0:
            raise NotPlain

    def tagged(self, value: Any, depth: int) -> Any:
        self._count(1)
        if depth > DEEPEST:
            raise NotPlain
        kind = type(value)  # never isinstance: a pupil's class may lie about itself
        if value is None or kind is str or kind is bool:
            return value
        if kind is int:
            return value if -(2**53) < value < 2**53 else {TAG: "int", "v": str(value)}
        if kind is float:
            return value if math.isfinite(value) else {TAG: "float", "v": repr(value)}
        if kind is tuple:
            return {TAG: "tuple", "v": [self.tagged(item, depth + 1) for item in value]}
        if id(value) in self._old:
            return {TAG: "old", "v": self._old[id(value)]}
        if id(value) in self._shared:
            if (known := self._shared[id(value)]) is not None:
                self._count(known[1])
                return {TAG: "again", "v": known[0]}
            before = self._left
            inside = self._container(value, kind, depth)
            number = next(self._numbers)
            self._shared[id(value)] = number, before - self._left
            return {TAG: "first", "v": [number, inside]}
        return self._container(value, kind, depth)

    def _container(self, value: Any, kind: type, depth: int) -> Any:
        if kind is list:
            return [self.tagged(item, depth + 1) for item in value]
        if kind is set or kind is frozenset:
            return {TAG: kind.__name__, "v": [self._hashed(item, depth + 1) for item in value]}
        if kind is dict and all(type(key) is str for key in value) and TAG not in value:
            return {key: self.tagged(item, depth + 1) for key, item in value.items()}
        if kind in DICTS:
            return {TAG: kind.__name__, "v": self._pairs(value.items(), depth + 1)}
        return self._rare(value, kind, depth)

    def _pairs(self, items: Iterable[tuple[Any, Any]], depth: int) -> list[Any]:
        return [[self._hashed(key, depth), self.tagged(item, depth)] for key, item in items]

    def _hashed(self, value: Any, depth: int) -> Any:
        """Code what a set or a dictionary finds by its hash: so must the other side's copy."""
        self._hashing += 1
        coded = self.tagged(value, depth)
        self._hashing -= 1
        return coded

    def _rare(self, value: Any, kind: type, depth: int) -> Any:
        if value is ...:
            return {TAG: "..."}
        if kind is bytes:
            return {TAG: "bytes", "v": value.hex()}
        if kind is complex:
            return {TAG: "complex", "v": [repr(value.real), repr(value.imag)]}
        if kind is Decimal:
            return {TAG: "decimal", "v": str(value)}
        if kind is datetime.timedelta:
            return {TAG: "timedelta", "v": [value.days, value.seconds, value.microseconds]}
        if kind is range and len(value) <= LARGEST:
            return {TAG: "range", "v": [str(value.start), str(value.stop), str(value.step)]}
        for name, dated in DATES.items():
            if kind is dated:
                return {TAG: name, "v": value.isoformat()}
        if kind in RUNNING:
            items = list(itertools.islice(value, LARGEST))
            return {TAG: "iterator", "v": [self.tagged(item, depth + 1) for item in items]}
        if kind is type({}.keys()):
            return {TAG: "keys", "v": [self._hashed(item, depth + 1) for item in value]}
        if kind is type({}.values()):
            return {TAG: "values", "v": [self.tagged(item, depth + 1) for item in value]}
        if kind is type({}.items()):
            return {TAG: "items", "v": self._pairs(value, depth + 1)}
        if (array := arrays.coded(value)) is not None:
            self._count(math.prod(array[1] or ()))
            return {TAG: "numpy", "v": array}
        for base in kind.__mro__:
            if base in BARE:
                if self._hashing and base.__hash__ is None:
                    raise NotPlain  # its hash is the pupil's own
                inside = self.tagged(BARE[base](value), depth + 1)
                return {TAG: "heir", "v": [base.__name__, inside]}
        if callable(value):
            return self._encoder.handle(value)
        return {TAG: "opaque", "v": kind.__name__[:60]}


def _opaque(value: Any) -> str:
    return json.dumps({TAG: "opaque", "v": type(value).__name__[:60]})
