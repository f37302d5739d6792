import asyncio
import socket
from queue import Empty

import pytest
from jupyter_client.channels import AsyncZMQSocketChannel

from poucet.checkout import root
from poucet.errors import PoucetError
from poucet.voila import server, wakeup
from poucet.voila.doors import ForeignHost

NOTEBOOK = root() / "lessons" / "dashboards" / "poucet.ipynb"


def test_a_busy_port_gives_way_to_the_next_one():
    with socket.socket() as door:
        door.bind((server.HOST, 0))
        door.listen()
        taken = door.getsockname()[1]
        assert taken < server._free_port(taken) < taken + server.PORTS_TRIED


def test_no_free_port_is_said_in_one_sentence(monkeypatch):
    monkeypatch.setattr(server, "PORTS_TRIED", 0)
    with pytest.raises(PoucetError, match="--port"):
        server._free_port(8866)


def test_only_the_cell_that_waits_for_a_visitor_may_last():
    import nbformat

    cells = nbformat.read(NOTEBOOK, as_version=4).cells
    assert [server._seconds(cell) for cell in cells] == [None, server.CELL_SECONDS]


def test_visitors_choose_neither_template_nor_theme_nor_files():
    settings = server.configuration(NOTEBOOK, 8866, "en")
    assert settings.Voila.ip == "127.0.0.1"
    assert settings.VoilaConfiguration.allow_template_override == "NO"
    assert settings.VoilaConfiguration.allow_theme_override == "NO"
    assert settings.VoilaConfiguration.file_allowlist == []
    assert settings.VoilaExporter.language_code == "en"


@pytest.mark.parametrize(
    ("host", "foreign"),
    [
        ("127.0.0.1:8866", False),
        ("LOCALHOST", False),
        ("evil.example:8866", True),
        ("127.0.0.1.evil.example", True),
        ("localhost.evil.example:80", True),
    ],
)
def test_only_this_machines_own_names_are_served(host, foreign):
    from tornado.httputil import HTTPHeaders, HTTPServerRequest, RequestStartLine

    line = RequestStartLine("GET", "/", "HTTP/1.1")
    request = HTTPServerRequest(start_line=line, headers=HTTPHeaders({"Host": host}))
    assert (ForeignHost(server.NAMES).match(request) is not None) == foreign


@pytest.mark.parametrize("page", sorted(server.TEMPLATE.iterdir()), ids=lambda page: page.name)
def test_no_page_of_ours_names_another_site(page):
    text = page.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
    assert "http" not in text.replace("http-equiv", "")
    assert "@import" not in text


def test_a_lost_wake_up_does_not_make_a_page_wait_for_ever(monkeypatch):
    naps = []

    async def asleep_twice(channel, timeout=None):
        naps.append(timeout)
        if len(naps) < 3:
            raise Empty
        return {"content": "reply"}

    monkeypatch.setattr(wakeup, "_get_msg", asleep_twice)
    monkeypatch.setattr(AsyncZMQSocketChannel, "get_msg", AsyncZMQSocketChannel.get_msg)
    wakeup.install()
    channel = object.__new__(AsyncZMQSocketChannel)
    assert asyncio.run(channel.get_msg()) == {"content": "reply"}
    assert naps == [wakeup.SECONDS] * 3


def test_a_wait_with_a_limit_keeps_it(monkeypatch):
    async def never(channel, timeout=None):
        raise Empty

    monkeypatch.setattr(wakeup, "_get_msg", never)
    monkeypatch.setattr(AsyncZMQSocketChannel, "get_msg", AsyncZMQSocketChannel.get_msg)
    wakeup.install()
    with pytest.raises(Empty):
        asyncio.run(object.__new__(AsyncZMQSocketChannel).get_msg(timeout=0.01))
