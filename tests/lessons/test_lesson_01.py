"""The prose of lesson 1 says what the kit computes: the numbers a class reads are recomputed."""

import re
from itertools import combinations

import pytest
from lessons.lesson_source import LessonSource, columns_in

from poucet import directory, export
from poucet.classroom import check
from poucet.exports.formats import google
from poucet.exports.service import broken, singled_out
from poucet.exports.service_fields import fields

LESSON = LessonSource("01_the_directory_leaves.py")


@pytest.fixture(scope="module")
def file(school):
    return directory(school)


@pytest.fixture(scope="module")
def truth(school):
    return school.truth.reset_index(drop=True)


@pytest.fixture(scope="module")
def folder(school, tmp_path_factory):
    place = tmp_path_factory.mktemp("exports")
    for name in ("google", "sds-v2.1", "sds-v1-min", "oneroster", "aaf", "be1d"):
        export(school, name, place / name)
    return place


def note(language, start):
    """Give the teacher's note of a minute."""
    (text,) = [text for text in LESSON.prose(language) if text.startswith(f"> **Minute {start}.**")]
    return text


def core_broken(columns):
    return [function for function in broken(columns) if function.core]


READINGS = {
    "address2": (lambda file: file["address2"] != "", "separated_parents"),
    "guardian2_phone": (lambda file: file["guardian2_phone"] == "", "separated_parents"),
    "scholarship": (lambda file: file["scholarship"], "money_trouble"),
    "accommodation": (lambda file: file["accommodation"] != "", "illness"),
}


# ---- what is said of Eva, of Alice and of Lisa


def test_eva_is_in_each_file_as_the_lesson_shows_her(folder, school):
    shown = "\n".join(LESSON.codes())
    pupil = school.pupils.loc[30]
    assert (pupil["given_name"], pupil["family_name"], pupil["scholarship"]) == (
        "Eva",
        "Benoit",
        True,
    )
    home = f"{pupil['address']}, {pupil['postcode']} {pupil['commune']}"
    for quoted in (home, pupil["address2"], pupil["guardian1_phone"], pupil["guardian2_phone"]):
        assert f'"{quoted}"' in shown  # or nothing would be highlighted
    [be1d] = [
        line
        for line in (folder / "be1d" / "CSVExtraction.csv").read_text("iso-8859-1").splitlines()
        if "Benoit;;Eva" in line
    ]
    assert pupil["address2"] in be1d
    users = (folder / "sds-v2.1" / "users.csv").read_text("utf-8").splitlines()
    [account] = [line for line in users if "eva.benoit@" in line]
    flags = (folder / "sds-v2.1" / "userFlags.csv").read_text("utf-8").splitlines()
    assert f"{account.split(',')[0]},freeLunch" in flags


def test_nothing_in_the_code_of_the_first_part_fails_to_highlight(folder, capsys):
    """Run the cells of part 1 on these exports: each word sought must be in the page shown."""
    names = {"folder": folder}
    (tools,) = [code for code in LESSON.codes() if "def show(" in code]
    exec(tools, names)
    pages = []
    names["display"] = lambda page: pages.append(page.data)
    for start in ("lines = lines_with", "accounts =", "[pupils] =", "show("):
        (cell,) = [
            code
            for code in LESSON.codes()
            if any(line.startswith(start) for line in code.splitlines())
            and ("show(" in code)
            and "def show" not in code
            and "folder /" in code
            and (start != "show(" or '"google"' in code)
        ]
        exec(cell, names)
    marks = [re.findall(r"<mark><strong>([^<]+)</strong></mark>", page) for page in pages]
    assert len(pages) == 6
    assert all(marks), marks
    assert "76 quai des Bateliers" in marks[0]
    assert "freeLunch" in marks[2]
    assert "&lt;value&gt;O&lt;/value&gt;" in marks[3]
    assert pages[3].count("&lt;value&gt;O&lt;/value&gt;") == 1


def test_of_alice_the_program_is_right_and_of_lisa_it_is_wrong(school):
    (cell,) = [code for code in LESSON.codes() if "\nflagged = [" in code]
    alice, lisa = sorted(map(int, set(re.findall(r"\d{3}", cell))))
    names = school.pupils["given_name"]
    assert (names[alice], names[lisa]) == ("Alice", "Lisa")
    pupils, truth = school.pupils, school.truth
    for avatar in (alice, lisa):
        assert pupils.loc[avatar, "scholarship"]
        assert pupils.loc[avatar, "guardian2_phone"] == ""
        assert pupils.loc[avatar, "class"] == "2de 5"
    assert truth.loc[alice, ["separated_parents", "money_trouble"]].all()
    assert not truth.loc[lisa].any()


