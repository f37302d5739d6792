"""Values cross the wall as exactly what they are, or as nothing a test could take for an answer."""

import datetime
import json
from collections import Counter
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from poucet.classroom.grading.plain import Decoder, Encoder, NotPlain, Opaque


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
    st.floats(allow_nan=False),
    st.text(),
    st.binary(max_size=20),
    st.dates(),
    st.datetimes(),
    st.decimals(allow_nan=False),
    st.just(...),
)
KEYS = st.one_of(st.integers(), st.text(), st.booleans(), st.tuples(st.text(), st.integers()))
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.lists(inner, max_size=4).map(tuple),
        st.dictionaries(KEYS, inner, max_size=4),
        st.sets(st.integers(), max_size=4),
    ),
    max_leaves=15,
)


def same(one, other):
    """Compare with types: True is not 1 here, and a tuple is no list."""
    if type(one) is not type(other):
        return False
    if isinstance(one, (list, tuple)):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict):
        return same(list(one.items()), list(other.items()))
    return one == other


@given(VALUES)
def test_plain_values_come_out_as_they_went_in(value):
    assert same(crossed(value), value)


def test_a_dictionary_that_looks_like_a_tag_stays_a_dictionary():
    assert crossed({"$": "opaque", "v": 3}) == {"$": "opaque", "v": 3}
    assert crossed([{"$": "mine"}]) == [{"$": "mine"}]


def test_counters_are_dictionaries_and_numpy_integers_are_not_whole_numbers():
    assert crossed(Counter("aab")) == {"a": 2, "b": 1}
    assert crossed(np.float64(0.5)) == 0.5
    assert isinstance(crossed(np.int64(3)), Opaque)


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
    ],
)
def test_a_forged_message_is_refused(text):
    def unknown(coded):
        raise KeyError(coded["$"])

    with pytest.raises(NotPlain):
        Decoder(unknown).loads(text)
