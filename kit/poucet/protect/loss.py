"""What protection costs: how much vaguer the table has become."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from poucet.i18n import gettext as _
from poucet.i18n import number, percent
from poucet.protect.quasi_identifier import QuasiColumn, width


@dataclass(frozen=True)
class Loss:
    """What a protected table no longer tells.

    Attributes
    ----------
    ncp : float
        Mean share of its column that a cell now covers, between 0 (every cell as it was) and 1
        (nothing left). A number or a date that became an interval counts the width of the interval
        over the width of the column; a word that became a group of n words out of m counts n/m,
        and 0 if it stands alone. A suppressed row counts 1 in each column.
    discernibility : int
        Sum over the rows of how many rows look like it; for a suppressed row, all of them. With n
        rows, at least k n and at most n².

    Notes
    -----
    Normalised certainty penalty: J. Xu et al., “Utility-based anonymization using local recoding”,
    KDD 2006. Discernibility: R. Bayardo, R. Agrawal, “Data privacy through optimal
    k-anonymization”, ICDE 2005. Both are taken over the values the table holds, not over those
    that could exist.
    """

    ncp: float
    discernibility: int

    def __str__(self) -> str:
        return _(
            "Perte : une case couvre en moyenne {ncp} de sa colonne (0 % : rien de perdu), et la"
            " discernabilité vaut {discernibility}."
        ).format(ncp=percent(self.ncp, 1), discernibility=number(self.discernibility))


def discernibility(sizes: np.ndarray, suppressed: int, rows: int) -> int:
    """Sum the squares of the class sizes, and for each suppressed row all the rows.

    Examples
    --------
    >>> discernibility(np.array([2, 3]), suppressed=1, rows=6)
    19
    """
    sizes = sizes.astype(np.int64)
    return int(sizes @ sizes) + suppressed * rows


def group_penalty(column: QuasiColumn, groups: np.ndarray) -> np.ndarray:
    """Give the share of a column that each group of its values covers.

    Parameters
    ----------
    column : QuasiColumn
        The column.
    groups : numpy.ndarray of int
        For each of the column's values, the number of its group, from 0 on without a gap.

    Returns
    -------
    numpy.ndarray of float64
        One share a group. A group of one value covers nothing; one that mixes the missing value
        with others covers everything.
    """
    count = int(groups.max()) + 1
    members = np.bincount(groups, minlength=count)
    if column.words:
        share = members / len(column.values)
    else:
        low, high = np.full(count, np.inf), np.full(count, -np.inf)
        known = ~np.isnan(column.places)
        np.minimum.at(low, groups[known], column.places[known])
        np.maximum.at(high, groups[known], column.places[known])
        share = (high - low) / (width(column) or 1.0)
    share[members == 1] = 0.0
    if column.values[-1] is None and members[groups[-1]] > 1:
        share[groups[-1]] = 1.0
    return share
