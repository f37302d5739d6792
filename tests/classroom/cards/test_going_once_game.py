import numpy as np
import pytest

from poucet import School
from poucet.classroom.cards.going_once_game import (
    CREDIT,
    LETTERS,
    NOT_WANTED,
    TOWN,
    WANTED,
    deal,
    if_wanted,
    interested,
)
from poucet.errors import PoucetError


@pytest.fixture(scope="module")
def school():
    return School(seed=2)


@pytest.fixture(scope="module")
def game(school):
    return deal(school)


def test_one_household_in_four_interests_each_advertiser(game):
    for advertiser in range(len(LETTERS)):
        assert sum(advertiser in wanted for wanted in game.wanted) == len(game.wanted) / 4


def test_what_is_wanted_can_be_read_on_the_card(game, school):
    assert len({home.row for home in game.households}) == len(WANTED)
    assert tuple(interested(home) for home in game.households) == game.wanted
    for home in game.households:
        assert home.commune == school.columns["commune"][home.row]
        assert not home.adult
    in_town = [home.commune == TOWN for home in game.households]
    assert sum(in_town) == 2


@pytest.mark.parametrize("blind", [3, 4, 5, 6])
def test_the_profile_creates_no_value_on_average(blind):
    assert if_wanted(blind) + 3 * NOT_WANTED == 4 * blind


def sold(values):
    """Sell by hand: the winner is the first of the highest, and pays the second highest."""
    winners = [row.index(max(row)) for row in values]
    return winners, [sorted(row)[-2] for row in values]


@pytest.mark.parametrize("profile", [False, True])
def test_the_sale_is_the_one_played_by_hand(game, profile):
    values = (game.knowing if profile else game.blind).tolist()
    winners, paid = sold(values)
    sale = game.sale(profile)
    assert sale.winner.tolist() == winners
    assert sale.paid.tolist() == paid


def test_the_total_rises_while_some_places_fall(game):
    without, with_profile = game.sale(False).paid, game.sale(True).paid
    assert with_profile.sum() > 1.5 * without.sum()
    nobody = np.array([not wanted for wanted in game.wanted])
    assert ((with_profile < without) == nobody).all()
    assert (with_profile[nobody] == NOT_WANTED).all()


def test_the_innocent_is_said_to_be_poor_and_is_not(game, school):
    home = game.households[game.innocent]
    assert CREDIT in game.wanted[game.innocent]
    assert school.columns["scholarship"][home.row]
    assert not school.sealed["money_trouble"][home.row]


def test_a_school_without_such_households_is_refused():
    with pytest.raises(PoucetError, match="graine"):
        deal(School(seed=2, pupils=40))
