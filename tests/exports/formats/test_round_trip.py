"""What leaves comes back: the columns that a format carries, cell for cell."""

import hashlib
import json

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poucet import School, directory, export
from poucet.exports import read_export

# What each format carries of the school's file, in the file's order.
CARRIED = {
    "oneroster": "ine family_name given_name sex birth_date level class email guardian1_phone "
    "guardian2_phone second_language option",
    "sds-v1": "ine family_name given_name birth_date level class email second_language option",
    "sds-v1-min": "class email",
    "sds-v2.1": "family_name given_name sex birth_date level class email guardian1_phone "
    "guardian2_phone second_language option scholarship accommodation",
    "google": "ine family_name given_name level class address postcode commune email "
    "guardian1_phone guardian2_phone",
}
FLAGS = {"": "", "projet d’accueil individualisé": "504"}  # any other arrangement: iep


def expected(school, name):
    sent = directory(school)
    if name == "sds-v2.1":
        sent["accommodation"] = [FLAGS.get(cell, "iep") for cell in sent["accommodation"]]
    return sent[CARRIED[name].split()]


@pytest.mark.parametrize("name", CARRIED)
@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 2**64), pupils=st.integers(1, 90))
def test_reading_back_gives_the_same_table(tmp_path_factory, name, seed, pupils):
    school = School(seed, pupils)
    folder = tmp_path_factory.mktemp("round") / "export"
    export(school, name, folder)
    pd.testing.assert_frame_equal(read_export(name, folder), expected(school, name))


@pytest.mark.parametrize("name", CARRIED)
def test_a_school_of_several_steps_comes_back_whole(tmp_path, name):
    school = School(seed=2, pupils=10_003)
    told = []
    export(school, name, tmp_path / "export", progress=lambda *now: told.append(now))
    pd.testing.assert_frame_equal(read_export(name, tmp_path / "export"), expected(school, name))
    done, totals = zip(*told, strict=True)
    assert list(done) == sorted(done) and done[-1] == totals[0] and len(set(totals)) == 1
    assert len(told) > 1


# Sealed: the same school gives the same bytes on every system and release of NumPy and pandas.
BYTES = {
    "oneroster": "f8b6c794e4c6b10834c0e90d",
    "sds-v1": "0d0a9eeaef65e8e5d4d582f4",
    "sds-v1-min": "8143818140f6bd4d58c94221",
    "sds-v2.1": "4663e5e8d2c632ad161b7817",
    "google": "ae8fd6d26d6c67246927e3dd",
}


@pytest.mark.parametrize("name", CARRIED)
def test_the_same_school_gives_the_same_bytes(tmp_path, name):
    digest = hashlib.sha256()
    for path in export(School(seed=1, pupils=200), name, tmp_path / "export"):
        digest.update(path.name.encode() + b"\n" + path.read_bytes())
    assert digest.hexdigest()[:24] == BYTES[name]


@pytest.mark.parametrize("name", CARRIED)
def test_the_descriptor_is_true_of_every_file(tmp_path, name):
    files = export(School(seed=4, pupils=60), name, tmp_path / "export")
    facts = json.loads((tmp_path / "export" / "datapackage.json").read_text(encoding="utf-8"))
    tables = {
        found["name"]: pd.read_csv(
            tmp_path / "export" / found["path"], dtype=str, keep_default_na=False
        )
        for found in facts["resources"]
    }
    assert {file.name for file in files} == {
        "datapackage.json",
        *(found["path"] for found in facts["resources"]),
    }
    for found in facts["resources"]:
        table, schema = tables[found["name"]], found["schema"]
        assert list(table) == [field["name"] for field in schema["fields"]]
        assert len(table) == found["rows"]
        assert not table.duplicated(schema["primaryKey"]).any()
        for field in schema["fields"]:
            cells = table[field["name"]]
            filled = cells[cells != ""]
            limits = field.get("constraints", {})
            assert len(filled) == len(cells) or not limits.get("required")
            assert filled.isin(limits.get("enum", filled)).all()
            if field["type"] == "date":
                pd.to_datetime(filled, format=field["format"])
        for link in schema.get("foreignKeys", []):
            target = tables[link["reference"]["resource"] or found["name"]]
            known = {"", *target[link["reference"]["fields"][0]]}
            assert set(table[link["fields"][0]]) <= known
