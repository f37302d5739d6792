"""Lists the licence of everything that the lock installs, and refuses one that is not free.

    .venv/bin/python tests/licences.py > dist/licences.csv

A package says its licence in its metadata: as an expression (PEP 639), else as classifiers, else
in words. One that is locked for another system only is not installed here, and cannot be read.
"""

import csv
import re
import sys
from importlib import metadata
from pathlib import Path

LOCK = Path(__file__).parents[1] / "binder" / "requirements.txt"
FREE = re.compile(
    r"\b(MIT|BSD|0BSD|Apache|MPL|Mozilla|PSF|Python Software Foundation|ISC|L?GPL|GNU|Zlib|HPND"
    r"|CC0|Unlicense|Public Domain|CNRI-Python|BSL-1\.0|Python-2\.0)\b",
    re.IGNORECASE,
)
NOT_FREE = re.compile(r"proprietary|commercial|non-?free|\bNC\b", re.IGNORECASE)
ABSENT = "not installed on this system"


def locked(text):
    """Give the names and versions that a lock pins."""
    return re.findall(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;\\]+)", text, re.MULTILINE)


def licence(told):
    """Give what a package's metadata says of its licence, on one line; "" when nothing."""
    classified = [one for one in told.get_all("Classifier", []) if one.startswith("License ::")]
    said = told.get("License-Expression") or "; ".join(
        one.rpartition(" :: ")[2] for one in classified if one != "License :: OSI Approved"
    )
    return said or (told.get("License") or "").strip().partition("\n")[0][:80]


def is_free(said):
    """Tell whether a licence is a free one that is known here."""
    return bool(FREE.search(said)) and not NOT_FREE.search(said)


def rows(text):
    """Give the name, the version and the licence of each package that a lock pins."""
    for name, version in sorted(locked(text)):
        try:
            yield name, version, licence(metadata.metadata(name)) or "unknown"
        except metadata.PackageNotFoundError:
            yield name, version, ABSENT


def main():
    """Write the table; exit with a sentence when a licence is not free, or not known."""
    listed = list(rows(LOCK.read_text("utf-8")))
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerows([("package", "version", "licence"), *listed])
    wrong = [name for name, _version, said in listed if said != ABSENT and not is_free(said)]
    if wrong:
        sys.exit(f"Not free, or not known: {', '.join(wrong)}.")
    absent = [name for name, _version, said in listed if said == ABSENT]
    sys.stderr.write(f"{len(listed) - len(absent)} packages of {len(listed)}: all free.\n")
    if absent:
        sys.stderr.write(f"Not installed here, so not read: {', '.join(absent)}.\n")


if __name__ == "__main__":
    main()
