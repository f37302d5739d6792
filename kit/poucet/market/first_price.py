"""What to offer when the winner pays what she said."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np

Law = Sequence[tuple[float, float, float]]


def first_price_bid(values: Any, law: Law, bidders: int, floor: Any = 0.0) -> np.ndarray:
    """Give the best offer at the first price, against others who reckon in the same way.

    Every bidder knows the law from which the values are drawn, each her own, but not the others'
    values. If F(x) is the chance that a value is at most x, who has the value v offers

        b(v) = v − ∫ from floor to v of (F(x) / F(v))^(bidders − 1) dx,

    which is the mean of the highest of the others' values (or the floor), knowing that all are
    under hers.

    Parameters
    ----------
    values : array_like of float
        What it is worth to each.
    law : sequence of (share, low, high)
        A value falls with that chance between low and high, evenly. The spans are in order, do
        not overlap, and their shares make 1.
    bidders : int
        How many bid.
    floor : array_like of float
        The lowest price at which the seller sells, one for all or one for each value.

    Returns
    -------
    numpy.ndarray
        The offers, never above the values; values under the floor are offered as they are.

    Notes
    -----
    W. Vickrey, “Counterspeculation, auctions, and competitive sealed tenders”, Journal of Finance
    16 (1961), 8–37; with a floor, J. Riley and W. Samuelson, “Optimal auctions”, American Economic
    Review 71 (1981), 381–392.

    Examples
    --------
    >>> first_price_bid([0.5, 1.0], [(1, 0, 1)], bidders=2).tolist()
    [0.25, 0.5]
    """
    value = np.asarray(values, dtype=np.float64)
    start = np.minimum(floor, value)
    chance = _chance(value, law)
    margin = _area(value, chance, law, bidders) - _area(start, chance, law, bidders)
    return np.where(value >= floor, value - margin, value)


def _chance(x: np.ndarray, law: Law) -> np.ndarray:
    knots = [edge for _share, low, high in law for edge in (low, high)]
    below = np.cumsum([share for share, _low, _high in law])
    heights = [0.0]
    for height, later in pairwise([*below, None]):
        heights += [height] if later is None else [height, height]
    return np.interp(x, knots, heights)


def _area(x: np.ndarray, chance: np.ndarray, law: Law, bidders: int) -> np.ndarray:
    """Integrate (F / chance)^(bidders − 1) from the lowest value to x, piece by piece."""
    total = np.zeros(np.broadcast(x, chance).shape)
    scale = np.where(chance > 0, chance, 1.0)
    below, edge = 0.0, law[0][1]
    for share, low, high in law:
        # between two spans F stands still
        total += np.clip(x - edge, 0, low - edge) * (below / scale) ** (bidders - 1)
        # on a span F rises by `slope`: the integral of F^(n−1) is F^n / (n · slope)
        slope = share / (high - low)
        here = below + slope * (np.clip(x, low, high) - low)
        grown = here * (here / scale) ** (bidders - 1) - below * (below / scale) ** (bidders - 1)
        total += grown / (bidders * slope)
        below, edge = below + share, high
    return total
