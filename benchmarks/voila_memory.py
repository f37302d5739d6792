"""Two hundred visits to ``poucet show``, ten at a time on the eight boards: what the server and the
parent that kernels are forked from weigh after each fifty, once the visitors' kernels have ended.
Memory is the proportional share, in MB."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from typing import Any

from voila_serving import all_gone, memory_of, serving
from voila_visitor import Visitor

AT_ONCE, BATCHES, SHOWN_EVERY = 10, 20, 5
MOVES, BETWEEN = 3, 0.5


def visit(server: Any, files: list[str]) -> int:
    """Send ten visitors at once; give how many failed."""
    people = [
        Visitor(server.port, 1 + i % 8, files, i, moves=MOVES, between=BETWEEN)
        for i in range(AT_ONCE)
    ]
    for one in people:
        one.weighed.set()
        one.start()
    for one in people:
        one.join()
    return sum(bool(one.trouble) for one in people)


def rows(quick: bool) -> Iterator[dict[str, Any]]:
    """Give a row every fifty visits."""
    with serving("poucet") as (server, files, at_rest):
        failed = left = 0
        for batch in range(1 + (SHOWN_EVERY if quick else BATCHES)):
            if batch:
                failed += visit(server, files)
                left = all_gone(server, at_rest)
            if batch % SHOWN_EVERY == 0:
                time.sleep(10)  # what ends slowly has ended
                held = memory_of(server)
                yield {
                    "visits": batch * AT_ONCE,
                    "failed": failed,
                    "server (MB)": f"{held.server:.0f}",
                    "parent (MB)": f"{held.parent:.0f}",
                    "kernels left": left,
                }


if __name__ == "__main__":  # python benchmarks/voila_memory.py
    for row in rows(quick="--quick" in sys.argv):
        print(*row.values(), sep="\t", flush=True)
