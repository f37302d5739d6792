from pathlib import Path

import nbformat
import pytest

from poucet.classroom.build_edition import Edition, make_notebook, own_language, without_solution
from poucet.classroom.build_source import Cell, Source

PUPIL, TEACHER = Edition("en", "pupil"), Edition("en", "teacher")


def cells_of(edition, *cells, header=None):
    written = tuple(
        Cell(kind, text, attributes, rank, 10 * rank)
        for rank, (kind, text, attributes) in enumerate(cells, start=1)
    )
    source = Source(Path("01_it.py"), "lessons/01_it.py", header or {"n": 1}, written)
    return nbformat.reads(make_notebook(source, edition), as_version=4)


@pytest.mark.parametrize(("language", "kept"), [("fr", "    # ici"), ("en", "    # here")])
def test_a_comment_keeps_its_indent_and_its_language(language, kept):
    code = "def f():\n    # fr: ici\n    # en: here\n    return 1  # en: not a comment line"
    assert own_language(code, language) == (
        f"def f():\n{kept}\n    return 1  # en: not a comment line"
    )


def test_a_whole_solution_keeps_only_its_opening_comments():
    code = "# one\n# two\nx = 1\n# three\ny = 2"
    assert without_solution(code, whole=True) == "# one\n# two\n..."


def test_a_part_of_a_cell_can_be_the_solution():
    code = "def f(x):\n    ### BEGIN SOLUTION\n    y = x\n    return y\n    ### END SOLUTION\n\nf"
    assert without_solution(code, whole=True) == "def f(x):\n    ...\n\nf"


def test_the_teacher_sees_the_solution_without_its_marks():
    code = "def f(x):\n    ### BEGIN SOLUTION\n    return x\n    ### END SOLUTION"
    cells = cells_of(TEACHER, ("code", code, {"tags": ["solution"]})).cells
    assert cells[-1].source == "def f(x):\n    return x"


@pytest.mark.parametrize("tag", ["teacher", "solution"])
def test_nothing_of_the_teachers_reaches_the_pupil(tag):
    secret = ("code", "secret = 660", {"tags": [tag]})
    assert "secret" in str(cells_of(TEACHER, secret))
    assert "secret" not in str(cells_of(PUPIL, secret))


def test_the_language_is_set_before_any_other_code():
    notebook = cells_of(PUPIL, ("markdown", "# A", {"lang": "en"}), ("code", "1", {}))
    assert [cell.cell_type for cell in notebook.cells] == ["markdown", "code", "code"]
    assert 'use_language("en")' in notebook.cells[1].source


def test_the_title_is_the_first_heading_in_the_language():
    french, english = ("markdown", "# Un", {"lang": "fr"}), ("markdown", "# One", {"lang": "en"})
    assert cells_of(PUPIL, french, english).metadata.title == "One"
    assert cells_of(Edition("fr", "pupil"), french, english).metadata.title == "Un"


def test_attributes_of_the_notebook_stay_and_those_of_the_builder_go():
    hidden = {"jupyter": {"source_hidden": True}}
    cell = cells_of(PUPIL, ("code", "1", {"lang": "en", **hidden})).cells[-1]
    assert cell.metadata == hidden


def test_a_graded_cell_keeps_its_identifier_when_cells_come_before_it():
    header = {"assignment": "A1"}
    graded = ("code", "1", {"test": "q1", "points": 1})
    alone = cells_of(Edition("en", "grader"), graded, header=header).cells[-1]
    later = cells_of(Edition("en", "grader"), ("code", "0", {}), graded, header=header).cells[-1]
    assert alone.id == later.id
