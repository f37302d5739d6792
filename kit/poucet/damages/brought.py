"""What the pupils bring in a year to whoever holds their data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import numpy as np

from poucet.market import Habits, earnings, prices

if TYPE_CHECKING:
    from poucet.school import School

# What a holder who sells whatever it can does with a file: this is what the pupils' data bring.
SELLING = ("profiled_ads", "records")


def euros_a_year(
    school: School,
    columns: Iterable[str],
    uses: Iterable[str] = SELLING,
    guesses: Mapping[str, np.ndarray] | None = None,
    rows: np.ndarray | None = None,
    habits: Habits | None = None,
) -> float:
    """Reckon what the pupils bring in a year to whoever holds these columns.

    The published prices are in dollars, of several years, and no source says how many times a file
    is sold: what is supposed is in `poucet.market.Habits`, for a class to change.

    Parameters
    ----------
    school : School
        Whose pupils.
    columns : iterable of str
        What is held: columns of `poucet.directory`, ``"birth_month"``, ``"opaque_id"``,
        ``"trail"``. A list on sale takes a pupil only if the cell it asks for is filled in.
    uses : iterable of str
        What the holder does, as for `poucet.market.earnings`; left out, advertisements that suit
        the person, and the file sold.
    guesses : dict of str to ndarray of bool, optional
        Traits believed of some pupils, true or not: they sell as well.
    rows : ndarray, optional
        Only these pupils (row numbers or mask); left out, all of them.
    habits : Habits, optional
        The suppositions; left out, the kit's.

    Returns
    -------
    float
        Euros a year, for all the pupils together.

    Examples
    --------
    >>> from poucet import School
    >>> school = School(seed=2)
    >>> round(euros_a_year(school, ["class", "sex", "birth_date", "commune"], uses=["records"]), 2)
    0.55
    >>> euros_a_year(school, ["class", "opaque_id"])
    0.0
    """
    supposed = habits or Habits()
    told: dict[str, np.ndarray | None] = {name: _told(school, name) for name in columns}
    told.update(guesses or {})
    always = [name for name, cells in told.items() if cells is None]
    some = {name: cells for name, cells in told.items() if cells is not None}
    # Pupils of whom the same is told bring the same: reckoned once. The first column counts them
    # when everything is told of everybody.
    known = np.column_stack([np.ones(school.size, dtype=bool), *some.values()])
    chosen = known if rows is None else known[rows]
    alike, pupils = np.unique(chosen, axis=0, return_counts=True)
    table, may = prices(), list(uses)
    dollars = 0.0
    for pattern, count in zip(alike[:, 1:], pupils, strict=True):
        held = [*always, *(name for name, tells in zip(some, pattern, strict=True) if tells)]
        dollars += count * earnings(held, may, table, supposed).total
    return float(dollars * supposed.euros_a_dollar)


def _told(school: School, name: str) -> np.ndarray | None:
    """Tell for whom a column says something; None if for everybody."""
    cells = school.columns.get(name)
    if cells is None or cells.dtype.kind not in "bOU":
        return None
    return np.asarray(cells if cells.dtype == bool else cells != "", dtype=bool)
