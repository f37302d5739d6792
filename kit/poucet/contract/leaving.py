"""When a pupil leaves the lycée: the school years end on 31 August, and nobody repeats one.

Both are choices of the authors; the school year is 2026–2027.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from poucet.school import School

LEAVES = {"seconde": "2029-08-31", "première": "2028-08-31", "terminale": "2027-08-31"}


def leaving_dates(school: School) -> np.ndarray:
    """Give the day each pupil leaves (datetime64[D]), in the school's order.

    Examples
    --------
    >>> from poucet import School
    >>> school = School(seed=1, pupils=100)
    >>> print(school.columns["level"][16], leaving_dates(school)[16])
    terminale 2027-08-31
    """
    levels = school.categories["level"].tolist()
    days = np.array([LEAVES[level] for level in levels], dtype="datetime64[D]")
    return days[school.codes["level"]]
