"""A privacy budget: each answer spends some, and once it is spent nobody is answered."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from numbers import Real
from typing import Any

import numpy as np

from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.i18n import ngettext, number

LEAST, MOST = 1e-6, 1e3  # an ε out of this range is a slip: no protection at all, or only noise


@dataclass(frozen=True)
class Spending:
    """One answer that was paid for.

    Attributes
    ----------
    what : str
        What was asked, in the reader's language.
    epsilon : float
        What it cost.
    """

    what: str
    epsilon: float


class Budget:
    """How much may ever be told about the people of a table.

    A school answers questions about its pupils with noise. Whoever asks the same question a hundred
    times takes the mean of the answers, and the noise is gone: so answers are counted. An answer
    costs ε; the costs add up (basic composition: C. Dwork and A. Roth, “The algorithmic foundations
    of differential privacy”, 2014, theorem 3.16); when the budget cannot pay, nobody is answered
    any more, for good. A budget belongs to the people, not to a question: one for each table,
    shared by all who ask. Making a new one for the same pupils breaks the promise.

    Parameters
    ----------
    epsilon : float
        The whole budget, from 0.000001 to 1000. Whether any one pupil is in the table changes the
        probability of whatever is answered by a factor of at most exp(ε): 2.7 for ε = 1.

    Raises
    ------
    poucet.errors.PoucetError
        If it is no such number.

    Notes
    -----
    Amounts are kept as the decimal numbers they are written as, so that three answers at 0.1 fit a
    budget of 0.3, which sums of floats would deny.

    Examples
    --------
    >>> budget = Budget(0.3)
    >>> for question in ("première", "deuxième", "troisième"):
    ...     budget.spend(0.1, question)
    >>> budget.left
    0.0
    >>> print(budget)
    Budget de confidentialité : il reste ε = 0 sur 0,3, après 3 réponses.
    """

    def __init__(self, epsilon: float) -> None:
        self._whole = _amount(epsilon)
        self._spent = Fraction(0)
        self._spendings: list[Spending] = []

    @property
    def epsilon(self) -> float:
        """The whole budget."""
        return float(self._whole)

    @property
    def spent(self) -> float:
        """What the answers have cost so far."""
        return float(self._spent)

    @property
    def left(self) -> float:
        """What may still be spent."""
        return float(self._whole - self._spent)

    @property
    def spendings(self) -> tuple[Spending, ...]:
        """The answers paid for, the oldest first."""
        return tuple(self._spendings)

    def spend(self, epsilon: float, what: str = "") -> None:
        """Pay for an answer, or refuse.

        Parameters
        ----------
        epsilon : float
            What the answer costs.
        what : str
            What was asked, for the list of spendings.

        Raises
        ------
        poucet.errors.PoucetError
            If less than that is left; nothing is spent then.
        """
        cost = _amount(epsilon)
        if cost > self._whole - self._spent:
            raise self._refusal(cost)
        self._spent += cost
        self._spendings.append(Spending(what, float(cost)))

    def _refusal(self, cost: Fraction) -> PoucetError:
        left = self._whole - self._spent
        if not left:
            return PoucetError(
                _(
                    "Le budget de confidentialité est épuisé : ε = {whole} a été dépensé, et aucune"
                    " question ne peut plus être posée sur ces personnes."
                ).format(whole=written(self._whole))
            )
        return PoucetError(
            _(
                "Le budget de confidentialité ne suffit pas : la question coûte ε = {cost} et il"
                " reste {left} sur {whole} ; demandez une réponse moins précise, ou renoncez-y."
            ).format(cost=written(cost), left=written(left), whole=written(self._whole))
        )

    def __str__(self) -> str:
        asked = len(self._spendings)
        return ngettext(
            "Budget de confidentialité : il reste ε = {left} sur {whole}, après {asked} réponse.",
            "Budget de confidentialité : il reste ε = {left} sur {whole}, après {asked} réponses.",
            asked,
        ).format(
            left=written(self._whole - self._spent), whole=written(self._whole), asked=number(asked)
        )

    __repr__ = __str__


def _amount(epsilon: Any) -> Fraction:
    """Read an ε as the decimal number that was typed."""
    good = isinstance(epsilon, Real) and not isinstance(epsilon, bool | np.bool_)
    if not good or not LEAST <= float(epsilon) <= MOST:
        raise PoucetError(
            _(
                "L’argument epsilon attend un nombre entre {least} et {most} (0.1 protège bien, 10"
                " presque plus), et non {value}."
            ).format(least="0.000001", most="1000", value=repr(epsilon))
        )
    return Fraction(repr(float(epsilon)))


def written(epsilon: Fraction | float) -> str:
    """Write an ε with as many decimals as it needs, six at most."""
    digits = next((d for d in range(6) if round(epsilon, d) == epsilon), 6)
    return number(float(epsilon), digits)
