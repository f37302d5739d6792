"""How far a released cell is from what is known: 0 if it may be the same person's, at most 1.

Someone knows a birth date; the released table says "2009", "2009-2010", a date a few days off, or
nothing. Which rows may still be hers? An exact cell must be equal. A wider one is compared through
a rule, which anybody who reads the release can write: here a year stands for its days.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from poucet.attacks.cells import DATE, WORD, Cells
from poucet.errors import PoucetError
from poucet.i18n import gettext as _

WITHHELD = "*"  # the widest value of every hierarchy: it says nothing, so it excludes nobody

Rule = Mapping[Any, Any] | Callable[[Any, Any], bool]


@dataclass(frozen=True, eq=False)
class Compared:
    """One column of the people attacked and of the release, by the values that occur.

    Attributes
    ----------
    known, released : numpy.ndarray of int
        Each person's value, each released row's value.
    gap : numpy.ndarray of float, shape (values known, values released)
        How far they are from each other, from 0 to 1.
    withheld : numpy.ndarray of bool
        Which released values say nothing.
    """

    known: np.ndarray
    released: np.ndarray
    gap: np.ndarray
    withheld: np.ndarray


def compare(
    known: Cells, released: Cells, name: Any, rule: Rule | None, absent: bool = False
) -> Compared:
    """Compare every value that is known with every value that was released.

    Two numbers, or two dates, are as far apart as their difference over the released range, and
    never more than 1; any other two values are equal or not. A gap equals a gap.

    Parameters
    ----------
    known, released : Cells
        The column of the people attacked, and of the released table.
    name : object
        The column's name, for the error's sentence.
    rule : mapping or callable, optional
        Known value to released value; or ``rule(known, released)``, true if the released value may
        stand for the known one. Without it values are compared as they are.
    absent : bool
        Whether the people are the control set, who need not resemble anybody.

    Raises
    ------
    poucet.errors.PoucetError
        If no known value resembles any released one, so that nobody could ever be found: a column
        that was widened without saying how would look safe.
    """
    mine, mine_values = _values(known)
    theirs, their_values = _values(released)
    if rule is not None:
        gap = _by_rule(mine_values, their_values, rule)
    elif known.kind == released.kind and known.kind != WORD:
        gap = _by_difference(mine_values, their_values, known.kind)
    else:
        places = {value: place for place, value in enumerate(their_values)}
        gap = np.ones((len(mine_values), len(their_values)))
        for row, value in enumerate(mine_values):
            if value in places:
                gap[row, places[value]] = 0
    withheld = np.array([isinstance(value, str) and value == WITHHELD for value in their_values])
    gap[:, withheld] = 0
    graded = rule is None and known.kind == released.kind and known.kind != WORD
    if not (absent or graded) and gap.all():
        raise PoucetError(
            _(
                "Dans la colonne « {name} », aucune valeur publiée (par exemple {released}) ne"
                " correspond à une valeur connue (par exemple {known}) : donnez la règle avec"
                " same={{…}}, ou retirez la colonne de ce que l’on sait."
            ).format(name=name, released=_shown(their_values[0]), known=_shown(mine_values[0]))
        )
    return Compared(mine, theirs, gap, withheld)


def _shown(value: Any) -> str:
    return repr(value) if isinstance(value, str) else str(value)


def _values(column: Cells) -> tuple[np.ndarray, list[Any]]:
    """Give each cell's place among the distinct values, as plain Python values; a gap is None."""
    if column.kind == WORD:
        places, values = column.values.astype(np.int64), list(column.words)
    else:
        found, places = np.unique(column.values, return_inverse=True)
        if column.kind == DATE and (found.astype("datetime64[D]") == found).all():
            found = found.astype("datetime64[D]")
        elif column.kind == DATE:
            found = found.astype("datetime64[us]")
        values = found.tolist()
    if column.missing is not None:
        places = np.where(column.missing, len(values), places)
        values.append(None)
    return places, values


def _by_rule(known: list[Any], released: list[Any], rule: Rule) -> np.ndarray:
    if isinstance(rule, Mapping):
        wider = [rule.get(value, value) for value in known]
        return np.array([[float(value != other) for other in released] for value in wider])
    return np.array([[float(not rule(value, other)) for other in released] for value in known])


def _by_difference(known: list[Any], released: list[Any], kind: str) -> np.ndarray:
    first, second = _as_floats(known, kind), _as_floats(released, kind)
    there = second[~np.isnan(second)]
    span = float(np.ptp(there)) if len(there) else 0.0
    gap = np.minimum(np.abs(first[:, None] - second) / (span or 1.0), 1)
    blank = np.isnan(first)[:, None] != np.isnan(second)
    return np.where(np.isnan(gap), blank.astype(np.float64), gap)


def _as_floats(values: list[Any], kind: str) -> np.ndarray:
    """Give numbers as they are, dates as days; NaN where there is none."""
    if kind != DATE:
        return np.array([np.nan if value is None else value for value in values], np.float64)
    moments = np.array(values, "datetime64[us]")
    days = (moments - np.datetime64(0, "D")) / np.timedelta64(1, "D")
    return days
