"""Linkage: two tables put back together by what their rows have in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from poucet.attacks.cells import Cells, read_cells
from poucet.attacks.joint import common_keys
from poucet.attacks.probe import match_once
from poucet.attacks.table import choose, open_table
from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.i18n import ngettext, number, percent
from poucet.labels import label
from poucet.results import Result, wilson

NOBODY = -1


@dataclass(frozen=True)
class LinkScore(Result):
    """How right a linkage was, once the truth is known.

    ``value`` is the share found among the people who are in both tables, ``baseline`` what drawing
    one row of the right table for each would find.

    Attributes
    ----------
    found : int
        People of the left table paired with themselves.
    missed : int
        People who are in both tables and were paired with nobody.
    wrong : int
        People paired with somebody else: what is written about another is held against them.
    """

    found: int
    missed: int
    wrong: int

    @property
    def precision(self) -> float:
        """Share of the pairs that are right; 1 when no pair was made: nobody is wrongly accused."""
        pairs = self.found + self.wrong
        return self.found / pairs if pairs else 1.0

    def __str__(self) -> str:
        wrong = ngettext(
            "{count} personne prise pour une autre",
            "{count} personnes prises pour d’autres",
            self.wrong,
        ).format(count=number(self.wrong))
        missed = ngettext("{count} manquée", "{count} manquées", self.missed).format(
            count=number(self.missed)
        )
        return f"{super().__str__()} {wrong}, {missed}."


@dataclass(frozen=True, eq=False, repr=False)
class Linkage:
    """Rows of two tables believed to be the same people.

    Attributes
    ----------
    pairs : numpy.ndarray of int64, shape (n, 2)
        Row numbers from 0, left then right, ascending by the left; no row occurs twice.
    left_rows, right_rows : int
        How many rows either table has.
    on : tuple of tuple
        The columns compared, each with its name on the left and on the right.
    """

    pairs: np.ndarray
    left_rows: int
    right_rows: int
    on: tuple[tuple[Any, Any], ...]

    def __post_init__(self) -> None:
        self.pairs.setflags(write=False)

    def score(self, truth: Iterable[int]) -> LinkScore:
        """Compare the pairs with the truth, which only the owner of both tables knows.

        Parameters
        ----------
        truth : array_like of int
            For each row of the left table, in order, the row of the right table that is the same
            person; −1 for somebody who is not there.

        Returns
        -------
        LinkScore
            Found, missed and wrong, with interval and baseline.

        Raises
        ------
        poucet.errors.PoucetError
            If the truth has not one row number for each row of the left table.
        """
        answer = self._checked(truth)
        matched = np.full(self.left_rows, NOBODY)
        matched[self.pairs[:, 0]] = self.pairs[:, 1]
        there, paired = answer != NOBODY, matched != NOBODY
        people = int(there.sum())
        found = int((there & (matched == answer)).sum())
        return LinkScore(
            value=found / people if people else 0.0,
            interval=wilson(found, people),
            baseline=1 / self.right_rows,
            unit=_("des personnes présentes dans les deux tableaux sont retrouvées"),
            found=found,
            missed=int((there & ~paired).sum()),
            wrong=int((paired & (matched != answer)).sum()),
        )

    def _checked(self, truth: Iterable[int]) -> np.ndarray:
        answer = np.asarray(truth if hasattr(truth, "__len__") else list(truth))
        if answer.shape != (self.left_rows,) or answer.dtype.kind not in "iu":
            raise PoucetError(
                _(
                    "La vérité attend un numéro de ligne de droite par ligne de gauche, soit"
                    " {count} nombres entiers, et −1 pour qui n’y est pas."
                ).format(count=number(self.left_rows))
            )
        if len(answer) and not NOBODY <= int(answer.min()) <= int(answer.max()) < self.right_rows:
            raise PoucetError(
                _(
                    "La vérité nomme une ligne qui n’existe pas : les lignes de droite vont de 0 à"
                    " {last}, et −1 veut dire personne."
                ).format(last=number(self.right_rows - 1))
            )
        return answer.astype(np.int64)

    def __str__(self) -> str:
        columns = ", ".join(label(str(name)) for name, _other in self.on)
        return ngettext(
            "D’après {columns} : {count} ligne sur {left} ({share}) a son unique pendant parmi les"
            " {right} de l’autre tableau.",
            "D’après {columns} : {count} lignes sur {left} ({share}) ont leur unique pendant parmi"
            " les {right} de l’autre tableau.",
            len(self.pairs),
        ).format(
            columns=columns,
            count=number(len(self.pairs)),
            left=number(self.left_rows),
            share=percent(len(self.pairs) / self.left_rows, 1),
            right=number(self.right_rows),
        )

    __repr__ = __str__


def link(left: Any, right: Any, on: str | Iterable[Any] | Mapping[Any, Any]) -> Linkage:
    """Pair the rows of two tables that agree on some columns and on which nobody else does.

    Someone holds a trail without names and buys, finds or already has a directory with names. What
    both say of a pupil, a birth date, a sex, a commune, is the thread that ties them. Success is a
    pair of rows of one person: the name of one table gets the secrets of the other.

    Only one-to-one matches count: values that occur twice in either table point at nobody. A gap
    (``None``, ``NaN``, ``NaT``) agrees with nothing, not even with another gap.

    Parameters
    ----------
    left, right : table
        pandas, Polars or Arrow tables, or dictionaries of columns, not necessarily of one kind.
    on : str, iterable of str, or mapping
        The columns to compare; a mapping gives for each column of the left table its name on the
        right.

    Returns
    -------
    Linkage
        The pairs of row numbers, and ``score`` to judge them.

    Raises
    ------
    poucet.errors.PoucetError
        If a table is empty or none, a column is unknown, or holds dates on one side and texts on
        the other.

    Examples
    --------
    >>> trail = {"born": [2009, 2010, 2010, 2011], "searched": ["a", "b", "c", "d"]}
    >>> named = {"birth_year": [2011, 2010, 2009], "name": ["Zoé", "Ali", "Léa"]}
    >>> found = link(trail, named, on={"born": "birth_year"})
    >>> found.pairs.tolist()
    [[0, 2], [3, 0]]
    >>> judged = found.score([2, 1, -1, 0])
    >>> judged.found, judged.missed, judged.wrong
    (2, 1, 0)
    """
    first, second, names = read_both(left, right, on)
    keys = common_keys(first, second, names)
    whole = [_whole(columns) for columns in (first, second)]
    kept = [key if rows is None else key[rows] for key, rows in zip(keys, whole, strict=True)]
    pairs = match_once(*kept)
    for side, rows in enumerate(whole):
        if rows is not None:
            pairs[:, side] = rows[pairs[:, side]]
    return Linkage(pairs, len(first[0]), len(second[0]), tuple(names))


def read_both(
    left: Any, right: Any, on: Any
) -> tuple[list[Cells], list[Cells], list[tuple[Any, Any]]]:
    """Read the columns to compare of two tables, and give their names on either side."""
    tables = open_table(left), open_table(right)
    if isinstance(on, Mapping):
        chosen = choose(tables[0], list(on), "on"), choose(tables[1], list(on.values()), "on")
    else:
        chosen = (choose(tables[0], on, "on"),) * 2
        choose(tables[1], chosen[0], "on")
    first, second = (read_cells(*each)[0] for each in zip(tables, chosen, strict=True))
    return first, second, list(zip(*chosen, strict=True))


def _whole(columns: list[Cells]) -> np.ndarray | None:
    """Give the rows without a gap; None if all are."""
    gaps = [column.missing for column in columns if column.missing is not None]
    return np.flatnonzero(~np.logical_or.reduce(gaps)) if gaps else None
