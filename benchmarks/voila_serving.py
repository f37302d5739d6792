"""``poucet show`` or plain ``voila`` under load: its kernels and its memory."""

from __future__ import annotations

import importlib.util
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
NOTEBOOK = ROOT / "lessons" / "dashboards" / "poucet.ipynb"
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


@contextmanager
def serving(name: str) -> Iterator[tuple[Any, list[str], int]]:
    """Start a server; give it, the files that a page needs, and its kernels at rest."""
    with TemporaryDirectory() as folder:
        server = Serving(name, Path(folder))
        try:
            server.wait("nothing-here")
            files = files_of(server.address)
            time.sleep(20)  # the browser's kernel ends, the pool is filled
            yield server, files, len(kernels_of(server)[0])
        finally:
            left = server.stop()
        if left:
            raise RuntimeError(f"{len(left)} processes outlived the server")


def all_gone(server: Any, at_rest: int) -> int:
    """Wait for the visitors' kernels to end; give how many did not, in due time."""
    end = time.monotonic() + KERNELS_GONE_AFTER
    while (left := len(kernels_of(server)[0]) - at_rest) > 0 and time.monotonic() < end:
        time.sleep(1)
    return max(0, left)


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
