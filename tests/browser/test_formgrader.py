"""A teacher marks the written answer in the formgrader: the mark and the words reach the pupil."""

import re
import sqlite3
import subprocess
import sys
import time
from types import SimpleNamespace

import pytest
from assignments.paper import by_name, solved, with_added
from classroom.grading import broken
from classroom.grading.conftest import new_course

from poucet.classroom.grading import sandbox

pytestmark = pytest.mark.slow

ANSWER = "Non : la classe suffit au service. **98 élèves** seraient seuls."
# What a pupil could write to reach the teacher's machine, or to be told when it is read.
HOSTILE = (
    '<script>window.STOLEN = 1</script><img src="http://192.0.2.1/a.png" onerror="STOLEN = 1">'
    "![vu](http://192.0.2.1/b.png) [lien](javascript:window.STOLEN=1)"
)
SHOWS_IT = f"from IPython.display import HTML, display\ndisplay(HTML({HOSTILE!r}))"


def grade(course):
    shut = [] if sandbox.why_not() is None else ["--no-sandbox"]
    command = ["grade", "A2", course.hand_ins, "--course", course.folder, "--lang", "fr", *shut]
    done = subprocess.run(
        [sys.executable, "-m", "poucet.cli", *map(str, command)], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """Three hand-ins graded by the command: a good one, a hostile one, one with little in it."""
    folder = tmp_path_factory.mktemp("marking")
    course = SimpleNamespace(hand_ins=folder / "copies", folder=new_course(folder))
    good, hostile = solved("A2", "fr", 7), with_added(broken.light(8), {"q2": SHOWS_IT})
    by_name(good)["q5"].source, by_name(hostile)["q5"].source = ANSWER, HOSTILE
    course.hand_ins.mkdir()
    for avatar, notebook in ((7, good), (8, hostile), (12, broken.light(12))):
        (course.hand_ins / f"A2_{avatar}.ipynb").write_bytes(broken.text(notebook))
    grade(course)
    return course


@pytest.fixture(scope="module")
def marking(course, boards, tmp_path_factory):
    """Open the hand-ins as a teacher does; give the server and the address that it printed."""
    command = ["mark", "A2", f"--course={course.folder}", "--lang=fr"]
    server = type(boards)(command, tmp_path_factory.mktemp("mark") / "log")
    server.wait("api")
    end = time.monotonic() + 60
    while not (printed := re.search(r"http://\S+token=\w+", server.log.read_text())):
        assert time.monotonic() < end, server.log.read_text()
        time.sleep(0.2)
    yield SimpleNamespace(address=server.address, first=printed.group())
    assert server.stop() == [], "kernels left behind"


def addresses(page):
    """Give what the page would fetch, or lead to, outside."""
    return page.evaluate(
        """() => [...document.querySelectorAll("[src], [href]")].map(one => one.src || one.href)
             .filter(url => /^http/.test(url) && !url.startsWith(location.origin))"""
    )


def kept(course):
    with sqlite3.connect(course.folder / "gradebook_fr.db") as book:
        marks = book.execute("select manual_score from grade where manual_score is not null")
        words = book.execute("select manual_comment from comment where manual_comment is not null")
        found = marks.fetchall(), words.fetchall()
    book.close()
    return found


def test_a_mark_and_a_comment_reach_the_pupils_page(visit, marking, course, picture):
    page = visit(marking.first)
    page.get_by_role("link", name="7", exact=False).wait_for()
    assert sorted(page.locator("a.name-shown").all_inner_texts()) == ["12", "7", "8"]
    assert addresses(page) == []
    picture(page, "formgrader_list_fr")
    page.locator("a.name-shown", has_text=re.compile("^7$")).click()
    # the page writes what is in the gradebook into its fields first, then listens to them
    page.locator("#q5_extra_credit[placeholder]").wait_for()
    page.locator("#q5-comment[placeholder]").wait_for()
    mark, words = page.locator("#q5"), page.locator("#q5-comment")
    assert addresses(page) == []
    for field, typed, kind in ((mark, "3.5", "grade"), (words, "Argument **clair**.", "comment")):
        field.fill(typed)
        with page.expect_response(lambda answer, kind=kind: f"/api/{kind}/" in answer.url) as done:
            field.press("Escape")  # leaves the field, which saves it
        assert done.value.ok
    page.settle()
    picture(page, "formgrader_written_fr")
    assert kept(course) == ([(3.5,)], [("Argument **clair**.",)])
    grade(course)
    feedback = course.folder / "feedback" / "fr" / "7" / "A2" / "A2.html"
    page.set_content(feedback.read_text(encoding="utf-8"))
    page.settle()
    picture(page, "feedback_fr")
    assert page.inner_text(".total").replace("\u00a0", " ") == "19,5 / 20"
    assert "Argument clair." in page.inner_text("#q5")


def test_what_a_pupil_wrote_runs_nothing_and_fetches_nothing(visit, marking):
    page = visit(marking.first)
    page.locator("a.name-shown", has_text=re.compile("^8$")).click()
    page.locator("#q5-comment").wait_for()
    page.settle()
    assert page.evaluate("window.STOLEN") is None
    assert "<script>window.STOLEN" in page.inner_text(".nbgrader_cell:has(#q5)")  # as text
    assert page.locator("a[href^=javascript]").count() == 0
    # a picture in an output is what the browser itself refuses, and says so
    refused = [error for error in page.seen.errors if "Content Security Policy" in error]
    assert refused == page.seen.errors and len(refused) <= 1
    page.seen.errors.clear()


def test_jupyterlabs_menu_opens_it_too_without_a_button_that_runs_code(visit, marking):
    page = visit(marking.first)
    page.goto(marking.address + "lab")
    page.get_by_role("menuitem", name="Nbgrader").click()
    page.get_by_role("menuitem", name="Formgrader", exact=True).click()
    pages = page.frame_locator("iframe[src*=formgrader]")
    pages.get_by_role("link", name="A2").wait_for()
    assert pages.get_by_text(re.compile("Manage|autograde|documentation")).count() == 0
