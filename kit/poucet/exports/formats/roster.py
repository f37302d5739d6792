"""The school as an identity service sees it: accounts, groups, guardians, all under opaque ids.

Every roster format says the same in its own words: who exists, who is in which group, who answers
for whom. This module says it once. Accounts get ids that tell nothing (neither the rank in the
school's file nor the INE), so that a format's poorest set is really poor.

What the school's file does not hold is made up in the plainest way: one teacher account a class,
named after it, and guardians called "Responsable 1" and "Responsable 2" with the pupil's family
name. The guardians' phones are the file's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from poucet.exports.formats.progress import STEP, steps_of
from poucet.school.draws import Draws
from poucet.school.identifiers import MAIL_DOMAIN, MOBILE_BLOCK, mail_part

if TYPE_CHECKING:
    from poucet.school import School

# In plain sight on purpose: it opens nothing, and a class sees that passwords travel in such files
FAKE_PASSWORD = "mot-de-passe-factice"

YEAR_ID = "2026-2027"
YEAR_TITLE = "Année scolaire 2026-2027"
YEAR_BEGINS, YEAR_ENDS = "2026-09-01", "2027-07-03"
SCHOOL_YEAR = "2027"  # a school year is called by the year in which it ends

# Years of schooling, counted as the formats do (CEDS): the tenth is the seconde.
GRADES = {"seconde": "10", "première": "11", "terminale": "12"}
LEVELS = {grade: level for level, grade in GRADES.items()}
SEXES = {"F": "female", "M": "male"}
SEX_LETTERS = {word: letter for letter, word in SEXES.items()}


@dataclass(frozen=True)
class Course:
    """What a group is for; its id says which column of the school's file the group comes from."""

    sourced_id: str
    column: str
    title: str
    prefix: str


COURSES = (
    Course("CLASSE", "class", "Vie de classe", ""),
    Course("LV2", "second_language", "Langue vivante 2", "LV2 "),
    Course("OPTION", "option", "Option", "Option "),
)
COURSE_OF = {course.sourced_id: course for course in COURSES}


@dataclass(frozen=True)
class Group:
    """A class, a language group or an option, of the pupils whose column holds `value`."""

    sourced_id: str
    course: Course
    value: str
    grades: tuple[str, ...]

    @property
    def title(self) -> str:
        """The group's name, as teachers see it."""
        return self.course.prefix + self.value


@dataclass(frozen=True)
class Teacher:
    """The account of a class's teacher."""

    sourced_id: str
    group: Group

    @property
    def email(self) -> str:
        """An address that cannot exist."""
        return f"{self.sourced_id}@{MAIL_DOMAIN}"


@dataclass(frozen=True)
class Guardians:
    """Some guardians, one a row: their ids, whom they answer for, what the file says of them."""

    ids: list[str]
    pupils: list[str]
    given_names: list[str]
    family_names: list[str]
    phones: list[str]


