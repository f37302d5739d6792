"""Ordered t-closeness of a number, its distance summed over ranks, against pycanon, which alone of
the peers computes it; results agree to 1e-9."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd
from harness import Row
from pycanon.anonymity import t_closeness as pycanon_t_closeness

from poucet import t_closeness

BY = ["birth_year", "sex", "department"]


def rows(quick: bool) -> Iterator[Row]:
    size = 500 if quick else 10**4
    rng = np.random.default_rng(3)
    columns = {
        "birth_year": rng.integers(2008, 2012, size),
        "sex": rng.choice(["F", "M"], size),
        "department": rng.integers(1, 96, size),
        "mark": rng.integers(0, 41, size) / 2,
    }
    frame = pd.DataFrame(columns)
    yield Row(
        "ordered t-closeness",
        f"{size:,} rows × {len(BY)} columns, 41 marks",
        lambda: t_closeness(frame, BY, "mark").value,
        {"pycanon": lambda: pycanon_t_closeness(frame, BY, ["mark"])},
        {"pycanon": 1000},
        same=lambda kit, peer: abs(kit - peer) < 1e-9,
        rounds=21,
        once=("pycanon",),
    )
