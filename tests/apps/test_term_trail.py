import ipaddress

import numpy as np
import pytest

from poucet import School
from poucet.apps.pebbles import unicity_of
from poucet.apps.term_trail import AT_HOME, AT_SCHOOL, ON_THE_MOVE, Moment, sorted_trail
from poucet.attacks import unicity
from poucet.exports.trail import trail
from poucet.figures.unicity_curve import precisions

SIZE, WEEKS = 90, 2


@pytest.fixture(scope="module")
def school():
    return School(seed=5, pupils=SIZE)


@pytest.fixture(scope="module")
def table(school):
    return trail(school, weeks=WEEKS)


@pytest.fixture(scope="module")
def kept(school):
    return sorted_trail(school, weeks=WEEKS)


def where(ip):
    address = ipaddress.ip_address(ip)
    if address.version == 6:
        return AT_HOME
    return AT_SCHOOL if address in ipaddress.ip_network("192.0.2.0/24") else ON_THE_MOVE


@pytest.fixture(scope="module")
def people(table):
    """Who was there at each moment, counted line by line."""
    there = {}
    for time, pupil, ip in zip(table["time"], table["pupil"], table["ip"], strict=True):
        seconds = int((time - table["time"].iloc[0].normalize()).total_seconds())
        there.setdefault(Moment(seconds // 3600, where(ip)), set()).add(pupil)
    return there


def test_the_lines_of_a_pupil_are_those_of_the_trail(kept, table):
    for pupil in (1, 37, SIZE):
        own, lines = table[table["pupil"] == pupil], kept.lines(pupil)
        assert kept.count(pupil) == len(own)
        for name in ("time", "verb", "object", "device", "ip", "place"):
            assert lines[name].tolist() == own[name].to_numpy().astype(lines[name].dtype).tolist()


def test_known_moments_are_four_of_the_pupils_own_in_order(kept, people):
    for pupil in range(1, SIZE + 1):
        for draw in (0, 1):
            moments = kept.known_moments(pupil, draw)
            assert moments == sorted(set(moments)) == kept.known_moments(pupil, draw)
            assert len(moments) == 4
            assert all(pupil in people[moment] for moment in moments)
    assert kept.known_moments(3, 0) != kept.known_moments(3, 1)


def test_who_fits_is_who_was_there_each_time(kept, people):
    for pupil in range(1, SIZE + 1):
        moments, left = kept.known_moments(pupil), set(range(1, SIZE + 1))
        for count, moment in enumerate(moments, 1):
            left &= people[moment]
            assert kept.who_fits(moments[:count]).tolist() == sorted(left)


def test_nobody_fits_a_moment_that_never_was(kept):
    assert kept.who_fits([Moment(0, AT_SCHOOL)]).tolist() == []
    assert kept.who_fits([]).tolist() == list(range(1, SIZE + 1))


def test_the_curves_are_those_of_the_whole_trail(kept, table):
    curves = unicity_of(kept)
    for measures, (what, resolution) in zip(curves, precisions().values(), strict=True):
        for points, found in enumerate(measures, 1):
            expected = unicity(table, points, what=what, resolution=resolution)
            assert found.value == pytest.approx(expected.value)


def test_the_share_alone_is_that_of_hours_and_kinds_of_place(kept, table):
    lines = table.assign(where=[where(ip) for ip in table["ip"]])
    expected = unicity(lines, 4, what=("time", "where"), resolution="1h").value
    assert 0 < kept.share_alone() == pytest.approx(expected, abs=0.1)


def test_little_is_kept_of_each_line(kept):
    arrays = [kept.time, *kept.codes.values()]
    assert sum(array.itemsize for array in arrays) <= 20
    assert kept.crowds.dtype == np.int32
