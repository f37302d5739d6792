"""Memory that a cell has freed goes back to the machine, which a whole class shares.

Thirty-five pupils work on one server, each in a kernel of their own. A cell that reads a million
lines needs room for a second; the C library then keeps that room, up to 60 MB a pupil, in case it
is wanted again. Success is that the others get it at once.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from functools import cache


@cache
def _trim() -> Callable[[int], int] | None:
    """Find the C library's own word for it; only glibc has one, and only glibc keeps so much."""
    return getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None


def give_back(_cell: object = None) -> None:
    """Hand freed memory back to the machine: a few milliseconds, and nothing changes.

    Parameters
    ----------
    _cell : object, optional
        What IPython tells of the cell that has ended.
    """
    trim = _trim()
    if trim is not None:
        trim(0)


def give_back_after_each_cell() -> None:
    """Do so at the end of every cell from now on; outside a notebook, do nothing.

    A slider that moves is no cell: dashboards answer as fast as before.
    """
    if "IPython" not in sys.modules:
        return
    from IPython import get_ipython

    shell = get_ipython()
    if shell is not None:
        shell.events.register("post_run_cell", give_back)
