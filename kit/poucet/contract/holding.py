"""The holding: every copy that a contract makes of a school's data, on one day."""

from __future__ import annotations

import dataclasses
import datetime
import operator
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from poucet.contract.copies import SUPPLIER, Copy, Dossier
from poucet.contract.dumps import KNOWN_DUMPS, Dump
from poucet.contract.identifiers import hashed
from poucet.contract.winding import Plan, erasures_of, plans, wound
from poucet.errors import PoucetError
from poucet.exports.term import FIRST_MONDAY, checked_weeks
from poucet.exports.trail import TrailColumns
from poucet.i18n import day
from poucet.i18n import gettext as _

if TYPE_CHECKING:
    import pandas as pd

    from poucet.contract.terms import Contract
    from poucet.school import School


@dataclass(frozen=True, eq=False)
class Reidentified:
    """Pupils whom a dump names in a file called anonymous.

    Attributes
    ----------
    copy : Copy
        The file.
    dump : Dump
        What names them.
    avatars : ndarray of int
        The pupils named, by number.
    """

    copy: Copy
    dump: Dump
    avatars: np.ndarray


@dataclass(frozen=True, eq=False)
class Holding:
    """What a supplier and everyone it passes data on to hold of a school, on one day.

    Attributes
    ----------
    contract : Contract
        What was signed.
    school : School
        The school.
    weeks : int
        Weeks of use of the service.
    date : datetime.date
        The day; what is told is its evening.
    copies : tuple of Copy
        The supplier's own first; the others as long as they hold anything.
    """

    contract: Contract
    school: School
    weeks: int
    date: datetime.date
    copies: tuple[Copy, ...]
    _plans: tuple[Plan, ...] = field(repr=False)
    _dumps: tuple[Dump, ...] = field(repr=False)
    _erased: Mapping[int, datetime.date] = field(repr=False)

    @property
    def supplier(self) -> Copy:
        """The supplier's own copy."""
        return self.copies[0]

    @property
    def columns(self) -> dict[str, np.ndarray]:
        """The supplier's directory, without pandas: one array a column."""
        return self.supplier.directory_columns

    @property
    def trail_columns(self) -> TrailColumns:
        """The supplier's trail, without pandas."""
        return self.supplier.trail_columns

    @property
    def directory(self) -> pd.DataFrame:
        """The supplier's directory as a pandas table."""
        return self.supplier.directory

    @property
    def trail(self) -> pd.DataFrame:
        """The supplier's trail as a pandas table."""
        return self.supplier.trail

    def at(
        self,
        date: datetime.date | np.datetime64 | str,
        known_dumps: Iterable[Dump] | None = None,
    ) -> Holding:
        """Wind time forward or back: give what is held in the evening of another day.

        Before the first Monday nothing is held, and a line is held from the day it is written.
        Later, the supplier erases what the contract says, when it says. What was erased stays in
        its backups for six months, unless the contract reaches them; a sub-processor whom nobody
        told keeps all it has; and a file called anonymous is kept for good, until a dump names it.

        Parameters
        ----------
        date : datetime.date, numpy.datetime64 or str
            The day, such as ``"2028-03-01"``.
        known_dumps : iterable of Dump, optional
            Dumps from elsewhere; those before that day count. When left out, those that this
            holding knows: one, invented, of 14 February 2028.

        Returns
        -------
        Holding
            What is held that evening.

        Raises
        ------
        poucet.errors.PoucetError
            If it is no date.

        Examples
        --------
        >>> from poucet import Contract, School
        >>> held = Contract.load("charte").apply(School(seed=1, pupils=100), weeks=1)
        >>> [len(held.at(date).directory) for date in ("2026-11-29", "2028-01-01", "2030-01-01")]
        [100, 66, 0]
        """
        day_asked = checked_date(date)
        dumps = self._dumps if known_dumps is None else tuple(known_dumps)
        return _held(self, day_asked, dumps, self._erased)

    def erased(self, avatar: int, on: datetime.date | np.datetime64 | str | None = None) -> Holding:
        """Give the same holding once the supplier has erased one pupil, as she asked.

        The supplier's own copy no longer has her. The others follow as they do at the end of
        retention: at once if the contract reaches them; backups after six months if not; a
        sub-processor whom nobody told, never.

        Parameters
        ----------
        avatar : int
            Her number.
        on : date, optional
            The day the supplier erases; that of this holding when left out.

        Raises
        ------
        poucet.errors.PoucetError
            If there is no such avatar, or no such date.
        """
        number = self._checked_avatar(avatar)
        date = self.date if on is None else checked_date(on)
        known = self._erased.get(number, date)
        return _held(self, self.date, self._dumps, {**self._erased, number: min(known, date)})

    def rows_of(self, avatar: int) -> list[Dossier]:
        """Give everything held about one person, copy by copy.

        Copies that hold nothing of hers are left out. What is found with the school's list of
        identifiers: the supplier itself may not know whom its opaque codes stand for.

        Raises
        ------
        poucet.errors.PoucetError
            If there is no such avatar.

        Examples
        --------
        >>> from poucet import Contract, School
        >>> held = Contract.load("ent").apply(School(seed=1, pupils=100), weeks=1)
        >>> [(each.copy.who, list(each.directory)) for each in held.rows_of(17)][0]
        ('le fournisseur', ['opaque_id', 'class', 'second_language'])
        """
        number = self._checked_avatar(avatar)
        return [found for copy in self.copies if (found := copy.rows_of(number))]

    def _checked_avatar(self, avatar: Any) -> int:
        try:
            number = 0 if isinstance(avatar, (bool, np.bool_)) else operator.index(avatar)
        except TypeError:
            number = 0
        if not 1 <= number <= self.school.size:
            raise PoucetError(
                _("L’avatar reçu est {value!r} : donnez un nombre entier de 1 à {most}.").format(
                    value=avatar, most=self.school.size
                )
            )
        return number

    @cached_property
    def reidentified(self) -> tuple[Reidentified, ...]:
        """Whom the dumps known that day name in the files called anonymous.

        Whoever holds such a file hashes what the dump holds, and looks for the result. An opaque
        code is in no dump, and a file of groups has no account to look for.
        """
        kind = self.contract.identifier
        found = []
        for copy in self.copies:
            if not copy.called_anonymous or copy.groups_of:
                continue
            accounts = copy.directory_columns["account"].tolist()
            for dump in self._dumps:
                if dump.date > self.date or kind not in dump.columns:
                    continue
                rows = dump.rows(self.school)
                guesses = hashed(self.school.columns[kind][rows], kind)
                named = rows[np.isin(guesses.astype(str), np.array(accounts, dtype=str))]
                if len(named):
                    found.append(Reidentified(copy, dump, named + 1))
        return tuple(found)

    def __str__(self) -> str:
        head = _("{title}, le {day} :").format(title=self.contract.title, day=day(self.date))
        return "\n".join([head, *(f"- {copy}" for copy in self.copies)])


