import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbgrader.nbgraderformat import MetadataValidator

from poucet.classroom.build_grades import grading_defects, nbgrader_metadata
from poucet.classroom.build_source import Cell


def code(line=1, **attributes):
    return Cell("code", "1", attributes, line, line)


@pytest.mark.parametrize(
    ("attributes", "cell_type"),
    [
        ({"answer": "q1"}, "code"),
        ({"test": "q1_test", "points": 2}, "code"),
        ({"written": "q4", "points": 3}, "markdown"),
        ({"readonly": "setup"}, "code"),
    ],
)
def test_nbgrader_accepts_what_is_written(attributes, cell_type):
    new_cell = new_code_cell if cell_type == "code" else new_markdown_cell
    cell = new_cell("1", metadata={"nbgrader": nbgrader_metadata(attributes)})
    MetadataValidator().validate_nb(new_notebook(cells=[cell]))


def test_metadata_in_full_is_kept_as_it_is():
    full = {"grade_id": "x", "task": True}
    assert nbgrader_metadata({"nbgrader": full, "points": 9}) == full


@pytest.mark.parametrize(
    ("cells", "is_assignment", "words"),
    [
        ([code(answer="q1"), code(7, answer="q1")], True, "sert déjà"),
        ([code(), code(7, test="q1")], True, "points"),
        ([code(), code(7, answer="q1")], False, "leçon"),
    ],
)
def test_what_nbgrader_would_refuse_is_named(cells, is_assignment, words):
    [(line, sentence)] = grading_defects(cells, is_assignment)
    assert line == 7
    assert words in sentence


def test_twins_share_a_name():
    twins = [code(1, lang="fr", readonly="intro"), code(2, lang="en", readonly="intro")]
    assert list(grading_defects(twins, is_assignment=True)) == []
    shared = [*twins, code(3, readonly="intro")]
    assert [line for line, _ in grading_defects(shared, is_assignment=True)] == [3]
