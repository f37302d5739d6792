"""The usual mistakes of assignment A6, each recognised by its name.

The pupil counts, protects a table, measures it, then reads a contract. A hint compares the answer
with what a known mistake would have given in the same school; it never writes the right value.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from poucet.classroom.answers import came, not_a_count, unanswered
from poucet.classroom.assignments.a6_contract_hints import broken_fault, offenders_fault
from poucet.classroom.assignments.a6_files import DEMANDS, KNOWN, YES, demands_broken, table
from poucet.classroom.assignments.a6_function_hints import (
    diversity_fault,
    generalise_fault,
    groups_fault,
    smallest_fault,
)
from poucet.classroom.assignments.reading_hints import near, rows_fault
from poucet.i18n import N_
from poucet.i18n import gettext as _


def table_fault(answer: Any, avatar: int) -> str | None:
    """Look at the rows read from the file (question 1a)."""
    return rows_fault(answer, table(avatar))


def _first(mistakes: tuple[tuple[bool, str], ...]) -> str | None:
    return next((sentence for happened, sentence in mistakes if happened), None)


def in_need_fault(answer: Any, avatar: int) -> str | None:
    """Look at the number of pupils in whose family money is short (question 1b)."""
    if fault := not_a_count(answer):
        return fault
    rows = table(avatar)
    right = sum(row["money"] == YES for row in rows)
    if answer == right:
        return None
    mistakes = (
        (answer == 0, _('zéro : comparez avec "oui", en minuscules et entre guillemets.')),
        (answer == len(rows), _("ce sont tous les élèves : il manque la condition sur money.")),
        (
            answer == len(rows) - right,
            _("vous avez compté les élèves chez qui l’argent ne manque pas."),
        ),
    )
    return _first(mistakes) or near(answer, right)


def _groups(rows: list[dict[str, str]], by: tuple[str, ...]) -> list[list[str]]:
    found: dict[tuple[str, ...], list[str]] = {}
    for row in rows:
        found.setdefault(tuple(row[name] for name in by), []).append(row["money"])
    return list(found.values())


def certain_fault(answer: Any, avatar: int) -> str | None:
    """Look at the number of pupils whose secret is certain (question 3a)."""
    if fault := not_a_count(answer):
        return fault
    groups = _groups(table(avatar), KNOWN)
    alike = [group for group in groups if len(set(group)) == 1]
    right = sum(map(len, alike))
    if answer == right:
        return None
    mistakes = (
        (answer == 0, _("zéro : partez du tableau de départ, et non du tableau généralisé.")),
        (
            answer == len(alike),
            _("vous avez compté des groupes : comptez les élèves qu’ils contiennent."),
        ),
        (
            answer == sum(len(group) == 1 for group in groups),
            _(
                "ce sont les élèves seuls : un groupe où tous ont le "
                "même secret est percé à jour aussi."
            ),
        ),
        (answer == len(groups), _("c’est le nombre de groupes : lesquels n’ont qu’un secret ?")),
        (
            answer == sum(len(group) for group in alike if group[0] == YES),
            _("un « non » sûr compte aussi : on sait alors que l’argent ne manque pas."),
        ),
        (
            answer == sum(len(group) for group in groups) - right,
            _("ce sont les élèves dont le secret n’est pas sûr."),
        ),
    )
    return _first(mistakes) or near(answer, right)


def my_k_fault(answer: Any, avatar: int) -> str | None:
    """Look at the k of the generalised table (question 3b)."""
    if fault := not_a_count(answer):
        return fault
    rows = [{**row, "level": row["class"].split(" ")[0]} for row in table(avatar)]
    sizes = [len(group) for group in _groups(rows, ("level", "sex"))]
    if answer == min(sizes):
        return None
    mistakes = (
        (
            answer == min(map(len, _groups(rows, KNOWN))),
            _("c’est le k du tableau de départ : généralisez chaque ligne d’abord."),
        ),
        (answer == max(sizes), _("c’est le plus grand groupe : k est le plus petit.")),
        (answer == len(sizes), _("c’est le nombre de groupes : k est la taille de l’un d’eux.")),
        (
            answer == min(map(len, _groups(rows, ("class", "sex")))),
            _("la classe est restée entière : gardez seulement le niveau."),
        ),
        (
            answer == min(map(len, _groups(rows, ("level", "sex", "commune")))),
            _("la commune est restée : mettez une étoile à sa place."),
        ),
        (
            answer == min(map(len, _groups(rows, ("level",)))),
            _("le sexe a disparu : c’est l’une des trois colonnes."),
        ),
    )
    return _first(mistakes) or near(answer, min(sizes))


def my_broken_fault(answer: Any, avatar: int) -> str | None:
    """Look at the demands that the avatar's contract does not meet (question 4c)."""
    if waiting := unanswered(answer):
        return waiting
    if isinstance(answer, str):
        return _('c’est un texte : il faut une liste de noms, comme ["trail"].')
    if not isinstance(answer, list):
        return _("vous donnez {kind} : il faut la liste des demandes non tenues.").format(
            kind=came(answer)
        )
    if not all(isinstance(name, str) for name in answer):
        return _("la liste doit contenir les noms des demandes, entre guillemets.")
    if set(answer) - set(DEMANDS):
        return _("les noms possibles sont {names}.").format(names=", ".join(DEMANDS))
    right = demands_broken(avatar)
    if answer == [demand for demand in DEMANDS if demand not in right]:
        return _("ce sont les demandes tenues : donnez les autres.")
    if answer != [demand for demand in DEMANDS if demand in answer]:
        return _("suivez l’ordre du tableau, et donnez chaque nom une seule fois.")
    if len(answer) in (0, len(DEMANDS)):
        return _("votre contrat tient certaines demandes et pas d’autres : relisez chaque clause.")
    return None


HINTS: dict[str, Callable[[Any, int], str | None]] = {
    "q1a": table_fault,
    "q1b": in_need_fault,
    "q2a": generalise_fault,
    "q2b": groups_fault,
    "q2c": smallest_fault,
    "q2d": diversity_fault,
    "q3a": certain_fault,
    "q3b": my_k_fault,
    "q4a": offenders_fault,
    "q4b": broken_fault,
    "q4c": my_broken_fault,
}

# What the feedback page says of a failed test.
MISSED = {
    "avatar": N_("Le numéro d’avatar de la première cellule n’est pas celui de cette copie."),
    "q1a": N_("rows n’est pas la liste des élèves de votre fichier, un dictionnaire par ligne."),
    "q1b": N_("Ce n’est pas le nombre d’élèves de votre lycée chez qui l’argent manque."),
    "q2a": N_("generalise ne donne pas la bonne copie, ou change la ligne de départ."),
    "q2b": N_("groups ne range pas bien les secrets de tous les tableaux essayés."),
    "q2c": N_(
        "smallest ne donne pas la taille du plus petit groupe dans tous les tableaux essayés."
    ),
    "q2d": N_("diversity ne donne pas le plus petit nombre de secrets différents d’un groupe."),
    "q3a": N_("Ce n’est pas le nombre d’élèves de votre lycée dont le secret est sûr."),
    "q3b": N_("Ce n’est pas le k de votre tableau généralisé."),
    "q4a": N_("offenders ne donne pas les noms des sous-traitants hors des pays permis."),
    "q4b": N_("broken ne juge pas bien tous les contrats essayés."),
    "q4c": N_("Ce ne sont pas les demandes que votre contrat ne tient pas."),
}
