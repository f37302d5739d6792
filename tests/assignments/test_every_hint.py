"""Hints of the assignments: each usual mistake by its name, never the answer, never a crash."""

import re
from importlib import import_module

import pytest
from assignments.odd_answers import ANYTHING, FUNCTIONS, VALUES, Spiteful
from hypothesis import given, settings
from hypothesis import strategies as st

from poucet.classroom.checks import hint
from poucet.classroom.handout import ASSIGNMENTS, room
from poucet.i18n import in_language

DECLARED = {name: import_module(f"assignments.{name.lower()}_usual") for name in ASSIGNMENTS}
USUAL = [(name, *case) for name, module in DECLARED.items() for case in module.USUAL]
RIGHT = [(name, question) for name, module in DECLARED.items() for question in module.RIGHT]
LOST = "ne ressemble à rien d’attendu"  # what is said when a hint itself has failed


def say(name, question, answer):
    """Give the hint with ordinary spaces, as a person would quote it."""
    said = hint(question, answer, avatar=DECLARED[name].AVATAR, assignment=name)
    return re.sub(r"[\u00a0\u202f]", " ", said)


def wants_a_function(name, question):
    return callable(DECLARED[name].RIGHT[question])


@pytest.mark.parametrize(("name", "question"), RIGHT)
def test_a_right_answer_has_no_fault(name, question):
    assert say(name, question, DECLARED[name].RIGHT[question]).startswith(f"✓ {question}")
    assert "il reste les trois points" in say(name, question, ...)
    if wants_a_function(name, question):
        assert "il reste les trois points" in say(name, question, lambda *given: ...)


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_every_hint_is_tried(name):
    assert set(DECLARED[name].RIGHT) == set(room(name, "hints").HINTS)


def tells_the_answer(name, question, said):
    """Tell whether the hint writes the value that it must let the pupil find."""
    secret = DECLARED[name].SECRET.get(question)
    # "sex" is the example of a column that a hint of A2 gives
    return secret and re.search(rf"\b{re.escape(str(secret))}\b", said.replace('"sex"', ""))


@pytest.mark.parametrize(
    ("name", "question", "answer", "named"), USUAL, ids=[f"{n} {q}: {w}" for n, q, _, w in USUAL]
)
def test_a_usual_mistake_is_called_by_its_name(name, question, answer, named):
    said = say(name, question, answer)
    assert said.startswith(f"→ {question} · ")
    assert named in said
    assert not tells_the_answer(name, question, said)


def test_in_english_the_hints_speak_english_and_keep_the_secret_too():
    with in_language("en"):
        for name, question, answer, _named in USUAL:
            said = say(name, question, answer)
            french = r"[éèàç]|\b(vous|est|pas|une|les|des)\b"
            assert not re.search(french, said.replace("première", "")), said
            assert not tells_the_answer(name, question, said)


@pytest.mark.parametrize(("name", "question"), RIGHT)
def test_an_odd_answer_gets_one_sentence_that_says_what_is_odd(name, question):
    function = wants_a_function(name, question)
    answers = dict(VALUES)
    if function:
        answers |= {f"gives {odd}": lambda *given, v=value: v for odd, value in VALUES.items()}
        answers |= FUNCTIONS
    for odd, answer in answers.items():
        said = say(name, question, answer)
        assert re.fullmatch(rf"[→✓] {question} · [^\n]{{10,180}}[.?]", said), (odd, said)
        assert LOST not in said, odd
        assert said[0] == "→" or not function, odd


@pytest.mark.parametrize(("name", "question"), RIGHT)
def test_an_object_that_refuses_everything_gets_a_hint_too(name, question):
    for answer in (Spiteful(), [Spiteful()], lambda *given: Spiteful(), lambda *g: [Spiteful()]):
        assert say(name, question, answer).startswith("→")


@settings(deadline=None)  # a school is made on the first call
@given(st.sampled_from(RIGHT), ANYTHING)
def test_no_answer_makes_a_hint_crash(case, answer):
    assert say(*case, answer)[0] in "→✓"
    assert say(*case, lambda *given: answer)[0] in "→✓"
