import re

import numpy as np
import pytest

from poucet import School
from poucet.apps.evening import BIDDERS, FLOORS, RULES, SEED
from poucet.apps.one_place import letter
from poucet.apps.what_you_are_worth import WhatYouAreWorth
from poucet.market.bidders import draw_bids
from poucet.market.exchange import PUBLISHER
from poucet.market.segments import segments

NBSP = "\u00a0"
THIN = "\u202f"


@pytest.fixture(scope="module")
def school():
    return School(seed=2, pupils=200)


@pytest.fixture(scope="module")
def homes(school):
    return segments(school.columns)


@pytest.fixture
def board(homes):
    return WhatYouAreWorth(homes)


def words(html):
    return re.sub(r"<[^>]*>", " ", html).replace(NBSP, " ").replace(THIN, " ")


def shown(html):
    return words(re.search(r"<strong>(.*?)</strong>", html).group(1))


def amount(text):
    return float(re.search(r"\d+(?:,\d+)?", text).group().replace(",", "."))


def rows(html):
    """Read both tables of bids: bidder, offer, what it did."""
    tables = re.findall("<table>(.*?)</table>", html)
    return [
        [
            (name, words(offer), said)
            for name, offer, said in re.findall(
                r'row">(.)</th>.*?</td><td>(.*?)</td><td>(.*?)</td></tr>', one
            )
        ]
        for one in tables
    ]


@pytest.mark.parametrize("pupil", [1, 30, 77, 200])
def test_both_sales_of_a_place_are_those_of_a_sort_by_hand(pupil, board):
    board.avatar.field.value = pupil
    board.place.button.click()
    for _turn in range(5):
        blind, seeing = (board.place.offers(profile)[0].tolist() for profile in (False, True))
        for offers, table in zip((blind, seeing), rows(board.place.bids.value), strict=True):
            first, second = sorted(range(10), key=lambda one: (-offers[one], one))[:2]
            did = {name: said for name, _offer, said in table if said}
            assert did == {letter(first): "gagne", letter(second): "fixe le prix"}
            assert [name for name, _offer, _said in table] == list("ABCDEFGHIJ")
        paid = sorted(seeing)[-2]
        said = words(board.place.notes.value)
        assert f"{paid:.2f}".replace(".", ",") + " $ payés" in said
        dearer = paid > sorted(blind)[-2]
        assert ("part plus cher" in said, "part moins cher" in said) == (dearer, not dearer)
        wanted = sum(after > before for before, after in zip(blind, seeing, strict=True))
        assert f"{wanted} enchérisseur" in said
        board.place.others.click()
        board.place.button.click()


def test_the_bids_with_the_profile_wait_for_the_press(board):
    blind, seeing = rows(board.place.bids.value)
    assert [offer for _name, offer, _said in seeing] == ["?"] * 10
    assert all(offer.endswith("$") for _name, offer, _said in blind)
    board.place.bet.field.value = 120
    board.place.button.click()
    assert "parié 1,20 $" in words(board.place.notes.value)
    board.place.others.click()
    assert [offer for _name, offer, _said in rows(board.place.bids.value)[1]] == ["?"] * 10
    assert not board.place.bet.made


def test_the_first_page_goes_dearer_and_another_one_does_not(board):
    board.place.button.click()
    assert "plus cher" in board.place.notes.value
    cheaper = []
    for _turn in range(12):
        board.place.others.click()
        board.place.button.click()
        cheaper.append("moins cher" in board.place.notes.value)
    assert any(cheaper)


def test_the_shelves_are_those_of_the_household(board, homes):
    for pupil in (1, 30, 111):
        board.avatar.field.value = pupil
        found = re.findall(r"<li>(\d+) ·", board.place.shelves.value)
        assert [int(number) for number in found] == homes[pupil - 1].numbers
        own = "À 18 ans" in board.place.shelves.value
        assert own == homes[pupil - 1].adult
        assert "device.ifa" in board.place.shelves.value
        assert "imp[0]" not in board.place.shelves.value


