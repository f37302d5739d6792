"""An avatar: one fictitious pupil whose file a real pupil follows to the end.

The pupil holds a number; success is that the person behind it feels real, and that nobody can take
them for a real one: the card says so, and no trait on it comes from anyone.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from poucet.classroom.pebbles import pebbles
from poucet.classroom.values import said
from poucet.classroom.whole_number import whole_number
from poucet.errors import PoucetError
from poucet.i18n import day, language
from poucet.i18n import gettext as _
from poucet.i18n import number as written
from poucet.labels import label

if TYPE_CHECKING:
    from poucet.school import School

_SHOWN = (
    "class",
    "birth_date",
    "sex",
    "commune",
    "second_language",
    "option",
    "regime",
    "transport",
)


@dataclass(frozen=True)
class AvatarCard:
    """The identity card of a fictitious pupil: a picture in a notebook, lines elsewhere.

    Attributes
    ----------
    number : int
        The avatar's number, 1 for the first row of the school.
    name : str
        Given name and family name, invented.
    school : str
        Name of the school, invented.
    facts : tuple of (str, str)
        What the card says: column name and value.
    """

    number: int
    name: str
    school: str
    facts: tuple[tuple[str, str], ...]

    def __repr__(self) -> str:
        title = _("{name}, {school} (personnage fictif, avatar n° {number})").format(
            name=self.name, school=self.school, number=written(self.number)
        )
        lines = [
            _("{name} : {value}").format(name=label(column), value=value)
            for column, value in self.facts
        ]
        return "\n  ".join([title, *lines])

    def _repr_html_(self) -> str:
        rows = "".join(
            '<tr><th scope="row" style="text-align:left;font-weight:normal;padding:1px 1em 1px 0">'
            f'{escape(label(column))}</th><td style="text-align:left"><strong>{escape(value)}'
            "</strong></td></tr>"
            for column, value in self.facts
        )
        caption = _("Avatar n° {number}, {school}").format(
            number=written(self.number), school=self.school
        )
        return (
            f'<section lang="{language()}" style="display:inline-flex;gap:18px;padding:14px 20px;'
            'border:2px solid #333;border-radius:12px;background:#fff;color:#111;max-width:640px">'
            f'<div style="text-align:center">{pebbles(self.number)}'
            '<div style="border:2px solid #111;padding:2px 6px;font-weight:bold;margin-top:8px">'
            f"{escape(_('PERSONNAGE FICTIF'))}</div></div>"
            f'<div><div style="font-size:1.4em;font-weight:bold">{escape(self.name)}</div>'
            f"<div>{escape(caption)}</div>"
            f'<table style="margin-top:8px;font-size:1em">{rows}</table></div></section>'
        )


def avatar(school: School, number: int) -> AvatarCard:
    """Meet one fictitious pupil of a school.

    Parameters
    ----------
    school : poucet.School
        The invented school.
    number : int
        From 1 to the number of pupils.

    Raises
    ------
    poucet.errors.PoucetError
        If nobody bears that number, or it is no whole number.

    Examples
    --------
    >>> from poucet import School
    >>> avatar(School(seed=2), 12).number
    12
    """
    rank = whole_number(number)
    if rank is None or not 1 <= rank <= school.size:
        raise _refusal(number, school.size)
    pupil = {column: values[rank - 1] for column, values in school.columns.items()}
    facts = tuple(
        (column, _written(column, pupil[column])) for column in _SHOWN if str(pupil[column])
    )
    name = f"{pupil['given_name']} {pupil['family_name']}"
    return AvatarCard(rank, name, school.name, facts)


def _refusal(given: object, size: int) -> PoucetError:
    """Say what is wrong with the number that was typed."""
    if isinstance(given, str):
        sentence = _(
            "Votre numéro est écrit comme un texte, {given} : écrivez-le sans guillemets, "
            "un entier de 1 à {size}."
        )
    elif given is ...:
        sentence = _(
            "Il reste les trois points : écrivez à leur place votre numéro, "
            "il faut un nombre entier de 1 à {size}."
        )
    else:
        sentence = _("Il n’y a pas d’avatar n° {given} : il faut un nombre entier de 1 à {size}.")
    shown = repr(given) if isinstance(given, str) else given
    return PoucetError(sentence.format(given=shown, size=written(size)))


def _written(column: str, value: object) -> str:
    """Write a cell of the school's file as a reader says it."""
    if column == "birth_date":
        return day(value.astype("datetime64[D]").item())  # type: ignore[attr-defined]
    return said(str(value))
