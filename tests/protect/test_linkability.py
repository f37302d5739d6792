"""Corrélation: two halves of four rows by hand, and a plain loop as oracle."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from poucet.errors import PoucetError
from poucet.protect import linkability_risk

PUPILS = {"born": [2008, 2009, 2010, 2010], "class": ["1", "2", "3", "3"]}
OTHERS = {"born": [2008, 2009, 2010, 2010], "class": ["2", "3", "1", "3"]}

cells = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 2)), min_size=1, max_size=10)


def test_by_hand():
    # Two pupils are sure. The two of 2010 have two rows on either side: 2 of 4 draws agree.
    # Absent people: 2008 and class 2 are different rows, and so on; the last agrees as above.
    found = linkability_risk(PUPILS, PUPILS, OTHERS, "born", "class")
    assert (found.value, found.baseline) == (0.75, 0.125)


def test_a_half_made_vague_links_by_chance_only():
    released = {**PUPILS, "class": ["*"] * 4}
    found = linkability_risk(PUPILS, released, OTHERS, "born", "class")
    assert found.value == found.baseline == 0.25  # one row out of four, drawn


def test_a_half_that_is_not_released_links_by_chance_only():
    found = linkability_risk(PUPILS, {"born": PUPILS["born"]}, OTHERS, "born", "class")
    assert found.value == found.baseline == 0.25


def test_the_nearest_number_is_taken():
    people = {"mark": [2.0, 10.0, 18.0], "size": [150, 165, 180]}
    noised = {"mark": [3.1, 9.2, 17.5], "size": [152, 163, 178]}
    others = {"mark": [2.0, 10.0, 18.0], "size": [180, 150, 165]}
    found = linkability_risk(people, noised, others, "mark", "size")
    assert (found.value, found.baseline) == (1, 0)


def test_someone_beyond_the_range_of_the_release_is_nearest_to_its_end():
    people = {"mark": [0.0, 1.0, 100.0], "size": [150, 165, 180]}
    released = {"mark": [0.0, 1.0, 2.0], "size": [150, 165, 180]}
    assert linkability_risk(people, released, {"mark": [1], "size": [3]}, "mark", "size").value == 1


@given(cells, cells, cells)
def test_it_agrees_with_a_plain_loop(people, released, others):
    span = max(row[0] for row in released) - min(row[0] for row in released) or 1

    def share(attacked):
        chances = []
        for number, word in attacked:
            far = [abs(number - row[0]) / span for row in released]
            left = {place for place, gap in enumerate(far) if gap == min(far)}
            same = {place for place, row in enumerate(released) if row[1] == word}
            right = same or set(range(len(released)))
            chances.append(len(left & right) / len(left) / len(right))
        return sum(chances) / len(chances)

    def table(rows):
        return {
            "number": np.array([row[0] for row in rows]),
            "word": [f"w{row[1]}" for row in rows],
        }

    try:
        found = linkability_risk(table(people), table(released), table(others), "number", "word")
    except PoucetError:
        assert not {row[1] for row in people} & {row[1] for row in released}
        return
    assert found.value == pytest.approx(share(people))
    assert found.baseline == pytest.approx(share(others))


def test_a_column_on_both_sides_is_refused():
    with pytest.raises(PoucetError, match="dans les deux fichiers"):
        linkability_risk(PUPILS, PUPILS, OTHERS, ["born", "class"], "class")
