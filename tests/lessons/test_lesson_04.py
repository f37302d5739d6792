"""The prose of lesson 4 says what the kit computes: the numbers a class reads are recomputed."""

import re
from itertools import combinations, product
from types import SimpleNamespace

import duckdb
import pandas as pd
import pytest
from lessons.lesson_source import LessonSource, columns_in

from poucet import directory, link, reverse_hashes
from poucet.attacks import BE1D, Recipe, birth_dates, link_near
from poucet.classroom import check
from poucet.exports.anonymous import anonymous

LESSON = LessonSource("04_putting_it_together.py")

KEYED = Recipe("sha256", key="k")
SEEN = ["birth_date", "sex"]


@pytest.fixture(scope="module")
def given(school):
    return anonymous(school, KEYED)


@pytest.fixture(scope="module")
def accounts(given):
    return pd.DataFrame(given.accounts)


@pytest.fixture(scope="module")
def school_file(school):
    file = directory(school)
    file["birth_month"] = file["birth_date"].dt.strftime("%Y-%m")
    return file


@pytest.fixture(scope="module")
def score(accounts, school_file, given):
    return lambda on, rule=link: rule(accounts, school_file, on).score(given.truth)


# Parts 1 and 3: the hashes


@pytest.fixture(scope="module")
def reversed_hashes(school, school_file):
    """Give, row by row of the teacher's table, how many candidates are tried and found."""
    names = (school_file["family_name"].str.upper() + " " + school_file["given_name"]).tolist()
    hashes = anonymous(school).accounts["account"]
    years = [
        reverse_hashes(hashes, product(names, birth_dates(*ends), [school.uai]), BE1D)
        for ends in [(2008, 2011), (2007, 2012)]
    ]
    # the other recipes are tried on the true candidates alone: the rest are only wrong ones
    days = pd.to_datetime(school_file["birth_date"])
    within = days.dt.year.between(2008, 2011)
    true = [
        (name, f"{day:%d/%m/%Y}", school.uai)
        for name, day in zip(names, days, strict=True)
        if 2008 <= day.year <= 2011
    ]
    assert len(true) == within.sum()
    salted = Recipe("sha256", salt="valmorne-2026")
    others = [
        reverse_hashes(anonymous(school, made).accounts["account"], true, tried)
        for made, tried in [(salted, salted), (KEYED, Recipe("sha256"))]
    ]
    counts = [[found.tried, len(found.found)] for found in years]
    return counts + [[years[0].tried, len(found.found)] for found in others]


@pytest.mark.slow
def test_the_answers_about_the_hashes_are_computed(language, reversed_hashes):
    rows = [row[1:] for row in LESSON.table(language, 0)]
    assert rows == [[str(tried), str(found)] for tried, found in reversed_hashes]


def test_the_accounts_missing_at_first_are_of_the_years_left_out(language, school, school_file):
    born = school_file["birth_date"].dt.year[anonymous(school).truth]
    left_out = born[~born.between(2008, 2011)]
    assert set(left_out) == {2007, 2012}
    word = {"fr": "Les dix manquants", "en": "The ten missing"}[language]
    assert len(left_out) == 10
    assert any(word in text for text in LESSON.prose(language))


def test_the_recipe_shown_is_that_of_the_accounts(school):
    names = {"school": school}
    *_, last = LESSON.code_with("import hashlib").splitlines()
    exec(LESSON.code_with("import hashlib"), names)
    assert eval(last, names) == BE1D("DURAND Léa", "03/06/2010", school.uai)


def test_there_are_as_many_accounts_as_said(language, given, school):
    assert any(f"{len(given)} " in text for text in LESSON.prose(language))
    assert round(10 * len(given) / school.size) == 6  # six pupils in ten
    slow = [text for text in LESSON.prose(language) if f"{len(given)} × {school.size}" in text]
    assert any(str(len(given) * school.size) in text for text in slow)
    assert any(str(len(given) + school.size) in text for text in slow)


# Parts 4 to 6: the link


@pytest.mark.parametrize(("rank", "rule"), [(1, link), (2, link_near)])
def test_the_answers_about_the_link_are_computed(language, rank, rule, score):
    for columns, *counts in LESSON.table(language, rank):
        found = score(columns_in(columns), rule)
        assert counts == [str(found.found), str(found.missed), str(found.wrong)], columns


