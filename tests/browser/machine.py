"""The browser and the servers that the browser tests drive."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

# Whoever runs the tests in the background has Ctrl-C ignored, and its children inherit that.
COMMAND = """
import runpy, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
runpy.run_module("poucet.cli", run_name="__main__", alter_sys=True)
"""


def chromium():
    """Give the installed Chromium, or fail with a sentence: these tests are never skipped."""
    names = (os.environ.get("POUCET_CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    for name in filter(None, names):
        if found := shutil.which(name):
            return found
    raise AssertionError(
        "The browser tests need Chromium: install it (Debian, Ubuntu: sudo apt install chromium) "
        "or give its path in POUCET_CHROMIUM, then run them again."
    )


def free_port():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


class Server:
    """One of the kit's commands, started on a free port and stopped as a teacher stops it."""

    def __init__(self, command, log, warm_kernels=1, **more):
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}/"
        self.log = Path(log)
        environment = {
            name: value
            for name, value in os.environ.items()
            if name not in ("POUCET_LANG", "PYTHONDONTWRITEBYTECODE")
        }
        environment |= {"POUCET_WARM_KERNELS": str(warm_kernels), **more}
        # A developer's own JupyterLab must not reopen its tabs here, nor ours there.
        for kind in ("WORKSPACES", "SETTINGS"):
            environment[f"JUPYTERLAB_{kind}_DIR"] = str(self.log.parent / kind.lower())
        arguments = [*command, "--no-browser", f"--port={self.port}"]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-c", COMMAND, *arguments],
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd=ROOT,
                env=environment,
            )

    def wait(self, path="", seconds=120):
        """Wait until the server answers, whatever it answers."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            assert self.process.poll() is None, self.log.read_text()
            try:
                with urllib.request.urlopen(self.address + path, timeout=30):
                    return
            except urllib.error.HTTPError as answer:
                answer.close()
                return
            except OSError:
                time.sleep(0.3)
        raise AssertionError(f"No answer after {seconds} s.\n{self.log.read_text()}")

    def stop(self, how=signal.SIGINT, seconds=30):
        """Stop the server by its own id; give the ids of the processes that it leaves behind."""
        children = descendants(self.process.pid)
        if self.process.poll() is None:
            self.process.send_signal(how)
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise AssertionError(
                f"It did not stop in {seconds} s.\n{self.log.read_text()}"
            ) from None
        end = time.monotonic() + 10
        while time.monotonic() < end and any(map(alive, children)):
            time.sleep(0.2)
        return [child for child in children if alive(child)]


def descendants(pid):
    """Give the ids of the processes that a process started, directly or not."""
    parents = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            after_name = status.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(status.parent.name)] = int(after_name[1])
    found = {pid}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return sorted(found - {pid})


def alive(pid):
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
