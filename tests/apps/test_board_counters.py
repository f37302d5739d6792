"""The boards count the damage of a lesson's cases as the lesson does."""

import re

import pytest
from lessons.test_damage_counter import counted

from poucet import School, trail
from poucet.apps.keeping_a_trail import WAYS
from poucet.apps.linking_accounts import LinkingAccounts
from poucet.apps.pebbles import open_board as open_3
from poucet.apps.populations import populations
from poucet.apps.putting_together import open_board as open_4
from poucet.apps.record_lines import damage
from poucet.apps.records_sold import recruiter
from poucet.apps.singling_out import SinglingOut
from poucet.apps.striking_out import StrikingOut
from poucet.apps.what_it_believes import open_board as open_5
from poucet.apps.what_you_are_worth import open_board as open_6
from poucet.damages import euros_a_year, usefulness
from poucet.market import bid_request, child_rule
from poucet.market.bid_request import fields
from poucet.market.recruiter import recruiter_score


def shown(html):
    """Give the four figures of a counter, in order."""
    figures = re.findall(r"<dd>(.*?)</dd>", html)
    assert len(figures) == 4
    return figures


def written(damage):
    return list(damage.written().values())


@pytest.mark.parametrize("row", range(3))
def test_board_1_counts_as_lesson_1(row):
    names = counted(0)
    assert damage(tuple(names["lists"][row])) == names["damages"][row]


def test_board_1_counts_what_still_leaves():
    board = StrikingOut()
    board.button.click()
    for line in board.record.lines:
        board.strikes[line.key].value = line.key not in ("email", "class")
    assert shown(board.answer.value) == written(counted(0)["damages"][1])


@pytest.mark.parametrize("row", range(3))
def test_board_2_counts_as_lesson_2(row):
    names = counted(1)
    columns, said = names["files"][row], list(names["damages"].values())[row]
    board = SinglingOut(populations())
    board.birth.value = columns[0]
    for name, toggle in board.single.items():
        toggle.value = name in columns
    assert set(board.columns) == set(columns)
    board.button.click()
    assert shown(board.counter.value) == written(said)


def test_a_class_brings_its_own_money_and_the_country_twelve_million_times_one_pupil_s():
    school, crowds = School(seed=2), populations()
    columns = ("birth_date", "commune", "sex")
    first = school.columns["class"] == sorted(set(school.columns["class"]))[0]
    assert crowds["class"].worth(columns) == euros_a_year(school, columns, rows=first)
    assert crowds["class"].rows == first.sum()
    one = euros_a_year(school, columns) / school.size
    assert crowds["nation"].worth(columns) == pytest.approx(12_000_000 * one)


def test_board_3_counts_as_lesson_3():
    board = open_3()
    view = board.all_pupils
    board.chooser.value = "all"
    assert view.counter.value == ""
    view.button.click()
    for way, said in zip(WAYS, counted(2)["damages"], strict=True):
        view.way.value = way
        assert shown(view.counter.value) == written(said)
    view.button.click()
    assert view.counter.value == ""


@pytest.mark.parametrize("row", range(4))
def test_board_4_counts_as_lesson_4(row):
    names = counted(3)
    columns, said = names["kept"][row], list(names["damages"].values())[row]
    view = open_4().views["link"]
    assert isinstance(view, LinkingAccounts)
    view.birth.value = next((name for name in columns if name.startswith("birth")), "")
    for name, toggle in view.single.items():
        toggle.value = name in columns
    view.button.click()
    assert shown(view.counter.value) == written(said)


def test_board_5_counts_as_lesson_5():
    said = counted(4)["damages"][0]
    board = open_5()
    view = board.views["accused"]
    view.button.click()
    assert shown(view.counter.value) == written(said)
    board.chooser.value = "threshold"
    assert shown(board.view.counts.value) == written(said)


@pytest.mark.parametrize("row", range(4))
def test_board_6_counts_as_lesson_6(row):
    names = counted(5)
    board = open_6()
    board.chooser.value = "records"
    view = board.view
    assert view.counter.value == view.notes.value == ""
    view.button.click()
    assert f"<strong>{names['wrongly'].sum()}</strong>" in view.answer.value
    view.sold.value = tuple(names["held"][row])
    assert shown(view.counter.value) == written(list(names["damages"].values())[row])


def test_board_6_strikes_out_what_the_child_rule_does_and_leaves_the_shelves():
    board = open_6()
    view = board.view
    home = view.households[view.avatar.number - 1]
    sent = fields(bid_request(home))
    left = fields(child_rule(bid_request(home)))
    assert "<del>" not in view.shelves.value
    view.child.value = True
    struck = re.findall("<del>(.*?)</del>", view.shelves.value)
    assert struck == [name for name in sent if name not in left]
    assert "device.ip <span" in view.shelves.value
    assert all(f"<li>{one.number} · " in view.shelves.value for one in home.segments)
    board.avatar.field.value = 31
    assert "<del>" not in view.shelves.value


def test_board_6_makes_the_recruiter_s_score_of_lesson_6():
    assert str(recruiter()) == str(recruiter_score(trail(School(seed=2))))
    assert recruiter().price is None


def test_a_longer_list_of_the_machine_brings_more():
    held = open_5().views["accused"].held
    sums = [held.damage("money_trouble", threshold).euros for threshold in (2, 3, 6)]
    assert sums == sorted(sums, reverse=True)
    assert usefulness(["opaque_id", "class"]) == held.damage("job", 3).usefulness == 1
