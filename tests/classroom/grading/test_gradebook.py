"""A mark given by hand stays, and asks again only where the answer has changed."""

import pytest

from poucet.classroom.grading import gradebook
from poucet.classroom.grading.gradebook import Ledger, Mark
from poucet.classroom.grading.master import Course, Master

pytestmark = pytest.mark.filterwarnings("ignore")  # nbgrader's dependencies warn of each other
WAITS, GIVEN = Mark(None, 4.0), Mark(3.5, 4.0)


@pytest.fixture
def master(ready_course):
    return Master(Course(ready_course), "A2")


@pytest.fixture
def ledger(ready_course, master):
    return Ledger(Course(ready_course), master)


@pytest.fixture
def by_hand(ledger):
    """Give a mark as formgrader does: to the written answer of avatar 7."""

    def given():
        with ledger._book() as book:
            grade = book.find_grade("q5", "A2", "A2", "7")
            grade.manual_score, grade.needs_manual_grade = 3.5, False
            book.db.commit()

    return given


def answered(master, text):
    notebook = master.stubbed.copy()
    notebook.cells = [cell.copy() for cell in notebook.cells]
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == "q5":
            cell.source = text
    return notebook


def test_points_come_out_as_they_went_in(ledger, master):
    assert ledger.read("7") is None
    entry = ledger.save("7", answered(master, "Oui."))
    assert entry == ledger.read("7")
    assert entry.marks["q5"] == WAITS
    assert set(entry.marks) == {n for n in master.order if master.cells[n].metadata.nbgrader.grade}


def test_a_mark_given_by_hand_stays(ledger, master, by_hand):
    ledger.save("7", answered(master, "Oui."))
    by_hand()
    assert ledger.save("7", answered(master, "Oui.")).marks["q5"] == GIVEN
    assert ledger.save("7", answered(master, "Non.")).marks["q5"] == WAITS
    with ledger._book() as book:
        assert book.find_grade("q5", "A2", "A2", "7").manual_score == 3.5
    by_hand()
    assert ledger.save("7", answered(master, "Non.")).marks["q5"] == GIVEN


class Killed(BaseException):
    """The end of the command, wherever it was."""


@pytest.mark.parametrize(("then", "expected"), [("Oui.", GIVEN), ("Non.", WAITS)])
def test_cut_short_and_done_again_is_as_done_once(
    ledger, master, by_hand, monkeypatch, then, expected
):
    ledger.save("7", answered(master, "Oui."))
    by_hand()

    def killed(*_):
        raise Killed

    with monkeypatch.context() as patched, pytest.raises(Killed):
        patched.setattr(gradebook, "write", killed)  # after the gradebook, before the notebook
        ledger.save("7", answered(master, then))
    assert ledger.save("7", answered(master, then)).marks["q5"] == expected
