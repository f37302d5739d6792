"""Months added to dates as a contract counts: the same day, or the last of a shorter month."""

from __future__ import annotations

import numpy as np


def add_months(dates: np.ndarray | np.datetime64, months: int) -> np.ndarray:
    """Give the same day of the month some months later.

    Parameters
    ----------
    dates : ndarray of datetime64[D]
        The days.
    months : int
        How many months, 0 or more.

    Returns
    -------
    ndarray of datetime64[D]
        The days; 31 January and one month is the last day of February.

    Examples
    --------
    >>> print(add_months(np.datetime64("2027-01-31"), 1))
    2027-02-28
    """
    dates = np.asarray(dates, "datetime64[D]")
    month = dates.astype("datetime64[M]")
    target = month + np.timedelta64(months, "M")
    last = (target + 1).astype("datetime64[D]") - np.timedelta64(1, "D")
    return np.minimum(
        target.astype("datetime64[D]") + (dates - month.astype("datetime64[D]")), last
    )
