"""The calendar of the term, against the calendar of the standard library."""

import datetime

import numpy as np
import pytest

from poucet.errors import PoucetError
from poucet.exports.term import (
    BREAK,
    DAY_OFF,
    FIRST_MONDAY,
    MOST_WEEKS,
    SCHOOL_DAY,
    checked_weeks,
    day_kinds,
)


def test_the_term_starts_on_a_monday():
    assert FIRST_MONDAY.astype(datetime.date).isoweekday() == 1


def test_weekends_and_holidays_are_no_school_days():
    kinds = np.concatenate([day_kinds(week) for week in range(MOST_WEEKS)])
    days = [datetime.date(2026, 9, 7) + datetime.timedelta(n) for n in range(len(kinds))]
    off = {day for day, kind in zip(days, kinds, strict=True) if kind == DAY_OFF}
    away = {day for day, kind in zip(days, kinds, strict=True) if kind == BREAK}
    assert away == {day for day in days if "2026-10-17" <= day.isoformat() <= "2026-11-01"}
    weekends = {day for day in days if day.isoweekday() > 5} - away
    assert off == weekends | {datetime.date(2026, 11, 11)}
    assert (kinds == SCHOOL_DAY).sum() == len(days) - len(off) - len(away)


@pytest.mark.parametrize("weeks", [1, 12, np.int64(3)])
def test_a_number_of_weeks_is_taken_as_it_is(weeks):
    assert checked_weeks(weeks) == weeks


@pytest.mark.parametrize("weeks", [0, -1, 16, 2.5, "12", None, True, 10**30])
def test_anything_else_is_explained_in_one_sentence(weeks):
    with pytest.raises(PoucetError, match="de 1 à 15") as trouble:
        checked_weeks(weeks)
    assert repr(weeks) in str(trouble.value)
