import logging
import re
import subprocess
import sys

import pytest
from traitlets import TraitError

from poucet.apps.populations import Alike, Population, populations
from poucet.apps.run import BOARDS, asked, page
from poucet.apps.singling_out import SinglingOut
from poucet.errors import PoucetError


@pytest.fixture
def board():
    return SinglingOut(populations())


def words(html):
    return re.sub(r"<[^>]*>", " ", html)


def number(html):
    return re.search(r"<strong>(.*?)</strong>", html).group(1)


def test_the_answer_is_not_in_the_page_before_it_is_asked_for(board):
    alone = str(board.crowd.find(board.columns).unique)
    said = (board.answer, board.notes, board.counter, board.question)
    assert all(alone not in widget.value for widget in said)
    assert number(board.answer.value) == "?"


def test_the_answer_is_that_of_a_count_by_hand(board):
    from collections import Counter

    from poucet import School

    columns = School(seed=2).columns
    rows = Counter(zip(columns["birth_date"].tolist(), columns["sex"].tolist(), strict=True))
    alone = sum(n == 1 for n in rows.values())
    board.button.click()
    assert number(board.answer.value) == str(alone)
    found, wrong, *_others = re.findall(r"<dd>(.*?)</dd>", board.counter.value)
    assert int(found) == len(rows)
    assert int(found) + int(wrong) == 1100


def test_another_crowd_hides_the_answer_again(board):
    board.button.click()
    board.who.value = "class"
    assert number(board.answer.value) == "?"
    assert board.bet.max == board.slider.max == board.crowd.rows < 40


def test_a_new_clue_renews_the_answer_at_once(board):
    board.button.click()
    before = int(number(board.answer.value))
    board.single["second_language"].value = True
    assert int(number(board.answer.value)) > before


def test_the_nation_bets_in_percent(board):
    board.who.value = "nation"
    board.place.value = "commune"
    board.bet.value = 30
    board.button.click()
    assert number(board.answer.value) == "69\u00a0%"
    assert "30\u00a0%" in board.answer.value


def test_the_costliest_clue_is_the_one_without_which_fewest_are_alone():
    alone = {("a",): 1, ("b",): 5, ("c",): 0, ("a", "b"): 30, ("a", "c"): 8, ("b", "c"): 9}
    alone[("a", "b", "c")] = 40

    def measure(columns):
        return type("Found", (), {"rows": 50, "classes": 1, "unique": alone[columns]})()

    crowd = Population(50, ("a", "b", "c"), False, measure, len)
    assert crowd.costliest(("a", "b", "c")) == ("b", 8)
    assert crowd.costliest(()) is None
    assert crowd.find(()) == Alike(50)


def test_the_language_changes_every_text_and_no_choice(board):
    board.button.click()
    board.single["commune"].value = True
    before = (board.columns, board.who.value, number(board.answer.value))
    french = [board.heading.value, board.answer.value, board.button.description]
    board.languages.value = "en"
    assert (board.columns, board.who.value, number(board.answer.value)) == before
    english = [board.heading.value, board.answer.value, board.button.description]
    assert all(fr != en for fr, en in zip(french, english, strict=True))
    assert 'data-poucet-lang="en"' in board.heading.value
    for widget in (board.answer, board.notes, board.counter, board.question):
        assert not re.search("élèves|seuls|indice", words(widget.value))
    board.languages.value = "fr"
    assert [board.heading.value, board.answer.value, board.button.description] == french


def test_no_bet_is_told_when_nobody_bet(board):
    board.button.click()
    assert "parié" not in board.answer.value
    board.slider.value = 40
    assert "parié 40." in board.answer.value
    board.slider.value = 0  # nobody, say they: that is a bet
    assert "parié 0." in board.answer.value
    board.who.value = "class"
    board.button.click()
    assert "parié" not in board.answer.value


def test_the_question_names_the_clues(board):
    assert "avec\u00a0: date de naissance, sexe<" in board.question.value
    board.birth.value = ""
    board.single["sex"].value = False
    assert "avec\u00a0: aucun indice<" in board.question.value


