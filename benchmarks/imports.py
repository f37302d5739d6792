"""Importing: each run is a fresh interpreter that imports one thing and ends. Its own start is part
of both times, as it is of a kernel's. The kit loads a name when it is first used, so a second row
imports what a lesson uses, NumPy included."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator

from harness import Row


def running(statement: str) -> Callable[[], None]:
    command = [sys.executable, "-c", statement]

    def run() -> None:
        subprocess.run(command, check=True)

    return run


def rows(quick: bool) -> Iterator[Row]:
    asked = {"import poucet": {"NumPy": 1.3}, "from poucet import Nation, School, class_sizes": {}}
    for statement, at_most in asked.items():
        yield Row(
            statement,
            "a fresh interpreter",
            running(statement),
            {"NumPy": running("import numpy"), "pandas": running("import pandas")},
            at_most=at_most,
            rounds=3 if quick else 21,
        )
