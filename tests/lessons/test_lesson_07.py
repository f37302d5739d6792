"""The prose of lesson 7 says what the kit computes: the numbers a class reads are recomputed.

OpenDP's noise has no seed, so what is said of noise is tested against its law.
"""

import re

import numpy as np
import pandas as pd
import pytest
from lessons.lesson_source import LessonSource, columns_in, numbers, plain

from poucet import School, class_sizes, directory, trail
from poucet.classroom import check
from poucet.damages import Damage, euros_a_year, usefulness
from poucet.errors import PoucetError
from poucet.exports import trail_truth
from poucet.figures.trade_off import by_epsilon, by_k, known_for_sure
from poucet.i18n import in_language
from poucet.protect import Budget, add_noise, k_anonymise, method_effect, noise_for_a_picture

LESSON = LessonSource("07_protect_dont_destroy.py")
KNOWN = ["class", "sex", "commune", "scholarship"]
KEPT = ["sex", "commune", "scholarship"]
AUGUSTIN, MERIEM = 551, 1032


def file_of(school):
    file = directory(school)[["given_name", "family_name", *KNOWN]]
    return file.assign(money=school.truth["money_trouble"].to_numpy())


@pytest.fixture(scope="module")
def table(school):
    score = trail(school).groupby("pupil")["score"].mean().to_numpy()
    return file_of(school)[[*KNOWN, "money"]].assign(score=score)


@pytest.fixture(scope="module")
def release(table):
    return k_anonymise(table, KNOWN, 5)


@pytest.fixture(scope="module")
def groups(release):
    """Give the groups of the published table: how many said yes, and how many they are."""
    return release.frame.groupby(KEPT)["money"].agg(["sum", "size"])