@pytest.mark.parametrize("number", [7, 8])
@pytest.mark.parametrize("chosen", ["a", " B "])
def test_both_letters_are_wrong_for_somebody(school, number, chosen, language, capsys):
    shown = []
    names = {
        "number": number,
        "chosen": chosen,
        "school": school,
        "file": directory(school),
        "label": str,
        "display": shown.append,
    }
    (flagged,) = [code for code in LESSON.codes() if "\nflagged = [" in code]
    (envelope,) = [
        cell.text
        for cell in LESSON.cells
        if cell.kind == "code" and cell.language == language and "wronged =" in cell.text
    ]
    names["avatar"] = lambda _school, who: who
    exec(flagged, names)
    exec(envelope, names)
    assert shown == [347]
    said = capsys.readouterr().out
    right = chosen.strip().upper() == ("B" if number % 2 else "A")
    assert said.startswith({"fr": "C’était bien", "en": "It was"}[language]) is right


@pytest.mark.parametrize("chosen", ["C", "", None, "AB", 1])
def test_part_5_asks_again_for_what_is_neither_a_nor_b(chosen, language, capsys):
    (cell,) = [
        cell.text
        for cell in LESSON.cells
        if cell.kind == "code" and cell.language == language and "wronged =" in cell.text
    ]
    exec(cell, {"flagged": [193, 347], "chosen": chosen})
    assert '"A"' in capsys.readouterr().out


# ---- the numbers


def test_the_two_first_bets_have_the_answers_given(language, file):
    bets = re.findall(r"^- .*\*\*(\d+)\*\*", LESSON.answers(language), re.MULTILINE)
    enough = [
        size
        for size in range(3)
        for columns in combinations(file.columns, size)
        if not core_broken(columns)
    ]
    told = (file["address2"] != "") | file["scholarship"] | (file["accommodation"] != "")
    assert bets == [str(min(enough)), str(told.sum())]


def test_the_costs_of_the_lists_are_computed(language, school, file):
    rows = LESSON.table(language, 0)
    assert len(rows) == 8
    for listed, alone, working in rows:
        columns = columns_in(listed) or list(file.columns)
        assert alone == str(singled_out(school, columns)), listed
        assert working == str(4 - len(core_broken(columns))), listed


def test_the_readings_are_counted_against_the_truth(language, file, truth):
    rows = LESSON.table(language, 1)
    assert len(rows) == len(READINGS)
    for reading, *said in rows:
        [column] = columns_in(reading)
        says, trait = READINGS[column]
        read, true = says(file), truth[trait]
        counts = (read, read & true, read & ~true, ~read & true)
        assert said == [str(count.sum()) for count in counts], column


def test_the_wrongly_accused_are_counted_once_each(language, file, truth):
    mistaken = sum((says(file) & ~truth[trait]) for says, trait in READINGS.values())
    assert f"**{(mistaken > 0).sum()}**" in LESSON.answers(language)
    mistaken = mistaken.set_axis(range(1, len(file) + 1))
    assert mistaken[347] == 2


def test_the_program_is_right_more_often_than_wrong_and_misses_more_than_it_finds(file, truth):
    right = wrong = missed = 0
    for says, trait in READINGS.values():
        right += (says(file) & truth[trait]).sum()
        wrong += (says(file) & ~truth[trait]).sum()
        missed += (~says(file) & truth[trait]).sum()
    assert wrong < right < missed


def test_the_numbers_of_the_teachers_notes_are_those_of_the_answers(language, file, truth):
    grant, separated = file["scholarship"], truth["separated_parents"]
    two_homes = file["address2"] != ""
    wrong = (grant & ~truth["money_trouble"]).sum()
    text = note(language, 28)
    assert re.search(rf"\b{two_homes.sum()} (sur|out of) {(two_homes & separated).sum()}\b", text)
    missed = (~two_homes & separated).sum()
    assert re.search(rf"\b{missed} .*(sur|out of) {separated.sum()}\b", text)
    assert re.search(rf"\b{wrong}\b", text)
    assert 0.6 < 1 - wrong / grant.sum() < 0.72  # « deux sur trois »
    told = two_homes | grant | (file["accommodation"] != "")
    assert 0.27 < told.mean() < 0.3  # « un peu moins de trois élèves sur dix »
    assert grant.sum() > told.sum() / 2  # « la bourse fait le gros du nombre »


def test_the_grants_of_the_last_bet_are_those_of_the_school(language, file):
    (text,) = [text for text in LESSON.prose(language) if re.match("> [«“]", text)]
    grants = str(file["scholarship"].sum())
    assert f"**{grants}**" in text
    assert f"high={grants})" in "\n".join(LESSON.codes())