def test_what_nearly_adds_is_said(language, score):
    (text,) = [
        text for text in LESSON.prose(language) if re.search("4 de plus|4 more and accuses", text)
    ]
    differences = []
    for columns in (["class", "sex", "birth_date"], ["birth_date", "sex", "second_language"]):
        exact, near = score(columns), score(columns, link_near)
        differences += [near.found - exact.found, near.wrong - exact.wrong]
    assert [int(number) for number in re.findall(r"\d+", text)] == differences


def test_who_is_wrongly_named_mostly_has_no_account(language, accounts, school_file, given):
    pairs = link(accounts, school_file, SEEN).pairs
    accused = [pupil for account, pupil in pairs if given.truth[account] != pupil]
    without = [pupil for pupil in accused if pupil not in given.truth]
    assert (len(accused), len(without)) == (10, 9)
    sentence = {"fr": "Sur les 10 accusés, 9 n", "en": "Of the 10 accused, 9 have"}[language]
    assert any(sentence in text for text in LESSON.prose(language))
    # the number that the teacher's page gives to the first of the list
    step = int(
        re.search(
            r"× (\d+)", LESSON.section(language, {"fr": "## Fiche", "en": "## Teacher"}[language])
        )[1]
    )
    assert step - 1 in without


def test_each_of_the_four_fates_falls_to_some_numbers_of_a_class(
    language, accounts, given, school_file
):
    (cell,) = [
        cell.text
        for cell in LESSON.cells
        if cell.kind == "code" and cell.language == language and "def about_me" in cell.text
    ]
    linked = link(accounts, school_file, SEEN)
    names = {
        "given": given, "accounts": accounts, "lines_of": lambda account: [account],
        "say": lambda text: None, "linked": linked, "number": 7,
    }  # fmt: skip
    exec(cell, names)
    fates = set()
    for rank in range(1, 37):
        names["number"] = 27 * rank
        fates.add(re.sub(r"\d+", "n", names["about_me"](linked)))
    assert len(fates) == 4
    wrongly = next(account for account, pupil in linked.pairs if given.truth[account] != pupil)
    names["number"] = int(given.truth[wrongly]) + 1
    told = names["about_me"](linked)
    assert told not in fates or "accus" in told


def test_the_first_challenge_has_the_answer_given(language, score):
    offered = ["level", "class", "sex", "birth_date", "birth_month", "second_language"]
    (text,) = [text for text in LESSON.prose(language) if text.startswith("## 5.")]
    assert set(re.findall(r'`"(\w+)"`', text)) == set(offered)
    found = {frozenset(pair): score(list(pair)).found for pair in combinations(offered, 2)}
    best = max(found, key=found.__getitem__)
    answer = challenge(language, 1)
    assert frozenset(columns_in(answer)) == best
    assert re.search(r"\d+", answer)[0] == str(found[best])


def test_the_second_challenge_has_the_answers_given(language, score):
    offered = ["level", "class", "sex", "birth_date", "birth_month", "second_language"]
    right = {}
    for three in combinations(offered, 3):
        found = score(list(three))
        if found.found < 10 and found.wrong == 0:
            right[frozenset(three)] = found.found
    names = columns_in(challenge(language, 2))
    assert {frozenset(names[:3]), frozenset(names[3:])} == set(right)
    counts = [right[frozenset(names[:3])], right[frozenset(names[3:])]]
    assert [int(n) for n in re.findall(r"\((\d+)", challenge(language, 2))] == counts
    assert not frozenset.union(*right) & {"birth_date", "birth_month"}


def test_the_third_challenge_has_the_answer_given(language, score):
    by_day, by_month = (
        score([born, "sex", "second_language"]) for born in ("birth_date", "birth_month")
    )
    numbers = [int(number) for number in re.findall(r"\d+", challenge(language, 3))]
    assert numbers == [by_day.found, by_month.found, by_day.wrong, by_month.wrong]


def challenge(language, rank):
    answer = r"^- \*\*(?:Défi|Challenge) \d\*\*\s?: (.*)$"
    return re.findall(answer, LESSON.answers(language), flags=re.MULTILINE)[rank - 1]


# Part 6: the face


def test_the_story_of_the_wrongly_accused_is_true(accounts, given, school_file):
    names = {
        "link": link, "accounts": accounts, "file": school_file, "given": given,
        "lines_of": lambda account: given.trail[given.trail["account"] == account],
    }  # fmt: skip
    exec(LESSON.code_with("innocents ="), names)
    accused, account = names["accused"], names["account"]
    assert names["pupil"]["given_name"] == "Aurélien"
    assert accused not in given.truth
    author = school_file.loc[given.truth[account]]
    assert author["class"].startswith("1re")
    assert author["sex"] == "M"
    assert accounts["birth_date"][account].year == 2009
    assert author["birth_date"].year == 2010
    same = school_file[school_file["birth_date"] == accounts["birth_date"][account]]
    assert same[same["sex"] == "M"].index.tolist() == [accused]
    assert len(names["at_night"](account)) > 20
    assert names["nights"] > 1
    assert len(names["searched"]) > 1


