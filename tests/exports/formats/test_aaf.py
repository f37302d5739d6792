"""The ministry's XML: valid, read back whole, and no file is opened that sets a trap."""

import hashlib

import numpy as np
import pandas as pd
import pytest
from lxml import etree

from poucet import School, directory
from poucet.errors import PoucetError
from poucet.exports import export, read_export
from poucet.exports.formats.aaf import DTD, dtd

KINDS = ("Eleve", "PersRelEleve", "EtabEducNat")


@pytest.fixture(scope="module")
def school():
    return School(seed=5, pupils=70)


@pytest.fixture
def folder(school, tmp_path):
    export(school, "aaf", tmp_path / "aaf")
    return tmp_path / "aaf"


def file(folder, kind="Eleve"):
    return next(folder.glob(f"ENT_*_{kind}_0000.xml"))


def change(path, before, after, count=1):
    text = path.read_bytes()
    assert before.encode("iso-8859-15") in text
    path.write_bytes(text.replace(before.encode("iso-8859-15"), after.encode("iso-8859-15"), count))
    return path


def refusal(folder, **how):
    with pytest.raises(PoucetError) as caught:
        read_export("aaf", folder, **how)
    sentence = str(caught.value).replace("\xa0", " ")
    assert "\n" not in sentence
    return sentence


def line_of(path, text):
    return path.read_bytes().split(text.encode("iso-8859-15"))[0].count(b"\n") + 1


def test_names_and_head(folder, school):
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        [f"ENT_{school.uai}_Complet_20260901_{kind}_0000.xml" for kind in KINDS] + [DTD]
    )
    head = file(folder).read_bytes().split(b"\n")[:2]
    assert head[0] == b'<?xml version="1.0" encoding="ISO-8859-15"?>'
    assert head[1] == b'<!DOCTYPE ficAlimMENESR SYSTEM "ficAlimMENESR.dtd">'


def test_every_file_is_valid(folder):
    rules = etree.DTD(str(folder / DTD))
    for kind in KINDS:
        assert rules.validate(etree.parse(str(file(folder, kind)))), rules.error_log
    broken = etree.fromstring("<ficAlimMENESR><addRequest/></ficAlimMENESR>")
    assert not rules.validate(broken)


def test_the_document_type_is_that_of_the_package(folder):
    assert (folder / DTD).read_bytes() == dtd()


def test_reading_gives_the_directory_back(folder, school):
    found = read_export("aaf", folder)
    expected = directory(school).drop(columns=["accommodation", "devices"])
    pd.testing.assert_frame_equal(found, expected)
    assert (found["address2"] != "").any() and (found["guardian2_phone"] == "").any()


def test_the_curved_apostrophe_is_not_lost(folder, school):
    with_it = [address for address in school.columns["address"] if "’" in address]
    assert with_it and b"&#8217;" in file(folder).read_bytes()
    assert set(with_it) <= set(read_export("aaf", folder)["address"])


@pytest.mark.parametrize("name", ["Œdipe & <fils>", "Ŵłodek", 'dit "le Petit"', "a\rb", "李"])
def test_any_name_comes_back(name, tmp_path):
    school = School(seed=5, pupils=3)
    school.columns["family_name"][1] = name
    export(school, "aaf", tmp_path / "aaf")
    assert read_export("aaf", tmp_path / "aaf").loc[1, "family_name"] == name


def test_a_control_character_is_refused_and_nothing_is_left(tmp_path):
    school = School(seed=5, pupils=3)
    school.columns["family_name"][1] = "Pe\x07tit"
    with pytest.raises(PoucetError, match=r"U\+0007"):
        export(school, "aaf", tmp_path / "aaf")
    assert list(tmp_path.iterdir()) == []


def test_siblings_share_their_guardians(folder):
    entries = etree.parse(str(file(folder, "PersRelEleve"))).findall("addRequest")
    pupils = len(etree.parse(str(file(folder))).findall("addRequest"))
    firsts = [entry for entry in entries if int(entry.findtext("identifier/id")) % 2]
    assert len(firsts) < pupils


def test_the_same_bytes_everywhere(folder):
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.xml")):
        digest.update(path.read_bytes())
    assert digest.hexdigest()[:16] == "b7cbeb47e50b1bdf"


def test_without_the_mark(folder):
    path = change(file(folder), "generator: poucet", "generator: other")
    assert "real=True" in refusal(folder)
    assert len(read_export("aaf", folder, real=True)) == 70
    change(path, "fictitious: true", "fictitious: no")
    assert "real=True" in refusal(folder)


def bomb(path):
    lines = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">\n' for n in range(20))
    return change(path, '"ficAlimMENESR.dtd">', f'"ficAlimMENESR.dtd" [\n{lines}]>')


@pytest.mark.parametrize("real", [False, True])
def test_an_entity_bomb(folder, real):
    path = bomb(file(folder))
    change(path, "<value>Eleve</value>", "<value>&e19;</value>")
    assert "entités" in refusal(folder, real=real) and "ligne 2" in refusal(folder, real=real)


