"""The files of assignment A6: a table with a secret in it, and a contract to judge.

Each avatar has its own school. The table holds three columns that anybody in the school may know,
and a fourth that nobody should: whether money is short at home. That secret is drawn for this
exercise, apart from the school's own sealed traits. The contract is a dictionary that keeps some of
four demands and breaks the others; two neighbours never have the same demands broken.
"""

from __future__ import annotations

import csv
import io
import json
from functools import lru_cache
from typing import Any

import numpy as np

from poucet.classroom.handout import graded_avatar, is_avatar, require_avatar
from poucet.school import School
from poucet.school.draws import SLOTS, Draws

TABLE, CONTRACT = "table.csv", "contrat.json"
KNOWN = ("class", "sex", "commune")
COLUMNS = (*KNOWN, "money")
YES, NO = "oui", "non"
DEMANDS = ("place", "trail", "erasure", "selling")
ALLOWED = ("FR",)
MOST_TRAIL_MONTHS, MOST_ERASURE_DAYS = 12, 90
SOLD = ("advertising", "selling_records")
_FIRST_SEED = 60_000
# Chosen by the authors: nearly one family in five.
MONEY_IS_SHORT = 0.18
_FIRMS = ("Copie Sûre", "Mesure Plus", "Nuage Clair", "Aide Devoirs", "Messages Express")

Rows = list[dict[str, str]]
Contract = dict[str, Any]


def _size(avatar: int) -> int:
    """Give the school's size: 37 and 400 share no factor, so 400 neighbours have 400 sizes."""
    return 700 + avatar * 37 % 400


@lru_cache(maxsize=16)
def _table(avatar: int) -> tuple[tuple[str, ...], ...]:
    seed, size = _FIRST_SEED + avatar, _size(avatar)
    school = School(seed=seed, pupils=size)
    known = [np.asarray(school.columns[name]).astype(str).tolist() for name in KNOWN]
    short = Draws(seed, "secrets of assignment A6").turns(size) < MONEY_IS_SHORT * SLOTS
    return tuple(zip(*known, [YES if one else NO for one in short.tolist()], strict=True))


def table(avatar: int) -> Rows:
    """Give the rows that ``csv.DictReader`` reads in this avatar's ``table.csv``."""
    return [dict(zip(COLUMNS, row, strict=True)) for row in _table(avatar)]


def graded_table(typed: Any) -> Rows:
    """Give the rows of the avatar whose hand-in is graded (see `graded_avatar`)."""
    return table(graded_avatar(typed))


def relayed_table(typed: Any) -> Rows:
    """Give right rows to the questions that follow a wrong reading of the file.

    They are those of the number typed, so that a neighbour's notebook keeps the neighbour's
    answers; where nothing fit was typed, those of the hand-in's own avatar.
    """
    return table(typed) if is_avatar(typed) else graded_table(typed)


def demands_broken(avatar: int) -> list[str]:
    """Give the demands that this avatar's contract breaks: one at least, never all four.

    Examples
    --------
    >>> demands_broken(7), demands_broken(8)
    (['selling'], ['place', 'erasure', 'selling'])
    """
    require_avatar(avatar)
    # 5 and the 14 mixtures of broken and kept share no factor: neighbours' contracts differ
    mixture = 1 + avatar * 5 % 14
    return [demand for bit, demand in enumerate(DEMANDS) if mixture >> bit & 1]


def contract(avatar: int) -> Contract:
    """Give the contract of this avatar's last questions; a new dictionary at each call."""
    broken = demands_broken(avatar)
    turns = Draws(_FIRST_SEED + avatar, "contract of assignment A6").turns(8).tolist()

    def one_of(turn: int, choices: tuple[Any, ...]) -> Any:
        return choices[turns[turn] % len(choices)]

    abroad = one_of(0, ((0,), (2,), (1, 3), (3,), (1, 2))) if "place" in broken else ()
    places = [
        one_of(rank + 1, ("US", "IE", "DE", "CA")) if rank in abroad else "FR" for rank in range(4)
    ]
    first = turns[6]
    firms = [_FIRMS[(first + rank) % len(_FIRMS)] for rank in range(3)]
    purposes = ["exercises", "statistics"]
    if "selling" in broken:
        purposes.insert(turns[7] % 3, one_of(5, SOLD))
    return {
        "hosting": places[3],
        "trail_months": one_of(4, (18, 24, 36) if "trail" in broken else (6, 9, MOST_TRAIL_MONTHS)),
        "erasure_days": one_of(
            5, (120, 180, 365) if "erasure" in broken else (30, 60, MOST_ERASURE_DAYS)
        ),
        "purposes": purposes,
        "subprocessors": [
            {"name": name, "country": place} for name, place in zip(firms, places[:3], strict=True)
        ],
    }


def graded_contract(typed: Any) -> Contract:
    """Give the contract of the avatar whose hand-in is graded (see `graded_avatar`)."""
    return contract(graded_avatar(typed))


def files(avatar: int) -> dict[str, str]:
    """Give the files to write beside the notebook: their names and their texts."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_table(avatar))
    return {
        TABLE: text.getvalue(),
        CONTRACT: json.dumps(contract(avatar), ensure_ascii=False, indent=2) + "\n",
    }
