"""The usual mistakes in the four functions that protect and measure, in assignment A6.

A pupil's function is tried on a table of seven rows that anybody sorts by hand; the mistake is read
from what it returns.
"""

from __future__ import annotations

import copy
from typing import Any

from poucet.classroom.answers import (
    came,
    first_call,
    not_a_count,
    not_a_function,
    nothing_returned,
    returned,
)
from poucet.i18n import gettext as _

# By sex: groups of 5 and 2, the secrets of both mixed; by level: of 4 and 3; by both: 3, 2 and 2.
_DRAWN = (
    ("2de 10", "F", "oui"),
    ("2de 1", "F", "non"),
    ("2de 1", "F", "non"),
    ("1re 4", "F", "non"),
    ("1re 4", "F", "non"),
    ("2de 10", "M", "oui"),
    ("2de 1", "M", "non"),
)
ROWS = [
    {"class": name, "sex": sex, "commune": "Valmorne", "money": money}
    for name, sex, money in _DRAWN
]
BY_SEX = {("F",): ["oui", "non", "non", "non", "non"], ("M",): ["oui", "non"]}


def generalise_fault(answer: Any, avatar: int) -> str | None:
    """Look at ``generalise(row)`` (question 2a)."""
    row = dict(ROWS[0])
    new, fault = first_call(answer, row)
    if fault:
        return fault
    if not isinstance(new, dict):
        return _("elle renvoie {kind} ; il faut une ligne, c’est-à-dire un dictionnaire.").format(
            kind=came(new)
        )
    if new is row or row != ROWS[0]:
        return _("la ligne de départ change : travaillez sur une copie, dict(row).")
    if set(new) != set(row):
        return _("une ligne généralisée garde toutes ses colonnes, et elles seules.")
    if new["class"] == ["2de", "10"]:
        return _("split donne une liste : gardez son premier élément, [0].")
    mistakes = (
        (new["class"] == row["class"], _("la classe n’a pas changé : gardez seulement le niveau.")),
        (new["class"] == "10", _("c’est le numéro de la classe : gardez le niveau, [0].")),
        (new["class"] != "2de", _("le niveau n’est pas le bon : coupez la classe à l’espace.")),
        (new["commune"] != "*", _("à la place de la commune, mettez une étoile.")),
        (new != {**row, "class": "2de", "commune": "*"}, _("une autre case a changé.")),
    )
    return next((sentence for happened, sentence in mistakes if happened), None)


def groups_fault(answer: Any, avatar: int) -> str | None:
    """Look at ``groups(rows, by, secret)`` (question 2b)."""
    rows = copy.deepcopy(ROWS)
    found, fault = first_call(answer, rows, ["sex"], "money")
    if fault := fault or _wrong_groups(found):
        return fault
    if rows != ROWS:
        return _(
            "votre fonction modifie les lignes qu’on lui donne : elle doit seulement les lire."
        )
    both, fault = returned(answer, rows, ["sex", "class"], "money")
    if fault or not isinstance(both, dict) or ("M", "2de 10") not in both:
        return fault or _("avec deux colonnes, les clés ne suivent pas l’ordre de by.")
    other, fault = returned(answer, rows, ["money"], "sex")
    if fault or other != {("oui",): ["F", "M"], ("non",): ["F", "F", "F", "F", "M"]}:
        return fault or _("le secret peut être une autre colonne : servez-vous de secret.")
    empty, fault = returned(answer, [], ["sex"], "money")
    if fault or empty != {}:
        return fault or _("pour un tableau vide, elle doit renvoyer un dictionnaire vide.")
    return None


def _wrong_groups(found: Any) -> str | None:
    if not isinstance(found, dict):
        return _("elle renvoie {kind} ; il faut un dictionnaire : groupe → secrets.").format(
            kind=came(found)
        )
    if found == BY_SEX:
        return None
    if not found:
        return _(
            "le dictionnaire reste vide : la boucle ne range rien, ou return arrive avant elle."
        )
    if any(isinstance(key, str) for key in found):
        return _("vos clés sont des textes : il faut des p-uplets, tuple(…).")
    if set(found) != set(BY_SEX):
        return _(
            "les clés ne sont pas les bonnes : il en faut une par "
            "groupe de valeurs, dans l’ordre de by."
        )
    if any(isinstance(secrets, str) for secrets in found.values()):
        return _("le second secret efface le premier : rangez-les dans une liste.")
    if any(isinstance(secrets, int) for secrets in found.values()):
        return _("vous comptez les élèves : rangez plutôt leurs secrets, dans une liste.")
    if any(isinstance(secrets, set) for secrets in found.values()):
        return _("un ensemble perd les secrets égaux : gardez-les tous, dans une liste.")
    if any(isinstance(one, dict) for secrets in found.values() for one in secrets):
        return _("vous rangez des lignes entières : gardez seulement row[secret].")
    return _("des secrets manquent : créez la liste à la première ligne d’un groupe seulement.")


def _measure_fault(
    answer: Any, right: dict[tuple[str, ...], int], known: dict[int, str]
) -> str | None:
    """Try a function that measures the groups: `known` names the mistakes by the value by sex."""
    if fault := not_a_function(answer):
        return fault
    for by, expected in right.items():
        value, fault = returned(answer, copy.deepcopy(ROWS), list(by), "money")
        if fault := fault or nothing_returned(value) or not_a_count(value):
            return fault
        if value != expected:
            changes = _("la mesure doit changer avec les colonnes : servez-vous de by.")
            if by == ("sex",):
                changes = _("ce n’est pas le bon nombre : rangez quelques lignes à la main.")
            return known.get(value, changes) if by == ("sex",) else changes
    value, fault = returned(answer, [], ["sex"], "money")
    if fault or value != 0:
        return fault or _("pour un tableau vide, elle doit renvoyer 0.")
    return None


def smallest_fault(answer: Any, avatar: int) -> str | None:
    """Look at ``smallest(rows, by, secret)`` (question 2c)."""
    known = {
        5: _("c’est le plus grand groupe : k est la taille du plus petit."),
        7: _("c’est le nombre d’élèves : k est la taille d’un groupe."),
        0: _("k vaut zéro pour un tableau qui a des lignes : d’où part votre minimum ?"),
    }
    return _measure_fault(answer, {("sex",): 2, ("commune",): 7, ("class", "sex"): 1}, known)


def diversity_fault(answer: Any, avatar: int) -> str | None:
    """Look at ``diversity(rows, by, secret)`` (question 2d)."""
    known = {
        4: _("vous additionnez les groupes : gardez le plus petit nombre."),
        5: _("vous comptez les élèves : set(…) garde chaque secret une seule fois."),
        0: _("ℓ vaut zéro pour un tableau qui a des lignes : d’où part votre minimum ?"),
    }
    fault = _measure_fault(answer, {("sex",): 2, ("commune",): 2, ("class",): 1}, known)
    value, _stumble = returned(answer, copy.deepcopy(ROWS), ["commune"], "money")
    if fault and type(value) is int and value == len(ROWS):
        return _("vous comptez les élèves : set(…) garde chaque secret une seule fois.")
    return fault
