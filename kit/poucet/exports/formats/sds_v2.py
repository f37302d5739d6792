"""Microsoft School Data Sync, version 2.1: ten CSV files, the three optional ones included.

What it carries of the school: names, e-mail, level, class, second language and option; birth date
and sex (`demographics`); guardians as accounts with their phones (`relationships`); and in
`userFlags` the point of the lesson: ``freeLunch`` for the holders of a grant, ``iep`` and ``504``
for pupils with arrangements for a disability or an illness. Two harmless-looking words tell of
poverty and of health. No INE, no address.

The flags are coarser than the school's file, so one column comes back changed: `accommodation`
holds the flag (``"504"`` for a "projet d’accueil individualisé", which answers an illness,
``"iep"`` for any other arrangement, empty for none), not the arrangement.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from poucet.exports.formats.csv_reading import read_set
from poucet.exports.formats.csv_writing import Chunk, write_set
from poucet.exports.formats.progress import Progress
from poucet.exports.formats.rebuilding import aligned, at, first_two, groups_of, pupils_table
from poucet.exports.formats.roster import (
    COURSES,
    FAKE_PASSWORD,
    LEVELS,
    SCHOOL_YEAR,
    SEX_LETTERS,
    YEAR_BEGINS,
    YEAR_ENDS,
    YEAR_ID,
    YEAR_TITLE,
    Roster,
    international,
    is_mobile,
    national,
)
from poucet.exports.formats.sds_v2_tables import (
    CLASSES,
    COURSE_TABLE,
    DEMOGRAPHICS,
    ENROLLMENTS,
    ORGS,
    RELATIONSHIPS,
    ROLES,
    SESSIONS,
    TABLES,
    USER_FLAGS,
    USERS,
)

if TYPE_CHECKING:
    import pandas as pd

    from poucet.school import School

NAME = "sds-v2.1"
CARRIED = (
    "family_name", "given_name", "sex", "birth_date", "level", "class", "email",
    "guardian1_phone", "guardian2_phone", "second_language", "option", "scholarship",
    "accommodation",
)  # fmt: skip

ILLNESS = "projet d’accueil individualisé"
FLAGS = ("freeLunch", "iep", "504")


def write(school: School, folder: Path, progress: Progress | None = None) -> None:
    """Fill a folder with the school's ten files."""
    roster = Roster(school)
    teachers = len(roster.teachers)
    members = sum(roster.count_memberships(course) for course in COURSES)
    flagged = np.count_nonzero(school.columns["scholarship"]) + np.count_nonzero(
        school.columns["accommodation"] != ""
    )
    write_set(
        folder,
        NAME,
        [
            (ORGS, 1, [{"sourcedId": [school.uai], "name": school.name, "type": "school"}]),
            (SESSIONS, 1, [_year()]),
            (COURSE_TABLE, len(COURSES), [_courses(school)]),
            (CLASSES, len(roster.groups), [_classes(roster)]),
            (USERS, school.size + roster.count_guardians + teachers, _users(roster)),
            (ROLES, school.size + teachers, _roles(roster)),
            (ENROLLMENTS, members + teachers, _enrollments(roster)),
            (DEMOGRAPHICS, school.size, _demographics(roster)),
            (RELATIONSHIPS, roster.count_guardians, _relationships(roster)),
            (USER_FLAGS, int(flagged), _flags(roster)),
        ],
        progress,
    )


def _year() -> Chunk:
    return {
        "sourcedId": [YEAR_ID],
        "title": YEAR_TITLE,
        "type": "schoolYear",
        "schoolYear": SCHOOL_YEAR,
        "startDate": YEAR_BEGINS,
        "endDate": YEAR_ENDS,
    }


def _courses(school: School) -> Chunk:
    return {
        "sourcedId": [course.sourced_id for course in COURSES],
        "orgSourcedId": school.uai,
        "title": [course.title for course in COURSES],
        "code": [course.sourced_id for course in COURSES],
        "schoolYearSourcedId": YEAR_ID,
    }


def _classes(roster: Roster) -> Chunk:
    return {
        "sourcedId": [group.sourced_id for group in roster.groups],
        "orgSourcedId": roster.school.uai,
        "title": [group.title for group in roster.groups],
        "sessionSourcedIds": YEAR_ID,
        "courseSourcedId": [group.course.sourced_id for group in roster.groups],
    }


def _users(roster: Roster) -> Iterator[Chunk]:
    columns = roster.columns
    for rows in roster.steps():
        email = columns["email"][rows]
        yield {
            "sourcedId": roster.ids(rows),
            "username": email,
            "givenName": columns["given_name"][rows],
            "familyName": columns["family_name"][rows],
            "password": FAKE_PASSWORD,
            "activeDirectoryMatchId": email,
            "email": email,
        }
    for rows in roster.steps():
        some = roster.guardians(rows)
        yield {
            "sourcedId": some.ids,
            "username": some.ids,
            "givenName": some.given_names,
            "familyName": some.family_names,
            "phone": [international(phone) for phone in some.phones],
            "sms": [international(phone) if is_mobile(phone) else "" for phone in some.phones],
        }
    teachers = roster.teachers
    emails = [teacher.email for teacher in teachers]
    yield {
        "sourcedId": [teacher.sourced_id for teacher in teachers],
        "username": emails,
        "givenName": "Professeur",
        "familyName": [teacher.group.value for teacher in teachers],
        "password": FAKE_PASSWORD,
        "activeDirectoryMatchId": emails,
        "email": emails,
    }


