"""The configuration of a school's server as it is written: again, in both languages, kept."""

import ast
import json
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from poucet import i18n
from poucet.errors import PoucetError
from poucet.hub import write_hub

OFFERED = re.compile(r'^# (?=c\.|    "|\])', re.MULTILINE)


def written(folder, lang):
    with i18n.in_language(lang):
        return {path.relative_to(folder): path.read_text() for path in write_hub(folder, lang)}


def without_comments(text):
    return [line for line in text.splitlines() if line.strip() and not line.strip().startswith("#")]


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    return {lang: written(tmp_path_factory.mktemp(lang), lang) for lang in ("fr", "en")}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_file_can_be_read_by_what_reads_it(both, lang):
    for path, text in both[lang].items():
        if path.suffix == ".py":
            ast.parse(text)
        elif path.suffix == ".json":
            json.loads(text)
        elif path.suffix == ".yaml":
            assert set(yaml.safe_load(text)) == {"hub", "singleuser", "scheduling", "cull", "proxy"}
        elif path.suffix == ".sh":
            subprocess.run(["sh", "-n"], input=text, text=True, check=True)


def test_the_lines_that_an_administrator_may_uncomment_are_python(both):
    text = both["fr"][Path("jupyterhub_config.py")]
    offered = OFFERED.sub("", text)
    assert "--redirect-port" in ast.unparse(ast.parse(offered))


def test_languages_differ_in_words_and_names_of_folders_only(both):
    for path, french in both["fr"].items():
        english = both["en"][path]
        if path.suffix not in (".py", ".yaml"):
            continue
        pairs = zip(without_comments(french), without_comments(english), strict=True)
        differing = [pair for pair in pairs if pair[0] != pair[1]]
        for fr, en in differing:
            assert any(word in fr for word in ("fr", "lecons", "cours", "announcement")), (fr, en)
        comments = {line for line in french.splitlines() if line.strip().startswith("# ")}
        commented_code = {line for line in comments if OFFERED.match(line)}
        assert not (comments - commented_code) & set(english.splitlines())


def test_writing_again_changes_nothing(tmp_path):
    first = written(tmp_path / "hub", "fr")
    before = {
        path.name: path.read_bytes() for path in (tmp_path / "hub").iterdir() if path.is_file()
    }
    assert written(tmp_path / "hub", "fr") == first
    assert before == {
        path.name: path.read_bytes() for path in (tmp_path / "hub").iterdir() if path.is_file()
    }


def test_a_new_version_replaces_what_nobody_touched(tmp_path):
    written(tmp_path, "fr")
    written(tmp_path, "en")
    assert "School server" in (tmp_path / "jupyterhub_config.py").read_text()


@pytest.mark.parametrize("touched", ["jupyterhub_config.py", "values.yaml"])
def test_what_the_administrator_changed_is_kept_and_nothing_else_moves(tmp_path, touched):
    written(tmp_path, "fr")
    changed = tmp_path / touched
    changed.write_text(changed.read_text() + "# mine\n")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    with pytest.raises(PoucetError) as refused:
        written(tmp_path, "en")
    assert touched in str(refused.value)
    assert before == {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}


def test_a_file_that_was_there_before_is_not_taken_for_ours(tmp_path):
    (tmp_path / "README.md").write_text("Notes")
    with pytest.raises(PoucetError):
        written(tmp_path, "fr")
    assert [path.name for path in tmp_path.iterdir()] == ["README.md"]


def test_the_folders_let_pupils_servers_in_whatever_the_umask(tmp_path):
    write_hub(tmp_path / "deep" / "hub", "fr")
    for path in (tmp_path / "deep").rglob("*"):
        assert path.stat().st_mode & 0o077 == (
            0o055 if path.is_dir() or path.suffix == ".sh" else 0o044
        )
