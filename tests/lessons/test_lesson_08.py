"""The prose of lesson 8 says what the kit computes: the numbers a class reads are recomputed."""

import re

import numpy as np
import pytest
from lessons.lesson_source import LessonSource, columns_in, numbers

from poucet import Contract, judge
from poucet.classroom import check
from poucet.contract import Desk, compare
from poucet.contract.clauses import CLAUSES, NAMES
from poucet.contract.demands import DEMANDS
from poucet.contract.writing import written as as_text
from poucet.damages import damage
from poucet.damages.copy_accused import guesses
from poucet.i18n import in_language
from poucet.market import CounterBudget

SOURCE = LessonSource("08_the_trust_charter.py")
CONTRACTS = {name: Contract.load(name) for name in ("grand_public", "education", "ent", "charte")}
EDUCATION, CHARTE = CONTRACTS["education"], CONTRACTS["charte"]
LATER, MYRIAM = "2030-06-01", 930


@pytest.fixture(scope="module")
def tallies(school):
    """Give how many demands each contract meets, breaks and leaves open."""
    made = {}
    for name, contract in CONTRACTS.items():
        judgement = judge(contract, school)
        made[name] = [len(judgement.of(how)) for how in ("pass", "fail", "undecidable")]
    return made


@pytest.fixture(scope="module")
def counted(school):
    contracts = {**CONTRACTS, "by the hour": CHARTE.replace(time="hour")}
    return {name: damage(contract.apply(school), school) for name, contract in contracts.items()}


def row(one):
    """Give the four figures of a damage as the tables have them."""
    return [float(one.found), float(one.accused), float(round(one.euros)), 100 * one.usefulness]


def test_the_four_contracts_are_as_the_teacher_is_told(tallies, school, language):
    rows = SOURCE.table(language, 0)
    assert [columns_in(cells[0]) for cells in rows] == [[name] for name in CONTRACTS]
    for (name, contract), cells in zip(CONTRACTS.items(), rows, strict=True):
        copies = len(contract.apply(school).rows_of(7))
        assert [int(cell) for cell in cells[1:]] == [copies, *tallies[name]]
    said = SOURCE.text_with(language, {"fr": "copies** de vous", "en": "copies** of you"}[language])
    words = {"fr": {8: "huit", 2: "deux"}, "en": {8: "eight", 2: "two"}}[language]
    for name in ("grand_public", "charte"):
        assert words[len(CONTRACTS[name].apply(school).rows_of(7))] in said


def test_the_bets_have_the_answers_given(tallies, school, language):
    met, broken, open_ = tallies["education"]
    (line,) = [text for text in SOURCE.answers(language).splitlines() if "27" in text]
    first, second = re.split(r"\*\*(?:Second pari|Second bet)\*\*", line)
    assert numbers(first) == [met, len(DEMANDS), round(100 * met / (met + broken + open_))]
    later = EDUCATION.apply(school).at(LATER)
    named = [copy.avatars for copy in later.copies if "family_name" in copy.columns]
    assert numbers(second) == [len(np.unique(np.concatenate(named)))]


