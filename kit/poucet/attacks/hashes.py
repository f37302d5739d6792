"""Hash reversal: identifiers computed from people are undone by computing them for everybody."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from poucet.attacks.recipe import Recipe, hash_function, recipe_named
from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.i18n import ngettext, number
from poucet.results import Result, wilson

_BATCH = 1 << 12  # candidates hashed in one go: Python is faster at a list than at one by one


@dataclass(frozen=True, eq=False, repr=False)
class HashReversal:
    """The people found behind hashes.

    Attributes
    ----------
    found : dict
        For each hash that exactly one candidate gives, that candidate, as it was given.
    ambiguous : int
        Hashes that several candidates give: too short, they accuse the innocent too.
    hashes : int
        How many distinct hashes were to be reversed.
    tried : int
        How many candidates were tried, all of them.
    seconds : float
        How long it took.
    """

    found: dict[Any, Any]
    ambiguous: int
    hashes: int
    tried: int
    seconds: float

    @property
    def rate(self) -> float:
        """Candidates tried a second."""
        return self.tried / self.seconds if self.seconds else 0.0

    @property
    def share(self) -> Result:
        """Share of the hashes that were reversed; naming a candidate at random is the baseline."""
        return Result(
            value=len(self.found) / self.hashes,
            interval=wilson(len(self.found), self.hashes),
            baseline=1 / max(self.tried, 1),
            unit=_("des empreintes ont rendu leur personne"),
        )

    def __str__(self) -> str:
        sentence = ngettext(
            "{count} empreinte retrouvée sur {hashes}, en essayant {tried} candidats"
            " ({seconds} s, soit {rate} par seconde).",
            "{count} empreintes retrouvées sur {hashes}, en essayant {tried} candidats"
            " ({seconds} s, soit {rate} par seconde).",
            len(self.found),
        ).format(
            count=number(len(self.found)),
            hashes=number(self.hashes),
            tried=number(self.tried),
            seconds=number(self.seconds, 2),
            rate=number(float(f"{self.rate:.2g}")),
        )
        if self.ambiguous:
            sentence += " " + ngettext(
                "{count} autre désigne plusieurs candidats : elle ne prouve rien.",
                "{count} autres désignent plusieurs candidats : elles ne prouvent rien.",
                self.ambiguous,
            ).format(count=number(self.ambiguous))
        return sentence

    __repr__ = __str__


def reverse_hashes(
    hashes: Iterable[Any], candidates: Iterable[Any], recipe: Recipe | str = "be1d"
) -> HashReversal:
    """Find the people behind hashes by hashing everybody they could be.

    Someone holds a file whose pupils are hashes: the name is gone, “anonymised”. They know how the
    hashes were made (the recipe is in the program, the manual or the standard) and who the pupils
    could be: the names of a class list times the birth dates of a few school years. They compute
    the hash of each candidate and look it up. Success is a hash that one candidate alone gives.

    A salt the attacker knows changes nothing to this: it is one more text in front of each
    candidate. A key they do not have changes everything; see `Recipe`.

    Parameters
    ----------
    hashes : iterable of str or int
        Hexadecimal texts, or integers if the recipe makes integers. Gaps are left out.
    candidates : iterable of str or of tuple of str
        Each candidate is a text, or several texts that are put end to end. They are read as
        they are tried, so ``itertools.product(names, dates, [school])`` takes no memory.
    recipe : Recipe or {"be1d", "xapi", "md5", "sha1", "sha256"}
        How the hashes were made. ``"be1d"``: name, birth date and school through MD5, the first 16
        hexadecimal digits as an integer. ``"xapi"``: the SHA-1 of ``mailto:`` and the address.

    Returns
    -------
    HashReversal
        Hash to candidate, how many were tried and how fast.

    Raises
    ------
    poucet.errors.PoucetError
        If there is no hash, one cannot come from this recipe, or a candidate is not made of texts.

    Examples
    --------
    >>> from itertools import product
    >>> from poucet.attacks import BE1D, birth_dates
    >>> secret = BE1D("DURAND Léa", "03/06/2015", "0990001Q")
    >>> names = ["DUPONT Zoé", "DURAND Léa", "MARTIN Ali"]
    >>> undone = reverse_hashes([secret], product(names, birth_dates(2015, 2016), ["0990001Q"]))
    >>> undone.found[secret]
    ('DURAND Léa', '03/06/2015', '0990001Q')
    >>> undone.tried
    2193
    """
    chosen = recipe_named(recipe)
    wanted = _wanted(hashes, chosen)
    start = time.perf_counter()
    hits, tried = _search(wanted, candidates, chosen)
    seconds = time.perf_counter() - start
    by_hash: dict[Any, list[Any]] = {}
    for head, candidate in hits:
        by_hash.setdefault(wanted[head], []).append(candidate)
    found = {each: who[0] for each, who in by_hash.items() if all(one == who[0] for one in who)}
    return HashReversal(found, len(by_hash) - len(found), len(wanted), tried, seconds)


def birth_dates(first_year: int, last_year: int, form: str = "%d/%m/%Y") -> list[str]:
    """List every day of some years as texts: the birth dates a class can have.

    Parameters
    ----------
    first_year, last_year : int
        Both are included.
    form : str
        How a date is written, as for ``strftime``; ``03/06/2015`` unless told.

    Examples
    --------
    >>> days = birth_dates(2008, 2011)
    >>> len(days), days[0], days[-1]
    (1461, '01/01/2008', '31/12/2011')
    """
    import datetime

    first = datetime.date(first_year, 1, 1).toordinal()
    last = datetime.date(last_year, 12, 31).toordinal()
    return [datetime.date.fromordinal(day).strftime(form) for day in range(first, last + 1)]


def _wanted(hashes: Iterable[Any], recipe: Recipe) -> dict[Any, Any]:
    """Index the hashes by what the search compares: the first bytes of the digest.

    An odd number of hexadecimal digits ends in half a byte: these are compared as texts.
    """
    wanted = {}
    for given in hashes:
        if given is None or given == "" or given != given:
            continue
        digits = _digits(given, recipe)
        wanted[digits if recipe.kept % 2 else bytes.fromhex(digits)] = given
    if not wanted:
        raise PoucetError(_("Il n’y a aucune empreinte à retrouver : donnez-en au moins une."))
    return wanted


def _digits(given: Any, recipe: Recipe) -> str:
    """Write a hash as the hexadecimal digits the recipe keeps."""
    try:
        if recipe.integer:
            digits = f"{given.__index__():0{recipe.kept}x}"
        else:
            digits = given.lower()
            int(digits, 16)
        if len(digits) == recipe.kept and digits.isalnum():
            return digits
    except (AttributeError, ValueError, TypeError):
        pass
    plain = given.item() if hasattr(given, "item") else given  # 7, not np.uint64(7)
    expected = _("un nombre entier") if recipe.integer else _("un texte")
    raise PoucetError(
        _(
            "L’empreinte {value} ne vient pas de cette recette, qui donne {expected} de {digits}"
            " chiffres hexadécimaux."
        ).format(value=repr(plain), expected=expected, digits=recipe.kept)
    )


def _search(
    wanted: dict[Any, Any], candidates: Iterable[Any], recipe: Recipe
) -> tuple[list[tuple[Any, Any]], int]:
    """Hash each candidate; give those whose digest begins like a wanted one, and the count."""
    hits: list[tuple[Any, Any]] = []
    tried, stream = 0, iter(candidates)
    while batch := list(islice(stream, _BATCH)):
        heads = _heads(batch, recipe)
        if not wanted.keys().isdisjoint(heads):
            pairs = zip(heads, batch, strict=True)
            hits += [(head, candidate) for head, candidate in pairs if head in wanted]
        tried += len(batch)
    if not tried:
        raise PoucetError(_("Il n’y a aucun candidat à essayer : donnez-en au moins un."))
    return hits, tried


def _heads(batch: list[Any], recipe: Recipe) -> list[Any]:
    """Hash some candidates and keep the first bytes of each, or digits if their number is odd."""
    texts = batch
    if set(map(type, batch)) != {str}:
        try:
            texts = list(map("".join, batch))
        except TypeError:
            raise _not_texts(batch) from None
    odd = recipe.kept % 2
    kept = recipe.kept // 2 + odd
    start = (recipe.salt + recipe.prefix).encode()
    if recipe.key:
        digest = recipe.digest
        heads = [digest(text.encode())[:kept] for text in texts]
    else:
        function = hash_function(recipe.algorithm)
        if start:
            heads = [function(start + text.encode()).digest()[:kept] for text in texts]
        else:
            heads = [function(text.encode()).digest()[:kept] for text in texts]
    return [head.hex()[: recipe.kept] for head in heads] if odd else heads


def _not_texts(batch: list[Any]) -> PoucetError:
    """Make the error for the first candidate that cannot be put end to end."""
    for candidate in batch:
        parts = candidate if isinstance(candidate, tuple | list) else [candidate]
        if not all(isinstance(part, str) for part in parts):
            break
    return PoucetError(
        _(
            "Le candidat {value} n’est pas fait de textes : écrivez les dates et les nombres"
            " comme la recette les attend, par exemple 03/06/2015."
        ).format(value=repr(candidate))
    )
