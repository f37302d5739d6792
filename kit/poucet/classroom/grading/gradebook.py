"""nbgrader's gradebook and folders, filled as nbgrader itself fills them: formgrader opens them.

The outputs come from the sandbox and the judge; the points are counted by nbgrader's own
`SaveAutoGrades`. Success: marks given by hand stay, however often a class is graded again.
"""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import Any, NamedTuple

import nbformat
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.converters import GenerateFeedback
from nbgrader.preprocessors import SaveAutoGrades, SaveCells

from poucet.classroom.grading.master import Course, Master


class Mark(NamedTuple):
    """The points of one question: None while a teacher has to give them."""

    score: float | None
    best: float


class Ledger:
    """The gradebook of a course, for one assignment."""

    def __init__(self, course: Course, master: Master) -> None:
        self._course, self._master = course, master
        self._about = {
            "notebook": master.name,
            "assignment": master.name,
            "db_url": course.gradebook,
        }
        self._feedback: Any = None
        _open_new(course)
        with Gradebook(course.gradebook, course.directory.course_id) as book:
            book.update_or_create_assignment(master.name)
        SaveCells(config=course.config).preprocess(
            master.stubbed.copy(), {"nbgrader": dict(self._about)}
        )

    def save(self, avatar: str, notebook: Any) -> Path:
        """Write a graded notebook and its automatic points; give the notebook's path.

        A mark given by hand is kept: where the answer it was given to has not changed, it does not
        ask to be looked at again.
        """
        name = self._master.name
        about = {**self._about, "student": avatar}
        with Gradebook(self._course.gradebook, self._course.directory.course_id) as book:
            book.update_or_create_student(avatar)
            book.update_or_create_submission(name, avatar)
            by_hand = {
                grade.name: (grade.manual_score, grade.needs_manual_grade)
                for grade in book.find_submission_notebook(name, name, avatar).grades
            }
        path = self._course.path("autograded", avatar, name) / f"{name}.ipynb"
        before = _answers(path)
        SaveAutoGrades(config=self._course.config).preprocess(notebook, {"nbgrader": about})
        now = _texts(notebook)
        with Gradebook(self._course.gradebook, self._course.directory.course_id) as book:
            for grade in book.find_submission_notebook(name, name, avatar).grades:
                score, waited = by_hand.get(grade.name, (None, False))
                if score is not None and not waited and before == now:
                    grade.needs_manual_grade = False
            book.db.commit()
        write(path, nbformat.writes(notebook))
        return path

    def marks(self, avatar: str) -> dict[str, Mark]:
        """Give an avatar's points, question by question; empty if it has none."""
        name = self._master.name
        with Gradebook(self._course.gradebook, self._course.directory.course_id) as book:
            try:
                grades = book.find_submission_notebook(name, name, avatar).grades
            except MissingEntry:
                return {}
            return {
                grade.name: Mark(
                    None if grade.needs_manual_grade else float(grade.score), grade.max_score
                )
                for grade in grades
            }

    def comments(self, avatar: str) -> list[str | None]:
        """Give what the teacher wrote to an avatar."""
        name = self._master.name
        with Gradebook(self._course.gradebook, self._course.directory.course_id) as book:
            found = book.find_submission_notebook(name, name, avatar).comments
            return [comment.comment for comment in found]

    def feedback(self, avatar: str) -> None:
        """Write the page that goes back to the pupil."""
        name = self._master.name
        exporter = self._exporter()
        resources = {
            "unique_key": name,
            "output_files_dir": f"{name}_files",
            "nbgrader": {**self._about, "student": avatar},
        }
        path = self._course.path("autograded", avatar, name) / f"{name}.ipynb"
        page, _resources = exporter.from_filename(str(path), resources=resources)
        write(self._course.path("feedback", avatar, name) / f"{name}.html", page)

    def _exporter(self) -> Any:
        if self._feedback is None:
            maker = GenerateFeedback(coursedir=self._course.directory, config=self._course.config)
            maker.log.setLevel(logging.ERROR)
            self._feedback = maker.exporter_class(parent=maker, config=maker.config)
            for step in maker.preprocessors:
                self._feedback.register_preprocessor(step, enabled=True)
        return self._feedback


def _open_new(course: Course) -> None:
    """Make an empty gradebook where there is none: aside first, a power cut must not leave half."""
    path = Path(course.gradebook.removeprefix("sqlite:///"))
    if not course.gradebook.startswith("sqlite:///") or (path.exists() and path.stat().st_size):
        return
    aside = path.with_name(f".{path.name}.part")
    aside.unlink(missing_ok=True)
    former = os.environ.get("PATH", "")
    # nbgrader calls "alembic" by its bare name: it must be found without an activated environment
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), former])
    try:
        Gradebook(f"sqlite:///{aside}", course.directory.course_id).close()
    finally:
        os.environ["PATH"] = former
    aside.replace(path)


def _texts(notebook: Any) -> dict[str, str]:
    """Give the texts that a teacher marks by hand."""
    return {
        cell.metadata.nbgrader.grade_id: cell.source
        for cell in notebook.cells
        if cell.metadata.get("nbgrader", {}).get("grade") and cell.metadata.nbgrader.get("solution")
    }


def _answers(path: Path) -> dict[str, str] | None:
    try:
        return _texts(nbformat.read(path, as_version=4))
    except (OSError, ValueError):
        return None


def write(path: Path, text: str) -> None:
    """Write a file whole or not at all: a power cut leaves the former one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    aside.write_text(text, encoding="utf-8", newline="")
    aside.replace(path)
