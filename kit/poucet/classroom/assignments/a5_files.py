"""The files of assignment A5: the cards a machine wrote, the truth beside them, and an evening.

Each avatar has its own school. A machine gave every pupil points for "sleeps badly"; for once, the
truth stands in the next column, or nobody could count the mistakes. There is no name, no class and
no other trait in the file. The evening is a list of auctions: what five advertisers bid to be shown
once in a household. All of it is drawn at random; the probabilities are chosen by the authors.
"""

from __future__ import annotations

import csv
import io
from functools import lru_cache
from typing import Any

from poucet.classroom.handout import graded_avatar, is_avatar, require_avatar
from poucet.school.draws import SLOTS, Draws

CARDS, EVENING = "fiches.csv", "encheres.csv"
CARD_COLUMNS = ("pupil", "points", "sleeps_badly")
BIDDERS = ("a", "b", "c", "d", "e")
EVENING_COLUMNS = ("auction", *BIDDERS)
YES, NO = "oui", "non"
_FIRST_SEED = 50_000

SLEEPS_BADLY = 0.2
# A clue's points, and how often it is seen in whoever sleeps badly, and in the others.
CLUES = (
    (1, 0.6, 0.2),
    (1, 0.5, 0.12),
    (2, 0.45, 0.08),
    (2, 0.4, 0.05),
    (3, 0.35, 0.03),
    (4, 0.3, 0.01),
)
MOST_POINTS = sum(points for points, _, _ in CLUES)
LOWEST_BID, SPREAD = 5, 300  # cents for a thousand displays
LEASTS, FLOORS, CARD_PRICES = (2, 3, 4), (70, 90, 110, 130), (15, 26, 35, 45, 60)

Rows = list[dict[str, str]]


def _size(avatar: int) -> int:
    """Give the school's size: 37 and 400 share no factor, so 400 neighbours have 400 sizes."""
    return 700 + avatar * 37 % 400


@lru_cache(maxsize=16)
def _cards(avatar: int) -> tuple[tuple[str, str, str], ...]:
    draws, size = Draws(_FIRST_SEED + avatar, "cards of assignment A5"), _size(avatar)
    truth = draws.turns(size) < SLEEPS_BADLY * SLOTS
    points = [0] * size
    for worth, if_true, if_not in CLUES:
        for row, turn in enumerate(draws.turns(size).tolist()):
            if turn < (if_true if truth[row] else if_not) * SLOTS:
                points[row] += worth
    return tuple((str(row + 1), str(points[row]), YES if truth[row] else NO) for row in range(size))


@lru_cache(maxsize=16)
def _evening(avatar: int) -> tuple[tuple[int, ...], ...]:
    draws = Draws(_FIRST_SEED + avatar, "evening of assignment A5")
    count = 400 + avatar * 17 % 150
    turns = draws.turns(count * len(BIDDERS)).tolist()
    # many small bids and few great ones, in whole cents and without a rounding
    bids = [LOWEST_BID + SPREAD * turn * turn // (SLOTS * SLOTS) for turn in turns]
    return tuple(
        tuple(bids[start : start + len(BIDDERS)]) for start in range(0, len(bids), len(BIDDERS))
    )


def cards(avatar: int) -> Rows:
    """Give the rows that ``csv.DictReader`` reads in this avatar's ``fiches.csv``."""
    return [dict(zip(CARD_COLUMNS, row, strict=True)) for row in _cards(avatar)]


def graded_cards(typed: Any) -> Rows:
    """Give the cards of the avatar whose hand-in is graded (see `graded_avatar`)."""
    return cards(graded_avatar(typed))


def relayed_cards(typed: Any) -> Rows:
    """Give right cards to the questions that follow a wrong reading of the file.

    They are those of the number typed, so that a neighbour's notebook keeps the neighbour's
    answers; where nothing fit was typed, those of the hand-in's own avatar.
    """
    return cards(typed) if is_avatar(typed) else graded_cards(typed)


def evening(avatar: int) -> list[list[int]]:
    """Give this avatar's auctions: for each, five bids in cents for a thousand displays."""
    require_avatar(avatar)
    return [list(bids) for bids in _evening(avatar)]


def least_asked(avatar: int) -> int:
    """Give this avatar's threshold: from how many points the machine writes "sleeps badly".

    Examples
    --------
    >>> least_asked(7), floor_asked(7), card_price(7)
    (3, 130, 35)
    """
    require_avatar(avatar)
    return LEASTS[avatar % len(LEASTS)]


def floor_asked(avatar: int) -> int:
    """Give the price under which this avatar's page does not sell, in cents for a thousand."""
    require_avatar(avatar)
    return FLOORS[avatar % len(FLOORS)]


def card_price(avatar: int) -> int:
    """Give the price of one card in this avatar's last question, in cents."""
    require_avatar(avatar)
    return CARD_PRICES[avatar % len(CARD_PRICES)]


def files(avatar: int) -> dict[str, str]:
    """Give the files to write beside the notebook: their names and their texts."""
    texts = {}
    numbered = [(number, *bids) for number, bids in enumerate(_evening(avatar), start=1)]
    for name, columns, rows in (
        (CARDS, CARD_COLUMNS, _cards(avatar)),
        (EVENING, EVENING_COLUMNS, numbered),
    ):
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
        texts[name] = text.getvalue()
    return texts
