"""School Data Sync 1: the full set, and the minimum that works as well."""

import csv

import pandas as pd

from poucet import School, export
from poucet.exports import read_export

FULL = {
    "School.csv": "SIS ID,Name,School Number,School NCES_ID,State ID,Grade Low,Grade High,"
    "Principal SIS ID,Principal Name,Principal Secondary Email,Address,City,State,Country,Zip,"
    "Phone,Zone",
    "Section.csv": "SIS ID,School SIS ID,Section Name,Section Number,Term SIS ID,Term Name,"
    "Term StartDate,Term EndDate,Course SIS ID,Course Name,Course Number,Course Description,"
    "Course Subject,Periods,Status",
    "Student.csv": "SIS ID,School SIS ID,First Name,Last Name,Username,Password,State ID,"
    "Secondary Email,Student Number,Middle Name,Grade,Status,Birthdate,Graduation Year",
    "Teacher.csv": "SIS ID,School SIS ID,First Name,Last Name,Username,Password,State ID,"
    "Teacher Number,Status,Middle Name,Secondary Email,Title,Qualification",
    "StudentEnrollment.csv": "Section SIS ID,SIS ID",
    "TeacherRoster.csv": "Section SIS ID,SIS ID",
}
LEAST = {
    "School.csv": "SIS ID,Name",
    "Section.csv": "SIS ID,School SIS ID,Section Name",
    "Student.csv": "SIS ID,School SIS ID,Username",
    "Teacher.csv": "SIS ID,School SIS ID,Username",
    "StudentEnrollment.csv": "Section SIS ID,SIS ID",
    "TeacherRoster.csv": "Section SIS ID,SIS ID",
}
SCHOOL = School(seed=6, pupils=150)


def headers(folder):
    return {
        path.name: path.read_text(encoding="utf-8").partition("\n")[0]
        for path in folder.glob("*.csv")
    }


def test_the_headers_are_the_formats(tmp_path):
    export(SCHOOL, "sds-v1", tmp_path / "full")
    export(SCHOOL, "sds-v1-min", tmp_path / "least")
    assert headers(tmp_path / "full") == FULL
    assert headers(tmp_path / "least") == LEAST


def test_the_minimum_keeps_sign_in_and_classes_and_tells_nothing_else(tmp_path):
    export(SCHOOL, "sds-v1", tmp_path / "full")
    export(SCHOOL, "sds-v1-min", tmp_path / "least")
    full = read_export("sds-v1", tmp_path / "full")
    least = read_export("sds-v1-min", tmp_path / "least")
    pd.testing.assert_frame_equal(least, full[["class", "email"]])
    text = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "least").glob("*.csv"))
    for pupil in SCHOOL.pupils.itertuples():
        assert pupil.ine not in text and str(pupil.birth_date.date()) not in text
        assert f",{pupil.family_name}," not in text
    assert "LV2" not in text and "Option" not in text


def test_years_of_schooling_end_with_the_baccalaureat(tmp_path):
    export(SCHOOL, "sds-v1", tmp_path / "full")
    with (tmp_path / "full" / "Student.csv").open(encoding="utf-8", newline="") as file:
        pairs = {(row["Grade"], row["Graduation Year"]) for row in csv.DictReader(file)}
    assert pairs == {("10", "2029"), ("11", "2028"), ("12", "2027")}


def test_the_ids_tell_neither_the_rank_nor_the_ine(tmp_path):
    export(SCHOOL, "sds-v1-min", tmp_path / "least")
    students = pd.read_csv(tmp_path / "least" / "Student.csv", dtype=str)
    ids = students["SIS ID"]
    assert ids.is_unique and ids.str.fullmatch("[0-9a-f]{16}").all()
    assert list(ids) != sorted(ids)
    again = School(seed=7, pupils=150)
    export(again, "sds-v1-min", tmp_path / "other")
    other = pd.read_csv(tmp_path / "other" / "Student.csv", dtype=str)["SIS ID"]
    assert not set(ids) & set(other)
