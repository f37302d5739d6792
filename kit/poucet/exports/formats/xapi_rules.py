"""The rules of an xAPI statement: which properties, of what kind, and which exclude each other.

Who stores statements (a *learning record store*) must refuse those that break the standard, or
nobody could read them together. `statement_defect` says why a statement breaks it. The rules are
those of xAPI 1.0.3, part two "Data", sections 2.2 to 4; each table below is one of its tables.

What a store checks beyond a statement on its own (signatures, attached files, the statement that
another one voids) is not here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from poucet.exports.formats import xapi_values as of
from poucet.exports.formats.xapi_activity import definition
from poucet.exports.formats.xapi_values import Check, Defect, missing, properties, unexpected
from poucet.i18n import N_
from poucet.i18n import gettext as _

VOIDED = "http://adlnet.gov/expapi/verbs/voided"
IDENTIFIERS = ("mbox", "mbox_sha1sum", "openid", "account")
OF_ACTIVITIES_ONLY = ("revision", "platform")


def statement_defect(statement: Any) -> str | None:
    """Say why the standard refuses a statement.

    Parameters
    ----------
    statement : dict
        A statement as ``json.loads`` gives it.

    Returns
    -------
    str or None
        A sentence in the reader's language, None if nothing is wrong.

    Examples
    --------
    >>> seen = {
    ...     "actor": {"mbox": "mailto:lea@lycee-valmorne.example"},
    ...     "verb": {"id": "https://lycee-valmorne.example/verbs/opened"},
    ...     "object": {"id": "https://lycee-valmorne.example/exercises/12"},
    ... }
    >>> statement_defect(seen)
    >>> del seen["verb"]
    >>> print(statement_defect(seen))
    il manque « verb ».
    """
    try:
        _statement(statement)
    except Defect as defect:
        return str(defect)
    return None


ACCOUNT: Mapping[str, Check] = {"homePage": of.iri, "name": of.text}


def _account(value: Any, where: str) -> None:
    properties(value, where, ACCOUNT, ("homePage", "name"))


NAMED: Mapping[str, Check] = {
    "name": of.text,
    "mbox": of.mail_address,
    "mbox_sha1sum": of.sha1_sum,
    "openid": of.iri,
    "account": _account,
}


def _identifiers(value: dict[str, Any], where: str) -> int:
    found = [name for name in IDENTIFIERS if name in value]
    if len(found) > 1:
        raise Defect(
            _("« {where} » porte à la fois {found} : la norme veut un seul identifiant.").format(
                where=where, found=", ".join(found)
            )
        )
    return len(found)


def _agent(value: Any, where: str) -> None:
    properties(value, where, {"objectType": of.one_of("Agent"), **NAMED})
    if not _identifiers(value, where):
        raise Defect(
            _("« {where} » n’a pas d’identifiant : il en faut un parmi {names}.").format(
                where=where, names=", ".join(IDENTIFIERS)
            )
        )


def _group(value: Any, where: str) -> None:
    members = of.array_of(_agent)
    known = {"objectType": of.one_of("Group"), "member": members, **NAMED}
    properties(value, where, known, ("objectType",))
    if not _identifiers(value, where) and not value.get("member"):
        raise missing(f"{where}.member")


def _agent_or_group(value: Any, where: str) -> None:
    group = isinstance(value, dict) and value.get("objectType") == "Group"
    (_group if group else _agent)(value, where)


def _authority(value: Any, where: str) -> None:
    """Check who vouches: an agent, or an application and its user, together and nameless."""
    _agent_or_group(value, where)
    if value.get("objectType") == "Group" and (
        _identifiers(value, where) or len(value["member"]) != 2
    ):
        raise Defect(
            _("« {where} » doit être un agent, ou un groupe anonyme de deux agents.").format(
                where=where
            )
        )


VERB: Mapping[str, Check] = {"id": of.iri, "display": of.language_map}


def _verb(value: Any, where: str) -> None:
    properties(value, where, VERB, ("id",))


ACTIVITY: Mapping[str, Check] = {
    "objectType": of.one_of("Activity"),
    "id": of.iri,
    "definition": definition,
}


def _activity(value: Any, where: str) -> None:
    properties(value, where, ACTIVITY, ("id",))


REFERENCE: Mapping[str, Check] = {"objectType": of.one_of("StatementRef"), "id": of.uuid}


def _reference(value: Any, where: str) -> None:
    properties(value, where, REFERENCE, ("objectType", "id"))


def _object(value: Any, where: str) -> None:
    if not isinstance(value, dict):
        raise unexpected(where, value, N_("un objet { … }"))
    kind = value.get("objectType", "Activity")
    of.one_of(*OBJECTS)(kind, f"{where}.objectType")
    OBJECTS[kind](value, where)


def _inner_object(value: Any, where: str) -> None:
    if isinstance(value, dict) and value.get("objectType") == "SubStatement":
        raise Defect(_("« {where} » est un SubStatement dans un autre.").format(where=where))
    _object(value, where)


def _activities(value: Any, where: str) -> None:
    (of.array_of(_activity) if isinstance(value, list) else _activity)(value, where)


def _context_activities(value: Any, where: str) -> None:
    properties(
        value, where, dict.fromkeys(("parent", "grouping", "category", "other"), _activities)
    )


CONTEXT: Mapping[str, Check] = {
    "registration": of.uuid,
    "instructor": _agent_or_group,
    "team": _group,
    "contextActivities": _context_activities,
    "revision": of.text,
    "platform": of.text,
    "language": of.language_tag,
    "statement": _reference,
    "extensions": of.extensions,
}


def _context(value: Any, where: str) -> None:
    properties(value, where, CONTEXT)


SCORE: Mapping[str, Check] = dict.fromkeys(("scaled", "raw", "min", "max"), of.number)


def _score(value: Any, where: str) -> None:
    properties(value, where, SCORE)
    if not -1 <= value.get("scaled", 0) <= 1:
        raise unexpected(f"{where}.scaled", value["scaled"], N_("un nombre de −1 à 1"))
    least, most = value.get("min", float("-inf")), value.get("max", float("inf"))
    if least >= most:
        raise unexpected(f"{where}.min", least, N_("moins que le maximum (max)"))
    if "raw" in value and not least <= value["raw"] <= most:
        raise unexpected(f"{where}.raw", value["raw"], N_("un nombre entre min et max"))


RESULT: Mapping[str, Check] = {
    "score": _score,
    "success": of.boolean,
    "completion": of.boolean,
    "response": of.text,
    "duration": of.duration,
    "extensions": of.extensions,
}


def _result(value: Any, where: str) -> None:
    properties(value, where, RESULT)


ATTACHMENT: Mapping[str, Check] = {
    "usageType": of.iri,
    "display": of.language_map,
    "description": of.language_map,
    "contentType": of.media_type,
    "length": of.whole,
    "sha2": of.sha2_sum,
    "fileUrl": of.iri,
}


def _attachment(value: Any, where: str) -> None:
    properties(value, where, ATTACHMENT, ("usageType", "display", "contentType", "length", "sha2"))


SUB_STATEMENT: Mapping[str, Check] = {
    "actor": _agent_or_group,
    "verb": _verb,
    "object": _object,
    "result": _result,
    "context": _context,
    "timestamp": of.timestamp,
    "attachments": of.array_of(_attachment),
}
STATEMENT: Mapping[str, Check] = {
    **SUB_STATEMENT,
    "id": of.uuid,
    "stored": of.timestamp,
    "authority": _authority,
    "version": of.version,
}


def _statement(value: Any) -> None:
    properties(value, "", STATEMENT, ("actor", "verb", "object"))
    _together(value, "")
    if value["verb"]["id"] == VOIDED and value["object"].get("objectType") != "StatementRef":
        raise unexpected("object.objectType", value["object"].get("objectType"), "StatementRef")


def _sub_statement(value: Any, where: str) -> None:
    known = {"objectType": of.one_of("SubStatement"), **SUB_STATEMENT, "object": _inner_object}
    properties(value, where, known, ("actor", "verb", "object"))
    _together(value, f"{where}.")


def _together(value: dict[str, Any], where: str) -> None:
    """Check what the context may say of this kind of object."""
    if value["object"].get("objectType", "Activity") != "Activity":
        for name in OF_ACTIVITIES_ONLY:
            if name in value.get("context", {}):
                raise Defect(
                    _("« {where} » n’est permis que si l’objet est une Activity.").format(
                        where=f"{where}context.{name}"
                    )
                )


OBJECTS: Mapping[str, Check] = {
    "Activity": _activity,
    "Agent": _agent,
    "Group": _group,
    "SubStatement": _sub_statement,
    "StatementRef": _reference,
}
