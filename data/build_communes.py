"""Rebuild ``communes.csv`` from the npm package ``@etalab/decoupage-administratif``.

Run from the root of the checkout, with npm installed::

    python data/build_communes.py            # downloads the package by its name
    python data/build_communes.py FILE.tgz   # or reads one already downloaded

Kept: the communes that exist today (``type == "commune-actuelle"``), in the order of their INSEE
codes. Changed: a commune with several postcodes keeps the first one listed, so all of Paris is
75001, and one pupil in six then lives under a postcode wider than in reality; a population the
source leaves out (uninhabited islands, destroyed villages) stays empty.
"""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

PACKAGE = "@etalab/decoupage-administratif@6.0.0"
COLUMNS = ("code", "name", "departement", "region", "postcode", "population")
TARGET = Path(__file__).with_name("communes.csv")


def tarball(folder: str) -> Path:
    """Give the package named on the command line, or fetch it with npm."""
    if len(sys.argv) > 1:
        return Path(sys.argv[1])
    subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=folder, check=True)
    return next(Path(folder).glob("*.tgz"))


def row(commune: dict) -> tuple:
    """Turn one record of the source into one line of the table."""
    return (
        commune["code"],
        commune["nom"],
        commune.get("departement", ""),
        commune.get("region", ""),
        commune.get("codesPostaux", [""])[0],
        commune.get("population", ""),
    )


def main() -> None:
    """Write the table and say what it holds."""
    with tempfile.TemporaryDirectory() as folder, tarfile.open(tarball(folder)) as archive:
        member = archive.extractfile("package/data/communes.json")
        assert member is not None
        source = json.load(member)
    rows = sorted(row(c) for c in source if c["type"] == "commune-actuelle")
    with TARGET.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows)
    print(f"{len(rows)} communes, {sum(r[-1] or 0 for r in rows)} inhabitants: {TARGET.name}")


if __name__ == "__main__":
    main()
