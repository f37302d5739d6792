"""Mondrian: the table cut in two again and again, while both halves stay large enough.

Each class is a box: an interval of each column. A box is cut across its widest column, near the
median, so that both halves still satisfy what is asked for; where no column can be cut, the box is
done (K. LeFevre et al., “Mondrian multidimensional k-anonymity”, ICDE 2006). All boxes that came
out of as many cuts are worked on at once, as arrays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from poucet.attacks.codes import Codes
from poucet.attacks.sensitive import secrets_by_class
from poucet.protect.demand import HAIR, Demand
from poucet.protect.hierarchies import ANY
from poucet.protect.quasi_identifier import QuasiColumn, width


@dataclass(frozen=True, eq=False)
class Side:
    """One column of all boxes.

    Attributes
    ----------
    groups : numpy.ndarray of int64
        For each row, which of the labels is published.
    labels : list of str or None
        What is published.
    vague : bool
        Whether any box covers more than one value.
    """

    groups: np.ndarray
    labels: list[Any]
    vague: bool


@dataclass(frozen=True, eq=False)
class Boxes:
    """The classes Mondrian cut.

    Attributes
    ----------
    sides : list of Side
        One a column.
    ncp : float
        The loss, see `poucet.protect.loss.Loss`.
    """

    sides: list[Side]
    ncp: float


def mondrian(columns: Sequence[QuasiColumn], demand: Demand) -> Boxes:
    """Cut a table into boxes.

    Parameters
    ----------
    columns : sequence of QuasiColumn
        The quasi-identifier; the whole table must satisfy the demand.
    demand : Demand
        What each box must satisfy.

    Returns
    -------
    Boxes
        What to publish for each row, and the loss.
    """
    box = _cut_all(columns, demand)
    order, starts = _by_box(box)
    sides, ncp = [], 0.0
    for column in columns:
        side, penalty = (_sets if column.words else _intervals)(column, box, order, starts)
        sides.append(side)
        ncp += float(np.bincount(side.groups, minlength=len(penalty)) @ penalty)
    return Boxes(sides, ncp / (len(box) * len(columns)))


def _intervals(
    column: QuasiColumn, box: np.ndarray, order: np.ndarray, starts: np.ndarray
) -> tuple[Side, np.ndarray]:
    """Publish the lowest and the highest number or date of each box."""
    low, high = _bounds(column.codes[None, :], order, starts)
    pairs, groups = np.unique(low[0] * len(column.values) + high[0], return_inverse=True)
    first, last = np.divmod(pairs, len(column.values))
    labels = [_between(column, a, b) for a, b in zip(first.tolist(), last.tolist(), strict=True)]
    return Side(groups[box], labels, bool((first < last).any())), _span(column, first, last)


def _sets(
    column: QuasiColumn, box: np.ndarray, order: np.ndarray, starts: np.ndarray
) -> tuple[Side, np.ndarray]:
    """Publish the words of each box, all those that occur in it and no others."""
    size = len(column.values)
    pairs = np.unique(box * size + column.codes)
    owner, code = np.divmod(pairs, size)
    firsts = np.searchsorted(owner, np.arange(len(starts) + 1))
    held = [code[a:b].tobytes() for a, b in pairwise(firsts.tolist())]
    places = {each: place for place, each in enumerate(dict.fromkeys(held))}
    groups = np.array([places[each] for each in held])
    sets = [np.frombuffer(each, code.dtype).tolist() for each in places]
    # A missing word among others can only be published as everything, and counts as that.
    whole = [len(words) > 1 and (len(words) == size or words[-1] == column.known) for words in sets]
    labels = [
        ANY if all_of_it else _listed([column.values[word] for word in words])
        for words, all_of_it in zip(sets, whole, strict=True)
    ]
    covered = np.array([len(words) for words in sets])
    penalty = np.where(whole, 1.0, np.where(covered > 1, covered / size, 0.0))
    return Side(groups[box], labels, bool((covered > 1).any())), penalty


def _listed(words: list[Any]) -> str | None:
    if len(words) == 1:
        return None if words[0] is None else str(words[0])
    return ", ".join(str(word) or "∅" for word in words)


def _between(column: QuasiColumn, low: int, high: int) -> str | None:
    """Write a number or date, or two; a gap among others can only be everything."""
    if low == high:
        return _listed([column.values[low]])
    if (low == 0 and high == len(column.values) - 1) or high == column.known:
        return ANY
    dash = " – " if hasattr(column.values[low], "year") else "–"
    return f"{column.values[low]}{dash}{column.values[high]}"


def _cut_all(columns: Sequence[QuasiColumn], demand: Demand) -> np.ndarray:
    """Give the number of each row's box."""
    codes = np.stack([column.codes for column in columns])
    box = np.zeros(codes.shape[1], np.int64)
    count, still_open = 1, np.ones(1, np.bool_)
    while still_open.any():
        rows = np.flatnonzero(still_open[box])
        order, starts = _by_box(box[rows])
        rows = rows[order]
        size = np.diff(starts, append=len(rows))
        opened = box[rows[starts]]
        low, high = _bounds(codes, rows, starts)
        place = np.repeat(np.arange(len(starts)), size)
        spans = np.stack(
            [
                _spread(column, codes[at, rows], place, len(starts))
                if column.words
                else _span(column, low[at], high[at])
                for at, column in enumerate(columns)
            ]
        )
        widest = np.argsort(-spans, axis=0, kind="stable")
        waiting = size >= 2 * demand.k
        was_cut = np.zeros(len(starts), np.bool_)
        for column in widest:
            # A box is tried across its widest column, then the next, until a cut is allowed.
            waiting &= low[column, np.arange(len(starts))] < high[column, np.arange(len(starts))]
            mine = np.flatnonzero(waiting[place])
            if not len(mine):
                break
            values = codes[column[place[mine]], rows[mine]]
            limit, smaller_half = _middle(place[mine], values, waiting, size)
            allowed = waiting & (smaller_half >= demand.k)
            right = np.zeros(len(rows), np.bool_)
            right[mine] = (values > limit[place[mine]]) & allowed[place[mine]]
            number = np.cumsum(allowed) - 1 + count
            if demand.secret is not None:
                allowed &= _varied(box, rows[right], number[place[right]], opened, number, demand)
                right &= allowed[place]
                number = np.cumsum(allowed) - 1 + count
            box[rows[right]] = number[place[right]]
            count += int(np.count_nonzero(allowed))
            was_cut |= allowed
            waiting &= ~allowed
        still_open = np.zeros(count, np.bool_)
        still_open[opened[was_cut]] = True
        still_open[len(still_open) - int(np.count_nonzero(was_cut)) :] = True
    return box


