"""Losses by hand."""

import datetime

import numpy as np
import pytest

from poucet.protect.loss import group_penalty
from poucet.protect.quasi_identifier import read_columns


def penalty(cells, groups):
    column = read_columns({"column": cells}, ["column"])[0]
    return group_penalty(column, np.array(groups)).tolist()


def test_an_interval_counts_its_width():
    assert penalty([10, 12, 15, 20], [0, 0, 1, 2]) == [0.2, 0, 0]
    assert penalty([0.5, 1.5, 2.5], [0, 0, 1]) == [0.5, 0]
    days = [datetime.date(2010, 1, 1), datetime.date(2010, 1, 11), datetime.date(2010, 2, 10)]
    assert penalty(days, [0, 0, 1]) == [0.25, 0]
    hours = [datetime.datetime(2010, 1, 1, hour) for hour in (0, 6, 12)]
    assert penalty(hours, [0, 0, 1]) == [0.5, 0]


def test_a_group_of_words_counts_how_many_they_are():
    assert penalty(list("abcd"), [0, 0, 0, 1]) == [0.75, 0]
    assert penalty(list("abcd"), [0, 0, 0, 0]) == [1]
    assert penalty([True, False], [0, 0]) == [1]


def test_nothing_is_lost_where_nothing_can_be_told_apart():
    assert penalty(["a", "a"], [0]) == [0]
    assert penalty([3], [0]) == [0]


@pytest.mark.parametrize("cells", [[1, 2, None], ["a", "b", None]])
def test_a_missing_cell_among_others_is_a_total_loss(cells):
    assert penalty(cells, [0, 1, 1]) == [0, 1]
    assert penalty(cells, [0, 1, 2]) == [0, 0, 0]
