"""The directory: the school's whole file, as a supplier asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from poucet.school import School


def directory(school: School) -> pd.DataFrame:
    """Give the table that a full export of the school holds.

    A service asks for "the pupils", the school sends all it has: one line a pupil, every column,
    none of them struck out. The avatars' numbers stay at the school, and so does its truth.

    Parameters
    ----------
    school : School
        The school that exports.

    Returns
    -------
    pandas.DataFrame
        One row a pupil, in the school's order; the caller's own copy.

    Examples
    --------
    >>> from poucet import School
    >>> sent = directory(School(seed=1, pupils=1100))
    >>> sent.shape
    (1100, 23)
    >>> "sleeplessness" in sent.columns
    False
    """
    return school.pupils.reset_index(drop=True)
