import pytest

from poucet import School
from poucet.classroom.cards import print_cards
from poucet.classroom.cards.among_five import answer, cells, group_name, letter, prices
from poucet.classroom.cards.among_five_game import GROUPS, STRIPS, answers, seats, tables
from poucet.i18n import in_language


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("**", "")


def squeezed(text):
    return "".join(plain(text).split())


@pytest.fixture(scope="module")
def printed(tmp_path_factory, pages_of):
    """Give the words of each page in a language."""

    def read(lang):
        [path] = print_cards(7, lang, tmp_path_factory.mktemp(lang))
        return [plain(page) for page in pages_of(path.read_bytes())]

    return {lang: read(lang) for lang in ("fr", "en")}


@pytest.fixture(scope="module")
def school():
    return School(seed=2)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_card_says_what_the_table_says_and_hides_the_answer(printed, lang, school):
    pages = printed[lang]
    assert len(pages) == 7
    with in_language(lang):
        dealt = seats(school)
        for first in range(0, len(dealt), 8):
            shown = dealt[first : first + 8]
            page = squeezed(pages[1 + first // 8])
            for seat in shown:
                told = cells(school, seat.row)
                assert squeezed(school.columns["given_name"][seat.row]) in page
                assert squeezed(told["commune"]) in page
            for said in {answer(school, seat.row) for seat in shown}:
                alike = [seat for seat in shown if answer(school, seat.row) == said]
                assert page.count(squeezed(said)) == len(alike)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_small_cards_are_the_twelve_pupils(printed, lang, school):
    page = squeezed(printed[lang][4])
    with in_language(lang):
        for said in {answer(school, pupil - 1) for pupil in STRIPS}:
            alike = [pupil for pupil in STRIPS if answer(school, pupil - 1) == said]
            assert page.count(squeezed(said)) == len(alike)
    for pupil in STRIPS:
        assert squeezed(school.columns["class"][pupil - 1]) in page


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_worksheet_gives_the_prices_the_answers_are_counted_with(printed, lang):
    with in_language(lang):
        told = prices()
    page = squeezed(printed[lang][5])
    assert sorted(told.values()) == [1, 2, 2, 2, 2, 3]
    for name, points in told.items():
        assert squeezed(name) + str(points) in page


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_answers_are_those_of_the_game(printed, lang, school):
    page = squeezed(printed[lang][6])
    with in_language(lang):
        for place in range(len(GROUPS)):
            said = answers(school, place)
            assert f"{squeezed(group_name(place))}{sum(said)}{len(said) - sum(said)}" in page
    for different in (1, 2):
        best = tables(school, different=different)[0]
        letters = ",".join("".join(letter(place) for place in group) for group in best.groups)
        assert f"{best.cost}points" in page
        assert letters in page


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_teacher_is_told_which_card_is_meriems(printed, lang, school):
    dealt = seats(school)
    (hers,) = [
        rank
        for rank, seat in enumerate(dealt, start=1)
        if school.columns["given_name"][seat.row] == "Meriem"
    ]
    assert not school.sealed["money_trouble"][dealt[hers - 1].row]
    for page in (printed[lang][0], printed[lang][6]):
        assert {"fr": f"carte {hers}", "en": f"card {hers}"}[lang] in " ".join(page.split())


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_rules_name_the_pages_they_speak_of(printed, lang, school):
    rules = " ".join(printed[lang][0].split())
    assert str(len(seats(school))) in rules
    assert {"fr": "sept pages", "en": "seven pages"}[lang] in rules
    assert {"fr": "4 points", "en": "4 points"}[lang] in rules
    assert tables(school)[0].cost == 4


def test_the_english_pages_hold_no_french_sentence(printed):
    for page in printed["en"]:
        for word in (" une ", "élève", " les ", "bourse", "mairie"):
            assert word not in page


def test_no_sign_is_missing_from_the_font(printed):
    assert not any("\0" in page for pages in printed.values() for page in pages)