def test_a_thousand_screens_bring_what_a_sort_by_hand_says(board):
    board.chooser.value = "worlds"
    view = board.view
    assert shown(view.answer.value) == "?"
    view.button.click()
    for bidders in BIDDERS:
        for floor in FLOORS:
            view.bidders.value, view.floor.value = bidders, floor
            for profile, text in ((True, shown(view.answer.value)), (False, view.question.value)):
                bids = np.sort(draw_bids(1000, bidders, profile, seed=SEED), axis=1)
                price = np.maximum(bids[:, -2], floor)[bids[:, -1] >= floor]
                said = amount(words(text).rpartition("rapportent")[2])
                assert said == pytest.approx(price.sum() / 1000, abs=0.005)


def test_each_rule_of_the_sale_is_the_one_pressed(board):
    board.chooser.value = "worlds"
    for rule in RULES:
        board.view.rule.value = rule
        assert board.evening.rule == rule
    board.view.rule.set_state({"index": None})
    board.view.floor.set_state({"index": None})
    assert (board.view.rule.value, board.view.floor.value) == ("first", 0.0)
    assert board.message.value == ""


def test_a_fee_moves_the_page_s_share_and_no_cent_is_lost(board):
    board.chooser.value = "cents"
    view = board.view
    assert all(dial.slider.layout.display == "none" for dial in view.dials.values())
    assert shown(view.answer.value) == "?"
    view.button.click()
    assert shown(view.answer.value) == "55"
    for fee in (0, 25):
        for dial in view.dials.values():
            dial.slider.value = fee
        assert shown(view.answer.value) == str(100 - 4 * fee)
        money = board.evening.sold(profile=True).money
        assert sum(money.parts.values()) == money.total
        assert money.parts[PUBLISHER] == (money.total if fee == 0 else 0)
    assert board.message.value == ""


def test_a_dial_s_bounds_cannot_be_moved_by_a_page(board):
    board.chooser.value = "cents"
    dial = board.view.dials["agency"]
    dial.slider.set_state({"max": 400, "value": 300})
    assert (dial.value, dial.slider.max) == (25, 25)
    assert board.evening.fees["agency"] == 0.25


def test_the_budget_is_the_sum_of_its_lines_over_the_pupils(board):
    board.chooser.value = "unsold"
    view = board.view
    view.bet.field.value = 12
    assert "1,00" not in view.answer.value + view.notes.value + view.beside.value
    view.button.click()
    assert shown(view.answer.value) == "1,00 €"
    assert "parié 12 €" in words(view.answer.value)
    view.costs["people"].slider.value = 1500
    total = sum(1000 * dial.value for dial in view.costs.values())
    assert amount(shown(view.answer.value)) == pytest.approx(total / 1_000_000)
    agreed, sold = re.findall("<dd>(.*?)</dd>", view.beside.value)
    assert amount(agreed) == pytest.approx(13 / 12, abs=0.005)
    assert amount(sold) == pytest.approx(0.0012 * 10 * 180 * 0.55, abs=0.005)


def test_the_fees_that_the_class_chose_cut_what_is_earned(board):
    board.chooser.value = "cents"
    board.view.dials["exchange"].slider.value = 25
    board.chooser.value = "unsold"
    board.view.ads.slider.value = 20
    board.view.button.click()
    sold = re.findall("<dd>(.*?)</dd>", board.view.beside.value)[1]
    assert amount(sold) == pytest.approx(0.0012 * 20 * 180 * 0.40, abs=0.005)


def test_only_the_first_question_asks_for_a_pupil(board):
    for key in board.views:
        board.chooser.value = key
        assert (board.avatar.row.layout.display is None) == (key == "place")


def test_the_language_changes_every_text_and_no_choice(board):
    for key in board.views:
        board.chooser.value = key
        board.view.button.click()
    board.languages.value = "en"
    french = "élève|profil[^e]|écran|gagne|enchéri|Levez|publicité|vendre|hypothèse|foyer"
    for key in board.views:
        board.chooser.value = key
        for name, widget in vars(board.view).items():
            if isinstance(getattr(widget, "value", None), str):
                said = re.sub('src="[^"]*"', "", widget.value)
                assert not re.search(french, said), name
        assert board.view.revealed
    dials = board.views["cents"].dials.values()
    assert next(iter(dials)).slider.description == "the advertising agency: 10%"
