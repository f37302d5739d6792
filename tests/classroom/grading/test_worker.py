"""A hand-in that cannot be written into the gradebook has its verdict, and the class goes on."""

import json

import nbformat
import pytest

from poucet.classroom.grading import worker
from poucet.classroom.grading.gradebook import Ledger
from poucet.classroom.grading.master import Course, Master
from poucet.classroom.grading.patience import CELL
from poucet.classroom.grading.worker import Bench, Task

pytestmark = pytest.mark.filterwarnings("ignore")  # nbgrader's dependencies warn of each other


def test_what_cannot_be_recorded_is_told_and_tried_again(ready_course, monkeypatch):
    course = Course(ready_course)
    master = Master(course, "A2")
    ledger = Ledger(course, master)
    bench = Bench(ready_course / "grading" / "fr" / "A2", master, ledger, True, CELL)
    monkeypatch.setattr(worker, "_bench", bench, raising=False)
    task = Task(7, ready_course / "absent", "mark", ["no_number"])
    found = {"fingerprint": "mark", "notebook": nbformat.writes(master.stubbed), "remarks": []}
    bench.path(7, "found").parent.mkdir(parents=True, exist_ok=True)
    bench.path(7, "found").write_text(json.dumps(found), encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(ledger, "feedback", lambda _: "\ud800".encode())
        assert worker.grade(task) == ({}, ["no_number"], "crashed")
        assert "surrogates" in bench.findings(7, "recorded")["why"]
    assert worker.grade(task).stop is None
    assert "q5" in worker.grade(task).marks
