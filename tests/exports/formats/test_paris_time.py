"""The school's clock, against the table of time zones of the machine."""

import datetime
import zoneinfo

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from poucet.exports.formats.paris_time import local_of_universal, offset_of_local, offset_texts

PARIS = zoneinfo.ZoneInfo("Europe/Paris")
MOMENTS = st.integers(
    int(datetime.datetime(1997, 1, 1, tzinfo=datetime.UTC).timestamp()),
    int(datetime.datetime(2036, 1, 1, tzinfo=datetime.UTC).timestamp()),
)


@given(MOMENTS)
def test_universal_time_to_local_time(seconds):
    expected = datetime.datetime.fromtimestamp(seconds, PARIS).replace(tzinfo=None)
    assert local_of_universal(np.array([seconds])).tolist() == [expected]


@given(MOMENTS)
def test_offset_of_local_times(seconds):
    local = datetime.datetime.fromtimestamp(seconds, PARIS).replace(fold=0)
    times = np.array([local.replace(tzinfo=None)], dtype="datetime64[s]")
    assert offset_of_local(times).tolist() == [local.utcoffset().total_seconds()]


def test_the_night_of_25_october():
    times = np.array(["2026-10-25T02:59:59", "2026-10-25T03:00:00"], dtype="datetime64[s]")
    assert offset_texts(times, ":") == ["+02:00", "+01:00"]
    assert offset_texts(times, "") == ["+0200", "+0100"]
