"""The files of assignment A1: the pupils of an avatar's own school, and the flags they carry.

Two tables, as suppliers receive them: one row a pupil; one row a flag and a school year, so that a
pupil may have several flags, or the same flag every year. Both say nothing that the school's
directory does not say, and nothing of its sealed traits.
"""

from __future__ import annotations

import csv
import io
from functools import lru_cache
from typing import Any

import numpy as np

from poucet.classroom.handout import graded_avatar, is_avatar
from poucet.school import School

PUPILS, FLAGS = "eleves.csv", "drapeaux.csv"
GRANT, ADJUSTED = "bourse", "aménagement"
_COPIED = ("given_name", "level", "class", "address", "commune", "address2", "commune2", "regime")
_FIRST_SEED = 30_000
_FIRST_ACCOUNT = 1001
_THIS_YEAR = 2026
_YEARS = {"seconde": 1, "première": 2, "terminale": 3}  # spent in the school, this one included

Rows = list[dict[str, str]]


def _size(avatar: int) -> int:
    """Give the school's size: 41 and 400 share no factor, so 400 neighbours have 400 sizes."""
    return 600 + avatar * 41 % 400


@lru_cache(maxsize=8)
def _tables(avatar: int) -> tuple[Rows, Rows]:
    columns = School(seed=_FIRST_SEED + avatar, pupils=_size(avatar)).columns
    dates = np.datetime_as_string(columns["birth_date"], unit="D").tolist()
    copied = {name: np.asarray(columns[name]).astype(str).tolist() for name in _COPIED}
    pupils: Rows = []
    flags: Rows = []
    for rank, date in enumerate(dates):
        pupil = {name: values[rank] for name, values in copied.items()}
        account = str(_FIRST_ACCOUNT + rank)
        written = "/".join(reversed(date.split("-")))  # as a French file writes a day
        pupils.append(
            {
                "account": account,
                "given_name": pupil.pop("given_name"),
                "birth_date": written,
                **pupil,
            }
        )
        held = {GRANT: columns["scholarship"][rank], ADJUSTED: columns["accommodation"][rank]}
        for flag in (name for name, value in held.items() if value):
            for year in range(_THIS_YEAR + 1 - _YEARS[pupil["level"]], _THIS_YEAR + 1):
                flags.append({"account": account, "flag": flag, "year": str(year)})
    # in the order in which the flags were set, year after year
    return pupils, sorted(flags, key=lambda row: row["year"])


def pupils(avatar: int) -> Rows:
    """Give the rows that ``csv.DictReader`` reads in this avatar's `PUPILS`, new ones each time."""
    return [dict(row) for row in _tables(avatar)[0]]


def flags(avatar: int) -> Rows:
    """Give the rows that ``csv.DictReader`` reads in this avatar's `FLAGS`, new ones each time."""
    return [dict(row) for row in _tables(avatar)[1]]


def graded_pupils(typed: Any) -> Rows:
    """Give the pupils of the avatar whose hand-in is graded (see `graded_avatar`)."""
    return pupils(graded_avatar(typed))


def graded_flags(typed: Any) -> Rows:
    """Give the flags of the avatar whose hand-in is graded (see `graded_avatar`)."""
    return flags(graded_avatar(typed))


def relayed_pupils(typed: Any) -> Rows:
    """Give right pupils to the questions that follow a wrong reading of the file.

    They are those of the number typed, so that a neighbour's notebook keeps the neighbour's
    answers; where nothing fit was typed, those of the hand-in's own avatar.
    """
    return pupils(typed) if is_avatar(typed) else graded_pupils(typed)


def files(avatar: int) -> dict[str, str]:
    """Give the files to write beside the notebook: their names and their texts."""
    written = {}
    for name, rows in zip((PUPILS, FLAGS), _tables(avatar), strict=True):
        text = io.StringIO()
        writer = csv.DictWriter(text, list(rows[0]), delimiter=";", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        written[name] = text.getvalue()
    return written
