import re

import numpy as np
import pandas as pd
import pytest

from poucet import School, directory
from poucet.apps.protecting import Protecting
from poucet.apps.spending_a_budget import EPSILONS
from poucet.apps.survey import KS, WAYS, survey_of
from poucet.apps.term_trail import sorted_trail
from poucet.exports.trail import trail, trail_truth
from poucet.protect import k_anonymise, next_exercise

KNOWN = ["class", "sex", "commune", "scholarship"]


@pytest.fixture(scope="module")
def school():
    return School(seed=2)


@pytest.fixture(scope="module")
def held(school):
    return survey_of(school, sorted_trail(school, weeks=3))


@pytest.fixture(scope="module")
def lines(school):
    return trail(school, weeks=3)


@pytest.fixture
def board(held):
    return Protecting(held)


def words(html):
    return re.sub(r"<[^>]*>", " ", html).replace("\u00a0", " ").replace("\u202f", " ")


def shown(html):
    return re.search(r"<strong>(.*?)</strong>", html).group(1)


def test_every_group_is_that_of_the_published_table(board, school):
    table = directory(school)[KNOWN].assign(money=school.truth["money_trouble"].to_numpy())
    made = k_anonymise(table, by=KNOWN, k=5)
    kept = table.index.delete(made.suppressed)
    cells = made.frame[KNOWN].astype(str).agg("|".join, axis=1).set_axis(kept)
    yes = pd.Series(made.frame["money"].to_numpy(), kept)
    seen = set()
    for pupil in range(5, 1101, 29):
        board.avatar.field.value = pupil
        if pupil - 1 not in kept:
            assert board.hidden.rows.value == ""
            assert board.hidden.bet.row.layout.display == "none"
            seen.add("left out")
            continue
        alike = yes[cells == cells[pupil - 1]]
        assert shown(board.hidden.answer.value) == str(len(alike))
        assert board.hidden.rows.value.count("<strong>?</strong>") == min(5, len(alike))
        board.hidden.button.click()
        assert shown(board.hidden.answer.value) == str(alike.sum())
        wrong = len(alike) - alike.sum()
        accused = re.search(r"accuse à tort (\d+)", words(board.hidden.notes.value))
        assert (accused is not None) == (0 < wrong < alike.sum())
        if accused:
            assert int(accused.group(1)) == wrong
            seen.add("accused")
        if wrong in (0, len(alike)):
            assert "Le secret de tous est connu" in board.hidden.notes.value
            seen.add("known")
    assert seen == {"left out", "accused", "known"}


def test_a_bet_is_never_higher_than_the_group(board, held):
    for pupil in (1, 2, 30, 77):
        board.avatar.field.value = pupil
        board.hidden.bet.field.set_state({"max": 9999, "value": 9999})
        assert board.hidden.bet.value == held.group(pupil).size


def test_each_k_is_told_with_what_it_erases(board, held, school):
    board.chooser.value = "k"
    for k in KS:
        board.view.ks.value = k
        made = k_anonymise(held.table, KNOWN, k)
        said = words(board.view.notes.value)
        assert f"k = {k} :" in said
        assert ("Effacé" in said) == any(made.levels.values())
        out = re.search(r"(\d+) élèves? (?:est|sont) laissé", said)
        assert int(out.group(1) if out else 0) == len(made.suppressed)
    board.view.ks.set_state({"index": None})
    assert (board.view.ks.value, board.message.value) == (5, "")


@pytest.mark.parametrize("epsilon", EPSILONS)
def test_a_budget_of_one_pays_as_many_answers_as_it_holds(board, epsilon):
    board.chooser.value = "budget"
    view = board.view
    view.epsilons.value = epsilon
    for _press in range(round(1 / epsilon)):
        view.more.click()
    assert len(view.told) == round(1 / epsilon)
    assert "se tait" not in view.answers.value
    view.more.click()
    assert len(view.told) == round(1 / epsilon)
    assert "se tait" in view.answers.value
    assert board.message.value == ""
    view.again.click()
    assert (view.told, view.budget.left) == ([], 1)


def test_a_smaller_epsilon_strays_farther(board):
    board.chooser.value = "budget"
    strayed = {}
    for epsilon in (0.05, 0.5):
        board.view.epsilons.value = epsilon
        errors = []
        for _budget in range(2):
            board.view.more.click()
            board.view.more.click()
            errors += [abs(one - board.view.count) for one in board.view.told]
            board.view.again.click()
        strayed[epsilon] = np.mean(errors)
    assert strayed[0.05] > 2 * strayed[0.5]


def test_what_each_way_still_answers(board, held, lines, school):
    board.chooser.value = "teacher"
    board.avatar.field.value = 77
    method = school.columns["class"]
    taught = [trail_truth(school).method_of_class[one] for one in method]
    scores = lines.groupby("pupil")["score"].mean()
    means = scores.groupby(np.array(taught)[scores.index - 1]).mean()
    level = school.columns["level"]
    peers = lines[lines["score"].notna() & (level[lines["pupil"] - 1] == level[76])]
    advised = next_exercise(peers[["pupil", "object", "score"]], 77).exercise
    for way in WAYS:
        board.view.ways.value = way
        assert board.view.counter.value == ""
        assert "?" in board.view.answers.value
        board.view.button.click()
        helps, exercise = re.findall("<dd>(.*?)</dd>", board.view.answers.value)
        if way in ("names", "codes", "class"):
            gain = 20 * (means["B"] - means["A"])
            assert f"{gain:+.2f}".replace(".", ",") in words(helps)
        assert ("qui suit quelle" in helps) == (way == "k")
        assert (advised.removeprefix("exercises/") in exercise) == (way in ("names", "codes"))
    assert board.message.value == ""


def test_the_counter_falls_with_what_is_handed_over(held):
    found = [held.damages[way].found for way in WAYS]
    kept = [held.damages[way].usefulness for way in WAYS]
    assert found[0] == 1100 > found[1] > found[2] > found[3] == found[4] == 0
    assert kept[0] == kept[1] == 1 > max(kept[2:])


def test_the_language_changes_every_text_and_no_choice(board):
    board.hidden.button.click()
    board.teacher.ways.value = "noise"
    board.languages.value = "en"
    french = "élève|réponse|budget de|bruit|Levez|méthode|exercice |groupe|aide-t-elle"
    for key in board.views:
        board.chooser.value = key
        for name, widget in vars(board.view).items():
            if isinstance(getattr(widget, "value", None), str):
                assert not re.search(french, re.sub('src="[^"]*"', "", widget.value)), name
    assert board.hidden.revealed
    assert board.teacher.way == "noise"
