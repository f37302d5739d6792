import re

import pytest

from poucet.classroom.bet_words import amount, comparison, gap
from poucet.classroom.bets import Bet
from poucet.i18n import in_language


@pytest.mark.parametrize(
    ("language", "value", "unit", "said"),
    [
        ("fr", 0, "pupils", "0 élève"),
        ("fr", 1, "classes", "1 classe"),
        ("fr", 2, "columns", "2 colonnes"),
        ("fr", 69, "%", "69 %"),
        ("fr", 69.34, "%", "69,3 %"),
        ("en", 0, "pupils", "0 pupils"),
        ("en", 1, "pupils", "1 pupil"),
        ("en", 69.34, "%", "69.3%"),
    ],
)
def test_amounts_are_said_as_the_language_does(language, value, unit, said):
    with in_language(language):
        assert amount(value, unit).replace("\u00a0", " ") == said


@pytest.mark.parametrize(
    ("bet", "answer", "end"),
    [(20, 69.3, "49,3 points de plus."), (70, 69, "1 point de moins."), (5, 5, "la réponse.")],
)
def test_the_gap_between_percentages_is_in_points(bet, answer, end):
    assert gap(bet, answer, "%").replace("\u00a0", " ").endswith(end)


def bars(low, high, value, answer):
    bet = Bet("b", "pupils", low, high)
    bet.value, bet.answer = value, answer
    return [float(width) for width in re.findall(r"width:([\d.]+)%", comparison(bet))]


@pytest.mark.parametrize(
    ("low", "high", "value", "answer", "widths"),
    [
        (0, 1100, 550, 1100, [50, 100]),
        (10, 20, 10, 15, [0, 50]),
        (0, 40, 20, 662, [50, 100]),  # an answer outside the slider stays inside the picture
        (10, 20, 20, 3, [100, 0]),
    ],
)
def test_the_bars_are_as_long_as_the_numbers(low, high, value, answer, widths):
    assert bars(low, high, value, answer) == widths


def test_before_the_lock_there_is_no_bar_and_no_answer():
    bet = Bet("b", "pupils", 0, 100)
    bet.answer = 73.0
    assert "73" not in comparison(bet)
