"""The primary schools' file: two addresses, no identifier, the letters of 1987."""

import hashlib

import pandas as pd
import pytest

from poucet import School, directory
from poucet.errors import PoucetError
from poucet.exports import export, read_export
from poucet.exports.formats.be1d import CARRIED, in_latin_1

HEADER = (
    "Nom Elève;Nom d'usage Elève;Prénom Elève;Date naissance;Sexe;"
    "Adresse1;Cp1;Commune1;Pays1;Adresse2;Cp2;Commune2;Pays2;Cycle;Niveau;Classe"
)


@pytest.fixture(scope="module")
def school():
    return School(seed=5, pupils=60)


@pytest.fixture
def folder(school, tmp_path):
    export(school, "be1d", tmp_path / "be1d")
    return tmp_path / "be1d"


def lines(folder):
    return (folder / "CSVExtraction.csv").read_bytes().decode("iso-8859-1").split("\r\n")


def rewrite(folder, text, encoding="iso-8859-1"):
    (folder / "CSVExtraction.csv").write_bytes(text.encode(encoding))


def refusal(folder, **how):
    with pytest.raises(PoucetError) as caught:
        read_export("be1d", folder, **how)
    assert "\n" not in str(caught.value)
    return str(caught.value).replace("\xa0", " ")


def test_header_letter_for_letter(folder):
    assert lines(folder)[0] == HEADER


def test_no_identifier_of_any_kind(folder, school):
    text = "\n".join(lines(folder))
    for column in ("ine", "email", "guardian1_phone"):
        assert not any(value in text for value in school.columns[column] if value)


def test_reading_gives_the_columns_back(folder, school):
    expected = directory(school)[list(CARRIED)]
    for name in expected.columns.drop("birth_date"):
        expected[name] = expected[name].map(in_latin_1)
    pd.testing.assert_frame_equal(read_export("be1d", folder), expected)


def test_letters_that_the_alphabet_lacks():
    assert in_latin_1("Œuvre, cœur, L’Haÿ, Ÿ") == "OEuvre, coeur, L'Haÿ, Y"
    with pytest.raises(PoucetError, match="ł"):
        in_latin_1("Wałęsa")


def test_a_name_that_cannot_be_written_leaves_nothing(tmp_path):
    school = School(seed=5, pupils=3)
    school.columns["family_name"][1] = "Wałęsa"
    with pytest.raises(PoucetError, match="Wałęsa"):
        export(school, "be1d", tmp_path / "be1d")
    assert list(tmp_path.iterdir()) == []


def test_semicolons_and_quotes_in_a_name(tmp_path):
    school = School(seed=5, pupils=3)
    school.columns["family_name"][1] = 'Petit; dit "Poucet"'
    export(school, "be1d", tmp_path / "be1d")
    found = read_export("be1d", tmp_path / "be1d")
    assert found.loc[1, "family_name"] == 'Petit; dit "Poucet"'


def test_the_same_bytes_everywhere(folder):
    text = (folder / "CSVExtraction.csv").read_bytes()
    assert hashlib.sha256(text).hexdigest()[:16] == "b3f982abf025db25"


def test_without_the_mark(folder):
    (folder / "datapackage.json").unlink()
    assert "real=True" in refusal(folder)
    assert len(read_export("be1d", folder, real=True)) == 60


def test_a_file_with_one_thing_wrong(folder):
    whole = "\r\n".join(lines(folder))
    second = lines(folder)[1]
    cells = second.split(";")
    for wrong, line, said in (
        (whole.replace("Prénom Elève", "Prenom Eleve", 1), 1, "Prénom Elève"),
        (whole[: len(whole) // 2], None, "ligne"),
        (whole.replace(second + "\r\n", ""), 60, "59"),
        (whole.replace(f";{cells[3]};", ";31/02/2010;", 1), 2, "31/02/2010"),
        (whole.replace(f"{cells[3]};{cells[4]};", f"{cells[3]};fille;", 1), 2, "fille"),
        (whole.replace(second, ";" + second.partition(";")[2], 1), 2, "Nom Elève"),
    ):
        assert wrong != whole
        rewrite(folder, wrong)
        sentence = refusal(folder)
        assert said in sentence and (line is None or f"ligne {line} " in sentence), sentence


def test_a_file_saved_as_utf_8(folder):
    rewrite(folder, "\r\n".join(lines(folder)), "utf-8")
    assert "ISO-8859-1" in refusal(folder) and "ligne 1 " in refusal(folder)
