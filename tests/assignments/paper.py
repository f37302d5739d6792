"""An assignment's notebook in one language: as released, as handed in, and run without Jupyter.

A hand-in is run cell after cell in one namespace, in a folder like the one where it is graded.
That is what nbgrader does, less its start and its kernel: a second instead of ten.
"""

import contextlib
import copy
import functools
import io
import json
import os
import tempfile
from pathlib import Path
from typing import NamedTuple

import nbformat
from nbgrader.preprocessors import ClearHiddenTests, ClearSolutions

from poucet.classroom import handout
from poucet.classroom.build import planned_notebooks
from poucet.classroom.build_source import read_source
from poucet.classroom.feedback import nbgrader_words
from poucet.i18n import in_language, language

ROOT = Path(__file__).resolve().parents[2]


class Run(NamedTuple):
    """What came of a hand-in: each test's error (None when it passed), words printed, names left.

    ``stopped`` is the error of every other cell that raised.
    """

    tests: dict
    printed: str
    names: dict
    stopped: dict

    @property
    def passed(self):
        """The tests that passed, as a set of names."""
        return {name for name, error in self.tests.items() if error is None}


def by_name(notebook):
    """Give the cells that nbgrader knows, by grade_id."""
    cells = (cell for cell in notebook.cells if "nbgrader" in cell.metadata)
    return {cell.metadata.nbgrader.grade_id: cell for cell in cells}


@functools.cache  # the text, and a new notebook each time: callers change what they get
def _source(name, code):
    planned = planned_notebooks(read_source(ROOT / "assignments" / f"{name}.py", ROOT), ROOT)
    [text] = [text for path, text in planned.items() if code in path.parts]
    return text


def source(name, code):
    """Give nbgrader's source notebook of an assignment, in one language."""
    return nbformat.reads(_source(name, code), as_version=4)


def release(name, code):
    """Give what the pupil receives: nbgrader's own preprocessors take the rest out."""
    notebook = source(name, code)
    with in_language(code):
        words = nbgrader_words()
    clear = ClearSolutions(code_stub={"python": words["code_stub"]}, text_stub=words["text_stub"])
    for preprocessor in (clear, ClearHiddenTests()):
        notebook, _ = preprocessor.preprocess(notebook, {})
    return notebook


def numbered(notebook, avatar):
    """Give a hand-in whose first cell says this number, and nothing else is answered."""
    done = copy.deepcopy(notebook)
    by_name(done)["avatar"].source = f"avatar = {avatar}\ncheck('avatar', avatar)"
    return done


def solved(name, code, avatar, released=None):
    """Give the released notebook as a pupil who found everything hands it in.

    ``released`` is the notebook that nbgrader's command has made, where there is one.
    """
    done = numbered(released or release(name, code), avatar)
    answers = by_name(source(name, code))
    for grade_id, cell in by_name(done).items():
        if cell.metadata.nbgrader.solution and grade_id != "avatar":
            lines = answers[grade_id].source.split("\n")
            cell.source = "\n".join(line for line in lines if "### " not in line)
    return done


def with_added(notebook, additions):
    """Give the hand-in with a few lines more under some answers: {cell: lines}."""
    done = copy.deepcopy(notebook)
    for grade_id, lines in additions.items():
        by_name(done)[grade_id].source += f"\n{lines}"
    return done


def graded(name, code, notebook, avatar):
    """Run a hand-in as the grader does in this avatar's folder: the tests are the source's."""
    tests = by_name(source(name, code))
    done = copy.deepcopy(notebook)
    for grade_id, cell in by_name(done).items():
        if cell.metadata.nbgrader.locked:
            cell.source = tests[grade_id].source
    return run(done, avatar, name)


@contextlib.contextmanager
def _desk_of(avatar, name):
    """Stand in the folder where an avatar's hand-in is graded; put everything back afterwards."""
    here, was, spoken = Path.cwd(), handout._desk, language()
    with tempfile.TemporaryDirectory() as place, in_language(spoken):
        folder = Path(place, str(avatar), name)
        folder.mkdir(parents=True)
        os.chdir(folder)
        os.environ["NBGRADER_EXECUTION"] = "autograde"
        handout._desk = None
        try:
            yield
        finally:
            handout._desk = was
            del os.environ["NBGRADER_EXECUTION"]
            os.chdir(here)


def run(notebook, avatar, name):
    """Run every code cell of a notebook in one namespace; a cell that raises stops only itself."""
    names = {"__name__": "__main__"}
    tests, stopped, printed = {}, {}, io.StringIO()
    with _desk_of(avatar, name), contextlib.redirect_stdout(printed):
        for rank, cell in enumerate(notebook.cells):
            if cell.cell_type != "code":
                continue
            about = cell.metadata.get("nbgrader", {})
            grade_id, error = about.get("grade_id", f"cell {rank}"), None
            try:
                exec(compile(cell.source, f"<{grade_id}>", "exec"), names)
            except Exception as raised:
                error = raised
            if about.get("grade"):
                tests[grade_id] = error
            elif error is not None:
                stopped[grade_id] = error
    return Run(tests, printed.getvalue(), names, stopped)


def secrets(name, code, written):
    """Give the lines that no release may hold: solutions, hidden tests, model answers."""
    lines, inside = set(), False
    for cell in source(name, code).cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") in written:
            lines |= set(cell.source.split("\n"))
        for line in cell.source.split("\n"):
            if line.strip().startswith("### BEGIN "):
                inside = True
            elif line.strip().startswith("### END "):
                inside = False
            elif inside:
                lines.add(line)
    lines = {line.strip() for line in lines}
    # the first line of a function is the pupil's too
    return {line for line in lines if len(line) > 12 and not line.startswith("def ")}


def text_of(notebook):
    """Give everything that a reader of the file can find in it."""
    return json.dumps(notebook, ensure_ascii=False).replace('\\"', '"').replace("\\n", "\n")
