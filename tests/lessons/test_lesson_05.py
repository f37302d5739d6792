"""The prose of lesson 5 says what the kit computes: the numbers a class reads are recomputed."""

import re

import numpy as np
import pandas as pd
import pytest
from lessons.lesson_source import ANSWERS, LessonSource, plain

from poucet import infer, trail
from poucet.attacks.habits_seen import habits_seen
from poucet.attacks.inference import trait_name
from poucet.attacks.inference_rules import ENOUGH, RULES, TRAITS, WORDS
from poucet.classroom import check
from poucet.i18n import in_language, percent

LESSON = LessonSource("05_what_the_machine_believes.py")

ON_THE_CARD = ("sleeplessness", "money_trouble", "separated_parents")
JULIETTE, MYRIAM = 492, 930


@pytest.fixture(scope="module")
def lines(school):
    return trail(school)


@pytest.fixture(scope="module")
def guesses(lines):
    seen = habits_seen(lines)
    return {trait: infer(seen, trait) for trait in TRAITS}


@pytest.fixture(scope="module")
def counted(guesses, school):
    """Give found, missed, wrongly accused and left in peace, by trait and threshold."""

    def count(trait, least=ENOUGH, among=None):
        accused = guesses[trait].strength >= least
        real = school.sealed[trait]
        kept = np.ones(school.size, bool) if among is None else among
        return [
            int((mask & kept).sum())
            for mask in (accused & real, ~accused & real, accused & ~real, ~accused & ~real)
        ]

    return count


def run(names, *cells):
    for code in cells:
        exec(code, names)
    return names


def said(language, text):
    return any(text in one for one in LESSON.prose(language))


def share(one, whole, digits=1):
    return f"{100 * one / whole:.{digits}f}%"


def test_the_card_of_juliette_is_the_one_told(guesses, school, language):
    assert school.columns["given_name"][JULIETTE - 1] == "Juliette"
    assert all(guesses[trait].guess[JULIETTE - 1] for trait in ON_THE_CARD)
    true = [trait for trait in ON_THE_CARD if school.truth.loc[JULIETTE, trait]]
    assert true == ["separated_parents"]  # two lines out of three are false
    assert said(language, {"fr": "Deux lignes sur trois", "en": "Two lines out of three"}[language])


def test_juliette_is_not_a_typical_case_as_the_teacher_is_told(guesses, school, language):
    all_three = np.all([guesses[trait].guess for trait in ON_THE_CARD], axis=0)
    right = np.all([school.sealed[trait] for trait in ON_THE_CARD], axis=0)
    (note,) = [text for text in LESSON.prose(language) if re.search(r"Juliette\u202f?\?\*", text)]
    assert [int(all_three.sum()), int((all_three & right).sum())] == [
        int(found) for found in re.findall(r"\b(\d\d)\b", note[note.index("Juliette") :])
    ]


def test_what_is_held_against_juliette_is_one_search_at_school_on_a_monday(guesses):
    held = guesses["money_trouble"].evidence(JULIETTE).lines
    assert held["object"].tolist() == ["searches/aide-a-la-cantine"]
    assert held["device"].tolist() == ["poste du lycée"]
    (when,) = held["time"]
    assert when.day_name() == "Monday" and when.hour < 12


def test_the_false_lines_are_as_many_as_said(counted, language):
    found, _missed, wrong, _peace = np.sum([counted(trait) for trait in ON_THE_CARD], axis=0)
    written, false = found + wrong, wrong
    text = LESSON.answers(language)
    assert f"**{written}**" in text
    assert f"**{false}**" in text
    assert f"**{share(false, written)}**" in text
    assert said(language, f"**{written} lignes**" if language == "fr" else f"**{written} lines**")


def test_the_teacher_knows_how_many_avatars_have_nothing(guesses, school, language):
    accused = np.array([guesses[trait].guess for trait in ON_THE_CARD])
    real = np.array([school.sealed[trait] for trait in ON_THE_CARD])
    nothing = ~accused.any(axis=0) & ~real.any(axis=0)
    false, silent = (accused & ~real).any(axis=0), (~accused & real).any(axis=0)
    (line,) = [
        line for text in LESSON.prose(language) for line in text.splitlines()
        if line.startswith(("- **«\u00a0Mon avatar", "- **“My avatar"))
    ]  # fmt: skip
    counts = [int(count.sum()) for count in (nothing, false, silent)]
    assert [int(n) for n in re.findall(r"\d+", line)] == counts


