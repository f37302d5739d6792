"""Choose the pupils of "four corners": pure counting, nothing printed here.

Each card is what a service saw of one pupil who sleeps badly or well. A class adds up points,
stands up when accused, then unfolds the truth and walks to one of four corners: found, missed,
wrongly accused, left in peace. Success is that no corner is ever empty, and that moving the
threshold moves people from one to another.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from poucet.attacks.habits_seen import habits_seen
from poucet.attacks.inference_rules import ENOUGH, WORDS
from poucet.errors import PoucetError
from poucet.exports.trail import trail_columns
from poucet.i18n import gettext as _

if TYPE_CHECKING:
    from poucet.school import School

TRAIT = "sleeplessness"
SOME_NIGHTS, MANY_NIGHTS = 6, 9  # nights of the term with a line after midnight
MYRIAM = 930  # accused on two searches in the lesson: her card tells her story
_LONGEST_NAME = 10  # letters, to be read across a room

# The card of each seat, in the order they are dealt: whether the pupil sleeps badly, and points.
_SEATS = (
    (False, 0), (True, 5), (False, 2), (False, 3), (True, 3), (False, 0), (True, 0), (False, 0),
    (True, 6), (False, 2), (False, 5), (True, 2), (False, 0), (True, 3), (False, 0), (False, 3),
    (True, 4), (False, 0), (False, 0), (False, 0), (False, 0), (True, 3), (False, 0), (False, 2),
    (False, 0), (True, 2), (False, 3), (False, 0), (False, 0), (True, 0), (False, 2), (False, 0),
)  # fmt: skip
_HER_SEAT = 3
_STRIDE = 7919  # a prime: the cards come from all over the school, not from its first class
PLAYERS, FEWEST = len(_SEATS), 20


@dataclass(frozen=True)
class Card:
    """What a card says of a pupil.

    Attributes
    ----------
    avatar : int
        The pupil's number in the school.
    nights, searches : int
        Nights with a line after midnight, and searches about sleep, in the term.
    badly : bool
        The truth: whether the pupil sleeps badly.
    """

    avatar: int
    nights: int
    searches: int
    badly: bool

    @property
    def points(self) -> int:
        """What the machine's rule adds up."""
        return points(self.nights, self.searches)


@dataclass(frozen=True)
class Deal:
    """The cards in the order they are dealt, and how many nights the service watched."""

    cards: tuple[Card, ...]
    nights: int

    def corners(self, players: int, least: int = ENOUGH) -> dict[str, int]:
        """Count who stands in each corner.

        Parameters
        ----------
        players : int
            Cards dealt, from the first.
        least : int
            From how many points on a pupil is accused.
        """
        names = {
            (True, True): "found", (False, True): "missed",
            (True, False): "wrong", (False, False): "peace",
        }  # fmt: skip
        counted = Counter(names[card.points >= least, card.badly] for card in self.cards[:players])
        return {name: counted[name] for name in names.values()}


def points(nights: int, searches: int) -> int:
    """Add up the points of the machine's rule.

    Examples
    --------
    >>> points(nights=7, searches=0), points(nights=12, searches=1)
    (2, 5)
    """
    late = 3 if nights >= MANY_NIGHTS else 2 if nights >= SOME_NIGHTS else 0
    searched = 3 if searches >= 2 else 2 if searches == 1 else 0
    return late + searched


def deal(school: School) -> Deal:
    """Find a pupil for each seat.

    Raises
    ------
    poucet.errors.PoucetError
        If a seat finds nobody, as in a small school.
    """
    trail = trail_columns(school)
    seen = habits_seen(trail)
    nights = np.rint(seen.nights_awake * len(seen.days.weekday)).astype(int)
    # a day that ends at four counts the evening before the first line too: cards count dates
    watched = len(np.unique(trail.codes["time"].astype("datetime64[D]")))
    searches = seen.searches(*WORDS[TRAIT])
    badly, names = school.sealed[TRAIT], school.columns["given_name"].tolist()
    waiting: dict[tuple[bool, int], list[Card]] = {}
    for row, person in enumerate(seen.people.tolist()):
        card = Card(person, int(nights[row]), int(searches[row]), bool(badly[person - 1]))
        waiting.setdefault((card.badly, card.points), []).append(card)
    hers = [card for card in waiting.get(_SEATS[_HER_SEAT], []) if card.avatar == MYRIAM]
    taken = {names[card.avatar - 1] for card in hers}
    cards: list[Card] = []
    for seat, kind in enumerate(_SEATS):
        if seat == _HER_SEAT and hers:
            cards += hers
            continue
        # no two cards bear one name: a class calls them by it
        free = [
            card
            for card in waiting.get(kind, [])
            if names[card.avatar - 1].isalpha()
            and len(names[card.avatar - 1]) <= _LONGEST_NAME
            and names[card.avatar - 1] not in taken
        ]
        if not free:
            raise PoucetError(
                _("Aucun groupe de cette école ne permet le jeu : choisissez une autre graine.")
            )
        chosen = free[seat * _STRIDE % len(free)]
        taken.add(names[chosen.avatar - 1])
        cards.append(chosen)
    return Deal(tuple(cards), watched)
