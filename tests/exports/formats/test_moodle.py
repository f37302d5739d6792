"""Moodle's log: its header, its quoting, its short dates; and the trail read back from it."""

import csv
import hashlib

import numpy as np
import pytest

from poucet import School
from poucet.exports import export, read_export
from poucet.exports.formats.moodle import EVENTS, account_numbers
from poucet.exports.trail import VERBS, trail

HEADER = (
    'Time,"User full name","Affected user","Event context",Component,"Event name",'
    'Description,Origin,"IP address"'
)


@pytest.fixture(scope="module")
def school():
    return School(seed=3, pupils=25)


@pytest.fixture
def log(school, spoil, tmp_path):
    export(school, "moodle", tmp_path / "moodle", weeks=1)
    return spoil("moodle", tmp_path / "moodle" / "logs.csv")


def test_header_letter_for_letter(log):
    assert log.lines[0] == HEADER


def test_times_as_moodle_writes_them(log, school):
    first = trail(school, weeks=1)["time"][0]
    day = f"{first.day}/{first.month:02d}/26, "
    assert log.lines[1].startswith(f'"{day}{first:%H:%M:%S}"')


def test_reading_gives_the_trail_back(school, same_trail, tmp_path):
    export(school, "moodle", tmp_path / "moodle", weeks=9)
    found = read_export("moodle", tmp_path / "moodle")
    expected = trail(school, weeks=9)[["time", "pupil", "verb", "object", "ip", "place"]]
    who = expected["pupil"].to_numpy() - 1
    expected["pupil"] = account_numbers(school)[who].astype(str).astype(object)
    names = school.columns["given_name"] + " " + school.columns["family_name"]
    expected.insert(2, "name", names[who])
    same_trail(found, expected)
    assert set(expected["verb"]) == set(VERBS)


def test_the_number_of_an_account_is_its_own(school):
    numbers = account_numbers(school)
    assert len(np.unique(numbers)) == school.size and numbers.min() == 3
    assert numbers.tolist() != sorted(numbers.tolist())


def test_every_verb_has_its_event():
    assert {event.verb for event in EVENTS} == set(VERBS)


def test_namesakes_stay_apart(tmp_path):
    school = School(seed=3, pupils=4)
    for column in ("given_name", "family_name"):
        school.columns[column][:] = school.columns[column][0]
    export(school, "moodle", tmp_path / "moodle", weeks=1)
    found = read_export("moodle", tmp_path / "moodle")
    assert found["name"].nunique() == 1 and found["pupil"].nunique() == 4


def test_a_name_with_a_quote_and_a_comma(tmp_path):
    school = School(seed=3, pupils=1)
    school.columns["family_name"][0] = 'Petit, dit "Poucet"'
    export(school, "moodle", tmp_path / "moodle", weeks=1)
    found = read_export("moodle", tmp_path / "moodle")
    assert found["name"][0].endswith('Petit, dit "Poucet"')
    with (tmp_path / "moodle/logs.csv").open(encoding="utf-8", newline="") as file:
        assert {len(row) for row in csv.reader(file)} == {9}


def test_the_same_bytes_everywhere(log):
    text = log.path.read_bytes()
    assert hashlib.sha256(text).hexdigest()[:16] == "a393028a0bc759de"


def test_without_the_mark(log):
    log.unmark()
    assert "real=True" in log.refusal()
    log.rewrite(3, "The user with id", "Someone of number")
    found = log.read(real=True)
    assert found["pupil"][1] == found["name"][1] and found["pupil"][0] != found["name"][0]


def test_a_real_log_tells_other_events(log):
    log.unmark()
    log.rewrite(2, '"User has logged in"', '"Course viewed"')
    found = log.read(real=True)
    assert (found["verb"][0], found["object"][0]) == ("Course viewed", "System")


@pytest.mark.parametrize(
    ("line", "before", "after", "said"),
    [
        (1, '"IP address"', '"IP adress"', "IP address"),
        (1, '"Event context",', "", "Event context"),
        (3, "7/09/26", "2026-09-07", "Time"),
        (3, "7/09/26", "31/09/26", "Time"),
        (3, "The user", "A user", "événement"),
        (2, '"User has logged in"', '"Course viewed"', "Course viewed"),
        (2, ",web,", ",web,300.", "300."),
        (2, ",web,", ",web", "8"),
    ],
)
def test_a_line_with_one_thing_wrong(log, line, before, after, said):
    log.rewrite(line, before, after)
    sentence = log.refusal()
    assert said in sentence and f"logs.csv, ligne {line} " in sentence


def test_a_file_cut_short_or_badly_encoded(log):
    log.refuse_when_broken()
