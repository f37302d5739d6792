"""Choose the 32 cards and the moments of "four moments": pure counting, nothing printed here.

Each card is one pupil's first week: seven days, seven parts of the day, and in each what the
service saw: at school, at home, on the way. A caller reads moments; whoever's card does not have
them sits down. Success is a game that always works: the first round, told by part of the day and
place, ends with one pupil standing; the second, the same moments told by the day, with several.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from poucet.errors import PoucetError
from poucet.exports.trail import trail_columns
from poucet.i18n import gettext as _
from poucet.school import School

PLAYERS, FEWEST, POINTS, DAYS = 32, 20, 4, 7
EDGES = (0, 6, 8, 12, 17, 19, 21, 24)  # hours between which a part of the day runs
PARTS = len(EDGES) - 1
HOME, SCHOOL, WAY = range(3)
_SEAT, _COMPANIONS = 6, (12, 17)  # neither first nor side by side: places tell nothing


@dataclass(frozen=True)
class Moment:
    """A day of the week (0 for Monday), a part of it, and the kind of place."""

    day: int
    part: int
    place: int


@dataclass(frozen=True)
class Deal:
    """The whole game.

    Attributes
    ----------
    avatars : tuple of int
        The avatar number of card 1, card 2, …
    seen : ndarray of bool, shape (32, 7, 7, 3)
        For each card, day, part of the day and kind of place: whether the service saw a line.
    card : int
        The number printed on the card that is sought.
    moments : tuple of Moment
        Its four moments, in the order they are read.
    """

    avatars: tuple[int, ...]
    seen: np.ndarray
    card: int
    moments: tuple[Moment, ...]

    def counts(self, players: int, by_day: bool = False) -> tuple[int, ...]:
        """Count who is standing before the first moment, after it, and so on."""
        return tuple(len(cards) for cards in self.standing(players, by_day))

    def standing(self, players: int, by_day: bool = False) -> list[list[int]]:
        """Give the cards still standing at each step when only the first ones were handed out."""
        left, steps = np.ones(players, np.bool_), [list(range(1, players + 1))]
        for moment in self.moments:
            left &= _has(self.seen[:players], moment, by_day)
            steps.append((np.flatnonzero(left) + 1).tolist())
        return steps


def _has(seen: np.ndarray, moment: Moment, by_day: bool) -> np.ndarray:
    if by_day:
        return np.any(seen[:, moment.day], axis=(1, 2))
    return np.asarray(seen[:, moment.day, moment.part, moment.place])


def week(school: School) -> np.ndarray:
    """Tell what the service saw of each pupil in the first week: (pupils, days, parts, places)."""
    codes, words = trail_columns(school, weeks=1)
    kind = np.array(
        [
            HOME if ":" in network else SCHOOL if network.startswith("192.") else WAY
            for network in words["place"].tolist()
        ]
    )
    hours = (codes["time"] - codes["time"][0].astype("datetime64[D]")).astype(np.int64) // 3600
    part = np.searchsorted(EDGES, hours % 24, side="right") - 1
    seen = np.zeros((school.size, DAYS, PARTS, 3), np.bool_)
    seen[codes["pupil"] - 1, hours // 24, part, kind[codes["place"]]] = True
    return seen


def deal(school: School) -> Deal:
    """Find 32 pupils and four moments with whom both rounds end as they must.

    Raises
    ------
    poucet.errors.PoucetError
        If no run of pupils fits, as in a school of less than 32 pupils.
    """
    seen = week(school)
    lively = np.flatnonzero(seen.any(axis=(2, 3)).sum(axis=1) >= DAYS - 1)
    for start in range(0, len(lively) - PLAYERS + 1, PLAYERS):
        members = lively[start : start + PLAYERS]
        for row, moments in _games(seen[members]):
            order = _seats(seen[members], row, moments)
            dealt = members[order]
            return Deal(
                tuple(int(rank) + 1 for rank in dealt), seen[dealt], _SEAT + 1, tuple(moments)
            )
    raise PoucetError(
        _("Aucun groupe de cette école ne permet le jeu : choisissez une autre graine.")
    )


def _games(seen: np.ndarray) -> Iterator[tuple[int, tuple[Moment, ...]]]:
    """Give the cards and moments that fall slowly to one card, one moment a day, in order."""
    for row in range(PLAYERS):
        own = [Moment(*map(int, where)) for where in np.argwhere(seen[row])]
        for moments in itertools.combinations(own, POINTS):
            if len({m.day for m in moments}) < POINTS or len({m.place for m in moments}) < 3:
                continue
            left, counts = np.ones(PLAYERS, np.bool_), []
            for moment in moments:
                left = left & _has(seen, moment, by_day=False)
                counts.append(int(left.sum()))
            if 12 <= counts[0] <= 22 and counts[1] >= 6 and counts[2] in (2, 3) and counts[3] == 1:
                by_day = np.all([_has(seen, moment, by_day=True) for moment in moments], axis=0)
                if by_day.sum() >= 6:
                    yield row, moments


def _seats(seen: np.ndarray, row: int, moments: tuple[Moment, ...]) -> np.ndarray:
    """Order the rows so that the sought card and two of its doubles by day are always dealt."""
    by_day = np.all([_has(seen, moment, by_day=True) for moment in moments], axis=0)
    doubles = [int(rank) for rank in np.flatnonzero(by_day) if rank != row][: len(_COMPANIONS)]
    kept = {_SEAT: row, **dict(zip(_COMPANIONS, doubles, strict=True))}
    others = iter(rank for rank in range(PLAYERS) if rank not in kept.values())
    return np.array([kept[seat] if seat in kept else next(others) for seat in range(PLAYERS)])
