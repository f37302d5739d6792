"""What a reader of the school's file makes of its columns, and of whom it is false."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

import numpy as np


class Reading(NamedTuple):
    """A column, for whom it speaks, and the trait that a reader concludes from it."""

    column: str
    says: Callable[[np.ndarray], np.ndarray]
    trait: str


def _filled(cells: np.ndarray) -> np.ndarray:
    return np.asarray(cells != "", dtype=bool)


def _empty(cells: np.ndarray) -> np.ndarray:
    return np.asarray(cells == "", dtype=bool)


# The four readings of lesson 1.
READINGS = (
    Reading("address2", _filled, "separated_parents"),
    Reading("guardian2_phone", _empty, "separated_parents"),
    Reading("scholarship", np.asarray, "money_trouble"),
    Reading("accommodation", _filled, "illness"),
)


def wrongly_read(
    columns: Mapping[str, np.ndarray], truth: Mapping[str, np.ndarray], held: Iterable[str]
) -> np.ndarray:
    """Tell of whom at least one reading of the columns held is false.

    Parameters
    ----------
    columns : mapping of str to ndarray
        The file, a row a pupil.
    truth : mapping of str to ndarray of bool
        The sealed traits, in the same order.
    held : iterable of str
        The columns that are read.

    Returns
    -------
    ndarray of bool
        One value a row of the file.
    """
    wrong = np.zeros(len(next(iter(truth.values()))), dtype=bool)
    known = set(held)
    for reading in READINGS:
        if reading.column in known:
            wrong |= reading.says(columns[reading.column]) & ~truth[reading.trait]
    return wrong
