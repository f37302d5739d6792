"""Protections: what can be done to a table so that its holder learns less, and what it costs.

Every protection is a plain function over a table; it never sees a `School` nor the truth a school
seals. Nothing heavy is imported until a name is used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

_HOMES = {
    "add_noise": "poucet.protect.noise",
    "Budget": "poucet.protect.privacy_budget",
    "NoisyCells": "poucet.protect.noise",
    "NoisyNumber": "poucet.protect.noise",
    "inference_risk": "poucet.protect.inference",
    "linkability_risk": "poucet.protect.linkability",
    "PrivacyRisk": "poucet.protect.privacy_risk",
    "singling_out_risk": "poucet.protect.singling_out",
    "three_tests": "poucet.protect.g29",
    "ThreeTests": "poucet.protect.g29",
}
__all__ = [
    "Budget",
    "NoisyCells",
    "NoisyNumber",
    "PrivacyRisk",
    "ThreeTests",
    "add_noise",
    "inference_risk",
    "linkability_risk",
    "singling_out_risk",
    "three_tests",
]

if TYPE_CHECKING:
    from poucet.protect.g29 import ThreeTests, three_tests
    from poucet.protect.inference import inference_risk
    from poucet.protect.linkability import linkability_risk
    from poucet.protect.noise import NoisyCells, NoisyNumber, add_noise
    from poucet.protect.privacy_budget import Budget
    from poucet.protect.privacy_risk import PrivacyRisk
    from poucet.protect.singling_out import singling_out_risk


def __getattr__(name: str) -> Any:
    """Import a public name the first time it is used (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'poucet.protect' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
