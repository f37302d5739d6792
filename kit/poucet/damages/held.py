"""The four figures of a contract: what it lets happen to the pupils of a school."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from poucet.damages.brought import euros_a_year
from poucet.damages.copy_accused import accused_by, guesses
from poucet.damages.copy_found import found_in
from poucet.damages.four_figures import Damage
from poucet.damages.kept import usefulness

if TYPE_CHECKING:
    from poucet.contract.holding import Holding
    from poucet.school import School

# What the market calls each purpose. Where nothing is known of the pupil, the advertisement suits
# the page.
_USES = {"advertising": ("page_ads", "profiled_ads"), "selling_records": ("records",)}


def damage(holding: Holding, school: School) -> Damage:
    """Count the four figures of a holding.

    A contract has been applied to a school, and some day is reached. Every copy then held, by
    whomever, is looked at: whom does it let somebody find, of whom does it make its reader say
    something false? Then what the contract lets the supplier earn, and what the class still gets.

    Only the school can count this: it takes the truth, which no holder has.

    Parameters
    ----------
    holding : Holding
        What is held, from `poucet.Contract.apply` and ``.at``.
    school : School
        The school it was applied to.

    Returns
    -------
    Damage
        ``found``: pupils alone in the columns of a directory, alone with four moments drawn from
        their trail, or named by a dump in a file called anonymous. ``accused``: pupils of whom a
        reading of the directory (lesson 1) or a rule on the trail (lesson 5) is false.
        ``euros``: what advertising and the sale of records bring the supplier, if they are
        purposes; the traits it guesses sell too, if predicting is one. ``usefulness``: a function
        or a question counts if the data are there and the contract gives them that purpose.

    Examples
    --------
    >>> from poucet import School
    >>> from poucet.contract import Contract
    >>> school = School(seed=1, pupils=100)
    >>> damage(Contract.load("charte").apply(school, weeks=1), school).euros
    0.0
    """
    found = np.zeros(school.size, dtype=bool)
    accused = np.zeros(school.size, dtype=bool)
    supplier_believes: dict[str, np.ndarray] = {}
    for copy in holding.copies:
        believed = guesses(school, copy)
        found |= found_in(school, copy)
        accused |= accused_by(school, copy, believed)
        if copy is holding.supplier:
            supplier_believes = believed
    for named in holding.reidentified:
        found[named.avatars - 1] = True
    return Damage(
        found=int(found.sum()),
        accused=int(accused.sum()),
        euros=_euros(holding, school, supplier_believes),
        usefulness=_usefulness(holding),
        pupils=school.size,
    )


def _euros(holding: Holding, school: School, believed: dict[str, np.ndarray]) -> float:
    purposes, supplier = holding.contract.purposes, holding.supplier
    uses = [use for purpose in purposes for use in _USES.get(purpose, ())]
    if not uses:
        return 0.0
    columns = [*supplier.columns, *(["trail"] if len(supplier.line_avatars) else [])]
    return euros_a_year(
        school,
        columns,
        uses=uses,
        guesses=believed if "predicting" in purposes else None,
        rows=supplier.avatars - 1,
    )


def _usefulness(holding: Holding) -> float:
    purposes, supplier = holding.contract.purposes, holding.supplier
    answers = "answered" in supplier.verbs and len(supplier.line_avatars) > 0
    groups = any(copy.groups_of for copy in holding.copies)
    by_class = groups or (answers and "class" in supplier.columns)
    questions = (by_class and "evaluating_methods" in purposes) + (
        answers and "personalising" in purposes
    )
    served = len(supplier.avatars) > 0 and "teaching" in purposes
    return usefulness(supplier.columns if served else (), questions=questions)
