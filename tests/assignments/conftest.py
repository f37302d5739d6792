"""A class of avatars hands in every assignment, A2 in both languages; the real nbgrader grades.

The two languages go side by side, one a core. The whole class hands in A2; of the other
assignments, two hand-ins are enough here, because test_every_assignment.py proves the rest without
nbgrader's start.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest
from assignments import cycle, paper


@dataclass
class Course:
    """One language's course after grading: its folder, marks, and what nbgrader said."""

    folder: Path
    language: str
    marks: dict[str, dict[str, dict[str, list]]]
    validations: dict[str, str]

    def notebook(self, step: str, avatar: str = "", assignment: str = "A2") -> Path:
        return cycle.path_of(self.folder, step, self.language, avatar, assignment)

    def page(self, avatar: str, assignment: str = "A2") -> str:
        path = self.notebook("feedback", avatar, assignment).with_suffix(".html")
        return path.read_text(encoding="utf-8")

    def scores(self, avatar: str, assignment: str = "A2") -> dict[str, float]:
        return {name: score for name, (score, _) in self.marks[assignment][avatar].items()}


def run_course(folder: Path, language: str) -> Course:
    """Play a course as a teacher would, with nothing of the tests' own settings."""
    # nbgrader calls "alembic" by its bare name: it must be found without an activated venv
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    tests = str(paper.ROOT / "tests")
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "assignments.cycle", str(folder), language],
        env={**os.environ, "POUCET_LANG": language, "PATH": path, "PYTHONPATH": tests},
        capture_output=True,
        text=True,
        check=False,
        timeout=1500,  # of a machine that does much else: one minute is usual
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return Course(folder, language, **json.loads(done.stdout.rsplit("PLAYED ", 1)[1]))


@pytest.fixture(scope="session")
def courses(tmp_path_factory):
    """Both languages' courses, graded."""
    folder = tmp_path_factory.mktemp("courses")
    with ThreadPoolExecutor(2) as side_by_side:
        languages = ("fr", "en")
        done = side_by_side.map(lambda code: run_course(folder / code, code), languages)
        return dict(zip(languages, done, strict=True))


@pytest.fixture(scope="session")
def class_list():
    """Who handed in what: the avatars' numbers, by what they did."""
    return {
        "solved": cycle.SOLVED,
        "untouched": (cycle.UNTOUCHED, cycle.NUMBER_ONLY),
        "mistaken": cycle.mistaken,
        "neighbour": (cycle.NEIGHBOUR_NUMBERS, cycle.NEIGHBOUR_NOTEBOOK),
        "hostile": cycle.HOSTILE,
    }


@pytest.fixture(params=["fr", "en"])
def course(courses, request):
    """One of the two courses."""
    return courses[request.param]
