"""Each clause changed alone in the charter makes its own demands fail, and no other."""

import numpy as np
import pytest

from poucet import School, i18n, judge
from poucet.contract import Contract, SubProcessor
from poucet.contract.checks import CHECKS
from poucet.contract.clauses import CLAUSES, NAMES
from poucet.contract.demands import BEARS_ON, DEMANDS
from poucet.contract.findings import FAIL, PASS, STATUSES, UNDECIDABLE
from poucet.errors import PoucetError

SCHOOL = School(seed=3, pupils=60)
CHARTE = Contract.load("charte")
NO_PROGRAM = {"edunathon_text", "letter_adaptability", "letter_binding"}


def judged(**changed):
    return judge(CHARTE.replace(**changed), SCHOOL, weeks=1)


def firm(country, declared=True, receives=("directory", "trail")):
    return (SubProcessor("Essai", country, receives, declared),)


OUT_OF_REACH = {"cnil_rights", "accounts_end", "trail_ends"}
ABROAD = {"cnil_europe", "sif_europe", "fcpe_nation"}
# Clause, value put in the charter, demands that then fail, demands that no longer can be decided.
CHANGES = [
    ("fields", ("class", "address"), {"fcpe_addresses", "needed_only"}, set()),
    ("fields", ("class", "address2"), {"fcpe_addresses", "needed_only"}, set()),
    ("fields", ("class", "scholarship"), {"needed_only"}, set()),
    ("fields", (), set(), set()),
    ("identifier", "email", {"fcpe_addresses", "needed_only"}, set()),
    ("identifier", "ine", {"needed_only"}, set()),
    ("verbs", ("answered", "messaged"), {"needed_only"}, set()),
    ("verbs", (), set(), set()),
    ("time", "second", {"needed_only"}, set()),
    ("time", "day", set(), set()),
    ("ip", "whole", {"needed_only"}, set()),
    ("ip", "cut", {"needed_only"}, set()),
    ("purposes", ("teaching",), set(), set()),
    ("purposes", ("teaching", "improving_product"), set(), {"cnil_no_commerce"}),
    ("purposes", ("teaching", "predicting"), {"cnil_no_prediction"}, set()),
    (
        "purposes",
        ("teaching", "advertising"),
        {"cnil_no_commerce", "sif_no_money", "edunathon_where", "letter_neutrality"} | OUT_OF_REACH,
        set(),
    ),
    (
        "purposes",
        ("teaching", "selling_records"),
        {"cnil_no_commerce", "sif_no_money", "edunathon_where", "cnil_rights", "accounts_end"},
        set(),
    ),
    ("hosting", "US", ABROAD, set()),
    ("hosting", "DE", {"fcpe_nation"}, set()),
    ("hosting", "CH", {"sif_europe", "fcpe_nation"}, {"cnil_europe"}),
    ("hosting", "RE", set(), set()),
    ("retention_months", 4, {"accounts_end"}, set()),
    ("retention_months", 0, set(), set()),
    ("trail_months", 13, {"trail_ends"}, set()),
    ("trail_months", 0, set(), set()),
    ("reply_days", 31, {"cnil_rights"}, set()),
    ("erasure_reaches_copies", False, OUT_OF_REACH, set()),
    *(
        ("security", tuple(s for s in CHARTE.security if s != less), {"cnil_security"}, set())
        for less in CHARTE.security
    ),
    ("supervised", False, {"sif_control", "letter_binding"}, set()),
    ("anonymised_unless_personalising", 0, {"sif_anonymised"}, set()),
    ("anonymised_unless_personalising", 1, {"sif_anonymised"}, set()),
    ("anonymised_unless_personalising", 2, set(), set()),
    ("open_format", False, {"sif_open_format"}, set()),
    ("exclusive", True, {"sif_shared"}, set()),
    ("sponsorship", True, {"sif_no_money", "letter_neutrality"}, set()),
    ("published_source", False, {"sif_open_programs"}, set()),
    ("returned_at_the_end", False, {"letter_continuity"}, set()),
    ("same_for_all", False, {"letter_equality"}, set()),
    ("families_informed", False, {"edunathon_informed"}, set()),
    ("fields_published", False, {"edunathon_known", "edunathon_where"}, set()),
    ("families_asked", False, {"edunathon_signed", "edunathon_text"}, set()),
    ("subprocessors", firm("FR"), set(), set()),
    ("subprocessors", firm("US"), ABROAD, set()),
    ("subprocessors", firm("GB"), {"sif_europe", "fcpe_nation"}, {"cnil_europe"}),
    ("subprocessors", firm("FR", declared=False), {"edunathon_where"} | OUT_OF_REACH, set()),
    (
        "subprocessors",
        firm("FR", declared=False, receives=("directory",)),
        {"edunathon_where", "cnil_rights", "accounts_end"},
        set(),
    ),
]  # fmt: skip


def test_the_charter_meets_every_demand_that_a_program_can_decide():
    judgement = judged()
    assert judgement.of(FAIL) == ()
    assert set(judgement.of(UNDECIDABLE)) == NO_PROGRAM
    assert len(judgement.of(PASS)) == len(DEMANDS) - len(NO_PROGRAM)
    for verdict in judgement:
        assert not verdict.evidence


