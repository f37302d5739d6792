"""The program inside the sandbox: it runs a pupil's cells as a notebook would, and no test.

It holds the pupil's copy and the kit, nothing else. The judge outside says what to run, fetches
values, puts right answers in place, and calls functions. Success: outputs as a notebook keeps
them, however much is printed and whatever is raised.
"""

from __future__ import annotations

import contextlib
import os
import sys
from contextlib import AbstractContextManager
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

from poucet.classroom.grading.channel import Channel, Gone
from poucet.classroom.grading.patience import Limit, alarms

LONGEST_TEXT = 100_000  # characters kept of what a cell prints
LARGEST_PICTURE = 1_000_000  # characters of one form of a displayed thing
LARGEST_PICTURES = 3_000_000  # characters of all that a cell displays
MOST_OUTPUTS = 100


class CellTimeoutError(BaseException):
    """A cell has had its time. Not an `Exception`: ``except Exception`` must not keep it alive."""


class CellWaitError(CellTimeoutError):
    """A cell has waited too long, without using the processor."""


class Outputs:
    """What the current cell has shown so far."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Begin a new cell."""
        self.kept: list[dict[str, Any]] = []
        self.cut = False
        self._letters = self._drawn = 0

    def text(self, stream: str, text: str) -> None:
        """Keep what is printed, up to a limit."""
        room = LONGEST_TEXT - self._letters
        if len(text) > room:
            text, self.cut = text[: max(room, 0)], True
        self._letters += len(text)
        if not text:
            return
        if self.kept and self.kept[-1].get("name") == stream:
            self.kept[-1]["parts"].append(text)
        else:
            self.kept.append({"output_type": "stream", "name": stream, "parts": [text]})

    def rich(self, kind: str, data: dict[str, Any], metadata: dict[str, Any] | None) -> None:
        """Keep something displayed, unless it is one too many or too large."""
        small = {
            str(mime): value
            for mime, value in data.items()
            if isinstance(value, str) and len(value) <= LARGEST_PICTURE
        }
        drawn = self._drawn + sum(map(len, small.values()))
        if len(self.kept) >= MOST_OUTPUTS or drawn > LARGEST_PICTURES or not small:
            self.cut = True
            return
        self._drawn = drawn
        shown: dict[str, Any] = {"output_type": kind, "data": small, "metadata": {}}
        if kind == "execute_result":
            shown["execution_count"] = None
        self.kept.append(shown)

    def error(self, name: str, value: str, traceback: list[str]) -> None:
        """Keep an error."""
        lines = [str(line)[:4000] for line in traceback[-30:]]
        self.kept.append(
            {"output_type": "error", "ename": name, "evalue": value[:2000], "traceback": lines}
        )

    def taken(self) -> list[dict[str, Any]]:
        """Give them as a notebook writes them."""
        return [
            {"output_type": "stream", "name": shown["name"], "text": "".join(shown["parts"])}
            if "parts" in shown
            else shown
            for shown in self.kept
        ]


OUTPUTS = Outputs()


class Stream:
    """Standard output or error of the cells."""

    encoding, errors, closed = "utf-8", "replace", False

    def __init__(self, name: str) -> None:
        self._name = name

    def write(self, text: str) -> int:
        """Keep a text."""
        OUTPUTS.text(self._name, str(text))
        return len(text)

    def writelines(self, lines: Any) -> None:
        """Keep several."""
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        """Do nothing: there is no file behind."""

    def isatty(self) -> bool:
        """Tell that nobody types."""
        return False

    def fileno(self) -> int:
        """Have no file."""
        raise OSError("no file")


class _Display(DisplayPublisher):
    def publish(self, data: Any, metadata: Any = None, *_: Any, **__: Any) -> None:
        OUTPUTS.rich("display_data", data, metadata)


class _Result(DisplayHook):
    def write_output_prompt(self) -> None: ...

    def finish_displayhook(self) -> None: ...

    def write_format_data(self, format_dict: Any, md_dict: Any = None) -> None:
        OUTPUTS.rich("execute_result", format_dict, md_dict)


class Shell(InteractiveShell):
    """A notebook's interpreter without a kernel around it."""

    def _showtraceback(self, etype: Any, evalue: Any, stb: list[str]) -> None:
        OUTPUTS.error(etype.__name__, str(evalue), stb)

    def ask_exit(self) -> None:
        """Go on: ``exit`` in a cell ends nothing here."""


def time_limit(seconds: list[float] | None) -> AbstractContextManager[None]:
    """Stop what runs after so many seconds of processor, or of wall clock."""
    if seconds is None:
        return contextlib.nullcontext()
    return alarms(Limit(*seconds), {"processor": CellTimeoutError, "wall": CellWaitError})


def new_shell() -> Shell:
    """Make the interpreter; each process has one."""
    settings = Config()
    settings.HistoryManager.enabled = False
    settings.InteractiveShell.colors = "nocolor"
    settings.InteractiveShell.xmode = "Plain"  # a page of kit code helps nobody
    settings.InteractiveShell.cache_size = 0
    shell = Shell.instance(config=settings)
    shell.display_pub = _Display(parent=shell, shell=shell)
    shell.displayhook = _Result(parent=shell, shell=shell, cache_size=0)
    shell.display_trap.hook = shell.displayhook
    return shell


def serve(shell: Shell, incoming: int, outgoing: int) -> None:
    """Serve the judge at the other end of two pipes, until it goes."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    sys.stdout, sys.stderr = Stream("stdout"), Stream("stderr")

    def answer(asked: dict[str, Any]) -> dict[str, Any]:
        if asked["do"] == "run":
            OUTPUTS.clear()
            try:
                with time_limit(asked.get("seconds")):
                    shell.run_cell(asked["code"], store_history=False)
            except BaseException as error:
                OUTPUTS.error(type(error).__name__, "", [])
            return {"outputs": OUTPUTS.taken(), "cut": OUTPUTS.cut}
        if asked["do"] == "get":
            names = [name for name in asked["names"] if name in shell.user_ns]
            return {name: channel.dumps(shell.user_ns[name]) for name in names}
        shell.user_ns[asked["name"]] = channel.loads(asked["value"])
        return {}

    channel = Channel(incoming, outgoing, answer)
    channel.limit = time_limit
    with contextlib.suppress(Gone):
        channel.serve_forever()


if __name__ == "__main__":  # without a sandbox: one process a hand-in
    serve(new_shell(), os.dup(0), os.dup(1))
