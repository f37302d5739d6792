"""Households on the shelves of the audience market."""

import datetime

import numpy as np
import pandas as pd
import pytest

from poucet import PoucetError, School, directory, trail
from poucet.exports import trail_columns
from poucet.i18n import in_language
from poucet.market import segments
from poucet.market.seen_at_home import SeenAtHome, seen_at_home

FAMILY = pd.DataFrame(
    {
        "sex": ["F", "M", "F", "F"],
        "birth_date": pd.to_datetime(["2008-09-01", "2010-05-05", "2008-09-02", "2011-01-01"]),
        "address": ["1 rue A", "1 rue A", "1 rue A", ""],
        "commune": ["Valmorne", "Valmorne", "Ailleurs", "Valmorne"],
        "postcode": ["96100", "96100", "96200", ""],
        "address2": ["", "2 rue B", "", ""],
        "guardian1_phone": ["06 39 98 00 00", "06 39 98 00 00", "06 39 98 00 01", ""],
        "guardian2_phone": ["06 39 98 00 02", "", "", ""],
        "scholarship": [False, True, False, False],
        "transport": ["bus", "scooter", "à pied", "bus"],
    }
)


def events(*lines):
    """Make a trail of (pupil, hour, place, object)."""
    return {
        "pupil": [line[0] for line in lines],
        "time": np.array([np.datetime64("2026-09-07T00", "h") + line[1] for line in lines]),
        "place": [line[2] for line in lines],
        "ip": [line[2] + "1" for line in lines],
        "object": [line[3] if len(line) > 3 else "portal" for line in lines],
    }


def test_four_files_land_on_the_shelves_worked_out_by_hand():
    homes = segments(FAMILY)
    assert [home.numbers for home in homes] == [
        [3, 49, 59, 98, 123, 128],  # 18 today, a brother at school, two guardians
        [59, 63, 98, 122, 128, 257],  # a grant, a second address, a scooter
        [59, 98, 127],  # 18 tomorrow: no band of age, only a household
        [],
    ]
    assert [home.adult for home in homes] == [True, False, False, False]
    assert [home.row for home in homes] == [0, 1, 2, 3]
    assert (homes[0].postcode, homes[0].commune) == ("96100", "Valmorne")


def test_no_minor_of_the_school_has_an_age_or_a_gender_on_the_market():
    school = School(seed=2, pupils=400)
    homes = segments(directory(school))
    born = school.columns["birth_date"]
    minor = born > np.datetime64("2008-09-01")
    assert 0 < (~minor).sum() < 50
    for home, young in zip(homes, minor, strict=True):
        assert bool({3, 49, 50} & set(home.numbers)) == (not young)
        assert 98 in home.numbers


@pytest.mark.parametrize(
    ("day", "adult"),
    [((2026, 2, 28), False), ((2026, 3, 1), True), ((2028, 2, 29), True), ((2026, 1, 31), False)],
)
def test_born_on_29_february_one_is_18_on_1_march(day, adult):
    table = {"birth_date": np.array(["2008-02-29"], "datetime64[D]")}
    assert segments(table, day=datetime.date(*day))[0].adult is adult


def test_the_day_before_18_is_not_18():
    table = {"birth_date": np.array(["2010-03-01", "2010-02-28"], "datetime64[D]")}
    homes = segments(table, day=datetime.date(2028, 2, 29))
    assert [home.adult for home in homes] == [False, True]


def test_what_the_holder_made_up_is_marked_as_a_guess():
    shelves = {shelf.number: shelf for shelf in segments(FAMILY)[1].segments}
    assert {number for number, shelf in shelves.items() if shelf.guess} == {63, 122, 128, 257}
    assert shelves[63].because == ("scholarship",)
    assert str(shelves[122]).endswith("supposé d’après\u00a0: seconde adresse")
    with in_language("en"):
        assert str(shelves[98]) == "98 parents with children, from: address"


def test_fewer_columns_make_fewer_shelves():
    whole = segments(FAMILY)
    for column in FAMILY.columns:
        for less, more in zip(segments(FAMILY.drop(columns=column)), whole, strict=True):
            kept = {127, 128, 129} & set(less.numbers)  # without the commune, more under one roof
            assert set(less.numbers) - kept <= set(more.numbers) | {123}
    assert segments({"class": ["2de 1"]})[0].segments == ()
    assert str(segments({"class": ["2de 1"]})[0]) == "Ce foyer n’est dans aucun segment."
    assert segments({}) == []


def test_the_trail_puts_two_pupils_under_one_roof():
    seen = events((1, 22, "x:"), (2, 23, "x:"), (3, 22, "y:"))
    homes = segments({"pupil": [1, 2, 3, 9]}, seen)
    assert [home.numbers for home in homes] == [[98, 128], [98, 128], [98, 127], []]
    assert homes[0].address == "x:1"
    assert [shelf.because for shelf in homes[0].segments] == [("trail",), ("trail",)]
    housed = segments({"pupil": [1, 2], "address": ["1 rue A"] * 2}, events((1, 22, "x:")))
    assert [shelf.because for shelf in housed[0].segments] == [("address",), ("address",)]


def test_without_numbers_row_i_is_pupil_i_plus_one():
    seen = events((2, 22, "x:"))
    assert [bool(home.numbers) for home in segments({"class": ["a", "b"]}, seen)] == [False, True]


def test_a_school_or_an_operator_is_no_home():
    crowd = [(pupil, 22, "school:") for pupil in range(1, 9)]
    found = seen_at_home(events(*crowd, (1, 10, "x:")), np.arange(1, 9))
    assert found == [SeenAtHome()] * 8  # at ten in the morning one may be anywhere


def test_a_second_network_is_a_second_home_if_it_is_seen_often():
    often = [(1, 22 + 24 * day, "x:" if day % 2 else "y:") for day in range(10)]
    once = [(2, 22 + 24 * day, "z:") for day in range(19)] + [(2, 23, "w:")]
    found = seen_at_home(events(*often, *once), np.array([1, 2]))
    assert [home.second_home for home in found] == [True, False]
    assert [home.address for home in found] == ["x:1", "z:1"]


def test_the_subject_most_worked_on_is_an_interest():
    lines = [(1, 10, "x:", f"exercises/2de-{s}-01a") for s in ("svt", "histoire", "histoire")]
    lines += [(1, 10, "x:", "exercises/2de-mathematiques-01a")] * 5  # no shelf for it
    assert seen_at_home(events(*lines), np.array([1]))[0].interest == 211
    assert [s.number for s in segments({"pupil": [1]}, events(*lines))[0].segments] == [211]


def test_the_boards_trail_of_ranks_gives_the_same_households():
    school = School(seed=3, pupils=60)
    assert segments(directory(school), trail(school, weeks=2)) == segments(
        school.columns, trail_columns(school, weeks=2)
    )


def test_a_trail_tells_of_two_homes_more_than_the_directory_does():
    school = School(seed=2, pupils=400)
    written = school.columns["address2"] != ""
    table = {"pupil": np.arange(1, school.size + 1)}
    guessed = np.array([122 in home.numbers for home in segments(table, trail_columns(school))])
    assert guessed.sum() > 2 * written.sum()
    apart = school.sealed["separated_parents"]
    assert 0.5 < apart[guessed].mean() < 1  # and it is wrong about some of them


def test_a_trail_without_its_columns_is_refused():
    with pytest.raises(PoucetError, match="place"):
        segments({"pupil": [1]}, {"pupil": [1], "time": [np.datetime64("2026-09-07T22")]})
