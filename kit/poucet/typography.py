"""French print for texts typed on an ordinary keyboard.

A screen breaks a line at an ordinary space: « seul ? » then begins a line with its question mark,
and 1 100 pupils become 1. The author types plain spaces and straight apostrophes; the reader gets
the no-break spaces and the curved apostrophes of the Imprimerie nationale (Lexique des règles
typographiques, 2002).
"""

from __future__ import annotations

import re
from collections.abc import Callable

NBSP = "\u00a0"
THIN = "\u202f"  # narrow no-break space: thousands in French, and before ; ! ?

NOT_PROSE = re.compile(
    r"""
    (?:^[ >]*(?P<fence>```|~~~).*?^[ >]*(?P=fence)[^\n]*$)  # a block of code
    | `+[^`\n]*`+        # code in a line
    | \$[^$\n]+\$        # mathematics
    | \]\([^)\s]*\)      # the target of a link
    | <[^>\n]+>          # an HTML tag, with its attributes
    | &\w+;              # an HTML entity
    | https?://\S+
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)

_SETTINGS = (
    (re.compile(r"« ?"), f"«{NBSP}"),
    (re.compile(r"[ ]?»"), f"{NBSP}»"),
    (re.compile(r" (?=[;!?])"), THIN),
    (re.compile(r" (?=:(?:[\s*_]|$))"), NBSP),
    (re.compile(r"(?<=\d) (?=[%€])"), NBSP),
    (re.compile(r"(?<=\d) (?=\d{3}(?!\d))"), THIN),
    (re.compile(r"(?<=[^\W\d])'(?=[\w«*_])"), "’"),
)


def _in_prose(text: str, change: Callable[[str], str]) -> str:
    """Change what is neither code nor address, and put the rest back as it was."""
    kept: list[str] = []
    at = 0
    for other in NOT_PROSE.finditer(text):
        kept += [change(text[at : other.start()]), other.group()]
        at = other.end()
    return "".join([*kept, change(text[at:])])


def set_in_french(text: str) -> str:
    r"""Set a French text: no-break spaces and curved apostrophes, code and HTML left alone.

    Examples
    --------
    >>> ascii(set_in_french("Qui l'a lu ?"))
    "'Qui l\\u2019a lu\\u202f?'"
    """

    def change(prose: str) -> str:
        for pattern, sign in _SETTINGS:
            prose = pattern.sub(sign, prose)
        # A space that was no-break already stays single.
        return prose.replace(f"«{NBSP}{NBSP}", f"«{NBSP}").replace(f"{NBSP}{NBSP}»", f"{NBSP}»")

    return _in_prose(text, change)
