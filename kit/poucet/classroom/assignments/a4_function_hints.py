"""The usual mistakes in the four functions that assignment A4 asks for.

A pupil's function is tried on tables of a few rows that anybody links by hand; the mistake is read
from what it returns.
"""

from __future__ import annotations

import copy
import hashlib
from typing import Any

from poucet.classroom.answers import came, first_call, not_a_function, returned
from poucet.classroom.assignments.a4_files import hashed
from poucet.i18n import gettext as _

# Five accounts and five pupils to link by hand: A with Z beyond doubt; B and C share a birth date
# and Y has it too; D could be X or W; nobody is born when E is.
_A = {"account": "A", "born": "2010-06", "sex": "F"}
_B = {"account": "B", "born": "2009-05", "sex": "M"}
_C = {"account": "C", "born": "2009-05", "sex": "M"}
_D = {"account": "D", "born": "2011-02", "sex": "F"}
_E = {"account": "E", "born": "2008-12", "sex": "F"}
ACCOUNTS = [_A, _B, _C, _D, _E]
PUPILS = [
    {"ine": "Z", "born": "2010-06", "sex": "F"},
    {"ine": "Y", "born": "2009-05", "sex": "M"},
    {"ine": "X", "born": "2011-02", "sex": "F"},
    {"ine": "W", "born": "2011-02", "sex": "F"},
]
BY_SEX = {("F",): [_A, _D, _E], ("M",): [_B, _C]}


def index_fault(answer: Any, avatar: int) -> str | None:
    """Look at ``make_index(rows, on)`` (question 2a)."""
    rows = copy.deepcopy(ACCOUNTS)
    index, fault = first_call(answer, rows, ["sex"])
    if fault := fault or _wrong_index(index):
        return fault
    if rows != ACCOUNTS:
        return _(
            "votre fonction modifie les lignes qu’on lui donne : elle doit seulement les lire."
        )
    both, fault = returned(answer, rows, ["born", "sex"])
    if fault or not isinstance(both, dict) or ("2009-05", "M") not in both:
        return fault or _("avec deux colonnes, les clés ne suivent pas l’ordre de on.")
    empty, fault = returned(answer, [], ["sex"])
    if fault or empty != {}:
        return fault or _("pour un tableau vide, elle doit renvoyer un dictionnaire vide.")
    return None


def _wrong_index(index: Any) -> str | None:
    if not isinstance(index, dict):
        return _("elle renvoie {kind} ; il faut un dictionnaire : clé → liste de lignes.").format(
            kind=came(index)
        )
    if index == BY_SEX:
        return None
    if not index:
        return _(
            "le dictionnaire reste vide : la boucle ne range rien, ou return arrive avant elle."
        )
    if any(isinstance(key, str) for key in index):
        return _("vos clés sont des textes : il faut des p-uplets, tuple(…).")
    if set(index) != set(BY_SEX):
        return _(
            "les clés ne sont pas les bonnes : il en faut une par "
            "groupe de valeurs, dans l’ordre de on."
        )
    if any(isinstance(rows, dict) for rows in index.values()):
        return _("la seconde ligne efface la première : rangez-les dans une liste.")
    if any(isinstance(rows, int) for rows in index.values()):
        return _("vous comptez les lignes : gardez-les plutôt, dans une liste.")
    return _("des lignes manquent ou se répètent : créez la liste à la première ligne d’une clé.")


def join_fault(answer: Any, avatar: int) -> str | None:
    """Look at ``join(accounts, pupils, on)`` (question 2b)."""
    pairs, fault = first_call(answer, copy.deepcopy(ACCOUNTS), copy.deepcopy(PUPILS), ["born"])
    if fault := fault or _wrong_pairs(pairs):
        return fault
    pairs, fault = returned(answer, copy.deepcopy(ACCOUNTS), copy.deepcopy(PUPILS), ["sex"])
    if fault or pairs != []:
        return fault or _("les couples doivent changer avec les colonnes : servez-vous de on.")
    pairs, fault = returned(answer, [], [], ["born"])
    if fault or pairs != []:
        return fault or _("deux tables vides n’ont aucun couple : il faut une liste vide.")
    return None


