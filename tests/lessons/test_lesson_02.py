"""The prose of lesson 2 says what the kit computes: the numbers a class reads are recomputed."""

import re
from itertools import combinations

import pandas as pd
import pytest
from lessons.lesson_source import LessonSource, columns_in

from poucet import Nation, School, class_sizes, directory, explore
from poucet.classroom import check

LESSON = LessonSource("02_am_i_unique.py")

PUBLISHED = {"87", "63"}  # Sweeney 2000 and Golle 2006, on the United States


@pytest.fixture(scope="module")
def school_file():
    file = directory(School(seed=2))
    file["birth_month"] = file["birth_date"].dt.strftime("%Y-%m")
    return file


@pytest.fixture(scope="module")
def shown_file():
    """Give the file as the lesson's own cell makes it."""
    (cell,) = [code for code in LESSON.codes() if "file = directory(" in code]
    names = {}
    exec(cell, names)
    return names["file"]


@pytest.fixture(scope="module")
def nation():
    return Nation(seed=1).frame


def test_nothing_in_the_file_names_a_pupil(shown_file):
    school = School(seed=2).columns
    naming = set(school["ine"]) | set(school["family_name"]) | set(school["given_name"])
    for column in shown_file:
        for value in shown_file[column].astype(str):
            assert value not in naming, column
            assert not re.search(r"@|^\d\d( \d\d){4}$", value), column


def question(name):
    (cell,) = [code for code in LESSON.codes() if f"def {name}(" in code]
    return cell


@pytest.mark.parametrize(
    "wrong",
    [
        "alone = size",
        "alone = 1",
        "alone = alone + 1",
        "alone = alone + size",
        "alone = max(alone, size)",
        "alone = alone + (size == 2)",
        "alone = alone + (size > 1)",
    ],
)
def test_no_usual_mistake_passes_for_count_alone(wrong, capsys):
    solved = "if size == 1:\n            alone = alone + 1"
    assert solved in question("count_alone")
    exec(question("count_alone").replace(solved, wrong), {"check": check})
    assert capsys.readouterr().out.startswith("→ count_alone")


def test_the_solutions_pass(capsys):
    names = {"check": check}
    for name in ("count_groups", "count_alone"):
        exec(question(name), names)
    names["groups"] = names["by_hand"]
    exec(question("success"), names)
    assert [line[0] for line in capsys.readouterr().out.splitlines()] == ["✓"] * 3


@pytest.mark.parametrize("accused", [..., "C", "", None, "AB", 1])
def test_part_5_asks_again_for_what_is_neither_a_nor_b(accused, language, capsys):
    (cell,) = [
        cell.text
        for cell in LESSON.cells
        if cell.kind == "code" and cell.language == language and "innocent =" in cell.text
    ]
    exec(cell, {"number": 7, "accused": accused})
    assert '"A"' in capsys.readouterr().out


def test_whoever_only_runs_the_cells_has_accused_nobody(language, capsys):
    assert LESSON.code_with("\naccused = ").endswith("\naccused = ...")
    exec(LESSON.code_with("innocent =", language), {"number": 7, "accused": ...})
    assert {"fr": "trois points", "en": "three dots"}[language] in capsys.readouterr().out


def test_the_day_and_the_month_give_the_same_mean_ages_as_shown(shown_file):
    (cell,) = [code for code in LESSON.codes() if "mean_ages =" in code]
    names = {"pd": pd, "file": shown_file}
    exec(cell, names)
    shown = names["mean_ages"].map(lambda age: f"{age:.1f}")
    assert (shown["day"] == shown["month"]).all()


def test_the_three_clues_end_on_one_pupil(language, school_file):
    code = "\n".join(cell.text for cell in LESSON.cells if cell.kind == "code")
    clues = re.findall(r'^left = \w+\[\w+\["(\w+)"\] == "([^"]+)"\]$', code, flags=re.MULTILINE)
    left, counts = school_file, []
    for column, value in clues:
        left = left[left[column] == value]
        counts.append(str(len(left)))
    assert [count for _, count in LESSON.table(language, 0)] == counts
    assert len(clues) == 3
    assert counts[-1] == "1"


