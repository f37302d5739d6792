"""Hints on what pupils really type in A5: each mistake by its name, never the answer."""

import re

import pytest

from poucet.classroom.assignments.a5_files import (
    card_price,
    cards,
    evening,
    files,
    floor_asked,
    least_asked,
)
from poucet.classroom.checks import hint

AVATAR = 8
CARDS, EVENING = cards(AVATAR), evening(AVATAR)
LEAST, FLOOR, PRICE = least_asked(AVATAR), floor_asked(AVATAR), card_price(AVATAR)


def confusion(cards, least):
    boxes = {"found": 0, "wrong": 0, "missed": 0, "cleared": 0}
    for card in cards:
        names = ("found", "wrong") if int(card["points"]) >= least else ("missed", "cleared")
        boxes[names[card["sleeps_badly"] == "non"]] += 1
    return boxes


def precision(boxes):
    return boxes["found"] / ((boxes["found"] + boxes["wrong"]) or 1)


def recall(boxes):
    return boxes["found"] / ((boxes["found"] + boxes["missed"]) or 1)


def winner(bids):
    return bids.index(max(bids))


def paid(bids, floor):
    second, best = sorted(bids)[-2:]
    return max(second, floor) if best >= floor else 0


BOXES = confusion(CARDS, LEAST)
HONEST = next(n for n in range(1, 14) if precision(confusion(CARDS, n)) >= 0.9)
CENTS = sum(paid(bids, FLOOR) for bids in EVENING)
RIGHT = {
    "q1a": CARDS,
    "q1b": BOXES["found"] + BOXES["wrong"],
    "q2a": confusion,
    "q2b": precision,
    "q2c": recall,
    "q2d": BOXES["wrong"],
    "q3a": winner,
    "q3b": paid,
    "q3c": CENTS / 100_000,
    "q4a": BOXES["wrong"] * PRICE / 100,
    "q4b": confusion(CARDS, HONEST)["missed"],
}


def say(question, answer):
    """Give the hint with ordinary spaces, as a person would quote it."""
    said = hint(question, answer, avatar=AVATAR, assignment="A5")
    return re.sub(r"[\u00a0\u202f]", " ", said)


@pytest.mark.parametrize("question", RIGHT)
def test_a_right_answer_has_no_fault(question):
    assert say(question, RIGHT[question]).startswith(f"✓ {question}")


@pytest.mark.parametrize("question", RIGHT)
def test_three_dots_are_an_answer_to_come(question):
    assert "il reste les trois points" in say(question, ...)


def renamed(**names):
    """Give the boxes with some numbers in another box."""

    def wrong(cards, least):
        boxes = confusion(cards, least)
        return {box: boxes[names.get(box, box)] for box in boxes}

    return wrong


def as_text(cards, least):
    numbers = [
        {**card, "points": str(9 * (card["points"] >= str(least)) * least)} for card in cards
    ]
    return confusion(numbers, least)


def spoils(bids, floor):
    bids.sort()
    return paid(bids, floor)


