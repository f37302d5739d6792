"""poucet: a teaching kit on personal data at school.

Nothing heavy is imported until a name is used: ``import poucet`` costs what NumPy costs.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

_HOMES = {
    "Contract": "poucet.contract",
    "Nation": "poucet.school",
    "PoucetError": "poucet.errors",
    "School": "poucet.school",
    "add_noise": "poucet.protect",
    "auction": "poucet.market",
    "check": "poucet.classroom",
    "class_sizes": "poucet.attacks",
    "damage": "poucet.damages",
    "directory": "poucet.exports",
    "explore": "poucet.attacks",
    "export": "poucet.exports",
    "infer": "poucet.attacks",
    "judge": "poucet.contract",
    "k_anonymise": "poucet.protect",
    "l_diversity": "poucet.attacks",
    "link": "poucet.attacks",
    "price": "poucet.market",
    "reverse_hashes": "poucet.attacks",
    "t_closeness": "poucet.attacks",
    "trail": "poucet.exports",
    "unicity": "poucet.attacks",
    "use_language": "poucet.i18n",
}
__all__ = sorted(_HOMES)

if TYPE_CHECKING:
    from poucet.attacks import class_sizes as class_sizes
    from poucet.attacks import explore as explore
    from poucet.attacks import infer as infer
    from poucet.attacks import l_diversity as l_diversity
    from poucet.attacks import link as link
    from poucet.attacks import reverse_hashes as reverse_hashes
    from poucet.attacks import t_closeness as t_closeness
    from poucet.attacks import unicity as unicity
    from poucet.classroom import check as check
    from poucet.contract import Contract as Contract
    from poucet.contract import judge as judge
    from poucet.damages import damage as damage
    from poucet.errors import PoucetError as PoucetError
    from poucet.exports.directory import directory as directory
    from poucet.exports.exporting import export as export
    from poucet.exports.trail import trail as trail
    from poucet.i18n import use_language as use_language
    from poucet.market import auction as auction
    from poucet.market import price as price
    from poucet.protect import add_noise as add_noise
    from poucet.protect import k_anonymise as k_anonymise
    from poucet.school import Nation as Nation
    from poucet.school import School as School


def __getattr__(name: str) -> Any:
    """Import a public name the first time it is used (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'poucet' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
