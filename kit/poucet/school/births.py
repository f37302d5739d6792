"""When French children are born: fewer at weekends, more in summer.

A list of birth dates drawn as if every day were alike would look like no real school: maternity
wards plan few births on a Sunday, and July to October are the full months. Both effects are small
(a tenth either way), yet a class that counts the weekdays of its own birth dates sees the first.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

# Thousandths of an average day, from counts of French births by day;
# whole numbers, so that the weights are the same to the last bit on every machine.
WEEKDAYS = np.array([1033, 1069, 1056, 1053, 1058, 888, 843])  # Monday to Sunday
MONTHS = np.array([989, 985, 960, 967, 990, 1004, 1039, 1018, 1039, 1019, 995, 993])


def birth_days(first: str, last: str) -> tuple[NDArray[np.datetime64], NDArray[np.int64]]:
    """List every day of a period with the weight of births that falls on it.

    Parameters
    ----------
    first, last : str
        The first and the last day, both included, as ``"2009-01-01"``.

    Returns
    -------
    days : ndarray of datetime64[D]
        The days in order.
    weights : ndarray of int64
        Millionths of an average day: weekday factor × month factor.

    Examples
    --------
    >>> days, weights = birth_days("2010-07-02", "2010-07-04")  # Friday to Sunday
    >>> weights.tolist()
    [1099262, 922632, 875877]
    """
    days = np.arange(np.datetime64(first, "D"), np.datetime64(last, "D") + np.timedelta64(1, "D"))
    month = days.astype("datetime64[M]").astype(np.int64) % 12
    weekday = (days.astype(np.int64) + 3) % 7  # 1 January 1970 was a Thursday
    return days, MONTHS[month] * WEEKDAYS[weekday]
