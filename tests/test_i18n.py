"""Languages and the way each writes numbers."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poucet import i18n
from poucet.errors import PoucetError


def test_french_is_the_first_language(monkeypatch):
    monkeypatch.delenv("POUCET_LANG", raising=False)
    monkeypatch.setattr(i18n, "_chosen", None)
    assert i18n.language() == "fr"
    monkeypatch.setenv("POUCET_LANG", "en")
    assert i18n.language() == "en"


def test_an_unknown_language_is_refused_in_one_sentence():
    with pytest.raises(PoucetError, match="klingon"):
        i18n.use_language("klingon")


def test_a_block_in_english_ends_in_the_former_language():
    with i18n.in_language("fr"):
        with i18n.in_language("en"):
            assert i18n.gettext("Tout est en place.") == "Everything is in place."
        assert i18n.gettext("Tout est en place.") == "Tout est en place."


@pytest.mark.parametrize(
    ("value", "digits", "french", "english"),
    [
        (1234567, 0, "1\u202f234\u202f567", "1,234,567"),
        (-1234.56, 1, "-1\u202f234,6", "-1,234.6"),
        (-0.001, 1, "0,0", "0.0"),
        (0.5, 2, "0,50", "0.50"),
    ],
)
def test_numbers_follow_each_language(value, digits, french, english):
    with i18n.in_language("fr"):
        assert i18n.number(value, digits) == french
    with i18n.in_language("en"):
        assert i18n.number(value, digits) == english


def test_shares_money_and_days_follow_each_language():
    with i18n.in_language("fr"):
        assert i18n.percent(0.694) == "69\u00a0%"
        assert i18n.euros(1.1) == "1,10\u00a0€"
        assert i18n.day(datetime.date(2010, 3, 1)) == "1er\u00a0mars 2010"
    with i18n.in_language("en"):
        assert i18n.percent(0.694) == "69%"
        assert i18n.euros(-1.1) == "-€1.10"
        assert i18n.day(datetime.date(2010, 3, 1)) == "1\u00a0March 2010"


@pytest.mark.parametrize(("count", "french", "english"), [(0, "un", "many"), (1, "un", "one")])
def test_zero_is_singular_in_french_only(count, french, english):
    with i18n.in_language("fr"):
        assert i18n.ngettext("un", "plusieurs", count) == french
    with i18n.in_language("en"):
        # not in the catalogue: gettext falls back on the sentences given
        assert i18n.ngettext("one", "many", count) == english


@given(st.floats(-1e9, 1e9), st.integers(0, 4))
def test_a_written_number_reads_back(value, digits):
    with i18n.in_language("fr"):
        text = i18n.number(value, digits)
    back = float(text.replace("\u202f", "").replace(",", "."))
    assert back == pytest.approx(value, abs=0.5 * 10**-digits * 1.001)
