"""The trail as a contract lets it be held: fewer verbs, rougher times, a cut address or none."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from poucet.exports.term import DAY, FIRST_MONDAY
from poucet.exports.trail import TrailColumns

# Categories that name people or places: a copy keeps only those its lines still bear.
OPEN_LISTS = ("account", "ip", "place")
_UNITS = {"hour": "datetime64[h]", "day": "datetime64[D]"}


@dataclass(frozen=True, eq=False)
class HeldTrail:
    """Lines as held and, sealed beside them, what winding time needs.

    Attributes
    ----------
    codes : dict of str to ndarray
        As in `poucet.exports.TrailColumns`; ``account``, a rank in the list of accounts, takes
        the place of ``pupil``.
    categories : dict of str to ndarray of object
        The texts that the ranks stand for.
    avatars : ndarray of int
        Sealed: the avatar of each line, by number, in as few bytes as the school's size lets.
    day : ndarray of int8
        Sealed: the day of each line, 0 for Monday 7 September 2026.
    """

    codes: dict[str, np.ndarray]
    categories: dict[str, np.ndarray]
    avatars: np.ndarray
    day: np.ndarray

    @property  # not kept: a holding has a million lines
    def row(self) -> np.ndarray:
        """Sealed: the pupil of each line, as a row of the school's file."""
        return self.avatars - 1

    def chosen(self, pupils: np.ndarray, days: np.ndarray) -> np.ndarray | slice:
        """Say which lines are of some pupils (a yes or no each) on some days."""
        if pupils.all() and days.all():
            return slice(None)
        return pupils[self.row] & days[self.day]

    def kept(self, chosen: np.ndarray | slice, listed: np.ndarray | None) -> TrailColumns:
        """Give some of the lines, in order.

        Parameters
        ----------
        chosen : ndarray of bool, or slice
            From `chosen`.
        listed : ndarray of bool, optional
            The accounts that the holder lists besides; when left out, those whose lines it holds.

        Returns
        -------
        TrailColumns
            The lines; addresses and places that no line bears are not listed.
        """
        codes = {name: values[chosen] for name, values in self.codes.items()}
        categories = dict(self.categories)
        for name in OPEN_LISTS:
            if name in codes:
                codes[name], categories[name] = _compressed(
                    codes[name], categories[name], listed if name == "account" else None
                )
        return TrailColumns(codes, categories)


def _compressed(
    codes: np.ndarray, values: np.ndarray, listed: np.ndarray | None
) -> tuple[np.ndarray, np.ndarray]:
    """Leave out of a list what is not to be listed, or what no line bears."""
    if listed is None:
        listed = np.zeros(len(values), bool)
        listed[codes] = True
    if listed.all():
        return codes, values
    ranks = (np.cumsum(listed) - 1).astype(codes.dtype)
    return ranks[codes], values[listed]


def narrowest(most: int) -> np.dtype:
    """Give the smallest signed integers that hold numbers up to this one.

    Examples
    --------
    >>> narrowest(1100)
    dtype('int16')
    """
    return np.min_scalar_type(-most - 1)


def hold_trail(
    trail: TrailColumns,
    accounts: np.ndarray,
    account_of: np.ndarray,
    verbs: tuple[str, ...],
    time: str,
    ip: str,
) -> HeldTrail:
    """Keep of a trail what a contract allows.

    Lines that are dated roughly come in an order that tells no more than their dates do: within an
    hour, by account, then by what the line says. An order kept by the second would be a date too.

    Parameters
    ----------
    trail : TrailColumns
        The whole trail of the school.
    accounts : ndarray of object
        The accounts, in the order of the copy's rows.
    account_of : ndarray of int
        For each row of the school's file, its account's rank.
    verbs, time, ip
        As the clauses of `poucet.Contract`.

    Returns
    -------
    HeldTrail
        The lines kept.
    """
    source, categories = trail.codes, dict(trail.categories)
    allowed = np.isin(categories["verb"].astype(str), verbs)[source["verb"]]
    kept = slice(None) if allowed.all() else allowed
    lines = {name: values[kept] for name, values in source.items()}
    avatars = lines["pupil"].astype(narrowest(len(account_of)))
    day = ((lines["time"] - FIRST_MONDAY).astype(np.int64) // DAY).astype(np.int8)  # of 15 weeks
    codes = {"account" if n == "pupil" else n: v for n, v in lines.items()}
    codes["account"] = account_of[avatars - 1]
    categories["account"] = accounts
    if ip != "whole":
        del codes["ip"], categories["ip"]
    if ip == "none":
        del codes["place"], categories["place"]
    if time == "none":
        del codes["time"]
    elif time != "second":
        codes["time"] = codes["time"].astype(_UNITS[time])
    if time != "second":
        order = _order(codes, categories)
        codes = {name: values[order] for name, values in codes.items()}
        avatars, day = avatars[order], day[order]
    return HeldTrail(codes, categories, avatars, day)


def _order(codes: dict[str, np.ndarray], categories: dict[str, np.ndarray]) -> np.ndarray:
    """Sort lines by what they say, whole numbers packed two by two to sort once instead of often.

    Every column held is in the key, so the order tells nothing that the columns do not.
    """
    first = np.zeros(len(codes["account"]), np.int64)
    if "time" in codes:
        first += (codes["time"] - FIRST_MONDAY).astype(np.int64)
    for name in ("account", "verb", "object"):
        first = first * max(1, len(categories[name])) + codes[name]
    rest = np.rint(np.nan_to_num(codes["score"], nan=-1.0) * 1000).astype(np.int64) + 1000
    rest = rest * DAY + codes["duration"]
    for name in ("device", "ip" if "ip" in codes else "place"):
        if name in codes:
            rest = rest * max(1, len(categories[name])) + codes[name]
    # Few lines agree in the first key: sorting those again costs less than sorting all by both.
    order = np.argsort(first)
    ranked = first[order]
    tied = np.zeros(len(order), bool)
    tied[1:] = ranked[1:] == ranked[:-1]
    tied[:-1] |= tied[1:]
    lines = np.sort(order[tied])
    order[tied] = lines[np.lexsort((rest[lines], first[lines]))]
    return order
