"""A class opens the boards at once: how long until each pupil's page works, and how it answers.

Thirty-five visitors arrive together on the eight boards of ``poucet show``; beside it, plain
``voila`` with its default settings serves the same notebook. Each visitor does what a browser does,
without drawing: the page, its sixty files, the kernel's websocket, the state of every widget; then
it moves controls, a move every two seconds, and waits for the kernel's whole answer. A browser
comes first, alone, to tell which files a page asks for. Four visitors in five say that they leave;
the fifth one's computer is switched off.

    python benchmarks/voila_load.py [visitors …] [--plain] [--json FILE]
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
ROOT = HERE.parent
NOTEBOOK = ROOT / "lessons" / "dashboards" / "poucet.ipynb"
CROWDS = (1, 10, 20, 35)
MOST_VISITORS = 60
KERNELS_GONE_AFTER = 60  # seconds after the last page closed


def load(place: Path) -> ModuleType:
    """Import a file that lies in no package."""
    spec = importlib.util.spec_from_file_location(place.stem, place)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[place.stem] = module
    spec.loader.exec_module(module)
    return module


machine = load(ROOT / "tests" / "browser" / "machine.py")
voila_visitor = load(HERE / "voila_visitor.py")


@dataclass(frozen=True)
class Memory:
    """Megabytes: the server's, the parent's that kernels are forked from, and of each kernel.

    ``proportional`` shares a page among those that hold it (PSS); ``own`` counts what a kernel
    holds alone: what one more visitor costs.
    """

    server: float
    parent: float
    kernels: int
    proportional: float
    own: float
    own_most: float


@dataclass(frozen=True)
class Load:
    """What one crowd met."""

    server: str
    visitors: int
    failures: int
    waited: int
    ready_p50: float
    ready_p95: float
    ready_last: float
    move_p50: float
    move_p95: float
    moves: int
    memory: Memory
    left: int
    client_share: float
    other_load: float


class Serving:
    """``poucet show``, or plain ``voila`` with its default settings on the same notebook."""

    def __init__(self, name: str, folder: Path) -> None:
        self.port = machine.free_port()
        self.address = f"http://127.0.0.1:{self.port}/"
        self.log = folder / "log"
        show = ["-c", machine.COMMAND, "show"]
        command = show if name == "poucet" else ["-m", "voila", str(NOTEBOOK)]
        unwanted = ("PYTHONDONTWRITEBYTECODE", "POUCET_WARM_KERNELS")
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, *command, "--no-browser", f"--port={self.port}"],
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd=folder,
                env={name: value for name, value in os.environ.items() if name not in unwanted},
            )

    wait = machine.Server.wait
    stop = machine.Server.stop


def files_of(address: str) -> list[str]:
    """Ask a browser which files a board needs."""
    asked = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=machine.chromium(), args=list(machine.FLAGS)
        )
        page = browser.new_page()
        page.on("request", lambda one: asked.append(one.url))
        page.goto(address + "?n=6", timeout=120_000)
        page.wait_for_selector(".widget-toggle-buttons", timeout=120_000)
        page.goto("about:blank")
        browser.close()
    ours = [url.removeprefix(address) for url in asked if url.startswith(address)]
    return [path for path in ours if path.startswith("voila/") and "/api/" not in path]


def kernels_of(server: Any) -> tuple[list[int], list[int]]:
    """Give the ids of the kernels of a server, and of its other helpers."""
    kernels, helpers = [], []
    for pid in machine.descendants(server.process.pid):
        try:
            command = Path(f"/proc/{pid}/cmdline").read_bytes()
            parent = int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        forked = parent != server.process.pid
        (kernels if forked or b"ipykernel" in command else helpers).append(pid)
    return kernels, helpers


def megabytes(pid: int) -> tuple[float, float]:
    """Give a process's proportional and own memory."""
    counted: dict[str, int] = {}
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]
    except OSError:
        return 0.0, 0.0
    for line in lines:
        name, value = line.split()[:2]
        counted[name] = int(value)
    own = counted["Private_Clean:"] + counted["Private_Dirty:"]
    return counted["Pss:"] / 1024, own / 1024


