"""The commands: thin doors, sentences instead of tracebacks."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from poucet.cli import app
from poucet.lab import arguments


def test_a_users_mistake_is_one_sentence_and_status_2():
    result = CliRunner().invoke(app, ["open", "--lang", "klingon"])
    assert result.exit_code == 2
    assert "klingon" in result.stderr
    assert "Traceback" not in result.output


def test_a_lesson_without_cards_is_said_so(tmp_path):
    result = CliRunner().invoke(app, ["cards", "--lesson", "99", "--out", str(tmp_path)])
    assert result.exit_code == 2
    assert "99" in result.stderr
    assert not list(tmp_path.iterdir())


def test_cards_are_written_where_asked(tmp_path):
    result = CliRunner().invoke(app, ["cards", "--lang", "en", "--out", str(tmp_path)])
    assert result.exit_code == 0, result.output
    written = [line for line in result.output.split("\n") if line]
    assert written
    assert all(Path(path).read_bytes().startswith(b"%PDF-") for path in written)


def test_the_lab_listens_on_this_machine_only_and_asks_nobody_for_news():
    options = arguments(8899, "fr")
    assert "--ServerApp.ip=127.0.0.1" in options
    assert "--LabApp.news_url=None" in options
    assert "--LabApp.extension_manager=readonly" in options
    assert any(option.endswith("lessons/fr") for option in options)


@pytest.mark.parametrize(("lang", "folder"), [("fr", "cartes"), ("en", "cards")])
def test_cards_go_to_a_folder_named_in_their_language(tmp_path, monkeypatch, lang, folder):
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, ["cards", "--lang", lang])
    assert result.exit_code == 0, result.output
    assert [path.name for path in tmp_path.iterdir()] == [folder]
