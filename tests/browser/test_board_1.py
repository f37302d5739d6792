"""Board 1 on the projector: seven formats, lines that are struck, what is left of the service."""

import pytest

from poucet.exports.service_fields import DIRECTORY_FORMATS, fields


@pytest.fixture
def board(open_board):
    return open_board(1)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_format_fits_with_its_secrets_told_and_all_broken(
    lang, open_board, fits, house_rules
):
    page = open_board(1, lang)
    page.fill(".poucet-bet input", "6")
    page.keyboard.press("Enter")
    page.click(".poucet-reveal")
    page.wait_for_selector(".poucet-damage")
    for rank, format in enumerate(DIRECTORY_FORMATS):
        page.locator(".poucet-chooser button").nth(rank).click()
        page.wait_for_selector(".poucet-chooser button.mod-active")
        page.settle()
        text = page.inner_text(".poucet-record")
        for field in fields(format)["class"]:
            assert field.name in text
        fits(page, f"board_1_{format}", lang)
    page.locator(".poucet-chooser button").nth(DIRECTORY_FORMATS.index("aaf")).click()
    page.wait_for_selector("code:text-is('ENTEleveBoursier')")
    for line in page.locator(".poucet-strike").all():
        line.click()
    page.wait_for_function("() => document.querySelectorAll('.poucet-lost').length === 8")
    check = house_rules if lang == "fr" else fits  # other words, the same elements
    check(page, "board_1_all_struck", lang)


def test_a_struck_line_shows_it_and_striking_down_to_a_code_hides_everyone(board):
    board.click(".poucet-reveal")
    board.wait_for_selector(".poucet-secret")
    board.settle()
    assert board.locator(".poucet-secret").count() == 4
    _strikes_without_colour(board)
    for line in board.locator(".poucet-strike:not(:text-is('classe'))").all():
        line.click()
    board.wait_for_selector(".poucet-notes:has-text('La classe ne peut plus')")
    board.click(".poucet-clue")
    board.wait_for_selector(".poucet-notes:has-text('sauf par le lycée')")
    board.settle()
    found, accused, _money, kept = board.locator(".poucet-damage dd").all_inner_texts()
    assert (found, accused, kept.replace("\u00a0", " ")) == ("0", "0", "100 %")
    assert board.locator(".poucet-secret").count() == 0
    assert board.locator(".poucet-works").count() == 4


def _strikes_without_colour(board):
    line = board.locator(".poucet-line").nth(3)
    line.locator("button").click()
    board.wait_for_selector(".poucet-struck")
    board.settle()
    drawn = "one => getComputedStyle(one).textDecorationLine"
    assert line.locator("code").evaluate(drawn) == "line-through"
    assert line.locator("button").get_attribute("aria-pressed") == "true"
    line.locator("button").click()
    board.wait_for_selector(".poucet-struck", state="detached")
    board.settle()
