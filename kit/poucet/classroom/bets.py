"""Predict, then reveal: a pupil commits to a number before the kit shows it.

The pupil holds a slider and a lock. Success is that the bet is honest: once locked it never moves,
even if the cell is run again, and the answer shows only then.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import Any

from poucet.classroom.bet_words import amount, gap, units
from poucet.classroom.whole_number import whole_number
from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.i18n import number

_bets: dict[str, Bet] = {}


def predict(key: str, unit: str, low: int, high: int) -> Bet:
    """Ask for a bet: shows a slider and a lock in a notebook.

    Parameters
    ----------
    key : str
        The bet's name. Running the cell again gives a locked bet back as it was.
    unit : {"pupils", "classes", "columns", "%"}
        What is counted. With ``"%"`` every number is a percentage: 69, not 0.69.
    low, high : int
        The ends of the slider.

    Returns
    -------
    Bet
        Show it, then call its ``reveal``.

    Raises
    ------
    poucet.errors.PoucetError
        If the unit is unknown or the ends are not two increasing whole numbers.

    Examples
    --------
    >>> bet = predict("doctest", unit="pupils", low=0, high=1100)
    >>> bet.lock(30)
    >>> bet.reveal(662)
    Votre pari : 30 élèves. La réponse : 662 élèves, soit 632 de plus.
    """
    if unit not in units():
        raise PoucetError(
            _("L’unité « {unit} » n’existe pas ici : choisissez parmi {units}.").format(
                unit=unit, units=", ".join(units())
            )
        )
    first, last = whole_number(low), whole_number(high)
    if first is None or last is None or first >= last:
        raise PoucetError(
            _(
                "Un pari va de low à high, deux nombres entiers, le premier plus petit : "
                "reçu {low} et {high}."
            ).format(low=low, high=high)
        )
    known = _bets.get(key)
    if (
        known is None
        or not known.locked
        or (known.unit, known.low, known.high) != (unit, first, last)
    ):
        _bets[key] = Bet(key, unit, first, last)
    return _bets[key]


@dataclass(eq=False)
class Bet:
    """One pupil's bet: open, then locked for good.

    Attributes
    ----------
    key, unit, low, high
        As given to `predict`.
    value : int or None
        The locked bet; None while it is open.
    answer : float or None
        The true value, once `reveal` was called.
    """

    key: str
    unit: str
    low: int
    high: int
    value: int | None = field(default=None, init=False)
    answer: float | None = field(default=None, init=False)
    _panel: Any = field(default=None, init=False, repr=False)

    @property
    def locked(self) -> bool:
        """Whether the bet can no longer change."""
        return self.value is not None

    def lock(self, value: int) -> None:
        """Commit to a number, as the lock button does.

        Raises
        ------
        poucet.errors.PoucetError
            If the bet is already locked, or the number is not a whole one between the ends.
        """
        if self.locked:
            raise PoucetError(_("Votre pari est verrouillé : on ne revient pas en arrière."))
        bet = whole_number(value)
        if bet is None or not self.low <= bet <= self.high:
            raise PoucetError(
                _("Un pari est un nombre entier entre {low} et {high} : reçu {value}.").format(
                    low=number(self.low), high=number(self.high), value=value
                )
            )
        self.value = bet
        self._refresh()

    def reveal(self, value: float) -> Reveal:
        """Show the bet, the answer and the gap: at once, or as soon as the bet is locked.

        Parameters
        ----------
        value : float
            The true value, in the unit of the bet.
        """
        try:
            self.answer = float(value)
        except (TypeError, ValueError):
            raise PoucetError(
                _("La réponse à révéler doit être un nombre : reçu {value}.").format(value=value)
            ) from None
        self._refresh()
        return Reveal(self)

    def sentence(self) -> str:
        """Say where the bet stands, in one sentence."""
        if self.value is None:
            return _("Verrouillez d’abord votre pari : la réponse paraîtra ici.")
        if self.answer is None:
            return _("Pari verrouillé : {bet}.").format(bet=amount(self.value, self.unit))
        return gap(self.value, self.answer, self.unit)

    def _refresh(self) -> None:
        if self._panel is not None:
            self._panel.refresh()

    def _widgets(self) -> Any:
        """Give the widgets, built at the first display; None where there is nobody to use them."""
        if os.environ.get("NBGRADER_EXECUTION"):
            return None
        if self._panel is None:
            try:
                from poucet.classroom.bet_panel import BetPanel
            except ImportError:  # without ipywidgets, a bet is made with lock()
                return None
            self._panel = BetPanel(self)
        return self._panel

    def __repr__(self) -> str:
        ends = _("Votre pari, entre {low} et {high}").format(
            low=number(self.low), high=amount(self.high, self.unit)
        )
        return f"{ends}." if not self.locked else self.sentence()

    def _repr_mimebundle_(self, **_options: Any) -> dict[str, Any]:
        panel = self._widgets()
        shown = {} if panel is None else panel.question._repr_mimebundle_()
        return {**shown, "text/plain": repr(self)}


class Reveal:
    """What `Bet.reveal` shows: it fills itself as soon as the bet is locked."""

    def __init__(self, bet: Bet) -> None:
        self._bet = bet

    def __repr__(self) -> str:
        return self._bet.sentence()

    def _repr_mimebundle_(self, **_options: Any) -> dict[str, Any]:
        panel = self._bet._widgets()
        shown = {} if panel is None else panel.answer._repr_mimebundle_()
        return {**shown, "text/plain": repr(self)}
