"""The file of assignment A2: an avatar's own school, without names, as a service might receive it.

Each avatar has its own school, of its own size: neighbours cannot swap their answers. The table
says nothing that the school's directory does not say, and nothing of its sealed traits.
"""

from __future__ import annotations

import csv
import io
from functools import lru_cache
from itertools import combinations
from typing import Any

import numpy as np

from poucet.classroom.handout import graded_avatar, is_avatar, require_avatar
from poucet.school import School

FILE = "annuaire.csv"
COLUMNS = (
    "level",
    "class",
    "sex",
    "birth_date",
    "commune",
    "second_language",
    "option",
    "regime",
    "transport",
)
# The birth date and the class would settle the last question alike for everybody: not among these.
CLUES = ("level", "sex", "commune", "second_language", "option", "regime", "transport")
CLUES_EACH = 5
_FIRST_SEED = 20_000


def _size(avatar: int) -> int:
    """Give the school's size: 37 and 400 share no factor, so 400 neighbours have 400 sizes."""
    return 700 + avatar * 37 % 400


@lru_cache(maxsize=8)
def _columns(avatar: int) -> dict[str, tuple[str, ...]]:
    school = School(seed=_FIRST_SEED + avatar, pupils=_size(avatar))
    return {name: tuple(np.asarray(school.columns[name]).astype(str).tolist()) for name in COLUMNS}


def table(avatar: int) -> list[dict[str, str]]:
    """Give the rows that ``csv.DictReader`` reads in this avatar's file.

    Parameters
    ----------
    avatar : int
        The avatar's number.

    Returns
    -------
    list of dict
        One dictionary a pupil, all values as text; new ones at each call.
    """
    columns = _columns(avatar)
    return [
        dict(zip(COLUMNS, values, strict=True)) for values in zip(*columns.values(), strict=True)
    ]


def graded_table(typed: Any) -> list[dict[str, str]]:
    """Give the rows of the avatar whose hand-in is graded (see `graded_avatar`)."""
    return table(graded_avatar(typed))


def relayed_table(typed: Any) -> list[dict[str, str]]:
    """Give right rows to the questions that follow a wrong reading of the file.

    They are those of the number typed, so that a neighbour's notebook keeps the neighbour's
    answers; where nothing fit was typed, those of the hand-in's own avatar.
    """
    return table(typed) if is_avatar(typed) else graded_table(typed)


def clues(avatar: int) -> list[str]:
    """Give the columns of this avatar's last question, `CLUES_EACH` of the `CLUES`.

    Examples
    --------
    >>> clues(1)
    ['level', 'sex', 'second_language', 'regime', 'transport']
    """
    require_avatar(avatar)
    lists = list(combinations(CLUES, CLUES_EACH))
    # 8 and the 21 lists share no factor: neighbours' lists differ, and all 21 are used
    return list(lists[avatar * 8 % len(lists)])


def files(avatar: int) -> dict[str, str]:
    """Give the files to write beside the notebook: their names and their texts."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(table(avatar))
    return {FILE: text.getvalue()}
