"""The market: what a file about a person fetches, and what the auction of her screen brings.

Plain tables and numbers: nothing here sees a `School` or its truth.
"""

from __future__ import annotations

from poucet.market.auction import Auction, auction
from poucet.market.bidders import draw_bids, draw_values
from poucet.market.broker import RecordPrice, price
from poucet.market.exchange import FEES, Exchange, Settlement, exchange, party_name, settle
from poucet.market.money import dollars
from poucet.market.prices import Price, prices

__all__ = [
    "FEES",
    "Auction",
    "Exchange",
    "Price",
    "RecordPrice",
    "Settlement",
    "auction",
    "dollars",
    "draw_bids",
    "draw_values",
    "exchange",
    "party_name",
    "price",
    "prices",
    "settle",
]
