"""OneRoster 1.1 CSV: the rosters standard of 1EdTech, as a bulk set.

What it carries of the school: pupils with their INE (`identifier`, `userIds`), names, e-mail, level
(`grades`); guardians as accounts of their own, tied to the pupil by `agentSourcedIds`, with their
phones; birth date and sex (`demographics`); class, second language and option, each a group one is
enrolled in. No home address, meals, transport or grants. In a bulk set `status` and
`dateLastModified` are there and blank. The standard also has a column a race and one for Hispanic
origin: no French school may fill them, they stay blank here, and the header alone is worth a talk.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from poucet.exports.formats.csv_checks import ReadTable, wrong
from poucet.exports.formats.csv_reading import read_set
from poucet.exports.formats.csv_table import Table
from poucet.exports.formats.csv_writing import Chunk, write_set
from poucet.exports.formats.oneroster_tables import (
    CLASSES,
    COURSE_TABLE,
    DEMOGRAPHICS,
    ENROLLMENTS,
    MANIFEST,
    ORGS,
    SESSIONS,
    TABLES,
    USERS,
)
from poucet.exports.formats.progress import Progress
from poucet.exports.formats.rebuilding import aligned, at, first_two, groups_of, pupils_table
from poucet.exports.formats.roster import (
    COURSES,
    FAKE_PASSWORD,
    GRADES,
    LEVELS,
    SCHOOL_YEAR,
    SEX_LETTERS,
    YEAR_BEGINS,
    YEAR_ENDS,
    YEAR_ID,
    YEAR_TITLE,
    Roster,
    is_mobile,
)
from poucet.i18n import gettext as _

if TYPE_CHECKING:
    import pandas as pd

    from poucet.school import School

NAME = "oneroster"
CARRIED = (
    "ine", "family_name", "given_name", "sex", "birth_date", "level", "class", "email",
    "guardian1_phone", "guardian2_phone", "second_language", "option",
)  # fmt: skip

_TERMS = (
    ("trimestre-1", "Premier trimestre", YEAR_BEGINS, "2026-11-30"),
    ("trimestre-2", "Deuxième trimestre", "2026-12-01", "2027-03-07"),
    ("trimestre-3", "Troisième trimestre", "2027-03-08", YEAR_ENDS),
)
_ABSENT = (
    "categories", "classResources", "courseResources", "lineItems", "resources", "results",
)  # fmt: skip
_VERSIONS = {"manifest.version": "1.0", "oneroster.version": "1.1"}


def write(school: School, folder: Path, progress: Progress | None = None) -> None:
    """Fill a folder with the school's OneRoster set."""
    roster = Roster(school)
    members = sum(roster.count_memberships(course) for course in COURSES)
    write_set(
        folder,
        NAME,
        [
            (MANIFEST, len(_manifest()), [_chunk(MANIFEST, _manifest())]),
            (ORGS, 1, [_orgs(school)]),
            (SESSIONS, 1 + len(_TERMS), [_sessions()]),
            (COURSE_TABLE, len(COURSES), [_courses(school)]),
            (CLASSES, len(roster.groups), [_classes(roster)]),
            (
                USERS,
                school.size + roster.count_guardians + len(roster.teachers),
                _users(roster),
            ),
            (DEMOGRAPHICS, school.size, _demographics(roster)),
            (ENROLLMENTS, members + len(roster.teachers), _enrollments(roster)),
        ],
        progress,
    )


def _chunk(table: Table, rows: list[tuple[str, ...]]) -> Chunk:
    return dict(zip(table.header, zip(*rows, strict=True), strict=True))


def _manifest() -> list[tuple[str, ...]]:
    here = {table.name for table in TABLES}
    kinds = {f"file.{name}": "bulk" for name in here} | {
        f"file.{name}": "absent" for name in _ABSENT
    }
    del kinds["file.manifest"]
    return [
        *_VERSIONS.items(),
        *sorted(kinds.items()),
        ("source.systemName", "poucet"),
        ("source.systemCode", "poucet"),
    ]


def _orgs(school: School) -> Chunk:
    return {
        "sourcedId": [school.uai],
        "name": school.name,
        "type": "school",
        "identifier": school.uai,
    }


def _sessions() -> Chunk:
    rows = [(YEAR_ID, YEAR_TITLE, YEAR_BEGINS, YEAR_ENDS), *_TERMS]
    ids, titles, starts, ends = zip(*rows, strict=True)
    return {
        "sourcedId": ids,
        "title": titles,
        "type": ["schoolYear"] + ["term"] * len(_TERMS),
        "startDate": starts,
        "endDate": ends,
        "parentSourcedId": [""] + [YEAR_ID] * len(_TERMS),
        "schoolYear": SCHOOL_YEAR,
    }


def _courses(school: School) -> Chunk:
    return {
        "sourcedId": [course.sourced_id for course in COURSES],
        "schoolYearSourcedId": YEAR_ID,
        "title": [course.title for course in COURSES],
        "courseCode": [course.sourced_id for course in COURSES],
        "grades": ",".join(GRADES.values()),
        "orgSourcedId": school.uai,
    }


def _classes(roster: Roster) -> Chunk:
    groups = roster.groups
    return {
        "sourcedId": [group.sourced_id for group in groups],
        "title": [group.title for group in groups],
        "grades": [",".join(group.grades) for group in groups],
        "courseSourcedId": [group.course.sourced_id for group in groups],
        "classType": [
            "homeroom" if group.course is COURSES[0] else "scheduled" for group in groups
        ],
        "schoolSourcedId": roster.school.uai,
        "termSourcedIds": ",".join(term[0] for term in _TERMS),
    }


