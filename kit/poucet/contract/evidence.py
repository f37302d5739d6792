"""What a verdict points at: a clause of the contract, or rows that somebody holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from poucet.contract.toml_values import toml_text
from poucet.i18n import gettext as _
from poucet.i18n import ngettext, number


@dataclass(frozen=True)
class Clause:
    """A clause that a demand stumbles on.

    Attributes
    ----------
    name : str
        The clause, as the contract's file names it: ``"hosting"``.
    value : object
        What the contract says there, or the part of it that is at fault.
    """

    name: str
    value: Any

    def __str__(self) -> str:
        return _("clause « {name} » : {value}").format(name=self.name, value=toml_text(self.value))


@dataclass(frozen=True, eq=False)
class Rows:
    """Cells of one column that one copy holds and should not.

    Attributes
    ----------
    copy : str
        Who holds the copy.
    country : str
        Where, as a code of two letters.
    table : {"directory", "trail"}
        In which of the two tables.
    column : str
        Which column.
    avatars : ndarray of int
        Whose cells: avatar numbers, one a row of the table (a pupil may have many lines of trail).
    values : ndarray
        What is written in them.
    """

    copy: str
    country: str
    table: str
    column: str
    avatars: np.ndarray
    values: np.ndarray

    def __len__(self) -> int:
        return len(self.avatars)

    def __iter__(self) -> Iterator[tuple[int, str, str, Any]]:
        """Give each cell: avatar, copy, column, value."""
        for avatar, value in zip(self.avatars.tolist(), self.values.tolist(), strict=True):
            yield avatar, self.copy, self.column, value

    @property
    def pupils(self) -> int:
        """How many pupils these cells are about."""
        return len(np.unique(self.avatars))

    def __str__(self) -> str:
        return ngettext(
            "{copy} ({country}) : colonne {column} de {n} élève",
            "{copy} ({country}) : colonne {column} de {n} élèves",
            self.pupils,
        ).format(copy=self.copy, country=self.country, column=self.column, n=number(self.pupils))


Evidence = Clause | Rows
