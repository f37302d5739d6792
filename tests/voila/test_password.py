import re
from urllib.parse import urlencode

import by_hand
import pytest
from browser.machine import Server
from websockets.exceptions import InvalidStatus

from poucet.errors import PoucetError
from poucet.voila import password

UNKNOWN = "00000000-0000-0000-0000-000000000000"


def test_a_password_is_drawn_anew_and_typed_as_it_is_read():
    first, second = password.draw(), password.draw()
    assert first != second
    assert password.same(first, first)
    assert not password.same(second, first)
    assert not password.same("", first)


def test_an_address_that_guesses_too_often_waits_and_no_other_does():
    now = [100.0]
    patience = password.Patience(lambda: now[0])
    for _guess in range(password.GUESSES):
        assert patience.wait("10.0.0.1") == 0
        patience.wrong("10.0.0.1")
        now[0] += 1
    assert patience.wait("10.0.0.1") == 55
    assert patience.wait("10.0.0.2") == 0
    now[0] += 56
    assert patience.wait("10.0.0.1") == 0


def test_a_machine_without_network_is_told_so(monkeypatch):
    class Nowhere:
        def __init__(self, *kind):
            raise OSError

    monkeypatch.setattr(password.socket, "socket", Nowhere)
    with pytest.raises(PoucetError, match="--address"):
        password.own_address()


@pytest.fixture(scope="module")
def classroom(tmp_path_factory):
    command = ["show", "--lan", "--address", "127.0.0.1"]
    server = Server(command, tmp_path_factory.mktemp("lan") / "log")
    try:
        server.wait("login")
        server.password = re.search(r"Mot de passe\s:\s(\S+)", server.log.read_text())[1]
        yield server
    finally:
        assert server.stop() == []
    assert "Traceback" not in server.log.read_text()


def typed(server, word, **more):
    """Type a word on the page for it; give the answer and the cookies held by then."""
    page = by_hand.ask(server.port, "/login")
    cookies = by_hand.cookies(page)
    form = urlencode({"password": word, "_xsrf": cookies["_xsrf"], **more})
    kind = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Origin": f"http://127.0.0.1:{server.port}",  # as a browser says it
    }
    answer = by_hand.ask(server.port, "/login", "POST", form, Cookie=by_hand.sent(cookies), **kind)
    return answer, cookies | by_hand.cookies(answer)


def test_the_screen_says_what_the_class_needs(classroom):
    said = classroom.log.read_text()
    assert f"http://127.0.0.1:{classroom.port}/" in said
    assert "Rien n’est chiffré" in said


@pytest.mark.parametrize("path", ["/?n=1", "/?n=1&token={}", f"/api/kernels/{UNKNOWN}"])
def test_nothing_is_served_before_the_password(classroom, path):
    answer = by_hand.ask(classroom.port, path.format(classroom.password))
    assert answer.status in (302, 403)
    assert "kernelId" not in answer.text


def test_the_password_is_taken_from_nowhere_else(classroom):
    for header in ("token", "Bearer"):
        word = f"{header} {classroom.password}"
        assert by_hand.ask(classroom.port, "/?n=1", Authorization=word).status == 302
    page = f"ws://127.0.0.1:{classroom.port}/api/kernels/{UNKNOWN}/channels?session_id=x"
    with pytest.raises(InvalidStatus), by_hand.connect(f"{page}&token={classroom.password}"):
        pass


def test_the_page_for_the_password_asks_in_both_languages(classroom):
    page = by_hand.ask(classroom.port, "/login").text
    assert "Mot de passe" in page
    assert 'lang="en"' in page
    assert classroom.password not in page
    assert "<script" not in page


def test_the_password_opens_the_boards_and_leads_nowhere_else(classroom):
    answer, cookies = typed(classroom, classroom.password.upper(), next="//evil.example/")
    assert answer.status == 302
    assert dict(answer.headers)["Location"] == "/"
    page = by_hand.ask(classroom.port, "/?n=1", Cookie=by_hand.sent(cookies))
    assert page.status == 200
    assert "kernelId" in page.text
    assert classroom.password not in page.text


def test_after_wrong_guesses_even_the_right_word_waits(classroom):
    for _guess in range(password.GUESSES):
        answer, _cookies = typed(classroom, "wrong")
        assert answer.status == 401
        assert "Ce n’est pas le mot de passe" in answer.text
    answer, _cookies = typed(classroom, classroom.password)
    assert answer.status == 429
    assert 0 < int(dict(answer.headers)["Retry-After"]) <= password.SECONDS
