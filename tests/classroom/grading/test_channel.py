"""Two sides of a wall: values and calls go through, in the sandbox and without it."""

import pytest

from poucet.classroom.grading import patience, sandbox
from poucet.classroom.grading.channel import Channel, Elsewhere, Gone, Slow
from poucet.classroom.grading.patience import Deadline, Limit

LONG = 600.0


@pytest.fixture(params=[True, False], ids=["sandbox", "no sandbox"])
def inside(request):
    if request.param and sandbox.why_not():
        pytest.skip("bubblewrap cannot isolate here")
    with sandbox.opened("12", "A2", shut=request.param) as process:
        channel = Channel(process.stdout.fileno(), process.stdin.fileno(), lambda _: {})
        channel.processor = process.processor
        give(channel, LONG, LONG)
        yield channel


@pytest.fixture
def patient(monkeypatch):
    """Give an interpreter all the time it wants to say that it stopped: the machine may be busy."""
    monkeypatch.setattr(patience, "GRACE", 60)


def give(channel, processor, wall):
    channel.deadline = Deadline(Limit(processor, wall), channel.processor)


def run(channel, code):
    return channel.ask({"do": "run", "code": code})["outputs"]


def get(channel, name):
    return channel.loads(channel.ask({"do": "get", "names": [name]})[name])


def put(channel, name, value):
    channel.ask({"do": "set", "name": name, "value": channel.dumps(value)})


def test_cells_run_and_values_come_out(inside):
    assert run(inside, "import os\nplace = os.getcwd()\nprint('é')\nplace") != []
    assert get(inside, "place").endswith("12/A2")
    assert run(inside, "1 / 0")[0]["ename"] == "ZeroDivisionError"
    run(inside, "after = [1, (2, 'trois')]")
    assert get(inside, "after") == [1, (2, "trois")]


def test_functions_are_called_both_ways(inside):
    put(inside, "right", lambda rows: len(rows))
    run(inside, "def twice(rows):\n    return 2 * right(rows)")
    assert get(inside, "twice")([{"a": 1}, {"a": 2}]) == 4
    assert get(inside, "right")([1]) == 1  # the judge's own function comes home


def test_a_function_that_changes_its_argument_is_seen_doing_so(inside):
    run(inside, "def spoil(rows, known):\n    rows.append(3)\n    known['a'] = 1\n    return rows")
    rows, known = [{"x": 1}], {}
    assert get(inside, "spoil")(rows, known=known) == [{"x": 1}, 3]
    assert rows == [{"x": 1}, 3] and known == {"a": 1}


def test_errors_keep_their_names(inside):
    run(inside, "class Mine(Exception): pass\ndef f(n):\n    raise (Mine if n else KeyError)('x')")
    with pytest.raises(KeyError):
        get(inside, "f")(0)
    with pytest.raises(Elsewhere) as caught:
        get(inside, "f")(1)
    assert caught.value.name == "Mine"


def test_what_never_ends_is_stopped_and_the_rest_goes_on(inside, patient):
    give(inside, 1, LONG)
    assert run(inside, "while True:\n    pass")[-1]["ename"] == "CellTimeoutError"
    give(inside, LONG, 1)
    assert run(inside, "import time\ntime.sleep(1000)")[-1]["ename"] == "CellWaitError"
    give(inside, LONG, LONG)
    run(inside, "still = 'here'")
    assert get(inside, "still") == "here"


STUBBORN = "while True:\n    try:\n        while True:\n            {}\n    except:\n        pass"


@pytest.mark.parametrize(
    ("code", "limit", "clock"),
    [
        (STUBBORN.format("pass"), (0.5, LONG), "processor"),
        (STUBBORN.format("time.sleep(9)"), (LONG, 0.5), "wall"),
        ("def endless():\n    while True:\n        pass\n    yield", (0.5, LONG), "processor"),
    ],
)
def test_what_does_not_stop_by_itself_is_told_by_its_clock(inside, monkeypatch, code, limit, clock):
    monkeypatch.setattr(patience, "GRACE", 0)
    run(inside, "import time")
    give(inside, *limit)
    with pytest.raises(Slow, match=clock):
        run(inside, code)
        run(inside, "values = endless()")
        get(inside, "values")


def test_a_talk_that_never_pauses_ends_too(inside):
    put(inside, "right", lambda rows: len(rows))
    give(inside, LONG, 0.5)
    with pytest.raises(Slow, match="wall"):
        run(inside, STUBBORN.format("right([])"))


def test_a_dead_interpreter_is_noticed(inside):
    with pytest.raises(Gone):
        run(inside, "import os\nos._exit(0)")


def test_a_function_stopped_amid_its_calls_leaves_the_talk_in_order(inside, patient):
    put(inside, "right", lambda rows: len(rows))
    give(inside, LONG, 2)
    told = run(inside, "rows = [{'a': n} for n in range(3000)]\nwhile True:\n    right(rows)")
    assert told[-1]["ename"] == "CellWaitError"
    give(inside, LONG, LONG)
    for name in ("one", "two"):
        run(inside, f"{name} = right(rows)")
        assert get(inside, name) == 3000


def test_numpy_and_named_tuples_come_out_of_the_sandbox(inside):
    run(
        inside,
        "import numpy as np\nfrom collections import namedtuple\n"
        "found = [np.int64(3), np.array(['a', 'b']), namedtuple('P', 'x y')(1, 2)]",
    )
    number, words, pair = get(inside, "found")
    assert number == 3 and type(number) is not int and list(words) == ["a", "b"]
    assert isinstance(pair, tuple) and pair == (1, 2)
