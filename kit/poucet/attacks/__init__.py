"""Attacks: what the holder of a table can learn from it.

Every attack is a plain function over a table. It never sees a `School` nor the truth a school
seals: it knows what the holder of the table knows. Nothing heavy is imported until a name is used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

_HOMES = {
    "ClassSizes": "poucet.attacks.classes",
    "class_sizes": "poucet.attacks.classes",
    "Exploration": "poucet.attacks.subsets",
    "LDiversity": "poucet.attacks.sensitive",
    "Subset": "poucet.attacks.subsets",
    "TCloseness": "poucet.attacks.sensitive",
    "explore": "poucet.attacks.subsets",
    "l_diversity": "poucet.attacks.sensitive",
    "t_closeness": "poucet.attacks.sensitive",
}
__all__ = [
    "ClassSizes",
    "Exploration",
    "LDiversity",
    "Subset",
    "TCloseness",
    "class_sizes",
    "explore",
    "l_diversity",
    "t_closeness",
]

if TYPE_CHECKING:
    from poucet.attacks.classes import ClassSizes, class_sizes
    from poucet.attacks.sensitive import LDiversity, TCloseness, l_diversity, t_closeness
    from poucet.attacks.subsets import Exploration, Subset, explore


def __getattr__(name: str) -> Any:
    """Import a public name the first time it is used (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'poucet.attacks' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
