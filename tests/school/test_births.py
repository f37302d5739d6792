"""Births by weekday and month."""

import datetime

import pytest

from poucet.school.births import MONTHS, WEEKDAYS, birth_days


@pytest.mark.parametrize(
    ("day", "month", "weekday"),
    [("2010-07-14", 6, 2), ("2010-12-25", 11, 5), ("2012-02-29", 1, 2), ("2023-01-01", 0, 6)],
)
def test_a_day_weighs_what_its_month_and_weekday_say(day, month, weekday):
    assert datetime.date.fromisoformat(day).weekday() == weekday
    days, weights = birth_days(day, day)
    assert days.astype(str).tolist() == [day]
    assert weights.tolist() == [MONTHS[month] * WEEKDAYS[weekday]]


def test_an_average_year_keeps_its_size():
    _, weights = birth_days("2001-01-01", "2028-12-31")  # the calendar repeats after 28 years
    assert weights.mean() == pytest.approx(1_000_000, rel=2e-3)


def test_both_ends_of_the_period_are_in_it():
    days, _ = birth_days("1999-12-30", "2000-01-02")
    assert days.astype(str).tolist() == ["1999-12-30", "1999-12-31", "2000-01-01", "2000-01-02"]
