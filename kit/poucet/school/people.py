"""Who the pupils are: level, siblings, birth date, sex, names.

A lycée in the school year 2026-2027: most pupils of seconde were born in 2011, of première in 2010,
of terminale in 2009. Given name and family name are drawn apart from each other, and apart from
everything else: no table of the kit says where anybody comes from.

Weekday and month of birth follow `poucet.school.births`; the other figures of this file are chosen
by the authors.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from poucet import data
from poucet.school.births import birth_days
from poucet.school.draws import Draws, slots, wheel

LEVELS = ("seconde", "première", "terminale")
LEVEL_WEIGHTS = (35, 33, 32)
# Years between the usual age of a level and the pupil's: one early, on time, one or two late.
AGE_WEIGHTS = {-1: 25, 0: 860, 1: 105, 2: 10}
YEAR_OF_SECONDE = 2011
FIRST_YEAR, LAST_YEAR = YEAR_OF_SECONDE - 4, YEAR_OF_SECONDE + 1
FIRST_DAY = np.datetime64(f"{FIRST_YEAR}-01-01")

GIRLS = 0.53  # a general lycée has more girls than boys
IN_PAIRS = 0.15  # share of pupils with a twin or a sibling in the school
TWINS_AMONG_PAIRS = 0.2
TWINS_ALIKE = 1 / 3  # share of twins who are identical, so of the same sex
SAME_FAMILY_NAME = 0.92  # half-siblings of one home may bear two names
DOUBLE_NAMES = 0.07  # the law has let parents give both names since 2005
CLOSEST_BIRTHS = 300  # days; two siblings who are not twins cannot be born closer


@dataclass(frozen=True)
class People:
    """The pupils as codes, one array a trait, row i being avatar i + 1.

    `birth` counts days from `FIRST_DAY`; `family` indexes `family_names`; `first` and `second`
    are the rows of each pair of siblings, the first `twins` of which are twins.
    """

    level: np.ndarray
    sex: np.ndarray
    birth: np.ndarray
    given: np.ndarray
    family: np.ndarray
    family_names: np.ndarray
    first: np.ndarray
    second: np.ndarray
    twins: int


@cache
def given_names() -> tuple[np.ndarray, np.ndarray]:
    """Give the given names, and two wheels one after the other: girls', then boys'."""
    table = data.columns("given_names.csv")
    names = list(dict.fromkeys(table["name"]))
    code = {name: index for index, name in enumerate(names)}
    wheels = []
    for sex in "FM":
        rows = [row for row, other in enumerate(table["sex"]) if other == sex]
        weights = tuple(int(table["weight"][row]) for row in rows)
        wheels.append(wheel(weights, tuple(code[table["name"][row]] for row in rows)))
    return np.array(names, dtype=object), np.concatenate(wheels)


@cache
def family_names() -> tuple[np.ndarray, np.ndarray]:
    """Give the family names and their wheel."""
    table = data.columns("family_names.csv")
    return np.array(table["name"], dtype=object), wheel(tuple(map(int, table["weight"])))


@cache
def birthdays() -> tuple[np.ndarray, np.ndarray]:
    """Give, a year from 2007 to 2012, its first day (in days) and its wheel of days.

    The wheels stand one after the other: slot ``65536 * (year - 2007) + turn`` holds a day of that
    year.
    """
    starts, wheels = [], []
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        days, weights = birth_days(f"{year}-01-01", f"{year}-12-31")
        starts.append(int((days[0] - FIRST_DAY).astype(int)))
        wheels.append(wheel(tuple(weights.tolist())))
    return np.array(starts, dtype=np.int32), np.concatenate(wheels)


def draw_people(seed: int, size: int) -> People:
    """Draw the pupils of a school.

    Parameters
    ----------
    seed : int
        The school's seed.
    size : int
        Number of pupils, at least 1.

    Returns
    -------
    People
        Codes, one array a trait.
    """
    draws = Draws(seed, "people")
    level = wheel(LEVEL_WEIGHTS)[draws.turns(size)]
    sex = (draws.turns(size) >= slots(GIRLS)).astype(np.int8)  # 0 girl, 1 boy
    late = wheel(tuple(AGE_WEIGHTS.values()), tuple(AGE_WEIGHTS))[draws.turns(size)]
    when = draws.turns(size)

    paired = np.flatnonzero(draws.turns(size) < slots(IN_PAIRS))
    paired = paired[draws.order(len(paired))]
    first, second = paired[: len(paired) // 2], paired[len(paired) - len(paired) // 2 :]
    twins = round(len(first) * TWINS_AMONG_PAIRS)
    alike, apart = slice(None, twins), slice(twins, None)
    # Twins: same level, same day; the others are one or two levels apart, and at their own age.
    fate = draws.turns(len(first))
    level[second[alike]] = level[first[alike]]
    late[second[alike]] = late[first[alike]]
    identical = first[alike][fate[alike] < slots(TWINS_ALIKE)]
    sex[second[alike][fate[alike] < slots(TWINS_ALIKE)]] = sex[identical]
    level[second[apart]] = (level[first[apart]] + 1 + (fate[apart] & 1)) % len(LEVELS)
    late[first[apart]] = late[second[apart]] = 0

    birth = _births(level, late, when, first[apart], second[apart])
    birth[second[alike]] = birth[first[alike]]
    given = _given_names(sex, draws.turns(size), first, second)
    family, names = _family_names(draws, size, first, second)
    return People(level, sex, birth, given, family, names, first, second, twins)


def _births(
    level: np.ndarray, late: np.ndarray, when: np.ndarray, one: np.ndarray, other: np.ndarray
) -> np.ndarray:
    """Turn level and lateness into a day of birth; keep siblings far enough apart."""
    starts, wheels = birthdays()
    year = (YEAR_OF_SECONDE - FIRST_YEAR) - level - late
    day = wheels[(year.astype(np.int32) << 16) + when]
    start = starts[year]
    elder = np.where(level[one] > level[other], one, other)
    younger = np.where(level[one] > level[other], other, one)
    gap = (start[younger] + day[younger]) - (start[elder] + day[elder])
    close = gap < CLOSEST_BIRTHS
    # They change days within their own years, so that the elder one comes first in hers.
    swapped = day[elder[close]]
    day[elder[close]] = np.minimum(day[younger[close]], 364)
    day[younger[close]] = np.minimum(swapped, 364)
    return (start + day).astype(np.int16)


def _given_names(
    sex: np.ndarray, turns: np.ndarray, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """Draw given names; no two siblings bear the same one."""
    _, wheels = given_names()
    given = wheels[(sex.astype(np.int32) << 16) + turns]
    same = second[given[first] == given[second]]
    while len(same):  # half a turn of the wheel away stands another name
        turns = turns.copy()
        turns[same] += np.uint16(32_771)
        given[same] = wheels[(sex[same].astype(np.int32) << 16) + turns[same]]
        same = second[given[first] == given[second]]
    return given


def _family_names(
    draws: Draws, size: int, first: np.ndarray, second: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Draw family names; siblings mostly share theirs, and a few are double-barrelled."""
    single, names = family_names()
    family = names[draws.turns(size)]
    doubled = np.flatnonzero(draws.turns(size) < slots(DOUBLE_NAMES))
    left, right = family[doubled], names[draws.turns(len(doubled))]
    kept = left != right
    doubled = doubled[kept]
    pair = left[kept].astype(np.int32) * len(single) + right[kept]
    pairs, codes = np.unique(pair, return_inverse=True)
    double = single[pairs // len(single)] + "-" + single[pairs % len(single)]
    family = family.astype(np.int32)
    family[doubled] = len(single) + codes
    same = draws.turns(len(first)) < slots(SAME_FAMILY_NAME)
    family[second[same]] = family[first[same]]
    return family, np.concatenate([single, double])
