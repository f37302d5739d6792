"""A class broken in every way: verdicts, marks, nothing lost after kill -9, nothing seen."""

import csv
import re
import sqlite3

import pytest
from classroom.grading import broken

pytestmark = pytest.mark.slow

CODE = list(enumerate(broken.CODE.items(), broken.FIRST))
ON_THE_WAY_OUT = {"Élodie", "Zoé", "Ana", "Bob"}


def test_there_are_more_than_forty_broken_hand_ins(graded):
    assert len(graded.by_path) >= 60


def test_a_good_hand_in_has_every_automatic_point(graded):
    assert graded.points(7) == 16
    assert graded.by_avatar[7][4]["q5"] is None  # waits for the teacher
    assert graded.remarks(7) == [] and graded.stop(7) is None


@pytest.mark.parametrize(
    ("avatar", "verdict"),
    [(int(path.split("/")[0]), verdict) for path, _, verdict in broken.stopped(10)],
)
def test_what_cannot_be_read_has_its_verdict(graded, avatar, verdict):
    assert graded.stop(avatar) == verdict
    assert graded.by_avatar[avatar][4] == {}


@pytest.mark.parametrize(("avatar", "remark"), [(a, r) for a, _, r in broken.repaired()])
def test_what_can_be_repaired_keeps_its_points(graded, avatar, remark):
    assert graded.stop(avatar) is None
    assert graded.remarks(avatar) == ([remark] if remark else [])
    assert graded.points(avatar) == 3


@pytest.mark.parametrize(("avatar", "case"), CODE, ids=[name for name, _ in broken.CODE.items()])
def test_hostile_code_costs_its_own_points_only(graded, avatar, case):
    _name, (_code, remark) = case
    assert graded.stop(avatar) is None
    assert graded.remarks(avatar) == ([remark] if remark else [])
    assert graded.points(avatar) == 3


def test_code_sees_nothing_of_the_teacher_and_reaches_nobody(graded):
    told = [
        output["text"]
        for cell in graded.notebook(80)["cells"]
        for output in cell.get("outputs", [])
        if output["output_type"] == "stream" and "FOUND" in "".join(output["text"]).upper()
    ]
    assert "NOTHING FOUND []" in "".join("".join(text) for text in told)
    assert "LEAK" not in str([cell.get("outputs") for cell in graded.notebook(80)["cells"]])


def test_an_answer_that_claims_to_equal_everything_earns_nothing(graded):
    scores = graded.by_avatar[81][4]
    assert scores["q1a_rows"] == 1
    assert scores["q1b_premiere"] == scores["q2a_one_column"] == scores["q2b_several_columns"] == 0


def test_a_function_that_never_ends_stops_alone(graded):
    assert graded.remarks(82) == ["waited"] and graded.points(82) == 3


def test_a_neighbours_number_earns_nothing(graded):
    assert graded.remarks(83) == ["other_number"] and graded.points(83) == 0


def test_whose_hand_in_it_is(graded):
    assert graded.remarks(85) == ["older_kept_aside"] and graded.points(85) == 3
    assert graded.remarks(86) == ["no_number"] and graded.points(86) == 3
    assert graded.points(89) == 3  # in an archive in its folder
    assert graded.by_path["Ana/A2.ipynb"][2] == graded.by_path["Bob/A2.ipynb"][2] == "same_avatar"
    assert graded.by_path["sans numéro/A2.ipynb"][2] == "no_avatar"
    assert graded.stop(88) == "no_notebook" and graded.stop(90) == "link"


def test_what_was_found_before_the_kill_is_not_done_again(graded):
    assert len(graded.before_the_end) >= 4
    found = graded.course / "grading" / "fr" / "A2"
    for name, when in graded.before_the_end.items():
        assert (found / name).stat().st_mtime_ns == when


def test_the_table_has_a_line_a_hand_in_and_no_name(graded):
    path = graded.course / "grading" / "fr" / "A2" / "A2.csv"
    text = path.read_text(encoding="utf-8-sig")
    lines = {line["avatar"]: line for line in csv.DictReader(text.splitlines(), delimiter=";")}
    assert len(lines) == len(graded.by_path)
    assert lines["7"]["q1b_premiere"] == "2" and lines["7"]["reste à noter"] == "oui"
    assert lines["10"]["total"] == "" and "vide" in lines["10"]["ce qui s’est passé"]
    assert not [name for name in ON_THE_WAY_OUT if name in text]


def test_no_name_is_kept_anywhere_in_the_course(graded):
    for path in graded.course.rglob("*"):
        assert not [name for name in ON_THE_WAY_OUT if name in str(path)]
        if path.suffix in (".json", ".csv", ".html"):
            assert not [n for n in ("Élodie", "Zoé") if n in path.read_text(encoding="utf-8")]


def test_feedback_shows_no_hidden_test_and_fetches_nothing(graded):
    for avatar in (7, 80, 81, 101, 106):
        page = graded.page(avatar)
        assert not re.search(r"HIDDEN|graded_table|8041", page.split("</style>")[1])
        assert "default-src 'none'" in page and "<script" not in page
    assert "mis fin à l’interpréteur" in graded.page(106)
    assert "vide" in graded.page(10)


def test_hidden_tests_stay_out_of_what_the_pupil_side_printed(graded):
    for avatar in (7, 101):
        cells = graded.notebook(avatar)["cells"]
        tests = [c for c in cells if c["metadata"].get("nbgrader", {}).get("grade")]
        assert sum("BEGIN HIDDEN" in "".join(cell["source"]) for cell in tests) == 11


def test_marks_by_hand_stay_and_the_class_is_the_same(marked_again):
    before, again = marked_again
    assert again.by_avatar[7][4]["q5"] == 3.5
    assert again.points(7) == before.points(7) + 3.5
    others = {avatar for avatar, line in before.by_avatar.items() if line[4]} - {7}
    for avatar in others:
        assert again.points(avatar) == before.points(avatar)
        assert sorted(again.remarks(avatar)) == sorted(before.remarks(avatar))
    assert "19,5 / 20" in again.page(7).replace("\u00a0", " ")
    assert "Argument clair." in again.page(7)


def test_a_late_hand_in_joins_the_class_in_its_table(marked_again):
    before, again = marked_again
    assert broken.LATE not in before.by_avatar and again.points(broken.LATE) == 3
    text = (again.course / "grading" / "fr" / "A2" / "A2.csv").read_text(encoding="utf-8-sig")
    told = [int(line["avatar"]) for line in csv.DictReader(text.splitlines(), delimiter=";")]
    assert told == sorted(
        {broken.LATE, *(a for a, line in before.by_avatar.items() if line[4]), *told}
    )
    assert {7, 86, broken.LATE} <= set(told)


def test_the_gradebook_is_whole(marked_again):
    _before, again = marked_again
    with sqlite3.connect(again.course / "gradebook_fr.db") as book:
        assert book.execute("pragma integrity_check").fetchone() == ("ok",)
        (students,) = book.execute("select count(*) from student").fetchone()
    assert students == sum(bool(line[4]) for line in again.by_avatar.values())
