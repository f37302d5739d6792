"""Microsoft School Data Sync, version 1, the minimum set: what the service cannot do without.

What it carries of the school: one user name a pupil and who is in which class. That is enough to
sign in and to send homework to a class, so every other column of the full set (`sds_v1`) is a
choice. Even so the user name is the e-mail address, which is made of the pupil's names.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from poucet.exports.formats.csv_reading import read_set
from poucet.exports.formats.csv_table import Table
from poucet.exports.formats.csv_writing import Chunk, write_set
from poucet.exports.formats.progress import Progress
from poucet.exports.formats.rebuilding import pupils_table
from poucet.exports.formats.roster import COURSES, Roster
from poucet.exports.formats.sds_v1 import (
    ENROLLMENT,
    ROSTER,
    SCHOOL,
    SECTION,
    STUDENT,
    TEACHER,
    enrollments,
    members,
    section_ids,
    teaching,
)

if TYPE_CHECKING:
    import pandas as pd

    from poucet.school import School

NAME = "sds-v1-min"
CARRIED = ("class", "email")


def _least(table: Table) -> Table:
    """Keep the columns that the service requires."""
    kept = tuple(field for field in table.fields if field.required)
    return Table(table.path, kept, table.key)


TABLES = tuple(map(_least, (SCHOOL, SECTION, STUDENT, TEACHER, ENROLLMENT, ROSTER)))


def write(school: School, folder: Path, progress: Progress | None = None) -> None:
    """Fill a folder with the school's six files, at their poorest."""
    roster = Roster(school)
    teachers = roster.teachers
    place = {"School SIS ID": school.uai}
    contents: list[tuple[int, list[Chunk] | Iterator[Chunk]]] = [
        (1, [{"SIS ID": [school.uai], "Name": school.name}]),
        (len(roster.classes), [section_ids(roster.classes, school)]),
        (school.size, _students(roster)),
        (
            len(teachers),
            [
                {
                    "SIS ID": [teacher.sourced_id for teacher in teachers],
                    "Username": [teacher.email for teacher in teachers],
                    **place,
                }
            ],
        ),
        (roster.count_memberships(COURSES[0]), enrollments(roster, COURSES[:1])),
        (len(teachers), [teaching(roster)]),
    ]
    write_set(
        folder,
        NAME,
        [(table, *content) for table, content in zip(TABLES, contents, strict=True)],
        progress,
    )


def _students(roster: Roster) -> Iterator[Chunk]:
    for rows in roster.steps():
        yield {
            "SIS ID": roster.ids(rows),
            "School SIS ID": roster.school.uai,
            "Username": roster.columns["email"][rows],
        }


def read(path: Path, real: bool = False) -> pd.DataFrame:
    """Read the six files back: one row a student, the columns of `CARRIED`."""
    tables = read_set(path, NAME, TABLES, real)
    student = tables["Student"].columns
    sections = tables["Section"].columns
    name_of = dict(zip(sections["SIS ID"], sections["Section Name"], strict=True))
    class_of = {pupil: name_of[section] for section, pupil in members(tables)}
    return pupils_table(
        CARRIED,
        {
            "class": [class_of.get(pupil, "") for pupil in student["SIS ID"]],
            "email": student["Username"],
        },
    )
