"""The two public calls and the command."""

import json
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from poucet import School, export
from poucet.cli import app
from poucet.errors import PoucetError
from poucet.exports import read_export
from poucet.exports.formats import FORMATS


def test_an_unknown_format_is_a_sentence_that_lists_them(tmp_path):
    for call in (
        lambda: export(School(1, 5), "gogle", tmp_path / "export"),
        lambda: read_export("gogle", tmp_path),
    ):
        with pytest.raises(PoucetError, match="vouliez-vous dire") as caught:
            call()
        assert all(name in str(caught.value) for name in FORMATS)
    with pytest.raises(PoucetError, match="choisissez parmi") as caught:
        export(School(1, 5), "pigeon", tmp_path / "export")
    assert "vouliez-vous" not in str(caught.value)
    assert not list(tmp_path.iterdir())


def test_the_files_that_were_written_are_given(tmp_path):
    files = export(School(1, 5), "sds-v1", tmp_path / "export")
    assert files == sorted((tmp_path / "export").iterdir())


def test_the_command_writes_the_same_export(tmp_path):
    called = CliRunner().invoke(
        app, ["export", "google", "--seed", "3", "--pupils", "40", "--out", str(tmp_path / "cli")]
    )
    assert called.exit_code == 0, called.output
    assert called.stdout.split() == [str(path) for path in sorted((tmp_path / "cli").iterdir())]
    for path in export(School(3, 40), "google", tmp_path / "api"):
        assert path.read_bytes() == (tmp_path / "cli" / path.name).read_bytes()


def test_the_command_hands_over_what_the_format_leaves_open(tmp_path):
    arguments = ["--pupils", "8", "--weeks", "1", "--identifier", "mbox_sha1sum"]
    called = CliRunner().invoke(app, ["export", "xapi", *arguments, "--out", str(tmp_path / "cli")])
    assert called.exit_code == 0, called.output
    choices = {"weeks": 1, "identifier": "mbox_sha1sum"}
    for path in export(School(1, 8), "xapi", tmp_path / "api", **choices):
        assert path.read_bytes() == (tmp_path / "cli" / path.name).read_bytes()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["gogle", "--out", "new"], "google"),
        (["google", "--out", "."], "là où vous êtes|où vous êtes"),
        (["google", "--pupils", "0", "--out", "new"], "pupils"),
        (["gogle", "--lang", "en", "--out", "new"], "There is no format"),
        (["google", "--weeks", "3", "--out", "new"], "retirez-la"),
        (["moodle", "--identifier", "mbox", "--out", "new"], "parmi weeks"),
        (["xapi", "--identifier", "name", "--out", "new"], "mbox_sha1sum"),
        (["xapi", "--weeks", "0", "--out", "new"], "semaines"),
    ],
)
def test_a_mistake_on_the_command_line_is_a_sentence(tmp_path, monkeypatch, arguments, words):
    monkeypatch.chdir(tmp_path)
    called = CliRunner().invoke(app, ["export", *arguments])
    assert called.exit_code == 2
    assert any(word in " ".join(called.stderr.split()) for word in words.split("|"))
    assert "Traceback" not in called.output
    assert not list(tmp_path.iterdir())


def test_writing_needs_no_pandas(tmp_path):
    script = (
        "import sys; sys.modules['pandas'] = None\n"
        "from poucet import School, export\n"
        "for name in sys.argv[2:]: export(School(1, 30), name, f'{sys.argv[1]}/{name}')\n"
    )
    names = ["oneroster", "sds-v1", "sds-v1-min", "sds-v2.1", "google"]
    subprocess.run([sys.executable, "-c", script, tmp_path, *names], check=True)
    for name in names:
        facts = json.loads((tmp_path / name / "datapackage.json").read_text(encoding="utf-8"))
        assert facts["name"] == name
