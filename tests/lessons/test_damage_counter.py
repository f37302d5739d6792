"""Every lesson counts the damage with the same four figures; the teacher reads the same ones."""

import re
from functools import cache

import numpy as np
import pytest
from lessons.lesson_source import ROOT, LessonSource

from poucet import School, class_sizes, directory, infer, link, trail
from poucet.attacks import Moments
from poucet.damages import Damage, counter, euros_a_year, usefulness
from poucet.exports.anonymous import anonymous
from poucet.exports.service import singled_out
from poucet.i18n import in_language
from poucet.labels import label

LESSONS = sorted((ROOT / "lessons").glob("0?_*.py"))[:6]
SCHOOL = School(seed=2)
HEADS = {
    "fr": "| Retrouvés | Accusés à tort | Euros par an | Utilité gardée |",
    "en": "| Found | Wrongly accused | Euros a year | Usefulness kept |",
}


def read_file():
    file = directory(SCHOOL)
    file["birth_month"] = file["birth_date"].dt.strftime("%Y-%m")
    return file


def lesson_1(_cell):
    truth = SCHOOL.truth.reset_index(drop=True)
    return {"file": directory(SCHOOL), "truth": truth, "np": np, "singled_out": singled_out}


def lesson_2(_cell):
    return {"file": read_file(), "class_sizes": class_sizes, "label": label}


def lesson_3(cell):
    names = {"lines": trail(SCHOOL), "school": SCHOOL, "Moments": Moments}
    for text in ("late = lines", "def rule("):
        exec(cell(text).replace("bet.reveal", "str"), names)
    return names


def lesson_4(_cell):
    import pandas as pd

    given = anonymous(SCHOOL)
    accounts = pd.DataFrame(given.accounts)
    return {"file": read_file(), "given": given, "accounts": accounts, "link": link, "label": label}


def lesson_5(_cell):
    believed = {"sleeplessness": infer(trail(SCHOOL), "sleeplessness")}
    score = believed["sleeplessness"].score(SCHOOL.truth)
    return {"believed": believed, "score": score}


def lesson_6(_cell):
    file = read_file()
    wrongly = (file["accommodation"] != "").to_numpy() & ~SCHOOL.sealed["illness"]
    return {"file": file, "wrongly": wrongly, "class_sizes": class_sizes, "label": label}


READY = (lesson_1, lesson_2, lesson_3, lesson_4, lesson_5, lesson_6)


@cache
def source(path):
    return LessonSource(path.name)


@cache
def counted(rank):
    """Run the cells that count, without the rest of the lesson."""
    path = LESSONS[rank]

    def cell(text):
        (found,) = [code for code in source(path).codes("fr") if text in code]
        return found

    names = READY[rank](cell) | {
        "school": SCHOOL, "Damage": Damage, "euros_a_year": euros_a_year, "usefulness": usefulness,
    }  # fmt: skip
    if rank == 0:
        exec(cell("readings = ["), names)
    exec(cell("damages = "), names)
    return names


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("rank", range(6))
def test_the_teacher_s_table_is_the_one_that_the_class_sees(rank, language):
    names = dict(counted(rank))
    (page,) = [
        one.text
        for one in source(LESSONS[rank]).cells
        if one.kind == "markdown"
        and one.language == language
        and HEADS[language] in plain(one.text)
    ]
    rows = re.search(re.escape(HEADS[language]) + r"\n\|[-|]+\n((?:\|.*\n?)+)", plain(page))[1]
    said = [line.strip("| ").split(" | ")[1:] for line in rows.splitlines()]
    shown = []
    names["counter"] = lambda damages, **_words: shown.extend(counter(damages).rows.values())
    names["display"] = names["HTML"] = lambda *_said: None  # a sentence above the table
    (last,) = [code for code in source(LESSONS[rank]).codes(language) if "\ncounter(" in code]
    with in_language(language):
        exec(last, names)
        assert said == [list(map(plain, one.written().values())) for one in shown]
    assert len(shown) > 1


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.name[:2])
def test_no_lesson_leaves_a_figure_for_later(path):
    shown = "\n".join(source(path).codes())
    assert not re.search(r"[\"'](leçon|lesson) \d[\"']", shown)


@pytest.mark.parametrize(("rank", "amount"), [(0, 1319), (5, 1319)])
def test_the_prose_quotes_the_money_of_the_whole_directory(rank, amount):
    total = euros_a_year(SCHOOL, directory(SCHOOL).columns)
    assert round(total) == amount
    for written in (f"{amount:,} €".replace(",", " "), f"€{amount:,}"):
        assert any(
            written in plain(one.text)
            for one in source(LESSONS[rank]).cells
            if one.kind == "markdown" and "teacher" not in one.tags
        )


def test_lesson_6_takes_the_sum_apart():
    columns = directory(SCHOOL).columns
    ads = euros_a_year(SCHOOL, columns, uses=["profiled_ads"])
    records = euros_a_year(SCHOOL, columns, uses=["records"])
    prose = "\n".join(one.text for one in source(LESSONS[5]).cells if one.language == "en")
    assert f"{ads:,.0f} dollars" in prose
    assert f"the {records:.2f} of the records" in prose


def test_the_list_of_lesson_5_adds_what_the_note_says():
    guess = counted(4)["believed"]["sleeplessness"].guess
    held = ["opaque_id", "class", "trail"]
    added = euros_a_year(SCHOOL, held, guesses={"sleeplessness": guess}) - euros_a_year(
        SCHOOL, held
    )
    notes = plain("\n".join(one.text for one in source(LESSONS[4]).cells if "teacher" in one.tags))
    assert (
        f"{guess.sum()} élèves que la machine dit mal dormir ajoute environ {added:.0f} €" in notes
    )
