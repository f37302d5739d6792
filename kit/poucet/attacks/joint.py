"""Columns of two tables as common keys: a row on the left and one on the right agree or do not."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from poucet.attacks.cells import DATE, NUMBER, WORD, Cells
from poucet.attacks.codes import Codes, codes_of
from poucet.attacks.keys import pack
from poucet.errors import PoucetError
from poucet.i18n import N_
from poucet.i18n import gettext as _

_KINDS = {NUMBER: N_("des nombres"), DATE: N_("des dates"), WORD: N_("des textes")}
_WIDE = 1 << 64


def common_keys(
    left: list[Cells], right: list[Cells], names: list[tuple[Any, Any]]
) -> tuple[np.ndarray, np.ndarray]:
    """Give each row of two tables a key, equal where all their columns agree.

    Parameters
    ----------
    left, right : list of Cells
        The columns to compare, in the same order.
    names : list of tuple
        Each column's name on either side, for the error's sentence.

    Returns
    -------
    left_keys, right_keys : numpy.ndarray
        Unsigned integers, one a row, of one type. A row with a gap has a key that means nothing.

    Raises
    ------
    poucet.errors.PoucetError
        If a column holds dates on one side and texts on the other, and so could never agree.
    """
    pairs = [
        common_codes(mine, theirs, *name)
        for mine, theirs, name in zip(left, right, names, strict=True)
    ]
    while math.prod(pair[0].size for pair in pairs) > _WIDE:
        # Too wide for 64 bits together: the two widest become the column of the pairs that occur.
        pairs.sort(key=lambda pair: pair[0].size)
        second, first = _renumber(*pairs.pop()), _renumber(*pairs.pop())
        pairs.append(_renumber(*(Codes(*_packed([first[side], second[side]])) for side in (0, 1))))
    keys = [pack([pair[side] for pair in pairs], len(pairs[0][side].values))[0] for side in (0, 1)]
    return keys[0], keys[1]


def _packed(columns: list[Codes]) -> tuple[np.ndarray, int, int]:
    keys, bound = pack(columns, len(columns[0].values))
    return keys, 0, bound


def _renumber(left: Codes, right: Codes) -> tuple[Codes, Codes]:
    """Give the codes that occur on either side small numbers, the same on both."""
    if left.size <= len(left.values) + len(right.values):
        return left, right
    both = np.concatenate([left.values, right.values])
    found, codes = np.unique(both, return_inverse=True)
    return _split(Codes(codes, 0, len(found)), len(left.values))


def _split(both: Codes, place: int) -> tuple[Codes, Codes]:
    first, second = both.values[:place], both.values[place:]
    return Codes(first, both.low, both.size), Codes(second, both.low, both.size)


def common_codes(left: Cells, right: Cells, name: Any, other: Any) -> tuple[Codes, Codes]:
    """Code one column of either table by the same numbers."""
    if _is_blank(left) or _is_blank(right):  # nothing to agree on: every row of it is left out
        return _zeros(left), _zeros(right)
    if left.kind != right.kind:
        raise PoucetError(
            _(
                "On ne peut pas comparer « {left} » ({left_kind} à gauche) et « {right} »"
                " ({right_kind} à droite) : convertissez l’une des deux colonnes."
            ).format(
                left=name,
                left_kind=_(_KINDS[left.kind]),
                right=other,
                right_kind=_(_KINDS[right.kind]),
            )
        )
    if left.kind == WORD:
        return _common_words(left, right)
    first, second = left.values, right.values
    if left.kind == DATE:
        unit = np.promote_types(first.dtype, second.dtype)
        both = np.concatenate([first.astype(unit), second.astype(unit)])
        return _split(codes_of(both, name), len(first))
    if first.dtype.kind == "f" or second.dtype.kind == "f":
        both = np.concatenate([first.astype(np.float64), second.astype(np.float64)])
        return _split(codes_of(both, name), len(first))
    low = min(int(first.min()), int(second.min()))
    size = max(int(first.max()), int(second.max())) - low + 1
    return Codes(first, low, size), Codes(second, low, size)


def _is_blank(column: Cells) -> bool:
    return column.missing is not None and bool(column.missing.all())


def _zeros(column: Cells) -> Codes:
    return Codes(np.zeros(len(column), np.uint8), 0, 1)


def _common_words(left: Cells, right: Cells) -> tuple[Codes, Codes]:
    places = {word: place for place, word in enumerate(left.words)}
    moved = [places.setdefault(word, len(places)) for word in right.words]
    return (
        Codes(left.values, 0, len(places)),
        Codes(np.array(moved, np.int32)[right.values], 0, len(places)),
    )
