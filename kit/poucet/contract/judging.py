"""The judge: a contract, a school, and every demand that was published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from poucet.contract.checks import CHECKS
from poucet.contract.demands import DEMANDS
from poucet.contract.held_rows import HeldRows
from poucet.contract.verdicts import Judgement, Verdict

if TYPE_CHECKING:
    from poucet.contract.terms import Contract
    from poucet.school import School


def judge(contract: Contract, school: School, weeks: int = 12) -> Judgement:
    """Judge a contract by what was publicly asked in 2016 and 2017, and by three rules.

    The contract is applied to the school, and each demand is checked in its clauses and in what is
    then held. Where a demand is not met, the verdict shows the clauses and the rows.

    Parameters
    ----------
    contract : Contract
        The contract.
    school : School
        The school whose pupils it is about.
    weeks : int, default 12
        Weeks of use before the rows are looked at, 1 to 15.

    Returns
    -------
    Judgement
        One verdict a demand; a demand that no program can decide says so and why.

    Raises
    ------
    poucet.errors.PoucetError
        If the number of weeks is not one of those.

    Examples
    --------
    >>> from poucet import School
    >>> from poucet.contract import Contract
    >>> judgement = judge(Contract.load("charte"), School(seed=1, pupils=100), weeks=1)
    >>> judgement.of("fail"), judgement.of("undecidable")
    ((), ('edunathon_text', 'letter_adaptability', 'letter_binding'))
    """
    held = HeldRows(contract, school, weeks)
    verdicts = []
    for demand in DEMANDS:
        found = CHECKS[demand.key](contract, held)
        verdicts.append(Verdict(demand, found.status, found.evidence, found.remark))
    return Judgement(contract, tuple(verdicts))
