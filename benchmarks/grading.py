"""A class of 35 through ``poucet grade`` and through ``nbgrader autograde``, on the same hand-ins.

Both begin where a teacher who has handed the assignment out begins: ``nbgrader
generate_assignment`` has been run in both courses. Both give the same automatic points. nbgrader
runs each notebook in a kernel with the teacher's rights, one after the other; the kit runs each in
a sandbox, one a core, and writes the feedback pages too, which nbgrader would take another command
to do. Seconds of wall clock of the whole command.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from harness import Row

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))
ASSIGNMENT = "A2"


def course(folder: Path) -> Path:
    """Make a course that has handed the assignment out, and give its folder."""
    from assignments.paper import _source

    source = folder / "source" / "fr" / ASSIGNMENT
    source.mkdir(parents=True)
    shutil.copy(ROOT / "assignments" / "nbgrader_config.py", folder)
    shutil.copytree(ROOT / "assignments" / "templates", folder / "templates")
    text = _source(ASSIGNMENT, "fr")
    (source / f"{ASSIGNMENT}.ipynb").write_text(text, encoding="utf-8")
    command(folder, "nbgrader", "generate_assignment", ASSIGNMENT)
    return folder


def hand_ins(folder: Path, handed_out: Path, pupils: int) -> Path:
    """Write the hand-ins of a class that has found everything, a folder an avatar."""
    import nbformat
    from assignments.paper import solved

    release = nbformat.read(handed_out, as_version=4)
    for avatar in range(1, pupils + 1):
        place = folder / str(avatar) / ASSIGNMENT
        place.mkdir(parents=True)
        nbformat.write(solved(ASSIGNMENT, "fr", avatar, release), place / f"{ASSIGNMENT}.ipynb")
    return folder


def command(folder: Path, *words: str) -> None:
    """Run a command as a teacher would, in a course."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    subprocess.run(
        [sys.executable, "-W", "ignore", "-m", *words],
        cwd=folder,
        env={**os.environ, "POUCET_LANG": "fr", "PATH": path},
        check=True,
        capture_output=True,
    )


def points(folder: Path) -> list[tuple[str, str, float | None]]:
    """Give every automatic point that a course's gradebook holds."""
    told = """
        select student_id, base_cell.name, auto_score from grade
        join base_cell on base_cell.id = grade.cell_id
        join submitted_notebook on submitted_notebook.id = grade.notebook_id
        join submitted_assignment on submitted_assignment.id = submitted_notebook.assignment_id
        order by 1, 2
    """
    with sqlite3.connect(folder / "gradebook_fr.db") as book:
        return book.execute(told).fetchall()


def rows(quick: bool) -> Iterator[Row]:
    """Give the class, once; nothing where nbgrader is not installed."""
    try:
        version = metadata.version("nbgrader")
    except metadata.PackageNotFoundError:
        return
    pupils = 4 if quick else 35
    with tempfile.TemporaryDirectory() as top:
        fresh = course(Path(top, "course"))
        handed_out = fresh / "release" / "fr" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
        copies = hand_ins(Path(top, "copies"), handed_out, pupils)

        def again(name: str) -> Path:
            folder = Path(top, name)
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(fresh, folder)
            return folder

        def kit() -> list[tuple[str, str, float | None]]:
            folder = again("poucet")
            asked = ("grade", ASSIGNMENT, str(copies), "--course", str(folder))
            command(folder, "poucet.cli", *asked)
            return points(folder)

        def nbgrader() -> list[tuple[str, str, float | None]]:
            folder = again("nbgrader")
            shutil.copytree(copies, folder / "submitted" / "fr")
            command(folder, "nbgrader", "autograde", ASSIGNMENT)
            return points(folder)

        peer = f"nbgrader {version} autograde"
        yield Row(
            work=f"{ASSIGNMENT}: marks (and the kit's feedback pages)",
            size=f"{pupils} hand-ins, {os.cpu_count()} cores",
            kit=kit,
            peers={peer: nbgrader},
            at_least={peer: 3},
            same=lambda ours, theirs: ours == theirs and len(ours) == 12 * pupils,
            rounds=2 if not quick else 1,
            once=(peer,),
        )


if __name__ == "__main__":  # one class, in seconds: python benchmarks/grading.py
    from harness import measure

    for row in rows(quick="--quick" in sys.argv):
        print(measure(row)["seconds"])
