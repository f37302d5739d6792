"""The school as a teacher and a pupil meet it."""

import subprocess
import sys

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poucet import PoucetError, use_language
from poucet.school import School
from poucet.school.school import COLUMNS


def test_the_tables_say_the_same_as_the_arrays():
    for pupils in (40, 20_000):  # few pupils and many take two roads to pandas
        school = School(seed=2, pupils=pupils)
        assert list(school.pupils.columns) == list(COLUMNS) == list(school.columns)
        assert school.pupils.index.name == "avatar"
        assert school.pupils.index.tolist()[:2] == [1, 2] and len(school.pupils) == pupils
        for name, column in school.columns.items():
            assert school.pupils[name].tolist() == pd.Series(column).tolist(), name
        assert school.truth.index.equals(school.pupils.index)
        for name, column in school.sealed.items():
            assert school.truth[name].dtype == bool
            assert (school.truth[name].to_numpy() == column).all()


def test_columns_have_the_types_promised():
    columns = School(pupils=50).columns
    assert columns["birth_date"].dtype == np.dtype("datetime64[D]")
    assert columns["scholarship"].dtype == bool
    texts = set(columns) - {"birth_date", "scholarship"}
    assert all(isinstance(cell, str) for name in texts for cell in columns[name])


def test_codes_stand_for_the_columns():
    school = School(seed=9, pupils=300)
    assert set(school.codes) == set(COLUMNS) - {"ine", "email", "scholarship"}
    for name, code in school.codes.items():
        assert (school.categories[name][code] == school.columns[name]).all()
        values = school.categories[name].tolist()
        assert len(set(values)) == len(values), name


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 2**70), st.integers(1, 400))
def test_any_seed_and_size_make_a_whole_school(seed, pupils):
    school = School(seed, pupils)
    for column in [*school.columns.values(), *school.sealed.values()]:
        assert len(column) == pupils
    for name in ("ine", "email"):
        assert len(set(school.columns[name].tolist())) == pupils
    for name in ("family_name", "given_name", "class", "address", "commune", "guardian1_phone"):
        assert all(school.columns[name])


def test_the_same_seed_gives_the_same_school_and_another_gives_another():
    one, same, other = School(1, 200), School(np.int64(1), 200), School(2, 200)
    for name, column in one.columns.items():
        assert (column == same.columns[name]).all(), name
        assert (column != other.columns[name]).any(), name


def test_birth_date_and_sex_single_out_six_pupils_in_ten():
    shares = []
    for seed in range(20):
        codes = School(seed).codes
        who = codes["birth_date"].astype(int) * 2 + codes["sex"]
        shares.append(
            np.mean(np.unique(who, return_counts=True)[1] == 1) * len(np.unique(who)) / 1100
        )
    assert 0.58 < np.mean(shares) < 0.64
    assert min(shares) > 0.55 and max(shares) < 0.68


def test_some_pupils_are_namesakes():
    columns = School().columns
    full = list(zip(columns["given_name"], columns["family_name"], strict=True))
    assert 0 < len(full) - len(set(full)) < 30


@pytest.mark.parametrize("pupils", [0, -1, 1.5, "1100", None, True, [3], 10_000_001, 10**30])
def test_an_impossible_number_of_pupils_is_explained(pupils):
    with pytest.raises(PoucetError) as french:
        School(pupils=pupils)
    use_language("en")
    with pytest.raises(PoucetError) as english:
        School(pupils=pupils)
    for told in (french, english):
        assert "\n" not in str(told.value) and str(told.value).endswith(".")
    assert str(french.value) != str(english.value)


@pytest.mark.parametrize("seed", [-1, 1.0, "1", None, True])
def test_an_impossible_seed_is_explained(seed):
    with pytest.raises(PoucetError, match="seed") as told:
        School(seed=seed)
    assert repr(seed) in str(told.value)


def test_a_school_introduces_itself():
    assert repr(School(7, 30)).startswith("lycée de Valmorne\u00a0: 30 élèves")
    assert "(graine 7)" in repr(School(7, 30))
    assert ": 1 élève, 1 classe (" in repr(School(7, 1))
    use_language("en")
    assert repr(School(7, 1)) == "lycée de Valmorne: 1 pupil, 1 class (seed 7)"
    assert len(School(7, 30)) == 30


def test_the_arrays_need_neither_pandas_nor_faker():
    program = (
        "import sys; from poucet.school import School; School(1, 50).columns;"
        "print([name for name in ('pandas', 'faker', 'matplotlib') if name in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "[]"
