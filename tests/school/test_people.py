"""Levels, ages, siblings and names look like a lycée's."""

import csv
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poucet.school.people import FIRST_DAY, draw_people, given_names

DATA = Path(__file__).parents[2] / "data"


def chi_square(observed, share):
    """Sum of (seen - expected)² / expected, over the cells."""
    expected = np.asarray(share) / np.sum(share) * np.sum(observed)
    return float(np.sum((np.asarray(observed) - expected) ** 2 / expected))


@pytest.fixture(scope="module")
def crowd():
    return draw_people(seed=3, size=100_000)


def dates(people):
    return FIRST_DAY + people.birth.astype("timedelta64[D]")


def test_most_pupils_were_born_in_the_year_of_their_level(crowd):
    year = dates(crowd).astype("datetime64[Y]").astype(int) + 1970
    for level, usual in enumerate((2011, 2010, 2009)):
        of_level = Counter(year[crowd.level == level].tolist())
        assert of_level[usual] > 0.8 * of_level.total()
        assert set(of_level) <= {usual - 2, usual - 1, usual, usual + 1}
        assert of_level[usual - 1] > of_level[usual + 1] > 0


def test_fewer_are_born_on_sundays_and_more_in_july(crowd):
    """Tolerance: 1 in 1,000 for a chi-square of 6 and of 11 degrees of freedom, twins aside."""
    single = np.ones(len(crowd.birth), bool)
    single[crowd.second] = False
    days = dates(crowd)[single]
    weekday = np.bincount((days.astype(int) + 3) % 7)
    assert chi_square(weekday, [1033, 1069, 1056, 1053, 1058, 888, 843]) < 22.5
    assert chi_square(weekday, [1] * 7) > 100
    month = np.bincount(days.astype("datetime64[M]").astype(int) % 12)
    length = np.array([31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
    factors = [989, 985, 960, 967, 990, 1004, 1039, 1018, 1039, 1019, 995, 993]
    assert chi_square(month, length * factors) < 31.3


@settings(deadline=None)
@given(st.integers(0, 2**40), st.integers(1, 400))
def test_siblings_are_possible_brothers_and_sisters(seed, size):
    people = draw_people(seed, size)
    born = people.birth.astype(int)
    pairs = list(zip(people.first.tolist(), people.second.tolist(), strict=True))
    members = [row for pair in pairs for row in pair]
    assert len(set(members)) == len(members)
    for rank, (one, other) in enumerate(pairs):
        assert people.given[one] != people.given[other]
        if rank < people.twins:
            assert born[one] == born[other] and people.level[one] == people.level[other]
        else:
            elder, younger = (one, other) if born[one] < born[other] else (other, one)
            assert born[younger] - born[elder] >= 270
            assert people.level[elder] > people.level[younger]
    assert people.birth.min() >= 0 and (people.family < len(people.family_names)).all()


def test_siblings_mostly_share_a_family_name(crowd):
    same = crowd.family[crowd.first] == crowd.family[crowd.second]
    assert 0.90 < same.mean() < 0.95
    strangers = np.roll(crowd.second, 1)
    assert (crowd.family[crowd.first] == crowd.family[strangers]).mean() < 0.02


def test_twins_are_of_the_same_sex_two_times_in_three(crowd):
    one, other = crowd.first[: crowd.twins], crowd.second[: crowd.twins]
    assert 0.62 < (crowd.sex[one] == crowd.sex[other]).mean() < 0.71
    assert 0.025 < 2 * crowd.twins / len(crowd.sex) < 0.035


def test_given_names_are_as_frequent_as_the_table_says(crowd):
    names, _ = given_names()
    with (DATA / "given_names.csv").open(encoding="utf-8", newline="") as lines:
        table = list(csv.DictReader(lines))
    single = np.ones(len(crowd.given), bool)
    single[crowd.second] = False
    for code, sex in enumerate("FM"):
        weights = {row["name"]: int(row["weight"]) for row in table if row["sex"] == sex}
        seen = Counter(names[crowd.given[single & (crowd.sex == code)]])
        assert set(seen) <= set(weights)
        freedom = len(weights) - 1
        found = chi_square([seen[name] for name in weights], list(weights.values()))
        assert abs(found - freedom) < 4 * np.sqrt(2 * freedom)


def test_the_tables_of_names_are_skewed_accented_and_mixed():
    with (DATA / "given_names.csv").open(encoding="utf-8", newline="") as lines:
        table = list(csv.DictReader(lines))
    for sex in "FM":
        weights = sorted((int(row["weight"]) for row in table if row["sex"] == sex), reverse=True)
        assert 140 <= len(weights) <= 180
        assert 0.15 < sum(weights[:10]) / sum(weights) < 0.35
    names = {row["name"] for row in table}
    assert {"Chloé", "Nour", "Marie-Lou", "Jean-Baptiste", "Mamadou", "Inès"} <= names
    assert set(table[0]) == {"name", "sex", "weight"}  # and no column says an origin


def test_a_given_name_tells_nothing_of_the_family_name(crowd):
    """Names are drawn apart: the most frequent of each meet as often as chance says."""
    given = np.bincount(crowd.given).argsort()[::-1][:8]
    family = np.bincount(crowd.family).argsort()[::-1][:8]
    table = np.array(
        [[np.sum((crowd.given == g) & (crowd.family == f)) for f in family] for g in given]
    )
    expected = table.sum(1, keepdims=True) * table.sum(0) / table.sum()
    assert np.sum((table - expected) ** 2 / expected) < 85.4  # 49 degrees of freedom, 1 in 1,000


def test_a_few_bear_two_names(crowd):
    double = ["-" in name for name in crowd.family_names[crowd.family]]
    assert 0.05 < np.mean(double) < 0.09


def test_family_names_are_written_in_french_letters():
    letters = set("abcdefghijklmnopqrstuvwxyzàâäçéèêëïîôöùûüÿæœ-' ")
    with (DATA / "family_names.csv").open(encoding="utf-8", newline="") as lines:
        table = list(csv.DictReader(lines))
    assert len(table) > 900
    assert all(set(row["name"].lower()) <= letters for row in table)
    for row in table:
        row["name"].encode("iso-8859-15")  # what the ministry's directory is written in
    assert set(table[0]) == {"name", "weight"}
