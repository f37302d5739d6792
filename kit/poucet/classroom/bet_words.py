"""The words and the two bars of a bet: how its numbers are said and drawn."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from poucet.i18n import gettext as _
from poucet.i18n import language, ngettext, number, percent

if TYPE_CHECKING:
    from poucet.classroom.bets import Bet


def units() -> tuple[str, ...]:
    """Give the units a bet can be made in."""
    return ("pupils", "classes", "columns", "%")


def _digits(value: float) -> int:
    return 0 if float(value).is_integer() else 1


def amount(value: float, unit: str) -> str:
    """Write a number with its unit: ``1 100 élèves``, ``69 %``.

    Examples
    --------
    >>> print(amount(12, "pupils"))
    12 élèves
    """
    digits = _digits(value)
    if unit == "%":
        return percent(value / 100, digits)
    words = {
        "pupils": ngettext("{count} élève", "{count} élèves", value),
        "classes": ngettext("{count} classe", "{count} classes", value),
        "columns": ngettext("{count} colonne", "{count} colonnes", value),
    }
    return words[unit].format(count=number(value, digits))


def gap(bet: float, answer: float, unit: str) -> str:
    """Say the bet, the answer and how far apart they are, in one line."""
    said = {"bet": amount(bet, unit), "answer": amount(answer, unit)}
    if bet == answer:
        return _("Votre pari : {bet}. C’est exactement la réponse.").format(**said)
    distance = round(abs(answer - bet), 1)
    size = number(distance, _digits(distance))
    if unit == "%":
        size = ngettext("{count} point", "{count} points", distance).format(count=size)
    sentence = (
        _("Votre pari : {bet}. La réponse : {answer}, soit {gap} de plus.")
        if answer > bet
        else _("Votre pari : {bet}. La réponse : {answer}, soit {gap} de moins.")
    )
    return sentence.format(**said, gap=size)


def _bar(name: str, value: float, bet: Bet, paint: str) -> str:
    share = min(max((value - bet.low) / (bet.high - bet.low), 0), 1)
    return (
        '<div style="display:flex;align-items:center;margin:4px 0">'
        f'<span style="width:7em">{escape(name)}</span>'
        '<span style="display:inline-block;width:360px;border-left:2px solid #333">'
        f'<span style="display:block;height:20px;width:{100 * share:.1f}%;min-width:2px;'
        f'border:1px solid #333;{paint}"></span></span>'
        f'<strong style="margin-left:.8em">{escape(amount(value, bet.unit))}</strong></div>'
    )


def comparison(bet: Bet) -> str:
    """Draw bet and answer as two bars, told apart by name and hatching, under their sentence."""
    sentence = f'<p style="line-height:1.4;margin:4px 0">{escape(bet.sentence())}</p>'
    bars = ""
    if bet.value is not None and bet.answer is not None:
        hatched = "background:repeating-linear-gradient(45deg,#fff 0 4px,#555 4px 6px)"
        bars = (
            '<div aria-hidden="true">'
            + _bar(_("votre pari"), bet.value, bet, hatched)
            + _bar(_("la réponse"), bet.answer, bet, "background:#1f4e79")
            + "</div>"
        )
    return f'<div lang="{language()}" role="status">{sentence}{bars}</div>'
