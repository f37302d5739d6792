"""The file of assignment A3: one week of the trail of an avatar's own school, numbers for names.

Each line says when, what, on which device, and from which kind of place: the school, a home, or on
the way. Of the school's sealed traits it says nothing but what a trail lets one guess.
"""

from __future__ import annotations

import csv
import io
from functools import lru_cache
from itertools import combinations, pairwise
from typing import Any

import numpy as np

from poucet.classroom.handout import graded_avatar, is_avatar, require_avatar
from poucet.exports.trail import trail_columns
from poucet.school import School

FILE = "trace.csv"
COLUMNS = ("pupil", "time", "verb", "device", "where")
# Lines of connection and of search: what a pupil answered is another file.
VERBS = ("signed-in", "signed-out", "watched", "messaged", "searched")
SCHOOL, HOME, WAY = "lycée", "maison", "en route"
MOMENTS_EACH = 4
CROWD = 5  # people at least at each moment: no moment alone gives anybody away
STEP = 3  # between two pupils' numbers
_FIRST_SEED = 40_000

Moment = tuple[str, str]


def _size(avatar: int) -> int:
    """Give the school's size: 37 and 60 share no factor, so 60 neighbours have 60 sizes."""
    return 60 + avatar * 37 % 60


def _kind(network: str) -> str:
    """Tell the kind of place of a network: homes have IPv6 ones, the school its own (lesson 3)."""
    if ":" in network:
        return HOME
    return SCHOOL if network.startswith("192.") else WAY


@lru_cache(maxsize=8)
def _columns(avatar: int) -> tuple[tuple[str, ...], ...]:
    codes, categories = trail_columns(School(_FIRST_SEED + avatar, _size(avatar)), weeks=1)
    kinds = np.array([_kind(network) for network in categories["place"]], dtype=object)
    # drawn, so as not to follow the list of pupils; three by three, so that none counts the others
    numbers = np.random.Generator(np.random.PCG64(_FIRST_SEED + avatar)).random(_size(avatar))
    ranks = np.argsort(np.argsort(numbers, kind="stable"), kind="stable") + 1
    kept = np.isin(categories["verb"].astype(str), VERBS)[codes["verb"]]
    codes = {name: values[kept] for name, values in codes.items()}
    columns = (
        (STEP * ranks[codes["pupil"] - 1]).astype(str),
        np.char.replace(np.datetime_as_string(codes["time"], unit="s"), "T", " "),
        categories["verb"][codes["verb"]],
        categories["device"][codes["device"]],
        kinds[codes["place"]],
    )
    return tuple(tuple(column.tolist()) for column in columns)


def lines(avatar: int) -> list[dict[str, str]]:
    """Give the rows that ``csv.DictReader`` reads in this avatar's file, new ones each time."""
    return [
        dict(zip(COLUMNS, values, strict=True)) for values in zip(*_columns(avatar), strict=True)
    ]


def graded_lines(typed: Any) -> list[dict[str, str]]:
    """Give the rows of the avatar whose hand-in is graded (see `graded_avatar`)."""
    return lines(graded_avatar(typed))


def relayed_lines(typed: Any) -> list[dict[str, str]]:
    """Give right rows to the questions that follow a wrong reading of the file.

    They are those of the number typed, so that a neighbour's notebook keeps the neighbour's
    answers; where nothing fit was typed, those of the hand-in's own avatar.
    """
    return lines(typed) if is_avatar(typed) else graded_lines(typed)


def _telling(chosen: tuple[Moment, ...], there: dict[Moment, set[str]]) -> bool:
    """Tell whether these moments say something, each of them: four days, and not one place only.

    Each leaves two thirds at most of those who were left, and the last leaves one person.
    """
    if len({hour[:10] for hour, _ in chosen}) < MOMENTS_EACH or len({w for _, w in chosen}) == 1:
        return False
    left, sizes = there[chosen[0]], []
    for moment in chosen:
        left = left & there[moment]
        sizes.append(len(left))
    return sizes[-1] == 1 and all(3 * after <= 2 * before for before, after in pairwise(sizes))


@lru_cache(maxsize=32)
def _found(avatar: int) -> tuple[Moment, ...]:
    """Choose telling moments of one pupil, none of them lived by a few people only."""
    pupils, times, _, _, wheres = _columns(avatar)
    there: dict[Moment, set[str]] = {}
    for pupil, time, where in zip(pupils, times, wheres, strict=True):
        there.setdefault((time[:13], where), set()).add(pupil)
    for rank in range(_size(avatar)):
        pupil = str(STEP * ((avatar * 53 + rank) % _size(avatar) + 1))
        mine = [moment for moment, crowd in there.items() if pupil in crowd and len(crowd) >= CROWD]
        for chosen in combinations(mine, MOMENTS_EACH):
            if _telling(chosen, there):
                return chosen
    raise AssertionError("no pupil of this school is alone after these moments")


def moments(avatar: int) -> list[Moment]:
    """Give what somebody knows of one pupil of this avatar's file: `MOMENTS_EACH` of its moments.

    Returns
    -------
    list of (str, str)
        An hour, as the file's first 13 letters of a time write it, and a kind of place.

    Examples
    --------
    >>> len(moments(1)), moments(1)[0][1] in (SCHOOL, HOME, WAY)
    (4, True)
    """
    require_avatar(avatar)
    return list(_found(avatar))


def files(avatar: int) -> dict[str, str]:
    """Give the file to write beside the notebook: its name and its text."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(zip(*_columns(avatar), strict=True))
    return {FILE: text.getvalue()}
