"""The table of prices: what it holds, and what it says of a broken copy."""

import pytest

from poucet import PoucetError, data
from poucet.i18n import in_language
from poucet.market import prices

HEADER = "key,amount,unit,currency,year,what_fr,what_en,source,sure\n"
GOOD = "shoes,0.5,person,EUR,2026,pointure,shoe size,la classe,ours\n"


def written(tmp_path, text):
    path = tmp_path / "ours.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_printed_prices_are_there_with_their_units():
    table = prices()
    told = {key: (row.amount, row.unit, row.currency) for key, row in table.items()}
    assert told["age_sex_place"] == (0.0005, "person", "USD")
    assert told["car_buyer"] == (0.0021, "person", "USD")
    assert told["health"] == (0.26, "person", "USD")
    assert told["impression"] == (0.0005, "impression", "USD")
    assert told["profiled_impression"] == (0.0012, "impression", "USD")
    assert told["facebook_europe"] == (68.9, "person_year", "USD")
    assert told["agreement"] == (13_000_000, "total", "EUR")
    assert table["mental_health"].amount * 5000 == pytest.approx(275)
    assert {row.sure for row in table.values()} <= {"seen", "computed", "second-hand"}
    assert table["facebook_europe"].sure == table["mental_health"].sure == "second-hand"


def test_a_price_reads_as_a_sentence_with_its_source_and_its_doubt():
    table = prices()
    assert str(table["health"]) == (
        "0,26\u00a0$ par personne\u00a0: une personne inscrite sur une liste de santé"
        " (Financial Times, 2013)."
    )
    assert str(table["mental_health"]).endswith("(Duke University, 2023, cité par d’autres).")
    with in_language("en"):
        assert str(table["facebook_world_quarter"]) == (
            "$6.18 per person per quarter: what a user brings Facebook, world, last quarter"
            " (Facebook, 2017)."
        )


def test_a_class_reads_its_own_copy(tmp_path):
    copy = written(tmp_path, "\ufeff" + HEADER + GOOD + "\n")
    (row,) = prices(copy).values()
    assert (row.key, row.amount, row.year, row.what) == ("shoes", 0.5, 2026, "pointure")
    assert str(row).endswith("(la classe, 2026, supposition).")
    text = data.path("prices.csv").read_text(encoding="utf-8")
    assert prices(written(tmp_path, text)) == prices()


def test_a_row_without_english_or_year_is_read_in_french(tmp_path):
    (row,) = prices(written(tmp_path, HEADER + GOOD.replace("shoe size", "").replace("2026", "")))\
        .values()  # fmt: skip
    with in_language("en"):
        assert row.what == "pointure"
    assert row.year is None


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (GOOD.replace("0.5", '"0,5"'), "Ligne 3.*amount.*0,5.*avec un point"),
        (GOOD.replace("0.5", "-1"), "Ligne 3.*amount"),
        (GOOD.replace("0.5", "nan"), "Ligne 3.*amount"),
        (GOOD.replace("person", "people"), "Ligne 3.*unit.*people.*person_year"),
        (GOOD.replace("EUR", "€"), "Ligne 3.*currency.*EUR cent"),
        (GOOD.replace("2026", "hier"), "Ligne 3.*year.*hier"),
        (GOOD.replace("ours", "certain"), "Ligne 3.*sure.*seen"),
        (GOOD.replace("la classe", ""), "Ligne 3.*source"),
        (GOOD.replace("shoes", "hats", 1).replace("hats", "first"), "Ligne 3.*first.*pas encore"),
        (GOOD.replace("pointure", "pointure, chaussures"), "ligne 3.*10 cases au lieu de 9"),
    ],
)
def test_a_broken_line_is_named_with_what_it_should_be(tmp_path, line, told):
    first = GOOD.replace("shoes", "first")
    with pytest.raises(PoucetError, match=told.replace(" ", r"\s")):
        prices(written(tmp_path, HEADER + first + line))


def test_other_columns_or_no_file_are_refused(tmp_path):
    with pytest.raises(PoucetError, match="key,amount"):
        prices(written(tmp_path, HEADER.replace(",", ";") + GOOD))
    with pytest.raises(PoucetError, match="key,amount"):
        prices(written(tmp_path, ""))
    with pytest.raises(PoucetError, match="absent"):
        prices(tmp_path / "absent.csv")
    latin = tmp_path / "latin.csv"
    latin.write_bytes((HEADER + GOOD.replace("pointure", "santé")).encode("latin-1"))
    with pytest.raises(PoucetError, match="UTF-8"):
        prices(latin)
