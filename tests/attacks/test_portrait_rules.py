"""The rules that read habits, against plain loops and calendars filled in by hand."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from poucet.attacks import portrait_rules as rules

MONDAY = 20_703  # 7 September 2026, counted from 1 January 1970


def test_days_run_from_four_to_four():
    when = np.array(["2026-09-07T03:59", "2026-09-07T04:00", "2026-09-08T00:30"], "datetime64[s]")
    day, minute = rules.days(when)
    assert day.tolist() == [MONDAY - 1, MONDAY, MONDAY]
    assert minute.tolist() == [24 * 60 + 239, 240, 24 * 60 + 30]
    assert rules.weekdays(day).tolist() == [6, 0, 0]


@given(st.lists(st.lists(st.booleans(), min_size=12, max_size=12), min_size=1, max_size=4))
def test_gaps_are_those_a_loop_finds(there):
    expected = []
    for person, days in enumerate(there):
        run = 0
        for day, present in enumerate([*days, True]):
            if present:
                if run >= 3:
                    expected.append((person, day - run, run))
                run = 0
            else:
                run += 1
    found = zip(*(part.tolist() for part in rules.gaps(np.array(there))), strict=True)
    assert list(found) == expected


def calendar(pattern):
    """Repeat weeks of seven roofs, Monday first; the rest of the arguments of `rhythms` with it."""
    nights = np.array([int(roof) if roof in "012" else -1 for roof in "".join(pattern)], np.int8)
    day = np.arange(MONDAY, MONDAY + len(nights))
    return nights, rules.weekdays(day), day


def rhythm(*pattern):
    nights, weekday, day = calendar(pattern)
    return rules.rhythms(nights[None], weekday, day)[0]


def test_rhythms_are_named():
    home, away, weekend = "0000000", "1111111", "0000111"
    assert rhythm(*[home] * 8) == rules.ONE_HOME
    assert rhythm(*[home, away] * 4) == rules.WEEKS
    assert rhythm(*[home, weekend] * 4) == rules.WEEKENDS
    assert rhythm(*[weekend] * 8) == rules.EVERY_WEEKEND
    assert rhythm(*[home] * 5, weekend, weekend, home) == rules.MIXED
    # Weekends alternate, but too much of the rest is spent elsewhere as well.
    unsettled = [home, away, "1111000", weekend, home, weekend, home, weekend]
    assert rhythm(*unsettled) == rules.MIXED


def test_nights_without_a_line_change_no_rhythm():
    assert rhythm(*["0-0-0--", "00--1-1"] * 4) == rules.WEEKENDS


def test_each_person_has_the_rhythm_they_would_have_alone():
    people = [["0000000"] * 6, ["0000000", "1111111"] * 3, ["0000000", "0000111"] * 3]
    together = [calendar(pattern) for pattern in people]
    found = rules.rhythms(np.array([nights for nights, _, _ in together]), *together[0][1:])
    assert found.tolist() == [rhythm(*pattern) for pattern in people]


def test_an_evening_is_busy_only_where_the_others_are_not():
    weekday = np.tile(np.arange(7), 8)
    always = np.ones(len(weekday), np.bool_)
    tuesdays_off = weekday != 1
    seldom = np.arange(len(weekday)) % 9 == 0
    found = rules.busy(np.array([always, tuesdays_off, seldom]), weekday)
    assert np.flatnonzero(found[0]).tolist() == []
    assert np.flatnonzero(found[1]).tolist() == [1]
    assert np.flatnonzero(found[2]).tolist() == []


def test_two_weeks_make_no_busy_evening():
    weekday = np.tile(np.arange(7), 3)
    there = (weekday != 1)[None]
    assert np.flatnonzero(rules.busy(there, weekday)[0]).tolist() == [1]
    assert not rules.busy(there[:, :14], weekday[:14]).any()
