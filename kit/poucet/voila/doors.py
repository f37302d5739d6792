"""Who may come in, and by which door.

A board is a page, its kernel, and the websocket between them. Voilà lets whoever knows the name of
a kernel join it, read it and end it. Here the page brings a key, as a signed cookie that only the
addresses of its own kernel receive; without it these addresses are shut.
"""

from __future__ import annotations

import posixpath
import re
import secrets
from asyncio import Future
from collections.abc import Collection
from typing import Any, ClassVar

from jupyter_server.auth.logout import LogoutHandler
from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.services.kernels.handlers import KernelHandler
from jupyterlab_server.themes_handler import ThemesHandler
from tornado.httputil import HTTPServerRequest
from tornado.routing import Matcher
from tornado.web import HTTPError, RequestHandler
from tornado.websocket import WebSocketClosedError
from voila.request_info_handler import RequestInfoSocketHandler
from voila.shutdown_kernel_handler import VoilaShutdownKernelHandler
from voila.static_file_handler import AllowListFileHandler, TemplateStaticFileHandler
from voila.tornado.handler import TornadoVoilaHandler
from voila.tornado.kernel_websocket_handler import (
    VoilaKernelWebsocketHandler,
    read_header_from_binary_message,
)
from voila.voila_identity_provider import VoilaLoginHandler

from poucet.i18n import language
from poucet.voila import frames, headers, places
from poucet.voila.request_info import RequestInfo

BASE = "lab"  # Voilà's template that the kit's pages extend, and whose scripts they use
KEYS = {"poucet-kernel": "/api/kernels/", "poucet-leave": "/voila/api/shutdown/"}
TRACES = ("stream", "error")  # no board prints; a traceback tells of this machine
WAITING = "waiting"  # in the query of a page that waits: is there a place now?
SESSION = re.compile(r"[\w-]{1,64}", re.ASCII)  # it names sockets
SILENCE = 90_000  # milliseconds without an answer to any of three pings: the client has gone
REFUSED = 1008  # the close code of a websocket for a breach of policy (RFC 6455, 7.4.1)


class ForeignHost(Matcher):
    """Match what a page of another site sends: its name was made to point at this machine.

    The browser takes such a server for that site's own, and lets the site read every board.

    Parameters
    ----------
    names : collection of str
        By which a browser may call the server.
    """

    def __init__(self, names: Collection[str]) -> None:
        self.names = names

    def match(self, request: HTTPServerRequest) -> dict[str, Any] | None:
        """Match every request that calls the server by another name than its own."""
        return None if request.host_name in self.names else {}


class TemplateFiles(TemplateStaticFileHandler):
    """Voilà's own scripts and styles; any other path is one that does not exist."""

    async def get(self, path: str, include_body: bool = True) -> None:
        """Send the file, if the path is written as the pages write it."""
        plain = not {"\\", "\0"} & set(path) and posixpath.normpath(path) == path
        if not (plain and path.startswith(f"{BASE}/static/")):
            raise HTTPError(404)
        await super().get(path, include_body)


class NoFormula(RequestHandler):
    """The empty script that stands for MathJax: no board has a formula."""

    def get(self) -> None:
        """Send nothing, as a script."""
        self.set_header("Content-Type", "text/javascript")


class KeyGiver:
    """The manager of kernels, which gives a page the keys of the kernel that it gives it."""

    def __init__(self, manager: Any, page: RequestHandler) -> None:
        self._manager, self._page = manager, page

    def __getattr__(self, name: str) -> Any:
        """Be the manager in all else."""
        return getattr(self._manager, name)

    async def get_rendered_notebook(self, **asked: Any) -> Any:
        """Give a warm kernel."""
        given = await self._manager.get_rendered_notebook(**asked)
        self._give(given[2])
        return given

    async def start_kernel(self, **asked: Any) -> str:
        """Give a new one."""
        kernel_id: str = await self._manager.start_kernel(**asked)
        self._give(kernel_id)
        return kernel_id

    def _give(self, kernel_id: str) -> None:
        self._page.settings["places"].take(self._page, kernel_id)
        for name, place in KEYS.items():
            self._page.set_signed_cookie(
                name,
                kernel_id,
                expires_days=None,
                path=place + kernel_id,
                httponly=True,
                samesite="Strict",
            )


