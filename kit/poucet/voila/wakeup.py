"""Keeps pages from hanging: a wait on a kernel never trusts a single wake-up.

Voilà runs a notebook through nbclient, which waits on its zmq sockets without a time limit. Now and
then (5 to 10 loads in 100 when the first run shows an ``Output``) the wake-up is lost between zmq
and the event loop: the message is there, server and kernel both sleep, and the page stays on its
spinner for ever. Here such a wait looks at the socket again every fifth of a second.
"""

from __future__ import annotations

from queue import Empty
from typing import Any

from jupyter_client.channels import AsyncZMQSocketChannel

SECONDS = 0.2
_get_msg = AsyncZMQSocketChannel.get_msg


async def _get_msg_awake(
    channel: AsyncZMQSocketChannel, timeout: float | None = None
) -> dict[str, Any]:
    if timeout is not None:
        return await _get_msg(channel, timeout)
    while True:
        try:
            return await _get_msg(channel, SECONDS)
        except Empty:
            continue


def install() -> None:
    """Make every kernel channel of this process wait in short naps."""
    AsyncZMQSocketChannel.get_msg = _get_msg_awake  # type: ignore[method-assign, assignment]
