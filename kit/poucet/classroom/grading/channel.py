"""One pipe each way through the wall: each side asks, and serves what the other asks meanwhile.

A test calls a pupil's function; that function calls a right answer which lives in the tests; that
one returns, then the first. Success: each call comes back as a plain value or as the name of an
error, within its time, however the two sides are nested.
"""

from __future__ import annotations

import builtins
import contextlib
import fcntl
import json
import os
import select
import signal
import struct
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any

from poucet.classroom.grading.changes import (
    Containers,
    NotPlain,
    Snapshot,
    contents,
    expanded,
    put_back,
)
from poucet.classroom.grading.decoder import Decoder
from poucet.classroom.grading.encoder import Encoder
from poucet.classroom.grading.patience import ALARMS, Deadline
from poucet.classroom.grading.plain import LARGEST, Opaque

LONGEST = 48_000_000  # bytes in a message
MOST_HANDLES = 10_000
_CODED = ("arguments", "value")
_EVERY = 0.25  # seconds between two looks at the clocks


class Gone(Exception):
    """The other side has ended, or has said what no honest side says."""


class Slow(Gone):
    """The other side has let its time pass; the argument names the clock."""


class Elsewhere(Exception):
    """An error that a function raised on the other side, when it is none of Python's own."""


class Channel:
    """Ask the other side and serve it, over two pipes.

    Parameters
    ----------
    incoming, outgoing : int
        File descriptors to read and to write.
    serve : callable
        ``serve(message)`` gives the answer to what the other side asks, both plain dictionaries.
    """

    def __init__(
        self, incoming: int, outgoing: int, serve: Callable[[dict[str, Any]], dict[str, Any]]
    ) -> None:
        self._incoming, self._outgoing, self._serve = incoming, outgoing, serve
        os.set_blocking(outgoing, False)  # who does not read must not keep this side waiting
        with contextlib.suppress(OSError, AttributeError):
            fcntl.fcntl(outgoing, fcntl.F_SETPIPE_SZ, 1 << 20)
        self._own: dict[int, Callable[..., Any]] = {}
        self._ids: dict[int, int] = {}
        self._encoder = Encoder(self._handle)
        self._decoder = Decoder(self._function)
        self.deadline: Deadline | None = None
        self._look = 0.0
        self.limit: Callable[[Any], AbstractContextManager[None]] = _unlimited

    # values
    def dumps(self, value: Any) -> str:
        """Write a value as tagged JSON."""
        return self._encoder.dumps(value)

    def loads(self, text: Any, old: list[Any] | None = None) -> Any:
        """Read a value; anything but tagged JSON is the end of the talk."""
        try:
            return self._decoder.loads(text, old)
        except NotPlain as error:
            raise Gone(str(error)) from None

    def _handle(self, function: Any) -> dict[str, Any]:
        if isinstance(function, Callback) and function.channel is self:
            return {"$": "yours", "v": function.handle}
        if id(function) not in self._ids:
            if len(self._own) >= MOST_HANDLES:
                raise NotPlain
            self._ids[id(function)] = len(self._own)
            self._own[len(self._own)] = function  # kept, so that its id stays its own
        return {"$": "mine", "v": self._ids[id(function)]}

    def _function(self, coded: dict[str, Any]) -> Any:
        tag, handle = coded["$"], coded["v"]
        if type(handle) is not int or tag not in ("mine", "yours"):
            raise ValueError(tag)
        return Callback(self, handle) if tag == "mine" else self._own[handle]

    # talking
    def ask(self, message: dict[str, Any]) -> dict[str, Any]:
        """Send a question and give its answer, serving the other side meanwhile."""
        if self.deadline is not None:
            message = {**message, "seconds": self.deadline.left()}
        with _held(signal.SIG_BLOCK):
            self._send({"ask": message})
            while True:
                came = self._receive()
                if isinstance(came.get("answer"), dict):
                    return came["answer"]
                self._answer(came)

    def call(
        self, handle: int, positional: tuple[Any, ...], named: dict[str, Any], given: Containers
    ) -> Any:
        """Call a function of the other side; `given` are the arguments' containers."""
        sent = self._encoder.dumps_arguments(positional, named, given.shared)
        answer = self.ask({"do": "call", "handle": handle, "arguments": sent})
        # always read, for it may hold a table that is not sent again
        value = None if "error" in answer else self.loads(answer.get("value"))
        if "arguments" in answer:
            _changed(given.all, self.loads(answer["arguments"], given.all))
        if "error" in answer:
            raise _as_python(str(answer["error"]), str(answer.get("says", "")))
        return value

    def serve_forever(self) -> None:
        """Serve the other side until it ends."""
        while True:
            self._answer(self._receive())

    def _answer(self, came: dict[str, Any]) -> None:
        asked = came.get("ask")
        if not isinstance(asked, dict):
            raise Gone("message")
        answer = self._called(asked) if asked.get("do") == "call" else self._serve(asked)
        self._send({"answer": answer})

    def _called(self, asked: dict[str, Any]) -> dict[str, Any]:
        handle = asked.get("handle")
        if type(handle) is not int or handle not in self._own:
            raise Gone("handle")
        arguments = self.loads(asked.get("arguments"))
        if isinstance(arguments, Opaque):
            return {"error": "TypeError", "says": "arguments"}
        try:
            positional, pairs = arguments
            named = {str(name): value for name, value in pairs}
            before = Snapshot(Containers([*positional, *named.values()]).all)
        except (NotPlain, TypeError, ValueError):
            raise Gone("arguments") from None
        answer: dict[str, Any]
        try:
            with _held(signal.SIG_UNBLOCK), self.limit(asked.get("seconds")):
                value = self._own[handle](*positional, **named)
            answer = {"value": self.dumps(value)}
        except Gone:
            raise
        except BaseException as error:
            try:
                says = str(error)[:2000]
            except Exception:
                says = ""
            answer = {"error": type(error).__name__[:60], "says": says}
        # a function may change the list it was given: the other side sees it
        if before.changed():
            answer["arguments"] = self._encoder.dumps_changes(before.containers)
        return answer

    def _send(self, message: dict[str, Any]) -> None:
        """Send a header, then the coded values as they are: they are not coded twice."""
        ((kind, said),) = message.items()
        coded = {name: said[name].encode() for name in _CODED if name in said}
        short = {name: value for name, value in said.items() if name not in coded}
        lengths = {name: len(text) for name, text in coded.items()}
        header = json.dumps({kind: short, "coded": lengths}).encode()
        data = memoryview(b"".join([struct.pack(">I", len(header)), header, *coded.values()]))
        while data:
            self._wait([], [self._outgoing])
            try:
                data = data[os.write(self._outgoing, data) :]
            except BlockingIOError:
                continue
            except OSError:
                raise Gone("pipe") from None

    def _receive(self) -> dict[str, Any]:
        (length,) = struct.unpack(">I", self._read(4))
        try:
            message = json.loads(self._read(length))
            lengths = message["coded"]
            said = next(message[kind] for kind in ("ask", "answer") if kind in message)
            for name in _CODED:
                if name in lengths:
                    said[name] = self._read(int(lengths[name])).decode()
        except (ValueError, RecursionError, TypeError, KeyError, StopIteration):
            raise Gone("message") from None
        return message

    def _read(self, length: int) -> bytes:
        if not 0 <= length <= LONGEST:
            raise Gone("length")
        parts, left = [], length
        while left:
            self._wait([self._incoming], [])
            part = os.read(self._incoming, min(left, 1 << 20))
            if not part:
                raise Gone("end")
            parts.append(part)
            left -= len(part)
        return b"".join(parts)

    def _wait(self, reading: list[int], writing: list[int]) -> None:
        while True:
            if self.deadline is not None and time.monotonic() >= self._look:
                self._look = time.monotonic() + _EVERY
                if clock := self.deadline.passed():
                    raise Slow(clock)
            timeout = None if self.deadline is None else _EVERY
            if any(select.select(reading, writing, [], timeout)):
                return


