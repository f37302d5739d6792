import pytest

from poucet import School, infer, trail
from poucet.attacks.inference_rules import ENOUGH
from poucet.classroom.cards.four_corners_game import (
    FEWEST,
    MYRIAM,
    PLAYERS,
    TRAIT,
    Card,
    Deal,
    deal,
    points,
)
from poucet.errors import PoucetError


@pytest.fixture(scope="module")
def school():
    return School(seed=2)


@pytest.fixture(scope="module")
def game(school):
    return deal(school)


def test_the_rule_on_paper_gives_the_points_of_the_machine(school, game):
    guess = infer(trail(school), TRAIT)
    strength = dict(zip(guess.people.tolist(), guess.strength.tolist(), strict=True))
    assert [card.points for card in game.cards] == [strength[card.avatar] for card in game.cards]


def test_the_cards_tell_the_truth_of_the_school_and_name_each_pupil_once(school, game):
    truth = school.truth[TRAIT]
    assert [card.badly for card in game.cards] == [truth[card.avatar] for card in game.cards]
    assert len(game.cards) == PLAYERS == 32
    names = school.columns["given_name"]
    assert len({names[card.avatar - 1] for card in game.cards}) == PLAYERS


def test_no_corner_is_empty_from_the_fewest_players_on(game):
    for players in range(FEWEST, PLAYERS + 1):
        corners = game.corners(players)
        assert min(corners.values()) >= 2
        assert sum(corners.values()) == players


def test_moving_the_threshold_moves_people_the_right_way(game):
    for players in range(FEWEST, PLAYERS + 1):
        low, usual, high = (game.corners(players, least) for least in (2, ENOUGH, 4))
        assert low["found"] > usual["found"] > high["found"]
        assert low["wrong"] > usual["wrong"] > high["wrong"] > 0
        assert low["missed"] < usual["missed"] < high["missed"]


def test_the_service_watched_as_many_nights_as_its_lines_have_dates(school, game):
    lines = trail(school)
    dates = lines["time"].dt.date
    late = lines[lines["time"].dt.hour < 4]
    assert game.nights == dates.nunique()
    nights = late.groupby("pupil")["time"].agg(lambda times: times.dt.date.nunique())
    assert [card.nights for card in game.cards] == [
        nights.get(card.avatar, 0) for card in game.cards
    ]


def test_the_corners_are_counted_from_the_cards_dealt():
    cards = (Card(1, 9, 0, True), Card(2, 9, 0, False), Card(3, 0, 0, True), Card(4, 0, 1, False))
    game = Deal(cards, 84)
    assert game.corners(4) == {"found": 1, "missed": 1, "wrong": 1, "peace": 1}
    assert game.corners(2, least=4) == {"found": 0, "missed": 1, "wrong": 0, "peace": 1}
    assert game.corners(4, least=2)["wrong"] == 2


@pytest.mark.parametrize(
    ("nights", "searches", "expected"),
    [(5, 0, 0), (6, 0, 2), (8, 0, 2), (9, 0, 3), (0, 1, 2), (0, 2, 3), (40, 9, 6)],
)
def test_points_change_where_the_sheet_says(nights, searches, expected):
    assert points(nights, searches) == expected


def test_myriam_is_accused_on_two_searches_and_sleeps_well(game):
    (hers,) = [card for card in game.cards if card.avatar == MYRIAM]
    assert hers.points == points(0, 2) == points(hers.nights, 2) >= ENOUGH
    assert not hers.badly
    assert game.cards.index(hers) < FEWEST


def test_too_small_a_school_is_refused():
    with pytest.raises(PoucetError, match="autre graine"):
        deal(School(seed=2, pupils=100))
