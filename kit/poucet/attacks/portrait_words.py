"""The sentences of a portrait: hours, nights and days as a reader says them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from poucet.i18n import gettext as _
from poucet.i18n import ngettext, number

if TYPE_CHECKING:
    from poucet.attacks.portrait import Portrait


def clock(minute: int) -> str:
    r"""Write a time of day: ``6 h 40`` in French, ``6:40`` in English.

    Examples
    --------
    >>> clock(400), clock(1505)
    ('6\xa0h\xa040', '1\xa0h\xa005')
    """
    hour, left = divmod(minute % 1440, 60)
    return _("{hour} h {minute:02d}").format(hour=hour, minute=left)


def weekdays(days: tuple[int, ...]) -> list[str]:
    """Write days of the week, 0 for Monday.

    Examples
    --------
    >>> weekdays((0, 5))
    ['le lundi', 'le samedi']
    """
    names = (
        _("le lundi"), _("le mardi"), _("le mercredi"), _("le jeudi"), _("le vendredi"),
        _("le samedi"), _("le dimanche"),
    )  # fmt: skip
    return [names[day] for day in days]


def rhythms() -> dict[str, str]:
    """Give the words of each rhythm."""
    from poucet.attacks import portrait_rules as rules

    return {
        rules.ONE_HOME: _("toujours sous le même toit"),
        rules.WEEKS: _("une semaine sur deux sous un autre toit"),
        rules.WEEKENDS: _("un week-end sur deux sous un autre toit"),
        rules.EVERY_WEEKEND: _("chaque week-end sous un autre toit"),
        rules.MIXED: _("parfois sous un autre toit, sans règle visible"),
    }


def nights_awake(nights: int) -> str:
    """Count the nights with a line after midnight.

    Examples
    --------
    >>> nights_awake(0), nights_awake(2)
    ('aucune nuit avec une trace après minuit', '2 nuits avec une trace après minuit')
    """
    if not nights:
        return _("aucune nuit avec une trace après minuit")
    return ngettext(
        "{awake} nuit avec une trace après minuit",
        "{awake} nuits avec une trace après minuit",
        nights,
    ).format(awake=number(nights))


def told(found: Portrait) -> str:
    """Tell a portrait in one sentence."""
    parts = []
    if found.wakes:
        parts.append(
            _("debout vers {time} les jours de classe").format(time=clock(found.wakes.minute))
        )
    if found.quiet:
        parts.append(_("dernière trace vers {time}").format(time=clock(found.quiet.minute)))
    parts.append(nights_awake(found.nights_awake))
    if found.roofs:
        parts.append(rhythms()[found.rhythm])
    if found.busy:
        parts.append(_("presque jamais là {days}").format(days=", ".join(weekdays(found.busy))))
    return ngettext(
        "En {days} jour et {events} lignes : {portrait}.",
        "En {days} jours et {events} lignes : {portrait}.",
        found.days,
    ).format(days=number(found.days), events=number(found.events), portrait=", ".join(parts))
