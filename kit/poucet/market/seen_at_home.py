"""What a trail tells the holder about the homes it was left from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from poucet.market.columns import coded, column
from poucet.market.taxonomy import SUBJECTS

NIGHT_FROM, NIGHT_TO = 21, 6  # hours at which one is at home
FAMILY = 6  # a network that more pupils use at night is no home: a school, an operator
OFTEN = 0.1  # share of one's nights' lines that makes a second home


@dataclass(frozen=True)
class SeenAtHome:
    """What the trail tells of one pupil's home.

    Attributes
    ----------
    address : str
        The address she mostly connects from at night, on a network of no more than a family.
    children : int
        Pupils who use that network at night; 0 where none was found.
    second_home : bool
        Whether another such network is seen often.
    interest : int
        The segment of the subject she works on most, 0 if it has none.
    """

    address: str = ""
    children: int = 0
    second_home: bool = False
    interest: int = 0


def seen_at_home(trail: Any, numbers: np.ndarray) -> list[SeenAtHome]:
    """Read the homes and interests of these pupils out of a trail.

    Parameters
    ----------
    trail : table
        With ``time``, ``pupil``, ``ip``, ``place`` and ``object``.
    numbers : numpy.ndarray
        The pupils asked about, by the numbers that the trail uses.

    Returns
    -------
    list of SeenAtHome
        One a number, in their order; empty for a pupil who is not in the trail.
    """
    people, who = np.unique(column(trail, "pupil"), return_inverse=True)
    time = column(trail, "time").astype("datetime64[h]").astype(np.int64)
    hour = time % 24
    night = (hour >= NIGHT_FROM) | (hour < NIGHT_TO)
    place, _places = coded(trail, "place")
    ip, addresses = coded(trail, "ip")
    # lines of each pupil on each network at night: only the pairs that exist
    size = int(place.max(initial=0)) + 1
    pairs, lines = np.unique(who[night] * size + place[night], return_counts=True)
    owner, network = np.divmod(pairs, size)
    users = np.bincount(network, minlength=size)
    home = users[network] <= FAMILY
    owner, network, lines = owner[home], network[home], lines[home]
    order = np.lexsort((network, -lines, owner))
    owner, network, lines = owner[order], network[order], lines[order]
    total = np.bincount(owner, weights=lines, minlength=len(people))
    often = lines >= OFTEN * total[owner]
    homes = np.bincount(owner[often], minlength=len(people))
    first = np.full(len(people), -1)
    ranked, at = np.unique(owner, return_index=True)
    first[ranked] = network[at]
    main = _most_seen(who[night], ip[night], place[night] == first[who[night]], len(people))
    interest = _interests(trail, who, len(people))
    found = {
        int(person): SeenAtHome(
            address=str(addresses[main[i]]) if first[i] >= 0 else "",
            children=int(users[first[i]]) if first[i] >= 0 else 0,
            second_home=bool(homes[i] > 1),
            interest=int(interest[i]),
        )
        for i, person in enumerate(people)
    }
    return [found.get(int(number), SeenAtHome()) for number in numbers]


def _most_seen(who: np.ndarray, what: np.ndarray, kept: np.ndarray, people: int) -> np.ndarray:
    """Give what each person shows most often among the lines kept; of equals the lowest."""
    size = int(what.max(initial=0)) + 1
    pairs, lines = np.unique(who[kept] * size + what[kept], return_counts=True)
    owner, thing = np.divmod(pairs, size)
    order = np.lexsort((thing, -lines, owner))
    ranked, at = np.unique(owner[order], return_index=True)
    most = np.zeros(people, dtype=np.int64)
    most[ranked] = thing[order][at]
    return most


def _interests(trail: Any, who: np.ndarray, people: int) -> np.ndarray:
    objects, texts = coded(trail, "object")
    subject = np.zeros(len(texts), dtype=np.int64)
    for rank, text in enumerate(texts):
        # exercises/2de-histoire-01a
        for name, segment in SUBJECTS.items():
            if f"-{name}-" in str(text):
                subject[rank] = segment
    worked_on = subject[objects]
    return _most_seen(who, worked_on, worked_on > 0, people)
