"""What data about a person has fetched: a table of prices, each with its unit and its source."""

from __future__ import annotations

import csv
import os
from dataclasses import dataclass
from pathlib import Path

from poucet import data
from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.i18n import language
from poucet.market.money import CURRENCIES, amount_text
from poucet.market.units import UNITS, convert, unit_name
from poucet.typography import set_in_french

COLUMNS = ("key", "amount", "unit", "currency", "year", "what_fr", "what_en", "source", "sure")
SURE = ("seen", "computed", "second-hand", "ours")


@dataclass(frozen=True)
class Price:
    """One row of the table: somebody paid this, for that, in such a year.

    Attributes
    ----------
    key : str
        Its name in the code.
    amount : float
        As its source writes it, in ``currency`` and for one ``unit``.
    unit : str
        ``"person"`` (one record, sold once), ``"impression"`` (one advertisement shown), ``"cpm"``
        (a thousand of them), ``"person_year"``, ``"person_quarter"``, ``"total"`` (a whole deal).
    currency : str
        ``"USD"``, ``"EUR"``, or their hundredths, ``"USD cent"`` and ``"EUR cent"``.
    year : int or None
        Of the price; None where its source gives none.
    what_fr, what_en : str
        What was paid for.
    source : str
        Who says so.
    sure : str
        ``"seen"`` in the source, ``"computed"``, ``"second-hand"`` (quoted by somebody else), or
        ``"ours"`` (a class's own supposition).
    """

    key: str
    amount: float
    unit: str
    currency: str
    year: int | None
    what_fr: str
    what_en: str
    source: str
    sure: str

    @property
    def what(self) -> str:
        """What was paid for, in the reader's language."""
        if language() == "en" and self.what_en:
            return self.what_en
        return set_in_french(self.what_fr)

    def per(self, unit: str, currency: str | None = None, people: int | None = None) -> float:
        """Give the price for another unit, where one follows from the other.

        Parameters
        ----------
        unit : str
            One of the units of a price. A quarter makes a fourth of a year, although the last one
            brings more than the others.
        currency : str, optional
            The same money or its hundredths; left out, whole dollars or whole euros.
        people : int, optional
            Among how many a ``"total"`` is shared.

        Returns
        -------
        float
            The amount.

        Raises
        ------
        poucet.errors.PoucetError
            If one does not follow from the other: no arithmetic turns the price of a record into
            the price of an advertisement, nor dollars into euros.

        Examples
        --------
        >>> table = prices()
        >>> table["impression"].per("cpm")
        0.5
        >>> round(table["agreement"].per("person", people=12_000_000), 2)
        1.08
        >>> table["age_sex_place"].per("person", currency="USD cent")
        0.05
        """
        return convert(self.amount, self.unit, self.currency, unit, currency, people)

    @property
    def origin(self) -> str:
        """Who gives the price, for which year, and how sure it is."""
        origin = self.source if self.year is None else f"{self.source}, {self.year}"
        if self.sure == "second-hand":
            origin = _("{source}, cité par d’autres").format(source=origin)
        elif self.sure == "ours":
            origin = _("{source}, supposition").format(source=origin)
        return origin

    def __str__(self) -> str:
        paid = f"{amount_text(self.amount, self.currency)} {unit_name(self.unit)}"
        return _("{paid} : {what} ({source}).").format(
            paid=paid, what=self.what, source=self.origin
        )


def prices(path: str | os.PathLike[str] | None = None) -> dict[str, Price]:
    """Read the table of prices.

    A price of personal data is seldom printed: each row says who gives it, for which year and how
    sure it is. A class may copy ``data/prices.csv``, change it and read its own.

    Parameters
    ----------
    path : str or path, optional
        A table with the same columns; left out, the kit's.

    Returns
    -------
    dict of str to Price
        By key, in the table's order.

    Raises
    ------
    poucet.errors.PoucetError
        If the file is no such table; the sentence names the line.

    Examples
    --------
    >>> table = prices()
    >>> table["health"].amount, table["health"].unit, table["health"].currency
    (0.26, 'person', 'USD')
    """
    place = data.path("prices.csv") if path is None else Path(path)
    try:
        text = place.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise PoucetError(
            _(
                "Impossible de lire la table de prix « {path} » : donnez le chemin d’un fichier CSV"
                " enregistré en UTF-8."
            ).format(path=place)
        ) from None
    lines = csv.reader(text.splitlines())
    header = next(lines, [])
    if tuple(header) != COLUMNS:
        raise PoucetError(
            _(
                "La ligne 1 de « {name} » doit être : {columns}. Gardez ces colonnes, dans cet"
                " ordre, séparées par des virgules."
            ).format(name=place.name, columns=",".join(COLUMNS))
        )
    found: dict[str, Price] = {}
    for cells in lines:
        if cells:
            row = _row(cells, place.name, lines.line_num)
            if row.key in found:
                raise _wrong(
                    place.name, lines.line_num, "key", row.key, _("un nom pas encore pris")
                )
            found[row.key] = row
    return found


def _row(cells: list[str], name: str, line: int) -> Price:
    if len(cells) != len(COLUMNS):
        raise PoucetError(
            _(
                "La ligne {line} de « {name} » a {count} cases au lieu de {wanted} : mettez entre"
                " guillemets un texte qui contient une virgule."
            ).format(line=line, name=name, count=len(cells), wanted=len(COLUMNS))
        )
    cell = dict(zip(COLUMNS, (text.strip() for text in cells), strict=True))
    for column in ("key", "what_fr", "source"):
        if not cell[column]:
            raise _wrong(name, line, column, "", _("un texte"))
    for column, allowed in (("unit", tuple(UNITS)), ("currency", CURRENCIES), ("sure", SURE)):
        if cell[column] not in allowed:
            raise _wrong(name, line, column, cell[column], ", ".join(allowed))
    return Price(
        key=cell["key"],
        amount=_amount(cell["amount"], name, line),
        unit=cell["unit"],
        currency=cell["currency"],
        year=_year(cell["year"], name, line),
        what_fr=cell["what_fr"],
        what_en=cell["what_en"],
        source=cell["source"],
        sure=cell["sure"],
    )


def _amount(text: str, name: str, line: int) -> float:
    try:
        amount = float(text)
    except ValueError:
        amount = -1.0
    if not 0 <= amount < float("inf"):
        raise _wrong(name, line, "amount", text, _("un nombre écrit avec un point, comme 0.26"))
    return amount


def _year(text: str, name: str, line: int) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) == 4):
        raise _wrong(name, line, "year", text, _("une année comme 2013, ou rien"))
    return int(text)


def _wrong(name: str, line: int, column: str, value: str, wanted: str) -> PoucetError:
    return PoucetError(
        _(
            "Ligne {line} de « {name} », colonne {column} : « {value} » ne va pas, il faut"
            " {wanted}."
        ).format(line=line, name=name, column=column, value=value, wanted=wanted)
    )
