"""The database of assignment A4: two tables, and queries that can only read them.

A pupil writes a query, the kit and later the grader run it. Success: the same rows on any machine.
A query that would write, open a file or never end is refused, since grading runs it on the
teacher's machine.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
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

_TABLES = {"accounts": ACCOUNT_COLUMNS, "pupils": PUPIL_COLUMNS}
# Those whose cost grows no faster than the text they read: a step of the budget stays a short one.
_NUMBERS = ("abs", "avg", "count", "length", "max", "min", "round", "sum", "total")
_WORDS = ("coalesce", "group_concat", "ifnull", "like", "lower", "nullif", "substr", "upper")
_FUNCTIONS = frozenset((*_NUMBERS, *_WORDS, "substring"))
# An honest join of two tables of a thousand rows, with no index, takes some ten million steps.
_STEPS, _MOST_CALLS = 1_000, 30_000
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 2_000,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 5_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 30,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 50,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 10,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 10_000,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 8,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 50,
    sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 0,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
_MEMORY = 200_000_000  # bytes that SQLite may hold
_MOST_LETTERS = 20_000_000
# Every account with every pupil would be half a million rows: what comes after these adds nothing.
MOST_ROWS = 50_000


class Refused(sqlite3.OperationalError):
    """A query that asks for more than reading a little; its text is a reason in plain words."""


def _only_reading(action: int, about: str | None, more: str | None, *_where: Any) -> int:
    allowed = (
        action == sqlite3.SQLITE_SELECT
        or (action == sqlite3.SQLITE_READ and about in _TABLES)
        or (action == sqlite3.SQLITE_FUNCTION and str(more).lower() in _FUNCTIONS)
    )
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY


def _base(*tables: Rows) -> sqlite3.Connection:
    """Fill a base that only reads from now on, within bounds that no clock sets."""
    base = sqlite3.connect(":memory:")
    base.execute("PRAGMA temp_store = MEMORY")
    base.execute(f"PRAGMA hard_heap_limit = {_MEMORY}")
    for (table, columns), rows in zip(_TABLES.items(), tables, strict=True):
        base.execute(f"CREATE TABLE {table} ({', '.join(f'{name} TEXT' for name in columns)})")
        marks = ", ".join("?" * len(columns))
        base.executemany(
            f"INSERT INTO {table} VALUES ({marks})",
            [tuple(row[name] for name in columns) for row in rows],
        )
    base.commit()
    for limit, most in _LIMITS.items():
        base.setlimit(limit, most)
    base.set_authorizer(_only_reading)
    calls = iter(range(_MOST_CALLS))
    base.set_progress_handler(lambda: next(calls, None) is None, _STEPS)
    return base


def _read(found: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    rows, letters = [], 0
    for row in found:
        letters += sum(len(value) for value in row if isinstance(value, (str, bytes)))
        if letters > _MOST_LETTERS:
            raise Refused(_("elle donne trop de texte, demandez moins de colonnes"))
        rows.append(row)
        if len(rows) == MOST_ROWS:
            break
    return rows


def _reason(error: str) -> str | None:
    """Say in plain words which bound SQLite's message is about."""
    reasons = (
        ("not authorized to use function", _("une de ses fonctions n’est pas permise ici")),
        ("not authorized", _("ici, on lit les tables accounts et pupils, et rien d’autre")),
        ("authorization denied", _("ici, on lit les tables accounts et pupils, et rien d’autre")),
        ("prohibited", _("ici, on lit les tables accounts et pupils, et rien d’autre")),
        ("too big", _("elle fabrique un texte trop long")),
        ("pattern too complex", _("le motif après LIKE est trop long")),
        ("too large", _("elle est trop longue")),
        ("too many", _("elle est trop longue")),
    )
    return next((reason for sign, reason in reasons if sign in error), None)


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
        If the query is not one, or takes too long: `Refused` with its reason if it goes beyond
        reading a little.

    Examples
    --------
    >>> row = {"ine": "1Q", "name": "DURAND Léa", "class": "2de 1", "sex": "F",
    ...        "birth_date": "2010-06-03"}
    >>> answered("SELECT name FROM pupils WHERE sex = 'F'", [], [row])
    [('DURAND Léa',)]
    """
    if not isinstance(query, str):
        raise sqlite3.ProgrammingError("not a text")
    base = _base(account_rows, pupil_rows)
    try:
        found = _read(base.execute(query.strip().rstrip(";")))
    except MemoryError:
        raise Refused(
            _("elle demande trop de mémoire, il manque sans doute une condition")
        ) from None
    except ValueError as error:  # a letter that no text of SQL can hold
        raise sqlite3.ProgrammingError(str(error)) from None
    except sqlite3.Error as error:
        if reason := _reason(str(error)):
            raise Refused(reason) from None
        raise
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
    except Refused as refused:
        print(_("La base refuse votre requête : {reason}.").format(reason=refused))  # noqa: T201
        return
    except sqlite3.Error as error:
        if "interrupted" in str(error):
            print(_("La base a arrêté votre requête, qui ne finit pas : ajoutez une condition."))  # noqa: T201
            return
        print(_("La base ne comprend pas votre requête : {error}").format(error=error))  # noqa: T201
        return
    print(_("{rows} lignes. Les premières :").format(rows=len(found)))  # noqa: T201
    for row in found[:3]:
        print(*row, sep=" | ")  # noqa: T201
