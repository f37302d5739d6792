"""What every answer tells the browser: nothing from elsewhere, nothing for elsewhere.

Sources: MDN, "HTTP headers"; W3C, "Content Security Policy Level 3".
"""

from __future__ import annotations

import secrets

from tornado.httputil import HTTPHeaders
from tornado.web import OutputTransform

# What the template writes as the nonce of its own scripts; no visitor ever sees it.
NONCE = secrets.token_urlsafe(16)

CLOSED = "default-src 'none'; frame-ancestors 'self'; base-uri 'none'; form-action 'self'"
PLAIN = f"{CLOSED}; style-src 'unsafe-inline'; img-src data:"  # a page that says why, and no script
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    # "no-referrer" would hide the origin of our own form from us: no password would be taken
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def policy(nonce: str) -> str:
    """Give the policy of a board's page: this server only, and the scripts that bear the nonce.

    Widgets write their style into the page: styles stay free. No script may be made from text.

    Parameters
    ----------
    nonce : str
        A number used once: what a visitor slips into a page cannot guess it.
    """
    return (
        f"{CLOSED}; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data:; font-src 'self' data:; connect-src 'self'"
    )


class Headers(OutputTransform):
    """Put the headers on an answer, whichever part of Voilà, Jupyter or Tornado it comes from."""

    def transform_first_chunk(
        self, status_code: int, headers: HTTPHeaders, chunk: bytes, finishing: bool
    ) -> tuple[int, HTTPHeaders, bytes]:
        """Add them; a page has its own policy, and everything else the narrow one."""
        for name, value in HEADERS.items():
            headers[name] = value
        headers.setdefault("Content-Security-Policy", PLAIN)
        headers.pop("Server", None)
        return status_code, headers, chunk