class Page(TornadoVoilaHandler):
    """The one page: its address carries a query, never a path."""

    async def get(self, path: str | None = None) -> None:
        """Send the page, with the cookies without which it could neither use nor close its kernel.

        Each sending has a nonce of its own, which the scripts of the template bear. When every
        place is taken, ask to wait; whoever waits asks for a word (204: a place is free), no page.
        """
        if path:
            raise HTTPError(404)
        room: places.Places = self.settings["places"]
        if WAITING in self.request.query_arguments:
            self.set_header("Cache-Control", "no-store")
            self.set_status(204 if room.free(self.settings["kernel_manager"]) else 202)
            return
        if not room.reserve(self, self.settings["kernel_manager"]):
            self._ask_to_wait()
            return
        try:
            await self._send()
        finally:
            room.leave(self)

    def _ask_to_wait(self) -> None:
        """Send a page that comes in by itself once there is a place; it costs no kernel.

        It asks rather than reload: nothing moves under whoever reads it.
        """
        asked = self.request.query_arguments.get("lang", [b""])[-1].decode("ascii", "ignore")
        lang = asked if asked in ("fr", "en") else language()
        self.set_status(503)
        self.set_header("Retry-After", str(places.SECONDS))
        self.set_header("Cache-Control", "no-store")
        nonce = secrets.token_urlsafe(16)
        self.set_header("Content-Security-Policy", headers.policy(nonce))
        self.write(
            self.render_template("wait.html", lang=lang, seconds=places.SECONDS, nonce=nonce)
        )

    def _log(self) -> None:
        """Write no line for each try of those who wait: the teacher's screen would fill."""
        if self.get_status() != 503:
            super()._log()

    async def _send(self) -> None:
        _token = self.xsrf_token  # reading it sets the cookie
        nonce = secrets.token_urlsafe(16)
        self.set_header("Content-Security-Policy", headers.policy(nonce))
        async for html in self.get_generator():
            self.write(html.replace(headers.NONCE, nonce))
            self.flush()

    @property
    def kernel_manager(self) -> Any:
        """The manager of kernels, with its keys."""
        return KeyGiver(super().kernel_manager, self)


class WithKey(JupyterHandler):
    """What a page asks of its kernel, and nobody else may."""

    async def prepare(self, *arguments: Any, **options: Any) -> None:
        """Refuse whoever does not hold the key of this kernel."""
        await super().prepare(*arguments, **options)
        kernel_id = self.path_kwargs.get("kernel_id") or self.path_args[0]
        held = {self.get_signed_cookie(name) for name in KEYS}
        if kernel_id.encode() not in held or kernel_id not in self.kernel_manager:
            raise HTTPError(403)


class Kernel(WithKey, KernelHandler):
    """Tell a page about its kernel."""


class Leaving(WithKey, VoilaShutdownKernelHandler):
    """End the kernel of a page that its reader leaves."""


class Channels(WithKey, VoilaKernelWebsocketHandler):
    """The line between a page and its kernel: one at a time, in one protocol.

    Jupyter's older protocol writes binary parts as text, which takes the whole server's time.
    """

    lines: ClassVar[dict[str, Channels]] = {}

    @property
    def ping_timeout(self) -> int:
        """How long, in milliseconds, a client may leave pings without an answer.

        Tornado asks before the line is open, and complains aloud of more than the time between two
        pings. Jupyter asks at each ping, and would with so little close every line at its first.
        """
        return self.ping_interval if self.ping_callback is None else SILENCE

    async def prepare(self, *arguments: Any, **options: Any) -> None:
        """Refuse a client that does not speak the protocol of our pages."""
        await super().prepare(*arguments, **options)
        offered = self.request.headers.get("Sec-WebSocket-Protocol", "").split(",")
        session = self.get_query_argument("session_id", "")
        if frames.PROTOCOL not in map(str.strip, offered) or not SESSION.fullmatch(session):
            raise HTTPError(403)

    async def open(self, kernel_id: str) -> None:
        """Open the line, and close the one that the same page had before."""
        before = self.lines.get(kernel_id)
        self.lines[kernel_id] = self
        if before is not None:
            before.close()
        await super().open(kernel_id)

    def on_message(self, ws_message: str | bytes) -> None:
        """Hand a message to the kernel, or close the line on whoever writes by hand."""
        try:
            frames.check(ws_message)
        except ValueError as reason:
            self.log.info("A message was refused: %s", reason)
            self.close(REFUSED)
        else:
            super().on_message(ws_message)

    def write_message(self, message: Any, binary: bool = False) -> Any:
        """Send what the kernel says, except what it prints, unless its reader has just left."""
        header = read_header_from_binary_message(message) if binary else None
        if header is not None and header.get("msg_type") in TRACES:
            return None
        try:
            sent = super().write_message(message, binary)
        except WebSocketClosedError:
            return None
        if sent is not None:
            sent.add_done_callback(_unless_left)
        return sent

    def on_close(self) -> None:
        """Forget the line."""
        if self.lines.get(self.kernel_id) is self:
            del self.lines[self.kernel_id]
        super().on_close()


def _unless_left(sent: Future[None]) -> None:
    """Take note that a message did not arrive, without a traceback when its reader has left."""
    if not sent.cancelled() and not isinstance(sent.exception(), WebSocketClosedError):
        sent.result()


OURS = {
    KernelHandler: Kernel,
    RequestInfoSocketHandler: RequestInfo,
    TemplateStaticFileHandler: TemplateFiles,
    TornadoVoilaHandler: Page,
    VoilaKernelWebsocketHandler: Channels,
    VoilaShutdownKernelHandler: Leaving,
}
MORE = [(r"/voila/nothing\.js", NoFormula)]
# No board asks for a file or another theme, and nobody signs in.
SHUT = (AllowListFileHandler, ThemesHandler, VoilaLoginHandler, LogoutHandler)
