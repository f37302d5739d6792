"""A copy: what one firm holds on one day, where, since when, and until when."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from poucet.contract.countries import country_name
from poucet.contract.tables import GroupedAnswers, Tables
from poucet.exports.trail import TrailColumns
from poucet.i18n import N_, day, ngettext, number
from poucet.i18n import gettext as _

if TYPE_CHECKING:
    import pandas as pd

SUPPLIER, BACKUP, SUBPROCESSOR, BUYER, EXCHANGE, STUDY = (
    "supplier", "backup", "subprocessor", "buyer", "exchange", "study",
)  # fmt: skip
_WHO = {
    SUPPLIER: N_("le fournisseur"),
    BACKUP: N_("les sauvegardes du fournisseur"),
    BUYER: N_("un acheteur de fiches"),
    EXCHANGE: N_("une place de marché publicitaire"),
    STUDY: N_("le fichier d’étude, dit anonyme"),
}


@dataclass(frozen=True, eq=False)
class Copy:
    """What one firm holds.

    Attributes
    ----------
    role : str
        ``"supplier"``, ``"backup"``, ``"subprocessor"``, ``"buyer"``, ``"exchange"`` (of
        advertisements) or ``"study"`` (the file that serves other purposes, called anonymous).
    name : str
        The sub-processor's name; empty for the others.
    country : str
        Where, as a two-letter code.
    declared : bool
        Whether the school has been told.
    since : datetime.date
        Since when.
    until : datetime.date or None
        The day its last row is erased; None when nobody will.
    columns : tuple of str
        Columns of the directory held; empty when none is.
    verbs : tuple of str
        What is kept of the trail; empty when no trail is held.
    time, ip : str
        How precise its lines are, as in the contract; ``"none"`` when no trail is held.
    groups_of : int
        For a study file without persons, the fewest pupils behind a figure; else 0.
    """

    role: str
    name: str
    country: str
    declared: bool
    since: datetime.date
    until: datetime.date | None
    columns: tuple[str, ...]
    verbs: tuple[str, ...]
    time: str
    ip: str
    groups_of: int
    _tables: Tables | GroupedAnswers = field(repr=False)
    _pupils: np.ndarray = field(repr=False)
    _days: np.ndarray = field(repr=False)

    @property
    def who(self) -> str:
        """Who holds it, in the reader's language."""
        return self.name or _(_WHO[self.role])

    @property
    def called_anonymous(self) -> bool:
        """Whether the supplier calls it anonymous, rightly or not."""
        return self.role == STUDY

    @cached_property
    def avatars(self) -> np.ndarray:
        """Sealed, the school's alone: the avatar of each row of the directory, by number."""
        if not self.columns or isinstance(self._tables, GroupedAnswers):
            return np.zeros(0, np.int64)
        row = self._tables.row
        return row[self._pupils[row]] + 1

    @cached_property
    def directory_columns(self) -> dict[str, np.ndarray]:
        """The directory as held, without pandas; no column when none is held."""
        if not self.columns or isinstance(self._tables, GroupedAnswers):
            return {}
        kept = self._pupils[self._tables.row]
        return {name: values[kept] for name, values in self._tables.directory.items()}

    @cached_property
    def trail_columns(self) -> TrailColumns:
        """The trail as held, without pandas, in the form of `poucet.exports.trail_columns`.

        Its column ``account`` takes the place of ``pupil``. Its categories are the identifiers;
        where a directory is held too, they are its rows. No column when no trail is held. Copies
        share these arrays: do not write in them.
        """
        if not self.verbs:
            return TrailColumns({}, {})
        if isinstance(self._tables, GroupedAnswers):
            return self._tables.answers(self._days)
        listed = self._pupils[self._tables.row] if self.columns else None
        return self._tables.trail.kept(self._chosen, listed)

    @cached_property
    def line_avatars(self) -> np.ndarray:
        """Sealed: the avatar of each line of the trail, by number; none in a file of groups."""
        if not self.verbs or isinstance(self._tables, GroupedAnswers):
            return np.zeros(0, np.int32)
        return self._tables.trail.avatars[self._chosen]

    @cached_property
    def _chosen(self) -> np.ndarray | slice:
        assert isinstance(self._tables, Tables)
        return self._tables.trail.chosen(self._pupils, self._days)

    @property
    def directory(self) -> pd.DataFrame:
        """The directory as held, as a pandas table."""
        import pandas as pd

        return pd.DataFrame(self.directory_columns)

    @property
    def trail(self) -> pd.DataFrame:
        """The trail as held, as a pandas table."""
        import pandas as pd

        codes, categories = self.trail_columns
        return pd.DataFrame(
            {
                name: pd.Categorical.from_codes(values, categories[name], validate=False)
                if name in categories
                else values
                for name, values in codes.items()
            }
        )

    @property
    def pupils(self) -> int:
        """How many pupils it holds a row about, in the directory or, without one, in the trail."""
        if self.columns:
            return len(self.avatars)
        return len(self.trail_columns.categories.get("account", ()))

    @property
    def lines(self) -> int:
        """How many lines of trail it holds."""
        codes = self.trail_columns.codes
        return len(next(iter(codes.values()))) if codes else 0

    def rows_of(self, avatar: int) -> Dossier:
        """Give what it holds about one person."""
        mine = np.flatnonzero(self.avatars == avatar)
        row = {name: v[mine].tolist()[0] for name, v in self.directory_columns.items() if len(mine)}
        lines = np.flatnonzero(self.line_avatars == avatar)
        codes, categories = self.trail_columns
        if not len(lines):
            return Dossier(self, row, TrailColumns({}, {}))
        found = {name: values[lines] for name, values in codes.items()}
        return Dossier(self, row, TrailColumns(found, categories))

    def __str__(self) -> str:
        held = []
        if self.columns:
            held.append(
                ngettext("{n} élève", "{n} élèves", len(self.avatars)).format(
                    n=number(len(self.avatars))
                )
            )
        if self.verbs:
            held.append(
                ngettext("{n} ligne", "{n} lignes", self.lines).format(n=number(self.lines))
            )
        end = (
            _("jusqu’au {day}").format(day=day(self.until)) if self.until else _("sans date de fin")
        )
        return _("{who} ({country}) : {held}, {end}").format(
            who=self.who, country=country_name(self.country), held=", ".join(held), end=end
        )


@dataclass(frozen=True, eq=False)
class Dossier:
    """What one copy holds about one person.

    Attributes
    ----------
    copy : Copy
        The copy.
    directory : dict of str to object
        Her row; empty when there is none.
    trail : TrailColumns
        Her lines.
    """

    copy: Copy
    directory: dict[str, Any]
    trail: TrailColumns

    @property
    def lines(self) -> int:
        """How many lines of trail are hers."""
        return len(self.trail.codes.get("account", ()))

    @property
    def events(self) -> list[dict[str, Any]]:
        """Her lines as a list of dictionaries, for JSON or CSV."""
        codes, categories = self.trail
        columns = {
            name: (categories[name][values] if name in categories else values).tolist()
            for name, values in codes.items()
        }
        return [
            dict(zip(columns, line, strict=True)) for line in zip(*columns.values(), strict=True)
        ]

    def __bool__(self) -> bool:
        return bool(self.directory or self.lines)
