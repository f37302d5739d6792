"""The command refuses to run pupils' code unshut, unless it is told to, and then it is loud."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from poucet.classroom.grading import sandbox, whole_class
from poucet.cli import app

ROOT = Path(__file__).resolve().parents[3]


def test_without_a_sandbox_it_refuses(tmp_path, monkeypatch):
    monkeypatch.setattr(sandbox, "why_not", lambda: "pas de bubblewrap")
    said = CliRunner().invoke(app, ["grade", "A2", str(tmp_path), "--course", str(tmp_path)])
    assert said.exit_code == 2
    assert "pas de bubblewrap" in said.output and "--no-sandbox" in said.output


@pytest.mark.parametrize(("told", "shut"), [([], True), (["--no-sandbox"], False)])
def test_it_says_loudly_when_nothing_is_shut_in(tmp_path, monkeypatch, told, shut):
    asked = {}

    def grade_class(source, assignment, folder, **choices):
        asked.update(choices, source=source, assignment=assignment, folder=folder)
        return whole_class.Graded([], tmp_path / "A2.csv")

    monkeypatch.setattr(whole_class, "grade_class", grade_class)
    said = CliRunner().invoke(app, ["grade", "A2", str(tmp_path), *told])
    assert said.exit_code == 0
    assert asked["shut"] is shut and asked["folder"] == ROOT / "assignments"
    assert ("ATTENTION" in said.output) is not shut


def test_a_folder_that_is_no_course_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr(sandbox, "why_not", lambda: None)
    said = CliRunner().invoke(app, ["grade", "A2", str(tmp_path), "--course", str(tmp_path)])
    assert said.exit_code == 2 and "nbgrader_config.py" in said.output


def test_purge_refuses_what_is_no_date():
    said = CliRunner().invoke(app, ["purge", "--before", "hier"])
    assert said.exit_code == 2 and "2027-07-01" in said.output
