"""What the school knows and seals: the traits that an attack will claim to guess.

Five traits only, and none that would brand a religion, an origin or an orientation. They are
invented. They lean on what a file shows (a scholarship, a second address, a level), never so much
that a guess is sure: an honest attack finds many, misses some, and accuses some wrongly.
No name, sex, commune or language enters here: a trait says nothing about where anybody comes from.

Every probability of the chain stands in the table below. Sources: alternating custody is 3.4 % of
minors and 12 % of those whose parents live apart (Insee), scholarship about a quarter of secondary
pupils and disability 4.7 % of pupils (French ministry of education). All the others are chosen by
the authors to make a class plausible; they measure nothing.

=================  ======================================  ================================
trait              probability                             what a file shows of it
=================  ======================================  ================================
separated_parents  28 %                                    second address: 12 % of them
money_trouble      32 % if parents live apart, else 16 %   scholarship: 81 %, else 10.5 %;
                                                           fewer devices at home
illness            8 % (a long-lasting one)                accommodation: 18 %, else 3.55 %
job                seconde 4 %, première 10 %, terminale   level, and so birth date
                   17 %; doubled when money is short
sleeplessness      12 %, + 22 with a job, + 12 if ill,     nothing in the directory: only a
                   + 8 if money is short, + 4 if parents   trail of connections shows it
                   live apart
=================  ======================================  ================================
"""

from __future__ import annotations

import numpy as np

from poucet.school.draws import Draws, slots

SEPARATED = 0.28
MONEY_TROUBLE = (0.16, 0.32)  # parents together, parents apart
ILLNESS = 0.08
JOB = ((0.04, 0.10, 0.17), (0.08, 0.20, 0.34))  # by level; second row: money is short
SLEEPLESS = {"base": 0.12, "job": 0.22, "illness": 0.12, "money": 0.08, "separated": 0.04}

# What a file shows, given the trait (False, True).
SCHOLARSHIP = (0.105, 0.81)
TWO_HOMES = (0.0, 0.12)
ACCOMMODATION = (0.0355, 0.18)

TRAITS = ("separated_parents", "money_trouble", "illness", "sleeplessness", "job")


def draw_truth(
    seed: int, level: np.ndarray, first: np.ndarray, second: np.ndarray
) -> dict[str, np.ndarray]:
    """Draw the sealed traits of every pupil.

    Parameters
    ----------
    seed : int
        The school's seed.
    level : ndarray of int
        Level of each pupil: 0 seconde, 1 première, 2 terminale.
    first, second : ndarray of int
        Rows of the pairs of siblings: they share what is the family's, not what is their own.

    Returns
    -------
    dict of str to ndarray of bool
        One array a trait, in the order of `TRAITS`.
    """
    draws, size = Draws(seed, "truth"), len(level)
    separated = draws.turns(size) < slots(SEPARATED)
    separated[second] = separated[first]
    money = draws.turns(size) < slots(MONEY_TROUBLE)[separated.view(np.int8)]
    money[second] = money[first]
    illness = draws.turns(size) < slots(ILLNESS)
    job = draws.turns(size) < slots(JOB).ravel()[3 * money.view(np.int8) + level]
    # One table for the 16 combinations: job, illness, money, separated, as bits.
    bits = np.arange(16)
    share = SLEEPLESS["base"] + sum(
        (bits >> place & 1) * SLEEPLESS[cause]
        for place, cause in enumerate(("separated", "money", "illness", "job"))
    )
    causes = np.zeros(size, np.int8)
    for place, cause in enumerate((separated, money, illness, job)):
        causes |= cause.view(np.int8) << place
    sleepless = draws.turns(size) < slots(share)[causes]
    return dict(zip(TRAITS, (separated, money, illness, sleepless, job), strict=True))
