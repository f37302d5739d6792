"""The rights desk: each answer beside what is held, and what it leaves behind."""

import csv
import datetime
import io
import json

import numpy as np
import pytest

from poucet import Contract, School, i18n
from poucet.contract.comparing import Gap, Untrue, compare
from poucet.contract.desk import Desk
from poucet.contract.manners import FALSE, HONEST, PARTIAL, manner
from poucet.contract.replies import DONE, NOTHING, REFUSED
from poucet.contract.requests import RIGHTS, Request
from poucet.errors import PoucetError

SCHOOL = School(seed=5, pupils=60)
PRESETS = ("grand_public", "education", "ent", "charte")


def desk_of(name, seed=1, **changed):
    return Desk(Contract.load(name).replace(**changed).apply(SCHOOL, weeks=1), seed)


def answered(kind, right, name="education", avatar=17, tries=200, **words):
    """Find a seed whose supplier answers that way; give the desk and its reply."""
    for seed in range(1, tries):
        desk = desk_of(name, seed)
        reply = desk.ask(right, avatar, **words)
        if reply.manner == kind:
            return desk, reply
    raise AssertionError(f"nobody answers {kind}")


@pytest.mark.parametrize("right", RIGHTS)
@pytest.mark.parametrize("seed", range(1, 9))
def test_under_the_charter_every_right_has_its_whole_effect_in_time(right, seed):
    desk = desk_of("charte", seed)
    reply = desk.ask(right, 17, column="class", value="2de 9")
    assert reply.manner == HONEST
    comparison = compare(reply, desk)
    assert comparison.whole, str(comparison)


def test_the_charters_dossier_is_what_the_school_handed_over():
    reply = desk_of("charte").ask("access", 17)
    (first, *_) = json.loads(reply.json)
    assert first["directory"]["class"] == SCHOOL.columns["class"][16]
    assert len(first["trail"]) > 0
    assert {event["verb"] for event in first["trail"]} <= {"opened", "submitted", "answered"}
    tables = {name: list(csv.DictReader(io.StringIO(text))) for name, text in reply.csv.items()}
    assert tables["1_directory.csv"] == [first["directory"]]
    assert len(tables["1_trail.csv"]) == len(first["trail"])


def test_a_dossier_on_paper_cannot_be_read_by_a_program():
    _, reply = answered(HONEST, "access", "ent")
    assert reply.parts
    with pytest.raises(PoucetError, match="papier"):
        reply.json  # noqa: B018
    with pytest.raises(PoucetError, match="papier"):
        reply.csv  # noqa: B018


def test_a_dossier_in_part_lacks_every_copy_but_the_suppliers():
    desk, reply = answered(PARTIAL, "access")
    found = compare(reply, desk)
    really = desk.held(reply).rows_of(17)
    assert [gap.who for gap in found.missing] == [d.copy.who for d in really[1:]]
    assert [gap.lines for gap in found.missing] == [d.lines for d in really[1:]]
    assert not found.true and not found.false


def test_a_false_dossier_empties_cells_and_drops_lines():
    desk, reply = answered(FALSE, "access")
    found = compare(reply, desk)
    lies = {each.column: each for each in found.false if each.who == reply.parts[0].who}
    assert lies["birth_date"] == Untrue(
        reply.parts[0].who, "birth_date", "", SCHOOL.columns["birth_date"][16]
    )
    lines = desk.held(reply).rows_of(17)[0].lines
    assert found.missing[0].lines == lines - lines // 2


def test_a_firm_that_nobody_was_told_of_is_missing_from_every_dossier():
    desk, reply = answered(HONEST, "access", "grand_public")
    assert {gap.who for gap in compare(reply, desk).missing} == {
        each.copy.who for each in desk.held(reply).rows_of(17) if not each.copy.declared
    }
    assert any(gap.country == "SG" for gap in compare(reply, desk).missing)


def test_an_honest_erasure_admits_what_it_cannot_reach_and_a_partial_one_hides_it():
    desk, reply = answered(HONEST, "erasure")
    found = compare(reply, desk)
    assert found.true and not found.whole and found.admitted
    assert all(d.copy.role != "supplier" for d in desk.held(reply).rows_of(17))
    desk, reply = answered(PARTIAL, "erasure")
    assert compare(reply, desk).false == found.admitted


def test_a_false_erasure_erases_nothing():
    desk, reply = answered(FALSE, "erasure")
    assert reply.says == DONE
    before = desk.holding.at(reply.answered).rows_of(17)
    found = compare(reply, desk)
    assert [gap.who for gap in found.false] == [each.copy.who for each in before]


def test_a_correction_in_part_stays_with_the_supplier():
    kept = {"erasure_reaches_copies": True}
    for seed in range(1, 200):
        desk = desk_of("education", seed, **kept)
        reply = desk.ask("rectification", 17, column="address", value="1 rue du Test")
        if reply.manner == PARTIAL:
            break
    rows = desk.held(reply).rows_of(17)
    assert rows[0].directory["address"] == "1 rue du Test"
    others = [d for d in rows[1:] if "address" in d.directory]
    assert others and all(d.directory["address"] != "1 rue du Test" for d in others)
    assert compare(reply, desk).false == tuple(
        Gap(d.copy.who, d.copy.country, ("address",), 0) for d in others
    )


