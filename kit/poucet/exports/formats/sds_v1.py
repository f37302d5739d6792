"""Microsoft School Data Sync, version 1, the full set: six CSV files.

What it carries of the school: names, e-mail (as user name), INE ("State ID"), level, birth date,
class, second language and option (as sections one is enrolled in). No sex, no address, no guardian.
A password in clear stands in every account: here the same harmless word for all. The minimum set
(`sds_v1_min`) makes the same service work.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from poucet.exports.formats.csv_checks import ReadTable
from poucet.exports.formats.csv_reading import read_set
from poucet.exports.formats.csv_table import Field, Table, fields
from poucet.exports.formats.csv_writing import Chunk, write_set
from poucet.exports.formats.progress import Progress
from poucet.exports.formats.rebuilding import groups_of, pupils_table
from poucet.exports.formats.roster import (
    COURSES,
    FAKE_PASSWORD,
    GRADES,
    LEVELS,
    YEAR_BEGINS,
    YEAR_ENDS,
    YEAR_ID,
    YEAR_TITLE,
    Course,
    Group,
    Roster,
)

if TYPE_CHECKING:
    import pandas as pd

    from poucet.school import School

NAME = "sds-v1"
CARRIED = (
    "ine", "family_name", "given_name", "birth_date", "level", "class", "email",
    "second_language", "option",
)  # fmt: skip

_ID = Field("SIS ID", required=True)
_SCHOOL_ID = Field("School SIS ID", required=True, refers_to="School")
_USERNAME = Field("Username", required=True)
_STATUS = Field("Status", values=("Active", "Inactive"))
_US_DATE = "%m/%d/%Y"

SCHOOL = Table(
    "School.csv",
    (
        _ID,
        Field("Name", required=True),
        *fields(
            "School Number",
            "School NCES_ID",
            "State ID",
            "Grade Low",
            "Grade High",
            "Principal SIS ID",
            "Principal Name",
            "Principal Secondary Email",
            "Address",
            "City",
            "State",
            "Country",
            "Zip",
            "Phone",
            "Zone",
        ),
    ),
    key=("SIS ID",),
)
SECTION = Table(
    "Section.csv",
    (
        _ID,
        _SCHOOL_ID,
        Field("Section Name", required=True),
        *fields("Section Number", "Term SIS ID", "Term Name"),
        *fields("Term StartDate", "Term EndDate", date=_US_DATE),
        *fields(
            "Course SIS ID",
            "Course Name",
            "Course Number",
            "Course Description",
            "Course Subject",
            "Periods",
        ),
        _STATUS,
    ),
    key=("SIS ID",),
)
STUDENT = Table(
    "Student.csv",
    (
        _ID,
        _SCHOOL_ID,
        *fields("First Name", "Last Name"),
        _USERNAME,
        *fields(
            "Password", "State ID", "Secondary Email", "Student Number", "Middle Name", "Grade"
        ),
        _STATUS,
        Field("Birthdate", date=_US_DATE),
        Field("Graduation Year"),
    ),
    key=("SIS ID",),
)
TEACHER = Table(
    "Teacher.csv",
    (
        _ID,
        _SCHOOL_ID,
        *fields("First Name", "Last Name"),
        _USERNAME,
        *fields("Password", "State ID", "Teacher Number"),
        _STATUS,
        *fields("Middle Name", "Secondary Email", "Title", "Qualification"),
    ),
    key=("SIS ID",),
)
ENROLLMENT = Table(
    "StudentEnrollment.csv",
    (
        Field("Section SIS ID", required=True, refers_to="Section"),
        Field("SIS ID", required=True, refers_to="Student"),
    ),
    key=("Section SIS ID", "SIS ID"),
)
ROSTER = Table(
    "TeacherRoster.csv",
    (
        Field("Section SIS ID", required=True, refers_to="Section"),
        Field("SIS ID", required=True, refers_to="Teacher"),
    ),
    key=("Section SIS ID", "SIS ID"),
)
TABLES = (SCHOOL, SECTION, STUDENT, TEACHER, ENROLLMENT, ROSTER)


def write(school: School, folder: Path, progress: Progress | None = None) -> None:
    """Fill a folder with the school's six files."""
    roster = Roster(school)
    members = sum(roster.count_memberships(course) for course in COURSES)
    write_set(
        folder,
        NAME,
        [
            (SCHOOL, 1, [_school(school)]),
            (SECTION, len(roster.groups), [_sections(roster)]),
            (STUDENT, school.size, _students(roster)),
            (TEACHER, len(roster.teachers), [_teachers(roster)]),
            (ENROLLMENT, members, enrollments(roster, COURSES)),
            (ROSTER, len(roster.teachers), [teaching(roster)]),
        ],
        progress,
    )


