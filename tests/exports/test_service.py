"""What a service needs, what breaks without it, what its columns tell: counted again by hand."""

import subprocess
import sys
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poucet import School, class_sizes, directory
from poucet.errors import PoucetError
from poucet.exports.service import (
    FUNCTIONS,
    OPAQUE_ID,
    broken,
    checked,
    secrets,
    singled_out,
)
from poucet.i18n import in_language

ALL = directory(School(seed=1, pupils=1)).columns.tolist()
SOME_COLUMNS = st.lists(st.sampled_from([*ALL, OPAQUE_ID]), unique=True)


@pytest.fixture(scope="module")
def school():
    return School(seed=2)


def keys(columns):
    return [function.key for function in broken(columns)]


def core_broken(columns):
    return [function.key for function in broken(columns) if function.core]


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        (["class", "email"], []),
        (["class", OPAQUE_ID], []),
        (["email"], ["class_groups", "homework"]),
        (["class"], ["sign_in", "homework", "results"]),
        (["class", "ine"], ["results"]),  # a number opens an account, it does not say who
        (["class", "family_name", "given_name"], ["sign_in", "homework"]),
        (["class", "family_name", "given_name", "birth_date"], []),
        ([], ["sign_in", "class_groups", "homework", "results"]),
    ],
)
def test_what_breaks_of_what_the_class_asked_for(columns, expected):
    assert core_broken(columns) == expected


def test_nothing_breaks_when_everything_leaves():
    assert broken(ALL) == []


def test_one_list_of_two_columns_is_enough_and_none_is_shorter():
    enough = [
        set(pair) for size in range(3) for pair in combinations(ALL, size) if not core_broken(pair)
    ]
    assert enough == [{"class", "email"}]


@given(sent=SOME_COLUMNS, more=SOME_COLUMNS)
def test_one_more_column_never_breaks_anything(sent, more):
    assert set(keys([*sent, *more])) <= set(keys(sent))


def test_every_column_that_a_function_asks_for_is_one_of_the_school():
    asked = {column for function in FUNCTIONS for way in function.needs for column in way}
    assert asked <= {*ALL, OPAQUE_ID}


def test_whom_the_columns_tell_about(school):
    pupils = school.pupils
    told = {secret.key: secret for secret in secrets(school, ALL)}
    assert told["two_homes"].exposed == sum(bool(home) for home in pupils["address2"])
    assert told["grant"].exposed == sum(pupils["scholarship"])
    assert told["arrangement"].exposed == sum(bool(kind) for kind in pupils["accommodation"])
    assert told["no_computer"].exposed == sum("ordinateur" not in own for own in pupils["devices"])
    assert told["home"].exposed == told["phone"].exposed == school.size


def test_any_part_of_the_second_address_tells_as_much_as_all_of_it(school):
    whole = secrets(school, ["address2", "postcode2", "commune2"])
    for part in ("address2", "postcode2", "commune2"):
        [secret] = secrets(school, [part])
        assert (secret.key, secret.exposed) == ("two_homes", whole[0].exposed)
        assert secret.columns == (part,)


def test_a_list_that_is_short_tells_nothing(school):
    assert secrets(school, ["class", "email", "sex", OPAQUE_ID]) == []


@given(columns=SOME_COLUMNS)
def test_a_secret_needs_a_column_that_tells_it(school, columns):
    for secret in secrets(school, columns):
        assert set(secret.columns) <= set(columns)
        assert 0 <= secret.exposed <= school.size


@pytest.mark.parametrize(
    "columns", [["class", "birth_date"], ["class", "sex"], ["email"], ["level", "scholarship"]]
)
def test_who_is_singled_out_is_counted_as_everywhere_in_the_kit(school, columns):
    assert singled_out(school, columns) == class_sizes(directory(school), columns).unique


def test_an_opaque_identifier_singles_nobody_out(school):
    assert singled_out(school, [OPAQUE_ID]) == 0
    for columns in (["class"], ["class", "birth_date"]):
        assert singled_out(school, [*columns, OPAQUE_ID]) == singled_out(school, columns)


@pytest.mark.parametrize("ask", [broken, checked])
def test_a_column_that_is_none_of_the_school_is_refused_by_name(ask):
    with pytest.raises(PoucetError, match="shoe_size"):
        ask(["class", "shoe_size"])


def test_a_forgotten_comma_is_named():
    with pytest.raises(PoucetError, match='virgule entre "email" et "class"'):
        broken(["emailclass"])


def test_a_column_twice_or_alone_is_one_column():
    assert checked(["email", "class", "email"]) == ["class", "email"]
    assert checked("class") == ["class"]


def test_each_name_is_said_in_both_languages(school):
    told = secrets(school, ALL)
    french = [thing.name for thing in (*FUNCTIONS, *told)]
    with in_language("en"):
        english = [thing.name for thing in (*FUNCTIONS, *told)]
        [grant] = secrets(school, ["scholarship"])
        assert str(grant).endswith("(264 pupils)")
    assert len(set(french)) == len(set(english)) == len(french)
    assert not set(french) & set(english)


def test_a_board_can_ask_without_pandas():
    script = (
        "import sys; from poucet import School; from poucet.exports.service import *;"
        "from poucet.exports.service_fields import fields;"
        "s = School(seed=2); broken(['class']); secrets(s, ['devices']); singled_out(s, ['class']);"
        "fields('aaf'); sys.exit('pandas' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script]).returncode == 0
