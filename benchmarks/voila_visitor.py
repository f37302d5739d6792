"""One visitor of a board, who speaks as a browser does and draws nothing."""

from __future__ import annotations

import http.client
import itertools
import json
import re
import struct
import threading
import time
import urllib.parse
import uuid
from typing import Any

import websocket

PROTOCOL = "v1.kernel.websocket.jupyter.org"
PATIENCE = 180  # seconds for a page to work
MOVE_PATIENCE = 30
SWITCHED_OFF = 5  # one visitor in five leaves without a word

KERNEL = re.compile(r'"kernelId": "([^"]+)"')
WIDGET = re.compile(r'"model_id": "([0-9a-f]{32})"')
AGAIN = re.compile(r'http-equiv="refresh" content="(\d+)')
INSIDE = re.compile(r"IPY_MODEL_([0-9a-f]{32})")


class Visitor(threading.Thread):
    """Opens a board, moves its controls, and leaves.

    Attributes
    ----------
    ready : float or None
        Seconds until every widget of the page had its state.
    moves : list of float
        Seconds from each move to the end of the kernel's answer.
    waited : bool
        Whether the server asked to wait, and to come again.
    trouble : str
        Why the visit failed, or nothing.
    """

    def __init__(
        self,
        port: int,
        board: int,
        files: list[str],
        number: int,
        moves: int = 10,
        between: float = 2.0,  # seconds from one move to the next
    ) -> None:
        super().__init__(daemon=True)
        self.count, self.between = moves, between
        self.port, self.board, self.files, self.number = port, board, files, number
        self.ready: float | None = None
        self.moves: list[float] = []
        self.waited = False
        self.trouble = ""
        self.moving, self.weighed = threading.Event(), threading.Event()
        self.cookies: dict[str, str] = {}
        self.session = uuid.uuid4().hex

    def run(self) -> None:
        """Visit, and keep what went wrong."""
        try:
            self.visit()
        except Exception as trouble:
            self.trouble = f"{type(trouble).__name__}: {trouble}"[:200]

    def visit(self) -> None:
        """Open the board, move, leave."""
        start = time.monotonic()
        self.end = start + PATIENCE
        self.line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        page = self.page()
        for path in self.files:
            self.get(path)
        kernel = KERNEL.search(page)
        widget = WIDGET.search(page)
        assert kernel and widget, "a page without a board"
        self.kernel = kernel[1]
        self.get(f"api/kernels/{self.kernel}?1")
        self.socket = websocket.create_connection(
            f"ws://127.0.0.1:{self.port}/api/kernels/{self.kernel}/channels"
            f"?session_id={self.session}",
            subprotocols=[PROTOCOL],
            timeout=PATIENCE,
            cookie=self.cookie(),
        )
        try:
            states = self.states(widget[1])
            self.ready = time.monotonic() - start
            self.play(states)
        finally:
            self.socket.close(timeout=0)
            if self.number % SWITCHED_OFF:
                self.leave()
            self.line.close()

    def page(self) -> str:
        """Ask for the board, and ask again when told to."""
        while True:
            page = self.get(f"?n={self.board}&lang=fr")
            again = AGAIN.search(page)
            if again is None:
                return page
            self.waited = True
            assert time.monotonic() < self.end, "waited too long"
            time.sleep(int(again[1]))

    def get(self, path: str) -> str:
        """Fetch a file over the one connection, which stays open."""
        self.line.request("GET", "/" + path, headers={"Cookie": self.cookie()})
        answer = self.line.getresponse()
        body = answer.read()
        self.keep(answer)
        assert answer.status in (200, 503), f"{answer.status} for {path}"
        return body.decode("utf-8", "replace")

    def keep(self, answer: http.client.HTTPResponse) -> None:
        """Keep the cookies of an answer."""
        for cookie in answer.headers.get_all("Set-Cookie") or ():
            name, _, rest = cookie.partition("=")
            self.cookies[name] = rest.partition(";")[0]

    def cookie(self) -> str:
        """Give the cookies back."""
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def states(self, top: str) -> dict[str, dict[str, Any]]:
        """Ask for every widget's state, and check that the page's are all there."""
        asked = self.say("kernel_info_request", {})
        self.until(asked, b"shell")
        line = uuid.uuid4().hex
        opened = {"comm_id": line, "target_name": "jupyter.widget.control", "data": {}}
        self.say("comm_open", opened, {"version": "1.0.0"})
        asked = self.say("comm_msg", {"comm_id": line, "data": {"method": "request_states"}})
        told = self.until(asked)
        self.say("comm_close", {"comm_id": line, "data": {}})
        states = next(
            one["data"]["states"] for one in told if one["data"].get("method") == "update_states"
        )
        needed, seen = [top], set()
        while needed:
            model = needed.pop()
            if model not in seen:
                seen.add(model)
                needed += INSIDE.findall(json.dumps(states[model]["state"]))
        return {model: states[model] for model in seen}

    def play(self, states: dict[str, dict[str, Any]]) -> None:
        """Move the board's controls one after the other."""
        sliders = [
            (model, one["state"])
            for model, one in states.items()
            if one["model_name"] == "IntSliderModel"
        ]
        buttons = [
            (model, one["state"])
            for model, one in states.items()
            if one["model_name"] == "ToggleButtonsModel"
            and "poucet-languages" not in one["state"]["_dom_classes"]
        ]
        assert sliders or buttons, "a board without controls"
        self.moving.set()
        self.weighed.wait(PATIENCE)
        time.sleep(self.between * (self.number % 10) / 10)
        changed = 0
        for turn in range(self.count):
            due = time.monotonic() + self.between
            if sliders and (turn % 2 == 0 or not buttons):
                model, state = sliders[turn // 2 % len(sliders)]
                state["value"] = max(state["min"], (state["value"] + 1) % (state["max"] + 1))
                moved = {"value": state["value"]}
            else:
                model, state = buttons[turn // 2 % len(buttons)]
                state["index"] = (state["index"] + 1) % len(state["_options_labels"])
                moved = {"index": state["index"]}
            start = time.monotonic()
            data = {"method": "update", "state": moved, "buffer_paths": []}
            self.end = start + MOVE_PATIENCE
            told = self.until(self.say("comm_msg", {"comm_id": model, "data": data}))
            changed += sum(one["data"]["method"] == "update" for one in told)
            self.moves.append(time.monotonic() - start)
            time.sleep(max(0.0, due - time.monotonic()))
        assert changed, "moves that change nothing"

    def leave(self) -> None:
        """Say that the page closes, as its script does."""
        body = urllib.parse.urlencode({"_xsrf": self.cookies.get("_xsrf", "")})
        self.line.request(
            "POST",
            f"/voila/api/shutdown/{self.kernel}",
            body=body,
            headers={
                "Cookie": self.cookie(),
                "Content-Type": "application/x-www-form-urlencoded",
            },
        )
        self.line.getresponse().read()

    def say(
        self, kind: str, content: dict[str, Any], metadata: dict[str, str] | None = None
    ) -> str:
        """Send a message to the kernel; give its id."""
        header = {"msg_id": uuid.uuid4().hex, "msg_type": kind, "session": self.session,
                  "username": "", "date": "2026-09-01T08:00:00Z", "version": "5.2"}  # fmt: skip
        parts = [
            b"shell",
            *(json.dumps(part).encode() for part in (header, {}, metadata or {}, content)),
        ]
        offsets = [8 * (len(parts) + 2)]
        for part in parts:
            offsets.append(offsets[-1] + len(part))
        head = struct.pack(f"<{len(offsets) + 1}Q", len(offsets), *offsets)
        self.socket.send_binary(head + b"".join(parts))
        return header["msg_id"]

    def until(self, asked: str, channel: bytes = b"iopub") -> list[dict[str, Any]]:
        """Read until the kernel has answered a message; give the widget messages of the answer."""
        told: list[dict[str, Any]] = []
        while True:
            self.socket.settimeout(max(0.1, self.end - time.monotonic()))
            frame = self.socket.recv()
            (count,) = struct.unpack_from("<Q", frame)
            offsets = struct.unpack_from(f"<{count}Q", frame, 8)
            where, header, parent, _metadata, content = (
                frame[start:stop] for start, stop in itertools.pairwise(offsets[:6])
            )
            if json.loads(parent).get("msg_id") != asked:
                continue
            kind = json.loads(header)["msg_type"]
            if kind == "comm_msg":
                told.append(json.loads(content))
            elif where == channel == b"shell" or (
                where == channel == b"iopub"
                and json.loads(content).get("execution_state") == "idle"
            ):
                return told
