"""The table of board 8: four contracts, the class's own, and what follows from each.

The lycée signs, and its pupils use the service. Lesson 8 counts after twelve weeks; the board,
after the first one, so that a clause can be moved in front of the class and answered at once. The
verdicts are the same; the counts are not, and the board says so.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from poucet.apps.record_lines import lesson_school
from poucet.contract import Contract, judge
from poucet.contract.chapters import CHAPTERS
from poucet.damages import Damage, damage
from poucet.i18n import N_
from poucet.i18n import gettext as _

if TYPE_CHECKING:
    from poucet.contract.holding import Holding
    from poucet.contract.verdicts import Judgement
    from poucet.school import School

WEEKS = 1
READY = ("grand_public", "education", "ent", "charte")
OURS = "ours"
WHICH = (*READY, OURS)
_SHORT = {
    "grand_public": N_("grand public"),
    "education": N_("éducation"),
    "ent": N_("ENT"),
    "charte": N_("charte"),
    OURS: N_("le nôtre"),
}
FIRST = "education"  # where the class begins, as in lesson 8


def short_name(which: str) -> str:
    """Name a contract in a word or two, in the reader's language."""
    return _(_SHORT[which])


class Negotiation:
    """What is on the table, and what the class has taken from it.

    Parameters
    ----------
    school : School
        The school that signs.

    Attributes
    ----------
    taken : dict of str to str
        For each chapter, the contract whose clauses the class takes.
    """

    def __init__(self, school: School) -> None:
        self.school = school
        self.taken = dict.fromkeys(CHAPTERS, FIRST)
        self._ready = {name: Contract.load(name) for name in READY}
        # A class tries a few contracts and comes back to them: what was counted is kept.
        self._damage = lru_cache(64)(self._counted)
        # A judgement holds on to its rows, some ten megabytes: only the last ones are kept.
        self._judgement = lru_cache(2)(self._judged)
        self._holding = lru_cache(1)(self._held)
        self._statuses = lru_cache(64)(self._judged_shortly)

    @classmethod
    def like(cls, other: Negotiation) -> Negotiation:
        """Begin anew with the same contracts, and with what was counted of them."""
        table = cls(other.school)
        table._damage = other._damage
        return table

    def contract(self, which: str) -> Contract:
        """Give one of the four contracts, or the class's own."""
        if which != OURS:
            return self._ready[which]
        clauses = {
            clause: getattr(self._ready[self.taken[chapter]], clause)
            for chapter, names in CHAPTERS.items()
            for clause in names
        }
        return self._ready[FIRST].replace(
            name=OURS, title_fr="Notre contrat", title_en="Our contract", **clauses
        )

    def damage(self, which: str) -> Damage:
        """Count the four figures of a contract."""
        return self._damage(self.contract(which))

    def judgement(self, which: str) -> Judgement:
        """Judge a contract by the public demands."""
        return self._judgement(self.contract(which))

    def statuses(self, which: str) -> tuple[str, ...]:
        """Give the status of each demand, without its rows."""
        return self._statuses(self.contract(which))

    def holding(self, which: str) -> Holding:
        """Give what is held under a contract."""
        return self._holding(self.contract(which))

    def _counted(self, contract: Contract) -> Damage:
        return damage(contract.apply(self.school, WEEKS), self.school)

    def _judged(self, contract: Contract) -> Judgement:
        return judge(contract, self.school, WEEKS)

    def _judged_shortly(self, contract: Contract) -> tuple[str, ...]:
        return tuple(verdict.status for verdict in self._judged(contract))

    def _held(self, contract: Contract) -> Holding:
        return contract.apply(self.school, WEEKS)


@cache
def negotiation() -> Negotiation:
    """Give the table of the lesson's school, with the four contracts counted."""
    table = Negotiation(lesson_school())
    for which in READY:
        table.damage(which)
    return table
