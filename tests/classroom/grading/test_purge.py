"""Nothing of what is older is left, nothing of what is newer is touched, and a receipt says so."""

import datetime
import json
import os
import sqlite3

import pytest

from poucet.classroom.grading.gradebook import Ledger
from poucet.classroom.grading.master import Course, Master
from poucet.classroom.grading.purge import purge

pytestmark = pytest.mark.filterwarnings("ignore")  # nbgrader's dependencies warn of each other
DAY = datetime.date(2027, 7, 1)
OLD = 7, 8
NEW = 9


@pytest.fixture
def folder(ready_course):
    folder = ready_course
    course = Course(folder)
    master = Master(course, "A2")
    ledger = Ledger(course, master)
    for avatar in (*OLD, NEW):
        ledger.save(str(avatar), master.stubbed.copy())
        for place in (
            f"submitted/fr/{avatar}/A2/A2.ipynb",
            f"feedback/fr/{avatar}/A2/A2.html",
            f"grading/fr/A2/{avatar}.found.json",
        ):
            path = folder / place
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps({"whose": f"only avatar {avatar}"}), encoding="utf-8")
        day = DAY if avatar == NEW else DAY - datetime.timedelta(days=1)
        noon = datetime.datetime.combine(day, datetime.time(12)).timestamp()
        os.utime(folder / f"submitted/fr/{avatar}/A2/A2.ipynb", (noon, noon))
    return folder


def kept(folder):
    return {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}


def students(folder):
    with sqlite3.connect(folder / "gradebook_fr.db") as book:
        rows = book.execute("select id from student order by id").fetchall()
    book.close()
    return [student for (student,) in rows]


def test_a_dry_run_deletes_nothing(folder):
    before = kept(folder)
    said, receipt = purge(folder, DAY, really=False)
    assert said == "2 copies, 8 fichiers" and receipt is None
    assert kept(folder) == before and students(folder) == ["7", "8", "9"]


def test_what_is_older_goes_and_what_is_newer_stays(folder):
    before = kept(folder)
    said, receipt = purge(folder, DAY, really=True)
    gone = before - kept(folder)
    assert {path.parts[2] for path in gone if path.parts[0] != "grading"} == {"7", "8"}
    assert len(gone) == 8
    assert students(folder) == ["9"]
    for path in kept(folder):
        assert not [n for n in OLD if f"only avatar {n}".encode() in (folder / path).read_bytes()]
    assert said in receipt.read_text(encoding="utf-8")
    assert purge(folder, DAY, really=True) == ("0 copie, 0 fichiers", None)


@pytest.mark.parametrize(("day", "stays"), [(DAY, True), (DAY - datetime.timedelta(1), False)])
def test_the_page_of_a_hand_in_that_could_not_be_read_goes_too(folder, day, stays):
    page = folder / "feedback/fr/5/A2/A2.html"
    page.parent.mkdir(parents=True)
    page.write_text("Le fichier est vide.", encoding="utf-8")
    noon = datetime.datetime.combine(day, datetime.time(12)).timestamp()
    os.utime(page, (noon, noon))
    purge(folder, DAY, really=True)
    assert page.exists() is stays and page.parents[1].exists() is stays


def test_nothing_of_a_deleted_row_is_left_in_the_file(folder):
    """SQLite may leave what was erased in its free pages, unless it was built to do otherwise."""
    path = folder / "gradebook_fr.db"
    book = sqlite3.connect(path)
    book.execute("pragma secure_delete = off")
    written = "Élodie, of avatar seven", "an argument of avatar seven"
    for name, words in (written, (None, None)):
        book.execute("update student set first_name = ? where id = '7'", (name,))
        book.execute("update comment set manual_comment = ?", (words,))
        book.commit()
    book.close()
    assert all(text.encode() in path.read_bytes() for text in written)  # erased, and still there
    purge(folder, DAY, really=True)
    assert not [text for text in written if text.encode() in path.read_bytes()]
    assert students(folder) == ["9"]
