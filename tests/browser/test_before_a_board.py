"""The pages before a board: the password of a room, and the wait for a place.

One server gives both: it asks for a password and has one place.
"""

import re

import pytest
from browser import machine


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    command = ["show", "--lan", "--address", "127.0.0.1"]
    log = tmp_path_factory.mktemp("room") / "log"
    server = machine.Server(command, log, POUCET_MOST_VISITORS="1")
    server.wait("login")
    server.password = re.search(r"Mot de passe\s:\s(\S+)", server.log.read_text())[1]
    yield server
    assert server.stop() == [], "kernels left behind"
    assert "Traceback" not in server.log.read_text()


@pytest.fixture
def plain(axe, narrows, picture):
    """Check a page without a kernel: axe, the projector, 200 % zoom and a telephone."""

    def check(page, name):
        picture(page, name)
        assert axe(page) == {}
        assert page.evaluate("document.documentElement.scrollHeight") <= 720
        narrows(page)
        page.seen.errors.clear()  # the browser reports 401 and 503 itself

    return check


def enter(page, word):
    page.fill("#password", word)
    page.keyboard.press("Enter")


def test_who_comes_last_types_the_password_waits_and_comes_in(visit, room, plain):
    first = visit(room.address)
    plain(first, "password")
    enter(first, "not-it")
    first.wait_for_selector("[role=alert]")
    assert first.get_attribute("#password", "aria-describedby") == "trouble"
    plain(first, "password_wrong")
    enter(first, room.password)
    first.wait_for_selector(".poucet-lessons li")
    first.settle()
    last = visit(f"{room.address}?n=2&lang=fr")
    enter(last, room.password)
    last.wait_for_selector("h1:has-text('toutes les places')")
    plain(last, "wait_fr")
    last.goto(f"{room.address}?n=2&lang=en")
    assert last.get_attribute("html", "lang") == "en"
    plain(last, "wait_en")
    last.evaluate("window.here = true")
    with last.expect_response(lambda answer: "waiting" in answer.url) as asked:
        pass
    assert asked.value.status == 202
    assert last.evaluate("window.here"), "the page moved under its reader"
    first.goto("about:blank")  # the board is closed
    last.wait_for_selector(".poucet-reveal:has-text('Reveal')")
    last.settle()
