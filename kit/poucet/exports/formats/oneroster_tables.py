"""The files of OneRoster 1.1: their columns, in the standard's order, and its rules for them."""

from __future__ import annotations

from poucet.exports.formats.csv_table import Field, Table, fields

_BEGIN = (
    Field("sourcedId", required=True),
    Field("status", values=("active", "tobedeleted")),
    Field("dateLastModified"),
)
_BOOLEAN = ("true", "false")
_ISO = "%Y-%m-%d"

MANIFEST = Table(
    "manifest.csv", fields("propertyName", "value", required=True), key=("propertyName",)
)
ORGS = Table(
    "orgs.csv",
    (
        *_BEGIN,
        Field("name", required=True),
        Field(
            "type",
            required=True,
            values=("department", "school", "district", "local", "state", "national"),
        ),
        Field("identifier"),
        Field("parentSourcedId", refers_to="orgs"),
    ),
    key=("sourcedId",),
)
SESSIONS = Table(
    "academicSessions.csv",
    (
        *_BEGIN,
        Field("title", required=True),
        Field("type", required=True, values=("gradingPeriod", "semester", "schoolYear", "term")),
        *fields("startDate", "endDate", required=True, date=_ISO),
        Field("parentSourcedId", refers_to="academicSessions"),
        Field("schoolYear", required=True),
    ),
    key=("sourcedId",),
)
COURSE_TABLE = Table(
    "courses.csv",
    (
        *_BEGIN,
        Field("schoolYearSourcedId", refers_to="academicSessions"),
        Field("title", required=True),
        *fields("courseCode", "grades"),
        Field("orgSourcedId", required=True, refers_to="orgs"),
        *fields("subjects", "subjectCodes"),
    ),
    key=("sourcedId",),
)
CLASSES = Table(
    "classes.csv",
    (
        *_BEGIN,
        Field("title", required=True),
        Field("grades"),
        Field("courseSourcedId", required=True, refers_to="courses"),
        Field("classCode"),
        Field("classType", required=True, values=("homeroom", "scheduled")),
        Field("location"),
        Field("schoolSourcedId", required=True, refers_to="orgs"),
        Field("termSourcedIds", required=True, refers_to="academicSessions", many=True),
        *fields("subjects", "subjectCodes", "periods"),
    ),
    key=("sourcedId",),
)
USERS = Table(
    "users.csv",
    (
        *_BEGIN,
        Field("enabledUser", required=True, values=_BOOLEAN),
        Field("orgSourcedIds", required=True, refers_to="orgs", many=True),
        Field(
            "role",
            required=True,
            values=(
                "administrator",
                "aide",
                "guardian",
                "parent",
                "proctor",
                "relative",
                "student",
                "teacher",
            ),
        ),
        Field("username", required=True),
        Field("userIds"),
        *fields("givenName", "familyName", required=True),
        *fields("middleName", "identifier", "email", "sms", "phone"),
        Field("agentSourcedIds", refers_to="users", many=True),
        *fields("grades", "password"),
    ),
    key=("sourcedId",),
)
DEMOGRAPHICS = Table(
    "demographics.csv",
    (
        Field("sourcedId", required=True, refers_to="users"),
        *_BEGIN[1:],
        Field("birthDate", date=_ISO),
        Field("sex", values=("male", "female")),
        *fields(
            "americanIndianOrAlaskaNative",
            "asian",
            "blackOrAfricanAmerican",
            "nativeHawaiianOrOtherPacificIslander",
            "white",
            "demographicRaceTwoOrMoreRaces",
            "hispanicOrLatinoEthnicity",
            values=_BOOLEAN,
        ),
        *fields(
            "countryOfBirthCode",
            "stateOfBirthAbbreviation",
            "cityOfBirth",
            "publicSchoolResidenceStatus",
        ),
    ),
    key=("sourcedId",),
    optional=True,
)
ENROLLMENTS = Table(
    "enrollments.csv",
    (
        *_BEGIN,
        Field("classSourcedId", required=True, refers_to="classes"),
        Field("schoolSourcedId", required=True, refers_to="orgs"),
        Field("userSourcedId", required=True, refers_to="users"),
        Field("role", required=True, values=("administrator", "proctor", "student", "teacher")),
        Field("primary", values=_BOOLEAN),
        *fields("beginDate", "endDate", date=_ISO),
    ),
    key=("sourcedId",),
)
TABLES = (
    MANIFEST, ORGS, SESSIONS, COURSE_TABLE, CLASSES, USERS, DEMOGRAPHICS, ENROLLMENTS,
)  # fmt: skip
