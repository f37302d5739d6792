"""The usual mistakes in the three functions that assignment A2 asks for.

A pupil's function is tried on a table of five rows that anybody counts by hand; the mistake is read
from what it returns.
"""

from __future__ import annotations

import copy
from typing import Any

from poucet.classroom.answers import came, first_call, not_a_count, returned
from poucet.i18n import gettext as _

# Five rows to count by hand: by sex then regime, groups of 2, 1, 2; by sex alone, of 2 and 3.
TRIAL = [
    {"sex": "F", "regime": "externe"},
    {"sex": "M", "regime": "interne"},
    {"sex": "F", "regime": "externe"},
    {"sex": "M", "regime": "externe"},
    {"sex": "M", "regime": "externe"},
]
BY_SEX = {("F",): 2, ("M",): 3}
BY_BOTH = {("F", "externe"): 2, ("M", "interne"): 1, ("M", "externe"): 2}


def groups_fault(answer: Any, avatar: int) -> str | None:
    """Look at ``class_sizes(rows, by)`` (question 2)."""
    rows = copy.deepcopy(TRIAL)
    groups, fault = first_call(answer, rows, ["sex", "regime"])
    if fault := fault or _wrong_groups(groups):
        return fault
    if rows != TRIAL:
        return _(
            "votre fonction modifie les lignes qu’on lui donne : elle doit seulement les lire."
        )
    groups, fault = returned(answer, rows, ["sex"])
    if fault or groups != BY_SEX:
        return fault or _one_column(groups)
    empty, fault = returned(answer, [], ["sex"])
    if fault or empty != {}:
        return fault or _("pour un tableau vide, elle doit renvoyer un dictionnaire vide.")
    return None


def _wrong_groups(groups: Any) -> str | None:
    """Name the mistake in the groups of `TRIAL` by sex and regime."""
    if not isinstance(groups, dict):
        return _(
            "elle renvoie {kind} ; il faut un dictionnaire : groupe → nombre d’élèves."
        ).format(kind=came(groups))
    if groups == BY_BOTH:
        return None
    if not groups:
        return _(
            "le dictionnaire reste vide : la boucle ne range rien, ou return arrive avant elle."
        )
    return _wrong_keys(groups) or _wrong_counts(groups)


def _wrong_keys(groups: dict[Any, Any]) -> str | None:
    if any(isinstance(key, str) for key in groups):
        return _("vos clés sont des textes : il faut des p-uplets, tuple(…).")
    if not all(isinstance(key, tuple) for key in groups):
        return _("vos clés ne sont pas des p-uplets : une valeur par colonne, dans tuple(…).")
    if set(groups) == {(regime, sex) for sex, regime in BY_BOTH}:
        return _("les valeurs d’une clé sont dans le désordre : suivez l’ordre de by.")
    if any(set(key) & {"sex", "regime"} for key in groups):
        return _("vos clés contiennent les noms des colonnes : il faut les valeurs, row[column].")
    if any(len(key) != 2 for key in groups):
        return _("une clé doit avoir une valeur par colonne de by, ni plus ni moins.")
    if set(groups) - set(BY_BOTH):
        return _(
            "certains groupes n’existent pas dans le tableau donné : lisez "
            "le paramètre rows, pas une autre variable."
        )
    if set(BY_BOTH) - set(groups):
        return _("il manque des groupes : return est peut-être dans la boucle.")
    return None


def _wrong_counts(groups: dict[Any, Any]) -> str:
    counts = list(groups.values())
    if any(isinstance(count, str) for count in counts):
        return _("vos tailles sont des textes : comptez avec des nombres entiers.")
    if any(isinstance(count, (list, tuple, set, dict)) for count in counts):
        return _("vos tailles sont des listes d’élèves : on demande combien, avec len.")
    if not all(type(count) is int for count in counts):
        return _("vos tailles doivent être des nombres entiers.")
    gaps = {groups[key] - BY_BOTH[key] for key in BY_BOTH}
    if gaps in ({-1}, {1}):
        return _(
            "chaque taille est fausse d’une unité : combien vaut-elle au premier élève du groupe ?"
        )
    if set(counts) == {1}:
        return _("chaque groupe vaut 1 : ajoutez 1 au compte d’avant, au lieu de le remplacer.")
    return _("les groupes sont bons, pas leurs tailles : comptez cinq lignes à la main.")


def _one_column(groups: Any) -> str:
    if isinstance(groups, dict) and set(groups) == {"F", "M"}:
        return _(
            "avec une seule colonne, vos clés sont des textes : un p-uplet d’un élément s’écrit "
            "avec une virgule."
        )
    if isinstance(groups, dict) and sum(map(_as_count, groups.values())) > len(TRIAL):
        return _(
            "au second appel, les comptes s’ajoutent à ceux du premier : "
            "créez le dictionnaire dans la fonction."
        )
    return _("avec deux colonnes tout va bien, avec une seule non : servez-vous de la liste by.")


def _as_count(value: Any) -> int:
    return value if type(value) is int else 0


def smallest_fault(answer: Any, avatar: int) -> str | None:
    """Look at ``k(rows, by)`` (question 3a)."""
    size, fault = first_call(answer, copy.deepcopy(TRIAL), ["sex"])
    if isinstance(size, tuple):
        return _("elle renvoie un groupe, pas sa taille : cherchez parmi les valeurs, values().")
    if fault := fault or not_a_count(size):
        return fault
    mistakes = {
        3: _("c’est le plus grand groupe : k est la taille du plus petit."),
        5: _("c’est le nombre d’élèves : k est la taille d’un groupe."),
        0: _("k vaut zéro pour un tableau qui a des lignes : d’où part votre minimum ?"),
        1: _("aucun groupe n’a cette taille dans le tableau essayé : d’où part votre minimum ?"),
    }
    if size != 2:
        return mistakes.get(size, _("k n’est pas la taille du plus petit groupe."))
    size, fault = returned(answer, copy.deepcopy(TRIAL), ["sex", "regime"])
    if fault or size != 1:
        # by both columns there are three groups, by sex there are two, as many as k
        counted = _("c’est le nombre de groupes : k est la taille du plus petit.")
        return fault or (
            counted if size == 3 else _("k doit changer avec les colonnes : servez-vous de by.")
        )
    size, fault = returned(answer, [], ["sex"])
    if fault or size != 0:
        return fault or _("pour un tableau vide, k doit renvoyer 0.")
    return None


def unique_fault(answer: Any, avatar: int) -> str | None:
    """Look at ``unique(rows, by)`` (question 3b)."""
    alone, fault = first_call(answer, copy.deepcopy(TRIAL), ["sex", "regime"])
    if fault := fault or not_a_count(alone):
        return fault
    mistakes = {
        3: _("c’est le nombre de groupes : comptez seulement ceux qui n’ont qu’un élève."),
        4: _("ce sont les élèves qui ne sont pas seuls : comptez les autres."),
        0: _("elle n’en compte aucun : parcourez les tailles, values(), et non les clés."),
        2: _("elle compte les groupes de deux : un élève seul est dans un groupe de 1."),
    }
    if alone != 1:
        return mistakes.get(alone, _("comptez les groupes dont la taille est 1."))
    alone, fault = returned(answer, copy.deepcopy(TRIAL), ["sex"])
    if fault or alone != 0:
        return fault or _("elle renvoie k, ou toujours 1 : quand personne n’est seul, il faut 0.")
    alone, fault = returned(answer, [], ["sex"])
    if fault or alone != 0:
        return fault or _("pour un tableau vide, personne n’est seul : il faut 0.")
    return None
