"""What the data still do for the class."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poucet.damages import usefulness
from poucet.exports.service import FUNCTIONS, OPAQUE_ID
from poucet.school.school import COLUMNS


@pytest.mark.parametrize(
    ("columns", "sixths"),
    [
        ([], 0),
        (["birth_date", "sex", "second_language"], 0),
        (["class"], 2),  # find one's class; compare two methods
        (["opaque_id"], 3),  # sign in, read the results; the next exercise
        (["email"], 3),
        (["family_name", "given_name", "birth_date"], 3),
        (["opaque_id", "class"], 6),
        (list(COLUMNS), 6),
    ],
)
def test_six_uses_count_the_same(columns, sixths):
    assert usefulness(columns) == pytest.approx(sixths / 6)


def test_what_else_decides_of_the_two_questions_can_be_told():
    assert usefulness(["opaque_id", "class"], questions=0) == pytest.approx(4 / 6)


@given(st.sets(st.sampled_from([*COLUMNS, OPAQUE_ID])), st.sampled_from([*COLUMNS, OPAQUE_ID]))
def test_one_column_more_never_does_less(columns, another):
    assert usefulness(columns) <= usefulness(columns | {another}) <= 1


def test_only_what_the_class_asked_for_counts():
    extra = {name for one in FUNCTIONS if not one.core for way in one.needs for name in way}
    assert usefulness(["opaque_id", "class"]) == usefulness(["opaque_id", "class", *extra])
