"""Board 4, “Putting the pieces back together”: accounts without names get them back."""

from __future__ import annotations

from poucet.apps.linking_accounts import LinkingAccounts
from poucet.apps.supplier import Supplier, supplier
from poucet.apps.term_trail import TermTrail, term_trail
from poucet.apps.undoing_hashes import UndoingHashes
from poucet.apps.views import BoardOfViews
from poucet.apps.wrong_name import WrongNames
from poucet.figures.html import as_html
from poucet.figures.linkage import figure
from poucet.i18n import gettext as _


def prepare() -> None:
    """Draw accounts and trail, and one figure: all is slow the first time only."""
    term_trail()
    as_html(figure(supplier().score(["birth_date", "sex"])), "")


def open_board() -> PuttingTogether:
    """Build the board."""
    return PuttingTogether(supplier(), term_trail())


class PuttingTogether(BoardOfViews):
    """Compare two files, undo an identifier, then meet somebody who bears another's traces.

    Parameters
    ----------
    held : Supplier
        What the supplier of lesson 4 holds.
    trail : TermTrail
        The lines of the school's pupils.
    """

    def __init__(self, held: Supplier, trail: TermTrail) -> None:
        super().__init__(4)
        self.page = self.show_views(
            {
                "link": LinkingAccounts(self, held),
                "undo": UndoingHashes(self, held),
                "wrong": WrongNames(self, held, trail),
            }
        )

    def title(self) -> str:
        """Give the board's title."""
        return _("Recoller les morceaux")

    def ask(self) -> str:
        """Give the words before the chooser."""
        return _("Question")
