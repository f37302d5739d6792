"""Portraits of people whose lives are written by hand: each rule is checked against one of them."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poucet import School
from poucet.attacks.portrait import portrait
from poucet.attacks.portrait_rules import (
    EVERY_WEEKEND,
    MIXED,
    ONE_HOME,
    WEEKENDS,
    WEEKS,
)
from poucet.errors import PoucetError
from poucet.exports.habits import ALTERNATE_WEEKENDS, ALTERNATE_WEEKS, draw_habits
from poucet.exports.trail import trail
from poucet.i18n import in_language

MONDAY = np.datetime64("2026-09-07")


def at(day, clock):
    hour, minute = map(int, clock.split(":"))
    return MONDAY.astype("datetime64[m]") + day * 1440 + hour * 60 + minute


def evenings(where, days=56, clock="20:00"):
    """Give one line an evening, at the place that `where` says for the day."""
    return {
        "time": np.array([at(day, clock) for day in range(days)]),
        "place": [where(day) for day in range(days)],
    }


def life(*lines):
    """Write lines as (day, clock, place)."""
    return {
        "time": np.array([at(day, clock) for day, clock, _place in lines]),
        "place": [place for _day, _clock, place in lines],
    }


@pytest.mark.parametrize(
    ("where", "rhythm"),
    [
        (lambda day: "a", ONE_HOME),
        (lambda day: "ab"[day // 7 % 2], WEEKS),
        (lambda day: "ab"[day // 7 % 2 and day % 7 >= 4], WEEKENDS),
        (lambda day: "ab"[day % 7 >= 4], EVERY_WEEKEND),
        (lambda day: "ab"[day % 5 == 1], MIXED),
    ],
)
def test_the_rhythm_of_two_roofs(where, rhythm):
    assert portrait(evenings(where)).rhythm == rhythm


def test_the_roofs_are_ranked_by_nights_and_every_night_has_its_own():
    found = portrait(evenings(lambda day: "b" if day < 20 else "a", days=50))
    assert [(roof.letter, roof.place, roof.nights) for roof in found.roofs] == [
        ("A", "a", 30),
        ("B", "b", 20),
    ]
    assert found.roof_of_night.tolist() == [1] * 20 + [0] * 30


def test_a_roof_seen_twice_is_no_roof():
    found = portrait(evenings(lambda day: "friend" if day in (3, 9) else "home"))
    assert [roof.place for roof in found.roofs] == ["home"]
    assert found.roof_of_night[3] == -1


def test_the_last_line_of_the_evening_says_where_the_night_is_spent():
    lines = [(day, "18:00", "club") for day in range(9)] + [
        (day, "22:00", "home") for day in range(9)
    ]
    assert [roof.place for roof in portrait(life(*lines)).roofs] == ["home"]


def test_a_network_whose_addresses_keep_changing_is_no_roof():
    lines = evenings(lambda day: "operator" if day % 2 else "home", days=20)
    lines["ip"] = [f"{place} {day if place == 'operator' else 1}" for day, place in
                   enumerate(lines["place"])]  # fmt: skip
    found = portrait(lines)
    assert found.moving == ("operator",)
    assert [roof.place for roof in found.roofs] == ["home"]


def test_waking_and_the_last_line_are_medians_of_their_days():
    mornings = [(0, "6:30", "h"), (1, "6:40", "h"), (2, "7:50", "h"), (5, "10:00", "h")]
    lessons = [(day, "8:05", "s") for day in range(5)]
    nights = [(0, "21:00", "h"), (1, "22:00", "h"), (2, "23:00", "h"), (4, "23:59", "h")]
    found = portrait(life(*mornings, *lessons, *nights))
    assert (found.wakes.minute, found.wakes.days) == (6 * 60 + 40, 3)
    assert (found.quiet.minute, found.quiet.days) == (22 * 60, 3)  # Friday is not of them
    assert found.wakes_weekend is None  # one Saturday makes no habit
    assert found.lesson_place == "s"


def test_a_line_after_midnight_belongs_to_the_evening_before():
    lines = [(1, "1:30", "h"), (2, "1:40", "h"), (3, "1:50", "h"), (4, "4:00", "h")]
    found = portrait(life(*lines))
    assert found.nights_awake == 3  # four o'clock is the morning
    assert found.quiet.minute == 25 * 60 + 40
    assert str(found.quiet).replace("\u00a0", " ") == "1 h 40"
    assert found.first_day == MONDAY


def test_two_lines_of_one_night_are_one_night():
    assert portrait(life((1, "1:00", "h"), (1, "3:59", "h"))).nights_awake == 1


def test_an_evening_hardly_ever_seen_is_busy_if_the_others_are_usual():
    def there(day):
        return day % 7 != 1 and day % 7 < 5

    lines = [(day, "18:00", "h") for day in range(70) if there(day)]
    assert portrait(life(*lines)).busy == (1, 5)
    rare = [(day, "18:00", "h") for day in range(0, 70, 9)]
    assert portrait(life(*rare)).busy == ()  # who is never there is not busy: nothing is known


def test_a_spell_without_a_line_counts_school_days_only():
    lines = [(day, "18:00", "h") for day in range(28) if not 3 <= day <= 9]
    assert portrait(life(*lines)).gaps == ((MONDAY + 3, 5),)
    assert (
        portrait(life(*[(day, "18:00", "h") for day in range(28) if day not in (8, 9)])).gaps == ()
    )


def test_devices_come_with_their_shares():
    lines = evenings(lambda day: "h", days=4)
    found = portrait({**lines, "device": ["phone", "computer", "phone", "phone"]})
    assert found.devices == (("phone", 0.75), ("computer", 0.25))
    assert portrait(lines).devices == ()


def test_who_only_connects_in_lessons_has_neither_roof_nor_night():
    found = portrait(life(*[(day, "10:00", "school") for day in range(5)]))
    assert (found.roofs, found.rhythm, found.nights_awake) == ((), ONE_HOME, 0)
    assert found.wakes is None and found.quiet is None
    assert "toit" not in str(found)


@given(st.randoms(use_true_random=False))
@settings(max_examples=20)
def test_the_order_of_the_lines_does_not_matter(random):
    lines = list(zip(*evenings(lambda day: "ab"[day // 7 % 2]).values(), strict=True))
    shuffled = random.sample(lines, len(lines))
    same = portrait({"time": np.array([t for t, _ in shuffled]), "place": [p for _, p in shuffled]})
    assert str(same) == str(portrait(evenings(lambda day: "ab"[day // 7 % 2])))
    assert same.rhythm == WEEKS


def test_any_table_gives_the_same_portrait():
    lines = evenings(lambda day: "ab"[day // 7 % 2])
    frames = [pd.DataFrame(lines), pd.DataFrame({**lines, "place": pd.Categorical(lines["place"])})]
    polars = pytest.importorskip("polars")
    micro = lines["time"].astype("datetime64[us]")
    frames.append(polars.DataFrame({**lines, "time": micro}))
    assert {str(portrait(frame)) for frame in frames} == {str(portrait(lines))}


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ({"time": ["seven"], "place": ["a"]}, "date"),
        ({"time": np.array(["NaT"], "datetime64[m]"), "place": ["a"]}, "date"),
        ({"place": ["a"]}, "time"),
        ({"time": np.array([], "datetime64[m]"), "place": []}, "vide"),
    ],
)
def test_what_is_no_trail_is_refused(lines, words):
    with pytest.raises(PoucetError, match=words):
        portrait(lines)


def test_the_sentence_speaks_both_languages():
    found = portrait(evenings(lambda day: "ab"[day // 7 % 2]))
    assert "une semaine sur deux sous un autre toit" in str(found)
    with in_language("en"):
        assert "every other week under another roof" in str(found)


@pytest.fixture(scope="module")
def term():
    school = School(seed=2)
    return draw_habits(school), dict(list(trail(school).groupby("pupil")))


@pytest.mark.parametrize(
    ("habit", "rhythm", "share"),
    [(ALTERNATE_WEEKS, WEEKS, 0.85), (ALTERNATE_WEEKENDS, WEEKENDS, 0.85)],
)
def test_a_portrait_finds_most_of_those_who_live_so_and_hardly_anybody_else(
    term, habit, rhythm, share
):
    habits, lines = term
    alike = (np.flatnonzero(habits.second_home == habit) + 1).tolist()
    others = (np.flatnonzero(habits.second_home == 0) + 1).tolist()[:150]
    found = [portrait(lines[who]).rhythm == rhythm for who in alike]
    assert np.mean(found) >= share
    assert not any(portrait(lines[who]).rhythm == rhythm for who in others)
