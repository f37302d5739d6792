"""A teacher's day with the kit, from the first lesson to the purge, by the guide's own commands.

The kit opens, three boards are shown, cards are printed; A2 and A4 go out, a class of twelve hands
them in as classes do, they are graded, marked, given back and purged. Success: each pupil has the
marks that were earned on a page of one's own, and in the end nothing of the class is left.
"""

import csv
import datetime
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from assignments.paper import ROOT
from classroom.twelve_pupils import (
    BROKEN,
    EMPTY,
    FIRST_QUESTION_ONLY,
    GIVEN_OUT,
    NAMES,
    OTHER,
    SECRET,
    TWICE,
    TYPED,
    hand_in,
)

from poucet.classroom.grading import sandbox

pytestmark = pytest.mark.slow

GUIDE = (ROOT / "assignments" / "guide" / "guide.fr.md").read_text(encoding="utf-8")
LESSON = ROOT / "lessons" / "fr" / "02_suis-je-unique.ipynb"
WORDS = "Bel exemple."  # the teacher's
MARK = """
import sys
from nbgrader.api import Gradebook
with Gradebook("sqlite:///" + sys.argv[1], "poucet-fr") as book:
    grade = book.find_grade("q5", "A2", "A2", sys.argv[2])
    grade.manual_score, grade.needs_manual_grade = 3.5, False
    book.find_comment("q5", "A2", "A2", sys.argv[2]).manual_comment = sys.argv[3]
    book.db.commit()
"""


@pytest.fixture
def desk(tmp_path):
    """The teacher's desk: a copy of the course, an own home, and a terminal in it."""
    for name in ("kit", "home", "temporary"):
        (tmp_path / name).mkdir()
    made = shutil.ignore_patterns(
        *("release", "submitted", "autograded", "feedback", "grading", "*.db", ".*", "__pycache__")
    )
    course = Path(shutil.copytree(ROOT / "assignments", tmp_path / "kit/assignments", ignore=made))
    known = {name: value for name, value in os.environ.items() if name != "POUCET_LANG"}
    environment = known | {
        "HOME": str(tmp_path / "home"),
        "TMPDIR": str(tmp_path / "temporary"),
        # what `source .venv/bin/activate` does
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
    }

    def types(commands, status=0):
        done = subprocess.run(
            ["sh", "-e", "-c", commands],
            cwd=tmp_path / "kit",
            env=environment,
            capture_output=True,
            text=True,
            timeout=600,
        )
        assert done.returncode == status, done.stdout + done.stderr
        return done.stdout

    return SimpleNamespace(folder=tmp_path, course=course, types=types)


def told(section, assignment="A2"):
    """Give the commands of a section of the guide, on the copied course."""
    [body] = re.findall(rf"\n## {section}\. .*?(?=\n## |\Z)", GUIDE, re.DOTALL)
    commands = re.search(r"```sh\n(.*?)```", body, re.DOTALL)[1].replace("A2", assignment)
    commands = commands.replace("copies.zip", f"copies-{assignment}.zip")
    shut = "" if sandbox.why_not() is None else " --no-sandbox"
    commands = re.sub(r"(?m)^poucet .*", r"\g<0> --course assignments", commands)
    return re.sub(r"(?m)^poucet grade .*", rf"\g<0>{shut}", commands)


def test_a_teaching_day(desk, boards, visit, open_board):
    the_kit_opens_on_lesson_2(desk, boards, visit)
    three_boards_are_shown(open_board)
    cards_are_printed(desk)
    for assignment in GIVEN_OUT:
        desk.types(told(2, assignment))
    morning = kept(desk)
    for assignment in GIVEN_OUT:
        earned = the_class_hands_in(desk, assignment)
        said = desk.types(told(4, assignment), status=1)  # some have no mark
        each_has_what_was_earned(desk, assignment, earned, said)
        each_page_is_of_one_pupil(desk, assignment, earned)
    desk.types(f"python -W ignore -c '{MARK}' assignments/gradebook_fr.db 3 '{WORDS}'")
    said = desk.types(told(6), status=1)
    the_teachers_mark_is_in(desk, said)
    all_is_purged(desk, morning)


def the_kit_opens_on_lesson_2(desk, boards, visit):
    before = LESSON.read_bytes()
    server = type(boards)(["open"], desk.folder / "open.log")
    server.wait("api")
    end = time.monotonic() + 60
    while not (printed := re.search(r"http://\S+token=\w+", server.log.read_text())):
        assert time.monotonic() < end, server.log.read_text()
        time.sleep(0.2)
    page = visit(printed.group())
    page.locator(".jp-DirListing-item", has_text=LESSON.name).dblclick()
    page.wait_for_selector(".jp-Notebook h1:has-text('unique')")
    page.wait_for_selector(".jp-Notebook-ExecutionIndicator[data-status='idle']", state="attached")
    leave(page)
    assert server.stop() == [], "kernels left behind"
    assert LESSON.read_bytes() == before, "the test wrote in the lessons"


def leave(page):
    """Close a page before its server stops, after what `visit` would check of it in the end."""
    assert page.seen.errors == []
    here = re.compile(r"(data|blob|about):|\w+://127\.0\.0\.1:")
    assert [url for url in page.seen.requests if not here.match(url)] == []
    page.close()


def three_boards_are_shown(open_board):
    for n, bet in ((1, "6"), (2, "40"), (4, "300")):
        page = open_board(n)
        assert page.locator(".poucet-damage").count() == 0
        page.locator(".poucet-bet input >> visible=true").first.fill(bet)
        page.keyboard.press("Enter")
        page.locator(".poucet-reveal >> visible=true").first.click()
        page.wait_for_selector(".poucet-damage")
        page.settle()
        assert f"La classe avait parié {bet}." in page.inner_text(".poucet-main")
        leave(page)


