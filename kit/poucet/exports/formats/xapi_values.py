"""The values of an xAPI statement: identifiers, dates, durations, languages.

An exercise platform writes a *statement* an event: somebody did something to something. The
standard (xAPI 1.0.3, part two "Data", section 4, and the RFC it cites for each value) says of
each value how it is written; every function here takes a value and where it stands, and raises
`Defect` if the standard refuses it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from poucet.i18n import N_
from poucet.i18n import gettext as _

Check = Callable[[Any, str], None]

_SHOWN = 60  # characters of a wrong value that a sentence quotes


class Defect(Exception):
    """Why a statement is refused, as a sentence already in the reader's language."""


def missing(where: str) -> Defect:
    """Give the sentence for a property the standard asks for and the statement lacks."""
    return Defect(_("il manque « {where} ».").format(where=where))


def unexpected(where: str, value: Any, expected: str) -> Defect:
    """Give the sentence for a value of the wrong form; `expected` is a French message."""
    shown = repr(value)
    shown = shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"
    return Defect(
        _("« {where} » vaut {value}, la norme attend {expected}.").format(
            where=where, value=shown, expected=_(expected)
        )
    )


def _written(pattern: str, expected: str, flags: int = re.ASCII) -> Check:
    """Make the check of a text that must match a pattern whole."""
    match = re.compile(pattern, flags).fullmatch

    # The same verbs, objects and extensions come back in every statement.
    @lru_cache(maxsize=4096)
    def matches(value: str) -> bool:
        return match(value) is not None

    def check(value: Any, where: str) -> None:
        if not isinstance(value, str) or not matches(value):
            raise unexpected(where, value, expected)

    return check


def text(value: Any, where: str) -> None:
    """Accept a text, even an empty one."""
    if not isinstance(value, str):
        raise unexpected(where, value, N_("un texte"))


def boolean(value: Any, where: str) -> None:
    """Accept true or false: ``"true"`` is a text."""
    if not isinstance(value, bool):
        raise unexpected(where, value, N_("true ou false"))


def number(value: Any, where: str) -> None:
    """Accept a number, whole or not; in Python ``True`` is one, in JSON it is not."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise unexpected(where, value, N_("un nombre"))


def whole(value: Any, where: str) -> None:
    """Accept a length: a whole number, not negative."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise unexpected(where, value, N_("un nombre entier positif"))


def one_of(*words: str) -> Check:
    """Make the check of a word out of a list, capitals included."""
    listed = " / ".join(words)

    def check(value: Any, where: str) -> None:
        if not isinstance(value, str) or value not in words:
            raise unexpected(where, value, listed)

    return check


def array_of(check: Check) -> Check:
    """Make the check of an array, each item of which passes a check."""

    def checks(value: Any, where: str) -> None:
        if not isinstance(value, list):
            raise unexpected(where, value, N_("une liste"))
        for rank, item in enumerate(value):
            check(item, f"{where}[{rank}]")

    return checks


# RFC 3987: a scheme, then anything but spaces and a few marks; what follows may be in any script.
iri = _written(
    r"[A-Za-z][A-Za-z0-9+.\-]*:[^\s<>\"{}|\\^`\x00-\x20]+",
    N_("une adresse complète (https://…)"),
    flags=0,
)
mail_address = _written(
    r"mailto:[^\s@<>\"(),:;\[\]\\]+@[^\s@<>\"(),:;\[\]\\]+",
    N_("mailto: suivi d’une adresse électronique"),
    flags=0,
)
sha1_sum = _written(r"[0-9a-fA-F]{40}", N_("40 chiffres hexadécimaux"))
sha2_sum = _written(r"[0-9a-fA-F]{56}|[0-9a-fA-F]{64}|[0-9a-fA-F]{96}|[0-9a-fA-F]{128}",
                    N_("une empreinte SHA-2 en hexadécimal"))  # fmt: skip
