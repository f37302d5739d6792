"""Every defect of a CSV set is one sentence with its file and line, and nothing is loaded."""

import csv
import re
import shutil

import pytest

from poucet import School, export
from poucet.errors import PoucetError
from poucet.exports import read_export
from poucet.i18n import in_language


@pytest.fixture(scope="module")
def exports(tmp_path_factory):
    place = tmp_path_factory.mktemp("exports")
    for name in ("oneroster", "sds-v1", "sds-v2.1", "google"):
        export(School(seed=5, pupils=40), name, place / name)
    return place


@pytest.fixture
def damaged(exports, tmp_path):
    """Read an export of which one file's bytes were changed, and give the sentence."""

    def read(name, file, change, real=False):
        folder = tmp_path / name
        shutil.copytree(exports / name, folder)
        if real:
            (folder / "datapackage.json").unlink()
        path = folder / file
        before = path.read_bytes()
        after = change(before)
        assert after != before
        path.write_bytes(after)
        with pytest.raises(PoucetError) as caught:
            read_export(name, folder, real=real)
        sentence = str(caught.value)
        assert "\n" not in sentence and sentence.count(". ") == 0 and sentence.endswith(".")
        with in_language("en"), pytest.raises(PoucetError) as caught:
            read_export(name, folder, real=real)
        assert str(caught.value) != sentence
        return re.sub(r"\s", " ", sentence)

    return read


def line(number, change):
    """Change one line, the header being line 1; give a change of a whole file."""

    def whole(content):
        lines = content.split(b"\r\n")
        lines[number - 1] = change(lines[number - 1])
        return b"\r\n".join(lines)

    return whole


def cell(number, column, value):
    """Replace one cell; `column` counts from 0."""

    def rewritten(text):
        (row,) = csv.reader([text.decode()])
        row[column] = value
        return ",".join(f'"{part}"' if "," in part else part for part in row).encode()

    return line(number, rewritten)


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("oneroster", "users.csv"),
        ("oneroster", "enrollments.csv"),
        ("sds-v1", "Student.csv"),
        ("sds-v2.1", "userFlags.csv"),
        ("google", "users.csv"),
    ],
)
def test_a_file_cut_anywhere_is_refused(exports, damaged, tmp_path, name, file):
    content = (exports / name / file).read_bytes()
    for share in (0, 0.3, 0.7):
        cut = int(share * len(content))
        sentence = damaged(name, file, lambda whole, cut=cut: whole[:cut])
        last = content[:cut].count(b"\n") + 1
        assert sentence.startswith(f"{file}, ligne {last} : "), sentence
        shutil.rmtree(tmp_path / name)


def test_a_file_cut_between_two_lines_is_refused_too(damaged):
    sentence = damaged(
        "google", "users.csv", lambda whole: b"".join(whole.splitlines(keepends=True)[:31])
    )
    assert sentence == (
        "users.csv, ligne 31 : le fichier a 30 lignes de données au lieu de 40 : il est tronqué ou "
        "a été modifié, refaites l’export."
    )


def test_a_wrong_encoding_is_found_at_its_line(exports, damaged):
    content = (exports / "google" / "users.csv").read_bytes().decode()
    rows = content.split("\r\n")
    accented = next(i for i, row in enumerate(rows, 1) if not row.isascii())
    sentence = damaged("google", "users.csv", lambda whole: whole.decode().encode("cp1252"))
    assert sentence.startswith(f"users.csv, ligne {accented} : le texte n’est pas en UTF-8")


def test_utf_16_is_a_wrong_encoding(damaged):
    sentence = damaged("google", "users.csv", lambda whole: whole.decode().encode("utf-16"))
    assert sentence.startswith("users.csv, ligne 1 : le texte n’est pas en UTF-8")


def test_zero_bytes_are_refused(damaged):
    sentence = damaged("google", "users.csv", line(7, lambda row: row + b"\0"))
    assert sentence.startswith("users.csv, ligne 7 : le texte n’est pas en UTF-8")


def test_a_missing_column_is_named(damaged):
    def without_sex(whole):
        rows = [row.split(b",") for row in whole.split(b"\r\n")]
        return b"\r\n".join(b",".join(row[:4] + row[5:]) for row in rows)

    sentence = damaged("oneroster", "demographics.csv", without_sex)
    assert sentence == (
        "demographics.csv, ligne 1 : la colonne « sex » manque : refaites l’export."
    )


def test_a_misspelt_column_is_recognised(damaged):
    sentence = damaged(
        "oneroster", "users.csv", line(1, lambda row: row.replace(b"familyName", b"famillyNam"))
    )
    assert sentence == (
        "users.csv, ligne 1 : la colonne « familyName » manque, et « famillyNam » lui ressemble : "
        "corrigez l’en-tête."
    )


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda row: row.replace(b"sourcedId,username", b"username,sourcedId"), "à la place de"),
        (lambda row: row.replace(b"phone,sms", b"phone,phone"), "là deux fois"),
        (lambda row: row + b",smss", "la plus proche est « sms »"),
        (lambda row: row.replace(b",", b";"), "manque"),
    ],
)
def test_a_header_that_is_not_the_formats_is_refused(damaged, change, words):
    sentence = damaged("sds-v2.1", "users.csv", line(1, change))
    assert sentence.startswith("users.csv, ligne 1 : ") and words in sentence


