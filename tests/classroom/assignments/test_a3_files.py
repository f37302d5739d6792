"""A3's trail: four moments that say something, as much to every avatar of a class."""

from itertools import pairwise

from poucet.classroom.assignments.a3_files import CROWD, MOMENTS_EACH, lines, moments
from poucet.classroom.checks import hint

CLASS = range(1, 41)


def crowds(avatar):
    rows = lines(avatar)
    return [
        {row["pupil"] for row in rows if row["time"].startswith(hour) and row["where"] == where}
        for hour, where in moments(avatar)
    ]


def test_four_days_in_two_places_at_least_and_never_alone():
    for avatar in CLASS:
        hours, wheres = zip(*moments(avatar), strict=True)
        assert len({hour[:10] for hour in hours}) == MOMENTS_EACH == len(hours)
        assert len(set(wheres)) > 1
        assert min(map(len, crowds(avatar))) >= CROWD


def test_each_moment_leaves_two_thirds_at_most_and_the_last_leaves_one():
    for avatar in CLASS:
        left = [len(set.intersection(*crowds(avatar)[:rank])) for rank in range(1, 5)]
        assert left[-1] == 1
        assert all(after <= before * 2 / 3 for before, after in pairwise(left))


def test_no_hint_tells_the_right_number_from_those_that_come_close():
    for avatar in (1, 7, 8):
        numbers = {row["pupil"] for row in lines(avatar)}
        praised = [
            number
            for number in numbers
            if hint("q4a", number, avatar=avatar, assignment="A3").startswith("✓")
        ]
        assert len(praised) > 1
        assert set.intersection(*crowds(avatar)) < set(praised)
