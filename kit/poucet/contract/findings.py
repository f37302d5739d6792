"""What a check found: whether a demand is met, what shows it, and what a program cannot see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from poucet.contract.evidence import Clause, Evidence, Rows

PASS, FAIL, UNDECIDABLE = "pass", "fail", "undecidable"
STATUSES = (PASS, FAIL, UNDECIDABLE)


@dataclass(frozen=True)
class Finding:
    """The outcome of one check.

    Attributes
    ----------
    status : {"pass", "fail", "undecidable"}
        Whether the demand is met.
    evidence : tuple of Clause or Rows
        The clauses and the rows at fault; empty for a demand that is met.
    remark : str
        Key of the sentence that says why a program cannot decide, or what it has not seen.
    """

    status: str
    evidence: tuple[Evidence, ...] = ()
    remark: str = ""


def failing_if(evidence: Iterable[Evidence], remark: str = "") -> Finding:
    """Fail with this evidence, or pass where there is none, with what was not seen."""
    found = tuple(evidence)
    return Finding(FAIL, found) if found else Finding(PASS, (), remark)


def clause(contract: Any, name: str) -> Clause:
    """Quote a clause of the contract."""
    return Clause(name, getattr(contract, name))


__all__ = [
    "FAIL", "PASS", "STATUSES", "UNDECIDABLE", "Clause", "Evidence", "Finding", "Rows", "clause",
    "failing_if",
]  # fmt: skip
