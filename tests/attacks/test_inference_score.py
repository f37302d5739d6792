"""How right a guess was, counted by hand and by a loop."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from poucet.attacks import score_guess
from poucet.i18n import in_language
from poucet.results import wilson


def judged(guess, truth, groups=None):
    return score_guess(range(1, len(guess) + 1), guess, truth, groups)


def test_a_class_of_ten_counted_by_hand():
    #        1  2  3  4  5  6  7  8  9  10
    truth = [1, 1, 1, 1, 0, 0, 0, 0, 0, 0]
    guess = [1, 1, 1, 0, 1, 0, 0, 0, 0, 0]
    found = judged(guess, truth)
    assert found.confusion.tolist() == [[5, 1], [1, 3]]
    assert (found.precision, found.recall, found.accuracy) == (0.75, 0.75, 0.8)
    assert (found.baseline, found.majority) == (0.4, 0.6)
    assert found.interval == wilson(3, 4) and found.recall_interval == wilson(3, 4)
    assert found.found.tolist() == [1, 2, 3]
    assert found.accused.tolist() == [5]
    assert found.missed.tolist() == [4]
    assert not found.better_than_chance  # three of four may be luck


def test_errors_are_told_group_by_group():
    truth = [1, 0, 0, 0, 1, 1, 0, 0]
    guess = [0, 1, 1, 0, 1, 1, 0, 0]
    found = judged(guess, truth, ["one"] * 4 + ["two"] * 4).by_group
    assert list(found) == ["one", "two"]
    assert (found["one"].people, found["one"].having) == (4, 1)
    assert (found["one"].accused_wrongly, found["one"].missed) == (2 / 3, 1.0)
    assert (found["two"].accused_wrongly, found["two"].missed) == (0.0, 0.0)
    assert found["one"].accused_interval == wilson(2, 3)


@given(st.lists(st.tuples(st.booleans(), st.booleans(), st.sampled_from("abc")), min_size=1))
def test_counts_agree_with_a_loop(rows):
    guess, truth, groups = (list(column) for column in zip(*rows, strict=True))
    found = judged(guess, truth, groups)
    for t in (0, 1):
        for g in (0, 1):
            expected = sum(a == g and b == t for a, b in zip(guess, truth, strict=True))
            assert found.confusion[t, g] == expected
    people = range(1, len(rows) + 1)
    expected = [p for p, g, t in zip(people, guess, truth, strict=True) if g and not t]
    assert found.accused.tolist() == expected
    for group, errors in found.by_group.items():
        inside = [(g, t) for g, t, own in rows if own == group]
        without = [g for g, t in inside if not t]
        assert errors.people == len(inside)
        assert errors.accused_wrongly == pytest.approx(sum(without) / max(len(without), 1))
    assert sum(errors.people for errors in found.by_group.values()) == len(rows)


def test_nobody_accused_is_no_success():
    found = judged([0, 0, 0], [1, 0, 0])
    assert (found.precision, found.recall, found.interval) == (0.0, 0.0, (0.0, 1.0))
    assert not found.better_than_chance


def test_nobody_concerned_leaves_only_wrong_accusations():
    found = judged([1, 0], [0, 0], [True, False])
    assert (found.baseline, found.recall, found.majority) == (0.0, 0.0, 1.0)
    assert found.accused.tolist() == [1]
    assert found.by_group[True].accused_wrongly == 1.0


def test_the_sentence_names_the_wronged_in_both_languages():
    found = judged([1, 1, 0, 0], [1, 0, 1, 0])
    assert "1 personne accusée à tort, 1 manquée sur 2." in str(found)
    with in_language("en"):
        assert "1 person wrongly accused, 1 missed out of 2." in str(found)
        group = judged([1, 1], [1, 0], ["a", "a"]).by_group["a"]
        assert str(group) == (
            "2 people, 1 with the trait: 0.0% of them missed, 100.0% of the others wrongly accused."
        )


def test_groups_may_be_of_any_kind():
    found = judged([1, 0, 1], [1, 0, 0], np.array([True, False, True]))
    assert list(found.by_group) == [False, True]