def hold(contract: Contract, school: School, weeks: int) -> Holding:
    """Apply a contract; see `Contract.apply`."""
    weeks = checked_weeks(weeks)
    made = plans(contract, school, weeks)
    last = (FIRST_MONDAY + np.timedelta64(7 * weeks - 1, "D")).item()
    empty = Holding(contract, school, weeks, last, (), made, KNOWN_DUMPS, {})
    return _held(empty, last, KNOWN_DUMPS, {})


def _held(
    holding: Holding,
    date: datetime.date,
    dumps: tuple[Dump, ...],
    erased: Mapping[int, datetime.date],
) -> Holding:
    """Wind every plan to a day; the supplier's own stays, even empty."""
    erasures = erasures_of(erased, holding.school.size)
    made = [wound(plan, holding.contract, date, holding.weeks, erasures) for plan in holding._plans]
    copies = tuple(copy for copy in made if copy.role == SUPPLIER or _something(copy))
    return dataclasses.replace(holding, date=date, copies=copies, _dumps=dumps, _erased=erased)


def _something(copy: Copy) -> bool:
    # a directory outlives its trail: it is held as long as its pupils are
    return bool(copy._pupils.any() and (copy.columns or copy._days.any()))


def checked_date(date: Any) -> datetime.date:
    """Give a date, or explain what is wrong with it.

    Examples
    --------
    >>> checked_date("2027-09-01")
    datetime.date(2027, 9, 1)
    """
    if isinstance(date, datetime.datetime):
        return date.date()
    if isinstance(date, datetime.date):
        return date
    try:
        found = np.datetime64(date, "D").item()
    except (TypeError, ValueError):
        found = None
    if not isinstance(found, datetime.date):
        raise PoucetError(
            _(
                'La date reçue est {value!r} : écrivez année-mois-jour, par exemple "2028-03-01".'
            ).format(value=date)
        )
    return found
