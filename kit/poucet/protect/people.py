"""The people of a table, each counted once: what an answer with noise is made from."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from numbers import Real
from typing import Any

import numpy as np

from poucet.attacks.cells import DATE, NUMBER, WORD, Cells, read_cells
from poucet.attacks.table import choose, column_names, empty_table, open_table
from poucet.errors import PoucetError
from poucet.i18n import gettext as _


@dataclass(frozen=True, eq=False)
class People:
    """One entry a person, those left out of the answer already gone.

    Attributes
    ----------
    values : list
        The values that make the cells; a single None when all are one cell.
    cell : ndarray of int
        The cell each person is in.
    number : ndarray of float
        Each one's number, within the bounds; zeros when only counting.
    low, high : float
        The bounds.
    """

    values: list[Any]
    cell: np.ndarray
    number: np.ndarray
    low: float
    high: float

    def counts(self) -> np.ndarray:
        """Count the people of each cell: one person more adds 1 to one cell."""
        return np.bincount(self.cell, minlength=len(self.values))

    def sums(self, steps: int) -> np.ndarray:
        """Sum the distances from the middle of the bounds, in whole steps.

        One person more changes one cell by `steps` at most: that is an end of the range. The
        middle, rather than zero, keeps that change, and so the noise, as small as can be. The clip
        holds the promise even where bounds are so near that floats round beyond them.
        """
        middle, half = (self.low + self.high) / 2, (self.high - self.low) / 2
        taken = np.rint((self.number - middle) / half * steps).clip(-steps, steps)
        return np.bincount(self.cell, taken, len(self.values)).astype(np.int64)

    def at(self, share: float) -> float:
        """Give the number that lies at a share, −1 to 1, of the way from the middle to an end."""
        middle, half = (self.low + self.high) / 2, (self.high - self.low) / 2
        return min(max(middle + half * share, self.low), self.high)


def read_people(
    frame: Any, by: Any, values: Iterable[Any] | None, mean: Any, low: Any, high: Any, person: Any
) -> People:
    """Read who is in which cell, with which number; see `poucet.protect.noise.add_noise`."""
    table = open_table(frame)
    listed = _listed(by, values)
    low, high = _bounds(mean, low, high)
    roles = {"by": by, "mean": mean, "person": person}
    for argument, name in roles.items():
        if name is not None:
            choose(table, [name], argument)
    names = list(dict.fromkeys(name for name in roles.values() if name is not None))
    if not names:  # any column tells how many rows there are
        names = column_names(table)[:1]
        if not names:
            raise empty_table()
    columns, rows = read_cells(table, names)
    cells = dict(zip(names, columns, strict=True))

    kept = np.ones(rows, bool)
    number = np.zeros(rows)
    if mean is not None:
        column = cells[mean]
        if column.kind != NUMBER:
            raise PoucetError(
                _(
                    "La colonne « {name} » ne contient pas des nombres : on ne peut pas en faire la"
                    " moyenne."
                ).format(name=mean)
            )
        number = column.values.astype(np.float64).clip(low, high)
        if column.missing is not None:
            kept &= ~column.missing
    cell = np.zeros(rows, np.int64)
    if by is not None:
        cell = _places(cells[by], listed)
    if person is not None:
        who = _who(cells[person])[kept]
        cell, number = _one_each(who, cell[kept], number[kept], by)
    else:
        cell, number = cell[kept], number[kept]
    inside = cell >= 0
    return People(listed, cell[inside], number[inside], low, high)


def _listed(by: Any, values: Iterable[Any] | None) -> list[Any]:
    if by is None:
        if values is not None:
            raise PoucetError(
                _("L’argument values énumère les valeurs d’une colonne : nommez-la avec by.")
            )
        return [None]
    listed = list(values) if isinstance(values, Iterable) and not isinstance(values, str) else []
    if not listed or not all(isinstance(value, Hashable) for value in listed):
        raise PoucetError(
            _(
                "L’argument values doit énumérer d’avance les valeurs de « {by} », par exemple"
                ' ["F", "M"] : les lire dans le tableau trahirait déjà l’élève qui porte une valeur'
                " rare."
            ).format(by=by)
        )
    if len(set(listed)) < len(listed):
        raise PoucetError(
            _("L’argument values contient deux fois la même valeur : gardez-la une seule fois.")
        )
    return listed


def _bounds(mean: Any, low: Any, high: Any) -> tuple[float, float]:
    if mean is None:
        return 0.0, 1.0
    good = all(isinstance(b, Real) and math.isfinite(b) for b in (low, high))
    if not good or not low < high or math.isinf(float(high) - float(low)):
        raise PoucetError(
            _(
                "Une moyenne demande deux bornes connues d’avance, low plus petite que high, par"
                " exemple low=0, high=20, et non low={low}, high={high}."
            ).format(low=repr(low), high=repr(high))
        )
    return float(low), float(high)


def _places(column: Cells, listed: list[Any]) -> np.ndarray:
    """Give the place of each row's value in the list, −1 for a value that is not in it."""
    place = {_key(value): n for n, value in enumerate(listed)}
    distinct, inverse = np.unique(column.values, return_inverse=True)
    if column.kind == WORD:
        found = [place.get(_key(column.words[n]), -1) for n in distinct] if column.words else []
    elif column.kind == DATE:
        found = [place.get(_key(day), -1) for day in distinct]
    else:
        found = [place.get(one, -1) for one in distinct.tolist()]
    places = np.array(found or [-1] * len(distinct), np.int64)[inverse]
    if column.missing is not None:
        places[column.missing] = -1
    return places


def _key(value: Any) -> Any:
    """Make dates of all kinds equal to one another."""
    if isinstance(value, np.datetime64) or hasattr(value, "isoformat"):
        return np.datetime64(value, "us")
    return value


def _who(column: Cells) -> np.ndarray:
    """Give each person a number; rows that do not say who are about one and the same."""
    who = np.unique(column.values, return_inverse=True)[1]
    if column.missing is not None:
        who[column.missing] = who.max() + 1
    return who


def _one_each(
    who: np.ndarray, cell: np.ndarray, number: np.ndarray, by: Any
) -> tuple[np.ndarray, np.ndarray]:
    """Keep one entry a person, with the mean of the numbers."""
    first, who = np.unique(who, return_index=True, return_inverse=True)[1:]
    if (cell != cell[first][who]).any():
        raise PoucetError(
            _(
                "Une même personne a plusieurs valeurs de « {by} » : chacune ne peut compter"
                " qu’une fois ; choisissez une colonne qui ne change pas d’une ligne à l’autre."
            ).format(by=by)
        )
    return cell[first], np.bincount(who, number) / np.bincount(who)
