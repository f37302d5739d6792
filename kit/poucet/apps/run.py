"""Opens the board that the address asks for: ``?n=2&lang=en``.

One notebook serves every board, so that one pool of warm kernels does. It has two cells: `wait`,
which prepares all it can before anyone comes, and `run`, which shows the board.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
import time
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Any
from urllib.parse import parse_qs

from poucet.i18n import LANGUAGES, language, use_language

BOARDS = {
    1: "poucet.apps.striking_out",
    2: "poucet.apps.singling_out",
    3: "poucet.apps.pebbles",
    4: "poucet.apps.putting_together",
    5: "poucet.apps.what_it_believes",
    6: "poucet.apps.what_you_are_worth",
    7: "poucet.apps.protecting",
    8: "poucet.apps.trust_charter",
}


def wait() -> None:
    """Make the kernel ready for any board; under Voilà, then wait for the visitor.

    Elsewhere (JupyterLab, a test) it only prepares.
    """
    prepare()
    if os.environ.get("VOILA_PREHEAT") != "True":
        return
    from voila.utils import wait_for_request

    while "QUERY_STRING" not in os.environ:  # a connection lost in the night is opened again
        with contextlib.suppress(OSError):
            wait_for_request()
        if "QUERY_STRING" not in os.environ:
            time.sleep(1)


@cache
def prepare() -> None:
    """Make all boards ready, once: a kernel forked from a process that did so has nothing to do."""
    for module in BOARDS.values():
        import_module(module).prepare()
    _give_memory_back()


def _give_memory_back() -> None:
    """Return to the system what preparing used and freed, where the C library can (glibc).

    Several kernels wait on one machine: each would keep some 80 MB that it never uses again.
    """
    if sys.platform == "linux":
        with contextlib.suppress(AttributeError, OSError):
            ctypes.CDLL(None).malloc_trim(0)


def asked(query: str) -> tuple[int, str]:
    """Read an address's query: the board's number, 0 for the home page, and the language.

    Anything unknown counts as absent: the address belongs to the visitor.

    Examples
    --------
    >>> asked("n=2&lang=en"), asked("n=99&lang=<b>"), asked("")
    ((2, 'en'), (0, 'fr'), (0, 'fr'))
    """
    values = parse_qs(query)
    number, lang = values.get("n", [""])[0], values.get("lang", [""])[0]
    known = {str(n): n for n in BOARDS}
    return known.get(number, 0), lang if lang in LANGUAGES else language()


def run(query: str | None = None) -> None:
    """Show the board that the address asks for.

    Parameters
    ----------
    query : str, optional
        Such as ``"n=2&lang=en"``; under Voilà it is the page's own.
    """
    from IPython.display import display

    with _unheard():
        board = page(os.environ.get("QUERY_STRING", "") if query is None else query)
    display(board)


@contextlib.contextmanager
def _unheard() -> Iterator[None]:
    """Under Voilà, build widgets without a word of each: some 200 messages that nobody needs.

    Nobody is connected yet; the page asks for the state of every widget when it is there.
    """
    if not os.environ.get("SERVER_SOFTWARE", "").startswith("voila/"):
        yield
        return
    from ipykernel.comm.comm import BaseComm
    from ipykernel.kernelbase import Kernel

    def only_connect(comm: BaseComm, *_message: Any, **_parts: Any) -> None:
        comm.kernel = Kernel.instance()  # as the first message does; without it none would follow

    said = BaseComm.publish_msg
    BaseComm.publish_msg = only_connect  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        BaseComm.publish_msg = said  # type: ignore[method-assign]


def page(query: str) -> Any:
    """Build the page that a query asks for, as a widget."""
    number, lang = asked(query)
    use_language(lang)
    if number == 0:
        from poucet.apps.home import Home

        return Home().page
    return import_module(BOARDS[number]).open_board().page
