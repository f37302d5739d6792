"""Labels made wider, read back."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poucet.protect.hierarchies import intervals
from poucet.protect.wider_labels import covered

BORN = datetime.date(2009, 3, 15)


def covers(label, value):
    return bool(covered(label, [value])[0])


@pytest.mark.parametrize(
    ("label", "value", "yes"),
    [
        ("*", "anything", True), ("*", None, True), (None, None, True), ("F", None, False),
        ("F", "F", True), ("F", "M", False), (12, 12, True), (12, 13, False),
        ("2009", BORN, True), ("2009-03", BORN, True), ("2009-03-15", BORN, True),
        ("2009-0", BORN, False), ("2010", BORN, False), ("200", BORN, False),
        ("2009-03-01 – 2009-03-15", BORN, True), ("2009-01 – 2009-03", BORN, True),
        ("2009-04 – 2009-06", BORN, False), ("2008–2009", BORN, True), ("2007–2008", BORN, False),
        ("10–14", 10, True), ("10–14", 14, True), ("10–14", 15, False), ("10–14", 9.5, False),
        ("[12.5 ; 13[", 12.5, True), ("[12.5 ; 13[", 13, False), ("[12.5 ; 13]", 13, True),
        ("-5–-1", -3, True), ("x–y", 3, False),
        ("961**", "96110", True), ("961**", "96210", False), ("961**", "9611", False),
        ("2de", "2de 1", True), ("1re", "2de 1", False), ("A–C", "B", True), ("A–C", "D", False),
        ("1re 1, 1re 2", "1re 2", True), ("1re 1, 1re 2", "1re 3", False), ("F, ∅", "", True),
        ("phone, phone, tablet, tv", "phone, tablet", True), ("phones, tv", "phone", False),
        ("2009-03-15", datetime.datetime(2009, 3, 15, 23, 59), True), ("True", True, True),
    ],
)  # fmt: skip
def test_by_hand(label, value, yes):
    assert covers(label, value) is yes


@given(st.integers(0, 200), st.sampled_from([2, 5, 10, 20]))
def test_an_interval_of_the_kit_covers_its_numbers_and_no_other(value, width):
    label = intervals(width)[0](value)
    assert [number for number in range(-20, 260) if covers(label, number)] == [
        value // width * width + step for step in range(width)
    ]


@given(st.dates(datetime.date(2006, 1, 1), datetime.date(2012, 12, 31)))
def test_a_month_covers_its_days(date):
    assert covers(f"{date.year}-{date.month:02}", date)
    assert not covers(f"{date.year + 1}-{date.month:02}", date)
