"""How far a released cell is from what is known: 0 if it may be the same person's.

Someone knows a birth date; the released table says "2009", "2009-2010", a date a few days off, or
nothing. Which rows may still be hers? An exact cell must be equal. A wider one is compared through
a rule, which anybody who reads the release can write: here a year stands for its days.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from poucet.attacks.cells import DATE, WORD, Cells
from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.protect.hierarchies import ANY
from poucet.protect.wider_labels import covered

Rule = Mapping[Any, Any] | Callable[..., Any]


@dataclass(frozen=True, eq=False)
class Compared:
    """One column of the people attacked and of the release, by the values that occur.

    Attributes
    ----------
    known, released : numpy.ndarray of int
        Each person's value, each released row's value.
    gap : numpy.ndarray of float, shape (values known, values released)
        How far they are from each other; 0 where they may be one person's.
    withheld : numpy.ndarray of bool
        Which released values say nothing.
    plain : frozenset
        The values known, as they are.
    """

    known: np.ndarray
    released: np.ndarray
    gap: np.ndarray
    withheld: np.ndarray
    plain: frozenset[Any]


def compare(
    known: Cells,
    released: Cells,
    name: Any,
    rule: Rule | None,
    plain: frozenset[Any] | None = None,
) -> Compared:
    """Compare every value that is known with every value that was released.

    Two numbers, or two dates, are as far apart as their difference over the released range, any
    other two values 0 if equal, else 1. A gap equals a gap.

    Parameters
    ----------
    known, released : Cells
        The column of the people attacked, and of the released table.
    name : object
        The column's name, for the error's sentence.
    rule : mapping or callable, optional
        How a known value is recognised: a level of a hierarchy, that is a mapping or a function
        from the known value to the released one, or ``rule(known, released)``, true if one may
        stand for the other. Without it, equal values and the labels that
        `poucet.protect.wider_labels.covered` reads.
    plain : frozenset, optional
        For the control set: the values of the original table, which are no wider labels whatever
        they look like. Without it they are those of ``known``.

    Raises
    ------
    poucet.errors.PoucetError
        If no known value resembles any released one, so that nobody could ever be found: a column
        that was widened without saying how would look safe.
    """
    mine, mine_values = _values(known)
    theirs, their_values = _values(released)
    graded = rule is None and known.kind == released.kind and known.kind != WORD
    if graded:
        gap = _by_difference(mine_values, their_values, known.kind)
    else:
        gap = _by_rule(mine_values, their_values, rule, plain or frozenset(mine_values))
    withheld = np.array([isinstance(value, str) and value == ANY for value in their_values])
    gap[:, withheld] = 0
    if plain is None and not graded and gap.all():
        raise PoucetError(
            _(
                "Dans la colonne « {name} », aucune valeur publiée (par exemple {released}) ne"
                " correspond à une valeur connue (par exemple {known}) : donnez la règle avec"
                " same={{…}}, ou retirez la colonne de ce que l’on sait."
            ).format(name=name, released=_shown(their_values[0]), known=_shown(mine_values[0]))
        )
    return Compared(mine, theirs, gap, withheld, frozenset(mine_values))


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


def _by_rule(
    known: list[Any], released: list[Any], rule: Rule | None, plain: frozenset[Any]
) -> np.ndarray:
    if callable(rule) and _takes_two(rule):
        return np.array([[float(not rule(value, other)) for other in released] for value in known])
    gap = np.ones((len(known), len(released)))
    places = {value: place for place, value in enumerate(released)}
    unsaid = []  # the values whose released label no rule gives
    for row, value in enumerate(known):
        if isinstance(rule, Mapping) and value in rule:
            wider = rule[value]
        elif callable(rule):
            wider = None if value is None else rule(value)
        else:
            unsaid.append(row)
            wider = value
        if wider in places:
            gap[row, places[wider]] = 0
    values = [known[row] for row in unsaid]
    for label, place in places.items():
        if values and label not in plain:
            gap[unsaid, place] = ~covered(label, values)
    return gap


def _takes_two(rule: Callable[..., Any]) -> bool:
    """Tell a rule about two values from a level of a hierarchy, which takes one."""
    needed = [
        parameter
        for parameter in inspect.signature(rule).parameters.values()
        if parameter.default is parameter.empty
        and parameter.kind in (parameter.POSITIONAL_ONLY, parameter.POSITIONAL_OR_KEYWORD)
    ]
    return len(needed) == 2


def _by_difference(known: list[Any], released: list[Any], kind: str) -> np.ndarray:
    first, second = _as_floats(known, kind), _as_floats(released, kind)
    there = second[~np.isnan(second)]
    span = float(np.ptp(there)) if len(there) else 0.0
    gap = np.abs(first[:, None] - second) / (span or 1.0)
    blank = np.isnan(first)[:, None] != np.isnan(second)
    return np.where(np.isnan(gap), blank.astype(np.float64), gap)


def _as_floats(values: list[Any], kind: str) -> np.ndarray:
    """Give numbers as they are, dates as days; NaN where there is none."""
    if kind != DATE:
        return np.array([np.nan if value is None else value for value in values], np.float64)
    moments = np.array(values, "datetime64[us]")
    days = (moments - np.datetime64(0, "D")) / np.timedelta64(1, "D")
    return days