def test_the_demands_are_those_the_teacher_lists(language):
    authors = [demand.source.author for demand in DEMANDS]
    asked_by = ("CNIL", "Next", "informatique", "EduNathon", "FCPE", "associations", "article")
    order = [
        sum(author == "CNIL" if name == "CNIL" else name in author for author in authors)
        for name in asked_by
    ]
    assert sum(order) == len(DEMANDS)
    words = {
        "fr": {"une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7},
        "en": {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7},
    }[language]
    note = SOURCE.text_with(language, {"fr": "Les 27 demandes", "en": "The 27 demands:"}[language])
    (line,) = [text for text in note.splitlines() if " 27 " in text]
    # the seven associations are a number too, before the last one
    said = [words[word] for word in re.findall(r"\w+", line) if word in words]
    assert said == [*order[:6], 7, order[6]]


def test_the_three_dials_are_those_told(counted, language):
    rows = SOURCE.table(language, 1)
    for one, cells in zip(counted.values(), rows, strict=True):
        assert [numbers(cell)[0] for cell in cells[1:]] == [round(n) for n in row(one)]


def test_as_many_clauses_differ_as_said(language):
    free = CONTRACTS["grand_public"].sentences()
    differ = [key for key, sentence in EDUCATION.sentences().items() if sentence != free[key]]
    (text,) = [t for t in SOURCE.prose(language) if "12 clauses" in t]
    assert numbers(text.split("**")[1]) == [len(differ), len(CLAUSES) - len(NAMES)]


def test_both_sides_are_right_as_said(counted, tallies, school, language):
    free, education = counted["grand_public"], counted["education"]
    assert free.euros > 0 == education.euros
    assert not {"advertising", "selling_records"} & set(EDUCATION.purposes)
    assert len(EDUCATION.apply(school).copies) < len(CONTRACTS["grand_public"].apply(school).copies)
    assert education.found == school.size
    assert 200 < education.accused < 300
    text = SOURCE.text_with(
        language, {"fr": "**Le lecteur a raison**", "en": "**The reader is"}[language]
    )
    assert numbers(text) == [200, tallies["education"][1]]


def test_the_clauses_that_may_be_written_are_accepted(language):
    start = {"fr": "## 3. À la table", "en": "## 3. At the table"}[language]
    rows = re.findall(r"^\| `(\w+)` \| (.+) \|$", SOURCE.section(language, start), re.MULTILINE)
    assert len(rows) > 6
    for clause, values in rows:
        for value in re.findall(r"`([^`]+)`", values):
            EDUCATION.replace(**{clause: eval(value)})


@pytest.mark.slow
def test_no_clause_alone_brings_the_found_down(school):
    changed = [
        key
        for key in CLAUSES
        if key not in NAMES and getattr(EDUCATION, key) != getattr(CHARTE, key)
    ]
    ways = {}
    for key in changed:
        contract = EDUCATION.replace(**{key: getattr(CHARTE, key)})
        held = contract.apply(school)
        # what is held decides; contracts under which the same is held are counted once
        shape = tuple((c.role, c.columns, c.verbs, c.time, c.ip) for c in held.copies)
        ways.setdefault(shape, contract)
    assert len(ways) > 5
    for contract in ways.values():
        assert damage(contract.apply(school), school).found == school.size


def test_challenge_2_takes_two_clauses(school):
    def in_france(**changes):
        return judge(EDUCATION.replace(**changes), school, weeks=1)["fcpe_nation"].status

    assert in_france(hosting="FR", subprocessors=[]) == "pass"
    assert in_france(hosting="FR") == in_france(subprocessors=[]) == "fail"


def test_challenge_3_does_what_is_said(school, language):
    (line,) = [
        text for text in SOURCE.answers(language).splitlines() if "fields_published=True" in text
    ]
    changes = eval(f"dict({', '.join(re.findall(r'`([^`]+=[^`]+)`', line))})")
    assert len(changes) == 6
    contract = EDUCATION.replace(**changes)
    found = damage(contract.apply(school), school).found
    assert numbers(line.rsplit("`", 1)[1]) == [found, len(judge(contract, school).of("pass"))]


def test_the_default_is_a_contract_that_can_be_played(school):
    names = {"contracts": CONTRACTS}
    exec(SOURCE.code_with("ours = contracts["), names)
    assert names["ours"] != EDUCATION


def test_keeping_the_hour_breaks_nothing_and_finds_many(counted, school, language):
    by_hour = CHARTE.replace(time="hour")
    assert not judge(by_hour, school).of("fail")
    text = SOURCE.text_with(language, "**435 ")
    assert counted["by the hour"].found == 435
    assert counted["charte"].found == 0
    open_ = judge(CHARTE, school).of("undecidable")
    assert len(open_) == 3
    assert {"fr": "Trois demandes", "en": "Three demands"}[language] in text


def test_deleting_the_class_costs_what_the_teacher_is_told(school, language):
    text = SOURCE.text_with(language, "`fields=[]`")
    kept = damage(EDUCATION.replace(fields=[]).apply(school), school).usefulness
    assert f"{round(100 * kept)}%" in text


@pytest.fixture(scope="module")
def replies(school):
    """Give avatar 7's four answers, as the notebook draws them."""
    code = SOURCE.code_with("asked = [ask(")
    start = int(re.search(r"start=(\d+)", code)[1])
    found = {}
    for seed, (name, contract) in enumerate(CONTRACTS.items(), start):
        desk = Desk(contract.apply(school), seed=seed)
        found[name] = compare(desk.ask("access", 7), desk)
    return found


def test_avatar_7_gets_the_answers_the_teacher_is_told(replies):
    assert {name: bool(reply.missing) for name, reply in replies.items()} == {
        "grand_public": True, "education": True, "ent": False, "charte": False,
    }  # fmt: skip
    assert {name for name, reply in replies.items() if reply.days_late} == {"grand_public"}


def test_time_goes_by_as_told(school, language):
    later = EDUCATION.apply(school).at(LATER)
    rows = SOURCE.table(language, 2)
    held = {copy.name or copy.role: len(copy.avatars) for copy in later.copies}
    names = ("supplier", "backup", "Nuage Cumulus", "Dépannage Tournevis")
    assert [numbers(cells[1]) for cells in rows] == [[held[name]] for name in names]
    assert EDUCATION.retention_months == 6


def test_the_leak_names_as_many_as_told(school, language):
    SOURCE.text_with(language, "679", {"fr": "### L’erreur", "en": "### The mistake"}[language])
    before, after = (
        {
            name: sum(len(each.avatars) for each in contract.apply(school).at(day).reidentified)
            for name, contract in CONTRACTS.items()
        }
        for day in ("2028-02-13", "2028-02-15")
    )
    assert set(before.values()) == {0}
    assert after == {"grand_public": 679, "education": 679, "ent": 0, "charte": 0}


def test_the_story_of_myriam_is_true(school):
    (copy,) = [c for c in EDUCATION.apply(school).at(LATER).copies if c.name == "Nuage Cumulus"]
    assert copy.rows_of(MYRIAM).directory["given_name"] == "Myriam"
    assert copy.rows_of(MYRIAM).lines > 1000
    assert guesses(school, copy)["sleeplessness"][MYRIAM - 1]
    assert not school.truth.loc[MYRIAM].any()
    assert school.columns["level"][MYRIAM - 1] == "seconde"
    born = school.columns["birth_date"][MYRIAM - 1].item()
    assert (born.year, born.month < 9) == (2011, True)  # fifteen during the weeks of the trail
    searches = [e for e in copy.rows_of(MYRIAM).events if e["object"] == "searches/mieux-dormir"]
    assert len(searches) == 2


def test_the_money_is_the_one_read_in_the_counter(counted, school, language):
    free = counted["grand_public"].euros
    text = SOURCE.text_with(language, "1332", "1.21")
    assert round(free) == 1332
    assert round(free / school.size, 2) == 1.21
    assert round(CounterBudget().per_pupil) == 1
    assert {"fr": "**1 € par élève**", "en": "**€1 per pupil**"}[language] in text


QUESTIONS = ("countries", "elsewhere", "offenders")


@pytest.fixture
def begun():
    import tomllib

    names = list(CONTRACTS)
    files = {name: tomllib.loads(as_text(contract)) for name, contract in CONTRACTS.items()}
    return {"check": check, "files": files, "names": names, "in_france": ["ent", "charte"]}


def solve(names, **changes):
    """Run the pupil's cells, with parts of the solutions replaced."""
    for question in QUESTIONS:
        code = SOURCE.code_with(f"def {question}(")
        for right, wrong in [changes[question]] if question in changes else []:
            assert right in code
            code = code.replace(right, wrong)
        exec(code, names)
    exec(SOURCE.code_with("in_france)"), names)
    return names


def test_the_solutions_agree_with_the_judge(begun, school, capsys):
    passes = [
        name for name, contract in CONTRACTS.items()
        if judge(contract, school, weeks=1)["fcpe_nation"].status == "pass"
    ]  # fmt: skip
    assert passes == begun["in_france"]
    names = solve(begun)
    assert [line[0] for line in capsys.readouterr().out.splitlines()] == ["✓"] * 4
    assert names["yours"] == passes


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        ("countries", "if country not in found:", "if True:"),
        ("elsewhere", "if country not in allowed:", "if country in allowed:"),
        ("elsewhere", "count = count + 1", "return 1"),
        ("offenders", 'found.append(firm["name"])', 'found.append(firm["country"])'),
    ],
)
def test_a_wrong_answer_is_not_praised(begun, capsys, question, right, wrong):
    solve(begun, **{question: (right, wrong)})
    (line,) = [s for s in capsys.readouterr().out.splitlines() if f" {question} " in s]
    assert line.startswith("→")


def test_whoever_has_not_begun_is_not_told_that_it_is_wrong(begun, capsys):
    for question in QUESTIONS:
        code = SOURCE.code_with(f"def {question}(")
        exec(re.sub(r"( +)### BEGIN.*?### END SOLUTION", r"\1...", code, flags=re.DOTALL), begun)
    exec(SOURCE.code_with("in_france)"), begun)
    for line in capsys.readouterr().out.splitlines():
        assert "trois points" in line or "d’abord" in line


@pytest.mark.parametrize("which", ["fr", "en"])
def test_lines_to_copy_are_six_and_no_promise_is_made_for_a_real_company(which):
    start = {"fr": "## 9. À copier", "en": "## 9. To copy"}[which]
    section = SOURCE.section(which, start)
    assert len(re.findall(r"^\d\. ", section, re.MULTILINE)) == 6
    with in_language(which):
        titles = [contract.title for contract in CONTRACTS.values()]
    assert len(set(titles)) == 4
