import hashlib
import re
from collections import Counter

import numpy as np
import pytest

from poucet import School
from poucet.apps.putting_together import PuttingTogether
from poucet.apps.supplier import IDENTIFIERS, supplier_of
from poucet.apps.term_trail import sorted_trail
from poucet.apps.wrong_name import wrong_names
from poucet.exports.exercises import WORRIES

SEED, SIZE = 2, 1100


@pytest.fixture(scope="module")
def school():
    return School(seed=SEED, pupils=SIZE)


@pytest.fixture(scope="module")
def held(school):
    return supplier_of(school)


@pytest.fixture(scope="module")
def trail(school):
    return sorted_trail(school, weeks=4)


@pytest.fixture
def board(held, trail):
    return PuttingTogether(held, trail)


def words(html):
    return re.sub(r"<[^>]*>", " ", html)


def shown(html):
    return re.search(r"<strong>(.*?)</strong>", html).group(1)


def counted(held, clues):
    """Put names back by hand: one account and one pupil alike, and nobody else."""
    left = list(zip(*(held.held.accounts[clue].tolist() for clue in clues), strict=True))
    right = list(zip(*(held.directory[clue].tolist() for clue in clues), strict=True))
    here, there = Counter(left), Counter(right)
    place = {values: row for row, values in enumerate(right)}
    named = [
        (account, place[values])
        for account, values in enumerate(left)
        if here[values] == there.get(values) == 1
    ]
    found = sum(held.held.truth[account] == row for account, row in named)
    return found, len(left) - len(named), len(named) - found


@pytest.mark.parametrize(
    "clues",
    [
        ("birth_date", "sex"),
        ("birth_month", "class", "sex"),
        ("level",),
        ("birth_date", "sex", "level", "class", "second_language"),
    ],
)
def test_names_come_back_as_counted_by_hand(held, clues):
    score = held.score(clues)
    assert (score.found, score.missed, score.wrong) == counted(held, clues)


def test_without_a_clue_nobody_gets_a_name(held):
    score = held.score(())
    assert (score.found, score.missed, score.wrong) == (0, len(held), 0)


def test_an_identifier_is_the_calculation_of_its_pupil(held, school):
    columns = school.columns
    for account, row in enumerate(held.held.truth.tolist()):
        born = columns["birth_date"][row].astype("datetime64[D]").item()
        text = f"{columns['family_name'][row].upper()} {columns['given_name'][row]}"
        text += f"{born:%d/%m/%Y}{school.uai}"
        for kind, salt in (("plain", ""), ("salted", "valmorne-2026")):
            digits = hashlib.md5((salt + text).encode(), usedforsecurity=False).hexdigest()[:16]
            assert int(held.identifiers[kind][account]) == int(digits, 16)
    for kind in IDENTIFIERS:
        assert len(set(held.identifiers[kind].tolist())) == len(held)


def test_the_linked_names_wait_for_the_press(board, held):
    view = board.views["link"]
    found = str(held.score(["birth_date", "sex"]).found)
    assert shown(view.answer.value) == "?"
    assert view.counter.value == ""
    assert all(found not in words(each.value) for each in (view.notes, view.question))
    view.bet.field.value = 80
    view.button.click()
    assert shown(view.answer.value) == found
    assert "parié 80." in view.answer.value
    assert re.findall(r"<dd>(.*?)</dd>", view.counter.value)[0] == found
    view.single["class"].value = True
    assert shown(view.answer.value) == str(held.score(["birth_date", "sex", "class"]).found)
    view.button.click()
    assert shown(view.answer.value) == "?"
    assert not view.bet.made


def test_a_birth_forged_away_is_nothing_known(board):
    view = board.views["link"]
    view.birth.set_state({"index": None})
    view.button.click()
    assert shown(view.answer.value) == "0"
    assert board.message.value == ""


@pytest.mark.parametrize(
    ("kind", "back"), [("plain", True), ("salted", True), ("keyed", False), ("drawn", False)]
)
def test_what_can_be_calculated_again_comes_back(board, held, kind, back):
    board.chooser.value = "undo"
    view = board.view
    view.identifier.value, view.held.value = kind, "directory"
    view.bet.slider.value = 5
    view.button.click()
    assert shown(view.answer.value) == (str(len(held)) if back else "0")
    assert "1 100 candidats".replace(" ", "\u202f", 1) in view.answer.value
    assert "parié 5." in view.answer.value
    row = held.examples(4)[0]
    name = held.name(held.held.truth[row])
    assert (name in view.accounts.value) == back
    view.button.click()
    assert view.undone is None
    assert name not in view.accounts.value


def test_with_names_alone_all_but_those_of_other_years_come_back(board, held, school):
    board.chooser.value = "undo"
    view = board.view
    view.button.click()
    years = school.columns["birth_date"].astype("datetime64[Y]").astype(int)[held.held.truth] + 1970
    inside = int(((years >= 2008) & (years <= 2011)).sum())
    assert shown(view.answer.value) == str(inside)
    assert f"manque {len(held) - inside}" in view.notes.value
    names = {held.name(row) for row in range(school.size)}
    assert view.undone.tried == len(names) * (4 * 365 + 1)


def test_another_identifier_hides_the_names(board):
    board.chooser.value = "undo"
    view = board.view
    view.held.value = "directory"
    view.button.click()
    view.identifier.value = "keyed"
    assert shown(view.answer.value) == "?"
    view.identifier.set_state({"index": None})
    assert view.identifier.value == "plain"
    assert board.message.value == ""


def test_a_story_is_false_of_the_one_it_names(held, school, trail):
    stories = wrong_names(held, trail)
    assert stories
    for story in stories:
        account = held.held.truth.tolist().index(story.owner)
        assert story.named != story.owner
        assert held.held.mistyped[account]
        assert (
            held.held.accounts["birth_date"][account] == school.columns["birth_date"][story.named]
        )
        assert not any(school.sealed[trait][story.named] for trait in story.believed)
        lines = trail.lines(story.owner + 1)
        hours = lines["time"].astype("datetime64[h]").astype(int) % 24
        nights = np.unique(lines["time"][hours < 4].astype("datetime64[D]"))
        assert (story.lines, story.nights) == (len(hours), len(nights))
        for trait, searched in WORRIES.items():
            if searched in story.searches:
                assert trait in story.believed or school.sealed[trait][story.named]


def test_the_truth_waits_for_the_press(board, held):
    board.chooser.value = "wrong"
    view = board.view
    for story in view.stories:
        assert view.truth.value == ""
        view.button.click()
        never = "n’a jamais ouvert de compte" in view.truth.value
        assert never == (story.named not in held.held.truth)
        assert "n’y est pour rien" in view.truth.value
        owner = held.name(story.owner).partition(" ")[2]
        assert owner not in view.truth.value + view.card.value
        view.next.click()
    assert view.story == view.stories[0]


def test_the_language_changes_every_text_and_no_choice(board):
    board.views["link"].button.click()
    board.chooser.value = "undo"
    board.view.held.value = "directory"
    board.view.button.click()
    board.chooser.value = "wrong"
    board.view.button.click()
    board.languages.value = "en"
    french = "compte|noms|candidats essay|nuit|recherche|fichier|élève|Levez"
    for key in ("link", "undo", "wrong"):
        board.chooser.value = key
        for name, widget in vars(board.view).items():
            if isinstance(getattr(widget, "value", None), str) and "<" in widget.value:
                said = re.sub('alt="[^"]*"', "", widget.value)
                assert not re.search(french, words(said)), name
    assert board.views["link"].revealed
    assert board.views["undo"].undone
    assert board.views["wrong"].revealed
