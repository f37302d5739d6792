"""The game ends as the cards say, counted again by hand or by the lesson's own engine."""

from collections import Counter
from itertools import pairwise, product

import numpy as np
import pytest

from poucet import School, directory
from poucet.classroom.cards.among_five_game import (
    COLUMNS,
    FEWEST,
    GROUPS,
    STRIPS,
    STRIPS_K,
    K,
    answers,
    seats,
    tables,
)
from poucet.errors import PoucetError
from poucet.protect import k_anonymise


@pytest.fixture(scope="module")
def school():
    return School(seed=2)


def test_the_four_groups_are_whole_groups_of_the_published_table(school):
    table = directory(school)[list(COLUMNS)].assign(row=range(school.size))
    release = k_anonymise(table, list(COLUMNS), K)
    kept = ["sex", "commune", "scholarship"]
    groups = release.frame.groupby(kept)["row"].apply(list).to_dict()
    for place, group in enumerate(GROUPS):
        assert [seat.row for seat in seats(school) if seat.group == place] == groups[group]


def test_one_group_says_yes_one_says_no_one_has_one_innocent_and_one_is_mixed(school):
    yes, no, innocent, mixed = (answers(school, place) for place in range(len(GROUPS)))
    assert yes == [True] * K
    assert no == [False] * K
    assert Counter(innocent) == {True: K - 1, False: 1}
    assert 1 < sum(mixed) < len(mixed) - 1


def test_with_the_fewest_players_no_group_ends_otherwise(school):
    dealt = seats(school)[:FEWEST]
    assert {seat.group for seat in seats(school)[FEWEST:]} == {len(GROUPS) - 1}
    last = [school.sealed["money_trouble"][seat.row] for seat in dealt if seat.group == 3]
    assert len(last) >= K
    assert len(set(last)) == 2


def by_hand(school, k, different):
    """Try every table again, with plain loops."""
    pupils = [
        (*(school.columns[name][pupil - 1] for name in COLUMNS),
         bool(school.sealed["money_trouble"][pupil - 1]))
        for pupil in STRIPS
    ]  # fmt: skip
    costs = {}
    for digits, sex, commune, grant in product((0, 1, 2), (0, 1), (0, 1), (0, 1)):
        groups = {}
        for group, s, c, g, said in pupils:
            name = (group, group.split()[0], "*")[digits]
            key = (name, "*" if sex else s, "*" if commune else c, "*" if grant else g)
            groups.setdefault(key, []).append(said)
        left = sum(len(g) for g in groups.values() if len(g) < k or len(set(g)) < different)
        costs[digits, sex, commune, grant] = digits + 2 * (sex + commune + grant) + 3 * left
    return costs


@pytest.mark.parametrize("different", [1, 2])
def test_the_cheapest_table_is_the_only_one_and_plain_loops_agree(school, different):
    tried = tables(school, STRIPS_K, different)
    assert {table.levels: table.cost for table in tried} == by_hand(school, STRIPS_K, different)
    assert tried[0].cost < tried[1].cost
    assert all(one.cost <= two.cost for one, two in pairwise(tried))


def test_the_best_table_keeps_every_card_and_gives_one_group_away(school):
    best, repaired = tables(school)[0], tables(school, different=2)[0]
    assert not best.left_out
    assert not repaired.left_out
    said = np.array([bool(school.sealed["money_trouble"][pupil - 1]) for pupil in STRIPS])
    alike = [group for group in best.groups if len(set(said[list(group)])) == 1]
    assert len(alike) == 1
    assert said[list(alike[0])].all()  # they all said yes
    assert repaired.cost > best.cost
    assert min(map(len, best.groups)) >= STRIPS_K


def test_no_two_strips_are_one_pupil_and_most_are_alone_at_first(school):
    assert len(set(STRIPS)) == 12
    cells = Counter(
        tuple(str(school.columns[name][pupil - 1]) for name in COLUMNS) for pupil in STRIPS
    )
    assert sum(count == 1 for count in cells.values()) >= 8


def test_another_school_says_that_it_has_no_such_groups():
    with pytest.raises(PoucetError, match="graine"):
        seats(School(seed=2, pupils=60))
