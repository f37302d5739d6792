"""The usual mistakes of assignment A5, each recognised by its name.

The pupil counts the accused, fills in four boxes, runs an auction, then counts the money made on
mistakes. A hint compares the answer with what a known mistake would have given in the same school;
it never writes the right value.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from poucet.classroom.answers import came, not_a_count, unanswered
from poucet.classroom.assignments.a5_files import (
    MOST_POINTS,
    YES,
    card_price,
    cards,
    evening,
    floor_asked,
    least_asked,
)
from poucet.classroom.assignments.a5_function_hints import (
    confusion_fault,
    paid_fault,
    precision_fault,
    recall_fault,
    winner_fault,
)
from poucet.classroom.assignments.reading_hints import near, rows_fault
from poucet.i18n import N_
from poucet.i18n import gettext as _

CENTS, DISPLAYS = 100, 1000


def _boxes(avatar: int, least: int) -> dict[str, int]:
    """Count the four boxes of an avatar's school at one threshold."""
    boxes = {"found": 0, "wrong": 0, "missed": 0, "cleared": 0}
    for card in cards(avatar):
        accused, true = int(card["points"]) >= least, card["sleeps_badly"] == YES
        boxes[("found" if true else "wrong") if accused else ("missed" if true else "cleared")] += 1
    return boxes


def _first(mistakes: tuple[tuple[bool, str], ...]) -> str | None:
    return next((sentence for happened, sentence in mistakes if happened), None)


def cards_fault(answer: Any, avatar: int) -> str | None:
    """Look at the rows read from the file (question 1a)."""
    return rows_fault(answer, cards(avatar))


def accused_fault(answer: Any, avatar: int) -> str | None:
    """Look at the number of the accused (question 1b)."""
    if fault := not_a_count(answer):
        return fault
    rows, least = cards(avatar), least_asked(avatar)
    boxes = _boxes(avatar, least)
    right = boxes["found"] + boxes["wrong"]
    if answer == right:
        return None
    strictly = sum(int(row["points"]) > least for row in rows)
    as_text = sum(row["points"] >= str(least) for row in rows)
    mistakes = (
        (answer == strictly, _("vous oubliez ceux qui ont juste le seuil : « à partir de », >=.")),
        (
            answer == as_text,
            _('les points sont comparés comme des textes, où "10" vient avant "2" : int(…).'),
        ),
        (answer == len(rows) - right, _("ce sont les élèves que la machine laisse en paix.")),
        (
            answer == len(rows),
            _("ce sont tous les élèves : il manque la condition sur les points."),
        ),
        (
            answer == boxes["found"] + boxes["missed"],
            _("vous avez compté ceux qui dorment mal : comptez ceux que la machine accuse."),
        ),
        (
            answer in (boxes["found"], boxes["wrong"]),
            _("ce n’est qu’une partie des accusés : à raison et à tort, tous comptent."),
        ),
    )
    return _first(mistakes) or near(answer, right)


def my_wrong_fault(answer: Any, avatar: int) -> str | None:
    """Look at the number of the wrongly accused (question 2d)."""
    if fault := not_a_count(answer):
        return fault
    least = least_asked(avatar)
    boxes = _boxes(avatar, least)
    if answer == boxes["wrong"]:
        return None
    mistakes = (
        *_other_box(answer, boxes),
        (
            answer == boxes["found"] + boxes["wrong"],
            _("ce sont tous les accusés : gardez ceux qui dorment bien."),
        ),
        (
            answer == boxes["wrong"] + boxes["missed"],
            _("ce sont les deux erreurs ensemble : une seule est demandée."),
        ),
        (
            answer in (_boxes(avatar, least + 1)["wrong"], _boxes(avatar, least - 1)["wrong"]),
            _(
                "ce nombre est celui d’un seuil voisin : la machine "
                "accuse à partir de my_least points."
            ),
        ),
    )
    return _first(mistakes) or near(answer, boxes["wrong"])


