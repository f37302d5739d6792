import numpy as np
import pytest

from poucet import School
from poucet.classroom.cards.three_clues_game import FEWEST, PLAYERS, deal
from poucet.errors import PoucetError


@pytest.fixture(scope="module", params=[2, 1, 3, 4, 5])
def game(request):
    return deal(School(seed=request.param))


def standing(game, clues, players):
    """Play by hand: who is still standing, card by card."""
    left = list(range(1, players + 1))
    for clue in clues:
        left = [card for card in left if game.cards[clue.column][card - 1] == clue.value]
    return left


@pytest.mark.parametrize("players", range(FEWEST, PLAYERS + 1))
def test_three_clues_leave_exactly_one_pupil_standing_whatever_the_class(game, players):
    assert standing(game, game.precise.clues, players) == [game.precise.card]
    assert standing(game, game.plain.clues, players) == [game.plain.card]


@pytest.mark.parametrize("players", range(FEWEST, PLAYERS + 1))
def test_the_month_instead_of_the_day_leaves_several(game, players):
    left = standing(game, game.vague.clues, players)
    assert len(left) >= 2
    assert game.precise.card in left


def test_no_two_clues_are_enough_in_the_whole_class(game):
    for turn in game.rounds:
        assert len(standing(game, turn.clues[:2], PLAYERS)) > 1


def test_the_vague_round_differs_by_its_last_clue_only(game):
    assert game.precise.card == game.vague.card
    assert game.precise.clues[:2] == game.vague.clues[:2]
    assert game.vague.clues[2].value == game.precise.clues[2].value.astype("datetime64[M]")


def test_the_last_round_says_nothing_of_birth_and_seeks_someone_else(game):
    assert not [clue for clue in game.plain.clues if "birth" in clue.column]
    assert game.plain.card != game.precise.card


@pytest.mark.parametrize("players", [FEWEST, 24, 28, PLAYERS])
def test_the_printed_counts_are_those_of_the_game(game, players):
    for turn in game.rounds:
        counted = [len(standing(game, turn.clues[:read], players)) for read in range(4)]
        assert list(turn.counts(players)) == counted


def test_the_cards_are_32_different_pupils_of_the_school():
    school = School(seed=2)
    game = deal(school)
    assert len(set(game.avatars)) == PLAYERS
    rows = np.array(game.avatars) - 1
    assert (school.columns["given_name"][rows] == game.cards["given_name"]).all()


def test_a_school_too_small_to_play_is_refused():
    with pytest.raises(PoucetError, match="autre graine"):
        deal(School(seed=1, pupils=31))


def test_between_the_printed_rows_each_round_of_the_printed_game_ends_the_same():
    rounds = deal(School(seed=2)).rounds
    ends = {tuple(turn.counts(n)[-1] for turn in rounds) for n in range(FEWEST, PLAYERS + 1)}
    assert len(ends) == 1


def test_a_clue_alone_may_point_at_someone_so_the_page_says_rarely():
    game = deal(School(seed=2))
    alone = [
        len(standing(game, [clue], PLAYERS)) == 1 for turn in game.rounds for clue in turn.clues
    ]
    assert 0 < sum(alone) < len(alone) / 2
