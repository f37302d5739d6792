"""A school's trail over a term of 12 weeks: events with time, verb, object, score, duration,
device, address and place, drawn from habits. Beside it a plain Faker loop that draws the same nine
columns event by event and sorts them by time, with neither sessions, timetables, habits nor homes;
as it takes minutes, the two are compared on a quarter of a school. Then the whole school of 1,100
pupils, as a pandas table and as the coded columns it is made of."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from faker import Faker
from harness import Row

from poucet import School, trail
from poucet.exports import trail_columns
from poucet.exports.exercises import objects
from poucet.exports.sessions import DEVICES
from poucet.exports.trail import VERBS


def faker_events(rows: int, pupils: int) -> list[tuple[Any, ...]]:
    """Draw events as Faker's own documentation does, one by one, in order of time."""
    fake = Faker("fr_FR")
    fake.seed_instance(1)
    start, end = datetime.datetime(2026, 9, 7), datetime.datetime(2026, 11, 30)
    things = objects().tolist()
    events = []
    for _ in range(rows):
        verb = fake.random_element(VERBS)
        address = fake.ipv6() if fake.boolean(60) else fake.ipv4()
        events.append(
            (
                fake.date_time_between(start, end).replace(microsecond=0),
                fake.random_int(1, pupils),
                verb,
                fake.random_element(things),
                fake.random_int(0, 20) / 20 if verb == "answered" else None,
                fake.random_int(2, 600),
                fake.random_element(DEVICES),
                address,
                address.rpartition(":" if ":" in address else ".")[0],
            )
        )
    events.sort(key=lambda event: event[0])
    return events


def rows(quick: bool) -> Iterator[Row]:
    quarter, whole = (11, 44) if quick else (275, 1100)
    events = {
        n: len(trail_columns(School(seed=1, pupils=n)).codes["time"]) for n in (quarter, whole)
    }
    yield Row(
        "a term's trail, coded",
        f"{quarter} pupils, {events[quarter]:,} events",
        lambda: trail_columns(School(seed=1, pupils=quarter)),
        {"Faker": lambda: faker_events(events[quarter], quarter)},
        {"Faker": 100},
        rounds=5,
        once=("Faker",),
    )
    yield Row(
        "a term's trail, as a pandas table",
        f"{whole:,} pupils, {events[whole]:,} events",
        lambda: trail(School(seed=1, pupils=whole)),
        {"coded": lambda: trail_columns(School(seed=1, pupils=whole))},
        at_most={"coded": 1.5},
        rounds=7,
    )
