"""A class larger than the machine: the last to come wait, and the boards already open stay."""

import by_hand
import pytest
from browser.machine import Server, descendants

from poucet.errors import PoucetError
from poucet.voila import places

GIGABYTE = 10**9


def test_a_page_keeps_its_place_while_its_kernel_starts_and_lives():
    room, alive = places.Places(1), {"k"}
    assert room.reserve("page", alive)
    assert not room.reserve("other page", alive)
    room.take("page", "k")
    room.leave("page")
    assert not room.reserve("other page", alive)
    alive.clear()
    assert room.reserve("other page", alive)


def test_a_kernel_that_never_started_gives_its_place_back():
    room = places.Places(1)
    assert room.reserve("page", ())
    room.leave("page")
    assert room.reserve("other page", ())


@pytest.mark.parametrize("forked", [True, False])
def test_a_machine_lets_in_what_its_memory_holds(forked, monkeypatch):
    monkeypatch.delenv(places.VARIABLE, raising=False)
    weights = [places.most_visitors(forked, size * GIGABYTE // 2) for size in range(400)]
    assert weights == sorted(weights)
    assert (weights[0], weights[-1]) == (places.FEWEST, places.MOST)
    assert places.most_visitors(True, 4 * GIGABYTE) == 40
    assert places.most_visitors(True, 2 * GIGABYTE) > places.most_visitors(False, 2 * GIGABYTE)
    assert places.most_visitors(forked) in range(places.FEWEST, places.MOST + 1)


def test_the_teacher_chooses_or_is_told_how(monkeypatch):
    monkeypatch.setenv(places.VARIABLE, "200")
    assert places.most_visitors(True) == 200
    for wrong in ("0", "-3", "many"):
        monkeypatch.setenv(places.VARIABLE, wrong)
        with pytest.raises(PoucetError, match=f"{places.VARIABLE}.*{wrong}"):
            places.most_visitors(True)


@pytest.fixture
def narrow(tmp_path):
    """Serve one visitor at a time."""
    server = Server(["show"], tmp_path / "log", **{places.VARIABLE: "1"})
    server.wait("nothing-here")
    yield server
    assert server.stop() == [], "kernels left behind"
    log = server.log.read_text()
    assert "Traceback" not in log
    assert "503" not in log, "a line for each try of those who wait"


def test_one_visitor_too_many_waits_and_comes_in_when_another_leaves(narrow):
    first = by_hand.Visitor(narrow.port, "n=1&lang=fr")
    processes = descendants(narrow.process.pid)
    for query, lang, said in (
        ("n=1&lang=fr", "fr", "toutes les places sont prises"),
        ("n=2&lang=en", "en", "every place is taken"),
        ("n=2&lang=%22%3E%FF", "fr", "toutes les places sont prises"),
    ):
        told = by_hand.ask(narrow.port, f"/?{query}")
        assert told.status == 503
        assert dict(told.headers)["Retry-After"] == str(places.SECONDS)
        assert f'<html lang="{lang}">' in told.text
        assert said in told.text
        assert by_hand.ask(narrow.port, f"/?{query}&waiting=").status == 202
    assert descendants(narrow.process.pid) == processes, "a kernel for who waits"
    leaving = {"Cookie": first.cookie, "X-XSRFToken": first.cookies["_xsrf"]}
    left = by_hand.ask(narrow.port, f"/voila/api/shutdown/{first.kernel}", "POST", "", **leaving)
    assert left.status == 204
    assert by_hand.ask(narrow.port, "/?n=1&lang=fr&waiting=").status == 204
    assert by_hand.Visitor(narrow.port, "n=1&lang=fr").kernel != first.kernel
