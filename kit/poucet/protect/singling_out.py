"""Individualisation: a row of the release that can be one person’s only.

Someone knows a few facts about a person and holds the released table. Success is one row that fits
what is known, and that fits nobody else: a description that isolates one person, whatever her name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from poucet.i18n import gettext as _
from poucet.protect.privacy_risk import SINGLING_OUT, PrivacyRisk, privacy_risk
from poucet.protect.released import EQUAL, LookedUp, look_up
from poucet.protect.same_cells import Rule


def singling_out_risk(
    original: Any,
    released: Any,
    control: Any,
    known: str | Iterable[Any],
    same: Mapping[Any, Rule] | None = None,
    seed: int = 0,
) -> PrivacyRisk:
    """Measure how many people one can single out with a released table.

    A released row describes the people it fits. The attack succeeds on a person when exactly one
    row fits what is known of her, and that row fits nobody else in her set. On the control set it
    succeeds by chance: a row that fits one absent person and no other.

    The more people there are, the fewer are alone; both sets are therefore attacked in equal
    numbers, and the larger one is sampled. A control set as large as the table wastes nobody.

    Parameters
    ----------
    original : table
        The true table, one row a person, people left out of the release included.
    released : table
        What is published of it: raw, widened, suppressed in part, noised. What `k_anonymise` gave
        may come as it is.
    control : table
        Other people, drawn like those of ``original``, who are not in the release.
    known : str or iterable of str
        What is known of a person. Columns that were not released help nobody.
    same : mapping, optional
        Column to the way a known value is recognised, where the kit cannot tell. Labels such as
        ``"2009-03"``, ``"10–14"``, ``"961**"`` or ``"*"`` are read without it. Else give a level of
        the hierarchy that was used, a mapping or a function from the known value to the released
        one; or ``rule(known, released)``, true if both may be the same person's, for noised cells:
        ``lambda known, released: abs(known - released) <= 2``.
    seed : int
        For the sample of the larger set.

    Returns
    -------
    PrivacyRisk
        Share singled out, and share of absent people who seem to be.

    Raises
    ------
    poucet.errors.PoucetError
        If a table or a column cannot be used, or widened values come without a rule.

    Notes
    -----
    Article 29 working party (G29), opinion 05/2014 on anonymisation techniques. M. Giomi et al.,
    “A unified framework for quantifying privacy risk in synthetic data”, PoPETs 2023 (2), 312–328.

    Examples
    --------
    >>> pupils = {"sex": ["F", "F", "M", "F"], "born": [2009, 2009, 2009, 2010]}
    >>> others = {"sex": ["F", "M", "M", "M"], "born": [2011, 2010, 2011, 2009]}
    >>> found = singling_out_risk(pupils, pupils, others, known=["sex", "born"])
    >>> found.value, found.baseline
    (0.5, 0.25)
    """
    names = [known] if isinstance(known, str) else list(known)
    sets = look_up(original, released, control, names, same)
    size = min(people.people for people in sets)
    found = [_isolated(people, names, _drawn(people.people, size, seed)) for people in sets]
    return privacy_risk(SINGLING_OUT, _("des personnes de la table sont isolées"), *found)


def _drawn(people: int, size: int, seed: int) -> np.ndarray:
    """Draw so many people, each as likely; all of them if there are no more."""
    if people == size:
        return np.arange(people)
    tickets = np.random.Generator(np.random.PCG64(seed)).random(people)
    return np.sort(np.argsort(tickets, kind="stable")[:size])


def _isolated(people: LookedUp, names: list[Any], chosen: np.ndarray) -> np.ndarray:
    """Tell who, among those chosen, fits one row that fits none of the others chosen."""
    first, group = people.alike_people(names)
    of_group = np.bincount(group[chosen], minlength=len(first))
    row, row_group = people.alike_rows(names)
    rows_alike = np.bincount(row_group)
    fitting_people = np.zeros(len(row))
    only = np.full(len(first), -1)
    for block, distance in people.distances(names, first, row):
        who, which = np.nonzero(distance < EQUAL)
        fitting_people += np.bincount(which, of_group[block][who], len(row))
        fitting_rows = np.bincount(who, rows_alike[which], len(distance))
        alone = fitting_rows[who] == 1
        only[block][who[alone]] = which[alone]
    isolated = (only >= 0) & (fitting_people[only] == 1)
    return isolated[group[chosen]]
