"""What a verdict points at: a clause of the contract, or rows that somebody holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from poucet.contract.copies import Copy
from poucet.contract.countries import country_name
from poucet.contract.toml_values import toml_text
from poucet.i18n import ngettext, number

if TYPE_CHECKING:
    import pandas as pd

DIRECTORY, TRAIL = "directory", "trail"


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
        return f"{self.name} = {toml_text(self.value)}"


@dataclass(frozen=True, eq=False)
class Rows:
    """Cells that one copy holds and should not: some columns of one of its tables.

    Attributes
    ----------
    copy : Copy
        The copy: who, where, since when.
    table : {"directory", "trail"}
        In which of its two tables.
    columns : tuple of str
        The columns at fault.
    verbs : tuple of str, optional
        The lines of trail at fault are those that bear one of these verbs; left out, all rows are.
    """

    copy: Copy
    table: str
    columns: tuple[str, ...]
    verbs: tuple[str, ...] | None = None

    @property  # neither is kept: a judgement holds many of these, of a million lines each
    def _chosen(self) -> np.ndarray | slice:
        if self.verbs is None:
            return slice(None)
        codes, categories = self.copy.trail_columns
        return np.isin(categories["verb"].astype(str), self.verbs)[codes["verb"]]

    @property
    def avatars(self) -> np.ndarray:
        """The avatar of each row, by number; a pupil may have many lines of trail."""
        held = self.copy.avatars if self.table == DIRECTORY else self.copy.line_avatars
        return held[self._chosen]

    def __len__(self) -> int:
        return len(self.avatars)

    @property
    def pupils(self) -> int:
        """How many pupils these rows are about."""
        return int(np.count_nonzero(np.bincount(self.avatars)))

    def values(self, column: str) -> np.ndarray:
        """Give what one of the columns holds, a value a row."""
        if self.table == DIRECTORY:
            return self.copy.directory_columns[column]
        codes, categories = self.copy.trail_columns
        held = codes[column][self._chosen]
        return categories[column][held] if column in categories else held

    def about(self, avatar: int) -> Iterator[tuple[str, str, Any]]:
        """Give each cell about one pupil: who holds it, the column, the value."""
        mine = np.flatnonzero(self.avatars == avatar)
        values = {column: self.values(column)[mine] for column in self.columns}
        for row in range(len(mine)):
            for column in self.columns:
                yield self.copy.who, column, values[column][row]

    @property
    def frame(self) -> pd.DataFrame:
        """The rows as a table: ``avatar``, ``copy``, then the columns at fault."""
        import pandas as pd

        held = {column: self.values(column) for column in self.columns}
        return pd.DataFrame({"avatar": self.avatars, "copy": self.copy.who, **held})

    def __str__(self) -> str:
        sentence = ngettext(
            "{who} ({country}) : {columns}, de {n} élève",
            "{who} ({country}) : {columns}, de {n} élèves",
            self.pupils,
        )
        return sentence.format(
            who=self.copy.who,
            country=country_name(self.copy.country),
            columns=", ".join(self.columns),
            n=number(self.pupils),
        )


Evidence = Clause | Rows
