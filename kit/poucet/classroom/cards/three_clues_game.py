"""Choose the 32 cards and the clues of "three clues": pure counting, nothing printed here.

The class plays a class of the fictitious school: one card a pupil. A caller reads clues about one
of the cards; whoever's card does not fit sits down. Success is a game that always works: the first
round ends with exactly one pupil standing, the second, told more vaguely, with several, and the
third with one again, without a word about birth.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.school import School

PLAYERS = 32
FEWEST = 20  # a class this small still plays: the cards that matter are among the first
_PLAIN = ("commune", "option", "regime", "second_language", "transport")


@dataclass(frozen=True)
class Clue:
    """One thing said aloud about the card that is sought.

    Attributes
    ----------
    column : str
        What it is about: a column of the school, or birth_month (a month of one year).
    value : str or numpy.datetime64
        What the card must say.
    """

    column: str
    value: object


@dataclass(frozen=True)
class Round:
    """One card to find, and the clues that are read in order.

    Attributes
    ----------
    card : int
        The number printed on the card that is sought.
    clues : tuple of Clue
        In the order they are read.
    standing : tuple of tuple of int
        The cards still standing before the first clue, after it, and so on.
    """

    card: int
    clues: tuple[Clue, ...]
    standing: tuple[tuple[int, ...], ...]

    def counts(self, players: int) -> tuple[int, ...]:
        """Count who is standing at each step when only the first cards were handed out."""
        return tuple(sum(card <= players for card in cards) for cards in self.standing)


@dataclass(frozen=True)
class Deal:
    """The whole game.

    Attributes
    ----------
    avatars : tuple of int
        The avatar number of card 1, card 2, … in the school.
    cards : dict of str to numpy.ndarray
        The columns of the school for those pupils, card 1 first, and birth_month.
    precise, vague, plain : Round
        Ends with one card; the same card told by month, ends with several; another card, found
        without a word about birth.
    """

    avatars: tuple[int, ...]
    cards: dict[str, np.ndarray]
    precise: Round
    vague: Round
    plain: Round

    @property
    def rounds(self) -> tuple[Round, Round, Round]:
        """The three rounds, in the order they are played."""
        return self.precise, self.vague, self.plain


def deal(school: School) -> Deal:
    """Find 32 pupils with whom the three rounds end as they must.

    Parameters
    ----------
    school : poucet.School
        The invented school. Its pupils are put class after class, and each run of 32 is tried.

    Raises
    ------
    poucet.errors.PoucetError
        If no run fits, as in a school of less than 32 pupils.
    """
    by_class = np.argsort(school.columns["class"].astype(str), kind="stable")
    for start in range(school.size - PLAYERS + 1):
        members = by_class[start : start + PLAYERS]
        cards = _columns(school, members)
        for precise, vague in _precise_then_vague(cards):
            for plain in _without_birth(cards, other_than=precise.card):
                order = _seats(precise, vague, plain)
                dealt = members[order]
                return Deal(
                    tuple(int(row) + 1 for row in dealt),
                    _columns(school, dealt),
                    _renumber(precise, order),
                    _renumber(vague, order),
                    _renumber(plain, order),
                )
    raise PoucetError(
        _("Aucun groupe de cette école ne permet le jeu : choisissez une autre graine.")
    )


def _columns(school: School, members: np.ndarray) -> dict[str, np.ndarray]:
    cards = {column: values[members] for column, values in school.columns.items()}
    cards["birth_month"] = cards["birth_date"].astype("datetime64[M]")
    return cards


def _play(cards: dict[str, np.ndarray], row: int, columns: tuple[str, ...]) -> Round:
    """Read the clues of one card in order; `row` counts from 0, cards from 1."""
    left = np.ones(PLAYERS, dtype=bool)
    standing, clues = [tuple(range(1, PLAYERS + 1))], []
    for column in columns:
        clues.append(Clue(column, cards[column][row]))
        left &= cards[column] == cards[column][row]
        standing.append(tuple((np.flatnonzero(left) + 1).tolist()))
    return Round(row + 1, tuple(clues), tuple(standing))


def _falls_slowly(turn: Round) -> bool:
    """Whether each clue seats some pupils, and the first two leave a real doubt."""
    _all, first, second, _last = turn.counts(PLAYERS)
    return 10 <= first <= 20 and 3 <= second <= 8


def _precise_then_vague(cards: dict[str, np.ndarray]) -> Iterator[tuple[Round, Round]]:
    for row in range(PLAYERS):
        precise = _play(cards, row, ("sex", "commune", "birth_date"))
        vague = _play(cards, row, ("sex", "commune", "birth_month"))
        if (
            _falls_slowly(precise)
            and precise.counts(PLAYERS)[-1] == 1
            and vague.counts(PLAYERS)[-1] in (2, 3)
        ):
            yield precise, vague


def _without_birth(cards: dict[str, np.ndarray], other_than: int) -> Iterator[Round]:
    for row in range(PLAYERS):
        said = [column for column in _PLAIN if cards[column][row] != ""]
        for columns in itertools.permutations(said, 3):
            turn = _play(cards, row, columns)
            if row + 1 != other_than and _falls_slowly(turn) and turn.counts(PLAYERS)[-1] == 1:
                yield turn


def _seats(precise: Round, vague: Round, plain: Round) -> np.ndarray:
    """Order the rows so that every card that must be in play is dealt to the smallest class.

    The sought cards are neither first nor side by side, so that their places tell nothing.
    """
    companion = next(card for card in vague.standing[-1] if card != precise.card)
    kept = {6: precise.card - 1, 12: plain.card - 1, 17: companion - 1}
    if len(set(kept.values())) < len(kept):  # the companion is the card of the last round
        del kept[17]
    others = iter(row for row in range(PLAYERS) if row not in kept.values())
    return np.array([kept[seat] if seat in kept else next(others) for seat in range(PLAYERS)])


def _renumber(turn: Round, order: np.ndarray) -> Round:
    """Say a round again with the numbers of the cards once dealt."""
    seat = {int(row) + 1: rank for rank, row in enumerate(order, start=1)}
    standing = tuple(tuple(sorted(seat[card] for card in cards)) for cards in turn.standing)
    return Round(seat[turn.card], turn.clues, standing)
