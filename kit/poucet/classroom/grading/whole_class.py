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
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import nbformat

from poucet import __version__
from poucet.classroom.grading import sandbox, worker
from poucet.classroom.grading.collecting import Found, collect
from poucet.classroom.grading.gradebook import Ledger, write
from poucet.classroom.grading.master import Course, Master
from poucet.classroom.grading.patience import CELL, Limit
from poucet.classroom.grading.report import Line, stop_page, write_table
from poucet.classroom.grading.worker import Bench, Result, Task
from poucet.classroom.handout import LAST_AVATAR
from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.i18n import language


class Graded(NamedTuple):
    """A class after grading: its lines, and where the table is."""

    lines: list[Line]
    table: Path


class Room:
    """The folder where a class is being graded, by one command at a time."""

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


def grade_class(
    source: Path,
    assignment: str,
    folder: Path,
    *,
    shut: bool = True,
    limit: Limit = CELL,
    workers: int | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Graded:
    """Grade all hand-ins of an assignment.

    Those of an earlier run that this one does not bring keep their lines: a late pupil's hand-in
    comes alone, and the table stays the class's.

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
    limit : Limit
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
        bench = Bench(room.folder, master, Ledger(course, master), shut, limit)
        found = _with_earlier(collect(source, assignment), bench, course, assignment)
        lines = [Line(f.rank, f.path, f.avatar, f.stop, list(f.remarks)) for f in found]
        basis = hashlib.sha256(
            f"{__version__} {language()} {limit} {nbformat.writes(master.full)}".encode()
        )
        tasks = []
        for one in found:
            if one.avatar is None or one.stop:
                continue
            fingerprint = basis.copy()
            fingerprint.update(one.data)
            path = course.path("submitted", str(one.avatar), assignment) / f"{assignment}.ipynb"
            _keep(path, one)
            tasks.append(Task(one.avatar, path, fingerprint.hexdigest(), one.remarks))
        progress(0, len(tasks))
        by_avatar = {line.avatar: line for line in lines}
        for done, (avatar, result) in enumerate(_all_done(bench, tasks, workers), 1):
            line = by_avatar[avatar]
            line.marks, line.remarks, line.stop = result
            progress(done, len(tasks))
        for line in lines:
            if line.avatar is not None and line.stop:
                page = course.path("feedback", str(line.avatar), assignment)
                write(page / f"{assignment}.html", stop_page(line, assignment))
        table = room.folder / f"{assignment}.csv"
        questions = [n for n in master.order if master.cells[n].metadata.nbgrader.grade]
        write_table(lines, questions, table)
    return Graded(lines, table)


def _with_earlier(found: list[Found], bench: Bench, course: Course, assignment: str) -> list[Found]:
    """Put what was collected before among what comes now, in the order of the avatars."""
    now = {one.avatar for one in found}
    pupils = course.path("submitted", "0", assignment).parent.parent
    for path in pupils.glob(f"*/{assignment}/{assignment}.ipynb"):
        avatar = path.parent.parent.name
        if avatar.isdecimal() and int(avatar) not in now:
            remarks = bench.findings(int(avatar), "recorded").get("remarks", [])
            one = Found(0, "", path.read_bytes(), avatar=int(avatar), remarks=remarks)
            found.append(one)
    return sorted(found, key=lambda one: (one.avatar or LAST_AVATAR + 1, one.rank))


def _keep(path: Path, one: Found) -> None:
    """Keep a hand-in where nbgrader looks for it."""
    if path.exists() and path.read_bytes() == one.data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.part")
    aside.write_bytes(one.data)
    aside.replace(path)


def _all_done(bench: Bench, tasks: list[Task], workers: int | None) -> Iterator[tuple[int, Result]]:
    """Grade hand-ins side by side; one that brings its worker down is tried once more, alone."""
    left = {task.avatar: task for task in tasks}
    most = workers or os.cpu_count() or 1
    prepared = False
    for crowd in (most, 1):
        alone = crowd == 1 and most != 1
        batches = [[task] for task in left.values()] if alone else [list(left.values())]
        for batch in batches:
            if not batch:
                continue
            new = not all(map(bench.is_found, batch))
            with ProcessPoolExecutor(
                min(crowd, len(batch)), get_context("fork"), worker.begin, (bench, new)
            ) as pool:
                with bench.ledger.alone():  # the workers begin; their first marks wait for this
                    waiting = {pool.submit(worker.grade, task): task for task in batch}
                    if not prepared:
                        bench.ledger.prepare()
                        prepared = True
                for finished in as_completed(waiting):
                    avatar = waiting[finished].avatar
                    try:
                        result = finished.result()
                    except BrokenProcessPool:
                        continue
                    del left[avatar]
                    yield avatar, result
        if most == 1:
            break
    for task in left.values():
        crash = {"fingerprint": "", "stop": "crashed", "mark": task.mark}
        write(bench.path(task.avatar, "found"), json.dumps(crash))
        yield task.avatar, Result({}, task.remarks, "crashed")
