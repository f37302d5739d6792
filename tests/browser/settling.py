"""When has a page taken in all that its kernel had to say?

A press sends a message to the kernel; the kernel answers with what changes, then says that it is
idle again. Whoever reads the page in between reads half of it. The messages are those of Jupyter's
websocket, whose first version is binary: a count, offsets, then the parts.
"""

import json
import struct
import time

QUIET = 60  # ms between two looks
TWO_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
PAINTED = """() => [...document.images].filter(one => one.checkVisibility())
  .every(one => one.complete)"""


class Settling:
    """Follow the messages of one page."""

    def __init__(self, page):
        self.page = page
        self.unanswered = set()
        self.spoken = 0
        page.on("websocket", self._listen)

    def _listen(self, socket):
        socket.on("framesent", self._sent)
        socket.on("framereceived", self._received)

    def _sent(self, frame):
        channel, header, _parent, _content = parts(frame)
        if channel == "shell":
            self.spoken += 1
            self.unanswered.add(header["msg_id"])

    def _received(self, frame):
        _channel, header, parent, content = parts(frame)
        if header.get("msg_type") == "status" and content()["execution_state"] == "idle":
            self.unanswered.discard(parent.get("msg_id"))

    def wait(self, seconds=30):
        """Wait until no message is without its answer, and the page has drawn them all."""
        end = time.monotonic() + seconds
        calm, spoken = 0, -1
        while calm < 2:
            assert time.monotonic() < end, f"unanswered after {seconds} s: {self.unanswered}"
            self.page.wait_for_timeout(QUIET)
            self.page.evaluate(TWO_FRAMES)
            still = not self.unanswered and self.spoken == spoken and self.page.evaluate(PAINTED)
            calm = calm + 1 if still else 0
            spoken = self.spoken


def parts(frame):
    """Give the channel, the header and the parent's of a message, and a way to read its content."""
    if isinstance(frame, str):
        message = json.loads(frame)
        header, parent = message.get("header", {}), message.get("parent_header", {})
        return message.get("channel"), header, parent, lambda: message["content"]
    (count,) = struct.unpack_from("<Q", frame)
    offsets = struct.unpack_from(f"<{count}Q", frame, 8)

    def part(rank):
        return json.loads(frame[offsets[rank] : offsets[rank + 1]])

    return frame[offsets[0] : offsets[1]].decode(), part(1), part(2), lambda: part(4)
