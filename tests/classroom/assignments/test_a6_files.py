"""A6's table and contract: what every avatar must find there, and where neighbours differ."""

import copy
import json

from assignments.a6_usual import (
    AVATAR,
    KNOWN,
    broken,
    diversity,
    generalise,
    groups,
    offenders,
    smallest,
)

from poucet.classroom.assignments.a6_files import DEMANDS, contract, demands_broken, files, table


def test_every_contract_keeps_and_breaks_what_it_says_and_neighbours_differ():
    for avatar in range(1, 201):
        mine = demands_broken(avatar)
        assert broken(contract(avatar)) == mine
        assert 0 < len(mine) < len(DEMANDS)
        assert mine != demands_broken(avatar + 1)
    assert len({tuple(demands_broken(avatar)) for avatar in range(1, 15)}) == 14


def test_limits_and_both_ways_of_selling_are_met_among_the_contracts():
    drawn = [contract(avatar) for avatar in range(1, 101)]
    assert {12, 18} <= {one["trail_months"] for one in drawn}
    assert {90, 120} <= {one["erasure_days"] for one in drawn}
    sold = {use for one in drawn for use in one["purposes"]}
    assert {"advertising", "selling_records"} <= sold
    # servers in France and a sub-processor abroad: looking at the servers alone is not enough
    assert any(one["hosting"] == "FR" and offenders(one, ["FR"]) for one in drawn)
    assert any(one["hosting"] != "FR" and not offenders(one, ["FR"]) for one in drawn)


def test_every_school_has_certain_answers_before_and_none_after():
    for avatar in range(1, 31):
        rows = table(avatar)
        piles = groups(rows, KNOWN, "money").values()
        assert sum(len(pile) for pile in piles if len(set(pile)) == 1) > len(rows) / 4
        wide = [generalise(row) for row in rows]
        assert smallest(wide, KNOWN, "money") > 60
        assert diversity(wide, KNOWN, "money") == 2


def test_a_contract_is_new_each_time_and_its_file_says_the_same():
    mine = contract(AVATAR)
    kept = copy.deepcopy(mine)
    mine["purposes"].clear()
    assert contract(AVATAR) == kept == json.loads(files(AVATAR)["contrat.json"])
    assert files(AVATAR)["table.csv"].startswith("class,sex,commune,money\n")
