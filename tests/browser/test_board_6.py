"""Board 6 on the projector: what is true of it alone. What every board owes is in test_boards.

The tests of a language share one page, in order: the first finds it as nobody has touched it, and
each of the others leads it to where it looks.
"""

import pytest


@pytest.fixture
def board(keep_board):
    return keep_board(6)


def choose(page, pupil):
    page.fill(".poucet-avatar input", str(pupil))
    page.keyboard.press("Enter")
    page.wait_for_selector(f".poucet-asked >> visible=true >> text={pupil}")
    page.settle()


def test_no_price_with_the_profile_is_in_the_page_before_the_press(board):
    assert board.locator(".poucet-bids table").nth(1).inner_text().count("?") == 10
    for view, place in ((1, ".poucet-evenings"), (2, ".poucet-cents"), (4, ".poucet-unsold")):
        board.locator(".poucet-views button").nth(view).click()
        board.wait_for_selector(f"{place} .poucet-big >> visible=true")
        board.settle()
        assert board.inner_text(f"{place} .poucet-big strong") == "?"
    assert board.locator(".poucet-cents img").count() == 0


def test_the_profile_makes_one_place_dearer_and_another_cheaper(board):
    board.click(".poucet-views button >> nth=0")
    board.settle()
    board.click(".poucet-selling .poucet-reveal")
    board.wait_for_selector("text=part plus cher")
    for _turn in range(20):
        board.click("text=Une autre page")
        board.wait_for_selector(".poucet-winner >> nth=1", state="detached")
        board.click(".poucet-selling .poucet-reveal")
        board.wait_for_selector(".poucet-winner >> nth=1")
        board.settle()
        if "part moins cher" in board.inner_text(".poucet-selling .poucet-notes"):
            return
    pytest.fail("the profile never made a place cheaper")


# The first pupil; a household of three children; two adult pupils, with the longest lists.
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_household_fits(lang, keep_board, fits):
    page = keep_board(6, lang)
    for pupil in (1, 35, 39, 629):
        choose(page, pupil)
        page.fill(".poucet-selling .poucet-bet input >> nth=0", "500")
        page.keyboard.press("Enter")
        page.click(".poucet-selling .poucet-reveal")
        page.wait_for_selector(".poucet-winner >> nth=1")
        page.click(".poucet-child")
        page.settle()
        assert page.locator(".poucet-shelves del").count() >= 5
        fits(page, f"board_6_pupil_{pupil}", lang)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_rule_of_the_sale_fits(lang, keep_board, fits):
    page = keep_board(6, lang)
    page.click(".poucet-views button >> nth=1")
    page.settle()
    page.fill(".poucet-evenings .poucet-bet input", "123")
    page.keyboard.press("Enter")
    page.click(".poucet-evenings .poucet-reveal")
    page.wait_for_selector(".poucet-evenings .poucet-notes p")
    for chooser, rank in ((0, 0), (1, 1), (2, 2)):
        page.locator(".poucet-evenings .poucet-chooser").nth(chooser).locator("button").nth(
            rank
        ).click()
        page.settle()
        fits(page, f"board_6_rule_{chooser}", lang)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_fee_moved_by_the_keyboard_moves_the_page_s_share(lang, keep_board, fits):
    page = keep_board(6, lang)
    page.click(".poucet-views button >> nth=2")
    page.settle()
    page.fill(".poucet-cents .poucet-bet input", "90")
    page.keyboard.press("Enter")
    page.click(".poucet-cents .poucet-reveal")
    page.wait_for_selector(".poucet-cents img")
    page.settle()
    assert page.inner_text(".poucet-cents .poucet-big strong") == "55"
    page.locator(".poucet-dial [role=slider] >> visible=true").first.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_selector(".poucet-cents .poucet-big strong:text-is('54')")
    fits(page, "board_6_fee", lang)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_budget_of_the_class_moves_the_price_of_a_pupil(lang, keep_board, fits):
    page = keep_board(6, lang)
    page.click(".poucet-views button >> nth=4")
    page.settle()
    page.fill(".poucet-unsold .poucet-bet input", "100")
    page.keyboard.press("Enter")
    page.click(".poucet-unsold .poucet-reveal")
    page.wait_for_selector(".poucet-unsold .poucet-damage")
    page.settle()
    before = page.inner_text(".poucet-unsold .poucet-big strong")
    page.locator(".poucet-dial [role=slider] >> visible=true").first.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function(
        "said => document.querySelector('.poucet-unsold .poucet-big strong').innerText !== said",
        arg=before,
    )
    fits(page, "board_6_budget", lang)
