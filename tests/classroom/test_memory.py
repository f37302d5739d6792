import sys
from pathlib import Path

import IPython
import pytest
from IPython.core.events import EventManager, available_events

from poucet.classroom import memory

KILOBYTES = "VmRSS:"


def resident():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(KILOBYTES)) * 1024


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc keeps what is freed")
def test_what_was_freed_is_given_back():
    # each below the size that is given back by itself; the last one keeps the others’ place
    blocks = [bytearray(b"x" * 100_000) for _ in range(1000)]
    last = blocks.pop()
    blocks.clear()
    before = resident()
    memory.give_back()
    assert before - resident() > 50_000_000
    assert last


class Shell:
    def __init__(self):
        self.events = EventManager(self, available_events)


def test_a_notebook_gives_back_after_each_cell_once(monkeypatch):
    shell, given = Shell(), []
    monkeypatch.setattr(IPython, "get_ipython", lambda: shell)
    monkeypatch.setattr(memory, "give_back", given.append)
    memory.give_back_after_each_cell()
    memory.give_back_after_each_cell()
    shell.events.trigger("post_run_cell", "the cell that has ended")
    assert len(given) == 1


def test_a_program_is_left_alone(monkeypatch):
    monkeypatch.setattr(IPython, "get_ipython", lambda: None)
    memory.give_back_after_each_cell()
