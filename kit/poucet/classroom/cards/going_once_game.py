"""Choose the households and the values of "going once": pure counting, nothing printed here.

Five pupils play advertisers, a sixth the auctioneer. Eight places on eight screens are sold twice:
first nobody knows whose screens they are, then everybody reads the profile of the household.
Success is an evening whose total rises while some places lose nearly all their price, and one
household that was put on a shelf where it does not belong.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.market import Auction, Household, auction, segments
from poucet.school import School

CREDIT, FLATS, CARS, SCOOTERS, SHOP = range(5)
LETTERS = "ABCDE"
TOWN = "Valmorne"  # where the shop is
# Who wants each place, before they are shuffled: each advertiser wants two of the eight.
WANTED = (
    frozenset({CREDIT, FLATS}),
    frozenset({CREDIT, FLATS}),
    frozenset({CARS, SCOOTERS}),
    frozenset({CARS, SHOP}),
    frozenset({SCOOTERS, SHOP}),
    frozenset[int](),
    frozenset[int](),
    frozenset[int](),
)
LOWEST, HIGHEST = 3, 6  # what a place is worth to somebody who does not know whose it is
NOT_WANTED = 1
_LOW_INCOME, _ONE_ADULT, _SCOOTERS = 63, 122, 257
_MANY_CHILDREN = {128, 129}


@dataclass(frozen=True, eq=False)
class Deal:
    """The whole game.

    Attributes
    ----------
    households : tuple of Household
        Whose screen each place is on, in the order of the cards.
    wanted : tuple of frozenset of int
        The advertisers whom each household interests.
    blind : numpy.ndarray of int, shape (places, advertisers)
        What a place is worth to each who does not know whose screen it is, in tokens.
    innocent : int
        The place of the household which is said to be poor and is not.
    """

    households: tuple[Household, ...]
    wanted: tuple[frozenset[int], ...]
    blind: np.ndarray
    innocent: int

    @property
    def knowing(self) -> np.ndarray:
        """What the places are worth once the profile is read."""
        values = np.full_like(self.blind, NOT_WANTED)
        for place, advertisers in enumerate(self.wanted):
            for advertiser in advertisers:
                values[place, advertiser] = if_wanted(int(self.blind[place, advertiser]))
        return values

    def sale(self, profile: bool) -> Auction:
        """Sell the eight places at the second price, all saying what a place is worth to them."""
        return auction(self.knowing if profile else self.blind)


def if_wanted(blind: int) -> int:
    """Give what a place is worth once one knows that it suits.

    One household in four suits each advertiser. So that the profile creates no value but only says
    where it is, a quarter of this and three quarters of `NOT_WANTED` make the value of before.

    Examples
    --------
    >>> if_wanted(4), 0.25 * if_wanted(4) + 0.75 * NOT_WANTED
    (13, 4.0)
    """
    return 4 * blind - 3 * NOT_WANTED


def deal(school: School) -> Deal:
    """Find households with which the evening ends as it must.

    Raises
    ------
    poucet.errors.PoucetError
        If the school is too small to have them.
    """
    homes = segments(school.columns)
    short_of_money = school.sealed["money_trouble"]
    chosen: list[Household] = []

    def take(wanted: frozenset[int], fits: Callable[[Household], bool]) -> None:
        for home in homes:
            free = not home.adult and all(home.row != other.row for other in chosen)
            if free and interested(home) == wanted and fits(home):
                chosen.append(home)
                return
        raise PoucetError(
            _("Aucun groupe de cette école ne permet le jeu : choisissez une autre graine.")
        )

    take(WANTED[0], lambda home: not short_of_money[home.row])
    take(WANTED[1], lambda home: bool(short_of_money[home.row]))
    for wanted in WANTED[2:]:
        take(wanted, lambda _home: True)
    random = np.random.Generator(np.random.PCG64(school.seed))
    order = random.random(len(chosen)).argsort().tolist()
    drawn = LOWEST + random.random((len(chosen), len(LETTERS))) * (HIGHEST + 1 - LOWEST)
    return Deal(
        households=tuple(chosen[rank] for rank in order),
        wanted=tuple(WANTED[rank] for rank in order),
        blind=drawn.astype(np.int64),
        innocent=order.index(0),
    )


def interested(home: Household) -> frozenset[int]:
    """Give the advertisers whom a household interests, from what its profile says."""
    shelves = set(home.numbers)
    tests = {
        CREDIT: _LOW_INCOME in shelves,
        FLATS: _ONE_ADULT in shelves,
        CARS: bool(_MANY_CHILDREN & shelves),
        SCOOTERS: _SCOOTERS in shelves,
        SHOP: home.commune == TOWN,
    }
    return frozenset(advertiser for advertiser, wants in tests.items() if wants)
