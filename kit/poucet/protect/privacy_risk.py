"""What a test of a released table gives: an attack's success, beside its success on absent people.

The control set is what makes the figure mean something. Whoever knows that most pupils of a school
come by bus guesses right about pupils who are in no table at all; only what the attack finds
*beyond* that comes from the release.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from poucet.i18n import gettext as _
from poucet.i18n import percent
from poucet.results import Result, wilson

SINGLING_OUT, LINKABILITY, INFERENCE = "singling_out", "linkability", "inference"


@dataclass(frozen=True, repr=False)
class PrivacyRisk(Result):
    """How often one of the three attacks succeeds on the people of a released table.

    ``value`` is the share of them on whom it succeeds, ``baseline`` the share of the control set,
    people who are not in the release, on whom it succeeds all the same.

    Attributes
    ----------
    test : {"singling_out", "linkability", "inference"}
        Which of the three.
    baseline_interval : tuple of float
        The 95 % interval of ``baseline``.
    people, absent : int
        How many were attacked in the table, and in the control set.
    """

    test: str
    baseline_interval: tuple[float, float]
    people: int
    absent: int

    @property
    def risk(self) -> float:
        """What the release adds, between 0 and 1: (value - baseline) / (1 - baseline).

        0: the attack does no better than on absent people; 1: it succeeds on everybody.
        """
        return max(0.0, self._excess)

    @property
    def risk_interval(self) -> tuple[float, float]:
        """The 95 % interval of ``risk``; ``(0, 1)`` when the attack succeeds on all absent people.

        Nothing can be said of the release then. The errors of both shares are propagated to first
        order, as Giomi et al. (2023) do, from each share to its own Wilson bound.
        """
        left = 1 - self.baseline
        if not left:
            return 0.0, 1.0
        missed = (1 - self.value) / left**2
        below = math.hypot(
            (self.value - self.interval[0]) / left,
            (self.baseline_interval[1] - self.baseline) * missed,
        )
        above = math.hypot(
            (self.interval[1] - self.value) / left,
            (self.baseline - self.baseline_interval[0]) * missed,
        )
        low, high = self._excess - below, self._excess + above
        return min(1.0, max(0.0, low)), min(1.0, max(0.0, high))

    @property
    def better_than_chance(self) -> bool:
        """Whether the attack does better on the table than on absent people, beyond doubt."""
        return self.risk_interval[0] > 0

    @property
    def name(self) -> str:
        """The test's name, as opinion 05/2014 gives it."""
        return {
            SINGLING_OUT: _("Individualisation"),
            LINKABILITY: _("Corrélation"),
            INFERENCE: _("Inférence"),
        }[self.test]

    @property
    def _excess(self) -> float:
        return (self.value - self.baseline) / (1 - self.baseline) if self.baseline < 1 else 0.0

    def __str__(self) -> str:
        low, high = (percent(bound, 1) for bound in self.interval)
        words = {
            "name": self.name,
            "value": percent(self.value, 1),
            "unit": self.unit,
            "low": low,
            "high": high,
            "baseline": percent(self.baseline, 1),
        }
        if not self.better_than_chance:
            return _(
                "{name} : {value} {unit} (intervalle à 95 % : de {low} à {high}), et {baseline} de"
                " celles qui n’y sont pas ; y être n’ajoute aucun risque que l’on puisse mesurer."
            ).format(**words)
        below, above = (percent(bound, 1) for bound in self.risk_interval)
        return _(
            "{name} : {value} {unit} (intervalle à 95 % : de {low} à {high}), contre {baseline} de"
            " celles qui n’y sont pas ; la publication ajoute un risque de {risk} (de {below} à"
            " {above})."
        ).format(risk=percent(self.risk, 1), below=below, above=above, **words)

    __repr__ = __str__


def privacy_risk(test: str, unit: str, success: np.ndarray, control: np.ndarray) -> PrivacyRisk:
    """Make a test's result from each attack's success.

    Parameters
    ----------
    test : {"singling_out", "linkability", "inference"}
        Which of the three.
    unit : str
        Of what ``value`` is the share, in the reader's language.
    success, control : numpy.ndarray
        One entry a person attacked, in the table and in the control set: the chance that the
        attack succeeds, 0 or 1 unless it must draw among equals. A draw's chance varies less than a
        draw, so Wilson's interval is then a little too wide, never too narrow.

    Returns
    -------
    PrivacyRisk
        Both shares, with their intervals.

    Examples
    --------
    >>> found = privacy_risk("inference", "", np.array([1, 1, 1, 0]), np.array([1, 0, 0, 0]))
    >>> found.value, found.baseline, round(found.risk, 3)
    (0.75, 0.25, 0.667)
    """
    return PrivacyRisk(
        value=float(success.mean()),
        interval=wilson(float(success.sum()), len(success)),
        baseline=float(control.mean()),
        unit=unit,
        test=test,
        baseline_interval=wilson(float(control.sum()), len(control)),
        people=len(success),
        absent=len(control),
    )
