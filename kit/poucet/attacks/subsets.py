"""Every combination of a few columns: whom each singles out, and what each column costs.

Someone may know any of the facts a table holds, and nobody can tell which. So all combinations are
tried: success, for the holder, is a combination that leaves many people alone in their class.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from poucet.attacks.chains import ChainCounter, members
from poucet.attacks.keys import renumber
from poucet.attacks.table import choose, open_table, read
from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.i18n import number, percent
from poucet.labels import label

MOST = 12  # columns: 4,095 combinations


@dataclass(frozen=True)
class Subset:
    """What one combination of columns gives away.

    Attributes
    ----------
    columns : tuple
        The combination, in the order in which the columns were given.
    k : int
        Size of the smallest class.
    unique : int
        People alone in their class.
    unique_share : float
        Their share, between 0 and 1.
    classes : int
        Equivalence classes.
    """

    columns: tuple[Any, ...]
    k: int
    unique: int
    unique_share: float
    classes: int


@dataclass(frozen=True, repr=False)
class Exploration:
    """Every combination of some columns.

    Attributes
    ----------
    columns : tuple
        The columns explored.
    rows : int
        People in the table.
    subsets : tuple of Subset
        All combinations but the empty one, the smaller first.
    """

    columns: tuple[Any, ...]
    rows: int
    subsets: tuple[Subset, ...]

    def __iter__(self) -> Iterator[Subset]:
        return iter(self.subsets)

    def __len__(self) -> int:
        return len(self.subsets)

    @cached_property
    def _by_columns(self) -> dict[frozenset[Any], Subset]:
        return {frozenset(subset.columns): subset for subset in self.subsets}

    def of(self, columns: str | Iterable[Any]) -> Subset:
        """Give the combination of these columns, in any order.

        Raises
        ------
        poucet.errors.PoucetError
            If one of them was not explored.
        """
        names = choose(dict.fromkeys(self.columns), columns, "columns")
        return self._by_columns[frozenset(names)]

    def best(self, size: int) -> Subset:
        """Give the combination of so many columns that singles out the most people.

        Among equals it is the one with more classes, then the first.

        Parameters
        ----------
        size : int
            From 1 to the number of columns explored.
        """
        if size not in range(1, len(self.columns) + 1):
            raise PoucetError(
                _(
                    "Une combinaison compte ici de 1 à {most} colonnes, et non {size} : changez ce"
                    " nombre."
                ).format(most=len(self.columns), size=size)
            )
        of_that_size = [subset for subset in self.subsets if len(subset.columns) == size]
        return max(of_that_size, key=lambda subset: (subset.unique, subset.classes))

    @cached_property
    def harm(self) -> dict[Any, float]:
        """What each column adds to the share of unique people, on average.

        The column joins the others in every order, each as likely as the next; its harm is the
        mean rise of the unique share when it joins (Shapley 1953). With d columns and u(S) the
        unique share of a combination S, that is the sum, over the S without the column c, of
        |S|! (d − 1 − |S|)! / d! × (u(S ∪ {c}) − u(S)). The harms of all columns add up to the
        unique share of all columns together.

        Notes
        -----
        L. S. Shapley, “A value for n-person games”, Contributions to the Theory of Games II (1953),
        307–317.
        """
        width = len(self.columns)
        share = {names: subset.unique_share for names, subset in self._by_columns.items()}
        share[frozenset()] = 1.0 if self.rows == 1 else 0.0  # knowing nothing, all look alike
        harm = dict.fromkeys(self.columns, 0.0)
        for names, with_it in share.items():
            for name in names:
                weight = width * math.comb(width - 1, len(names) - 1)
                harm[name] += (with_it - share[names - {name}]) / weight
        return harm

    def __str__(self) -> str:
        worst = max(self.harm, key=self.harm.__getitem__)
        return _(
            "{count} combinaisons possibles de ces {width} colonnes : toutes ensemble, elles"
            " isolent {share} des personnes ; la colonne qui coûte le plus d’anonymat est"
            " « {worst} » ({harm} points en moyenne)."
        ).format(
            count=number(len(self)),
            width=len(self.columns),
            share=percent(self.subsets[-1].unique_share, 1),
            worst=label(str(worst)),
            harm=number(100 * self.harm[worst], 1),
        )

    __repr__ = __str__


def explore(frame: Any, columns: str | Iterable[Any]) -> Exploration:
    """Count the classes of every combination of up to twelve columns.

    Parameters
    ----------
    frame : table
        pandas, Polars or Arrow table, or a dictionary of columns, one row a person. A missing
        value is a value like any other.
    columns : iterable of str
        The columns to combine, 12 at most (4,095 combinations).

    Returns
    -------
    Exploration
        A row a combination, and what each column costs.

    Raises
    ------
    poucet.errors.PoucetError
        If the table is empty, lazy or none, a column is unknown, or there are more than 12.

    Notes
    -----
    Rows sorted by columns a, b, c are sorted by a, b and by a as well: one sort serves a chain of
    combinations. The fewest chains that cover all of them number C(d, ⌊d/2⌋), 70 sorts instead of
    255 for 8 columns (de Bruijn, Tengbergen and Kruyswijk 1951). The result is exact as long as the
    codes of a chain's columns fit in 64 bits. Beyond, each value gets a random 64-bit tag (fixed
    seed) and a row the sum of its tags: two different rows of n collide with a chance below
    n² / 2⁶⁵ a combination, 3·10⁻⁸ for a million rows.

    Examples
    --------
    >>> pupils = {"sex": ["F", "F", "M", "M"], "born": [2009, 2010, 2010, 2010]}
    >>> found = explore(pupils, ["sex", "born"])
    >>> found.of(["sex", "born"]).unique, found.of("born").k
    (2, 1)
    >>> found.harm
    {'sex': 0.125, 'born': 0.375}
    """
    table = open_table(frame)
    names = choose(table, columns, "columns")
    if len(names) > MOST:
        raise PoucetError(
            _(
                "{given} colonnes feraient {count} combinaisons : choisissez-en {most} au plus."
            ).format(given=len(names), count=number(2 ** len(names) - 1), most=MOST)
        )
    codes, rows = read(table, names)
    found = ChainCounter([renumber(column) for column in codes], rows).count()
    subsets = []
    for mask in sorted(found, key=lambda mask: (mask.bit_count(), members(mask))):
        k, unique, classes = found[mask]
        chosen = tuple(names[place] for place in members(mask))
        subsets.append(Subset(chosen, k, unique, unique / rows, classes))
    return Exploration(tuple(names), rows, tuple(subsets))
