"""A4's base: an honest pupil's queries are answered, hostile ones cost next to nothing."""

import sqlite3

import pytest
from assignments.a4_usual import AVATAR, HELD, SCHOOL

from poucet.classroom.assignments.a4_base import MOST_ROWS, Refused, answered, ask
from poucet.i18n import in_language

HONEST = [
    ("SELECT count(*) FROM pupils", 1),
    ("SELECT * FROM accounts, pupils", MOST_ROWS),
    ("SELECT upper(name) FROM pupils WHERE name LIKE 'd%' ORDER BY birth_date LIMIT 3;", 3),
    ("WITH few AS (SELECT * FROM pupils) SELECT DISTINCT sex FROM few", 2),
    ("SELECT sex, group_concat(class) FROM (SELECT DISTINCT sex, class FROM pupils) GROUP BY 1", 2),
    ("SELECT CASE WHEN sum(substr(birth_date, 1, 4) + 0) > 1 THEN 'a' ELSE 'b' END FROM pupils", 1),
]


@pytest.mark.parametrize(("query", "rows"), HONEST)
def test_honest_queries_are_answered(query, rows):
    assert len(answered(query, HELD, SCHOOL)) == rows


def test_a_join_without_any_index_fits_the_budget():
    parts = "{0}.class || {0}.sex || {0}.birth_date"
    query = f"""SELECT account, name FROM accounts CROSS JOIN pupils
        WHERE {parts.format("accounts")} = {parts.format("pupils")}"""
    plain = """SELECT account, name FROM accounts JOIN pupils ON accounts.class = pupils.class
        AND accounts.sex = pupils.sex AND accounts.birth_date = pupils.birth_date"""
    assert answered(query, HELD, SCHOOL) == answered(plain, HELD, SCHOOL) != []


NOT_THIS = "rien d’autre"
HOSTILE = {
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n": NOT_THIS,
    "ATTACH ':memory:' AS other": NOT_THIS,
    "PRAGMA temp_store_directory = '/tmp'": NOT_THIS,
    "SELECT * FROM pragma_database_list": NOT_THIS,
    "SELECT sql FROM sqlite_master": NOT_THIS,
    "CREATE TEMP TABLE mine(a)": NOT_THIS,
    "INSERT INTO pupils SELECT * FROM pupils": NOT_THIS,
    "VACUUM INTO 'a4.db'": NOT_THIS,
    "BEGIN": NOT_THIS,
    "SELECT load_extension('x')": "permise",
    "SELECT randomblob(1000000000)": "permise",
    "SELECT zeroblob(1000000000)": "permise",
    "SELECT printf('%.*c', 1000000000, 'x')": "permise",
    "SELECT replace(name, '', name) FROM pupils": "permise",
    "SELECT instr(name, 'a') FROM pupils": "permise",
    "SELECT hex(name) FROM pupils": "permise",
    "SELECT group_concat(name) FROM pupils": "un texte trop long",
    "SELECT 'a' LIKE '" + "%a" * 40 + "'": "LIKE",
    "SELECT 1" + " + 1" * 60: "elle est trop longue",
    "SELECT 1" + ", 1" * 40: "elle est trop longue",
    "SELECT 1" + " UNION SELECT 1" * 12: "elle est trop longue",
    "SELECT 1 /*" + "x" * 6000 + "*/": "elle est trop longue",
    "SELECT count(?) FROM pupils": "elle est trop longue",
    "SELECT * FROM accounts, pupils, pupils AS p ORDER BY 1, 2, 3, 4, 5, 6, 7": "mémoire",
    f"SELECT {'||'.join(['x'] * 4)} FROM (SELECT {'||'.join(['name'] * 10)} AS x "
    "FROM pupils), accounts": "trop de texte",
}


@pytest.mark.parametrize(("query", "reason"), HOSTILE.items(), ids=lambda text: text[:40])
def test_what_asks_for_more_than_reading_is_told_why(query, reason, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with in_language("fr"), pytest.raises(Refused, match=reason):
        answered(query, HELD, SCHOOL)
    assert list(tmp_path.iterdir()) == []


NO_SENSE = ["SELECT writefile('a', 'b')", "SELECT * FROM json_each('[1]')", "\0", "'\ud800'", 3, ""]


@pytest.mark.parametrize("query", [*NO_SENSE, "SELECT 1; SELECT 2"], ids=repr)
def test_what_is_no_query_is_an_error_of_the_base(query):
    try:
        assert answered(query, HELD, SCHOOL) == []
    except sqlite3.Error as error:
        assert not isinstance(error, Refused)


def test_a_query_without_end_is_stopped_by_its_steps():
    query = "SELECT count(*) FROM pupils AS a, pupils AS b, pupils AS c, pupils AS d"
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        answered(query, HELD, SCHOOL)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT count(*) FROM pupils AS a, pupils AS b, pupils AS c", "ajoutez une condition"),
        ("SELECT randomblob(9)", "une de ses fonctions n’est pas permise ici."),
        ("SELECT", "ne comprend pas"),
        ("SELECT name FROM pupils LIMIT 2", "2 lignes"),
    ],
)
def test_the_pupil_reads_one_clear_sentence(query, said, capsys):
    with in_language("fr"):
        ask(AVATAR, query)
    assert said in capsys.readouterr().out
