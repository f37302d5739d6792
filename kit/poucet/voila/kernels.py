"""A visitor's kernel, as the server keeps it: active from the moment that it is looked at.

Jupyter counts a kernel's idle time from its first message. One that was asked for and has not
spoken yet had none to count from: under load, each look at it ended in a traceback.
"""

from __future__ import annotations

from datetime import datetime

from jupyter_server._tz import utcnow
from jupyter_server.services.kernels.kernelmanager import ServerKernelManager
from traitlets import default


class VisitorKernel(ServerKernelManager):
    """Jupyter's manager of one kernel, with a first activity."""

    @default("last_activity")
    def _first_activity(self) -> datetime:
        now: datetime = utcnow()
        return now
