"""Generalisation hierarchies: the ever wider values a cell may be replaced by.

15 March 2010 is one pupil's birthday; March 2010 is that of a few, 2010 of a whole year group, and
``*`` says nothing any more. Each column climbs its own ladder. Level 0 is the cell as it was; the
last level is one value for all, ``*`` unless the hierarchy ends otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.protect.quasi_identifier import QuasiColumn, as_midnight, width

ANY = "*"
Level = Mapping[Any, Any] | Callable[[Any], Any]


@dataclass(frozen=True, eq=False)
class Ladder:
    """One column's hierarchy, worked out for the values the column holds.

    Attributes
    ----------
    groups : tuple of numpy.ndarray of int32
        One array a level: for each of the column's values, the number of its group.
    labels : tuple of list
        One list a level: what is published for each group.
    """

    groups: tuple[np.ndarray, ...]
    labels: tuple[list[Any], ...]


def ladder(
    column: QuasiColumn,
    levels: Sequence[Level] | None,
    companion: Mapping[Any, str] | None = None,
) -> Ladder:
    """Work out a column's hierarchy.

    Parameters
    ----------
    column : QuasiColumn
        The column.
    levels : sequence of dict or callable, optional
        From the narrowest to the widest. Each is read from the cell itself, not from the level
        before: a dictionary gives the wider value of every cell, a callable computes it. A missing
        cell stays missing unless a dictionary holds None. Without it, the ready hierarchy of that
        name or kind of column.
    companion : dict, optional
        For a commune, its postcode; see `ready`.

    Raises
    ------
    poucet.errors.PoucetError
        If a dictionary lacks a value, or a level tells apart what the level before put together.
    """
    chosen = ready(column, companion) if levels is None else levels
    groups = [np.arange(len(column.values), dtype=np.int32)]
    labels = [list(column.values)]
    for place, level in enumerate(chosen, start=1):
        wider = [_wider(column.name, level, value) for value in column.values]
        number, names = _number(column.name, wider)
        _check_nested(column, place, groups[-1], number)
        if levels is None and len(names) == len(labels[-1]):
            continue  # in this table, the ready level is no wider than the one before
        groups.append(number)
        labels.append(names)
    if len(labels[-1]) > 1 or len(labels) == 1:
        groups.append(np.zeros(len(column.values), np.int32))
        labels.append([ANY])
    return Ladder(tuple(groups), tuple(labels))


def _wider(name: Any, level: Level, value: Any) -> Any:
    if not isinstance(level, Mapping):
        return None if value is None else level(value)
    for key in (value, as_midnight(value)):
        if key in level:
            return level[key]
    if value is None:
        return None
    raise PoucetError(
        _(
            "La hiérarchie de la colonne « {name} » ne dit pas par quoi remplacer « {value} » :"
            " ajoutez cette valeur à chacun de ses niveaux."
        ).format(name=name, value=value)
    )


def _number(name: Any, wider: list[Any]) -> tuple[np.ndarray, list[Any]]:
    try:
        places = {value: place for place, value in enumerate(dict.fromkeys(wider))}
    except TypeError:
        raise PoucetError(
            _(
                "La hiérarchie de la colonne « {name} » donne des listes ou d’autres valeurs"
                " composées : donnez un texte ou un nombre par case."
            ).format(name=name)
        ) from None
    return np.array([places[value] for value in wider], np.int32), list(places)


def _check_nested(column: QuasiColumn, place: int, before: np.ndarray, after: np.ndarray) -> None:
    """Refuse a level that splits a group: wider would no longer mean safer."""
    first: dict[int, int] = {}
    for value, group in enumerate(before):
        other = first.setdefault(int(group), value)
        if after[other] != after[value]:
            raise PoucetError(
                _(
                    "Dans la hiérarchie de la colonne « {name} », le niveau {level} sépare"
                    " « {first} » et « {second} », que le niveau précédent réunit : chaque niveau"
                    " doit être plus large que le précédent."
                ).format(
                    name=column.name,
                    level=place,
                    first=column.values[other],
                    second=column.values[value],
                )
            )


def ready(column: QuasiColumn, companion: Mapping[Any, str] | None = None) -> list[Level]:
    """Give the hierarchy the kit has for a column, by its name, else by what it holds.

    ``birth_date``: month, year; ``birth_month``: year; ``postcode``: area (first three figures),
    département (first two); ``commune``: the postcode and its area where the table tells them,
    else the département of a commune's code; ``class``: level. Other dates: month, year; numbers:
    ever wider intervals; words: ``*`` at once.

    Parameters
    ----------
    column : QuasiColumn
        The column.
    companion : dict, optional
        For a commune, its postcode.
    """
    if column.name == "commune" and companion:
        wider = [companion.__getitem__, lambda commune: _prefix(3)(companion[commune])]
        return [*wider, lambda commune: _prefix(2)(companion[commune])]
    if column.words:
        return list(_BY_NAME.get(column.name, ()))
    if not column.known:
        return []
    if hasattr(column.values[0], "year"):
        return [lambda date: f"{date.year}-{date.month:02}", lambda date: str(date.year)]
    return _widening(column)


def _prefix(kept: int) -> Callable[[Any], str]:
    def shorten(code: Any) -> str:
        text = str(code)
        return text[:kept] + ANY * (len(text) - kept)

    return shorten


def _departement(commune: Any) -> str:
    """Give a commune's département if what stands there is its official code of five signs."""
    text = str(commune)
    return _prefix(2)(text) if len(text) == 5 and text[-3:].isdigit() else ANY


