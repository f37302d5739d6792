"""Lesson 2 in JupyterLab: it opens, its cells run, the bet locks and reveals by keyboard alone."""

import re
import time
from pathlib import Path

import nbformat
import pytest

pytestmark = pytest.mark.slow

LESSON = Path(__file__).resolve().parents[2] / "lessons" / "fr" / "02_suis-je-unique.ipynb"


@pytest.fixture(scope="module")
def lab(boards, tmp_path_factory):
    """Open the lessons as a pupil does; give the server and the address that it printed."""
    server = type(boards)(["open"], tmp_path_factory.mktemp("open") / "log")
    server.wait("api")
    end = time.monotonic() + 60
    while not (printed := re.search(r"http://\S+token=\w+", server.log.read_text())):
        assert time.monotonic() < end, server.log.read_text()
        time.sleep(0.2)
    yield server, printed.group()
    assert server.stop(seconds=10) == [], "kernels left behind"
    said = server.log.read_text().splitlines()
    assert said[1:] == ["Pour arrêter\u00a0: Ctrl-C."], "a word too many in the teacher's terminal"


def save_nothing(route):
    """Answer JupyterLab that it saved: a test must not write in the lessons."""
    request = route.request
    if request.method not in ("PUT", "POST", "PATCH"):
        route.continue_()
        return
    now = "2026-11-22T12:00:00Z"
    saved = {
        "name": LESSON.name,
        "path": LESSON.name,
        "type": "notebook",
        "created": now,
        "last_modified": now,
        "writable": True,
        "content": None,
        "format": None,
        "mimetype": None,
    }
    if "checkpoints" in request.url:
        saved = {"id": "checkpoint", "last_modified": now}
    route.fulfill(status=201 if request.method == "POST" else 200, json=saved)


def cells_to_the_first_bet():
    notebook = nbformat.read(LESSON, as_version=4)
    bets = [i for i, cell in enumerate(notebook.cells) if "predict(" in cell.source]
    return bets[0] + 1


def test_the_lesson_opens_and_the_bet_is_made_by_keyboard(visit, lab, picture):
    _server, address = lab
    before_bytes = LESSON.read_bytes()
    page = visit(
        address.replace("/lab?", f"/lab/tree/{LESSON.name}?"),
        routes=[("**/api/contents/**", save_nothing)],
    )
    page.wait_for_selector(".jp-Notebook h1:has-text('unique')")
    page.wait_for_selector(".jp-Notebook-ExecutionIndicator[data-status='idle']", state="attached")
    page.locator(".jp-Notebook .jp-Cell").first.click()
    handle = page.locator(".jp-OutputArea .noUi-handle")
    for _cell in range(cells_to_the_first_bet()):
        page.keyboard.press("Shift+Enter")
    handle.first.wait_for()
    page.settle()
    handle.first.focus()
    before = handle.first.get_attribute("aria-valuetext")
    for _step in range(4):
        page.keyboard.press("ArrowRight")
    assert handle.first.get_attribute("aria-valuetext") != before
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector(".jp-OutputArea :text('Pari verrouillé')")
    picture(page, "lab_lesson_2_fr")
    assert page.locator(".jp-OutputArea :text('La réponse')").count() == 0
    for _cell in ("the bet, as it was locked", "its answer"):
        page.keyboard.press("Shift+Enter")
    page.locator(".jp-OutputArea :text('La réponse')").first.wait_for()
    picture(page, "lab_lesson_2_revealed_fr")
    page.keyboard.press("Control+s")
    page.settle()
    assert LESSON.read_bytes() == before_bytes, "the test wrote in the lessons"
