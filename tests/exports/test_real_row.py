import csv
import functools
from collections import defaultdict
from pathlib import Path

import pytest
from lxml import etree

from poucet.errors import PoucetError
from poucet.exports import export
from poucet.exports.real_row import real_row
from poucet.exports.service_fields import DIRECTORY_FORMATS, fields
from poucet.school import School

SCHOOL = School(seed=2)
PUPILS = (30, 534)  # two homes and a grant; an option and an arrangement are looked for below
ENCODINGS = {"be1d": ("iso-8859-1", ";")}


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    folder = tmp_path_factory.mktemp("formats")
    for name in DIRECTORY_FORMATS:
        export(SCHOOL, name, folder / name)
    return folder


@functools.cache
def attributes(path):
    """Give all that stands in each attribute of a file of the AAF."""
    found = defaultdict(set)
    for attribute in etree.parse(path, etree.XMLParser(load_dtd=False)).iterfind(".//attr"):
        found[attribute.get("name")].update(v.text or "" for v in attribute.iterfind("value"))
    return found


def contents(folder, format, field):
    """Give all that stands in a field of the real files."""
    if format == "aaf":
        return attributes(next(folder.glob(f"*_{field.file}_0000.xml")))[field.name]
    encoding, delimiter = ENCODINGS.get(format, ("utf-8-sig", ","))
    with Path(folder, field.file).open(encoding=encoding, newline="") as file:
        return {row[field.name] for row in csv.DictReader(file, delimiter=delimiter)}


def numbers():
    columns = SCHOOL.columns
    some = [int((columns[name] != "").argmax()) + 1 for name in ("option", "accommodation")]
    return sorted({*PUPILS, *some})


@pytest.mark.parametrize("format", DIRECTORY_FORMATS)
def test_every_spelling_stands_in_the_real_field(format, exported):
    seen = {}
    for number in numbers():
        row = real_row(SCHOOL, format, number)
        assert row.keys() == fields(format).keys()
        for column, text in row.items():
            for field in fields(format)[column][:1]:
                key = (field.file, field.name)
                seen.setdefault(key, contents(exported / format, format, field))
                assert not text or text in seen[key], (column, field)


def test_the_record_is_that_of_the_pupil():
    row = real_row(SCHOOL, "aaf", 30)
    assert (row["given_name"], row["address2"], row["scholarship"]) == (
        SCHOOL.columns["given_name"][29],
        SCHOOL.columns["address2"][29],
        "O",
    )
    assert real_row(SCHOOL, "sds-v2.1", 30)["scholarship"] == "freeLunch"


def test_a_format_of_another_kind_is_refused():
    with pytest.raises(PoucetError, match="moodle"):
        real_row(SCHOOL, "moodle", 1)
