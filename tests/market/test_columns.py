"""Any table a holder may have."""

from typing import NamedTuple

import numpy as np
import pandas as pd
import polars as pl
import pytest

from poucet import PoucetError
from poucet.market.columns import coded, column, names_of

CELLS = {"place": ["b", "a", "b"], "n": [3, 1, 2]}


class Ranks(NamedTuple):
    codes: dict
    categories: dict


TABLES = {
    "dictionary": CELLS,
    "pandas": pd.DataFrame(CELLS),
    "pandas categories": pd.DataFrame(CELLS).astype({"place": "category"}),
    "polars": pl.DataFrame(CELLS),
    "ranks": Ranks(
        {"place": np.array([1, 0, 1]), "n": np.array([3, 1, 2])}, {"place": np.array(["a", "b"])}
    ),
}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_each_kind_of_table_gives_the_same_columns(table):
    assert names_of(table) == ["place", "n"]
    assert column(table, "n").tolist() == [3, 1, 2]
    codes, texts = coded(table, "place")
    assert [texts[code] for code in codes] == ["b", "a", "b"]


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_missing_column_is_named_with_those_there_are(table):
    for read in (column, coded):
        with pytest.raises(PoucetError, match=r"colour.*place, n"):
            read(table, "colour")


@pytest.mark.parametrize("thing", [None, 3, [1, 2], "place"])
def test_what_is_no_table_is_refused(thing):
    with pytest.raises(PoucetError, match="tableau"):
        names_of(thing)