def test_the_answers_about_the_school_are_computed(language, school_file):
    rows = LESSON.table(language, 1)
    assert len(rows) == 3
    for clues, *said in rows:
        found = class_sizes(school_file, columns_in(clues))
        share, accused = f"{100 * found.unique_share:.1f}%", found.rows - found.classes
        assert said == [str(found.unique), share, str(found.classes), str(accused), str(found.k)]


@pytest.mark.slow
def test_the_answers_about_france_are_computed(language, nation):
    rows = LESSON.table(language, 2)
    assert len(rows) == 4
    for clues, *said in rows:
        found = class_sizes(nation, columns_in(clues))
        assert said == [f"{100 * found.unique_share:.1f}%", str(found.k)], clues


def test_the_numbers_a_teacher_gives_make_a_class_to_talk_about(language, school_file):
    (page,) = [text for text in LESSON.prose(language) if "55 minutes" in text and "× " in text]
    step = int(re.search(r"× (\d+)", page)[1])
    numbers = [step * rank for rank in range(1, 38)]
    assert max(numbers) <= len(school_file)
    # part 5 names its author by the avatar's parity: both must be accused wrongly by somebody
    assert {number % 2 for number in numbers} == {0, 1}
    alone = ~school_file.duplicated(["birth_date", "sex"], keep=False)
    assert alone.iloc[[number - 1 for number in numbers]].mean() > 0.5  # « plus d'un sur deux »


def columns_offered(language):
    """Give the columns that part 4 offers for the list `by`."""
    (text,) = [text for text in LESSON.prose(language) if text.startswith("## 4.")]
    return re.findall(r'`"(\w+)"`', text)


def challenge(language, rank):
    answer = r"^- \*\*(?:Défi|Challenge) \d\*\*\s?: (.*)$"
    return re.findall(answer, LESSON.answers(language), flags=re.MULTILINE)[rank - 1]


def test_the_first_challenge_has_the_answer_given(language, school_file):
    unique = {
        frozenset(pair): class_sizes(school_file, pair).unique
        for pair in combinations(columns_offered(language), 2)
    }
    best = max(unique, key=unique.__getitem__)
    assert frozenset(columns_in(challenge(language, 1))) == best
    assert re.search(r"\d+", challenge(language, 1))[0] == str(unique[best])


def test_the_second_challenge_has_the_answer_given_and_none_with_a_birth(language, school_file):
    safe = {
        frozenset(three)
        for three in combinations(columns_offered(language), 3)
        if class_sizes(school_file, three).k > 1
    }
    assert frozenset(columns_in(challenge(language, 2))) in safe
    assert not frozenset.union(*safe) & {"birth_date", "birth_month"}


def test_the_third_challenge_names_the_costliest_column(language, school_file):
    code = "\n".join(cell.text for cell in LESSON.cells if cell.kind == "code")
    listed = re.search(r"explore\(file, \[([^\]]+)\]\)", code)[1]
    harm = explore(school_file, re.findall(r'"(\w+)"', listed)).harm
    assert columns_in(challenge(language, 3)) == [max(harm, key=harm.__getitem__)]


def test_no_percentage_is_left_in_the_prose_that_nobody_computed(language):
    computed = {row[2] for row in LESSON.table(language, 1)} | {
        row[1] for row in LESSON.table(language, 2)
    }
    rounded = {f"{float(share.rstrip('%')):.0f}%" for share in computed}
    published = {f"{share}%" for share in PUBLISHED}
    published |= {row[-1] for row in LESSON.table(language, 3)}  # see test_damage_counter.py
    for text in LESSON.prose(language):
        assert set(re.findall(r"\d+(?:\.\d+)?%", text)) <= computed | rounded | published


def test_the_sentence_to_copy_gives_the_two_shares_of_france(language):
    (text,) = [text for text in LESSON.prose(language) if text.startswith("## 8.")]
    shares = {row[0]: f"{float(row[1].rstrip('%')):.0f}%" for row in LESSON.table(language, 2)}
    by_day, by_month = (
        shares["`birth_date`, `sex`, `commune`"],
        shares["`birth_month`, `sex`, `commune`"],
    )
    assert re.findall(r"\d+%", text) == [by_day, by_month]


def test_a_pseudonym_is_never_called_always_personal(language):
    for text in LESSON.prose(language):
        assert not re.search(r"toujours (une donnée )?personnel|always (a )?personal", text)
