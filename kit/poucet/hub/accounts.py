"""An avatar's account on the school's server: ``a07`` is avatar 7, and nobody's name.

Unix takes no account made of digits only, and nbgrader knows a pupil by the account. So the number
gets a letter before it, and two digits at least: ``a2`` would read as assignment A2.
"""

from __future__ import annotations

import re

from poucet.classroom.handout import is_avatar


def account(avatar: int) -> str:
    """Give the account of an avatar.

    Examples
    --------
    >>> account(7), account(112)
    ('a07', 'a112')
    """
    return f"a{avatar:02d}"


def avatar_of(name: str) -> int | None:
    """Give the avatar of an account, None for an account that is no pupil's.

    Examples
    --------
    >>> avatar_of("a07"), avatar_of("prof"), avatar_of("a7")
    (7, None, None)
    """
    digits = re.fullmatch(r"a([0-9]{2,4})", name)
    if not digits or not is_avatar(int(digits[1])) or account(int(digits[1])) != name:
        return None
    return int(digits[1])
