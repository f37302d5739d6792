import pytest

from poucet import School
from poucet.attacks.portrait import portrait
from poucet.classroom.cards import print_cards
from poucet.classroom.cards.four_moments import (
    LOGGED,
    SEED,
    log_lines,
    moment_sentence,
    portrait_answers,
)
from poucet.classroom.cards.four_moments_game import PLAYERS, deal
from poucet.exports.trail import trail
from poucet.i18n import in_language


@pytest.fixture(scope="module")
def printed(tmp_path_factory, pages_of):
    """Give the words of each page in a language, and the raw file."""

    def read(lang):
        [path] = print_cards(3, lang, tmp_path_factory.mktemp(lang))
        raw = path.read_bytes()
        return [page.replace("\u00a0", " ").replace("\u202f", " ") for page in pages_of(raw)], raw

    return {lang: read(lang) for lang in ("fr", "en")}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_there_are_eight_pages_and_32_cards(printed, lang):
    pages, _raw = printed[lang]
    assert len(pages) == 8
    word = {"fr": "Carte", "en": "Card"}[lang]
    for number in range(1, PLAYERS + 1):
        assert f"{word} {number} " in pages[1 + (number - 1) // 8]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_strips_are_the_moments_of_the_game_and_the_answers_are_last(printed, lang):
    game, pages = deal(School(seed=SEED)), printed[lang][0]
    with in_language(lang):
        for moment in game.moments:
            for by_day in (False, True):
                words = moment_sentence(moment, by_day)
                assert words.replace("\u00a0", " ").replace("\u202f", " ") in pages[5]
    for by_day in (False, True):
        assert " → ".join(map(str, game.counts(PLAYERS, by_day))) in pages[7]
    assert not any("→" in page for page in pages[:7])


def test_the_name_of_the_card_is_on_the_last_page_only(printed):
    school = School(seed=SEED)
    game = deal(school)
    name = school.columns["given_name"][game.avatars[game.card - 1] - 1]
    for pages, _raw in printed.values():
        assert [name in page for page in pages] == [False] * 7 + [True]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_log_is_there_whole_and_names_nobody(printed, lang):
    page = printed[lang][0][6]
    for line in log_lines():
        assert line in page
    school = School(seed=SEED)
    for column in ("given_name", "family_name"):
        assert school.columns[column][LOGGED - 1].lower() not in page.lower()


def test_the_answers_of_the_log_are_those_of_the_trail():
    lines = trail(School(seed=SEED), weeks=2)
    mine = lines[lines["pupil"] == LOGGED]
    nights, _early, moved = portrait_answers()
    found = portrait(mine)
    assert nights == found.nights_awake
    first_of_b = found.roof_of_night.tolist().index(1 - found.roof_of_night[0])
    assert first_of_b % 7 == moved  # the trail begins on a Monday
    signed_in = mine.loc[(mine["verb"] == "signed-in") & (mine["time"].dt.hour >= 6), "time"]
    early = min(time.strftime("%H:%M") for time in signed_in)
    with in_language("en"):
        assert portrait_answers()[1] == early.lstrip("0")


def test_the_story_of_the_answers_is_true():
    truth = School(seed=SEED).truth.loc[LOGGED]
    assert truth["sleeplessness"]
    assert not truth["job"]


@pytest.mark.parametrize(
    ("lang", "title", "code"),
    [("fr", b"Quatre moments", b"fr-FR"), ("en", b"Four moments", b"en-GB")],
)
def test_a_reader_program_knows_the_title_and_the_language(printed, lang, title, code):
    raw = printed[lang][1]
    assert b"/Title (" + title + b")" in raw
    assert b"/Lang (" + code + b")" in raw


def test_the_english_pages_hold_no_french_sentence(printed):
    for page in printed["en"][0]:
        for word in (" une ", "élève", " les ", "lundi", " h ", "Page de"):
            assert word not in page, word


def test_no_number_prints_as_a_missing_sign(printed):
    for pages, _raw in printed.values():
        assert not any("\0" in page for page in pages)
