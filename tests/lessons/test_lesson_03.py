"""The prose of lesson 3 says what the kit computes: the numbers a class reads are recomputed."""

import re
from pathlib import Path

import pytest
from lessons.lesson_source import LessonSource

from poucet import trail
from poucet.attacks import Moments
from poucet.attacks.portrait import portrait
from poucet.attacks.portrait_rules import WEEKS
from poucet.classroom import check
from poucet.exports.formats import weblog

LESSON = LessonSource("03_pebbles.py")

PUBLISHED = {"95%", "90%", "93%"}  # de Montjoye 2013 and 2015, Farzanehfar 2021
KEPT = {"100%", "67%"}  # six uses out of six, four out of six: see test_damage_counter.py
EMMA = 594


@pytest.fixture(scope="module")
def lines(school):
    return trail(school)


@pytest.fixture(scope="module")
def measured(lines):
    """Give the shares of pupils alone, for one to five moments, by columns and step."""
    found = {}

    def measure(columns, step):
        key = (*columns, step)
        if key not in found:
            ready = Moments(lines, what=columns, resolution=step)
            found[key] = [ready.unicity(points).value for points in range(1, 6)]
        return found[key]

    return measure


@pytest.fixture(scope="module")
def nights(lines):
    late = lines[lines["time"].dt.hour < 4]
    return late.assign(night=late["time"].dt.date).groupby("pupil")["night"].nunique()


def run(names, *cells):
    for code in cells:
        exec(code, names)
    return names


def test_the_page_has_as_many_lines_and_days_as_said_and_no_name(school, language, tmp_path):
    first, last = map(
        int, re.search(r"page\(week\[(\d+):(\d+)\]\)", "\n".join(LESSON.codes())).groups()
    )
    weblog.write(school, tmp_path, weeks=1)
    names = {"school": school, "weblog": weblog, "Path": Path}
    exec("import tempfile", names)
    week = run(names, LESSON.code_with("with tempfile."))["week"]
    shown = week[first:last]
    days = {re.search(r"\[(\d+/\w+/\d+):", line)[1] for line in shown}
    said = {"fr": "Quatorze lignes, trois jours", "en": "Fourteen lines, three days"}
    assert (len(shown), len(days)) == (14, 3)
    assert any(said[language] in text for text in LESSON.prose(language))
    for column in ("given_name", "family_name"):
        assert school.columns[column][EMMA - 1].lower() not in "".join(shown).lower()


def test_the_portrait_is_the_one_told(lines, school):
    found = portrait(lines[lines["pupil"] == EMMA])
    assert found.rhythm == WEEKS
    assert len(found.roofs) == 2
    assert found.wakes.minute < 7 * 60
    assert found.nights_awake == 25
    assert school.columns["given_name"][EMMA - 1] == "Emma"
    assert school.columns["sex"][EMMA - 1] == "F"


def test_the_story_of_emma_is_true(lines, school, nights, language):
    secret = school.truth.loc[EMMA]
    assert secret["sleeplessness"] and not secret["job"]
    searched = lines[(lines["pupil"] == EMMA) & (lines["object"] == "searches/mieux-dormir")]
    assert len(searched) == 2
    assert nights[EMMA] == 25
    (story,) = [text for text in LESSON.prose(language) if text.startswith("## 5.")]
    assert "25" in story


def test_the_first_bet_has_the_answer_given(nights, language):
    assert f"**{len(nights)}**" in LESSON.answers(language)


def part_4(language, lines):
    names = {"lines": lines.copy()}
    return run(
        names,
        LESSON.code_with("SCHOOL, HOME, WAY =", language),
        LESSON.code_with("def who_fits"),
        *[code for code in LESSON.codes() if code.startswith(("known = ", "known.append"))],
    )


def test_the_four_moments_end_on_emma_and_fall_as_said(language, lines):
    names = part_4(language, lines)
    known, who_fits = names["known"], names["who_fits"]
    counts = [str(len(who_fits(known[:points]))) for points in range(1, 5)]
    assert [row[-1] for row in LESSON.table(language, 0)] == counts
    assert who_fits(known) == {EMMA}


def test_the_known_moments_are_said_aloud_as_they_are_written(lines):
    names = part_4("fr", lines)
    said = " ".join(
        text for text in LESSON.prose("fr") if " moment : **" in text.replace("\u00a0", " ")
    )
    for hour, _place in names["known"]:
        start = int(hour[11:13])
        assert f"entre {start} h et {start + 1} h" in said.replace("\u00a0", " ")


def test_the_shares_are_computed(language, measured):
    rows = LESSON.table(language, 1)
    assert len(rows) == 4
    for how, *said in rows:
        *columns, step = re.findall(r'"(\w+)"', how)
        assert said == [f"{100 * share:.1f}%" for share in measured(columns, step)], how


def test_the_challenges_have_the_answers_given(language, measured):
    answer = r"^- \*\*(?:Défi|Challenge) \d\*\*\s?: (.*)$"
    one, two, three = re.findall(answer, LESSON.answers(language), flags=re.MULTILINE)
    hour_only = measured(["time"], "1h")
    assert int(re.search(r"\d", one)[0]) == 1 + next(p for p in range(5) if hour_only[p] > 0.5)
    zero = {step for step in ("10min", "1h", "6h", "1d", "1w") if measured(["time"], step)[3] == 0}
    assert zero == set(re.findall(r'"(\d+\w+)"', two))
    both, no_place, by_day = (
        measured(columns, step)[3]
        for columns, step in (
            (["time", "place"], "1h"),
            (["time"], "1h"),
            (["time", "place"], "1d"),
        )
    )
    assert re.findall(r"[\d.]+%", three) == [f"{100 * x:.1f}%" for x in (both, no_place, by_day)]
    assert no_place < by_day