@contextlib.contextmanager
def _unlimited(_seconds: Any) -> Iterator[None]:
    yield


@contextlib.contextmanager
def _held(how: int) -> Iterator[None]:
    """Hold back the alarms while a message goes or comes, which must not be cut in two."""
    former = signal.pthread_sigmask(how, ALARMS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, former)


class Callback:
    """A function that lives on the other side of the wall."""

    def __init__(self, channel: Channel, handle: int) -> None:
        self.channel, self.handle = channel, handle
        self.__name__ = "function"

    def __call__(self, *positional: Any, **named: Any) -> Any:
        """Call it there, on copies of the arguments; changes made to a list or dict come back."""
        with _held(signal.SIG_BLOCK):
            try:
                given = Containers([*positional, *named.values()])
            except NotPlain:
                raise RecursionError("arguments") from None
            return self.channel.call(self.handle, positional, named, given)

    def __deepcopy__(self, memo: dict[int, Any]) -> Callback:
        return self


def _as_python(name: str, says: str) -> Exception:
    kind = getattr(builtins, name, None)
    if isinstance(kind, type) and issubclass(kind, Exception):
        try:
            return kind(says)
        except TypeError:  # UnicodeDecodeError wants five arguments
            pass
    error = Elsewhere(says)
    error.name = name if name.isidentifier() else "Exception"  # type: ignore[attr-defined]
    return error


def _changed(given: list[Any], said: Any) -> None:
    """Give the containers what is said of them; all or nothing."""
    if isinstance(said, Opaque):  # too deep or too large to be said
        raise RecursionError("arguments")
    if not isinstance(said, list) or len(said) != len(given):
        raise Gone("arguments")
    former = [contents(container) for container in given]
    try:
        for container, held in zip(given, said, strict=True):
            put_back(container, held)
        if expanded(given) <= LARGEST:
            return
        trouble: Exception = RecursionError("arguments")
    except (TypeError, ValueError):
        trouble = Gone("arguments")
    except RecursionError as error:
        trouble = error
    for container, held in zip(given, former, strict=True):
        put_back(container, held)
    raise trouble
