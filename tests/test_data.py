"""The tables of data/ are what datapackage.json says they are."""

import csv
import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

DATA = Path(__file__).parents[1] / "data"
PACKAGE = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
RESOURCES = PACKAGE["resources"]
each = pytest.mark.parametrize("resource", RESOURCES, ids=lambda resource: resource["name"])


def rows(resource):
    with (DATA / resource["path"]).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_every_table_is_described_and_every_described_table_exists():
    assert {path.name for path in DATA.glob("*.csv")} == {r["path"] for r in RESOURCES}


@each
def test_the_seal_matches_the_file(resource):
    content = (DATA / resource["path"]).read_bytes()
    assert resource["bytes"] == len(content)
    assert resource["hash"] == "sha256:" + hashlib.sha256(content).hexdigest()
    assert len(content) < 2_000_000


@each
def test_a_title_a_licence_and_a_source_are_given(resource):
    assert resource["title"] and resource["description"] and resource["sources"]
    words = (DATA / "LICENSES.md").read_text(encoding="utf-8")
    assert f"`{resource['path']}`" in words
    for licence in resource["licenses"]:
        assert licence["title"].removesuffix(" License") in words


@each
def test_the_columns_are_those_of_the_schema(resource):
    fields = resource["schema"]["fields"]
    with (DATA / resource["path"]).open(encoding="utf-8", newline="") as lines:
        assert next(csv.reader(lines)) == [field["name"] for field in fields]


@each
def test_every_cell_keeps_the_constraints_of_its_column(resource):
    table = rows(resource)
    assert table
    for field in resource["schema"]["fields"]:
        limits = field.get("constraints", {})
        cells = [row[field["name"]] for row in table]
        filled = [cell for cell in cells if cell != ""]
        if limits.get("required"):
            assert len(filled) == len(cells), field["name"]
        if limits.get("unique"):
            assert len(set(filled)) == len(filled), field["name"]
        if "pattern" in limits:
            assert all(re.fullmatch(limits["pattern"], cell) for cell in filled), field["name"]
        if "enum" in limits:
            assert set(filled) <= set(limits["enum"]), field["name"]
        if field["type"] == "integer":
            assert all(re.fullmatch(r"-?\d+", cell) for cell in filled), field["name"]
            assert min(map(int, filled)) >= limits.get("minimum", float("-inf")), field["name"]


@each
def test_no_two_rows_have_the_same_key(resource):
    key = resource["schema"]["primaryKey"]
    names = [key] if isinstance(key, str) else key
    keys = [tuple(row[name] for name in names) for row in rows(resource)]
    assert len(set(keys)) == len(keys)


def test_the_communes_are_those_of_2026():
    table = next(r for r in RESOURCES if r["name"] == "communes")
    communes = rows(table)
    assert len(communes) == 34_969
    assert sum(int(row["population"] or 0) for row in communes) == 68_952_941
    assert [row["code"] for row in communes] == sorted(row["code"] for row in communes)
    by_name = {(row["name"], row["departement"]): row for row in communes}
    assert by_name["Toulouse", "31"]["postcode"] == "31000"
    assert by_name["Ajaccio", "2A"]["code"] == "2A004"


def test_a_postcode_mostly_begins_like_its_departement():
    """Postcodes follow the post offices, and a few hundred communes are served from next door."""
    communes = rows(next(r for r in RESOURCES if r["name"] == "communes"))
    alike = [
        row["postcode"].startswith(row["departement"].replace("2A", "20").replace("2B", "20"))
        for row in communes
        if row["postcode"]
    ]
    assert 0.995 < sum(alike) / len(alike) < 1


@pytest.mark.parametrize("script", ["seal.py"])
def test_sealing_again_changes_nothing(script, tmp_path):
    for path in DATA.iterdir():
        if path.is_file():
            (tmp_path / path.name).write_bytes(path.read_bytes())
    subprocess.run([sys.executable, tmp_path / script], check=True, capture_output=True)
    sealed = (tmp_path / "datapackage.json").read_bytes()
    assert sealed == (DATA / "datapackage.json").read_bytes()


def test_the_communes_are_rebuilt_from_the_source_package(tmp_path):
    """A package of four places, written here, goes through the script."""
    import io
    import tarfile

    source = [
        {"code": "2B001", "nom": "Deux", "departement": "2B", "region": "94", "population": 5,
         "codesPostaux": ["20001", "20002"], "type": "commune-actuelle"},
        {"code": "01001", "nom": "Un, l’aîné", "departement": "01", "region": "84",
         "population": 7, "codesPostaux": ["01000"], "type": "commune-actuelle"},
        {"code": "01002", "nom": "Ancien", "type": "commune-deleguee"},
        {"code": "98411", "nom": "Île", "departement": "984", "region": "984",
         "type": "commune-actuelle"},
    ]  # fmt: skip
    content = json.dumps(source).encode()
    with tarfile.open(tmp_path / "package.tgz", "w:gz") as archive:
        member = tarfile.TarInfo("package/data/communes.json")
        member.size = len(content)
        archive.addfile(member, io.BytesIO(content))
    script = tmp_path / "build_communes.py"
    script.write_bytes((DATA / script.name).read_bytes())
    subprocess.run(
        [sys.executable, script, tmp_path / "package.tgz"], check=True, capture_output=True
    )
    assert (tmp_path / "communes.csv").read_text(encoding="utf-8").splitlines() == [
        "code,name,departement,region,postcode,population",
        '01001,"Un, l’aîné",01,84,01000,7',
        "2B001,Deux,2B,94,20001,5",
        "98411,Île,984,984,,",
    ]
