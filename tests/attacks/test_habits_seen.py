"""The habits of everybody: the same as one person's portrait, in whatever table the lines come."""

import numpy as np
import pandas as pd
import pytest

from poucet import School, trail
from poucet.attacks.habits_seen import habits_seen
from poucet.attacks.portrait import portrait
from poucet.errors import PoucetError
from poucet.exports.trail import trail_columns

ARRAYS = ("nights_awake", "evenings", "busy", "spells", "days_missing", "rhythm", "away")


@pytest.fixture(scope="module")
def school():
    return School(seed=31, pupils=90)


@pytest.fixture(scope="module")
def lines(school):
    return trail(school)


@pytest.fixture(scope="module")
def seen(lines):
    return habits_seen(lines)


def same(one, other):
    """Compare two tables of habits, array by array."""
    assert np.array_equal(one.people.astype(str), other.people.astype(str))
    for name in (*ARRAYS, "phone_only"):
        assert np.array_equal(getattr(one, name), getattr(other, name)), name


def test_agrees_with_each_portrait(lines, seen):
    span = len(seen.days.weekday)
    whole, moved = 0, 0
    for rank, person in enumerate(seen.people.tolist()):
        alone = portrait(lines[lines["pupil"] == person])
        assert round(seen.nights_awake[rank] * span) == alone.nights_awake
        # A portrait begins and ends with the person's own lines; a Sunday more changes nothing.
        if str(alone.first_day) > "2026-09-07" or str(alone.last_day) < "2026-11-28":
            continue
        whole += 1
        assert np.flatnonzero(seen.busy[rank]).tolist() == list(alone.busy)
        if all(roof.place.startswith("2001:") for roof in alone.roofs):  # no boarder
            assert seen.rhythm[rank] == alone.rhythm
            moved += alone.rhythm != "one home"
    assert whole > 50 and moved > 5


def test_missing_days_are_counted_by_a_loop(lines, seen):
    dates = (lines["time"] - pd.Timedelta(hours=4)).dt.date
    crowd = lines.groupby(dates)["pupil"].nunique()
    weekdays = crowd[[day.weekday() < 5 for day in crowd.index]]
    open_days = weekdays[weekdays >= 0.7 * weekdays.median()].index.tolist()
    for rank, person in enumerate(seen.people.tolist()):
        own = set(dates[lines["pupil"] == person])
        runs = "".join("x" if day in own else "." for day in open_days).split("x")
        long = [len(run) for run in runs if len(run) >= 3]
        assert (seen.spells[rank], seen.days_missing[rank]) == (len(long), sum(long))


def test_the_autumn_break_is_no_absence(seen):
    days = seen.days.every_day[seen.days.school_days].astype("datetime64[D]")
    assert not ((days >= np.datetime64("2026-10-19")) & (days < np.datetime64("2026-10-31"))).any()
    assert len(days) in (49, 50)  # whether or not 11 November looks like a holiday


def test_homes_are_what_only_a_family_uses(lines, seen):
    places = seen.days.trail.cells["place"].words
    homes = {place for place, home in zip(places, seen.days.homes, strict=True) if home}
    assert homes and all(place.startswith("2001:db8:") for place in homes)


@pytest.mark.parametrize("kind", ["codes", "polars", "arrow", "dictionary", "shuffled", "text"])
def test_every_kind_of_table_shows_the_same(kind, school, lines, seen):
    if kind == "codes":
        other = trail_columns(school)
    elif kind == "shuffled":
        other = lines.sample(frac=1, random_state=1)
    elif kind == "dictionary":
        other = {name: lines[name].to_numpy() for name in lines.columns}
    elif kind == "text":
        other = lines.assign(pupil=lines["pupil"].map("{:03d}".format))
    else:
        plain = lines.astype(dict.fromkeys(("verb", "object", "device", "ip", "place"), str))
        polars = pytest.importorskip("polars").from_pandas(plain)
        other = polars if kind == "polars" else polars.to_arrow()
    found = habits_seen(other)
    if kind == "text":
        found.days.people[:] = [int(person) for person in found.people]
    same(found, seen)


def test_nothing_is_seen_in_columns_that_are_not_there(lines):
    bare = habits_seen(lines[["time", "pupil"]])
    assert set(bare.rhythm) == {"one home"}
    assert not bare.phone_only.any() and not bare.searches("dormir").any()
    assert bare.nights_awake.any() and bare.spells.any()


def test_dates_without_hours_tell_no_night(lines, seen):
    # Each line on its own date: the small hours count for the new day, so compare afternoons.
    by_day = lines.assign(time=lines["time"].dt.floor("D"))
    found = habits_seen(by_day)
    assert not found.nights_awake.any() and not found.busy.any()
    assert set(found.rhythm) == {"one home"}
    assert found.days.weekday[0] == 0 and found.days.first == 20_703


def test_searches_are_counted_by_word(lines, seen):
    named = lines["object"].astype(str).str.contains("mieux-dormir")
    expected = lines[named].groupby("pupil").size().reindex(seen.people, fill_value=0)
    assert seen.searches("dormir", "insomnie").tolist() == expected.tolist()


def test_columns_make_a_table(seen):
    table = pd.DataFrame(seen.columns)
    assert len(table) == len(seen.people)
    assert table["busy_evenings"].max() >= 1


def test_lines_without_an_owner_are_refused(lines):
    with pytest.raises(PoucetError, match="de qui"):
        habits_seen({"time": lines["time"].to_numpy()[:2], "pupil": [1, None]})


def test_times_that_are_no_dates_are_refused():
    with pytest.raises(PoucetError, match="time"):
        habits_seen({"time": [1, 2], "pupil": [1, 2]})
