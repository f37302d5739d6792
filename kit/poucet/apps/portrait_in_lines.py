"""A portrait as a list to read aloud: one habit a line, in the reader's language."""

from __future__ import annotations

from poucet.apps.term_trail import without_year
from poucet.attacks.portrait import Portrait
from poucet.attacks.portrait_words import nights_awake, rhythms, weekdays
from poucet.i18n import gettext as _
from poucet.i18n import number

MOST_GAPS = 2  # told, the longest


def portrait_in_lines(found: Portrait) -> list[str]:
    """Write what a portrait says, habit by habit; what was not seen is left out.

    Parameters
    ----------
    found : Portrait
        What the rules read in one person's lines.

    Returns
    -------
    list of str
        Short sentences.
    """
    lines = []
    if found.wakes:
        lines.append(_("Debout vers {time} les jours de classe.").format(time=found.wakes))
    if found.wakes_weekend:
        lines.append(_("Vers {time} le week-end.").format(time=found.wakes_weekend))
    if found.quiet:
        lines.append(_("Dernière trace du soir vers {time}.").format(time=found.quiet))
    awake = nights_awake(found.nights_awake)
    lines.append(f"{awake[0].upper()}{awake[1:]}.")
    if found.roofs:
        lines.append(_("Dort {rhythm}.").format(rhythm=rhythms()[found.rhythm]))
    if found.busy:
        days = ", ".join(weekdays(found.busy))
        lines.append(_("Presque jamais là {days} : un travail, un sport ?").format(days=days))
    if found.gaps:
        longest = sorted(found.gaps, key=lambda gap: -gap[1])[:MOST_GAPS]
        spells = [
            _("{days} jours dès le {first}").format(days=number(days), first=without_year(first))
            for first, days in sorted(longest)
        ]
        lines.append(_("Sans trace en semaine : {spells}.").format(spells=", ".join(spells)))
    return lines