@pytest.mark.parametrize(
    ("clause", "value", "broken", "open_"),
    CHANGES,
    ids=[f"{clause}-{n}" for n, (clause, *_) in enumerate(CHANGES)],
)
def test_a_clause_changed_alone_breaks_its_own_demands_and_no_other(clause, value, broken, open_):
    judgement = judged(**{clause: value})
    assert set(judgement.of(FAIL)) == broken
    assert set(judgement.of(UNDECIDABLE)) == (NO_PROGRAM | open_) - broken
    assert broken | open_ <= set(BEARS_ON[clause])
    for key in broken:
        assert clause in {each.name for each in judgement[key].clauses}, key


@pytest.mark.parametrize("clause", [name for name in CLAUSES if name not in NAMES])
def test_every_demand_that_a_clause_bears_on_is_broken_by_some_change_of_it(clause):
    seen = set().union(*(broken for name, _, broken, _ in CHANGES if name == clause))
    # taken with k = 0, a purpose beside teaching is not anonymised
    if clause == "purposes":
        contract = CHARTE.replace(purposes=("teaching",), anonymised_unless_personalising=0)
        assert judge(contract, SCHOOL, weeks=1)["sif_anonymised"].status == PASS
        again = contract.replace(purposes=CHARTE.purposes)
        seen |= set(judge(again, SCHOOL, weeks=1).of(FAIL))
    assert seen == set(BEARS_ON[clause])


def test_the_table_of_clauses_says_what_the_demands_say():
    turned = {
        clause: tuple(demand.key for demand in DEMANDS if clause in demand.clauses)
        for clause in CLAUSES
        if clause not in NAMES
    }
    assert turned == BEARS_ON
    assert list(CHECKS) == [demand.key for demand in DEMANDS]


def test_the_name_of_a_contract_decides_nothing():
    assert judged(name="autre").of(FAIL) == ()


@pytest.mark.parametrize("name", ["grand_public", "education", "ent"])
def test_the_other_contracts_break_demands_and_show_rows_about_real_pupils(name):
    contract = Contract.load(name)
    judgement = judge(contract, SCHOOL, weeks=1)
    assert judgement.of(FAIL)
    for verdict in judgement:
        assert verdict.status in STATUSES
        assert bool(verdict.evidence) >= (verdict.status == FAIL)
        for rows in verdict.rows:
            assert len(rows) and set(rows.avatars.tolist()) <= set(range(1, SCHOOL.size + 1))


def test_the_addresses_shown_are_those_of_the_school():
    """The evidence is compared with the school's own file, pupil by pupil."""
    judgement = judged(fields=("class", "address"))
    (supplier, backup) = judgement["fcpe_addresses"].rows
    assert supplier.copy.role == "supplier" and backup.copy.role == "backup"
    shown = dict(zip(supplier.avatars.tolist(), supplier.values("address").tolist(), strict=True))
    assert shown == dict(enumerate(SCHOOL.columns["address"].tolist(), start=1))
    assert supplier.frame.columns.tolist() == ["avatar", "copy", "address"]
    about = judgement["fcpe_addresses"].about(17)
    assert about == [(rows.copy.who, "address", shown[17]) for rows in (supplier, backup)]


def test_the_rows_out_of_an_erasures_reach_are_those_of_the_copies_that_keep_them():
    shown = judged(erasure_reaches_copies=False)["cnil_rights"].rows
    assert {rows.copy.role for rows in shown} == {"backup"}
    shown = judged(subprocessors=firm("FR", declared=False))["cnil_rights"].rows
    assert {rows.copy.name for rows in shown} == {"Essai"}
    assert {rows.table for rows in shown} == {"directory", "trail"}


def test_the_lines_shown_are_the_ones_with_a_verb_too_many():
    judgement = judged(verbs=("opened", "messaged"))
    for rows in judgement["needed_only"].rows:
        assert set(rows.values("verb").tolist()) == {"messaged"}
        assert len(rows) == len(rows.avatars)


def test_the_rows_kept_too_long_are_those_of_the_pupils_who_left():
    judgement = judged(retention_months=5)
    avatars = np.unique(np.concatenate([r.avatars for r in judgement["accounts_end"].rows]))
    last = np.flatnonzero(SCHOOL.columns["level"] == "seconde") + 1
    assert avatars.tolist() == last.tolist()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_verdict_is_said_in_the_readers_language(language):
    with i18n.in_language(language):
        for name in ("charte", "grand_public", "education"):
            judgement = judge(Contract.load(name), SCHOOL, weeks=1)
            for verdict in judgement:
                assert verdict.demand.sentence in str(verdict)
                assert verdict.source in str(verdict)
                assert (verdict.status == UNDECIDABLE) <= bool(verdict.why)


def test_every_sentence_has_its_english():
    with i18n.in_language("fr"):
        french = [d.sentence for d in DEMANDS] + [v.why for v in judged() if v.why]
    with i18n.in_language("en"):
        english = [d.sentence for d in DEMANDS] + [v.why for v in judged() if v.why]
    assert not set(french) & set(english)


def test_a_judgement_changes_language_with_its_reader():
    judgement = judged()
    with i18n.in_language("en"):
        assert CHARTE.title_en in str(judgement) and f"{len(DEMANDS)} demands" in str(judgement)
    assert CHARTE.title_fr in str(judgement)


def test_an_unknown_demand_is_refused_in_one_sentence():
    with pytest.raises(PoucetError, match="cnil_europ"):
        judged()["cnil_europ"]
