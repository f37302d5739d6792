"""Whom a copy wrongly accuses: the kit's rules run on what it holds, compared with the truth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from poucet.attacks import infer
from poucet.attacks.habits_seen import habits_seen
from poucet.attacks.inference_rules import RULES, TRAITS
from poucet.damages.readings import wrongly_read
from poucet.damages.remembered import mark, remembered
from poucet.exports.trail import TrailColumns

if TYPE_CHECKING:
    from poucet.contract.copies import Copy
    from poucet.school import School


# The directory columns that a rule reads beside the lines.
_READ = tuple({rule.column: None for rules in RULES.values() for rule in rules if rule.column})


def guesses(school: School, copy: Copy) -> dict[str, np.ndarray]:
    """Give what the rules believe of each pupil, from the copy's lines and its directory.

    Returns
    -------
    dict of str to ndarray of bool
        For each trait, one value a pupil of the school; empty where the copy has no line about
        anybody.
    """
    read = [name for name in _READ if name in copy.columns]
    lines = (copy.verbs, copy.time, copy.ip, mark(copy.line_avatars))
    listed = mark(copy.avatars) if read else None
    return remembered(
        school, ("guesses", *lines, *read, listed), lambda: _guesses(school, copy, read)
    )


def _guesses(school: School, copy: Copy, read: list[str]) -> dict[str, np.ndarray]:
    if not len(copy.line_avatars):
        return {}
    lines = copy.trail_columns
    codes = {"pupil": copy.line_avatars, **_without(lines.codes, "account")}
    # Lines without a date still tell what was searched for: as if all were of one day.
    codes.setdefault("time", np.full(len(copy.line_avatars), copy.since, "datetime64[D]"))
    seen = habits_seen(TrailColumns(codes, _without(lines.categories, "account")))
    directory = None
    if read:
        cells = copy.directory_columns
        directory = {"pupil": copy.avatars, **{name: cells[name] for name in read}}
    believed = {}
    for trait in TRAITS:
        found = infer(seen, trait, directory)
        believed[trait] = np.zeros(school.size, dtype=bool)
        believed[trait][found.people[found.guess] - 1] = True
    return believed


def accused_by(school: School, copy: Copy, believed: dict[str, np.ndarray]) -> np.ndarray:
    """Tell of which pupils the copy makes its reader say something false.

    Returns
    -------
    ndarray of bool
        One value a pupil of the school.
    """
    wrong = np.zeros(school.size, dtype=bool)
    listed = copy.avatars - 1
    wrong[listed] = wrongly_read(school.columns, school.sealed, copy.directory_columns)[listed]
    for trait, said_so in believed.items():
        wrong |= said_so & ~school.sealed[trait]
    return wrong


def _without(columns: dict[str, np.ndarray], name: str) -> dict[str, np.ndarray]:
    return {key: values for key, values in columns.items() if key != name}
