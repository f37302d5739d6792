"""A score out of school traces, and its error."""

import numpy as np
import pytest

from poucet import PoucetError, School
from poucet.exports import trail_columns
from poucet.market import recruiter_score

MONDAY = np.datetime64("2026-09-07T00", "h")


def week(number, pupil, right, handed_in, late):
    """Give a week's lines: answers, work handed in, lines after 23 h."""
    at = MONDAY + 24 * 7 * number
    lines = [(at + 10, pupil, "answered", right)]
    lines += [(at + 11, pupil, "submitted", np.nan)] * handed_in
    lines += [(at + 23, pupil, "opened", np.nan)] * late
    return lines


def table(*weeks):
    lines = [line for each in weeks for line in each]
    time, pupil, verb, score = zip(*lines, strict=True)
    return {"time": np.array(time), "pupil": pupil, "verb": verb, "score": score}


def test_three_pupils_are_ranked_as_by_hand():
    weeks = [week(n, pupil, *kind) for n in range(2)
             for pupil, kind in ((1, (0.9, 3, 0)), (2, (0.5, 1, 0)), (3, (0.5, 2, 4)))]  # fmt: skip
    found = recruiter_score(table(*weeks))
    assert found.people.tolist() == [1, 2, 3]
    # right 100, 25, 25; handed in 100, 0, 50; nights 75, 75, 0
    assert found.score == pytest.approx([275 / 3, 100 / 3, 75 / 3])
    assert (found.error, found.lost) == (0.0, 0.0)
    assert found.gap(np.array([True, False, False])) == pytest.approx(275 / 3 - 175 / 6)


def test_who_changes_from_one_week_to_the_next_is_an_error():
    found = recruiter_score(
        table(week(0, 1, 1.0, 2, 0), week(0, 2, 0.0, 0, 1),
              week(1, 1, 0.0, 0, 1), week(1, 2, 1.0, 2, 0))
    )  # fmt: skip
    assert (found.error, found.lost) == (100.0, 1.0)
    assert found.score.tolist() == [50.0, 50.0]


def test_the_score_of_a_school_is_unsteady_and_punishes_those_who_sleep_badly():
    school = School(seed=2, pupils=400)
    found = recruiter_score(trail_columns(school))
    assert found.people.tolist() == list(range(1, 401))
    assert found.score.mean() == pytest.approx(50)
    assert 3 < found.error < 20
    assert 0.1 < found.lost < 0.9
    assert found.gap(school.sealed["sleeplessness"]) < -5
    assert found.price is None
    assert "une affirmation" in str(found)


def test_a_group_of_everybody_or_nobody_has_no_gap():
    found = recruiter_score(table(week(0, 1, 1.0, 1, 0), week(1, 1, 1.0, 1, 0)))
    assert found.gap(np.array([True])) == found.gap(np.array([False])) == 0.0
    for group in ([True, False], [1]):
        with pytest.raises(PoucetError, match="groupe"):
            found.gap(group)


def test_one_week_is_too_short_and_the_week_begins_on_monday():
    sunday, monday = MONDAY + 6 * 24 + 12, MONDAY + 7 * 24
    both = {"time": np.array([MONDAY, sunday]), "pupil": [1, 1], "verb": ["opened"] * 2,
            "score": [1.0, 1.0]}  # fmt: skip
    with pytest.raises(PoucetError, match="deux semaines"):
        recruiter_score(both)
    assert recruiter_score({**both, "time": np.array([sunday, monday])}).error == 0.0
