"""Values cross the wall as exactly what they are, or as nothing a test could take for an answer."""

import datetime
import json
from collections import Counter, OrderedDict, defaultdict
from decimal import Decimal
from enum import IntEnum
from typing import NamedTuple

import numpy as np
import pandas
import pytest
from hypothesis import given
from hypothesis import strategies as st

from poucet.classroom.grading.changes import NotPlain
from poucet.classroom.grading.decoder import Decoder
from poucet.classroom.grading.encoder import Encoder
from poucet.classroom.grading.plain import Opaque


def crossed(value):
    functions = []

    def handle(function):
        functions.append(function)
        return {"$": "mine", "v": len(functions) - 1}

    text = Encoder(handle).dumps(value)
    return Decoder(lambda coded: functions[coded["v"]]).loads(text)


SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(st.characters()),  # halves of characters too
    st.binary(max_size=20),
    st.dates(),
    st.datetimes(),
    st.timedeltas(),
    st.decimals(),
    st.complex_numbers(),
    st.just(...),
    st.sampled_from([-0.0, 2**53, 10**4000, "$", "v", np.float64("nan"), np.str_("x")]),
)
HASHED = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-2, 2), st.floats(), st.text(max_size=2)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(tuple), st.frozensets(inner, max_size=3)
    ),
    max_leaves=4,
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.lists(inner, max_size=4).map(tuple),
        st.dictionaries(HASHED, inner, max_size=4),
        st.dictionaries(HASHED, inner, max_size=4).map(OrderedDict),
        st.sets(HASHED, max_size=4),
        inner.map(lambda twice: [twice, (twice, [twice])]),
    ),
    max_leaves=10,
)


def same(one, other):
    """Compare with types: True is not 1 here, a tuple is no list, and a nan is a nan."""
    if type(one) is not type(other):
        return False
    if isinstance(one, (set, frozenset)):
        one, other = (sorted(each, key=repr) for each in (one, other))
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, (list, tuple)):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict):
        return same(list(one.items()), list(other.items()))
    return repr(one) == repr(other) or one == other


@given(st.one_of(VALUES, VALUES.map(lambda row: [row] * 40)))  # a table is sent otherwise
def test_plain_values_come_out_as_they_went_in(value):
    assert same(crossed(value), value)
    assert repr(crossed(-0.0)) == "-0.0"


def test_a_dictionarys_views_are_compared_as_sets_are():
    seen = {"b": 1, ("a", 2): [3]}
    assert crossed(seen.keys()) == {"b", ("a", 2)} and list(crossed(seen.keys())) == list(seen)
    assert crossed({"b": 1}.items()) == {("b", 1)}
    assert list(crossed(seen.items())) == list(seen.items())
    assert crossed(seen.keys()) != {"b"}


class Hashed(list):
    __hash__ = object.__hash__


# What one side can write and the other would refuse: nothing but a value's own points is lost.
BEYOND = {
    "a row many times": lambda: [[0] * 1000] * 3000,
    "an array": lambda: np.zeros(3_000_000, bool),
    "a long text": lambda: "x" * 20_000_001,
    "its own hash": lambda: {Hashed([1])},
    "its own hash, as a key": lambda: {(Hashed([1]),): 1},
}


@pytest.mark.parametrize("value", BEYOND)
def test_what_the_other_side_would_refuse_is_opaque(value):
    assert isinstance(crossed(BEYOND[value]()), Opaque)


def test_a_large_table_is_counted_when_no_room_is_left_to_keep_it(monkeypatch):
    for side in ("encoder", "decoder"):
        monkeypatch.setattr(f"poucet.classroom.grading.{side}.LARGEST", 2000)
    encoder, decoder = Encoder(lambda _: {}), Decoder(lambda _: None)
    encoder.room = 0
    table = [None] * 1500
    text = encoder.dumps_arguments((table, list(table), ...), {}, set())
    assert isinstance(decoder.loads(text), Opaque)
    assert decoder.loads(encoder.dumps_arguments((table, ...), {}, set())) == [[table, ...], []]


def test_a_dictionary_that_looks_like_a_tag_stays_a_dictionary():
    assert crossed({"$": "opaque", "v": 3}) == {"$": "opaque", "v": 3}
    assert crossed([{"$": "mine"}]) == [{"$": "mine"}]


