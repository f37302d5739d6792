"""A teacher's year with the real nbgrader, in one process: release, hand-ins, marks, feedback.

``python -m assignments.cycle FOLDER LANGUAGE`` plays it in a copy of the course and prints what
came of it as JSON. A process of its own, because nbgrader changes folders, and its dependencies
warn about each other, which is not for these tests to judge; only one a language, because starting
nbgrader and its kernels is what costs most. So the mistakes of different cells share a hand-in.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import sys
from pathlib import Path

import nbformat
from assignments import paper
from assignments.every import CYCLES, PROOFS
from nbgrader import apps
from nbgrader.api import Gradebook
from nbgrader.validator import Validator

from poucet.classroom.build import planned_notebooks
from poucet.classroom.build_source import read_source

SOLVED = ("7", "26")
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


def mistaken(assignment: str, language: str) -> dict[str, dict[str, tuple[str, str]]]:
    """Give who makes which mistakes: avatars 100, 101…, the tests that each fails, and why.

    Of A2, which both languages play, each takes every other hand-in; of the others, the first.
    """
    hand_ins = PROOFS[assignment].together()
    first = ("fr", "en").index(language)
    chosen = hand_ins[first::2] if assignment == "A2" else hand_ins[:1]
    return {str(100 + rank): wrong for rank, wrong in enumerate(chosen)}


def path_of(folder: Path, step: str, language: str, avatar: str, assignment: str) -> Path:
    """Give a notebook's place at one of nbgrader's steps."""
    return folder / step / language / avatar / assignment / f"{assignment}.ipynb"


class Term:
    """The course of one language, while it is played."""

    def __init__(self, folder: Path, language: str) -> None:
        self.folder, self.language = folder, language

    def path(self, step: str, avatar: str = "", assignment: str = "A2") -> Path:
        return path_of(self.folder, step, self.language, avatar, assignment)

    def copy(self) -> None:
        """Copy the course's settings, and build its sources as they are now."""
        shutil.copytree(
            paper.ROOT / "assignments",
            self.folder,
            ignore=shutil.ignore_patterns("source", "release", "*.db", "submitted", "autograded"),
        )
        for name in CYCLES[self.language]:
            source = read_source(paper.ROOT / "assignments" / f"{name}.py", paper.ROOT)
            for path, text in planned_notebooks(source, paper.ROOT).items():
                copied = self.folder / path.relative_to(paper.ROOT / "assignments")
                copied.parent.mkdir(parents=True, exist_ok=True)
                copied.write_text(text, encoding="utf-8")

    def nbgrader(self, command: str, *arguments: str) -> str:
        """Run one of nbgrader's commands; give what it prints."""
        app = getattr(apps, command)()
        with contextlib.redirect_stdout(io.StringIO()) as said:
            Validator.stream = said  # it took standard output once for all, when it was imported
            app.initialize(list(arguments))
            app.start()
        return said.getvalue()

    def hand_in(self, avatar: str, notebook, assignment: str = "A2") -> None:
        path = self.path("submitted", avatar, assignment)
        path.parent.mkdir(parents=True)
        nbformat.write(notebook, path)

    def hand_in_a_few(self, assignment: str) -> None:
        """One avatar has found everything, others make a mistake in each cell."""
        released = nbformat.read(self.path("release", assignment=assignment), as_version=4)

        def solved(avatar: str):
            return paper.solved(assignment, self.language, avatar, released)

        self.hand_in(SOLVED[0], solved(SOLVED[0]), assignment)
        for avatar, wrong in mistaken(assignment, self.language).items():
            self.hand_in(avatar, paper.with_added(solved(avatar), dict(wrong.values())), assignment)

    def hand_in_the_class(self) -> None:
        """Hand in A2: stubs, a second solution, two neighbours' copies, and a spiteful one."""
        released = nbformat.read(self.path("release"), as_version=4)

        def solved(avatar: str):
            return paper.solved("A2", self.language, avatar, released)

        for avatar in SOLVED[1:]:
            self.hand_in(avatar, solved(avatar))
        self.hand_in(UNTOUCHED, released)
        self.hand_in(NUMBER_ONLY, paper.numbered(released, NUMBER_ONLY))

        # the neighbour is avatar 7: the numbers alone, then the whole notebook
        proof = PROOFS["A2"]
        numbers = solved(NEIGHBOUR_NUMBERS)
        for test, value in proof.count(7).items():
            cell, variable = proof.own[test]
            numbers = paper.with_added(numbers, {cell: f"{variable} = {value!r}"})
        self.hand_in(NEIGHBOUR_NUMBERS, numbers)
        self.hand_in(NEIGHBOUR_NOTEBOOK, solved("7"))

        shouting = (
            "def class_sizes(rows, by):\n    print(rows)\n    raise AssertionError(str(rows))"
        )
        hostile = paper.with_added(solved(HOSTILE), {"q2": shouting})
        paper.by_name(hostile)["q5"].source = HOSTILE_TEXT
        self.hand_in(HOSTILE, hostile)

    def marks(self) -> dict[str, dict[str, dict[str, list]]]:
        """Read the gradebook: assignment, avatar, question, its points, and if a teacher must."""
        with Gradebook(f"sqlite:///gradebook_{self.language}.db") as book:
            return {
                name: {
                    submission.student.id: {
                        grade.name: [grade.score, bool(grade.needs_manual_grade)]
                        for notebook in submission.notebooks
                        for grade in notebook.grades
                    }
                    for submission in book.assignment_submissions(name)
                }
                for name in CYCLES[self.language]
            }


def play(folder: Path, language: str) -> dict:
    """Release, hand in, grade and give back."""
    term = Term(folder, language)
    term.copy()
    os.chdir(folder)
    for name in CYCLES[language]:
        term.nbgrader("GenerateAssignmentApp", name)
        term.hand_in_a_few(name)
    term.hand_in_the_class()
    validations = {
        avatar: term.nbgrader("ValidateApp", str(term.path("submitted", avatar)))
        for avatar in (SOLVED[0], NUMBER_ONLY)
    }
    for name in CYCLES[language]:
        for command in ("AutogradeApp", "GenerateFeedbackApp"):
            term.nbgrader(command, name)
    return {"marks": term.marks(), "validations": validations}


if __name__ == "__main__":
    print("PLAYED", json.dumps(play(Path(sys.argv[1]), sys.argv[2])))  # noqa: T201