def _wrong_pairs(pairs: Any) -> str | None:
    if isinstance(pairs, int):
        return _("elle renvoie le nombre de couples : il faut leur liste.")
    if not isinstance(pairs, list):
        return _("elle renvoie {kind} ; il faut une liste de couples.").format(kind=came(pairs))
    if not pairs:
        return _("aucun couple : cherchez chaque clé des comptes parmi celles des élèves.")
    if not all(isinstance(pair, (tuple, list)) and len(pair) == 2 for pair in pairs):
        return _("chaque élément doit être un couple : (account, ine).")
    if any(not isinstance(value, str) for pair in pairs for value in pair):
        return _("vos couples contiennent des lignes entières : gardez account, puis ine.")
    found = {tuple(pair) for pair in pairs}
    if ("Z", "A") in found:
        return _("le couple est à l’envers : d’abord account, puis ine.")
    if {("D", "X"), ("D", "W")} & found and {("B", "Y"), ("C", "Y")} & found:
        return _("certains couples sont ambigus : il faut une seule ligne de chaque côté.")
    if {("D", "X"), ("D", "W")} & found:
        return _("un compte a deux élèves possibles : il n’en faut qu’un seul.")
    if {("B", "Y"), ("C", "Y")} & found:
        return _("un élève a deux comptes possibles : il n’en faut qu’un seul.")
    if found != {("A", "Z")} or len(pairs) != 1:
        return _("il manque un couple, ou il y en a un de trop : cherchez-les à la main.")
    return None


def fingerprint_fault(answer: Any, avatar: int) -> str | None:
    """Look at ``fingerprint(name, birth_date)`` (question 4a)."""
    name, date = "MARTIN Zoé", "2009-01-31"
    digest, fault = first_call(answer, name, date)
    if fault:
        return fault
    if isinstance(digest, bytes):
        return _("ce sont des octets : hexdigest écrit l’empreinte en hexadécimal.")
    if not isinstance(digest, str):
        return _("elle renvoie {kind} ; il faut un texte, celui de hexdigest.").format(
            kind=came(digest)
        )
    right = hashed(name, date)
    mistakes = (
        (_md5(name), _("il manque la date : nom, une espace, date.")),
        (_md5(name + date), _("il manque l’espace entre le nom et la date.")),
        (hashed(date, name), _("la date vient après le nom : nom, une espace, date.")),
        (
            _md5("name birth_date"),
            _("c’est l’empreinte des mots name et birth_date : enlevez les guillemets."),
        ),
    )
    for wrong, sentence in mistakes:
        if digest == wrong:
            return sentence
    if digest == right:
        return None
    if digest in right:
        return _("l’empreinte est coupée : gardez tous ses caractères.")
    return _("l’empreinte n’est pas celle du nom, d’une espace et de la date, par md5.")


def _md5(text: str) -> str:
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()


def undo_fault(answer: Any, avatar: int) -> str | None:
    """Look at ``undo(account, names, dates)`` (question 4b)."""
    if fault := not_a_function(answer):
        return fault
    names, dates = ["MARTIN Zoé", "BRUN Tom"], ["2009-01-31", "2010-07-14", "2011-12-01"]
    for name, date in (("BRUN Tom", "2010-07-14"), ("MARTIN Zoé", "2009-01-31")):
        found, fault = returned(answer, hashed(name, date), list(names), list(dates))
        if fault:
            return fault
        if found is ...:
            return _("pas encore de réponse : il reste les trois points.")
        if found is None:
            return _(
                "elle s’arrête avant d’avoir tout essayé : return None vient après les boucles."
            )
        if isinstance(found, (bool, str)):
            return _("elle doit renvoyer le couple (name, birth_date), et non {kind}.").format(
                kind=came(found)
            )
        if not isinstance(found, (tuple, list)) or len(found) != 2:
            return _("elle doit renvoyer un couple : (name, birth_date).")
        if tuple(found) == (date, name):
            return _("le couple est à l’envers : d’abord le nom, puis la date.")
        if tuple(found) != (name, date):
            return _("elle renvoie un essai dont l’empreinte n’est pas la bonne.")
    lost, fault = returned(answer, "0" * 32, list(names), list(dates))
    if fault or lost is not None:
        return fault or _("si aucun essai ne convient, elle doit renvoyer None.")
    return None
