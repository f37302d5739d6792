"""One class, broken in every way, graded once: killed in the middle, then run again."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from assignments.paper import _source, with_added
from classroom.grading import broken

from poucet.classroom.grading import sandbox
from poucet.classroom.grading.gradebook import Ledger
from poucet.classroom.grading.master import Course, Master

ROOT = Path(__file__).resolve().parents[3]
GRADE = """
import json, sys
from pathlib import Path
from poucet.classroom.grading.patience import Limit
from poucet.classroom.grading.whole_class import grade_class
source, folder = map(Path, sys.argv[1:])
done = grade_class(source, "A2", folder, limit=Limit(3, 20))
print("LINES", json.dumps([
    [line.avatar, line.path, line.stop, line.remarks, {n: m.score for n, m in line.marks.items()}]
    for line in done.lines
]))
"""
MARK_BY_HAND = """
import sys
from nbgrader.api import Gradebook
with Gradebook("sqlite:///" + sys.argv[1], "poucet-fr") as book:
    grade = book.find_grade("q5", "A2", "A2", "7")
    grade.manual_score, grade.needs_manual_grade = 3.5, False
    book.find_comment("q5", "A2", "A2", "7").manual_comment = "Argument clair."
    book.db.commit()
"""


def start(*arguments):
    environment = {**os.environ, "POUCET_LANG": "fr", "SECRET_OF_THE_TEACHER": "x"}
    return subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", *map(str, arguments)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def finish(process):
    said, complaints = process.communicate(timeout=900)
    assert process.returncode == 0, complaints
    return said


class Class:
    """A graded class: its folders, and its lines by avatar and by path."""

    def __init__(self, source, course):
        self.source, self.course = source, course

    def grade(self):
        said = finish(start(GRADE, self.source, self.course))
        lines = json.loads(said.rsplit("LINES ", 1)[1])
        self.by_avatar = {line[0]: line for line in lines if line[0] is not None}
        self.by_path = {line[1]: line for line in lines}
        return lines

    def stop(self, avatar):
        return self.by_avatar[avatar][2]

    def remarks(self, avatar):
        return self.by_avatar[avatar][3]

    def points(self, avatar):
        return sum(score or 0 for score in self.by_avatar[avatar][4].values())

    def notebook(self, avatar):
        path = self.course / "autograded" / "fr" / str(avatar) / "A2" / "A2.ipynb"
        return json.loads(path.read_text(encoding="utf-8"))

    def page(self, avatar):
        path = self.course / "feedback" / "fr" / str(avatar) / "A2" / "A2.html"
        return path.read_text(encoding="utf-8")


def new_course(folder):
    """Copy the course's settings and A2's source notebook into an empty folder."""
    course = folder / "course"
    for name in ("nbgrader_config.py", "templates"):
        kept = ROOT / "assignments" / name
        (shutil.copytree if kept.is_dir() else shutil.copy)(kept, _made(course) / name)
    source = _made(course / "source" / "fr" / "A2") / "A2.ipynb"
    source.write_text(_source("A2", "fr"), encoding="utf-8")
    return course


def _made(folder):
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def hand_in(source, course, port):
    """Write the class's hand-ins: most in folders, as a teacher files them; some as an ENT does."""
    files = {path: data for path, data, _verdict in broken.stopped(10)}
    files |= {f"{avatar}/A2.ipynb": data for avatar, data, _remark in broken.repaired()}
    for avatar, (code, _remark) in enumerate(broken.CODE.values(), broken.FIRST):
        files[f"{avatar}/A2.ipynb"] = broken.with_code(avatar, code)
    places = repr((str(course), str(source), str(broken.__file__), "/etc/passwd", "/root/.bashrc"))
    spies = broken.SPIES.replace("PLACES", places[1:-1]).replace("PORT", str(port))
    files["Élodie D’Ùber/A2_7.ipynb"] = broken.full(7)
    files["80/rendu final (2).ipynb"] = broken.with_code(80, spies)
    files["81/A2.ipynb"] = broken.text(with_added(broken.light(81), {"q1": broken.LIARS}))
    files["82/A2.ipynb"] = broken.text(
        with_added(
            broken.light(82),
            {"q2": "import time\ndef class_sizes(rows, by):\n    rows or time.sleep(1000)"},
        )
    )
    files["83/A2.ipynb"] = broken.text(broken.light(84))  # a neighbour's number inside
    files["85/ancien/A2.ipynb"] = b""
    files["85/A2.ipynb"] = broken.text(broken.light(85))
    files["Zoé/A2.ipynb"] = broken.text(broken.light(86))  # the number is inside only
    files["Ana/A2.ipynb"] = files["Bob/A2.ipynb"] = broken.text(broken.light(87))
    files["sans numéro/A2.ipynb"] = broken.text(broken.release("A2", "fr"))
    files["88/devoir.docx"] = b"PK"
    files["89/A2.zip"] = broken.archive([("dossier/A2.ipynb", broken.text(broken.light(89)))])
    for path, data in files.items():
        _made((source / path).parent)
        (source / path).write_bytes(data)
    _made(source / "90")
    (source / "90" / "A2.ipynb").symlink_to(source / "7")


@pytest.fixture(scope="session")
def course_folder(tmp_path_factory):
    """A course without a gradebook, to read from."""
    return new_course(tmp_path_factory.mktemp("plain"))


@pytest.fixture(scope="session")
def _with_gradebook(tmp_path_factory):
    """A course whose empty gradebook knows A2: nbgrader takes seconds to make one."""
    folder = new_course(tmp_path_factory.mktemp("ready"))
    course = Course(folder)
    Ledger(course, Master(course, "A2")).prepare()
    return folder


@pytest.fixture
def ready_course(_with_gradebook, tmp_path):
    """A copy of that course."""
    return Path(shutil.copytree(_with_gradebook, tmp_path / "course"))


@pytest.fixture(scope="session")
def graded(tmp_path_factory):
    """The class, graded after a kill -9 in the middle."""
    if trouble := sandbox.why_not():
        pytest.skip(f"pupils' code cannot be shut in here: {trouble}")
    folder = tmp_path_factory.mktemp("class")
    source, course = folder / "copies de la 1re", new_course(folder)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        hand_in(source, course, listening.getsockname()[1])
        found = course / "grading" / "fr" / "A2"
        killed = start(GRADE, source, course)
        until = time.monotonic() + 300
        while len(list(found.glob("*.recorded.json"))) < 4 and time.monotonic() < until:
            time.sleep(0.05)
        os.killpg(killed.pid, signal.SIGKILL)
        killed.communicate()
        room = Class(source, course)
        room.before_the_end = {
            path.name: path.stat().st_mtime_ns for path in found.glob("*.found.json")
        }
        room.grade()
    return room


@pytest.fixture(scope="session")
def marked_again(graded):
    """The same class once avatar 7's written answer is marked, and a late pupil comes alone."""
    finish(start(MARK_BY_HAND, graded.course / "gradebook_fr.db"))
    late = graded.source.with_name("copies en retard")
    (_made(late) / f"A2_{broken.LATE}.ipynb").write_bytes(broken.text(broken.light(broken.LATE)))
    again = Class(late, graded.course)
    again.grade()
    return graded, again
