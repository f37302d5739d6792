"""What every assignment owes its pupils, in both languages, for ten avatars; without Jupyter."""

import functools
import re
from itertools import pairwise

import pytest
from assignments import paper
from assignments.every import AVATARS, PROOFS

from poucet.classroom.checks import missed
from poucet.classroom.handout import ASSIGNMENTS
from poucet.i18n import in_language

NEIGHBOUR = dict(zip(AVATARS, (*AVATARS[1:], AVATARS[0]), strict=True))
CASES = [(name, code) for name in ASSIGNMENTS for code in ("fr", "en")]
MISTAKES = [
    (name, code, test, AVATARS[rank % len(AVATARS)])
    for name, code in CASES
    for rank, test in enumerate(PROOFS[name].mistakes)
]
every_assignment = pytest.mark.parametrize(("name", "code"), CASES)


@functools.cache
def solution(name, code, avatar):
    """Run the solutions of an assignment for one avatar, once."""
    return paper.graded(name, code, paper.solved(name, code, avatar), avatar)


def test_every_source_is_an_assignment():
    sources = sorted(path.stem for path in (paper.ROOT / "assignments").glob("A[0-9]*.py"))
    assert tuple(sources) == ASSIGNMENTS


@every_assignment
def test_the_points_add_up_to_twenty(name, code):
    notebook = paper.source(name, code)
    cells = [cell.metadata.nbgrader for cell in paper.by_name(notebook).values()]
    assert {cell.grade_id: cell.points for cell in cells if cell.grade} == PROOFS[name].points
    assert sum(PROOFS[name].points.values()) == notebook.metadata.poucet.points == 20
    by_hand = {cell.grade_id for cell in cells if cell.grade and cell.solution}
    assert by_hand == set(PROOFS[name].written) != set()


@every_assignment
def test_solutions_pass_every_test_and_hear_no_fault(name, code):
    for avatar in AVATARS:
        done = solution(name, code, avatar)
        failed = {test: error for test, error in done.tests.items() if error is not None}
        assert failed == {}, avatar
        assert done.stopped == {}
        assert "→" not in done.printed
        assert "✓" in done.printed


@every_assignment
def test_solutions_find_what_is_counted_by_hand(name, code):
    for avatar in AVATARS:
        names, counted = solution(name, code, avatar).names, PROOFS[name].count(avatar)
        assert counted.keys() == PROOFS[name].own.keys()
        assert {test: names[variable] for test, (_, variable) in PROOFS[name].own.items()} == (
            counted
        )


@every_assignment
def test_an_untouched_hand_in_passes_nothing(name, code):
    released = paper.release(name, code)
    assert "✓" not in paper.run(released, 7, name).printed
    assert not paper.graded(name, code, released, 7).passed & PROOFS[name].automatic
    for avatar in AVATARS:
        done = paper.graded(name, code, paper.numbered(released, avatar), avatar)
        assert not done.passed & PROOFS[name].automatic


@pytest.mark.parametrize(("name", "code", "test", "avatar"), MISTAKES)
def test_a_mistake_costs_its_own_points_and_says_why(name, code, test, avatar):
    cell, lines = PROOFS[name].mistakes[test]
    hand_in = paper.with_added(paper.solved(name, code, avatar), {cell: lines})
    with in_language(code):
        done = paper.graded(name, code, hand_in, avatar)
        sentence = missed(test.split("_")[0], name)
    assert set(done.tests) - done.passed == {test}
    error = done.tests[test]
    assert isinstance(error, AssertionError), error
    assert str(error) in ("", sentence)  # "" is the assert that the pupil sees
    if code == "en":
        assert not re.search(r"\b(vous|votre|pas|une|les)\b", sentence)


def graded_below_each_answer(notebook):
    """Give, for each cell where a pupil writes code, the tests that stand below it."""
    below, answer = {}, None
    for grade_id, cell in paper.by_name(notebook).items():
        about = cell.metadata.nbgrader
        if about.solution and not about.grade:
            answer = below.setdefault(grade_id, set())
        elif about.grade and not about.solution:
            answer.add(grade_id)
    return {cell: tests for cell, tests in below.items() if cell != "avatar"}


