"""Corrélation: two files about the same people, put together again through the release.

Someone holds two files without a common column, a class list and a sports club's say, and the
released table, which has columns of both. Success is that the two halves of a person's data point
at one and the same released row: her two records are then one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.protect.privacy_risk import LINKABILITY, PrivacyRisk, privacy_risk
from poucet.protect.released import EQUAL, LookedUp, look_up
from poucet.protect.same_cells import Rule


def linkability_risk(
    original: Any,
    released: Any,
    control: Any,
    left: str | Iterable[Any],
    right: str | Iterable[Any],
    same: Mapping[Any, Rule] | None = None,
) -> PrivacyRisk:
    """Measure how many people's two records one can put together with a released table.

    For each of the two records the attack takes the released row nearest to it, at random among
    equals; it succeeds when both are the same row. Its chance is computed, not drawn: with a and b
    rows as near, c of them in common, c / (a b).

    Parameters
    ----------
    original, released, control : table
        As for `singling_out_risk`.
    left, right : str or iterable of str
        The columns of the first file and of the second, none in both.
    same : mapping, optional
        As for `singling_out_risk`.

    Returns
    -------
    PrivacyRisk
        Share put together again, and share of absent people who seem to be.

    Raises
    ------
    poucet.errors.PoucetError
        If a table or a column cannot be used, or a column is on both sides.

    Notes
    -----
    As `singling_out_risk`. Giomi et al. break ties between rows as near as each other by their
    place in the table; here each is as likely.

    Examples
    --------
    >>> pupils = {"born": [2008, 2009, 2010, 2010], "class": ["1", "2", "3", "3"]}
    >>> others = {"born": [2008, 2009, 2010, 2010], "class": ["2", "3", "1", "3"]}
    >>> found = linkability_risk(pupils, pupils, others, left="born", right="class")
    >>> found.value, found.baseline
    (0.75, 0.125)
    """
    halves = [[side] if isinstance(side, str) else list(side) for side in (left, right)]
    for name in halves[0]:
        if name in halves[1]:
            raise PoucetError(
                _(
                    "La colonne « {name} » est dans les deux fichiers à rapprocher, qui se"
                    " recolleraient sans la table publiée : laissez-la d’un seul côté."
                ).format(name=name)
            )
    sets = look_up(original, released, control, halves[0] + halves[1], same)
    found = [_together(people, halves) for people in sets]
    unit = _("des personnes de la table ont leurs deux fiches rapprochées")
    return privacy_risk(LINKABILITY, unit, *found)


def _together(people: LookedUp, halves: list[list[Any]]) -> np.ndarray:
    """Give each person's chance that both her records lead to one row."""
    first, group = people.alike_people(halves[0] + halves[1])
    row, row_group = people.alike_rows(halves[0] + halves[1])
    rows_alike = np.bincount(row_group).astype(np.float64)
    chance = np.zeros(len(first))
    for (block, near_left), (_block, near_right) in zip(
        *(people.distances(half, first, row) for half in halves), strict=True
    ):
        left, right = (
            near <= near.min(axis=1)[:, None] + EQUAL for near in (near_left, near_right)
        )
        chance[block] = ((left & right) @ rows_alike) / ((left @ rows_alike) * (right @ rows_alike))
    return chance[group]
