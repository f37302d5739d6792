"""Habits lean on the truth, and leave room for error."""

import numpy as np
import pytest

from poucet.exports.habits import (
    ALTERNATE_WEEKENDS,
    ALTERNATE_WEEKS,
    AT_HOME,
    CHANCE_WEEKENDS,
    draw_habits,
)
from poucet.school import School


@pytest.fixture(scope="module")
def large():
    school = School(seed=11, pupils=20_000)
    return school, draw_habits(school)


@pytest.mark.parametrize(
    ("trait", "measure", "least"),
    [
        ("sleeplessness", lambda habits: habits.night, 0.8),
        ("job", lambda habits: -habits.evenings.sum(axis=0), 0.8),
        ("illness", lambda habits: habits.absent.sum(axis=1), 0.8),
        ("separated_parents", lambda habits: habits.second_home > AT_HOME, 0.65),
    ],
)
def test_a_trait_shows_in_a_habit_but_never_for_sure(large, trait, measure, least):
    school, habits = large
    shown, have = measure(habits), school.sealed[trait]
    # Share of the pairs (one with the trait, one without) that the habit puts in the right order.
    values, ranks = np.unique(shown, return_inverse=True)
    with_it = np.bincount(ranks[have], minlength=len(values)) / have.sum()
    without = np.bincount(ranks[~have], minlength=len(values)) / (~have).sum()
    order = (with_it * (np.cumsum(without) - without / 2)).sum()
    assert least < order < 0.93
    # Somebody without the trait looks as much like it as most who have it, and the other way round.
    assert shown[~have].max() >= np.median(shown[have])
    assert shown[have].min() <= np.median(shown[~have])


def test_two_homes_are_for_those_who_have_two_addresses(large):
    school, habits = large
    two = school.columns["commune2"] != ""
    assert ((habits.second_home == ALTERNATE_WEEKS) == two).all()
    apart = school.sealed["separated_parents"]
    for kind in (ALTERNATE_WEEKENDS, CHANCE_WEEKENDS):
        assert (apart & (habits.second_home == kind)).any()
        assert (~apart & (habits.second_home == kind)).any()


def test_siblings_go_together_and_are_alone_in_their_family(large):
    school, habits = large
    first, second = school._people.first, school._people.second
    for column in (habits.family, habits.second_home, habits.parity):
        assert (column[first] == column[second]).all()
    assert len(np.unique(habits.family)) == school.size - len(first)


def test_absences_come_in_spells(large):
    _, habits = large
    starts = habits.absent & ~np.roll(habits.absent, 1, axis=1)
    assert habits.absent.sum() / starts.sum() > 2
