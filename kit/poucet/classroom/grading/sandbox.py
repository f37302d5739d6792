"""The sandbox: a pupil's code sees the kit, its own empty folder, and nothing else.

A pupil's code may read, write, connect, start programs and never end. `walls` gives it a world of
its own, `limits` what it may use of it; `zygote` is that world's first process, which serves one
hand-in after another. Success: no hand-in finds anything of the one before it, and a world where
something odd has happened serves no other.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import BinaryIO

from poucet.classroom.grading import limits, patience, walls
from poucet.i18n import gettext as _
from poucet.i18n import language

PATIENCE = 2.0  # seconds to empty a world; a new one costs less than that


class Inside:
    """A hand-in's interpreter, seen from the judge's side.

    Attributes
    ----------
    stdin, stdout : file
        The pipes to it and from it.
    trusted : bool
        Set it to False where the interpreter has died or did not stop: its world ends with it.
    """

    def __init__(
        self, stdin: BinaryIO, stdout: BinaryIO, process: Callable[[], int | None]
    ) -> None:
        self.stdin, self.stdout, self.trusted = stdin, stdout, True
        self._process = process

    def processor(self) -> float | None:
        """Give the seconds of processor that it has taken; None where nothing tells."""
        process = self._process()
        return None if process is None else patience.processor_of(process)

    def close(self) -> None:
        """Close the pipes."""
        for pipe in (self.stdin, self.stdout):
            with contextlib.suppress(OSError):
                pipe.close()


class World:
    """One shut-in world, for one hand-in at a time."""

    def __init__(self) -> None:
        self._owner, self._language, self._free = os.getpid(), language(), True
        self._control, inner = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with inner:
            self._process = subprocess.Popen(
                walls.command("-P", "-m", "poucet.classroom.grading.zygote"),
                stdin=inner.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd="/",
                env={},
                start_new_session=True,
            )

    def serves(self) -> bool:
        """Tell whether this process may ask it for a hand-in now."""
        return (
            self._free
            and self._owner == os.getpid()
            and self._language == language()
            and self._process.poll() is None
        )

    @contextlib.contextmanager
    def hand_in(self, avatar: str, assignment: str) -> Iterator[Inside]:
        """Start the interpreter of a hand-in; on leaving, it is dead, and its world clean or dead.

        Parameters
        ----------
        avatar, assignment : str
            They name the folder that the code sees as its own.
        """
        self._free = False
        from_judge, to_pupil = os.pipe()
        from_pupil, to_judge = os.pipe()
        inside = Inside(
            os.fdopen(to_pupil, "wb", 0), os.fdopen(from_pupil, "rb", 0), self._interpreter
        )
        try:
            with contextlib.suppress(OSError):  # a dead world: the judge finds the pipes closed
                asked = json.dumps([avatar, assignment]).encode()
                socket.send_fds(self._control, [asked], [from_judge, to_judge])
            os.close(from_judge)
            os.close(to_judge)
            yield inside
        finally:
            # before its pipes are closed: it must not end by itself, which would look odd
            if inside.trusted and self._emptied():
                self._free = True
            else:
                self.close()
            inside.close()

    def _interpreter(self) -> int | None:
        """Find the hand-in's process: bubblewrap's child is the zygote, and has no other child."""
        zygote = patience.child_of(self._process.pid)
        return None if zygote is None else patience.child_of(zygote)

    def _emptied(self) -> bool:
        try:
            self._control.settimeout(PATIENCE)
            self._control.send(b"end")
            said = self._control.recv(10)
            self._control.settimeout(None)
        except OSError:
            return False
        return said == walls.CLEAN

    def close(self) -> None:
        """End the world and all that is in it."""
        self._control.close()
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, 9)
        self._process.wait()


_world: World | None = None


@contextlib.contextmanager
def opened(avatar: str, assignment: str, *, shut: bool = True) -> Iterator[Inside]:
    """Start the interpreter of an avatar's cells, in this process's world.

    Parameters
    ----------
    avatar, assignment : str
        They name the folder that the code sees as its own.
    shut : bool
        False runs it with the teacher's own rights, for machines without bubblewrap.
    """
    with ready().hand_in(avatar, assignment) if shut else _unshut(avatar, assignment) as inside:
        yield inside


def ready() -> World:
    """Give this process's world; a new one, if need be, gets ready while the caller goes on."""
    global _world
    if _world is None or not _world.serves():
        close()
        _world = World()
    return _world


@atexit.register
def close() -> None:
    """End this process's world, if it has one."""
    global _world
    if _world is not None and _world._owner == os.getpid():
        _world.close()
    _world = None


@contextlib.contextmanager
def _unshut(avatar: str, assignment: str) -> Iterator[Inside]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as top:
        place = Path(top, avatar, assignment)
        place.mkdir(parents=True)
        process = subprocess.Popen(
            [sys.executable, "-m", "poucet.classroom.grading.cell_runner"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=place,
            env=walls.environment(str(place)),
            preexec_fn=limits.limit,
            start_new_session=True,
        )
        assert process.stdin is not None and process.stdout is not None
        inside = Inside(process.stdin, process.stdout, lambda: process.pid)  # type: ignore[arg-type]
        try:
            yield inside
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, 9)
            process.wait()
            inside.close()


@cache
def why_not() -> str | None:
    """Say in a sentence why the sandbox cannot run here; None where it can."""
    if sys.platform != "linux" or not limits.known_machine():
        return _("le bac à sable demande Linux (sous Windows, WSL 2)")
    if shutil.which("bwrap") is None:
        return _("le programme bubblewrap n’est pas installé (paquet « bubblewrap »)")
    tried = subprocess.run(
        walls.command("-P", "-m", "poucet.classroom.grading.limits"),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={},
        check=False,
    )
    if tried.stdout.strip() == limits.SHUT.encode():
        return None
    return _("bubblewrap est installé, mais ce système lui interdit de s’isoler")