def test_the_words_and_the_bar_of_the_rule_are_those_of_the_machine(language):
    text = LESSON.section(language, "Les points s" if language == "fr" else "Points add up")
    assert f"**{ENOUGH} points**" in text
    assert [word for word in ("dormir", "sommeil", "insomnie") if f"*{word}*" in text] == list(
        WORDS["sleeplessness"]
    )


def test_the_bets_speak_of_the_right_numbers(counted, school, language):
    found, missed, wrong, peace = counted("sleeplessness")
    assert said(language, f"**{found + missed} élèves**") or language == "en"
    assert said(language, f"**{found + missed} pupils**") or language == "fr"
    highs = [int(high) for high in re.findall(r"high=(\d+)", "\n".join(LESSON.codes("fr")))]
    assert highs == [100, found + missed, wrong + peace]
    assert f" {wrong + peace} " in " ".join(LESSON.prose(language))


def test_precision_recall_and_the_brochure_are_right(counted, school, language):
    found, missed, wrong, peace = counted("sleeplessness")
    word = {"fr": "**rappel**", "en": "**recall**"}[language]
    (text,) = [text for text in LESSON.prose(language) if "brochure" in text and word in text]
    out_of = {"fr": "{} sur {}", "en": "{} out of {}"}[language]
    assert out_of.format(found, found + wrong) in text
    assert out_of.format(found, found + missed) in text
    assert set(re.findall(r"\d+%", text)) == {
        share(found, found + wrong, 0),
        share(found, found + missed, 0),
        share(found + peace, school.size, 0),
        share(wrong + peace, school.size, 0),
    }
    assert f" {peace} " in text


def test_the_five_traits_are_scored_as_said(counted, language):
    rows = LESSON.table(language, 0)
    assert {row[0].strip('`"') for row in rows} == set(TRAITS)
    for name, *numbers in rows:
        found, missed, wrong, _peace = counted(name.strip('`"'))
        shares = [share(found, found + wrong), share(found, found + missed)]
        assert numbers == [str(found), str(missed), str(wrong), *shares], name


def test_the_thresholds_do_what_is_said(counted, guesses, language):
    rows = LESSON.table(language, 1)
    most = int(guesses["sleeplessness"].strength.max())
    assert [int(row[0]) for row in rows] == list(range(1, most + 1))
    for least, *numbers in rows:
        found, missed, wrong, _peace = counted("sleeplessness", int(least))
        shares = [share(found, found + wrong), share(found, found + missed)]
        assert numbers == [str(found), str(missed), str(wrong), *shares], least


def test_the_challenges_have_the_answers_given(counted, language):
    answer = r"^- \*\*(?:Défi|Challenge) \d\*\*\s?: (.*)$"
    one, two, three = re.findall(answer, LESSON.answers(language), flags=re.MULTILINE)
    by_bar = {least: counted("sleeplessness", least) for least in range(1, 7)}
    clean = [least for least, (_found, _missed, wrong, _peace) in by_bar.items() if wrong == 0]
    (bar,) = clean
    found, missed, _wrong, _peace = by_bar[bar]
    assert [int(n) for n in re.findall(r"\d+", one)] == [bar, found, found + missed]
    enough = {n for n, (found, missed, *_rest) in by_bar.items() if found > 3 * missed}
    *bars, wrong = [int(n) for n in re.findall(r"\d+", two)]
    assert set(bars) == enough
    assert {by_bar[n][2] for n in bars} == {wrong}
    wrongly = {trait: counted(trait)[2] for trait in TRAITS}
    worst = max(wrongly, key=wrongly.__getitem__)
    assert f'"{worst}"' in three
    assert int(re.search(r"\d+", three)[0]) == wrongly[worst]
    assert sorted(wrongly.values())[-2] < wrongly[worst]


def test_the_table_of_traits_uses_the_names_of_the_card(language):
    text = LESSON.section(
        language, {"fr": "### Trois défis", "en": "### Three challenges"}[language]
    )
    rows = re.findall(r'^\| `"(\w+)"` \| (.+?) \|$', text, flags=re.MULTILINE)
    with in_language(language):
        assert {key: name.lower() for key, name in rows} == {
            trait: trait_name(trait).lower() for trait in TRAITS
        }


