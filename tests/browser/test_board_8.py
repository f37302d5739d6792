"""Board 8 on the projector: what is true of it alone. What every board owes is in test_boards.

The tests of a language share one page, in order: the first finds it as nobody has touched it, and
each of the others leads it to where it looks.
"""

import pytest


def view(page, rank):
    page.click(f".poucet-views button >> nth={rank}")
    page.settle()


def test_neither_figure_nor_truth_is_in_the_page_before_the_press(keep_board):
    board = keep_board(8)
    assert set(board.locator(".poucet-dials td").all_inner_texts()) == {"?"}
    view(board, 3)
    assert board.locator(".poucet-truth p").count() == 0


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_longest_chapters_fit_and_the_charter_s_find_nobody(lang, keep_board, fits):
    page = keep_board(8, lang)
    view(page, 1)
    for chapter in range(5):
        for contract in (0, 3):
            row = page.locator(".poucet-bargain .poucet-chooser").nth(chapter)
            row.locator("button").nth(contract).click()
            fits(page, f"board_8_chapter_{chapter}_{contract}", lang)
    told = page.locator(".poucet-bargain dd").all_inner_texts()
    assert [int(one) for one in told[:2]] == [0, 0]  # every chapter is now the charter's


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_broken_demand_fits_when_it_is_unfolded(lang, keep_board, fits):
    page = keep_board(8, lang)
    view(page, 2)
    page.click(".poucet-contracts button >> nth=0")  # the one that breaks most
    page.settle()
    for asker in range(6):
        page.click(f".poucet-broken-by > .poucet-chooser button >> nth={asker}")
        page.settle()
        for demand in range(page.locator(".poucet-demands summary").count()):
            summary = page.locator(".poucet-demands summary").nth(demand)
            summary.click()
            page.wait_for_selector(".poucet-demands details[open]")
            fits(page, f"board_8_demand_{asker}_{demand}", lang)
            summary.click()  # and the others are back


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_answer_of_the_desk_fits(lang, keep_board, fits):
    page = keep_board(8, lang)
    view(page, 3)
    late = False
    for contract in range(5):
        page.click(f".poucet-contracts button >> nth={contract}")
        page.settle()
        for right in range(4):
            page.click(f".poucet-desk > .poucet-chooser button >> nth={right}")
            page.settle()
            page.click(".poucet-desk .poucet-reveal")
            fits(page, f"board_8_desk_{contract}_{right}", lang)
            late |= page.locator(".poucet-late").evaluate("one => one.offsetWidth > 0")
    assert late, "no answer came after its month"


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_date_and_a_vote_fit(lang, keep_board, fits):
    page = keep_board(8, lang)
    view(page, 4)
    for date in range(18):
        page.click(".poucet-since .poucet-reveal")
        fits(page, f"board_8_date_{date}", lang)
    view(page, 5)
    for place, hands in enumerate(("18", "7", "3")):
        page.fill(f".poucet-voting .poucet-bet >> nth={place} >> input >> nth=0", hands)
        page.keyboard.press("Enter")
    page.click(".poucet-voting .poucet-reveal")
    fits(page, "board_8_vote", lang)
    assert page.inner_text(".poucet-voting .poucet-big strong") == "18"
