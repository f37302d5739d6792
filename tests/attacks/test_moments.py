"""Unicity against a brute-force look at every trail, in every engine."""

import datetime
from collections import defaultdict

import numpy as np
import pandas as pd
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poucet import unicity
from poucet.attacks import Moments, moments
from poucet.errors import PoucetError
from poucet.i18n import in_language
from poucet.results import wilson

MONDAY = datetime.datetime(2026, 9, 7, 8, 0, 0)


def at(hours, minutes=0):
    return MONDAY + datetime.timedelta(hours=hours, minutes=minutes)


TRAIL = {
    "pupil": [1, 1, 1, 2, 2, 3, 3, 3, 4, 5],
    "time": [at(0), at(0, 59), at(1), at(0, 5), at(1, 5), at(0), at(2), at(26), None, at(2, 1)],
    "place": ["lycée"] * 5 + ["lycée", "maison", "maison", "lycée", "maison"],
}


# By the hour, with all moments known: 1 and 2 have the same two, 3 alone has been at home on the
# morrow, 4 has no moment, and the only one of 5 is also one of 3.
@pytest.mark.parametrize(("points", "share"), [(3, 1 / 5), (9, 1 / 5)])
def test_every_engine_finds_the_share_counted_by_hand(memory_engine, table_in, points, share):
    found = unicity(table_in(memory_engine, TRAIL), points=points)
    assert found.value == share
    assert found.baseline == 1 / 5
    assert found.interval == wilson(1, 5)


def test_the_same_draw_in_every_engine(memory_engine, table_in):
    trail = {**TRAIL, "pupil": ["pupil " + "bcaed"[n - 1] for n in TRAIL["pupil"]]}
    by_hand = [unicity(trail, 1, seed=seed).value for seed in range(12)]
    table = table_in(memory_engine, trail)
    assert [unicity(table, 1, seed=seed).value for seed in range(12)] == by_hand
    assert len(set(by_hand)) > 1


def test_the_row_order_changes_nothing():
    frame = pd.DataFrame(TRAIL)
    shuffled = frame.sample(frac=1, random_state=3)
    for points in (1, 2):
        assert unicity(frame, points, seed=4) == unicity(shuffled, points, seed=4)


@pytest.mark.parametrize(
    ("resolution", "share"),
    [
        ("1s", 4 / 5),  # 5 was there a minute later than 3
        ("1h", 1 / 5),
        (3600, 1 / 5),
        ("1d", 1 / 5),
        ("1w", 1 / 5),  # the places alone: only 3 was at both
        ({"time": "1w", "place": {"maison": "Valmorne", "lycée": "Valmorne"}}, 0.0),
        ({"time": "1w", "place": lambda place: place[0]}, 1 / 5),
        ({"time": "1h", "place": {"maison": "Valmorne", "lycée": "Valmorne"}}, 1 / 5),
    ],
)
def test_coarsening_by_hand(memory_engine, table_in, resolution, share):
    assert unicity(table_in(memory_engine, TRAIL), 9, resolution=resolution).value == share


def test_weeks_begin_on_monday():
    sunday, monday = datetime.datetime(2026, 9, 13, 23), datetime.datetime(2026, 9, 14, 1)
    trail = {"pupil": [1, 2, 3], "time": [sunday, monday, monday], "place": ["a", "a", "a"]}
    assert unicity(trail, 1, resolution="1w").value == 1 / 3


def brute(ready, points, seed):
    """Ask of each person whether another was at all their drawn moments."""
    drawn = ready._draw(points, seed)
    visited = defaultdict(set)
    for place, person in enumerate(ready._present.tolist()):
        visited[person].add(int(ready._number[place]))
    alone = 0
    for person in range(ready.people):
        places = [place for place in drawn[:, person].tolist() if place >= 0]
        assert all(ready._present[place] == person for place in places)
        assert len(set(places)) == len(places) == min(points, len(visited[person]))
        known = {int(ready._number[place]) for place in places}
        alone += sum(known <= visited[other] for other in range(ready.people)) == 1
    return alone / ready.people, visited


