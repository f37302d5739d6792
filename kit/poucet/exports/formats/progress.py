"""How far a long export is, told to whoever draws the bar."""

from __future__ import annotations

from collections.abc import Callable, Iterator

Progress = Callable[[int, int], None]
STEP = 10_000  # rows made, written and forgotten together


class Steps:
    """Count the rows of an export of several files, and tell after each step.

    Parameters
    ----------
    progress : callable or None
        Called as ``progress(done, total)``, in rows; the last call has ``done == total``.
    total : int
        How many rows all the files will hold.
    """

    def __init__(self, progress: Progress | None, total: int) -> None:
        self.done = 0
        self.total = total
        self._progress = progress

    def advance(self, rows: int) -> None:
        """Tell that so many more rows are written."""
        self.done += rows
        if self._progress is not None:
            self._progress(self.done, self.total)


def steps_of(size: int, step: int = STEP) -> Iterator[slice]:
    """Cut `size` rows into slices of at most `step`.

    Examples
    --------
    >>> list(steps_of(25, 10))
    [slice(0, 10, None), slice(10, 20, None), slice(20, 25, None)]
    """
    for start in range(0, size, step):
        yield slice(start, min(start + step, size))
