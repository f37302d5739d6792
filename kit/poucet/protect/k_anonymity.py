"""k-anonymity: everyone looks like at least k − 1 others, as far as some columns go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from poucet.attacks.classes import class_sizes
from poucet.attacks.sensitive import l_diversity, t_closeness
from poucet.attacks.table import (
    choose,
    choose_sensitive,
    column_names,
    need_memory,
    open_table,
)
from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.i18n import ngettext, number, percent
from poucet.labels import label
from poucet.protect.demand import HAIR, Demand, check_arguments, read_demand
from poucet.protect.hierarchies import Ladder, Level, companion_of, ladder
from poucet.protect.lattice import Lattice
from poucet.protect.loss import Loss, discernibility
from poucet.protect.mondrian import mondrian
from poucet.protect.published import publish
from poucet.protect.quasi_identifier import QuasiColumn, read_columns


@dataclass(frozen=True, eq=False, repr=False)
class KAnonymous:
    """A table in which nobody is alone.

    Attributes
    ----------
    frame : table
        The protected table, of the same library as the one given; its columns are in the same
        order, its suppressed rows are left out.
    by : tuple
        The columns that were made vaguer.
    suppressed : numpy.ndarray of int64
        The row numbers, from 0, in the table given, of the rows left out.
    levels : dict
        Column to the level of its hierarchy, 0 where its cells are as they were; empty with
        Mondrian, where each class has its own intervals.
    loss : Loss
        What the table no longer tells.
    k : int
        The size of the smallest class: the k reached, at least the one asked for.
    """

    frame: Any
    by: tuple[Any, ...]
    suppressed: np.ndarray
    levels: dict[Any, int]
    loss: Loss
    k: int
    rows: int

    def __str__(self) -> str:
        return ngettext(
            "Avec {columns} : chacun se confond avec {others} autre au moins (k = {k}) ;"
            " {suppressed} sur {rows} lignes sont retirées, et une case couvre en moyenne {ncp} de"
            " sa colonne.",
            "Avec {columns} : chacun se confond avec {others} autres au moins (k = {k}) ;"
            " {suppressed} sur {rows} lignes sont retirées, et une case couvre en moyenne {ncp} de"
            " sa colonne.",
            self.k - 1,
        ).format(
            columns=", ".join(label(str(name)) for name in self.by),
            others=number(self.k - 1),
            k=number(self.k),
            suppressed=number(len(self.suppressed)),
            rows=number(self.rows),
            ncp=percent(self.loss.ncp, 1),
        )

    __repr__ = __str__


def k_anonymise(
    frame: Any,
    by: str | Iterable[Any],
    k: int,
    hierarchies: Mapping[Any, Sequence[Level]] | None = None,
    suppress: float = 0.05,
    l: int | None = None,  # noqa: E741 - the field's word
    t: float | None = None,
    sensitive: Any = None,
    method: str = "lattice",
) -> KAnonymous:
    """Make a table vaguer until everyone looks like at least k − 1 others.

    A school wants to publish a table without names. Whoever knows a pupil's birth date and commune
    would find the row; so those columns are made vaguer, no more than need be, until each row is
    one of k at least that cannot be told apart. Success is a table in which nobody is singled out
    and that still answers the questions it was published for. k-anonymity hides which row is
    whose; it does not hide a secret that a whole class shares: for that, ask for ``l`` or ``t``.

    Columns that are not in ``by`` are published as they are: strike names and identifiers first.

    Parameters
    ----------
    frame : table
        pandas, Polars or Arrow table, or a dictionary of columns, held in memory, one row a person.
    by : str or iterable of str
        The quasi-identifier: the columns whoever looks for a pupil may know.
    k : int
        Rows at least in each class.
    hierarchies : dict, optional
        Column to its levels, from the narrowest to the widest, each a dictionary from a cell to its
        wider value or a function of the cell. Columns without one get the ready hierarchy of their
        name or kind, see `poucet.protect.hierarchies.ready`. With the lattice only.
    suppress : float
        Share of the rows that may be left out because their class stays too small. Mondrian leaves
        none out.
    l : int, optional
        Different values of ``sensitive`` at least in each class.
    t : float, optional
        How far, at most, the spread of ``sensitive`` in a class may stray from that of the whole
        published table, between 0 and 1. No row is suppressed for its sake.
    sensitive : str, optional
        The column that ``l`` and ``t`` protect.
    method : {"lattice", "mondrian"}
        ``"lattice"``: one level a column for the whole table, and of all choices that of least
        loss. ``"mondrian"``: classes cut in two again and again, each with its own intervals:
        far less is lost, but two rows may be vague in different ways.

    Returns
    -------
    KAnonymous
        The table, the rows left out, the levels, the loss and the k reached. The table has been
        measured again before it is given back.

    Raises
    ------
    poucet.errors.PoucetError
        If the demand cannot be met, an argument is wrong, or a hierarchy is incomplete.

    Notes
    -----
    L. Sweeney, “Achieving k-anonymity privacy protection using generalization and suppression”,
    IJUFKS 10 (2002), 571–588; K. LeFevre et al., “Mondrian multidimensional k-anonymity”, ICDE
    2006.

    Examples
    --------
    >>> pupils = {
    ...     "class": ["2de 1", "2de 2", "1re 1", "1re 1"],
    ...     "sex": ["F", "F", "M", "M"],
    ... }
    >>> found = k_anonymise(pupils, by=["class", "sex"], k=2)
    >>> found.levels, found.k
    ({'class': 1, 'sex': 0}, 2)
    >>> found.frame["class"].tolist()
    ['2de', '2de', '1re', '1re']
    """
    table = open_table(frame)
    names = choose(table, by) if sensitive is None else choose_sensitive(table, by, sensitive)
    need_memory(table)
    check_arguments(k, suppress, l, t, sensitive, method)
    columns = read_columns(table, names)
    rows = len(columns[0].codes)
    demand = read_demand(table, rows, k, l, t, sensitive)
    if method == "mondrian":
        if hierarchies:
            raise PoucetError(
                _(
                    "La méthode « mondrian » n’emploie pas de hiérarchies, elle trace ses propres"
                    ' intervalles : retirez hierarchies, ou choisissez method="lattice".'
                )
            )
        boxes = mondrian(columns, demand)
        kept = np.ones(rows, np.bool_)
        replaced = {
            column.name: _cells(side.labels, side.groups)
            for column, side in zip(columns, boxes.sides, strict=True)
            if side.vague
        }
        levels: dict[Any, int] = {}
        ncp = boxes.ncp
    else:
        ladders = _ladders(table, columns, hierarchies or {})
        node = Lattice(columns, ladders, demand, int(suppress * rows + HAIR)).best()
        kept, ncp = node.kept, node.ncp
        levels = dict(zip(names, node.levels, strict=True))
        replaced = {
            column.name: _cells(steps.labels[level], steps.groups[level][column.codes[kept]])
            for column, steps, level in zip(columns, ladders, node.levels, strict=True)
            if level
        }
    published = publish(table, kept, replaced)
    found = class_sizes(published, names)
    loss = Loss(ncp, discernibility(np.repeat(found.sizes, found.counts), rows - found.rows, rows))
    _verify(published, names, found.k, demand, sensitive)
    return KAnonymous(published, tuple(names), np.flatnonzero(~kept), levels, loss, found.k, rows)


def _cells(labels: list[Any], groups: np.ndarray) -> np.ndarray:
    cells = np.empty(len(labels), object)
    cells[:] = labels
    return cells[groups]


def _ladders(
    table: Any, columns: list[QuasiColumn], hierarchies: Mapping[Any, Sequence[Level]]
) -> list[Ladder]:
    names = [column.name for column in columns]
    if unknown := [name for name in hierarchies if name not in names]:
        raise PoucetError(
            _(
                "La hiérarchie « {name} » ne sert à aucune colonne de by ({columns}) : corrigez son"
                " nom ou ajoutez la colonne à by."
            ).format(name=unknown[0], columns=", ".join(map(str, names)))
        )
    made = []
    for column in columns:
        levels = hierarchies.get(column.name)
        companion = None
        if levels is None and column.name == "commune" and "postcode" in column_names(table):
            companion = companion_of(column, read_columns(table, ["postcode"])[0])
        made.append(ladder(column, levels, companion))
    return made


def _verify(published: Any, names: list[Any], k: int, demand: Demand, sensitive: Any) -> None:
    """Measure the published table as anyone could, and refuse to hand over one that fails."""
    kept = k >= demand.k
    if kept and demand.l is not None:
        kept = l_diversity(published, names, sensitive).distinct >= demand.l
    if kept and demand.t is not None:
        kept = t_closeness(published, names, sensitive).value <= demand.t + HAIR
    if not kept:
        raise PoucetError(
            _(
                "Le tableau protégé, mesuré de nouveau, ne tient pas ce qui était demandé : il"
                " n’est pas rendu ; signalez cette erreur avec le tableau et les arguments."
            )
        )
