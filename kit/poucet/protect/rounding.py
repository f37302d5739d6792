"""Rounded counts: what statistical offices do to a table of counts, simpler than noise.

The methods and their names are those that INSEE teaches its statisticians (InseeFrLab, “Les
méthodes perturbatrices”, section « Méthodes d’arrondi et apparentées »,
https://inseefrlab.github.io/formation_protection_donnees/theorie/supports/methodes-perturbatrices.html):
to the nearest multiple of a base, by chance without bias (23 in base 10 becomes 20 with probability
0.7, 30 with 0.3), or the small counts alone. They are methods and not one rule: which counts are
too small depends on the source (InseeFrLab, “Manuel protection tableaux”, chapter « Règles »).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.i18n import number

NEAREST, CHANCE, SMALL = "nearest", "chance", "small"


@dataclass(frozen=True)
class RoundedCounts:
    """Counts after rounding.

    Attributes
    ----------
    counts : dict or list of int
        As given: a dictionary stays one.
    total : int
        The total, rounded by itself the same way (a total of small counts is not small).
    base : int
        They are multiples of it, but for the larger ones when only small counts are rounded.
    changed : int
        How many counts the rounding changed.
    """

    counts: dict[Any, int] | list[int]
    total: int
    base: int
    changed: int

    @property
    def gap(self) -> int:
        """By how much the rounded counts add up to more than the rounded total."""
        told = self.counts.values() if isinstance(self.counts, dict) else self.counts
        return sum(told) - self.total

    def __str__(self) -> str:
        sentence = _(
            "Effectifs arrondis (base {base}) ; cases changées : {changed} ; écart entre leur somme"
            " et le total arrondi : {gap}."
        )
        return sentence.format(
            base=number(self.base), changed=number(self.changed), gap=number(abs(self.gap))
        )


def round_counts(
    counts: Mapping[Any, int] | Any, base: int = 5, method: str = NEAREST, seed: int | None = None
) -> RoundedCounts:
    """Round a table of counts, so that a small one no longer points at a person.

    A school publishes how many pupils of each commune hold a scholarship; in one of them it is a
    single pupil. Success is that nobody can tell that count from an empty one. No promise holds
    for tables that overlap: subtract two of them and a small count may show again. That is what
    noise under a budget is for.

    Parameters
    ----------
    counts : dict, pandas Series or sequence of int
        How many in each cell, none below zero.
    base : int, default 5
        What to round to multiples of, 2 or more.
    method : {"nearest", "chance", "small"}, default "nearest"
        ``"nearest"`` multiple, half way up; ``"chance"``, to one of the two nearest, so that the
        mean stays exact; ``"small"``, only the counts below the base, to the nearest of 0 and the
        base. (INSEE's algorithm of that kind also moves a few other counts, to keep the sums right;
        this one does not.)
    seed : int, optional
        For ``"chance"``, which needs one: the same seed gives the same table. Keep it as secret as
        the counts.

    Returns
    -------
    RoundedCounts
        ``.counts`` and ``.total``, rounded apart: they may not add up.

    Raises
    ------
    poucet.errors.PoucetError
        If a count, the base or the method is none of those, or the seed is missing.

    Examples
    --------
    >>> told = round_counts({"Nord": 6, "Ouest": 14, "Sud": 1, "Est": 7})
    >>> told.counts, told.total
    ({'Nord': 5, 'Ouest': 15, 'Sud': 0, 'Est': 5}, 30)
    >>> round_counts([3, 2, 1, 13], method="small").counts
    [5, 0, 0, 13]
    """
    if hasattr(counts, "to_dict"):  # what pandas' value_counts gives
        counts = counts.to_dict()
    named = isinstance(counts, Mapping)
    given: Any = counts.values() if isinstance(counts, Mapping) else counts
    exact: list[Any] = list(given) if isinstance(given, Iterable) else [None]
    if not all(isinstance(n, int | np.integer) and n >= 0 for n in exact):
        raise PoucetError(
            _("L’argument counts attend des effectifs : des nombres entiers, à partir de 0.")
        )
    if not isinstance(base, int | np.integer) or base < 2:
        raise PoucetError(
            _("L’argument base attend un nombre entier, 2 ou plus, et non {value}.").format(
                value=repr(base)
            )
        )
    if method not in (NEAREST, CHANCE, SMALL):
        raise PoucetError(
            _("L’argument method attend nearest, chance ou small, et non {value}.").format(
                value=repr(method)
            )
        )
    if method == CHANCE and seed is None:
        raise PoucetError(_("L’arrondi par chance demande une graine, par exemple seed=1."))
    cells = np.array([*exact, sum(exact)], np.int64)
    down, rest = cells // base * base, cells % base
    if method == CHANCE:
        # A draw is a multiple of 2^-53: the chance of going up is rest / base to within that.
        draws = np.random.Generator(np.random.PCG64(seed)).random(len(cells))
        up = np.floor(draws * base).astype(np.int64) < rest
    else:
        up = 2 * rest >= base
    told = down + base * up
    if method == SMALL:
        told = np.where(cells < base, told, cells)
    changed = int((told != cells)[:-1].sum())
    *rounded, total = told.tolist()
    kept = dict(zip(counts, rounded, strict=True)) if named else rounded
    return RoundedCounts(kept, total, int(base), changed)
