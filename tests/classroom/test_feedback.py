"""The sentences of the feedback page, and what may not come through it."""

import pytest
from nbformat.v4 import new_code_cell, new_output

from poucet.classroom.feedback import points, question, safe_html, verdict


def failed(name, value):
    return new_code_cell(outputs=[new_output("error", ename=name, evalue=value, traceback=["…"])])


def test_a_passed_test_says_so():
    assert verdict(new_code_cell(), {}) == "Réussi."


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("AssertionError", "known", "la phrase du kit"),
        ("AssertionError", "[{'level': …}] given by the hidden test", "Le test affiché"),
        ("AssertionError", "", "Le test affiché"),
        ("KeyError", "'shelf'", "sur KeyError"),
        ("CellTimeoutError", "", "30 secondes"),
        ("CellWaitError", "", "minute et demie"),
        ("[{'level': 'seconde'}]", "", "Votre code s’est arrêté pendant le test."),
    ],
)
def test_only_known_sentences_are_repeated(name, value, said):
    sentence = verdict(failed(name, value), {"known": "la phrase du kit"})
    assert said in sentence
    assert "level" not in sentence and "shelf" not in sentence


def test_marks_are_written_in_french():
    assert points(3.5, 4) == "3,5 / 4"
    assert points(0, 4) == "0 / 4"
    assert points(None, 4) == "… / 4"


def test_a_question_is_read_from_its_cell_name():
    assert [question(name) for name in ("q2b_several_columns", "q5", "avatar")] == [
        "2b",
        "5",
        "avatar",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "![un pixel](https://spy.example/p.png)",
        '<img src="http://spy.example/p.png">',
        '<meta http-equiv="refresh" content="0;http://spy.example">',
        "<style>@import 'http://spy.example'</style>",
        "[clic](javascript:alert(1))",
    ],
)
def test_a_hand_in_brings_no_tag_of_its_own(text):
    html = safe_html(text)
    assert not any(tag in html for tag in ("<script", "<img", "<meta", "<style"))
    assert "javascript:alert" not in html
