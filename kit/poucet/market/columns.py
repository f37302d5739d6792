"""The columns of any table a holder may have, as NumPy arrays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from poucet.errors import PoucetError
from poucet.i18n import gettext as _


def names_of(table: Any) -> list[str]:
    """List the columns of a dictionary of arrays or of a dataframe.

    Raises
    ------
    poucet.errors.PoucetError
        If it is no table.
    """
    if _is_coded(table):
        table = table.codes
    names = list(table) if isinstance(table, Mapping) else getattr(table, "columns", None)
    if names is None or not isinstance(names, Iterable):
        raise PoucetError(
            _(
                "« {kind} » n’est pas un tableau : donnez un tableau pandas ou Polars, ou un"
                " dictionnaire de colonnes."
            ).format(kind=type(table).__name__)
        )
    return [str(name) for name in names]


def column(table: Any, name: str) -> np.ndarray:
    """Give one column.

    Raises
    ------
    poucet.errors.PoucetError
        If the table has no such column; the sentence lists those it has.
    """
    known = names_of(table)
    if name not in known:
        raise PoucetError(
            _("Il manque la colonne « {name} » : le tableau a {known}.").format(
                name=name, known=", ".join(known)
            )
        )
    return np.asarray(table.codes[name] if _is_coded(table) else table[name])


def coded(table: Any, name: str) -> tuple[np.ndarray, np.ndarray]:
    """Give one column of text as ranks, and the texts they stand for."""
    column(table, name)  # or says that there is none
    if _is_coded(table):
        return np.asarray(table.codes[name]), np.asarray(table.categories[name], dtype=object)
    cells = table[name]
    if hasattr(cells, "cat") and hasattr(cells.cat, "codes"):  # a pandas category is ranks already
        return np.asarray(cells.cat.codes), np.asarray(cells.cat.categories, dtype=object)
    texts, codes = np.unique(np.asarray(cells, dtype=str), return_inverse=True)
    return codes, texts.astype(object)


def _is_coded(table: Any) -> bool:
    """Tell a trail of ranks, with the texts they stand for apart: what the boards use."""
    return isinstance(table, tuple) and hasattr(table, "codes") and hasattr(table, "categories")
