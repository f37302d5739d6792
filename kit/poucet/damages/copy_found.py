"""Whom a copy lets somebody find: by a row that nobody shares, or by a few known moments."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from poucet.attacks import Moments
from poucet.contract.tables import ACCOUNT
from poucet.damages.remembered import mark, remembered
from poucet.exports.service import OPAQUE_ID

if TYPE_CHECKING:
    from poucet.contract.copies import Copy
    from poucet.school import School

# A code drawn for one service, or a hash, says nothing to whoever has not the list behind it.
_SILENT = (OPAQUE_ID, ACCOUNT)
KNOWN_MOMENTS = 4  # as in lesson 3, and de Montjoye et al. 2013
# A witness knows the hour at best, however precise the clock of the service.
_STEPS = {"second": "1h", "hour": "1h", "day": "1d"}


def found_in(school: School, copy: Copy) -> np.ndarray:
    """Tell which pupils somebody who knows them finds in a copy.

    Either they know the columns of the directory, or they know four moments of the pupil's term,
    drawn at random: that is enough for whoever is alone with them.

    Returns
    -------
    ndarray of bool
        One value a pupil of the school.
    """
    held = ("row", copy.columns, mark(copy.avatars))
    found = remembered(school, held, lambda: _by_row(school, copy)).copy()
    lines = ("moments", copy.verbs, copy.time, copy.ip, mark(copy.line_avatars))
    found |= remembered(school, lines, lambda: _by_moments(school, copy))
    return found


def _by_row(school: School, copy: Copy) -> np.ndarray:
    found = np.zeros(school.size, dtype=bool)
    told = [cells for name, cells in copy.directory_columns.items() if name not in _SILENT]
    found[copy.avatars - 1] = _alone(told, len(copy.avatars))
    return found


def _by_moments(school: School, copy: Copy) -> np.ndarray:
    found = np.zeros(school.size, dtype=bool)
    avatars = copy.line_avatars
    if copy.time in _STEPS and len(avatars):
        codes = copy.trail_columns.codes
        what = [name for name in ("time", "place") if name in codes]
        trail: dict[str, np.ndarray] = {"pupil": avatars}
        trail.update({name: codes[name] for name in what})
        moments = Moments(trail, what=what, resolution=_STEPS[copy.time])
        found[np.unique(avatars) - 1] = moments.alone(KNOWN_MOMENTS)
    return found


def _alone(columns: list[np.ndarray], rows: int) -> np.ndarray:
    """Tell which rows share their values with no other."""
    if not columns:
        return np.zeros(rows, dtype=bool)
    group = np.zeros(rows, dtype=np.int64)
    for cells in columns:
        values, code = np.unique(cells, return_inverse=True)
        _seen, group = np.unique(group * len(values) + code, return_inverse=True)
    return np.asarray(np.bincount(group, minlength=1)[group] == 1)
