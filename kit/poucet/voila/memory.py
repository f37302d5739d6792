"""Memory that a server may still take: the machine's, or less where a container sets a limit.

A dashboard server in a container sees the whole machine's memory; the kernel of the container's
host ends it long before that. Source of the files' names and units: Linux, cgroup v2, "Memory
Interface Files".
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import psutil  # type: ignore[import-untyped]

GROUPS = Path("/sys/fs/cgroup")
OWN = Path("/proc/self/cgroup")


def free_bytes(groups: Path = GROUPS, own: Path = OWN) -> int:
    """Give the memory that can still be taken, in bytes.

    Parameters
    ----------
    groups : pathlib.Path
        Where cgroup v2 is mounted.
    own : pathlib.Path
        The file that tells in which group this process is.
    """
    return min([psutil.virtual_memory().available, *_left(groups, own)])


def _left(groups: Path, own: Path) -> Iterator[int]:
    """Give what each group that holds this process has left under its limit."""
    with contextlib.suppress(OSError):
        for line in own.read_text().splitlines():
            number, _, place = line.split(":", 2)
            if number == "0":
                folder = groups / place.lstrip("/")
                for group in (folder, *folder.parents):
                    if group.is_relative_to(groups):
                        with contextlib.suppress(OSError, ValueError):  # no limit reads "max"
                            yield _left_in(group)


def _left_in(group: Path) -> int:
    limit = int((group / "memory.max").read_text())
    taken = int((group / "memory.current").read_text())
    counted = dict(line.split() for line in (group / "memory.stat").read_text().splitlines())
    # Files kept in memory in case they are read again are given back when memory is short.
    return max(0, limit - taken + int(counted.get("inactive_file", 0)))