def test_the_rule_accuses_as_many_as_said(language, nights, school):
    for least, *said in LESSON.table(language, 2):
        named = nights.index[nights >= int(least)]
        right = int(school.truth.loc[named, "job"].sum())
        assert said == [str(len(named)), str(right), str(len(named) - right)]


def test_a_single_threshold_accuses_nobody_wrongly(nights, school):
    clean = []
    for least in range(1, int(nights.max()) + 1):
        job = school.truth.loc[nights.index[nights >= least], "job"]
        if job.any() and job.all():
            clean.append((least, len(job)))
    assert clean == [(39, 1)]
    assert school.truth["job"].sum() == 142  # as the teacher's note says


def test_some_with_such_nights_sleep_well(nights, school):
    assert not school.truth.loc[nights.index[nights >= 8], "sleeplessness"].all()


def test_the_day_and_exercise_alone_find_the_same_exercises(lines):
    hardest = run({"lines": lines, "pd": __import__("pandas")}, LESSON.code_with("hardest = "))[
        "hardest"
    ]
    assert len(hardest) == 3
    assert (hardest["full"] == hardest["light"]).all()


def test_no_percentage_is_left_in_the_prose_that_nobody_computed(language):
    computed = {cell for row in LESSON.table(language, 1) for cell in row[1:]}
    rounded = {f"{float(share.rstrip('%')):.0f}%" for share in computed}
    for text in LESSON.prose(language):
        assert set(re.findall(r"\d+(?:\.\d+)?%", text)) <= computed | rounded | PUBLISHED | KEPT


def test_the_numbers_a_teacher_gives_make_a_class_to_talk_about(language, lines):
    (page,) = [text for text in LESSON.prose(language) if "55 minutes" in text and "× " in text]
    step = int(re.search(r"× (\d+)", page)[1])
    numbers = [step * rank for rank in range(1, 38)]
    assert max(numbers) <= 1100
    assert EMMA not in numbers  # nobody finds their own avatar on the page
    found = {who: portrait(part) for who, part in lines.groupby("pupil") if who in set(numbers)}
    full = [one for one in found.values() if one.wakes and one.quiet and one.roofs]
    assert len(full) >= len(numbers) - 2
    assert sum(len(one.roofs) > 1 for one in full) >= 5


def question(name):
    return LESSON.code_with(f"def {name}(")


@pytest.fixture
def words():
    return run({"check": check}, LESSON.code_with("SCHOOL, HOME, WAY =", "fr"))


def test_the_solutions_pass_on_the_example_and_on_the_school(words, lines, capsys):
    run(words, question("present"), question("suspects"), question("crowds"))
    assert [line[0] for line in capsys.readouterr().out.splitlines()] == ["✓"] * 3
    names = part_4("fr", lines)
    run(names, LESSON.code_with("first_week ="), LESSON.code_with("import csv"))
    counts = [len(words["suspects"](names["rows"], names["known"][:n])) for n in range(1, 5)]
    assert [str(count) for count in counts] == [row[-1] for row in LESSON.table("fr", 0)]
    hour, where = names["known"][0]
    crowd = words["crowds"](names["rows"])[hour, where]
    assert sorted(crowd) == sorted(words["present"](names["rows"], hour, where))


@pytest.mark.parametrize(
    ("name", "solved", "wrong"),
    [
        ("present", 'row["hour"] == hour and row["where"] == where', 'row["hour"] == hour'),
        ("present", 'row["hour"] == hour and row["where"] == where', 'row["where"] == where'),
        ("present", " and ", " or "),
        ("present", 'there.append(row["pupil"])', "there.append(row)"),
        ("suspects", "left = [pupil for pupil in left if pupil in there]", "left = there"),
        ("suspects", "left = [pupil for pupil in left if pupil in there]", "left = left + there"),
        ("suspects", "left = [pupil for pupil in left if pupil in there]", "pass"),
        (
            "suspects",
            "left = [pupil for pupil in left if pupil in there]",
            "left = [pupil for pupil in left if pupil in there]\n        return left",
        ),
        ("suspects", "if pupil in there", "if pupil not in there"),
        ("crowds", "if key not in found:\n            found[key] = []", "found[key] = []"),
    ],
)
def test_no_usual_mistake_passes(words, name, solved, wrong, capsys):
    run(words, question("present"))
    code = question(name)
    assert solved in code
    capsys.readouterr()
    run(words, code.replace(solved, wrong))
    assert capsys.readouterr().out.startswith(f"→ {name}")


@pytest.mark.parametrize("verdict", [..., "D", "", None, "AB", 1])
def test_part_5_asks_again_for_what_is_not_one_of_the_three(verdict, language, school, capsys):
    (cell,) = [
        cell.text
        for cell in LESSON.cells
        if cell.kind == "code" and cell.language == language and "secret =" in cell.text
    ]
    run({"school": school, "verdict": verdict}, cell)
    assert '"A"' in capsys.readouterr().out


def test_whoever_only_runs_the_cells_has_accused_nobody(language, school, capsys):
    given = LESSON.code_with("\nverdict = ")
    assert given.endswith("\nverdict = ...")
    run({"school": school, "verdict": ...}, LESSON.code_with("secret =", language))
    assert {"fr": "trois points", "en": "three dots"}[language] in capsys.readouterr().out


def test_a_pseudonym_is_never_called_always_personal(language):
    for text in LESSON.prose(language):
        assert not re.search(r"toujours (une donnée )?personnel|always (a )?personal", text)
