"""The files of School Data Sync 2.1: their columns, in order, and what they may hold."""

from __future__ import annotations

from poucet.exports.formats.csv_table import Field, Table, fields

_ISO = "%Y-%m-%d"

ORGS = Table(
    "orgs.csv",
    (
        *fields("sourcedId", "name", "type", required=True),
        Field("parentSourcedId", refers_to="orgs"),
    ),
    key=("sourcedId",),
)
SESSIONS = Table(
    "academicSessions.csv",
    (
        *fields("sourcedId", "title", "type", "schoolYear", required=True),
        *fields("startDate", "endDate", required=True, date=_ISO),
    ),
    key=("sourcedId",),
)
COURSE_TABLE = Table(
    "courses.csv",
    (
        Field("sourcedId", required=True),
        Field("orgSourcedId", required=True, refers_to="orgs"),
        Field("title", required=True),
        Field("code"),
        Field("schoolYearSourcedId", refers_to="academicSessions"),
        *fields("subject", "grade"),
    ),
    key=("sourcedId",),
)
CLASSES = Table(
    "classes.csv",
    (
        Field("sourcedId", required=True),
        Field("orgSourcedId", required=True, refers_to="orgs"),
        Field("title", required=True),
        Field("sessionSourcedIds", refers_to="academicSessions", many=True),
        Field("courseSourcedId", refers_to="courses"),
    ),
    key=("sourcedId",),
)
USERS = Table(
    "users.csv",
    (
        *fields("sourcedId", "username", required=True),
        *fields(
            "givenName",
            "familyName",
            "password",
            "activeDirectoryMatchId",
            "email",
            "phone",
            "sms",
        ),
    ),
    key=("sourcedId",),
)
ROLES = Table(
    "roles.csv",
    (
        Field("userSourcedId", required=True, refers_to="users"),
        Field("orgSourcedId", required=True, refers_to="orgs"),
        Field("role", required=True),
        Field("sessionSourcedId", refers_to="academicSessions"),
        Field("grade"),
        Field("isPrimary", values=("TRUE", "FALSE")),
        *fields("roleStartDate", "roleEndDate", date=_ISO),
    ),
    key=("userSourcedId", "orgSourcedId", "role", "sessionSourcedId"),
)
ENROLLMENTS = Table(
    "enrollments.csv",
    (
        Field("classSourcedId", required=True, refers_to="classes"),
        Field("userSourcedId", required=True, refers_to="users"),
        Field("role", required=True),
    ),
    key=("classSourcedId", "userSourcedId", "role"),
)
DEMOGRAPHICS = Table(
    "demographics.csv",
    (
        Field("userSourcedId", required=True, refers_to="users"),
        Field("sex"),
        Field("birthDate", date=_ISO),
        *fields("birthCity", "birthState", "birthCountry", "ethnicityCodes", "raceCodes"),
    ),
    key=("userSourcedId",),
    optional=True,
)
RELATIONSHIPS = Table(
    "relationships.csv",
    (
        *fields("userSourcedId", "relationshipUserSourcedId", required=True, refers_to="users"),
        Field("relationshipRole", required=True),
    ),
    key=("userSourcedId", "relationshipUserSourcedId"),
    optional=True,
)
USER_FLAGS = Table(
    "userFlags.csv",
    (
        Field("userSourcedId", required=True, refers_to="users"),
        Field("flag", required=True),
    ),
    key=("userSourcedId", "flag"),
    optional=True,
)
TABLES = (
    ORGS, SESSIONS, COURSE_TABLE, CLASSES, USERS, ROLES, ENROLLMENTS, DEMOGRAPHICS, RELATIONSHIPS,
    USER_FLAGS,
)  # fmt: skip
