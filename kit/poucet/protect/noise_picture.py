"""The law of the noise, drawn with a seed: for pictures and dice, never to protect anyone."""

from __future__ import annotations

import math

import numpy as np

from poucet.errors import PoucetError
from poucet.i18n import gettext as _


def noise_for_a_picture(epsilon: float, size: int, seed: int) -> np.ndarray:
    """Draw the noise that a count would get, the same again with the same seed.

    A class compares histograms of noise for two values of ε, and every screen must show the same
    bars. Whoever knows the seed can subtract this noise, so it protects nobody: what is told about
    people goes through `poucet.add_noise`, which has no seed.

    Parameters
    ----------
    epsilon : float
        What the count would cost; one person changes it by 1.
    size : int
        How many draws.
    seed : int
        The seed.

    Returns
    -------
    ndarray of int64, shape (size,)
        Discrete Laplace: P(k) = (1 − a) / (1 + a) · a^|k|, with a = exp(−ε).

    Notes
    -----
    The difference of two geometric draws has this law (S. Inusah and T. J. Kozubowski, “A discrete
    analogue of the Laplace distribution”, J. Statist. Plann. Inference 136 (2006), 1090–1102).

    Examples
    --------
    >>> noise_for_a_picture(epsilon=1, size=8, seed=1).tolist() == [
    ...     int(n) for n in noise_for_a_picture(epsilon=1, size=8, seed=1)
    ... ]
    True
    """
    if not (isinstance(epsilon, int | float) and math.isfinite(epsilon) and epsilon > 0):
        raise PoucetError(
            _("L’argument epsilon attend un nombre plus grand que 0, et non {value}.").format(
                value=repr(epsilon)
            )
        )
    uniform = 1 - np.random.Generator(np.random.PCG64(seed)).random((2, size))  # never 0
    first, second = np.floor(np.log(uniform) / -epsilon)
    return (first - second).astype(np.int64)
