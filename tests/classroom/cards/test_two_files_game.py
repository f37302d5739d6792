"""The game of two files ends as its rules say, whoever plays it."""

import numpy as np
import pytest

from poucet import School
from poucet.classroom.cards.two_files_game import CODED, LISTED, code, deal, suspects
from poucet.errors import PoucetError
from poucet.exports.anonymous import anonymous


@pytest.fixture(scope="module", params=[2, 1, 3, 5])
def school(request):
    return School(seed=request.param)


@pytest.fixture(scope="module")
def game(school):
    return deal(school)


def test_each_code_of_the_first_round_is_that_of_one_pupil_of_the_list(school, game):
    names, born = school.columns["given_name"], school.columns["birth_date"]
    codes = [code(str(names[row]), born[row]) for row in game.listed]
    assert len(game.listed) == len(set(codes)) == LISTED
    assert len(game.coded) == CODED
    assert set(game.coded) < set(game.listed)


def test_the_list_is_not_in_the_order_of_the_codes(school, game):
    places = [game.listed.index(row) for row in game.coded]
    assert places != sorted(places)


def test_played_by_hand_the_second_round_finds_ten_misses_six_and_accuses_one(school, game):
    sex, born = school.columns["sex"], school.columns["birth_date"]
    found = missed = 0
    accused = []
    for owner, typed in zip(game.accounts, game.typed, strict=True):
        fits = [row for row in game.pupils if (sex[row], born[row]) == (sex[owner], typed)]
        if len(fits) != 1:
            missed += 1
        elif fits[0] == owner:
            found += 1
        else:
            accused.append(fits[0])
    assert (found, missed, accused) == (10, 6, [game.innocent])


def test_some_are_missed_for_a_doubt_and_some_for_a_slip(school, game):
    sizes = [len(suspects(game, school, account)) for account in range(len(game.accounts))]
    assert sizes.count(2) == 4
    assert sizes.count(0) == 2


def test_what_the_accounts_give_is_what_the_supplier_holds(school, game):
    held = anonymous(school)
    typed = dict(zip(held.truth.tolist(), held.accounts["birth_date"], strict=True))
    for owner, date in zip(game.accounts, game.typed, strict=True):
        assert typed[owner] == date
    assert game.innocent not in typed
    assert game.innocent in game.pupils


def test_no_pupil_plays_in_both_rounds_or_twice(game):
    assert len(set(game.pupils) | set(game.listed)) == len(game.pupils) + LISTED
    assert len(set(game.accounts)) == len(game.accounts)
    assert set(game.accounts) < set(game.pupils)


def test_a_date_and_a_name_make_a_code():
    assert code("Zoé", np.datetime64("2010-12-31")) == 31 * 12 * 3


def test_a_school_too_small_to_play_is_refused():
    with pytest.raises(PoucetError, match="autre graine"):
        deal(School(seed=1, pupils=40))
