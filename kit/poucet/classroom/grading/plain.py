"""Plain values cross the wall of the sandbox as tagged JSON; everything else stays behind it.

Pupil's code runs on one side, the tests on the other. Success: what a test receives is a value
of exactly the type that left, a function that can be called back, or an `Opaque` that equals
nothing. Nothing of a pupil's is unpickled, imported or asked for its own opinion (``__eq__``).

- Python's own plain values, and NumPy's numbers, words and arrays of them, arrive as they are.
- What inherits from one, a named tuple for instance, arrives with the contents of the one it
  inherits from, as an instance of a class that adds nothing: ``isinstance`` holds, ``type(x) is``
  does not, as in the pupil's own notebook.
- Other objects arrive `Opaque`; pandas' tables and columns too, since no test of the assignments
  accepts one: comparing them gives a table, which is neither true nor false.

A large table that crosses again is sent as the number of the first sending.
"""

from __future__ import annotations

import datetime
import types
from collections.abc import Callable
from typing import Any

LARGEST = 2_000_000  # values in one message
LONGEST = 20_000_000  # characters of one value
KEPT = 16_000_000  # bytes of the tables that each side keeps of the other's
TAG = "$"
DATES: dict[str, type] = {
    "date": datetime.date,
    "datetime": datetime.datetime,
    "time": datetime.time,
}
RUNNING = (types.GeneratorType, map, filter, zip, enumerate)
# The contents of an instance of a pupil's class that inherits from one of Python's.
BARE: dict[type, Callable[[Any], Any]] = {
    int: int.__pos__,
    float: float.__pos__,
    str: str.__str__,
    bytes: lambda value: bytes.__getitem__(value, slice(None)),
    list: lambda value: list.__getitem__(value, slice(None)),
    tuple: lambda value: tuple.__getitem__(value, slice(None)),
    set: lambda value: {*set.__iter__(value)},
    frozenset: lambda value: frozenset(frozenset.__iter__(value)),
    dict: dict.copy,
}
HEIRS = {base.__name__: type(f"{base.__name__}_heir", (base,), {}) for base in BARE}


class Opaque:
    """Something of a pupil's that is no plain value: only its type's name came out."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def __repr__(self) -> str:
        return f"<{self.kind}>"
