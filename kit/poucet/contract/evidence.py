"""What a verdict points at: a clause of the contract, or rows that somebody holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
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
    """

    copy: Copy
    table: str
    columns: tuple[str, ...]
    _chosen: np.ndarray | None = field(default=None, repr=False)

    @property  # not kept: a judgement holds many of these, of a million lines each
    def avatars(self) -> np.ndarray:
        """The avatar of each row, by number; a pupil may have many lines of trail."""
        all_ = self.copy.avatars if self.table == DIRECTORY else self.copy.line_avatars
        return all_ if self._chosen is None else all_[self._chosen]

    def __len__(self) -> int:
        if self._chosen is not None and self._chosen.dtype == bool:
            return int(np.count_nonzero(self._chosen))
        return len(self.avatars)

    @property
    def pupils(self) -> int:
        """How many pupils these rows are about."""
        return int(np.count_nonzero(np.bincount(self.avatars)))

    def values(self, column: str) -> np.ndarray:
        """Give what one of the columns holds, a value a row."""
        if self.table == DIRECTORY:
            held = self.copy.directory_columns[column]
            return held if self._chosen is None else held[self._chosen]
        codes, categories = self.copy.trail_columns
        held = codes[column] if self._chosen is None else codes[column][self._chosen]
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