def _users(roster: Roster) -> Iterator[Chunk]:
    columns, org = roster.columns, roster.school.uai
    for rows in roster.steps():
        ines = columns["ine"][rows].tolist()
        some = roster.guardians(rows)
        guardians = first_two(zip(some.pupils, some.ids, strict=True))
        yield {
            "sourcedId": roster.ids(rows),
            "enabledUser": "true",
            "orgSourcedIds": org,
            "role": "student",
            "username": columns["email"][rows],
            "userIds": [f"{{INE:{ine}}}" for ine in ines],
            "givenName": columns["given_name"][rows],
            "familyName": columns["family_name"][rows],
            "identifier": ines,
            "email": columns["email"][rows],
            "agentSourcedIds": [",".join(guardians.get(pupil, [])) for pupil in roster.ids(rows)],
            "grades": roster.grades(rows),
            "password": FAKE_PASSWORD,
        }
    for rows in roster.steps():
        some = roster.guardians(rows)
        yield {
            "sourcedId": some.ids,
            "enabledUser": "false",
            "orgSourcedIds": org,
            "role": "guardian",
            "username": some.ids,
            "givenName": some.given_names,
            "familyName": some.family_names,
            "sms": [phone if is_mobile(phone) else "" for phone in some.phones],
            "phone": some.phones,
            "agentSourcedIds": some.pupils,
        }
    teachers = roster.teachers
    yield {
        "sourcedId": [teacher.sourced_id for teacher in teachers],
        "enabledUser": "true",
        "orgSourcedIds": org,
        "role": "teacher",
        "username": [teacher.email for teacher in teachers],
        "givenName": "Professeur",
        "familyName": [teacher.group.value for teacher in teachers],
        "email": [teacher.email for teacher in teachers],
        "password": FAKE_PASSWORD,
    }


def _demographics(roster: Roster) -> Iterator[Chunk]:
    for rows in roster.steps():
        yield {
            "sourcedId": roster.ids(rows),
            "birthDate": roster.births(rows),
            "sex": roster.sexes(rows),
        }


def _enrollments(roster: Roster) -> Iterator[Chunk]:
    org = roster.school.uai
    for course in COURSES:
        for rows in roster.steps():
            pupils, groups = roster.memberships(rows, course)
            yield {
                "sourcedId": [f"{g}.{p}" for g, p in zip(groups, pupils, strict=True)],
                "classSourcedId": groups,
                "schoolSourcedId": org,
                "userSourcedId": pupils,
                "role": "student",
                "primary": "false",
            }
    teachers = roster.teachers
    yield {
        "sourcedId": [f"{t.group.sourced_id}.{t.sourced_id}" for t in teachers],
        "classSourcedId": [teacher.group.sourced_id for teacher in teachers],
        "schoolSourcedId": org,
        "userSourcedId": [teacher.sourced_id for teacher in teachers],
        "role": "teacher",
        "primary": "true",
    }


def read(path: Path, real: bool = False) -> pd.DataFrame:
    """Read a bulk set back: one row a student, the columns of `CARRIED`."""
    tables = read_set(path, NAME, TABLES, real)
    _check_manifest(tables["manifest"])
    users = tables["users"].columns
    student = [row for row, role in enumerate(users["role"]) if role == "student"]
    pupils = [users["sourcedId"][row] for row in student]
    known = aligned(tables["demographics"], "sourcedId", pupils)
    phone_of = dict(zip(users["sourcedId"], users["phone"], strict=True))
    phones = [
        [phone_of[agent.strip()] for agent in users["agentSourcedIds"][row].split(",") if agent]
        for row in student
    ]
    enrolled = tables["enrollments"].columns
    members = zip(enrolled["classSourcedId"], enrolled["userSourcedId"], strict=True)
    groups = (tables["classes"], "sourcedId", "title", "courseSourcedId")
    return pupils_table(
        CARRIED,
        {
            "ine": [users["identifier"][row] for row in student],
            "family_name": [users["familyName"][row] for row in student],
            "given_name": [users["givenName"][row] for row in student],
            "sex": [SEX_LETTERS.get(word, "") for word in known["sex"]],
            "birth_date": known["birthDate"],
            "level": [LEVELS.get(users["grades"][row], users["grades"][row]) for row in student],
            "email": [users["email"][row] for row in student],
            "guardian1_phone": [at(two, 0) for two in phones],
            "guardian2_phone": [at(two, 1) for two in phones],
            **groups_of(pupils, groups, members),
        },
    )


def _check_manifest(manifest: ReadTable) -> None:
    """Refuse what is no bulk set of OneRoster 1.1."""
    names = manifest.columns["propertyName"]
    values = dict(zip(names, manifest.columns["value"], strict=True))
    wanted = _VERSIONS | {f"file.{table.name}": "bulk" for table in TABLES[1:]}
    for name, value in wanted.items():
        if values.get(name) != value:
            line = manifest.lines[names.index(name)] if name in values else 1
            raise wrong(
                manifest.path,
                line,
                _(
                    "« {name} » vaut « {found} » au lieu de « {value} » : le kit lit les exports "
                    "complets (bulk) de OneRoster 1.1."
                ).format(name=name, found=values.get(name, ""), value=value),
            )
