import re

import pytest

from poucet import School
from poucet.apps.known_moments import FIRST_DRAW, in_words
from poucet.apps.pebbles import Pebbles, unicity_of
from poucet.apps.portrait_in_lines import portrait_in_lines
from poucet.apps.term_trail import AT_HOME, AT_SCHOOL, Moment, sorted_trail
from poucet.attacks.portrait import portrait


@pytest.fixture(scope="module")
def trail():
    return sorted_trail(School(seed=5, pupils=120), weeks=4)


@pytest.fixture(scope="module")
def measures(trail):
    return unicity_of(trail)


@pytest.fixture
def board(trail, measures):
    board = Pebbles(School(seed=5, pupils=120), trail, measures)
    board.avatar.field.value = 30
    return board


def words(html):
    return re.sub(r"<[^>]*>", " ", html)


def shown(html):
    return re.search(r"<strong>(.*?)</strong>", html).group(1)


def on_screen(board):
    return [key for key, view in board.views.items() if view.box.layout.display != "none"]


def test_one_question_is_on_screen_at_a_time(board):
    assert on_screen(board) == ["read"]
    board.chooser.value = "moments"
    assert on_screen(board) == ["moments"]
    assert board.avatar.row.layout.display is None
    board.chooser.value = "all"
    assert on_screen(board) == ["all"]
    assert board.avatar.row.layout.display == "none"
    board.chooser.set_state({"index": None})
    assert on_screen(board) == ["read"]


def test_the_lines_are_told_page_by_page_and_begin_again(board, trail):
    times = []
    while True:
        page = board.reading.log.value
        found = re.findall(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", page)
        if times and found[0] == times[0]:
            break
        times += found
        board.reading.next.click()
    expected = [str(time).replace("T", " ") for time in trail.lines(30)["time"]]
    assert times == expected


def test_the_portrait_waits_for_the_press(board, trail):
    view = board.reading
    assert view.portrait.value == view.picture.value == ""
    assert view.log.layout.display is None
    view.button.click()
    for line in portrait_in_lines(portrait(trail.lines(30))):
        assert line in view.portrait.value
    assert "On peut se tromper" in view.portrait.value
    assert 'alt="' in view.picture.value
    assert view.log.layout.display == "none"
    view.button.click()
    assert view.portrait.value == ""


def test_another_pupil_hides_what_was_told(board, trail):
    board.reading.button.click()
    board.moments.buttons[0].click()
    board.avatar.field.value = 31
    assert board.reading.portrait.value == ""
    assert board.moments.told == 0
    assert board.moments.moments == trail.known_moments(31, FIRST_DRAW)
    assert "31" in board.reading.question.value


def test_each_moment_tells_how_many_are_left(board, trail):
    board.chooser.value = "moments"
    view = board.moments
    assert shown(view.answer.value) == "120"
    assert view.moments == trail.known_moments(30, FIRST_DRAW)
    for count, button in enumerate(view.buttons, 1):
        assert button.description == in_words(view.moments[count - 1])
        assert all(later.disabled for later in view.buttons[count:])
        button.click()
        left = len(trail.who_fits(view.moments[:count]))
        assert shown(view.answer.value) == str(left)
        assert str(left) in view.notes.value
    view.buttons[1].click()  # back to two
    assert view.told == 2
    assert view.buttons[3].description == "quatrième moment"


def test_a_moment_forged_before_its_turn_tells_only_the_next_one(board):
    board.chooser.value = "moments"
    board.moments.buttons[3].click()
    assert board.moments.told == 1


def test_the_bet_of_each_moment_is_told_once(board):
    board.chooser.value = "moments"
    view = board.moments
    view.bet.field.value = 40
    view.buttons[0].click()
    assert "parié 40." in view.answer.value
    view.buttons[1].click()
    assert "parié" not in view.answer.value


def test_other_moments_begin_again(board, trail):
    board.chooser.value = "moments"
    board.moments.buttons[0].click()
    board.moments.others.click()
    assert board.moments.told == 0
    assert board.moments.moments == trail.known_moments(30, FIRST_DRAW + 1)


def test_a_moment_is_said_in_words():
    monday, tuesday = Moment(23, AT_SCHOOL), Moment(8 * 24 + 20, AT_HOME)
    assert in_words(monday) == "lundi 7\u00a0septembre, entre 23\u00a0h et minuit, au lycée"
    assert in_words(tuesday) == "mardi 15\u00a0septembre, entre 20\u00a0h et 21\u00a0h, à la maison"


def test_the_curve_waits_for_the_press(board, measures):
    board.chooser.value = "all"
    view = board.all_pupils
    alone = round(100 * measures[0][3].value)
    assert shown(view.answer.value) == "?"
    assert f"{alone}\u00a0%" not in words(view.notes.value)
    view.bet.field.value = 12
    view.button.click()
    assert str(alone) in shown(view.answer.value)
    assert "12\u00a0%" in view.answer.value
    assert "Montjoye" in view.notes.value
    view.button.click()
    assert not view.bet.made


def test_the_language_changes_every_text_and_no_choice(board):
    board.reading.button.click()
    for key in ("moments", "all"):
        board.chooser.value = key
        board.view.buttons[0].click() if key == "moments" else board.view.button.click()
    board.languages.value = "en"
    for key in ("read", "moments", "all"):
        board.chooser.value = key
        view = board.view
        for name, widget in vars(view).items():
            if name != "log" and isinstance(getattr(widget, "value", None), str):
                assert not re.search("élève|moment connu|Levez|ligne", words(widget.value)), name
    assert (board.reading.revealed, board.moments.told, board.all_pupils.revealed) == (1, 1, 1)
    assert board.chooser.options[0] == ("Reading a trail", "read")


def test_numbers_forged_by_a_page_stay_within_bounds(board):
    board.avatar.field.set_state({"max": 10**9, "value": 10**6})
    assert board.avatar.number == board.avatar.field.value == 120
    board.avatar.field.set_state({"min": -5, "value": -3})
    assert board.avatar.number == board.avatar.field.value == 1
    board.moments.bet.field.set_state({"max": 10**9, "value": 10**6})
    assert board.moments.bet.value == board.moments.bet.slider.value == 120
    assert board.message.value == ""
