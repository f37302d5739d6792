"""A board's line to its kernel stays open as long as somebody is there."""

import asyncio
import logging
from types import SimpleNamespace

import pytest
from tornado.ioloop import IOLoop

from poucet.voila.doors import Channels


class Line(Channels):
    """A line without a server: it notes what it is told to do."""

    def __init__(self):
        self.application = SimpleNamespace(settings={})
        self.ws_connection = SimpleNamespace(client_terminated=False)
        self.done = []

    log = logging.getLogger("line")

    def ping(self, data):
        self.done.append("ping")

    def close(self, code=None, reason=None):
        self.done.append("close")


def test_before_it_opens_tornado_finds_nothing_to_complain_of():
    line = Line()
    assert line.ping_timeout <= line.ping_interval


@pytest.mark.parametrize(("silent", "does"), [(30.01, "ping"), (60.01, "ping"), (120.01, "close")])
def test_a_line_is_closed_after_three_pings_without_an_answer_not_at_its_first(silent, does):
    async def ticking():
        line = Line()
        line.ping_callback = SimpleNamespace(stop=lambda: None)
        now = IOLoop.current().time()
        line.last_pong, line.last_ping = now - silent, now - 30
        line.send_ping()
        return line.done

    assert asyncio.run(ticking()) == [does]
