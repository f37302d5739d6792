"""Classes, languages, options, meals and flags."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poucet.school import School
from poucet.school.schooling import TABLES, draw_classes


@pytest.fixture(scope="module")
def crowd():
    return School(seed=5, pupils=100_000)


@pytest.mark.parametrize("seed", range(5))
def test_a_lycee_of_1100_has_classes_of_about_thirty(seed):
    school = School(seed)
    sizes = Counter(school.columns["class"].tolist())
    assert 34 <= len(sizes) <= 38
    assert 28 <= min(sizes.values()) <= max(sizes.values()) <= 33


@settings(deadline=None)
@given(st.integers(0, 99), st.lists(st.integers(0, 2), min_size=1, max_size=200))
def test_a_class_holds_one_level_and_classes_of_a_level_are_equal(seed, levels):
    code, names = draw_classes(seed, np.array(levels))
    assert Counter(code.tolist()).keys() == set(range(len(names)))
    prefixes = ("2de", "1re", "Tle")
    for number, prefix in enumerate(prefixes):
        mine = [names[c] for c, level in zip(code.tolist(), levels, strict=True) if level == number]
        assert all(name.startswith(prefix + " ") for name in mine)
        sizes = Counter(mine).values()
        assert not mine or max(sizes) - min(sizes) <= 1


def test_a_school_larger_than_any_still_counts_its_classes():
    code, names = draw_classes(1, np.zeros(1_100_000, np.int8))
    sizes = np.bincount(code)
    assert len(names) == len(sizes) > 36_000 and sizes.min() == 30


def test_the_class_cannot_be_read_from_the_avatar(crowd):
    rows = np.flatnonzero(crowd.codes["level"] == 0)
    steps = np.diff(crowd.codes["class"][rows].astype(int))
    assert max(Counter(steps.tolist()).values()) < 0.01 * len(steps)


def test_languages_are_as_rare_as_in_france(crowd):
    share = {k: v / 100_000 for k, v in Counter(crowd.columns["second_language"]).items()}
    assert share["espagnol"] == pytest.approx(0.79, abs=0.006)
    assert share["allemand"] == pytest.approx(0.102, abs=0.005)
    assert share["italien"] == pytest.approx(0.035, abs=0.003)
    rare = set(share) - {"espagnol", "allemand", "italien", "anglais"}
    assert sum(share[name] for name in rare) == pytest.approx(0.012, abs=0.002)


def test_scholarship_and_accommodation_have_the_national_share(crowd):
    assert crowd.columns["scholarship"].mean() == pytest.approx(0.25, abs=0.006)
    assert (crowd.columns["accommodation"] != "").mean() == pytest.approx(0.047, abs=0.003)


def test_a_scholarship_is_the_familys(crowd):
    one, other = crowd._people.first, crowd._people.second
    assert (crowd.columns["scholarship"][one] == crowd.columns["scholarship"][other]).all()


def test_nobody_walks_from_a_far_commune_and_boarders_come_from_there(crowd):
    columns = crowd.columns
    far = columns["commune"] == "Noirefond"
    assert far.sum() > 300
    assert not (columns["transport"][far] == "à pied").any()
    near = columns["commune"] == "Valmorne"
    assert (columns["transport"][near] == "à pied").mean() > 0.3
    assert (columns["regime"][far] == "interne").mean() > 0.15
    assert not (columns["regime"][near] == "interne").any()


def test_options_are_those_of_the_level(crowd):
    columns = crowd.columns
    of = {
        level: set(columns["option"][columns["level"] == level]) for level in set(columns["level"])
    }
    assert "mathématiques expertes" in of["terminale"] - of["première"] - of["seconde"]
    assert "management et gestion" in of["seconde"] - of["première"] - of["terminale"]


@pytest.mark.parametrize("name", TABLES)
def test_every_column_of_a_table_is_a_distribution(name):
    cases = list(zip(*TABLES[name].values(), strict=True))
    assert all(sum(case) == 100 for case in cases), [sum(case) for case in cases]
