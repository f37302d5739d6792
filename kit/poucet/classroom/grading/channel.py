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
import struct
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any

from poucet.classroom.grading.plain import Decoder, Encoder, NotPlain

LONGEST = 48_000_000  # bytes in a message
MOST_HANDLES = 10_000
_CODED = ("arguments", "value")
GRACE = 1.5  # seconds: the other side stops by itself before it is stopped


class Gone(Exception):
    """The other side has ended, or has said what no honest side says."""


class Slow(Gone):
    """The other side has let its time pass."""


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
        self.deadline: float | None = None
        self.limit: Callable[[float | None], AbstractContextManager[None]] = _unlimited

    # values
    def dumps(self, value: Any) -> str:
        """Write a value as tagged JSON."""
        return self._encoder.dumps(value)

    def loads(self, text: Any) -> Any:
        """Read a value; anything but tagged JSON is the end of the talk."""
        try:
            return self._decoder.loads(text)
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
            left = self.deadline - time.monotonic() - GRACE
            message = {**message, "seconds": max(left, 0.05)}
        self._send({"ask": message})
        while True:
            came = self._receive()
            if isinstance(came.get("answer"), dict):
                return came["answer"]
            self._answer(came)

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
        handle, before = asked.get("handle"), asked.get("arguments")
        if type(handle) is not int or handle not in self._own:
            raise Gone("handle")
        arguments = self.loads(before)
        try:
            with self.limit(asked.get("seconds")):
                value = self._own[handle](*arguments[0], **arguments[1])
        except Gone:
            raise
        except BaseException as error:
            try:
                says = str(error)[:2000]
            except Exception:
                says = ""
            return {"error": type(error).__name__[:60], "says": says}
        answer = {"value": self.dumps(value)}
        # a function may change the list it was given: the other side sees it
        if not _still(arguments, before):
            answer["arguments"] = self.dumps(arguments)
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
        left = None if self.deadline is None else self.deadline - time.monotonic()
        if (left is not None and left <= 0) or not any(select.select(reading, writing, [], left)):
            raise Slow("deadline")


@contextlib.contextmanager
def _unlimited(seconds: float | None) -> Iterator[None]:
    yield


def _still(value: Any, text: Any) -> bool:
    try:
        return json.dumps(value) == text
    except (TypeError, ValueError, RecursionError):
        return False


class Callback:
    """A function that lives on the other side of the wall."""

    def __init__(self, channel: Channel, handle: int) -> None:
        self.channel, self.handle = channel, handle
        self.__name__ = "function"

    def __call__(self, *positional: Any, **named: Any) -> Any:
        """Call it there, on copies of the arguments; changes made to a list or dict come back."""
        sent = self.channel.dumps([list(positional), named])
        answer = self.channel.ask({"do": "call", "handle": self.handle, "arguments": sent})
        if "error" in answer:
            raise _as_python(str(answer["error"]), str(answer.get("says", "")))
        if "arguments" in answer:
            changed = self.channel.loads(answer["arguments"])
            _put_back([list(positional), named], changed)
        return self.channel.loads(answer["value"])

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


def _put_back(old: Any, new: Any) -> None:
    """Give `old`, in place, the contents of `new`, as far down as the same shapes go."""
    if type(old) is not type(new):
        return
    if isinstance(old, list):
        if len(old) == len(new):
            for place, (was, now) in enumerate(zip(old, new, strict=True)):
                if type(was) is type(now) and isinstance(was, (list, dict, set)):
                    _put_back(was, now)
                else:
                    old[place] = now
        else:
            old[:] = new
    elif isinstance(old, dict):
        for key in [key for key in old if key not in new]:
            del old[key]
        for key, now in new.items():
            was = old.get(key)
            if type(was) is type(now) and isinstance(was, (list, dict, set)):
                _put_back(was, now)
            else:
                old[key] = now
    elif isinstance(old, set):
        old.clear()
        old.update(new)