@pytest.mark.parametrize("real", [False, True])
def test_an_external_entity(folder, tmp_path, real):
    (tmp_path / "secret").write_text("secret")
    path = change(
        file(folder),
        '"ficAlimMENESR.dtd">',
        f'"ficAlimMENESR.dtd"\n[<!ENTITY it SYSTEM "file://{tmp_path}/secret">]>',
    )
    change(path, "<value>Eleve</value>", "<value>&it;</value>")
    assert "secret" not in refusal(folder, real=real)
    assert "ligne 3" in refusal(folder, real=real)


def test_a_bomb_behind_a_comment_that_looks_like_the_root(folder):
    path = bomb(file(folder))
    change(path, "<!DOCTYPE", "<!-- <ficAlimMENESR> -->\n<!DOCTYPE")
    assert "entités" in refusal(folder)


def test_a_document_type_of_its_own(folder):
    change(file(folder), "<!DOCTYPE ficAlimMENESR", "<!DOCTYPE html")
    assert "ligne 2" in refusal(folder)


def test_an_entity_that_only_another_file_could_define(folder):
    path = change(file(folder), '<attr name="sn"><value>', '<attr name="sn"><value>&nom;')
    line = line_of(path, "&nom;")
    assert f"ligne {line} " in refusal(folder)


def test_a_file_cut_short(folder):
    path = file(folder)
    text = path.read_bytes()
    for share in (0.2, 0.5, 0.99):
        path.write_bytes(text[: int(len(text) * share)])
        last = path.read_bytes().count(b"\n") + 1
        assert f"ligne {last} " in refusal(folder)
    path.write_bytes(b"")
    refusal(folder, real=True)


def test_a_file_saved_in_another_encoding(folder):
    path = file(folder)
    text = path.read_bytes()
    path.write_bytes(text.decode("iso-8859-15").encode("utf-8"))
    assert "ISO-8859-15" in refusal(folder)
    path.write_bytes(text.replace(b"ISO-8859-15", b"UTF-8", 1))
    assert "ISO-8859-15" in refusal(folder)
    path.write_bytes(text.decode("iso-8859-15").encode("utf-16"))
    refusal(folder, real=True)


def test_a_missing_file(folder):
    file(folder, "PersRelEleve").unlink()
    assert "PersRelEleve" in refusal(folder)


def test_an_identifier_used_twice(folder):
    path = file(folder)
    root = etree.parse(str(path)).getroot()
    first, second = (entry.findtext("identifier/id") for entry in root[:2])
    change(path, f"<id>{second}</id>", f"<id>{first}</id>")
    line = line_of(path, "</addRequest>") + 1
    assert first in refusal(folder) and f"ligne {line} " in refusal(folder)


def test_a_national_number_used_twice(folder, school):
    change(file(folder), school.columns["ine"][3], school.columns["ine"][2])
    assert school.columns["ine"][2] in refusal(folder)


@pytest.mark.parametrize("mark", ["$2de 1<", "$LV2 espagnol<", "$1<"])
def test_a_dangling_reference(folder, mark):
    path = file(folder)
    number = {"$1<": "39999999"}.get(mark, "20009")
    text = path.read_text(encoding="iso-8859-15")
    at = text.index(mark)
    start = text.rindex(">", 0, at) + 1
    path.write_text(text[:start] + number + text[at:], encoding="iso-8859-15", newline="\n")
    assert "renvoie" in refusal(folder) and number in refusal(folder)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('<attr name="ENTEleveINE">', '<attr name="ENTEleveIne">', "ENTEleveINE"),
        ("<value>Mme</value>", "<value>Dr</value>", "personalTitle"),
        ("<value>O</value>", "<value>oui</value>", "ENTEleveBoursier"),
        ("</identifier>", "</identifier><identifier/>", "identifier"),
        ("<addRequest>", "<modifyRequest/><addRequest>", "modifyRequest"),
        ("<addRequest>", "<person/><addRequest>", "person"),
        ("</ficAlimMENESR>", "<person/></ficAlimMENESR>", "person"),
        ("<value>Eleve</value>", "<value>Enseignant</value>", "Enseignant"),
        ('<attr name="mail">', '<attr name="sn">', "sn"),
        ("<value>Mme</value>", "<value>Mme</value><value>M.</value>", "personalTitle"),
        ("<value>Mme</value>", "<b>Mme</b>", "« b »"),
    ],
)
def test_a_file_with_one_thing_wrong(folder, before, after, said):
    path = change(file(folder), before, after)
    sentence = refusal(folder)
    assert said in sentence and ", ligne " in sentence and path.name in sentence


@pytest.mark.parametrize("date", ["31/02/2010", "2010-03-01", "1/3/2010", ""])
def test_a_date_that_is_none(folder, school, date):
    born = np.datetime_as_string(school.columns["birth_date"][0])
    change(file(folder), f"{born[8:]}/{born[5:7]}/{born[:4]}", date)
    assert "ENTPersonDateNaissance" in refusal(folder)


def test_progress_reaches_the_end(school, tmp_path):
    told = []
    export(school, "aaf", tmp_path / "aaf", progress=lambda done, total: told.append((done, total)))
    assert told and told[-1][0] == told[-1][1] and told == sorted(told)
