import numpy as np
import pytest

from poucet.attacks.portrait import portrait
from poucet.classroom.portrait_sheet import check_sheet
from poucet.i18n import in_language

MONDAY = np.datetime64("2026-09-07T00:00")
RIGHT = {"wakes": 6, "last_line": 22, "roofs": 2, "nights_awake": 4}


def times(*hours):
    return [MONDAY + np.timedelta64(round(60 * hour), "m") for hour in hours]


@pytest.fixture(scope="module")
def found():
    mornings = times(*(24 * day + 6.7 for day in range(4)))
    evenings = times(*(24 * day + 22.3 for day in range(10)))
    nights = times(*(24 * day + 1.5 for day in (12, 13, 14, 15)))
    places = ["a"] * 9 + ["b"] * 5 + ["b"] * 4
    return portrait({"time": np.array(mornings + evenings + nights), "place": places})


def said(capsys, found, **changed):
    check_sheet(found, **{**RIGHT, **changed})
    return {line.split(" · ")[0][2:]: line for line in capsys.readouterr().out.strip().splitlines()}


def test_a_right_sheet_is_told_so(found, capsys):
    assert {line[0] for line in said(capsys, found).values()} == {"✓"}


@pytest.mark.parametrize(
    ("name", "near", "far"),
    [
        ("wakes", (6, 7, 7.5), (5, 8, 18)),
        ("last_line", (22, 23), (21, 0, 12)),
        ("roofs", (2,), (1, 3, 0)),
        ("nights_awake", (2, 3, 4, 5, 6), (0, 1, 7, 40)),
    ],
)
def test_what_is_near_enough_passes_and_nothing_else(found, capsys, name, near, far):
    for answer in near:
        assert said(capsys, found, **{name: answer})[name].startswith("✓"), answer
    for answer in far:
        assert said(capsys, found, **{name: answer})[name].startswith("→"), answer


@pytest.mark.parametrize("answer", [..., None, "7", "7 h", True, [7], {}, -1, 25, 1e9, object()])
@pytest.mark.parametrize("name", RIGHT)
def test_anything_else_gets_a_hint_and_never_the_answer(found, capsys, name, answer):
    hint = said(capsys, found, **{name: answer})[name]
    assert hint.startswith("→")
    told = hint.replace("avant 8", "").replace("de 0 à 24", "").replace("exemple 7", "")
    assert not any(mark.isdigit() for mark in told)


def test_untouched_dots_are_not_called_wrong(found, capsys):
    hints = said(capsys, found, **dict.fromkeys(RIGHT, ...))
    assert all("trois points" in hint for hint in hints.values())


def test_what_the_lines_do_not_say_is_none(capsys):
    silent = portrait({"time": np.array(times(10, 34, 58)), "place": ["school"] * 3})
    sheet = {"wakes": None, "last_line": None, "roofs": 0, "nights_awake": 0}
    assert all(line.startswith("✓") for line in said(capsys, silent, **sheet).values())
    assert "None" in said(capsys, silent, **{**sheet, "wakes": 7})["wakes"]


def test_midnight_is_one_hour_from_eleven(capsys):
    late = portrait(
        {"time": np.array(times(*(24 * d + 24.1 for d in range(4)))), "place": ["a"] * 4}
    )
    for hour in (0, 24, 1, 23.5):
        assert said(capsys, late, last_line=hour)["last_line"].startswith("✓"), hour


def test_the_hints_speak_english(found, capsys):
    with in_language("en"):
        assert "that is what the lines say" in said(capsys, found)["roofs"]
