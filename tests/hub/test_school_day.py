"""A teacher and five pupils on the school's own server: what each of them saw."""

import re

import pytest

PUPILS = ["a01", "a02", "a03", "a04", "a05"]
EXTERNAL = re.compile(r"""(?:src|href|action)\s*=\s*["']?\s*(?:https?:)?//(?!127\.0\.0\.1)""")

pytestmark = pytest.mark.slow


def test_the_configuration_and_the_accounts_are_made_and_made_again_without_harm(day):
    assert day["hub"][0] == 0, day["hub"][2]
    assert [made[0] for made in day["create"]] == [0, 0]
    homes = {path: mode for path, mode in day["modes"].items() if path.startswith("/home/")}
    assert set(homes) == {f"/home/{name}" for name in [*PUPILS, "prof"]} | {"/home/prof/cours"}
    assert set(homes.values()) == {"0o700"}
    assert next(mode for path, mode in day["modes"].items() if "passwords" in path) == "0o600"


def test_everybody_signs_in_with_the_password_on_paper_and_nobody_without(day):
    assert day["wrong password"] is False
    assert day["signed in"] == dict.fromkeys(["prof", *PUPILS], True)
    assert "numéro d’avatar" in day["login page"]


@pytest.mark.parametrize("name", ["prof", "a01"])
def test_jupyterlab_opens_on_the_lessons_and_asks_nobody_else(day, name):
    assert len(day["home"][name]) == 8
    page = day["lab page"][name]
    assert "jupyter-config-data" in page
    assert not EXTERNAL.search(page)
    assert not EXTERNAL.search(day["login page"])


def test_pupils_fetch_work_and_hand_in_and_the_teacher_collects_avatars(day):
    assert day["generate_assignment"] == day["release_assignment"] == "done"
    assert [one["status"] for one in day["a01 fetched"]["value"]] == ["fetched"]
    assert "submitted" in [one["status"] for one in day["a01 handed in"]["value"]]
    for name in PUPILS[1:]:
        assert day[f"{name} fetched"] == day[f"{name} handed in"] == "done"
    assert day["collected"] == "done"
    assert [path for path in day["submitted"] if path.endswith("A2.ipynb")] == [
        f"{number}/A2/A2.ipynb" for number in range(1, 6)
    ]


def test_a_link_to_the_solution_and_a_hand_in_in_anothers_name_are_left_aside(day):
    assert day["a05 cheats"] == "done"  # the exchange cannot forbid it: collecting does
    assert day["solution handed in"] is False
    assert not any("intruder" in path for path in day["submitted"])


def test_marks_go_to_the_account_whatever_number_the_notebook_says(day):
    assert day["grade"][0] == 0, day["grade"][2]
    assert "grading/fr/A2/A2.csv" in day["grade"][1].splitlines()  # from where it was typed
    rows = [line.split(";") for line in day["marks"].lstrip("\ufeff").splitlines()]
    total = rows[0].index("total")
    marks = {row[0]: float(row[total].replace(",", ".")) for row in rows[1:]}
    assert marks["1"] == marks["2"] == marks["5"] == 16  # all but the written answer
    assert marks["3"] == 16 - 6  # no answer to question 2
    assert marks["4"] < 16
    assert "Plusieurs fichiers" not in day["marks"]


def test_each_pupil_reads_one_page_and_it_is_their_own(day):
    assert day["released"] == "done"
    for number, name in enumerate(PUPILS, 1):
        [page] = day["pages"][name]
        assert f"avatar {number}</title>" in page
        assert not EXTERNAL.search(page)


def test_a_pupil_reads_lessons_and_nothing_of_anybody(day):
    assert day["open"] == "done"
    assert day["doors"] == dict.fromkeys(day["doors"], "PermissionError")
    assert day["another's hand-in, taken away"] == "PermissionError"


def test_a_pupil_enters_neither_a_neighbours_server_nor_the_teachers(day):
    assert day["another's server"] == day["the teacher's server"] == 403
    assert day["the Hub's list"] == 403


def test_the_formgrader_is_the_teachers_and_in_no_frame(day):
    status, page, policy = day["formgrader"]["prof"]
    assert status == 200 and "formgrade" in page
    assert "frame-ancestors 'none'" in policy  # hence its own tab
    assert day["formgrader"]["a01"][0] == 404
    for shown in (page, day["a hand-in to mark"]):
        assert not EXTERNAL.search(shown)
    assert "q5" in day["a hand-in to mark"]


def test_at_the_years_end_nobody_is_left(day):
    assert "a05" in day["would remove"][1]
    assert day["remove"][0] == 0, day["remove"][2]
    assert day["left"] == []
