import re
from collections import Counter

import pytest

from poucet import School
from poucet.apps.record_lines import lesson_school, record
from poucet.apps.striking_out import StrikingOut
from poucet.exports.service import FUNCTIONS
from poucet.exports.service_fields import DIRECTORY_FORMATS, fields

NBSP = "\u00a0"


@pytest.fixture
def board():
    return StrikingOut()


def words(html):
    return re.sub(r"<[^>]*>", " ", html).replace(NBSP, " ")


def found(board):
    """Give the big question mark or, once told, the first figure of the counter."""
    return re.search(r"<(strong|dd)>(.*?)</", board.answer.value).group(2)


def lost(board):
    return re.findall(r'class="poucet-lost".*?<span>(.*?)</span>', board.service.value)


def strike_all_but(board, *kept):
    for line in board.record.lines:
        board.strikes[line.key].value = line.key not in kept


@pytest.mark.parametrize("format", DIRECTORY_FORMATS)
def test_the_lines_hold_every_column_of_the_format_once(format):
    columns = Counter(name for line in record(format).lines for name in line.columns)
    assert columns == Counter(list(fields(format)))
    for line in record(format).lines:
        written = ", ".join(line.fields)
        assert all(field.name in written for name in line.columns for field in fields(format)[name])


def test_a_field_of_another_file_says_which():
    names = {line.key: line.fields for line in record("aaf").lines}
    assert names["commune"] == ("ENTPersonAdresse, ENTPersonCodePostal, ENTPersonVille",)
    assert names["commune2"] == (f"PersRelEleve · {names['commune'][0]}",)
    assert names["guardian2_phone"] == ("homePhone", "PersRelEleve · homePhone")


def test_nothing_is_told_before_the_class_has_bet(board):
    assert found(board) == "?"
    board.strikes["email"].value = True
    assert found(board) == "?"
    assert not any("poucet-secret" in text.value for text in board.texts.values())


def test_each_secret_stands_on_its_line_with_a_count_made_by_hand(board):
    board.button.click()
    columns = School(seed=2).columns
    two_homes = sum(bool(street) for street in columns["address2"].tolist())
    grants = sum(columns["scholarship"].tolist())
    assert f"({two_homes} élèves)" in words(board.texts["commune2"].value).replace("\u202f", " ")
    assert f"({grants} élèves)" in words(board.texts["scholarship"].value)
    assert "ENTEleveBoursier" in board.texts["scholarship"].value
    board.strikes["scholarship"].value = True
    assert "poucet-secret" not in board.texts["scholarship"].value


def test_the_record_is_spelled_as_the_format_spells_it(board):
    assert ">21/10/2010<" in board.texts["birth_date"].value
    board.format.value = "sds-v2.1"
    assert ">2010-10-21<" in board.texts["birth_date"].value
    assert ">freeLunch<" in board.texts["scholarship"].value


def test_a_strike_breaks_what_needed_the_line_and_nothing_else(board):
    assert lost(board) == []
    board.strikes["class"].value = True
    names = {one.key: one.name for one in FUNCTIONS}
    broken = [names[key] for key in ("class_groups", "homework", "certificates")]
    assert lost(board) == broken
    board.button.click()
    assert f"La classe ne peut plus : {broken[0]}, {broken[1]}." in words(board.notes.value)
    board.strikes["class"].value = False
    assert lost(board) == []


def test_what_the_format_cannot_do_is_not_called_broken(board):
    board.format.value = "sds-v1-min"
    assert lost(board) == []
    assert board.service.value.count("poucet-absent") == 5


def test_the_number_is_that_of_a_count_by_hand(board):
    board.button.click()
    assert found(board).replace("\u202f", "") == "1100"
    strike_all_but(board, "birth_date", "sex")
    columns = School(seed=2).columns
    rows = Counter(zip(columns["birth_date"].tolist(), columns["sex"].tolist(), strict=True))
    assert found(board) == str(sum(n == 1 for n in rows.values()))
    assert f"vrai pour {found(board)} élèves" in words(board.notes.value)


def test_a_code_of_the_school_hides_everyone_and_breaks_nothing_asked_for(board):
    board.button.click()
    board.bet.field.value = 9
    strike_all_but(board, "class", "email")
    assert "plus rien à rayer" in words(board.notes.value)
    assert "parié 9." in board.notes.value
    board.code.value = True
    assert "plus rien à rayer" not in words(board.notes.value)
    board.strikes["email"].value = True
    assert found(board) == "0"
    assert "sauf par le lycée" in board.notes.value
    assert "14 lignes rayées : plus rien à rayer" in words(board.notes.value)
    assert not board.record.core_broken(board.struck, True)


@pytest.mark.parametrize("format", DIRECTORY_FORMATS)
def test_the_shortest_record_is_found_by_trying_all_of_them(format):
    from itertools import combinations

    lines = [line.key for line in record(format).lines]
    for size in (2, 3):
        for kept in combinations(lines, size):
            struck = [key for key in lines if key not in kept]
            works = not record(format).core_broken(struck, False)
            shorter = any(not record(format).core_broken([*struck, key], False) for key in kept)
            assert record(format).shortest(struck, False) == (works and not shorter)


def test_another_format_starts_again_with_its_own_record(board):
    board.button.click()
    board.bet.field.value = 4
    board.strikes["email"].value = True
    board.format.value = "be1d"
    assert board.struck == ()
    assert not board.bet.made
    assert board.bet.field.max == len(board.record.lines)
    assert [row in board.lines.children for row in board.rows.values()].count(True) == len(
        board.record.lines
    )


def test_a_new_bet_gives_the_record_back_and_hides_its_secrets(board):
    board.button.click()
    board.strikes["email"].value = board.code.value = True
    board.button.click()
    assert (board.struck, board.code.value, found(board)) == ((), False, "?")


def test_the_language_changes_every_text_and_no_choice(board):
    board.button.click()
    board.strikes["commune2"].value = True
    before = (board.struck, board.format.value, board.columns)
    board.languages.value = "en"
    assert (board.struck, board.format.value, board.columns) == before
    said = (board.question, board.whose, board.answer, board.notes, board.service)
    english = " ".join(words(widget.value) for widget in said)
    assert not re.search(r"\b(élèves?|lignes?|fiches?|classe|courrier)\b", english)
    assert board.strikes["commune2"].description == "second address"
    assert "264 pupils" in words(board.texts["scholarship"].value)


def test_a_choice_forged_away_comes_back(board, caplog):
    board.format.value = "be1d"
    board.format.set_state({"index": None})
    assert board.format.value == "aaf"
    board.bet.field.set_state({"max": 10**12, "value": 10**9})
    assert board.bet.field.value <= len(board.record.lines)
    assert (board.message.value, caplog.text) == ("", "")


def test_the_record_is_that_of_one_pupil_of_the_school():
    columns = lesson_school().columns
    values = {line.key: line.value for line in record("be1d").lines}
    row = columns["given_name"].tolist().index(values["given_name"].split(", ")[1])
    assert columns["address2"][29] in values["commune2"]
    assert columns["scholarship"][29]
    assert row <= 29
