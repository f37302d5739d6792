"""A4's two files and its database: what every avatar must find there, and what no query may do."""

import pytest
from assignments.a4_usual import AVATAR, HELD, SCHOOL, join

from poucet.classroom.assignments.a4_base import answered
from poucet.classroom.assignments.a4_files import accounts, class_asked, files, hashed, pupils
from poucet.classroom.checks import hint


@pytest.mark.parametrize(
    "query",
    [
        "ATTACH DATABASE 'a4_stolen.db' AS out",
        "SELECT load_extension('x')",
        "DELETE FROM pupils",
        "PRAGMA database_list",
        "SELECT length(randomblob(100000000))",
        "SELECT count(*) FROM pupils a, pupils b, pupils c, pupils d",
    ],
)
def test_a_query_can_only_read_and_always_ends(query, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert "→" in hint("q3a", query, avatar=AVATAR, assignment="A4")
    assert "→" in hint("q3b", query, avatar=AVATAR, assignment="A4")
    assert list(tmp_path.iterdir()) == []


def test_a_query_gives_the_same_rows_whatever_their_order():
    query = "SELECT ine, name FROM pupils"
    assert answered(query, HELD, SCHOOL) == answered(query, HELD, SCHOOL[::-1])


def test_every_avatar_has_somebody_wrongly_accused_and_a_class_to_ask():
    for avatar in range(1, 31):
        school = {row["ine"]: row for row in pupils(avatar)}
        pairs = join(accounts(avatar), pupils(avatar), ["birth_date", "sex"])
        wrong = [
            ine
            for account, ine in pairs
            if hashed(school[ine]["name"], school[ine]["birth_date"]) != account
        ]
        assert 0 < len(wrong) < len(pairs) / 5
        assert sum(row["class"] == class_asked(avatar) for row in school.values()) > 15


def test_the_sites_file_names_nobody():
    held, directory = files(AVATAR).values()
    assert held.startswith("account,class,sex,birth_date\n")
    assert directory.startswith("ine,name,class,sex,birth_date\n")
    assert not any(row["name"] in held for row in SCHOOL)