def cards_are_printed(desk):
    [printed] = desk.types("poucet cards --lesson 2 --lang fr").split()
    assert (desk.folder / "kit" / printed).read_bytes().startswith(b"%PDF-")


def the_class_hands_in(desk, assignment):
    path = desk.folder / "kit" / f"copies-{assignment}.zip"
    return hand_in(desk.course / "release" / "fr", assignment, path)


def table(desk, assignment):
    """Give the lines of the table of marks, by avatar."""
    path = desk.course / "grading" / "fr" / assignment / f"{assignment}.csv"
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    return {line["avatar"]: line for line in csv.DictReader(lines, delimiter=";")}


def french(number):
    return f"{number:g}".replace(".", ",")


def each_has_what_was_earned(desk, assignment, earned, said):
    lines = table(desk, assignment)
    assert len(lines) == 12 and f"assignments/grading/fr/{assignment}/{assignment}.csv" in said
    totals = {avatar: lines[str(avatar)]["total"] for avatar in earned}
    assert totals == {
        avatar: "" if points is None else french(points) for avatar, points in earned.items()
    }
    for avatar, points in earned.items():
        start = "✗ avatar {} · " if points is None else "✓ avatar {} · {:.1f} · "
        assert start.format(avatar, points).replace(".", ",") in said
    happened = {avatar: lines[str(avatar)]["ce qui s’est passé"] for avatar in earned}
    assert "vide" in happened[EMPTY] and "pas le carnet de ce devoir" in happened[OTHER]
    assert ("mis fin à" if assignment == "A2" else "coupé") in happened[BROKEN]
    assert "le plus récent" in happened[TWICE] and "a écrit dans son carnet" in happened[TYPED]
    [nobody] = lines.keys() - set(map(str, earned))
    assert "Aucun numéro d’avatar" in lines[nobody]["ce qui s’est passé"]
    assert "✗ NUÑEZ Itziar" in said and "NUÑEZ" not in str(lines)  # on the screen only
    waits = {avatar for avatar in earned if lines[str(avatar)]["reste à noter"] == "oui"}
    assert waits == {a for a, p in earned.items() if p} - {FIRST_QUESTION_ONLY}


def page_of(desk, avatar, assignment="A2"):
    path = desk.course / "feedback" / "fr" / str(avatar) / assignment / f"{assignment}.html"
    return path.read_text(encoding="utf-8").replace("\u00a0", " ")


def each_page_is_of_one_pupil(desk, assignment, earned):
    given = {path.parts[-3] for path in desk.course.glob(f"feedback/fr/*/{assignment}/*.html")}
    assert given == set(map(str, earned))
    for avatar, points in earned.items():
        page = page_of(desk, avatar, assignment)
        assert '<html lang="fr">' in page and f"avatar {avatar}<" in page
        assert "default-src 'none'" in page and "HIDDEN" not in page
        assert set(re.findall(rf"{SECRET}(\d+)", page)) <= {str(avatar)}
        assert set(re.findall(r"avatar (\d+)", page)) == {str(avatar)}
        assert (f"{french(points)} / 20" in page) if points is not None else (" / " not in page)


def the_teachers_mark_is_in(desk, said):
    assert "✓ avatar 3 · 19,5 · Corrigé." in said and "✓ avatar 5 · 15,0 · Corrigé." in said
    line = table(desk, "A2")["3"]
    assert (line["q5"], line["total"], line["reste à noter"]) == ("3,5", "19,5", "non")
    assert table(desk, "A2")["5"]["reste à noter"] == "oui"
    page = page_of(desk, 3)
    assert "19,5 / 20" in page and WORDS in page and f"{SECRET}3 " in page
    assert WORDS not in page_of(desk, 5)


def kept(desk):
    """Give what is on the teacher's disk, but for the archives: {path: bytes}."""
    files = (path for path in desk.folder.rglob("*") if path.is_file() and path.suffix != ".zip")
    return {str(path.relative_to(desk.folder)): path.read_bytes() for path in files}


def who_is_told_of(files):
    spelt = {
        word: {word.encode(), json.dumps(word)[1:-1].encode()} for word in (*NAMES, SECRET, WORDS)
    }
    return {
        (path, word)
        for path, data in files.items()
        for word, ways in spelt.items()
        if any(way in data for way in ways) or word in path
    }


def all_is_purged(desk, morning):
    evening = kept(desk)
    spoken = who_is_told_of(evening)
    assert {word for _path, word in spoken} == {SECRET, WORDS}  # and no name
    assert ("kit/assignments/gradebook_fr.db", WORDS) in spoken
    after = datetime.date.today() + datetime.timedelta(days=2)
    counts, deletes = told(7).replace("2027-07-01", str(after)).splitlines()
    would = desk.types(counts)
    assert would.startswith("22 copies, ") and "Rien n’est supprimé." in would
    assert kept(desk) == evening
    said, receipt = desk.types(deletes).splitlines()
    assert said in would
    left = kept(desk)
    assert who_is_told_of(left) == set()
    with sqlite3.connect(desk.course / "gradebook_fr.db") as book:
        assert book.execute("select count(*) from student").fetchone() == (0,)
    book.close()
    written = (desk.folder / "kit" / receipt).read_text(encoding="utf-8")
    assert said in written and not re.search(r"avatar|A2|A4", written)
    new = {path: data for path, data in left.items() if morning.get(path) != data}
    assert {Path(path).name for path, data in new.items() if data} == {
        Path(receipt).name,
        "gradebook_fr.db",
    }
    assert morning.keys() <= left.keys(), "the course itself was deleted"
