"""A reply beside what is really held: late, missing, false."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from poucet.contract.copies import SUPPLIER, Dossier
from poucet.contract.countries import country_name
from poucet.contract.desk import Desk
from poucet.contract.holding import Holding
from poucet.contract.remains import remains
from poucet.contract.replies import DONE, REFUSED, Part, Reply, place_of, plain
from poucet.contract.requests import ACCESS, PORTABILITY, RECTIFICATION
from poucet.i18n import gettext as _
from poucet.i18n import ngettext, number


@dataclass(frozen=True)
class Gap:
    """What one copy holds about her, and the reply does not say; or says is gone.

    Attributes
    ----------
    who, country : str
        Who holds it, and where (a two-letter code).
    columns : tuple of str
        Columns of her row.
    lines : int
        Lines of her trail.
    """

    who: str
    country: str
    columns: tuple[str, ...]
    lines: int

    def __str__(self) -> str:
        held = [", ".join(self.columns)] if self.columns else []
        if self.lines:
            held.append(
                ngettext("{n} ligne", "{n} lignes", self.lines).format(n=number(self.lines))
            )
        return _("{who} ({country}) : {held}").format(
            who=self.who, country=country_name(self.country), held=" + ".join(held)
        )


@dataclass(frozen=True)
class Untrue:
    """A cell of the dossier that is not what is held.

    Attributes
    ----------
    who : str
        Whose copy.
    column : str
        Which column.
    said, held : object
        What the reply says, and what the copy holds.
    """

    who: str
    column: str
    said: Any
    held: Any

    def __str__(self) -> str:
        return _("{who} : {column} serait « {said} », c’est « {held} »").format(
            who=self.who,
            column=self.column,
            said=_("vide") if self.said == "" else plain(self.said),
            held=plain(self.held),
        )


@dataclass(frozen=True)
class Comparison:
    """What a pupil finds when she checks a reply.

    Attributes
    ----------
    days_late : int
        Days after the deadline.
    refused : bool
        Whether the supplier declined, and said why.
    missing : tuple of Gap
        Held, and not in the dossier.
    false : tuple of Gap or Untrue
        Said to be done, or so, and not.
    admitted : tuple of Gap
        Still held, as the reply says itself.
    """

    days_late: int
    refused: bool
    missing: tuple[Gap, ...]
    false: tuple[Gap | Untrue, ...]
    admitted: tuple[Gap, ...]

    @property
    def true(self) -> bool:
        """Whether the reply hides nothing and says nothing false."""
        return not self.missing and not self.false

    @property
    def whole(self) -> bool:
        """Whether the right has had its whole effect, in time."""
        return self.true and not (self.admitted or self.refused or self.days_late)

    def __str__(self) -> str:
        if self.days_late:
            sentence = ngettext(
                "La réponse a {n} jour de retard",
                "La réponse a {n} jours de retard",
                self.days_late,
            ).format(n=number(self.days_late))
        else:
            sentence = _("La réponse est arrivée à temps")
        if self.refused:
            return _("{when} ; c’est un refus : à vous de juger ses raisons.").format(when=sentence)
        if self.true and not self.admitted:
            return _("{when} ; elle est vraie et complète.").format(when=sentence)
        parts = [sentence]
        for found, words in (
            (self.missing, _("il y manque : {found}")),
            (self.false, _("c’est faux : {found}")),
            (self.admitted, _("elle avoue ce qui reste : {found}")),
        ):
            if found:
                parts.append(words.format(found=", ".join(map(str, found))))
        return _(" ; ").join(parts) + "."


def compare(reply: Reply, held: Desk | Holding) -> Comparison:
    """Check a reply against what is really held the day it arrives.

    Nobody outside can do that in life: the class can, because the school is invented.

    Parameters
    ----------
    reply : Reply
        The answer.
    held : Desk or Holding
        The desk that gave it; or a holding, to which no earlier letter has done anything.

    Returns
    -------
    Comparison
        How late it is, what is missing, what is false, and what it admits.

    Examples
    --------
    >>> from poucet import Contract, School
    >>> desk = Desk(Contract.load("charte").apply(School(seed=1, pupils=100), weeks=1))
    >>> print(compare(desk.ask("erasure", 17), desk))
    La réponse est arrivée à temps ; elle est vraie et complète.
    """
    request = reply.request
    really = held.held(reply) if isinstance(held, Desk) else held.at(reply.answered)
    dossiers = really.rows_of(request.avatar)
    missing: list[Gap] = []
    false: list[Gap | Untrue] = []
    admitted: list[Gap] = []
    if request.right in (ACCESS, PORTABILITY):
        if reply.says != REFUSED:
            if request.right == PORTABILITY:
                dossiers = [each for each in dossiers if each.copy.role == SUPPLIER]
            _dossier_beside(reply.parts, dossiers, missing, false)
    else:
        for dossier in remains(request, dossiers):
            gap = _gap(dossier)
            if request.right == RECTIFICATION:
                gap = Gap(gap.who, gap.country, (request.column,), 0)
            told = reply.says == DONE and place_of(dossier) in reply.left
            (admitted if told else false).append(gap)
    refused = reply.says == REFUSED
    return Comparison(reply.days_late, refused, tuple(missing), tuple(false), tuple(admitted))


def _dossier_beside(
    parts: Iterable[Part],
    dossiers: Iterable[Dossier],
    missing: list[Gap],
    false: list[Gap | Untrue],
) -> None:
    """Lay each copy's dossier beside the part of the reply that speaks of it."""
    told = list(parts)
    for dossier in dossiers:
        part = next((each for each in told if each.place == place_of(dossier)), None)
        if part is None:
            missing.append(_gap(dossier))
            continue
        told.remove(part)
        who, country = dossier.copy.who, dossier.copy.country
        columns = tuple(name for name in dossier.directory if name not in part.directory)
        lines = (Counter(map(_line, dossier.events)) - Counter(map(_line, part.events))).total()
        if columns or lines:
            missing.append(Gap(who, country, columns, lines))
        for name, value in dossier.directory.items():
            if name in part.directory and part.directory[name] != value:
                false.append(Untrue(who, name, part.directory[name], value))


def _gap(dossier: Dossier) -> Gap:
    return Gap(
        dossier.copy.who, dossier.copy.country, tuple(dossier.directory), len(dossier.events)
    )


def _line(event: dict[str, Any]) -> tuple[tuple[str, Any], ...]:
    """Make of a line something that can be counted."""
    return tuple((name, plain(value)) for name, value in event.items())
