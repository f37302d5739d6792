import re

import pytest

from poucet import School
from poucet.classroom.cards import print_cards
from poucet.classroom.cards.strike_out import TRULY, WRONGLY, travels_as
from poucet.exports.service import FUNCTIONS, broken, singled_out
from poucet.i18n import in_language
from poucet.labels import label


@pytest.fixture(scope="module")
def printed(tmp_path_factory, pages_of):
    """Give the words of each page in a language, and the raw file."""

    def read(lang):
        [path] = print_cards(1, lang, tmp_path_factory.mktemp(lang))
        raw = path.read_bytes()
        return [page.replace("\u00a0", " ") for page in pages_of(raw)], raw

    return {lang: read(lang) for lang in ("fr", "en")}


@pytest.fixture(scope="module")
def school():
    return School(seed=2)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_there_are_six_pages_and_each_says_that_nobody_exists(printed, lang):
    pages, _raw = printed[lang]
    assert len(pages) == 6
    nobody = {"fr": "personnages fictifs", "en": "fictitious characters"}[lang]
    assert all(nobody in page for page in pages)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_file_shows_every_column_with_its_value(printed, school, lang):
    for page, avatar in ((1, TRULY), (2, WRONGLY)):
        words = re.sub(r"\s+", "", printed[lang][0][page])
        with in_language(lang):
            for column in school.columns:
                assert re.sub(r"\s+", "", label(column)) in words
        for column in ("family_name", "address", "address2", "email", "guardian1_phone"):
            assert re.sub(r"\s+", "", school.columns[column][avatar - 1]) in words


def test_of_the_two_files_one_says_true_and_the_other_does_not(school):
    truth = school.truth[["separated_parents", "money_trouble"]]
    assert truth.loc[TRULY].all()
    assert not truth.loc[WRONGLY].any()
    pupils = school.pupils
    assert pupils.loc[[TRULY, WRONGLY], "scholarship"].all()
    assert pupils.loc[TRULY, "address2"]
    assert not pupils.loc[WRONGLY, "guardian2_phone"]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_function_has_a_card_and_the_asked_ones_a_star(printed, lang):
    page = printed[lang][0][3]
    with in_language(lang):
        for function in FUNCTIONS:
            assert function.name[1:].replace("\u00a0", " ") in page
    assert page.count("★") == sum(function.core for function in FUNCTIONS)


def test_the_answers_count_what_the_kit_counts(printed, school):
    answers = printed["en"][0][5]
    assert "all 23 columns" in answers
    for columns, said in ((list(school.columns), "1,100"), (["class", "email"], "1,100")):
        assert not [function for function in broken(columns) if function.core]
        assert said == f"{singled_out(school, columns):,}"
    assert re.search(
        rf"class, opaque identifier\s+{singled_out(school, ['class', 'opaque_id'])} out of 1,100",
        answers,
    )


def test_a_column_that_no_format_carries_has_no_name():
    assert travels_as("devices") == "—"
    assert travels_as("ine").endswith("ENTEleveINE")


def test_the_english_pages_hold_no_french_sentence(printed):
    for page in printed["en"][0]:
        for word in (" une ", "élève", " les ", "demi-pensionnaire", "espagnol", "octobre", "tél"):
            assert word not in page


def test_no_sign_is_missing_from_the_font(printed):
    for pages, _raw in printed.values():
        assert not any("\0" in page for page in pages)
