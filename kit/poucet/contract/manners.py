"""How a supplier answers: soon or late, in full or in part, truly or falsely.

The chances are chosen by the authors, to give a class something to find; they measure nothing.
What they hang on is the contract: who may come and look is answered honestly.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from poucet.contract.requests import Request
from poucet.school.draws import Draws

if TYPE_CHECKING:
    from poucet.contract.terms import Contract

HONEST, PARTIAL, FALSE = "honest", "partial", "false"
TURN = 65_536
PARTIAL_BELOW, FALSE_BELOW = 0.30, 0.45  # 30 % in part, 15 % falsely, where nobody may look
LATE = 0.35  # share of the answers that keep no promise, where nobody may look
MOST_DAYS_MORE = 75  # how much later those come


@dataclass(frozen=True)
class Manner:
    """The way one request is answered."""

    answered: datetime.date
    kind: str


def manner(contract: Contract, request: Request, seed: int) -> Manner:
    """Draw how a request is answered.

    Parameters
    ----------
    contract : Contract
        Its ``reply_days`` is the promise; ``supervised`` makes the supplier keep it, and say all.
    request : Request
        The request.
    seed : int
        Draws the answer, with the request's number, right and avatar.

    Returns
    -------
    Manner
        When, and how truly.
    """
    topic = f"reply {request.number} {request.right} {request.avatar}"
    kind, soon, late, more = (int(turn) / TURN for turn in Draws(seed, topic).turns(4))
    days = contract.reply_days // 2
    days += int(soon * (contract.reply_days - days + 1))
    if not contract.supervised and late < LATE:
        days = contract.reply_days + 1 + int(more * MOST_DAYS_MORE)
    answered = request.sent + datetime.timedelta(days=days)
    if contract.supervised or kind >= FALSE_BELOW:
        return Manner(answered, HONEST)
    return Manner(answered, PARTIAL if kind < PARTIAL_BELOW else FALSE)
