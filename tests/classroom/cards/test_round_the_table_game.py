"""The numbers printed on the answer page of "round the table" are what the engine counts."""

import pytest

from poucet import Contract, School, judge
from poucet.classroom.cards.round_the_table_game import (
    EXAMPLE,
    GAINS,
    MET_AT_FIRST,
    MET_IN_EXAMPLE,
    MOST_CHANGES,
    NAMED_BY_THE_DUMP,
    NO_LONGER_FOUND,
    PUPILS,
)
from poucet.classroom.cards.round_the_table_words import CLAUSES, EVENTS
from poucet.damages import damage

EDUCATION, CHARTE = Contract.load("education"), Contract.load("charte")


@pytest.fixture(scope="module")
def school():
    return School(seed=2)


def turned(*clauses):
    """Give the "education" terms with some cards on side B."""
    return EDUCATION.replace(**{clause: getattr(CHARTE, clause) for clause in clauses})


def met(contract, school):
    return len(judge(contract, school, weeks=1).of("pass"))


def found(contract, school):
    return damage(contract.apply(school), school).found


def test_the_contract_on_the_table_meets_what_is_said(school):
    assert met(EDUCATION, school) == MET_AT_FIRST
    assert school.size == PUPILS


def test_every_card_has_two_sides_and_its_gain(school):
    assert list(CLAUSES) == list(GAINS)
    for clause, gain in GAINS.items():
        assert turned(clause) != EDUCATION
        assert met(turned(clause), school) - MET_AT_FIRST == gain, clause


def test_the_example_is_one_that_may_be_played(school):
    assert len(EXAMPLE) == MOST_CHANGES
    assert set(EXAMPLE) <= set(CLAUSES)
    assert met(turned(*EXAMPLE), school) == MET_IN_EXAMPLE


def test_four_clauses_together_are_needed_to_hide_everybody(school):
    assert found(EDUCATION, school) == PUPILS
    assert found(turned(*NO_LONGER_FOUND), school) == 0
    for left_out in NO_LONGER_FOUND:
        others = [clause for clause in NO_LONGER_FOUND if clause != left_out]
        assert found(turned(*others), school) > 0, left_out


@pytest.mark.parametrize("clause", GAINS)
def test_one_clause_by_itself_hides_nobody(clause, school):
    if clause in NO_LONGER_FOUND or clause in ("purposes", "subprocessors"):
        assert found(turned(clause), school) == PUPILS
    else:  # clauses that leave what is held as it is
        held = [(c.role, c.columns, c.verbs, c.time, c.ip) for c in EDUCATION.apply(school).copies]
        assert held == [
            (c.role, c.columns, c.verbs, c.time, c.ip) for c in turned(clause).apply(school).copies
        ]


def test_the_events_turn_on_the_clause_that_is_said(school):
    assert [key for _scene, key, _what in EVENTS] == [
        "identifier", "erasure_reaches_copies", "supervised", "purposes", "fields_published",
        "subprocessors",
    ]  # fmt: skip
    after = "2028-02-15"
    named = [
        sum(len(each.avatars) for each in turned(*cards).apply(school).at(after).reidentified)
        for cards in ([], ["identifier"])
    ]
    assert named == [NAMED_BY_THE_DUMP, 0]
    later = "2030-06-01"
    still = [
        max(copy.pupils for copy in turned(*cards).apply(school).at(later).copies)
        for cards in ([], ["erasure_reaches_copies"])
    ]
    assert still == [PUPILS, 0]
    assert "predicting" in EDUCATION.purposes
    assert not {"predicting", "improving_product"} & set(turned("purposes").purposes)
    assert any(firm.country == "US" for firm in EDUCATION.subprocessors)
    assert turned("subprocessors").subprocessors == ()


def test_without_the_class_half_of_the_usefulness_is_gone(school):
    assert damage(EDUCATION.apply(school), school).usefulness == 1
    assert damage(EDUCATION.replace(fields=[]).apply(school), school).usefulness == 0.5
