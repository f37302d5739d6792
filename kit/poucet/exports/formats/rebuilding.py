"""From a roster's tables back to one row a pupil."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from poucet.exports.formats.csv_checks import ReadTable
from poucet.exports.formats.roster import COURSE_OF, COURSES

if TYPE_CHECKING:
    import pandas as pd


def pupils_table(carried: Sequence[str], columns: dict[str, Any]) -> pd.DataFrame:
    """Make the table that `read` gives: the columns that a format carries, typed as `directory`.

    Parameters
    ----------
    carried : sequence of str
        The columns' names, in order.
    columns : dict
        The cells of each: text, ISO dates for ``birth_date``, ``bool`` for ``scholarship``.
    """
    import pandas as pd

    kinds: dict[str, Any] = {"birth_date": "datetime64[D]", "scholarship": bool}
    return pd.DataFrame(
        {name: np.array(columns[name], dtype=kinds.get(name, object)) for name in carried}
    )


def groups_of(
    pupils: Iterable[str],
    groups: tuple[ReadTable, str, str, str],
    members: Iterable[tuple[str, str]],
) -> dict[str, list[str]]:
    """Find each pupil's class, second language and option from the groups they are in.

    Parameters
    ----------
    pupils : iterable of str
        The pupils' ids, in order.
    groups : tuple
        The table of groups and the names of its columns: id, title, course.
    members : iterable of (str, str)
        A group's id, an account's id.

    Returns
    -------
    dict of list of str
        ``class``, ``second_language`` and ``option``, empty where the pupil is in no such group.
    """
    table, key, title, course = groups
    meaning = {}
    for group, name, kind in zip(
        table.columns[key], table.columns[title], table.columns[course], strict=True
    ):
        if kind in COURSE_OF:
            found = COURSE_OF[kind]
            meaning[group] = found.column, name.removeprefix(found.prefix)
    values: dict[str, dict[str, str]] = {course.column: {} for course in COURSES}
    for group, account in members:
        if group in meaning:
            column, value = meaning[group]
            values[column][account] = value
    listed = list(pupils)
    return {column: [found.get(pupil, "") for pupil in listed] for column, found in values.items()}


def first_two(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Gather what comes with each key, the first two only: a pupil's guardians."""
    found: dict[str, list[str]] = {}
    for key, value in pairs:
        kept = found.setdefault(key, [])
        if len(kept) < 2:
            kept.append(value)
    return found


def at(values: Sequence[str], place: int) -> str:
    """Give a value of a list that may be too short."""
    return values[place] if place < len(values) else ""


def aligned(found: ReadTable, key: str, wanted: Sequence[str]) -> dict[str, list[str]]:
    """Put a table of one row a pupil in the pupils' order, blank where a pupil has none."""
    row_of = {value: row for row, value in enumerate(found.columns[key])}
    rows = [row_of.get(pupil) for pupil in wanted]
    return {
        name: ["" if row is None else cells[row] for row in rows]
        for name, cells in found.columns.items()
    }
