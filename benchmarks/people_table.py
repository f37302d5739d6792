"""A table of 30,162 invented people and 8 columns, with a hierarchy each.

The census extract on which anonymisers are usually compared has as many rows, columns, values a
column and levels. Here values are drawn, skewed, and tied together as those of real people are.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

# Column: how many values, and into how many groups each level puts them; "*" comes on top.
WORDS = {
    "employer": (7, (3,)),
    "schooling": (16, (7, 3)),
    "household": (7, (2,)),
    "trade": (14, (4,)),
    "region": (5, ()),
    "sex": (2, ()),
    "country": (41, (6,)),
}
WIDTHS = (5, 10, 20)
BY = ["age", *WORDS]
ROWS = 30_162


def people(rows: int = ROWS, seed: int = 1) -> pd.DataFrame:
    """Draw the table; ages from 17 to 90, every other column words; ``grant`` is the secret."""
    rng = np.random.default_rng(seed)
    lean = rng.random(rows)  # what ties the columns together
    columns: dict[str, Any] = {"age": 17 + (73 * rng.random(rows) ** 1.6).astype(np.int64)}
    for name, (values, _levels) in WORDS.items():
        drawn = 0.7 * rng.random(rows) + 0.3 * lean
        power = 9 if name in ("country", "region") else 3 if values > 2 else 1
        codes = (values * drawn**power).astype(int)
        columns[name] = np.array([f"{name} {code:02}" for code in range(values)])[codes]
    columns["grant"] = np.where(rng.random(rows) < 0.25, "yes", "no")
    return pd.DataFrame(columns)


def wider(name: str) -> list[dict[Any, str]]:
    """Give a column's levels above the cells themselves, each from the cell, up to ``*``."""
    if name == "age":
        ages = range(17, 91)
        levels = [{age: f"{age // w * w}-{age // w * w + w - 1}" for age in ages} for w in WIDTHS]
        return [*levels, dict.fromkeys(ages, "*")]
    values, groups = WORDS[name]
    cells = [f"{name} {code:02}" for code in range(values)]
    levels = []
    below = np.arange(values)
    for count in groups:
        below = below * count // (below.max() + 1)  # neighbours of the level below, put together
        levels.append(dict(zip(cells, (f"{name} {count}/{code}" for code in below), strict=True)))
    return [*levels, dict.fromkeys(cells, "*")]
