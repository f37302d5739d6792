"""Full-domain generalisation: one level a column for the whole table, the best of all choices.

The levels of the columns make a lattice: at the bottom the table as it was, at the top nothing but
``*``. A node holds if the rows of its too small classes are few enough to be suppressed. Going up
only merges classes, so whatever is above a node that holds, holds, and whatever is below one that
fails, fails (Sweeney 2002; K. LeFevre et al., “Incognito”, SIGMOD 2005). The loss of a node without
suppression is a floor under its loss, and it adds up over the columns: nodes are visited in the
order of that floor until it exceeds the best loss found, which is then the least of all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from poucet.attacks.codes import Codes
from poucet.attacks.groups import sort_keys
from poucet.attacks.keys import pack
from poucet.attacks.sensitive import secrets_by_class
from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.i18n import number
from poucet.protect.demand import HAIR, Demand
from poucet.protect.hierarchies import Ladder
from poucet.protect.loss import group_penalty
from poucet.protect.quasi_identifier import QuasiColumn

_MOST_NODES = 2_000_000
_UNKNOWN, _HOLDS, _FAILS = 0, 1, 2


@dataclass(frozen=True, eq=False)
class Node:
    """The best node of the lattice.

    Attributes
    ----------
    levels : tuple of int
        The level of each column.
    kept : numpy.ndarray of bool
        For each row, whether it is published.
    ncp : float
        The loss, see `poucet.protect.loss.Loss`.
    """

    levels: tuple[int, ...]
    kept: np.ndarray
    ncp: float


class Lattice:
    """The lattice of a table, ready to be searched.

    Parameters
    ----------
    columns : sequence of QuasiColumn
        The quasi-identifier.
    ladders : sequence of Ladder
        The hierarchy of each.
    demand : Demand
        What the classes must satisfy.
    most : int
        How many rows may be suppressed.

    Raises
    ------
    poucet.errors.PoucetError
        If there are more nodes than can be looked through.
    """

    def __init__(
        self,
        columns: Sequence[QuasiColumn],
        ladders: Sequence[Ladder],
        demand: Demand,
        most: int,
    ) -> None:
        self.demand, self.most = demand, most
        self.rows = len(columns[0].codes)
        self.shape = tuple(len(ladder.labels) for ladder in ladders)
        nodes = int(np.prod(self.shape, dtype=np.float64))
        if nodes > _MOST_NODES:
            raise PoucetError(
                _(
                    "Ces colonnes et leurs niveaux donnent {nodes} combinaisons, et l’on en"
                    " parcourt {most} au plus : protégez moins de colonnes, ou choisissez"
                    ' method="mondrian".'
                ).format(nodes=number(nodes), most=number(_MOST_NODES))
            )
        # For each column and level: the group of each row, and what each row loses there.
        self.coded = [
            [
                Codes(groups.astype(np.min_scalar_type(len(names)))[column.codes], 0, len(names))
                for groups, names in zip(ladder.groups, ladder.labels, strict=True)
            ]
            for column, ladder in zip(columns, ladders, strict=True)
        ]
        self.penalty = [
            [group_penalty(column, groups) for groups in ladder.groups]
            for column, ladder in zip(columns, ladders, strict=True)
        ]
        self.floor = np.zeros(self.shape)
        for axis, (codes, penalties) in enumerate(zip(self.coded, self.penalty, strict=True)):
            along = [
                np.bincount(code.values, minlength=code.size) @ penalty
                for code, penalty in zip(codes, penalties, strict=True)
            ]
            spread = [1] * len(self.shape)
            spread[axis] = len(along)
            self.floor += np.reshape(along, spread)
        self.floor /= self.rows * len(self.shape)
        self.status = np.zeros(self.shape, np.int8)

    def best(self) -> Node:
        """Find the node of least loss; of equal ones the least generalised, then the first."""
        height = np.add.reduce(np.indices(self.shape, np.int32), dtype=np.int32)
        order = np.lexsort((height.ravel(), self.floor.ravel()))
        floors, status = self.floor.ravel(), self.status.ravel()
        found: Node | None = None
        for place in order:
            if found is not None and floors[place] >= found.ncp:
                break
            if status[place] == _FAILS:
                continue
            levels = tuple(int(level) for level in np.unravel_index(place, self.shape))
            if status[place] == _UNKNOWN:
                self._settle(levels)
            if status[place] == _HOLDS:
                node = self._measure(levels)
                if node is not None and (found is None or node.ncp < found.ncp):
                    found = node
        assert found is not None  # at the top everyone is alike
        return found

    def _settle(self, levels: tuple[int, ...]) -> None:
        """Learn whether a node holds, and much besides: look for where a path up begins to hold."""
        path = [levels]
        while self.status[path[-1]] == _UNKNOWN:
            ups = [
                _raised(path[-1], axis)
                for axis, level in enumerate(path[-1])
                if level + 1 < self.shape[axis]
            ]
            if not ups:
                break
            path.append(min(ups, key=lambda up: (self.floor[up], up)))
        low, high = 0, len(path) - 1
        # Every node above one that holds, holds: the first that does is found by halving.
        while self.status[levels] == _UNKNOWN:
            middle = (low + high) // 2
            if self.status[path[middle]] == _UNKNOWN:
                self._try(path[middle])
            if self.status[path[middle]] == _HOLDS:
                high = middle
            else:
                low = middle + 1

    def _try(self, levels: tuple[int, ...]) -> None:
        if self._suppressed_count(levels) <= self.most:
            self.status[tuple(slice(level, None) for level in levels)] = _HOLDS
        else:
            self.status[tuple(slice(level + 1) for level in levels)] = _FAILS

    def _key(self, levels: tuple[int, ...]) -> tuple[np.ndarray, int]:
        chosen = [codes[level] for codes, level in zip(self.coded, levels, strict=True)]
        chosen = [code for code in chosen if code.size > 1] or chosen[:1]
        return pack(sorted(chosen, key=lambda code: code.size), self.rows)

    def _suppressed_count(self, levels: tuple[int, ...]) -> int:
        if self.demand.l is not None:
            return self.rows - int(np.count_nonzero(self._kept(levels)))
        key, bound = self._key(levels)
        sizes = class_counts(key, bound)
        return int(sizes[sizes < self.demand.k].sum())

    def _kept(self, levels: tuple[int, ...]) -> np.ndarray:
        """Tell which rows lie in a class that is large and varied enough."""
        key, bound = self._key(levels)
        if bound > 4 * self.rows:
            bound, key = _dense(key)
        sizes = np.bincount(key, minlength=bound)
        good = sizes >= self.demand.k
        if self.demand.l is not None and self.demand.secret is not None:
            varied = secrets_by_class([Codes(key, 0, bound)], self.demand.secret).distinct
            good[sizes > 0] &= varied >= self.demand.l
        return good[key]

    def _measure(self, levels: tuple[int, ...]) -> Node | None:
        """Work out the loss of a node that holds; None if its classes stray too far (t)."""
        kept = self._kept(levels)
        if not kept.any() or (self.demand.t is not None and not self._close(levels, kept)):
            return None
        lost = ~kept
        suppressed = int(np.count_nonzero(lost))
        spared = 0.0  # what the suppressed rows would have lost anyway
        if suppressed:
            for codes, penalties, level in zip(self.coded, self.penalty, levels, strict=True):
                spared += float(penalties[level][codes[level].values[lost]].sum())
        cells = self.rows * len(levels)
        ncp = float(self.floor[levels]) + (suppressed * len(levels) - spared) / cells
        return Node(levels, kept, ncp)

    def _close(self, levels: tuple[int, ...], kept: np.ndarray) -> bool:
        assert self.demand.secret is not None and self.demand.t is not None
        columns = [
            Codes(codes[level].values[kept], 0, codes[level].size)
            for codes, level in zip(self.coded, levels, strict=True)
        ]
        secret = self.demand.secret
        part = Codes(secret.values[kept], secret.low, secret.size, secret.ordered)
        return bool(secrets_by_class(columns, part).distance.max() <= self.demand.t + HAIR)


def class_counts(key: np.ndarray, bound: int) -> np.ndarray:
    """Give the size of each class; where counting is used, of the empty ones too.

    Parameters
    ----------
    key : numpy.ndarray
        Unsigned integers below ``bound``; they are sorted in place if they are far apart.
    bound : int
        A number above every key.
    """
    if bound <= 4 * len(key):
        return np.bincount(key, minlength=1)
    sort_keys(key)
    starts = np.flatnonzero(key[1:] != key[:-1]) + 1
    return np.diff(starts, prepend=0, append=len(key))


def _dense(key: np.ndarray) -> tuple[int, np.ndarray]:
    found, dense = np.unique(key, return_inverse=True)
    return len(found), dense


def _raised(levels: tuple[int, ...], axis: int) -> tuple[int, ...]:
    return (*levels[:axis], levels[axis] + 1, *levels[axis + 1 :])
