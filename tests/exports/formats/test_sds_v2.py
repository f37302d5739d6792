"""School Data Sync 2.1: its headers, and the two words that tell of poverty and of health."""

import csv

from poucet import School, export

HEADERS = {
    "orgs": "sourcedId,name,type,parentSourcedId",
    "users": "sourcedId,username,givenName,familyName,password,activeDirectoryMatchId,email,phone,"
    "sms",
    "roles": "userSourcedId,orgSourcedId,role,sessionSourcedId,grade,isPrimary,roleStartDate,"
    "roleEndDate",
    "classes": "sourcedId,orgSourcedId,title,sessionSourcedIds,courseSourcedId",
    "enrollments": "classSourcedId,userSourcedId,role",
    "academicSessions": "sourcedId,title,type,schoolYear,startDate,endDate",
    "courses": "sourcedId,orgSourcedId,title,code,schoolYearSourcedId,subject,grade",
    "demographics": "userSourcedId,sex,birthDate,birthCity,birthState,birthCountry,ethnicityCodes,"
    "raceCodes",
    "relationships": "userSourcedId,relationshipUserSourcedId,relationshipRole",
    "userFlags": "userSourcedId,flag",
}
SCHOOL = School(seed=8, pupils=600)


def rows(folder, name):
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_headers_are_the_formats(tmp_path):
    export(SCHOOL, "sds-v2.1", tmp_path / "sds")
    found = {
        path.stem: path.read_text(encoding="utf-8").partition("\n")[0]
        for path in (tmp_path / "sds").glob("*.csv")
    }
    assert found == HEADERS


def test_the_flags_tell_who_is_poor_and_who_is_ill(tmp_path):
    export(SCHOOL, "sds-v2.1", tmp_path / "sds")
    email = {user["sourcedId"]: user["email"] for user in rows(tmp_path / "sds", "users")}
    flagged = {"freeLunch": set(), "iep": set(), "504": set()}
    for row in rows(tmp_path / "sds", "userFlags"):
        flagged[row["flag"]].add(email[row["userSourcedId"]])
    pupils = SCHOOL.pupils
    arranged = pupils["accommodation"] != ""
    ill = pupils["accommodation"] == "projet d’accueil individualisé"
    assert flagged["freeLunch"] == set(pupils["email"][pupils["scholarship"]])
    assert flagged["504"] == set(pupils["email"][ill]) != set()
    assert flagged["iep"] == set(pupils["email"][arranged & ~ill]) != set()


def test_guardians_have_phones_and_no_role_at_school(tmp_path):
    export(SCHOOL, "sds-v2.1", tmp_path / "sds")
    users = {user["sourcedId"]: user for user in rows(tmp_path / "sds", "users")}
    roles = {role["userSourcedId"] for role in rows(tmp_path / "sds", "roles")}
    guardians = {
        row["relationshipUserSourcedId"] for row in rows(tmp_path / "sds", "relationships")
    }
    assert guardians | roles == set(users) and not guardians & roles
    fiction = ("199", "261", "353", "465", "536", "639")
    for guardian in guardians:
        phone, sms = users[guardian]["phone"], users[guardian]["sms"]
        assert len(phone) == 12 and phone.startswith("+33") and phone[3:6] in fiction
        assert sms == (phone if phone.startswith("+336") else "")
