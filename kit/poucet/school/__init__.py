"""The fictitious school, its sealed truth, and the nation it stands in.

Nothing is imported before it is used: a dashboard that needs the school alone loads neither pandas
nor Faker.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

_HOMES = {
    "Nation": "poucet.school.nation",
    "PoucetProvider": "poucet.school.provider",
    "School": "poucet.school.school",
}
__all__ = ["Nation", "PoucetProvider", "School"]

if TYPE_CHECKING:
    from poucet.school.nation import Nation
    from poucet.school.provider import PoucetProvider
    from poucet.school.school import School


def __getattr__(name: str) -> Any:
    """Import a public name the first time it is used (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'poucet.school' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
