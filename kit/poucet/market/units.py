"""The units of a price, and which of them follow from which."""

from __future__ import annotations

from typing import NamedTuple

from poucet.errors import PoucetError
from poucet.i18n import N_
from poucet.i18n import gettext as _
from poucet.market.money import CURRENCIES

RECORD, SHOWN, TIME, DEAL = "record", "shown", "time", "deal"


class Unit(NamedTuple):
    """A unit: what kind of thing is paid for, how many at a time, and its name on a screen."""

    kind: str
    size: float
    name: str


UNITS = {
    "person": Unit(RECORD, 1, N_("par personne")),
    "impression": Unit(SHOWN, 1, N_("par publicité montrée")),
    "cpm": Unit(SHOWN, 1000, N_("pour mille publicités montrées (CPM)")),
    "person_year": Unit(TIME, 1, N_("par personne et par an")),
    "person_quarter": Unit(TIME, 0.25, N_("par personne et par trimestre")),
    "total": Unit(DEAL, 1, N_("en tout")),
}
_UNKNOWN = {
    frozenset((RECORD, SHOWN)): N_("combien de publicités cette fiche permet de montrer"),
    frozenset((RECORD, TIME)): N_("combien de fois la fiche est vendue dans l’année"),
    frozenset((SHOWN, TIME)): N_("combien de publicités une personne voit dans l’année"),
    frozenset((RECORD, DEAL)): N_("combien de personnes il concerne (people=…)"),
    frozenset((SHOWN, DEAL)): N_("combien de publicités il a payées"),
    frozenset((TIME, DEAL)): N_("combien de personnes et d’années il concerne"),
}


def unit_name(unit: str) -> str:
    """Give a unit's name in the reader's language."""
    return _(UNITS[unit].name)


def convert(
    amount: float,
    unit: str,
    currency: str,
    to_unit: str,
    to_currency: str | None = None,
    people: int | None = None,
) -> float:
    """Turn an amount for one unit into the amount for another.

    Parameters
    ----------
    amount, unit, currency : float, str, str
        What is known.
    to_unit, to_currency : str, str or None
        What is asked; left out, the currency is whole dollars or euros.
    people : int, optional
        How many people a total is about.

    Returns
    -------
    float
        The amount asked.

    Raises
    ------
    poucet.errors.PoucetError
        If the one does not follow from the other.

    Examples
    --------
    >>> convert(0.05, "impression", "USD cent", "cpm")
    0.5
    """
    if to_unit not in UNITS:
        raise PoucetError(
            _("L’unité « {unit} » n’existe pas : choisissez parmi {known}.").format(
                unit=to_unit, known=", ".join(UNITS)
            )
        )
    amount *= _money(currency, to_currency or currency[:3])
    held, wanted = UNITS[unit], UNITS[to_unit]
    if held.kind == wanted.kind:
        return amount * (wanted.size / held.size)
    if {held.kind, wanted.kind} == {RECORD, DEAL} and people is not None:
        if isinstance(people, bool) or not people > 0:
            raise PoucetError(
                _("people attend un nombre de personnes, et non {value}.").format(
                    value=repr(people)
                )
            )
        return amount / people if held.kind == DEAL else amount * people
    raise PoucetError(
        _("Ce prix est donné {unit} : pour le dire {wanted}, il faudrait savoir {missing}.").format(
            unit=unit_name(unit),
            wanted=unit_name(to_unit),
            missing=_(_UNKNOWN[frozenset((held.kind, wanted.kind))]),
        )
    )


def _money(held: str, wanted: str) -> float:
    """Give how many units of the currency asked make one of the currency held."""
    if wanted not in CURRENCIES:
        raise PoucetError(
            _("La monnaie « {currency} » n’existe pas ici : choisissez parmi {known}.").format(
                currency=wanted, known=", ".join(CURRENCIES)
            )
        )
    if held[:3] != wanted[:3]:
        raise PoucetError(
            _(
                "Ce prix est en {held} : pour le dire en {wanted}, il faudrait le cours du change"
                " de l’époque, que le kit n’a pas."
            ).format(held=held[:3], wanted=wanted[:3])
        )
    if held == wanted:
        return 1.0
    return 0.01 if held.endswith("cent") else 100.0
