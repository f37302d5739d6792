"""Whose hand-in is it, in the layouts that schools' platforms give; and archives that lie."""

import io
import json
import os
import stat
import zipfile

import pytest

from poucet.classroom.grading.collecting import collect
from poucet.errors import PoucetError


def notebook(number="..."):
    cells = [{"cell_type": "code", "source": f"avatar = {number}\ncheck('avatar', avatar)"}]
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}).encode()


def zipped(*entries):
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return whole.getvalue()


def found(tmp_path, data):
    path = tmp_path / "rendus.zip"
    path.write_bytes(data)
    return [(one.avatar, one.stop) for one in collect(path, "A2")]


@pytest.mark.parametrize(
    "name",
    [
        "12/A2.ipynb",
        "12.ipynb",
        "A2_12.ipynb",
        "A2-12 (1).ipynb",
        "12_A2.ipynb",
        "avatar 12/A2/A2.ipynb",
        "submitted/fr/12/A2/A2.ipynb",
        "Élodie D’Ùber_4512_assignsubmission_file_/A2_12.ipynb",
        "rendus\\12\\A2.ipynb",
        "2de 3/12/A2 (2).ipynb",
        "12/A2.ipynb.txt",
        "12/A2.json",
        "a12/A2/A2.ipynb",
    ],
)
def test_the_number_is_in_the_path(tmp_path, name):
    assert found(tmp_path, zipped((name, notebook()))) == [(12, None)]


def test_in_nbgraders_own_folders_only_this_assignments_notebooks_are_hand_ins(tmp_path):
    for name in ("4/A2/A2.ipynb", "7/A2/A2.ipynb", "7/A4/A4.ipynb"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_bytes(notebook())
    for name in ("timestamp.txt", "submission_secret.txt"):
        (tmp_path / "7/A2" / name).write_text(name)
    collected = collect(tmp_path, "A2")
    assert [(one.avatar, one.path, one.remarks) for one in collected] == [
        (4, "4/A2/A2.ipynb", []),
        (7, "7/A2/A2.ipynb", []),
    ]


def test_a_number_that_only_the_notebook_says(tmp_path):
    entries = [("Élodie/A2.ipynb", notebook(31)), ("Zoé Ünal/A2.ipynb", notebook())]
    assert found(tmp_path, zipped(*entries)) == [(31, None), (None, "no_avatar")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1re 1/Élodie/A2.ipynb", "1re 1/Zoé Ünal/A2.ipynb"),
        ("Devoir 5/A2_Élodie.ipynb", "Devoir 5/A2_Zoé.ipynb"),
        ("Ana_4512_assignsubmission_file_/A2.ipynb", "Zoé_4513_assignsubmission_file_/A2.ipynb"),
    ],
)
def test_the_number_of_a_class_or_of_a_platform_is_no_avatar(tmp_path, one, other):
    entries = [(one, notebook(31)), (other, notebook(40))]
    assert found(tmp_path, zipped(*entries)) == [(31, None), (40, None)]


def test_a_typed_number_takes_nothing_from_who_is_filed_under_it(tmp_path):
    entries = [("12/A2.ipynb", notebook()), ("Élodie/A2.ipynb", notebook(12))]
    assert found(tmp_path, zipped(*entries)) == [(12, None), (None, "same_avatar")]


def test_two_pupils_typed_one_number(tmp_path):
    entries = [("Ana/A2.ipynb", notebook(12)), ("Bob/A2.ipynb", notebook(12))]
    assert found(tmp_path, zipped(*entries)) == [(None, "same_avatar")] * 2


def test_of_two_files_the_latest_is_kept(tmp_path):
    for name, number, when in (("A2.ipynb", 1, 1_000_000), ("A2 (1).ipynb", 2, 2_000_000)):
        path = tmp_path / "12" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(notebook(number))
        os.utime(path, (when, when))
    [one] = collect(tmp_path, "A2")
    assert one.data == notebook(2) and one.remarks == ["older_kept_aside"]


def test_an_archive_that_writes_elsewhere_writes_nothing(tmp_path):
    names = ("../12/A2.ipynb", "/12/A2.ipynb", "C:\\12\\A2.ipynb", "a/../../12/A2.ipynb")
    stops = found(tmp_path, zipped(*((name, notebook()) for name in names)))
    assert {stop for _, stop in stops} == {"slip"}
    assert [path.name for path in tmp_path.rglob("*")] == ["rendus.zip"]


def test_a_link_in_an_archive_is_not_followed(tmp_path):
    link = zipfile.ZipInfo("12/A2.ipynb")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert found(tmp_path, zipped((link, "/etc/passwd"))) == [(12, "link")]


def test_links_in_a_folder_are_not_followed(tmp_path):
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "A2.ipynb").write_bytes(notebook(5))
    (tmp_path / "given").mkdir()
    (tmp_path / "given" / "12.ipynb").symlink_to(tmp_path / "kept" / "A2.ipynb")
    (tmp_path / "given" / "13").symlink_to(tmp_path / "kept")
    assert {one.stop for one in collect(tmp_path / "given", "A2")} == {"link"}


def test_bombs_do_not_unfold(tmp_path):
    zeros = b"0" * 30_000_000
    assert found(tmp_path, zipped(("12/A2.ipynb", zeros))) == [(12, "bomb")]
    nested = zipped(("12/A2.zip", zipped(("in.zip", zipped(("A2.ipynb", notebook()))))))
    assert found(tmp_path, nested) == [(12, "bomb")]
    assert found(tmp_path, zipped(*((f"{n}.ipynb", b"") for n in range(6000)))) == [(None, "bomb")]


def test_a_header_that_lies_about_the_size_is_not_believed(tmp_path):
    whole = bytearray(zipped(("12/A2.ipynb", b"0" * 30_000_000)))
    size = (30_000_000).to_bytes(4, "little")
    assert whole.count(size) == 2
    [(avatar, stop)] = found(tmp_path, bytes(whole.replace(size, (10).to_bytes(4, "little"))))
    assert avatar == 12 and stop in ("bomb", "bad_zip", None)
    [one] = collect(tmp_path / "rendus.zip", "A2")
    assert len(one.data) <= 20_000_001


def test_locked_and_damaged_archives_have_their_verdicts(tmp_path):
    locked = bytearray(zipped(("12/A2.ipynb", notebook())))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(mark) + place] |= 1
    assert found(tmp_path, bytes(locked)) == [(12, "locked_zip")]
    (tmp_path / "12").mkdir()
    (tmp_path / "12" / "A2.zip").write_bytes(b"PK\x03\x04 and no more")
    (tmp_path / "rendus.zip").unlink()
    assert [(one.avatar, one.stop) for one in collect(tmp_path, "A2")] == [(12, "bad_zip")]


def test_what_a_system_leaves_behind_is_no_hand_in(tmp_path):
    names = ("__MACOSX/12/._A2.ipynb", "12/.ipynb_checkpoints/A2-checkpoint.ipynb", "12/.DS_Store")
    assert found(tmp_path, zipped(*((name, b"") for name in names))) == []


def test_neither_folder_nor_archive_is_said(tmp_path):
    with pytest.raises(PoucetError, match="ni un dossier, ni une archive"):
        collect(tmp_path / "absent", "A2")


def test_a_late_hand_in_comes_alone(tmp_path):
    late = tmp_path / "A2_31.ipynb"
    late.write_bytes(b"{}")
    assert [(one.avatar, one.path) for one in collect(late, "A2")] == [(31, "A2_31.ipynb")]
    picture = late.rename(tmp_path / "31.png")
    with pytest.raises(PoucetError, match=r"31\.png"):
        collect(picture, "A2")
