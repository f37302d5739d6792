"""What pupils really answer in A5, right and wrong, and the words that name each mistake."""

from poucet.classroom.assignments.a5_files import (
    card_price,
    cards,
    evening,
    floor_asked,
    least_asked,
)

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
SECRET = {question: RIGHT[question] for question in ("q1b", "q2d", "q3c", "q4a", "q4b")}


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


USUAL = [
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
    ("q2b", lambda b: (b["found"] + b["cleared"]) / sum(b.values()), "parmi tous les élèves"),
    ("q2b", lambda b: b["found"] // (b["found"] + b["wrong"]), "et non //"),
    ("q2b", lambda b: b["found"] / (b["found"] + b["wrong"]), "renvoyer 0"),
    ("q2c", precision, "c’est la précision"),
    ("q2c", lambda b: b["missed"] / (b["found"] + b["missed"]), "ceux que la machine manque"),
    ("q2d", BOXES["missed"], "la case des manqués"),
    ("q2d", BOXES["found"], "la case des trouvés"),
    ("q2d", BOXES["wrong"] + BOXES["missed"], "les deux erreurs"),
    ("q2d", confusion(CARDS, LEAST + 1)["wrong"], "seuil voisin"),
    ("q3a", max, "son numéro"),
    ("q3a", lambda bids: bids.index(max(bids)) + 1, "à partir de 0"),
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
    ("q4b", BOXES["missed"], "montez point par point"),
    ("q4b", confusion(CARDS, HONEST + 1)["missed"], "un point trop haut"),
]
