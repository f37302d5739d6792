"""The clock of the school: Paris time, and how far it is from universal time.

A service writes when something happened with the offset of that day: +02:00 in summer, +01:00 once
the clocks have gone back, in the night of 25 October 2026, in the middle of the trail. The rule is
the European Union's: from the last Sunday of March to the last Sunday of October, at 01:00
universal time. It is computed here because not every machine has a table of time zones.

In the hour that comes twice (02:00 to 03:00 in October), a local time is taken for the first one.
"""

from __future__ import annotations

import numpy as np

HOUR = 3600
_WEEK = 7
_SUNDAYS_OFFSET = 4  # 1 January 1970, day 0, was a Thursday


def offset_of_local(times: np.ndarray) -> np.ndarray:
    """Give the seconds between universal time and local times.

    Parameters
    ----------
    times : ndarray of datetime64[s]
        What the school's clock showed.

    Returns
    -------
    ndarray of int64
        3600 in winter, 7200 in summer.

    Examples
    --------
    >>> around = np.array(["2026-10-25T01:59:59", "2026-10-25T03:00:00"], "datetime64[s]")
    >>> offset_of_local(around).tolist()
    [7200, 3600]
    """
    spring, autumn = _changes(times)
    summer = (times >= spring + 2 * HOUR) & (times < autumn + 3 * HOUR)
    return np.where(summer, 2 * HOUR, HOUR)


def local_of_universal(seconds: np.ndarray) -> np.ndarray:
    """Give what the school's clock showed at moments of universal time.

    Parameters
    ----------
    seconds : ndarray of int64
        Seconds since 1 January 1970, universal time.

    Returns
    -------
    ndarray of datetime64[s]
        Local times.

    Examples
    --------
    >>> local_of_universal(np.array([0])).tolist()
    [datetime.datetime(1970, 1, 1, 1, 0)]
    """
    times = seconds.astype("datetime64[s]")
    spring, autumn = _changes(times)
    summer = (times >= spring + HOUR) & (times < autumn + HOUR)
    return times + np.where(summer, 2 * HOUR, HOUR).astype("timedelta64[s]")


def offset_texts(times: np.ndarray, colon: str) -> list[str]:
    """Write the offset of local times: ``+02:00``, or ``+0200`` with an empty `colon`."""
    return np.array([f"+01{colon}00", f"+02{colon}00"])[offset_of_local(times) // HOUR - 1].tolist()


def _changes(times: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Give midnight of the last Sundays of March and October of each time's year."""
    january = times.astype("datetime64[Y]").astype("datetime64[M]")
    spring, autumn = (
        ((january + months).astype("datetime64[D]") - 1).astype(np.int64) for months in (3, 10)
    )
    ends = (
        (day - (day + _SUNDAYS_OFFSET) % _WEEK).astype("datetime64[D]").astype("datetime64[s]")
        for day in (spring, autumn)
    )
    return next(ends), next(ends)
