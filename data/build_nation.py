"""Rebuild ``nation.csv``: the class sizes of ``Nation(seed=1)`` for every choice of columns.

Run from the root of the checkout, in the kit's environment (about a minute and a half)::

    python data/build_nation.py
"""

from __future__ import annotations

import csv
from pathlib import Path

from poucet import Nation, class_sizes
from poucet.school.nation_table import choices

TARGET = Path(__file__).with_name("nation.csv")
COLUMNS = ("by", "k", "classes", "unique", "rows")


def main() -> None:
    """Write the table and say its headline."""
    codes = Nation(seed=1).codes
    with TARGET.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(COLUMNS)
        for by in choices():
            found = class_sizes(codes, by)
            writer.writerow([" ".join(by), found.k, found.classes, found.unique, found.rows])
            print(f"{found.unique_share:8.4%}  {' '.join(by)}")


if __name__ == "__main__":
    main()
