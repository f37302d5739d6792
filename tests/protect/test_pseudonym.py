"""Pseudonyms: computed apart by hashlib, undone by whoever can, and by nobody else."""

import hashlib
import hmac
import re

import numpy as np
import pandas as pd
import pytest

from poucet import School, directory, reverse_hashes
from poucet.errors import PoucetError
from poucet.i18n import in_language
from poucet.protect import pseudonyms

NAMES = ["Zoé Durand", "Ali Martin", None, "Zoé Durand", "Léa Petit"]
METHODS = ["hash", "salted", "keyed", "random"]


@pytest.mark.parametrize("method", METHODS)
def test_one_person_one_code(method):
    made = pseudonyms(NAMES, method, seed=1).values
    assert made[0] == made[3]
    assert made[2] is None
    assert len({made[0], made[1], made[4]}) == 3
    assert all(re.fullmatch("[0-9a-f]+", code) for code in made if code)
    assert not any("Durand" in code for code in made if code)


def test_the_codes_are_those_of_the_standards():
    plain = pseudonyms(NAMES)
    assert plain.values[1] == hashlib.sha256(b"Ali Martin").hexdigest()
    salted = pseudonyms(NAMES, "salted", seed=3)
    text = (salted.recipe.salt + "Ali Martin").encode()
    assert len(salted.recipe.salt) == 32
    assert salted.values[1] == hashlib.sha256(text).hexdigest()
    keyed = pseudonyms(NAMES, "keyed", key="secret of the school", service="maths")
    expected = hmac.new(b"secret of the school", b"maths:Ali Martin", "sha256").hexdigest()
    assert keyed.values[1] == expected


@pytest.mark.parametrize("method", METHODS)
def test_a_seed_draws_the_same_and_no_seed_never(method):
    first, again = (pseudonyms(NAMES, method, seed=7).values for _ in range(2))
    assert first == again
    free, other = (pseudonyms(NAMES, method).values for _ in range(2))
    if method != "hash":
        assert pseudonyms(NAMES, method, seed=8).values != first
        assert free != other


@pytest.mark.parametrize("method", METHODS)
def test_two_services_cannot_match_their_codes(method):
    maths, music = (set(pseudonyms(NAMES, method, service=s, seed=1).values) for s in ("a", "b"))
    assert maths & music == {None}


def test_who_can_undo_them():
    table = directory(School(seed=1, pupils=60))
    people = list(zip(table["family_name"], table["given_name"], strict=True))
    apart = {a + b for a, b in people}
    assert len(apart) == len(set(people))
    plain = pseudonyms(people)
    assert len(reverse_hashes(plain.values, people, "sha256").found) == len(set(people))
    salted = pseudonyms(people, "salted", seed=1)
    assert not reverse_hashes(salted.values, people, "sha256").found  # a list made in advance
    assert len(reverse_hashes(salted.values, people, salted.recipe).found) == len(set(people))
    keyed = pseudonyms(people, "keyed", seed=1)
    assert not reverse_hashes(keyed.values, people, "sha256").found
    assert len(reverse_hashes(keyed.values, people, keyed.recipe).found) == len(set(people))
    drawn = pseudonyms(people, "random", seed=1)
    assert drawn.recipe is None
    back = {code: who for who, code in drawn.table.items()}
    assert [back[code] for code in drawn.values] == people


def test_any_column_can_be_given():
    expected = pseudonyms(["1", "2"]).values
    for column in (np.array([1, 2]), pd.Series([1, 2]), (1, 2), ["1", "2"]):
        assert pseudonyms(column).values == expected
    assert pseudonyms([]).values == []


def test_each_says_against_whom_it_protects():
    said = {pseudonyms(NAMES, method, seed=1).protects_against for method in METHODS}
    assert len(said) == 4
    held = pseudonyms(NAMES, "keyed", seed=1)
    assert str(held).startswith("3 pseudonymes. Protège de quiconque n’a pas la clé")
    with in_language("en"):
        assert str(held).startswith("3 pseudonyms. Protects from anyone without the key")


def test_a_secret_does_not_show():
    held = pseudonyms(NAMES, "keyed", key="bluebottle")
    assert "bluebottle" not in repr(held)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"method": "rot13"}, ("rot13", '"keyed"')),
        ({"method": "hash", "key": "x"}, ("hash", "key")),
        ({"method": "keyed", "key": ""}, ("key", "''")),
        ({"method": "keyed", "key": 12}, ("key", "12")),
    ],
)
def test_mistakes(arguments, words):
    with pytest.raises(PoucetError) as french:
        pseudonyms(NAMES, **arguments)
    with in_language("en"), pytest.raises(PoucetError) as english:
        pseudonyms(NAMES, **arguments)
    assert str(french.value) != str(english.value)
    for message in (str(french.value), str(english.value)):
        assert all(word in message for word in words)
        assert message.endswith(".")
