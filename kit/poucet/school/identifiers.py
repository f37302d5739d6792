"""Numbers and addresses that belong to nobody: phones, INE, UAI, e-mail.

A file of fictitious pupils is opened by real people, who may dial, write and look up. So each value
comes from a range that nobody can be given:

- phones: the blocks that the French regulator (ARCEP) keeps for films and books;
- e-mail: the top-level name ``.example``, which RFC 2606 keeps for documentation;
- INE and UAI: the key letter of real ones is never I, O or Q, and here it is always Q;
- no NIR (social security number) anywhere.
"""

from __future__ import annotations

import unicodedata
from functools import cache

import numpy as np

from poucet.school.draws import Draws

MOBILE_BLOCK = "06 39 98"
LANDLINE_BLOCKS = ("01 99 00", "02 61 91", "03 53 01", "04 65 71", "05 36 49")
NUMBERS_A_BLOCK = 10_000
MAIL_DOMAIN = "lycee-valmorne.example"
KEY_OF_NOBODY = "Q"
UAI_DEPARTEMENT = "096"  # no such département
INE_DIGITS = 10
INE_BITS = 33  # 2**33 numbers fit in ten digits

_ODD = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F)  # odd, so multiplying loses nothing


def ine(number: int) -> str:
    """Write an INE-like number: ten digits and the letter Q, which no real one bears.

    Examples
    --------
    >>> ine(42)
    '0000000042Q'
    """
    return f"{number:0{INE_DIGITS}d}{KEY_OF_NOBODY}"


def uai(number: int) -> str:
    """Write a UAI-like code of a school: département 096, four digits, the letter Q.

    Examples
    --------
    >>> uai(7)
    '0960007Q'
    """
    return f"{UAI_DEPARTEMENT}{number % NUMBERS_A_BLOCK:04d}{KEY_OF_NOBODY}"


def phone(block: str, number: int) -> str:
    """Write a phone number of a block kept for fiction.

    Examples
    --------
    >>> phone(MOBILE_BLOCK, 1234)
    '06 39 98 12 34'
    """
    digits = f"{number:04d}"
    return f"{block} {digits[:2]} {digits[2:]}"


@cache
def phones() -> np.ndarray:
    """Give every phone number of the kit: none, then the mobiles, then the landlines."""
    blocks = (MOBILE_BLOCK, *LANDLINE_BLOCKS)
    numbers = [phone(block, n) for block in blocks for n in range(NUMBERS_A_BLOCK)]
    return np.array(["", *numbers], dtype=object)


def mail_part(name: str) -> str:
    """Write a name as an e-mail address does: no mark, no space, no capital.

    Examples
    --------
    >>> mail_part("Éléna"), mail_part("Le Goff-Da Silva")
    ('elena', 'legoff-dasilva')
    """
    return "-".join(map(_plain, name.split("-")))


@cache
def _plain(name: str) -> str:
    spelled = name.lower().replace("œ", "oe").replace("æ", "ae").replace(" ", "")
    return unicodedata.normalize("NFD", spelled).encode("ascii", "ignore").decode()


def draw_ine(seed: int, size: int) -> np.ndarray:
    """Give each pupil an INE-like number of their own, which tells nothing of their rank.

    The row number goes through a mixer that can be undone (so two rows never meet): multiply by an
    odd number, fold the high half on the low one, twice.

    Returns
    -------
    ndarray of str
        Eleven characters each.
    """
    mask = np.uint64((1 << INE_BITS) - 1)
    shift = Draws(seed, "ine").words(2)
    number = np.arange(size, dtype=np.uint64)
    for odd, start in zip(_ODD, shift, strict=True):
        number = ((number + start) * np.uint64(odd)) & mask
        number ^= number >> np.uint64(INE_BITS // 2 + 1)
    letters = np.empty((size, INE_DIGITS + 1), dtype=np.uint32)  # one code point a character
    letters[:, INE_DIGITS] = ord(KEY_OF_NOBODY)
    for place in range(INE_DIGITS - 1, -1, -1):
        number, digit = np.divmod(number, np.uint64(10))
        letters[:, place] = digit + np.uint64(ord("0"))
    return letters.view(f"U{INE_DIGITS + 1}").ravel()


def emails(
    given: np.ndarray, given_names: np.ndarray, family: np.ndarray, family_names: np.ndarray
) -> np.ndarray:
    """Write everyone's school address; namesakes get a number from the second one on.

    Parameters
    ----------
    given, family : ndarray of int
        Codes of each pupil's names.
    given_names, family_names : ndarray of str
        The names the codes stand for.

    Returns
    -------
    ndarray of str
        ``given.family@lycee-valmorne.example``, all different.
    """
    left, left_code = _parts(given_names)
    right, right_code = _parts(family_names)
    starts, ends = left_code.take(given), right_code.take(family)
    left += "."
    written = left.take(starts) + (right + f"@{MAIL_DOMAIN}").take(ends)

    # Namesakes side by side, in the order of the file: the address first, the row after it.
    size = len(given)
    who, row = np.divmod(np.sort((starts * len(right) + ends) * size + np.arange(size)), size)
    first = np.flatnonzero(np.diff(who, prepend=-1))
    rank = np.arange(size) - np.repeat(first, np.diff(first, append=size))
    later, rank = row[rank > 0], rank[rank > 0]
    ranks = np.array([f"{n + 1}@{MAIL_DOMAIN}" for n in range(max(rank, default=0) + 1)], object)
    written[later] = left.take(starts[later]) + right.take(ends[later]) + ranks.take(rank)
    return written


def _parts(names: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Write each name once as e-mail does: Lefèvre and Lefevre are one there."""
    codes: dict[str, int] = {}
    code = [codes.setdefault(mail_part(name), len(codes)) for name in names]
    return np.array(list(codes), dtype=object), np.array(code)