_BY_NAME: dict[Any, tuple[Level, ...]] = {
    "birth_month": (lambda month: str(month)[:4],),
    "class": (lambda group: str(group).split(" ")[0],),
    "commune": (_departement,),
    "postcode": (_prefix(3), _prefix(2)),
}


def intervals(*widths: float) -> list[Level]:
    """Make a hierarchy of intervals for a column of numbers, each bound a multiple of the width.

    Parameters
    ----------
    *widths : float
        From the narrowest to the widest; each must be a multiple of the one before.

    Returns
    -------
    list of callable
        One level a width, for the argument ``hierarchies`` of `poucet.k_anonymise`.

    Examples
    --------
    >>> [level(13) for level in intervals(5, 10)]
    ['10–14', '10–19']
    >>> intervals(0.5)[0](12.75)
    '[12.5 ; 13['
    """
    return [_interval(step) for step in widths]


def _interval(step: float) -> Callable[[float], str]:
    def widen(value: float) -> str:
        low = value // step * step
        if isinstance(value, int) and float(step).is_integer():
            return f"{low:.0f}–{low + step - 1:.0f}"
        return f"[{low:.12g} ; {low + step:.12g}["

    return widen


def _widening(column: QuasiColumn) -> list[Level]:
    """Double intervals until one holds everything; the first is 2, 5 or a power of ten of them."""
    span = width(column)
    if not span:
        return []
    whole = all(isinstance(value, int) for value in column.values if value is not None)
    step: float = (
        2 if whole and span <= 20 else 5 if whole else 10.0 ** np.floor(np.log10(span / 5))
    )
    while whole and span / step > 50:
        step *= 10
    levels: list[Level] = []
    while step < span:
        levels.append(_interval(step))
        step *= 2
    return levels


def companion_of(commune: QuasiColumn, postcode: QuasiColumn) -> dict[Any, str] | None:
    """Give each commune's postcode, or None if one of them has several.

    Examples
    --------
    >>> from poucet.protect.quasi_identifier import read_columns
    >>> table = {"commune": ["Aubeliers", "Valmorne"], "postcode": ["96110", "96100"]}
    >>> companion_of(*read_columns(table, ["commune", "postcode"]))
    {'Aubeliers': '96110', 'Valmorne': '96100'}
    """
    pairs = np.unique(np.stack([commune.codes, postcode.codes]), axis=1)
    if len(pairs[0]) > len(commune.values) or None in postcode.values:
        return None
    return {commune.values[a]: str(postcode.values[b]) for a, b in pairs.T}