class Roster:
    """The accounts and groups of a school.

    Parameters
    ----------
    school : School
        The school that exports.
    """

    def __init__(self, school: School) -> None:
        self.school = school
        self.size = school.size
        self.columns = school.columns
        self._words = Draws(school.seed, "sourced ids").words(school.size)

    def ids(self, rows: slice) -> list[str]:
        """Give the opaque ids of some pupils: 64 random bits each."""
        return [f"{word:016x}" for word in self._words[rows].tolist()]

    def steps(self) -> Iterator[slice]:
        """Cut the pupils into steps that fit in memory."""
        return steps_of(self.size, STEP)

    def grades(self, rows: slice) -> list[str]:
        """Give the years of schooling of some pupils."""
        return [GRADES[level] for level in self.columns["level"][rows]]

    def sexes(self, rows: slice) -> list[str]:
        """Give the sex of some pupils, in the formats' words."""
        return [SEXES[letter] for letter in self.columns["sex"][rows]]

    def births(self, rows: slice) -> list[str]:
        """Give the birth dates of some pupils, as ISO 8601 writes them."""
        return self.columns["birth_date"][rows].astype(str).tolist()

    @cached_property
    def groups(self) -> list[Group]:
        """The groups that have pupils: classes, then languages, then options."""
        groups = []
        for course in COURSES:
            codes = self.school.codes[course.column]
            pairs = np.unique(codes.astype(np.int64) * 4 + self.school.codes["level"])
            levels = self.school.categories["level"]
            for code in np.unique(pairs // 4):
                value = str(self.school.categories[course.column][code])
                if value:
                    grades = tuple(
                        GRADES[levels[pair % 4]] for pair in pairs[pairs // 4 == code].tolist()
                    )
                    name = "-".join(mail_part(word) for word in value.replace("’", " ").split())
                    groups.append(
                        Group(f"{course.sourced_id.lower()}-{name}", course, value, grades)
                    )
        return groups

    @cached_property
    def classes(self) -> list[Group]:
        """The groups that are classes."""
        return [group for group in self.groups if group.course is COURSES[0]]

    @cached_property
    def teachers(self) -> list[Teacher]:
        """One teacher a class."""
        return [
            Teacher(group.sourced_id.replace("classe-", "professeur-"), group)
            for group in self.classes
        ]

    @cached_property
    def _group_ids(self) -> dict[str, dict[str, str]]:
        ids: dict[str, dict[str, str]] = {course.column: {} for course in COURSES}
        for group in self.groups:
            ids[group.course.column][group.value] = group.sourced_id
        return ids

    def memberships(self, rows: slice, course: Course) -> tuple[list[str], list[str]]:
        """Give who of some pupils is in which group of a course: pupils' ids, groups' ids."""
        group_of = self._group_ids[course.column]
        pairs = [
            (pupil, group_of[value])
            for pupil, value in zip(self.ids(rows), self.columns[course.column][rows], strict=True)
            if value
        ]
        return [pupil for pupil, _group in pairs], [group for _pupil, group in pairs]

    def count_memberships(self, course: Course) -> int:
        """Count the pupils who are in a group of a course."""
        return int(np.count_nonzero(self.columns[course.column] != ""))

    def guardians(self, rows: slice) -> Guardians:
        """Give the guardians of some pupils: the pupil's first, then the second if there is one."""
        found = Guardians([], [], [], [], [])
        columns = self.columns
        for pupil, family, *phones in zip(
            self.ids(rows),
            columns["family_name"][rows],
            columns["guardian1_phone"][rows],
            columns["guardian2_phone"][rows],
            strict=True,
        ):
            for rank, phone in enumerate(phones, 1):
                if phone:
                    found.ids.append(f"{pupil}-{rank}")
                    found.pupils.append(pupil)
                    found.given_names.append(f"Responsable {rank}")
                    found.family_names.append(family)
                    found.phones.append(phone)
        return found

    @cached_property
    def count_guardians(self) -> int:
        """How many guardians the file knows."""
        phones = (self.columns[f"guardian{rank}_phone"] for rank in (1, 2))
        return sum(int(np.count_nonzero(column != "")) for column in phones)


def international(phone: str) -> str:
    """Write a French phone number as E.164 does.

    Examples
    --------
    >>> international("06 39 98 12 34"), international("")
    ('+33639981234', '')
    """
    return "+33" + phone.replace(" ", "")[1:] if phone else ""


def national(phone: str) -> str:
    """Write an E.164 number of France as the French do; any other stays as it is.

    Examples
    --------
    >>> national("+33639981234"), national("+4412")
    ('06 39 98 12 34', '+4412')
    """
    if not (phone.startswith("+33") and len(phone) == 12):
        return phone
    digits = "0" + phone[3:]
    return " ".join(digits[at : at + 2] for at in range(0, 10, 2))


def is_mobile(phone: str) -> bool:
    """Tell whether a number of the kit receives texts."""
    return phone.startswith(MOBILE_BLOCK)
