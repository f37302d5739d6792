"""What a statement says of an activity: its names, its kind, and what a quiz lets one answer.

xAPI 1.0.3, part two "Data", section 2.4.4.1. Each kind of quiz has its own lists of answers.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from poucet.exports.formats import xapi_values as of
from poucet.exports.formats.xapi_values import Check, Defect, missing, properties
from poucet.i18n import gettext as _

COMPONENTS = {
    "choice": ("choices",),
    "sequencing": ("choices",),
    "likert": ("scale",),
    "matching": ("source", "target"),
    "performance": ("steps",),
}
INTERACTIONS = (*COMPONENTS, "true-false", "fill-in", "long-fill-in", "numeric", "other")


def _component(value: Any, where: str) -> None:
    properties(value, where, {"id": of.text, "description": of.language_map}, ("id",))


def _components(value: Any, where: str) -> None:
    of.array_of(_component)(value, where)
    names = [item["id"] for item in value]
    if len(set(names)) < len(names):
        raise Defect(_("« {where} » contient deux fois le même « id ».").format(where=where))


DEFINITION: Mapping[str, Check] = {
    "name": of.language_map,
    "description": of.language_map,
    "type": of.iri,
    "moreInfo": of.iri,
    "extensions": of.extensions,
    "interactionType": of.one_of(*INTERACTIONS),
    "correctResponsesPattern": of.array_of(of.text),
    **dict.fromkeys(("choices", "scale", "source", "target", "steps"), _components),
}


def definition(value: Any, where: str) -> None:
    """Accept the description of an activity; that of a quiz says what may be answered."""
    properties(value, where, DEFINITION)
    kind = value.get("interactionType")
    if kind is None and "correctResponsesPattern" in value:
        raise missing(f"{where}.interactionType")
    for name in ("choices", "scale", "source", "target", "steps"):
        if name in value and name not in COMPONENTS.get(kind, ()):
            raise Defect(
                _("« {where} » ne va pas avec l’interactionType {kind!r}.").format(
                    where=f"{where}.{name}", kind=kind
                )
            )
