"""What every board shares: a heading, a language switch, a place for messages, safe callbacks."""

from __future__ import annotations

import contextlib
import functools
import logging
from collections.abc import Callable, Iterator
from html import escape
from typing import Any

import ipywidgets as widgets

from poucet.errors import PoucetError
from poucet.i18n import gettext as _
from poucet.i18n import language, use_language

log = logging.getLogger("poucet")

PEBBLES = (
    '<svg class="poucet-logo" viewBox="0 0 64 40" aria-hidden="true" focusable="false">'
    '<ellipse cx="9" cy="30" rx="7" ry="5.5" transform="rotate(-12 9 30)"/>'
    '<ellipse cx="29" cy="22" rx="9" ry="7" transform="rotate(14 29 22)"/>'
    '<ellipse cx="52" cy="12" rx="11" ry="9" transform="rotate(-18 52 12)"/></svg>'
)


def safely(callback: Callable[..., None]) -> Callable[..., None]:
    """Turn a callback's failure into a sentence on the board and a line in the log.

    A visitor sees neither a traceback nor a board that died without a word.
    """

    @functools.wraps(callback)
    def guarded(board: Board, *args: Any) -> None:
        if board.writing:  # the board itself moves its widgets, not the visitor
            return
        try:
            callback(board, *args)
        except PoucetError as trouble:
            board.say(str(trouble))
        except Exception:
            log.exception("%s failed", callback.__qualname__)
            board.say(_("Quelque chose n’a pas marché. Rechargez la page pour recommencer."))
        else:
            if board.failing is callback:
                board.say("")
        board.failing = callback if board.message.value else None

    return guarded


class Board:
    """One page of widgets, built once; a change of language or of choice only renews their values.

    Parameters
    ----------
    number : int
        The lesson's number; 0 for the home page.
    """

    def __init__(self, number: int) -> None:
        self.number = number
        self.failing: Callable[..., None] | None = None
        self.writing = False
        self.heading = widgets.HTML().add_class("poucet-heading")
        self.message = widgets.HTML().add_class("poucet-message").add_class("poucet-live")
        self.languages = widgets.ToggleButtons(
            options=[("Français", "fr"), ("English", "en")],
            value=language(),
            description="Langue / Language",
        ).add_class("poucet-languages")
        self.languages.observe(self._switch, names="value")

    def show(self, *parts: widgets.Widget) -> widgets.Widget:
        """Put the heading above the board's own parts, write all texts, and give the page."""
        head = widgets.HBox([self.heading, self.languages]).add_class("poucet-head")
        page = widgets.VBox([head, *parts, self.message]).add_class("poucet-board")
        self.write()
        return page

    def say(self, sentence: str) -> None:
        """Show a message, or none."""
        self.message.value = f"<p>{escape(sentence)}</p>" if sentence else ""

    def write(self) -> None:
        """Write every text of the board in the language in use."""
        link = escape(f"?lang={language()}")
        name = _("Poucet") if self.number == 0 else self.title()
        home = (
            ""
            if self.number == 0
            else f'<a class="poucet-home" href="{link}">{PEBBLES}<span>'
            f"{escape(_('Toutes les leçons'))}</span></a>"
        )
        self.heading.value = (
            f'<div data-poucet-lang="{language()}" data-poucet-title="{escape(name)}" '
            f'data-poucet-n="{self.number}">{home}'
            f"<h1>{PEBBLES if self.number == 0 else ''}{escape(name)}</h1></div>"
        )

    def title(self) -> str:
        """Give the board's title in the language in use."""
        raise NotImplementedError

    @contextlib.contextmanager
    def quietly(self) -> Iterator[None]:
        """Move widgets without waking their callbacks."""
        before, self.writing = self.writing, True
        try:
            yield
        finally:
            self.writing = before

    def rename(self, chooser: widgets.ToggleButtons, description: str, words: list[str]) -> None:
        """Give a row of buttons new words without touching the choice.

        Buttons whose words stay are left alone: a page that draws them anew loses the keyboard.
        """
        chooser.description = description
        options = tuple(zip(words, (key for _word, key in chooser.options), strict=True))
        if options != tuple(chooser.options):
            kept = chooser.value
            with self.quietly(), chooser.hold_sync():
                chooser.options = options
                chooser.value = kept

    @safely
    def _switch(self, change: dict[str, Any]) -> None:
        if change["new"] is None:  # forged: the page's own buttons always choose
            with self.quietly():
                self.languages.value = language()
            return
        use_language(change["new"])
        self.write()
