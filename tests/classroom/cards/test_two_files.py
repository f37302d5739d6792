import numpy as np
import pytest

from poucet import School
from poucet.classroom.cards import print_cards
from poucet.classroom.cards.two_files_game import code, deal
from poucet.exports.anonymous import anonymous
from poucet.i18n import day, in_language


@pytest.fixture(scope="module")
def printed(tmp_path_factory, pages_of):
    """Give the words of each page in a language."""

    def read(lang):
        [path] = print_cards(4, lang, tmp_path_factory.mktemp(lang))
        return [page.replace("\u00a0", " ") for page in pages_of(path.read_bytes())]

    return {lang: read(lang) for lang in ("fr", "en")}


@pytest.fixture(scope="module")
def school():
    return School(seed=2)


def name(school, row):
    return f"{school.columns['given_name'][row]} {school.columns['family_name'][row]}"


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_sheets_hold_what_is_needed_to_play(printed, lang, school):
    pages, game = printed[lang], deal(school)
    assert len(pages) == 5
    born, names = school.columns["birth_date"], school.columns["given_name"]
    with in_language(lang):
        for row in game.listed:
            assert name(school, row) in pages[1]
            assert day(born[row].item()).replace("\u00a0", " ") in pages[1]
        for row in game.coded:
            assert f" {code(names[row], born[row])} " in pages[1]
        for typed in game.typed:
            assert day(typed.item()).replace("\u00a0", " ") in pages[2]
        for row in game.pupils:
            assert name(school, row) in pages[3]
            assert day(born[row].item()).replace("\u00a0", " ") in pages[3]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_name_stands_beside_an_account(printed, lang, school):
    for row in deal(school).pupils:
        assert name(school, row) not in printed[lang][2]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_answers_are_those_of_the_game(printed, lang, school):
    page, game = printed[lang][4], deal(school)
    assert page.count(name(school, game.innocent)) == 3
    for start in ("(10)", "(6)", "(1)"):
        assert start in page
    author = game.accounts[[*map(str, game.typed)].index(str(_born(school, game.innocent)))]
    assert name(school, author) not in page


def _born(school, row):
    return school.columns["birth_date"][row]


def test_the_account_did_write_to_its_form_tutor_at_half_past_two(school):
    game, held = deal(school), anonymous(school)
    place = next(
        i for i, typed in enumerate(game.typed)
        if typed == _born(school, game.innocent)
    )  # fmt: skip
    account = held.accounts["account"][np.flatnonzero(held.truth == game.accounts[place])[0]]
    lines = held.trail[held.trail["account"] == account]
    told = lines[(lines["verb"] == "messaged") & (lines["time"].dt.hour == 2)]
    assert [f"{moment:%H:%M}" for moment in told["time"]] == ["02:30"]
    assert told["object"].tolist() == ["messages/professeur-principal"]


def test_the_english_pages_hold_no_french_sentence(printed):
    for page in printed["en"]:
        for word in (" une ", "élève", " les ", "garçon", "juillet", "naissance"):
            assert word not in page


def test_no_sign_is_missing_from_the_font(printed):
    assert not any("\0" in page for pages in printed.values() for page in pages)
