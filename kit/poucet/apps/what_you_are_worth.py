"""Board 6, “What are you worth?”: a place, two worlds, each cent, records, nothing sold."""

from __future__ import annotations

from poucet.apps.avatar_field import AvatarField
from poucet.apps.base import safely
from poucet.apps.each_cent import EachCent
from poucet.apps.evening import Evening, households
from poucet.apps.one_place import OnePlace
from poucet.apps.records_sold import RecordsSold
from poucet.apps.selling_nothing import SellingNothing
from poucet.apps.two_evenings import TwoEvenings
from poucet.apps.views import BoardOfViews
from poucet.figures import money, two_worlds
from poucet.figures.html import as_html
from poucet.i18n import gettext as _
from poucet.market.segments import Household

FIRST_AVATAR = 30  # whose record lesson 1 strikes out: a second address and a grant


def prepare() -> None:
    """Put the households on their shelves, and draw both figures once."""
    households()
    evening = Evening()
    seeing = evening.sold(profile=True)
    as_html(two_worlds.figure(evening.sold(profile=False).sale, seeing.sale), "")
    as_html(money.figure(seeing.money), "")


def open_board() -> WhatYouAreWorth:
    """Build the board."""
    return WhatYouAreWorth(households())


class WhatYouAreWorth(BoardOfViews):
    """Sell one place, then a thousand; follow each cent; sell the file; pay for it instead.

    Parameters
    ----------
    homes : list of Household
        For each pupil, the household as the trade sees it.
    """

    def __init__(self, homes: list[Household]) -> None:
        super().__init__(6)
        self.avatar = AvatarField(len(homes), FIRST_AVATAR, self._change_avatar)
        self.evening = Evening()
        self.place = OnePlace(self, homes, self.avatar)
        views = {
            "place": self.place,
            "worlds": TwoEvenings(self, self.evening),
            "cents": EachCent(self, self.evening),
            "records": RecordsSold(self),
            "unsold": SellingNothing(self, self.evening),
        }
        self.page = self.show_views(views, self.avatar.row)

    @safely
    def _change_avatar(self) -> None:
        self.place.restart()
        self.write()

    def title(self) -> str:
        """Give the board's title."""
        return _("Combien valez-vous ?")

    def ask(self) -> str:
        """Give the words before the chooser."""
        return _("Question")

    def write(self) -> None:
        """Write every text in the language in use."""
        super().write()
        self.avatar.name()
        self.avatar.row.layout.display = None if self.view is self.place else "none"
