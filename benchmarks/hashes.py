"""Hash reversal: a class list of 540 names and four years of birth dates, hashed one by one on one
core. The peer is the loop a pupil writes with hashlib, on the same candidates."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import product
from typing import Any

from harness import Row

from poucet import reverse_hashes
from poucet.attacks import BE1D, Recipe, birth_dates

SCHOOL = "0990001Q"


def rows(quick: bool) -> Iterator[Row]:
    names = [f"NOM{place} Prénom{place % 37}" for place in range(10 if quick else 540)]
    days = birth_dates(2008, 2011)
    tried = len(names) * len(days)
    recipes = {
        "MD5, 16 digits as an integer": BE1D,
        "SHA-1": Recipe("sha1"),
        "SHA-256": Recipe("sha256"),
        "HMAC-SHA-256, the key known": Recipe("sha256", key="secret"),
    }
    for name, recipe in recipes.items():
        secrets = [recipe(each, days[place], SCHOOL) for place, each in enumerate(names)]
        peers: dict[str, Any] = {}
        if not recipe.key:

            def plain_loop(recipe: Recipe = recipe, secrets: list[Any] = secrets) -> dict[Any, Any]:
                wanted, found = set(secrets), {}
                function = getattr(hashlib, recipe.algorithm)
                for each, day, school in product(names, days, [SCHOOL]):
                    value: Any = function((each + day + school).encode()).hexdigest()
                    if recipe.integer:
                        value = int(value[: recipe.digits], 16)
                    if value in wanted:
                        found[value] = (each, day, school)
                return found

            peers["hashlib loop"] = plain_loop
        yield Row(
            f"hash reversal, {name}",
            f"{tried:,} candidates",
            lambda secrets=secrets, recipe=recipe: (
                reverse_hashes(secrets, product(names, days, [SCHOOL]), recipe).found
            ),
            peers,
            same=lambda kit, peer: kit == peer,
            rounds=3,
        )
