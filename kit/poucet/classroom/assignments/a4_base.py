"""The database of assignment A4: two tables, and queries that can only read them.

A pupil writes a query, the kit and later the grader run it. Success: the same rows on any machine.
A query that would write, open a file or never end is refused, since grading runs it on the
teacher's machine.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from poucet.classroom.assignments.a4_files import (
    ACCOUNT_COLUMNS,
    PUPIL_COLUMNS,
    Rows,
    accounts,
    pupils,
)
from poucet.classroom.handout import require_avatar
from poucet.i18n import gettext as _

_READING = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION}
# An honest join of two tables of a thousand rows takes some six million steps; each call is 10,000.
_STEPS, _MOST_CALLS = 10_000, 5_000
_LONGEST_VALUE = 100_000
# Every account with every pupil would be half a million rows: what comes after these adds nothing.
MOST_ROWS = 50_000


def _only_reading(action: int, *_about: Any) -> int:
    return sqlite3.SQLITE_OK if action in _READING else sqlite3.SQLITE_DENY


def answered(query: Any, account_rows: Rows, pupil_rows: Rows) -> list[tuple[Any, ...]]:
    """Run a query on the two tables ``accounts`` and ``pupils``.

    Parameters
    ----------
    query : object
        What the pupil wrote: text, if all is well.
    account_rows, pupil_rows : list of dict
        The two tables.

    Returns
    -------
    list of tuple
        The rows, `MOST_ROWS` at most, sorted: a query without ORDER BY promises no order.

    Raises
    ------
    sqlite3.Error
        If the query is not one, writes, or takes too long.

    Examples
    --------
    >>> row = {"ine": "1Q", "name": "DURAND Léa", "class": "2de 1", "sex": "F",
    ...        "birth_date": "2010-06-03"}
    >>> answered("SELECT name FROM pupils WHERE sex = 'F'", [], [row])
    [('DURAND Léa',)]
    """
    if not isinstance(query, str):
        raise sqlite3.ProgrammingError("not a text")
    base = sqlite3.connect(":memory:")
    try:
        for table, columns, rows in (
            ("accounts", ACCOUNT_COLUMNS, account_rows),
            ("pupils", PUPIL_COLUMNS, pupil_rows),
        ):
            base.execute(f"CREATE TABLE {table} ({', '.join(f'{name} TEXT' for name in columns)})")
            marks = ", ".join("?" * len(columns))
            base.executemany(
                f"INSERT INTO {table} VALUES ({marks})",
                [tuple(row[name] for name in columns) for row in rows],
            )
        base.commit()
        base.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
        base.set_authorizer(_only_reading)
        calls = iter(range(_MOST_CALLS))
        base.set_progress_handler(lambda: next(calls, None) is None, _STEPS)
        found = base.execute(query.strip().rstrip(";")).fetchmany(MOST_ROWS)
    finally:
        base.close()
    return sorted(found, key=repr)


def ask(avatar: int, query: Any) -> None:
    """Print the first rows that a query finds in this avatar's tables, or why it finds none."""
    require_avatar(avatar)
    if query is ...:
        return
    try:
        found = answered(query, accounts(avatar), pupils(avatar))
    except sqlite3.Error as error:
        print(_("La base ne comprend pas votre requête : {error}").format(error=error))  # noqa: T201
        return
    print(_("{rows} lignes. Les premières :").format(rows=len(found)))  # noqa: T201
    for row in found[:3]:
        print(*row, sep=" | ")  # noqa: T201
