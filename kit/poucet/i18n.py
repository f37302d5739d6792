"""Languages: French sentences in the code, an English catalogue, and each one's numbers.

Nothing is read from the machine's locale: the language is French unless ``POUCET_LANG`` or
`use_language` says otherwise, and it is looked up at each call, so one running kernel can switch.
"""

from __future__ import annotations

import contextlib
import datetime
import gettext as _gettext
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from poucet.typography import NBSP, THIN, set_in_french

LANGUAGES = ("fr", "en")

__all__ = [
    "LANGUAGES",
    "NBSP",
    "N_",
    "THIN",
    "day",
    "euros",
    "gettext",
    "in_language",
    "language",
    "ngettext",
    "number",
    "percent",
    "use_language",
]

_LOCALE = Path(__file__).parent / "locale"
_MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "en": "January February March April May June July August September October November December",
}
_chosen: str | None = None


def language() -> str:
    """Give the language in use, ``"fr"`` or ``"en"``."""
    chosen = _chosen or os.environ.get("POUCET_LANG", "fr")
    return chosen if chosen in LANGUAGES else "fr"


def use_language(code: str) -> None:
    """Write every later sentence in this language.

    Parameters
    ----------
    code : {"fr", "en"}
        The language; anything else is refused.

    Raises
    ------
    poucet.errors.PoucetError
        If the kit does not speak that language.

    Examples
    --------
    >>> use_language("en")
    >>> number(1234.5, digits=1)
    '1,234.5'
    >>> use_language("fr")
    """
    global _chosen
    if code not in LANGUAGES:
        from poucet.errors import PoucetError

        raise PoucetError(
            gettext("La langue « {code} » n’existe pas ici : choisissez fr ou en.").format(
                code=code
            )
        )
    _chosen = code


@contextlib.contextmanager
def in_language(code: str) -> Iterator[None]:
    """Speak this language for the length of a ``with`` block, then the former one again."""
    global _chosen
    before = _chosen
    use_language(code)
    try:
        yield
    finally:
        _chosen = before


@cache
def _catalogue(code: str) -> _gettext.NullTranslations:
    return _gettext.translation("poucet", _LOCALE, languages=[code], fallback=True)


@cache
def _french(message: str) -> str:
    return set_in_french(message)


def gettext(message: str) -> str:
    """Translate a French sentence into the language in use; French gets its no-break spaces.

    Examples
    --------
    >>> gettext("Qui l'a lu ?") == f"Qui l’a lu{THIN}?"
    True
    """
    return _french(message) if language() == "fr" else _catalogue(language()).gettext(message)


def ngettext(one: str, many: str, count: float) -> str:
    """Translate a French sentence that counts; in French, 0 and 1 are singular."""
    if language() == "fr":
        return _french(one if abs(count) < 2 else many)
    return _catalogue(language()).ngettext(one, many, 1 if count == 1 else 2)


def N_(message: str) -> str:
    """Mark a constant for the catalogue; the caller translates it when it is shown."""
    return message


def number(value: float, digits: int = 0) -> str:
    """Write a number as the language does: ``1 234,5`` in French, ``1,234.5`` in English.

    Examples
    --------
    >>> number(1234567.891, digits=2).replace(THIN, "_")
    '1_234_567,89'
    """
    text = f"{value:,.{digits}f}"
    if text.lstrip("-0.,") == "":
        text = text.lstrip("-")
    if language() == "fr":
        text = text.replace(",", "\0").replace(".", ",").replace("\0", THIN)
    return text


def percent(share: float, digits: int = 0) -> str:
    """Write a share between 0 and 1 as a percentage: ``69 %`` in French, ``69%`` in English."""
    sign = f"{NBSP}%" if language() == "fr" else "%"
    return number(100 * share, digits) + sign


def euros(amount: float, digits: int = 2) -> str:
    """Write an amount of money: ``1,10 €`` in French, ``€1.10`` in English."""
    if language() == "fr":
        return f"{number(amount, digits)}{NBSP}€"
    return f"{'-' if amount < 0 else ''}€{number(abs(amount), digits)}"


def day(date: datetime.date) -> str:
    """Write a date in words: ``1er mars 2010`` in French, ``1 March 2010`` in English."""
    month = _MONTHS[language()].split()[date.month - 1]
    first = "1er" if language() == "fr" and date.day == 1 else str(date.day)
    return f"{first}{NBSP}{month} {date.year}"
