"""A folder appears whole or not at all, and nothing that was there is lost."""

import signal
import subprocess
import sys

import pytest

from poucet import School, export
from poucet.errors import PoucetError
from poucet.exports import read_export
from poucet.exports.formats.atomic import UNFINISHED, whole_folder


def test_the_folder_is_not_there_before_its_last_file_is(tmp_path):
    target = tmp_path / "deep" / "export"
    with whole_folder(target) as draft:
        (draft / "a.csv").write_text("a")
        assert not target.exists()
        assert draft.parent == target.parent  # a rename across disks would be no rename
    assert (target / "a.csv").read_text() == "a"
    assert [path.name for path in target.parent.iterdir()] == ["export"]


@pytest.mark.parametrize("trouble", [RuntimeError, KeyboardInterrupt])
def test_a_failure_midway_leaves_nothing(tmp_path, trouble):
    def fail(done, total):
        if 0 < done < total:
            raise trouble

    with pytest.raises(trouble):
        export(School(1, 40), "oneroster", tmp_path / "export", progress=fail)
    assert not list(tmp_path.iterdir())


def test_a_killed_export_leaves_nothing_that_looks_whole(tmp_path):
    script = """if True:
        import sys, time
        from poucet import School, export
        def wait(done, total):
            if done * 2 > total:
                print("half", flush=True)
                time.sleep(60)
        export(School(1, 40), "sds-v2.1", sys.argv[1], progress=wait)
    """
    target = tmp_path / "export"
    with subprocess.Popen([sys.executable, "-c", script, target], stdout=subprocess.PIPE) as child:
        assert child.stdout.readline() == b"half\n"
        child.send_signal(signal.SIGKILL)
    (left,) = tmp_path.iterdir()
    assert left.name.startswith(".export.") and left.name.endswith(UNFINISHED)
    assert list(left.glob("*.csv"))
    with pytest.raises(PoucetError, match="marque du kit"):
        read_export("sds-v2.1", left)
    export(School(1, 40), "sds-v2.1", target)
    assert len(read_export("sds-v2.1", target)) == 40


def test_a_folder_that_holds_something_is_refused_and_kept(tmp_path):
    (tmp_path / "notes.txt").write_text("the only copy")
    with pytest.raises(PoucetError, match="contient déjà quelque chose"):
        export(School(1, 5), "google", tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_what_comes_while_the_export_is_written_is_kept(tmp_path):
    target = tmp_path / "export"
    with (
        pytest.raises(PoucetError, match="contient déjà quelque chose"),
        whole_folder(target) as draft,
    ):
        (draft / "a.csv").write_text("a")
        target.mkdir()
        (target / "notes.txt").write_text("the only copy")
    assert [path.name for path in tmp_path.rglob("*")] == ["export", "notes.txt"]


def test_an_empty_folder_is_filled(tmp_path):
    target = tmp_path / "empty"
    target.mkdir()
    export(School(1, 5), "google", target)
    assert (target / "users.csv").is_file()


def test_a_file_or_the_folder_one_stands_in_is_refused(tmp_path, monkeypatch):
    file = tmp_path / "file"
    file.write_text("kept")
    with pytest.raises(PoucetError, match="déjà un fichier"):
        export(School(1, 5), "google", file)
    assert file.read_text() == "kept"
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    with pytest.raises(PoucetError, match="où vous êtes"):
        export(School(1, 5), "google", ".")


def test_a_place_that_cannot_be_written_is_a_sentence(tmp_path):
    (tmp_path / "file").write_text("kept")
    with pytest.raises(PoucetError, match="Impossible d’écrire"):
        export(School(1, 5), "google", tmp_path / "file" / "export")
