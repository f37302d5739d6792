import pytest

from poucet import School
from poucet.classroom.cards import print_cards
from poucet.classroom.cards.going_once import profile_lines
from poucet.classroom.cards.going_once_game import LETTERS, deal
from poucet.i18n import in_language
from poucet.market import FEES


@pytest.fixture(scope="module")
def printed(tmp_path_factory, pages_of):
    """Give the words of each page in a language."""

    def read(lang):
        [path] = print_cards(6, lang, tmp_path_factory.mktemp(lang))
        return [
            page.replace("\u00a0", " ").replace("\u202f", " ")
            for page in pages_of(path.read_bytes())
        ]

    return {lang: read(lang) for lang in ("fr", "en")}


@pytest.fixture(scope="module")
def school():
    return School(seed=2)


@pytest.fixture(scope="module")
def game(school):
    return deal(school)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_sheets_hold_what_is_needed_to_play(printed, lang, game):
    pages = printed[lang]
    assert len(pages) == 5
    with in_language(lang):
        for home in game.households:
            for line in profile_lines(home):
                assert line.replace("\u00a0", " ").replace("\u202f", " ") in pages[1]
    for letter in LETTERS:
        word = {"fr": "Annonceur", "en": "Advertiser"}[lang]
        assert f"{word} {letter}" in pages[2]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_name_is_on_the_pupils_pages(printed, lang, game, school):
    for home in game.households:
        name = school.columns["family_name"][home.row]
        assert not any(name in page for page in printed[lang][1:4])


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_answers_are_those_of_the_game(printed, lang, game, school):
    page = printed[lang][4]
    row = game.households[game.innocent].row
    assert f"{school.columns['given_name'][row]} {school.columns['family_name'][row]}" in page
    without, with_profile = (round(game.sale(profile).paid.sum()) for profile in (False, True))
    assert f"Total {without} {with_profile} " in " ".join(page.split())
    cheaper = int((game.sale(True).paid < game.sale(False).paid).sum())
    assert {"fr": f"{cheaper} places sur huit", "en": f"{cheaper} of the eight"}[lang] in page


def test_the_tokens_of_the_answers_add_up(printed, game):
    text = printed["en"][4].split("round 2")[1].split("These shares")[0]
    tokens = [int(word.strip(",.")) for word in text.split() if word.strip(",.").isdigit()]
    assert len(tokens) == len(FEES) + 1
    assert sum(tokens) == game.sale(True).paid.sum()


def test_the_english_pages_hold_no_french_sentence(printed):
    for page in printed["en"]:
        for word in (" une ", "élève", " les ", "foyer", "revenu", "enchère"):
            assert word not in page


def test_no_sign_is_missing_from_the_font(printed):
    assert not any("\0" in page for pages in printed.values() for page in pages)
