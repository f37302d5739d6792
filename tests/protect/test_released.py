"""A release that widens hides nobody from the attack: everybody fits the row made of hers."""

import numpy as np
import pytest

from poucet import School
from poucet.protect import k_anonymise
from poucet.protect.released import EQUAL, look_up

COLUMNS = ["birth_date", "class", "commune", "devices", "accommodation", "scholarship", "age"]


@pytest.mark.parametrize("method", ["lattice", "mondrian"])
@pytest.mark.parametrize("k", [2, 6])
def test_everybody_kept_fits_her_own_row(method, k):
    pupils = School(seed=3, pupils=400).pupils
    pupils["age"] = 2026 - pupils["birth_date"].dt.year
    released = k_anonymise(pupils, COLUMNS, k, method=method)
    people, absent = look_up(pupils, released, pupils.iloc[:7], COLUMNS, None)
    kept = np.setdiff1d(np.arange(400), released.suppressed)
    every_row = np.arange(len(kept))
    for name in COLUMNS:
        own = np.concatenate(
            [near[every_row[: len(near)], every_row[block]]
             for block, near in people.distances([name], kept, every_row)]
        )  # fmt: skip
        assert (own < EQUAL).all(), name
    # The same people, taken for the control set, fit as many rows.
    (_block, one), *_rest = people.distances(COLUMNS, np.arange(7), every_row)
    (_block, other), *_rest = absent.distances(COLUMNS, np.arange(7), every_row)
    assert ((one < EQUAL) == (other < EQUAL)).all()


def test_a_plain_frame_says_less_than_its_maker():
    """Without the levels, nobody can tell which area a commune is in: the kit refuses to guess."""
    from poucet.errors import PoucetError

    pupils = School(seed=3, pupils=400).pupils
    released = k_anonymise(pupils, ["commune", "class"], 20)
    assert released.levels["commune"]
    look_up(pupils, released, pupils.iloc[:7], ["commune"], None)
    with pytest.raises(PoucetError, match="commune"):
        look_up(pupils, released.frame, pupils.iloc[:7], ["commune"], None)
