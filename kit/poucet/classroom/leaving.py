"""What leaves with a list of columns: what works, what is told, who is found.

A pupil strikes columns off the list that a service will receive. Success is that each strike shows
its two sides at once: what it breaks, and what it stops telling.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from poucet.exports.service import (
    FUNCTIONS,
    Function,
    Secret,
    broken,
    checked,
    secrets,
    singled_out,
)
from poucet.i18n import gettext as _
from poucet.i18n import language, ngettext, number
from poucet.labels import label

if TYPE_CHECKING:
    from poucet.school import School


@dataclass(frozen=True)
class Leaving:
    """What a list of columns does once it has left: a panel in a notebook, lines elsewhere.

    Attributes
    ----------
    columns : tuple of str
        The columns sent, in the order of the school's file.
    broken : tuple of Function
        What the service can no longer do.
    secrets : tuple of Secret
        What the columns tell besides, and about how many pupils.
    alone, pupils : int
        How many pupils the columns single out, and of how many.
    """

    columns: tuple[str, ...]
    broken: tuple[Function, ...]
    secrets: tuple[Secret, ...]
    alone: int
    pupils: int

    @property
    def headline(self) -> str:
        """How many columns leave, and how many pupils they single out."""
        sent = ngettext("{n} colonne part", "{n} colonnes partent", len(self.columns)).format(
            n=number(len(self.columns))
        )
        alone = ngettext(
            "{alone} élève sur {pupils} est seul à avoir ces valeurs",
            "{alone} élèves sur {pupils} sont seuls à avoir ces valeurs",
            self.alone,
        ).format(alone=number(self.alone), pupils=number(self.pupils))
        return _("{sent} ; {alone}.").format(sent=sent, alone=alone)

    def _lists(self) -> list[tuple[str, list[str]]]:
        """Give the three lists of the panel, each with its title."""
        told = [str(secret) for secret in self.secrets]
        return [
            (_("Ce que la classe demande"), self._marked(core=True)),
            (_("Ce que le service propose en plus"), self._marked(core=False)),
            (_("Ce que les colonnes racontent"), told or [_("rien de plus")]),
        ]

    def _marked(self, core: bool) -> list[str]:
        return [
            self._mark(function).format(function=function.name)
            for function in FUNCTIONS
            if function.core is core
        ]

    def _mark(self, function: Function) -> str:
        return _("✗ {function} (ne marche plus)") if function in self.broken else _("✓ {function}")

    def __repr__(self) -> str:
        lines = [self.headline]
        for title, items in self._lists():
            lines += [title, *(f"  {item}" for item in items)]
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        lists = "".join(
            f'<div style="flex:1 1 200px"><strong>{escape(title)}</strong>'
            '<ul style="list-style:none;margin:4px 0 0;padding:0">'
            + "".join(f'<li style="margin:2px 0">{escape(item)}</li>' for item in items)
            + "</ul></div>"
            for title, items in self._lists()
        )
        sent = ", ".join(label(column) for column in self.columns) or _("aucune colonne")
        return (
            f'<section lang="{language()}" style="padding:12px 18px;border:2px solid #333;'
            'border-radius:12px;background:#fff;color:#111;max-width:860px">'
            f'<div style="font-size:1.25em;font-weight:bold">{escape(self.headline)}</div>'
            f'<div style="margin:4px 0 10px">{escape(sent)}</div>'
            f'<div style="display:flex;flex-wrap:wrap;gap:18px">{lists}</div></section>'
        )


def what_leaves(school: School, columns: Iterable[str]) -> Leaving:
    """Look at a list of columns before it is sent.

    Parameters
    ----------
    school : poucet.School
        The school whose file leaves.
    columns : iterable of str
        Columns of its file, and perhaps ``"opaque_id"``.

    Raises
    ------
    poucet.errors.PoucetError
        If a column is none of the school's.

    Examples
    --------
    >>> from poucet import School
    >>> what_leaves(School(seed=2), ["class", "opaque_id"]).alone
    0
    """
    sent = checked(columns)
    return Leaving(
        tuple(sent),
        tuple(broken(sent)),
        tuple(secrets(school, sent)),
        singled_out(school, sent),
        school.size,
    )
