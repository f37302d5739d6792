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
    "inference_risk": "poucet.protect.inference",
    "intervals": "poucet.protect.hierarchies",
    "k_anonymise": "poucet.protect.k_anonymity",
    "KAnonymous": "poucet.protect.k_anonymity",
    "linkability_risk": "poucet.protect.linkability",
    "Loss": "poucet.protect.loss",
    "method_effect": "poucet.protect.teaching_questions",
    "MethodEffect": "poucet.protect.teaching_questions",
    "next_exercise": "poucet.protect.teaching_questions",
    "NextExercise": "poucet.protect.teaching_questions",
    "noise_for_a_picture": "poucet.protect.noise_picture",
    "NoisyCells": "poucet.protect.noise",
    "NoisyNumber": "poucet.protect.noise",
    "PrivacyRisk": "poucet.protect.privacy_risk",
    "pseudonyms": "poucet.protect.pseudonym",
    "Pseudonyms": "poucet.protect.pseudonym",
    "round_counts": "poucet.protect.rounding",
    "RoundedCounts": "poucet.protect.rounding",
    "singling_out_risk": "poucet.protect.singling_out",
    "Spending": "poucet.protect.privacy_budget",
    "three_tests": "poucet.protect.g29",
    "ThreeTests": "poucet.protect.g29",
    "Utility": "poucet.protect.teaching_kept",
    "utility": "poucet.protect.teaching_kept",
}
__all__ = [
    "Budget",
    "KAnonymous",
    "Loss",
    "MethodEffect",
    "NextExercise",
    "NoisyCells",
    "NoisyNumber",
    "PrivacyRisk",
    "Pseudonyms",
    "RoundedCounts",
    "Spending",
    "ThreeTests",
    "Utility",
    "add_noise",
    "inference_risk",
    "intervals",
    "k_anonymise",
    "linkability_risk",
    "method_effect",
    "next_exercise",
    "noise_for_a_picture",
    "pseudonyms",
    "round_counts",
    "singling_out_risk",
    "three_tests",
    "utility",
]

if TYPE_CHECKING:
    from poucet.protect.g29 import ThreeTests, three_tests
    from poucet.protect.hierarchies import intervals
    from poucet.protect.inference import inference_risk
    from poucet.protect.k_anonymity import KAnonymous, k_anonymise
    from poucet.protect.linkability import linkability_risk
    from poucet.protect.loss import Loss
    from poucet.protect.noise import NoisyCells, NoisyNumber, add_noise
    from poucet.protect.noise_picture import noise_for_a_picture
    from poucet.protect.privacy_budget import Budget, Spending
    from poucet.protect.privacy_risk import PrivacyRisk
    from poucet.protect.pseudonym import Pseudonyms, pseudonyms
    from poucet.protect.rounding import RoundedCounts, round_counts
    from poucet.protect.singling_out import singling_out_risk
    from poucet.protect.teaching_kept import Utility, utility
    from poucet.protect.teaching_questions import (
        MethodEffect,
        NextExercise,
        method_effect,
        next_exercise,
    )


def __getattr__(name: str) -> Any:
    """Import a public name the first time it is used (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'poucet.protect' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
