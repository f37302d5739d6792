"""An avatar's files, and whose hand-in is graded."""

import stat

import pytest

from poucet.classroom import hand_out
from poucet.classroom.assignments.a2_files import CLUES, CLUES_EACH, clues, relayed_table, table
from poucet.classroom.handout import desk, graded_avatar
from poucet.errors import PoucetError
from poucet.labels import COLUMNS as KNOWN


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_same_avatar_always_gets_the_same_file(folder, capsys):
    hand_out("A2", 12)
    first = (folder / "annuaire.csv").read_bytes()
    hand_out("A2", 13)
    assert (folder / "annuaire.csv").read_bytes() != first
    hand_out("A2", 12)
    assert (folder / "annuaire.csv").read_bytes() == first
    assert [path.name for path in folder.iterdir()] == ["annuaire.csv"]
    assert desk() == ("A2", 12)
    assert "annuaire.csv" in capsys.readouterr().out


def test_a_read_only_copy_is_replaced(folder):
    stale = folder / "annuaire.csv"
    stale.write_text("copied")
    stale.chmod(stat.S_IREAD)
    hand_out("A2", 12)
    assert stale.read_text(encoding="utf-8").startswith("level,class,sex")


@pytest.mark.parametrize("wrong", [..., "12", 0, 12.0, True, None, 10_000])
def test_only_a_number_of_the_list_opens_the_assignment(wrong, folder):
    with pytest.raises(PoucetError, match="numéro d’avatar"):
        hand_out("A2", wrong)
    assert not list(folder.iterdir())


def test_an_unknown_assignment_is_named():
    with pytest.raises(PoucetError, match="A12"):
        hand_out("A12", 3)


def test_while_grading_the_folder_says_who_hands_in(folder, monkeypatch):
    inside = folder / "autograded" / "fr" / "21" / "A2"
    inside.mkdir(parents=True)
    monkeypatch.chdir(inside)
    assert graded_avatar(7) == 7
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert graded_avatar(7) == 21
    assert relayed_table(...) == table(21)
    assert relayed_table(7) == table(7)
    monkeypatch.chdir(folder)  # a folder that bears no number leaves the pupil's word
    assert graded_avatar(7) == 7


def test_neighbours_have_other_schools_and_other_questions():
    sizes = {len(table(avatar)) for avatar in range(1, 41)}
    assert len(sizes) == 40
    for avatar in range(1, 41):
        assert clues(avatar) != clues(avatar + 1)
        assert len(clues(avatar)) == CLUES_EACH
    assert len({tuple(clues(avatar)) for avatar in range(1, 22)}) == 21
    assert set(CLUES) <= set(KNOWN)


def test_the_file_names_nobody():
    assert not {"family_name", "given_name", "ine", "email", "address"} & set(table(3)[0])
