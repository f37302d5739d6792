"""From an auction to money: what advertisers pay, and whose pocket each cent ends in."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from numbers import Real

import numpy as np

from poucet.errors import PoucetError
from poucet.i18n import N_, ngettext, number
from poucet.i18n import gettext as _
from poucet.market.auctions import Auction, auction
from poucet.market.bidders import draw_bids
from poucet.market.money import dollars, share_out, to_cents

PUBLISHER = "publisher"
# An assumption of this kit, to be changed in class: nobody prints these shares. Each is a share of
# what the advertisers pay; what is left goes to the publisher, who runs the page.
FEES: Mapping[str, float] = {
    "agency": 0.10,
    "buying_platform": 0.15,
    "exchange": 0.10,
    "selling_platform": 0.10,
}
_NAMES = {
    PUBLISHER: N_("l’éditeur de la page"),
    "agency": N_("l’agence de publicité"),
    "buying_platform": N_("la plateforme d’achat"),
    "exchange": N_("la place de marché"),
    "selling_platform": N_("la plateforme de vente"),
}


def party_name(party: str) -> str:
    """Give the name of a pocket in the reader's language; a class's own middleman keeps hers.

    Examples
    --------
    >>> party_name("publisher")
    'l’éditeur de la page'
    """
    return _(_NAMES[party]) if party in _NAMES else party


@dataclass(frozen=True)
class Settlement:
    """Money that changed hands, in whole cents.

    Attributes
    ----------
    bills : dict of int to int
        What each bidder who won anything pays, by her number.
    parts : dict of str to int
        What each middleman keeps, then what the ``"publisher"`` receives.
    """

    bills: dict[int, int]
    parts: dict[str, int]

    @property
    def total(self) -> int:
        """What all advertisers pay, in cents: to the cent what all the others receive."""
        return sum(self.bills.values())

    def __str__(self) -> str:
        middlemen = len(self.parts) - 1
        return ngettext(
            "Les annonceurs paient {total} : l’éditeur de la page en reçoit {publisher},"
            " {n} intermédiaire garde le reste, {kept}.",
            "Les annonceurs paient {total} : l’éditeur de la page en reçoit {publisher},"
            " {n} intermédiaires gardent le reste, {kept}.",
            middlemen,
        ).format(
            total=dollars(self.total / 100),
            publisher=dollars(self.parts[PUBLISHER] / 100),
            kept=dollars((self.total - self.parts[PUBLISHER]) / 100),
            n=number(middlemen),
        )


def settle(sale: Auction, fees: Mapping[str, float] | None = None) -> Settlement:
    """Turn what an auction sold into bills and payments.

    Between the advertiser and the page stand those who carry the bid. Each keeps a share of what
    the advertiser pays; the publisher, who has the reader, gets what is left.

    Parameters
    ----------
    sale : Auction
        What `poucet.auction` gave, its bids in dollars a thousand.
    fees : dict of str to float, optional
        Share of each middleman, of what the advertisers pay. Left out, `FEES`, which is an
        assumption of this kit and no measure.

    Returns
    -------
    Settlement
        Bills and payments in cents. No cent is lost or made: rounding goes by largest remainder.

    Raises
    ------
    poucet.errors.PoucetError
        If the fees are not shares, or together more than everything.

    Examples
    --------
    >>> sale = auction([[0.50, 0.80, 0.30]] * 1000)
    >>> money = settle(sale, {"exchange": 0.25})
    >>> money.bills, money.parts
    ({1: 50}, {'exchange': 13, 'publisher': 37})
    """
    shares = _checked(FEES if fees is None else fees)
    sold = sale.winner >= 0
    owed = np.bincount(sale.winner[sold], weights=sale.paid[sold])
    total = to_cents(math.fsum(owed) / 1000)
    winners = np.flatnonzero(np.bincount(sale.winner[sold])).tolist()
    bills = share_out(total, [float(owed[bidder]) for bidder in winners]) if winners else []
    parts = share_out(total, [*shares.values(), 1 - math.fsum(shares.values())])
    return Settlement(
        dict(zip(winners, bills, strict=True)),
        dict(zip([*shares, PUBLISHER], parts, strict=True)),
    )


@dataclass(frozen=True, eq=False)
class Exchange:
    """One simulated market: what was bid, what was sold, and who got the money.

    Attributes
    ----------
    bids : numpy.ndarray, shape (impressions, bidders)
        What each bidder offers for each impression, in dollars a thousand.
    sale : Auction
        Winner and price of each impression.
    money : Settlement
        Bills and payments, in cents.
    """

    bids: np.ndarray
    sale: Auction
    money: Settlement

    @property
    def cpm(self) -> float:
        """What an impression offered brings on average, in dollars a thousand."""
        return float(self.sale.paid.mean())

    def __str__(self) -> str:
        sold = ngettext(
            "{sold} impression vendue sur {rows}, à {cpm} les mille en moyenne.",
            "{sold} impressions vendues sur {rows}, à {cpm} les mille en moyenne.",
            self.sale.sold,
        ).format(
            sold=number(self.sale.sold),
            rows=number(len(self.bids)),
            cpm=dollars(1000 * self.sale.revenue / max(1, self.sale.sold)),
        )
        return f"{sold} {self.money}"


def exchange(
    impressions: int = 1000,
    bidders: int = 10,
    profile: bool = True,
    floor: float = 0.0,
    price: str = "second",
    fees: Mapping[str, float] | None = None,
    seed: int = 0,
) -> Exchange:
    """Run a market: draw the bids, sell, and share out the money.

    Parameters
    ----------
    impressions, bidders, profile, seed
        As for `poucet.market.draw_bids`: the same seed without the profile is the same evening
        in another world.
    floor, price
        As for `poucet.auction`. At the second price a bidder offers what the place is worth to
        her; at the first, less.
    fees : dict of str to float, optional
        As for `settle`: an assumption.

    Returns
    -------
    Exchange
        ``.sale``, ``.money``, ``.cpm``; printed, a sentence.

    Raises
    ------
    poucet.errors.PoucetError
        If an argument is not allowed.

    Examples
    --------
    >>> with_profile, without = exchange(seed=1), exchange(profile=False, seed=1)
    >>> with_profile.cpm > without.cpm
    True
    """
    bids = draw_bids(impressions, bidders, profile, price, floor, seed)
    sale = auction(bids, floor, price)
    return Exchange(bids, sale, settle(sale, fees))


def _checked(fees: Mapping[str, float]) -> dict[str, float]:
    wrong = not isinstance(fees, Mapping) or any(
        not isinstance(name, str)
        or name == PUBLISHER
        or isinstance(share, bool)
        or not isinstance(share, Real)
        or not 0 <= share <= 1
        for name, share in fees.items()
    )
    # in hundredths of hundredths, so that ten tenths are the whole
    if wrong or round(math.fsum(fees.values()), 9) > 1:
        raise PoucetError(
            _(
                "Les commissions (fees) attendent une part entre 0 et 1 pour chaque intermédiaire,"
                ' 1 au plus en tout, par exemple {{"exchange": 0.10}}, et non {value}.'
            ).format(value=repr(fees))
        )
    return {name: float(share) for name, share in fees.items()}