# RFC 4122: the first digit of the third group is the version, that of the fourth the variant.
uuid = _written(
    r"[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}",
    N_("un UUID (8-4-4-4-12 chiffres hexadécimaux)"),
    re.ASCII | re.IGNORECASE,
)
media_type = _written(
    r"[\w!#$&^.+\-]+/[\w!#$&^.+\-]+(\s*;\s*[\w!#$&^.+\-]+=(\"[^\"]*\"|[\w!#$&^.+\-/]+))*",
    N_("un type de contenu, comme text/plain"),
)
version = _written(r"1\.0(\.[0-9A-Za-z.+\-]+)?", N_("1.0 ou 1.0.x"))
# RFC 5646, section 2.1; the tags kept from older lists ("i-klingon") are not used any more.
language_tag = _written(
    r"([a-z]{2,3}(-[a-z]{3}){0,3}|[a-z]{4,8})(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?"
    r"(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(-[a-wyz0-9](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?"
    r"|x(-[a-z0-9]{1,8})+",
    N_("un code de langue, comme fr ou fr-FR"),
    re.ASCII | re.IGNORECASE,
)
# ISO 8601: weeks, or years to seconds in order; only the last figure may have decimals.
_FIGURE, _LAST = r"\d+", r"\d+([.,]\d+)?"
duration = _written(
    r"P(?=[\dT])(?!.*T$)(?!.*[.,]\d+[A-Z].*[A-Z])"
    rf"({_FIGURE}W|({_LAST}Y)?({_LAST}M)?({_LAST}D)?(T({_LAST}H)?({_LAST}M)?({_LAST}S)?)?)",
    N_("une durée ISO 8601, comme PT35S"),
)
_moment = _written(
    r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d(:\d\d([.,]\d+)?)?([Zz]|\+\d\d(:?\d\d)?|-(?!00(:?00)?$)\d\d(:?\d\d)?)?",
    N_("une date ISO 8601, comme 2026-09-07T08:02:11+02:00"),
)
_MOMENT_TO_MINUTE = 16


def timestamp(value: Any, where: str) -> None:
    """Accept a date and time of ISO 8601 that exists, in any zone but ``-00:00``."""
    _moment(value, where)
    try:
        datetime.datetime.fromisoformat(value[:_MOMENT_TO_MINUTE].upper())
        seconds = value[_MOMENT_TO_MINUTE:][1:3] if value[_MOMENT_TO_MINUTE:][:1] == ":" else "0"
    except ValueError:
        seconds = "99"
    if int(seconds) > 60:  # 60 is a leap second
        raise unexpected(where, value, N_("une date qui existe"))


def language_map(value: Any, where: str) -> None:
    """Accept the same text in several languages: ``{"fr": "répondu", "en": "answered"}``."""
    if not isinstance(value, dict):
        raise unexpected(where, value, N_("un objet { langue : texte }"))
    for tag, words in value.items():
        language_tag(tag, f"{where} ({tag})")
        text(words, f"{where}.{tag}")


def extensions(value: Any, where: str) -> None:
    """Accept anything a platform adds, under keys that are full addresses."""
    if not isinstance(value, dict):
        raise unexpected(where, value, N_("un objet { adresse : valeur }"))
    for key in value:
        iri(key, f"{where} ({key})")


def properties(
    value: Any, where: str, known: Mapping[str, Check], required: tuple[str, ...] = ()
) -> None:
    """Accept an object with nothing missing, nothing unknown, each value of its kind."""
    if not isinstance(value, dict):
        raise unexpected(where, value, N_("un objet { … }"))
    inside = f"{where}." if where else ""
    for name in required:
        if name not in value:
            raise missing(inside + name)
    for name, part in value.items():
        check = known.get(name)
        if check is None:
            raise Defect(
                _("« {where} » n’est pas une propriété que la norme prévoit là.").format(
                    where=inside + str(name)
                )
            )
        check(part, inside + name)
