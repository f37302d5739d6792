"""How a statement names a pupil: by mailbox, by the mailbox's hash, or by an opaque account.

The standard leaves the choice, and it decides who can tell who the pupil is: anybody, anybody who
can guess the address (a hash of something guessable hides nothing), or only who holds the school's
list of accounts.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.school.draws import Draws

if TYPE_CHECKING:
    from poucet.school import School

HOME_PAGE = "https://lycee-valmorne.example/"
SCHEME = "mailto:"


def mailbox_hash(address: str) -> str:
    """Hash a mailbox as xAPI does: SHA-1 of ``mailto:`` and the address, in hexadecimal.

    Examples
    --------
    >>> mailbox_hash("xapi@adlnet.gov")
    'cd9b00a5611f94eaa7b1661edab976068e364975'
    """
    return hashlib.sha1((SCHEME + address).encode(), usedforsecurity=False).hexdigest()


def _accounts(school: School) -> list[str]:
    return [
        f"{word:016x}" for word in Draws(school.seed, "xapi accounts").words(school.size).tolist()
    ]


def _mailboxes(school: School) -> list[str]:
    return school.columns["email"].tolist()


def _hashes(school: School) -> list[str]:
    return [mailbox_hash(address) for address in _mailboxes(school)]


IDENTIFIERS: dict[str, Callable[[School], list[str]]] = {
    "account": _accounts,
    "mbox": _mailboxes,
    "mbox_sha1sum": _hashes,
}


def pupil_names(school: School, identifier: str = "account") -> list[str]:
    """Give what stands for each pupil in the statements; item i is avatar i + 1.

    The school's side: whoever holds this list can undo the account's opacity.

    Parameters
    ----------
    school : School
        The school.
    identifier : {"account", "mbox", "mbox_sha1sum"}
        How the statements name the pupils.

    Raises
    ------
    poucet.errors.PoucetError
        If the identifier is none of those.
    """
    if identifier not in IDENTIFIERS:
        raise PoucetError(
            _("L’identifiant « {name} » n’existe pas en xAPI : choisissez parmi {known}.").format(
                name=identifier, known=", ".join(IDENTIFIERS)
            )
        )
    return IDENTIFIERS[identifier](school)


def actor(name: str, identifier: str) -> str:
    """Write the actor of a statement, in JSON."""
    named: dict[str, object] = {
        "account": {"homePage": HOME_PAGE, "name": name},
        "mbox": SCHEME + name,
        "mbox_sha1sum": name,
    }
    return json.dumps({identifier: named[identifier]}, separators=(",", ":"))


def name_in(found: dict) -> str:
    """Read the pupil's name from an actor that keeps the rules: an agent, or an identified group.

    An anonymous group has none: the text is empty.
    """
    if "account" in found:
        return found["account"]["name"]
    if "mbox" in found:
        return found["mbox"].removeprefix(SCHEME)
    return found.get("mbox_sha1sum") or found.get("openid") or ""
