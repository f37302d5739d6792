"""The frozen family names are those that the script takes from Faker."""

import csv
import runpy
from pathlib import Path

import faker
import pytest

DATA = Path(__file__).parents[2] / "data"
SCRIPT = runpy.run_path(str(DATA / "build_family_names.py"))


def test_the_table_is_what_the_script_builds():
    if SCRIPT["FAKER"] != faker.VERSION:
        pytest.skip(f"frozen with Faker {SCRIPT['FAKER']}, this is {faker.VERSION}")
    with (DATA / "family_names.csv").open(encoding="utf-8", newline="") as lines:
        frozen = {row["name"]: int(row["weight"]) for row in csv.DictReader(lines)}
    assert frozen == SCRIPT["weighted_names"]()


@pytest.mark.parametrize(
    ("foreign", "french"),
    [("García", "Garcia"), ("Yıldırım", "Yildirim"), ("Lefèvre", "Lefèvre"), ("Wójcik", "Wojcik")],
)
def test_only_french_marks_stay(foreign, french):
    assert SCRIPT["in_french_letters"](foreign) == french
