import pytest

from poucet import School
from poucet.classroom.cards import print_cards
from poucet.classroom.cards.three_clues import clue_sentence
from poucet.classroom.cards.three_clues_game import PLAYERS, Clue, deal
from poucet.i18n import day, in_language


@pytest.fixture(scope="module")
def printed(tmp_path_factory, pages_of):
    """Give the words of each page in a language, and the raw file."""

    def read(lang):
        [path] = print_cards(2, lang, tmp_path_factory.mktemp(lang))
        raw = path.read_bytes()
        return [page.replace("\u00a0", " ") for page in pages_of(raw)], raw

    return {lang: read(lang) for lang in ("fr", "en")}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_there_are_eight_pages_and_32_cards(printed, lang):
    pages, _raw = printed[lang]
    assert len(pages) == 8
    word = {"fr": "Carte", "en": "Card"}[lang]
    for number in range(1, PLAYERS + 1):
        assert f"{word} {number} " in pages[1 + (number - 1) // 8]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_each_card_says_all_that_the_clues_ask(printed, lang):
    game = deal(School(seed=2))
    pages = printed[lang][0]
    with in_language(lang):
        for row in range(PLAYERS):
            page = pages[1 + row // 8]
            assert game.cards["given_name"][row] in page
            assert day(game.cards["birth_date"][row].item()).replace("\u00a0", " ") in page
            assert game.cards["commune"][row] in page


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_strips_are_the_clues_of_the_game_and_the_answers_are_on_the_last_page(printed, lang):
    game = deal(School(seed=2))
    pages = printed[lang][0]
    with in_language(lang):
        for turn in game.rounds:
            for clue in turn.clues:
                assert clue_sentence(clue).replace("\u00a0", " ") in pages[5]
    for turn in game.rounds:
        assert " → ".join(map(str, turn.counts(PLAYERS))) in pages[7]
    assert not any("→" in page for page in pages[:7])


@pytest.mark.parametrize(
    ("lang", "title", "code"),
    [("fr", b"Trois indices", b"fr-FR"), ("en", b"Three clues", b"en-GB")],
)
def test_a_reader_program_knows_the_title_and_the_language(printed, lang, title, code):
    raw = printed[lang][1]
    assert b"/Title (" + title + b")" in raw
    assert b"/Lang (" + code + b")" in raw
    assert b"/DisplayDocTitle true" in raw


def test_every_page_says_that_nobody_on_it_exists(printed):
    assert all("personnages fictifs" in page for page in printed["fr"][0])
    assert all("fictitious characters" in page for page in printed["en"][0])


def test_the_english_pages_hold_no_french_sentence(printed):
    for page in printed["en"][0]:
        for word in (" une ", "élève", " les ", "demi-pensionnaire", "espagnol", "juillet"):
            assert word not in page


def test_no_number_prints_as_a_missing_sign(printed):
    for pages, _raw in printed.values():
        assert not any("\0" in page for page in pages)


@pytest.mark.parametrize("sex", ["F", "M"])
def test_both_sexes_can_be_sought(sex):
    assert clue_sentence(Clue("sex", sex)).endswith({"F": "fille.", "M": "garçon."}[sex])


def test_the_cards_left_are_said_as_one_says_a_list(printed):
    assert "restent les cartes 7 et 18." in printed["fr"][0][7]
    assert "cards 7 and 18 are left." in printed["en"][0][7]
