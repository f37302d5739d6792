"""What the supplier answers: what it says it did, and the dossier it hands over."""

from __future__ import annotations

import csv
import datetime
import io
import json
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from poucet.contract.copies import Dossier
from poucet.contract.requests import ACCESS, ERASURE, OBJECTION, PORTABILITY, RECTIFICATION, Request
from poucet.errors import PoucetError
from poucet.i18n import N_, day
from poucet.i18n import gettext as _

DONE, REFUSED, NOTHING = "done", "refused", "nothing"
_SAID = {
    (ACCESS, DONE): N_("Voici tout ce que nous détenons sur vous."),
    (PORTABILITY, DONE): N_("Voici vos données, à emporter."),
    (RECTIFICATION, DONE): N_("C’est corrigé."),
    (ERASURE, DONE): N_("C’est effacé."),
    (OBJECTION, DONE): N_("Vos données ne servent plus qu’à votre enseignement."),
    (PORTABILITY, REFUSED): N_(
        "Nous n’y sommes pas tenus : le contrat ne promet pas de format ouvert, et le droit à la "
        "portabilité (RGPD, article 20) ne vaut pas pour une mission de service public."
    ),
}
_NOTHING = {
    RECTIFICATION: N_("Nous ne détenons pas cette donnée sur vous."),
    OBJECTION: N_("Vos données ne servent à rien d’autre."),
}

Place = tuple[str, str, str]  # role, name and country: what tells a copy from another


def place_of(dossier: Dossier) -> Place:
    """Tell which copy a dossier comes from."""
    return dossier.copy.role, dossier.copy.name, dossier.copy.country


@dataclass(frozen=True)
class Part:
    """What the supplier says that one copy holds about her.

    Attributes
    ----------
    place : tuple of str
        Role, name and country of the copy.
    who : str
        Who holds it.
    directory : dict of str to object
        Her row.
    events : list of dict
        Her lines of trail.
    """

    place: Place
    who: str
    directory: dict[str, Any]
    events: list[dict[str, Any]]


@dataclass(frozen=True, eq=False)
class Reply:
    """An answer.

    Attributes
    ----------
    request : Request
        What was asked.
    answered : datetime.date
        The day it arrives.
    says : {"done", "refused", "nothing"}
        What it claims.
    parts : tuple of Part
        The dossier, for an access or a portability; else empty.
    left : tuple of tuple of str
        Copies that it admits it could not reach.
    open_format : bool
        Whether the dossier comes as files that a program can read, or printed on paper.
    manner : str
        Sealed: ``"honest"``, ``"partial"`` or ``"false"``. The pupil finds out with `compare`.
    """

    request: Request
    answered: datetime.date
    says: str
    parts: tuple[Part, ...] = ()
    left: tuple[Place, ...] = ()
    open_format: bool = True
    manner: str = field(default="honest", repr=False)

    @property
    def days(self) -> int:
        """Days from the request to the answer."""
        return (self.answered - self.request.sent).days

    @property
    def days_late(self) -> int:
        """Days after the deadline; 0 when in time."""
        return max(0, (self.answered - self.request.deadline).days)

    @property
    def json(self) -> str:
        """The dossier as one JSON text, an entry a copy; refused when it came on paper."""
        self._check_not_on_paper()
        entries = [
            {
                "held_by": part.who,
                "country": part.place[2],
                "directory": {name: plain(value) for name, value in part.directory.items()},
                "trail": [{n: plain(v) for n, v in event.items()} for event in part.events],
            }
            for part in self.parts
        ]
        return json.dumps(entries, ensure_ascii=False, indent=2)

    @property
    def csv(self) -> dict[str, str]:
        """The dossier as CSV texts by file name: a directory and a trail a copy."""
        self._check_not_on_paper()
        files = {}
        for number, part in enumerate(self.parts, start=1):
            tables = (
                ("directory", [part.directory] if part.directory else []),
                ("trail", part.events),
            )
            for name, rows in tables:
                if rows:
                    text = io.StringIO()
                    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
                    writer.writeheader()
                    writer.writerows({n: plain(v) for n, v in row.items()} for row in rows)
                    files[f"{number}_{name}.csv"] = text.getvalue()
        return files

    def _check_not_on_paper(self) -> None:
        if not self.open_format:
            raise PoucetError(
                _(
                    "Ce dossier est venu sur papier : le contrat ne promet pas de format ouvert ; "
                    "lisez-le dans .parts."
                )
            )

    def __str__(self) -> str:
        right = self.request.right
        if self.says == NOTHING:
            said = _(_NOTHING.get(right, N_("Nous ne détenons rien sur vous.")))
        else:
            said = _(_SAID[right, self.says])
        return _("{day} : {said}").format(day=day(self.answered), said=said)


def plain(value: Any) -> Any:
    """Turn a cell into what JSON writes; dates become ISO texts, a missing score nothing."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, np.datetime64):
        return str(value)
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float) and value != value:
        return None
    return value
