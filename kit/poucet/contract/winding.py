"""What time does to each copy: when it is made, what is erased from it and when, what is not."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from poucet.contract.copies import (
    BACKUP,
    BUYER,
    EXCHANGE,
    STUDY,
    SUBPROCESSOR,
    SUPPLIER,
    Copy,
)
from poucet.contract.leaving import leaving_dates
from poucet.contract.months import add_months
from poucet.contract.tables import GroupedAnswers, Tables
from poucet.exports.term import FIRST_MONDAY

if TYPE_CHECKING:
    from poucet.contract.terms import Contract
    from poucet.school import School

BACKUP_MONTHS = 6  # how long a backup outlives what it saved; chosen by the authors
NEVER = np.datetime64("9999-12-31", "D")


@dataclass(frozen=True, eq=False)
class Plan:
    """Who gets a copy of what, and whether what the supplier erases is erased there.

    Attributes
    ----------
    role, name, country, declared
        As in `Copy`.
    directory, trail : bool
        What it receives.
    follows : bool
        Whether erasures reach it.
    delay : int
        Months between an erasure and its own.
    tables : Tables or GroupedAnswers
        What lies behind.
    leaves : ndarray of datetime64[D]
        When each pupil leaves.
    """

    role: str
    name: str
    country: str
    declared: bool
    directory: bool
    trail: bool
    follows: bool
    delay: int
    tables: Tables | GroupedAnswers
    leaves: np.ndarray


@lru_cache(maxsize=1)
def plans(contract: Contract, school: School, weeks: int) -> tuple[Plan, ...]:
    """List the copies that a contract makes, the supplier's own first.

    The last ones are kept: whoever applies a contract judges it next, on the same million lines.
    """
    reach, leaves, home = contract.erasure_reaches_copies, leaving_dates(school), contract.hosting
    held = Tables(school, contract, weeks, hashes=False)

    def plan(role: str, directory: bool, trail: bool, follows: bool, declared: bool) -> Plan:
        return Plan(role, "", home, declared, directory, trail, follows, 0, held, leaves)

    backup_delay = 0 if reach else BACKUP_MONTHS
    made = [
        plan(SUPPLIER, True, True, True, True),
        Plan(BACKUP, "", home, True, True, True, True, backup_delay, held, leaves),
    ]
    for firm in contract.subprocessors:
        directory, trail = "directory" in firm.receives, "trail" in firm.receives
        follows = reach and firm.declared  # whom nobody knows of, nobody tells
        name, country = firm.name, firm.country
        made.append(
            Plan(
                SUBPROCESSOR, name, country, firm.declared, directory, trail, follows, 0, held,
                leaves,
            )
        )  # fmt: skip
    if "selling_records" in contract.purposes:
        made.append(plan(BUYER, True, False, False, False))
    if "advertising" in contract.purposes:
        made.append(plan(EXCHANGE, False, True, False, False))
    k = contract.anonymised_unless_personalising
    if contract.other_purposes and (not k or "answered" in contract.verbs):
        made.append(_study(contract, school, weeks, leaves))
    return tuple(made)


def _study(contract: Contract, school: School, weeks: int, leaves: np.ndarray) -> Plan:
    """Plan the file that serves other purposes: real groups, or a hash for each pupil."""
    k = contract.anonymised_unless_personalising
    tables = (
        GroupedAnswers(school, contract, weeks)
        if k
        else Tables(school, contract, weeks, hashes=True)
    )
    follows = contract.erasure_reaches_copies and not k
    return Plan(STUDY, "", contract.hosting, True, not k, True, follows, 0, tables, leaves)


def erasures_of(erased: Mapping[int, datetime.date], pupils: int) -> np.ndarray:
    """Give the day each pupil was erased on her own request, in the school's order."""
    days = np.full(pupils, NEVER)
    for avatar, date in erased.items():
        days[avatar - 1] = np.datetime64(date, "D")
    return days


def wound(
    plan: Plan, contract: Contract, date: datetime.date, weeks: int, erasures: np.ndarray
) -> Copy:
    """Give a copy as it is in the evening of a day.

    Parameters
    ----------
    plan : Plan
        The copy.
    contract : Contract
        What was signed.
    date : datetime.date
        The day.
    weeks : int
        Weeks of use.
    erasures : ndarray of datetime64[D]
        When each pupil was erased on request.

    Returns
    -------
    Copy
        What it holds that evening.
    """
    today = np.datetime64(date, "D")
    days = FIRST_MONDAY + np.arange(7 * weeks)
    written = days <= today
    pupils = np.full(len(erasures), today >= FIRST_MONDAY)
    until = None
    if plan.follows:
        ends = np.minimum(add_months(plan.leaves, contract.retention_months), erasures)
        ends = add_months(ends, plan.delay)
        lines_end = add_months(add_months(days, contract.trail_months), plan.delay)
        pupils &= today < ends
        written &= today < lines_end
        last = ends.max() if plan.directory else min(ends.max(), lines_end.max())
        until = last.item()
    study = isinstance(plan.tables, GroupedAnswers)
    verbs = (("answered",) if study else contract.verbs) if plan.trail else ()
    columns: tuple[str, ...] = ()
    if plan.directory and isinstance(plan.tables, Tables):
        columns = tuple(plan.tables.directory)
    return Copy(
        role=plan.role,
        name=plan.name,
        country=plan.country,
        declared=plan.declared,
        since=FIRST_MONDAY.item(),
        until=until,
        columns=columns,
        verbs=verbs,
        time=contract.time if plan.trail and not study else "none",
        ip=contract.ip if plan.trail and not study else "none",
        groups_of=plan.tables.k if isinstance(plan.tables, GroupedAnswers) else 0,
        _tables=plan.tables,
        _pupils=pupils,
        _days=written,
    )
