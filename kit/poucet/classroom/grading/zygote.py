"""The first process of a sandbox's world: it has imported everything, and forks for each hand-in.

The judge's side asks for a hand-in and sends the two ends of its pipes; the fork shuts itself in
and runs the cells. At the end it is killed and the folders are emptied. Success: the next hand-in
finds the world as the first one did; where that is not certain, the zygote says so, and the whole
world is thrown away.
"""

from __future__ import annotations

import gc
import json
import os
import random
import shutil
import signal
import socket
import sys
from pathlib import Path

import numpy as np

from poucet.classroom.grading import limits
from poucet.classroom.grading.walls import CLEAN, EMPTY, HAND_INS, LEFT


def main() -> None:
    """Serve the hand-ins asked for on standard input, a socket, until its other end closes."""
    control = socket.socket(fileno=0)
    limits.hide(True)
    # The first process of a world feels no signal from inside it, as long as it handles none.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    ways = _ways()
    from poucet.classroom.grading import cell_runner

    shell = cell_runner.new_shell()
    if not all(_emptied(place, ways) for place in EMPTY):
        raise SystemExit
    known: set[str] = set()
    gc.freeze()
    while True:
        message, pipes, _flags, _address = socket.recv_fds(control, 1000, 2)
        if not message:
            return
        avatar, assignment = json.loads(message)
        if assignment not in known:
            _import_files(assignment)
            known.add(assignment)
        child = os.fork()
        if child == 0:
            try:
                control.close()
                _settle(Path(HAND_INS, avatar, assignment))
                cell_runner.serve(shell, *pipes)
            finally:
                os._exit(0)
        for pipe in pipes:
            os.close(pipe)
        control.recv(10)
        died = os.waitpid(child, os.WNOHANG)[0] == child
        if not died:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        alone = [path.name for path in Path("/proc").iterdir() if path.name.isdigit()] == ["1"]
        clean = alone and not died and all(_emptied(place, ways) for place in EMPTY)
        control.send(CLEAN if clean else LEFT)


def _settle(home: Path) -> None:
    """Become what runs a pupil's cells: in its own folder, shut in."""
    home.mkdir(parents=True)
    os.chdir(home)
    os.environ["HOME"] = str(home)
    sys.path.insert(0, str(home))
    signal.signal(signal.SIGINT, signal.default_int_handler)
    random.seed(0)  # a pupil's chance is the same whenever the hand-in is graded
    np.random.seed(0)  # noqa: NPY002 - the one that a pupil's ``np.random`` uses
    limits.limit()
    limits.hide(False)
    limits.shut()


def _import_files(assignment: str) -> None:
    """Import what an assignment uses, once for the class: here, before any pupil's code."""
    from poucet.classroom.handout import ASSIGNMENTS, room

    if assignment in ASSIGNMENTS:
        room(assignment, "hints")
        room(assignment, "files").files(1)


def _ways() -> tuple[set[str], set[str]]:
    """Find what is mounted (the kit may be, under /tmp), and the folders that lead to it."""
    mounted = set()
    for line in Path("/proc/self/mountinfo").read_text(encoding="utf-8").splitlines():
        mounted.add(line.split()[4].replace("\\040", " "))
    return mounted, {str(folder) for place in mounted for folder in Path(place).parents}


def _emptied(folder: str, ways: tuple[set[str], set[str]]) -> bool:
    """Empty a folder; tell whether nothing is left in it or written on it."""
    mounted, leading = ways
    for entry in list(os.scandir(folder)):
        if entry.path in mounted:
            continue
        if entry.path in leading:
            if not _emptied(entry.path, ways):
                return False
        elif entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path, ignore_errors=True)
        else:
            Path(entry.path).unlink()
    os.utime(folder, (0, 0))
    left = [entry.path for entry in os.scandir(folder)]
    return (
        all(path in mounted or path in leading for path in left)
        and not os.listxattr(folder)
        and Path(folder).stat().st_mode & 0o7777 == 0o755
    )


if __name__ == "__main__":
    main()