@pytest.mark.parametrize(
    ("name", "file", "change", "words"),
    [
        ("sds-v1", "Student.csv", line(9, lambda row: row + b",more"), "15 valeurs au lieu de 14"),
        ("sds-v1", "Student.csv", line(9, lambda row: row[:30]), "valeurs au lieu de 14"),
        ("sds-v1", "Student.csv", line(9, lambda row: b""), "0 valeurs au lieu de 14"),
        ("sds-v1", "Student.csv", line(9, lambda row: b'"a"' + row), "guillemet"),
        ("sds-v1", "Student.csv", line(9, lambda row: b'"' + row), "guillemet"),
        ("sds-v1", "Student.csv", cell(9, 4, ""), "la colonne « Username » est vide"),
        ("sds-v1", "Student.csv", cell(9, 12, "31/12/2010"), "une date comme 03/31/2010"),
        ("sds-v1", "Student.csv", cell(9, 11, "Gone"), "au lieu de : Active, Inactive"),
        ("oneroster", "demographics.csv", cell(9, 3, "2010-02-30"), "une date comme 2010-03-31"),
        ("oneroster", "demographics.csv", cell(9, 3, "2010-2-3"), "une date comme 2010-03-31"),
        ("oneroster", "demographics.csv", cell(9, 4, "F"), "au lieu de : male, female"),
        ("oneroster", "users.csv", cell(9, 5, "pupil"), "contient « pupil » au lieu de"),
        ("oneroster", "users.csv", cell(9, 1, "Active"), "contient « Active » au lieu de"),
        ("google", "users.csv", cell(9, 5, "/Élèves"), "n’est pas un chemin"),
        ("google", "users.csv", cell(9, 15, "Valmorne"), "n’est pas une adresse"),
    ],
)  # fmt: skip
def test_a_bad_row_is_found_at_its_line(damaged, name, file, change, words):
    sentence = damaged(name, file, change)
    assert sentence.startswith(f"{file}, ligne 9 : ")
    assert words in sentence


@pytest.mark.parametrize(
    ("name", "file", "column"),
    [
        ("oneroster", "users.csv", 0),
        ("oneroster", "enrollments.csv", 0),
        ("sds-v1", "Student.csv", 0),
        ("google", "users.csv", 2),
    ],
)
def test_a_duplicate_id_is_found_with_the_line_of_the_first(exports, damaged, name, file, column):
    with (exports / name / file).open(encoding="utf-8", newline="") as rows:
        first = list(csv.reader(rows))[3][column]
    sentence = damaged(name, file, cell(12, column, first))
    assert sentence == (
        f"{file}, ligne 12 : l’identifiant « {first} » est déjà à la ligne 4 : gardez une seule de "
        "ces lignes."
    )


@pytest.mark.parametrize(
    ("name", "file", "column", "value", "target"),
    [
        ("oneroster", "enrollments.csv", 3, "nowhere", "classes.csv"),
        ("oneroster", "enrollments.csv", 5, "nobody", "users.csv"),
        ("oneroster", "users.csv", 4, "0960005Q,nowhere", "orgs.csv"),
        ("oneroster", "users.csv", 15, "nobody", "users.csv"),
        ("oneroster", "classes.csv", 10, "trimestre-1,trimestre-9", "academicSessions.csv"),
        ("oneroster", "demographics.csv", 0, "nobody", "users.csv"),
        ("sds-v1", "StudentEnrollment.csv", 1, "nobody", "Student.csv"),
        ("sds-v2.1", "relationships.csv", 1, "nobody", "users.csv"),
        ("sds-v2.1", "userFlags.csv", 0, "nobody", "users.csv"),
        ("sds-v2.1", "classes.csv", 4, "nothing", "courses.csv"),
    ],
)
def test_a_dangling_reference_is_found_at_its_line(damaged, name, file, column, value, target):
    sentence = damaged(name, file, cell(3, column, value))
    assert sentence.startswith(f"{file}, ligne 3 : ")
    assert f"« {value.split(',')[-1]} », qui n’existe pas dans {target}" in sentence


def test_a_missing_file_is_named(exports, tmp_path):
    folder = tmp_path / "export"
    shutil.copytree(exports / "sds-v1", folder)
    (folder / "TeacherRoster.csv").unlink()
    with pytest.raises(PoucetError, match=r"TeacherRoster\.csv.» manque"):
        read_export("sds-v1", folder)


def test_a_real_set_may_be_looser_but_not_contradict_itself(exports, damaged, tmp_path):
    folder = tmp_path / "loose"
    shutil.copytree(exports / "sds-v2.1", folder)
    expected = read_export("sds-v2.1", folder)
    for name in ("datapackage.json", "userFlags.csv", "relationships.csv", "demographics.csv"):
        (folder / name).unlink()
    users = folder / "users.csv"
    with users.open(encoding="utf-8", newline="") as file:
        rows = [[*row[::-1], "more"] for row in csv.reader(file)]
    lines = "\n".join(",".join(row) for row in rows)  # no last line end, columns turned round
    users.write_bytes(b"\xef\xbb\xbf" + lines.encode())
    found = read_export("sds-v2.1", folder, real=True)
    kept = ["family_name", "given_name", "level", "class", "email", "second_language"]
    assert found[kept].equals(expected[kept])
    assert not found["scholarship"].any() and found["birth_date"].isna().all()
    sentence = damaged("sds-v2.1", "userFlags.csv", cell(3, 0, "nobody"), real=True)
    assert "« nobody », qui n’existe pas dans users.csv" in sentence


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (cell(9, 12, "31/12/2010"), "une date comme"),
        (line(9, lambda row: row + b",more"), "15 valeurs"),
        (line(9, lambda row: b'"' + row), "guillemet"),
    ],
)
def test_lines_are_counted_as_an_editor_counts_them(damaged, change, words):
    def over_two_lines(row):
        cells = row.split(b",")
        cells[9] = b'"a\nmiddle name"'
        return b",".join(cells)

    sentence = damaged(
        "sds-v1", "Student.csv", lambda whole: line(5, over_two_lines)(change(whole))
    )
    assert sentence.startswith("Student.csv, ligne 10 : ") and words in sentence
