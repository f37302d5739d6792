"""The home page: eight pebbles, one a lesson."""

from __future__ import annotations

from html import escape

import ipywidgets as widgets

from poucet.apps.base import Board
from poucet.apps.lessons import LESSONS, Lesson
from poucet.i18n import gettext as _
from poucet.i18n import language


class Home(Board):
    """List the lessons, each a link to its board."""

    def __init__(self) -> None:
        super().__init__(0)
        self.list = widgets.HTML().add_class("poucet-lessons")
        self.page = self.show(self.list)

    def title(self) -> str:
        """Give the page's title."""
        return _("Poucet")

    def write(self) -> None:
        """Write the list in the language in use."""
        super().write()
        about = _(
            "Huit cailloux pour suivre vos données : ce qui part de l’école, et qui s’en sert."
        )
        items = "".join(self._item(lesson) for lesson in LESSONS)
        self.list.value = f'<p class="poucet-about">{escape(about)}</p><ol>{items}</ol>'

    def _item(self, lesson: Lesson) -> str:
        inside = (
            f'<span class="poucet-number" aria-hidden="true">{lesson.number}</span>'
            f'<span class="poucet-title">{escape(lesson.title)}</span>'
            f'<span class="poucet-question">{escape(lesson.question)}</span>'
        )
        link = escape(f"?n={lesson.number}&lang={language()}")
        return f'<li><a href="{link}">{inside}</a></li>'
