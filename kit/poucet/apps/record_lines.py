"""The lines of a pupil's record on board 1: what goes together is struck together.

A format may carry twenty columns. From the back row they are read as fifteen lines at most: a
street, its postcode and its commune make one line, as do a name and a given name; where a format
writes two columns in one field, nobody can strike one without the other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from poucet.damages import Damage, euros_a_year, usefulness
from poucet.damages.readings import wrongly_read
from poucet.exports.real_row import real_row
from poucet.exports.service import (
    OPAQUE_ID,
    Function,
    Secret,
    broken,
    secrets,
    singled_out,
)
from poucet.exports.service_fields import Field, fields
from poucet.i18n import N_
from poucet.i18n import gettext as _
from poucet.labels import label
from poucet.school import School

SEED, NUMBER = 2, 30  # the school of the lessons; a record with a second address and a grant
TOGETHER = {
    ("family_name", "given_name"): N_("nom et prénom"),
    ("address", "postcode", "commune"): N_("adresse"),
    ("address2", "postcode2", "commune2"): N_("seconde adresse"),
    ("guardian1_phone", "guardian2_phone"): N_("téléphones des parents"),
}
ONE_FIELD = {"google": {("level", "class"): N_("niveau et classe")}}


@dataclass(frozen=True)
class Line:
    """One line of the record.

    Attributes
    ----------
    columns : tuple of str
        The school's columns in it; the last one names the line.
    name_fr : str
        What a reader calls it when it has several columns, to translate.
    fields : tuple of str
        The real fields, as the format calls them; those of another file than the pupils' own
        say which.
    value : str
        What stands in them, as the format writes it.
    secret : Secret or None
        What it tells besides, and about how many pupils.
    """

    columns: tuple[str, ...]
    name_fr: str
    fields: tuple[str, ...]
    value: str
    secret: Secret | None

    @property
    def key(self) -> str:
        """Its name in the code."""
        return self.columns[-1]

    @property
    def name(self) -> str:
        """Its name in the reader's language."""
        return _(self.name_fr) if self.name_fr else label(self.key)


class Record:
    """One pupil's record in one format, and what becomes of it as lines are struck.

    Parameters
    ----------
    format : str
        One of `poucet.exports.service_fields.DIRECTORY_FORMATS`.
    """

    def __init__(self, format: str) -> None:
        self.school = lesson_school()
        self.lines = tuple(_lines(self.school, format))

    def columns(self, struck: Collection[str], code: bool) -> tuple[str, ...]:
        """Give the columns that still leave.

        Parameters
        ----------
        struck : collection of str
            Keys of the lines struck.
        code : bool
            Whether the school adds an opaque code, for this service only.
        """
        kept = [name for line in self.lines if line.key not in struck for name in line.columns]
        return (*kept, OPAQUE_ID) if code else tuple(kept)

    def possible(self, function: Function) -> bool:
        """Tell whether a function works when nothing is struck."""
        return function.works(self.columns((), True))

    def core_broken(self, struck: Collection[str], code: bool) -> list[Function]:
        """Give what the class asks for and no longer has."""
        return [one for one in broken(self.columns(struck, code)) if one.core]

    def shortest(self, struck: Collection[str], code: bool) -> bool:
        """Tell whether any further strike would break what the class asks for."""
        return not self.core_broken(struck, code) and all(
            self.core_broken((*struck, line.key), code)
            for line in self.lines
            if line.key not in struck
        )


def _lines(school: School, format: str) -> Iterator[Line]:
    carried, spelled = fields(format), real_row(school, format, NUMBER)
    groups = TOGETHER | ONE_FIELD.get(format, {})
    main = next(iter(carried.values()))[0].file
    group_of = {column: group for group in groups for column in group}
    for column in carried:
        group = tuple(one for one in group_of.get(column, (column,)) if one in carried)
        if group[0] != column:
            continue  # told with the first of its group
        told = secrets(school, group)
        yield Line(
            group,
            groups.get(group, ""),
            tuple(_places([field for one in group for field in carried[one]], main)),
            ", ".join(dict.fromkeys(spelled[one] for one in group if spelled[one])),
            told[0] if told else None,
        )


def _places(found: list[Field], main: str) -> Iterator[str]:
    """Name fields, file by file."""
    for file in dict.fromkeys(field.file for field in found):
        names = ", ".join(dict.fromkeys(field.name for field in found if field.file == file))
        yield names if file == main else f"{file} · {names}"


@cache
def lesson_school() -> School:
    """Draw the school of the lessons once."""
    return School(seed=SEED)


@cache
def record(format: str) -> Record:
    """Give the record in a format, made once."""
    return Record(format)


@cache
def damage(columns: tuple[str, ...]) -> Damage:
    """Count as lesson 1 does what comes of the columns that leave, once for each choice."""
    school = lesson_school()
    return Damage(
        found=singled_out(school, columns),
        accused=int(wrongly_read(school.columns, school.sealed, columns).sum()),
        euros=euros_a_year(school, columns),
        usefulness=usefulness(columns),
        pupils=school.size,
    )