def test_a_small_share_of_the_country_is_told_by_counts(board):
    board.who.value = "nation"
    board.birth.value = ""
    board.place.value = "commune"
    board.button.click()
    few = board.crowd.find(["commune", "sex"]).unique
    assert 0 < few < 0.005 * board.crowd.rows
    assert number(board.answer.value) == "moins de 1\u00a0%"
    assert f"au lieu de {few}." in board.notes.value
    assert ",0" not in words(board.counter.value)


def test_a_bet_forged_by_a_page_stays_within_bounds(board):
    board.bet.set_state({"max": 10**12, "value": 10**9})
    assert board.bet.value == board.slider.value == 1100
    board.slider.set_state({"min": -(10**9), "value": -5})
    assert board.bet.value == board.slider.value == board.slider.min == 0
    board.slider.set_state({"max": 9000, "min": 5000, "value": 6000})
    assert (board.slider.min, board.slider.max, board.slider.value) == (0, 1100, 1100)
    board.slider.set_state({"max": 9000, "min": 5000})
    board.who.value = "class"
    assert (board.slider.min, board.slider.max, board.slider.value) == (0, board.crowd.rows, 0)


def test_a_forged_choice_is_refused(board):
    with pytest.raises(TraitError):
        board.who.set_state({"index": 99})
    with pytest.raises(TraitError):
        board.single["sex"].set_state({"value": "<script>"})
    assert board.who.value == "school"


def test_a_choice_forged_away_comes_back(board, caplog):
    board.button.click()
    board.who.set_state({"index": None})
    assert board.who.value == "school"
    board.languages.value = "en"
    board.languages.set_state({"index": None})
    assert board.languages.value == "en"
    for chooser in (board.birth, board.place):
        chooser.set_state({"index": None})
    assert board.columns == ["sex"]
    board.button.click()
    assert number(board.answer.value) == "0"
    assert (board.message.value, caplog.text) == ("", "")


def test_a_failure_is_told_in_the_readers_language_and_logged(board, monkeypatch, caplog):
    def fail(columns):
        raise ZeroDivisionError("secret detail")

    monkeypatch.setitem(board.crowds, "school", Population(1100, ("sex",), False, fail, fail))
    with caplog.at_level(logging.ERROR, "poucet"):
        board.button.click()
    assert "Quelque chose n’a pas marché" in board.message.value
    assert "secret" not in board.message.value
    assert "Traceback" not in board.message.value
    assert "secret detail" in caplog.text
    monkeypatch.undo()
    board.button.click()
    assert board.message.value == ""


def test_a_mistake_is_shown_as_its_sentence_and_escaped(board, monkeypatch):
    def refuse(columns):
        raise PoucetError("La colonne <b>x</b> n’existe pas.")

    monkeypatch.setitem(board.crowds, "school", Population(1100, ("sex",), False, refuse, refuse))
    board.button.click()
    assert board.message.value == "<p>La colonne &lt;b&gt;x&lt;/b&gt; n’existe pas.</p>"


@pytest.mark.parametrize("query", ["n=99", "n=2%3Cscript%3E", "n=-1", "lang=de", "x", "n=2&n=9;"])
def test_an_address_asks_only_for_what_there_is(query):
    assert asked(query)[0] in {0, *BOARDS}
    assert asked(query)[1] == "fr"


def test_the_home_page_links_the_boards_there_are_and_keeps_the_language():
    html = page("lang=en").children[1].value
    assert html.count("<li>") == 8
    assert re.findall(r'href="(.*?)"', html) == [f"?n={n}&amp;lang=en" for n in BOARDS]


def test_a_board_needs_neither_pandas_nor_pyplot_nor_output():
    code = (
        "import sys, ipywidgets\n"
        "from poucet.apps import run, wait\n"
        "wait(); run('n=2&lang=en'); run('')\n"
        "print([m for m in ('pandas', 'matplotlib.pyplot', 'faker') if m in sys.modules],"
        " [w for w in ipywidgets.Widget.widgets.values() if isinstance(w, ipywidgets.Output)])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.splitlines()[-1] == "[] []"
