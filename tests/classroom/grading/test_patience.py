"""Time is counted by the processor's clock; the wall's ends what only waits."""

import time

import pytest

from poucet.classroom.grading import patience
from poucet.classroom.grading.patience import GRACE, Deadline, Limit, alarms

LONG = 600.0


class Stopped(BaseException):
    pass


def errors():
    return {name: Stopped(name) for name in Limit._fields}


def spin():
    while True:
        pass


def test_a_slow_machine_takes_nothing_from_the_limit():
    used = iter([10.0, 10.5, 10.5, 13.0, 14.6])
    deadline = Deadline(Limit(3.0, LONG), lambda: next(used))  # its clock was at 10 when it began
    assert deadline.left().processor == pytest.approx(2.5)
    assert [deadline.passed(), deadline.passed(), deadline.passed()] == [None, None, "processor"]


def test_where_nothing_tells_the_processors_time_the_walls_is_the_limit():
    assert Deadline(Limit(-LONG, LONG)).passed() == "processor"
    assert Deadline(Limit(1.0, LONG)).passed() is None
    assert Deadline(Limit(LONG, -GRACE)).passed() == "wall"
    assert patience.processor_of(2**30) is None and patience.child_of(2**30) is None


@pytest.mark.parametrize(
    ("limit", "does", "clock"),
    [
        (Limit(0.1, LONG), spin, "processor"),
        (Limit(LONG, 0.1), lambda: time.sleep(LONG), "wall"),
        (Limit(-1.0, LONG), spin, "processor"),
    ],
)
def test_what_has_had_its_time_is_stopped_by_its_clock(limit, does, clock):
    with pytest.raises(Stopped, match=clock), alarms(limit, errors()):
        does()


def test_who_calls_what_was_stopped_keeps_an_alarm():
    with pytest.raises(Stopped) as outer, alarms(Limit(0.3, LONG), errors()):
        with pytest.raises(Stopped), alarms(Limit(0.1, LONG), errors()):
            spin()
        spin()
    assert outer.value.args == ("processor",)
