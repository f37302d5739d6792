import pytest

from poucet.classroom.cards import print_cards
from poucet.classroom.cards.round_the_table_game import (
    MET_AT_FIRST,
    MET_IN_EXAMPLE,
    NAMED_BY_THE_DUMP,
)
from poucet.classroom.cards.round_the_table_words import CLAUSES, EVENTS, ROLES
from poucet.contract import Contract
from poucet.i18n import gettext, in_language


def plain(text):
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split())


@pytest.fixture(scope="module")
def printed(tmp_path_factory, pages_of):
    """Give the words of each page in a language."""

    def read(lang):
        [path] = print_cards(8, lang, tmp_path_factory.mktemp(lang))
        return [plain(page) for page in pages_of(path.read_bytes())]

    return {lang: read(lang) for lang in ("fr", "en")}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_pages_hold_what_is_needed_to_play(printed, lang):
    pages = printed[lang]
    assert len(pages) == 6
    with in_language(lang):
        assert all(plain(gettext(name)) in pages[1] for name, *_said in ROLES)
        assert all(plain(gettext(scene))[:40] in pages[3] for scene, *_rest in EVENTS)
        for name in CLAUSES.values():
            assert plain(gettext(name)) in pages[2]
            assert plain(gettext(name)) in pages[4]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_both_sides_of_a_clause_are_what_the_two_contracts_say(printed, lang):
    with in_language(lang):
        for contract in map(Contract.load, ("education", "charte")):
            said = contract.sentences()
            for key in CLAUSES:
                assert plain(said[key]) in printed[lang][2]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_answers_stay_on_the_teacher_s_page(printed, lang):
    for number in (MET_AT_FIRST, MET_IN_EXAMPLE, NAMED_BY_THE_DUMP):
        assert f" {number} " in printed[lang][5]
    assert not any(f" {NAMED_BY_THE_DUMP} " in page for page in printed[lang][1:5])


def test_the_english_pages_hold_no_french_sentence(printed):
    for page in printed["en"]:
        for word in (" une ", "élève", " les ", "clauses sont", "lycée", "vous "):
            assert word not in page


def test_no_sign_is_missing_from_the_font(printed):
    assert not any("\0" in page for pages in printed.values() for page in pages)
