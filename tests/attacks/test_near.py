"""Near linkage: errors of every kind by hand, and strangers left alone."""

import datetime

import numpy as np
import pandas as pd
import polars as pl
import pytest

from poucet import School, directory
from poucet.attacks import link, link_near
from poucet.errors import PoucetError

DATE = datetime.date
CLEAN = {
    "family_name": ["Lefèvre", "Nguyen", "Da Silva", "Petit", "Moreau", "Garnier"],
    "given_name": ["Zoé", "Marie-Lou", "Tom", "Ali", "Inès", None],
    "born": [DATE(2010, 6, 3), DATE(2010, 1, 20), DATE(2011, 5, 4), DATE(2009, 2, 7),
             DATE(2010, 12, 12), DATE(2010, 3, 3)],
}  # fmt: skip
TYPED = {
    "nom": ["PETIT", "Lefebvre", "nguyen", "Silva", "Morau", "Garnier"],
    "prenom": ["ALI", "Zoe", "Marie", "Tom", "Ines", "Léo"],
    "ne": [DATE(2009, 7, 2), DATE(2010, 6, 3), DATE(2010, 1, 20), DATE(2011, 5, 4),
           DATE(2010, 12, 11), DATE(2010, 3, 3)],
}  # fmt: skip
ON = {"family_name": "nom", "given_name": "prenom", "born": "ne"}


@pytest.mark.parametrize("make", [dict, pd.DataFrame, pl.DataFrame])
def test_typing_errors_swapped_dates_and_compound_names(make):
    found = link_near(make(CLEAN), make(TYPED), ON)
    # A pupil whose given name is unknown shares too little to be named.
    assert found.pairs.tolist() == [[0, 1], [1, 2], [2, 3], [3, 0], [4, 4]]
    assert link(make(CLEAN), make(TYPED), ON).pairs.tolist() == []


def test_twins_and_doubles_are_paired_with_nobody_else():
    born = [DATE(2010, 6, 3)] * 3
    left = {"name": ["Petit", "Petit", "Roux"], "first": ["Ali", "Zoé", "Tom"], "born": born}
    right = {"name": ["Petit", "Roux", "Roux"], "first": ["Zoé", "Tom", "Tom"], "born": born}
    assert link_near(left, right, list(left)).pairs.tolist() == [[1, 0]]


def mistyped(frame, seed):
    """Damage a third of the rows, each in one way."""
    rng = np.random.default_rng(seed)
    frame = frame.copy()
    for row in frame.index[rng.random(len(frame)) < 1 / 3]:
        kind = rng.integers(3)
        if kind == 0:
            name = frame.loc[row, "family_name"]
            place = rng.integers(1, len(name) - 1)
            frame.loc[row, "family_name"] = name[:place] + name[place + 1 :]
        elif kind == 1:
            born = frame.loc[row, "birth_date"]
            if born.day <= 12:
                frame.loc[row, "birth_date"] = born.replace(month=born.day, day=born.month)
        else:
            frame.loc[row, "given_name"] = frame.loc[row, "given_name"].upper()
    return frame


def test_a_school_typed_twice_is_found_again():
    on = ["family_name", "given_name", "birth_date"]
    frame = directory(School(seed=3, pupils=600))[on]
    order = np.random.default_rng(0).permutation(len(frame))
    typed = mistyped(frame, 1).iloc[order].reset_index(drop=True)
    truth = np.argsort(order)
    near = link_near(frame, typed, on).score(truth)
    exact = link(frame, typed, on).score(truth)
    assert near.value > 0.98 > 0.8 > exact.value
    assert near.precision > 0.99


def test_the_same_pairs_again_and_again():
    frame = directory(School(seed=3, pupils=300))
    other = mistyped(frame, 2)
    on = ["family_name", "given_name", "birth_date", "sex"]
    first = link_near(frame, other, on).pairs.tolist()
    assert first
    assert link_near(frame, other, on).pairs.tolist() == first


def test_strangers_are_left_alone():
    on = ["family_name", "given_name", "birth_date"]
    one, other = (directory(School(seed=seed, pupils=400)) for seed in (1, 2))
    assert len(link_near(one, other, on).pairs) <= 2


def test_numbers_agree_or_not_and_gaps_never():
    left = {"name": ["Ali", "Zoé", "Tom"], "n": [1, None, 3], "m": [0.5, 0.5, None]}
    right = {"name": ["Ali", "Zoé", "Tom"], "n": [1, None, 3], "m": [0.5, 0.5, None]}
    assert [0, 0] in link_near(left, right, ["name", "n", "m"]).pairs.tolist()
    assert [1, 1] not in link_near(left, right, ["n", "m"]).pairs.tolist()
    assert link_near({"n": [None]}, {"n": [None]}, "n").pairs.shape == (0, 2)


def test_dates_beside_texts_are_refused():
    with pytest.raises(PoucetError, match="born"):
        link_near(CLEAN, TYPED, {"born": "nom"})