def test_dictionaries_keep_their_kind():
    for value in (Counter("aab"), OrderedDict(a=1), defaultdict(list, {("x", 1): [2]})):
        assert crossed(value) == value and type(crossed(value)) is type(value)


NUMPY = [
    np.int64(-3),
    np.uint8(200),
    np.float64("nan"),
    np.float32(0.5),
    np.complex128(1 + 2j),
    np.bool_(True),
    np.str_("Zoé 🙂"),
    np.str_(""),
    np.arange(6).reshape(2, 3),
    np.array([], dtype=float),
    np.array(3),
    np.array(["a", "Élodie"]),
    np.array([True, False]),
    np.arange(10)[::3],
    np.arange(3).astype(">i4"),
]


@pytest.mark.parametrize("value", NUMPY, ids=repr)
def test_numpy_crosses_as_it_is(value):
    came = crossed([value])[0]
    assert type(came) is type(value) and came.dtype == value.dtype
    np.testing.assert_array_equal(came, value)


def test_numpy_is_judged_as_in_the_notebook():
    assert crossed({"a": np.int64(3)}) == {"a": 3} and type(crossed(np.int64(3))) is not int
    assert isinstance(crossed(np.float64(0.5)), float)
    assert crossed({("F", np.str_("x")): 1}) == {("F", "x"): 1}


@given(st.lists(st.integers(-(2**63), 2**63 - 1)))
def test_arrays_of_numbers_cross(numbers):
    value = np.array(numbers, dtype=np.int64)
    assert crossed(value).tolist() == numbers


class Row(dict):
    def __eq__(self, other):
        return True

    __hash__ = None


class Pair(NamedTuple):
    account: str
    ine: int


class Level(IntEnum):
    FIRST = 1


def test_what_inherits_from_a_plain_value_brings_its_contents_only():
    for value, base in ((Row(a=1), dict), (Pair("x", 2), tuple), (Level.FIRST, int)):
        came = crossed(value)
        assert isinstance(came, base) and type(came) not in (base, type(value))
    assert crossed(Pair("x", 2)) == ("x", 2) and crossed(Level.FIRST) == 1
    assert crossed([Row(a=1)]) == [{"a": 1}] != [{"a": 2}]


def test_tables_and_objects_stay_behind():
    frame = pandas.DataFrame({"a": [1, 2]})
    for value in (
        frame,
        frame["a"],
        np.array([None]),
        np.datetime64("2026-09-01"),
        np.ma.array([1]),
    ):
        assert isinstance(crossed(value), Opaque)


def test_the_same_large_table_is_sent_once_and_arrives_anew_each_time():
    encoder, decoder = Encoder(lambda _: {}), Decoder(lambda _: None)
    table = [{"row": number, "text": "é"} for number in range(200)]
    first, second = encoder.dumps(table), encoder.dumps([dict(row) for row in table])
    assert len(second) < 30 < 5000 < len(first)
    came = [decoder.loads(text) for text in (first, second, second)]
    assert came[0] == came[1] == came[2] == table
    came[1][0]["row"] = "changed"
    assert decoder.loads(second) == table
    table[3]["row"] = True  # equal to nothing sent before, though True == 1
    table[1]["row"] = True
    assert same(decoder.loads(encoder.dumps(table)), table)


def test_tables_that_would_fill_the_memory_are_not_kept():
    encoder, decoder = Encoder(lambda _: {}), Decoder(lambda _: None)
    for number in range(6):
        table = [f"{number}{line:0100000d}" for line in range(40)]
        assert decoder.loads(encoder.dumps(table)) == table
    assert 1 < len(decoder.kept) < 6


def test_shared_lists_stay_shared_and_are_not_multiplied():
    row = [1]
    came = crossed([row, row, (row,)])
    assert came[0] is came[1] is came[2][0]
    for _ in range(60):
        row = [row, row]
    assert isinstance(crossed(row), Opaque)


class LyingNumber(int):
    def __eq__(self, other):
        return True

    __hash__ = int.__hash__


class LyingObject:
    def __eq__(self, other):
        return True

    __hash__ = object.__hash__


