"""Finds the tables of ``data/``, in an installed wheel or in a checkout."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from poucet.errors import PoucetError
from poucet.i18n import gettext as _


@cache
def folder() -> Path:
    """Give the folder that holds the kit's tables."""
    here = Path(__file__).resolve().parent
    for place in (here / "_data", here.parents[1] / "data"):
        if (place / "datapackage.json").exists():
            return place
    raise PoucetError(
        _("Les tables du kit sont introuvables près de {here} : réinstallez poucet.").format(
            here=here
        )
    )


def path(name: str) -> Path:
    """Give the path of a table, ``path("communes.csv")``, or say which tables exist."""
    found = folder() / name
    if not found.exists():
        tables = ", ".join(sorted(p.name for p in folder().glob("*.csv")))
        raise PoucetError(
            _("La table « {name} » n’existe pas ; il y a : {tables}.").format(
                name=name, tables=tables
            )
        )
    return found


@cache
def columns(name: str) -> dict[str, tuple[str, ...]]:
    """Read a CSV table whole, as text columns (pandas is not needed for that).

    Parameters
    ----------
    name : str
        File name in ``data/``.

    Returns
    -------
    dict of str to tuple of str
        One tuple a column, in the file's order.
    """
    with path(name).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))
    return {title: values for title, *values in map(tuple, zip(*rows, strict=True))}  # type: ignore[misc]
