"""What the same service costs when nothing is sold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from numbers import Real

from poucet.errors import PoucetError
from poucet.i18n import N_, euros, number
from poucet.i18n import gettext as _

# An example of what a service for a million pupils costs a year, in euros: suppositions of this
# kit, for a class to correct.
COSTS: Mapping[str, float] = {
    "people": 600_000,
    "machines": 100_000,
    "support": 200_000,
    "security": 100_000,
}
_COST_NAMES = {
    "people": N_("ceux qui écrivent le logiciel"),
    "machines": N_("machines et réseau"),
    "support": N_("aide aux élèves et aux professeurs"),
    "security": N_("sécurité et accessibilité"),
}


@dataclass(frozen=True)
class CounterBudget:
    """A service paid for instead of sold.

    Attributes
    ----------
    lines : dict of str to float
        Euros a year, by expense.
    pupils : int
        How many it serves.
    yardstick : float
        Euros a pupil of the agreement of 2015 between the ministry and Microsoft: 13 million over
        12 million pupils.
    """

    lines: dict[str, float] = field(default_factory=lambda: dict(COSTS))
    pupils: int = 1_000_000
    yardstick: float = 13_000_000 / 12_000_000

    def __post_init__(self) -> None:
        wrong = [cost for cost in self.lines.values() if not _is_amount(cost)]
        if wrong:
            raise PoucetError(
                _("Une dépense attend un nombre d’euros positif ou nul, et non {value}.").format(
                    value=repr(wrong[0])
                )
            )
        if not _is_amount(self.pupils) or not self.pupils >= 1:
            raise PoucetError(
                _("pupils attend un nombre d’élèves, et non {value}.").format(
                    value=repr(self.pupils)
                )
            )

    @property
    def total(self) -> float:
        """Euros a year."""
        return sum(self.lines.values())

    @property
    def per_pupil(self) -> float:
        """Euros a pupil a year."""
        return self.total / self.pupils

    def __str__(self) -> str:
        return _(
            "Sans rien vendre, le service coûte {each} par élève et par an ({total} pour {pupils}"
            " élèves) ; l’accord de 2015 avec Microsoft était évalué à {yardstick} "
            "par élève, en tout."
        ).format(
            each=euros(self.per_pupil),
            total=euros(self.total, 0),
            pupils=number(self.pupils),
            yardstick=euros(self.yardstick),
        )


def cost_name(cost: str) -> str:
    """Give the name of an expense in the reader's language; a class's own keeps its name."""
    return _(_COST_NAMES[cost]) if cost in _COST_NAMES else cost


def _is_amount(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, Real):
        return False
    return 0 <= float(value) < float("inf")
