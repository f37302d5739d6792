"""Odd answers: whatever a name may hold in a pupil's notebook, and functions that behave badly."""

import functools

import numpy as np
import pandas as pd
from hypothesis import strategies as st


class Spiteful:
    """Raises whatever one does to it."""

    def __getattribute__(self, name):
        raise RuntimeError("no")

    __repr__ = __str__ = __eq__ = __hash__ = __lt__ = __len__ = __iter__ = __bool__ = (
        lambda self, *others: 1 / 0
    )


class Mute(Exception):
    """Refuses to say what went wrong."""

    def __str__(self):
        raise RuntimeError("no")


VALUES = {
    "nothing": None,
    "dots": ...,
    "an empty string": "",
    "a space": " ",
    "a number as a string": "12",
    "a word": "oui",
    "a list": [],
    "a dictionary": {},
    "a set": set(),
    "a tuple": (),
    "zero": 0,
    "minus one": -1,
    "a decimal": 3.5,
    "not a number": float("nan"),
    "infinity": float("inf"),
    "minus infinity": float("-inf"),
    "a boolean": True,
    "a huge number": 10**400,
    "minus a huge number": -(10**5000),
    "a complex number": 2j,
    "bytes": b"12",
    "a class": int,
    "a builtin": len,
    "a range": range(3),
    "an object": object(),
    "an error": ValueError("no"),
    "numpy's whole number": np.int64(12),
    "numpy's decimal": np.float64(3.5),
    "numpy's boolean": np.bool_(True),
    "numpy's string": np.str_("12"),
    "an array": np.array([1, 2]),
    "an array in a list": [np.array([1, 2])],
    "a table": pd.DataFrame({"a": [1, 2]}),
    "a column": pd.Series([1, 2]),
    "nothing in a list": [None],
    "dots in a list": [...],
    "lists in a list": [[1, [2]], []],
    "a dictionary in a list": [{}],
    "a set in a list": [set()],
    "mixed rows": [{"pupil": "1"}, None, 3],
    "a list in a dictionary": {"a": [1]},
    "numbers as keys": {1: 2},
    "nothing as a key": {None: None},
    "mixed keys": {("F",): None, "M": [], 3: {}},
    "mixed pairs": [("a", 1), ("a", "b", "c"), 5],
}


def raises(error):
    """Give a function that stops on an error, whatever it is given."""

    def function(*given):
        raise error

    return function


def spoils(*given):
    for one in given:
        if isinstance(one, (list, dict)):
            one.clear()


def fills(*given):
    for one in given:
        if isinstance(one, list):
            one.append(one)
    return given[0]


def numbered():
    """Give a function that changes its mind at each call."""
    calls = iter(range(1000))
    return lambda *given: next(calls)


def reader(*given):
    yield from given


def endless(*given):
    return endless(*given)


FUNCTIONS = {
    "without arguments": lambda: 0,
    "with six arguments": lambda a, b, c, d, e, f: 0,
    "gives itself back": lambda *given: given,
    "gives its first argument": lambda first, *others: first,
    "prints": lambda *given: print("bonjour"),  # noqa: T201
    "spoils what it is given": spoils,
    "fills what it is given": fills,
    "changes its mind": numbered(),
    "a generator": reader,
    "calls itself": endless,
    "a class": dict,
    "a partial": functools.partial(max, 3),
    "stops without a word": raises(KeyError()),
    "stops on several lines": raises(ValueError("a\nb\nc")),
    "stops on a long word": raises(TypeError("x" * 5000)),
    "stops at the end": raises(StopIteration()),
    "stops on an assertion": raises(AssertionError()),
    "leaves": raises(SystemExit(1)),
    "leaves in silence": raises(Mute()),
}
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner),
)
