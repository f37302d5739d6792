"""The usual mistakes in the two queries that assignment A4 asks for, read from what they find."""

from __future__ import annotations

import sqlite3
from typing import Any

from poucet.classroom.answers import came, unanswered
from poucet.classroom.assignments.a4_base import MOST_ROWS, answered
from poucet.classroom.assignments.a4_files import Rows, accounts, class_asked, pupils
from poucet.i18n import gettext as _

_LINK = ("class", "sex", "birth_date")
Found = list[tuple[Any, ...]]


def _run(query: Any, account_rows: Rows, pupil_rows: Rows) -> tuple[Found, str | None]:
    """Run the query; give what it finds, and the fault of one that cannot be run."""
    if waiting := unanswered(query):
        return [], waiting
    if not isinstance(query, str):
        return [], _("vous donnez {kind} : une requête est un texte, entre guillemets.").format(
            kind=came(query)
        )
    if not query.strip():
        return [], _("la requête est vide : elle commence par SELECT.")
    if not query.strip().upper().startswith("SELECT"):
        return [], _("la requête doit commencer par SELECT : ici, on lit sans rien modifier.")
    if "==" in query:
        return [], _("en SQL, on compare avec un seul signe =.")
    try:
        return answered(query, account_rows, pupil_rows), None
    except sqlite3.Error as error:
        return [], _refused(str(error))


def _refused(error: str) -> str:
    reasons = (
        ("ambiguous", _("une colonne est dans les deux tables : écrivez table.colonne.")),
        ("no such column", _("cette colonne n’existe pas : un texte se met entre apostrophes.")),
        ("no such table", _("cette table n’existe pas : elles s’appellent accounts et pupils.")),
        ("syntax error", _("la requête est mal écrite : SELECT, FROM, puis WHERE ou JOIN … ON.")),
        ("interrupted", _("la requête ne finit pas : il manque sans doute une condition.")),
    )
    for sign, reason in reasons:
        if sign in error:
            return reason
    return _("la base refuse cette requête : {error}.").format(error=error)


def query_class_fault(answer: Any, avatar: int) -> str | None:
    """Look at the query of the pupils of one class (question 3a)."""
    school = pupils(avatar)
    found, fault = _run(answer, accounts(avatar), school)
    if fault:
        return fault
    right = sorted(
        (row["ine"], row["name"]) for row in school if row["class"] == class_asked(avatar)
    )
    if not found:
        return _("aucune ligne : recopiez la classe exacte, avec son espace, entre apostrophes.")
    if len(found[0]) != 2:
        return _("il faut deux colonnes, et non {columns} : ine, puis name.").format(
            columns=len(found[0])
        )
    if found == sorted(right):
        return None
    if sorted(row[::-1] for row in found) == right:
        return _("les deux colonnes sont dans le désordre : ine, puis name.")
    if len(found) == len(school):
        return _("c’est tout le lycée : il manque WHERE.")
    if len(found) == len(school) - len(right):
        return _("ce sont toutes les autres classes.")
    if not {row[0] for row in found} <= {row["ine"] for row in school}:
        return _("ces lignes ne viennent pas de la table des élèves : FROM pupils.")
    return _("ce ne sont pas les élèves de cette classe-là.")


def _linked(account_rows: Rows, pupil_rows: Rows, on: tuple[str, ...]) -> Found:
    named: dict[tuple[str, ...], list[str]] = {}
    for row in pupil_rows:
        named.setdefault(tuple(row[column] for column in on), []).append(row["name"])
    return sorted(
        (row["account"], name)
        for row in account_rows
        for name in named.get(tuple(row[column] for column in on), [])
    )


def query_join_fault(answer: Any, avatar: int) -> str | None:
    """Look at the query that joins the two tables (question 3b)."""
    account_rows, pupil_rows = accounts(avatar), pupils(avatar)
    found, fault = _run(answer, account_rows, pupil_rows)
    if fault:
        return fault
    if not found:
        return _("aucune ligne : chaque colonne se compare à la même colonne de l’autre table.")
    if len(found[0]) != 2:
        return _("il faut deux colonnes, et non {columns} : account, puis name.").format(
            columns=len(found[0])
        )
    if len(found) == MOST_ROWS:
        return _("chaque compte est uni à chaque élève : il manque les conditions après ON.")
    if found == _linked(account_rows, pupil_rows, _LINK):
        return None
    if sorted(row[::-1] for row in found) == _linked(account_rows, pupil_rows, _LINK):
        return _("les deux colonnes sont dans le désordre : account, puis name.")
    for left_out in _LINK:
        others = tuple(column for column in _LINK if column != left_out)
        if found == _linked(account_rows, pupil_rows, others):
            return _("il manque une des trois conditions : {column}.").format(column=left_out)
    return _("il faut les trois conditions, une par colonne, reliées par AND.")
