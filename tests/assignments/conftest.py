"""A class of avatars hands in A2, in both languages, and the real nbgrader grades it.

nbgrader runs in processes of its own: it changes folders, and its dependencies warn about each
other, which is not for these tests to judge. The two languages go side by side, one a core.
"""

from __future__ import annotations

import copy
import json
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
import pytest

from poucet.classroom.build import planned_notebooks
from poucet.classroom.build_source import read_source

ROOT = Path(__file__).resolve().parents[2]

# One start of nbgrader for several of its commands: starting is what costs most.
TEACHER = """
import json, sys
from nbgrader import apps
from nbgrader.api import Gradebook
for name in sys.argv[1:]:
    app = getattr(apps, name)()
    app.initialize(["A2"])
    app.start()
with Gradebook(app.coursedir.db_url) as marks:
    print("MARKS", json.dumps({
        submission.student.id: {
            grade.name: [grade.score, bool(grade.needs_manual_grade)]
            for notebook in submission.notebooks for grade in notebook.grades
        }
        for submission in marks.assignment_submissions("A2")
    }))
"""

# What a pupil adds under a solved answer, and the only points that it may cost.
MISTAKES = {
    "q1a_rows": ("q1", "rows = rows[1:]"),
    "q1b_premiere": ("q1", "in_premiere = str(in_premiere)"),
    "q2a_one_column": (
        "q2",
        "tuples = class_sizes\n"
        "def class_sizes(rows, by):\n"
        "    sizes = tuples(rows, by)\n"
        "    return {key[0]: n for key, n in sizes.items()} if len(by) == 1 else sizes",
    ),
    "q2b_several_columns": (
        "q2",
        "ordered = class_sizes\ndef class_sizes(rows, by):\n    return ordered(rows, sorted(by))",
    ),
    "q2c_empty_table": (
        "q2",
        "full = class_sizes\n"
        "def class_sizes(rows, by):\n    return full(rows, by) if rows else None",
    ),
    "q3a_k": ("q3_functions", "def k(rows, by):\n    return max(class_sizes(rows, by).values())"),
    "q3b_unique": ("q3_functions", "def unique(rows, by):\n    return len(class_sizes(rows, by))"),
    "q3c_my_k": ("q3_school", "my_k += 1"),
    "q3d_my_unique": ("q3_school", "my_unique = len(rows) - my_unique"),
    "q4a_costliest": (
        "q4",
        "costliest = min(my_clues, key=lambda c: before - unique("
        "rows, [o for o in my_clues if o != c]))",
    ),
    "q4b_rescued": ("q4", "rescued = before"),
}
SOLVED = ("7", "8", "26")
UNTOUCHED, NUMBER_ONLY, NEIGHBOUR_NUMBERS, NEIGHBOUR_NOTEBOOK, HOSTILE = (
    "30",
    "31",
    "32",
    "33",
    "34",
)
MISTAKEN = {str(100 + rank): name for rank, name in enumerate(MISTAKES)}
HOSTILE_TEXT = (
    "![](https://spy.example/pixel.png) <script src='https://spy.example/x.js'></script>"
    "<img src='http://spy.example/y.png'><meta http-equiv='refresh' content='0;http://spy.example'>"
)


