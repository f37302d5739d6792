"""Choose the pupils and the accounts of "two files": pure counting, nothing printed here.

Pupils work in twos with a pencil. First they undo a little hash by computing it for everybody; then
they put names back on accounts whose codes mean nothing, by sex and birth date alone. Success is a
game that always ends the same: most accounts found, some missed, and one given to somebody who
never had an account.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

import numpy as np

from poucet.errors import PoucetError
from poucet.exports.anonymous import Anonymous, anonymous
from poucet.i18n import gettext as _
from poucet.school import School

LISTED, CODED = 12, 8  # first round: pupils on the list, and those who have an account
FOUND, DOUBTS, MISTYPED, WITHOUT = 10, 2, 2, 6  # second round; each doubt is two accounts
_LONGEST_NAME = 8  # letters, as all are counted on fingers


@dataclass(frozen=True)
class Deal:
    """The whole game, in rows of the school's file.

    Attributes
    ----------
    listed : tuple of int
        First round: the pupils on the list, by name.
    coded : tuple of int
        Those who have an account, in the order of their codes.
    pupils : tuple of int
        Second round: the directory, by name.
    accounts : tuple of int
        The owner of each account, in the order they are printed.
    typed : tuple of numpy.datetime64
        The birth date that each account gives.
    innocent : int
        Who has no account and is given one.
    """

    listed: tuple[int, ...]
    coded: tuple[int, ...]
    pupils: tuple[int, ...]
    accounts: tuple[int, ...]
    typed: tuple[np.datetime64, ...]
    innocent: int


def code(given_name: str, born: np.datetime64) -> int:
    """Compute the little hash of the first round: day × month × letters of the given name.

    Examples
    --------
    >>> code("Léa", np.datetime64("2010-06-03"))
    54
    """
    date = day_of(born)
    return date.day * date.month * len(given_name)


def day_of(born: np.datetime64) -> datetime.date:
    """Give a birth date as Python's own."""
    return datetime.date.fromisoformat(str(born))


def suspects(deal: Deal, school: School, account: int) -> list[int]:
    """Give the pupils of the directory who have an account's sex and birth date."""
    sex, born = school.columns["sex"], school.columns["birth_date"]
    owner, typed = deal.accounts[account], deal.typed[account]
    return [row for row in deal.pupils if sex[row] == sex[owner] and born[row] == typed]


def deal(school: School) -> Deal:
    """Find pupils with whom the two rounds end as they must.

    Raises
    ------
    poucet.errors.PoucetError
        If the school is too small to have them.
    """
    held = anonymous(school)
    plain = _plainly_named(school)
    wrong = _wrongly_given(school, held, plain)
    twins = _doubts(school, held, plain)
    if wrong is None or len(twins) < 2 * DOUBTS:
        raise _too_small()
    taken, dates = _Taken(school), school.columns["birth_date"]
    account, innocent = wrong
    taken.take(innocent)
    owners, typed = [int(held.truth[account])], [held.accounts["birth_date"][account]]
    taken.take(owners[0])
    for row in twins[: 2 * DOUBTS]:
        owners.append(row)
        typed.append(dates[row])
        taken.take(row)
    for mistyped, wanted in ((False, FOUND), (True, MISTYPED)):
        chosen = 0
        for rank in np.flatnonzero(held.mistyped == mistyped).tolist():
            row, date = int(held.truth[rank]), held.accounts["birth_date"][rank]
            if chosen < wanted and plain[row] and taken.free(row) and taken.free(row, date):
                owners.append(row)
                typed.append(date)
                taken.take(row)
                taken.take(row, date)
                chosen += 1
    without = set(np.flatnonzero(plain).tolist()) - set(held.truth.tolist())
    for row in sorted(without):
        if len(taken.rows) < 2 * DOUBTS + FOUND + MISTYPED + WITHOUT + 2 and taken.free(row):
            taken.take(row)
    order = np.random.Generator(np.random.PCG64(school.seed)).random(len(owners)).argsort()
    listed = _distinct_codes(school, plain, taken.rows)
    if len(owners) != 2 * DOUBTS + FOUND + MISTYPED + 1 or len(listed) != LISTED:
        raise _too_small()
    codes = {row: _code_of(school, row) for row in listed[:CODED]}
    return Deal(
        listed=_by_name(school, listed),
        coded=tuple(sorted(codes, key=codes.__getitem__)),
        pupils=_by_name(school, taken.rows),
        accounts=tuple(owners[rank] for rank in order),
        typed=tuple(typed[rank] for rank in order),
        innocent=innocent,
    )


