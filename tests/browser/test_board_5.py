"""Board 5 on the projector: what is true of it alone. What every board owes is in test_boards.

The tests of a language share one page, in order: the first finds it as nobody has touched it, and
each of the others leads it to where it looks.
"""

import re

import pytest


@pytest.fixture
def board(keep_board):
    return keep_board(5)


def press(page, row, rank):
    page.locator(f".poucet-{row} button").nth(rank).click()
    page.wait_for_selector(f".poucet-{row} button.mod-active >> nth=0")
    page.settle()


def test_neither_count_nor_truth_is_in_the_page_before_the_press(board):
    assert board.locator(".poucet-damage").count() == 0
    assert "%" not in board.inner_text(".poucet-accusing")
    board.click(".poucet-views button >> nth=2")
    board.settle()
    board.wait_for_selector(".poucet-facing .poucet-card strong")
    board.settle()
    assert not re.search("vrai|faux", board.inner_text(".poucet-facing .poucet-file"))
    assert board.locator(".poucet-truth p").count() == 0


def test_a_higher_threshold_accuses_fewer_and_misses_more(board):
    board.click(".poucet-views button >> nth=1")
    board.settle()
    board.wait_for_selector(".poucet-placing .poucet-damage")
    counts = []
    for rank in range(5):
        press(board, "bars", rank)
        found, wrong = board.locator(".poucet-placing dd").all_inner_texts()[:2]
        (missed,) = re.findall(
            r"(\d+) (?:est|sont) manqué", board.inner_text(".poucet-placing .poucet-said")
        )
        counts.append([int(count) for count in (found, missed, wrong)])
    found, missed, wrong = zip(*counts, strict=True)
    assert list(found) == sorted(found, reverse=True)
    assert list(wrong) == sorted(wrong, reverse=True)
    assert list(missed) == sorted(missed)
    assert wrong[0] > 100 > 10 > wrong[-1]


def test_the_first_accused_is_the_one_of_the_lesson_and_is_innocent(board):
    board.click(".poucet-views button >> nth=2")
    board.settle()
    press(board, "bars", 1)
    board.click(".poucet-facing .poucet-reveal")
    board.wait_for_selector(".poucet-truth strong")
    board.settle()
    assert "Myriam" in board.inner_text(".poucet-facing .poucet-card")
    assert board.inner_text(".poucet-truth strong") == "C’est faux."
    assert board.inner_text(".poucet-log pre").count("mieux-dormir") == 2


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_card_fits(lang, keep_board, fits):
    page = keep_board(5, lang)
    page.click(".poucet-views button >> nth=2")
    page.settle()
    press(page, "bars", 0)  # the lowest threshold writes the longest cards
    for trait in range(5):
        press(page, "traits", trait)
        told = set()
        while (name := page.inner_text(".poucet-facing .poucet-card strong")) not in told:
            told.add(name)
            page.click(".poucet-facing .poucet-reveal")
            page.wait_for_selector(".poucet-truth strong")
            fits(page, f"board_5_trait_{trait}_{len(told)}", lang)
            page.locator(".poucet-facing .poucet-row button").nth(1).click()
            page.wait_for_selector(".poucet-truth strong", state="detached")
            page.settle()
        assert len(told) == 6


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_highest_threshold_and_a_bet_fit(lang, keep_board, fits):
    page = keep_board(5, lang)
    page.click(".poucet-views button >> nth=0")
    page.settle()
    page.fill(".poucet-accusing .poucet-bet input", "100")
    page.keyboard.press("Enter")
    page.click(".poucet-accusing .poucet-reveal")
    page.wait_for_selector(".poucet-damage")
    for trait in range(5):
        press(page, "traits", trait)
        for threshold in (0, 4):
            press(page, "bars", threshold)
            fits(page, f"board_5_count_{trait}_{threshold}", lang)
    page.click(".poucet-views button >> nth=1")
    page.settle()
    page.wait_for_selector(".poucet-placing .poucet-damage")
    fits(page, "board_5_curve_end", lang)
