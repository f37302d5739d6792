"""A2 through nbgrader's whole cycle: release, hand-ins of a class, marks, feedback; fr and en."""

import json
import re

import nbformat
import pytest

pytestmark = pytest.mark.slow

POINTS = {
    "q1a_rows": 1,
    "q1b_premiere": 2,
    "q2a_one_column": 2,
    "q2b_several_columns": 3,
    "q2c_empty_table": 1,
    "q3a_k": 1,
    "q3b_unique": 1,
    "q3c_my_k": 1,
    "q3d_my_unique": 1,
    "q4a_costliest": 1,
    "q4b_rescued": 2,
    "q5": 4,
}
BY_HAND = "q5"
OF_ONE_SCHOOL = {"q1b_premiere", "q3c_my_k", "q3d_my_unique", "q4b_rescued"}


def scores(course, avatar):
    return {name: score for name, (score, _) in course.marks[avatar].items()}


def mistaken(course, class_list):
    return [(who, name) for who, name in class_list["mistaken"].items() if who in course.marks]


def full(*lost):
    return {name: 0 if name in (BY_HAND, *lost) else best for name, best in POINTS.items()}


def test_the_marks_add_up_to_twenty(course):
    source = nbformat.read(course.notebook("source"), as_version=4)
    graded = [cell.metadata.get("nbgrader", {}) for cell in source.cells]
    assert {g["grade_id"]: g["points"] for g in graded if g.get("grade")} == POINTS
    assert sum(POINTS.values()) == source.metadata.poucet.points == 20


def test_solutions_get_every_automatic_point(course, class_list):
    for avatar in class_list["solved"]:
        assert scores(course, avatar) == full()
        assert course.marks[avatar][BY_HAND][1], "a teacher must be asked to mark the text"


def test_an_untouched_hand_in_gets_nothing_and_asks_nobody(course, class_list):
    for avatar in class_list["untouched"]:
        assert set(scores(course, avatar).values()) == {0}
        assert not course.marks[avatar][BY_HAND][1]


def test_a_mistake_costs_its_own_points_only(course, class_list):
    for avatar, name in mistaken(course, class_list):
        assert scores(course, avatar) == full(name), name


def test_every_test_has_its_mistake(courses, class_list):
    in_french = {name for _, name in mistaken(courses["fr"], class_list)}
    assert in_french == set(POINTS) - {BY_HAND}
    assert len(mistaken(courses["en"], class_list)) >= 4


def test_a_neighbours_numbers_earn_nothing(course, class_list):
    numbers, notebook = class_list["neighbour"]
    assert {name for name in OF_ONE_SCHOOL if scores(course, numbers)[name]} == set()
    # the whole notebook: the functions it holds are right anywhere, its school is another
    assert scores(course, notebook) == full("q1a_rows", "q4a_costliest", *OF_ONE_SCHOOL)


def test_the_release_holds_no_solution_and_no_hidden_test(course):
    release = nbformat.read(course.notebook("release"), as_version=4)
    text = "\n".join(cell.source for cell in release.cells)
    assert not [cell for cell in release.cells if cell.get("outputs")]
    secret = []
    for cell in nbformat.read(course.notebook("source"), as_version=4).cells:
        for region in re.findall(r"### BEGIN [A-Z ]+\n(.*?)### END", cell.source, re.DOTALL):
            secret += [line.strip() for line in region.split("\n")]
        if cell.metadata.get("nbgrader", {}).get("grade_id") == "q5":
            secret += cell.source.split("\n")
    # the first line of a function is the pupil's too
    secret = {line for line in secret if len(line) > 12 and not line.startswith("def ")}
    assert len(secret) > 40
    assert [line for line in secret if line in text] == []
    assert "BEGIN " not in text and "HIDDEN" not in text.upper()


def test_the_release_holds_no_expected_number(course, class_list, own_values):
    release = json.dumps(json.loads(course.notebook("release").read_text(encoding="utf-8")))
    for avatar in class_list["solved"]:
        for value in own_values(int(avatar)).values():
            assert not re.search(rf"\b{value}\b", release)


def test_the_model_answer_quotes_its_schools_figures(course, own_values):
    source = nbformat.read(course.notebook("source"), as_version=4)
    model = next(c for c in source.cells if c.metadata.get("nbgrader", {}).get("grade_id") == "q5")
    for name in ("q3c_my_k", "q3d_my_unique"):
        assert re.search(rf"\b{own_values(7)[name]}\b", model.source)


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

    for avatar, name in mistaken(course, class_list):
        page = course.page(avatar)
        at_sight = {"q1b_premiere", "q2a_one_column"}  # these fail on the assert that is shown
        with in_language(course.language):
            reason = missed(name.split("_")[0], "A2")
        assert (reason in page) == (name not in at_sight), name
        assert page.count('class="test lost"') == 1


def test_feedback_shows_no_hidden_test_and_no_traceback(course, class_list):
    for avatar in course.marks:
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
    assert scores(course, class_list["hostile"])["q2a_one_column"] == 0
