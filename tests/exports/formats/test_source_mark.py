"""Only the kit's own exports open, unless the caller takes it upon them."""

import json

import pytest

from poucet import School, export
from poucet.errors import PoucetError
from poucet.exports import read_export
from poucet.exports.formats.source_mark import DESCRIPTOR

FORMATS = ["oneroster", "sds-v1", "sds-v1-min", "sds-v2.1", "google"]


def change(folder, edit):
    path = folder / DESCRIPTOR
    facts = json.loads(path.read_text(encoding="utf-8"))
    edit(facts)
    path.write_text(json.dumps(facts), encoding="utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_without_its_mark_an_export_opens_only_as_real(tmp_path, name):
    folder = tmp_path / "export"
    export(School(1, 20), name, folder)
    expected = read_export(name, folder)
    (folder / DESCRIPTOR).unlink()
    with pytest.raises(PoucetError, match="real=True"):
        read_export(name, folder)
    assert read_export(name, folder, real=True).equals(expected)


@pytest.mark.parametrize(
    "edit",
    [
        lambda facts: facts.pop("generator"),
        lambda facts: facts.update(generator="another program"),
        lambda facts: facts.pop("fictitious"),
        lambda facts: facts.update(fictitious="yes"),
        lambda facts: facts.update(fictitious=False),
    ],
)
def test_half_a_mark_is_none(tmp_path, edit):
    folder = tmp_path / "export"
    export(School(1, 5), "google", folder)
    change(folder, edit)
    with pytest.raises(PoucetError, match="ne porte pas la marque"):
        read_export("google", folder)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "[" * 100_000])
def test_a_broken_descriptor_is_no_mark(tmp_path, text):
    folder = tmp_path / "export"
    export(School(1, 5), "google", folder)
    (folder / DESCRIPTOR).write_text(text, encoding="utf-8")
    with pytest.raises(PoucetError, match="ne porte pas la marque"):
        read_export("google", folder)


def test_another_format_and_what_is_no_folder_are_said(tmp_path):
    folder = tmp_path / "export"
    export(School(1, 5), "google", folder)
    with pytest.raises(PoucetError, match=r"au format «.google.»"):
        read_export("oneroster", folder)
    for path in (tmp_path / "nothing", folder / "users.csv"):
        with pytest.raises(PoucetError, match="n’est pas un dossier"):
            read_export("google", path)


@pytest.mark.parametrize(
    "edit",
    [
        lambda facts: facts.pop("resources"),
        lambda facts: facts["resources"].clear(),
        lambda facts: facts["resources"][0].pop("rows"),
        lambda facts: facts["resources"][0]["schema"]["fields"].pop(),
        lambda facts: facts["resources"][0]["schema"]["primaryKey"].append("Employee ID"),
    ],
)
def test_a_descriptor_that_describes_something_else_is_refused(tmp_path, edit):
    folder = tmp_path / "export"
    export(School(1, 5), "google", folder)
    change(folder, edit)
    with pytest.raises(PoucetError, match=r"ne décrit pas users\.csv"):
        read_export("google", folder)


@pytest.mark.parametrize("name", FORMATS)
def test_the_descriptor_tells_neither_the_seed_nor_the_day(tmp_path, name):
    export(School(48_611, 7), name, tmp_path / "export")
    facts = json.loads((tmp_path / "export" / DESCRIPTOR).read_text(encoding="utf-8"))
    assert set(facts) == {"profile", "name", "generator", "fictitious", "resources"}
    assert "48611" not in json.dumps(facts)