def _other_box(answer: Any, boxes: dict[str, int]) -> tuple[tuple[bool, str], ...]:
    said = {
        "found": _("c’est la case des trouvés, accusés à raison : relisez les quatre cases."),
        "wrong": _("c’est la case des accusés à tort : relisez les quatre cases."),
        "missed": _("c’est la case des manqués : relisez les quatre cases."),
        "cleared": _("c’est la case de ceux que l’on laisse en paix : relisez les quatre cases."),
    }
    return tuple((answer == boxes[box], said[box]) for box in said)


def _not_euros(answer: Any) -> str | None:
    """Recognise what is not an amount of money."""
    if waiting := unanswered(answer):
        return waiting
    if answer is None:
        return _(
            "il n’y a rien (None) : votre fonction n’a pas de return, ou print est à sa place."
        )
    if isinstance(answer, str):
        return _("c’est un texte : il faut un nombre d’euros, sans guillemets ni signe €.")
    if isinstance(answer, bool) or not isinstance(answer, (int, float)):
        return _("vous donnez {kind} : il faut un nombre d’euros.").format(kind=came(answer))
    if not abs(answer) < 1e12:  # not a number, infinity, or an integer too long for a float
        return _("ce n’est pas une somme d’argent : vérifiez la division.")
    if answer < 0:
        return _("la somme est négative : vérifiez le signe.")
    return None


def _same(answer: float, amount: float) -> bool:
    return abs(answer - amount) < 1e-6


def _cents(avatar: int, floor: int, rank: int = -2) -> int:
    """Add up what the winners pay, in cents for a thousand: their own bid if `rank` is -1."""
    sold = [sorted(bids) for bids in evening(avatar) if max(bids) >= floor]
    return sum(max(bids[rank], floor) for bids in sold)


def my_revenue_fault(answer: Any, avatar: int) -> str | None:
    """Look at what the evening brings in (question 3c)."""
    if fault := _not_euros(answer):
        return fault
    floor, euro = floor_asked(avatar), CENTS * DISPLAYS
    cents = _cents(avatar, floor)
    if _same(answer, cents / euro):
        return None
    unsold = sum(max(bids) < floor for bids in evening(avatar)) * floor
    mistakes = (
        (
            _same(answer, cents),
            _(
                "ce sont des centimes pour mille affichages : il faut des "
                "euros, et un seul affichage par enchère."
            ),
        ),
        (
            _same(answer, cents / DISPLAYS),
            _("ce sont des centimes : un euro vaut cent centimes."),
        ),
        (
            _same(answer, cents / CENTS),
            _("une offre est le prix de mille affichages : chaque enchère n’en vend qu’un."),
        ),
        (
            _same(answer, _cents(avatar, floor, -1) / euro),
            _("le gagnant ne paie pas son offre : il paie la deuxième, ou le plancher."),
        ),
        (_same(answer, _cents(avatar, 0) / euro), _("vous oubliez le plancher my_floor.")),
        (
            _same(answer, (cents + unsold) / euro),
            _("sous le plancher, rien n’est vendu : ces enchères ne rapportent rien."),
        ),
        (
            any(_same(answer, round(cents / euro, digits)) for digits in (0, 1, 2, 3)),
            _("n’arrondissez pas : gardez tous les chiffres."),
        ),
        (
            _same(answer, cents / euro / len(evening(avatar))),
            _("c’est une moyenne : donnez le total de la soirée."),
        ),
    )
    return _first(mistakes)


