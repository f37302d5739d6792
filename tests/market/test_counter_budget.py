"""The same service, paid for."""

import pytest

from poucet import PoucetError
from poucet.i18n import in_language
from poucet.market import CounterBudget, cost_name, prices


def test_a_class_adds_up_its_own_service():
    budget = CounterBudget({"people": 3000, "notre serveur": 500.5}, pupils=1000)
    assert budget.total == 3500.5
    assert budget.per_pupil == 3.5005


def test_the_yardstick_is_the_agreement_of_the_price_table():
    agreement = prices()["agreement"]
    assert CounterBudget().yardstick == agreement.per("person", people=12_000_000)
    assert f"{CounterBudget().yardstick:.1f}" == "1.1"


@pytest.mark.parametrize("cost", [-1, float("nan"), "100", True])
def test_what_is_no_expense_is_refused(cost):
    with pytest.raises(PoucetError, match="euros"):
        CounterBudget({"people": cost})


@pytest.mark.parametrize("pupils", [0, -5, "mille"])
def test_what_is_no_number_of_pupils_is_refused(pupils):
    with pytest.raises(PoucetError, match="pupils"):
        CounterBudget(pupils=pupils)


def test_it_reads_as_a_sentence():
    with in_language("en"):
        assert str(CounterBudget({"people": 5_000}, 2_000)) == (
            "With nothing sold, the service costs €2.50 per pupil per year (€5,000 for 2,000"
            " pupils); the 2015 agreement with Microsoft was valued at €1.08 per pupil in all."
        )
        assert cost_name("machines") == "machines and network"
    assert cost_name("notre serveur") == "notre serveur"
