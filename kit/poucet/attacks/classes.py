"""Class sizes: how many people share the same values, the root of every measure of singling out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from poucet.attacks.groups import group_sizes
from poucet.attacks.keys import pack
from poucet.attacks.table import choose, empty_table, is_lazy, open_table, read
from poucet.i18n import ngettext, number, percent
from poucet.labels import label


@dataclass(frozen=True, eq=False, repr=False)
class ClassSizes:
    """How people fall into equivalence classes: those who share every value of some columns.

    Attributes
    ----------
    by : tuple
        The columns that were compared, the quasi-identifier.
    sizes, counts : numpy.ndarray of int64
        The class sizes that occur, ascending, and how many classes have each size.
    rows : int
        People in the table.
    classes : int
        Equivalence classes.
    """

    by: tuple[Any, ...]
    sizes: np.ndarray
    counts: np.ndarray
    rows: int = field(init=False)
    classes: int = field(init=False)

    def __post_init__(self) -> None:
        for array in (self.sizes, self.counts):
            array.setflags(write=False)
        object.__setattr__(self, "rows", int(self.sizes @ self.counts))
        object.__setattr__(self, "classes", int(self.counts.sum()))

    @property
    def histogram(self) -> tuple[np.ndarray, np.ndarray]:
        """The class sizes that occur, ascending, and how many classes have each size."""
        return self.sizes, self.counts

    @property
    def k(self) -> int:
        """Size of the smallest class: the table is k-anonymous for that k (Sweeney 2002)."""
        return int(self.sizes[0])

    @property
    def unique(self) -> int:
        """How many people are alone in their class."""
        return int(self.counts[0]) if self.k == 1 else 0

    @property
    def unique_share(self) -> float:
        """Share of the people who are alone in their class, between 0 and 1."""
        return self.unique / self.rows

    @property
    def average_risk(self) -> float:
        """Chance to name someone drawn at random, with one guess: classes / rows.

        A person in a class of n is found with chance 1/n; the n of them add up to 1, so the sum
        over all people is the number of classes.
        """
        return self.classes / self.rows

    def expected_success(self, guesses: int = 1) -> float:
        """Give the chance to name someone drawn at random with so many guesses.

        Parameters
        ----------
        guesses : int
            How many names may be given for one person; in a class of n people the chance is
            ``min(guesses, n) / n``.

        Returns
        -------
        float
            Between 0 and 1; `average_risk` with one guess.
        """
        return float(np.minimum(self.sizes, guesses) @ self.counts) / self.rows

    def __str__(self) -> str:
        columns = ", ".join(label(str(name)) for name in self.by)
        return ngettext(
            "Avec {columns} : {unique} personne sur {rows} ({share}) est seule dans sa classe"
            " d’équivalence ; la plus petite des {classes} classes compte k = {k}.",
            "Avec {columns} : {unique} personnes sur {rows} ({share}) sont seules dans leur classe"
            " d’équivalence ; la plus petite des {classes} classes compte k = {k}.",
            self.unique,
        ).format(
            columns=columns,
            unique=number(self.unique),
            rows=number(self.rows),
            share=percent(self.unique_share, 1),
            classes=number(self.classes),
            k=number(self.k),
        )

    __repr__ = __str__


def class_sizes(frame: Any, by: str | Iterable[Any]) -> ClassSizes:
    """Count how many people share the same values of some columns.

    Someone holds a table without names and knows a few facts about a pupil: her birth date, her
    sex. The pupils who share these facts form an equivalence class. Success, for the holder, is a
    class of one: the row can only be hers, and all the rest of it with her.

    A missing value (``None``, ``NaN``, ``NaT``, pandas’ ``NA``) counts as a value like any other,
    and there is only one of it: two pupils whose second language is missing share it.

    Parameters
    ----------
    frame : table
        pandas, Polars or Arrow table, or a dictionary of columns, one row a person. DuckDB
        relations, PySpark and lazy Polars frames are counted by their own engine and never
        collected.
    by : str or iterable of str
        The columns to compare, the quasi-identifier; a text is one column's name.

    Returns
    -------
    ClassSizes
        k, unique people, average risk and the histogram they come from.

    Raises
    ------
    poucet.errors.PoucetError
        If the table is empty or none, a column is unknown, or a cell holds a list.

    Notes
    -----
    k-anonymity: L. Sweeney, “k-anonymity: a model for protecting privacy”, IJUFKS 10 (2002),
    557–570.

    Examples
    --------
    >>> pupils = {"sex": ["F", "F", "M", "F"], "born": [2009, 2009, 2009, 2010]}
    >>> found = class_sizes(pupils, by=["sex", "born"])
    >>> found.k, found.classes, found.unique, found.average_risk
    (1, 3, 2, 0.75)
    >>> found.expected_success(guesses=2)
    1.0
    """
    table = open_table(frame)
    names = choose(table, by)
    if is_lazy(table):
        from poucet.attacks.lazy import lazy_group_sizes

        sizes, counts = lazy_group_sizes(table, names)
        if not len(sizes):
            raise empty_table()
    else:
        columns, rows = read(table, names)
        columns.sort(key=lambda column: column.size)
        sizes, counts = group_sizes(*pack(columns, rows))
    return ClassSizes(tuple(names), sizes, counts)