def memory_of(server: Any) -> Memory:
    """Weigh the server and its kernels."""
    kernels, helpers = kernels_of(server)
    weighed = [megabytes(pid) for pid in kernels] or [(0.0, 0.0)]
    return Memory(
        server=megabytes(server.process.pid)[0],
        parent=sum(megabytes(pid)[0] for pid in helpers),
        kernels=len(kernels),
        proportional=statistics.mean(pss for pss, _own in weighed),
        own=statistics.mean(own for _pss, own in weighed),
        own_most=max(own for _pss, own in weighed),
    )


def p95(values: list[float]) -> float:
    """Give the 95th percentile, the greatest of few."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))] if ordered else float("nan")


def crowd(name: str, server: Any, files: list[str], visitors: int, at_rest: int) -> Load:
    """Send visitors at once, weigh at the busiest, and count what is left when all have gone."""
    others, start, used = os.getloadavg()[0], time.monotonic(), time.process_time()
    people = [voila_visitor.Visitor(server.port, 1 + i % 8, files, i) for i in range(visitors)]
    for one in people:
        one.start()
    weighed = None
    while any(one.is_alive() for one in people):
        if weighed is None and all(one.moving.is_set() or not one.is_alive() for one in people):
            weighed = memory_of(server)
            for one in people:
                one.weighed.set()
        time.sleep(0.2)
    share = (time.process_time() - used) / (time.monotonic() - start)
    end, left = time.monotonic() + KERNELS_GONE_AFTER, 0
    while (left := len(kernels_of(server)[0]) - at_rest) > 0 and time.monotonic() < end:
        time.sleep(1)
    for one in people:
        if one.trouble:
            print(f"  visitor {one.number}, board {one.board}: {one.trouble}")
    ready = [one.ready for one in people if one.ready is not None]
    moves = [seconds for one in people for seconds in one.moves]
    return Load(
        server=name,
        visitors=visitors,
        failures=sum(bool(one.trouble) for one in people),
        waited=sum(one.waited for one in people),
        ready_p50=statistics.median(ready or [float("nan")]),
        ready_p95=p95(ready),
        ready_last=max(ready, default=float("nan")),
        move_p50=statistics.median(moves or [float("nan")]),
        move_p95=p95(moves),
        moves=len(moves),
        memory=weighed or memory_of(server),
        left=max(0, left),
        client_share=share,
        other_load=others,
    )


def line(load: Load) -> str:
    """Write one crowd's figures."""
    held = load.memory
    return (
        f"{load.server:7} {load.visitors:3} visitors: ready p50 {load.ready_p50:.1f} s, p95 "
        f"{load.ready_p95:.1f} s, last {load.ready_last:.1f} s; move p50 {1000 * load.move_p50:.0f}"
        f" ms, p95 {1000 * load.move_p95:.0f} ms of {load.moves}; failures {load.failures}, sent to"
        f" wait {load.waited}; server {held.server:.0f} MB, parent {held.parent:.0f} MB, "
        f"{held.kernels} kernels of {held.proportional:.0f} MB, own {held.own:.0f} (most "
        f"{held.own_most:.0f}); left {load.left}; client {100 * load.client_share:.0f} % of a core,"
        f" load before {load.other_load:.1f}"
    )


def run(name: str, crowds: tuple[int, ...]) -> list[Load]:
    """Serve, send each crowd in turn, stop."""
    with tempfile.TemporaryDirectory() as folder:
        server = Serving(name, Path(folder))
        met = []
        try:
            server.wait("nothing-here")
            files = files_of(server.address)
            time.sleep(20)  # the browser's kernel ends, the pool is filled
            at_rest = len(kernels_of(server)[0])
            for visitors in crowds:
                met.append(crowd(name, server, files, visitors, at_rest))
                print(line(met[-1]), flush=True)
        finally:
            left = server.stop()
        if left:
            print(f"{len(left)} processes outlived the server")
    return met


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("visitors", nargs="*", type=int, default=CROWDS)
    parser.add_argument("--plain", action="store_true", help="plain voila, not poucet show")
    parser.add_argument("--json", type=Path, help="where to keep the figures")
    asked = parser.parse_args()
    crowds = tuple(min(count, MOST_VISITORS) for count in asked.visitors)
    met = run("voila" if asked.plain else "poucet", crowds)
    if asked.json:
        asked.json.write_text(json.dumps([asdict(one) for one in met], indent=1))


if __name__ == "__main__":
    main()
