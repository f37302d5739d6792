"""The files of assignment A4: a service's accounts without a name, and the school's directory.

Each avatar has its own school, of its own size. An exercise service holds accounts: a hash instead
of a name, and what was typed when signing up, sometimes wrongly. Whoever holds the directory too
can try to put the names back. Nothing here tells a sealed trait; whose account is whose is not in
the files either, though the recipe of the hashes gives it away: that is the lesson.
"""

from __future__ import annotations

import csv
import hashlib
import io
from functools import lru_cache
from typing import Any

import numpy as np

from poucet.classroom.handout import graded_avatar, is_avatar, require_avatar
from poucet.exports.anonymous import anonymous
from poucet.school import School

ACCOUNTS, PUPILS = "comptes.csv", "annuaire.csv"
ACCOUNT_COLUMNS = ("account", "class", "sex", "birth_date")
PUPIL_COLUMNS = ("ine", "name", "class", "sex", "birth_date")
ON = ("birth_date", "sex")
YEARS = ("2009", "2010", "2011")
CLASSES = ("2de 1", "2de 2", "2de 3", "1re 1", "1re 2", "1re 3", "Tle 1", "Tle 2")
_FIRST_SEED = 40_000

Rows = list[dict[str, str]]


def _size(avatar: int) -> int:
    """Give the school's size: 37 and 400 share no factor, so 400 neighbours have 400 sizes."""
    return 700 + avatar * 37 % 400


def hashed(name: str, birth_date: str) -> str:
    """Apply the service's recipe: the md5 of a name and a birth date, in hexadecimal.

    Examples
    --------
    >>> hashed("DURAND Léa", "2010-06-03")
    '74bcf518c2b918a3a893b2251b2c107e'
    """
    return hashlib.md5(f"{name} {birth_date}".encode(), usedforsecurity=False).hexdigest()


@lru_cache(maxsize=8)
def _both(avatar: int) -> tuple[tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]]:
    school = School(seed=_FIRST_SEED + avatar, pupils=_size(avatar))
    columns = {name: np.asarray(values).astype(str) for name, values in school.columns.items()}
    names = [
        f"{family.upper()} {given}"
        for family, given in zip(columns["family_name"], columns["given_name"], strict=True)
    ]
    pupils = tuple(
        zip(
            columns["ine"].tolist(),
            names,
            *(columns[column].tolist() for column in PUPIL_COLUMNS[2:]),
            strict=True,
        )
    )
    held = anonymous(school)
    typed = held.accounts["birth_date"].astype(str)
    accounts = tuple(
        sorted(
            (hashed(names[row], columns["birth_date"][row]), *pupils[row][2:4], date)
            for row, date in zip(held.truth.tolist(), typed.tolist(), strict=True)
        )
    )
    return accounts, pupils


def accounts(avatar: int) -> Rows:
    """Give the rows that ``csv.DictReader`` reads in this avatar's ``comptes.csv``."""
    return [dict(zip(ACCOUNT_COLUMNS, row, strict=True)) for row in _both(avatar)[0]]


def pupils(avatar: int) -> Rows:
    """Give the rows that ``csv.DictReader`` reads in this avatar's ``annuaire.csv``."""
    return [dict(zip(PUPIL_COLUMNS, row, strict=True)) for row in _both(avatar)[1]]


def graded_tables(typed: Any) -> tuple[Rows, Rows]:
    """Give accounts and pupils of the avatar whose hand-in is graded (see `graded_avatar`)."""
    avatar = graded_avatar(typed)
    return accounts(avatar), pupils(avatar)


def relayed_tables(typed: Any) -> tuple[Rows, Rows]:
    """Give right tables to the questions that follow a wrong reading of the files.

    They are those of the number typed, so that a neighbour's notebook keeps the neighbour's
    answers; where nothing fit was typed, those of the hand-in's own avatar.
    """
    return (accounts(typed), pupils(typed)) if is_avatar(typed) else graded_tables(typed)


def birth_year(avatar: int) -> str:
    """Give the year that this avatar's first question is about.

    Examples
    --------
    >>> birth_year(7)
    '2010'
    """
    require_avatar(avatar)
    return YEARS[avatar % len(YEARS)]


def class_asked(avatar: int) -> str:
    """Give the class that this avatar's first query is about.

    Examples
    --------
    >>> class_asked(7)
    'Tle 2'
    """
    require_avatar(avatar)
    return CLASSES[avatar % len(CLASSES)]


def _csv(columns: tuple[str, ...], rows: Rows) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def files(avatar: int) -> dict[str, str]:
    """Give the files to write beside the notebook: their names and their texts."""
    return {
        ACCOUNTS: _csv(ACCOUNT_COLUMNS, accounts(avatar)),
        PUPILS: _csv(PUPIL_COLUMNS, pupils(avatar)),
    }
