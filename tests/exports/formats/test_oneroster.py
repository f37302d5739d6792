"""OneRoster 1.1 by its own rules, checked by a reader that shares nothing with the kit's."""

import csv
import datetime

import pytest

from poucet import School, export

# The standard's tables, in its order.
HEADERS = {
    "manifest": "propertyName,value",
    "users": "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,"
    "givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password",
    "orgs": "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId",
    "classes": "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,"
    "location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods",
    "enrollments": "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,"
    "userSourcedId,role,primary,beginDate,endDate",
    "academicSessions": "sourcedId,status,dateLastModified,title,type,startDate,endDate,"
    "parentSourcedId,schoolYear",
    "courses": "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,"
    "orgSourcedId,subjects,subjectCodes",
    "demographics": "sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,"
    "asian,blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,"
    "demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity,countryOfBirthCode,"
    "stateOfBirthAbbreviation,cityOfBirth,publicSchoolResidenceStatus",
}
LINKS = {
    "users": {"orgSourcedIds": "orgs", "agentSourcedIds": "users"},
    "orgs": {"parentSourcedId": "orgs"},
    "courses": {"schoolYearSourcedId": "academicSessions", "orgSourcedId": "orgs"},
    "classes": {
        "courseSourcedId": "courses",
        "schoolSourcedId": "orgs",
        "termSourcedIds": "academicSessions",
    },
    "enrollments": {
        "classSourcedId": "classes",
        "schoolSourcedId": "orgs",
        "userSourcedId": "users",
    },
    "academicSessions": {"parentSourcedId": "academicSessions"},
    "demographics": {"sourcedId": "users"},
}
SCHOOL = School(seed=9, pupils=300)


@pytest.fixture(scope="module")
def rows(tmp_path_factory):
    folder = tmp_path_factory.mktemp("oneroster") / "export"
    export(SCHOOL, "oneroster", folder)
    found = {}
    for path in folder.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            found[path.stem] = list(csv.DictReader(file))
            file.seek(0)
            assert file.readline() == HEADERS[path.stem] + "\r\n"
    return found


def test_the_manifest_tells_which_files_are_there(rows):
    manifest = {row["propertyName"]: row["value"] for row in rows["manifest"]}
    assert manifest.pop("manifest.version") == "1.0"
    assert manifest.pop("oneroster.version") == "1.1"
    assert manifest.pop("source.systemName") and manifest.pop("source.systemCode")
    bulk = {name for name, value in manifest.items() if value == "bulk"}
    assert bulk == {f"file.{name}" for name in rows if name != "manifest"}
    assert {value for name, value in manifest.items() if name not in bulk} == {"absent"}
    assert len(manifest) == 13  # every data file of the standard is spoken of


def test_ids_are_unique_and_bulk_rows_have_no_status(rows):
    for name in HEADERS.keys() - {"manifest"}:
        ids = [row["sourcedId"] for row in rows[name]]
        assert all(ids) and len(set(ids)) == len(ids)
        assert {(row["status"], row["dateLastModified"]) for row in rows[name]} == {("", "")}


def test_every_object_that_is_spoken_of_is_defined(rows):
    for name, links in LINKS.items():
        for column, target in links.items():
            known = {row["sourcedId"] for row in rows[target]}
            said = {one for row in rows[name] for one in row[column].split(",") if one}
            assert said <= known, (name, column)
            assert said or column == "parentSourcedId"


def test_users_meet_the_rules_of_the_fields(rows):
    for user in rows["users"]:
        assert user["enabledUser"] in ("true", "false")
        assert user["role"] in ("student", "guardian", "teacher")
        assert user["username"] and user["givenName"] and user["familyName"]
        assert user["userIds"] in ("", f"{{INE:{user['identifier']}}}")
        assert user["grades"] in (("10", "11", "12") if user["role"] == "student" else ("",))
    names = [user["username"] for user in rows["users"]]
    assert len(set(names)) == len(names)


def test_guardians_and_pupils_name_each_other(rows):
    agents = {user["sourcedId"]: user["agentSourcedIds"].split(",") for user in rows["users"]}
    role = {user["sourcedId"]: user["role"] for user in rows["users"]}
    for user in rows["users"]:
        if user["role"] == "guardian":
            (pupil,) = agents[user["sourcedId"]]
            assert role[pupil] == "student" and user["sourcedId"] in agents[pupil]
        if user["role"] == "student":
            assert all(role[agent] == "guardian" for agent in agents[user["sourcedId"]])


def test_sessions_courses_classes_and_enrolments_meet_theirs(rows):
    for session in rows["academicSessions"]:
        start, end = map(datetime.date.fromisoformat, (session["startDate"], session["endDate"]))
        assert start < end
        assert session["type"] in ("schoolYear", "term") and session["schoolYear"] == "2027"
    terms = {row["sourcedId"] for row in rows["academicSessions"] if row["type"] == "term"}
    for found in rows["classes"]:
        assert found["classType"] in ("homeroom", "scheduled") and found["title"]
        assert set(found["termSourcedIds"].split(",")) <= terms
        assert set(found["grades"].split(",")) <= {"10", "11", "12"}
    role = {user["sourcedId"]: user["role"] for user in rows["users"]}
    for found in rows["enrollments"]:
        assert found["role"] == role[found["userSourcedId"]]
        assert found["primary"] == ("true" if found["role"] == "teacher" else "false")


def test_no_column_of_race_or_origin_is_filled(rows):
    header = HEADERS["demographics"].split(",")
    assert {row[name] for row in rows["demographics"] for name in header[5:]} == {""}
    assert {row["sex"] for row in rows["demographics"]} == {"male", "female"}


def test_each_pupil_is_in_the_groups_of_the_schools_file(rows):
    title = {row["sourcedId"]: row["title"] for row in rows["classes"]}
    groups = {}
    for row in rows["enrollments"]:
        groups.setdefault(row["userSourcedId"], set()).add(title[row["classSourcedId"]])
    by_ine = {user["identifier"]: user["sourcedId"] for user in rows["users"]}
    class_of = dict(zip(SCHOOL.pupils["ine"], SCHOOL.pupils["class"], strict=True))
    for pupil in SCHOOL.pupils.itertuples():
        expected = {class_of[pupil.ine], f"LV2 {pupil.second_language}"}
        expected |= {f"Option {pupil.option}"} if pupil.option else set()
        assert groups[by_ine[pupil.ine]] == expected
