"""Moodle's log: its header, its quoting, its short dates; and the trail read back from it."""

import csv
import hashlib

import numpy as np
import pandas as pd
import pytest

from poucet import School
from poucet.errors import PoucetError
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
def folder(school, tmp_path):
    export(school, "moodle", tmp_path / "moodle", weeks=1)
    return tmp_path / "moodle"


def lines(folder):
    return (folder / "logs.csv").read_text(encoding="utf-8").split("\n")


def rewrite(folder, number, before, after):
    found = lines(folder)
    assert before in found[number - 1]
    found[number - 1] = found[number - 1].replace(before, after, 1)
    (folder / "logs.csv").write_text("\n".join(found), encoding="utf-8", newline="\n")


def refusal(folder, **how):
    with pytest.raises(PoucetError) as caught:
        read_export("moodle", folder, **how)
    sentence = str(caught.value).replace("\xa0", " ")
    assert "\n" not in sentence
    return sentence


def as_text(table):
    return table.astype(
        {n: object for n in table if isinstance(table[n].dtype, pd.CategoricalDtype)}
    )


def test_header_letter_for_letter(folder):
    assert lines(folder)[0] == HEADER


def test_times_as_moodle_writes_them(folder, school):
    first = trail(school, weeks=1)["time"][0]
    day = f"{first.day}/{first.month:02d}/26, "
    assert lines(folder)[1].startswith(f'"{day}{first:%H:%M:%S}"')


def test_reading_gives_the_trail_back(school, tmp_path):
    export(school, "moodle", tmp_path / "moodle", weeks=9)
    found = as_text(read_export("moodle", tmp_path / "moodle"))
    expected = trail(school, weeks=9)[["time", "pupil", "verb", "object", "ip", "place"]]
    who = expected["pupil"].to_numpy() - 1
    expected["pupil"] = account_numbers(school)[who].astype(str).astype(object)
    names = school.columns["given_name"] + " " + school.columns["family_name"]
    expected.insert(2, "name", names[who])
    pd.testing.assert_frame_equal(found, as_text(expected), check_dtype=False)
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


def test_the_same_bytes_everywhere(folder):
    text = (folder / "logs.csv").read_bytes()
    assert hashlib.sha256(text).hexdigest()[:16] == "a393028a0bc759de"


def test_without_the_mark(folder):
    (folder / "datapackage.json").unlink()
    assert "real=True" in refusal(folder)
    rewrite(folder, 3, "The user with id", "Someone of number")
    found = read_export("moodle", folder, real=True)
    assert found["pupil"][1] == found["name"][1] and found["pupil"][0] != found["name"][0]


def test_a_real_log_tells_other_events(folder):
    (folder / "datapackage.json").unlink()
    rewrite(folder, 2, '"User has logged in"', '"Course viewed"')
    found = read_export("moodle", folder, real=True)
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
def test_a_line_with_one_thing_wrong(folder, line, before, after, said):
    rewrite(folder, line, before, after)
    sentence = refusal(folder)
    assert said in sentence and f"logs.csv, ligne {line} " in sentence


def test_a_file_cut_short_or_badly_encoded(folder):
    path = folder / "logs.csv"
    text = path.read_bytes()
    path.write_bytes(text[:-40])
    last = len(text.splitlines())
    assert f"ligne {last} " in refusal(folder)
    path.write_bytes(b"\n".join(text.split(b"\n")[:-5]) + b"\n")
    assert "tronqué" in refusal(folder)
    path.write_bytes(text.decode().encode("utf-16"))
    assert "UTF-8" in refusal(folder)
