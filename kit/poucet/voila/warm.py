"""The process that kernels are forked from: it has prepared every board, and waits.

A kernel that starts from nothing imports and draws for some seconds, and weighs as much as the
boards; one forked from here starts at once and shares their memory until it writes there. This
process holds neither thread nor event loop nor zmq context, which do not survive a fork. It ends
with the server, whose end of the socket then closes, and its kernels end with it.

    python -m poucet.voila.warm DESCRIPTOR MODULE:FUNCTION
"""

from __future__ import annotations

import ctypes
import gc
import json
import os
import pkgutil
import signal
import socket
import sys
from importlib import import_module
from typing import Any

MOST_BYTES = 1 << 20  # of a request: an environment and a path
IMPORTED_LATE = (  # by every kernel as it starts
    "IPython.core.completerlib",
    "IPython.core.debugger",
    "IPython.extensions.storemagic",
    "ipykernel.debugger",
    "tornado.platform.asyncio",
)
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG, in Linux's prctl.h


def main(descriptor: int, preparation: str) -> None:
    """Call what prepares, then fork a kernel for each request until the server is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C ends the server, which ends this
    os.environ["JPY_PARENT_PID"] = str(os.getpid())  # read once, when ipykernel is imported
    sys.modules["debugpy"] = None  # type: ignore[assignment] # a visitor has nothing to debug
    from ipykernel.kernelapp import IPKernelApp

    for name in IMPORTED_LATE:
        import_module(name)
    pkgutil.resolve_name(preparation)()
    gc.collect()
    gc.freeze()  # the collector would otherwise write on every shared page
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # ended kernels leave nothing to bury
    with socket.socket(fileno=descriptor) as server:
        while request := server.recv(MOST_BYTES):
            child = os.fork()
            if child == 0:
                server.close()
                _become_kernel(IPKernelApp, json.loads(request))
            handle = os.pidfd_open(child)
            socket.send_fds(server, [str(child).encode()], [handle])
            os.close(handle)


def _become_kernel(kernel: Any, request: dict[str, Any]) -> None:
    """Run a kernel as if it had been started alone, and never return."""
    try:
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
        os.setsid()
        for number in (signal.SIGINT, signal.SIGCHLD):
            signal.signal(number, signal.SIG_DFL)
        os.environ.clear()
        os.environ.update(request["env"])
        os.chdir(request["cwd"])
        kernel.launch_instance(argv=request["argv"])
    finally:
        os._exit(0)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
