"""The sale of one place on one screen, thousands of times over: who wins it, and for how much."""

from __future__ import annotations

from dataclasses import dataclass
from numbers import Real
from typing import Any

import numpy as np

from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.i18n import ngettext, number

_BLOCK = 1 << 14  # impressions sold at a time: their bids stay in the processor's cache
PRICES = ("second", "first")


@dataclass(frozen=True, eq=False, repr=False)
class Auction:
    """What an auction gave, one entry an impression.

    Attributes
    ----------
    winner : numpy.ndarray of int16
        The winning bidder's number, from 0; −1 where the impression stayed unsold.
    paid : numpy.ndarray of float64
        What the winner pays, in the bids' own unit, a price for a thousand impressions (CPM);
        0 where unsold.
    """

    winner: np.ndarray
    paid: np.ndarray

    def __post_init__(self) -> None:
        for array in (self.winner, self.paid):
            array.setflags(write=False)

    @property
    def sold(self) -> int:
        """How many impressions found a buyer."""
        return int(np.count_nonzero(self.winner >= 0))

    @property
    def revenue(self) -> float:
        """What all winners pay together, as money: a CPM is the price of a thousand."""
        return float(self.paid.sum()) / 1000

    def __str__(self) -> str:
        return ngettext(
            "{sold} impression vendue sur {rows}, pour {revenue} en tout.",
            "{sold} impressions vendues sur {rows}, pour {revenue} en tout.",
            self.sold,
        ).format(
            sold=number(self.sold),
            rows=number(len(self.winner)),
            revenue=number(self.revenue, 2),
        )

    __repr__ = __str__


def auction(bids: Any, floor: float = 0.0, price: str = "second") -> Auction:
    """Sell impressions to the highest bidder, each on its own.

    A page opens. In a tenth of a second the place for an advertisement is offered to the bidders,
    each of whom names a price for a thousand such places (CPM). The highest wins. At the second
    price she pays what the next one offered, or the floor if that is higher: bidding what the
    place is worth to her is then her best answer (Vickrey 1961). At the first price she pays what
    she said.

    Parameters
    ----------
    bids : array_like of float, shape (impressions, bidders)
        What each bidder offers for each impression, as a CPM; 0 for who does not bid.
    floor : float
        The lowest price at which the seller sells, as a CPM. A bid equal to it is enough.
    price : {"second", "first"}
        What the winner pays.

    Returns
    -------
    Auction
        ``.winner`` and ``.paid`` for each impression. Of equal bids the first bidder's wins.

    Raises
    ------
    poucet.errors.PoucetError
        If the bids are no table of numbers of at least 0, or another argument is not allowed.

    Notes
    -----
    W. Vickrey, “Counterspeculation, auctions, and competitive sealed tenders”, Journal of Finance
    16 (1961), 8–37.

    Examples
    --------
    >>> sale = auction([[0.50, 0.80, 0.30], [0.10, 0.00, 0.20]], floor=0.40)
    >>> sale.winner.tolist(), sale.paid.tolist()
    ([1, -1], [0.5, 0.0])
    >>> auction([[0.50, 0.80, 0.30]], price="first").paid.tolist()
    [0.8]
    """
    table = _table(bids)
    floor = check_rules(floor, price)
    rows, _bidders = table.shape
    winner, paid = np.empty(rows, np.int16), np.empty(rows)
    for start in range(0, rows, _BLOCK):
        part = slice(start, start + _BLOCK)
        who, best, second = _top_two(table[part])
        sold = (best >= floor) & (best > 0)
        winner[part] = np.where(sold, who, -1)
        due = best if price == "first" else np.maximum(second, floor)
        paid[part] = np.where(sold, due, 0)
    return Auction(winner, paid)


def check_rules(floor: float, price: str) -> float:
    """Refuse a floor that is no price, and a rule that is none of the two; give the floor."""
    if isinstance(floor, bool) or not isinstance(floor, Real) or not 0 <= floor < np.inf:
        raise PoucetError(
            _("Le prix plancher (floor) attend un nombre positif ou nul, et non {value}.").format(
                value=repr(floor)
            )
        )
    if price not in PRICES:
        raise PoucetError(
            _(
                "La règle de prix (price) est « second » (second prix) ou « first » (premier prix),"
                " et non {value}."
            ).format(value=repr(price))
        )
    return float(floor)


def _top_two(bids: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Find the highest bid of each row, the first bidder who made it, and the second highest."""
    columns = np.ascontiguousarray(bids.T)
    rows = columns.shape[1]
    who, number_if_more = np.zeros((2, rows), np.int16)
    best, second, lower = np.zeros((3, rows))
    more = np.empty(rows, dtype=bool)
    for bidder, offer in enumerate(columns):
        # the numbers rise, so the last who offered more has the highest: no row is branched on
        np.greater(offer, best, out=more)
        np.multiply(more, np.int16(bidder), out=number_if_more)
        np.maximum(who, number_if_more, out=who)
        np.minimum(best, offer, out=lower)
        np.maximum(second, lower, out=second)
        np.maximum(best, offer, out=best)
    # a bid that is not a number has made the best one not a number either
    if not columns.min(initial=0) >= 0 or not best.max(initial=0) < np.inf:
        raise _not_bids()
    return who, best, second


def _table(bids: Any) -> np.ndarray:
    try:
        table = np.asarray(bids, dtype=np.float64)
    except (TypeError, ValueError):
        raise _not_bids() from None
    if table.ndim != 2 or not table.shape[1] or table.shape[1] > np.iinfo(np.int16).max:
        raise _not_bids()
    return table


def _not_bids() -> PoucetError:
    return PoucetError(
        _(
            "Les offres (bids) attendent un tableau de nombres positifs ou nuls, une ligne par"
            " impression et une colonne par enchérisseur : mettez 0 pour qui n’enchérit pas."
        )
    )
