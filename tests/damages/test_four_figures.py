"""Four figures, always written with the same words."""

import dataclasses

import pytest

from poucet import PoucetError
from poucet.damages import Damage
from poucet.i18n import in_language

ALL = Damage(found=1100, accused=291, euros=1318.51, usefulness=1, pupils=1100)


def test_it_reads_as_a_sentence_in_both_languages():
    said = str(ALL).replace("\u00a0", " ").replace("\u202f", " ")
    assert said == (
        "Sur 1 100 élèves, retrouvés : 1 100, accusés à tort : 291, euros par an : 1 319 €,"
        " utilité gardée : 100 %."
    )
    with in_language("en"):
        assert str(ALL) == (
            "Out of 1,100 pupils, found: 1,100, wrongly accused: 291, euros a year: €1,319,"
            " usefulness kept: 100%."
        )


@pytest.mark.parametrize(
    ("amount", "written"), [(0, "€0"), (0.55, "€0.55"), (11.7, "€11.70"), (802.4, "€802")]
)
def test_cents_are_written_where_they_matter(amount, written):
    with in_language("en"):
        assert dataclasses.replace(ALL, euros=amount).written()["euros"] == written


@pytest.mark.parametrize(
    ("field", "value"),
    [("found", 1101), ("found", -1), ("accused", 1101), ("usefulness", 1.01), ("usefulness", -0.1),
     ("euros", -1.0), ("euros", float("nan"))],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_a_sentence(field, value):
    with pytest.raises(PoucetError, match=r"\.$"):
        dataclasses.replace(ALL, **{field: value})
