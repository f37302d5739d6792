"""A class of avatars hands in every assignment, A2 in both languages; the real nbgrader grades.

nbgrader runs in processes of its own: it changes folders, and its dependencies warn about each
other, which is not for these tests to judge. The two languages go side by side, one a core. The
whole class hands in A2; of the other assignments, three hand-ins are enough here, because
test_every_assignment.py proves the rest without nbgrader's start.
"""

from __future__ import annotations

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
from assignments import paper
from assignments.every import CYCLES, PROOFS

from poucet.classroom.build import planned_notebooks
from poucet.classroom.build_source import read_source

# One start of nbgrader for several of its commands: starting is what costs most.
TEACHER = """
import json, sys
from nbgrader import apps
from nbgrader.api import Gradebook
names, assignments = sys.argv[1].split(","), sys.argv[2].split(",")
for assignment in assignments:
    for name in names:
        app = getattr(apps, name)()
        app.initialize([assignment])
        app.start()
with Gradebook(app.coursedir.db_url) as marks:
    print("MARKS", json.dumps({
        assignment: {
            submission.student.id: {
                grade.name: [grade.score, bool(grade.needs_manual_grade)]
                for notebook in submission.notebooks for grade in notebook.grades
            }
            for submission in marks.assignment_submissions(assignment)
        }
        for assignment in assignments
    }))
"""
SOLVED = ("7", "8", "26")
UNTOUCHED, NUMBER_ONLY, NEIGHBOUR_NUMBERS, NEIGHBOUR_NOTEBOOK, HOSTILE = (
    "30",
    "31",
    "32",
    "33",
    "34",
)
HOSTILE_TEXT = (
    "![](https://spy.example/pixel.png) <script src='https://spy.example/x.js'></script>"
    "<img src='http://spy.example/y.png'><meta http-equiv='refresh' content='0;http://spy.example'>"
)


def mistaken(assignment: str, language: str) -> dict[str, str]:
    """Give who makes which mistake: avatars 100, 101… and the test that each fails.

    Each language takes one mistake in four of A2; of the others, two.
    """
    tests = list(PROOFS[assignment].mistakes)
    first = ("fr", "en").index(language)
    chosen = tests[first::4] if assignment == "A2" else [tests[first], tests[-1 - first]]
    return {str(100 + tests.index(test)): test for test in chosen}


@dataclass
class Course:
    """One language's course after grading: its folder, marks, and what nbgrader said."""

    folder: Path
    language: str
    marks: dict[str, dict[str, dict[str, list]]] = field(default_factory=dict)
    validations: dict[str, str] = field(default_factory=dict)

    def notebook(self, step: str, avatar: str = "", assignment: str = "A2") -> Path:
        folder = self.folder / step / self.language / avatar / assignment
        return folder / f"{assignment}.ipynb"

    def page(self, avatar: str, assignment: str = "A2") -> str:
        folder = self.folder / "feedback" / self.language / avatar / assignment
        return (folder / f"{assignment}.html").read_text(encoding="utf-8")

    def scores(self, avatar: str, assignment: str = "A2") -> dict[str, float]:
        return {name: score for name, (score, _) in self.marks[assignment][avatar].items()}

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
            timeout=1500,  # of a machine that does much else: two minutes are usual
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


def hand_in(course: Course, avatar: str, notebook, assignment: str = "A2") -> None:
    path = course.notebook("submitted", avatar, assignment)
    path.parent.mkdir(parents=True)
    nbformat.write(notebook, path)


def hand_in_a_few(course: Course, assignment: str) -> None:
    """One avatar has found everything, one has typed a number only, two make a mistake."""
    code = course.language
    released = nbformat.read(course.notebook("release", assignment=assignment), as_version=4)
    hand_in(course, SOLVED[0], paper.solved(assignment, code, SOLVED[0], released), assignment)
    hand_in(course, NUMBER_ONLY, paper.numbered(released, NUMBER_ONLY), assignment)
    for avatar, test in mistaken(assignment, code).items():
        cell, lines = PROOFS[assignment].mistakes[test]
        solved = paper.solved(assignment, code, avatar, released)
        hand_in(course, avatar, paper.with_added(solved, {cell: lines}), assignment)


def hand_in_the_class(course: Course) -> None:
    """Hand in A2: the few of every assignment, two neighbours' copies, and a spiteful one."""

    def solved(avatar: str):
        return paper.solved("A2", course.language, avatar, released)

    hand_in_a_few(course, "A2")
    released = nbformat.read(course.notebook("release"), as_version=4)
    for avatar in SOLVED[1:]:
        hand_in(course, avatar, solved(avatar))
    hand_in(course, UNTOUCHED, released)

    # the neighbour is avatar 7: the numbers alone, then the whole notebook
    proof = PROOFS["A2"]
    numbers = solved(NEIGHBOUR_NUMBERS)
    for test, value in proof.count(7).items():
        cell, variable = proof.own[test]
        numbers = paper.with_added(numbers, {cell: f"{variable} = {value!r}"})
    hand_in(course, NEIGHBOUR_NUMBERS, numbers)
    hand_in(course, NEIGHBOUR_NOTEBOOK, solved("7"))

    shouting = "def class_sizes(rows, by):\n    print(rows)\n    raise AssertionError(str(rows))"
    hostile = paper.with_added(solved(HOSTILE), {"q2": shouting})
    paper.by_name(hostile)["q5"].source = HOSTILE_TEXT
    hand_in(course, HOSTILE, hostile)


def run_course(folder: Path, language: str) -> Course:
    """Release, hand in, grade and give back: a teacher's year in two minutes."""
    shutil.copytree(
        paper.ROOT / "assignments",
        folder,
        ignore=shutil.ignore_patterns("source", "release", "*.db", "submitted", "autograded"),
    )
    for name in CYCLES[language]:
        source = read_source(paper.ROOT / "assignments" / f"{name}.py", paper.ROOT)
        for path, text in planned_notebooks(source, paper.ROOT).items():
            copied = folder / path.relative_to(paper.ROOT / "assignments")
            copied.parent.mkdir(parents=True, exist_ok=True)
            copied.write_text(text, encoding="utf-8")
    course = Course(folder, language)
    every = ",".join(CYCLES[language])
    course.nbgrader("-c", TEACHER, "GenerateAssignmentApp", every)
    for name in CYCLES[language]:
        if name == "A2":
            hand_in_the_class(course)
        else:
            hand_in_a_few(course, name)
    for avatar in (SOLVED[0], NUMBER_ONLY):
        path = str(course.notebook("submitted", avatar))
        course.validations[avatar] = course.nbgrader("-m", "nbgrader", "validate", path)
    said = course.nbgrader("-c", TEACHER, "AutogradeApp,GenerateFeedbackApp", every)
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
        "mistaken": mistaken,
        "neighbour": (NEIGHBOUR_NUMBERS, NEIGHBOUR_NOTEBOOK),
        "hostile": HOSTILE,
    }


@pytest.fixture(params=["fr", "en"])
def course(courses, request):
    """One of the two courses."""
    return courses[request.param]
