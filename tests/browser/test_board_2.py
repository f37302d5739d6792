"""Board 2 on the projector: the bet, the answer, the three crowds."""

import pytest

NBSP = "\u00a0"


@pytest.fixture
def board(open_board):
    return open_board(2)


def reveal(page):
    page.click(".poucet-reveal")
    page.wait_for_selector(".poucet-damage")
    page.settle()


def shown(page):
    return page.inner_text(".poucet-big strong").replace(NBSP, " ")


def test_nothing_is_told_before_the_class_has_bet_and_a_bet_is_whole(board):
    assert shown(board) == "?"
    assert board.locator(".poucet-damage").count() == 0
    board.click(".poucet-clue:has-text('commune')")
    board.wait_for_selector(".poucet-clue.mod-active:has-text('commune')")
    board.settle()
    assert shown(board) == "?"
    _only_what_comes_before_a_decimal_sign_is_a_bet(board)


def test_the_mouse_bets_reveals_and_adds_a_clue(board):
    board.fill(".poucet-bet input", "40")
    board.keyboard.press("Enter")
    reveal(board)
    alone = int(shown(board))
    assert 550 < alone < 800
    assert "40" in board.inner_text(".poucet-answer")
    assert str(alone) in board.get_attribute(".poucet-figure img", "alt")
    board.click(".poucet-clue:has-text('seconde langue')")
    board.wait_for_function(
        "before => Number(document.querySelector('.poucet-big strong').textContent) > before",
        arg=alone,
    )


def _only_what_comes_before_a_decimal_sign_is_a_bet(board):
    field = board.locator(".poucet-bet input")
    for typed, bet in (("3,7", "3"), ("4.7", "4"), ("1e2", "1"), ("52", "52")):
        field.click()
        field.press("Control+a")
        board.keyboard.type(typed)
        board.keyboard.press("Enter")
        board.settle()
        assert field.input_value() == bet


def test_a_few_in_millions_are_not_nobody(board, house_rules):
    board.click("text=la France")
    board.click(".widget-toggle-buttons button:text-is('commune')")
    board.click(".widget-toggle-buttons button:text-is('rien') >> nth=0")
    board.wait_for_selector(".poucet-asked:has-text('avec\u00a0: commune, sexe')")
    reveal(board)
    assert shown(board) == "moins de 1 %"
    house_rules(board, "board_2_few")


def test_the_country_is_read_at_once(board, house_rules):
    board.click("text=la France")
    board.click(".widget-toggle-buttons button:text-is('commune')")
    reveal(board)
    assert shown(board) == "69 %"
    assert "Insee" in board.inner_text(".poucet-source")
    house_rules(board, "board_2_nation")
    board.click("text=English")
    board.wait_for_selector("html[lang=en]")
    board.wait_for_selector(".poucet-reveal:has-text('New bet')")
    board.wait_for_selector(".poucet-damage:has-text('accused')")
    board.wait_for_selector("img[alt*='pupils']")
    board.settle()
    assert shown(board) == "69%"
    assert "Toutes" not in board.inner_text(".poucet-board")
    assert board.title() == "Am I unique? · Poucet"
    assert "lang=en" in board.url
    house_rules(board, "board_2_nation", "en")


def test_the_keyboard_bets_and_walks_back_to_another_crowd(board, tab_to):
    def focused():
        return board.evaluate("document.activeElement.textContent.trim()")

    tab_to(board, ".noUi-handle")
    for _step in range(3):
        board.keyboard.press("ArrowRight")
    board.wait_for_function("() => document.querySelector('.poucet-bet input').value > 0")
    tab_to(board, ".poucet-reveal")
    board.keyboard.press("Enter")
    board.wait_for_selector(".poucet-damage")
    board.settle()
    assert focused() == "Nouveau pari"
    tab_to(board, "button:has-text('le lycée')", back=True)
    board.keyboard.press("Shift+Tab")
    assert "une classe" in focused()
    board.keyboard.press("Space")
    board.wait_for_selector(".poucet-asked:has-text('31')")
    board.settle()
    assert "une classe" in focused()
