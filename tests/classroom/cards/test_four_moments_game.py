import numpy as np
import pytest

from poucet import School
from poucet.classroom.cards.four_moments_game import EDGES, FEWEST, PLAYERS, deal, week
from poucet.errors import PoucetError
from poucet.exports.trail import trail


@pytest.fixture(scope="module", params=[2, 1, 3, 4, 5])
def game(request):
    return deal(School(seed=request.param))


def standing(game, players, by_day):
    """Play by hand: who is still standing, card by card."""
    left = list(range(1, players + 1))
    for moment in game.moments:
        kept = []
        for card in left:
            day = game.seen[card - 1, moment.day]
            if day.any() if by_day else day[moment.part, moment.place]:
                kept.append(card)
        left = kept
    return left


@pytest.mark.parametrize("players", range(FEWEST, PLAYERS + 1))
def test_four_moments_leave_exactly_one_card_whatever_the_class(game, players):
    assert standing(game, players, by_day=False) == [game.card]


@pytest.mark.parametrize("players", range(FEWEST, PLAYERS + 1))
def test_the_day_alone_leaves_several(game, players):
    left = standing(game, players, by_day=True)
    assert len(left) >= 3
    assert game.card in left


@pytest.mark.parametrize("players", [FEWEST, 24, 28, PLAYERS])
@pytest.mark.parametrize("by_day", [False, True])
def test_the_printed_counts_are_those_of_the_game(game, players, by_day):
    assert game.counts(players, by_day)[0] == players
    assert game.standing(players, by_day)[-1] == standing(game, players, by_day)


def test_three_moments_are_not_enough_in_the_whole_class(game):
    assert game.counts(PLAYERS)[-2] > 1


def test_the_moments_are_one_a_day_and_of_the_three_kinds(game):
    assert len({moment.day for moment in game.moments}) == 4
    assert len({moment.place for moment in game.moments}) == 3


def test_the_cards_are_what_the_trail_says():
    school = School(seed=2)
    game = deal(school)
    lines = trail(school, weeks=1)
    assert len(set(game.avatars)) == PLAYERS
    for card in (1, game.card, PLAYERS):
        mine = lines[lines["pupil"] == game.avatars[card - 1]]
        seen = np.zeros(game.seen.shape[1:], np.bool_)
        for moment, place in zip(mine["time"], mine["place"], strict=True):
            part = max(rank for rank, hour in enumerate(EDGES[:-1]) if hour <= moment.hour)
            kind = 0 if ":" in place else 1 if place.startswith("192.0.2.") else 2
            seen[moment.weekday(), part, kind] = True
        assert (seen == game.seen[card - 1]).all()


def test_the_whole_week_of_everybody_is_there():
    school = School(seed=3, pupils=60)
    assert week(school).shape == (60, 7, 7, 3)
    assert week(school).any(axis=(1, 2, 3)).sum() == trail(school, weeks=1)["pupil"].nunique()


def test_a_school_too_small_to_play_is_refused():
    with pytest.raises(PoucetError, match="autre graine"):
        deal(School(seed=1, pupils=31))
