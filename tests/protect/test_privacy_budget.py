"""A budget that truly runs out, whatever is asked of it and in whatever order."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from poucet.errors import PoucetError
from poucet.protect.privacy_budget import Budget

AMOUNTS = st.integers(1, 5_000).map(lambda thousandths: thousandths / 1000)


class Spending(RuleBasedStateMachine):
    """Pay at random; a ledger kept in decimals, by hand, says what must happen."""

    @initialize(whole=AMOUNTS)
    def start(self, whole):
        self.budget, self.left, self.paid = Budget(whole), Decimal(str(whole)), 0

    @rule(cost=AMOUNTS)
    def ask(self, cost):
        if Decimal(str(cost)) <= self.left:
            self.budget.spend(cost, "question")
            self.left -= Decimal(str(cost))
            self.paid += 1
        else:
            with pytest.raises(PoucetError, match="budget"):
                self.budget.spend(cost)

    @rule()
    def ask_for_all_that_is_left(self):
        if self.left:
            self.budget.spend(float(self.left))
            self.left, self.paid = Decimal(0), self.paid + 1
        for cost in (1e-6, 1.0):
            with pytest.raises(PoucetError, match="épuisé"):
                self.budget.spend(cost)

    @invariant()
    def the_ledger_agrees(self):
        assert self.budget.left == float(self.left)
        assert self.budget.spent <= self.budget.epsilon
        assert len(self.budget.spendings) == self.paid


TestSpending = Spending.TestCase


@given(st.integers(1, 200))
def test_equal_parts_of_a_budget_can_all_be_spent_and_not_one_more(parts):
    budget = Budget(parts / 10)
    for _part in range(parts):
        budget.spend(0.1)
    assert budget.left == 0
    with pytest.raises(PoucetError):
        budget.spend(0.000001)


def test_the_last_refusal_is_one_clear_sentence():
    budget = Budget(1)
    budget.spend(0.75, "combien")
    with pytest.raises(PoucetError) as refusal:
        budget.spend(0.5)
    assert "0,5" in str(refusal.value) and "reste 0,25 sur 1" in str(refusal.value)
    assert budget.spendings[0].what == "combien" and budget.spendings[0].epsilon == 0.75
    assert "reste ε = 0,25 sur 1, après 1 réponse." in str(budget)


@pytest.mark.parametrize("wrong", [0, -1, -1e300, float("nan"), float("inf"), "1", None, True, 1e4])
def test_an_epsilon_that_is_none_is_refused_and_costs_nothing(wrong):
    with pytest.raises(PoucetError, match="epsilon"):
        Budget(wrong)
    budget = Budget(1)
    with pytest.raises(PoucetError, match="epsilon"):
        budget.spend(wrong)
    assert budget.left == 1
