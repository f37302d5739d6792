"""What a record fetches by the columns it holds."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poucet import PoucetError, price
from poucet.market import prices

COLUMNS = st.lists(
    st.sampled_from(
        ["birth_date", "birth_month", "sex", "commune", "postcode", "illness", "sleeplessness",
         "car_buyer", "email", "class", "scholarship"]
    )
)  # fmt: skip


@pytest.mark.parametrize(
    ("columns", "amount", "key"),
    [
        (["birth_date", "sex", "commune"], 0.0005, "age_sex_place"),
        (["birth_year", "sex", "postcode"], 0.0005, "age_sex_place"),
        (["birth_date", "sex"], 0, None),
        (["email", "class", "option"], 0, None),
        (["accommodation"], 0.26, "health"),
        (["sleeplessness", "birth_date", "sex", "commune"], 0.055, "mental_health"),
        (["car_buyer"], 0.0021, "car_buyer"),
        ("illness", 0.26, "health"),
        ([], 0, None),
    ],
)
def test_the_dearest_list_that_takes_the_record_wins(columns, amount, key):
    found = price(columns)
    assert found.amount == pytest.approx(amount)
    assert (found.price and found.price.key) == key


@given(COLUMNS, COLUMNS)
def test_one_more_column_never_lowers_the_price(columns, more):
    assert price(columns + more).amount >= price(columns).amount


@given(COLUMNS)
def test_the_columns_named_are_enough_for_the_price(columns):
    found = price(columns)
    assert set(found.columns) <= set(columns)
    assert price(found.columns).amount == found.amount


def test_what_is_not_sold_by_the_person_prices_no_record():
    assert price(["impression", "facebook_europe", "agreement"]).price is None


def test_a_class_adds_a_list_of_its_own_by_the_name_of_a_column():
    table = prices()
    table["scholarship"] = dataclasses.replace(
        table["health"], key="scholarship", amount=40.0, currency="USD cent"
    )
    found = price(["scholarship", "illness"], table)
    assert (found.amount, found.currency, found.columns) == (0.4, "USD", ("scholarship",))


def test_lists_in_two_currencies_are_not_compared():
    table = prices()
    table["email"] = dataclasses.replace(table["health"], key="email", currency="EUR")
    assert price(["email"], table).currency == "EUR"
    with pytest.raises(PoucetError, match="même monnaie"):
        price(["email", "illness"], table)


def test_a_generator_of_names_is_read_once_and_whole():
    assert price(name for name in ["birth_date", "sex", "commune"]).amount == 0.0005


@pytest.mark.parametrize("columns", [3, None, [1, 2], ["sex", None]])
def test_what_are_no_names_is_refused(columns):
    with pytest.raises(PoucetError, match="columns"):
        price(columns)


def test_it_reads_as_a_sentence_that_names_its_source():
    assert "Financial Times, 2013" in str(price(["illness"]))
    assert str(price(["class"])) == "Aucune liste connue n’achète cette fiche\u00a0: 0."
