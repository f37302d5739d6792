"""A5, mistakes for sale: its points, its mistakes, and what an avatar finds in its own school."""

import csv
import io
from itertools import count as counting

from assignments.proof import Proof

from poucet.classroom.assignments.a5_files import (
    card_price,
    files,
    floor_asked,
    least_asked,
)


def count(avatar):
    """Count by hand, from the files' own text, what an avatar must find in its own school."""
    texts = files(avatar)
    cards = list(csv.reader(io.StringIO(texts["fiches.csv"])))[1:]
    evening = [line.split(",")[1:] for line in texts["encheres.csv"].split("\n")[1:-1]]
    least = least_asked(avatar)

    def boxes(at):
        said = [(int(points) >= at, truth) for _, points, truth in cards]
        return [said.count((who, truth)) for who in (True, False) for truth in ("oui", "non")]

    found, wrong, _, _ = boxes(least)
    honest = next(b for at in counting(1) if (b := boxes(at))[0] >= 9 * b[1])
    cents = 0
    for bids in evening:
        second, best = sorted(map(int, bids))[3:]
        if best >= floor_asked(avatar):
            cents += max(second, floor_asked(avatar))
    return {
        "q1b_accused": found + wrong,
        "q2d_my_wrong": wrong,
        "q3c_my_revenue": cents / 100_000,
        "q4a_earned": wrong * card_price(avatar) / 100,
        "q4b_missed_then": honest[2],
    }


PROOF = Proof(
    name="A5",
    points={
        "q1a_cards": 1,
        "q1b_accused": 2,
        "q2a_confusion": 3,
        "q2b_precision": 1,
        "q2c_recall": 1,
        "q2d_my_wrong": 1,
        "q3a_winner": 1,
        "q3b_paid": 2,
        "q3c_my_revenue": 1,
        "q4a_earned": 1,
        "q4b_missed_then": 2,
        "q5": 4,
    },
    written=("q5",),
    mistakes={
        "q1a_cards": ("q1", "cards = cards[1:]"),
        "q1b_accused": ("q1", "accused = sum(card['points'] >= str(my_least) for card in cards)"),
        "q2a_confusion": (
            "q2",
            "upright = confusion\n"
            "def confusion(cards, least):\n    return upright(cards, least + 1)",
        ),
        "q2b_precision": (
            "q2",
            "def precision(boxes):\n"
            "    return (boxes['found'] + boxes['cleared']) / max(sum(boxes.values()), 1)",
        ),
        "q2c_recall": ("q2", "def recall(boxes):\n    return precision(boxes)"),
        "q2d_my_wrong": ("q2_school", "my_wrong = confusion(cards, my_least + 1)['wrong']"),
        "q3a_winner": (
            "q3_functions",
            "def winner(bids):\n    return max(range(len(bids)), key=lambda n: (bids[n], n))",
        ),
        "q3b_paid": (
            "q3_functions",
            "def paid(bids, floor):\n    return max(bids) if max(bids) >= floor else 0",
        ),
        "q3c_my_revenue": ("q3_evening", "my_revenue = total / 1000"),
        "q4a_earned": ("q4", "earned = earned * 100"),
        "q4b_missed_then": ("q4", "missed_then = confusion(cards, my_least - 1)['missed']"),
    },
    own={
        "q1b_accused": ("q1", "accused"),
        "q2d_my_wrong": ("q2_school", "my_wrong"),
        "q3c_my_revenue": ("q3_evening", "my_revenue"),
        "q4a_earned": ("q4", "earned"),
        "q4b_missed_then": ("q4", "missed_then"),
    },
    count=count,
    portable=frozenset({"q2a_confusion", "q2b_precision", "q2c_recall", "q3a_winner", "q3b_paid"}),
    quoted=("q1b_accused", "q2d_my_wrong", "q4b_missed_then"),
)
