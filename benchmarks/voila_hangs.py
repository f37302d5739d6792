"""Two hundred loads of a board in a row against ``poucet show``: how many hang, and how long.

Without the short naps of ``poucet.voila.wakeup`` a few pages in a hundred would keep their spinner.
Each load is a visitor's: page, script, kernel, widgets; it counts once the board answers a click.

    python benchmarks/voila_hangs.py [loads]
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Error, sync_playwright
from voila_serving import machine

MOST_SECONDS = 3600  # of the whole run
HUNG_AFTER = 60  # seconds without a board


def visit(context, address):
    """Open board 2 and reveal the answer; give the seconds to the board and to the answer."""
    page = context.new_page()
    page.set_default_timeout(1000 * HUNG_AFTER)
    start = time.perf_counter()
    try:
        page.goto(address + "?n=2", wait_until="domcontentloaded")
        page.wait_for_selector(".poucet-reveal")
        ready = time.perf_counter()
        page.click(".poucet-reveal")
        page.wait_for_selector(".poucet-damage")
        return ready - start, time.perf_counter() - ready
    except Error as trouble:
        print(f"hung: {str(trouble).splitlines()[0]}")
        return None
    finally:
        page.goto("about:blank")  # leaving the board closes its kernel
        page.close()


def main(loads):
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = machine.Server(["show"], Path(folder) / "log", warm_kernels=2)
        try:
            server.wait("nothing-here")
            browser = playwright.chromium.launch(
                executable_path=machine.chromium(), args=list(machine.FLAGS)
            )
            context = browser.new_context(viewport={"width": 1280, "height": 720})
            end, times, hangs = time.monotonic() + MOST_SECONDS, [], 0
            while len(times) + hangs < loads and time.monotonic() < end:
                seconds = visit(context, server.address)
                if seconds is None:
                    hangs += 1
                else:
                    times.append(seconds)
                if (len(times) + hangs) % 20 == 0:
                    print(f"{len(times) + hangs} loads, {hangs} hangs", flush=True)
            browser.close()
        finally:
            left = server.stop()
    print(f"{len(times) + hangs} loads, {hangs} hangs, {len(left)} kernels left")
    for name, column in zip(("page ready", "reveal"), zip(*times, strict=True), strict=True):
        p95 = statistics.quantiles(column, n=20)[-1]
        print(f"{name}: p50 {statistics.median(column):.2f} s, p95 {p95:.2f} s")
    return hangs


if __name__ == "__main__":
    sys.exit(bool(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)))
