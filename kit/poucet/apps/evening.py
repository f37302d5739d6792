"""The market of board 6 for a thousand screens: what the class chose, and what it brings."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from poucet.apps.record_lines import lesson_school
from poucet.market.exchange import FEES, Exchange, exchange
from poucet.market.segments import Household, segments

IMPRESSIONS = 1000
SEED = 6
BIDDERS = (2, 5, 10)
RULES = ("second", "first")
FLOORS = (0.0, 0.5, 1.0)  # dollars a thousand


@dataclass
class Evening:
    """The rules of the sale, which all questions of the board share.

    Attributes
    ----------
    bidders : int
        How many bid.
    rule : str
        What the winner pays: the second price or the first.
    floor : float
        The lowest price at which the page sells, in dollars a thousand.
    fees : dict of str to float
        The share of each middleman.
    """

    bidders: int = 10
    rule: str = "second"
    floor: float = 0.0
    fees: dict[str, float] = field(default_factory=lambda: dict(FEES))

    def sold(self, profile: bool) -> Exchange:
        """Sell the same thousand places, with the profile or without."""
        return exchange(IMPRESSIONS, self.bidders, profile, self.floor, self.rule, self.fees, SEED)

    @property
    def publisher(self) -> float:
        """The share of the money that reaches the page."""
        return max(0.0, 1 - sum(self.fees.values()))


@cache
def households() -> list[Household]:
    """Give the households of the lesson's school, as the holder of its directory sells them."""
    return segments(lesson_school().columns)
