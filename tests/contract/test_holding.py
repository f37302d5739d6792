import datetime
import hashlib
import subprocess
import sys

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poucet import Contract, PoucetError, School, directory, trail
from poucet.contract import SubProcessor
from poucet.contract.dumps import KNOWN_DUMPS, Dump
from poucet.contract.reading import PRESETS

SCHOOL = School(seed=4, pupils=90)
WEEKS = 3
EDUCATION, CHARTE = Contract.load("education"), Contract.load("charte")
TOLD = SubProcessor("Dit", "FR", ("directory", "trail"), True)
HIDDEN = SubProcessor("Caché", "US", ("trail",), False)
FILES = SubProcessor("Fichier", "DE", ("directory",), True)
LEAVES = {
    "seconde": pd.Timestamp("2029-08-31"),
    "première": pd.Timestamp("2028-08-31"),
    "terminale": pd.Timestamp("2027-08-31"),
}


def apply(contract: Contract, **clauses):
    return contract.replace(**clauses).apply(SCHOOL, WEEKS)


def roles(holding) -> list[str]:
    return [copy.name or copy.role for copy in holding.copies]


@pytest.mark.parametrize("name", PRESETS)
def test_the_supplier_holds_the_columns_of_the_contract_and_nothing_else(name):
    contract = Contract.load(name)
    held = contract.apply(SCHOOL, WEEKS)
    assert tuple(held.directory.columns) == contract.columns == held.supplier.columns
    assert len(held.directory) == 90
    for column in contract.columns[1:]:
        own = directory(SCHOOL)[column]
        assert held.directory[column].tolist() == own[held.supplier.avatars - 1].tolist()
    assert held.date == datetime.date(2026, 9, 27)
    assert held.trail["verb"].isin(contract.verbs).all()
    assert set(held.trail["account"]) <= set(held.directory[contract.columns[0]])


def test_each_line_of_the_trail_bears_the_account_of_its_pupil():
    held = apply(EDUCATION)
    own = trail(SCHOOL, WEEKS)
    emails = SCHOOL.columns["email"][own["pupil"] - 1]
    assert held.trail["account"].tolist() == emails.tolist()
    assert held.supplier.line_avatars.tolist() == own["pupil"].tolist()


def test_opaque_codes_differ_by_service_and_their_order_is_not_the_schools():
    one, other = apply(CHARTE), apply(CHARTE, name="autre service")
    codes = set(one.columns["opaque_id"])
    assert len(codes) == 90 and codes.isdisjoint(other.columns["opaque_id"])
    assert one.columns["opaque_id"].tolist() == sorted(codes)
    assert one.supplier.avatars.tolist() != sorted(one.supplier.avatars.tolist())
    again = CHARTE.apply(School(seed=4, pupils=90), WEEKS)
    assert again.columns["opaque_id"].tolist() == one.columns["opaque_id"].tolist()


def test_who_gets_a_copy_and_where():
    contract = EDUCATION.replace(
        subprocessors=[TOLD, HIDDEN], purposes=["teaching", "advertising", "selling_records"]
    )
    held = contract.apply(SCHOOL, WEEKS)
    assert roles(held) == ["supplier", "backup", "Dit", "Caché", "buyer", "exchange", "study"]
    assert [copy.country for copy in held.copies] == ["IE", "IE", "FR", "US", "IE", "IE", "IE"]
    assert [copy.declared for copy in held.copies][2:5] == [True, False, False]
    assert [bool(copy.columns) for copy in held.copies] == [1, 1, 1, 0, 1, 0, 1]
    assert [bool(copy.verbs) for copy in held.copies] == [1, 1, 1, 1, 0, 1, 1]
    assert held.copies[3].directory_columns == {} and held.copies[4].trail_columns.codes == {}
    assert held.copies[3].pupils == len(set(trail(SCHOOL, WEEKS)["pupil"]))


def brute(date: str, retention: int, trail_months: int, delay: int = 0):
    """Count pupils and lines left, day by day and level by level, with pandas."""
    today, after, later = (
        pd.Timestamp(date),
        pd.DateOffset(months=retention),
        pd.DateOffset(months=delay),
    )
    ends = {level: day + after + later for level, day in LEAVES.items()}
    levels = SCHOOL.columns["level"]
    lines = trail(SCHOOL, WEEKS)
    by = pd.DataFrame({"day": lines["time"].dt.floor("D"), "level": levels[lines["pupil"] - 1]})
    left = 0
    for (day, level), count in by.value_counts().items():
        gone = day + pd.DateOffset(months=trail_months) + later
        left += count * bool(day <= today < gone and today < ends[level])
    return sum(today < ends[level] for level in levels), left


