"""The broker's till: what a record with these columns fetches, after the prices that are known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.market.money import amount_text
from poucet.market.prices import Price, prices
from poucet.market.units import RECORD, UNITS

# What a list on sale asks for: for each thing it promises its buyer, the columns that tell it.
LISTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "age_sex_place": (
        ("birth_date", "birth_month", "birth_year"),
        ("sex",),
        ("address", "postcode", "commune"),
    ),
    "health": (("illness", "accommodation"),),
    "mental_health": (("sleeplessness",),),
}


@dataclass(frozen=True)
class RecordPrice:
    """What one record fetches on the dearest list it can be sold in.

    Attributes
    ----------
    amount : float
        For one person, in whole units of ``currency``; 0 where no list takes the record.
    currency : str
        ``"USD"`` or ``"EUR"``.
    price : Price or None
        The row of the table that says so.
    columns : tuple of str
        The columns that the list asked for.
    """

    amount: float
    currency: str
    price: Price | None
    columns: tuple[str, ...]

    def __str__(self) -> str:
        if self.price is None:
            return _("Aucune liste connue n’achète cette fiche : 0.")
        return _("Cette fiche se vend {amount} par personne : {what} ({source}).").format(
            amount=amount_text(self.amount, self.currency),
            what=self.price.what,
            source=self.price.origin,
        )


def price(columns: Iterable[str], table: Mapping[str, Price] | None = None) -> RecordPrice:
    """Price a record by the columns it holds.

    A broker holds a file. Buyers do not pay for columns: they pay to be on the list of those who
    are ill, or who look for a car. So a record is worth what the dearest list that it can enter is
    worth, and a column that opens no list adds nothing.

    Parameters
    ----------
    columns : iterable of str
        The record's columns: of `poucet.directory`, the traits that an attack has guessed
        (``"illness"``, ``"sleeplessness"``…), or keys of the table.
    table : dict of str to Price, optional
        The prices, from `poucet.market.prices`; left out, the kit's. A row whose key is the name
        of a column is a list that asks for that column alone.

    Returns
    -------
    RecordPrice
        ``.amount`` a person and ``.price``, the row it comes from. Printed, it is a sentence.

    Raises
    ------
    poucet.errors.PoucetError
        If the columns are not names, or the table prices lists in two currencies.

    Notes
    -----
    That an arrangement for the exams counts as health is this kit's reading, and that one record
    is sold to one list, once, is its simplification. Financial Times (2013) for most prices: see
    the table for each source.

    Examples
    --------
    >>> price(["sex", "birth_date", "commune"]).amount
    0.0005
    >>> price(["sex", "birth_date", "commune", "illness"]).amount
    0.26
    """
    held = _names(columns)
    rows = prices() if table is None else table
    offers = []
    for key, row in rows.items():
        asked = LISTS.get(key, ((key,),))
        used = tuple(next((name for name in ways if name in held), "") for ways in asked)
        if all(used) and UNITS[row.unit].kind == RECORD:
            offers.append(RecordPrice(row.per("person"), row.currency[:3], row, used))
    if not offers:
        return RecordPrice(0.0, "USD", None, ())
    if len({offer.currency for offer in offers}) > 1:
        raise PoucetError(
            _(
                "La table de prix compte ces listes en dollars et en euros : mettez-les dans la"
                " même monnaie pour les comparer."
            )
        )
    return max(offers, key=lambda offer: offer.amount)


def _names(columns: Iterable[str]) -> list[str]:
    names: list[object] = [columns]
    if isinstance(columns, Iterable) and not isinstance(columns, str):
        names = list(columns)
    known = [name for name in names if isinstance(name, str)]
    if len(known) < len(names):
        raise PoucetError(
            _(
                "Les colonnes (columns) attendent une liste de noms, par exemple"
                ' ["birth_date", "sex"], et non {value}.'
            ).format(value=repr(columns))
        )
    return known