def _roles(roster: Roster) -> Iterator[Chunk]:
    same = {
        "orgSourcedId": roster.school.uai,
        "sessionSourcedId": YEAR_ID,
        "isPrimary": "TRUE",
        "roleStartDate": YEAR_BEGINS,
        "roleEndDate": YEAR_ENDS,
    }
    for rows in roster.steps():
        yield {
            "userSourcedId": roster.ids(rows),
            "role": "student",
            "grade": roster.grades(rows),
            **same,
        }
    yield {"userSourcedId": [t.sourced_id for t in roster.teachers], "role": "teacher", **same}


def _enrollments(roster: Roster) -> Iterator[Chunk]:
    for course in COURSES:
        for rows in roster.steps():
            pupils, groups = roster.memberships(rows, course)
            yield {"classSourcedId": groups, "userSourcedId": pupils, "role": "student"}
    yield {
        "classSourcedId": [teacher.group.sourced_id for teacher in roster.teachers],
        "userSourcedId": [teacher.sourced_id for teacher in roster.teachers],
        "role": "teacher",
    }


def _demographics(roster: Roster) -> Iterator[Chunk]:
    for rows in roster.steps():
        yield {
            "userSourcedId": roster.ids(rows),
            "sex": roster.sexes(rows),
            "birthDate": roster.births(rows),
        }


def _relationships(roster: Roster) -> Iterator[Chunk]:
    for rows in roster.steps():
        some = roster.guardians(rows)
        yield {
            "userSourcedId": some.pupils,
            "relationshipUserSourcedId": some.ids,
            "relationshipRole": "guardian",
        }


def flag_of(accommodation: str) -> str:
    """Give the flag that an arrangement for a pupil becomes.

    Examples
    --------
    >>> flag_of("tiers-temps"), flag_of(ILLNESS), flag_of("")
    ('iep', '504', '')
    """
    if accommodation == ILLNESS:
        return "504"
    return "iep" if accommodation else ""


def _flags(roster: Roster) -> Iterator[Chunk]:
    columns = roster.columns
    for rows in roster.steps():
        flags = [
            (pupil, flag)
            for pupil, grant, arrangement in zip(
                roster.ids(rows),
                columns["scholarship"][rows],
                columns["accommodation"][rows],
                strict=True,
            )
            for flag in ("freeLunch" if grant else "", flag_of(arrangement))
            if flag
        ]
        yield {
            "userSourcedId": [pupil for pupil, _flag in flags],
            "flag": [flag for _pupil, flag in flags],
        }


def read(path: Path, real: bool = False) -> pd.DataFrame:
    """Read the ten files back: one row a student, the columns of `CARRIED`."""
    tables = read_set(path, NAME, TABLES, real)
    roles = tables["roles"].columns
    grade_of = {
        user: grade
        for user, role, grade in zip(
            roles["userSourcedId"], roles["role"], roles["grade"], strict=True
        )
        if role == "student"
    }
    users = tables["users"].columns
    student = [row for row, user in enumerate(users["sourcedId"]) if user in grade_of]
    pupils = [users["sourcedId"][row] for row in student]
    known = aligned(tables["demographics"], "userSourcedId", pupils)
    phone_of = dict(zip(users["sourcedId"], users["phone"], strict=True))
    ties = tables["relationships"].columns
    guardians = first_two(
        zip(ties["userSourcedId"], ties["relationshipUserSourcedId"], strict=True)
    )
    phones = [[national(phone_of[one]) for one in guardians.get(p, [])] for p in pupils]
    enrolled = tables["enrollments"].columns
    members = zip(enrolled["classSourcedId"], enrolled["userSourcedId"], strict=True)
    groups = (tables["classes"], "sourcedId", "title", "courseSourcedId")
    flags = tables["userFlags"].columns
    flagged: dict[str, set[str]] = {flag: set() for flag in FLAGS}
    for user, flag in zip(flags["userSourcedId"], flags["flag"], strict=True):
        flagged.setdefault(flag, set()).add(user)
    return pupils_table(
        CARRIED,
        {
            "family_name": [users["familyName"][row] for row in student],
            "given_name": [users["givenName"][row] for row in student],
            "sex": [SEX_LETTERS.get(word, "") for word in known["sex"]],
            "birth_date": known["birthDate"],
            "level": [LEVELS.get(grade_of[pupil], grade_of[pupil]) for pupil in pupils],
            "email": [users["email"][row] for row in student],
            "guardian1_phone": [at(two, 0) for two in phones],
            "guardian2_phone": [at(two, 1) for two in phones],
            **groups_of(pupils, groups, members),
            "scholarship": [pupil in flagged["freeLunch"] for pupil in pupils],
            "accommodation": [
                next((flag for flag in ("504", "iep") if pupil in flagged[flag]), "")
                for pupil in pupils
            ],
        },
    )
