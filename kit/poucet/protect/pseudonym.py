"""Pseudonyms: names replaced by codes, and against whom each way of doing so protects."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from poucet.attacks.codes import is_missing
from poucet.attacks.recipe import Recipe
from poucet.errors import PoucetError
from poucet.i18n import N_, ngettext, number
from poucet.i18n import gettext as _

METHODS = {
    "hash": N_(
        "Protège seulement du regard qui passe : qui peut dresser la liste des personnes possibles"
        " calcule leurs empreintes et retrouve tout le monde."
    ),
    "salted": N_(
        "Protège des listes d’empreintes calculées d’avance ; pas de qui détient le fichier et son"
        " sel, car la recherche ne lui prend pas plus de temps."
    ),
    "keyed": N_(
        "Protège de quiconque n’a pas la clé, fournisseur compris ; pas de qui la détient ou la"
        " vole, ni de ce que les autres colonnes disent de la personne."
    ),
    "random": N_(
        "Protège de quiconque n’a pas la table de correspondance, que l’établissement garde ; pas"
        " de ce que les autres colonnes disent de la personne."
    ),
}


@dataclass(frozen=True, eq=False, repr=False)
class Pseudonyms:
    """Codes in place of names, and what the school must keep to itself.

    Attributes
    ----------
    values : list of str or None
        One pseudonym a row, the same for the same person; None where the name is missing.
    method : {"hash", "salted", "keyed", "random"}
        How they were made.
    recipe : Recipe or None
        How to compute them again, salt and key included; None if they were drawn at random. With
        it, `poucet.reverse_hashes` finds everybody.
    table : dict
        Person to pseudonym, where they were drawn at random; empty otherwise.
    """

    values: list[str | None]
    method: str
    recipe: Recipe | None = None
    table: dict[Any, str] = field(default_factory=dict)

    @property
    def protects_against(self) -> str:
        """Against whom they protect and against whom they do not, in the reader's language."""
        return _(METHODS[self.method])

    def __str__(self) -> str:
        people = len({value for value in self.values if value is not None})
        counted = ngettext("{count} pseudonyme.", "{count} pseudonymes.", people)
        return f"{counted.format(count=number(people))} {self.protects_against}"

    __repr__ = __str__


def pseudonyms(
    values: Iterable[Any],
    method: str = "hash",
    key: str | None = None,
    service: str | None = None,
    seed: int | None = None,
) -> Pseudonyms:
    """Replace names by codes.

    A school hands a supplier a table without names: each pupil is a code, the same on every row, so
    that the service can follow her work. Whoever holds the table wants the name back. Success, for
    the school, is that only the school can find it; a code remains personal data, since someone
    can.

    Parameters
    ----------
    values : iterable
        What tells people apart, one a row: texts, numbers, or tuples of texts, which are put end to
        end. Gaps stay gaps.
    method : {"hash", "salted", "keyed", "random"}
        ``"hash"``: SHA-256. ``"salted"``: SHA-256 of a salt, drawn once and published with the
        table, and the value. ``"keyed"``: HMAC-SHA-256 (RFC 2104) with a key the school keeps.
        ``"random"``: 16 hexadecimal figures drawn for each person; the school keeps the table.
    key : str, optional
        The key, for ``"keyed"``; drawn if there is none, and then found in ``.recipe.key``.
    service : str, optional
        For whom the codes are made: two services get codes that nobody can match without the key
        or the tables.
    seed : int, optional
        Draws the same salt, key or codes again, for lessons; without it the machine's own secure
        randomness is used, as a school must.

    Returns
    -------
    Pseudonyms
        The codes, and against whom they protect.

    Raises
    ------
    poucet.errors.PoucetError
        If the method is unknown or a key is given to a method that has none.

    Examples
    --------
    >>> held = pseudonyms(["Zoé Durand", "Ali Martin", "Zoé Durand"])
    >>> held.values[0] == held.values[2], held.values[0][:16]
    (True, '908852485a8b3504')
    >>> from poucet import reverse_hashes
    >>> undone = reverse_hashes(held.values, ["Ali Martin", "Léa Petit", "Zoé Durand"], "sha256")
    >>> sorted(undone.found.values())
    ['Ali Martin', 'Zoé Durand']
    """
    if method not in METHODS:
        raise PoucetError(
            _("La méthode « {method} » n’existe pas : choisissez {methods}.").format(
                method=method, methods=", ".join(f'"{name}"' for name in METHODS)
            )
        )
    if method != "keyed" and key is not None:
        raise PoucetError(
            _(
                "La méthode « {method} » n’a pas de clé : retirez l’argument key, ou choisissez"
                ' method="keyed".'
            ).format(method=method)
        )
    if key is not None and (not isinstance(key, str) or not key):
        raise PoucetError(
            _(
                "L’argument key attend un texte que l’établissement garde secret, et non {value}."
            ).format(value=repr(key))
        )
    people = [None if is_missing(value) else value for value in values]
    if method == "random":
        table = _draw_table(people, service, seed)
        return Pseudonyms([table.get(who) for who in people], method, None, table)
    recipe = Recipe(
        "sha256",
        prefix=f"{service}:" if service else "",
        salt=_drawn(16, "salt", seed) if method == "salted" else "",
        key=(key or _drawn(32, "key", seed)) if method == "keyed" else "",
    )
    made = {who: str(recipe(*_fields(who))) for who in dict.fromkeys(people) if who is not None}
    return Pseudonyms([made.get(who) for who in people], method, recipe)


def _fields(who: Any) -> list[str]:
    return [str(part) for part in who] if isinstance(who, tuple) else [str(who)]


def _draw_table(people: list[Any], service: str | None, seed: int | None) -> dict[Any, str]:
    """Draw a code a person, no code twice."""
    apart = [who for who in dict.fromkeys(people) if who is not None]
    codes: dict[str, None] = {}
    bits = None if seed is None else _generator(f"random {service or ''}", seed)
    while len(codes) < len(apart):
        codes[f"{bits.random_raw():016x}" if bits else secrets.token_hex(8)] = None
    return dict(zip(apart, codes, strict=True))


def _drawn(size: int, purpose: str, seed: int | None) -> str:
    """Draw hexadecimal figures, two a byte."""
    if seed is None:
        return secrets.token_hex(size)
    bits = _generator(purpose, seed)
    return "".join(f"{bits.random_raw():016x}" for _word in range(size // 8))


def _generator(purpose: str, seed: int) -> np.random.PCG64:
    """Start a generator for one purpose: the key's bits must tell nothing of the codes."""
    mark = int.from_bytes(hashlib.sha256(purpose.encode()).digest()[:8], "big")
    return np.random.PCG64([seed, mark])
