"""The usual mistakes of assignment A4, each recognised by its name.

The pupil reads two files, links them in Python and in SQL, then undoes the hashes. A hint compares
the answer with what a known mistake would have given in the same school; it never writes the value.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from poucet.classroom.answers import came, not_a_count, unanswered
from poucet.classroom.assignments.a4_files import ON, accounts, birth_year, hashed, pupils
from poucet.classroom.assignments.a4_function_hints import (
    fingerprint_fault,
    index_fault,
    join_fault,
    undo_fault,
)
from poucet.classroom.assignments.a4_query_hints import query_class_fault, query_join_fault
from poucet.classroom.assignments.reading_hints import near, rows_fault
from poucet.i18n import N_
from poucet.i18n import gettext as _


def tables_fault(answer: Any, avatar: int) -> str | None:
    """Look at the rows read from either file (question 1a)."""
    first = answer[0] if isinstance(answer, list) and answer else None
    of_pupil = isinstance(first, dict) and "ine" in first
    return rows_fault(answer, pupils(avatar) if of_pupil else accounts(avatar))


def born_then_fault(answer: Any, avatar: int) -> str | None:
    """Look at the number of accounts of one birth year (question 1b)."""
    if fault := not_a_count(answer):
        return fault
    year, rows = birth_year(avatar), accounts(avatar)
    right = sum(row["birth_date"].startswith(year) for row in rows)
    if answer == right:
        return None
    in_directory = sum(row["birth_date"].startswith(year) for row in pupils(avatar))
    mistakes = (
        (
            answer == 0,
            _("zéro : la date est un texte, comparez ses quatre premiers caractères à my_year."),
        ),
        (answer == len(rows), _("ce sont tous les comptes : il manque la condition sur l’année.")),
        (
            answer == in_directory,
            _("vous avez compté les élèves de l’annuaire : comptez les comptes."),
        ),
        (answer == len(rows) - right, _("ce sont les comptes des autres années.")),
    )
    known = next((sentence for happened, sentence in mistakes if happened), None)
    return known or near(answer, right)


def _sizes(rows: list[dict[str, str]], on: tuple[str, ...]) -> Counter[tuple[str, ...]]:
    return Counter(tuple(row[name] for name in on) for row in rows)


def _pairs(avatar: int, on: tuple[str, ...]) -> int:
    left, right = _sizes(accounts(avatar), on), _sizes(pupils(avatar), on)
    return sum(size == 1 == right[key] for key, size in left.items())


def my_pairs_fault(answer: Any, avatar: int) -> str | None:
    """Look at the number of pairs beyond doubt in the avatar's school (question 2c)."""
    if fault := not_a_count(answer):
        return fault
    left, right = _sizes(accounts(avatar), ON), _sizes(pupils(avatar), ON)
    found = _pairs(avatar, ON)
    if answer == found:
        return None
    mistakes = (
        (
            answer == sum(size * right[key] for key, size in left.items()),
            _("ce sont tous les couples possibles : gardez ceux qui sont seuls des deux côtés."),
        ),
        (
            answer == sum(key in right for key in left),
            _("ce sont toutes les clés communes : il faut une seule ligne de chaque côté."),
        ),
        (
            answer == sum(right[key] == 1 for key in left),
            _("vous oubliez les comptes : un seul doit porter ces valeurs."),
        ),
        (
            answer == sum(size == 1 and key in right for key, size in left.items()),
            _("vous oubliez les élèves : un seul doit porter ces valeurs."),
        ),
        (
            answer in (_pairs(avatar, ("birth_date",)), _pairs(avatar, ("class", *ON))),
            _("ce nombre est celui d’autres colonnes : relisez la liste de l’énoncé."),
        ),
        (
            answer == len(accounts(avatar)),
            _("c’est le nombre de comptes : tous n’ont pas retrouvé un nom."),
        ),
    )
    known = next((sentence for happened, sentence in mistakes if happened), None)
    return known or near(answer, found)


def accused_fault(answer: Any, avatar: int) -> str | None:
    """Look at the list of the wrongly accused (question 4c)."""
    if waiting := unanswered(answer):
        return waiting
    if type(answer) is int:
        return _("c’est un nombre : on demande la liste de leurs numéros, pas combien ils sont.")
    if not isinstance(answer, list):
        return _("vous donnez {kind} : il faut une liste de numéros ine.").format(kind=came(answer))
    if not answer:
        return _("la liste est vide : comparez l’empreinte de l’élève à celle du compte, avec !=.")
    if any(isinstance(item, (tuple, list)) for item in answer):
        return _("votre liste contient des couples : gardez seulement le numéro ine.")
    if any(isinstance(item, dict) for item in answer):
        return _("votre liste contient des lignes entières : gardez seulement le numéro ine.")
    if not all(isinstance(item, str) for item in answer):
        return _("les numéros ine sont des textes : votre liste contient autre chose.")
    known = {row["ine"]: row for row in pupils(avatar)}
    if any(item in {row["account"] for row in accounts(avatar)} for item in answer):
        return _("ce sont des empreintes : c’est un élève que l’on accuse, donnez son numéro ine.")
    if any(item not in known for item in answer):
        return _("certains numéros ne sont pas dans l’annuaire : recopiez ine tel quel.")
    return _innocent(answer, known, avatar)


def _innocent(answer: list[Any], known: dict[str, dict[str, str]], avatar: int) -> str | None:
    if len(set(answer)) != len(answer):
        return _("un élève y est plusieurs fois : créez la liste vide avant la boucle.")
    hashes = {row["account"] for row in accounts(avatar)}
    holders = [hashed(known[ine]["name"], known[ine]["birth_date"]) in hashes for ine in answer]
    if all(holders) and len(answer) > 2:
        return _("ce sont des élèves nommés à raison : gardez ceux dont l’empreinte diffère.")
    if len(answer) == _pairs(avatar, ON):
        return _("ce sont tous les couples : gardez ceux dont l’empreinte diffère.")
    return None


HINTS: dict[str, Callable[[Any, int], str | None]] = {
    "q1a": tables_fault,
    "q1b": born_then_fault,
    "q2a": index_fault,
    "q2b": join_fault,
    "q2c": my_pairs_fault,
    "q3a": query_class_fault,
    "q3b": query_join_fault,
    "q4a": fingerprint_fault,
    "q4b": undo_fault,
    "q4c": accused_fault,
}

# What the feedback page says of a failed test.
MISSED = {
    "avatar": N_("Le numéro d’avatar de la première cellule n’est pas celui de cette copie."),
    "q1a": N_("accounts et pupils ne sont pas les listes des lignes de vos deux fichiers."),
    "q1b": N_(
        "Ce n’est pas le nombre de comptes de votre fichier dont la "
        "date de naissance est de cette année-là."
    ),
    "q2a": N_("make_index ne range pas bien les lignes de toutes les tables essayées."),
    "q2b": N_("join ne donne pas tous les couples sans ambiguïté, et eux seuls."),
    "q2c": N_("Ce n’est pas le nombre de couples sans ambiguïté de votre lycée."),
    "q3a": N_("La requête ne donne pas le numéro et le nom des élèves de la classe demandée."),
    "q3b": N_("La requête ne donne pas les comptes et les noms qui ont les trois mêmes valeurs."),
    "q4a": N_("fingerprint ne donne pas l’empreinte du nom, d’une espace et de la date."),
    "q4b": N_("undo ne retrouve pas tous les élèves essayés, ou trouve quelqu’un à tort."),
    "q4c": N_("Ce n’est pas la liste des élèves de votre lycée accusés à tort."),
}
