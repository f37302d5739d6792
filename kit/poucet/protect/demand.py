"""What is asked of every class of a protected table: to be large, varied, and like the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from poucet.attacks.codes import Codes
from poucet.attacks.table import read
from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.i18n import number

METHODS = ("lattice", "mondrian")
HAIR = 1e-9  # the same sum, made in another order


@dataclass(frozen=True)
class Demand:
    """What every class of a protected table must satisfy.

    Attributes
    ----------
    k : int
        Rows at least.
    secret : Codes or None
        The sensitive column, where l or t is asked for.
    l : int or None
        Different values of it at least.
    t : float or None
        Distance at most between its spread in the class and in the whole published table.
    """

    k: int
    secret: Codes | None = None
    l: int | None = None  # noqa: E741 - the field's word
    t: float | None = None


def check_arguments(
    k: Any,
    suppress: Any,
    l: Any,  # noqa: E741
    t: Any,
    sensitive: Any,
    method: Any,
) -> None:
    """Refuse an argument of `poucet.k_anonymise` that makes no sense, whatever the table."""
    if method not in METHODS:
        raise PoucetError(
            _("La méthode « {method} » n’existe pas : choisissez {methods}.").format(
                method=method, methods=", ".join(f'"{name}"' for name in METHODS)
            )
        )
    for name, value in (("k", k), ("l", l)):
        whole = isinstance(value, int | np.integer) and not isinstance(value, bool)
        if value is not None and (not whole or value < 1):
            raise PoucetError(
                _(
                    "L’argument {name} attend un nombre entier d’au moins 1, par exemple 5, et non"
                    " {value}."
                ).format(name=name, value=repr(value))
            )
    for name, value in (("suppress", suppress), ("t", t)):
        share = isinstance(value, int | float | np.number) and not isinstance(value, bool)
        if value is not None and not (share and 0 <= value <= 1):
            raise PoucetError(
                _(
                    "L’argument {name} attend une part entre 0 et 1, par exemple 0.05, et non"
                    " {value}."
                ).format(name=name, value=repr(value))
            )
    if sensitive is None and (l is not None or t is not None):
        raise PoucetError(
            _(
                "Les arguments l et t protègent une colonne sensible : nommez-la, par exemple"
                ' sensitive="scholarship".'
            )
        )


def read_demand(
    table: Any,
    rows: int,
    k: int,
    l: int | None,  # noqa: E741
    t: float | None,
    sensitive: Any,
) -> Demand:
    """Put together what every class must satisfy, and refuse what this table can never satisfy.

    Raises
    ------
    poucet.errors.PoucetError
        If the whole table, as one class, would not do.
    """
    if k > rows:
        raise PoucetError(
            _(
                "Le tableau n’a que {rows} lignes : personne ne peut s’y confondre avec assez"
                " d’autres pour k = {k} ; demandez un k plus petit."
            ).format(rows=number(rows), k=number(k))
        )
    if l is None and t is None:
        return Demand(k)
    secret = read(table, [sensitive])[0][0]
    values = len(np.unique(secret.values))
    if l is not None and l > values:
        raise PoucetError(
            _(
                "La colonne « {name} » n’a que {values} valeurs différentes : aucune classe ne peut"
                " en avoir {l} ; demandez un l plus petit."
            ).format(name=sensitive, values=number(values), l=number(l))
        )
    return Demand(k, secret, l, t)
