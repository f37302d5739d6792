"""A5's two files: what every avatar must find there, and what they may not tell."""

from assignments.a5_usual import AVATAR, CARDS, confusion, paid, precision

from poucet.classroom.assignments.a5_files import cards, evening, files, floor_asked, least_asked


def test_every_avatar_has_both_errors_and_a_threshold_that_the_school_accepts():
    for avatar in range(1, 101):
        boxes = [confusion(cards(avatar), least) for least in range(1, 14)]
        mine = boxes[least_asked(avatar) - 1]
        assert mine["wrong"] > 5
        assert mine["missed"] > 5
        honest = [precision(box) >= 0.9 for box in boxes]
        assert not honest[0]
        assert any(honest)
        assert any(len(card["points"]) == 2 for card in cards(avatar)), "text must not sort alike"


def test_every_evening_has_unsold_pages_and_a_floor_that_is_paid():
    for avatar in range(1, 41):
        floor = floor_asked(avatar)
        prices = [paid(bids, floor) for bids in evening(avatar)]
        assert 0 in prices
        assert floor in prices
        assert max(prices) > floor


def test_the_cards_name_nobody_and_tell_one_trait_only():
    assert files(AVATAR)["fiches.csv"].startswith("pupil,points,sleeps_badly\n1,")
    assert {card["sleeps_badly"] for card in CARDS} == {"oui", "non"}
