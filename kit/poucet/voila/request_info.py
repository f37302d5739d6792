"""Tells a warm kernel which address its visitor asked for, and tells it again if it was not heard.

Voilà's own handler forgets the message once it has tried to send it, and when a connection closes
after its kernel has opened another, it drops the line of some other kernel: on a slow machine
either leaves a page waiting for ever.
"""

from __future__ import annotations

from typing import Any

import voila.handler
from tornado.web import HTTPError
from voila.request_info_handler import RequestInfoSocketHandler


class RequestInfo(RequestInfoSocketHandler):
    """Voilà's handler with a memory: a kernel that connects again hears what it missed."""

    def prepare(self) -> None:
        """Refuse whoever is not a kernel of this machine: no page ever opens this line."""
        known = self.path_kwargs["kernel_id"] in self.settings["kernel_manager"]
        near = self.request.remote_ip in ("127.0.0.1", "::1")
        if not (known and near) or "Origin" in self.request.headers:
            raise HTTPError(403)

    def open(self, kernel_id: str) -> None:
        """Note which kernel this is."""
        self.kernel_id = kernel_id
        super().open(kernel_id)

    def on_close(self) -> None:
        """Forget this line, and only this one."""
        if self._waiters.get(self.kernel_id) is self:
            del self._waiters[self.kernel_id]

    @classmethod
    def send_updates(cls, msg: dict[str, Any]) -> None:
        """Keep the message, then send it."""
        cls._cache[msg["kernel_id"]] = msg["payload"]
        super().send_updates(msg)


def install() -> None:
    """Make Voilà's page handler speak through `RequestInfo`."""
    voila.handler.RequestInfoSocketHandler = RequestInfo
