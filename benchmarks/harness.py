"""Side-by-side timing: the kit and its peers, in turn, in one process, on the same data.

A benchmark file defines ``rows(quick)``, which yields `Row` objects; ``run.py`` does the rest.
Absolute times drift from one machine and one hour to the next, so what is kept is the ratio of the
medians of runs that alternate. Every peer's result is compared with the kit's: a fast wrong answer
is no answer.
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

FASTEST = "fastest"


@dataclass(frozen=True)
class Row:
    """One piece of work, done by the kit and by its peers.

    Attributes
    ----------
    work, size : str
        What is done, and on how much.
    kit : callable
        The kit's way, without argument; its result is handed to ``same``.
    peers : dict
        Name to callable.
    at_least : dict
        How many times faster than a peer the kit must be. The name ``"fastest"`` stands for the
        fastest of the peers that are not named here themselves.
    at_most : dict
        How many times slower than a yardstick the kit may be, such as 1.5 times a bare draw.
    same : callable
        ``same(kit_result, peer_result)`` tells whether they agree; None when there is nothing to
        compare (two random draws).
    rounds : int
        Runs of each, after one run to warm up.
    once : tuple of str
        Peers too slow to repeat: run a single time, not warmed up.
    """

    work: str
    size: str
    kit: Callable[[], Any]
    peers: dict[str, Callable[[], Any]]
    at_least: dict[str, float] = field(default_factory=dict)
    at_most: dict[str, float] = field(default_factory=dict)
    same: Callable[[Any, Any], bool] | None = None
    rounds: int = 7
    once: tuple[str, ...] = ()


def timed(run: Callable[[], Any]) -> tuple[float, Any]:
    """Run once, with the rubbish of the run before already collected."""
    gc.collect()
    start = time.perf_counter()
    result = run()
    return time.perf_counter() - start, result


def measure(row: Row) -> dict[str, Any]:
    """Time a row; give medians in seconds, ratios, and whether each ratio asked is met.

    Raises
    ------
    AssertionError
        If a peer's result differs from the kit's.
    """
    runs = {"poucet": row.kit, **row.peers}
    seconds: dict[str, list[float]] = {name: [] for name in runs}
    expected = timed(row.kit)[1]
    for name, run in row.peers.items():
        took, result = timed(run)
        if row.same is not None:
            assert row.same(expected, result), f"{row.work}, {row.size}: {name} differs"
        if name in row.once:
            seconds[name].append(took)
    for _ in range(row.rounds):
        for name, run in runs.items():
            if name not in row.once:
                seconds[name].append(timed(run)[0])
    medians = {name: statistics.median(times) for name, times in seconds.items()}
    return {
        "work": row.work,
        "size": row.size,
        "rounds": row.rounds,
        "seconds": medians,
        "ratios": _ratios(row, medians),
    }


def _ratios(row: Row, medians: dict[str, float]) -> list[dict[str, Any]]:
    kit = medians["poucet"]
    found = []
    for name, asked in row.at_least.items():
        peer = name
        if name == FASTEST:
            others = set(row.peers) - set(row.at_least) - set(row.at_most)
            peer = min(others, key=medians.__getitem__)
        ratio = medians[peer] / kit
        found.append({"peer": peer, "ratio": ratio, "asked": f"≥ {asked:g}", "met": ratio >= asked})
    for name, asked in row.at_most.items():
        ratio = kit / medians[name]
        found.append(
            {"peer": name, "ratio": ratio, "asked": f"≤ {asked:g} ×", "met": ratio <= asked}
        )
    return found
