"""Deletes what a class handed in before a date: copies, graded notebooks, pages and marks.

A school keeps pupils' work no longer than it needs it. Success: nothing of those hand-ins is left
in the course, in both languages, nor in the free pages of the gradebook; a receipt says how much
was deleted, and of nobody in particular. The date of a hand-in is the day it was collected.
"""

from __future__ import annotations

import datetime
import shutil
import sqlite3
from pathlib import Path
from typing import NamedTuple

from nbgrader.api import Gradebook, MissingEntry

from poucet.classroom.grading.gradebook import write
from poucet.classroom.grading.master import Course
from poucet.i18n import LANGUAGES, in_language, ngettext
from poucet.i18n import gettext as _


class Old(NamedTuple):
    """One hand-in of before the date, and everything kept of it."""

    language: str
    assignment: str
    avatar: str
    paths: list[Path]


def older(folder: Path, before: datetime.date) -> list[Old]:
    """Find the hand-ins collected before a day.

    Parameters
    ----------
    folder : pathlib.Path
        The course: the folder of ``nbgrader_config.py``.
    before : datetime.date
        The first day that is kept, in the machine's own time.

    Returns
    -------
    list of Old
        In the order of their paths.
    """
    found = []
    for code in LANGUAGES:
        # a hand-in that could not be read has a page, and nothing else
        steps = ("submitted", "feedback")
        places = {
            (place.parent.name, place.name)
            for step in steps
            for place in (folder / step / code).glob("*/*")
            if place.is_dir()
        }
        for avatar, assignment in sorted(places):
            dated = (_latest(folder / step / code / avatar / assignment) for step in steps)
            latest = next((when for when in dated if when is not None), None)
            if latest is None or datetime.date.fromtimestamp(latest) >= before:
                continue
            room = folder / "grading" / code / assignment
            kept = [
                folder / step / code / avatar / assignment for step in ("autograded", "feedback")
            ]
            kept += [*room.glob(f"{avatar}.*.json"), *room.glob(f".{avatar}.*.part")]
            # the table of a class is made again from what is left
            kept += [room / f"{assignment}.csv", folder / "submitted" / code / avatar / assignment]
            found.append(Old(code, assignment, avatar, [path for path in kept if path.exists()]))
    return found


def _latest(place: Path) -> float | None:
    """Give the time of a folder's newest file; None if it holds none."""
    return max((path.stat().st_mtime for path in place.rglob("*") if path.is_file()), default=None)


def purge(folder: Path, before: datetime.date, *, really: bool) -> tuple[str, Path | None]:
    """Delete what is older than a day; without `really`, only say what that would be.

    Returns
    -------
    tuple of str and pathlib.Path
        A sentence, and the receipt if anything was deleted.
    """
    old = older(folder, before)
    files = {
        file
        for one in old
        for path in one.paths
        for file in (path.rglob("*") if path.is_dir() else [path])
        if file.is_file()
    }
    said = ngettext("{n} copie, {files} fichiers", "{n} copies, {files} fichiers", len(old)).format(
        n=len(old), files=len(files)
    )
    if not really or not old:
        return said, None
    for code in {one.language for one in old}:
        _from_gradebook(folder, code, [one for one in old if one.language == code])
    # a hand-in itself goes last: cut short, the purge finds the rest of it again
    for path in (path for one in old for path in one.paths):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    for one in old:
        for step in ("submitted", "autograded", "feedback"):
            pupil = folder / step / one.language / one.avatar
            if pupil.is_dir() and not any(pupil.iterdir()):
                pupil.rmdir()
    today = datetime.date.today()
    receipt = folder / "grading" / f"purge-{today.isoformat()}-{before.isoformat()}.txt"
    lines = [
        _("Reçu de suppression"),
        today.isoformat(),
        _("Copies rendues avant le {date} : {said}.").format(date=before.isoformat(), said=said),
    ]
    write(receipt, "\n".join(lines) + "\n")
    return said, receipt


def _from_gradebook(folder: Path, code: str, old: list[Old]) -> None:
    with in_language(code):
        course = Course(folder)
    address = course.gradebook.removeprefix("sqlite:///")
    if not Path(address).exists():
        return
    with Gradebook(course.gradebook, course.directory.course_id) as book:
        for one in old:
            try:
                book.remove_submission(one.assignment, one.avatar)
            except MissingEntry:
                continue
            if not book.find_student(one.avatar).submissions:
                book.remove_student(one.avatar)
    with sqlite3.connect(address) as database:
        database.isolation_level = None
        database.execute("pragma secure_delete = on")
        database.execute("vacuum")  # deleted rows stay in the file until then
    database.close()
