"""A recruiter buys school traces: an assertion, without a price, and a score, with its error.

That school data are of value to recruiters was said by the Société informatique de France (16 June
2017). No price was found. What can be shown is what such a buyer would get: a number for each
pupil, made of what a school service notes, and how far that number is from itself when other weeks
are counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.i18n import number, percent
from poucet.market.columns import coded, column

LATE_FROM, LATE_TO = 23, 5
BEST = 0.1  # share of the pupils that the recruiter keeps


@dataclass(frozen=True, eq=False)
class RecruiterScore:
    """The score sold, and what it is worth as a measure.

    Attributes
    ----------
    people : numpy.ndarray
        The pupils' numbers.
    score : numpy.ndarray of float
        From 0 to 100, over the whole trail.
    halves : numpy.ndarray of float, shape (people, 2)
        The same score from the odd weeks alone and from the even weeks alone.
    """

    people: np.ndarray
    score: np.ndarray
    halves: np.ndarray

    @property
    def price(self) -> None:
        """What it would sell for: nobody knows."""
        return None

    @property
    def error(self) -> float:
        """How many points lie, on average, between a pupil's odd weeks and her even weeks."""
        return float(np.abs(self.halves[:, 0] - self.halves[:, 1]).mean())

    @property
    def lost(self) -> float:
        """Share of the best tenth of the odd weeks who are not in the best tenth of the even."""
        kept = max(1, int(BEST * len(self.people)))
        first, second = (
            set(np.argsort(-half, kind="stable")[:kept].tolist()) for half in self.halves.T
        )
        return 1 - len(first & second) / kept

    def gap(self, group: Any) -> float:
        """Give how many points a group has more than the others, or fewer if it is negative.

        Parameters
        ----------
        group : array_like of bool
            Who is in it, in the order of ``people``: those who sleep badly, say.
        """
        inside = np.asarray(group)
        if inside.shape != self.score.shape or inside.dtype != bool:
            raise PoucetError(
                _("Le groupe attend un vrai ou faux pour chacun des {n} élèves.").format(
                    n=number(len(self.people))
                )
            )
        if inside.all() or not inside.any():
            return 0.0
        return float(self.score[inside].mean() - self.score[~inside].mean())

    def __str__(self) -> str:
        return _(
            "Un score de 0 à 100 pour {n} élèves. Calculé sur une semaine sur deux, puis sur les"
            " autres, il change de {error} points en moyenne, et {lost} du meilleur dixième n’y"
            " sont plus. Aucun prix n’a été trouvé : que des recruteurs l’achètent est une"
            " affirmation."
        ).format(n=number(len(self.people)), error=number(self.error, 1), lost=percent(self.lost))


def recruiter_score(trail: Any) -> RecruiterScore:
    """Make the score that a recruiter might buy, out of what a school service notes.

    Three things that look like merit: right answers, work handed in, nights without connection.
    Each pupil gets her rank among the others in each, and the score is the mean of the three.

    Parameters
    ----------
    trail : table
        With ``time``, ``pupil``, ``verb`` and ``score``, as `poucet.trail` gives.

    Returns
    -------
    RecruiterScore
        The scores, and `error`, `lost` and `gap` that tell what they are worth.

    Raises
    ------
    poucet.errors.PoucetError
        If a column is missing, or the trail is shorter than two weeks.
    """
    people, who = np.unique(column(trail, "pupil"), return_inverse=True)
    time = column(trail, "time").astype("datetime64[h]").astype(np.int64)
    hour, week = time % 24, (time // 24 + 3) // 7  # 1 January 1970 was a Thursday
    if not len(people) or week.min() == week.max():
        raise PoucetError(
            _("Il faut une trace d’au moins deux semaines pour comparer un score à lui-même.")
        )
    verb, verbs = coded(trail, "verb")
    signs = {
        "right": column(trail, "score"),
        "handed_in": (verbs == "submitted")[verb].astype(float),
        "late": -((hour >= LATE_FROM) | (hour < LATE_TO)).astype(float),
    }

    def score(kept: np.ndarray) -> np.ndarray:
        ranks = []
        for name, values in signs.items():
            counted = kept & ~np.isnan(values)
            total = np.bincount(who[counted], weights=values[counted], minlength=len(people))
            lines = np.bincount(who[counted], minlength=len(people))
            mean = total if name == "handed_in" else total / np.maximum(lines, 1)
            ranks.append(_percentile(mean))
        return np.mean(ranks, axis=0)

    odd = week % 2 == week.min() % 2
    everything = np.ones(len(odd), dtype=bool)
    return RecruiterScore(people, score(everything), np.stack([score(odd), score(~odd)], axis=1))


def _percentile(values: np.ndarray) -> np.ndarray:
    """Give each value's rank among all, from 0 to 100; equal values share theirs."""
    _sorted, which, sizes = np.unique(values, return_inverse=True, return_counts=True)
    below = np.cumsum(sizes) - sizes
    middle = below + (sizes - 1) / 2
    return 100 * middle[which] / max(1, len(values) - 1)
