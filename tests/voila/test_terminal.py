"""What a teacher reads in the terminal: every fault, and nothing of the housekeeping."""

import logging

import pytest

from poucet.i18n import in_language
from poucet.voila.terminal import DEAD, RESTARTED, worth_saying


def said(message, *arguments):
    record = logging.LogRecord("server", logging.WARNING, "", 1, message, arguments, None)
    return record.getMessage() if worth_saying(record) else None


@pytest.mark.parametrize(
    "message",
    [
        "Notebook 02_suis-je-unique.ipynb is not trusted",
        "AsyncIOLoopKernelRestarter: restart failed",
        "kernel 0 restarted failed!",
        "Culling 'idle' kernel 'python3' (0) with 0 connections due to 31 seconds of inactivity.",
        "The websocket_ping_timeout (90000) cannot be longer than the websocket_ping_interval",
    ],
)
def test_the_housekeeping_is_left_out(message):
    assert said(message) is None


def test_the_end_of_a_kernel_is_told_in_the_teachers_language():
    assert said(DEAD, "0") == (
        "Le programme d’une page s’est arrêté\u00a0: cette page le dit à qui la lit."
    )
    with in_language("en"):
        assert said(RESTARTED, "0") == "A page’s program stopped, and started again."


def test_whatever_else_happens_shows():
    assert said("WebSocket ping timeout after %i ms.", 90001) is not None
    assert said("Could not open %s", "port") == "Could not open port"
