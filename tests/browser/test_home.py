"""The home page, and what the server answers to whoever asks for something else."""

import http.client
import os
import signal
from pathlib import Path

import pytest
from browser import machine

from poucet.apps.run import BOARDS


def test_the_home_page_lists_eight_lessons_and_opens_the_second(
    visit, boards, house_rules, narrows
):
    page = visit(boards.address)
    page.wait_for_selector(".poucet-lessons li")
    page.settle()
    assert page.locator(".poucet-lessons li").count() == 8
    assert page.locator(".poucet-lessons a").count() == len(BOARDS)
    house_rules(page, "home")
    narrows(page)
    page.click("text=English")
    page.wait_for_selector("html[lang=en]")
    page.settle()
    house_rules(page, "home", "en")
    page.click("text=Am I unique?")
    page.wait_for_selector(".poucet-reveal:has-text('Reveal')")
    page.settle()
    assert page.get_attribute("html", "lang") == "en"


def test_a_board_whose_kernel_is_killed_starts_again(open_board, boards, axe, tab_to):
    others = set(kernels(boards))
    page = open_board(2, "en")
    (killed,) = set(kernels(boards)) - others
    os.kill(killed, signal.SIGKILL)
    again = page.get_by_role("alert").get_by_role("button", name="Start again")
    again.wait_for()
    assert axe(page) == {}
    tab_to(page, ".poucet-stopped button")
    page.keyboard.press("Enter")
    again.wait_for(state="hidden")
    page.wait_for_selector(".poucet-main button >> visible=true")
    page.settle()
    page.click(".poucet-reveal")
    page.wait_for_selector(".poucet-damage")
    assert all("403" in error for error in page.seen.errors), page.seen.errors
    page.seen.errors.clear()  # the page that was left asked to end a kernel that was no more


def kernels(server):
    """Give the processes of the boards that are open: all are forked from one."""
    children = machine.descendants(server.process.pid)
    return [pid for pid in children if b"poucet.voila.warm" in command(pid)][1:]


def command(pid):
    return Path(f"/proc/{pid}/cmdline").read_bytes()


def test_a_page_that_is_not_there_says_so(visit, boards):
    page = visit(boards.address + "nothing-here")
    assert "n’existe pas" in page.inner_text("h1")
    page.seen.errors.clear()  # the browser reports the 404 itself


def test_the_source_of_a_board_cannot_be_read(visit, boards):
    page = visit(boards.address)
    answer = page.request.get(boards.address + "voila/files/poucet.ipynb")
    assert answer.status in (403, 404)


def asks(server, path, **headers):
    """Send a request as no browser would; give the status."""
    line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    try:
        line.request("GET", path, headers=headers)
        return line.getresponse().status
    finally:
        line.close()


def test_a_site_that_points_its_name_at_this_machine_is_refused(boards):
    host = f"evil.example:{boards.port}"
    kernel = "00000000-0000-0000-0000-000000000000"
    socket = {"Upgrade": "websocket", "Connection": "Upgrade", "Origin": f"http://{host}"}
    assert asks(boards, "/", Host=host) == 403
    for path in (f"/voila/query/{kernel}", f"/api/kernels/{kernel}/channels"):
        assert asks(boards, path, Host=host, **socket) == 403
    assert asks(boards, "/nothing-here", Host=f"localhost:{boards.port}") == 404


@pytest.mark.parametrize(
    "path",
    [
        "templates/lab/static/../../x",
        "templates/lab/static/../../../../../etc/passwd",
        "templates/..",
        "templates/lab/static/",
        "templates/lab/static/%00",
        "templates/x/static/y",
        "labextensions/../../x",
        "api/themes/../x",
    ],
)
def test_a_crooked_path_is_one_that_does_not_exist(boards, path):
    assert asks(boards, f"/voila/{path}") == 404
    assert "Traceback" not in boards.log.read_text()


def test_the_address_stops_cleanly(tmp_path, boards):
    server = type(boards)(["show"], tmp_path / "log")
    server.wait("nothing-here")
    assert server.stop(signal.SIGTERM) == []
    assert "Traceback" not in server.log.read_text()
    assert f"127.0.0.1:{server.port}" in server.log.read_text()
