"""The usual mistakes in the five functions that assignment A5 asks for.

A pupil's function is tried on a few cards or bids that anybody counts by hand; the mistake is read
from what it returns.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
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

# At three points: three found, one wrong, two missed, four cleared. As text, "11" is under "3".
_FOUND = [("3", "oui"), ("11", "oui"), ("12", "oui")]
_OTHERS = [("4", "non"), ("2", "oui"), ("1", "oui"), *((points, "non") for points in "0012")]
CARDS = [
    {"pupil": str(rank), "points": points, "sleeps_badly": truth}
    for rank, (points, truth) in enumerate([*_FOUND, *_OTHERS], start=1)
]
BOXES = {"found": 3, "wrong": 1, "missed": 2, "cleared": 4}
STRICTLY = {"found": 2, "wrong": 1, "missed": 3, "cleared": 4}
AS_TEXT = {"found": 1, "wrong": 1, "missed": 4, "cleared": 4}
SHARES = {"found": 12, "wrong": 4, "missed": 8, "cleared": 40}


def confusion_fault(answer: Any, avatar: int) -> str | None:
    """Look at ``confusion(cards, least)`` (question 2a)."""
    rows = copy.deepcopy(CARDS)
    boxes, fault = first_call(answer, rows, 3)
    if fault := fault or _wrong_boxes(boxes):
        return fault
    if rows != CARDS:
        return _(
            "votre fonction modifie les lignes qu’on lui donne : elle doit seulement les lire."
        )
    everybody, fault = returned(answer, rows, 0)
    if fault or everybody != {"found": 5, "wrong": 5, "missed": 0, "cleared": 0}:
        return fault or _("les cases doivent changer avec le seuil : servez-vous de least.")
    empty, fault = returned(answer, [], 3)
    if fault or empty != dict.fromkeys(BOXES, 0):
        return fault or _("sans aucune fiche, les quatre cases existent et valent 0.")
    return None


def _wrong_boxes(boxes: Any) -> str | None:
    if not isinstance(boxes, dict):
        return _("elle renvoie {kind} ; il faut un dictionnaire à quatre clés.").format(
            kind=came(boxes)
        )
    if boxes == BOXES:
        return None
    if set(boxes) != set(BOXES):
        return _("les quatre clés sont found, wrong, missed et cleared, même quand elles valent 0.")
    if not all(type(count) is int for count in boxes.values()):
        return _("chaque case est un nombre entier d’élèves.")
    swapped = {**boxes, "wrong": boxes["missed"], "missed": boxes["wrong"]}
    other_way = {
        "found": BOXES["wrong"],
        "wrong": BOXES["found"],
        "missed": BOXES["cleared"],
        "cleared": BOXES["missed"],
    }
    silent = {
        "found": BOXES["missed"],
        "wrong": BOXES["cleared"],
        "missed": BOXES["found"],
        "cleared": BOXES["wrong"],
    }
    if boxes == STRICTLY:
        return _("vous oubliez ceux qui ont juste le seuil : « à partir de », >=.")
    if boxes == AS_TEXT:
        return _('les points sont comparés comme des textes, où "10" vient avant "2" : int(…).')
    if boxes == other_way:
        return _("le oui et le non sont échangés : la vérité est dans sleeps_badly.")
    if boxes == silent:
        return _("la condition est à l’envers : on accuse à partir de least points.")
    if sum(boxes.values()) != len(CARDS):
        return _(
            "chaque élève va dans une case et une seule : la somme "
            "des cases est le nombre de fiches."
        )
    if swapped == BOXES:
        return _("les accusés à tort et les manqués sont échangés.")
    return _("une case au moins est fausse : rangez cinq fiches à la main.")


def _share_fault(
    answer: Any, boxes: dict[str, int], right: float, known: dict[float, str], nobody: str
) -> str | None:
    """Try a function that gives a share: `known` says which mistake gives which value."""
    share, fault = first_call(answer, dict(boxes))
    if fault:
        return fault
    if isinstance(share, bool) or not isinstance(share, (int, float)):
        return _("elle renvoie {kind} ; il faut un nombre entre 0 et 1.").format(kind=came(share))
    if not abs(share) < 1000:  # nan too: no known mistake gives it, and huge integers overflow
        return _wrong_share()
    if abs(share - 100 * right) < 1e-9:
        return _("c’est un pourcentage : une part est entre 0 et 1.")
    for value, sentence in known.items():
        if abs(share - value) < 1e-9:
            return sentence
    if abs(share - right) > 1e-9:
        return _wrong_share()
    empty, fault = returned(answer, {**dict.fromkeys(boxes, 0), nobody: 5, "cleared": 5})
    if fault or empty != 0:
        return _("quand il faudrait diviser par zéro, elle doit renvoyer 0.")
    return None


def _wrong_share() -> str:
    return _("la part n’est pas la bonne : quel nombre divisez-vous, et par lequel ?")


def precision_fault(answer: Any, avatar: int) -> str | None:
    """Look at ``precision(boxes)`` (question 2b)."""
    known = {
        12 / 20: _("c’est le rappel : pour la précision, on divise par le nombre d’accusés."),
        52 / 64: _(
            "c’est la part des réponses justes parmi tous les élèves : "
            "comptez seulement parmi les accusés."
        ),
        12 / 64: _("vous divisez par tout le monde : divisez par le nombre d’accusés."),
        4 / 16: _("c’est la part des accusés à tort : on demande celle des accusés à raison."),
        12 / 4: _("vous divisez par les accusés à tort : divisez par tous les accusés."),
        0: _("la part est tombée à zéro : divisez avec /, et non //."),
    }
    return _share_fault(answer, SHARES, 12 / 16, known, "missed")


def recall_fault(answer: Any, avatar: int) -> str | None:
    """Look at ``recall(boxes)`` (question 2c)."""
    known = {
        12 / 16: _("c’est la précision : pour le rappel, on divise par ceux qui dorment mal."),
        52 / 64: _(
            "c’est la part des réponses justes parmi tous les élèves : "
            "comptez seulement parmi ceux qui dorment mal."
        ),
        12 / 64: _("vous divisez par tout le monde : divisez par ceux qui dorment mal."),
        8 / 20: _(
            "c’est la part de ceux que la machine manque : donnez la part de ceux qu’elle trouve."
        ),
        12 / 8: _("vous divisez par les manqués : divisez par tous ceux qui dorment mal."),
        0: _("la part est tombée à zéro : divisez avec /, et non //."),
    }
    return _share_fault(answer, SHARES, 12 / 20, known, "wrong")


def _tried(
    answer: Callable[..., Any], cases: tuple[tuple[tuple[Any, ...], int, dict[Any, str]], ...]
) -> str | None:
    """Call a function of bids on each case: arguments, right value, and the mistakes by value."""
    for arguments, right, known in cases:
        given = copy.deepcopy(arguments)
        value, fault = returned(answer, *given)
        if fault := fault or nothing_returned(value) or not_a_count(value):
            return fault
        if value != right:
            return known.get(value) or _("pour {bids}, ce n’est pas la bonne valeur.").format(
                bids=arguments[0]
            )
        if given[0] != arguments[0]:
            return _(
                "votre fonction change la liste des offres : travaillez sur une copie, list(bids)."
            )
    return None


def winner_fault(answer: Any, avatar: int) -> str | None:
    """Look at ``winner(bids)`` (question 3a)."""
    if fault := not_a_function(answer):
        return fault
    amount = _("c’est le montant de l’offre : donnez son numéro dans la liste.")
    return _tried(
        answer,
        (
            (
                ([40, 90, 70],),
                1,
                {90: amount, 2: _("on compte les offres à partir de 0."), 0: _lowest()},
            ),
            (
                ([60, 20, 60],),
                0,
                {2: _("à égalité, la première gagne : > et non >=."), 1: _lowest()},
            ),
        ),
    )


def _lowest() -> str:
    return _("ce n’est pas la plus grande offre : d’où part votre meilleur numéro ?")


def paid_fault(answer: Any, avatar: int) -> str | None:
    """Look at ``paid(bids, floor)`` (question 3b)."""
    if fault := not_a_function(answer):
        return fault
    second = _("le gagnant ne paie pas son offre : il paie la deuxième.")
    floor = _("le plancher est plus haut que la deuxième offre : c’est lui que l’on paie.")
    unsold = _("même la meilleure offre est sous le plancher : rien n’est vendu, il faut 0.")
    return _tried(
        answer,
        (
            (
                ([40, 90, 70], 0),
                70,
                {90: second, 40: _("c’est la plus petite offre."), 1: _index()},
            ),
            (([60, 20, 60], 0), 60, {20: _("à égalité, la deuxième offre vaut la première.")}),
            (([40, 90, 70], 80), 80, {70: floor, 90: second, 0: _sold()}),
            (([40, 90, 70], 90), 90, {0: _sold(), 70: floor}),
            (([40, 90, 70], 95), 0, {95: unsold, 90: unsold, 70: unsold}),
        ),
    )


def _index() -> str:
    return _("c’est un numéro d’offre : donnez ce que paie le gagnant.")


def _sold() -> str:
    return _("une offre atteint le plancher : l’affichage est vendu.")
