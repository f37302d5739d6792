"""A year of one pupil, sold."""

import dataclasses

import pytest

from poucet import PoucetError
from poucet.i18n import in_language
from poucet.market import Habits, earnings, prices

EVERYTHING = ["birth_date", "sex", "commune", "trail", "illness"]
USES = ["page_ads", "profiled_ads", "records"]
HABITS = Habits(ads_a_day=20, days=100, sales=3, publisher=0.5)


@pytest.mark.parametrize(
    ("columns", "uses", "lines"),
    [
        (EVERYTHING, [], {}),
        (EVERYTHING, ["page_ads"], {"page_ads": 0.50}),  # 2000 × 0.0005 × ½
        (EVERYTHING, ["profiled_ads"], {"profiled_ads": 1.20}),
        (EVERYTHING, USES, {"profiled_ads": 1.20, "records": 0.78}),
        (["birth_date", "sex", "commune"], ["records"], {"records": 0.0015}),
        (["class"], ["records"], {}),
        ([], ["profiled_ads"], {}),
        ([], USES, {"page_ads": 0.50}),
        ("trail", "profiled_ads", {"profiled_ads": 1.20}),
    ],
)
def test_only_what_is_held_and_allowed_brings_money(columns, uses, lines):
    found = earnings(columns, uses, habits=HABITS)
    assert found.lines == pytest.approx(lines)
    assert found.total == pytest.approx(sum(lines.values()))
    assert set(found.sources) == set(lines)


def test_a_class_brings_its_own_prices():
    table = prices()
    table["impression"] = dataclasses.replace(table["impression"], amount=10.0, unit="cpm",
                                              currency="USD cent")  # fmt: skip
    assert earnings([], "page_ads", table, HABITS).total == pytest.approx(0.10)
    del table["impression"]
    with pytest.raises(PoucetError, match="impression"):
        earnings([], "page_ads", table)


def test_an_unknown_use_is_refused_with_those_there_are():
    with pytest.raises(PoucetError, match="profiled_ads"):
        earnings([], ["give"])


def test_it_reads_as_a_sentence_that_says_it_supposes():
    assert str(earnings([], [])) == "Ce service ne tire rien des élèves."
    assert "une supposition" in str(earnings(EVERYTHING, USES))
    with in_language("en"):
        assert str(earnings([], habits=HABITS)) == (
            "A pupil brings the service $0.50 a year (advertisements that suit the page: $0.5000),"
            " if shown 2,000 advertisements in the year (an assumption)."
        )
