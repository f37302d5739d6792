"""The market: what a file about a person fetches, and what the auction of her screen brings.

Plain tables and numbers: nothing here sees a `School` or its truth.
"""

from __future__ import annotations

from poucet.market.auctions import Auction, auction
from poucet.market.bid_request import bid_request, child_rule, fields
from poucet.market.bidders import draw_bids, draw_values
from poucet.market.broker import RecordPrice, price
from poucet.market.budget import Earnings, Habits, earnings
from poucet.market.counter_budget import CounterBudget, cost_name
from poucet.market.exchange import FEES, Exchange, Settlement, exchange, party_name, settle
from poucet.market.money import dollars
from poucet.market.prices import Price, prices
from poucet.market.recruiter import RecruiterScore, recruiter_score
from poucet.market.segments import Household, Segment, segments

__all__ = [
    "FEES",
    "Auction",
    "CounterBudget",
    "Earnings",
    "Exchange",
    "Habits",
    "Household",
    "Price",
    "RecordPrice",
    "RecruiterScore",
    "Segment",
    "Settlement",
    "auction",
    "bid_request",
    "child_rule",
    "cost_name",
    "dollars",
    "draw_bids",
    "draw_values",
    "earnings",
    "exchange",
    "fields",
    "party_name",
    "price",
    "prices",
    "recruiter_score",
    "segments",
    "settle",
]
