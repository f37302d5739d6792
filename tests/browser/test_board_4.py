"""Board 4 on the projector: what is true of it alone. What every board owes is in test_boards.

The tests of a language share one page, in order: the first finds it as nobody has touched it, and
each of the others leads it to where it looks.
"""

import pytest


@pytest.fixture
def board(keep_board):
    return keep_board(4)


def undo(page, identifier, holds):
    page.click(".poucet-views button >> nth=1")
    page.settle()
    page.locator(".poucet-column >> nth=0").locator("button").nth(identifier).click()
    page.locator(".poucet-column >> nth=1").locator("button").nth(holds).click()
    page.settle()
    page.click(".poucet-undoing .poucet-reveal")
    page.wait_for_selector(".poucet-undoing .poucet-source")
    page.settle()
    return page.inner_text(".poucet-undoing .poucet-big strong")


def test_no_name_is_in_the_page_before_the_press(board):
    assert board.locator(".poucet-damage").count() == 0
    board.click(".poucet-views button >> nth=1")
    board.settle()
    board.wait_for_selector(".poucet-accounts table")
    board.settle()
    assert board.locator(".poucet-accounts strong").count() == 0
    board.click(".poucet-views button >> nth=2")
    board.settle()
    board.wait_for_selector(".poucet-card strong")
    board.settle()
    assert board.locator(".poucet-truth p").count() == 0


def test_a_clue_more_finds_more_names_at_once(board):
    board.click(".poucet-views button >> nth=0")
    board.settle()
    board.click(".poucet-linking .poucet-reveal")
    board.wait_for_selector(".poucet-damage")
    board.settle()
    before = int(board.inner_text(".poucet-linking .poucet-big strong"))
    board.click(".poucet-clue:has-text('classe')")
    board.wait_for_function(
        "n => Number(document.querySelector('.poucet-linking .poucet-big strong').textContent) > n",
        arg=before,
    )


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_all_clues_together_fit(lang, keep_board, fits):
    page = keep_board(4, lang)
    page.fill(".poucet-linking .poucet-bet input", "300")
    page.keyboard.press("Enter")
    for clue in page.locator(".poucet-linking .poucet-clue:not(.mod-active)").all()[::-1]:
        clue.click()
        page.settle()
    if not page.locator(".poucet-damage").count():
        page.click(".poucet-linking .poucet-reveal")
    page.wait_for_selector(".poucet-damage")
    page.wait_for_selector(".poucet-linking .poucet-clue.mod-active >> nth=3")
    fits(page, "board_4_all_clues", lang)


def test_the_whole_directory_undoes_a_calculation_and_nothing_else(board):
    for identifier, back in ((0, "675"), (1, "675"), (2, "0"), (3, "0")):
        assert undo(board, identifier, 0) == back


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_an_identifier_fits_on_the_screen(lang, keep_board, fits):
    page = keep_board(4, lang)
    for identifier in (0, 3):  # one that falls and one that holds
        undo(page, identifier, 1)
        fits(page, f"board_4_identifier_{identifier}", lang)


def test_the_names_alone_take_more_than_a_million_candidates(board):
    assert 600 < int(undo(board, 0, 1)) < 675
    assert "1\u202f602\u202f717 candidats" in board.inner_text(".poucet-undoing .poucet-big")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_story_fits(lang, keep_board, fits):
    page = keep_board(4, lang)
    page.click(".poucet-views button >> nth=2")
    page.settle()
    told = set()
    while True:
        page.wait_for_selector(".poucet-card strong")
        page.settle()
        name = page.inner_text(".poucet-card strong")
        if name in told:
            break
        told.add(name)
        page.click(".poucet-story .poucet-reveal")
        page.wait_for_selector(".poucet-truth strong")
        fits(page, f"board_4_story_{len(told)}", lang)
        page.locator(".poucet-story .poucet-row button").nth(1).click()
        page.wait_for_selector(".poucet-truth strong", state="detached")
    assert len(told) > 1