def test_what_claims_to_equal_everything_equals_nothing():
    assert crossed(LyingNumber(3)) != 4
    assert crossed(LyingObject()) != 4
    assert crossed([LyingObject()]) != [4]


def test_too_deep_and_too_large_are_opaque():
    deep = []
    for _ in range(2000):
        deep = [deep, (1,)]
    assert isinstance(crossed(deep), Opaque)
    own = []
    own.append(own)
    assert isinstance(crossed(own), Opaque)
    assert isinstance(crossed(range(10**12)), Opaque)
    assert isinstance(crossed([range(10**30)]), Opaque)


def test_dates_and_money_and_generators():
    assert crossed(datetime.timedelta(days=2, seconds=3)) == datetime.timedelta(days=2, seconds=3)
    assert crossed(Decimal("1.10")) == Decimal("1.10")
    assert list(crossed(i * i for i in range(4))) == [0, 1, 4, 9]
    assert list(crossed({"a": 1}.values())) == [1]


@pytest.mark.parametrize(
    "text",
    [
        "[",
        '{"$": "no such tag"}',
        '{"$": ["tuple"], "v": []}',
        '{"$": "set", "v": [[1]]}',
        '{"$": "dict", "v": [1]}',
        '{"$": "range", "v": ["a"]}',
        '{"$": "date", "v": "tomorrow"}',
        json.dumps({"$": "int", "v": "9" * 5000}),
        '{"$": "mine", "v": 99}',
        '{"$": "kept", "v": 0}',
        '{"$": "kept", "v": []}',
        '{"$": "keep", "v": 3}',
        '{"$": "keep", "v": ["0", []]}',
        '[{"$": "keep", "v": [0, []]}, {"$": "keep", "v": [0, []]}]',
        '{"$": "again", "v": 1}',
        '{"$": "first", "v": [1, {"$": "again", "v": 1}]}',
        '{"$": "old", "v": 0}',
        '{"$": "heir", "v": ["object", 1]}',
        '{"$": "heir", "v": ["list", {"$": "tuple", "v": []}]}',
        '{"$": "heir", "v": ["int", true]}',
        '{"$": "numpy", "v": ["|O", [1], "AAAAAAAAAAA="]}',
        '{"$": "numpy", "v": ["<i8,O", null, ""]}',
        '{"$": "numpy", "v": ["<M8[D]", null, "AAAAAAAAAAA="]}',
        '{"$": "numpy", "v": ["<i8", [2], "AAAAAAAAAAA="]}',
        '{"$": "numpy", "v": ["<i8", [-1, -1], "AAAAAAAAAAA="]}',
        '{"$": "numpy", "v": ["<i8", [true], "AAAAAAAAAAA="]}',
        '{"$": "numpy", "v": ["<U0", [16000000, 16000000], ""]}',
        '{"$": "numpy", "v": ["|b1", null, "Ag=="]}',
        '{"$": "numpy", "v": ["<U1", null, "AAARAA=="]}',
        '{"$": "numpy", "v": ["<i8", null, "?"]}',
        json.dumps({"$": "numpy", "v": ["<i8", [1] * 40, "AAAAAAAAAAA="]}),
    ],
)
def test_a_forged_message_is_refused(text):
    def unknown(coded):
        raise KeyError(coded["$"])

    with pytest.raises(NotPlain):
        Decoder(unknown).loads(text)


def test_a_small_message_does_not_become_a_large_value():
    def unknown(coded):
        raise KeyError(coded["$"])

    decoder = Decoder(unknown)
    bombs = '{"$": "first", "v": [0, [1, 1]]}'
    for number in range(1, 40):
        again = json.dumps({"$": "again", "v": number - 1})
        bombs += f', {{"$": "first", "v": [{number}, [{again}, {again}]]}}'
    with pytest.raises(NotPlain):
        decoder.loads(f"[{bombs}]")
    decoder.loads(json.dumps({"$": "keep", "v": [0, ["x" * 1000] * 1000]}))
    with pytest.raises(NotPlain):
        decoder.loads(json.dumps([{"$": "kept", "v": 0}] * 20_000))
    with pytest.raises(NotPlain):
        for number in range(1, 100):
            decoder.loads(json.dumps({"$": "keep", "v": [number, ["x" * 1_000_000]]}))
    assert sum(map(len, decoder.kept.values())) < 70_000_000
