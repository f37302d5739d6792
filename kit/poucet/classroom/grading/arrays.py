"""NumPy's numbers, words and arrays cross the wall as a type, a shape and bytes.

A pupil who counts with NumPy answers with its numbers: a test must receive the very same, since
some tests accept them and some do not. Success: what arrives is what left, and no array is larger
than the bytes that were sent for it. Types that hold Python's objects never cross.
"""

from __future__ import annotations

import base64
import math
import re
import sys
from typing import Any

LARGEST_ARRAY = 16_000_000  # bytes
_LETTERS_END = 0x110000  # Unicode's
_TYPES = re.compile(r"\|b1|\|[iu]1|[<>](?:[iu][248]|f[248]|c(?:8|16)|U\d{1,7})")


def coded(value: Any) -> list[Any] | None:
    """Give type, shape and bytes of one of NumPy's values; None for any other value.

    Examples
    --------
    >>> import numpy as np
    >>> coded(np.int64(3))
    ['<i8', None, 'AwAAAAAAAAA=']
    >>> coded(np.array([None])), coded(3)
    (None, None)
    """
    numpy = sys.modules.get("numpy")  # without it, no value can be one of its own
    kind = type(value)
    if numpy is None or kind.__module__ != "numpy":
        return None
    if kind is not numpy.ndarray and not issubclass(kind, numpy.generic):
        return None
    array = numpy.asarray(value)
    if not _TYPES.fullmatch(array.dtype.str) or array.nbytes > LARGEST_ARRAY:
        return None
    shape = list(array.shape) if kind is numpy.ndarray else None
    return [array.dtype.str, shape, base64.b64encode(array.tobytes()).decode()]


def rebuilt(said: Any) -> Any:
    """Give the value of what `coded` wrote.

    Raises
    ------
    ValueError, TypeError
        If type, shape and bytes do not fit: nothing is taken on trust.
    """
    import numpy

    name, shape, letters = said
    if not isinstance(name, str) or not _TYPES.fullmatch(name):
        raise ValueError("type")
    sides = [] if shape is None else shape
    if not isinstance(sides, list) or len(sides) > 32:
        raise ValueError("shape")
    if not all(type(side) is int and 0 <= side <= LARGEST_ARRAY for side in sides):
        raise ValueError("shape")
    data = base64.b64decode(letters, validate=True)
    kind = numpy.dtype(name)
    cells = math.prod(sides)
    if cells > LARGEST_ARRAY or cells * kind.itemsize != len(data):
        raise ValueError("size")
    if kind.kind == "b" and data.strip(b"\0\1"):
        raise ValueError("truth")
    if not data:
        return _alone(numpy.zeros(sides, kind), shape)
    if kind.kind == "U" and numpy.frombuffer(data, f"{name[0]}u4").max() >= _LETTERS_END:
        raise ValueError("letter")
    return _alone(numpy.frombuffer(data, kind).reshape(sides).copy(), shape)


def _alone(array: Any, shape: Any) -> Any:
    return array[()] if shape is None else array
