"""Hash reversal: recipes against hashlib and hmac written out here, salts and keys."""

import hashlib
import hmac
from dataclasses import replace
from itertools import product

import numpy as np
import pandas as pd
import pytest

from poucet import reverse_hashes
from poucet.attacks import BE1D, XAPI, Recipe, birth_dates
from poucet.errors import PoucetError
from poucet.i18n import in_language

NAMES = ["DUPONT Zoé", "DURAND Léa", "MARTIN Ali"]
SCHOOL = "0990001Q"
DAYS = birth_dates(2015, 2016)
PEOPLE = [("DURAND Léa", "03/06/2015", SCHOOL), ("MARTIN Ali", "29/02/2016", SCHOOL)]


def be1d(name, born, school):
    """Compute what the affair's program did, character by character."""
    return int(hashlib.md5((name + born + school).encode()).hexdigest()[:16], 16)


def candidates():
    return product(NAMES, DAYS, [SCHOOL])


def test_the_national_file_is_undone():
    secrets = [be1d(*person) for person in PEOPLE]
    undone = reverse_hashes(np.array(secrets, np.uint64), candidates())
    assert {int(each): who for each, who in undone.found.items()} == dict(
        zip(secrets, PEOPLE, strict=True)
    )
    assert undone.tried == 3 * (365 + 366)
    assert (undone.hashes, undone.ambiguous) == (2, 0)
    assert undone.share.value == 1.0
    assert undone.share.baseline == 1 / undone.tried


@pytest.mark.parametrize("algorithm", ["md5", "sha1", "sha256"])
@pytest.mark.parametrize("digits", [None, 1, 7, 16])
@pytest.mark.parametrize("integer", [False, True])
def test_recipes_equal_hashlib(algorithm, digits, integer):
    text = "".join(PEOPLE[0])
    expected = hashlib.new(algorithm, text.encode()).hexdigest()[:digits]
    recipe = Recipe(algorithm, digits=digits, integer=integer)
    assert recipe(*PEOPLE[0]) == (int(expected, 16) if integer else expected)
    undone = reverse_hashes([recipe(text)], [text], recipe)
    assert undone.found == {recipe(text): text}


def test_the_check_value_of_the_xapi_standard():
    assert XAPI("xapi@adlnet.gov") == "cd9b00a5611f94eaa7b1661edab976068e364975"
    series = pd.Series(["CD9B00A5611F94EAA7B1661EDAB976068E364975", None])
    undone = reverse_hashes(series, ["x@y.example", "xapi@adlnet.gov"], "xapi")
    assert list(undone.found.values()) == ["xapi@adlnet.gov"]
    assert undone.hashes == 1


def test_a_known_salt_does_not_help_and_an_unknown_one_does():
    text = "".join(PEOPLE[0])
    secret = int(hashlib.md5(("sel" + text).encode()).hexdigest()[:16], 16)
    assert reverse_hashes([secret], candidates(), BE1D).found == {}
    salted = replace(BE1D, salt="sel")
    assert reverse_hashes([secret], candidates(), salted).found == {secret: PEOPLE[0]}


@pytest.mark.parametrize("algorithm", ["md5", "sha1", "sha256"])
def test_a_key_resists_whoever_has_it_not(algorithm):
    recipe = Recipe(algorithm, key="tiers de confiance")
    secrets = [
        hmac.new(b"tiers de confiance", "".join(person).encode(), algorithm).hexdigest()
        for person in PEOPLE
    ]
    for guess in (Recipe(algorithm), replace(recipe, key="autre")):
        undone = reverse_hashes(secrets, candidates(), guess)
        assert undone.found == {}
        assert undone.tried == 2193
        assert not undone.share.better_than_chance
    assert list(reverse_hashes(secrets, candidates(), recipe).found.values()) == PEOPLE


def test_a_hash_too_short_accuses_nobody():
    recipe = Recipe("md5", digits=1)
    undone = reverse_hashes(["0"], candidates(), recipe)
    assert undone.found == {}
    assert undone.ambiguous == 1
    twice = reverse_hashes([be1d(*PEOPLE[0])], [PEOPLE[0], PEOPLE[0]])
    assert twice.ambiguous == 0
    assert len(twice.found) == 1


def test_texts_and_tuples_may_be_mixed():
    mixed = ["x", PEOPLE[0], "".join(PEOPLE[1])]
    undone = reverse_hashes([be1d(*person) for person in PEOPLE], mixed)
    assert sorted(map(str, undone.found.values())) == sorted(map(str, mixed[1:]))


def test_candidates_are_read_one_at_a_time():
    read = []

    def stream():
        for person in candidates():
            read.append(person)
            yield person

    assert reverse_hashes([be1d(*PEOPLE[0])], stream()).tried == len(read) == 2193


def test_the_dates_of_a_class():
    days = birth_dates(2008, 2011)
    assert len(days) == 4 * 365 + 1
    assert "29/02/2008" in days
    assert birth_dates(2009, 2009, "%Y-%m-%d")[58:60] == ["2009-02-28", "2009-03-01"]


def test_the_sentence_in_both_languages():
    undone = reverse_hashes([be1d(*PEOPLE[0])], candidates())
    with in_language("fr"):
        assert str(undone).startswith(
            "1 empreinte retrouvée sur 1, en essayant 2\u202f193 candidats"
        )
    with in_language("en"):
        assert str(undone).startswith("1 hash out of 1 found, trying 2,193 candidates")
        assert "point at several" in str(reverse_hashes(["0", "1"], DAYS, Recipe("md5", digits=1)))


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: reverse_hashes([], NAMES), []),
        (lambda: reverse_hashes([1], []), []),
        (lambda: reverse_hashes(["abc"], NAMES, "xapi"), ["abc", "40"]),
        (lambda: reverse_hashes(["z" * 40], NAMES, "sha1"), ["zzz", "40"]),
        (lambda: reverse_hashes([1.5], NAMES), ["1.5", "16"]),
        (lambda: reverse_hashes([-1], NAMES), ["-1"]),
        (lambda: reverse_hashes([np.uint64(77)], NAMES, "sha1"), [" 77 "]),
        (lambda: reverse_hashes([2**64], NAMES), ["16"]),
        (lambda: reverse_hashes([1], [("Léa", 2015)]), ["2015"]),
        (lambda: reverse_hashes([1], ["Léa", 2015, "Ali"]), ["2015"]),
        (lambda: reverse_hashes([1], NAMES, "rot13"), ["rot13", "be1d"]),
        (lambda: Recipe("crc32"), ["crc32", "md5"]),
        (lambda: Recipe("md5", digits=33), ["33", "32"]),
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
