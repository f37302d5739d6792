"""The rights desk: a pupil writes, the supplier answers, and what is really held follows or not."""

from __future__ import annotations

import dataclasses
import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from poucet.contract.copies import STUDY, SUPPLIER, Dossier
from poucet.contract.holding import Holding, checked_date
from poucet.contract.manners import FALSE, HONEST, PARTIAL, manner
from poucet.contract.remains import remains
from poucet.contract.replies import DONE, NOTHING, REFUSED, Part, Place, Reply, place_of
from poucet.contract.requests import (
    ACCESS,
    ERASURE,
    OBJECTION,
    PORTABILITY,
    RECTIFICATION,
    RIGHTS,
    Request,
)
from poucet.errors import PoucetError
from poucet.i18n import day
from poucet.i18n import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Effect:
    """What an answer really changed, and from which day."""

    request: Request
    since: datetime.date
    everywhere: bool


@dataclass(frozen=True, eq=False)
class Held:
    """What is held on one day, once some answers have had their effect."""

    holding: Holding
    effects: tuple[Effect, ...]

    def rows_of(self, avatar: int) -> list[Dossier]:
        """Give everything held about one person, copy by copy, as `Holding.rows_of` does."""
        dossiers = self.holding.rows_of(avatar)
        for effect in self.effects:
            if effect.request.avatar == avatar and effect.since <= self.holding.date:
                dossiers = _after(dossiers, effect, self.holding.contract.erasure_reaches_copies)
        return dossiers


def _after(dossiers: list[Dossier], effect: Effect, reach: bool) -> list[Dossier]:
    """Give the dossiers after one effect (an erasure is the holding's own affair)."""
    right = effect.request.right
    if right == OBJECTION:
        return [each for each in dossiers if each.copy.role != STUDY]
    if right != RECTIFICATION:
        return dossiers
    column, value = effect.request.column, effect.request.value
    return [
        dataclasses.replace(each, directory={**each.directory, column: value})
        if column in each.directory and _follows(each, reach and effect.everywhere)
        else each
        for each in dossiers
    ]


def _follows(dossier: Dossier, reach: bool) -> bool:
    """Tell whether a change at the supplier's reaches a copy."""
    copy = dossier.copy
    return copy.role == SUPPLIER or (reach and copy.declared)


