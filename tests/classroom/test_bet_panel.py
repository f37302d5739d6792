import pytest

from poucet.classroom.bet_panel import BetPanel
from poucet.classroom.bets import Bet
from poucet.i18n import in_language


@pytest.mark.parametrize(("high", "stops"), [(1, 1), (40, 40), (200, 200), (1100, 110)])
def test_arrow_keys_cross_the_slider_in_two_hundred_stops_at_most(high, stops):
    assert BetPanel(Bet("b", "pupils", 0, high)).slider.step * stops == high


def test_the_number_under_the_slider_is_written_as_the_language_does():
    panel = BetPanel(Bet("b", "pupils", 0, 1100))
    panel.slider.value = 1100
    assert "1\u202f100\u00a0élèves" in panel.said.value


def test_every_control_has_a_visible_name_in_the_language():
    with in_language("en"):
        panel = BetPanel(Bet("b", "pupils", 0, 10))
    assert panel.slider.description == "Your bet"
    assert panel.button.description == "Lock my bet"


def test_a_bet_locked_before_its_first_display_shows_locked():
    bet = Bet("b", "pupils", 0, 10)
    bet.lock(7)
    panel = BetPanel(bet)
    assert panel.slider.value == 7
    assert panel.slider.disabled
