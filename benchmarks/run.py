"""Run the benchmarks and write ``benchmarks/README.md``.

    python benchmarks/run.py                  every benchmark, at full size; writes the page
    python benchmarks/run.py class_sizes      one of them; its part of the page is renewed
    python benchmarks/run.py --quick          small sizes, to see that it runs; no page

The figures of every part are kept in ``results.json``, beside the page that is made from them.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import platform
import sys
from importlib import metadata
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PARTS = (
    "class_sizes", "subsets", "t_closeness", "generation", "trail", "unicity", "linkage", "hashes",
    "inference", "auctions", "k_anonymity", "three_tests", "imports",
    "grading", "lesson_memory", "voila_load", "voila_memory",
)  # fmt: skip
LIBRARIES = (
    "numpy", "pandas", "polars", "duckdb", "pyarrow", "narwhals", "pycanon", "faker", "matplotlib",
    "numba", "scikit-learn", "anjana", "anonypy",
    "anonymeter", "nbgrader", "voila",
)  # fmt: skip

INTRODUCTION = """\
# Benchmarks

The kit beside the libraries a developer would otherwise use, on the same data, in one process, the
runs interleaved; medians. A peer that takes ten seconds or more runs once. Every peer's result is
checked against the kit's before it is timed. A ratio is the peer's time divided by the kit's (how
many times faster the kit is), except where it is marked ≤: there it is the kit's time divided by
the yardstick's.

This page is written by `python benchmarks/run.py`; do not edit it. Times drift from machine to
machine, ratios far less. These are not tests: nothing fails on a slow day.
"""


def environment() -> str:
    """Describe the machine and the versions, in one line."""
    versions = []
    for name in LIBRARIES:
        try:
            versions.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            continue
    return (
        f"{_processor()}, {os.cpu_count()} cores, {_memory()} GiB, {platform.system()}, "
        f"Python {platform.python_version()}; {', '.join(versions)}. Load of the machine while it "
        f"ran (1 is one busy core): {os.getloadavg()[1]:.1f}."
    )


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        for line in cpuinfo.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _memory() -> int:
    try:
        return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30)
    except (ValueError, OSError, AttributeError):
        return 0


def seconds(value: float) -> str:
    """Write a time with three significant figures at most."""
    return f"{value:.4f}" if value < 0.1 else f"{value:.3f}" if value < 1 else f"{value:.2f}"


def ratio(value: float) -> str:
    """Write a ratio with three significant figures, and no power of ten."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def table(rows: list[dict[str, Any]]) -> str:
    """Lay out one part's rows as a Markdown table; figures that are not times stand as they are."""
    if "seconds" not in rows[0]:
        cells = [list(rows[0]), ["---"] * len(rows[0]), *(row.values() for row in rows)]
        return "\n".join(f"| {' | '.join(map(str, line))} |" for line in cells)
    lines = [
        "| work | size | poucet (s) | peers (s) | ratio | asked |",
        "|---|---|---|---|---|---|",
    ]
    for row in rows:
        medians = dict(row["seconds"])
        kit = medians.pop("poucet")
        peers = ", ".join(f"{name} {seconds(value)}" for name, value in medians.items())
        ratios = "; ".join(f"{ratio(r['ratio'])} × {r['peer']}" for r in row["ratios"])
        asked = "; ".join(
            f"{r['asked']} {'✓' if r['met'] else '**missed**'}" for r in row["ratios"]
        )
        lines.append(
            f"| {row['work']} | {row['size']} | {seconds(kit)} | {peers} | {ratios} | {asked} |"
        )
    return "\n".join(lines)


def page(results: dict[str, Any]) -> str:
    """Make the page from the kept figures."""
    parts = [INTRODUCTION]
    for name in PARTS:
        if name in results:
            part = results[name]
            parts.append(
                f"## {name.replace('_', ' ').capitalize()}\n\n{part['about']}\n\n"
                f"{table(part['rows'])}\n\n{part['environment']}\n"
            )
    return "\n".join(parts)


def main() -> None:
    """Run what the command line names."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(PARTS))
    parser.add_argument("--quick", action="store_true", help="small sizes; writes nothing")
    arguments = parser.parse_args()
    names = arguments.names or [name for name in PARTS if (HERE / f"{name}.py").exists()]
    sys.path.insert(0, str(HERE))
    from harness import measure

    kept = HERE / "results.json"
    for name in names:
        module = importlib.import_module(name)
        measured = []
        for row in module.rows(quick=arguments.quick):
            measured.append(row if isinstance(row, dict) else measure(row))
            print(table(measured[-1:]).splitlines()[-1], flush=True)
        if measured and not arguments.quick:  # none if its peer is not installed
            # Read again just before writing: two parts may be run side by side.
            results = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
            results[name] = {
                "about": " ".join(module.__doc__.split()),
                "environment": environment(),
                "rows": measured,
            }
            text = json.dumps(results, indent=1, ensure_ascii=False) + "\n"
            kept.write_text(text, encoding="utf-8")
            (HERE / "README.md").write_text(page(results), encoding="utf-8")


if __name__ == "__main__":
    main()