MISTAKES = [
    ("q1a", CARDS[1:], "il manque une ligne"),
    ("q1b", str(RIGHT["q1b"]), "écrit comme un texte"),
    ("q1b", sum(int(card["points"]) > LEAST for card in CARDS), "juste le seuil"),
    ("q1b", sum(card["points"] >= str(LEAST) for card in CARDS), "comme des textes"),
    ("q1b", len(CARDS), "tous les élèves"),
    ("q1b", BOXES["found"] + BOXES["missed"], "ceux qui dorment mal"),
    ("q1b", BOXES["found"], "une partie des accusés"),
    ("q2a", lambda cards, least: confusion(cards, least + 1), "juste le seuil"),
    ("q2a", as_text, "comme des textes"),
    ("q2a", lambda cards, least: confusion(cards, 3), "servez-vous de least"),
    ("q2a", renamed(found="wrong", wrong="found", missed="cleared", cleared="missed"), "le oui"),
    ("q2a", renamed(found="missed", missed="found", wrong="cleared", cleared="wrong"), "envers"),
    ("q2a", renamed(wrong="missed", missed="wrong"), "sont échangés"),
    ("q2a", lambda cards, least: {"found": 3}, "les quatre clés"),
    ("q2a", lambda cards, least: confusion(cards[1:], least), "une case et une seule"),
    ("q2a", lambda cards, least: confusion(cards, least) if cards else {}, "sans aucune fiche"),
    ("q2b", recall, "c’est le rappel"),
    ("q2b", lambda boxes: 100 * precision(boxes), "un pourcentage"),
    ("q2b", lambda b: (b["found"] + b["cleared"]) / sum(b.values()), "la brochure"),
    ("q2b", lambda b: b["found"] // (b["found"] + b["wrong"]), "et non //"),
    ("q2b", lambda b: b["found"] / (b["found"] + b["wrong"]), "renvoyer 0"),
    ("q2c", precision, "c’est la précision"),
    ("q2c", lambda b: b["missed"] / (b["found"] + b["missed"]), "la part des manqués"),
    ("q2d", BOXES["missed"], "les manqués"),
    ("q2d", BOXES["found"], "les trouvés"),
    ("q2d", BOXES["wrong"] + BOXES["missed"], "les deux erreurs"),
    ("q2d", confusion(CARDS, LEAST + 1)["wrong"], "seuil voisin"),
    ("q3a", max, "son numéro"),
    ("q3a", lambda bids: bids.index(max(bids)) + 1, "partent de 0"),
    ("q3a", lambda bids: max(range(len(bids)), key=lambda n: (bids[n], n)), "la première gagne"),
    ("q3b", lambda bids, floor: max(bids), "ne paie pas son offre"),
    ("q3b", lambda bids, floor: paid(bids, 0), "le plancher"),
    ("q3b", lambda bids, floor: max(paid(bids, 0), floor), "rien n’est vendu"),
    ("q3b", lambda bids, floor: paid(bids, floor) if max(bids) > floor else 0, "est vendu"),
    ("q3b", spoils, "change la liste"),
    ("q3b", lambda bids, floor: max({*bids} - {max(bids)}), "vaut la première"),
    ("q3c", CENTS, "pour mille affichages"),
    ("q3c", CENTS / 1000, "un euro vaut cent centimes"),
    ("q3c", CENTS / 100, "chaque enchère n’en vend qu’un"),
    ("q3c", round(CENTS / 100_000, 2), "n’arrondissez pas"),
    ("q3c", sum(paid(bids, 0) for bids in EVENING) / 100_000, "my_floor"),
    ("q3c", f"{CENTS / 100_000} €", "c’est un texte"),
    ("q3c", float("nan"), "pas une somme"),
    (
        "q3c",
        sum(max(bids) for bids in EVENING if max(bids) >= FLOOR) / 100_000,
        "il paie la deuxième, ou le plancher",
    ),
    ("q4a", BOXES["wrong"] * PRICE, "un euro vaut cent centimes"),
    ("q4a", RIGHT["q1b"] * PRICE / 100, "toutes les fiches"),
    ("q4a", BOXES["found"] * PRICE / 100, "les fiches vraies"),
    ("q4a", BOXES["wrong"], "multipliez par le prix"),
    ("q4b", HONEST, "c’est le seuil"),
    ("q4b", BOXES["missed"], "montez-le point par point"),
    ("q4b", confusion(CARDS, HONEST + 1)["missed"], "un point trop haut"),
]


@pytest.mark.parametrize(("question", "answer", "sentence"), MISTAKES)
def test_a_usual_mistake_is_recognised(question, answer, sentence):
    said = say(question, answer)
    assert said.startswith(f"→ {question}")
    assert sentence in said
    if isinstance(RIGHT[question], int):
        assert not re.search(rf"\b{RIGHT[question]}\b", said)


def test_every_avatar_has_both_errors_and_a_threshold_that_the_school_accepts():
    for avatar in range(1, 101):
        boxes = [confusion(cards(avatar), least) for least in range(1, 14)]
        mine = boxes[least_asked(avatar) - 1]
        assert mine["wrong"] > 5
        assert mine["missed"] > 5
        honest = [precision(box) >= 0.9 for box in boxes]
        assert not honest[0]
        assert any(honest)
        assert any(len(card["points"]) == 2 for card in cards(avatar)), "text must not sort alike"


def test_every_evening_has_unsold_pages_and_a_floor_that_is_paid():
    for avatar in range(1, 41):
        floor = floor_asked(avatar)
        prices = [paid(bids, floor) for bids in evening(avatar)]
        assert 0 in prices
        assert floor in prices
        assert max(prices) > floor


def test_the_cards_name_nobody_and_tell_one_trait_only():
    assert files(AVATAR)["fiches.csv"].startswith("pupil,points,sleeps_badly\n1,")
    assert {card["sleeps_badly"] for card in CARDS} == {"oui", "non"}
