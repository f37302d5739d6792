"""The supplier's accounts hold no name, and each mistake in them is a real one."""

import re

import numpy as np
import pandas as pd
import pytest

from poucet import School, directory
from poucet.attacks import BE1D, XAPI, Recipe
from poucet.errors import PoucetError
from poucet.exports import trail
from poucet.exports.anonymous import anonymous


@pytest.fixture(scope="module")
def school():
    return School(seed=2)


@pytest.fixture(scope="module")
def held(school):
    return anonymous(school, weeks=2)


def test_nothing_in_the_accounts_names_a_pupil(school, held):
    columns = school.columns
    naming = {*columns["family_name"], *columns["given_name"], *columns["ine"], *columns["email"]}
    for name, values in held.accounts.items():
        assert not naming & {str(value) for value in values}, name


def test_a_pupil_has_one_account_at_most_and_some_have_none(school, held):
    assert len(set(held.truth.tolist())) == len(held) < school.size
    assert len(np.unique(held.accounts["account"])) == len(held)
    assert {len(values) for values in held.accounts.values()} == {len(held)}


def test_the_order_of_the_accounts_tells_nothing_of_the_directory(held):
    steps = np.diff(held.truth)
    assert 0.4 < (steps > 0).mean() < 0.6
    assert (np.diff(held.accounts["account"].astype(float)) > 0).all()


def test_each_hash_is_the_recipe_of_its_pupil(school, held):
    file = directory(school)
    for rank in range(0, len(held), 50):
        pupil = file.loc[held.truth[rank]]
        text = (
            f"{pupil['family_name'].upper()} {pupil['given_name']}",
            f"{pupil['birth_date']:%d/%m/%Y}",
            school.uai,
        )
        assert held.accounts["account"][rank] == BE1D(*text)


def test_an_xapi_account_hashes_the_address(school):
    held = anonymous(school, "xapi")
    emails = school.columns["email"][held.truth]
    assert held.accounts["account"][0] == XAPI(emails[0])


def test_the_recipe_changes_the_hashes_and_nothing_else(school, held):
    keyed = anonymous(school, Recipe("sha256", key="valmorne"))
    assert sorted(keyed.truth) == sorted(held.truth)
    assert set(keyed.accounts["account"]).isdisjoint(held.accounts["account"].tolist())
    for name in set(held.accounts) - {"account"}:
        mine = dict(zip(held.truth, held.accounts[name], strict=True))
        assert mine == dict(zip(keyed.truth, keyed.accounts[name], strict=True))
    assert re.fullmatch("[0-9a-f]{64}", keyed.accounts["account"][0])


def test_what_was_typed_is_true_but_for_some_birth_dates(school, held):
    for name in ("level", "class", "sex", "second_language"):
        assert (held.accounts[name] == school.columns[name][held.truth]).all()
    typed, born = held.accounts["birth_date"], school.columns["birth_date"][held.truth]
    assert (held.mistyped == (typed != born)).all()
    assert 0.05 < held.mistyped.mean() < 0.2
    assert (held.accounts["birth_month"] == typed.astype("datetime64[M]").astype(str)).all()


def mistake(typed, born):
    """Name the mistake by hand, from the two dates."""
    if (typed.year, typed.day, typed.month) == (born.year, born.month, born.day):
        return "swapped"
    if (typed.year, typed.month) == (born.year, born.month):
        return "day"
    if (typed.year, typed.month) == (born.year - 1, born.month):
        return "older"
    return "other"


def test_each_mistake_is_one_that_people_make(held, school):
    typed = held.accounts["birth_date"][held.mistyped].tolist()
    born = school.columns["birth_date"][held.truth][held.mistyped].tolist()
    kinds = [mistake(*dates) for dates in zip(typed, born, strict=True)]
    assert {"swapped", "day", "older"} == set(kinds)


def test_the_trail_is_that_of_the_pupils_who_have_an_account(school, held):
    whole = trail(school, weeks=2)
    number = dict(zip(held.accounts["account"], held.truth + 1, strict=True))
    rest = whole[whole["pupil"].isin(set(number.values()))].reset_index(drop=True)
    lines = held.trail
    assert "pupil" not in lines
    assert lines["account"].map(number).tolist() == rest["pupil"].tolist()
    for name in ("time", "object", "score", "ip"):
        assert lines[name].astype(str).equals(rest[name].astype(str)), name


def test_the_trail_without_pandas_says_the_same(held):
    codes, categories = held.trail_columns
    lines = held.trail
    for name, values in codes.items():
        said = categories[name][values] if name in categories else values
        assert pd.Series(said[:500]).astype(str).tolist() == lines[name][:500].astype(str).tolist()


@pytest.mark.parametrize("wrong", [{"recipe": "rot13"}, {"weeks": 0}])
def test_what_does_not_exist_is_refused_at_once(school, wrong):
    with pytest.raises(PoucetError):
        anonymous(school, **wrong)


def test_a_school_where_nobody_joined_is_empty_and_not_broken():
    held = anonymous(School(seed=3, pupils=1))
    assert len(held) == len(held.trail["account"].unique())
