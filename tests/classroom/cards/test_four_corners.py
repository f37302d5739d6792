import pytest

from poucet import School, infer, trail
from poucet.classroom.cards import print_cards
from poucet.classroom.cards.four_corners import corners, nights, searches, truth
from poucet.classroom.cards.four_corners_game import FEWEST, MYRIAM, PLAYERS, TRAIT, deal
from poucet.i18n import in_language


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("**", "")


@pytest.fixture(scope="module")
def printed(tmp_path_factory, pages_of):
    """Give the words of each page in a language."""

    def read(lang):
        [path] = print_cards(5, lang, tmp_path_factory.mktemp(lang))
        return [plain(page) for page in pages_of(path.read_bytes())]

    return {lang: read(lang) for lang in ("fr", "en")}


@pytest.fixture(scope="module")
def school():
    return School(seed=2)


@pytest.fixture(scope="module")
def game(school):
    return deal(school)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_card_says_what_was_seen_and_hides_the_truth(printed, lang, school, game):
    pages = printed[lang]
    assert len(pages) == 8
    with in_language(lang):
        for row, card in enumerate(game.cards):
            page = " ".join(pages[1 + row // 8].split())
            name = school.columns["given_name"][card.avatar - 1]
            assert f"{name}, {school.columns['class'][card.avatar - 1]}" in page
            for words in (nights(card.nights, game.nights), searches(card.searches)):
                assert "".join(plain(words).split()) in "".join(page.split())
        for first in range(0, PLAYERS, 8):
            page = pages[1 + first // 8]
            for said in {truth(card) for card in game.cards}:
                told = [card for card in game.cards[first : first + 8] if truth(card) == said]
                assert page.count(plain(said)) == len(told)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_signs_name_the_four_corners(printed, lang):
    with in_language(lang):
        for name, who in corners().values():
            assert plain(name) in printed[lang][5]
            assert plain(who) in " ".join(printed[lang][5].split())


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_answers_are_those_of_the_game(printed, lang, school, game):
    page = printed[lang][7]
    for players in (32, 28, 24, FEWEST):
        for least in (2, 3, 4):
            counts = game.corners(players, least)
            assert " / ".join(str(count) for count in counts.values()) in page
    every = game.corners(PLAYERS)
    accused, having = every["found"] + every["wrong"], every["found"] + every["missed"]
    assert f"{every['found']} ÷ {accused} = {round(100 * every['found'] / accused)}" in page
    assert f"{every['found']} ÷ {having} = {round(100 * every['found'] / having)}" in page
    for least in {card.points for card in game.cards} - {0}:
        ranks = [str(n) for n, card in enumerate(game.cards, 1) if card.points == least]
        assert ", ".join(ranks) in " ".join(page.split())
    assert school.columns["given_name"][MYRIAM - 1] in page


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_answers_quote_the_whole_school(printed, lang, school):
    score = infer(trail(school), TRAIT).score(school.truth)
    for count in (len(score.found), len(score.missed), len(score.accused)):
        assert f" {count} " in printed[lang][7]


def test_the_english_pages_hold_no_french_sentence(printed):
    for page in printed["en"]:
        for word in (" une ", "élève", " les ", "nuit ", "vérité"):
            assert word not in page


def test_no_sign_is_missing_from_the_font(printed):
    assert not any("\0" in page for pages in printed.values() for page in pages)
