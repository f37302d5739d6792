"""Attacks: what the holder of a table can learn from it.

Every attack is a plain function over a table. It never sees a `School` nor the truth a school
seals: it knows what the holder of the table knows. Nothing heavy is imported until a name is used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

_HOMES = {
    "BE1D": "poucet.attacks.recipe",
    "birth_dates": "poucet.attacks.hashes",
    "class_sizes": "poucet.attacks.classes",
    "ClassSizes": "poucet.attacks.classes",
    "Exploration": "poucet.attacks.subsets",
    "explore": "poucet.attacks.subsets",
    "HabitsSeen": "poucet.attacks.habits_seen",
    "HashReversal": "poucet.attacks.hashes",
    "infer": "poucet.attacks.inference",
    "Inference": "poucet.attacks.inference",
    "InferenceScore": "poucet.attacks.inference_score",
    "l_diversity": "poucet.attacks.sensitive",
    "LDiversity": "poucet.attacks.sensitive",
    "link": "poucet.attacks.linkage",
    "link_near": "poucet.attacks.near",
    "Linkage": "poucet.attacks.linkage",
    "LinkScore": "poucet.attacks.linkage",
    "Moments": "poucet.attacks.moments",
    "Recipe": "poucet.attacks.recipe",
    "reverse_hashes": "poucet.attacks.hashes",
    "score_guess": "poucet.attacks.inference_score",
    "Subset": "poucet.attacks.subsets",
    "t_closeness": "poucet.attacks.sensitive",
    "TCloseness": "poucet.attacks.sensitive",
    "unicity": "poucet.attacks.points",
    "XAPI": "poucet.attacks.recipe",
}
__all__ = [
    "BE1D",
    "XAPI",
    "ClassSizes",
    "Exploration",
    "HabitsSeen",
    "HashReversal",
    "Inference",
    "InferenceScore",
    "LDiversity",
    "LinkScore",
    "Linkage",
    "Moments",
    "Recipe",
    "Subset",
    "TCloseness",
    "birth_dates",
    "class_sizes",
    "explore",
    "infer",
    "l_diversity",
    "link",
    "link_near",
    "reverse_hashes",
    "score_guess",
    "t_closeness",
    "unicity",
]

if TYPE_CHECKING:
    from poucet.attacks.classes import ClassSizes, class_sizes
    from poucet.attacks.habits_seen import HabitsSeen
    from poucet.attacks.hashes import HashReversal, birth_dates, reverse_hashes
    from poucet.attacks.inference import Inference, infer
    from poucet.attacks.inference_score import InferenceScore, score_guess
    from poucet.attacks.linkage import Linkage, LinkScore, link
    from poucet.attacks.moments import Moments
    from poucet.attacks.near import link_near
    from poucet.attacks.points import unicity
    from poucet.attacks.recipe import BE1D, XAPI, Recipe
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
