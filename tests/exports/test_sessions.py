"""Sessions: nobody is in two places at once, and moments leave room for the longest session."""

import numpy as np
import pytest

from poucet.exports import trail_columns
from poucet.exports.habits import draw_habits
from poucet.exports.sessions import (
    LESSON,
    LESSON_HOURS,
    LESSONS,
    MOMENTS,
    PHONE,
    STUDY,
    USED,
    Pupils,
    week_sessions,
)
from poucet.exports.term import DAY
from poucet.exports.trail import HOW_MANY, STEPS
from poucet.school import School
from poucet.school.schooling import DEVICES

LONGEST = 25 + len(HOW_MANY) * max(sum(longest for _, _, longest in steps) for steps in STEPS)


@pytest.fixture(scope="module")
def pupils():
    school = School(seed=2, pupils=1500)
    return school, Pupils(school, draw_habits(school))


def test_a_moment_ends_before_the_next_begins():
    days_on = [(m.opens, m.opens + m.lasts) for m in MOMENTS if m.school_day]
    days_on += [(h * 3600, h * 3600 + 8 * 60) for h in LESSON_HOURS]
    days_off = [(m.opens, m.opens + m.lasts) for m in MOMENTS if m.day_off]
    for day in (sorted(days_on), sorted(days_off)):
        ends = [end + LONGEST for _, end in day]
        assert all(end < start for end, (start, _) in zip(ends, day[1:], strict=False))
        assert ends[-1] < DAY


def test_no_exercise_comes_twice_in_a_session():
    codes, categories = trail_columns(School(seed=2, pupils=60), weeks=2)
    order = np.argsort(codes["pupil"], kind="stable")
    verb = categories["verb"][codes["verb"][order]]
    session = np.cumsum(verb == "signed-in")
    opened = verb == "opened"
    exercise = np.char.startswith(
        categories["object"][codes["object"][order]].astype(str), "exercises/"
    )
    pairs = np.stack([session, codes["object"][order]])[:, opened & exercise]
    assert pairs.shape[1] > 1000
    assert np.unique(pairs, axis=1).shape == pairs.shape


def test_every_kind_of_equipment_has_its_use():
    assert set(USED) == set(DEVICES)
    for kind, weights in USED.items():
        if kind != "aucun":
            assert all((by[PHONE] > 0) == ("téléphone" in kind) for by in weights)


def test_a_class_sits_in_its_lessons_together(pupils):
    school, who = pupils
    sessions = week_sessions(1, who)
    lesson = sessions.moment == LESSON
    group = school.codes["class"][sessions.pupil[lesson]].astype(int)
    hour = sessions.start[lesson] // 3600
    for code in range(len(school.categories["class"])):
        held, sizes = np.unique(hour[group == code], return_counts=True)
        assert len(held) == LESSONS
        enrolled = (school.codes["class"] == code).sum()
        assert (sizes <= enrolled).all() and (sizes > 0.6 * enrolled).all()


def test_those_who_own_nothing_connect_at_school_alone(pupils):
    school, who = pupils
    sessions = week_sessions(0, who)
    nothing = school.columns["devices"][sessions.pupil] == "aucun"
    assert nothing.any()
    assert np.isin(sessions.moment[nothing], (LESSON, STUDY)).all()


def test_the_autumn_break_is_quiet(pupils):
    _, who = pupils
    usual, away = (len(week_sessions(week, who).start) for week in (4, 6))
    assert away < 0.45 * usual
