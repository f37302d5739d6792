"""Births by weekday and month."""

import datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from poucet.school.births import MONTHS, WEEKDAYS, birth_days, draw_birth_days


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


@given(st.lists(st.floats(0, 1, exclude_max=True), min_size=1, max_size=50))
def test_drawn_days_fall_in_the_period_and_keep_the_order_of_the_draws(uniforms):
    days = draw_birth_days(uniforms, "2009-03-01", "2010-02-28")
    assert days.min() >= np.datetime64("2009-03-01")
    assert days.max() <= np.datetime64("2010-02-28")
    assert (np.diff(days[np.argsort(uniforms, kind="stable")]).astype(int) >= 0).all()


def test_the_ends_of_the_period_are_drawn():
    ends = draw_birth_days([0.0, np.nextafter(1.0, 0.0)], "1999-12-30", "2000-01-02")
    assert ends.astype(str).tolist() == ["1999-12-30", "2000-01-02"]
