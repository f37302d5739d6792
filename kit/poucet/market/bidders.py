"""Simulated bidders: what one place on one screen is worth to each, with and without a profile.

The model is this kit's own, kept to three lines so that a class can argue with it.

- Some pages are worth more than others, to everybody alike: a factor from 0.5 to 1.5.
- A household is of interest to a bidder one time in four. It is then worth `FITS` times as much as
  the page alone, and otherwise only `MISSES`. On average that makes 1: the profile creates no
  value, it says where the value is.
- Each bidder has a taste of her own for each impression: a factor from 0.5 to 1.5.

Who has the profile bids what this household is worth to her; who has not bids what a household is
worth on average. `BASE` is set so that, at the second price among ten bidders, an impression
without profile costs about 0.5 dollars a thousand and one with profile about 1.1: the orders of
magnitude of L. Olejnik, M.-D. Tran and C. Castelluccia, “Selling off privacy at auction” (INRIA,
2013), and of L. Olejnik and C. Castelluccia, “To bid or not to bid?” (INRIA), a mean of 0.0012
dollars over 17,289 auctions for highly profiled people. How high the profile lifts prices is
therefore what the model was given, not something that it shows. What it does show: with few bidders
the profile lowers prices, for the one whom the household fits has no rival.
"""

from __future__ import annotations

import numpy as np

from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.market.auctions import check_rules
from poucet.market.first_price import first_price_bid

LOW, HIGH = 0.5, 1.5
REACH = 0.25
FITS = 3.85
MISSES = 0.05  # REACH * FITS + (1 - REACH) * MISSES is 1
BASE = 0.38  # dollars a thousand
MOST = 10**8  # values drawn at once: 800 MB


def draw_values(
    impressions: int = 1000, bidders: int = 10, profile: bool = True, seed: int = 0
) -> np.ndarray:
    """Draw what each impression is worth to each bidder, as a CPM in dollars.

    The same seed gives the same pages, households and tastes: with ``profile`` true and false, one
    compares the same evening in two worlds.

    Parameters
    ----------
    impressions, bidders : int
        How many; two bidders at least.
    profile : bool
        Whether the bidders know whose screen it is.
    seed : int
        Of the draw.

    Returns
    -------
    numpy.ndarray of float64, shape (impressions, bidders)
        The values; `draw_bids` makes bids of them.

    Raises
    ------
    poucet.errors.PoucetError
        If a number is not whole, or too small or too large.

    Examples
    --------
    >>> values = draw_values(1000, 10, profile=False, seed=1)
    >>> values.shape, bool(values.min() > 0)
    ((1000, 10), True)
    """
    for name, value, low, high in (
        ("impressions", impressions, 1, MOST),
        ("bidders", bidders, 2, 1000),
        ("seed", seed, 0, 2**63),
    ):
        whole = isinstance(value, int | np.integer) and not isinstance(value, bool)
        if not whole or not low <= value <= high:
            raise PoucetError(
                _("{name} attend un nombre entier de {low} à {high}, et non {value}.").format(
                    name=name, low=low, high=high, value=repr(value)
                )
            )
    if impressions * bidders > MOST:
        raise PoucetError(
            _(
                "{impressions} impressions pour {bidders} enchérisseurs, c’est trop pour une"
                " machine : demandez-en moins."
            ).format(impressions=impressions, bidders=bidders)
        )
    random = _stream(seed)
    page = BASE * _pages(random, impressions)
    values = page * (LOW + (HIGH - LOW) * random.random((impressions, bidders)))
    if profile:
        values *= np.where(random.random((impressions, bidders)) < REACH, FITS, MISSES)
    return values


def draw_bids(
    impressions: int = 1000,
    bidders: int = 10,
    profile: bool = True,
    price: str = "second",
    floor: float = 0.0,
    seed: int = 0,
) -> np.ndarray:
    """Draw what each bidder offers for each impression, as a CPM in dollars.

    At the second price each offers what the impression is worth to her. At the first price she
    would then win nothing by winning: she offers what she expects the others to be ready to pay at
    most, should she be the one to whom it is worth most. If all reckon so, the seller gets the
    same from both rules on average (Vickrey 1961).

    Parameters
    ----------
    impressions, bidders, profile, seed
        As for `draw_values`.
    price : {"second", "first"}
        What the winner will pay.
    floor : float
        The lowest price at which the seller sells, as a CPM.

    Returns
    -------
    numpy.ndarray of float64, shape (impressions, bidders)
        The bids, for `poucet.auction`.

    Raises
    ------
    poucet.errors.PoucetError
        If an argument is not allowed.

    Examples
    --------
    >>> low, high = draw_bids(price="first", seed=1), draw_bids(price="second", seed=1)
    >>> bool((low <= high).all())
    True
    """
    floor = check_rules(floor, price)
    values = draw_values(impressions, bidders, profile, seed)
    if price == "second":
        return values
    page = BASE * _pages(_stream(seed), impressions)
    odds = ((1 - REACH, MISSES), (REACH, FITS)) if profile else ((1.0, 1.0),)
    law = [(share, LOW * factor, HIGH * factor) for share, factor in odds]
    bids = page * first_price_bid(values / page, law, bidders, floor / page)
    return np.where(values >= floor, np.maximum(bids, floor), bids)  # no rounding under the floor


def _stream(seed: int) -> np.random.Generator:
    return np.random.Generator(np.random.PCG64(int(seed)))


def _pages(random: np.random.Generator, impressions: int) -> np.ndarray:
    return LOW + (HIGH - LOW) * random.random((impressions, 1))