def earned_fault(answer: Any, avatar: int) -> str | None:
    """Look at what the false cards bring in (question 4a)."""
    if fault := _not_euros(answer):
        return fault
    boxes, price = _boxes(avatar, least_asked(avatar)), card_price(avatar)
    if _same(answer, boxes["wrong"] * price / CENTS):
        return None
    accused = boxes["found"] + boxes["wrong"]
    mistakes = (
        (
            _same(answer, boxes["wrong"] * price),
            _("ce sont des centimes : un euro vaut cent centimes."),
        ),
        (
            _same(answer, accused * price / CENTS) or _same(answer, accused * price),
            _("ce sont toutes les fiches : gardez celles des élèves accusés à tort."),
        ),
        (
            _same(answer, boxes["found"] * price / CENTS),
            _("vous avez pris les fiches vraies : prenez les fausses."),
        ),
        (
            _same(answer, boxes["missed"] * price / CENTS),
            _("un élève manqué n’a pas de fiche à vendre : prenez les accusés à tort."),
        ),
        (_same(answer, boxes["wrong"]), _("c’est un nombre d’élèves : multipliez par le prix.")),
        (_same(answer, price / CENTS), _("c’est le prix d’une seule fiche.")),
    )
    return _first(mistakes)


def missed_then_fault(answer: Any, avatar: int) -> str | None:
    """Look at who is missed by a machine that is right nine times out of ten (question 4b)."""
    if fault := not_a_count(answer):
        return fault
    at = next(
        least
        for least in range(1, MOST_POINTS + 1)
        if (boxes := _boxes(avatar, least))["found"] >= 9 * boxes["wrong"]
    )
    boxes = _boxes(avatar, at)
    if answer == boxes["missed"]:
        return None
    mistakes = (
        (answer == at, _("c’est le seuil : donnez le nombre d’élèves manqués à ce seuil.")),
        *_other_box(answer, boxes),
        (
            answer == _boxes(avatar, least_asked(avatar))["missed"],
            _(
                "c’est le nombre d’élèves manqués au seuil my_least : "
                "partez de 1 et montez point par point."
            ),
        ),
        (
            answer == _boxes(avatar, at + 1)["missed"],
            _("vous montez un point trop haut : arrêtez-vous dès que la précision est suffisante."),
        ),
        (
            answer == _boxes(avatar, at - 1)["missed"],
            _("à ce seuil, la précision n’est pas encore suffisante : continuez à monter."),
        ),
    )
    return _first(mistakes) or near(answer, boxes["missed"])


HINTS: dict[str, Callable[[Any, int], str | None]] = {
    "q1a": cards_fault,
    "q1b": accused_fault,
    "q2a": confusion_fault,
    "q2b": precision_fault,
    "q2c": recall_fault,
    "q2d": my_wrong_fault,
    "q3a": winner_fault,
    "q3b": paid_fault,
    "q3c": my_revenue_fault,
    "q4a": earned_fault,
    "q4b": missed_then_fault,
}

# What the feedback page says of a failed test.
MISSED = {
    "avatar": N_("Le numéro d’avatar de la première cellule n’est pas celui de cette copie."),
    "q1a": N_("cards n’est pas la liste des fiches de votre fichier, un dictionnaire par ligne."),
    "q1b": N_("Ce n’est pas le nombre d’élèves que la machine accuse à votre seuil."),
    "q2a": N_("Les quatre cases ne sont pas les bonnes pour tous les fichiers et seuils essayés."),
    "q2b": N_("precision ne donne pas la part des accusés qui le sont à raison."),
    "q2c": N_("recall ne donne pas, parmi ceux qui dorment mal, la part que la machine trouve."),
    "q2d": N_("Ce n’est pas le nombre d’élèves de votre lycée accusés à tort."),
    "q3a": N_(
        "winner ne donne pas le numéro de la plus grande offre, ou de la première à égalité."
    ),
    "q3b": N_("paid ne donne pas le bon prix, ou change la liste des offres."),
    "q3c": N_("Ce n’est pas ce que rapporte votre soirée, en euros."),
    "q4a": N_("Ce n’est pas ce que rapportent les fiches fausses de votre lycée, en euros."),
    "q4b": N_("Ce n’est pas le nombre d’élèves manqués au seuil que le lycée accepte."),
}
