"""The doctor sees what is missing, and says so."""

import importlib.util
import json

from typer.testing import CliRunner

from poucet import data, doctor
from poucet.cli import app


def finding(subject):
    return next(f for f in doctor.examine() if f.subject == subject)


def test_this_installation_is_well():
    result = CliRunner().invoke(app, ["doctor"])
    assert result.exit_code == 0, result.output
    assert "Tout est en place." in result.output


def test_a_missing_library_is_named(monkeypatch):
    real = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == "voila" else real(name)
    )
    assert not finding("voila").well
    result = CliRunner().invoke(app, ["doctor", "--lang", "en"])
    assert result.exit_code == 1
    assert "✗ voila" in result.output
    assert "Install the lock" in result.output


def test_an_altered_table_is_named(tmp_path, monkeypatch):
    (tmp_path / "a.csv").write_text("x\n1\n")
    (tmp_path / "datapackage.json").write_text(
        json.dumps({"resources": [{"path": "a.csv", "hash": "sha256:00"}]})
    )
    monkeypatch.setattr(data, "folder", lambda: tmp_path)
    tables = finding("tables de données")
    assert not tables.well
    assert "a.csv" in tables.advice


def test_another_version_than_the_locks_is_named(monkeypatch):
    monkeypatch.setattr(doctor, "locked", lambda text: {"numpy": {"0.1"}})
    versions = finding("versions du verrou")
    assert not versions.well
    assert "numpy" in versions.advice


def test_an_old_python_is_named(monkeypatch):
    monkeypatch.setattr(doctor, "OLDEST_PYTHON", (99, 0))
    assert next(f for f in doctor.examine() if f.subject.startswith("Python")).well is False
