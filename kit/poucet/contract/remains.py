"""What is still there after a right should have had its effect."""

from __future__ import annotations

from collections.abc import Iterable

from poucet.contract.copies import BUYER, EXCHANGE, STUDY, Dossier
from poucet.contract.requests import ERASURE, OBJECTION, RECTIFICATION, Request

OTHER_USES = (STUDY, BUYER, EXCHANGE)


def remains(request: Request, dossiers: Iterable[Dossier]) -> list[Dossier]:
    """Give the dossiers that the request should have changed, and that are not changed.

    Parameters
    ----------
    request : Request
        A rectification, an erasure or an objection.
    dossiers : iterable of Dossier
        What is held about her afterwards.

    Returns
    -------
    list of Dossier
        Empty when the right has had its whole effect.
    """
    if request.right == ERASURE:
        return list(dossiers)
    if request.right == RECTIFICATION:
        return [
            d for d in dossiers if d.directory.get(request.column, request.value) != request.value
        ]
    assert request.right == OBJECTION
    return [each for each in dossiers if each.copy.role in OTHER_USES]
