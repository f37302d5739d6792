"""What leaves the school: the tables that a service receives, and the files they travel in."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from poucet.exports.directory import directory
from poucet.exports.trail import trail, trail_columns, trail_truth

_HOMES = {
    "export": "poucet.exports.exporting",
    "read_export": "poucet.exports.exporting",
}
__all__ = ["directory", "export", "read_export", "trail", "trail_columns", "trail_truth"]

if TYPE_CHECKING:
    from poucet.exports.exporting import export as export
    from poucet.exports.exporting import read_export as read_export


def __getattr__(name: str) -> Any:
    """Import the formats only when something is exported (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'poucet.exports' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
