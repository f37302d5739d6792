"""No value of a school can belong to anybody: looked at over 100,000 pupils."""

import csv
import re
import unicodedata
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from poucet.school import School
from poucet.school.identifiers import draw_ine, emails, mail_part

DATA = Path(__file__).parents[2] / "data"
KEY = "[ABCDEFGHJKLMNPRSTUVWXYZ]"  # the 23 letters that a real number's key can be
REAL_INE = [
    rf"[0-9]{{10}}{KEY}",  # base élèves académique
    rf"[0-9]{{9}}{KEY}{{2}}",  # répertoire national, since 2018
    rf"[0-9]{{4}}A[0-9]{{5}}{KEY}",  # apprentices
    rf"[0-9A-Z]{{10}}{KEY}",  # given by universities
    r"[0-9A-Z]{10}[0-9]",
]


@pytest.fixture(scope="module")
def crowd():
    return School(seed=11, pupils=100_000).columns


def test_phones_are_of_the_blocks_kept_for_fiction(crowd):
    blocks = "01 99 00|02 61 91|03 53 01|04 65 71|05 36 49|06 39 98"
    for column in ("guardian1_phone", "guardian2_phone"):
        found = set(crowd[column])
        assert len(found) >= 5_000
        found.discard("")
        assert all(re.fullmatch(rf"({blocks}) \d\d \d\d", phone) for phone in found)
    assert "" not in crowd["guardian1_phone"]


def test_ine_are_unlike_any_real_one_and_nobody_shares_his(crowd):
    found = set(crowd["ine"].tolist())
    assert len(found) == 100_000
    assert all(re.fullmatch(r"[0-9]{10}Q", number) for number in found)
    assert not [n for n in found for real in REAL_INE if re.fullmatch(real, n)]
    assert any(re.fullmatch(real, "0000000001B") for real in REAL_INE)  # the patterns can match


def test_an_ine_does_not_tell_the_rank(crowd):
    numbers = np.array([int(number[:-1]) for number in crowd["ine"]], dtype=float)
    assert abs(np.corrcoef(numbers, np.arange(len(numbers)))[0, 1]) < 0.01
    assert abs(np.corrcoef(numbers[1:], numbers[:-1])[0, 1]) < 0.01
    assert len(set(np.diff(numbers))) > 99_000
    assert np.histogram(numbers, 10, (0, 2**33))[0].min() > 9_500


@given(st.integers(0, 2**63), st.integers(1, 400))
def test_every_seed_gives_everyone_a_number(seed, size):
    assert len(set(draw_ine(seed, size).tolist())) == size


def test_mail_is_under_a_name_kept_for_examples_and_nobody_shares_his(crowd):
    found = set(crowd["email"].tolist())
    assert len(found) == 100_000
    shape = r"[a-z-]+\.[a-z-]+[0-9]*@lycee-valmorne\.example"
    assert all(re.fullmatch(shape, address) for address in found)


@pytest.mark.parametrize("seed", [0, 1, 9_999, 123_456_789])
def test_the_uai_is_unlike_any_real_one(seed):
    uai = School(seed, 1).uai
    assert re.fullmatch(r"096\d{4}Q", uai)
    assert "ABCDEFGHJKLMNPRSTUVWXYZ"[int(uai[:7]) % 23] != uai[7]


def test_communes_and_postcodes_do_not_exist(crowd):
    def spelled(name):
        bare = unicodedata.normalize("NFD", name.lower().replace("œ", "oe"))
        return re.sub("[^a-z]+", " ", "".join(c for c in bare if not unicodedata.combining(c)))

    with (DATA / "communes.csv").open(encoding="utf-8", newline="") as lines:
        real = list(csv.DictReader(lines))
    names = {spelled(row["name"]) for row in real}
    assert spelled("Besançon") in names
    for suffix in ("", "2"):
        communes = set(crowd["commune" + suffix]) - {""}
        assert len(communes) == 16
        assert not {spelled(name) for name in communes} & names
        postcodes = set(crowd["postcode" + suffix]) - {""}
        prefixes = {row["postcode"][:2] for row in real}
        assert not {postcode[:2] for postcode in postcodes} & prefixes
        assert all(re.fullmatch(r"\d{5}", postcode) for postcode in postcodes)


def test_no_cell_looks_like_a_social_security_number(crowd):
    for name, column in crowd.items():
        if column.dtype.kind in "OU":
            assert not any(re.search(r"[12]\d{12}", text) for text in set(column.tolist())), name


def test_namesakes_get_a_number_in_the_order_of_the_file():
    given_names = np.array(["Zoé", "Zoe", "Léo"], object)
    family_names = np.array(["Roy", "Le Goff"], object)
    given = np.array([0, 2, 1, 0, 2])
    family = np.array([0, 1, 0, 0, 0])
    addresses = emails(given, given_names, family, family_names).tolist()
    assert [address.split("@")[0] for address in addresses] == [
        "zoe.roy",
        "leo.legoff",
        "zoe.roy2",
        "zoe.roy3",
        "leo.roy",
    ]


@given(st.text(alphabet="abcéÉœŒçÇñ -ÀÿïÔù", min_size=1))
def test_the_local_part_keeps_only_plain_letters(name):
    assert re.fullmatch("[a-z-]*", mail_part(name))
