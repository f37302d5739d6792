"""The term: which days are school days, from Monday 7 September 2026.

The autumn break and 11 November follow the usual French calendar; the dates are chosen by the
authors for the fictitious lycée.
"""

from __future__ import annotations

import operator
from typing import Any

import numpy as np

from poucet.errors import PoucetError
from poucet.i18n import gettext as _

FIRST_MONDAY = np.datetime64("2026-09-07", "D")
MOST_WEEKS = 15  # up to the winter break
AUTUMN_BREAK = np.datetime64("2026-10-17", "D"), np.datetime64("2026-11-02", "D")  # end excluded
PUBLIC_HOLIDAY = np.datetime64("2026-11-11", "D")

SCHOOL_DAY, DAY_OFF, BREAK = 0, 1, 2
DAY = 86_400  # seconds


def day_kinds(week: int) -> np.ndarray:
    """Say what each day of a week is: a school day, a day off, or a day of the autumn break.

    Parameters
    ----------
    week : int
        Number of the week, 0 for the one of 7 September.

    Returns
    -------
    ndarray of int8, shape (7,)
        `SCHOOL_DAY`, `DAY_OFF` or `BREAK`, from Monday to Sunday.

    Examples
    --------
    >>> day_kinds(0).tolist()
    [0, 0, 0, 0, 0, 1, 1]
    """
    days = FIRST_MONDAY + np.arange(7 * week, 7 * week + 7)
    off = (np.arange(7) >= 5) | (days == PUBLIC_HOLIDAY)
    away = (days >= AUTUMN_BREAK[0]) & (days < AUTUMN_BREAK[1])
    return np.where(away, BREAK, np.where(off, DAY_OFF, SCHOOL_DAY)).astype(np.int8)


def checked_weeks(weeks: Any) -> int:
    """Give the number of weeks asked for, or explain what is wrong with it.

    Raises
    ------
    poucet.errors.PoucetError
        If it is not a whole number from 1 to `MOST_WEEKS`.
    """
    try:
        found = 0 if isinstance(weeks, (bool, np.bool_)) else operator.index(weeks)
    except TypeError:
        found = 0
    if not 1 <= found <= MOST_WEEKS:
        raise PoucetError(
            _(
                "Le nombre de semaines (weeks) reçu est {value!r} : donnez un nombre entier "
                "de 1 à {most}, par exemple trail(school, weeks=12)."
            ).format(value=weeks, most=MOST_WEEKS)
        )
    return found