@every_assignment
def test_an_unanswered_cell_costs_its_own_points_only(name, code):
    released = paper.by_name(paper.release(name, code))
    below = graded_below_each_answer(paper.source(name, code))
    for avatar, (cell, tests) in zip(AVATARS, below.items(), strict=False):
        hand_in = paper.solved(name, code, avatar)
        paper.by_name(hand_in)[cell].source = released[cell].source
        done = paper.graded(name, code, hand_in, avatar)
        assert set(done.tests) - done.passed == tests != set(), cell


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_every_automatic_test_has_its_mistake(name):
    assert set(PROOFS[name].mistakes) == PROOFS[name].automatic


@every_assignment
def test_a_neighbours_values_pass_nothing(name, code):
    proof = PROOFS[name]
    for avatar in AVATARS[::3]:
        theirs, mine = proof.count(NEIGHBOUR[avatar]), proof.count(avatar)
        other = {test for test in proof.own if theirs[test] != mine[test]}
        assert len(other) > len(proof.own) / 2
        copied = {}
        for test in other:
            cell, variable = proof.own[test]
            copied[cell] = f"{copied.get(cell, '')}\n{variable} = {theirs[test]!r}"
        hand_in = paper.with_added(paper.solved(name, code, avatar), copied)
        assert not paper.graded(name, code, hand_in, avatar).passed & other


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_neighbours_seldom_find_the_same_value(name):
    counted = [PROOFS[name].count(avatar) for avatar in range(1, 42)]
    for test in PROOFS[name].own:
        same = sum(mine[test] == next_[test] for mine, next_ in pairwise(counted))
        assert same <= 8, test  # of forty pairs of neighbours


@every_assignment
def test_a_neighbours_notebook_is_worth_its_functions(name, code):
    never = PROOFS[name].automatic - PROOFS[name].portable
    for avatar in AVATARS[::3]:
        hand_in = paper.solved(name, code, NEIGHBOUR[avatar])
        passed = paper.graded(name, code, hand_in, avatar).passed & PROOFS[name].automatic
        assert PROOFS[name].portable <= passed
        theirs, mine = PROOFS[name].count(NEIGHBOUR[avatar]), PROOFS[name].count(avatar)
        assert not passed & {test for test in PROOFS[name].own if theirs[test] != mine[test]}
        never -= passed - set(PROOFS[name].own)
    # one answer of a few may be a neighbour's too, now and then: not the others
    assert len(never) >= len(PROOFS[name].own) + 1


@every_assignment
def test_the_release_holds_no_solution_and_no_hidden_test(name, code):
    text = paper.text_of(paper.release(name, code))
    hidden = paper.secrets(name, code, PROOFS[name].written)
    assert len(hidden) > 30
    assert [line for line in sorted(hidden) if line in text] == []
    assert "BEGIN " not in text
    assert "HIDDEN" not in text.upper()
    assert '"outputs": [{' not in text


@every_assignment
def test_the_release_holds_no_expected_value(name, code):
    cells = "\n".join(cell.source for cell in paper.release(name, code).cells)
    for avatar in AVATARS:
        for value in PROOFS[name].count(avatar).values():
            # small numbers are also points, minutes and ranks of questions
            if len(str(value)) > 2:
                assert not re.search(rf"\b{re.escape(str(value))}\b", cells)


@every_assignment
def test_the_model_answer_quotes_its_schools_figures(name, code):
    cells = paper.by_name(paper.source(name, code))
    model = "\n".join(cells[grade_id].source for grade_id in PROOFS[name].written)
    model = re.sub(r"(?<=\d)[\s,](?=\d{3}\b)", "", model)
    counted = PROOFS[name].count(7)
    assert PROOFS[name].quoted
    for test in PROOFS[name].quoted:
        assert re.search(rf"\b{counted[test]}\b", model), test


@every_assignment
def test_the_rubric_is_locked_and_stands_above_the_answer(name, code):
    cells = paper.source(name, code).cells
    for grade_id in PROOFS[name].written:
        rank = next(
            rank
            for rank, cell in enumerate(cells)
            if cell.metadata.get("nbgrader", {}).get("grade_id") == grade_id
        )
        rubric = cells[rank - 1]
        assert rubric.metadata.nbgrader.locked
        assert rubric.source.count("\n| **") >= 3, "three criteria at least"
