"""Hints of the assignments: each usual mistake by its name, never the answer, never a crash.

Those of A2 have their own tests, in tests/classroom/test_checks.py.
"""

import re
from importlib import import_module

import pytest
from assignments.paper import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

from poucet.classroom.checks import hint
from poucet.classroom.handout import ASSIGNMENTS, room
from poucet.i18n import in_language

DECLARED = {
    name: import_module(f"assignments.{name.lower()}_usual")
    for name in ASSIGNMENTS
    if (ROOT / "tests" / "assignments" / f"{name.lower()}_usual.py").exists()
}
USUAL = [(name, *case) for name, module in DECLARED.items() for case in module.USUAL]
RIGHT = [(name, question) for name, module in DECLARED.items() for question in module.RIGHT]
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner),
)


def say(name, question, answer):
    """Give the hint with ordinary spaces, as a person would quote it."""
    said = hint(question, answer, avatar=DECLARED[name].AVATAR, assignment=name)
    return re.sub(r"[\u00a0\u202f]", " ", said)


@pytest.mark.parametrize(("name", "question"), RIGHT)
def test_a_right_answer_has_no_fault(name, question):
    assert say(name, question, DECLARED[name].RIGHT[question]).startswith(f"✓ {question}")
    assert "il reste les trois points" in say(name, question, ...)
    assert "il reste les trois points" in say(name, question, lambda *given: ...) or not callable(
        DECLARED[name].RIGHT[question]
    )


@pytest.mark.parametrize("name", DECLARED)
def test_every_hint_is_tried(name):
    assert set(DECLARED[name].RIGHT) == set(room(name, "hints").HINTS)


@pytest.mark.parametrize(
    ("name", "question", "answer", "named"), USUAL, ids=[f"{n} {q}: {w}" for n, q, _, w in USUAL]
)
def test_a_usual_mistake_is_called_by_its_name(name, question, answer, named):
    said = say(name, question, answer)
    assert said.startswith(f"→ {question} · ")
    assert named in said


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_hint_writes_the_expected_value_and_each_speaks_its_language(language):
    with in_language(language):
        for name, question, answer, _named in USUAL:
            said = say(name, question, answer)
            if question in DECLARED[name].SECRET:
                value = re.escape(str(DECLARED[name].SECRET[question]))
                assert not re.search(rf"\b{value}\b", said)
            if language == "en":
                assert not re.search(r"\b(vous|est|pas|une|les|des)\b", said), said


@settings(deadline=None)  # a school is made on the first call
@given(st.sampled_from(RIGHT), ANYTHING)
def test_no_answer_makes_a_hint_crash(case, answer):
    assert say(*case, answer)[0] in "→✓"
    assert say(*case, lambda *given: answer)[0] in "→✓"
