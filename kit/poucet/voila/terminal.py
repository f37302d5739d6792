"""What a server says in a teacher's terminal: what a teacher can use, and every real fault.

Jupyter also tells there, in English, how it keeps house. Only what is listed here is left out or
said in the teacher's language; whatever else it says still shows.
"""

from __future__ import annotations

import logging

from tornado.log import gen_log

from poucet.i18n import gettext as _

HOUSEKEEPING = (
    "To access the server",  # a banner: what the kit has just said, twice
    "is not trusted",  # signed by nobody: the kit's notebooks, whose outputs are made anew
    "The websocket_ping_timeout",  # Tornado takes Jupyter's milliseconds for seconds; pings go well
    "Culling '",  # the kernel of a page that its reader left
    ": restart failed",  # the end of that kernel is told besides
    "restarted failed!",
)
RESTARTED, DEAD = "kernel %s restarted", "Kernel %s died, removing from map."


def worth_saying(record: logging.LogRecord) -> bool:
    """Tell whether a line is for the teacher; put what happens to a kernel in one's language."""
    if record.msg == RESTARTED:
        record.msg, record.args = _("Le programme d’une page s’est arrêté, et a recommencé."), ()
    elif record.msg == DEAD:
        record.msg = _("Le programme d’une page s’est arrêté : cette page le dit à qui la lit.")
        record.args = ()
    return not any(words in record.getMessage() for words in HOUSEKEEPING)


def quieten(log: logging.Logger) -> None:
    """Keep a server's log, and Tornado's, to what is worth saying."""
    for one in (log, gen_log):
        one.addFilter(worth_saying)
