"""Every assignment through nbgrader's whole cycle, in a few hand-ins; A2 with its whole class.

One file, because nbgrader takes a minute to play the courses, and xdist may give each file a
process of its own.
"""

import re

import nbformat
import pytest
from assignments import paper
from assignments.every import CYCLES, PROOFS

pytestmark = pytest.mark.slow

PROOF = PROOFS["A2"]
BY_HAND = "q5"
OF_ONE_SCHOOL = set(PROOF.own)
every = pytest.mark.parametrize(
    ("course", "name"),
    [(code, name) for code, names in CYCLES.items() for name in names],
    indirect=["course"],
)


def full(name, *lost):
    """Give the marks of a hand-in before the teacher has read it: all but the lost points."""
    nothing = {*PROOFS[name].written, *lost}
    return {test: 0 if test in nothing else best for test, best in PROOFS[name].points.items()}


@every
def test_nbgrader_releases_what_the_fast_proofs_read(course, name):
    released = nbformat.read(course.notebook("release", assignment=name), as_version=4)
    expected = paper.release(name, course.language)
    assert [cell.source for cell in released.cells] == [cell.source for cell in expected.cells]
    assert not [cell for cell in released.cells if cell.get("outputs")]


@every
def test_a_solution_gets_every_automatic_point(course, class_list, name):
    for avatar in class_list["solved"][: None if name == "A2" else 1]:
        assert course.scores(avatar, name) == full(name)
        for test in PROOFS[name].written:
            assert course.marks[name][avatar][test][1], "a teacher must be asked to mark the text"


@every
def test_a_mistake_costs_its_own_points_only(course, class_list, name):
    for avatar, wrong in class_list["mistaken"](name, course.language).items():
        assert course.scores(avatar, name) == full(name, *wrong)


@every
def test_the_feedback_page_names_the_assignment_and_hides_its_tests(course, class_list, name):
    title = {"fr": f"Devoir {name} corrigé", "en": f"Assignment {name}, marked"}
    for avatar in course.marks[name]:
        page = course.page(avatar, name).split("</style>")[1]
        assert title[course.language] in page
        for secret in ("HIDDEN", "Traceback", "graded_avatar", "missed("):
            assert secret not in page


def test_an_untouched_hand_in_gets_nothing_and_asks_nobody(course, class_list):
    for avatar in class_list["untouched"]:
        assert set(course.scores(avatar).values()) == {0}
        assert not course.marks["A2"][avatar][BY_HAND][1]


def test_a_neighbours_numbers_earn_nothing(course, class_list):
    numbers, notebook = class_list["neighbour"]
    assert {name for name in OF_ONE_SCHOOL if course.scores(numbers)[name]} == set()
    # the whole notebook: the functions it holds are right anywhere, its school is another
    assert course.scores(notebook) == full("A2", "q1a_rows", "q4a_costliest", *OF_ONE_SCHOOL)


def test_nbgrader_validate_passes_on_solutions_only(course, class_list):
    solved, number_only = class_list["solved"][0], class_list["untouched"][1]
    assert "Success" in course.validations[solved]
    assert "Success" not in course.validations[number_only]
    said = {"fr": "ne passent pas encore", "en": "do not pass yet"}[course.language]
    assert said in " ".join(course.validations[number_only].split())


def test_feedback_is_in_the_readers_language(course, class_list):
    expected = {
        "fr": (
            "Devoir A2 corrigé · avatar 7",
            "Vos points",
            "Réussi.",
            "16 / 20",
            "n’a pas encore",
        ),
        "en": ("Assignment A2, marked · avatar 7", "Your points", "Passed.", "16 / 20", "not yet"),
    }
    page = course.page(class_list["solved"][0])
    assert f'<html lang="{course.language}">' in page
    for sentence in expected.pop(course.language):
        assert sentence in page
    (others,) = expected.values()
    assert not [sentence for sentence in others[:3] if sentence in page]
    assert not re.search(r"Score:|Test cell|Student&#39;s answer|\(Top\)", page)


def test_feedback_gives_the_reason_of_each_lost_point(course, class_list):
    from poucet.classroom.checks import missed
    from poucet.i18n import in_language

    at_sight = {"q1b_premiere", "q2a_one_column"}  # these fail on the assert that is shown
    for avatar, wrong in class_list["mistaken"]("A2", course.language).items():
        page = course.page(avatar)
        for name in PROOF.mistakes:
            with in_language(course.language):
                reason = missed(name.split("_")[0], "A2")
            assert (reason in page) == (name in wrong and name not in at_sight), name
        assert page.count('class="test lost"') == len(wrong)


def test_feedback_shows_no_hidden_test_and_no_traceback(course, class_list):
    for avatar in course.marks["A2"]:
        page = course.page(avatar).split("</style>")[1]
        assert not re.search(r"HIDDEN|Traceback|graded_table|theirs|8041", page)


def test_feedback_of_an_untouched_hand_in_says_what_is_missing(course, class_list):
    missing = {"fr": "Il manque votre numéro d’avatar", "en": "Your avatar number is missing"}
    page = course.page(class_list["untouched"][0])
    assert missing[course.language] in page
    assert {"fr": "Pas de réponse.", "en": "No answer."}[course.language] in page
    assert "No response" not in page


def test_feedback_makes_no_request_and_runs_nothing(course, class_list):
    for avatar in (class_list["solved"][0], class_list["hostile"]):
        page = course.page(avatar)
        assert "default-src 'none'" in page
        assert not re.search(r"<(script|link|iframe|object|embed)\b|@import|url\(", page)
        assert re.findall(r"<meta[^>]*http-equiv=\"([^\"]*)", page) == ["Content-Security-Policy"]
        assert not re.search(r"<\w[^>]*\b(src|srcset|background|data|action)=", page)
    # whatever a hand-in says: the solved page names no outside address at all
    assert not re.search(r"https?://", course.page(class_list["solved"][0]))


def test_feedback_says_nothing_of_another_pupil(course, class_list):
    page = course.page(class_list["solved"][0])
    for other in class_list["solved"][1:]:
        assert not re.search(rf"avatar\W+{other}\b", page)


def test_hidden_data_does_not_come_out_through_an_error(course, class_list):
    assert "birth_date" not in course.page(class_list["hostile"]).split("<h1")[1].split("<h2")[0]
    assert course.scores(class_list["hostile"])["q2a_one_column"] == 0
