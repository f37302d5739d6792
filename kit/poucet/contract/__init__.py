"""Contracts: what a school lets a supplier hold, and what follows."""

from __future__ import annotations

from poucet.contract.clauses import SubProcessor
from poucet.contract.comparing import compare
from poucet.contract.desk import Desk
from poucet.contract.events import timeline
from poucet.contract.judging import judge
from poucet.contract.terms import Contract

__all__ = ["Contract", "Desk", "SubProcessor", "compare", "judge", "timeline"]
