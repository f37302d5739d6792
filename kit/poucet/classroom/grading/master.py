"""An assignment as the grader holds it: every cell with its solution and its hidden tests.

nbgrader's own preprocessors make it from the source notebook, so that checksums, stubs and what the
pupil was given are nbgrader's.
"""

from __future__ import annotations

import ast
import copy
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import ClearHiddenTests, ClearSolutions, ComputeChecksums, LockCells
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from poucet.classroom.handout import ASSIGNMENTS
from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.i18n import language


class Course:
    """The folder of the assignments, with nbgrader's settings in the language in use."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        settings = "nbgrader_config.py"
        if not (self.folder / settings).exists():
            raise PoucetError(
                _(
                    "Le dossier {folder} ne contient pas « {file} » : placez-vous dans le dossier "
                    "du kit, ou donnez celui des devoirs avec --course."
                ).format(folder=self.folder, file=settings)
            )
        self.config: Config = PyFileConfigLoader(settings, path=str(self.folder)).load_config()
        self.config.CourseDirectory.root = str(self.folder)
        self.language = language()
        self.directory = CourseDirectory(config=self.config)
        logging.getLogger("traitlets").setLevel(logging.ERROR)

    @property
    def gradebook(self) -> str:
        """Give the address of nbgrader's database."""
        return str(self.directory.db_url)

    def path(self, step: str, avatar: str, assignment: str) -> Path:
        """Give a notebook's folder at one of nbgrader's steps, ``"autograded"`` for instance."""
        named = getattr(self.directory, f"{step}_directory")
        return Path(self.directory.format_path(named, avatar, assignment))


class Master:
    """The cells of an assignment, by name and in order."""

    def __init__(self, course: Course, assignment: str) -> None:
        self.name = assignment
        path = course.path("source", ".", assignment) / f"{assignment}.ipynb"
        if assignment not in ASSIGNMENTS:
            raise PoucetError(
                _("Le devoir « {name} » n’existe pas : choisissez parmi {names}.").format(
                    name=assignment, names=", ".join(ASSIGNMENTS)
                )
            )
        if not path.exists():
            raise PoucetError(
                _("Il manque {path} : construisez les carnets avec « poucet build ».").format(
                    path=path
                )
            )
        self.full = nbformat.read(path, as_version=4)
        about: dict[str, Any] = {"nbgrader": {"notebook": assignment, "assignment": assignment}}
        stubbed = copy.deepcopy(self.full)
        for step in (ClearSolutions, LockCells, ComputeChecksums):
            stubbed, about = step(config=course.config).preprocess(stubbed, about)
        self.stubbed = stubbed
        given = ClearHiddenTests(config=course.config).preprocess(copy.deepcopy(stubbed), about)[0]
        self.order = [name for name, _cell in _named(stubbed)]
        self.cells: dict[str, Any] = dict(_named(stubbed))
        self.given: dict[str, Any] = dict(_named(given))
        self.answer_names = frozenset(
            name
            for _name, cell in _named(self.full)
            if role(cell) == "answer"
            for name in _bound(cell.source)
        )


def role(cell: Any) -> str:
    """Tell what a cell is for: ``answer``, ``test``, ``written``, ``readonly`` or ``other``."""
    about = cell.metadata.get("nbgrader")
    if not about:
        return "other"
    if about.get("grade"):
        return "written" if about.get("solution") else "test"
    return "answer" if about.get("solution") else "readonly"


def _named(notebook: Any) -> Iterator[tuple[str, Any]]:
    for cell in notebook.cells:
        if "nbgrader" in cell.metadata:
            yield cell.metadata.nbgrader.grade_id, cell


def _bound(source: str) -> Iterator[str]:
    """Find the names that a cell gives to the cells after it."""
    tree = ast.parse(source)
    inner: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.Lambda)):
            inner.update(part for part in ast.walk(node) if part is not node)
    for node in ast.walk(tree):
        if node in inner:
            continue
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield node.name
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
