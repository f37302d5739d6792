"""A class from its folder of hand-ins to its marks: every step can be cut short and done again.

What a worker has found of a hand-in is written at once, whole, under its avatar's number, with the
fingerprint of what it was found from. Killed at any moment, the command takes up where it was: the
same hand-in gives the same marks.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import resource
import shutil
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

import nbformat

from poucet import __version__
from poucet.classroom.grading import running, sandbox
from poucet.classroom.grading.collecting import Found, collect
from poucet.classroom.grading.gradebook import Ledger, write
from poucet.classroom.grading.master import Course, Master
from poucet.classroom.grading.reading import read
from poucet.classroom.grading.report import Line, stop_page, write_table
from poucet.classroom.grading.verdicts import Stopped, sentence
from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.i18n import language

JUDGE_MEMORY = 4_000_000_000  # bytes of address space for a worker


class Graded(NamedTuple):
    """A class after grading: its lines, and where the table is."""

    lines: list[Line]
    table: Path


class Room:
    """The folder where a class is being graded: one file of findings an avatar."""

    def __init__(self, course: Course, assignment: str) -> None:
        self.folder = course.folder / "grading" / course.language / assignment
        self.folder.mkdir(parents=True, exist_ok=True)
        self._lock = (self.folder / ".lock").open("w")
        try:
            fcntl.lockf(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self._lock.close()
            raise PoucetError(
                _("Une correction de {name} est déjà en cours : attendez qu’elle finisse.").format(
                    name=assignment
                )
            ) from None

    def __enter__(self) -> Room:
        return self

    def __exit__(self, *_error: object) -> None:
        self._lock.close()

    def findings(self, avatar: int, kind: str) -> dict[str, Any]:
        """Read what was found of an avatar's hand-in; empty if nothing was, or half."""
        try:
            found = json.loads(self.path(avatar, kind).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def path(self, avatar: int, kind: str) -> Path:
        """Give the file of an avatar's findings."""
        return self.folder / f"{avatar}.{kind}.json"


def grade_class(
    source: Path,
    assignment: str,
    folder: Path,
    *,
    shut: bool = True,
    seconds: float = running.CELL_SECONDS,
    workers: int | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Graded:
    """Grade all hand-ins of an assignment.

    Parameters
    ----------
    source : pathlib.Path
        The folder or the archive of the hand-ins.
    assignment : str
        ``"A2"``.
    folder : pathlib.Path
        The course: the folder of ``nbgrader_config.py``.
    shut : bool
        False runs pupils' code with the teacher's own rights.
    seconds : float
        The time of one cell.
    workers : int, optional
        How many hand-ins at a time; one a core if left out.
    progress : callable
        Called with what is done and what there is to do.

    Returns
    -------
    Graded
    """
    if shut and (reason := sandbox.why_not()):
        raise PoucetError(
            _(
                "Le code des élèves ne peut pas être enfermé ici : {reason}. Installez ce qui "
                "manque, ou relancez avec --no-sandbox sur un poste qui ne contient rien d’autre."
            ).format(reason=reason)
        )
    course = Course(folder)
    master = Master(course, assignment)
    with Room(course, assignment) as room:
        found = collect(source, assignment)
        ledger = Ledger(course, master)
        lines = [Line(f.rank, f.path, f.avatar, f.stop, list(f.remarks)) for f in found]
        basis = hashlib.sha256(
            f"{__version__} {language()} {seconds} {nbformat.writes(master.full)}".encode()
        )
        tasks = {}
        for one, line in zip(found, lines, strict=True):
            if one.avatar is None or one.stop:
                continue
            fingerprint = basis.copy()
            fingerprint.update(one.data)
            path = course.path("submitted", str(one.avatar), assignment) / f"{assignment}.ipynb"
            _keep(path, one)
            tasks[one.avatar] = (fingerprint.hexdigest(), path, line)
        todo = {
            avatar: (mark, path)
            for avatar, (mark, path, _line) in tasks.items()
            if room.findings(avatar, "found").get("fingerprint") != mark
        }
        total = len(tasks)
        done = total - len(todo)
        progress(done, total)
        for avatar, (mark, _path, line) in tasks.items():
            if avatar not in todo:
                _record(room, ledger, master, avatar, mark, line)
        for avatar in _all_done(room, master, todo, shut, seconds, workers):
            mark, _path, line = tasks[avatar]
            _record(room, ledger, master, avatar, mark, line)
            done += 1
            progress(done, total)
        for line in lines:
            if line.avatar is not None and line.stop:
                page = course.path("feedback", str(line.avatar), assignment)
                write(page / f"{assignment}.html", stop_page(line, assignment))
        table = room.folder / f"{assignment}.csv"
        questions = [n for n in master.order if master.cells[n].metadata.nbgrader.grade]
        write_table(lines, questions, table)
    return Graded(lines, table)


def _keep(path: Path, one: Found) -> None:
    """Keep a hand-in where nbgrader looks for it."""
    if path.exists() and path.read_bytes() == one.data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.part")
    aside.write_bytes(one.data)
    aside.replace(path)


def _all_done(
    room: Room,
    master: Master,
    todo: dict[int, tuple[str, Path]],
    shut: bool,
    seconds: float,
    workers: int | None,
) -> Iterator[int]:
    """Grade hand-ins side by side; one that brings its worker down is tried once more, alone."""
    left = dict(todo)
    most = workers or os.cpu_count() or 1
    for crowd in (most, 1):
        alone = crowd == 1 and most != 1
        batches = [[avatar] for avatar in left] if alone else [list(left)]
        for batch in batches:
            if not batch:
                continue
            with ProcessPoolExecutor(
                min(crowd, len(batch)), mp_context=get_context("fork"), initializer=_settle
            ) as pool:
                waiting = {
                    pool.submit(_find, room.path(a, "found"), master, a, *left[a], shut, seconds): a
                    for a in batch
                }
                for finished in as_completed(waiting):
                    avatar = waiting[finished]
                    try:
                        finished.result()
                    except BrokenProcessPool:
                        continue
                    del left[avatar]
                    yield avatar
        if most == 1:
            break
    for avatar, (mark, _path) in left.items():
        crash = {"fingerprint": "", "stop": "crashed", "mark": mark}
        write(room.path(avatar, "found"), json.dumps(crash))
        yield avatar


def _settle() -> None:
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    most = JUDGE_MEMORY if hard == resource.RLIM_INFINITY else min(JUDGE_MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def _find(
    target: Path,
    master: Master,
    avatar: int,
    mark: str,
    path: Path,
    shut: bool,
    seconds: float,
) -> None:
    """Grade one hand-in in this worker, and write what was found."""
    findings: dict[str, Any] = {"fingerprint": mark}
    place = Path(tempfile.mkdtemp(prefix="poucet-"))
    try:
        hand_in = read(path.read_bytes(), master, language())
        outcome = running.grade(hand_in, master, str(avatar), place, shut=shut, seconds=seconds)
        findings |= {"notebook": nbformat.writes(outcome.notebook), "remarks": outcome.remarks}
    except Stopped as verdict:
        findings["stop"] = verdict.code
    except Exception as error:  # the class goes on; a crash is not remembered as done
        findings = {"fingerprint": "", "stop": "crashed", "why": repr(error)[:500]}
    finally:
        shutil.rmtree(place, ignore_errors=True)
    write(target, json.dumps(findings))


def _record(room: Room, ledger: Ledger, master: Master, avatar: int, mark: str, line: Line) -> None:
    """Bring a hand-in's findings into the gradebook and its page, unless they are there already."""
    findings = room.findings(avatar, "found")
    line.remarks = sorted({*line.remarks, *findings.get("remarks", [])})
    if "notebook" not in findings:
        line.stop = findings.get("stop", "crashed")
        return
    recorded = room.findings(avatar, "recorded")
    line.marks = ledger.marks(str(avatar))
    if recorded.get("fingerprint") != mark or not line.marks:
        notebook = nbformat.reads(findings["notebook"], as_version=4)
        if line.remarks:
            told = "\n".join(f"- {sentence(code)}" for code in line.remarks)
            note = nbformat.v4.new_markdown_cell(_("**À la correction.**") + f"\n\n{told}")
            note["id"] = "remarks"
            notebook.cells.insert(0, note)
        ledger.save(str(avatar), notebook)
        line.marks = ledger.marks(str(avatar))
        recorded = {}
    shown = repr([sorted(line.marks.items()), ledger.comments(str(avatar)), line.remarks])
    if recorded.get("shown") != shown:
        ledger.feedback(str(avatar))
        told = json.dumps({"fingerprint": mark, "shown": shown})
        write(room.path(avatar, "recorded"), told)
