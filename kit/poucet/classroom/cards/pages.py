"""The pages that every lesson's cards have: the rules for the teacher, and cards to cut out."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from poucet.classroom.cards.sheet import MARGIN, WIDTH, Sheet
from poucet.i18n import gettext as _

TOP = 14.0  # of the cards on a page, in millimetres
CARD_WIDTH, CARD_HEIGHT = WIDTH / 2, 65.0
ON_A_PAGE = 8  # cards of that height


def rules_page(
    pages: Sheet,
    title: str,
    about: str,
    *,
    material: Iterable[str],
    care: str,
    minutes: Iterable[tuple[str, str]],
    accidents: Iterable[str],
    rule: str = "",
) -> None:
    """Write the teacher's page of a game.

    Parameters
    ----------
    pages : Sheet
        The document; a page is added.
    title, about, rule, care : str
        What the game is called, which lesson it replaces, how it goes, and what must not be asked
        of pupils; in the reader's language.
    material, accidents : iterable of str
        What is needed, and what to do when something gets stuck; French, translated here.
    minutes : iterable of tuple of str
        When, and what is done and said; French, translated here.
    """
    pages.add_page()
    pages.heading(title, 20)
    pages.paragraph(about)
    pages.heading(_("Ce qu’il faut"))
    pages.bullets([_(item) for item in material])
    if rule:
        pages.heading(_("La règle"))
        pages.paragraph(rule)
    pages.boxed(care)
    pages.heading(_("Minute par minute"))
    pages.grid(
        [[_("Minute"), _("Vous faites, vous dites")], *([when, _(what)] for when, what in minutes)],
        widths=(12, 88),
    )
    pages.heading(_("Si quelque chose coince"))
    pages.bullets([_(item) for item in accidents])


def cards_page(
    pages: Sheet,
    count: int,
    draw: Callable[[int, float, float], None],
    height: float = CARD_HEIGHT,
) -> None:
    """Draw a page of cards to cut out, two to a row.

    Parameters
    ----------
    pages : Sheet
        The document; a page is added.
    count : int
        How many cards.
    draw : callable
        ``draw(place, x, y)`` draws the card of a place, from 0, whose corner is (x, y).
    height : float
        Of a card, in millimetres; its width is ``CARD_WIDTH``.
    """
    pages.add_page()
    for place in range(count):
        draw(place, MARGIN + place % 2 * CARD_WIDTH, TOP + place // 2 * height)
    rows = -(-count // 2)
    for column in range(3):
        x = MARGIN + column * CARD_WIDTH
        pages.cut_line(x, TOP, x, TOP + rows * height)
    for row in range(rows + 1):
        pages.cut_line(MARGIN, TOP + row * height, MARGIN + WIDTH, TOP + row * height)
