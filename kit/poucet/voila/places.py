"""How many visitors the machine can hold at once: one more would slow or end everyone's board."""

from __future__ import annotations

import os
from collections.abc import Container
from typing import Any

from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.voila.memory import free_bytes

VARIABLE = "POUCET_MOST_VISITORS"
FEWEST, MOST = 4, 80  # without the variable, however small or large the machine
SHARE = 0.6  # of the memory that is free as the server starts; the rest is for the browsers
# A forked kernel has 40 MB of its own and grows as it is used; elsewhere it holds all the boards.
FORKED_BYTES, ALONE_BYTES = 60 * 10**6, 250 * 10**6
SECONDS = 5  # after which whoever waits asks again


def most_visitors(forked: bool, free: int | None = None) -> int:
    """Give the number of visitors to let in: what the teacher chose, else what memory allows.

    Parameters
    ----------
    forked : bool
        Whether kernels share their memory.
    free : int or None
        Bytes of memory that are free; None to measure them.

    Raises
    ------
    poucet.errors.PoucetError
        When the teacher's choice is not a number from 1.
    """
    if chosen := os.environ.get(VARIABLE, ""):
        if not (chosen.isdecimal() and int(chosen)):
            raise PoucetError(
                _("{name} vaut « {value} » : donnez un nombre entier, à partir de 1.").format(
                    name=VARIABLE, value=chosen
                )
            )
        return int(chosen)
    free = free_bytes() if free is None else free
    held = int(free * SHARE / (FORKED_BYTES if forked else ALONE_BYTES))
    return min(max(held, FEWEST), MOST)


class Places:
    """The visitors who are in, by their kernels, and those whose kernel is being started.

    Parameters
    ----------
    most : int
        How many there may be.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self.coming: set[Any] = set()  # pages without a kernel yet
        self.kernels: set[str] = set()

    def free(self, alive: Container[str]) -> bool:
        """Tell whether one more may come in.

        Parameters
        ----------
        alive : container of str
            The kernels that have not ended.
        """
        self.kernels = {kernel for kernel in self.kernels if kernel in alive}
        return len(self.kernels) + len(self.coming) < self.most

    def reserve(self, page: Any, alive: Container[str]) -> bool:
        """Keep a place for a page before anything is awaited; tell whether there was one.

        Parameters
        ----------
        page : object
            Whoever asks.
        alive : container of str
            The kernels that have not ended.
        """
        if not self.free(alive):
            return False
        self.coming.add(page)
        return True

    def take(self, page: Any, kernel: str) -> None:
        """Give the page's place to its kernel, which keeps it until it ends."""
        self.coming.discard(page)
        self.kernels.add(kernel)

    def leave(self, page: Any) -> None:
        """Give the place back, if no kernel ever took it."""
        self.coming.discard(page)
