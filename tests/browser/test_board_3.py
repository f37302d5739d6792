"""Board 3 on the projector: what is true of it alone. What every board owes is in test_boards.

The tests of a language share one page, in order: the first finds it as nobody has touched it, and
each of the others leads it to where it looks.
"""

import pytest


@pytest.fixture
def board(keep_board):
    return keep_board(3)


def choose(page, pupil):
    page.fill(".poucet-avatar input", str(pupil))
    page.keyboard.press("Enter")
    page.wait_for_selector(f".poucet-asked >> visible=true >> text={pupil}")
    page.settle()


def test_the_portrait_is_not_in_the_page_before_the_press(board):
    assert "toit" not in board.inner_text(".poucet-board")
    assert board.locator(".poucet-map img").count() == 0
    assert board.locator(".poucet-log pre").inner_text().count("\n") == 14
    board.click("text=Page suivante")
    board.wait_for_selector("text=Page 2 sur")


# The longest portraits, and one with three roofs, another with nothing but a break.
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_portrait_fits(lang, keep_board, fits):
    page = keep_board(3, lang)
    for pupil in (65, 328, 529, 1063):
        choose(page, pupil)
        page.click(".poucet-reading .poucet-reveal")
        page.wait_for_selector(".poucet-map img")
        fits(page, f"board_3_pupil_{pupil}", lang)


def test_another_pupil_hides_the_portrait_again(board):
    choose(board, 65)
    board.click(".poucet-reading .poucet-reveal")
    board.wait_for_selector(".poucet-map img")
    choose(board, 12)
    assert board.locator(".poucet-map img").count() == 0


def test_four_moments_leave_one_pupil(board):
    board.click(".poucet-views button >> nth=1")
    board.settle()
    choose(board, 594)
    left = []
    for turn in range(4):
        moment = board.locator(".poucet-moment >> visible=true").nth(turn)
        assert not moment.is_disabled()
        moment.click()
        board.wait_for_selector(f".poucet-moment.mod-active >> nth={turn}")
        board.settle()
        shown = board.locator(".poucet-big strong >> visible=true").inner_text()
        left.append(int(shown.replace("\u202f", "")))
    assert left == sorted(left, reverse=True)
    assert left[0] > 50
    assert left[-1] == 1
    assert "ont maintenant un nom" in board.inner_text(".poucet-board")
    board.click("text=Quatre autres moments")
    board.wait_for_selector(".poucet-moment:has-text('quatrième')")


def test_a_bet_on_a_moment_is_told_beside_the_count(board):
    board.click(".poucet-views button >> nth=1")
    board.settle()
    field = board.locator(".poucet-bet:not(.poucet-avatar) input >> visible=true")
    field.fill("25")
    board.keyboard.press("Enter")
    board.click(".poucet-moment >> nth=0")
    board.wait_for_selector("text=La classe avait parié 25.")


def test_the_curve_names_its_source(board):
    board.click(".poucet-views button >> nth=2")
    board.settle()
    board.click(".poucet-alone .poucet-reveal")
    board.wait_for_selector(".poucet-said")
    board.settle()
    assert "Montjoye" in board.inner_text(".poucet-source >> visible=true")
    said = board.inner_text(".poucet-said")
    assert said.count("%") == 4
    assert board.get_attribute(".poucet-curve img", "alt") == said
