"""The usual mistakes of assignment A2, each recognised by its name.

The pupil reads a file, counts groups, then measures who is alone. A hint compares the answer with
what a known mistake would have given in the same school; it never writes the right value.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from poucet.attacks import ClassSizes
from poucet.attacks import class_sizes as kit_class_sizes
from poucet.classroom.answers import came, not_a_count, unanswered
from poucet.classroom.assignments.a2_files import clues, table
from poucet.classroom.assignments.a2_function_hints import (
    groups_fault,
    smallest_fault,
    unique_fault,
)
from poucet.classroom.assignments.reading_hints import near, rows_fault
from poucet.i18n import N_
from poucet.i18n import gettext as _

K_BY = ("level", "sex")
UNIQUE_BY = ("birth_date", "sex")


def _sizes(avatar: int, by: tuple[str, ...] | list[str]) -> ClassSizes:
    rows = table(avatar)
    return kit_class_sizes({name: np.array([row[name] for row in rows]) for name in by}, list(by))


def table_fault(answer: Any, avatar: int) -> str | None:
    """Look at the rows read from the file (question 1a)."""
    return rows_fault(answer, table(avatar))


def premiere_fault(answer: Any, avatar: int) -> str | None:
    """Look at the number of pupils of première (question 1b)."""
    if fault := not_a_count(answer):
        return fault
    rows = table(avatar)
    of_level = {
        level: sum(row["level"] == level for row in rows) for level in ("seconde", "terminale")
    }
    classes = len({row["class"] for row in rows if row["level"] == "première"})
    right = len(rows) - sum(of_level.values())
    mistakes = (
        (answer == 0, _("zéro : comparez avec « première », en minuscules et avec son accent.")),
        (answer == len(rows), _("c’est tout le lycée : il manque la condition sur le niveau.")),
        (
            answer > len(rows),
            _("c’est plus qu’il n’y a d’élèves : comptez chaque ligne une seule fois."),
        ),
        (answer == classes, _("ce sont les classes de première : on demande les élèves.")),
        (answer in of_level.values(), _("c’est un autre niveau que la première.")),
        (answer == len(rows) - right, _("ce sont les élèves qui ne sont pas en première.")),
    )
    named = next((sentence for happened, sentence in mistakes if happened), None)
    return named or near(answer, right)


def my_k_fault(answer: Any, avatar: int) -> str | None:
    """Look at the k of the avatar's school (question 3c)."""
    if fault := not_a_count(answer):
        return fault
    found = _sizes(avatar, K_BY)
    mistakes = (
        (answer == found.sizes[-1], _("c’est le plus grand groupe : k est le plus petit.")),
        (answer == found.classes, _("c’est le nombre de groupes : k est la taille de l’un d’eux.")),
        (
            answer == _sizes(avatar, UNIQUE_BY).k,
            _("ce k est celui d’autres colonnes : relisez la liste de l’énoncé."),
        ),
        (answer == 0, _("aucun groupe n’est vide : k vaut au moins 1.")),
        (answer > found.rows, _("c’est plus qu’il n’y a d’élèves dans le lycée.")),
    )
    named = next((sentence for happened, sentence in mistakes if happened), None)
    return named or near(answer, found.k)


def my_unique_fault(answer: Any, avatar: int) -> str | None:
    """Look at the number of pupils alone in the avatar's school (question 3d)."""
    if fault := not_a_count(answer):
        return fault
    found = _sizes(avatar, UNIQUE_BY)
    mistakes = (
        (
            answer == found.classes,
            _("c’est le nombre de groupes : seuls comptent ceux qui n’ont qu’un élève."),
        ),
        (
            answer == found.rows - found.unique,
            _("ce sont les élèves qui ne sont pas seuls : on demande les autres."),
        ),
        (answer == found.rows, _("c’est tout le lycée : certains élèves partagent leur groupe.")),
        (answer > found.rows, _("c’est plus qu’il n’y a d’élèves dans le lycée.")),
        (
            answer == _sizes(avatar, K_BY).unique,
            _("ce nombre est celui d’autres colonnes : relisez la liste de l’énoncé."),
        ),
    )
    named = next((sentence for happened, sentence in mistakes if happened), None)
    return named or near(answer, found.unique)