def test_the_author_of_the_lines_is_never_named(accounts, given, school_file):
    for cell in LESSON.cells:
        assert "Liam" not in cell.text


# Part 7: the exercises


def question(name):
    return LESSON.code_with(f"def {name}(")


@pytest.mark.parametrize(
    ("name", "solved", "wrong"),
    [
        ("make_index", "index[key].append(row)", "index[key] = [row]"),
        ("make_index", "index[key].append(row)", "index[key].append(key)"),
        ("join", "len(left[key]) == 1 and ", ""),
        ("join", " and len(right[key]) == 1", ""),
        ("join", "key in right and len(left[key]) == 1 and len(right[key]) == 1", "key in right"),
        ("count_wrong", "!= ine", "== ine"),
        ("count_wrong", "wrong = wrong + 1", "wrong = 1"),
    ],
)
def test_no_usual_mistake_passes(name, solved, wrong, capsys):
    names = {
        "check": check, "accounts": {"account": []}, "pairs": [],
        "given": SimpleNamespace(truth="none"), "file": {"ine": {"none": []}},
    }  # fmt: skip
    exec(question("make_index"), names)
    capsys.readouterr()
    assert solved in question(name)
    exec(question(name).replace(solved, wrong), names)
    assert capsys.readouterr().out.startswith(f"→ {name}")


def solve(accounts, school_file, given):
    """Run part 7 as the teacher's edition holds it."""
    names = {
        "check": check, "given": given, "accounts": accounts, "file": school_file,
        "link": link, "duckdb": duckdb,
    }  # fmt: skip
    for start in (
        "import csv", "def make_index(", "def join(", 'check("school"', "def count_wrong(",
        "alone_accounts = ", "import duckdb", "query = ",
    ):  # fmt: skip
        exec(LESSON.code_with(start), names)
    return names


def test_the_three_languages_give_one_answer(accounts, school_file, given, score, capsys):
    names = solve(accounts, school_file, given)
    judged = score(SEEN)
    assert len(names["pairs"]) == len(names["merged"]) == len(names["named"])
    assert len(names["pairs"]) == judged.found + judged.wrong
    assert names["count_wrong"](names["pairs"], names["truth"]) == judged.wrong
    assert [line[0] for line in capsys.readouterr().out.splitlines()] == ["✓"] * 6


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "SELECT account FROM alone_accounts",
        "SELECT account, given_name FROM alone_accounts a JOIN alone_pupils p"
        " ON a.birth_date = p.birth_date",
        "SELECT account, given_name FROM alone_accounts a JOIN alone_pupils p ON a.sex = p.sex"
        " LIMIT 371",
        "SELEC account",
        "CREATE TABLE x AS SELECT 1",
    ],
)
def test_no_usual_query_mistake_passes_or_crashes(wrong, accounts, school_file, given, capsys):
    names = solve(accounts, school_file, given)
    capsys.readouterr()
    check("sql", names["ask"](wrong), names["expected"])
    assert capsys.readouterr().out.splitlines()[-1].startswith("→ ")


# What must not be said


def test_a_pseudonym_is_never_called_always_personal(language):
    for text in LESSON.prose(language):
        for claim in re.findall(
            r".*(?:toujours une donnée personnelle|personal data in every).*", text
        ):
            assert re.search("ne dites pas|do not say", claim)


def test_the_published_numbers_are_those_of_their_sources(language):
    (text,) = [
        text
        for text in LESSON.prose(language)
        if "AOL" in text and "2014" in text and "edX" in text and "md5" in text
    ]
    numbers = set(re.findall(r"\d[\d.]*", text.replace("`md5`", "")))
    assert {"2006", "657426", "2014", "173", "16224", "34.2"} <= numbers
    assert numbers <= {"2006", "657426", "2014", "173", "16224", "34.2", "4"}


def test_without_the_sex_the_query_gives_more_pairs(accounts, school_file, given, capsys):
    names = solve(accounts, school_file, given)
    forgot = re.sub(r"\nAND .*", "", names["query"])
    assert len(names["ask"](forgot)) > len(names["named"])


def test_one_more_column_finds_more(score):
    assert score([*SEEN, "second_language"]).found > score(SEEN).found
