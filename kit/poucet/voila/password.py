"""One password for the class, when the dashboards are shown to the pupils' own machines.

It is drawn anew at each start and read off the teacher's screen. It keeps out whoever shares the
network without being in the room; it does not hide the traffic, which is not encrypted.
"""

from __future__ import annotations

import math
import secrets
import socket
import time
from collections.abc import Callable
from typing import Any

from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.auth.identity import IdentityProvider, User
from jupyter_server.auth.login import LoginFormHandler
from tornado.web import RequestHandler

from poucet.errors import PoucetError
from poucet.i18n import gettext as _

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is mistaken for another on a screen
GUESSES, SECONDS = 5, 60.0  # wrong ones that an address may make in so many seconds


def draw() -> str:
    """Draw a password: 31⁸, some 850 thousand million, are possible."""
    word = "".join(secrets.choice(LETTERS) for _rank in range(8))
    return f"{word[:4]}-{word[4:]}"


def same(typed: str, password: str) -> bool:
    """Tell whether a pupil typed the password, with or without its hyphen or its small letters.

    >>> same(" H7KD m3qp", "h7kd-m3qp"), same("h7kd", "h7kd-m3qp")
    (True, False)
    """
    plain = "".join(letter for letter in typed.lower() if letter.isalnum())
    return secrets.compare_digest(plain.encode(), password.replace("-", "").encode())


def own_address() -> str:
    """Give the address of this machine on its network; nothing is sent to find it.

    Raises
    ------
    poucet.errors.PoucetError
        When it is on none.
    """
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
            line.connect(("192.0.2.1", 9))  # an address of documentation (RFC 5737)
            return str(line.getsockname()[0])
    except OSError:
        raise PoucetError(
            _(
                "L’adresse de ce poste ne se trouve pas : il n’est relié à aucun réseau, ou à un "
                "réseau sans passerelle ; branchez-le, ou donnez son adresse avec --address."
            )
        ) from None


class Patience:
    """How many wrong guesses each address has made of late.

    Parameters
    ----------
    clock : callable
        Gives the seconds that have passed since some moment.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._wrong: dict[str, list[float]] = {}

    def wait(self, address: str) -> int:
        """Give the seconds before this address may guess again: 0 most of the time."""
        now = self._clock()
        recent = [when for when in self._wrong.pop(address, ()) if when > now - SECONDS]
        if recent:
            self._wrong[address] = recent
        return math.ceil(recent[-GUESSES] + SECONDS - now) if len(recent) >= GUESSES else 0

    def wrong(self, address: str) -> None:
        """Note a wrong guess."""
        self._wrong.setdefault(address, []).append(self._clock())


class SharedPassword(IdentityProvider):
    """Jupyter's way to know a visitor: here, one who has typed the password on the page for it."""

    def get_handlers(self) -> list[tuple[str, object]]:
        """Give the page where it is typed."""
        return [(r"/login", PasswordPage)]

    def get_token(self, handler: RequestHandler) -> str | None:
        """Take no password from an address or a header: guesses there would not be counted."""
        return None

    def process_login_form(self, handler: RequestHandler) -> User | None:
        """Tell who typed what was typed: someone, or nobody."""
        if same(handler.get_body_argument("password", ""), str(self.token)):
            return self.generate_anonymous_user(handler)
        return None


class PasswordPage(LoginFormHandler):
    """The page where the password is typed."""

    patience = Patience()

    def _render(self, message: Any = None) -> None:
        trouble = {401: "wrong", 429: "wait"}.get(self.get_status(), "")
        self.write(self.render_template("login.html", trouble=trouble))

    @allow_unauthenticated
    def post(self) -> None:
        """Let in whoever typed the password, unless the same address has just guessed too often."""
        address = str(self.request.remote_ip)
        if wait := self.patience.wait(address):
            self.set_status(429)
            self.set_header("Retry-After", str(wait))
            self._render()
            return
        super().post()
        if self.get_status() == 401:
            self.patience.wrong(address)
