"""Hints of the lessons, of the avatar's cell and of the feedback page.

Those of the assignments' questions have their own tests, in tests/assignments/test_every_hint.py.
"""

import csv
import io

import numpy as np
import pytest

from poucet.classroom.assignments.a2_files import COLUMNS, files, table
from poucet.classroom.checks import check, hint, missed
from poucet.errors import PoucetError
from poucet.i18n import in_language


def test_a_lesson_may_compare_with_the_kits_own_value(capsys):
    check("count_alone", 3, 3)
    check("count_alone", 4, 3)
    check("success", 0.25, 0.25000000001)
    check("success", "0.25", 0.25)
    kinds = [line[0] for line in capsys.readouterr().out.splitlines()]
    assert kinds == ["✓", "→", "✓", "→"]


@pytest.mark.parametrize("untouched", [None, 0, {}, ...])
@pytest.mark.parametrize("expected", [693, 0.75, {("F",): 2}])
def test_an_exercise_nobody_has_begun_is_not_called_wrong(untouched, expected):
    said = hint("count_alone", untouched, expected)
    assert said.startswith("→")
    assert "trois points" in said
    assert "autre chose" not in said


def test_what_rests_on_other_questions_sends_back_to_them():
    assert "questions 1 et 2" in hint("school", 0, 693)
    assert "questions 1 et 2" not in hint("school", 692, 693)


def test_what_is_not_a_name_of_the_code_is_said_in_the_readers_language():
    assert hint("school", 692, 692).startswith("✓ le lycée entier ·")
    assert hint("count_alone", 3, 3).startswith("✓ count_alone ·")
    with in_language("en"):
        assert hint("school", 692, 693).startswith("→ the whole school ·")


def test_zero_is_an_answer_where_zero_is_expected():
    assert hint("count_alone", 0, 0).startswith("✓")


def test_a_lesson_takes_numpys_whole_numbers_for_what_they_are():
    assert hint("count_alone", np.int64(3), 3).startswith("✓")
    assert "autre chose" in hint("count_alone", np.int64(4), 3)


def test_an_avatar_is_a_number_without_quotes():
    assert hint("avatar", 7).startswith("✓")
    assert "sans guillemets" in hint("avatar", "7")
    for wrong in (0, -1, 7.0, True, ...):
        assert hint("avatar", wrong).startswith("→")


def test_before_the_first_cells_a_hint_says_so():
    assert "premières cellules" in hint("q1b", 3, avatar=..., assignment="A2")


def test_a_failed_test_has_a_sentence_in_each_language():
    with in_language("en"):
        assert missed("q1b", "A2").startswith("This is not")
    assert missed("q1b", "A2").startswith("Ce n’est pas")
    with pytest.raises(PoucetError, match="A9"):
        missed("q1", "A9")


def test_the_file_reads_back_as_the_table():
    (text,) = files(7).values()
    assert list(csv.DictReader(io.StringIO(text))) == table(7)
    assert text.startswith(",".join(COLUMNS))
