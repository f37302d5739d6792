"""What a free service lives on: a year of one pupil, sold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from poucet.errors import PoucetError
from poucet.i18n import N_, number
from poucet.i18n import gettext as _
from poucet.market.broker import price
from poucet.market.exchange import FEES
from poucet.market.money import dollars
from poucet.market.prices import Price, prices

PAGE_ADS, PROFILED_ADS, RECORDS = "page_ads", "profiled_ads", "records"
USES = {
    PAGE_ADS: N_("publicités choisies d’après la page"),
    PROFILED_ADS: N_("publicités choisies d’après le profil"),
    RECORDS: N_("fiches vendues à un courtier"),
}
# What a profile is made of: one of these columns is enough for a bidder to know more than the page.
PROFILE = ("trail", "birth_date", "sex", "commune", "postcode", "address", "scholarship")


@dataclass(frozen=True)
class Habits:
    """Suppositions of this kit, which no source gives: change them in class.

    Attributes
    ----------
    ads_a_day : int
        Advertisements a pupil is shown on a day of school.
    days : int
        Days of school a year.
    sales : int
        How many times a year a record is sold.
    publisher : float
        Share of the advertisers' money that reaches the service.
    euros_a_dollar : float
        How many euros a dollar makes. The prices are of several years, each with its own rate: the
        kit counts one for one, so that every sum can be checked by hand.
    """

    ads_a_day: int = 10
    days: int = 180
    sales: int = 1
    publisher: float = 1 - sum(FEES.values())
    euros_a_dollar: float = 1.0


@dataclass(frozen=True)
class Earnings:
    """What one pupil brings a service a year.

    Attributes
    ----------
    lines : dict of str to float
        Dollars a pupil a year, by use.
    sources : dict of str to Price
        The row of the price table that each line rests on.
    habits : Habits
        The suppositions.
    """

    lines: dict[str, float]
    sources: dict[str, Price]
    habits: Habits

    @property
    def total(self) -> float:
        """Dollars a pupil a year."""
        return sum(self.lines.values())

    def __str__(self) -> str:
        if not self.lines:
            return _("Ce service ne tire rien des élèves.")
        parts = ", ".join(
            _("{use} : {amount}").format(use=_(USES[use]), amount=dollars(amount, 4))
            for use, amount in self.lines.items()
        )
        return _(
            "Un élève rapporte {total} par an au service ({parts}), s’il voit {ads} publicités"
            " dans l’année (une supposition)."
        ).format(
            total=dollars(self.total),
            parts=parts,
            ads=number(self.habits.ads_a_day * self.habits.days),
        )


def earnings(
    columns: Iterable[str],
    uses: Iterable[str] = (PAGE_ADS,),
    table: Mapping[str, Price] | None = None,
    habits: Habits | None = None,
) -> Earnings:
    """Reckon what a free service earns on a pupil a year.

    The service holds columns, and a contract says what it may use them for. A use that it may not
    make brings nothing; nor does one that it has no column for.

    Parameters
    ----------
    columns : iterable of str
        What it holds: columns of `poucet.directory`, guessed traits, and ``"trail"``.
    uses : iterable of str
        What it may do: ``"page_ads"`` (advertisements that suit the page), ``"profiled_ads"``
        (that suit the person; they take the place of the former), ``"records"`` (sell the file).
    table : dict of str to Price, optional
        The prices; left out, the kit's.
    habits : Habits, optional
        The suppositions; left out, the kit's.

    Returns
    -------
    Earnings
        ``.total`` and ``.lines`` in dollars a pupil a year; printed, a sentence.

    Raises
    ------
    poucet.errors.PoucetError
        If a use is none of the three, or the table lacks the price of an impression.

    Examples
    --------
    >>> free = earnings(["birth_date", "sex", "commune", "trail"], uses=["profiled_ads"])
    >>> round(free.total, 2)
    1.19
    >>> earnings(["birth_date"], uses=[]).total
    0
    """
    held = [columns] if isinstance(columns, str) else list(columns)
    may = [uses] if isinstance(uses, str) else list(uses)
    for use in may:
        if use not in USES:
            raise PoucetError(
                _("L’usage « {use} » n’existe pas : choisissez parmi {known}.").format(
                    use=use, known=", ".join(USES)
                )
            )
    rows = prices() if table is None else table
    supposed = habits or Habits()
    found = Earnings({}, {}, supposed)
    profiled = PROFILED_ADS in may and any(name in PROFILE for name in held)
    if profiled or PAGE_ADS in may:
        key, use = ("profiled_impression", PROFILED_ADS) if profiled else ("impression", PAGE_ADS)
        if key not in rows:
            raise PoucetError(
                _("La table de prix n’a pas de ligne « {key} » : ajoutez-la.").format(key=key)
            )
        each = rows[key].per("impression", "USD") * supposed.publisher
        found.lines[use] = each * supposed.ads_a_day * supposed.days
        found.sources[use] = rows[key]
    if RECORDS in may:
        record = price(held, rows)
        if record.price is not None:
            found.lines[RECORDS] = record.price.per("person", "USD") * supposed.sales
            found.sources[RECORDS] = record.price
    return found