def test_the_story_of_myriam_is_true(guesses, school):
    held = guesses["sleeplessness"].evidence(MYRIAM)
    assert held.lines["object"].tolist() == ["searches/mieux-dormir"] * 2
    assert sum(clue.points for clue in held.clues) == ENOUGH
    assert school.columns["given_name"][MYRIAM - 1] == "Myriam"
    assert (school.columns["sex"][MYRIAM - 1], school.columns["level"][MYRIAM - 1]) == (
        "F", "seconde"
    )  # fmt: skip
    assert not school.truth.loc[MYRIAM].any()  # none of the five traits


def test_the_group_that_pays_is_the_one_told(school, guesses, language):
    phone_only = school.columns["devices"] == "téléphone"
    short = school.sealed["money_trouble"]
    start = {"fr": "## 5. La même erreur", "en": "## 5. The same error"}[language]
    assert [phone_only.sum(), (phone_only & short).sum(), (phone_only & ~short).sum()] == [
        int(n) for n in re.findall(r"\b\d\d\b", LESSON.section(language, start))
    ]
    phone = next(rule for rule in RULES["money_trouble"] if rule.key == "phone only")
    assert phone.points >= ENOUGH
    searches = guesses["money_trouble"].strength - phone.points * phone_only
    everybody = np.ones(school.size, bool)
    rows = LESSON.table(language, 2)
    for row, group in zip(rows, (phone_only, ~phone_only, everybody), strict=True):
        for cell, strength in zip(row[1:], (guesses["money_trouble"].strength, searches),
                                  strict=True):  # fmt: skip
            among = group & ~short
            wrong = int(((strength >= ENOUGH) & among).sum())
            assert [float(n) for n in re.findall(r"[\d.]+", cell)] == [
                round(100 * wrong / among.sum(), 1), wrong, among.sum()
            ]  # fmt: skip
    (told,) = [text for text in LESSON.prose(language) if re.search(r"\b228\b", text)]
    missed = [int((short & (strength < ENOUGH)).sum())
              for strength in (searches, guesses["money_trouble"].strength)]  # fmt: skip
    assert [int(n) for n in re.findall(r"\d+", told)] == [missed[0], short.sum(), missed[1]]


def test_the_teacher_is_told_of_a_split_without_a_gap(school, guesses, language):
    short, accused = school.sealed["money_trouble"], guesses["money_trouble"].guess
    shares = [
        share((accused & ~short & (school.columns["sex"] == sex)).sum(),
              (~short & (school.columns["sex"] == sex)).sum())
        for sex in "FM"
    ]  # fmt: skip
    (note,) = [text for text in LESSON.prose(language) if "Minute 33." in text]
    assert re.findall(r"[\d.]+%", note) == shares


def test_part_5_shows_the_table_of_the_answers(language, school, lines):
    names = {"school": school, "infer": infer, "pd": pd, "percent": percent}
    names["seen"] = habits_seen(lines)
    with in_language(language):
        run(
            names,
            LESSON.code_with('phone_only = school.pupils["devices"]'),
            LESSON.code_with("shares.style", language),
        )
    shown = [[plain(cell, language) for cell in row] for row in names["shares"].to_numpy().tolist()]
    assert shown == [[cell.split(" (")[0] for cell in row[1:]] for row in LESSON.table(language, 2)]


@pytest.fixture(scope="module")
def part_6(school, lines):
    names = {"school": school, "lines": lines, "pd": pd}
    return run(names, LESSON.code_with("about_sleep ="), LESSON.code_with("import csv"))


@pytest.fixture
def written(part_6):
    """Give the pupil's three functions, as the solutions have them."""
    return run({**part_6, "check": check}, *[question(name) for name in QUESTIONS])


QUESTIONS = ("distance", "neighbours", "votes")


def question(name):
    return LESSON.code_with(f"def {name}(")


def counts_of(names, k):
    code = LESSON.code_with("counts = {").replace("k = 5", f"k = {k}")
    return run(names, LESSON.code_with("def kit_found"), code)["counts"]


def test_the_solutions_pass_on_the_example_and_on_the_school(written, counted, capsys):
    counts = counts_of(written, 5)
    # no hint of another result: the plain loops find what NumPy finds
    assert [line[0] for line in capsys.readouterr().out.splitlines()] == ["✓"]
    for language in ANSWERS:
        rule, plain_k, _bonus = LESSON.table(language, 3)
        among = np.arange(1100) >= 200
        assert rule[1:] == [str(n) for n in counted("sleeplessness", among=among)[:3]]
        assert plain_k[1:] == [str(counts[key]) for key in ("found", "missed", "wrong")]
        (text,) = [text for text in LESSON.prose(language) if "127" in text and "**" in text
                   and ANSWERS[language] not in text]  # fmt: skip
        assert re.findall(r"\b\d{2,3}\b", text)[:4] == ["900", *rule[1:]]
    assert sum(counts.values()) == 900