class Desk:
    """Where pupils of a school write to the supplier, one letter after the other.

    Parameters
    ----------
    holding : Holding
        What is held on the day the desk opens.
    seed : int, default 1
        Draws how each letter is answered.

    Examples
    --------
    >>> from poucet import Contract, School
    >>> desk = Desk(Contract.load("charte").apply(School(seed=1, pupils=100), weeks=1))
    >>> reply = desk.ask("access", 17)
    >>> [part.who for part in reply.parts]
    ['le fournisseur', 'les sauvegardes du fournisseur']
    >>> from poucet.contract import compare
    >>> print(compare(reply, desk))
    La réponse est arrivée à temps ; elle est vraie et complète.
    """

    def __init__(self, holding: Holding, seed: int = 1) -> None:
        self.holding, self.seed = holding, seed
        self.date = holding.date
        self.replies: list[Reply] = []
        self._effects: list[Effect] = []

    def wait(self, until: datetime.date | str) -> None:
        """Let days go by.

        Parameters
        ----------
        until : datetime.date or str
            The new date; the desk does not go back in time.

        Raises
        ------
        poucet.errors.PoucetError
            If it is no date, or one before today's.
        """
        date = checked_date(until)
        if date < self.date:
            raise PoucetError(
                _(
                    "Le guichet en est au {today} : donnez une date qui ne soit pas avant, et non "
                    "le {day}."
                ).format(today=day(self.date), day=day(date))
            )
        self.date = date

    def ask(self, right: str, avatar: int, column: str = "", value: str = "") -> Reply:
        """Write to the supplier today, and give the answer that will come.

        Parameters
        ----------
        right : {"access", "rectification", "erasure", "portability", "objection"}
            What is asked.
        avatar : int
            Whose data.
        column, value : str
            For a rectification: which column, and what it should say.

        Returns
        -------
        Reply
            The answer; ``answered`` is the day it comes.

        Raises
        ------
        poucet.errors.PoucetError
            If there is no such right, avatar or column.
        """
        request = self._checked(right, avatar, column, value)
        how = manner(self.holding.contract, request, self.seed)
        before = self._held(how.answered).rows_of(avatar)
        reply = _ANSWERS[right](self, request, before, how.answered, how.kind)
        self.replies.append(reply)
        return reply

    def at(self, date: datetime.date | str | None = None) -> Held:
        """Give what is held in the evening of a day, once every letter has had its effect.

        Parameters
        ----------
        date : datetime.date or str, optional
            The day; today when left out.

        Returns
        -------
        Held
            Its ``rows_of(avatar)`` gives everything about one person.
        """
        return self._held(self.date if date is None else checked_date(date))

    def held(self, reply: Reply) -> Held:
        """Give what is really held the day a reply comes, all letters up to that one answered."""
        return self._held(reply.answered, reply.request.number)

    def _held(self, date: datetime.date, number: int | None = None) -> Held:
        effects = [e for e in self._effects if number is None or e.request.number <= number]
        holding = self.holding
        for effect in effects:
            if effect.request.right == ERASURE:
                holding = holding.erased(effect.request.avatar, effect.since)
        return Held(holding.at(date), tuple(effects))

    def _checked(self, right: str, avatar: int, column: str, value: str) -> Request:
        if right not in RIGHTS:
            raise PoucetError(
                _("Le droit « {right} » n’existe pas ici : choisissez parmi {rights}.").format(
                    right=right, rights=", ".join(RIGHTS)
                )
            )
        self.holding.rows_of(avatar)  # refuses what is no avatar
        contract = self.holding.contract
        if right == RECTIFICATION and (
            column not in self.holding.school.columns or column == contract.identifier_column
        ):
            raise PoucetError(
                _(
                    "La colonne « {column} » ne se corrige pas ici : choisissez une colonne du "
                    "fichier du lycée, autre que l’identifiant."
                ).format(column=column)
            )
        return Request(len(self.replies) + 1, right, int(avatar), self.date, column, value)

    def _access(
        self, request: Request, before: list[Dossier], answered: datetime.date, kind: str
    ) -> Reply:
        shown = [each for each in before if each.copy.declared]
        if kind == PARTIAL:
            shown = [each for each in shown if each.copy.role == SUPPLIER]
        return self._dossier(request, shown, answered, kind)

    def _portability(
        self, request: Request, before: list[Dossier], answered: datetime.date, kind: str
    ) -> Reply:
        if not self.holding.contract.open_format:
            return Reply(request, answered, REFUSED, manner=HONEST)
        shown = [each for each in before if each.copy.role == SUPPLIER]
        reply = self._dossier(request, shown, answered, kind)
        if kind != PARTIAL:
            return reply
        bare = tuple(dataclasses.replace(part, events=[]) for part in reply.parts)
        return dataclasses.replace(reply, parts=bare)

    def _dossier(
        self, request: Request, shown: Sequence[Dossier], answered: datetime.date, kind: str
    ) -> Reply:
        parts = tuple(_part(each, kind) for each in shown)
        says = DONE if parts else NOTHING
        open_format = self.holding.contract.open_format
        return Reply(request, answered, says, parts, open_format=open_format, manner=kind)

    def _rectification(
        self, request: Request, before: list[Dossier], answered: datetime.date, kind: str
    ) -> Reply:
        if not any(request.column in each.directory for each in before):
            return Reply(request, answered, NOTHING, manner=HONEST)
        return self._change(request, answered, kind)

    def _erasure(
        self, request: Request, before: list[Dossier], answered: datetime.date, kind: str
    ) -> Reply:
        if not before:
            return Reply(request, answered, NOTHING, manner=HONEST)
        return self._change(request, answered, kind)

    def _objection(
        self, request: Request, before: list[Dossier], answered: datetime.date, kind: str
    ) -> Reply:
        if not self.holding.contract.other_purposes:
            return Reply(request, answered, NOTHING, manner=HONEST)
        return self._change(request, answered, kind)

    def _change(self, request: Request, answered: datetime.date, kind: str) -> Reply:
        """Change what is held, or only say so; an honest answer names the copies not reached."""
        if kind != FALSE:
            self._effects.append(Effect(request, answered, kind == HONEST))
        left: tuple[Place, ...] = ()
        if kind == HONEST:
            after = self._held(answered).rows_of(request.avatar)
            left = tuple(place_of(each) for each in remains(request, after) if each.copy.declared)
        return Reply(request, answered, DONE, left=left, manner=kind)


_ANSWERS = {
    ACCESS: Desk._access,
    RECTIFICATION: Desk._rectification,
    ERASURE: Desk._erasure,
    PORTABILITY: Desk._portability,
    OBJECTION: Desk._objection,
}


def _part(dossier: Dossier, kind: str) -> Part:
    """Copy a dossier out, truly; or falsely, with nothing in its cells and half of its lines."""
    directory, events = dict(dossier.directory), dossier.events
    if kind == FALSE:
        directory.update(dict.fromkeys(list(directory)[1:], ""))  # the first one is her identifier
        events = events[: len(events) // 2]
    return Part(place_of(dossier), dossier.copy.who, directory, events)
