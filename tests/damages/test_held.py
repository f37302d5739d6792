"""The four figures of a contract."""

import numpy as np
import pytest

from poucet import School, damage
from poucet.attacks import unicity
from poucet.contract import Contract
from poucet.damages import counter, euros_a_year

WEEKS = 3


@pytest.fixture(scope="module")
def school():
    return School(seed=4, pupils=240)


@pytest.fixture(scope="module")
def of(school):
    def count(name, date=None, **clauses):
        held = Contract.load(name).replace(**clauses).apply(school, weeks=WEEKS)
        return damage(held if date is None else held.at(date), school)

    return count


NO_TRAIL = {"verbs": ("opened",), "time": "none", "ip": "none"}


def test_the_four_contracts_stand_side_by_side(of):
    names = ("grand_public", "education", "ent", "charte")
    found = {name: of(name) for name in names}
    assert found["grand_public"].found == found["education"].found == 240
    assert found["ent"].found < 240
    assert [name for name in names if found[name].euros > 0] == ["grand_public"]
    assert found["grand_public"].accused > found["charte"].accused
    assert found["charte"].usefulness == 1 > found["ent"].usefulness
    assert len(counter(found).rows) == 4


def test_found_by_row_is_counted_one_by_one(of, school):
    columns = ("class", "sex", "second_language")
    rows = list(zip(*(school.columns[name].tolist() for name in columns), strict=True))
    alone = sum(rows.count(row) == 1 for row in rows)
    assert 0 < alone < 240
    assert of("charte", fields=columns, **NO_TRAIL).found == alone


def test_found_by_moments_is_the_unicity_of_the_trail(of, school):
    held = Contract.load("charte").apply(school, weeks=WEEKS)
    lines = held.supplier.trail
    share = unicity(lines, who="account", what=["time"], resolution="1h").value
    # another order of the accounts draws other moments: the share moves by chance only
    assert of("charte").found == pytest.approx(share * 240, abs=30)
    assert of("charte", time="day").found == 0


def test_an_opaque_code_finds_nobody_and_a_name_finds_all(of):
    assert of("charte", fields=(), **NO_TRAIL).found == 0
    assert of("charte", fields=("email",), **NO_TRAIL).found == 240
    assert of("charte", identifier="ine", fields=(), **NO_TRAIL).found == 240


def test_the_readings_of_lesson_1_accuse(of, school):
    grant = school.columns["scholarship"] & ~school.sealed["money_trouble"]
    arranged = (school.columns["accommodation"] != "") & ~school.sealed["illness"]
    assert of("charte", fields=(), **NO_TRAIL).accused == 0
    # the lines of three weeks without a date accuse nobody here: only the directory does
    both = of("charte", fields=("scholarship", "accommodation"), **NO_TRAIL).accused
    assert both >= np.count_nonzero(grant | arranged) > 0


def test_lines_without_a_date_still_tell_what_was_searched_for(of):
    without = {"fields": (), "time": "none", "ip": "none"}
    assert of("charte", verbs=("searched",), **without).accused > 0


def test_money_comes_with_the_purposes(of, school):
    assert of("grand_public", purposes=("teaching", "predicting")).euros == 0
    columns = Contract.load("grand_public").columns
    records = of("grand_public", purposes=("teaching", "selling_records")).euros
    assert records == pytest.approx(euros_a_year(school, columns, uses=["records"]))
    guessed = of("grand_public", purposes=("teaching", "selling_records", "predicting")).euros
    assert guessed > records
    page_only = of("charte", purposes=("advertising",), **NO_TRAIL).euros
    assert page_only > 0


def test_a_question_needs_its_purpose_and_its_answers(of):
    teaching = ("teaching",)
    assert of("charte", purposes=teaching).usefulness == pytest.approx(4 / 6)
    assert of("charte", purposes=(*teaching, "personalising")).usefulness == pytest.approx(5 / 6)
    methods = (*teaching, "evaluating_methods")
    assert of("charte", purposes=methods).usefulness == pytest.approx(5 / 6)
    assert of("charte", verbs=("opened",)).usefulness == pytest.approx(4 / 6)
    assert of("charte", purposes=("personalising",)).usefulness == pytest.approx(1 / 6)


def test_time_takes_the_use_away_before_the_damage(of):
    before, after = of("grand_public", "2026-09-01"), of("grand_public", "2040-01-01")
    assert (before.found, before.accused, before.euros, before.usefulness) == (0, 0, 0, 0)
    assert after.usefulness == after.euros == 0
    assert after.found == 240
    kept = of("charte", "2040-01-01")
    assert (kept.found, kept.accused) == (0, 0)


def test_a_dump_finds_pupils_in_a_file_called_anonymous(school):
    contract = Contract.load("charte").replace(
        fields=(), identifier="ine", anonymised_unless_personalising=0,
        erasure_reaches_copies=False, **NO_TRAIL,
    )  # fmt: skip
    late = contract.apply(school, weeks=WEEKS).at("2040-01-01")
    (named,) = late.reidentified
    assert damage(late, school).found == len(named.avatars) > 0
    assert damage(late.at("2040-01-01", known_dumps=()), school).found == 0


def test_the_answer_does_not_depend_on_what_was_asked_before(of):
    first = of("education")
    again = School(seed=4, pupils=240)
    held = Contract.load("education").apply(again, weeks=WEEKS)
    assert damage(held, again) == first
