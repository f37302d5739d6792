"""Mondrian: boxes by hand, boxes that no cut could split, and what they cost."""

from collections import defaultdict
from itertools import product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poucet import k_anonymise

ROWS = st.lists(
    st.tuples(st.integers(0, 9), st.integers(0, 30), st.sampled_from(["F", "M", ""])),
    min_size=2,
    max_size=60,
)


def test_a_square_cut_in_four_by_hand():
    corners = product([0, 1, 9, 10], [0, 1, 9, 10])
    x, y = map(list, zip(*corners, strict=True))
    found = k_anonymise({"x": x, "y": y}, ["x", "y"], 4, method="mondrian")
    boxes = set(zip(found.frame["x"].tolist(), found.frame["y"].tolist(), strict=True))
    assert boxes == set(product(["0–1", "9–10"], repeat=2))
    assert found.loss.ncp == pytest.approx(0.1)
    assert found.loss.discernibility == 16 * 4
    assert (found.k, found.levels, len(found.suppressed)) == (4, {}, 0)


@settings(deadline=None)
@given(ROWS, st.integers(1, 5))
def test_boxes_cover_their_rows_and_their_loss_is_the_definition(rows, k):
    k = min(k, len(rows))
    table = dict(zip("xys", map(list, zip(*rows, strict=True)), strict=True))
    found = k_anonymise(table, list("xys"), k, method="mondrian")
    published = list(zip(*(list(found.frame[name]) for name in "xys"), strict=True))
    lost = 0.0
    spread = {name: max(table[name]) - min(table[name]) for name in "xy"}
    for cells, told in zip(rows, published, strict=True):
        for name, cell, label in zip("xys", cells, told, strict=True):
            label = str(label)
            values = set(table[name])
            if label == "*":
                lost += 1 if len(values) > 1 else 0
            elif name == "s":
                words = [word.replace("∅", "") for word in label.split(", ")]
                assert cell in words
                lost += len(words) / len(values) if len(words) > 1 else 0
            else:
                low, _dash, high = label.partition("–")
                assert int(low) <= cell <= int(high or low)
                lost += (int(high or low) - int(low)) / spread[name] if high else 0
    assert found.loss.ncp == pytest.approx(lost / len(rows) / 3)


@settings(deadline=None)
@given(ROWS, st.integers(1, 5))
def test_no_box_could_have_been_cut(rows, k):
    k = min(k, len(rows))
    table = dict(zip("xys", map(list, zip(*rows, strict=True)), strict=True))
    found = k_anonymise(table, list("xys"), k, method="mondrian")
    boxes = defaultdict(list)
    for cells, told in zip(
        rows, zip(*(list(found.frame[name]) for name in "xys"), strict=True), strict=True
    ):
        boxes[told].append(cells)
    for held in boxes.values():
        assert len(held) >= k
        for axis in range(3):
            ranked = sorted(cells[axis] for cells in held)
            cuts = [at for at in range(1, len(ranked)) if ranked[at - 1] < ranked[at]]
            assert not [at for at in cuts if k <= at <= len(ranked) - k]


def test_it_loses_less_than_one_level_for_all():
    rng = np.random.default_rng(1)
    frame = pd.DataFrame(
        {
            "age": rng.integers(11, 19, 500),
            "mark": rng.integers(0, 41, 500) / 2,
            "sex": list("FM") * 250,
        }
    )
    by = list(frame.columns)
    boxes = k_anonymise(frame, by, 5, method="mondrian")
    assert boxes.loss.ncp < k_anonymise(frame, by, 5).loss.ncp


def test_missing_cells_never_hide_in_an_interval():
    table = {"age": [14, 15, 16, None, None, None, None, 18], "town": list("aabbccdd")}
    found = k_anonymise(table, ["age"], 3, method="mondrian")
    for cell, told in zip(table["age"], found.frame["age"].tolist(), strict=True):
        assert told in (None, "*") or cell is not None
