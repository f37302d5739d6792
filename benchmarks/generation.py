"""Making people. A school's file beside a plain Faker loop that makes only names, birth dates and
homes, while the kit also makes phones, classes, options and sealed traits; as coded columns (each a
list of values and a whole number a pupil), then spelled out as a pandas table. A nation of coded
pupils beside bare NumPy draws of the same four columns, which follow no calendar and no age: once
with ``Generator.choice`` for the communes, once with bisection on uniforms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from faker import Faker
from harness import Row

from poucet import Nation, School, data


def faker_people(rows: int) -> list[tuple[Any, ...]]:
    """Draw names, birth dates and homes as Faker's own documentation does, one by one."""
    fake = Faker("fr_FR")
    fake.seed_instance(1)
    people = []
    for _ in range(rows):
        sex = fake.random_element("FM")
        given = fake.first_name_female() if sex == "F" else fake.first_name_male()
        birth = fake.date_of_birth(minimum_age=14, maximum_age=19)
        home = fake.street_address(), fake.postcode(), fake.city()
        people.append((fake.last_name(), given, sex, birth, *home))
    return people


def bare_columns(rows: int, seed: int = 1) -> tuple[np.random.Generator, list[np.ndarray]]:
    rng = np.random.default_rng(seed)
    return rng, [
        rng.integers(0, 5844, rows, dtype=np.int16),
        rng.integers(0, 2, rows, dtype=np.int8),
        rng.integers(0, 15, rows, dtype=np.int8),
    ]


def rows(quick: bool) -> Iterator[Row]:
    size = 2_000 if quick else 500_000
    # What Faker's loop makes, and sealed traits: opening a school draws just that.
    yield Row(
        "names, sexes, birth dates and homes, coded",
        f"{size:,} pupils",
        lambda: School(seed=1, pupils=size),
        {"Faker": lambda: faker_people(size)},
        {"Faker": 500},
        rounds=7,
        once=("Faker",),
    )
    # Seven columns more than Faker's: class, option, meals, transport, devices, phones…
    yield Row(
        "a school's whole file, coded",
        f"{size // 10:,} pupils",
        lambda: School(seed=1, pupils=size // 10).codes,
        {"Faker": lambda: faker_people(size // 10)},
        rounds=7,
        once=("Faker",),
    )
    yield Row(
        "a school's whole file, as a pandas table",
        f"{size // 10:,} pupils",
        lambda: School(seed=1, pupils=size // 10).pupils,
        {"Faker": lambda: faker_people(size // 10)},
        rounds=5,
        once=("Faker",),
    )

    size = 120_000 if quick else 12_000_000
    inhabitants = np.array([int(n or 0) for n in data.columns("communes.csv")["population"]])
    shares = inhabitants / inhabitants.sum()
    upto = np.cumsum(shares)

    def by_choice() -> list[np.ndarray]:
        rng, columns = bare_columns(size)
        return [*columns, rng.choice(len(shares), size, p=shares).astype(np.int32)]

    def by_bisection() -> list[np.ndarray]:
        rng, columns = bare_columns(size)
        return [*columns, np.searchsorted(upto, rng.random(size)).astype(np.int32)]

    yield Row(
        "a nation's file, coded",
        f"{size:,} pupils",
        lambda: Nation(seed=1, pupils=size),
        {"NumPy choice": by_choice, "NumPy searchsorted": by_bisection},
        at_most={"NumPy choice": 1.5, "NumPy searchsorted": 1.5},
        rounds=5,
    )