@pytest.mark.parametrize("reach", [True, False])
@pytest.mark.parametrize(
    "date", ["2026-09-10", "2027-09-12", "2027-11-29", "2027-11-30", "2028-03-12", "2030-05-30"]
)
def test_time_erases_what_the_contract_says_and_no_more(date, reach):
    held = apply(
        EDUCATION,
        retention_months=3,
        trail_months=12,
        erasure_reaches_copies=reach,
        subprocessors=[TOLD, HIDDEN, FILES],
        purposes=["teaching"],
    ).at(date)
    left = brute(date, 3, 12)
    assert (len(held.directory), len(held.trail)) == left
    by_role = {copy.name or copy.role: copy for copy in held.copies}
    saved = brute(date, 3, 12, delay=0 if reach else 6)
    forgotten = 90, len(apply(EDUCATION).at(min(date, "2026-12-01")).trail)
    for who, wanted in {
        "backup": saved,
        "Dit": left if reach else forgotten,
        "Fichier": (left[0] if reach else 90, 0),
        "Caché": (0, forgotten[1]),
    }.items():
        copy = by_role.get(who)
        found = (len(copy.directory), len(copy.trail)) if copy else (0, 0)
        assert found == wanted, who


def test_before_the_first_monday_nothing_is_held():
    before = apply(Contract.load("grand_public")).at("2026-09-06")
    assert roles(before) == ["supplier"]
    assert len(before.directory) == len(before.trail) == before.supplier.lines == 0


@pytest.mark.parametrize("reach", [True, False])
def test_the_day_that_a_copy_gives_as_its_last_is_its_last(reach):
    held = apply(EDUCATION, erasure_reaches_copies=reach, subprocessors=[TOLD, FILES, HIDDEN])
    ends = [copy.until for copy in held.copies]
    assert (None in ends[2:4]) is not reach and ends[4] is None  # nobody told that one
    for place, end in enumerate(ends):
        if end is not None:
            name = roles(held)[place]
            eve = held.at(end - datetime.timedelta(days=1))
            assert name in roles(eve)
            last = held.at(end).copies[0] if place == 0 else None
            assert name not in roles(held.at(end)) or (last and not last.pupils + last.lines)


def test_who_asks_to_be_erased_is_erased_as_far_as_the_contract_reaches():
    for reach, where in ((True, ["Caché"]), (False, ["backup", "Dit", "Caché"])):
        held = apply(
            EDUCATION,
            erasure_reaches_copies=reach,
            subprocessors=[TOLD, HIDDEN],
            purposes=["teaching"],
        )
        after = held.erased(7)
        assert [each.copy.name or each.copy.role for each in after.rows_of(7)] == where
        assert len(after.directory) == 89 and len(held.directory) == 90
        later = after.at("2027-06-01")  # eight months on, the backup has turned over
        assert [each.copy.name for each in later.rows_of(7)] == where[-1 if reach else -2 :]
        assert held.erased(7, on="2026-12-24").rows_of(7)[0].copy.role == "supplier"


def test_everything_held_about_one_person():
    held = apply(EDUCATION, subprocessors=[HIDDEN], purposes=["teaching"])
    first, *others = held.rows_of(12)
    own = directory(SCHOOL).iloc[11]
    assert first.directory["email"] == own["email"]
    assert first.directory["birth_date"] == own["birth_date"].date()
    lines = trail(SCHOOL, WEEKS)
    mine = lines[lines["pupil"] == 12]
    assert first.lines == len(mine) == len(first.events)
    assert [event["object"] for event in first.events] == mine["object"].tolist()
    assert {event["account"] for event in first.events} == {own["email"]}
    assert [each.copy.name for each in others] == ["", "Caché"] and others[1].directory == {}


@pytest.mark.parametrize("avatar", [0, 91, True, 1.5, "3", None])
def test_an_avatar_that_does_not_exist(avatar):
    for ask in (apply(CHARTE).rows_of, apply(CHARTE).erased):
        with pytest.raises(PoucetError, match="de 1 à 90"):
            ask(avatar)


@pytest.mark.parametrize("date", ["demain", "2028-13-01", None, 20280301.5, "NaT"])
def test_a_date_that_is_none(date):
    with pytest.raises(PoucetError, match="année-mois-jour"):
        apply(CHARTE).at(date)


def test_a_date_may_come_in_several_kinds():
    held = apply(CHARTE)
    dates = [
        "2028-03-01", datetime.date(2028, 3, 1), datetime.datetime(2028, 3, 1, 23),
        np.datetime64("2028-03-01T05"), pd.Timestamp("2028-03-01"),
    ]  # fmt: skip
    assert {held.at(date).date for date in dates} == {datetime.date(2028, 3, 1)}


def study(holding):
    return next((copy for copy in holding.copies if copy.role == "study"), None)


def test_a_file_called_anonymous_is_a_hash_of_the_address_until_a_dump_names_it():
    held = apply(EDUCATION)
    copy = study(held)
    assert copy.called_anonymous and copy.columns == ("account", "sex", "level", "class")
    emails = SCHOOL.columns["email"]
    by_hash = {hashlib.sha1(f"mailto:{email}".encode()).hexdigest(): email for email in emails}
    assert [by_hash[a] for a in copy.directory["account"]] == emails[copy.avatars - 1].tolist()
    assert held.reidentified == held.at("2028-02-13").reidentified == ()
    (found,) = held.at("2028-02-14").reidentified
    assert found.dump == KNOWN_DUMPS[0] and found.copy.role == "study"
    assert found.avatars.tolist() == (KNOWN_DUMPS[0].rows(SCHOOL) + 1).tolist()
    assert 0.4 < len(found.avatars) / 90 < 0.8


