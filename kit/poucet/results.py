"""What every measure gives back: a value with its interval, its baseline and its unit."""

from __future__ import annotations

import math
from dataclasses import dataclass

from poucet.i18n import gettext as _
from poucet.i18n import percent

Z95 = 1.959963984540054  # the 97.5 % point of the normal law


def wilson(successes: float, trials: int) -> tuple[float, float]:
    """Give the 95 % interval of a share (Wilson 1927, JASA 22, 209–212).

    Parameters
    ----------
    successes : int or float
        How many succeeded; not a whole number if some were worth a chance to succeed.
    trials : int
        Out of how many.

    Returns
    -------
    tuple of float
        Lower and upper bound, between 0 and 1; ``(0, 1)`` when nothing was tried.

    Examples
    --------
    >>> low, high = wilson(8, 10)
    >>> round(low, 3), round(high, 3)
    (0.49, 0.943)
    """
    if trials == 0:
        return 0.0, 1.0
    share = successes / trials
    scale = 1 + Z95**2 / trials
    middle = (share + Z95**2 / (2 * trials)) / scale
    half = Z95 * math.sqrt(share * (1 - share) / trials + Z95**2 / (4 * trials**2)) / scale
    # rounding must not leave a share that is nought or one out of its own interval
    return max(0.0, min(share, middle - half)), min(1.0, max(share, middle + half))


@dataclass(frozen=True)
class Result:
    """A share that an attack or a protection reached, beside what blind guessing would reach.

    Attributes
    ----------
    value : float
        The share, between 0 and 1.
    interval : tuple of float
        Its 95 % interval.
    baseline : float
        What blind guessing gives.
    unit : str
        Of what it is a share, in the reader's language.
    """

    value: float
    interval: tuple[float, float]
    baseline: float
    unit: str

    @property
    def better_than_chance(self) -> bool:
        """Whether the whole interval lies above blind guessing."""
        return self.interval[0] > self.baseline

    def __str__(self) -> str:
        low, high = (percent(x, 1) for x in self.interval)
        sentence = _(
            "{value} {unit} (intervalle à 95 % : de {low} à {high} ; au hasard : {baseline})."
        ).format(
            value=percent(self.value, 1),
            unit=self.unit,
            low=low,
            high=high,
            baseline=percent(self.baseline, 1),
        )
        if not self.better_than_chance:
            sentence += " " + _("Ce n’est pas mieux que le hasard.")
        return sentence
