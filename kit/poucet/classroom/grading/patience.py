"""How long pupils' code may go on: seconds of processor, and more of wall clock for what waits.

An overloaded machine makes everything slow, and that is no pupil's fault: what counts is the time
that the processor gave. Code that sleeps is given none: a longer limit on the wall clock is for it.
Success: a right hand-in has its marks on any machine, and nothing goes on for ever.
"""

from __future__ import annotations

import contextlib
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import NamedTuple

GRACE = 1.5  # seconds: the other side stops by itself before it is stopped
ALARMS = {signal.SIGPROF, signal.SIGALRM}
_CLOCKS: tuple[tuple[int, signal.Signals, Callable[[], float]], ...] = (
    (signal.ITIMER_PROF, signal.SIGPROF, time.process_time),
    (signal.ITIMER_REAL, signal.SIGALRM, time.monotonic),
)


class Limit(NamedTuple):
    """Seconds of processor, and of wall clock."""

    processor: float
    wall: float

    def longer(self, seconds: float) -> Limit:
        """Give a limit with as much more of both."""
        return Limit(self.processor + seconds, self.wall + seconds)


CELL = Limit(30.0, 90.0)  # a whole solved assignment runs in three


class Deadline:
    """When the other side has had its time.

    Parameters
    ----------
    limit : Limit
        What it may still take by itself; it is stopped `GRACE` later.
    used : callable, optional
        Gives the seconds of processor that it has taken so far; None where nothing tells.
    """

    def __init__(self, limit: Limit, used: Callable[[], float | None] = lambda: None) -> None:
        self._limit, self._used = limit, used
        self._began = Limit(used() or 0.0, time.monotonic())

    def left(self) -> Limit:
        """Give what is left of the limit, which may be less than nothing."""
        used = self._used()
        return Limit(
            self._limit.processor - (0.0 if used is None else used - self._began.processor),
            self._limit.wall - (time.monotonic() - self._began.wall),
        )

    def passed(self) -> str | None:
        """Name the clock that has gone past the limit and the grace; None if neither has."""
        for name, left in self.left()._asdict().items():
            if left <= -GRACE:
                return name
        return None


@contextlib.contextmanager
def alarms(limit: Limit, errors: dict[str, type[BaseException] | BaseException]) -> Iterator[None]:
    """Raise an error in what runs once it has had its time, as a notebook's stop button would.

    Parameters
    ----------
    limit : Limit
        Counted from now.
    errors : dict
        The error of each clock, by its name.
    """
    with contextlib.ExitStack() as all_set:
        for clock, name, seconds in zip(_CLOCKS, Limit._fields, limit, strict=True):
            all_set.enter_context(_alarm(clock, max(seconds, 0.05), errors[name]))
        yield


@contextlib.contextmanager
def _alarm(
    clock: tuple[int, signal.Signals, Callable[[], float]],
    seconds: float,
    error: BaseException | type[BaseException],
) -> Iterator[None]:
    timer, number, now = clock

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise error

    former = signal.signal(number, ring)
    began, (left, _) = now(), signal.setitimer(timer, seconds)
    try:
        yield
    finally:
        signal.setitimer(timer, 0)
        signal.signal(number, former)
        if left:  # the alarm of what called this one
            signal.setitimer(timer, max(left - (now() - began), 0.01))


def processor_of(process: int) -> float | None:
    """Read the seconds of processor that a process has taken; None where the system tells nothing.

    Source: proc(5), fields 14 and 15 of ``/proc/PID/stat``, in hundredths of a second.
    """
    try:
        told = Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace")
        return sum(map(int, told.rpartition(")")[2].split()[11:13])) / 100
    except (OSError, ValueError):
        return None


def child_of(process: int) -> int | None:
    """Find the first child of a process; None if it has none, or the system does not tell."""
    try:
        told = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    except OSError:
        return None
    first, _, _ = told.partition(" ")
    return int(first) if first else None
