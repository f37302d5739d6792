"""The dated timeline: in order, sourced, in both languages."""

import datetime

import pytest

from poucet import i18n
from poucet.contract.events import Event, timeline
from poucet.typography import NBSP

KEYS = [event.key for event in timeline()]


def earliest(date: str) -> datetime.date:
    return datetime.date.fromisoformat((date + "-01-01")[:10] if len(date) < 10 else date)


def test_the_events_come_in_order_and_none_is_to_come():
    dates = [earliest(event.date) for event in timeline()]
    assert dates == sorted(dates)
    assert dates[0].year == 2015 and dates[-1] <= datetime.date(2026, 11, 22)
    for event in timeline():
        assert not event.until or earliest(event.until) > earliest(event.date)


@pytest.mark.parametrize("key", ["edunathon", "cnil", "sif", "letter", "reader"])
def test_the_days_that_the_demands_come_from_are_there(key):
    assert key in KEYS


@pytest.mark.parametrize("event", timeline(), ids=KEYS)
def test_each_event_says_what_in_both_languages(event):
    with i18n.in_language("fr"):
        french = str(event)
        assert event.source in french
        assert ("de seconde main" in french) == (event.sure == "second-hand")
    with i18n.in_language("en"):
        assert event.what == event.what_en and event.what_en not in french
        assert "«" not in event.what_en


@pytest.mark.parametrize(
    ("date", "until", "french"),
    [
        ("2018-02", "", "février 2018"),
        ("2017-07-07", "", f"7{NBSP}juillet 2017"),
        ("2025-03-14", "2029", f"14{NBSP}mars 2025, jusqu’en 2029"),
        ("2017-05-18", "2017-05-22", f"18{NBSP}mai 2017, jusqu’au 22{NBSP}mai 2017"),
    ],
)
def test_a_date_is_written_as_precisely_as_it_is_known(date, until, french):
    assert Event("key", date, until, "quoi", "what", "source", "seen").when == french
