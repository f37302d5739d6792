"""The trail: what its lines must hold, and what can be read in them, rightly and wrongly."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import poucet
from poucet.errors import PoucetError
from poucet.exports import trail, trail_columns, trail_truth
from poucet.exports.networks import place_of
from poucet.i18n import in_language
from poucet.school import School

MONDAY = np.datetime64("2026-09-07")
COLUMNS = ["time", "pupil", "verb", "object", "score", "duration", "device", "ip", "place"]
SCHOOL = "192.0.2.0/24"
OPERATORS = ("198.51.100.0/24", "203.0.113.0/24")


@pytest.fixture(scope="module")
def school():
    return School(seed=1)


@pytest.fixture(scope="module")
def lines(school):
    """The trail as plain columns, with the pupil's row, day of the term and second of the day."""
    codes, categories = trail_columns(school)
    table = {n: categories[n][c] if n in categories else c for n, c in codes.items()}
    seconds = (table["time"] - MONDAY).astype(int)
    table |= {"row": table["pupil"] - 1, "day": seconds // 86_400, "second": seconds % 86_400}
    return table


def count(lines, which, size):
    return np.bincount(lines["row"][which], minlength=size)


def test_the_table_and_the_columns_hold_the_same(school):
    table = trail(school, weeks=1)
    codes, categories = trail_columns(school, weeks=1)
    assert poucet.trail is trail
    assert list(table.columns) == list(codes) == COLUMNS
    assert isinstance(table.index, pd.RangeIndex)
    assert str(table["time"].dtype) == "datetime64[s]" and codes["time"].dtype == "<M8[s]"
    for name in COLUMNS:
        column = categories[name][codes[name]] if name in categories else codes[name]
        assert isinstance(table[name].dtype, pd.CategoricalDtype) == (name in categories)
        same = table[name].to_numpy() == column
        assert (same | (table[name].isna() if name == "score" else False)).all()
    assert np.isnan(codes["score"]).sum() == table["score"].isna().sum()


def test_a_term_is_about_a_million_events(lines, school):
    events = count(lines, slice(None), school.size)
    assert 900_000 < events.sum() < 1_400_000
    assert events.min() > 200 and events.max() < 2_500
    assert 700 < np.median(events) < 1_400


def test_fewer_weeks_are_the_beginning(school):
    small = School(seed=3, pupils=80)
    short, long = trail(small, weeks=2), trail(small, weeks=5)
    same = long.head(len(short))
    for name in COLUMNS:
        assert short[name].astype(str).tolist() == same[name].astype(str).tolist()
    assert (long["time"][len(short) :] >= pd.Timestamp("2026-09-21")).all()
    assert short["time"].max() < pd.Timestamp("2026-09-21")


def check_lines(codes, categories, size, weeks):
    """What holds of every trail, however small the school."""
    time = codes["time"]
    assert (np.diff(time) >= np.timedelta64(0)).all()
    assert (time >= MONDAY).all() and (time < MONDAY + 7 * weeks).all()
    assert ((codes["pupil"] >= 1) & (codes["pupil"] <= size)).all()
    verb, path = categories["verb"][codes["verb"]], categories["object"][codes["object"]]
    answered = verb == "answered"
    assert (np.isnan(codes["score"]) == ~answered).all()
    twentieths = codes["score"][answered] * 20
    np.testing.assert_allclose(twentieths, twentieths.round(), atol=1e-9)
    assert ((twentieths >= 0) & (twentieths <= 20)).all()
    folder = np.array([text.partition("/")[0] for text in path], dtype=object)
    for word, folders in {
        "signed-in": {"portal"}, "signed-out": {"portal"}, "opened": {"exercises", "courses"},
        "submitted": {"exercises"}, "answered": {"exercises"}, "messaged": {"messages"},
        "searched": {"searches"}, "watched": {"videos"},
    }.items():  # fmt: skip
        assert set(folder[verb == word]) <= folders
    assert (codes["duration"] >= 0).all() and (codes["duration"] < 600).all()
    for address, place in set(zip(codes["ip"].tolist(), codes["place"].tolist(), strict=True)):
        assert place_of(categories["ip"][address]) == categories["place"][place]
    for name in ("ip", "place"):  # no more texts than are used, in an order that tells nothing
        assert len(np.unique(codes[name])) == len(categories[name])
        assert sorted(categories[name]) == categories[name].tolist()


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32), pupils=st.integers(1, 40), weeks=st.integers(1, 15))
def test_every_trail_keeps_the_rules(seed, pupils, weeks):
    school = School(seed, pupils)
    codes, categories = trail_columns(school, weeks)
    check_lines(codes, categories, pupils, weeks)
    again, _ = trail_columns(School(seed, pupils), weeks)
    assert all(column.tobytes() == again[name].tobytes() for name, column in codes.items())
    check_sessions(codes, categories)