@settings(deadline=None, max_examples=60)
@given(
    events=st.lists(
        st.tuples(st.integers(0, 12), st.integers(0, 4), st.sampled_from(["a", "b", "c", None])),
        min_size=1,
        max_size=120,
    ),
    points=st.integers(1, 6),
    seed=st.integers(0, 99),
    dense=st.sampled_from([1, 4, 256]),
)
def test_any_small_trail_agrees_with_brute_force(events, points, seed, dense):
    who, time, place = (list(cells) for cells in zip(*events, strict=True))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(moments, "_DENSE", dense)  # bits for all, for some, for none
        ready = Moments({"pupil": who, "time": time, "place": place}, resolution=None)
        expected, visited = brute(ready, points, seed)
        assert ready.unicity(points, seed).value == expected
    true = defaultdict(set)
    for person, moment, where in events:
        true[person] |= {(moment, where)} if where is not None else set()
    assert [len(visited[n]) for n in range(ready.people)] == [len(true[n]) for n in sorted(true)]


def test_a_large_crowd_is_searched_in_several_turns(monkeypatch):
    monkeypatch.setattr(moments, "_DENSE", 1)
    monkeypatch.setattr(moments, "_AT_ONCE", 64)
    rng = np.random.default_rng(2)
    trail = {"pupil": rng.integers(0, 300, 9000), "time": rng.integers(0, 12, 9000),
             "place": rng.integers(0, 3, 9000)}  # fmt: skip
    ready = Moments(trail, resolution=None)
    for points in (1, 3, 5, 8):
        assert ready.unicity(points).value == brute(ready, points, 0)[0]


def test_one_more_moment_can_only_tell_more():
    rng = np.random.default_rng(1)
    trail = {"pupil": rng.integers(0, 200, 5000), "time": rng.integers(0, 30, 5000),
             "place": rng.integers(0, 6, 5000)}  # fmt: skip
    ready = Moments(trail, resolution=None)
    curve = [ready.unicity(points, seed=7).value for points in range(1, 8)]
    assert curve == sorted(curve)
    assert 0 <= curve[0] < 0.1
    assert curve[-1] > 0.9


def test_every_moment_is_drawn_as_often_as_another():
    ready = Moments({"pupil": [1] * 5, "time": range(5), "place": ["a"] * 5}, resolution=None)
    counts = np.zeros(5)
    for seed in range(2000):
        counts[ready._draw(2, seed)[:, 0]] += 1
    # 4000 draws, 800 expected each; the standard deviation is about 22.
    assert abs(counts - 800).max() < 110


def test_a_prepared_trail_answers_like_a_new_one():
    ready = Moments(TRAIL)
    assert unicity(ready, points=2, seed=3) == unicity(TRAIL, points=2, seed=3)


def test_somebody_alone_in_the_file_is_singled_out_by_nothing_at_all():
    found = unicity({"pupil": [1], "time": [MONDAY], "place": [None]})
    assert found.value == found.baseline == 1.0
    assert not found.better_than_chance


def test_the_sentence_in_both_languages():
    with in_language("fr"):
        assert "les seules à avoir vécu leurs 4 moments connus" in str(unicity(TRAIL))
    with in_language("en"):
        assert "are the only ones to have lived their 4 known moments" in str(unicity(TRAIL))
        assert "their one known moment" in str(unicity(TRAIL, 1))


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: unicity(TRAIL, points=0), ["points", "0"]),
        (lambda: unicity(TRAIL, points=2.5), ["points", "2.5"]),
        (lambda: unicity(TRAIL, who="eleve"), ["eleve"]),
        (lambda: unicity(TRAIL, what=["time", "lieu"]), ["lieu"]),
        (lambda: unicity(TRAIL, resolution="1 lune"), ["1 lune"]),
        (lambda: unicity(TRAIL, resolution=-3), ["-3"]),
        (lambda: unicity(TRAIL, resolution={"lieu": "1h"}), ["lieu", "place"]),
        (lambda: unicity(TRAIL, resolution={"place": "1h"}), ["place", "1h"]),
        (lambda: unicity(TRAIL, what="place"), ["place", "resolution=None"]),
        (lambda: unicity(pl.LazyFrame(TRAIL)), [".collect()"]),
        (lambda: unicity({"pupil": [None], "time": [1], "place": [1]}, resolution=None), []),
    ],
)
def test_each_mistake_has_its_sentence(call, words):
    messages = []
    for language in ("fr", "en"):
        with in_language(language), pytest.raises(PoucetError) as caught:
            call()
        messages.append(str(caught.value))
        assert all(word in messages[-1] for word in words)
    assert messages[0] != messages[1], "not translated"