def test_the_solutions_are_praised_one_by_one(part_6, capsys):
    run({**part_6, "check": check}, *[question(name) for name in QUESTIONS])
    assert [line[0] for line in capsys.readouterr().out.splitlines()] == ["✓"] * 3


def test_the_bonus_has_the_answer_given(written, language):
    code = question("distance").replace('(one["searches"]', '(3 * (one["searches"]')
    code = code.replace('two["searches"])', 'two["searches"]))')
    counts = counts_of(run(written, code), 7)
    assert LESSON.table(language, 3)[2][1:] == [
        str(counts[key]) for key in ("found", "missed", "wrong")
    ]


@pytest.mark.parametrize(
    ("name", "solved", "wrong"),
    [
        ("distance", '(one["nights"] - two["nights"])', '(one["nights"] + two["nights"])'),
        ("distance", ") ** 2 + (", ") + ("),
        ("distance", ") ** 2 + (", ") ** 2 - ("),
        ("distance", '(one["searches"] - two["searches"]) ** 2', "0"),
        ("neighbours", "[:k]", ""),
        ("neighbours", "[:k]", "[k:]"),
        ("neighbours", "key=how_far", "key=how_far, reverse=True"),
        ("neighbours", "sorted(known, key=how_far)[:k]", "known[:k]"),
        ("votes", 'if row["badly"] == "yes":', "if True:"),
        ("votes", '"yes"', '"no"'),
        ("votes", "count = count + 1", "count = 1"),
        ("votes", "    return count\n\n\ndef", "        return count\n\n\ndef"),
    ],
)
def test_no_usual_mistake_passes(part_6, name, solved, wrong, capsys):
    names = run({**part_6, "check": check}, *[question(one) for one in QUESTIONS])
    code = question(name)
    assert solved in code
    capsys.readouterr()
    run(names, code.replace(solved, wrong))
    assert capsys.readouterr().out.startswith(f"→ {name}")


@pytest.mark.parametrize("verdict", [..., "D", "", None, "AB", 1])
def test_part_4_asks_again_for_what_is_not_one_of_the_three(verdict, language, school, capsys):
    run(
        {"school": school, "verdict": verdict},
        LESSON.code_with("sleeps_badly = school.truth", language),
    )
    assert '"A"' in capsys.readouterr().out


def test_whoever_only_runs_the_cells_has_accused_nobody(language, school, capsys):
    given = LESSON.code_with("\nverdict = ")
    assert given.endswith("\nverdict = ...")
    run(
        {"school": school, "verdict": ...},
        LESSON.code_with("sleeps_badly = school.truth", language),
    )
    assert {"fr": "trois points", "en": "three dots"}[language] in capsys.readouterr().out


def test_the_numbers_a_teacher_gives_make_a_class_to_talk_about(language, guesses, school):
    (page,) = [text for text in LESSON.prose(language) if "55 minutes" in text and "× " in text]
    step = int(re.search(r"× (\d+)", page)[1])
    numbers = np.array([step * rank for rank in range(1, 38)])
    assert max(numbers) <= 1100
    assert not {JULIETTE, MYRIAM} & set(numbers.tolist())
    right, wrong, missed = (
        {
            n
            for n in numbers.tolist()
            for trait in ON_THE_CARD
            if (guesses[trait].guess[n - 1], school.sealed[trait][n - 1]) == case
        }
        for case in ((True, True), (True, False), (False, True))
    )
    assert min(len(right), len(wrong), len(missed)) >= 3


def test_the_shares_left_in_the_prose_are_all_computed(counted, school, language):
    text = "".join(LESSON.prose(language))
    computed = set(re.findall(r"[\d.]+%", LESSON.answers(language)))
    found, missed, wrong, peace = counted("sleeplessness")
    rounded = {
        share(found, found + wrong, 0),
        share(found, found + missed, 0),
        share(found + peace, school.size, 0),
        share(wrong + peace, school.size, 0),
    }
    by_sex = {"9.6%", "9.7%"}  # see the test of the split without a gap
    assert set(re.findall(r"\d+(?:\.\d+)?%", text)) <= computed | rounded | by_sex
