"""nbgrader's gradebook and folders, filled as nbgrader itself fills them: formgrader opens them.

The outputs come from the sandbox and the judge; the points are counted as nbgrader's own
`SaveAutoGrades` does, but a hand-in is one transaction. Success: marks given by hand stay, however
often a class is graded again, and whenever the grading is cut short.
"""

from __future__ import annotations

import contextlib
import fcntl
import functools
import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import nbformat
from nbconvert.filters.strings import clean_html
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.converters import GenerateFeedback
from nbgrader.preprocessors import SaveCells
from nbgrader.utils import compute_checksum, determine_grade, is_grade, is_solution

from poucet.classroom.feedback import NO_RESPONSE
from poucet.classroom.grading.master import Course, Master


class Mark(NamedTuple):
    """The points of one question: None while a teacher has to give them."""

    score: float | None
    best: float


class Entry(NamedTuple):
    """What the gradebook holds of a hand-in: its marks, and what the teacher wrote."""

    marks: dict[str, Mark]
    comments: list[str | None]


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
        self._open: Any = None

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Keep the other processes of a grading from writing; a killed one lets go."""
        place = self._course.folder / "grading" / self._course.language
        place.mkdir(parents=True, exist_ok=True)
        with (place / ".gradebook").open("w") as lock:
            fcntl.lockf(lock, fcntl.LOCK_EX)  # not flock: a forked worker would hold it too
            yield

    def prepare(self) -> None:
        """Bring the assignment into the gradebook, which is made if need be."""
        _open_new(self._course)
        with Gradebook(self._course.gradebook, self._course.directory.course_id) as book:
            book.update_or_create_assignment(self._master.name)
        SaveCells(config=self._course.config).preprocess(
            self._master.stubbed.copy(), {"nbgrader": dict(self._about)}
        )

    @contextlib.contextmanager
    def _book(self) -> Iterator[Any]:
        """Give this process's gradebook: its queries are prepared once for the whole class."""
        if self._open is None:
            with self.alone():  # it may be in the making
                self._open = Gradebook(self._course.gradebook, self._course.directory.course_id)
        try:
            yield self._open
        finally:
            self._open.db.remove()

    def save(self, avatar: str, notebook: Any) -> Entry:
        """Write a graded notebook and its automatic points; give all that the gradebook then holds.

        A mark given by hand is kept: where the answer it was given to has not changed, it does not
        ask to be looked at again.
        """
        name = self._master.name
        path = self._course.path("autograded", avatar, name) / f"{name}.ipynb"
        same = _answers(path) == _texts(notebook)
        with self._book() as book, self.alone():
            book.update_or_create_student(avatar)
            with book.db.no_autoflush:  # nbgrader reads a hand-in while it is making it
                book.update_or_create_submission(name, avatar)
            kept = self._submitted(book, avatar)
            grades = {grade.name: grade for grade in kept.grades}
            comments = {comment.name: comment for comment in kept.comments}
            for cell in notebook.cells:
                if is_grade(cell):
                    _count(grades[cell.metadata.nbgrader.grade_id], cell, same)
                if is_solution(cell):
                    untouched = cell.metadata.nbgrader.get("checksum") == compute_checksum(cell)
                    comment = comments[cell.metadata.nbgrader.grade_id]
                    comment.auto_comment = NO_RESPONSE if untouched else None
            book.db.commit()
            # last: killed before this line, it is the former answers that the next run compares
            write(path, nbformat.writes(notebook))
            return self._entry(book, avatar)

    def read(self, avatar: str) -> Entry | None:
        """Give what the gradebook holds of an avatar's hand-in; None if it holds nothing."""
        with self._book() as book:
            try:
                return self._entry(book, avatar)
            except MissingEntry:
                return None

    def _entry(self, book: Any, avatar: str) -> Entry:
        kept = self._submitted(book, avatar)
        marks = {
            grade.name: Mark(
                None if grade.needs_manual_grade else float(grade.score), grade.cell.max_score
            )
            for grade in kept.grades
        }
        return Entry(marks, [comment.comment for comment in kept.comments])

    def _submitted(self, book: Any, avatar: str) -> Any:
        name = self._master.name
        kept = book.find_submission_notebook(name, name, avatar)
        # all cells in one query, instead of one a grade
        _read = kept.notebook.grade_cells, kept.notebook.solution_cells
        return kept

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
            # a class shares its locked cells: each is cleaned once
            self._feedback.register_filter("clean_html", functools.lru_cache(1000)(clean_html))
        return self._feedback


def _count(grade: Any, cell: Any, same: bool) -> None:
    """Write a cell's automatic points; tell whether a teacher has to look at it."""
    waited = grade.needs_manual_grade
    grade.auto_score = determine_grade(cell)[0]
    if grade.manual_score is not None:
        grade.needs_manual_grade = waited or not same
    else:
        grade.needs_manual_grade = grade.auto_score is None


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
