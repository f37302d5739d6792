"""What a pupil is called in the supplier's tables: a number for life, an address, a mere code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from poucet.attacks.recipe import Recipe, recipe_named
from poucet.school.draws import Draws

if TYPE_CHECKING:
    from poucet.school import School


def opaque_ids(school: School, service: str) -> np.ndarray:
    """Draw the codes under which the school introduces its pupils to one service.

    Another service gets other codes, and nothing links both but the school's own list.

    Parameters
    ----------
    school : School
        The school, which alone keeps the list.
    service : str
        The service.

    Returns
    -------
    ndarray of object
        A code a pupil, in the school's order.

    Examples
    --------
    >>> from poucet import School
    >>> school = School(seed=1, pupils=3)
    >>> opaque_ids(school, "ent").tolist() == opaque_ids(school, "charte").tolist()
    False
    """
    words = Draws(school.seed, f"opaque identifiers of {service}").words(school.size)
    return np.array([f"{word:016x}" for word in words.tolist()], dtype=object)


def identifiers(school: School, kind: str, service: str) -> np.ndarray:
    """Give the identifier of each pupil, of the kind that the contract says."""
    if kind == "opaque":
        return opaque_ids(school, service)
    return school.columns[kind].astype(object)


def recipe_of(kind: str) -> Recipe:
    """Give the hash that a supplier puts in the place of an identifier to call a file anonymous.

    An e-mail address is hashed as xAPI does, so anybody who has the address can do the same.
    """
    return recipe_named("xapi") if kind == "email" else Recipe("sha1")


def hashed(texts: np.ndarray, kind: str) -> np.ndarray:
    """Hash identifiers of one kind by `recipe_of`."""
    recipe = recipe_of(kind)
    return np.array([recipe(text) for text in texts.tolist()], dtype=object)
