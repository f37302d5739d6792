"""Starts each visitor's kernel by forking a process that has prepared the boards (Linux).

Elsewhere, or if that process is no more, kernels start as Jupyter starts them.
"""

from __future__ import annotations

import asyncio
import json
import os
import select
import signal
import socket
import subprocess
import sys
import threading
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any, ClassVar

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning import KernelProvisionerFactory, LocalProvisioner

NAME = "poucet-forked"
ONE_THREAD = {"OMP_NUM_THREADS": "1"}  # a thread of a numerical library would not survive a fork
# Widgets were imported before there was a kernel to tell of it; nobody reads a visitor's history.
OPTIONS = ("--ext=ipywidgets", "--HistoryManager.enabled=False")


def possible() -> bool:
    """Tell whether kernels can be forked here."""
    return sys.platform == "linux" and hasattr(os, "pidfd_open")


class Forked:
    """A process that is not our child, seen as the standard library shows one that is.

    Parameters
    ----------
    pid : int
        Its number.
    handle : int
        Its file descriptor, which unlike the number never comes to mean another process.
    """

    stdin = stdout = stderr = None

    def __init__(self, pid: int, handle: int) -> None:
        self.pid, self.handle = pid, handle
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """Tell whether it has ended: 0, whatever it ended of, which only its parent knows."""
        if self.returncode is None and select.select([self.handle], [], [], 0)[0]:
            os.close(self.handle)
            self.returncode = 0
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Wait until it has ended."""
        if self.returncode is None and not select.select([self.handle], [], [], timeout)[0]:
            raise subprocess.TimeoutExpired(str(self.pid), timeout or 0.0)
        self.poll()
        return 0

    def send_signal(self, number: int) -> None:
        """Send it a signal, if it is still there."""
        if self.poll() is None and sys.platform == "linux":
            signal.pidfd_send_signal(self.handle, signal.Signals(number))

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End it."""
        self.send_signal(signal.SIGKILL)


class WarmParent:
    """The process that forks kernels, and the line to it: a socket that nobody else can open.

    Parameters
    ----------
    preparation : str
        What it calls before its first fork, as ``"package.module:function"``.
    """

    def __init__(self, preparation: str) -> None:
        self._line, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._turn = threading.Lock()
        with theirs:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "poucet.voila.warm", str(theirs.fileno()), preparation],
                pass_fds=[theirs.fileno()],
                env={**os.environ, **ONE_THREAD},
                start_new_session=True,
            )

    def fork(self, argv: list[str], env: dict[str, str], cwd: str) -> Forked:
        """Ask for a kernel; wait until the boards are prepared, if they are not yet.

        Raises
        ------
        OSError
            When the process is gone.
        """
        request = json.dumps({"argv": argv, "env": env, "cwd": cwd}).encode()
        with self._turn:
            self._line.sendall(request)
            answer, handles, _flags, _address = socket.recv_fds(self._line, 64, 1)
        if not handles:
            raise ConnectionResetError("The process that forks kernels is gone.")
        return Forked(int(answer), handles[0])

    def stop(self) -> None:
        """End it, and every kernel forked from it."""
        self.process.kill()
        self.process.wait()
        self._line.close()


class ForkedKernel(LocalProvisioner):
    """Jupyter's way to start a kernel, by a fork of `warm`."""

    warm: ClassVar[WarmParent | None] = None

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Fork a kernel that reads the connection file named in the command."""
        try:
            if self.warm is None:
                raise ConnectionResetError
            process = await asyncio.to_thread(
                self.warm.fork,
                [*cmd[cmd.index("-f") :], *OPTIONS],
                dict(kwargs.get("env") or os.environ),
                str(kwargs.get("cwd") or Path.cwd()),
            )
        except OSError:
            return await super().launch_kernel(cmd, **kwargs)
        self.process = process  # type: ignore[assignment] # it has all that is used of a Popen
        self.pid = self.pgid = process.pid  # it leads its own group
        self.cwd = kwargs.get("cwd", Path.cwd())
        return self.connection_info


def start(preparation: str) -> WarmParent | None:
    """Start the process that forks kernels, and make Jupyter ask it; None where it cannot be."""
    if not possible():
        return None
    factory = KernelProvisionerFactory.instance()
    factory.provisioners[NAME] = EntryPoint(
        NAME, f"{__name__}:{ForkedKernel.__name__}", KernelProvisionerFactory.GROUP_NAME
    )
    factory.default_provisioner_name = NAME
    ForkedKernel.warm = WarmParent(preparation)
    return ForkedKernel.warm
