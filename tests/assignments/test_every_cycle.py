"""Every assignment through nbgrader's whole cycle, in a few hand-ins."""

import nbformat
import pytest
from assignments import paper
from assignments.every import CYCLES, PROOFS

EACH = [(code, name) for code, names in CYCLES.items() for name in names]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.parametrize(("course", "name"), EACH, indirect=["course"]),
]


def full(name, *lost):
    """Give the marks of a hand-in before the teacher has read it: all but the lost points."""
    nothing = {*PROOFS[name].written, *lost}
    return {test: 0 if test in nothing else best for test, best in PROOFS[name].points.items()}


def test_nbgrader_releases_what_the_fast_proofs_read(course, name):
    released = nbformat.read(course.notebook("release", assignment=name), as_version=4)
    expected = paper.release(name, course.language)
    assert [cell.source for cell in released.cells] == [cell.source for cell in expected.cells]
    assert not [cell for cell in released.cells if cell.get("outputs")]


def test_a_solution_gets_every_automatic_point(course, class_list, name):
    avatar = class_list["solved"][0]
    assert course.scores(avatar, name) == full(name)
    for test in PROOFS[name].written:
        assert course.marks[name][avatar][test][1], "a teacher must be asked to mark the text"


def test_a_mistake_costs_its_own_points_only(course, class_list, name):
    for avatar, wrong in class_list["mistaken"](name, course.language).items():
        assert course.scores(avatar, name) == full(name, *wrong)


def test_the_feedback_page_names_the_assignment_and_hides_its_tests(course, class_list, name):
    title = {"fr": f"Devoir {name} corrigé", "en": f"Assignment {name}, marked"}
    for avatar in course.marks[name]:
        page = course.page(avatar, name).split("</style>")[1]
        assert title[course.language] in page
        for secret in ("HIDDEN", "Traceback", "graded_avatar", "missed("):
            assert secret not in page
