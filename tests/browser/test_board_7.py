"""Board 7 on the projector: what is true of it alone. What every board owes is in test_boards.

The tests of a language share one page, in order: the first finds it as nobody has touched it, and
each of the others leads it to where it looks.
"""

import pytest


@pytest.fixture
def board(keep_board):
    return keep_board(7)


def test_no_secret_is_in_the_page_before_the_press(board):
    answers = board.locator(".poucet-cells td:last-child")
    assert answers.all_inner_texts() == ["?"] * 5
    board.click(".poucet-alike .poucet-reveal")
    board.wait_for_selector(".poucet-alike .poucet-notes p")
    board.settle()
    assert answers.all_inner_texts() == ["oui"] * 5


# The largest group, one left out, and the one of whom the group is wrong.
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_group_fits(lang, keep_board, fits):
    page = keep_board(7, lang)
    for pupil in (1, 5, 42, 1032):
        page.fill(".poucet-avatar input", str(pupil))
        page.keyboard.press("Enter")
        page.settle()
        if page.is_visible(".poucet-alike .poucet-bet"):
            page.fill(".poucet-alike .poucet-bet input >> nth=0", "3")
            page.keyboard.press("Enter")
        page.click(".poucet-alike .poucet-reveal")
        fits(page, f"board_7_pupil_{pupil}", lang)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_budget_runs_out_and_the_school_falls_silent(lang, keep_board, fits):
    page = keep_board(7, lang)
    page.click(".poucet-views button >> nth=2")
    page.settle()
    page.click(".poucet-spending .poucet-bars button >> nth=0")  # the cheapest answers
    page.settle()
    for _press in range(21):
        page.click(".poucet-spending .poucet-reveal")
        page.settle()
    assert page.locator(".poucet-told-so li").count() == 8
    assert ("se tait" if lang == "fr" else "silent") in page.inner_text(".poucet-told-so")
    fits(page, "board_7_silent", lang)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_only_names_and_codes_say_which_exercise_comes_next(lang, keep_board, fits):
    page = keep_board(7, lang)
    page.click(".poucet-views button >> nth=3")
    page.settle()
    answered = []
    for way in range(5):
        page.click(f".poucet-teaching .poucet-chooser button >> nth={way}")
        page.settle()
        page.click(".poucet-teaching .poucet-reveal")
        page.settle()
        answered.append(page.locator(".poucet-two > div dl > .poucet-yes").count())
        fits(page, f"board_7_way_{way}", lang)
    assert answered == [2, 2, 0, 1, 1]
