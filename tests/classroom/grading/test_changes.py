"""A function called through the wall leaves its arguments as a direct call would."""

import contextlib
import copy
import json
import math
import os
import threading
from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from poucet.classroom.grading.changes import Containers, expanded
from poucet.classroom.grading.channel import Channel, Gone


@pytest.fixture(scope="module")
def two_sides():
    """Give both ends of a talk, the other one served by a thread."""
    (far_in, near_out), (near_in, far_out) = os.pipe(), os.pipe()
    near = Channel(near_in, near_out, lambda _: {})
    far = Channel(far_in, far_out, lambda asked: {"f": far.dumps(FUNCTIONS[asked["name"]])})
    serving = threading.Thread(target=_serve, args=(far,))
    serving.start()
    yield near
    for end in (near_out, near_in):
        os.close(end)
    serving.join()
    for end in (far_in, far_out):
        os.close(end)


def _serve(channel):
    with contextlib.suppress(Gone):
        channel.serve_forever()


def through(channel, name):
    return channel.loads(channel.ask({"do": "function", "name": name})["f"])


PLAIN = st.one_of(st.booleans(), st.integers(0, 2), st.just(1.0), st.text("ab", max_size=1))
VALUES = st.recursive(
    PLAIN,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.lists(inner, max_size=3).map(tuple),
        st.dictionaries(PLAIN, inner, max_size=3),
        st.sets(PLAIN, max_size=3),
    ),
    max_leaves=8,
)
STEPS = st.lists(
    st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9), VALUES), max_size=6
)


def mutate(steps, *arguments):
    """Do random things to the arguments' containers."""
    found = Containers(arguments).all
    for what, where, which, value in steps if found else ():
        one, other = found[where % len(found)], found[which % len(found)]
        if isinstance(one, set):
            one.discard(1) if what % 2 else one.add("new")
        elif isinstance(one, dict):
            if what < 3:
                one[which] = value
            elif what < 5:
                one["other"] = other
            elif what < 7 and one:
                key = next(iter(one))
                one[key] = one.pop(key)  # now the last
            else:
                one.clear()
        elif what < 2:
            one.append(value)
        elif what < 4:
            one.insert(0, other)
        elif what < 5:
            one.reverse()
        elif what < 6 and one:
            one[which % len(one)] = value
        elif what < 7 and one:
            one.pop(which % len(one))
        elif what < 8 and one and type(one[0]) is int:
            one[0] = bool(one[0])
        elif what < 9:
            one *= 2
    if len(steps) == 6:
        raise KeyError("too many")


def spoil(rows, **named):
    rows[0]["a"] = 5
    rows.append(named)
    return rows


def deepen(rows):
    """Put into a list what no message can say; give a table large enough to be kept."""
    own = []
    own.append(own)
    rows.append(own)
    return [{"a": number} for number in range(100)]


FUNCTIONS = {"mutate": mutate, "spoil": spoil, "deepen": deepen, "table": lambda: deepen([])}


def shape(values):
    """Write values with their types, and containers that are the same one as the same one."""
    met = {}

    def written(value):
        kind = type(value)
        if kind not in (list, dict, set, tuple):
            return kind.__name__, repr(value)
        if kind is not tuple:
            if id(value) in met:
                return "again", met[id(value)]
            met[id(value)] = len(met)
        if kind is dict:
            return kind.__name__, [(repr(key), written(item)) for key, item in value.items()]
        return kind.__name__, [
            written(v) for v in (sorted(value, key=repr) if kind is set else value)
        ]

    return [written(value) for value in values]


@given(st.lists(VALUES, max_size=3), STEPS, st.booleans(), st.booleans())
@example([{False: []}], [(0, 0, 0, 1.0)], True, True)  # one shared container ends another
def test_arguments_end_as_after_a_direct_call(two_sides, arguments, steps, twice, inner):
    if twice and arguments:
        arguments.append(arguments[0])
    if inner and (found := Containers(arguments).all):
        arguments.append([found[-1], found[-1]])
    direct = copy.deepcopy(arguments)
    untouched = shape(arguments)
    ends = []
    for given_, function in ((direct, mutate), (arguments, through(two_sides, "mutate"))):
        own = Containers(given_).all
        try:
            function(copy.deepcopy(steps), *given_)
            ends.append((None, shape([*given_, *own])))
        except (KeyError, RecursionError) as error:
            ends.append((type(error), shape([*given_, *own])))
    if expanded(direct) == math.inf:  # a list that holds itself stays on its side
        assert ends[1][0] is RecursionError and shape(arguments) == untouched
    else:
        assert ends[0] == ends[1]


def test_rows_of_a_large_table_change_in_place(two_sides):
    rows = [{"a": number, "b": "x"} for number in range(100)]
    first, named = rows[0], {"c": [1]}
    for _ in range(2):
        assert through(two_sides, "spoil")(rows, more=named)[0] == {"a": 5, "b": "x"}
    assert first == {"a": 5, "b": "x"} and rows[0] is first
    assert len(rows) == 102 and rows[-1]["more"] is named


def test_a_change_that_cannot_be_said_changes_nothing_and_the_talk_goes_on(two_sides):
    rows = [1]
    with pytest.raises(RecursionError):
        through(two_sides, "deepen")(rows)
    assert rows == [1]
    assert through(two_sides, "table")() == [{"a": number} for number in range(100)]


def test_counters_and_aliases_are_numbered_alike(two_sides):
    row = Counter("aab")
    rows = [row, row]
    through(two_sides, "spoil")(rows)
    assert rows[0] is row and rows[1] is row and type(row) is Counter and row["a"] == 5


LIES = [
    "[]",
    "[[]]",
    '[[1], [["a"]]]',
    "[[1], 3]",
    '[[{"$": "old", "v": 2}], []]',
    '[[{"$": "old", "v": -1}], []]',
    "[[1], [[[1], 2]]]",
]


@pytest.mark.parametrize("lie", LIES)
def test_forged_changes_end_the_talk_and_change_nothing(monkeypatch, lie):
    reading, writing = os.pipe()
    channel = Channel(reading, writing, lambda _: {})
    answer = {"value": "1", "arguments": lie}
    monkeypatch.setattr(channel, "ask", lambda _: answer)
    given_ = [[{"a": 1}]]
    with pytest.raises(Gone):
        channel.call(0, tuple(given_), {}, Containers(given_))
    assert given_ == [[{"a": 1}]]
    os.close(reading)
    os.close(writing)


def test_a_walk_without_end_is_refused(monkeypatch):
    reading, writing = os.pipe()
    channel = Channel(reading, writing, lambda _: {})
    rows = [[number] for number in range(50)]
    twice = [
        [{"$": "old", "v": min(number + 1, 50)}, {"$": "old", "v": min(number + 2, 50)}]
        for number in range(50)
    ]
    answer = {"value": "1", "arguments": json.dumps([*twice, []])}
    monkeypatch.setattr(channel, "ask", lambda _: answer)
    with pytest.raises(RecursionError):
        channel.call(0, (rows,), {}, Containers([rows]))
    assert rows == [[number] for number in range(50)]
    os.close(reading)
    os.close(writing)
