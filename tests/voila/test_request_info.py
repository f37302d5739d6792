import pytest
from voila.request_info_handler import RequestInfoSocketHandler

from poucet.voila.request_info import RequestInfo


class Line(RequestInfo):
    """A connection without a network: it keeps what it is sent, or breaks."""

    def __init__(self, broken=False):
        self.sent, self.broken = [], broken

    def write_message(self, message, binary=False):
        if self.broken:
            raise ConnectionError
        self.sent.append(message)


@pytest.fixture(autouse=True)
def nobody_waits(monkeypatch):
    monkeypatch.setattr(RequestInfoSocketHandler, "_waiters", {})
    monkeypatch.setattr(RequestInfoSocketHandler, "_cache", {})


def test_a_kernel_that_waits_is_told():
    line = Line()
    line.open("a")
    RequestInfo.send_updates({"kernel_id": "a", "payload": {"n": 2}})
    assert line.sent == [{"n": 2}]


def test_a_kernel_that_comes_late_or_comes_back_is_told():
    broken = Line(broken=True)
    broken.open("a")
    RequestInfo.send_updates({"kernel_id": "a", "payload": {"n": 2}})
    again = Line()
    again.open("a")
    assert again.sent == [{"n": 2}]


def test_an_old_line_that_closes_cuts_no_other():
    old, new, other = Line(), Line(), Line()
    old.open("a")
    new.open("a")
    other.open("b")
    old.on_close()
    RequestInfo.send_updates({"kernel_id": "a", "payload": 1})
    RequestInfo.send_updates({"kernel_id": "b", "payload": 2})
    assert (new.sent, other.sent) == ([1], [2])
