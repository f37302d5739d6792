"""Reads a message of a page to its kernel, and refuses what no page of ours would send.

Whoever writes to the websocket by hand chooses every byte. Jupyter trusts the count of parts that
a message announces (eight bytes can ask for an endless list), and a kernel believes a client that
opens widgets of its own. Boards need little: to ask for the widgets, and to say what was pressed.

The layout is that of Jupyter's websocket protocol, version 1: a count, as many offsets, then the
parts; numbers are 64-bit, little-endian.
https://jupyter-server.readthedocs.io/en/latest/developers/websocket-protocols.html
"""

from __future__ import annotations

import itertools
import json
import struct
from typing import Any

PROTOCOL = "v1.kernel.websocket.jupyter.org"
MOST_BYTES = 64 * 1024  # a press weighs about 400 bytes
OFFSETS = 6  # of the channel, the header, its parent's, the metadata, the content; and the end
SAID = ("comm_open", "comm_msg", "comm_close")
TYPES = ("kernel_info_request", "comm_info_request", *SAID)
ASKS_FOR_WIDGETS = "jupyter.widget.control"


def check(message: str | bytes) -> None:
    """Let a page's message pass.

    Raises
    ------
    ValueError
        When it is none that a board sends; the text says why, for whoever reads the log.
    """
    channel, *told = parts(message)
    if channel != b"shell":
        raise ValueError("channel")
    header, _parent, _metadata, content = map(_told, told)
    kind = header.get("msg_type")
    if kind not in TYPES or not isinstance(header.get("msg_id"), str) or "subshell_id" in header:
        raise ValueError("header")
    if kind in SAID and not (
        isinstance(content.get("comm_id"), str) and isinstance(content.get("data"), dict)
    ):
        raise ValueError("content")
    if kind == "comm_open" and content.get("target_name") != ASKS_FOR_WIDGETS:
        raise ValueError("a widget opened by a client")


def parts(message: str | bytes) -> list[bytes]:
    """Cut a message into the channel, the header, its parent's, the metadata and the content.

    >>> head = struct.pack("<7Q", 6, 56, 61, 63, 65, 67, 69)
    >>> parts(head + b"shell{}{}{}{}")
    [b'shell', b'{}', b'{}', b'{}', b'{}']

    Raises
    ------
    ValueError
        When it is not so made.
    """
    start = 8 * (OFFSETS + 1)
    if isinstance(message, str) or not start <= len(message) <= MOST_BYTES:
        raise ValueError("size")
    count, *offsets = struct.unpack_from(f"<{OFFSETS + 1}Q", message)
    well_made = offsets[0] == start and offsets[-1] == len(message) and offsets == sorted(offsets)
    if count != OFFSETS or not well_made:
        raise ValueError("offsets")
    return [message[first:end] for first, end in itertools.pairwise(offsets)]


def _told(part: bytes) -> dict[str, Any]:
    try:
        told = json.loads(part, parse_constant=_no_number)
    except RecursionError:
        raise ValueError("depth") from None
    if not isinstance(told, dict):
        raise ValueError("not an object")
    return told


def _no_number(name: str) -> None:
    raise ValueError(name)