def _school(school: School) -> Chunk:
    return {
        "SIS ID": [school.uai],
        "Name": school.name,
        "School Number": school.uai,
        "Grade Low": "10",
        "Grade High": "12",
        "City": "Valmorne",
        "Country": "FR",
        "Zip": "96100",
    }


def section_ids(groups: list[Group], school: School) -> Chunk:
    """Give what every section must have: its id, its school's, its name."""
    return {
        "SIS ID": [group.sourced_id for group in groups],
        "School SIS ID": school.uai,
        "Section Name": [group.title for group in groups],
    }


def _sections(roster: Roster) -> Chunk:
    courses = [group.course for group in roster.groups]
    return {
        **section_ids(roster.groups, roster.school),
        "Term SIS ID": YEAR_ID,
        "Term Name": YEAR_TITLE,
        "Term StartDate": _us_date(YEAR_BEGINS),
        "Term EndDate": _us_date(YEAR_ENDS),
        "Course SIS ID": [course.sourced_id for course in courses],
        "Course Name": [course.title for course in courses],
        "Status": "Active",
    }


def _students(roster: Roster) -> Iterator[Chunk]:
    columns = roster.columns
    for rows in roster.steps():
        grades = roster.grades(rows)
        yield {
            "SIS ID": roster.ids(rows),
            "School SIS ID": roster.school.uai,
            "First Name": columns["given_name"][rows],
            "Last Name": columns["family_name"][rows],
            "Username": columns["email"][rows],
            "Password": FAKE_PASSWORD,
            "State ID": columns["ine"][rows],
            "Grade": grades,
            "Status": "Active",
            "Birthdate": [_us_date(day) for day in roster.births(rows)],
            "Graduation Year": [_graduation(grade) for grade in grades],
        }


def _graduation(grade: str) -> str:
    return str(int(YEAR_ENDS[:4]) + int(GRADES["terminale"]) - int(grade))


def _teachers(roster: Roster) -> Chunk:
    teachers = roster.teachers
    return {
        "SIS ID": [teacher.sourced_id for teacher in teachers],
        "School SIS ID": roster.school.uai,
        "First Name": "Professeur",
        "Last Name": [teacher.group.value for teacher in teachers],
        "Username": [teacher.email for teacher in teachers],
        "Password": FAKE_PASSWORD,
        "Status": "Active",
    }


def enrollments(roster: Roster, courses: tuple[Course, ...]) -> Iterator[Chunk]:
    """Say who is in which section of some courses."""
    for course in courses:
        for rows in roster.steps():
            pupils, groups = roster.memberships(rows, course)
            yield {"Section SIS ID": groups, "SIS ID": pupils}


def teaching(roster: Roster) -> Chunk:
    """Say which class each teacher has."""
    return {
        "Section SIS ID": [teacher.group.sourced_id for teacher in roster.teachers],
        "SIS ID": [teacher.sourced_id for teacher in roster.teachers],
    }


def _us_date(day: str) -> str:
    """Write an ISO date as the format does: 9/1/2026."""
    year, month, of_month = day.split("-")
    return f"{int(month)}/{int(of_month)}/{year}"


def _iso_date(day: str) -> str:
    if not day:
        return ""
    month, of_month, year = day.split("/")
    return f"{year}-{int(month):02d}-{int(of_month):02d}"


def members(tables: dict[str, ReadTable]) -> Iterator[tuple[str, str]]:
    """Give each enrolment as (section, pupil)."""
    enrolled = tables["StudentEnrollment"].columns
    return zip(enrolled["Section SIS ID"], enrolled["SIS ID"], strict=True)


def read(path: Path, real: bool = False) -> pd.DataFrame:
    """Read the six files back: one row a student, the columns of `CARRIED`."""
    tables = read_set(path, NAME, TABLES, real)
    student = tables["Student"].columns
    sections = (tables["Section"], "SIS ID", "Section Name", "Course SIS ID")
    return pupils_table(
        CARRIED,
        {
            "ine": student["State ID"],
            "family_name": student["Last Name"],
            "given_name": student["First Name"],
            "birth_date": [_iso_date(day) for day in student["Birthdate"]],
            "level": [LEVELS.get(grade, grade) for grade in student["Grade"]],
            "email": student["Username"],
            **groups_of(student["SIS ID"], sections, members(tables)),
        },
    )