def _middle(
    place: np.ndarray,
    values: np.ndarray,
    waiting: np.ndarray,
    size: np.ndarray,
) -> tuple[np.ndarray, np.ndarray]:
    """Find, for each waiting box, the last value of the first half that cuts it most evenly.

    Returns
    -------
    limit : numpy.ndarray of int64
        The value, one a box.
    smaller : numpy.ndarray of int64
        How many rows the smaller half then has; 0 for a box that does not wait.
    """
    base = int(values.max()) + 1
    key = place * base + values
    key.sort()
    ends = np.append(np.flatnonzero(key[1:] != key[:-1]), len(key) - 1)
    owner, value = np.divmod(key[ends], base)
    firsts = np.flatnonzero(np.append(True, owner[1:] != owner[:-1]))
    before = np.repeat(np.append(0, ends[firsts[1:] - 1] + 1), np.diff(firsts, append=len(owner)))
    left = ends + 1 - before
    smaller = np.minimum(left, size[owner] - left)
    # The place of the most even cut, the first if two are: one number holds both.
    best = np.maximum.reduceat(
        smaller * len(owner) + (len(owner) - 1 - np.arange(len(owner))), firsts
    )
    even, at = np.divmod(best, len(owner))
    limit, halves = np.zeros(len(waiting), np.int64), np.zeros(len(waiting), np.int64)
    limit[waiting] = value[len(owner) - 1 - at]
    halves[waiting] = even
    return limit, halves


def _varied(
    box: np.ndarray,
    moved: np.ndarray,
    to: np.ndarray,
    opened: np.ndarray,
    number: np.ndarray,
    demand: Demand,
) -> np.ndarray:
    """Tell which boxes may be cut without a half whose secrets are too few or too far."""
    assert demand.secret is not None
    tried = box.copy()
    tried[moved] = to
    found = secrets_by_class([Codes(tried, 0, int(tried.max()) + 1)], demand.secret)
    fits = np.ones(len(found.distinct), np.bool_)
    if demand.l is not None:
        fits &= found.distinct >= demand.l
    if demand.t is not None:
        fits &= found.distance <= demand.t + HAIR
    return fits[opened] & fits[np.clip(number, 0, len(fits) - 1)]


def _by_box(box: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Sort rows by box; give their order and where each box begins."""
    rows = len(box)
    bits = rows.bit_length()
    # Box and row in one number: one plain sort, far faster than sorting places.
    both = (box << bits) | np.arange(rows)
    both.sort()
    sorted_box = both >> bits
    starts = np.flatnonzero(np.append(True, sorted_box[1:] != sorted_box[:-1]))
    return both & ((1 << bits) - 1), starts


def _bounds(
    codes: np.ndarray, rows: np.ndarray, starts: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Give the lowest and highest code of each column in each box."""
    chosen = codes[:, rows]
    low = np.minimum.reduceat(chosen, starts, axis=1).astype(np.int64)
    return low, np.maximum.reduceat(chosen, starts, axis=1).astype(np.int64)


def _spread(column: QuasiColumn, codes: np.ndarray, place: np.ndarray, boxes: int) -> np.ndarray:
    """Give the share of a column's words that occur in each box; 0 where there is only one."""
    size = len(column.values)
    pair = place * size + codes
    if boxes * size <= 8 * len(pair):
        owner = np.flatnonzero(np.bincount(pair, minlength=boxes * size)) // size
    else:
        owner = np.unique(pair) // size
    count = np.bincount(owner, minlength=boxes)
    return np.where(count > 1, count / size, 0.0)


def _span(column: QuasiColumn, low: np.ndarray, high: np.ndarray) -> np.ndarray:
    """Give how much of a column boxes stretch over, between 0 and 1; a mixed gap is everything."""
    places = np.append(column.places[: column.known], np.nan)
    share = (places[np.minimum(high, column.known)] - places[np.minimum(low, column.known)]) / (
        width(column) or 1.0
    )
    return np.where(low == high, 0.0, np.where(np.isnan(share), 1.0, share))