def check_sessions(codes, categories):
    """Each pupil: sign in, do things one after the other from one address, sign out (or not)."""
    order = np.argsort(codes["pupil"], kind="stable")
    verb, pupil, ip = (codes[name][order] for name in ("verb", "pupil", "ip"))
    time, ends = codes["time"][order], (codes["time"] + codes["duration"])[order]
    words = categories["verb"].tolist()
    signs_in, signs_out = words.index("signed-in"), words.index("signed-out")
    following = pupil[1:] == pupil[:-1]
    assert (time[1:] >= ends[:-1])[following].all()
    inside = following & (verb[1:] != signs_in)
    assert (time[1:] == ends[:-1])[inside].all() and (ip[1:] == ip[:-1])[inside].all()
    assert (verb[1:] == signs_in)[following & (verb[:-1] == signs_out)].all()
    assert (verb[1:] == signs_in)[~following].all()


def test_a_session_is_signed_in_and_never_overlaps_another(school):
    check_sessions(*trail_columns(school, weeks=3))


def test_lessons_are_held_on_the_network_of_the_school(lines):
    weekday = lines["day"] % 7
    lesson = np.isin(lines["second"] // 3600, (8, 9, 10, 11, 14, 15, 16)) & (weekday < 5)
    lesson &= (lines["second"] % 3600 < 50 * 60) & ~((lines["day"] >= 40) & (lines["day"] < 56))
    lesson &= lines["day"] != 65  # 11 November
    assert lesson.sum() > 200_000
    assert set(lines["place"][lesson]) == {SCHOOL}
    assert set(lines["device"][lesson]) == {"poste du lycée"}


def test_only_boarders_are_at_school_at_night(lines, school):
    night = (lines["second"] < 4 * 3600) & (lines["place"] == SCHOOL)
    assert night.any()
    assert set(school.columns["regime"][lines["row"][night]]) == {"interne"}


def test_two_homes_alternate_week_by_week(lines, school):
    two = np.flatnonzero(school.columns["commune2"] != "")
    assert len(two) > 10
    home = np.char.startswith(lines["place"].astype(str), "2001:")
    # The week turns on Monday at noon.
    week = (lines["day"] * 86_400 + lines["second"] - 43_200) // (7 * 86_400)
    for row in two:
        mine = home & (lines["row"] == row)
        places = [set(lines["place"][mine & (week % 2 == parity)]) for parity in (0, 1)]
        assert max(map(len, places)) <= 1 and not places[0] & places[1]


def test_siblings_share_a_network_and_nobody_else_does(lines, school):
    home = np.char.startswith(lines["place"].astype(str), "2001:")
    pairs = pd.DataFrame({"row": lines["row"][home], "place": lines["place"][home]})
    sharing = pairs.drop_duplicates().groupby("place")["row"].agg(frozenset)
    families = {
        frozenset(pair)
        for pair in zip(school._people.first.tolist(), school._people.second.tolist(), strict=True)
    }
    assert {rows for rows in sharing if len(rows) > 1} <= families
    assert sum(len(rows) > 1 for rows in sharing) >= 0.8 * len(families)


def test_the_ill_leave_no_line(lines, school):
    absent = trail_truth(school).absent
    assert absent.sum() > 1000
    assert not absent[lines["row"], lines["day"]].any()


def test_devices_are_those_of_the_directory(lines, school):
    owned = school.columns["devices"][lines["row"]]
    outside = lines["place"] != SCHOOL
    for device in ("téléphone", "ordinateur", "tablette"):
        used = outside & (lines["device"] == device)
        assert all(device in each for each in set(owned[used]))
    assert not (outside & (lines["device"] == "poste du lycée")).any()
    mobile = np.isin(lines["place"], OPERATORS)
    assert set(lines["device"][mobile]) == {"téléphone"}
    share = [
        mobile[outside & which].mean() for which in (owned == "téléphone", owned != "téléphone")
    ]
    assert share[0] > 2 * share[1]


@pytest.mark.parametrize("seed", [1, 2])
def test_traits_can_be_guessed_and_guesses_are_wrong(seed):
    school = School(seed)
    codes, categories = trail_columns(school)
    row, verb = codes["pupil"] - 1, categories["verb"][codes["verb"]]
    second = (codes["time"] - codes["time"].astype("datetime64[D]")).astype(int)
    nights = np.bincount(row[(verb == "signed-in") & (second < 4 * 3600)], minlength=school.size)
    home = np.char.startswith(categories["place"].astype(str), "2001:")[codes["place"]]
    pairs = np.unique(np.stack([row, codes["place"]])[:, home], axis=1)
    homes = np.bincount(pairs[0], minlength=school.size)
    for shown, least, trait in ((nights, 8, "sleeplessness"), (homes, 2, "separated_parents")):
        have = school.sealed[trait]
        assert shown[have].mean() > 1.15 * shown[~have].mean()
        accused = shown >= least
        assert 0.55 < have[accused].mean() < 0.9  # right more often than not, wrong for some
        assert 0.35 < accused[have].mean() < 0.85  # and some are missed


@pytest.mark.parametrize("weeks", [0, 16, "douze"])
def test_a_number_of_weeks_that_cannot_be_is_explained(weeks):
    small = School(seed=1, pupils=3)
    for read in (trail, trail_columns):
        with pytest.raises(PoucetError, match="Le nombre de semaines"):
            read(small, weeks=weeks)


def test_the_explanation_exists_in_english():
    with in_language("en"), pytest.raises(PoucetError, match="The number of weeks given is 0"):
        trail(School(seed=1, pupils=3), weeks=0)
