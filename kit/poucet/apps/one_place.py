"""First question of board 6: one place on one screen, sold without the profile and with it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets
import numpy as np

from poucet.apps.base import Board, safely
from poucet.apps.revealing import BettingView
from poucet.i18n import gettext as _
from poucet.i18n import language, ngettext, number
from poucet.market import auction
from poucet.market.bid_request import bid_request, child_rule, fields
from poucet.market.bidders import draw_bids
from poucet.market.money import dollars

if TYPE_CHECKING:
    from poucet.apps.avatar_field import AvatarField
    from poucet.market.segments import Household

BIDDERS = 10
HIGHEST = 500  # cents a thousand
PAGES = 1000  # pages drawn for each pupil before the draw of the next one begins
FIRST_PAGE = 1  # on the one before, the first avatar goes cheaper: better told second


class OnePlace(BettingView):
    """Read what the bidders learn of a household, bet on the price, then see the bids.

    Parameters
    ----------
    board : Board
        The board.
    households : list of Household
        For each pupil, the household as the trade sees it.
    avatar : AvatarField
        Whose screen.
    """

    def __init__(self, board: Board, households: list[Household], avatar: AvatarField) -> None:
        super().__init__(board, HIGHEST)
        self.households, self.avatar = households, avatar
        self.page = FIRST_PAGE
        self.heading = widgets.HTML()
        self.shelves = widgets.HTML().add_class("poucet-shelves")
        self.child = widgets.ToggleButton().add_class("poucet-clue").add_class("poucet-child")
        self.others = widgets.Button()
        self.bids = widgets.HTML().add_class("poucet-bids").add_class("poucet-live")
        self.notes = widgets.HTML().add_class("poucet-notes").add_class("poucet-live")
        controls = widgets.VBox([self.heading, self.shelves, self.child, self.others])
        stage = widgets.VBox([self.question, self.bet.row, self.bids, self.notes])
        self.box = widgets.HBox(
            [controls.add_class("poucet-controls"), stage.add_class("poucet-stage")]
        )
        self.box.add_class("poucet-main").add_class("poucet-selling")
        self.others.on_click(self._turn)
        self.child.observe(self._declare, names="value")

    def restart(self) -> None:
        """Begin with another pupil, whom nobody has declared a child yet."""
        self.page = FIRST_PAGE
        with self.board.quietly():
            self.child.value = False
        self.hide()

    def offers(self, profile: bool) -> np.ndarray:
        """Draw what each bidder offers for the place on screen, in dollars a thousand."""
        seed = self.avatar.number * PAGES + self.page % PAGES
        return draw_bids(1, BIDDERS, profile, seed=seed)

    @safely
    def _turn(self, button: widgets.Button) -> None:
        self.page += 1
        self.hide()
        self.write()

    @safely
    def _declare(self, change: dict[str, Any]) -> None:
        self.write()

    def title(self) -> str:
        """Give the words of the button that opens the view."""
        return _("Une place à vendre")

    def write(self) -> None:
        """Write every text in the language in use."""
        blind, seeing = self.offers(False), self.offers(True)
        without = float(auction(blind).paid[0])
        asked = _("Avec le profil, à quel prix part cette place ?")
        known = _(
            "L’élève n° {pupil} ouvre une page. Sans profil, la place part à {price} les mille."
        ).format(pupil=self.avatar.number, price=dollars(without))
        self.ask(asked, known)
        self.heading.value = f"<h2>{escape(_('Ce que le profil ajoute'))}</h2>"
        self.shelves.value = self._shelves()
        self.child.description = _("Déclarer un enfant")
        self.others.description = _("Une autre page")
        self.bet.name(_("Pari, en cents"))
        self.button.description = _("Nouveau pari") if self.revealed else _("Révéler")
        highest = max(blind.max(), seeing.max())
        self.bids.value = table(_("sans profil"), blind[0], highest) + table(
            _("avec le profil"), seeing[0] if self.revealed else None, highest
        )
        self.notes.value = self._told_of(blind[0], seeing[0]) if self.revealed else self._rule()

    def _shelves(self) -> str:
        home = self.households[self.avatar.number - 1]
        guess = escape(_("(supposé)"))
        lines = "".join(
            f"<li>{segment.number} · {escape(segment.name)}{' ' + guess if segment.guess else ''}"
            "</li>"
            for segment in sorted(home.segments, key=lambda segment: segment.number)
        )
        request, bare = (fields(bid_request(home, profile)) for profile in (True, False))
        added = [name for name in request if name not in bare and ".data[" not in name]
        minor = _("Avant 18 ans, aucun rayon à son âge : l’élève est vendu avec son foyer.")
        adult = _("À 18 ans, l’élève a son propre rayon.")
        source = _("Rayons : IAB Audience Taxonomy 1.1. Demande d’enchère : OpenRTB 2.6.")
        also = _("Et, dans la demande d’enchère :")
        whose = adult if home.adult else minor
        if self.child.value:
            whose = _(
                "Aux États-Unis, avant 13 ans (règle COPPA), un serveur honnête efface ce qui est"
                " barré. Les rayons du foyer restent."
            )
            source = f"{source} {_('Liste de ce qui s’efface : Prebid Server.')}"
        told = ", ".join(self._field(name, request) for name in added)
        return (
            f"<ul>{lines}</ul><p>{escape(whose)}</p>"
            f'<p>{escape(also)} <code lang="en">{told}</code></p>'
            f'<p class="poucet-source">{escape(source)}</p>'
        )

    def _field(self, name: str, request: dict[str, Any]) -> str:
        """Write a field of the request; for a child, struck out or cut short."""
        if not self.child.value:
            return escape(name)
        home = self.households[self.avatar.number - 1]
        left = fields(child_rule(bid_request(home)))
        if name not in left:
            return f"<del>{escape(name)}</del>"
        cut = f' <span lang="{language()}">({escape(_("coupé"))})</span>'
        return escape(name) + (cut if left[name] != request[name] else "")

    def _rule(self) -> str:
        said = _("Le plus offrant gagne et paie l’offre d’après : c’est le second prix.")
        return f"<p>{escape(said)}</p><p>{escape(model())}</p>"

    def _told_of(self, blind: np.ndarray, seeing: np.ndarray) -> str:
        sale = auction(seeing[None])
        price, before = float(sale.paid[0]), float(auction(blind[None]).paid[0])
        wanted = int((seeing > blind).sum())
        won = _("{bidder} gagne : {offer} offerts, {price} payés les mille.").format(
            bidder=letter(int(sale.winner[0])),
            offer=dollars(float(seeing.max())),
            price=dollars(price),
        )
        if self.bet.made:
            bet = _("La classe avait parié {bet}.").format(bet=dollars(self.bet.value / 100))
            won = f"{won} {bet}"
        change = (
            _("Avec le profil, cette place part plus cher.")
            if price > before
            else _("Avec le profil, cette place part moins cher.")
        )
        who = ngettext(
            "{count} enchérisseur sur {all} cherche un foyer comme celui-ci.",
            "{count} enchérisseurs sur {all} cherchent un foyer comme celui-ci.",
            wanted,
        ).format(count=number(wanted), all=number(BIDDERS))
        return f"<p>{escape(won)}</p><p>{escape(f'{change} {who} {model()}')}</p>"


def model() -> str:
    """Say what the bidders are: nobody."""
    return _("Enchérisseurs simulés : l’intérêt de chacun pour le foyer est tiré au hasard.")


def letter(bidder: int) -> str:
    """Name a bidder."""
    return chr(ord("A") + bidder)


def table(title: str, offers: np.ndarray | None, highest: float) -> str:
    """Write the bids as bars, or as many questions."""
    winner = second = -1
    if offers is not None:
        winner, second = np.argsort(-offers, kind="stable")[:2].tolist()
    rows = []
    for bidder in range(BIDDERS):
        offer = None if offers is None else float(offers[bidder])
        part = 0.0 if offer is None else 100 * offer / highest
        mark = {winner: _("gagne"), second: _("fixe le prix")}.get(bidder, "")
        kind = {winner: ' class="poucet-winner"', second: ' class="poucet-second"'}.get(bidder, "")
        said = "?" if offer is None else dollars(offer)
        rows.append(
            f'<tr{kind}><th scope="row">{letter(bidder)}</th><td><span class="poucet-bar" '
            f'style="width:{part:.1f}%"></span></td><td>{escape(said)}</td><td>{escape(mark)}</td>'
            "</tr>"
        )
    return f"<table><caption>{escape(title)}</caption>{''.join(rows)}</table>"
