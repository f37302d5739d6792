import calendar
import datetime

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from poucet.contract.months import add_months


@given(
    st.dates(datetime.date(2020, 1, 1), datetime.date(2060, 12, 31)),
    st.integers(min_value=0, max_value=600),
)
def test_the_same_day_or_the_last_of_a_shorter_month(date, months):
    years, month = divmod(date.month - 1 + months, 12)
    year = date.year + years
    day = min(date.day, calendar.monthrange(year, month + 1)[1])
    assert add_months(np.datetime64(date), months).item() == datetime.date(year, month + 1, day)


def test_arrays_are_counted_day_by_day():
    days = np.array(["2027-08-31", "2028-02-29"], "datetime64[D]")
    assert add_months(days, 6).tolist() == [datetime.date(2028, 2, 29), datetime.date(2028, 8, 29)]