class _Taken:
    """The pupils already in the directory, and the sexes and dates already used."""

    def __init__(self, school: School) -> None:
        self.rows: list[int] = []
        self._columns = school.columns
        self._used: set[tuple[str, np.datetime64]] = set()

    def _key(self, row: int, date: np.datetime64 | None) -> tuple[str, np.datetime64]:
        columns = self._columns
        return str(columns["sex"][row]), columns["birth_date"][row] if date is None else date

    def free(self, row: int, date: np.datetime64 | None = None) -> bool:
        """Whether nobody is there yet, with this pupil's birth date or another."""
        return row not in self.rows and self._key(row, date) not in self._used

    def take(self, row: int, date: np.datetime64 | None = None) -> None:
        """Put a pupil in the directory, and keep the place for them."""
        if row not in self.rows:
            self.rows.append(row)
        self._used.add(self._key(row, date))


def _plainly_named(school: School) -> np.ndarray:
    """Choose the pupils whose given name is one short word."""
    names = school.columns["given_name"].tolist()
    plain = np.zeros(school.size, bool)
    for row, name in enumerate(names):
        plain[row] = name.isalpha() and len(name) <= _LONGEST_NAME
    return plain


def _wrongly_given(school: School, held: Anonymous, plain: np.ndarray) -> tuple[int, int] | None:
    """Find an account whose typed date and sex are those of one pupil, who has none."""
    sex, born = school.columns["sex"], school.columns["birth_date"]
    with_account = set(held.truth.tolist())
    for account in np.flatnonzero(held.mistyped).tolist():
        owner = int(held.truth[account])
        same = (born == held.accounts["birth_date"][account]) & (sex == sex[owner])
        rows = np.flatnonzero(same)
        if len(rows) == 1 and int(rows[0]) not in with_account and plain[rows[0]] and plain[owner]:
            return account, int(rows[0])
    return None


def _doubts(school: School, held: Anonymous, plain: np.ndarray) -> list[int]:
    """Give pupils two by two: same sex, same birth date, an account each, rightly typed."""
    right = held.truth[~held.mistyped]
    sex, born = school.columns["sex"], school.columns["birth_date"]
    groups: dict[tuple[str, np.datetime64], list[int]] = {}
    for row in np.sort(right).tolist():
        groups.setdefault((str(sex[row]), born[row]), []).append(row)
    return [row for rows in groups.values() if len(rows) == 2 and plain[rows].all() for row in rows]


def _code_of(school: School, row: int) -> int:
    return code(str(school.columns["given_name"][row]), school.columns["birth_date"][row])


def _distinct_codes(school: School, plain: np.ndarray, taken: list[int]) -> list[int]:
    """Choose pupils for the first round whose codes all differ."""
    chosen: dict[int, int] = {}
    for row in np.flatnonzero(plain).tolist():
        value = _code_of(school, row)
        if len(chosen) < LISTED and row not in taken and value not in chosen:
            chosen[value] = row
    return list(chosen.values())


def _by_name(school: School, rows: list[int]) -> tuple[int, ...]:
    columns = school.columns
    return tuple(
        sorted(rows, key=lambda row: (columns["family_name"][row], columns["given_name"][row]))
    )


def _too_small() -> PoucetError:
    return PoucetError(
        _("Aucun groupe de cette école ne permet le jeu : choisissez une autre graine.")
    )
