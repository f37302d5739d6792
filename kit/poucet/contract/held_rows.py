"""The holding as the judge reads it: which rows are where, and which are there too long."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from poucet.contract.copies import Copy
from poucet.contract.evidence import DIRECTORY, TRAIL, Rows
from poucet.contract.leaving import leaving_dates
from poucet.contract.months import add_months
from poucet.exports.term import FIRST_MONDAY

if TYPE_CHECKING:
    from poucet.contract.holding import Holding
    from poucet.contract.terms import Contract
    from poucet.school import School


class HeldRows:
    """What is held of a school under a contract, applied only when a check asks.

    Parameters
    ----------
    contract : Contract
        The contract.
    school : School
        The school.
    weeks : int
        Weeks of use.
    """

    def __init__(self, contract: Contract, school: School, weeks: int) -> None:
        self._contract, self._school, self._weeks = contract, school, weeks

    @cached_property
    def holding(self) -> Holding:
        """Everything held after these weeks."""
        return self._contract.apply(self._school, self._weeks)

    def rows(
        self, of: Callable[[Copy], bool] | None = None, columns: Iterable[str] | None = None
    ) -> Iterator[Rows]:
        """Find the rows about pupils in some copies, in all columns or some.

        Parameters
        ----------
        of : callable, optional
            Tells whether a copy counts; left out, all do.
        columns : iterable of str, optional
            Columns of the directory or of the trail; left out, all of both.

        Yields
        ------
        Rows
            One a table that holds any.
        """
        yield from rows_in(self.holding, of, columns)

    def lines_saying(self, verbs: tuple[str, ...]) -> Iterator[Rows]:
        """Find the lines of trail that bear one of these verbs."""
        for copy in self.holding.copies:
            if len(copy.line_avatars):
                rows = Rows(copy, TRAIL, ("verb",), verbs)
                if len(rows):
                    yield rows

    def not_erased(self) -> Iterator[Rows]:
        """Find the copies that still hold a pupil whom the supplier has just erased."""
        after = self.holding.erased(1)
        left = [(d.copy.role, d.copy.name, d.copy.country) for d in after.rows_of(1)]
        yield from self.rows(lambda copy: (copy.role, copy.name, copy.country) in left)

    def kept_after_leaving(self, months: int) -> Iterator[Rows]:
        """Find the rows left when every pupil has been gone for so many months."""
        gone = add_months(leaving_dates(self._school).max(), months)
        yield from rows_in(self.holding.at(gone.item()))

    def kept_lines(self, months: int) -> Iterator[Rows]:
        """Find the lines left when the last of them is so many months old."""
        last = FIRST_MONDAY + np.timedelta64(7 * self._weeks - 1, "D")
        later = self.holding.at(add_months(last, months).item())
        yield from (rows for rows in rows_in(later) if rows.table == TRAIL)


def rows_in(
    holding: Holding,
    of: Callable[[Copy], bool] | None = None,
    columns: Iterable[str] | None = None,
) -> Iterator[Rows]:
    """Find rows about pupils in a holding, as `HeldRows.rows` does."""
    for copy in holding.copies:
        if of is not None and not of(copy):
            continue
        for table, held, avatars in (
            (DIRECTORY, copy.columns, copy.avatars),
            (TRAIL, tuple(copy.trail_columns.codes), copy.line_avatars),
        ):
            wanted = held if columns is None else tuple(c for c in held if c in set(columns))
            if wanted and len(avatars):
                yield Rows(copy, table, wanted)
