"""The clauses a contract is made of: what each may say, and the sentence when it says otherwise."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from poucet.contract.countries import CODES
from poucet.contract.toml_values import toml_text
from poucet.errors import PoucetError
from poucet.exports.service import OPAQUE_ID
from poucet.exports.trail import VERBS
from poucet.i18n import gettext as _
from poucet.school.school import COLUMNS

FIELDS = (OPAQUE_ID, *COLUMNS)
IDENTIFIERS = ("ine", "email", "opaque")
TIMES = ("second", "hour", "day", "none")
IPS = ("whole", "cut", "none")
PURPOSES = (
    "teaching", "personalising", "evaluating_methods", "improving_product", "advertising",
    "selling_records", "predicting",
)  # fmt: skip
# What the lines of one pupil serve while they still bear her account.
PERSONAL_PURPOSES = ("teaching", "personalising")
SECURITY = ("encrypted_transport", "encrypted_storage", "access_log", "breach_notice_72h")
RECEIVES = ("directory", "trail")
MOST_MONTHS, MOST_DAYS, MOST_K = 600, 3650, 100


class WrongClause(PoucetError):
    """A clause that says what none may say; `path` tells which, for whoever knows the file.

    Attributes
    ----------
    path : tuple
        The clause, such as ``("ip",)`` or ``("subprocessors", 0, "country")``.
    part : object
        The element of a list that is wrong, or None for the whole clause.
    """

    def __init__(self, problem: str, path: tuple[Any, ...], part: Any = None) -> None:
        super().__init__(problem[:1].upper() + problem[1:])
        self.problem, self.path, self.part = problem, path, part


@dataclass(frozen=True)
class SubProcessor:
    """A firm to which the supplier hands a part of what it holds.

    Attributes
    ----------
    name : str
        Its name; those of the kit are invented.
    country : str
        Where it keeps its copy, as a two-letter code.
    receives : tuple of str
        ``"directory"``, ``"trail"`` or both.
    declared : bool
        Whether the school has been told of it.
    """

    name: str
    country: str
    receives: tuple[str, ...]
    declared: bool

    def __post_init__(self) -> None:
        for key, value in checked(SUBPROCESSOR, vars(self), ()).items():
            object.__setattr__(self, key, value)


Check = Callable[[Any, tuple[Any, ...]], Any]


def _wrong(path: tuple[Any, ...], value: Any, allowed: str) -> WrongClause:
    problem = _("la clause « {clause} » vaut {value} ; il faut {allowed}.").format(
        clause=path[-1], value=toml_text(value), allowed=allowed
    )
    return WrongClause(problem, path)


def _one_of(known: tuple[str, ...]) -> Check:
    def check(value: Any, path: tuple[Any, ...]) -> str:
        if value in known and isinstance(value, str):
            return value
        words = ", ".join(toml_text(word) for word in known)
        raise _wrong(path, value, _("l’un de ces mots : {words}").format(words=words))

    return check


def _some_of(known: tuple[str, ...], fewest: int = 0) -> Check:
    def check(value: Any, path: tuple[Any, ...]) -> tuple[str, ...]:
        if isinstance(value, str) or not isinstance(value, (list, tuple)) or len(value) < fewest:
            example = toml_text(known[:2])
            raise _wrong(path, value, _("une liste, par exemple {list}").format(list=example))
        for word in value:
            if word not in known or not isinstance(word, str):
                raise _unknown_word(word, known, path)
        return tuple(word for word in known if word in value)  # the order says nothing

    return check


def _unknown_word(word: Any, known: tuple[str, ...], path: tuple[Any, ...]) -> WrongClause:
    near = difflib.get_close_matches(str(word), known, n=1)
    words = ", ".join(toml_text(each) for each in known)
    if near:
        problem = _(
            "la clause « {clause} » contient {value} ({near}, peut-être ?) ; mots possibles : "
            "{words}."
        ).format(clause=path[-1], value=toml_text(word), near=toml_text(near[0]), words=words)
    else:
        problem = _("la clause « {clause} » contient {value} ; mots possibles : {words}.").format(
            clause=path[-1], value=toml_text(word), words=words
        )
    return WrongClause(problem, path, word)


def _yes_or_no(value: Any, path: tuple[Any, ...]) -> bool:
    if isinstance(value, bool):
        return value
    raise _wrong(path, value, _("true (oui) ou false (non), sans guillemets"))


def _whole(most: int) -> Check:
    def check(value: Any, path: tuple[Any, ...]) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= most:
            return value
        raise _wrong(
            path, value, _("un nombre entier de 0 à {most}, sans guillemets").format(most=most)
        )

    return check


def _text(value: Any, path: tuple[Any, ...]) -> str:
    if isinstance(value, str) and value.strip() and value.isprintable():
        return value
    raise _wrong(path, value, _("un texte d’une ligne, entre guillemets droits"))


def _country(value: Any, path: tuple[Any, ...]) -> str:
    if isinstance(value, str) and value in CODES:
        return value
    raise _wrong(path, value, _('un code de pays en deux majuscules, comme "FR" ou "US"'))


def _subprocessors(value: Any, path: tuple[Any, ...]) -> tuple[SubProcessor, ...]:
    if not isinstance(value, (list, tuple)):
        raise _wrong(path, value, _("un tableau [[subprocessors]] pour chaque sous-traitant"))
    made = []
    for place, each in enumerate(value):
        if isinstance(each, SubProcessor):
            made.append(each)
        elif isinstance(each, Mapping):
            where = (*path, place)
            given = checked(SUBPROCESSOR, each, where)
            for key in SUBPROCESSOR:
                if key not in given:
                    raise missing(key, (*where, key))
            made.append(SubProcessor(**given))
        else:
            raise _wrong(path, value, _("un tableau [[subprocessors]] pour chaque sous-traitant"))
    return tuple(made)


SUBPROCESSOR: dict[str, Check] = {
    "name": _text,
    "country": _country,
    "receives": _some_of(RECEIVES, fewest=1),
    "declared": _yes_or_no,
}
assert list(SUBPROCESSOR) == [field.name for field in fields(SubProcessor)]

# In the order of a contract; the first three say what it is called, the others bind.
NAMES = ("name", "title_fr", "title_en")
CLAUSES: dict[str, Check] = {
    "name": _text,
    "title_fr": _text,
    "title_en": _text,
    "fields": _some_of(FIELDS),
    "identifier": _one_of(IDENTIFIERS),
    "verbs": _some_of(VERBS),
    "time": _one_of(TIMES),
    "ip": _one_of(IPS),
    "purposes": _some_of(PURPOSES),
    "hosting": _country,
    "retention_months": _whole(MOST_MONTHS),
    "trail_months": _whole(MOST_MONTHS),
    "reply_days": _whole(MOST_DAYS),
    "erasure_reaches_copies": _yes_or_no,
    "security": _some_of(SECURITY),
    "supervised": _yes_or_no,
    "anonymised_unless_personalising": _whole(MOST_K),
    "open_format": _yes_or_no,
    "exclusive": _yes_or_no,
    "sponsorship": _yes_or_no,
    "published_source": _yes_or_no,
    "returned_at_the_end": _yes_or_no,
    "same_for_all": _yes_or_no,
    "families_informed": _yes_or_no,
    "fields_published": _yes_or_no,
    "families_asked": _yes_or_no,
    "subprocessors": _subprocessors,  # last: in TOML, a table takes all that follows it
}


def checked(
    known: Mapping[str, Check], given: Mapping[str, Any], path: tuple[Any, ...] = ()
) -> dict[str, Any]:
    """Check each clause given, in the order given.

    Parameters
    ----------
    known : mapping of str to Check
        `CLAUSES`, or `SUBPROCESSOR` for one of its tables.
    given : mapping of str to object
        What was written.
    path : tuple
        Where it was written.

    Returns
    -------
    dict of str to object
        The same, lists as tuples in the kit's order.

    Raises
    ------
    WrongClause
        At the first clause that does not exist or says what it may not.
    """
    made = {}
    for key, value in given.items():
        if key not in known:
            raise _unknown_clause(key, tuple(known), (*path, key))
        made[key] = known[key](value, (*path, key))
    return made


def _unknown_clause(key: str, known: tuple[str, ...], path: tuple[Any, ...]) -> WrongClause:
    near = difflib.get_close_matches(key, known, n=1)
    if near:
        problem = _("la clause « {clause} » n’existe pas (« {near} », peut-être ?).").format(
            clause=key, near=near[0]
        )
    else:
        problem = _("la clause « {clause} » n’existe pas ; clauses possibles : {known}.").format(
            clause=key, known=", ".join(known)
        )
    return WrongClause(problem, path)


def missing(key: str, path: tuple[Any, ...]) -> WrongClause:
    """Make the error for a clause that nobody wrote."""
    if len(path) > 1:
        problem = _("il manque « {clause} » à ce sous-traitant : ajoutez-le.").format(clause=key)
    else:
        problem = _(
            "il manque la clause « {clause} » : ajoutez-la, ou partez d’un modèle en écrivant en "
            'haut du fichier based_on = "charte".'
        ).format(clause=key)
    return WrongClause(problem, path)
