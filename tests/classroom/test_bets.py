import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from poucet.classroom.bets import predict
from poucet.errors import PoucetError
from poucet.i18n import in_language

names = (f"bet {rank}" for rank in itertools.count())


@pytest.fixture
def bet():
    return predict(next(names), unit="pupils", low=0, high=1100)


def shown(thing):
    return thing._repr_mimebundle_()


def test_nothing_is_revealed_before_the_lock(bet):
    revealed = bet.reveal(662)
    assert "662" not in repr(revealed)
    assert "Verrouillez" in repr(revealed)


def test_the_answer_shows_by_itself_once_the_bet_is_locked(bet):
    shown(bet)
    revealed = bet.reveal(662)
    shown(revealed)
    assert "662" not in bet._panel.answer.value
    bet._panel.slider.value = 30
    bet._panel.button.click()
    assert bet.value == 30
    assert "662" in bet._panel.answer.value
    assert "632 de plus" in repr(revealed)


def test_a_locked_bet_never_moves(bet):
    shown(bet)
    bet.lock(30)
    with pytest.raises(PoucetError, match="on ne revient pas"):
        bet.lock(40)
    # A page that is not ours can send what it likes, disabled or not.
    bet._panel.slider.value = 900
    bet._panel.button.click()
    assert bet.value == 30
    assert bet._panel.slider.value == 30
    assert bet._panel.slider.disabled
    assert bet._panel.button.description == "Pari verrouillé"


def test_running_the_cell_again_gives_the_locked_bet_back():
    key = next(names)
    first = predict(key, unit="pupils", low=0, high=40)
    assert predict(key, unit="pupils", low=0, high=40) is not first  # still open: a fresh start
    locked = predict(key, unit="pupils", low=0, high=40)
    locked.lock(12)
    assert predict(key, unit="pupils", low=0, high=40) is locked
    assert not predict(key, unit="classes", low=0, high=40).locked


@pytest.mark.parametrize("value", [-1, 1101, 12.5, True, "12", None])
def test_a_bet_outside_its_ends_is_refused(bet, value):
    with pytest.raises(PoucetError, match="nombre entier"):
        bet.lock(value)
    assert not bet.locked


@pytest.mark.parametrize("value", ["beaucoup", None])
def test_only_a_number_can_be_revealed(bet, value):
    with pytest.raises(PoucetError, match="nombre"):
        bet.reveal(value)


def test_numbers_counted_by_numpy_are_numbers():
    bet = predict(next(names), unit="pupils", low=np.int64(0), high=np.int32(10))
    bet.lock(np.int64(3))
    assert type(bet.value) is int
    assert "exactement" in repr(bet.reveal(np.int64(3)))


@pytest.mark.parametrize(
    ("unit", "low", "high", "words"),
    [
        ("élèves", 0, 10, "choisissez parmi pupils, classes, columns, %"),
        ("pupils", 10, 0, "10 et 0"),
        ("pupils", 5, 5, "5 et 5"),
        ("pupils", 0, 1.5, "1.5"),
    ],
)
def test_a_bet_that_makes_no_sense_is_refused(unit, low, high, words):
    with pytest.raises(PoucetError) as error:
        predict(next(names), unit=unit, low=low, high=high)
    assert words in str(error.value)


def test_a_graded_notebook_gets_words_and_no_widget(bet, monkeypatch):
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert list(shown(bet)) == ["text/plain"]
    assert list(shown(bet.reveal(3))) == ["text/plain"]
    assert bet._panel is None


def test_a_display_elsewhere_is_a_widget_with_words_beside_it(bet):
    bundle = shown(bet)
    assert "application/vnd.jupyter.widget-view+json" in bundle
    assert "1\u202f100" in bundle["text/plain"]


def test_showing_twice_builds_no_second_set_of_widgets(bet):
    shown(bet)
    panel = bet._panel
    shown(bet)
    shown(bet.reveal(3))
    assert bet._panel is panel


@given(st.integers(0, 1100), st.floats(0, 1100))
def test_any_bet_ends_in_one_sentence(guess, truth):
    bet = predict(next(names), unit="pupils", low=0, high=1100)
    bet.lock(guess)
    for language in ("fr", "en"):
        with in_language(language):
            assert repr(bet.reveal(truth)).endswith(".")
            assert "{" not in repr(bet.reveal(truth))


def test_the_words_follow_the_language(bet):
    bet.lock(30)
    bet.reveal(662)
    with in_language("en"):
        assert repr(bet.reveal(662)) == (
            "Your bet: 30\u00a0pupils. The answer: 662\u00a0pupils, which is 632 more."
        )
