"""Hierarchies: the ready ones by hand, all of them nested, and the mistakes told."""

import datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from poucet import School, directory, k_anonymise
from poucet.errors import PoucetError
from poucet.i18n import in_language
from poucet.protect import intervals
from poucet.protect.hierarchies import companion_of, ladder
from poucet.protect.quasi_identifier import read_columns


def steps_of(name, cells, **others):
    """Give the ready hierarchy above the cells, as a list of what each cell becomes."""
    table = {name: cells, **others}
    column = read_columns(table, [name])[0]
    companion = companion_of(column, read_columns(table, ["postcode"])[0]) if others else None
    made = ladder(column, None, companion)
    place = {value: code for code, value in enumerate(column.values)}
    return [
        [labels[groups[place[cell]]] for cell in cells]
        for groups, labels in zip(made.groups[1:], made.labels[1:], strict=True)
    ]


STARS = ["*"] * 4


def test_dates_become_months_then_years():
    days = [datetime.date(2010, 3, d) for d in (5, 9)] + [
        datetime.date(2010, 4, 1),
        datetime.date(2009, 4, 1),
    ]
    months, years = ["2010-03", "2010-03", "2010-04", "2009-04"], ["2010", "2010", "2010", "2009"]
    assert steps_of("birth_date", days) == [months, years, STARS]
    assert steps_of("birth_month", months) == [years, STARS]


def test_places_become_areas_then_departements():
    codes = ["96100", "96190", "96200", "45470"]
    areas = ["961**", "961**", "962**", "454**"]
    assert steps_of("postcode", codes) == [areas, ["96***"] * 3 + ["45***"], STARS]
    names = ["Aubeliers", "Brévigny", "Pontarive", "Valmorne"]
    assert steps_of("commune", names) == [STARS]
    assert steps_of("commune", names, postcode=["96100", "96100", "96200", "45470"]) == [
        ["96100", "96100", "96200", "45470"],
        ["96***"] * 3 + ["45***"],
        STARS,
    ]
    insee = ["45001", "45002", "2A004", "97302"]
    assert steps_of("commune", insee) == [["45***", "45***", "2A***", "97***"], STARS]


def test_classes_become_levels_and_other_words_nothing():
    classes = ["2de 1", "2de 10", "Tle 3", "1re 2"]
    assert steps_of("class", classes) == [["2de", "2de", "Tle", "1re"], STARS]
    assert steps_of("sex", ["F", "M", "F", "M"]) == [STARS]
    assert steps_of("scholarship", [True, False, True, True]) == [STARS]


def test_numbers_become_wider_intervals():
    assert steps_of("age", [14, 15, 17, 19]) == [
        ["14–15", "14–15", "16–17", "18–19"],
        ["12–15", "12–15", "16–19", "16–19"],
        STARS,
    ]
    assert steps_of("mark", [8.5, 9.0, 12.25, 19.0]) == [
        ["[8 ; 10[", "[8 ; 10[", "[12 ; 14[", "[18 ; 20["],
        ["[8 ; 16[", "[8 ; 16[", "[8 ; 16[", "[16 ; 24["],
        STARS,
    ]
    assert steps_of("mark", [3, 3, 3, 3]) == [STARS]


CELLS = st.one_of(
    st.lists(st.integers(-(10**6), 10**6), min_size=1, max_size=30),
    st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=30),
    st.lists(st.dates(datetime.date(1990, 1, 1)), min_size=1, max_size=30),
    st.lists(st.text("abc1 ", max_size=6), min_size=1, max_size=30),
    st.lists(st.one_of(st.none(), st.integers(0, 40)), min_size=1, max_size=30),
)


@given(CELLS, st.sampled_from(["age", "postcode", "class", "commune", "birth_date"]))
def test_every_ready_hierarchy_climbs_to_one_value(cells, name):
    column = read_columns({name: cells}, [name])[0]
    made = ladder(column, None)
    assert len(made.labels[-1]) == 1
    assert len(made.labels) <= 30
    for below, above in zip(made.groups, made.groups[1:], strict=False):
        for group in np.unique(below):
            assert len(set(above[below == group].tolist())) == 1
    for groups, labels in zip(made.groups, made.labels, strict=True):
        assert sorted(set(groups.tolist())) == list(range(len(labels)))
        assert len(set(labels)) == len(labels)


def test_levels_of_ones_own_dictionaries_and_functions():
    table = {"age": [15, 16, 18, 19], "town": ["Aix", "Apt", "Pau", "Dax"]}
    found = k_anonymise(
        table,
        ["age", "town"],
        2,
        {"age": intervals(5), "town": [lambda town: "south"]},
        suppress=0,
    )
    assert found.levels == {"age": 1, "town": 1}
    assert found.frame["age"].tolist() == ["15–19"] * 4
    east = {"Aix": "east", "Apt": "east", "Pau": "west", "Dax": "west"}
    found = k_anonymise(table, ["town"], 2, {"town": [east]}, suppress=0)
    assert found.frame["town"].tolist() == ["east", "east", "west", "west"]
    found = k_anonymise(table, ["town"], 3, {"town": [east]}, suppress=0)
    assert found.frame["town"].tolist() == STARS


def test_a_dictionary_may_use_the_dates_of_pandas():
    pandas = pytest.importorskip("pandas")
    table = pandas.DataFrame({"day": pandas.to_datetime(["2010-01-02", "2010-01-03"])})
    level = dict.fromkeys(table["day"], "winter")
    assert k_anonymise(table, "day", 2, {"day": [level]}).frame["day"].tolist() == ["winter"] * 2


@pytest.mark.parametrize(
    ("levels", "words"),
    [
        ([{"F": "*"}], ("sex", "M")),
        ([lambda sex: [sex]], ("sex",)),
        ([lambda sex: "*", lambda sex: sex], ("sex", "2", "F", "M")),
    ],
)
def test_a_hierarchy_that_is_none(levels, words):
    def call():
        k_anonymise({"sex": ["F", "M"]}, "sex", 2, {"sex": levels})

    with pytest.raises(PoucetError) as french:
        call()
    with in_language("en"), pytest.raises(PoucetError) as english:
        call()
    assert str(french.value) != str(english.value)
    for message in (str(french.value), str(english.value)):
        assert all(word in message for word in words)


def test_the_school_has_a_hierarchy_for_the_columns_that_single_out():
    table = directory(School(seed=1, pupils=300))
    cells = {name: table[name].tolist() for name in table.columns}
    by_name = {column.name: column for column in read_columns(cells, list(cells))}
    companion = companion_of(by_name["commune"], by_name["postcode"])
    depth = {
        name: len(ladder(column, None, companion if name == "commune" else None).labels)
        for name, column in by_name.items()
    }
    assert depth["birth_date"] == 4
    assert depth["class"] == 3
    assert depth["commune"] >= 3
    assert depth["sex"] == depth["ine"] == 2
