"""The damage counter of a board: people found, people accused wrongly."""

from __future__ import annotations

from html import escape

from poucet.i18n import gettext as _
from poucet.i18n import number


def damage(found: int, wrong: int) -> str:
    """Write the counter: so many found, so many accused wrongly."""
    boxes = "".join(
        f'<div class="poucet-{kind}"><dt><span aria-hidden="true">{mark}</span> {escape(word)}</dt>'
        f"<dd>{number(count)}</dd></div>"
        for kind, mark, word, count in (
            ("right", "✔", _("retrouvés"), found),
            ("wrong", "✘", _("accusés à tort"), wrong),
        )
    )
    return f'<dl class="poucet-damage">{boxes}</dl>'
