"""The names of the real fields: real exports are opened, and the school is looked for in them."""

import csv

import pytest
from lxml import etree

from poucet import School, export
from poucet.errors import PoucetError
from poucet.exports import read_export
from poucet.exports.service_fields import DIRECTORY_FORMATS, fields
from poucet.i18n import in_language

READING = {"be1d": {"encoding": "iso-8859-1", "delimiter": ";"}}
# Columns that a format may write in words or digits of its own.
RECODED = {"sex", "level", "birth_date", "scholarship", "accommodation"}


@pytest.fixture(scope="module")
def school():
    return School(seed=2, pupils=400)


@pytest.fixture(scope="module")
def folders(school, tmp_path_factory):
    place = tmp_path_factory.mktemp("formats")
    for name in DIRECTORY_FORMATS:
        export(school, name, place / name)
    return place


def cells(folder, field):
    """Give what a file holds in a field, without the kit's own readers."""
    if folder.name == "aaf":
        [path] = folder.glob(f"*_{field.file}_0000.xml")
        found = etree.parse(path).findall(f".//attributes/attr[@name='{field.name}']/value")
        return {value.text or "" for value in found}
    how = READING.get(folder.name, {"encoding": "utf-8", "delimiter": ","})
    with (folder / field.file).open(encoding=how["encoding"], newline="") as file:
        rows = csv.DictReader(file, delimiter=how["delimiter"])
        assert field.name in rows.fieldnames
        return {row[field.name] for row in rows}


def spellings(value):
    """Give the ways a text may be written: as it is, as E.164 does, as ISO-8859-1 can."""
    return {value, "+33" + value.replace(" ", "")[1:], value.replace("’", "'")}


@pytest.mark.parametrize("name", DIRECTORY_FORMATS)
def test_the_columns_are_those_that_come_back(folders, name):
    assert set(fields(name)) == set(read_export(name, folders / name).columns)


@pytest.mark.parametrize("name", DIRECTORY_FORMATS)
def test_each_column_travels_in_the_fields_named(folders, school, name):
    for column, places in fields(name).items():
        written = [cells(folders / name, field) for field in places]
        assert all(any(found) for found in written), (column, places)
        if column in RECODED:
            continue
        for value in set(school.columns[column].tolist()) - {""}:
            assert any(
                any(spelling in cell for spelling in spellings(value))
                for found in written
                for cell in found
            ), (column, value)


@pytest.mark.parametrize("name", DIRECTORY_FORMATS)
def test_the_word_of_a_flag_stands_in_the_file(folders, name):
    for places in fields(name).values():
        for field in places:
            assert not field.word or field.word in cells(folders / name, field), field


def test_the_grant_and_the_arrangements_travel_as_two_flags_and_a_letter():
    assert str(fields("sds-v2.1")["scholarship"][0]) == "userFlags.csv · flag = freeLunch"
    assert [field.word for field in fields("sds-v2.1")["accommodation"]] == ["iep", "504"]
    assert str(fields("aaf")["scholarship"][0]) == "Eleve · ENTEleveBoursier = O"


def test_a_format_that_is_no_directory_is_refused_with_those_that_are():
    with pytest.raises(PoucetError, match=r"moodle.*oneroster"):
        fields("moodle")
    with in_language("en"), pytest.raises(PoucetError, match="is not a directory format"):
        fields("moodle")
