"""Auctions: who wins each impression at the second price, and for how much. DuckDB holds the bids
in a table of one column a bidder, their natural form there, and keeps the two highest of each row;
numba, where it is installed, compiles the loop a programmer writes. Drawing the bids is the
yardstick: NumPy makes as many random numbers, in memory it has not used before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
from harness import Row

from poucet import auction

BIDDERS = 10


def draw(impressions: int, seed: int = 1) -> np.ndarray:
    """Draw bids, as a simulation does before it sells."""
    return np.random.Generator(np.random.PCG64(seed)).random((impressions, BIDDERS))


def by_duckdb(bids: np.ndarray) -> Callable[[], Any]:
    """Put the bids in a table; give the query that sells them."""
    database = duckdb.connect()
    names = [f"b{n}" for n in range(BIDDERS)]
    columns = pa.table(  # noqa: F841  (DuckDB finds it by its name)
        {name: np.ascontiguousarray(bids[:, n]) for n, name in enumerate(names)}
    )
    database.execute("create table bids as select * from columns")
    # a running top two, column by column: as the kit does it
    query = f"select 0 as w, {names[0]} as best, 0.0 as second, * from bids"
    for n, name in enumerate(names[1:], start=1):
        query = (
            f"select case when {name} > best then {n} else w end as w,"
            f" greatest(best, {name}) as best,"
            f" greatest(second, least(best, {name})) as second, * exclude (w, best, second)"
            f" from ({query})"
        )
    query = f"select w, second from ({query})"

    def sell() -> tuple[np.ndarray, np.ndarray]:
        found = database.execute(query).fetchnumpy()
        return found["w"], found["second"]

    return sell


def by_numba(bids: np.ndarray) -> Callable[[], Any] | None:
    """Give the compiled loop, or nothing where numba is not installed."""
    try:
        from numba import njit
    except ImportError:
        return None

    @njit
    def loop(bids: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        rows, bidders = bids.shape
        winner, paid = np.empty(rows, np.int16), np.empty(rows)
        for row in range(rows):
            who, best, second = -1, 0.0, 0.0
            for bidder in range(bidders):
                offer = bids[row, bidder]
                if offer > best:
                    who, second, best = bidder, best, offer
                elif offer > second:
                    second = offer
            winner[row], paid[row] = who, second
        return winner, paid

    return lambda: loop(bids)


def same(kit: Any, peer: Any) -> bool:
    """Compare winners and prices; bare bids have none."""
    if isinstance(peer, np.ndarray):
        return True
    winner, paid = peer
    return bool((kit.winner == winner).all() and (kit.paid == paid).all())


def rows(quick: bool) -> Iterator[Row]:
    impressions = 10**4 if quick else 10**7
    bids = draw(impressions)
    peers: dict[str, Callable[[], Any]] = {"duckdb": by_duckdb(bids)}
    loop = by_numba(bids)
    if loop is not None:
        peers["numba"] = loop
    yield Row(
        "second-price auction",
        f"{impressions:,} impressions × {BIDDERS} bidders",
        lambda: auction(bids),
        {**peers, "drawing the bids": lambda: draw(impressions)},
        at_most={"drawing the bids": 1.6},
        same=same,
        rounds=3,
    )
