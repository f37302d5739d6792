"""A pupil's home, just before the server starts."""

import os
import resource
import subprocess
import sys

from poucet.hub.desk import lay_out


def kit(folder):
    lessons = folder / "lessons"
    (lessons / "enseignant").mkdir(parents=True)
    for name in ("01.ipynb", "02.ipynb", "enseignant/01.ipynb"):
        (lessons / name).write_text(f"new {name}")
    return lessons


def test_missing_lessons_are_copied_and_nothing_is_overwritten(tmp_path):
    home = tmp_path / "home" / "lecons"
    home.mkdir(parents=True)
    (home / "01.ipynb").write_text("mine")
    assert lay_out(kit(tmp_path), home) == [home / "02.ipynb"]
    assert {path.name: path.read_text() for path in home.iterdir()} == {
        "01.ipynb": "mine",
        "02.ipynb": "new 02.ipynb",
    }


def test_a_link_is_left_as_it_is(tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    (home / "01.ipynb").symlink_to(tmp_path / "nowhere")
    lay_out(kit(tmp_path), home)
    assert not (tmp_path / "nowhere").exists()
    assert (home / "02.ipynb").stat().st_mode & 0o077 == 0


def test_the_server_starts_within_limits_for_good(tmp_path):
    """The single-user server is a script that tells what it was started with."""
    programs = tmp_path / "bin"
    programs.mkdir()
    told = programs / "jupyterhub-singleuser"
    told.write_text(
        '#!/bin/sh\necho $(ulimit -v) $(ulimit -f) $(umask) $(ls lecons) "$@"\n'
        "ulimit -v unlimited 2>/dev/null && echo lifted\n"
    )
    told.chmod(0o755)
    code = f"import sys; sys.executable = {str(programs / 'python')!r}\n"
    code += "from poucet.hub.desk import main; main(sys.argv[1:])"
    limits = ["--memory=4000000000", "--processes=512", "--file=512000"]
    home = tmp_path / "home"
    home.mkdir()
    lessons = kit(tmp_path)
    began = subprocess.run(
        [
            sys.executable,
            "-c",
            code,
            f"--lessons={lessons}",
            "--folder=lecons",
            *limits,
            "--Lab.x=1",
        ],
        env={"HOME": str(home), "PATH": os.environ["PATH"]},
        cwd=home,
        capture_output=True,
        text=True,
    )
    assert resource.getrlimit(resource.RLIMIT_AS)[1] == resource.RLIM_INFINITY
    assert began.stdout.split() == [
        *(str(4_000_000_000 // 1024), str(512_000 // 512), "0077"),
        *("01.ipynb", "02.ipynb", "--Lab.x=1"),
    ], began.stderr