def tight(text):
    """Write `k = 5` with ordinary spaces, whatever keeps it on one line."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def said(language, text):
    return any(text in tight(one) for one in LESSON.prose(language))


def rows(language, rank):
    return [[tight(cell) for cell in row] for row in LESSON.table(language, rank)]


def answer(language, start):
    (line,) = [line for line in LESSON.answers(language).splitlines() if line.startswith(start)]
    return tight(line)


def test_augustin_is_hidden_among_five_who_all_said_yes(school, groups, release):
    columns = school.columns
    assert columns["given_name"][AUGUSTIN - 1] == "Augustin"
    group = tuple(columns[name][AUGUSTIN - 1] for name in KEPT)
    assert group == ("M", "Saint-Orin-le-Vieux", True)
    assert groups.loc[group].tolist() == [5, 5]
    assert set(release.frame["class"]) == {"*"}
    assert [release.levels[name] for name in KEPT] == [0, 0, 0]


def test_the_teacher_knows_how_rare_such_groups_are(groups, language):
    (note,) = [
        text for text in LESSON.prose(language) if "Augustin" in text and "Minute 0." in tight(text)
    ]
    told = re.search(r"(\d+) group.*?(\d) .*?\((\d) (?:et|and) (\d)", note)
    all_yes = groups[groups["sum"] == groups["size"]]["size"].tolist()
    assert [int(n) for n in told.groups()] == [len(groups), len(all_yes), *sorted(all_yes)]


def test_part_2_counts_the_certain_answers(groups, release, school, language):
    yes = int(groups["size"][groups["sum"] == groups["size"]].sum())
    no = int(groups["size"][groups["sum"] == 0].sum())
    part = {"fr": "*Partie 2.*", "en": "*Part 2.*"}[language]
    kept, left, k_groups = len(release.frame), len(release.suppressed), len(groups)
    found = [int(n) for n in numbers(answer(language, part))[1:]]
    assert found == [kept, left, k_groups, yes + no, yes, no]
    assert known_for_sure(release.frame, KNOWN, "money").sum() == yes + no
    bet = LESSON.code_with('predict("known_for_sure"')
    assert f"high={kept})" in bet
    assert said(language, f"{kept} " + {"fr": "élèves", "en": "pupils"}[language])
    assert school.size == kept + left


def test_the_dial_turns_as_told(table, language):
    for cells in rows(language, 0):
        k, sure, left, detail, count = (float(cell.strip("%")) for cell in cells)
        found = k_anonymise(table, KNOWN, int(k))
        assert known_for_sure(found.frame, KNOWN, "money").sum() == sure
        assert len(found.suppressed) == left
        assert round(100 * (1 - found.loss.ncp)) == detail
        assert class_sizes(found.frame, KNOWN).classes == count


def test_the_curve_goes_through_the_same_points(table, language):
    found = {step.at: step for step in by_k(table, KNOWN, "money", (1, 5, 50)).steps}
    for k, sure, _left, detail, _count in rows(language, 0):
        if float(k) in found:
            step = found[float(k)]
            assert step.damage == pytest.approx(float(sure) / 1100)
            assert round(100 * step.usefulness) == float(detail.strip("%"))


def test_the_first_challenges_have_the_answers_given(table, language):
    def sure(k):
        found = k_anonymise(table, KNOWN, k)
        return known_for_sure(found.frame, KNOWN, "money").sum(), found

    word = {"fr": "- **Défi", "en": "- **Challenge"}[language]
    one, two = answer(language, f"{word} 1**"), answer(language, f"{word} 2**")
    k = int(re.search(r"k = (\d+)", one)[1])
    assert [int(sure(each)[0]) == 0 for each in range(1, k + 1)] == [False] * (k - 1) + [True]
    levels = sure(k)[1].levels
    assert (levels["commune"], levels["class"]) == (1, 1)
    diverse = k_anonymise(table, KNOWN, 5, l=2, sensitive="money")
    assert diverse.levels == levels
    assert f" {class_sizes(diverse.frame, KNOWN).classes} " in two


def test_only_the_class_by_itself_meets_the_third_challenge(table, language):
    word = {"fr": "- **Défi 3**", "en": "- **Challenge 3**"}[language]
    text = answer(language, word)
    counts = {}
    for others in ([], ["sex"], ["scholarship"], ["commune"], KEPT, ["sex", "commune"],
                   ["sex", "scholarship"], ["commune", "scholarship"]):  # fmt: skip
        by = ["class", *others]
        found = k_anonymise(table[[*by, "money"]], by, 5)
        whole = found.levels["class"] == 0
        counts[tuple(others)] = whole, int(known_for_sure(found.frame, by, "money").sum())
    assert [others for others, (whole, sure) in counts.items() if whole and not sure] == [()]
    assert [int(n) for n in numbers(text.split("]")[1])] == [
        counts[("sex",)][1], counts[("scholarship",)][1]
    ]  # fmt: skip
    assert columns_in(text.split("]")[1]) == ["sex", "scholarship"]


def names_of(school, release):
    from poucet.protect import pseudonyms, three_tests

    return {
        "file": file_of(school), "file_of": file_of, "School": School, "known": KNOWN,
        "release": release, "pseudonyms": pseudonyms, "three_tests": three_tests,
    }  # fmt: skip


@pytest.fixture(scope="module")
def tests(school, release):
    names = names_of(school, release)
    exec(LESSON.code_with("def with_codes("), names)
    return names["tests"]


def test_the_three_tests_find_what_is_told(tests, language):
    for found, row in zip(tests.values(), rows(language, 1), strict=True):
        for result, cell in zip(found, row[1:], strict=True):
            told = [float(n) for n in re.findall(r"\d+\.\d", cell)]
            assert told == [round(100 * result.value, 1), round(100 * result.baseline, 1)]


def test_the_k_anonymous_table_adds_no_risk_that_can_be_measured(tests, language):
    assert not any(found.better_than_chance for found in tests["k"])
    assert tests["codes"].singling_out.better_than_chance
    (text,) = [text for text in LESSON.prose(language) if "86.6%" in text]
    assert {"88.0%", "86.6%"} == set(re.findall(r"\d+\.\d%", text))


def test_the_control_group_live_in_the_same_towns_and_are_nobody_of_the_table(school):
    last_year = School(seed=4)
    for name in ("class", "commune"):
        assert set(last_year.columns[name]) == set(school.columns[name])
    assert not set(last_year.columns["ine"]) & set(school.columns["ine"])


def test_the_story_of_meriem_is_true(school, groups):
    group = tuple(school.columns[name][MERIEM - 1] for name in KEPT)
    assert school.columns["given_name"][MERIEM - 1] == "Meriem"
    assert group == ("F", "Pontarive", True)
    assert groups.loc[group].tolist() == [4, 5]
    assert not school.truth.loc[MERIEM, "money_trouble"]
    assert school.columns["scholarship"][MERIEM - 1]


def test_as_many_are_judged_by_their_group_as_told(groups, language):
    judged = groups[2 * groups["sum"] > groups["size"]]
    right, everybody = int(judged["sum"].sum()), int(judged["size"].sum())
    part = {"fr": "*Partie 5.*", "en": "*Part 5.*"}[language]
    assert [int(n) for n in numbers(answer(language, part))[1:]] == [
        everybody, right, everybody - right
    ]  # fmt: skip
    assert f"high={everybody})" in LESSON.code_with('predict("judged_by_the_group"')
    assert said(language, f" {everybody} ")


@pytest.mark.parametrize("verdict", [..., "D", "", None, "AB", 1])
def test_whoever_has_not_chosen_accuses_nobody(verdict, language, school, capsys):
    code = LESSON.code_with("short_of_money = file", language)
    exec(code, {"file": file_of(school), "verdict": verdict, "school": school})
    text = capsys.readouterr().out
    assert '"A"' in text
    assert "Meriem" not in text


def test_the_true_count_is_the_one_told_and_ten_answers_empty_the_budget(table, language):
    said_yes = table[table["money"]]
    assert len(said_yes) == 228
    assert said(language, "**228**")
    assert said(language, {"fr": "paie **dix**", "en": "pays for **ten**"}[language])
    budget = Budget(1)
    for _question in range(10):
        add_noise(said_yes, budget, 0.1)
    with pytest.raises(PoucetError):
        add_noise(said_yes, budget, 0.1)


def test_the_margin_the_teacher_is_told_is_the_one_of_the_law(table, language):
    told = add_noise(table[table["money"]], Budget(1), 0.1)
    margin = told.interval[1] - told.value
    (note,) = [text for text in LESSON.prose(language) if "Minute 31." in text]
    stated = re.search(r"(?:est à|within) (\d+)", tight(note))
    assert int(stated[1]) == margin
    noise = np.abs(noise_for_a_picture(0.1, 50_000, seed=5))
    assert (noise <= margin).mean() >= 0.95
    assert (noise <= margin - 1).mean() < 0.955


def test_a_hundred_answers_give_the_count_away():
    drawn = 228 + noise_for_a_picture(epsilon=0.1, size=100, seed=1)
    assert "228 + noise_for_a_picture(epsilon=0.1, size=100, seed=1)" in LESSON.code_with(
        "noise_for_a_picture(", "fr"
    )
    assert abs(drawn.mean() - 228) < 1
    assert np.abs(drawn[:10] - 228).max() > 20


def test_challenge_4_has_the_answer_given(language):
    code = LESSON.code_with("trade_off.by_epsilon")
    epsilons = [float(n) for n in re.search(r"\{([\d., ]+), epsilon\}", code)[1].split(",")]
    good = [step.at for step in by_epsilon(228, epsilons).steps if step.usefulness >= 0.9]
    part = {"fr": "*Partie 6.*", "en": "*Part 6.*"}[language]
    assert numbers(answer(language, part))[2] == min(good)
    assert 1 / min(good) == 5


def test_method_b_adds_what_is_told_and_k_5_cannot_say(school, table, release, language):
    method = {"methods": trail_truth(school).method_of_class, "of": "class"}
    raw = method_effect(table[["class", "score"]], **method)
    assert raw.verdict == 1
    assert said(language, f"{20 * raw.value:.2f}")
    for frame in (release.frame, k_anonymise(table, KNOWN, 5, l=2, sensitive="money").frame):
        with pytest.raises(PoucetError):
            method_effect(frame, **method)


def test_with_noise_the_verdict_is_nearly_always_the_same(school, table):
    method = table["class"].map(trail_truth(school).method_of_class)
    told = table.assign(method=method)
    how = {"by": "method", "values": ["A", "B"], "mean": "score", "low": 0, "high": 1}
    verdicts = [method_effect(add_noise(told, Budget(1), 1, **how)).verdict for _draw in range(60)]
    assert verdicts.count(1) >= 57  # in 1 000 draws, never another


@pytest.fixture(scope="module")
def damages(school, table, release):
    names = {
        "school": school, "table": table, "release": release, "known": KNOWN, "kept": KEPT,
        "diverse": k_anonymise(table, KNOWN, 5, l=2, sensitive="money"), "Damage": Damage,
        "known_for_sure": known_for_sure, "euros_a_year": euros_a_year, "usefulness": usefulness,
    }  # fmt: skip
    exec(LESSON.code_with("ads, file_alone ="), names)
    return names["damages"]


def test_the_counter_is_the_one_of_the_answers(damages, language):
    told = rows(language, 2)
    assert [row[0] for row in told] == [
        tight(name) for name in _ways(language).values()
    ]  # the same words as on the pupil's screen
    with in_language(language):
        for row, one in zip(told, damages.values(), strict=True):
            written = [plain(cell, language) for cell in one.written().values()]
            assert row[1:] == [tight(cell) for cell in written]


def _ways(language):
    code = LESSON.code_with("WAYS = {", language)
    names = {}
    exec(code[: code.index("NOT_ANY_MORE")], names)
    return names["WAYS"]


def test_guarding_the_secret_better_accuses_more_as_the_teacher_is_told(damages):
    assert damages["l"].accused > damages["k"].accused
    assert damages["l"].found == 0
    assert round(100 * damages["class"].usefulness) == 33


def test_a_class_gets_avatars_of_every_kind(groups, release, school, language):
    page = LESSON.text_with(language, "55 minutes", "× ")
    step = int(re.search(r"× (\d+)", page)[1])
    left_out = set((release.suppressed + 1).tolist())
    kinds = set()
    for pupil in range(step, school.size + 1, step):
        if pupil in left_out:
            kinds.add("left out")
            continue
        yes, size = groups.loc[tuple(school.columns[name][pupil - 1] for name in KEPT)]
        short = school.truth.loc[pupil, "money_trouble"]
        kinds.add(
            "all yes" if yes == size
            else "all no" if not yes
            else "wrongly judged" if 2 * yes > size and not short
            else "mixed"
        )  # fmt: skip
        assert pupil not in (AUGUSTIN, MERIEM)
    assert kinds == {"left out", "all yes", "all no", "wrongly judged", "mixed"}


QUESTIONS = {
    "generalise": "def generalise(",
    "groups": "def groups(",
    "diversity": "def diversity(",
}


@pytest.fixture(scope="module")
def part_8(table):
    names = {"table": table, "known": KNOWN, "pd": pd, "check": check}
    for text in ("plain = table", "import csv"):
        exec(LESSON.code_with(text), names)
    return names


def run(names, *changes):
    """Run the three questions and the whole school, with (question, solved, wrong) changes."""
    names = dict(names)
    codes = {name: LESSON.code_with(start) for name, start in QUESTIONS.items()}
    for name, solved, wrong in changes:
        assert solved in codes[name]
        codes[name] = codes[name].replace(solved, wrong)
    for code in codes.values():
        exec(code, names)
    exec(LESSON.code_with("def kit_counts("), names)
    exec(LESSON.code_with("wider = "), names)
    return names


def test_the_solutions_are_praised_one_by_one_and_on_the_school(part_8, capsys, language):
    names = run(part_8)
    assert [line[0] for line in capsys.readouterr().out.splitlines()] == ["✓"] * 7
    raw, wide = names["measure"](names["pupils"]), names["measure"](names["wider"])
    part = {"fr": "*Partie 8.*", "en": "*Part 8.*"}[language]
    worst = max(
        secrets.count("yes") / len(secrets)
        for secrets in names["groups"](names["wider"], KNOWN, "money").values()
    )
    told = [int(n) for n in numbers(answer(language, part))[1:]]
    assert told == [*raw, *wide, round(100 * worst)]


def test_an_exercise_nobody_has_begun_is_not_called_wrong(part_8, capsys):
    untouched = re.compile(r"### BEGIN SOLUTION.*?### END SOLUTION", flags=re.DOTALL)
    names = dict(part_8)
    for start in QUESTIONS.values():
        exec(untouched.sub("...", LESSON.code_with(start)), names)
    exec(LESSON.code_with("def kit_counts("), names)
    exec(LESSON.code_with("wider = "), names)
    said = capsys.readouterr().out.splitlines()
    assert len(said) == 7
    assert all("trois points" in line for line in said)


@pytest.mark.parametrize(
    ("name", "solved", "wrong"),
    [
        ("generalise", '.split(" ")[0]', '.split(" ")'),
        ("generalise", '.split(" ")[0]', '.split(" ")[1]'),
        ("generalise", '    new["commune"] = "*"\n', ""),
        ("generalise", "    return new\n", "    return row\n"),
        ("groups", "if key not in found:", "if True:"),
        ("groups", ".append(row[secret])", ".append(1)"),
        ("groups", "min(len(secrets)", "max(len(secrets)"),
        ("groups", "return min(", "return sum("),
        ("diversity", "len(set(secrets))", "len(secrets)"),
        ("diversity", "return min(", "return max("),
    ],
)  # fmt: skip
def test_no_usual_mistake_passes(part_8, name, solved, wrong, capsys):
    run(part_8, (name, solved, wrong))
    assert any(line.startswith("→") for line in capsys.readouterr().out.splitlines())


def test_a_solution_that_changes_the_file_itself_is_seen(part_8, capsys):
    """`generalise` must copy: the raw school must still have k = 1."""
    run(
        {**part_8, "pupils": [dict(row) for row in part_8["pupils"]]},
        ("generalise", "new = dict(row)", "new = row"),
    )
    assert any(line.startswith("→") for line in capsys.readouterr().out.splitlines())