def test_a_correction_is_in_the_next_dossier_and_in_nobody_elses():
    desk = desk_of("charte")
    first = desk.ask("rectification", 17, column="class", value="2de 9")
    desk.wait(first.answered)
    dossier = desk.ask("access", 17)
    assert {part.directory["class"] for part in dossier.parts} == {"2de 9"}
    assert (
        desk.at(first.answered - datetime.timedelta(days=1)).rows_of(17)[0].directory["class"]
        == (SCHOOL.columns["class"][16])
    )
    assert desk.at().rows_of(18)[0].directory["class"] == SCHOOL.columns["class"][17]


def test_a_letter_answered_sooner_does_not_make_the_one_before_false():
    desk = desk_of("charte")
    dossiers = [desk.ask("access", 17)]
    for number in range(6):
        desk.ask("rectification", 17, column="class", value=f"2de {number}")
        dossiers.append(desk.ask("access", 17))
    assert all(compare(each, desk).true for each in dossiers)


def test_an_objection_stops_the_study_but_not_the_buyer():
    desk, reply = answered(HONEST, "objection", "grand_public")
    roles = {each.copy.role for each in desk.held(reply).rows_of(17)}
    assert "study" not in roles and {"buyer", "exchange"} <= roles
    assert "study" in {each.copy.role for each in desk.held(reply).rows_of(18)}
    assert {gap.who for gap in compare(reply, desk).false} == {
        "un acheteur de fiches",
        "une place de marché publicitaire",
    }


def test_what_is_not_held_cannot_be_corrected_nor_objected_to():
    desk = desk_of("ent")
    assert desk.ask("rectification", 17, column="address", value="x").says == NOTHING
    assert desk.ask("objection", 17).says == NOTHING
    assert all(compare(reply, desk).true for reply in desk.replies)


def test_portability_without_an_open_format_is_refused():
    desk = desk_of("ent")
    reply = desk.ask("portability", 17)
    found = compare(reply, desk)
    assert reply.says == REFUSED and found.refused and found.true and not found.whole


def test_a_month_is_counted_by_the_calendar():
    for sent, due in [("2027-01-31", "2027-02-28"), ("2026-12-15", "2027-01-15")]:
        request = Request(1, "access", 1, datetime.date.fromisoformat(sent))
        assert request.deadline == datetime.date.fromisoformat(due)


def test_days_late_are_counted_from_the_deadline():
    late = [r for s in range(1, 60) if (r := desk_of("education", s).ask("access", 17)).days_late]
    assert late
    for reply in late:
        assert reply.answered == reply.request.deadline + datetime.timedelta(days=reply.days_late)
        assert str(reply.days_late) in str(compare(reply, desk_of("education")))


@pytest.mark.parametrize("name", PRESETS)
def test_an_audited_supplier_keeps_its_promise_and_the_others_sometimes_do_not(name):
    contract = Contract.load(name)
    sent = datetime.date(2026, 9, 13)
    drawn = [manner(contract, Request(1, "access", a, sent), 1) for a in range(1, 301)]
    days = np.array([(each.answered - sent).days for each in drawn])
    kinds = [each.kind for each in drawn]
    if contract.supervised:
        assert days.max() <= contract.reply_days and set(kinds) == {HONEST}
    else:
        assert 0.25 < (days > contract.reply_days).mean() < 0.45
        assert 0.2 < kinds.count(PARTIAL) / 300 < 0.4 and 0.08 < kinds.count(FALSE) / 300 < 0.22


@pytest.mark.parametrize("promise", [0, 1, 2, 30])
def test_a_promise_of_few_days_is_kept_to_the_day(promise):
    contract = Contract.load("charte").replace(reply_days=promise)
    sent = datetime.date(2026, 9, 13)
    asked = [Request(1, "access", avatar, sent) for avatar in range(1, 200)]
    days = {(manner(contract, each, 1).answered - sent).days for each in asked}
    assert days == set(range(promise // 2, promise + 1))


def test_the_same_seed_gives_the_same_answers():
    one, other = desk_of("education", 4), desk_of("education", 4)
    for right in ("access", "objection", "erasure"):
        first, second = one.ask(right, 9), other.ask(right, 9)
        said = [(each.answered, each.manner, each.json) for each in (first, second)]
        assert said[0] == said[1]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_everything_at_the_desk_is_said_in_both_languages(language):
    texts = []
    with i18n.in_language(language):
        for name in PRESETS:
            desk = desk_of(name, 3)
            for right in RIGHTS:
                reply = desk.ask(right, 17, column="class", value="2de 9")
                texts += [str(reply.request), str(reply), str(compare(reply, desk))]
    for text in texts:
        assert "{" not in text
        assert ("demande du" in text) <= (language == "fr")


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda desk: desk.ask("oubli", 17), "oubli"),
        (lambda desk: desk.ask("access", 61), "61"),
        (lambda desk: desk.ask("rectification", 17, column="taille", value="x"), "taille"),
        (lambda desk: desk.ask("rectification", 17, column="email", value="x"), "email"),
        (lambda desk: desk.wait("2026-09-01"), "1er"),
        (lambda desk: desk.wait("demain"), "demain"),
    ],
)
def test_a_wrong_letter_is_refused_in_one_sentence(call, words):
    with pytest.raises(PoucetError, match=words):
        call(desk_of("education"))