def _gains(avatar: int) -> dict[str, int]:
    by = clues(avatar)
    before = _sizes(avatar, by).unique
    return {
        name: before - _sizes(avatar, [other for other in by if other != name]).unique
        for name in by
    }


def costliest_fault(answer: Any, avatar: int) -> str | None:
    """Look at the column whose loss hides most pupils (question 4a)."""
    if waiting := unanswered(answer):
        return waiting
    if isinstance(answer, (list, tuple)):
        return _("on retire une seule colonne : donnez son nom, sans crochets.")
    if not isinstance(answer, str):
        return _('vous donnez {kind} : il faut le nom d’une colonne, comme "sex".').format(
            kind=came(answer)
        )
    gains = _gains(avatar)
    if answer not in gains:
        return _("cette colonne n’est pas dans votre liste my_clues : recopiez son nom exact.")
    if gains[answer] == min(gains.values()):
        return _(
            "c’est la colonne dont le retrait change le moins de "
            "choses : cherchez le plus grand effet."
        )
    return None


def rescued_fault(answer: Any, avatar: int) -> str | None:
    """Look at how many pupils the loss of that column brings back to the crowd (question 4b)."""
    if fault := not_a_count(answer):
        return fault
    gains = _gains(avatar)
    right = max(gains.values())
    before = _sizes(avatar, clues(avatar)).unique
    mistakes = (
        (
            answer == before,
            _("ce sont les élèves seuls avant le retrait : faites la différence avec après."),
        ),
        (
            answer == before - right,
            _(
                "ce sont les élèves encore seuls après le retrait : "
                "faites la différence avec avant."
            ),
        ),
        (
            answer in gains.values() and answer != right,
            _("une autre colonne en cache davantage : essayez-les toutes."),
        ),
        (answer > before, _("c’est plus qu’il n’y avait d’élèves seuls au départ.")),
    )
    named = next((sentence for happened, sentence in mistakes if happened), None)
    return named or near(answer, right)


HINTS: dict[str, Callable[[Any, int], str | None]] = {
    "q1a": table_fault,
    "q1b": premiere_fault,
    "q2": groups_fault,
    "q3a": smallest_fault,
    "q3b": unique_fault,
    "q3c": my_k_fault,
    "q3d": my_unique_fault,
    "q4a": costliest_fault,
    "q4b": rescued_fault,
}

# What the feedback page says of a failed test.
MISSED = {
    "avatar": N_("Le numéro d’avatar de la première cellule n’est pas celui de cette copie."),
    "q1a": N_("rows n’est pas la liste des élèves de votre fichier, un dictionnaire par ligne."),
    "q1b": N_("Ce n’est pas le nombre d’élèves de première de votre lycée."),
    "q2a": N_("Avec une seule colonne, les groupes ou leurs tailles ne sont pas justes."),
    "q2b": N_("Avec plusieurs colonnes ou un autre lycée, les groupes ne sont pas les bons."),
    "q2c": N_("Un tableau vide, un seul élève ou un second appel ne donnent pas ce qu’il faut."),
    "q3a": N_("k ne donne pas la taille du plus petit groupe dans tous les tableaux essayés."),
    "q3b": N_("unique ne donne pas le nombre d’élèves seuls dans tous les tableaux essayés."),
    "q3c": N_("Ce n’est pas le k de votre lycée pour le niveau et le sexe."),
    "q3d": N_(
        "Ce n’est pas le nombre d’élèves de votre lycée que leur date de naissance et leur sexe "
        "rendent seuls."
    ),
    "q4a": N_("Une autre colonne de votre liste, retirée seule, cache davantage d’élèves."),
    "q4b": N_("Ce n’est pas le nombre d’élèves que le retrait de cette colonne cache à nouveau."),
}
