"""What the school writes beside the names: class, languages, options, meals, transport, flags.

Sources: classes of 30.3 in general lycées, second language in 4e (Spanish 79 %, German 10.2,
Italian 3.5, other 1.2), scholarship about a quarter, disability 4.7 %: statistics of the French
ministry of education (DEPP). The 6.1 % that are left have English as their second language. All the
other frequencies are chosen by the authors.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import numpy as np

from poucet.school.draws import Draws, slots, wheel
from poucet.school.homes import COMMUNES
from poucet.school.people import LEVELS
from poucet.school.truth import ACCOMMODATION, SCHOLARSHIP

CLASS_SIZE = 30.3
CLASS_PREFIXES = ("2de", "1re", "Tle")

SECOND_LANGUAGES = {
    "espagnol": 790,
    "allemand": 102,
    "anglais": 61,
    "italien": 35,
    "chinois": 4,
    "portugais": 3,
    "russe": 2,
    "japonais": 2,
    "occitan": 1,
}
OPTIONS = {
    "": (47, 55, 34),
    "section européenne": (9, 9, 9),
    "arts plastiques": (6, 5, 5),
    "cinéma-audiovisuel": (4, 4, 4),
    "théâtre": (5, 5, 5),
    "musique": (3, 3, 3),
    "latin": (4, 3, 3),
    "grec ancien": (1, 1, 1),
    "sport": (6, 6, 5),
    "sciences et laboratoire": (5, 0, 0),
    "création et innovation technologiques": (4, 0, 0),
    "santé et social": (3, 0, 0),
    "management et gestion": (3, 0, 0),
    "troisième langue": (0, 9, 5),
    "mathématiques complémentaires": (0, 0, 13),
    "mathématiques expertes": (0, 0, 8),
    "droit et grands enjeux du monde": (0, 0, 5),
}
# By distance: near, middle, far.
REGIMES = {
    "demi-pensionnaire": (66, 86, 70),
    "externe": (34, 13, 4),
    "interne": (0, 1, 26),
}
TRANSPORTS = {
    "à pied": (44, 0, 0),
    "vélo": (15, 6, 0),
    "bus": (28, 8, 0),
    "car scolaire": (0, 58, 62),
    "train": (0, 7, 20),
    "voiture": (11, 16, 17),
    "scooter": (2, 5, 1),
}
# What the pupil has for school work: money is no worry, money is short.
DEVICES = {
    "téléphone, ordinateur": (56, 27),
    "téléphone, ordinateur partagé": (20, 33),
    "téléphone, tablette": (10, 7),
    "téléphone, ordinateur, tablette": (9, 2),
    "téléphone": (3, 27),
    "ordinateur": (1, 1),
    "aucun": (1, 3),
}
ACCOMMODATIONS = {
    "tiers-temps": (46, 26),  # not ill, ill
    "tiers-temps, ordinateur": (24, 8),
    "plan d’accompagnement personnalisé": (20, 6),
    "accompagnant": (7, 4),
    "projet d’accueil individualisé": (3, 56),
}
TABLES: dict[str, Mapping[str, tuple[int, ...]]] = {
    "option": OPTIONS,
    "regime": REGIMES,
    "transport": TRANSPORTS,
    "accommodation": ACCOMMODATIONS,
    "devices": DEVICES,
}
CATEGORIES: dict[str, list[str]] = {
    "level": list(LEVELS),
    "second_language": list(SECOND_LANGUAGES),
    "option": list(OPTIONS),
    "regime": list(REGIMES),
    "transport": list(TRANSPORTS),
    "accommodation": ["", *ACCOMMODATIONS],
    "devices": list(DEVICES),
}


@cache
def _wheels(column: str) -> np.ndarray:
    """Give the wheels of a table one after the other, one a case."""
    return np.concatenate(
        [wheel(weights) for weights in zip(*TABLES[column].values(), strict=True)]
    )


def pick(column: str, case: np.ndarray, turns: np.ndarray) -> np.ndarray:
    """Draw a column from its table, each pupil with the weights of their case.

    Parameters
    ----------
    column : str
        A column that has a table in `TABLES`.
    case : ndarray of int
        Which weight of each line holds for each pupil.
    turns : ndarray of uint16
        One turn of the wheel a pupil.

    Returns
    -------
    ndarray of int8
        Rank of the value drawn.
    """
    return _wheels(column)[(case.astype(np.int32) << 16) + turns]


def draw_classes(seed: int, level: np.ndarray) -> tuple[np.ndarray, list[str]]:
    """Deal each level's pupils out to classes of about thirty, equal to within one pupil.

    Returns
    -------
    tuple of (ndarray of int32, list of str)
        The class of each pupil as a code, and the names of the classes.
    """
    draws = Draws(seed, "classes")
    code, names = np.empty(len(level), np.int32), list[str]()
    for number, prefix in enumerate(CLASS_PREFIXES):
        rows = np.flatnonzero(level == number)
        rows = rows[draws.order(len(rows))]
        count = max(1, round(len(rows) / CLASS_SIZE)) if len(rows) else 0
        code[rows] = np.resize(np.arange(len(names), len(names) + count), len(rows))
        names += [f"{prefix} {rank}" for rank in range(1, count + 1)]
    return code, names


def draw_schooling(
    seed: int,
    level: np.ndarray,
    commune: np.ndarray,
    truth: dict[str, np.ndarray],
    first: np.ndarray,
    second: np.ndarray,
) -> dict[str, np.ndarray]:
    """Draw what the school knows of each pupil besides name and home.

    Parameters
    ----------
    seed : int
        The school's seed.
    level, commune : ndarray of int
        Codes of each pupil's level and commune.
    truth : dict of str to ndarray of bool
        The sealed traits, which some columns lean on.
    first, second : ndarray of int
        Rows of the pairs of siblings: a scholarship is the family's.

    Returns
    -------
    dict of str to ndarray
        Codes of the columns that have `CATEGORIES`; the column ``scholarship`` is bool. Code 0 of
        ``accommodation`` is none.
    """
    draws, size = Draws(seed, "schooling"), len(level)
    distance = np.array([c.distance for c in COMMUNES], dtype=np.int8)[commune]
    money, illness = truth["money_trouble"].view(np.int8), truth["illness"].view(np.int8)
    scholarship = draws.turns(size) < slots(SCHOLARSHIP)[money]
    scholarship[second] = scholarship[first]
    accommodation = np.zeros(size, np.int8)
    helped = np.flatnonzero(draws.turns(size) < slots(ACCOMMODATION)[illness])
    kind = pick("accommodation", illness[helped], draws.turns(len(helped)))
    accommodation[helped] = kind + 1
    return {
        "second_language": wheel(tuple(SECOND_LANGUAGES.values()))[draws.turns(size)],
        "option": pick("option", level, draws.turns(size)),
        "regime": pick("regime", distance, draws.turns(size)),
        "transport": pick("transport", distance, draws.turns(size)),
        "scholarship": scholarship,
        "accommodation": accommodation,
        "devices": pick("devices", money, draws.turns(size)),
    }
