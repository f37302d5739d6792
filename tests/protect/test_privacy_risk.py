"""The risk a release adds: its formula by hand, its interval by drawing, its sentence."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from poucet.i18n import use_language
from poucet.protect.privacy_risk import privacy_risk


def made(won, people, lucky, absent):
    success = np.arange(people) < won
    return privacy_risk("inference", "unité", success, np.arange(absent) < lucky)


def test_by_hand():
    found = made(80, 100, 60, 100)
    assert (found.value, found.baseline) == (0.8, 0.6)
    assert found.risk == pytest.approx(0.5)  # half of the 40 % that were left
    # Wilson: 80/100 → 0.7112…0.8666, 60/100 → 0.5020…0.6906; both distances propagated:
    # below: hypot(0.0888/0.4, 0.0906·0.2/0.16) = 0.2492; above: hypot(0.0666/0.4, 0.098·0.2/0.16)
    assert found.risk_interval == pytest.approx((0.2508, 0.7068), abs=2e-4)
    assert found.better_than_chance


@given(st.integers(1, 300), st.integers(1, 300), st.data())
def test_interval_holds_the_risk_and_stays_between_0_and_1(people, absent, data):
    won, lucky = data.draw(st.integers(0, people)), data.draw(st.integers(0, absent))
    found = made(won, people, lucky, absent)
    low, high = found.risk_interval
    assert 0 <= low <= found.risk <= high <= 1
    assert 0 <= found.interval[0] <= found.value <= found.interval[1] <= 1
    if won * absent <= lucky * people:
        assert found.risk == 0
        assert not found.better_than_chance


@pytest.mark.parametrize(("value", "baseline"), [(0.5, 0.1), (0.9, 0.6), (0.3, 0.3), (0.99, 0.02)])
def test_the_interval_covers_the_true_risk_as_often_as_it_says(value, baseline):
    rng = np.random.default_rng(5)
    true = (value - baseline) / (1 - baseline)
    drawn = rng.binomial(200, [value, baseline], (1500, 2))
    covered = 0
    for won, lucky in drawn:
        low, high = made(won, 200, lucky, 200).risk_interval
        covered += low <= true + 1e-12 and true - 1e-12 <= high
    assert covered / 1500 > 0.93


def test_the_sentence_in_both_languages():
    found = made(80, 100, 60, 100)
    assert str(found).replace("\xa0", " ").replace("\u202f", " ") == (
        "Inférence : 80,0 % unité (intervalle à 95 % : de 71,1 % à 86,7 %), contre 60,0 % de celles"
        " qui n’y sont pas ; la publication ajoute un risque de 50,0 % (de 25,1 % à 70,7 %)."
    )
    assert "aucun risque" in str(made(60, 100, 60, 100))
    use_language("en")
    assert str(found).startswith("Inference: 80.0% unité (95% interval: 71.1% to 86.7%)")
    assert "no risk" in str(made(60, 100, 60, 100))
