"""Inférence: a secret guessed from the release, without finding anybody’s row.

Someone knows a few facts about a person and wants one that nobody told her. The released rows
nearest to what is known may be twelve; if all twelve say the same of the secret, twelve is as good
as one. Success is a right guess.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from poucet.attacks.table import choose, column_names, open_table
from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.labels import label
from poucet.protect.privacy_risk import INFERENCE, PrivacyRisk, privacy_risk
from poucet.protect.released import EQUAL, LookedUp, look_up
from poucet.protect.same_cells import Rule


def inference_risk(
    original: Any,
    released: Any,
    control: Any,
    known: str | Iterable[Any],
    secret: Any,
    same: Mapping[Any, Rule] | None = None,
) -> PrivacyRisk:
    """Measure how often a secret is guessed right with a released table.

    The attack takes the released rows nearest to what is known of a person and guesses the
    commonest secret among them, at random among equals. On absent people it succeeds as far as the
    secret follows from what is known for anybody; what it finds beyond comes from the release.

    Parameters
    ----------
    original, released, control : table
        As for `singling_out_risk`.
    known : str or iterable of str
        What is known of a person.
    secret : str
        The column to guess, which must have been released. A guess is right if it equals the true
        value, or may stand for it by its rule in ``same``; a released ``"*"`` is no guess.
    same : mapping, optional
        As for `singling_out_risk`.

    Returns
    -------
    PrivacyRisk
        Share guessed right, and share of absent people guessed right.

    Raises
    ------
    poucet.errors.PoucetError
        If a table or a column cannot be used, the secret is known, or it was not released.

    Notes
    -----
    As `singling_out_risk`. Giomi et al. take the secret of one nearest row; here all rows as near
    vote, as whoever reads a table of equivalence classes does.

    Examples
    --------
    >>> pupils = {"class": ["1", "1", "2", "2"], "ill": [True, True, False, True]}
    >>> others = {"class": ["1", "1", "2", "2"], "ill": [False, True, False, False]}
    >>> found = inference_risk(pupils, pupils, others, known="class", secret="ill")
    >>> found.value, found.baseline
    (0.75, 0.5)
    """
    names = [known] if isinstance(known, str) else list(known)
    choose(open_table(original), [secret], "secret")
    if secret in names:
        raise PoucetError(
            _(
                "La colonne « {name} » est à la fois connue et secrète : retirez-la de known."
            ).format(name=secret)
        )
    if secret not in column_names(open_table(getattr(released, "frame", released))):
        raise PoucetError(
            _(
                "La colonne « {name} » n’est pas dans la table publiée, qui n’en apprend donc rien"
                " directement : choisissez un secret qui y soit."
            ).format(name=secret)
        )
    sets = look_up(original, released, control, [*names, secret], same)
    found = [_guessed(people, names, secret) for people in sets]
    unit = _("des personnes de la table voient leur secret deviné (« {secret} »)").format(
        secret=label(str(secret))
    )
    return privacy_risk(INFERENCE, unit, *found)


def _guessed(people: LookedUp, names: list[Any], secret: Any) -> np.ndarray:
    """Give each person's chance that the guess about her is right."""
    first, group = people.alike_people(names)
    row, row_group = people.alike_rows(names)
    column = people.columns[secret]
    votes = np.zeros((len(row), column.gap.shape[1]))
    np.add.at(votes, (row_group, column.released), 1)
    votes[:, column.withheld] = 0
    right = column.gap < EQUAL
    chance = np.zeros((len(first), len(right)))
    for block, distance in people.distances(names, first, row):
        near = distance <= distance.min(axis=1)[:, None] + EQUAL
        count = near.astype(np.float64) @ votes
        best = count.max(axis=1)[:, None]
        guesses = (count == best) & (best > 0)
        chance[block] = (guesses @ right.T.astype(np.float64)) / np.maximum(
            guesses.sum(axis=1)[:, None], 1
        )
    return chance[group, column.known]