@dataclass
class Course:
    """One language's course after grading: its folder, marks, and what nbgrader said."""

    folder: Path
    language: str
    marks: dict[str, dict[str, list]] = field(default_factory=dict)
    validations: dict[str, str] = field(default_factory=dict)

    def notebook(self, step: str, avatar: str = "") -> Path:
        return self.folder / step / self.language / avatar / "A2" / "A2.ipynb"

    def page(self, avatar: str) -> str:
        folder = self.folder / "feedback" / self.language / avatar / "A2"
        return (folder / "A2.html").read_text(encoding="utf-8")

    def nbgrader(self, *arguments: str) -> str:
        """Run a command as a teacher would, with nothing of the tests' own settings."""
        # nbgrader calls "alembic" by its bare name: it must be found without an activated venv
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        environment = {**os.environ, "POUCET_LANG": self.language, "PATH": path}
        done = subprocess.run(
            [sys.executable, "-W", "ignore", *arguments],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


def by_name(notebook):
    """Give the cells that nbgrader knows, by grade_id."""
    cells = (cell for cell in notebook.cells if "nbgrader" in cell.metadata)
    return {cell.metadata.nbgrader.grade_id: cell for cell in cells}


def solved(release, source, avatar: str):
    """Give the released notebook as a pupil who found everything hands it in."""
    done, answers = copy.deepcopy(release), by_name(source)
    for name, cell in by_name(done).items():
        if cell.metadata.nbgrader.solution:
            lines = answers[name].source.split("\n")
            cell.source = "\n".join(line for line in lines if "### " not in line)
    by_name(done)["avatar"].source = f"avatar = {avatar}\ncheck('avatar', avatar)"
    return done


def hand_in(course: Course, avatar: str, notebook) -> None:
    path = course.notebook("submitted", avatar)
    path.parent.mkdir(parents=True)
    nbformat.write(notebook, path)


def hand_in_the_class(course: Course) -> None:
    release = nbformat.read(course.notebook("release"), as_version=4)
    source = nbformat.read(course.notebook("source"), as_version=4)
    for avatar in SOLVED:
        hand_in(course, avatar, solved(release, source, avatar))
    hand_in(course, UNTOUCHED, release)

    number_only = copy.deepcopy(release)
    by_name(number_only)["avatar"].source = f"avatar = {NUMBER_ONLY}"
    hand_in(course, NUMBER_ONLY, number_only)

    # the code is the same in both languages: English needs fewer of these
    mistaken = list(MISTAKEN.items())[:: {"fr": 1, "en": 3}[course.language]]
    for avatar, test in mistaken:
        notebook = solved(release, source, avatar)
        cell, mistake = MISTAKES[test]
        by_name(notebook)[cell].source += f"\n{mistake}"
        hand_in(course, avatar, notebook)

    # the neighbour is avatar 7: the numbers alone, then the whole notebook
    numbers = solved(release, source, NEIGHBOUR_NUMBERS)
    values = count_by_hand(7)
    cells = by_name(numbers)
    cells["q1"].source += f"\nin_premiere = {values['q1b_premiere']}"
    cells[
        "q3_school"
    ].source = f"my_k = {values['q3c_my_k']}\nmy_unique = {values['q3d_my_unique']}"
    cells["q4"].source = f"costliest = my_clues[0]\nrescued = {values['q4b_rescued']}"
    hand_in(course, NEIGHBOUR_NUMBERS, numbers)
    hand_in(course, NEIGHBOUR_NOTEBOOK, solved(release, source, "7"))

    hostile = solved(release, source, HOSTILE)
    by_name(hostile)["q5"].source = HOSTILE_TEXT
    by_name(hostile)[
        "q2"
    ].source += "\ndef class_sizes(rows, by):\n    print(rows)\n    raise AssertionError(str(rows))"
    hand_in(course, HOSTILE, hostile)


def count_by_hand(avatar: int) -> dict[str, int]:
    """Count by hand, without the kit's measures, what an avatar must find in its own school."""
    from collections import Counter

    from poucet.classroom.assignments.a2_files import clues, table

    rows = table(avatar)

    def sizes(by):
        return list(Counter(tuple(row[name] for name in by) for row in rows).values())

    mine = clues(avatar)
    left = [sizes([other for other in mine if other != name]).count(1) for name in mine]
    return {
        "q1b_premiere": [row["level"] for row in rows].count("première"),
        "q3c_my_k": min(sizes(["level", "sex"])),
        "q3d_my_unique": sizes(["birth_date", "sex"]).count(1),
        "q4b_rescued": sizes(mine).count(1) - min(left),
    }


def run_course(folder: Path, language: str) -> Course:
    """Release, hand in, grade and give back: a teacher's fortnight in a minute."""
    shutil.copytree(
        ROOT / "assignments",
        folder,
        ignore=shutil.ignore_patterns("source", "release", "*.db", "submitted", "autograded"),
    )
    source = read_source(ROOT / "assignments" / "A2.py", ROOT)
    for path, text in planned_notebooks(source, ROOT).items():
        copied = folder / path.relative_to(ROOT / "assignments")
        copied.parent.mkdir(parents=True, exist_ok=True)
        copied.write_text(text, encoding="utf-8")
    course = Course(folder, language)
    course.nbgrader("-c", TEACHER, "GenerateAssignmentApp")
    hand_in_the_class(course)
    for avatar in (SOLVED[0], NUMBER_ONLY):
        path = str(course.notebook("submitted", avatar))
        course.validations[avatar] = course.nbgrader("-m", "nbgrader", "validate", path)
    said = course.nbgrader("-c", TEACHER, "AutogradeApp", "GenerateFeedbackApp")
    course.marks = json.loads(said.rsplit("MARKS ", 1)[1])
    return course


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
        "solved": SOLVED,
        "untouched": (UNTOUCHED, NUMBER_ONLY),
        "mistaken": MISTAKEN,
        "neighbour": (NEIGHBOUR_NUMBERS, NEIGHBOUR_NOTEBOOK),
        "hostile": HOSTILE,
    }


@pytest.fixture(scope="session")
def own_values():
    """What an avatar must find in its own school, counted without the kit's measures."""
    return count_by_hand


@pytest.fixture(params=["fr", "en"])
def course(courses, request):
    """One of the two courses."""
    return courses[request.param]
