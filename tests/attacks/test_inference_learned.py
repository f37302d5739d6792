"""Learned guesses: better than chance on people never shown, and explained."""

import sys

import numpy as np
import pytest

from poucet import School, directory, infer
from poucet.attacks.habits_seen import habits_seen
from poucet.attacks.inference_rules import TRAITS
from poucet.errors import PoucetError
from poucet.exports.trail import trail_columns

KNOWN = 400


@pytest.fixture(scope="module")
def school():
    return School(seed=66)


@pytest.fixture(scope="module")
def seen(school):
    return habits_seen(trail_columns(school))


@pytest.fixture(scope="module")
def survey(school):
    """Give what the first pupils answered to a survey about a trait."""

    def answers(trait, known=KNOWN):
        return dict(enumerate(school.sealed[trait][:known].tolist(), start=1))

    return answers


def test_without_scikit_learn_one_sentence_says_what_to_do(monkeypatch, seen, survey):
    monkeypatch.setitem(sys.modules, "sklearn", None)
    with pytest.raises(PoucetError, match="scikit-learn") as error:
        infer(seen, "job", method="knn", examples=survey("job"))
    assert error.value.__cause__ is None and 'method="rules"' in str(error.value)


class TestWithScikitLearn:
    @pytest.fixture(autouse=True)
    def learn(self):
        pytest.importorskip("sklearn", reason="scikit-learn, of the learn extra, is not installed")

    @pytest.mark.parametrize("method", ["knn", "logistic"])
    @pytest.mark.parametrize("trait", TRAITS)
    def test_strangers_are_guessed_better_than_by_chance(self, trait, method, school, seen, survey):
        found = infer(seen, trait, method=method, examples=survey(trait))
        assert found.people.tolist() == list(range(KNOWN + 1, school.size + 1))
        judged = found.score(school.truth, school.pupils["scholarship"])
        assert judged.better_than_chance and judged.precision < 1 and judged.recall < 1
        assert sum(group.people for group in judged.by_group.values()) == len(found.people)

    @pytest.mark.parametrize("method", ["knn", "logistic"])
    def test_as_many_are_accused_as_among_the_known(self, method, school, seen, survey):
        known = survey("sleeplessness")
        found = infer(seen, "sleeplessness", method=method, examples=known)
        share = sum(known.values()) / KNOWN
        assert share - 0.01 < found.guess.mean() < share + 0.03  # those on a level go together

    def test_shuffled_answers_teach_nothing(self, school, seen, survey):
        answers = list(survey("sleeplessness").values())
        shuffled = np.random.default_rng(5).permutation(answers).tolist()
        known = dict(enumerate(shuffled, start=1))
        found = infer(seen, "sleeplessness", method="logistic", examples=known)
        assert found.score(school.truth).precision < 0.35

    def test_the_directory_helps(self, school, seen, survey):
        held = directory(school)[["scholarship"]].assign(pupil=range(1, school.size + 1))
        scores = [
            infer(seen, "money_trouble", table, "logistic", survey("money_trouble")).score(
                school.truth
            )
            for table in (None, held)
        ]
        assert scores[1].precision > scores[0].precision

    def test_a_regression_tells_what_weighs_and_where_it_was_read(self, seen, survey):
        found = infer(seen, "sleeplessness", method="logistic", examples=survey("sleeplessness"))
        person = found.people[found.strength.argmax()]
        shown = found.evidence(person)
        weights = [clue.points for clue in shown.clues]
        assert weights == sorted(weights, reverse=True) and weights[-1] > 0
        assert shown.clues[0].key in ("nights", "searched sleeplessness")
        assert set(shown.lines["pupil"]) == {person}

    def test_neighbours_are_named(self, school, seen, survey):
        found = infer(seen, "sleeplessness", method="knn", examples=survey("sleeplessness"))
        person = found.people[found.strength.argmax()]
        (clue,) = found.evidence(person).clues
        named = [int(part) for part in clue.sentence.partition("(")[2].rstrip(")").split(", ")]
        assert len(named) == clue.points
        assert all(school.sealed["sleeplessness"][number - 1] for number in named)
        assert max(named) <= KNOWN

    @pytest.mark.parametrize(
        ("examples", "words"),
        [
            (None, "examples"),
            ({1: True, 2: False}, "30"),
            (dict.fromkeys(range(1, 200), True), "199"),
            (dict.fromkeys(range(1, 200), "oui"), "'oui'"),
        ],
    )
    def test_poor_examples_are_refused(self, examples, words, seen):
        with pytest.raises(PoucetError, match=words):
            infer(seen, "job", method="knn", examples=examples)

    def test_nobody_is_left_to_guess(self, school, seen):
        with pytest.raises(PoucetError, match="personne"):
            infer(seen, "job", method="knn", examples=school.truth)
