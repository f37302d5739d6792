"""Board 8, “The trust charter”: four contracts, the class's own, its faults, rights, and a vote."""

from __future__ import annotations

from poucet.apps.at_the_table import AtTheTable
from poucet.apps.avatar_field import AvatarField
from poucet.apps.base import safely
from poucet.apps.broken_demands import BrokenDemands
from poucet.apps.contract_choice import ContractChoice
from poucet.apps.four_contracts import FourContracts
from poucet.apps.negotiation import Negotiation, negotiation
from poucet.apps.rights_desk import RightsDesk
from poucet.apps.show_of_hands import ShowOfHands
from poucet.apps.since_2015 import Since2015
from poucet.apps.views import BoardOfViews
from poucet.i18n import gettext as _

FIRST_AVATAR = 7


def prepare() -> None:
    """Count the four contracts once."""
    negotiation()


def open_board() -> TrustCharter:
    """Build the board."""
    return TrustCharter(Negotiation.like(negotiation()))


class TrustCharter(BoardOfViews):
    """Compare four contracts, write one, find its faults, ask for one's data, and vote.

    Parameters
    ----------
    table : Negotiation
        The contracts.
    """

    def __init__(self, table: Negotiation) -> None:
        super().__init__(8)
        self.table = table
        self.avatar = AvatarField(table.school.size, FIRST_AVATAR, self._change)
        self.choice = ContractChoice(self, self._change)
        self.desk = RightsDesk(self, table, self.choice, self.avatar)
        self.broken = BrokenDemands(self, table, self.choice, self.avatar)
        self.hands = ShowOfHands(self, table, self.choice)
        views = {
            "four": FourContracts(self, table),
            "table": AtTheTable(self, table),
            "broken": self.broken,
            "rights": self.desk,
            "since": Since2015(self),
            "vote": self.hands,
        }
        self.page = self.show_views(views, self.avatar.row, self.choice.row)

    @safely
    def _change(self) -> None:
        self.desk.hide()
        self.hands.hide()
        self.write()

    def title(self) -> str:
        """Give the board's title."""
        return _("La charte de confiance")

    def ask(self) -> str:
        """Give the words before the chooser."""
        return _("Question")

    def write(self) -> None:
        """Write every text in the language in use."""
        super().write()
        self.avatar.name()
        self.choice.write()
        about_one = self.view in (self.broken, self.desk)
        self.avatar.row.layout.display = None if about_one else "none"
        chosen = about_one or self.view is self.hands
        self.choice.row.layout.display = None if chosen else "none"
