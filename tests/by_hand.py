"""A visitor without a browser: every byte that reaches the server is chosen here."""

import http.client
import json
import re
import struct
import uuid
from types import SimpleNamespace

from websockets.sync.client import connect

from poucet.voila.frames import PROTOCOL

SECONDS = 60


def ask(port, path, method="GET", body=None, **headers):
    """Send a request; give its status, its headers (a list of pairs) and its text."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=SECONDS)
    try:
        line.request(method, path, body, headers)
        answer = line.getresponse()
        text = answer.read().decode("utf-8", "replace")
        return SimpleNamespace(status=answer.status, headers=answer.getheaders(), text=text)
    finally:
        line.close()


def frame(kind="comm_info_request", content=None, channel="shell", metadata=None, **header):
    """Write a message as a page does (version 1 of Jupyter's websocket protocol)."""
    head = {"msg_id": uuid.uuid4().hex, "msg_type": kind, "session": "x", "username": "", **header}
    content = {} if content is None else content
    told = [json.dumps(one).encode() for one in (head, {}, metadata or {}, content)]
    return layout([channel.encode(), *told])


def layout(parts):
    offsets = [8 * (len(parts) + 2)]
    for part in parts:
        offsets.append(offsets[-1] + len(part))
    return struct.pack(f"<{len(offsets) + 1}Q", len(offsets), *offsets) + b"".join(parts)


def read(message):
    """Give the type of a message, the id of the one it answers, and its content."""
    (count,) = struct.unpack_from("<Q", message)
    offsets = struct.unpack_from(f"<{count}Q", message, 8)
    header, parent, _metadata, content = (
        json.loads(message[offsets[rank] : offsets[rank + 1]]) for rank in range(1, 5)
    )
    return header["msg_type"], parent.get("msg_id"), content


def cookies(answer):
    """Give the cookies that an answer brings."""
    brought = [value for name, value in answer.headers if name == "Set-Cookie"]
    return dict(one.partition(";")[0].split("=", 1) for one in brought)


def sent(held):
    """Write cookies as a browser sends them."""
    return "; ".join(f"{name}={value}" for name, value in held.items())


class Visitor:
    """Whoever asked for a page: its text, the kernel it names, the cookies it came with."""

    def __init__(self, port, query="n=1"):
        self.port = port
        page = ask(port, f"/?{query}")
        assert page.status == 200, page.text
        self.page, self.headers = page.text, page.headers
        self.kernel = re.search(r'"kernelId": "([\w-]+)"', page.text)[1]
        self.cookies = cookies(page)

    @property
    def cookie(self):
        return sent(self.cookies)

    def line(self, kernel=None, place="/api/kernels/{}/channels?session_id=x", **options):
        """Open the websocket of a kernel, this page's unless another is named."""
        path = place.format(kernel or self.kernel)
        headers = {"Cookie": options.pop("cookie", self.cookie)}
        options.setdefault("subprotocols", [PROTOCOL])
        options.setdefault("origin", f"http://127.0.0.1:{self.port}")
        return connect(
            f"ws://127.0.0.1:{self.port}{path}",
            additional_headers={name: value for name, value in headers.items() if value},
            open_timeout=SECONDS,
            max_size=None,
            compression=None,
            **options,
        )


def answer(line, kind="comm_info_request", content=None, metadata=None):
    """Send a message; give all that is answered until the kernel is idle again."""
    told = uuid.uuid4().hex
    line.send(frame(kind, content, metadata=metadata, msg_id=told))
    heard, awaited = [], {"idle", "reply"} if kind.endswith("_request") else {"idle"}
    while awaited:
        one, parent, content = read(line.recv(timeout=SECONDS))
        if parent == told:
            heard.append((one, content))
            awaited -= {content.get("execution_state"), one.rpartition("_")[2]}
    return heard


def widgets(line):
    """Ask for the state of every widget, as a page that opens does."""
    asked = uuid.uuid4().hex
    opened = {"comm_id": asked, "target_name": "jupyter.widget.control", "data": {}}
    answer(line, "comm_open", opened, {"version": "1.0.0"})
    heard = answer(line, "comm_msg", {"comm_id": asked, "data": {"method": "request_states"}})
    return next(told["data"]["states"] for kind, told in heard if kind == "comm_msg")


def press(line, model, value):
    """Set what a visitor chose; tell whether the board answered by changing something else."""
    told = {"method": "update", "state": {"value": value}, "buffer_paths": []}
    heard = answer(line, "comm_msg", {"comm_id": model, "data": told})
    return any(kind == "comm_msg" and told["data"]["method"] == "update" for kind, told in heard)