def test_a_dump_names_nobody_without_the_identifier_and_none_in_groups():
    later = "2029-01-01"
    assert apply(EDUCATION, identifier="ine").at(later).reidentified
    assert not apply(EDUCATION, identifier="opaque").at(later).reidentified
    assert not apply(EDUCATION, anonymised_unless_personalising=5).at(later).reidentified
    assert not apply(EDUCATION, purposes=["teaching"]).at(later).reidentified
    phones = Dump(datetime.date(2027, 1, 1), "", ("guardian1_phone",), 1.0)
    assert not apply(EDUCATION).at(later, known_dumps=[phones]).reidentified
    everybody = Dump(datetime.date(2027, 1, 1), "", ("email",), 1.0)
    (found,) = apply(EDUCATION).at("2027-01-01", known_dumps=[everybody]).reidentified
    assert found.avatars.tolist() == list(range(1, 91))
    wound = apply(EDUCATION).at("2026-12-31", known_dumps=[everybody])
    assert wound.reidentified == () and len(wound.at("2027-01-01").reidentified) == 1


@pytest.mark.parametrize("k", [1, 5, 12])
def test_other_purposes_get_groups_of_at_least_k_pupils_when_the_contract_says_so(k):
    copy = study(apply(CHARTE, anonymised_unless_personalising=k))
    if copy is None:
        raise AssertionError("no study file")
    lines = trail(SCHOOL, WEEKS)
    lines = lines[lines["verb"] == "answered"]
    lines = lines.assign(group=SCHOOL.columns["class"][lines["pupil"] - 1])
    by = ["group", "object"]
    enough = lines.groupby(by, observed=True)["pupil"].transform("nunique") >= k
    wanted = lines[enough].groupby(by, observed=True)["score"].agg(["size", "sum"])
    assert list(copy.trail.columns) == ["class", "object", "score"] and copy.groups_of == k
    found = copy.trail.groupby(["class", "object"], observed=True)["score"].agg(["size", "sum"])
    assert found["size"].to_dict() == wanted["size"].to_dict()
    assert found["sum"].to_dict() == pytest.approx(wanted["sum"].to_dict())
    assert len(copy.avatars) == len(copy.line_avatars) == copy.pupils == 0
    assert all(each.copy is not copy for each in apply(CHARTE).rows_of(1))


def test_who_has_not_been_told_the_classes_cannot_group_by_them():
    copy = study(apply(CHARTE, fields=[]))
    assert list(copy.trail.columns) == ["object", "score"]
    answered = trail(SCHOOL, WEEKS).query("verb == 'answered'")
    enough = answered.groupby("object", observed=True)["pupil"].transform("nunique") >= 5
    assert copy.lines == enough.sum()


def test_a_holding_needs_no_pandas():
    code = (
        "import sys\nfrom poucet import Contract, School\n"
        "held = Contract.load('education').apply(School(pupils=20), 1).at('2028-03-01')\n"
        "[(c.directory_columns, c.trail_columns, str(c)) for c in held.copies], held.reidentified\n"
        "held.rows_of(3)[0].events\n"
        "print('pandas' in sys.modules, 'narwhals' in sys.modules)"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.split() == ["False", "False"]


def test_without_answers_there_is_nothing_to_group():
    assert study(apply(CHARTE, verbs=["opened"])) is None


def test_what_lies_in_the_lists_is_held_too():
    held = apply(EDUCATION, subprocessors=[HIDDEN]).at("2028-04-01")
    for copy in held.copies:
        codes, categories = copy.trail_columns
        for name in ("ip", "place"):
            used = np.unique(codes[name]).tolist()
            assert used == list(range(len(categories[name])))
        if copy.columns:
            first = copy.directory_columns[copy.columns[0]]
            assert categories["account"].tolist() == first.tolist()


PLACES = st.lists(st.sampled_from([TOLD, HIDDEN, FILES]), max_size=3)


@settings(max_examples=25, deadline=None)
@given(
    st.integers(0, 40), st.integers(0, 40), st.booleans(), PLACES,
    st.lists(st.dates(datetime.date(2026, 9, 1), datetime.date(2034, 1, 1)), min_size=2),
    st.integers(1, 90),
)  # fmt: skip
def test_once_the_trail_is_complete_nothing_ever_comes_back(
    retention, trail_months, reach, firms, dates, avatar
):
    held = apply(
        CHARTE,
        retention_months=retention,
        trail_months=trail_months,
        erasure_reaches_copies=reach,
        subprocessors=firms,
    )
    before = None
    for date in sorted({max(date, held.date) for date in dates}):
        now = held.at(date)
        counts = {n: (c.pupils, c.lines) for n, c in zip(roles(now), now.copies, strict=True)}
        if before is not None:
            for name, (pupils, lines) in counts.items():
                assert pupils <= before[name][0] and lines <= before[name][1]
        before = counts
        assert {c.role for c in now.erased(avatar).copies} <= {c.role for c in now.copies}
        assert "supplier" not in [each.copy.role for each in now.erased(avatar).rows_of(avatar)]
