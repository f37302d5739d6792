"""Recipes that turn a pupil into a number: how a file's identifiers were made from its people."""

from __future__ import annotations

import contextlib
import hashlib
import hmac
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from poucet.errors import PoucetError
from poucet.i18n import gettext as _

_ALGORITHMS = {"md5": ("_md5",), "sha1": ("_sha1",), "sha256": ("_sha2", "_sha256")}


@dataclass(frozen=True)
class Recipe:
    """How an identifier is computed from what is known of somebody.

    A hash cannot be run backwards, but it can be run forwards on everybody there is. What decides
    is what the attacker lacks:

    - **nothing** (no salt, no key): whoever can list the people can list their hashes;
    - **a salt**, written beside the hashes or in the program, is lacking to nobody who holds the
      file: it is put in front of each candidate and the search takes as long as before. A salt only
      spoils tables of hashes computed in advance, for others;
    - **a key** (HMAC, RFC 2104) kept elsewhere, with a trusted third party, is lacking: without it
      nothing is found, whatever the number of candidates. With it everything is: whoever holds the
      key can name everybody, which is why the result is a pseudonym and not an anonymous file.

    A salt kept as secret as a key resists too; what protects is the secret, not its name.

    Attributes
    ----------
    algorithm : {"md5", "sha1", "sha256"}
        The hash function.
    prefix : str
        Written before the text, and known to all, such as ``"mailto:"``.
    digits : int or None
        How many hexadecimal digits are kept, from the left; None keeps all.
    integer : bool
        Whether these digits are read as an integer.
    salt : str
        Written before the prefix.
    key : str
        Secret key of the HMAC; empty for a plain hash.

    Examples
    --------
    >>> XAPI("xapi@adlnet.gov")
    'cd9b00a5611f94eaa7b1661edab976068e364975'
    >>> BE1D("DURAND Léa", "03/06/2015", "0990001Q")
    890216733304656750
    """

    algorithm: str = "md5"
    prefix: str = ""
    digits: int | None = None
    integer: bool = False
    salt: str = ""
    key: str = ""

    def __post_init__(self) -> None:
        if self.algorithm not in _ALGORITHMS:
            raise PoucetError(
                _("L’algorithme « {name} » n’est pas prévu : choisissez parmi {known}.").format(
                    name=self.algorithm, known=", ".join(_ALGORITHMS)
                )
            )
        if self.digits is not None and not 1 <= self.digits <= self.full_digits:
            raise PoucetError(
                _(
                    "{name} donne {most} chiffres hexadécimaux : gardez-en de 1 à {most}, et non"
                    " {value}."
                ).format(name=self.algorithm, most=self.full_digits, value=self.digits)
            )

    @property
    def full_digits(self) -> int:
        """How many hexadecimal digits the hash function gives."""
        return 2 * hashlib.new(self.algorithm, usedforsecurity=False).digest_size

    @property
    def kept(self) -> int:
        """How many hexadecimal digits are kept."""
        return self.digits or self.full_digits

    def digest(self, text: bytes) -> bytes:
        """Give the whole digest of a text, before it is cut."""
        text = (self.salt + self.prefix).encode() + text
        if self.key:
            return hmac.digest(self.key.encode(), text, self.algorithm)
        return hash_function(self.algorithm)(text).digest()

    def __call__(self, *fields: str) -> str | int:
        """Compute the identifier of one person from texts, put end to end."""
        digits = self.digest("".join(fields).encode()).hex()[: self.kept]
        return int(digits, 16) if self.integer else digits


@cache
def hash_function(algorithm: str) -> Any:
    """Find Python's own version of a hash: on short texts it is twice as fast as OpenSSL's."""
    for module in _ALGORITHMS[algorithm]:
        with contextlib.suppress(ImportError):
            return getattr(import_module(module), algorithm)
    return getattr(hashlib, algorithm)


# What one school's digital workspace did with a file that carried no identifier.
BE1D = Recipe("md5", digits=16, integer=True)
# mbox_sha1sum of the xAPI 1.0.3 standard.
XAPI = Recipe("sha1", prefix="mailto:")

RECIPES = {
    "be1d": BE1D,
    "xapi": XAPI,
    "md5": Recipe("md5"),
    "sha1": Recipe("sha1"),
    "sha256": Recipe("sha256"),
}


def recipe_named(recipe: Recipe | str) -> Recipe:
    """Give a recipe, itself or by its name."""
    if isinstance(recipe, Recipe):
        return recipe
    if recipe in RECIPES:
        return RECIPES[recipe]
    raise PoucetError(
        _(
            "La recette « {name} » n’existe pas : choisissez parmi {known}, ou donnez une Recipe."
        ).format(name=recipe, known=", ".join(RECIPES))
    )
