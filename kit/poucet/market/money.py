"""Amounts of money: how they are written, and how whole cents are shared without losing one."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction

from poucet.i18n import NBSP, euros, language, number
from poucet.i18n import gettext as _

CURRENCIES = ("USD", "EUR", "USD cent", "EUR cent")


def dollars(amount: float, digits: int = 2) -> str:
    """Write an amount in dollars: ``0,50 $`` in French, ``$0.50`` in English.

    Examples
    --------
    >>> from poucet.i18n import in_language
    >>> with in_language("en"):
    ...     dollars(-1234.5)
    '-$1,234.50'
    """
    if language() == "fr":
        return f"{number(amount, digits)}{NBSP}$"
    return f"{'-' if amount < 0 else ''}${number(abs(amount), digits)}"


def amount_text(amount: float, currency: str, digits: int | None = None) -> str:
    """Write an amount in one of the four currencies, with as many digits as it takes to see it.

    Parameters
    ----------
    amount : float
        The amount.
    currency : str
        ``"USD"``, ``"EUR"``, ``"USD cent"`` or ``"EUR cent"``.
    digits : int, optional
        Digits after the point; left out, two, or more for a small amount.

    Examples
    --------
    >>> amount_text(0.0005, "USD").replace(NBSP, " ")
    '0,0005 $'
    """
    if digits is None:
        whole = float(amount).is_integer() and abs(amount) >= 1000
        digits = 0 if whole else 2
        if 0 < abs(amount) < 0.1:
            # to the second significant digit, without a last zero: 0.0005, 0.055, 0.0012
            digits = 1 - math.floor(math.log10(abs(amount)))
            digits = max(2, digits - (round(abs(amount) * 10**digits) % 10 == 0))
    if currency == "EUR":
        return euros(amount, digits)
    if currency == "USD":
        return dollars(amount, digits)
    text = _("{n} cent de dollar") if currency == "USD cent" else _("{n} centime d’euro")
    return text.format(n=number(amount, digits))


def share_out(total: int, weights: Sequence[float]) -> list[int]:
    """Share whole cents in proportion to weights, so that the shares add up to the total.

    Everyone first gets the whole cents of the exact share; the cents left over go one each to those
    who lost the largest fraction (largest remainder, Hare), and of equal fractions to the first.

    Parameters
    ----------
    total : int
        Cents to share.
    weights : sequence of float
        One weight of at least 0 for each; if all are 0, the first takes everything.

    Returns
    -------
    list of int
        Cents of each, less than one away from the exact share.

    Examples
    --------
    >>> share_out(100, [1, 1, 1])
    [34, 33, 33]
    """
    exact = [Fraction(weight) for weight in weights]
    if not any(exact):
        exact = [Fraction(1), *(Fraction(0) for _weight in exact[1:])]
    whole = sum(exact)
    parts = [total * weight / whole for weight in exact]
    cents = [math.floor(part) for part in parts]
    by_loss = sorted(range(len(parts)), key=lambda i: (cents[i] - parts[i], i))
    for i in by_loss[: total - sum(cents)]:
        cents[i] += 1
    return cents


def to_cents(amount: float) -> int:
    """Round an amount to whole cents, half a cent upwards."""
    return math.floor(Fraction(amount) * 100 + Fraction(1, 2))
