"""Each mistake gets one clear sentence, whatever the engine and the language."""

import subprocess
import sys

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from attacks.sentences import refused

from poucet import class_sizes, explore, l_diversity, t_closeness

TABLE = {"birth_date": ["2009-01-01", "2010-02-02"], "sex": ["F", "M"]}


def test_an_unknown_column_suggests_the_closest_and_lists_those_there_are(engine, table_in):
    table = table_in(engine, TABLE)
    refused(lambda: class_sizes(table, ["birthdate", "sex"]), "birthdate", "birth_date", "sex")
    refused(lambda: class_sizes(table, "zzz"), "zzz", "birth_date, sex")


def test_a_forgotten_comma_is_recognised():
    forgotten = "birth_datesex"  # what Python makes of ["birth_date" "sex"]
    refused(lambda: class_sizes(TABLE, [forgotten]), "virgule", '"birth_date" et "sex"')


def test_an_empty_table(engine, table_in):
    typed = table_in(engine, TABLE)
    empty = {name: [] for name in TABLE} if isinstance(typed, dict) else nothing_of(typed)
    refused(lambda: class_sizes(empty, ["sex", "birth_date"]), "vide")


def nothing_of(table):
    if hasattr(table, "limit"):
        return table.limit(0)
    return table.slice(0, 0) if isinstance(table, pa.Table) else table[:0]


def test_an_empty_choice(engine, table_in):
    table = table_in(engine, TABLE)
    refused(lambda: class_sizes(table, []), "by")
    refused(lambda: explore(table, []), "columns")


def test_a_column_named_twice():
    refused(lambda: class_sizes(TABLE, ["sex", "sex"]), "sex", "by")


def test_two_columns_of_one_name():
    frame = pd.DataFrame([["F", "M", 1]], columns=["sex", "sex", "age"])
    refused(lambda: class_sizes(frame, "sex"), "sex")
    table = pa.table([["F"], ["M"]], names=["sex", "sex"])
    refused(lambda: class_sizes(table, "sex"), "sex")


@pytest.mark.parametrize("cells", [[["a"], ["b", "c"]], [{"a": 1}, {"a": 2}]])
def test_cells_that_hold_lists_or_records(engine, table_in, cells):
    if engine in ("pandas categorical", "polars categorical", "arrow dictionary"):
        pytest.skip("this engine refuses such a column itself")
    table = table_in(engine, {"devices": cells, "sex": ["F", "M"]})
    refused(lambda: class_sizes(table, ["sex", "devices"]), "devices")


def test_polars_objects():
    frame = pl.DataFrame({"devices": pl.Series([{1}, {2}], dtype=pl.Object)})
    refused(lambda: class_sizes(frame, "devices"), "devices")


def test_columns_of_unequal_lengths():
    refused(
        lambda: class_sizes({"sex": ["F"], "age": [1, 2]}, ["sex", "age"]), "sex", "1", "age", "2"
    )


@pytest.mark.parametrize("column", ["FM", 3, [[1, 2], [3, 4]]])
def test_a_dictionary_entry_that_is_no_column(column):
    column = np.array(column) if isinstance(column, list) else column
    refused(lambda: class_sizes({"sex": column}, "sex"), "sex")


@pytest.mark.parametrize("thing", [3, "eleves.csv", [1, 2], None])
def test_what_is_no_table(thing):
    refused(lambda: class_sizes(thing, "sex"), type(thing).__name__)


def test_by_that_names_nothing():
    refused(lambda: class_sizes(TABLE, 3), "by", "3")
    refused(lambda: class_sizes(TABLE, [["sex"]]), "['sex']")


def test_thirteen_columns_are_too_many_to_explore():
    table = {f"c{place}": [1, 2] for place in range(13)}
    refused(lambda: explore(table, list(table)), "13", "12")


def test_an_exploration_asked_for_what_it_has_not():
    found = explore(TABLE, ["sex", "birth_date"])
    refused(lambda: found.of(["age"]), "age")
    refused(lambda: found.best(3), "3", "2")


def test_a_sensitive_column_among_the_others():
    refused(lambda: l_diversity(TABLE, ["sex"], "sex"), "sex", "sensitive")
    refused(lambda: t_closeness(TABLE, ["sex"], "age"), "age")


def test_measures_in_memory_say_how_to_load_a_lazy_table():
    table = pl.LazyFrame(TABLE)
    refused(lambda: explore(table, ["sex"]), ".collect()")
    refused(lambda: l_diversity(table, ["sex"], "birth_date"), ".collect()")


def test_a_dictionary_of_arrays_needs_no_dataframe_library():
    code = (
        "import sys, numpy as np; from poucet import class_sizes, explore, t_closeness\n"
        "table = {'a': np.arange(5), 'b': ['x'] * 5}\n"
        "class_sizes(table, 'a'), explore(table, ['a', 'b']), t_closeness(table, 'b', 'a')\n"
        "print(*({'pandas', 'polars', 'pyarrow', 'duckdb', 'narwhals'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == []
