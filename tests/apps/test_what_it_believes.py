import re

import numpy as np
import pytest

from poucet import School, infer, trail
from poucet.apps.suspicions import FACES, LINES, THRESHOLDS, TRAITS, suspicions_of
from poucet.apps.term_trail import sorted_trail
from poucet.apps.what_it_believes import WhatItBelieves
from poucet.attacks.habits_seen import habits_seen

THIN = "\u202f"


@pytest.fixture(scope="module")
def school():
    return School(seed=2, pupils=300)


@pytest.fixture(scope="module")
def held(school):
    return suspicions_of(school, sorted_trail(school))


@pytest.fixture(scope="module")
def seen(school):
    """Read the same trail as a table, as a notebook does."""
    return habits_seen(trail(school))


@pytest.fixture
def board(held):
    return WhatItBelieves(held)


def words(html):
    return re.sub(r"<[^>]*>", " ", html).replace("\u00a0", " ").replace(THIN, " ")


def shown(html):
    return re.search(r"<strong>(.*?)</strong>", html).group(1)


def counted(held, school, trait, threshold):
    accused = held.points[trait] >= threshold
    true = school.sealed[trait]
    return tuple(int(x.sum()) for x in (accused & true, accused & ~true, ~accused & true))


def test_the_points_are_those_of_the_attack_on_the_table(held, seen):
    for trait in TRAITS:
        found = infer(seen, trait)
        assert held.points[trait][found.people - 1].tolist() == found.strength.tolist()


def test_each_face_is_accused_by_lines_of_its_own(held, seen):
    faces = 0
    for trait in TRAITS:
        found = infer(seen, trait)
        for pupil in held.faces[trait][::5]:
            faces += 1
            evidence = found.evidence(pupil)
            own = held.trail.lines(pupil)["time"]
            rows = held.rows(pupil, trait)
            assert len(rows) == len(evidence.rows)
            assert (held.trail.begins[pupil - 1] <= rows).all()
            assert (rows < held.trail.begins[pupil]).all()
            some = held.lines(pupil, trait)
            assert set(some["time"]) <= set(evidence.lines["time"].to_numpy()) <= set(own)
            assert 0 < len(some["time"]) <= LINES
            assert (
                sum(clue.rule.points for clue in held.held[trait, pupil])
                == (held.points[trait][pupil - 1])
            )
    assert faces > 8


@pytest.mark.parametrize("trait", TRAITS)
@pytest.mark.parametrize("threshold", THRESHOLDS)
def test_the_first_face_is_a_wrong_one_if_there_is_any(trait, threshold, held, school):
    found, wrong, _missed = counted(held, school, trait, threshold)
    accused = held.accused(trait, threshold)
    assert len(accused) == min(FACES, found + wrong)
    assert all(held.points[trait][pupil - 1] >= threshold for pupil in accused)
    if wrong:
        assert not held.is_true(accused[0], trait)


def test_nothing_is_told_before_the_press(board, held, school):
    view = board.views["accused"]
    found, wrong, _missed = counted(held, school, "sleeplessness", 3)
    assert shown(view.answer.value) == "?"
    assert view.counter.value == ""
    assert str(wrong) not in re.sub("src=.*?>", "", view.picture.value + view.notes.value)
    view.bet.field.value = 40
    view.button.click()
    share = round(100 * wrong / (found + wrong))
    assert words(shown(view.answer.value)) == f"{share} %"
    assert "parié 40 %" in words(view.answer.value)
    assert re.findall(r"<dd>(.*?)</dd>", view.counter.value)[:2] == [str(found), str(wrong)]
    view.button.click()
    assert shown(view.answer.value) == "?"
    assert not view.bet.made


@pytest.mark.parametrize("trait", TRAITS)
def test_the_threshold_moves_what_is_counted(trait, board, held, school):
    board.choice.traits.value = trait
    board.views["accused"].button.click()
    for threshold in THRESHOLDS:
        board.choice.thresholds.value = threshold
        found, wrong, missed = counted(held, school, trait, threshold)
        board.chooser.value = "accused"
        counter = board.view.counter.value
        assert re.findall(r"<dd>(.*?)</dd>", counter)[:2] == [str(found), str(wrong)]
        board.chooser.value = "threshold"
        assert board.view.counts.value == counter
        verb = "est manqué" if missed == 1 else "sont manqués"
        assert f"{missed} {verb}, sur {found + missed} concernés." in words(board.view.notes.value)


def test_a_threshold_that_accuses_nobody_says_so(held, school):
    nobody = {**held.points, "sleeplessness": np.zeros(school.size, np.int8)}
    board = WhatItBelieves(type(held)(school, held.trail, nobody, held.faces, held.held))
    view = board.views["accused"]
    view.button.click()
    assert shown(view.answer.value) == "0"
    board.chooser.value = "threshold"
    assert "n’accuse personne" in board.view.notes.value
    board.chooser.value = "face"
    assert "n’accuse personne" in board.view.question.value
    assert board.view.button.disabled
    assert board.view.card.value == board.view.log.value == ""
    assert board.message.value == ""


@pytest.mark.parametrize("trait", TRAITS)
def test_the_truth_of_each_line_of_a_card_waits_for_the_press(trait, board, held, school):
    board.choice.traits.value = trait
    board.chooser.value = "face"
    view = board.view
    seen = []
    while view.pupil not in seen:
        pupil = view.pupil
        seen.append(pupil)
        assert view.truth.value == ""
        assert not re.search("vrai|faux", view.file.value)
        assert school.columns["family_name"][pupil - 1] in view.card.value
        view.button.click()
        believed = words(re.search("<p .*?</p>", view.file.value).group())
        said = [one for one in TRAITS if held.points[one][pupil - 1] >= 3]
        assert believed.count("(vrai)") == sum(school.sealed[one][pupil - 1] for one in said)
        assert believed.count("(faux)") == sum(not school.sealed[one][pupil - 1] for one in said)
        verdict = "C’est vrai." if school.sealed[trait][pupil - 1] else "C’est faux."
        assert shown(view.truth.value) == verdict
        view.next.click()
    assert len(seen) == len(held.accused(trait, 3))


def test_another_trait_hides_the_truth_again(board):
    board.chooser.value = "face"
    board.view.button.click()
    assert board.view.truth.value
    board.choice.traits.value = "job"
    assert board.view.truth.value == ""
    assert board.view.turn == 0


def test_a_forged_choice_is_the_first_one(board):
    board.choice.traits.set_state({"index": None})
    board.choice.thresholds.set_state({"index": None})
    assert (board.choice.trait, board.choice.threshold) == ("sleeplessness", 3)
    assert (board.choice.traits.value, board.choice.thresholds.value) == ("sleeplessness", 3)
    assert board.message.value == ""


def test_the_language_changes_every_text_and_no_choice(board):
    board.views["accused"].button.click()
    board.choice.traits.value = "job"
    board.choice.thresholds.value = 4
    board.chooser.value = "face"
    board.view.button.click()
    board.languages.value = "en"
    french = "accusés|accusée|élève|machine dit|lignes|seuil|Levez|faux|vrai"
    for key in board.views:
        board.chooser.value = key
        for name, widget in vars(board.view).items():
            if isinstance(getattr(widget, "value", None), str) and name != "log":
                said = re.sub('src="[^"]*"', "", widget.value)
                assert not re.search(french, said), name
    assert (board.choice.trait, board.choice.threshold) == ("job", 4)
    assert board.views["accused"].revealed
    assert board.views["face"].revealed
    assert [word for word, _key in board.choice.traits.options][1] == "Works after school"