def test_extra_time_costs_what_the_note_says(language, school):
    cost = singled_out(school, ["opaque_id", "class", "accommodation"])
    assert re.search(rf"\b{cost} (élèves seuls|pupils alone)\b", note(language, 15))


def test_the_shortest_list_is_that_of_the_minimum_set(file):
    enough = [pair for pair in combinations(file.columns, 2) if not core_broken(pair)]
    assert [set(pair) for pair in enough] == [set(fields("sds-v1-min"))]


def test_google_has_the_columns_that_the_teacher_is_told(language):
    required = sum("[Required]" in field.name for field in google.USERS.fields)
    text = next(text for text in LESSON.prose(language) if text.startswith("> **Minutes 35"))
    assert re.search(rf"Google .* {len(google.USERS.fields)} col", text)
    assert re.search(rf", {required} ", text)


def test_the_file_has_the_columns_that_the_prose_counts(language, file):
    assert len(file.columns) == 23
    (cell,) = [code for code in LESSON.codes() if "\ncolumns = [" in code]
    names = {}
    exec(cell, names)
    assert names["columns"] == file.columns.tolist()
    assert '# "opaque_id",' in cell
    glossary = LESSON.section(language, "## 4.")
    named = set(columns_in(glossary)) | {"address2", "postcode2", "commune2"}
    assert named == {*file.columns, "opaque_id"}


def test_no_two_pupils_get_one_code(file):
    (cell,) = [code for code in LESSON.codes() if "def draw_codes(" in code]
    import random

    names = {"random": random, "file": file}
    exec(cell, names)
    table = names["kept_by_school"]
    assert table["exercises"].is_unique
    assert table["dictation"].is_unique
    assert not set(table["exercises"]) & set(table["dictation"])


def test_the_numbers_a_teacher_gives_make_a_class_to_talk_about(language, file):
    (page,) = [text for text in LESSON.prose(language) if "55 minutes" in text and "× " in text]
    step = int(re.search(r"× (\d+)", page)[1])
    numbers = [step * rank for rank in range(1, 38)]
    assert max(numbers) <= len(file)
    assert {number % 2 for number in numbers} == {0, 1}  # part 5: A and B both wrong for some
    assert not {30, 193, 347} & set(numbers)  # nobody is handed a pupil of the story


# ---- the exercises


def question(name):
    (cell,) = [cell for cell in LESSON.codes() if f"def {name}(" in cell]
    return cell


SOLVED = {
    "count_filled": 'if row[column] != "":\n            filled = filled + 1',
    "strike": "reduced = {}\n        for column in kept:\n"
    "            reduced[column] = row[column]\n        sent.append(reduced)",
    "names_flagged": 'if user["sourcedId"] in marked:\n            names.append(user["givenName"])',
}


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("count_filled", "filled = 1"),
        ("count_filled", "filled = filled + 1"),
        ("count_filled", 'if row[column] == "":\n            filled = filled + 1'),
        ("count_filled", 'if row[column] != "":\n            filled = 1'),
        ("count_filled", "if row[column] is not None:\n            filled = filled + 1"),
        ("count_filled", "filled = filled + len(row[column])"),
        ("strike", "sent.append(row)"),
        ("strike", "sent.append(kept)"),
        ("strike", "sent.append([row[column] for column in kept])"),
        ("strike", "for column in kept:\n            sent.append({column: row[column]})"),
        ("names_flagged", 'names.append(user["givenName"])'),
        ("names_flagged", 'if user["sourcedId"] not in marked:\n            names.append("x")'),
        ("names_flagged", 'if user["sourcedId"] in marked:\n            names.append(user)'),
        ("names_flagged", "names = marked"),
    ],
)
def test_no_usual_mistake_passes(name, wrong, capsys):
    assert SOLVED[name] in question(name)
    names = {"check": check}
    exec(question("count_filled"), names)  # the small table is there
    capsys.readouterr()
    exec(question(name).replace(SOLVED[name], wrong), names)
    assert capsys.readouterr().out.startswith(f"→ {name}")


def test_the_solutions_pass(capsys):
    names = {"check": check}
    for name in SOLVED:
        exec(question(name), names)
    assert [line[0] for line in capsys.readouterr().out.splitlines()] == ["✓"] * 3


def test_a_pseudonym_is_never_called_anonymous_nor_always_personal(language):
    for text in LESSON.prose(language):
        assert not re.search(r"toujours (une donnée )?personnel|always (a )?personal", text)
        assert not re.search(r"identifiant opaque est anonyme|identifier is anonymous", text)
