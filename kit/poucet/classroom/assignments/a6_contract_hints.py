"""The usual mistakes in the two functions that read a contract, in assignment A6.

A pupil's function judges small contracts that anybody judges by eye; the mistake is read from what
it returns.
"""

from __future__ import annotations

import copy
from typing import Any

from poucet.classroom.answers import came, first_call, returned
from poucet.classroom.assignments.a6_files import DEMANDS, MOST_ERASURE_DAYS, MOST_TRAIL_MONTHS
from poucet.i18n import gettext as _

FIRMS = [
    {"name": "A", "country": "US"},
    {"name": "B", "country": "FR"},
    {"name": "C", "country": "IE"},
]
# Every demand met, on the limit itself.
KEPT = {
    "hosting": "FR",
    "trail_months": MOST_TRAIL_MONTHS,
    "erasure_days": MOST_ERASURE_DAYS,
    "purposes": ["exercises"],
    "subprocessors": [{"name": "B", "country": "FR"}],
}


def _not_a_list(value: Any) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return _("elle renvoie un nombre : il faut la liste des noms.")
    if not isinstance(value, list):
        return _("elle renvoie {kind} ; il faut une liste de noms.").format(kind=came(value))
    return None


def offenders_fault(answer: Any, avatar: int) -> str | None:
    """Look at ``offenders(contract, allowed)`` (question 4a)."""
    contract = {**copy.deepcopy(KEPT), "subprocessors": copy.deepcopy(FIRMS)}
    names, fault = first_call(answer, contract, ["FR"])
    if fault := fault or _not_a_list(names):
        return fault
    if not all(isinstance(one, (str, dict)) for one in names):
        return _("votre liste contient autre chose que des noms.")
    mistakes = (
        (["US", "IE"], _("ce sont les pays : donnez les noms des sous-traitants.")),
        (["B"], _("ce sont ceux qui sont permis : donnez les autres.")),
        (["A"], _("elle s’arrête au premier : return vient après la boucle.")),
        (["C", "A"], _("suivez l’ordre du contrat.")),
        ([FIRMS[0], FIRMS[2]], _("ce sont des dictionnaires : gardez seulement le nom.")),
    )
    for wrong, sentence in mistakes:
        if names == wrong:
            return sentence
    if names != ["A", "C"]:
        return _("la liste n’est pas la bonne : quels pays ne sont pas dans allowed ?")
    names, fault = returned(answer, contract, ["US", "IE"])
    if fault or names != ["B"]:
        return fault or _("les pays permis peuvent changer : servez-vous de allowed.")
    return None


def broken_fault(answer: Any, avatar: int) -> str | None:
    """Look at ``broken(contract)`` (question 4b)."""
    found, fault = first_call(answer, copy.deepcopy(KEPT))
    if fault := fault or _not_a_list(found):
        return fault
    if found == list(DEMANDS):
        return _("ce sont les demandes tenues : donnez les autres.")
    if {"trail", "erasure"} & set(map(str, found)):
        return _("une durée égale à la limite est permise : « au plus », donc > et non >=.")
    if found:
        return _("un contrat qui tient les quatre demandes doit donner une liste vide.")
    one_each = (
        (
            {"subprocessors": FIRMS},
            "place",
            _("un seul sous-traitant à l’étranger suffit : place n’est pas tenue."),
        ),
        (
            {"hosting": "IE"},
            "place",
            _("des serveurs à l’étranger suffisent : place n’est pas tenue."),
        ),
        (
            {"trail_months": 13},
            "trail",
            _("13 mois de traces, c’est trop : trail n’est pas tenue."),
        ),
        (
            {"erasure_days": 91},
            "erasure",
            _("91 jours avant d’effacer, c’est trop : erasure n’est pas tenue."),
        ),
        (
            {"purposes": ["exercises", "advertising"]},
            "selling",
            _(
                "la publicité peut être n’importe où dans la liste des "
                "usages : selling n’est pas tenue."
            ),
        ),
        (
            {"purposes": ["selling_records", "exercises"]},
            "selling",
            _("la vente de fiches compte autant que la publicité : selling n’est pas tenue."),
        ),
    )
    for clause, demand, sentence in one_each:
        found, fault = returned(answer, copy.deepcopy({**KEPT, **clause}))
        if fault or found != [demand]:
            return fault or sentence
    everything: dict[str, Any] = {
        name: value for clause, _d, _s in one_each for name, value in clause.items()
    }
    found, fault = returned(answer, copy.deepcopy({**KEPT, **everything}))
    if fault or found != list(DEMANDS):
        return fault or _(
            "quand aucune demande n’est tenue, il faut les quatre noms, dans l’ordre du tableau."
        )
    return None
