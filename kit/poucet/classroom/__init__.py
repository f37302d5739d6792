"""What a teacher and a class handle: bets, avatars, hints, printed cards, the lessons' builder."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from poucet.classroom.memory import give_back_after_each_cell

# No module bears the name of a function here: importing it would hide the function.
_HOMES = {
    "avatar": "poucet.classroom.avatars",
    "check": "poucet.classroom.checks",
    "hand_out": "poucet.classroom.handout",
    "predict": "poucet.classroom.bets",
    "what_leaves": "poucet.classroom.leaving",
}
__all__ = ["avatar", "check", "hand_out", "predict", "what_leaves"]

if TYPE_CHECKING:
    from poucet.classroom.avatars import avatar
    from poucet.classroom.bets import predict
    from poucet.classroom.checks import check
    from poucet.classroom.handout import hand_out
    from poucet.classroom.leaving import what_leaves


def __getattr__(name: str) -> Any:
    """Import a public name the first time it is used (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'poucet.classroom' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__


give_back_after_each_cell()
