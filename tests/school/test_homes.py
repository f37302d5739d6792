"""Homes: uneven communes, shared by siblings, and a second one for a few."""

import re
from collections import Counter

import numpy as np
import pytest

from poucet.school import School


@pytest.fixture(scope="module")
def crowd():
    return School(seed=4, pupils=100_000)


def test_siblings_live_together(crowd):
    one, other = crowd._people.first, crowd._people.second
    shared = "address postcode commune address2 postcode2 commune2 guardian1_phone guardian2_phone"
    for name in shared.split():
        assert (crowd.columns[name][one] == crowd.columns[name][other]).all(), name


def test_most_live_in_the_nearest_communes(crowd):
    counts = Counter(crowd.columns["commune"].tolist())
    assert len(counts) == 16
    ranked = [count for _, count in counts.most_common()]
    assert 0.55 < sum(ranked[:3]) / 100_000 < 0.75
    assert ranked[0] > 40 * ranked[-1]


def test_a_commune_has_one_postcode_and_small_ones_share_it(crowd):
    pairs = set(zip(crowd.columns["commune"], crowd.columns["postcode"], strict=True))
    assert len(pairs) == 16
    assert max(Counter(postcode for _, postcode in pairs).values()) == 3


def test_second_homes_are_whole_or_absent(crowd):
    there = [crowd.columns[name] != "" for name in ("address2", "postcode2", "commune2")]
    assert (there[0] == there[1]).all() and (there[0] == there[2]).all()
    columns = crowd.columns
    same_place = (columns["address"] == columns["address2"]) & (
        columns["commune"] == columns["commune2"]
    )
    assert not same_place.any()


def test_only_those_whose_parents_live_apart_have_two_homes(crowd):
    """3.4 % of minors live in turn with each parent, 12 % of those whose parents live apart."""
    two = crowd.columns["address2"] != ""
    apart = crowd.sealed["separated_parents"]
    assert not two[~apart].any()
    assert np.mean(two) == pytest.approx(0.034, abs=0.003)
    assert np.mean(two[apart]) == pytest.approx(0.12, abs=0.007)
    assert (crowd.columns["guardian2_phone"][two] != "").all()  # two homes, two phones


@pytest.mark.parametrize("pupils", [1100, 5000])
def test_up_to_5000_families_no_two_share_a_phone(pupils):
    school = School(seed=6, pupils=pupils)
    home_of = {}
    for row in range(pupils):
        home = school.columns["address"][row], school.columns["commune"][row]
        for name in ("guardian1_phone", "guardian2_phone"):
            phone = school.columns[name][row]
            assert not phone or home_of.setdefault(phone, home) == home


def test_addresses_are_a_number_and_a_street(crowd):
    found = set(crowd.columns["address"].tolist())
    assert len(found) > 5_000
    assert all(re.fullmatch(r"[1-9]\d? [a-z][\w ’-]+", address) for address in found)
    streets = {address.split(" ", 1)[1] for address in found}
    assert len(streets) == 72
