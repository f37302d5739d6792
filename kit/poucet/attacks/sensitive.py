"""What a class gives away about a sensitive value: l-diversity and t-closeness.

Someone knows which class a pupil is in, and no more: twelve pupils share her birth year and sex.
If all twelve hold a scholarship, so does she. Nobody was singled out, and yet a secret is out. Both
measures ask how much each class says about a sensitive column; success, for the holder of the
table, is a class whose values are few, or unlike the values of everyone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

from poucet.attacks.codes import Codes
from poucet.attacks.groups import sort_keys
from poucet.attacks.keys import pack, renumber
from poucet.attacks.table import choose_sensitive, open_table, read
from poucet.i18n import gettext as _
from poucet.i18n import ngettext, number
from poucet.labels import label


@dataclass(frozen=True)
class LDiversity:
    """How varied the sensitive values of the least varied class are.

    Attributes
    ----------
    by : tuple
        The columns that make the classes.
    sensitive : hashable
        The column whose values are at stake.
    distinct : int
        Distinct ℓ: different values in the class that has fewest.
    entropy : float
        Entropy ℓ: exp(H) of the class whose values have the least entropy H; between 1, a secret
        told to all, and `distinct`.
    """

    by: tuple[Any, ...]
    sensitive: Any
    distinct: int
    entropy: float

    def __str__(self) -> str:
        return ngettext(
            "Avec {columns} : dans la classe la moins variée, « {sensitive} » prend {distinct}"
            " valeur (ℓ = {distinct}, et {entropy} au sens de l’entropie).",
            "Avec {columns} : dans la classe la moins variée, « {sensitive} » prend {distinct}"
            " valeurs (ℓ = {distinct}, et {entropy} au sens de l’entropie).",
            self.distinct,
        ).format(
            columns=", ".join(label(str(name)) for name in self.by),
            sensitive=label(str(self.sensitive)),
            distinct=number(self.distinct),
            entropy=number(self.entropy, 2),
        )


@dataclass(frozen=True)
class TCloseness:
    """How far a class can stray from everyone's values of a sensitive column.

    Attributes
    ----------
    by : tuple
        The columns that make the classes.
    sensitive : hashable
        The column whose values are at stake.
    value : float
        t, between 0 (every class looks like the whole table) and 1.
    ordered : bool
        Whether values were compared as numbers, near or far, or as categories.
    """

    by: tuple[Any, ...]
    sensitive: Any
    value: float
    ordered: bool

    def __str__(self) -> str:
        return _(
            "Avec {columns} : la répartition de « {sensitive} » dans une classe s’éloigne jusqu’à"
            " t = {value} de celle de tous (0 : jamais, 1 : du tout au tout)."
        ).format(
            columns=", ".join(label(str(name)) for name in self.by),
            sensitive=label(str(self.sensitive)),
            value=number(self.value, 3),
        )


@dataclass(frozen=True)
class _Values:
    """The different values of each class, one entry a class and value, sorted by both.

    ``firsts`` are the entries where a class begins; ``value`` and ``count`` are the value's rank
    among ``width`` values and how many of the class have it; ``size`` is the size of each class.
    """

    firsts: np.ndarray
    value: np.ndarray
    count: np.ndarray
    size: np.ndarray
    width: int


def l_diversity(frame: Any, by: str | Iterable[Any], sensitive: Any) -> LDiversity:
    """Measure how many values of a sensitive column the least varied class holds.

    Parameters
    ----------
    frame : table
        pandas, Polars or Arrow table, or a dictionary of columns, one row a person.
    by : str or iterable of str
        The columns that make the equivalence classes.
    sensitive : str
        The column to protect; a missing value counts as one value.

    Returns
    -------
    LDiversity
        Distinct and entropy ℓ.

    Raises
    ------
    poucet.errors.PoucetError
        If the table is empty, lazy or none, or a column is unknown or named twice.

    Notes
    -----
    A. Machanavajjhala et al., “l-diversity: privacy beyond k-anonymity”, ACM TKDD 1 (2007), 3.

    Examples
    --------
    >>> pupils = {"sex": ["F", "F", "F", "M", "M"], "grant": ["yes", "no", "no", "yes", "yes"]}
    >>> found = l_diversity(pupils, by="sex", sensitive="grant")
    >>> found.distinct, found.entropy  # every boy holds a grant: knowing the sex is enough
    (1, 1.0)
    """
    names, columns, secret = _read(frame, by, sensitive)
    found = _values(columns, secret)
    distinct = np.diff(found.firsts, append=len(found.value)).min()
    # H = log n − Σ c log c / n, over the values of a class of n
    weighted = np.add.reduceat(found.count * np.log(found.count), found.firsts)
    entropy = np.log(found.size) - weighted / found.size
    # Rounding may bring an entropy of zero a hair below it.
    smallest = max(float(entropy.min()), 0.0)
    return LDiversity(names, sensitive, int(distinct), float(np.exp(smallest)))


def t_closeness(frame: Any, by: str | Iterable[Any], sensitive: Any) -> TCloseness:
    """Measure how far the values of a class can stray from those of the whole table.

    Parameters
    ----------
    frame : table
        pandas, Polars or Arrow table, or a dictionary of columns, one row a person.
    by : str or iterable of str
        The columns that make the equivalence classes.
    sensitive : str
        The column to protect. Integers and floats are compared by the distance of their ranks, a
        missing one ranking last; anything else, dates included, as categories.

    Returns
    -------
    TCloseness
        t, the largest distance over the classes.

    Raises
    ------
    poucet.errors.PoucetError
        If the table is empty, lazy or none, or a column is unknown or named twice.

    Notes
    -----
    N. Li, T. Li, S. Venkatasubramanian, “t-closeness”, ICDE 2007. With q the shares of the m values
    in a class and p those in the table: equal distance ½ Σ |qᵢ − pᵢ|; ordered distance
    Σᵢ |Σ_{j≤i} (qⱼ − pⱼ)| / (m − 1), the work of moving q onto p along the ranks.

    Examples
    --------
    >>> pupils = {"sex": ["F", "F", "M", "M"], "mark": [8, 10, 12, 14]}
    >>> round(t_closeness(pupils, by="sex", sensitive="mark").value, 3)
    0.333
    """
    names, columns, secret = _read(frame, by, sensitive)
    found = _values(columns, secret)
    overall = np.bincount(found.value, found.count, found.width) / found.size.sum()
    distances = _ordered(found, overall) if secret.ordered else _equal(found, overall)
    return TCloseness(names, sensitive, float(distances.max()), secret.ordered)


@dataclass(frozen=True, eq=False)
class SecretsByClass:
    """What each class gives away, before the worst of them is taken.

    Attributes
    ----------
    distinct : numpy.ndarray of int64
        Different sensitive values, one number a class, in the order of the classes' keys.
    distance : numpy.ndarray of float64
        How far its values stray from those of the whole table, as `t_closeness` measures it.
    """

    distinct: np.ndarray
    distance: np.ndarray


def secrets_by_class(columns: list[Codes], secret: Codes) -> SecretsByClass:
    """Measure each class of a table that was read as codes, for a search through many tables.

    Parameters
    ----------
    columns : list of Codes
        The columns that make the classes; with a single one, classes come in ascending order.
    secret : Codes
        The sensitive column.
    """
    found = _values(columns, secret)
    overall = np.bincount(found.value, found.count, found.width) / found.size.sum()
    distance = _ordered(found, overall) if secret.ordered else _equal(found, overall)
    return SecretsByClass(_entries(found), distance)


def _equal(found: _Values, overall: np.ndarray) -> np.ndarray:
    """Sum what each class has in excess: as much as it lacks elsewhere, so half of Σ |q − p|."""
    share = found.count / np.repeat(found.size, _entries(found))
    return np.add.reduceat(np.maximum(share - overall[found.value], 0), found.firsts)


def _ordered(found: _Values, overall: np.ndarray) -> np.ndarray:
    """Sum |Q − P| over the ranks, from one value of the class to its next: between, Q is level.

    P, the cumulated shares of the table, only rises: it crosses the level Q once, and its sums on
    either side come from running totals. Work follows the values present, not classes × values.
    """
    if found.width == 1:
        return np.zeros(1)
    table = np.cumsum(overall)
    total = np.concatenate([[0.0], np.cumsum(table)])
    entries = _entries(found)
    cumulated = np.cumsum(found.count)
    before = (cumulated - found.count)[found.firsts]
    level = (cumulated - np.repeat(before, entries)) / np.repeat(found.size, entries)
    start = found.value
    stop = np.append(start[1:], found.width)
    stop[np.append(found.firsts[1:], len(start)) - 1] = found.width
    cross = np.clip(np.searchsorted(table, level), start, stop)
    under = level * (cross - start) - (total[cross] - total[start])
    over = (total[stop] - total[cross]) - level * (stop - cross)
    moved = np.add.reduceat(under + over, found.firsts) + total[start[found.firsts]]
    return moved / (found.width - 1)


def _entries(found: _Values) -> np.ndarray:
    return np.diff(found.firsts, append=len(found.value))


def _values(columns: list[Codes], secret: Codes) -> _Values:
    """Count each value of each class with one sort of (class, value) pairs."""
    rows = len(secret.values)
    secret = renumber(secret)
    key, bound = pack(columns, rows)
    group = Codes(key, 0, bound)
    if bound * secret.size > 1 << 64:
        group = renumber(group)
    pair = pack([secret, group], rows)[0]
    sort_keys(pair)
    starts = np.flatnonzero(np.append(True, pair[1:] != pair[:-1]))
    classes, value = np.divmod(pair[starts], pair.dtype.type(secret.size))
    firsts = np.flatnonzero(np.append(True, classes[1:] != classes[:-1]))
    count = np.diff(starts, append=rows)
    return _Values(
        firsts, value.astype(np.int64), count, np.add.reduceat(count, firsts), secret.size
    )


def _read(
    frame: Any, by: str | Iterable[Any], sensitive: Any
) -> tuple[tuple[Any, ...], list[Codes], Codes]:
    table = open_table(frame)
    names = choose_sensitive(table, by, sensitive)
    columns, _rows = read(table, [*names, sensitive])
    return tuple(names), columns[:-1], columns[-1]
