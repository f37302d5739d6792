"""A class opens the eight boards of ``poucet show`` at once: how long until each page works, and
how it answers; below, plain ``voila`` with its default settings serves the same notebook. Each
visitor does what a browser does, without drawing: the page, its files, the kernel's websocket, the
state of every widget (then the page is ready); then ten moves of its controls, one every two
seconds, each timed until the kernel's whole answer. One visitor in five is switched off without a
word. The visitors' own work takes its share of the two cores. Memory is in MB: the server with the
parent that kernels are forked from, and what each kernel holds alone, on average."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Iterator
from typing import Any

from voila_serving import all_gone, memory_of, serving
from voila_visitor import Visitor

CROWDS = (1, 10, 20, 35)
READY, MOVE, OWN = 12.0, 0.5, 60.0  # what 35 at once must not exceed: seconds, seconds, MB


def p95(values: list[float]) -> float:
    """Give the 95th percentile, the greatest of few."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))] if ordered else float("nan")


def crowd(name: str, server: Any, files: list[str], visitors: int, at_rest: int) -> dict[str, Any]:
    """Send visitors at once, weigh at the busiest, and count what is left when all have gone."""
    people = [Visitor(server.port, 1 + i % 8, files, i) for i in range(visitors)]
    for one in people:
        one.start()
    weighed = None
    while any(one.is_alive() for one in people):
        if weighed is None and all(one.moving.is_set() or not one.is_alive() for one in people):
            weighed = memory_of(server)
            for one in people:
                one.weighed.set()
        time.sleep(0.2)
    left = all_gone(server, at_rest)
    for one in people:
        if one.trouble:
            print(f"  visitor {one.number}, board {one.board}: {one.trouble}", file=sys.stderr)
    ready = [one.ready for one in people if one.ready is not None] or [float("nan")]
    moves = [seconds for one in people for seconds in one.moves] or [float("nan")]
    held = weighed or memory_of(server)
    working = sum(not one.trouble for one in people)
    met = (
        working == visitors
        and p95(ready) <= READY
        and p95(moves) <= MOVE
        and held.own <= OWN
        and not left
    )
    return {
        "server": name,
        "visitors": visitors,
        "working": working,
        "ready p50 (s)": f"{statistics.median(ready):.1f}",
        "ready p95 (s)": f"{p95(ready):.1f}",
        "move p50 (ms)": f"{1000 * statistics.median(moves):.0f}",
        "move p95 (ms)": f"{1000 * p95(moves):.0f}",
        "server (MB)": f"{held.server + held.parent:.0f}",
        "a kernel (MB)": f"{held.own:.0f}",
        "left after 60 s": left,
        "asked": ("✓" if met else "**missed**") if name == "poucet" else "",
    }


def rows(quick: bool) -> Iterator[dict[str, Any]]:
    """Give a row a crowd: the kit's, then plain Voilà's."""
    for name in ("poucet", "voila"):
        with serving(name) as (server, files, at_rest):
            for visitors in CROWDS[: 2 if quick else None]:
                yield crowd(name, server, files, visitors, at_rest)


if __name__ == "__main__":  # python benchmarks/voila_load.py 35: the kit alone, one crowd
    with serving("poucet") as (server, files, at_rest):
        for visitors in map(int, sys.argv[1:] or ["35"]):
            print(crowd("poucet", server, files, visitors, at_rest), flush=True)
